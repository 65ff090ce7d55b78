import { Datum, datum, Tijdvak } from '#basis/datum.ts'
import { leesTijdvak } from '#basis/tijdvak-invoer.ts'

const DAG_IN_MS = 86_400_000
const NULDAG = Date.UTC(1899, 11, 30)
const NULDAG_1904 = Date.UTC(1904, 0, 1)
/** Voor deze dag telt Excel een schrikkeldag die niet bestaat; zulke dagen schrijven wij als tekst. */
const EERSTE_SERIEDAG = '1900-03-01'

/** Volgnummer van een dag in Excel (stelsel 1900). */
export const serieVan = (dag: Datum): number => (Date.parse(`${dag}T00:00:00Z`) - NULDAG) / DAG_IN_MS

/** Van volgnummer naar dag; de tijd van de dag valt weg. `undefined` buiten de jaren 1900 tot en met 9999. */
export function dagVanSerie(serie: number, stelsel: 1900 | 1904 = 1900): Datum | undefined {
  const heel = Math.floor(serie)
  if (!Number.isFinite(heel) || heel < 1 || heel > 2_958_465) return undefined
  // Excel 1900 rekent 29 februari 1900 mee: tot en met volgnummer 60 loopt het één dag achter.
  const schrikkelfout = stelsel === 1900 && heel < 60 ? 1 : 0
  const moment = (stelsel === 1900 ? NULDAG : NULDAG_1904) + (heel + schrikkelfout) * DAG_IN_MS
  const gelezen = Datum.safeParse(new Date(moment).toISOString().slice(0, 10))
  return gelezen.success ? gelezen.data : undefined
}

/** Een tijd in een cel: zoals het formaat haar schrijft, van welk jaar ook, of zoals mensen haar typen. */
export function tijdvakUitCel(tekst: string): Tijdvak | undefined {
  const letterlijk = Tijdvak.safeParse(tekst.trim())
  return letterlijk.success ? letterlijk.data : leesTijdvak(tekst)
}

/** Een dag die als echte datum in een cel past; andere tijdvakken staan er als tekst. */
export const isSeriedag = (vak: Tijdvak): boolean => vak.length === 10 && vak >= EERSTE_SERIEDAG

export const alsDag = (vak: Tijdvak): Datum => datum(vak)
