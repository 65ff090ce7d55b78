import type { Datum } from '#basis/datum.ts'
import { centen, leesBedrag, schrijfBedrag } from '#basis/geld.ts'
import { schoon } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Vraagfout } from '#regels/beleid/vraag.ts'
import { isGeld } from '#regels/motor/eenheid.ts'
import { bouwVariant } from '#regels/variant/bouw.ts'
import { trekDoor } from '#regels/variant/doortrekken.ts'
import { FORMULES, NIHILLIJST, type Nihilgrens, type Nihilsoort, Variant } from '#regels/variant/variant.ts'
import { maakRekenkamer } from '#regels/wet/wet.ts'

/** Van wat iemand typte naar een variant, en terug. Wat niet klopt, krijgt een zin bij zijn eigen veld. */
export type Velden = Readonly<Record<string, string>>

export const RIJEN_ANDERS = [1, 2] as const
const LANGSTE_NAAM = 80
const LANGSTE_UITLEG = 300

type Lezer = { velden: Velden; fouten: Vraagfout[] }

const tekst = ({ velden }: Lezer, naam: string): string => schoon(velden[naam] ?? '')

function fout({ fouten }: Lezer, veld: string, zin: string): undefined {
  fouten.push({ veld, zin })
  return undefined
}

function geld(lezer: Lezer, naam: string): number | undefined {
  const getypt = tekst(lezer, naam)
  if (getypt === '') return undefined
  const cent = leesBedrag(getypt)
  if (cent === undefined) return fout(lezer, naam, 'Vul een bedrag in, zoals 15 of 15,50.')
  if (cent < 0) return fout(lezer, naam, 'Een bedrag kan niet lager zijn dan nul.')
  if (cent > 10_000_000) return fout(lezer, naam, 'Dit bedrag is hoger dan € 100.000. Dat kan niet kloppen.')
  return cent
}

const PROCENT = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*%?$/u

function deel(lezer: Lezer, naam: string): number | undefined {
  const getypt = tekst(lezer, naam)
  if (getypt === '') return undefined
  const [, heel, breuk = ''] = PROCENT.exec(getypt) ?? []
  if (heel === undefined) return fout(lezer, naam, 'Vul een percentage in, zoals 130 of 130%.')
  const waarde = Number(`${heel}.${breuk.padEnd(2, '0')}`)
  return waarde > 300 ? fout(lezer, naam, 'Vul een percentage in van hoogstens 300%.') : waarde
}

/** `120%` is een deel van het minimum, `€ 18.000` een bedrag per jaar. */
function grens(lezer: Lezer, soort: Nihilsoort): Nihilgrens | undefined {
  const naam = `nihil_${soort}`
  const getypt = tekst(lezer, naam)
  if (getypt === '') return undefined
  if (getypt.endsWith('%')) {
    const procent = deel(lezer, naam)
    return procent === undefined ? undefined : { procent }
  }
  if (leesBedrag(getypt) === undefined)
    return fout(
      lezer,
      naam,
      'Vul een percentage in met een %, zoals 120%, of een bedrag per jaar, zoals 18.000.',
    )
  const centPerJaar = geld(lezer, naam)
  if (centPerJaar !== undefined && centPerJaar > 0 && centPerJaar < 30_000)
    return fout(
      lezer,
      naam,
      'Dit is een heel laag bedrag per jaar. Bedoelt u een percentage? Zet er dan een % achter.',
    )
  return centPerJaar === undefined ? undefined : { centPerJaar }
}

function andere(lezer: Lezer, gemeente: string): Variant['parameters'] {
  const { tabel } = maakRekenkamer(gemeente)
  return RIJEN_ANDERS.flatMap((nummer): Variant['parameters'] => {
    const [wat, hoeveel] = [`anders_${nummer}`, `anders_${nummer}_waarde`]
    const id = tekst(lezer, wat)
    if (id === '') {
      if (tekst(lezer, hoeveel) !== '') fout(lezer, wat, 'Kies bij welk bedrag of percentage dit hoort.')
      return []
    }
    const parameter = tabel.parameters.get(id)
    if (parameter === undefined) {
      fout(lezer, wat, 'Kies een bedrag of percentage uit de lijst.')
      return []
    }
    if (tekst(lezer, hoeveel) === '') {
      fout(lezer, hoeveel, `Vul in wat “${parameter.naam}” wordt, of laat de keuze leeg.`)
      return []
    }
    if (isGeld(parameter.eenheid)) {
      const cent = geld(lezer, hoeveel)
      return cent === undefined ? [] : [{ id, cent }]
    }
    if (parameter.eenheid === 'deel') {
      const procent = deel(lezer, hoeveel)
      return procent === undefined ? [] : [{ id, procent }]
    }
    const aantal = Number(tekst(lezer, hoeveel))
    if (Number.isInteger(aantal) && aantal >= 0 && aantal <= 1000) return [{ id, aantal }]
    fout(lezer, hoeveel, 'Vul een heel getal in van 0 tot en met 1000.')
    return []
  })
}

/** Leest het formulier, en keurt de variant: spreekt zij zichzelf niet tegen, en past zij in de wet van die dag? */
export function leesVariant(
  velden: Velden,
  plek: { id: string; gemeente: string; dag: Datum; doortrekken: boolean },
): Uitkomst<Variant, readonly Vraagfout[]> {
  const lezer: Lezer = { velden, fouten: [] }
  const [naam, uitleg] = [tekst(lezer, 'naam'), tekst(lezer, 'uitleg')]
  if (naam === '') fout(lezer, 'naam', 'Geef de variant een naam.')
  if (naam.length > LANGSTE_NAAM) fout(lezer, 'naam', `De naam is te lang: hoogstens ${LANGSTE_NAAM} tekens.`)
  if (uitleg.length > LANGSTE_UITLEG)
    fout(lezer, 'uitleg', `De uitleg is te lang: hoogstens ${LANGSTE_UITLEG} tekens.`)
  const formule = tekst(lezer, 'formule') || 'abonnement'
  if (!Object.hasOwn(FORMULES, formule)) fout(lezer, 'formule', 'Kies een van de formules.')
  const czm = tekst(lezer, 'czm') || 'blijft'
  if (czm !== 'blijft' && czm !== 'stopt') fout(lezer, 'czm', 'Kies of de CZM blijft of stopt.')
  const [een, paar] = [geld(lezer, 'regeling_een'), geld(lezer, 'regeling_paar')]
  for (const [leeg, veld] of [
    [een === undefined && paar !== undefined, 'regeling_een'],
    [paar === undefined && een !== undefined, 'regeling_paar'],
  ] as const)
    if (leeg && !lezer.fouten.some((een) => een.veld === veld))
      fout(lezer, veld, 'Vul de vergoeding voor één persoon én voor een paar in, of laat beide leeg.')
  const ruw = {
    id: plek.id,
    naam,
    uitleg,
    formule,
    czm,
    abonnementCent: geld(lezer, 'bedrag'),
    nihil: Object.fromEntries(
      NIHILLIJST.flatMap((soort) => {
        const gevonden = grens(lezer, soort)
        return gevonden === undefined ? [] : [[soort, gevonden]]
      }),
    ),
    regelingCent: een === undefined || paar === undefined ? undefined : { een, paar },
    minimagrensProcent: deel(lezer, 'minimagrens'),
    pgbTariefCent: geld(lezer, 'pgb'),
    parameters: andere(lezer, plek.gemeente),
  }
  if (lezer.fouten.length > 0) return geweigerd(lezer.fouten)
  const variant = Variant.parse(JSON.parse(JSON.stringify(ruw)))
  return keur(variant, plek)
}

/** Bij welk veld van het formulier een fout in de variant hoort. */
function veldVan(veld: string, variant: Variant): string {
  const soort = /^nihil\.(\w+)$/u.exec(veld)?.[1]
  if (soort !== undefined) return `nihil_${soort}`
  const id = /^parameters\.(.+)$/u.exec(veld)?.[1]
  const plek = variant.parameters.findIndex((een) => een.id === id)
  if (plek !== -1) return `anders_${plek + 1}_waarde`
  return (
    {
      abonnementCent: 'bedrag',
      nihil: 'nihil_alleen',
      regelingCent: 'regeling_een',
      'regelingCent.paar': 'regeling_paar',
      minimagrensProcent: 'minimagrens',
      pgbTariefCent: 'pgb',
    }[veld] ?? 'naam'
  )
}

function keur(
  variant: Variant,
  { gemeente, dag, doortrekken }: { gemeente: string; dag: Datum; doortrekken: boolean },
): Uitkomst<Variant, readonly Vraagfout[]> {
  const gebouwd = bouwVariant(gemeente, variant, dag, doortrekken ? [trekDoor(gemeente, dag).laag] : [])
  if (!gebouwd.ok)
    return geweigerd(gebouwd.reden.map((een) => ({ veld: veldVan(een.veld, variant), zin: een.zin })))
  const { wijzigingen } = gebouwd.waarde
  if (wijzigingen.length === 0 && variant.czm === 'blijft' && variant.formule === 'abonnement')
    return geweigerd([
      { veld: 'bedrag', zin: 'Deze variant is gelijk aan het huidige beleid. Verander minstens één ding.' },
    ])
  return gelukt(variant)
}

const euro = (cent: number | undefined): string => (cent === undefined ? '' : schrijfBedrag(centen(cent)))
const procent = (getal: number | undefined): string =>
  getal === undefined ? '' : `${String(getal).replace('.', ',')}%`

/** De variant zoals zij in het formulier staat. */
export function veldenVan(variant: Variant): Velden {
  return {
    naam: variant.naam,
    uitleg: variant.uitleg,
    formule: variant.formule,
    czm: variant.czm,
    bedrag: euro(variant.abonnementCent),
    ...Object.fromEntries(
      NIHILLIJST.map((soort) => {
        const een = variant.nihil[soort]
        return [`nihil_${soort}`, een?.procent === undefined ? euro(een?.centPerJaar) : procent(een.procent)]
      }),
    ),
    regeling_een: euro(variant.regelingCent?.een),
    regeling_paar: euro(variant.regelingCent?.paar),
    minimagrens: procent(variant.minimagrensProcent),
    pgb: euro(variant.pgbTariefCent),
    ...Object.fromEntries(
      variant.parameters.slice(0, RIJEN_ANDERS.length).flatMap((een, i) => [
        [`anders_${i + 1}`, een.id],
        [
          `anders_${i + 1}_waarde`,
          een.cent === undefined
            ? een.procent === undefined
              ? String(een.aantal)
              : procent(een.procent)
            : euro(een.cent),
        ],
      ]),
    ),
  }
}
