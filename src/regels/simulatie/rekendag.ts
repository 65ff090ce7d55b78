import { type Datum, datum, jaarVan } from '#basis/datum.ts'
import { maakRekenkamer, type Rekenkamer } from '#regels/wet/wet.ts'

const EERSTE_JAAR = 2020
const HUISHOUDENS = [
  { paar: false, aow_gerechtigden: 0 },
  { paar: false, aow_gerechtigden: 1 },
  { paar: true, aow_gerechtigden: 0 },
  { paar: true, aow_gerechtigden: 2 },
] as const
const NODIG = ['netto_bijdrage_per_maand', 'bijstandsnorm_excl_vakantietoeslag'] as const

/** Is op deze dag voor elk soort huishouden alles bekend wat een simulatie nodig heeft? */
export const isRekendag = (kamer: Rekenkamer, dag: Datum): boolean =>
  HUISHOUDENS.every((huis) =>
    NODIG.every(
      (regel) => kamer.op(dag).reken(regel, { ...huis, inkomen: 0, inkomen_netto_maand: 0, czm: false }).ok,
    ),
  )

/** De laatste dag tot en met vandaag, aan het begin van een half jaar, waarop alles bekend is. */
export function laatsteRekendag(gemeente: string, vandaag: Datum): Datum | undefined {
  const kamer = maakRekenkamer(gemeente)
  for (let jaar = jaarVan(vandaag); jaar >= EERSTE_JAAR; jaar--)
    for (const begin of ['07-01', '01-01']) {
      const dag = datum(`${jaar}-${begin}`)
      if (dag <= vandaag && isRekendag(kamer, dag)) return dag
    }
  return undefined
}
