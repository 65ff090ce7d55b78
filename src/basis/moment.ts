import { z } from 'zod'
import { type Datum, dagVan } from '#basis/datum.ts'

/**
 * Een moment op de microseconde, als tekst in UTC: `2026-11-22T08:15:38.123456Z`. Tekst, omdat een Date maar
 * milliseconden kent; de vaste lengte maakt dat vergelijken als tekst vergelijken in de tijd is.
 */
export const Moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/u)
  .brand('Moment')
export type Moment = z.infer<typeof Moment>

const PER_MS = 1_000

export const momentVan = (op: Date): Moment => op.toISOString().replace('Z', '000Z') as Moment

/** Op de milliseconde naar beneden: genoeg om te tonen, te weinig om te vergelijken. */
export const alsDate = (moment: Moment): Date => new Date(`${moment.slice(0, 23)}Z`)

/** Het moment één microseconde later. */
export function naMoment(moment: Moment): Moment {
  const micro = Number(moment.slice(23, 26)) + 1
  const ms = alsDate(moment).getTime() + Math.floor(micro / PER_MS)
  return new Date(ms).toISOString().replace('Z', `${String(micro % PER_MS).padStart(3, '0')}Z`) as Moment
}

/** Het latere van nu en net na het vorige: zo loopt de tijd ook door als de klok wordt teruggezet. */
export const volgendMoment = (vorige: Moment | undefined, nu: Date): Moment => {
  const op = momentVan(nu)
  return vorige === undefined || op > vorige ? op : naMoment(vorige)
}

const NEDERLAND = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  timeZoneName: 'longOffset',
})

function verschilMinuten(op: Date): number {
  const naam = NEDERLAND.formatToParts(op).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const delen = /([+-])(\d{2}):(\d{2})/u.exec(naam)
  if (delen === null) return 0
  return (delen[1] === '-' ? -1 : 1) * (Number(delen[2]) * 60 + Number(delen[3]))
}

/** Het laatste moment van een dag in Nederland, ook als de klok die dag verspringt. */
export function eindVanDag(dag: Datum): Moment {
  const middernacht = new Date(`${dag}T00:00:00.000Z`).getTime() + 24 * 3_600_000
  const zonder = new Date(middernacht)
  const met = new Date(middernacht - verschilMinuten(zonder) * 60_000)
  // De klok verspringt midden in de nacht; de tweede keer rekenen gebeurt aan de goede kant van de sprong.
  const precies = middernacht - verschilMinuten(met) * 60_000
  return new Date(precies - 1).toISOString().replace('Z', '999Z') as Moment
}

/** De dag waarop dit moment in Nederland valt. */
export const dagVanMoment = (moment: Moment): Datum => dagVan(alsDate(moment))

/** Leest een moment uit ISO 8601 in UTC, met nul tot zes decimalen; `undefined` als het iets anders is. */
export function momentUitIso(tekst: string): Moment | undefined {
  const delen = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?Z$/u.exec(tekst)
  if (delen === null || Number.isNaN(Date.parse(tekst))) return undefined
  return `${delen[1]}.${(delen[2] ?? '').padEnd(6, '0')}Z` as Moment
}
