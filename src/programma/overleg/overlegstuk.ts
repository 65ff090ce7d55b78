import { type Datum, toonDatum } from '#basis/datum.ts'
import type { Moment } from '#basis/moment.ts'
import { telwoord } from '#basis/tekst.ts'
import type {
  Actie,
  Gevraagd,
  Overleg,
  Overlegorgaan,
  Puntsoort,
  Puntuitkomst,
  Vervolg,
} from '#programma/overleg/overleg.ts'
import { isLopend, OVERLEGNAAM } from '#programma/overleg/overleg.ts'
import type { Besluit } from '#programma/plan.store.ts'

/**
 * Een agenda of besluitenlijst als gegevens, los van hoe zij eruitziet: het scherm, de csv en de json komen hieruit, en een
 * andere kamer maakt er een document van.
 */

export const OVERLEGSTUKSOORTEN = ['agenda', 'besluitenlijst'] as const
export type Overlegstuksoort = (typeof OVERLEGSTUKSOORTEN)[number]

export type Stukbesluit = Pick<Besluit, 'id' | 'orgaan' | 'datum' | 'nummer' | 'onderwerp'>
export type Stukactie = Pick<Actie, 'nummer' | 'wat' | 'rol' | 'uiterlijk' | 'stand'>
export type Stukpunt = {
  nummer: number
  titel: string
  gevraagd: Gevraagd
  /** Waar het punt over gaat: het soort ding, hoe het heet en waar het op de website staat. */
  over: { soort: Puntsoort; naam: string; pad: string } | null
  toelichting: string | null
  uitkomst: Puntuitkomst | null
  conclusie: string | null
  besluit: Stukbesluit | null
  vervolg: Vervolg
  vervolgbesluit: Stukbesluit | null
  acties: readonly Stukactie[]
}
export type Overlegstuk = {
  soort: Overlegstuksoort
  titel: string
  overleg: number
  orgaan: Overlegorgaan
  datum: Datum
  stand: Overleg['stand']
  punten: readonly Stukpunt[]
  /** Op de agenda: alle lopende acties. Op de besluitenlijst: die bij geen punt horen. */
  acties: readonly Stukactie[]
  /** Zoals toen bekend; `null` is zoals nu. */
  bekendTot: Moment | null
}

export type Stukvraag = {
  soort: Overlegstuksoort
  acties: readonly Actie[]
  besluiten: readonly Besluit[]
  /** Hoe het ding heet waar een punt over gaat, en waar het staat. */
  noem: (soort: Puntsoort, verwijzing: string) => { naam: string; pad: string }
  bekendTot?: Moment | undefined
}

const besluitVan = (besluiten: readonly Besluit[], id: string | null): Stukbesluit | null => {
  const gevonden = id === null ? undefined : besluiten.find((een) => een.id === id)
  if (gevonden === undefined) return null
  const { orgaan, datum, nummer, onderwerp } = gevonden
  return { id: gevonden.id, orgaan, datum, nummer, onderwerp }
}
const actieVan = ({ nummer, wat, rol, uiterlijk, stand }: Actie): Stukactie => ({
  nummer,
  wat,
  rol,
  uiterlijk,
  stand,
})

const TITEL = { agenda: 'Agenda', besluitenlijst: 'Besluitenlijst' } as const satisfies Record<
  Overlegstuksoort,
  string
>

export function overlegstukVan(overleg: Overleg, vraag: Stukvraag): Overlegstuk {
  const { soort, acties, besluiten, noem } = vraag
  const isAgenda = soort === 'agenda'
  const hier = acties.filter((actie) => actie.overleg === overleg.nummer)
  // De agenda zegt wat er voorligt, niet wat er uitkwam: zo is hij ook achteraf de agenda van toen.
  const punten = overleg.punten.map(
    (punt): Stukpunt => ({
      nummer: punt.nummer,
      titel: punt.titel,
      gevraagd: punt.gevraagd,
      over: punt.verwijzing === null ? null : { soort: punt.soort, ...noem(punt.soort, punt.verwijzing) },
      toelichting: punt.toelichting,
      uitkomst: isAgenda ? null : punt.uitkomst,
      conclusie: isAgenda ? null : punt.conclusie,
      besluit: isAgenda ? null : besluitVan(besluiten, punt.besluit),
      vervolg: punt.vervolg,
      vervolgbesluit: isAgenda ? null : besluitVan(besluiten, punt.vervolgbesluit),
      acties: isAgenda ? [] : hier.filter((actie) => actie.punt === punt.nummer).map(actieVan),
    }),
  )
  const los = isAgenda
    ? acties.filter((actie) => isLopend(actie) && actie.overleg !== overleg.nummer)
    : hier.filter(({ punt }) => punt === null)
  return {
    soort,
    titel: `${TITEL[soort]} ${OVERLEGNAAM[overleg.orgaan].toLowerCase()} ${toonDatum(overleg.datum)}`,
    overleg: overleg.nummer,
    orgaan: overleg.orgaan,
    datum: overleg.datum,
    stand: overleg.stand,
    punten,
    acties: los.toSorted((a, b) => (a.uiterlijk < b.uiterlijk ? -1 : 1)).map(actieVan),
    bekendTot: vraag.bekendTot ?? null,
  }
}

const UITKOMSTZIN = {
  besloten: 'Besloten',
  besproken: 'Besproken',
  aangehouden: 'Aangehouden',
  afgewezen: 'Afgewezen',
  afgevoerd: 'Van de agenda gehaald',
} as const satisfies Record<Puntuitkomst, string>

/** Wat er uit een punt kwam, in één zin; op een agenda en zolang er niets is vastgelegd: niets. */
export const uitkomstzin = ({
  uitkomst,
  conclusie,
}: Pick<Stukpunt, 'uitkomst' | 'conclusie'>): string | undefined =>
  uitkomst === null
    ? undefined
    : conclusie === null
      ? `${UITKOMSTZIN[uitkomst]}.`
      : `${UITKOMSTZIN[uitkomst]}: ${conclusie}`

/** Wat de lezer kan verwachten; bij een besluitenlijst of zij al af is. */
export function leadzin(stuk: Overlegstuk): string {
  if (stuk.stand === 'vervallen') return 'Dit overleg ging niet door.'
  if (stuk.soort === 'agenda') return 'Wat er voorligt, en welke acties nog lopen.'
  const wacht = stuk.punten.filter(({ uitkomst }) => uitkomst === null).length
  return wacht === 0
    ? 'Wat er is besloten, en wie wat doet.'
    : `Van ${telwoord(wacht, 'punt', 'punten')} is nog niet vastgelegd wat eruit kwam.`
}
