import { type Datum, datum, jaarVan } from '#basis/datum.ts'
import { trekDoor } from '#regels/variant/doortrekken.ts'
import { maakRekenkamer } from '#regels/wet/wet.ts'

/** Een huishouden dat elke regel van de vergelijking nodig heeft; is het uit te rekenen, dan is alles bekend. */
const PROEF = {
  paar: false,
  aow_gerechtigden: 0,
  inkomen: 18_000,
  vermogen: 0,
  inkomen_netto_maand: 1_300,
  kosten_4_weken: 600,
  leeftijd: 45,
  czm: false,
}

/** Zijn alle bedragen op deze dag bekend? */
export function isBekend(gemeente: string, dag: Datum, doortrekken = false): boolean {
  const kamer = maakRekenkamer(gemeente, doortrekken ? [trekDoor(gemeente, dag).laag] : [])
  return kamer.op(dag).reken('netto_bijdrage_per_maand', PROEF).ok
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
