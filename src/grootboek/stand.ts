import type { Datum } from '#basis/datum.ts'
import type { Centen } from '#basis/geld.ts'
import type { Moment } from '#basis/moment.ts'
import type { Boekingsoort } from '#grootboek/boeking.ts'
import type { Kenmerk } from '#grootboek/kenmerk.ts'
import type { Rekening } from '#grootboek/rekening.ts'

/** Wat iemand vraagt: gebeurd tot en met een dag, zoals bekend op een dag, moment of boekingsnummer. */
export type Standvraag = {
  geldigTm?: Datum | undefined
  bekendOp?: Datum | Moment | { nr: number } | undefined
}

/** Het precieze antwoord daarop; blijft waar, wat er ook later wordt vastgelegd. */
export type Tijdstip = {
  /** `undefined`: alles wat tot dan bekend is, ook wat pas later geldt. */
  geldigTm: Datum | undefined
  /** Tot en met deze boeking. */
  bekendNr: number
  bekendOp: Moment | null
  hash: string
  /** Dit is de kop van het journaal, zonder grens aan de dag: de saldi van nu. */
  nu: boolean
}

/** Som van alles wat op één post geboekt is. */
export type Postsaldo = {
  post: number
  rekening: Rekening
  kenmerk: Kenmerk
  soort: Boekingsoort
  bedragCent: Centen
}
