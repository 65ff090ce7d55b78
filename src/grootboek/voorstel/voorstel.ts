import { z } from 'zod'
import { Periode } from '#grootboek/boeking.ts'
import { Aangaan, Meerwerk } from '#grootboek/verplichting/verplichting.ts'

/** Wat op een tweede persoon wacht, en wat er gebeurt als die het goedkeurt. Zonder vrije tekst; die staat apart. */
export const Voorstelinhoud = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('verplichting'), wat: Aangaan }),
  z.strictObject({ soort: z.literal('meerwerk'), wat: Meerwerk }),
  z.strictObject({ soort: z.literal('heropening'), wat: z.strictObject({ periode: Periode }) }),
])
export type Voorstelinhoud = z.infer<typeof Voorstelinhoud>
export const VOORSTELSOORTEN = ['verplichting', 'meerwerk', 'heropening'] as const

export const VOORSTELOORDELEN = ['goedgekeurd', 'afgewezen', 'ingetrokken'] as const
export type Voorsteloordeel = (typeof VOORSTELOORDELEN)[number]
