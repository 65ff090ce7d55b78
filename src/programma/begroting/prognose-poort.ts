import type { Centen } from '#basis/geld.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import type { Bestand, Uitvoerstand } from '#programma/poorten.ts'
import type { ZEKERHEDEN } from '#programma/prognose/prognose.ts'

/**
 * Het blad dat een budgethouder meeneemt: alleen zijn rijen, met de cijfers van nu en drie lege kolommen. Komt het
 * terug, dan weigert elke rij waarvan de cijfers intussen bewogen; de andere rijen gaan gewoon door.
 */

export const PROGNOSECIJFERS = ['naWijziging', 'verplicht', 'gerealiseerd', 'vrij'] as const
export type Prognosecijfers = Readonly<Record<(typeof PROGNOSECIJFERS)[number], Centen>>
type Zekerheid = (typeof ZEKERHEDEN)[number]

/** Eén onderdeel in één jaar, zoals Omzien het nu kent. */
export type Prognosestand = {
  onderdeel: string
  titel: string
  jaar: number
  cijfers: Prognosecijfers
  laatste: { bedragCent: Centen; zekerheid: Zekerheid; peildatum: string } | null
}

export type Prognosevel = {
  titel: string
  stand: Uitvoerstand
  rijen: readonly Prognosestand[]
}

/** Een cel die iemand mocht invullen. */
export type Ingevuld<Waarde> = { cel: string } & (
  | { soort: 'leeg' }
  | { soort: 'waarde'; waarde: Waarde }
  | { soort: 'onleesbaar'; zin: string }
)

/** Een rij uit het teruggekomen blad. `afdruk` en `bekendNr` zeggen welke cijfers erop stonden toen het wegging. */
export type GelezenPrognose = {
  blad: string | undefined
  onderdeel: string
  jaar: number
  afdruk: string
  bekendNr: number | undefined
  getoond: Readonly<Record<keyof Prognosecijfers, { cel: string; cent: Centen | undefined }>>
  prognose: Ingevuld<Centen>
  zekerheid: Ingevuld<Zekerheid>
  toelichting: Ingevuld<string>
}

/** Iets over één cel, in een zin voor wie het blad invulde. */
export type Celmelding = { blad: string | undefined; cel: string | undefined; code: string; zin: string }

export type GelezenBlad = { rijen: readonly GelezenPrognose[]; meldingen: readonly Celmelding[] }

export type Prognosepoort = {
  schrijfPrognoseblad(vel: Prognosevel, vorm: 'ods' | 'xlsx'): Bestand
  /** Weigert alleen wat geen prognoseblad is; een cel die niet te lezen is, staat als zodanig in haar rij. */
  leesPrognoseblad(inhoud: Uint8Array): Uitkomst<GelezenBlad, readonly Celmelding[]>
}
