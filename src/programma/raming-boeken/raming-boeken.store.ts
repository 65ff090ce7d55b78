import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRows, type Lezer, sql, type Tx } from '#basis/db.ts'

/** SQL van welke vastgestelde versies in het journaal staan. */

const Vastgesteld = z.object({
  plan: z.string(),
  versie: z.int(),
  besluit: z.uuid(),
  datum: Datum.nullable(),
  geboekt: z.boolean(),
})
/** Een vastgestelde versie, met haar besluit en of haar raming in het journaal staat. */
export type Vastgesteld = z.infer<typeof Vastgesteld>

/** Oudste versie eerst. */
export const findVastgesteld = (lezer: Lezer, plan: string | null = null): Promise<Vastgesteld[]> =>
  findRows(
    lezer,
    Vastgesteld,
    sql`select v.plan, v.versie, v.besluit, b.datum, g.plan is not null as geboekt
          from programma_vaststelling v
          join programma_besluit b on b.id = v.besluit
          left join programma_geboekteraming g on g.plan = v.plan and g.versie = v.versie
         where ${plan}::text is null or v.plan = ${plan}
         order by v.plan, v.versie`,
  )

export async function insertGeboekteRaming(
  tx: Tx,
  geboekt: { plan: string; versie: number; van: number | null; tm: number | null; op: Date },
): Promise<void> {
  await sql`insert into programma_geboekteraming (plan, versie, boeking_van, boeking_tm, geboekt_op)
            values (${geboekt.plan}, ${geboekt.versie}, ${geboekt.van}, ${geboekt.tm}, ${geboekt.op})`.execute(
    tx,
  )
}
