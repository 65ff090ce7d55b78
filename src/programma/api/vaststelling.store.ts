import { z } from 'zod'
import { findRows, type Lezer, sql } from '#basis/db.ts'

export const Vaststelling = z.object({
  plan: z.string(),
  versie: z.int(),
  besluit: z.uuid(),
  op: z.date(),
})
export type Vaststelling = z.infer<typeof Vaststelling>

/** Alle vaststellingen van alle plannen, nieuwste eerst. Een vastgestelde versie is openbaar, dus dit ook. */
export const findVaststellingen = (lezer: Lezer): Promise<Vaststelling[]> =>
  findRows(
    lezer,
    Vaststelling,
    sql`select plan, versie, besluit, vastgelegd_op as op from programma_vaststelling
         order by vastgelegd_op desc, plan, versie desc`,
  )
