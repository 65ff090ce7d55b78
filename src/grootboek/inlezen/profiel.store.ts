import { z } from 'zod'
import { findRows, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import type { Moment } from '#basis/moment.ts'

/** SQL van bewaarde indelingen van lijsten. Wat erin staat, keurt de lezer die het gebruikt. */

export const findProfielen = async (lezer: Lezer): Promise<{ naam: string; profiel: unknown }[]> =>
  findRows(
    lezer,
    z.object({ naam: z.string(), profiel: z.unknown() }),
    sql`select distinct on (naam) naam, profiel from grootboek_invoerprofiel order by naam, versie desc`,
  )

export async function insertProfiel(
  tx: Tx,
  { naam, profiel }: { naam: string; profiel: unknown },
  door: string | null,
  op: Moment,
): Promise<void> {
  await sql`
    insert into grootboek_invoerprofiel (naam, versie, profiel, op, door)
    select ${naam}, coalesce(max(versie), 0) + 1, ${json(profiel)}, ${op}::timestamptz, ${door}::uuid
      from grootboek_invoerprofiel where naam = ${naam}`.execute(tx)
}
