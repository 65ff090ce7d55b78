import { Datum, datum, Tijdvak, tijdvak } from '#basis/datum.ts'
import { vergelijkbaar } from '#basis/tekst.ts'

const DAG_IN_MS = 86_400_000
const NULDAG = Date.UTC(1899, 11, 30)
const NULDAG_1904 = Date.UTC(1904, 0, 1)
/** Voor deze dag telt Excel een schrikkeldag die niet bestaat; zulke dagen schrijven wij als tekst. */
export const EERSTE_SERIEDAG = '1900-03-01'

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

const MAANDEN = [
  'januari februari maart april mei juni juli augustus september oktober november december',
  'jan feb mrt apr mei jun jul aug sep okt nov dec',
].map((regel) => regel.split(' '))

const RANGEN = ['eerste', 'tweede', 'derde', 'vierde']

const probeer = (tekst: string): Tijdvak | undefined => {
  const gelezen = Tijdvak.safeParse(tekst)
  return gelezen.success ? gelezen.data : undefined
}

const twee = (cijfers: string): string => cijfers.padStart(2, '0')

function maandnummer(woord: string): string | undefined {
  const index = Math.max(...MAANDEN.map((namen) => namen.indexOf(woord)))
  return index < 0 ? undefined : twee(String(index + 1))
}

/**
 * Een tijdvak zoals het formaat het schrijft, of zoals mensen het in een cel typen: `1-9-2024`, `september 2023`,
 * `1 september 2024`, `Q3 2023`, `derde kwartaal 2023`, `tweede helft 2023`.
 */
export function leesTijdvak(invoer: string): Tijdvak | undefined {
  const kaal = invoer.trim()
  const letterlijk = probeer(kaal)
  if (letterlijk !== undefined) return letterlijk
  const nederlands = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/u.exec(kaal)
  if (nederlands !== null)
    return probeer(`${nederlands[3]}-${twee(nederlands[2] ?? '')}-${twee(nederlands[1] ?? '')}`)
  const woorden = vergelijkbaar(kaal)
  const metMaand = /^(?:(\d{1,2}) )?([a-z]+) (\d{4})$/u.exec(woorden)
  const maand = metMaand === null ? undefined : maandnummer(metMaand[2] ?? '')
  if (metMaand !== null && maand !== undefined)
    return probeer([metMaand[3], maand, ...(metMaand[1] ? [twee(metMaand[1])] : [])].join('-'))
  const kwartaal = /^(?:q([1-4]) (\d{4})|(\d{4}) ?q([1-4])|([a-z]+|[1-4]e) kwartaal (\d{4}))$/u.exec(woorden)
  if (kwartaal !== null) {
    const [, q1, jaar1, jaar2, q2, rang = '', jaar3] = kwartaal
    const nummer = q1 ?? q2 ?? rangnummer(rang)
    return nummer === undefined ? undefined : probeer(`${jaar1 ?? jaar2 ?? jaar3}-Q${nummer}`)
  }
  const helft = /^([a-z]+|[12]e) (?:helft|halfjaar)(?: van)? (\d{4})$/u.exec(woorden)
  const nummer = helft === null ? undefined : rangnummer(helft[1] ?? '')
  return nummer === undefined ? undefined : probeer(`${helft?.[2]}-H${nummer}`)
}

function rangnummer(woord: string): string | undefined {
  if (/^[1-4]e$/u.test(woord)) return woord[0]
  const index = RANGEN.indexOf(woord)
  return index < 0 ? undefined : String(index + 1)
}

/** Een dag die als echte datum in een cel past; andere tijdvakken staan er als tekst. */
export const isSeriedag = (vak: Tijdvak): boolean => vak.length === 10 && vak >= EERSTE_SERIEDAG

export const alsDag = (vak: Tijdvak): Datum => datum(vak)
export const alsTijdvak = (dag: Datum): Tijdvak => tijdvak(dag)
