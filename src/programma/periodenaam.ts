import { tijdvak, toonTijdvak } from '#basis/datum.ts'
import type { Periode } from '#grootboek/deur.ts'

/** `maart 2024`. */
export const toonPeriode = (periode: Periode): string => toonTijdvak(tijdvak(periode))
