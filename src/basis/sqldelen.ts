import { sql, type Tx } from '#basis/db.ts'

/** Stukken SQL die elke kamer met feiten nodig heeft. */

/** Een timestamptz als tekst met microseconden: een Date zou ze verliezen. `uitdrukking` staat in de code, nooit in invoer. */
export const alsMoment = (uitdrukking: string) =>
  sql.raw(`to_char(${uitdrukking} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`)

/** Eén tegelijk in deze gemeente aan wat deze naam draagt, tot het einde van de transactie. */
export async function neemSlot(tx: Tx, naam: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(current_schema() || ' ' || ${naam}::text))`.execute(tx)
}
