import { z } from 'zod'
import { findRows, type Lezer, sql } from '#basis/db.ts'

/** Wanneer elke versie van een plan is vastgesteld verklaard, nieuwste eerst. */
export const findVaststelmomenten = (lezer: Lezer, plan: string): Promise<{ versie: number; op: Date }[]> =>
  findRows(
    lezer,
    z.object({ versie: z.int(), op: z.date() }),
    sql`select versie, vastgelegd_op as op from programma_vaststelling where plan = ${plan}
         order by vastgelegd_op desc, versie desc`,
  )
