import { z } from 'zod'
import { findRows, type Lezer, sql } from '#basis/db.ts'

/** De namen bij deze accounts; alleen voor wie mag zien wie er boekte. */
export async function findAccountnamen(
  lezer: Lezer,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rijen = await findRows(
    lezer,
    z.object({ id: z.string(), naam: z.string() }),
    sql`select id, naam from toegang_account where id = any(${[...accounts]}::uuid[])`,
  )
  return new Map(rijen.map(({ id, naam }) => [id, naam]))
}
