import { jaarVan } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Spreiding, verschilPerBron, type Wijzigingsregel } from '#grootboek/deur.ts'
import type { Wijzigingsinvoer } from '#programma/begrotingswijzigingen/begrotingswijzigingen.flow.ts'
import type { Plan } from '#programma/plan.ts'
import {
  bedrag,
  Formulierlezer,
  jaartal,
  keuze,
  type VeldFout,
  verplichteAlinea,
  type Waarden,
  zoekOnderdeel,
} from '#programma/wijzigen/velden.ts'

/** Een ingevulde begrotingswijziging lezen; elke fout hoort bij het veld waar zij staat. */

export const REGELSOORTEN = ['onderdeel', 'bron', 'inbreng'] as const
export const REGELSOORTNAAM = {
  onderdeel: 'Een onderdeel krijgt of geeft',
  bron: 'De bron zelf: nog te verdelen',
  inbreng: 'De bron brengt meer of minder in',
} as const satisfies Record<(typeof REGELSOORTEN)[number], string>

/** Hoeveel lege regels er staan, en hoeveel er per keer bij komen. */
export const REGELS_PER_KEER = 4
export const rijnaam = (nummer: number): string => `R${nummer}`

const GEEN_BRON = ''

export function leesWijziging(getypt: Waarden, plan: Plan): Uitkomst<Wijzigingsinvoer, VeldFout[]> {
  const lezer = new Formulierlezer(getypt, {})
  const regels = lezer
    .rijen('bedrag')
    .toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
    .flatMap((rij) => leesRegel(lezer, plan, rij) ?? [])
  const toelichting = lezer.leesAltijd('toelichting', '', verplichteAlinea('waarom dit nodig is'))
  if (lezer.fouten.length > 0) return geweigerd(lezer.fouten)
  return gelukt({
    regels: lezer.aan('sluit') ? [...regels, ...sluitend(regels, plan)] : regels,
    toelichting,
    beleid: lezer.aan('beleid'),
  })
}

function leesRegel(lezer: Formulierlezer, plan: Plan, rij: string): Wijzigingsregel | undefined {
  const naam = (veld: string): string => `${veld}.${rij}`
  if (lezer.tekst(naam('bedrag')) === '' && lezer.tekst(naam('onderdeel')) === '') return undefined
  const aantal = lezer.fouten.length
  const soort = lezer.leesAltijd(naam('wat'), 'onderdeel', keuze(REGELSOORTEN, 'wat er verandert'))
  const bronnaam = lezer.tekst(naam('bron'))
  const bron = plan.bronnen.find(({ id }) => id === bronnaam)?.id ?? null
  if (bron === null && bronnaam !== GEEN_BRON) lezer.meld(naam('bron'), 'Kies een bron uit de lijst.')
  const jaar = lezer.leesAltijd(naam('jaar'), jaarVan(plan.programma.van), jaartal)
  const bedragCent = lezer.leesAltijd(naam('bedrag'), centen(0), bedrag)
  if (soort === 'inbreng') {
    if (bron === null) lezer.meld(naam('bron'), 'Kies de bron die meer of minder inbrengt.')
    return lezer.fouten.length > aantal || bron === null ? undefined : { soort, bron, jaar, bedragCent }
  }
  if (soort === 'bron') return lezer.fouten.length > aantal ? undefined : { soort, bron, jaar, bedragCent }
  const onderdeel = zoekOnderdeel(plan, lezer.tekst(naam('onderdeel')))
  if (onderdeel === undefined)
    lezer.meld(naam('onderdeel'), 'Noem het onderdeel zoals het in het plan staat, met zijn naam of nummer.')
  const aard = (['incidenteel', 'structureel'] as const).find((een) => een === lezer.tekst(naam('aard')))
  if (lezer.fouten.length > aantal || onderdeel === undefined) return undefined
  return { soort, onderdeel: onderdeel.id, bron, jaar, bedragCent, ...(aard === undefined ? {} : { aard }) }
}

/** Regels op de bronnen zelf die dragen wat er per bron te veel of te weinig is. */
export function sluitend(
  regels: readonly Wijzigingsregel[],
  plan: Pick<Plan, 'programma'>,
): Wijzigingsregel[] {
  return [...verschilPerBron(regels)].flatMap(([bron, verschil]): Wijzigingsregel[] => {
    if (verschil === 0) return []
    const jaar = regels.find((regel) => regel.bron === bron)?.jaar ?? jaarVan(plan.programma.van)
    return [{ soort: 'bron', bron, jaar, bedragCent: centen(-verschil) }]
  })
}

export const VERDEELWIJZEN = ['genoemd', 'aandelen', 'waterval'] as const

export type Verdeelinvoer = {
  /** Een groep, een onderdeel, of leeg voor alles. */
  groep: string | undefined
  onderdeel: string | undefined
  jaar: number | undefined
  wijze: Spreiding
  toelichting: string
}

/** De verdeling: welk deel van het geld, en hoe over de bronnen. `teVerdelen` is wat elke bron nog heeft. */
export function leesVerdeling(
  getypt: Waarden,
  plan: Plan,
  teVerdelen: ReadonlyMap<string, Centen>,
): Uitkomst<Verdeelinvoer, VeldFout[]> {
  const lezer = new Formulierlezer(getypt, {})
  const soort = lezer.leesAltijd('wijze', 'genoemd', keuze(VERDEELWIJZEN, 'hoe het verdeeld wordt'))
  const toelichting = lezer.leesAltijd('toelichting', '', verplichteAlinea('waarom dit nodig is'))
  const jaar = lezer.tekst('jaar') === '' ? undefined : lezer.leesAltijd('jaar', 0, jaartal)
  const tekst = lezer.tekst('onderdeel')
  const onderdeel = tekst === '' ? undefined : zoekOnderdeel(plan, tekst)?.id
  if (tekst !== '' && onderdeel === undefined)
    lezer.meld('onderdeel', 'Noem het onderdeel zoals het in het plan staat, met zijn naam of nummer.')
  const gekozen = plan.bronnen.flatMap(({ id }) => {
    const aandeel = lezer.tekst(`aandeel.${id}`)
    if (aandeel === '') return []
    if (!/^\d{1,6}$/u.test(aandeel) || Number(aandeel) === 0) {
      lezer.meld(`aandeel.${id}`, 'Vul een heel getal boven nul in, of laat het leeg.')
      return []
    }
    return [{ bron: id as string, getal: Number(aandeel) }]
  })
  if (gekozen.length === 0 && lezer.fouten.length === 0)
    lezer.meld(`aandeel.${plan.bronnen[0]?.id ?? ''}`, 'Vul bij minstens één bron een getal in.')
  if (soort === 'genoemd' && gekozen.length > 1)
    lezer.meld(`aandeel.${gekozen[1]?.bron}`, 'Bij ‘alles uit één bron’ vult u maar één bron in.')
  if (lezer.fouten.length > 0) return geweigerd(lezer.fouten)
  const groep = plan.groepen.find(({ id }) => id === lezer.tekst('groep'))?.id
  return gelukt({ groep, onderdeel, jaar, toelichting, wijze: wijzeVan(soort, gekozen, teVerdelen) })
}

function wijzeVan(
  soort: (typeof VERDEELWIJZEN)[number],
  gekozen: readonly { bron: string; getal: number }[],
  teVerdelen: ReadonlyMap<string, Centen>,
): Spreiding {
  if (soort === 'genoemd') return { soort, bron: gekozen[0]?.bron ?? '' }
  if (soort === 'aandelen')
    return { soort, aandelen: new Map(gekozen.map(({ bron, getal }) => [bron, getal])) }
  const volgorde = gekozen.toSorted((a, b) => a.getal - b.getal)
  return { soort, potten: volgorde.map(({ bron }) => [bron, teVerdelen.get(bron) ?? centen(0)] as const) }
}
