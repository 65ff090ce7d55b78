import type { Datum } from '#basis/datum.ts'
import type { Centen } from '#basis/geld.ts'
import { eindVanDag, type Moment } from '#basis/moment.ts'
import type { Standvraag, Tijdstip } from '#grootboek/deur.ts'

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

/** Tot welk moment een prognose bekend was bij deze vraag; `undefined` is alles wat er nu is. */
export function bekendTot(vraag: Standvraag, tijd: Pick<Tijdstip, 'bekendOp'>): Moment | undefined {
  const { bekendOp } = vraag
  if (bekendOp === undefined) return undefined
  if (typeof bekendOp === 'object') return tijd.bekendOp ?? (BEGIN as Moment)
  return bekendOp.length === 10 ? eindVanDag(bekendOp as Datum) : (bekendOp as Moment)
}
const BEGIN = '0001-01-01T00:00:00.000000Z'

/** Is dit precies wat er al staat? Dan is het een tweede druk op de knop. */
export const zelfdePrognose = (een: NieuwePrognose, ander: NieuwePrognose): boolean =>
  een.onderdeel === ander.onderdeel &&
  een.jaar === ander.jaar &&
  een.bedragCent === ander.bedragCent &&
  een.peildatum === ander.peildatum &&
  een.zekerheid === ander.zekerheid &&
  een.grond === ander.grond &&
  een.reden === ander.reden
