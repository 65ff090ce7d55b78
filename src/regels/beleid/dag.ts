import { type Datum, datum, jaarVan } from '#basis/datum.ts'
import { trekDoor } from '#regels/variant/doortrekken.ts'
import { maakRekenkamer } from '#regels/wet/wet.ts'

/** Huishoudens die samen elke regel van de vergelijking nodig hebben; zijn zij uit te rekenen, dan is alles bekend. */
const PROEVEN = [
  [false, 0],
  [false, 1],
  [true, 0],
  [true, 1],
  [true, 2],
].flatMap(([paar, aow_gerechtigden]) =>
  [true, false].map((czm) => ({
    paar,
    aow_gerechtigden,
    czm,
    inkomen: 18_000,
    vermogen: 0,
    inkomen_netto_maand: 1_300,
    kosten_4_weken: 600,
    leeftijd: 70,
  })),
)
const UITKOMSTEN = [
  'netto_bijdrage_per_maand',
  'onder_grens_minimabeleid',
  'bijstandsnorm_excl_vakantietoeslag',
]

/** Zijn alle bedragen op deze dag bekend? */
export function isBekend(gemeente: string, dag: Datum, doortrekken = false): boolean {
  const machine = maakRekenkamer(gemeente, doortrekken ? [trekDoor(gemeente, dag).laag] : []).op(dag)
  return PROEVEN.every((proef) => UITKOMSTEN.every((regel) => machine.reken(regel, proef).ok))
}

const EERSTE_JAAR = 2020

/** Vandaag als alles bekend is; anders de laatste halfjaarsdag waarop dat zo was. */
export function begindag(gemeente: string, vandaag: Datum): Datum {
  if (isBekend(gemeente, vandaag)) return vandaag
  for (let jaar = jaarVan(vandaag); jaar >= EERSTE_JAAR; jaar--)
    for (const begin of [datum(`${jaar}-07-01`), datum(`${jaar}-01-01`)])
      if (begin <= vandaag && isBekend(gemeente, begin)) return begin
  return vandaag
}
