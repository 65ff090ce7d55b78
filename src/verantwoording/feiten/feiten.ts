import type { Datum } from '#basis/datum.ts'
import type { Centen } from '#basis/geld.ts'
import type { Moment } from '#basis/moment.ts'
import type {
  Aspect,
  Beoordeeld,
  Besluit,
  Geldbevinding,
  Planbeeld,
  Regelsom,
  Uitloopjaar,
} from '#programma/deur.ts'
import type { Drempel, Geldfeiten } from '#verantwoording/feiten/geldfeiten.ts'
import type { Veranderingen } from '#verantwoording/feiten/veranderingen.ts'
import type { Rapportvraag } from '#verantwoording/feiten/vraag.ts'
import type { Standwoord } from '#verantwoording/rapport.ts'

/**
 * Alles wat een rapport kan zeggen, gelezen op één tijdstip. Een sjabloon maakt hiervan tekst, tabellen en grafieken en
 * leest zelf niets. Wat ontbreekt, is niet bekend: het rapport zegt dat dan.
 */

export type Feitenmoment = {
  geldigTm: Datum
  bekendOp: Moment
  bekendNr: number
  /** Hash van de laatste boeking; `null` als er niets geboekt is. */
  hoofd: string | null
}

export type Planversiefeit = {
  nummer: number
  /** Het besluit waarmee zij is vastgesteld. */
  besluit: Besluit | undefined
  /** Zij gold nog niet op de laatste dag van het rapport: er was toen geen andere. */
  later: boolean
}

export type Besluitfeit = Besluit & {
  /** Welke versies van het plan ermee zijn vastgesteld. */
  versies: readonly number[]
  /** Wat de budgetten van onderdelen er samen door groeiden of krompen. */
  budgetCent: Centen
}

export type Vorigrapport = { kenmerk: string; titel: string; geldigTm: Datum; bekendNr: number }
export type Vorigfeit = Vorigrapport & {
  veranderingen: Veranderingen
  /** Versies van het plan die sindsdien zijn vastgesteld. */
  planversies: readonly number[]
}

export type Uitloopfeit = {
  naam: string
  rijen: readonly Uitloopjaar[]
}

export { ASPECTNAAM, VOORTGANGASPECTEN as ASPECTEN } from '#programma/deur.ts'

/** Hoe een onderdeel ervoor staat, zoals de teamleider het opgaf. */
export type Voortgangfeit = {
  onderdeel: string
  kwartaal: number
  standen: Readonly<Record<Aspect, { stand: Standwoord; voorstel: Standwoord; reden: string | null }>>
  gedaan: string
  komt: string
  verklaring: { oorzaak: string; maatregel: string; risico: string; prognose: string } | null
}

export type Metingfeit = {
  tijdvak: string
  /** Zoals gemeten, als tekst met een punt; `null` met een reden. */
  waarde: string | null
  ontbreekt: string | null
  aantal: number | null
  ondergrens: string | null
  bovengrens: string | null
  soort: 'voorlopig' | 'definitief'
}
export type Indicatorfeit = {
  doel: string
  naam: string
  eenheid: string
  nulwaarde: string | null
  streefwaarde: string | null
  bron: string | null
  metingen: readonly Metingfeit[]
}

export type Mijlpaalfeit = {
  onderdeel: string
  wat: string
  gepland: string | null
  verwacht: string | null
  bereikt: string | null
  /** Heeft iemand er ooit iets over gezegd? Zonder is alleen bekend wat het plan wilde. */
  gemeld: boolean
  /** De geplande tijd is voorbij en zij is, voor zover gemeld, niet gehaald. */
  teLaat: boolean
}

export type Risicofeit = {
  onderdeel: string | null
  gebeurtenis: string
  oorzaak: string
  gevolg: string
  kans: string
  /** Het gevolg in geld ligt hiertussen. */
  laagCent: Centen
  hoogCent: Centen
  maatregel: string
  eigenaar: string
}

/** Feiten van andere kamers; zolang een lijst ontbreekt, is zij niet gevraagd of niet bekend. */
export type Verdieping = {
  voortgang?: readonly Voortgangfeit[] | undefined
  indicatoren?: readonly Indicatorfeit[] | undefined
  mijlpalen?: readonly Mijlpaalfeit[] | undefined
  risicos?: readonly Risicofeit[] | undefined
}

export type Feiten = Verdieping & {
  vraag: Rapportvraag
  gemeente: { code: string; naam: string }
  beeld: Planbeeld
  planversie: Planversiefeit
  moment: Feitenmoment
  /** De periode was nog niet voorbij. */
  bezig: boolean
  geld: Geldfeiten
  vorig: Vorigfeit | undefined
  besluiten: readonly Besluitfeit[]
  /** Wat de plancontrole vond en nog openstaat. */
  planbevindingen: readonly Beoordeeld[]
  geldbevindingen: readonly Geldbevinding[]
  geldsommen: readonly Regelsom[]
  uitlopen: readonly Uitloopfeit[]
  drempel: Drempel
  /** De cijfers zijn verzonnen. */
  verzonnen: boolean
}
