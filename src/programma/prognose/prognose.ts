import type { Datum } from '#basis/datum.ts'
import type { Centen } from '#basis/geld.ts'
import type { Moment } from '#basis/moment.ts'

/** Wat een onderdeel naar verwachting in een jaar gaat kosten; elke keer een nieuwe versie, de laatste geldt. */

export const ZEKERHEDEN = ['laag', 'midden', 'hoog'] as const
export const GRONDEN = ['eigen', 'tempo', 'patroon'] as const

export type NieuwePrognose = {
  onderdeel: string
  jaar: number
  bedragCent: Centen
  peildatum: Datum
  zekerheid: (typeof ZEKERHEDEN)[number]
  grond: (typeof GRONDEN)[number]
  reden: string
}

/** `reden` en `door` zijn er alleen voor wie aan het programma werkt. */
export type Prognose = NieuwePrognose & { id: string; op: Moment; door: string | null }

export const ZEKERHEIDSNAAM = { laag: 'laag', midden: 'redelijk', hoog: 'hoog' } as const satisfies Record<
  Prognose['zekerheid'],
  string
>
export const GRONDNAAM = {
  eigen: 'eigen inschatting',
  tempo: 'tempo tot nu toe',
  patroon: 'patroon van vorig jaar',
} as const satisfies Record<Prognose['grond'], string>

/** Is dit precies wat er al staat? Dan is het een tweede druk op de knop. */
export const zelfdePrognose = (een: NieuwePrognose, ander: NieuwePrognose): boolean =>
  een.onderdeel === ander.onderdeel &&
  een.jaar === ander.jaar &&
  een.bedragCent === ander.bedragCent &&
  een.peildatum === ander.peildatum &&
  een.zekerheid === ander.zekerheid &&
  een.grond === ander.grond &&
  een.reden === ander.reden
