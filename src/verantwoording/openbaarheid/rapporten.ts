import type { Lezer } from '#basis/db.ts'
import type { Moment } from '#basis/moment.ts'
import type { Rapportsoort } from '#verantwoording/rapport.ts'

/** Een vastgesteld rapport, met de bestanden waarin het te halen is. */
export type Openbaarrapport = {
  /** Begin van het adres als het rapport niet bij het hoofdplan hoort: `/plannen/<plan>`. */
  voor: string
  kenmerk: string
  titel: string
  soort: Rapportsoort
  jaar: number
  vastgesteldOp: Moment
  vormen: readonly { vorm: string; naam: string; type: string; bytes: number; hash: string }[]
}

/** Waar de lijst vandaan komt; nieuwste eerst hoeft niet. */
export type Rapportenbron = (lezer: Lezer) => Promise<readonly Openbaarrapport[]>

type Plek = Pick<Openbaarrapport, 'voor' | 'kenmerk'>

export const rapportpad = ({ voor, kenmerk }: Plek): string =>
  `${voor}/rapporten/${encodeURIComponent(kenmerk)}`
export const rapportbestandpad = (plek: Plek, vorm: string): string =>
  `${rapportpad(plek)}/bestanden/${encodeURIComponent(vorm)}`

export const nieuwsteEerst = (rapporten: readonly Openbaarrapport[]): Openbaarrapport[] =>
  rapporten.toSorted(
    (a, b) => b.vastgesteldOp.localeCompare(a.vastgesteldOp) || a.kenmerk.localeCompare(b.kenmerk),
  )
