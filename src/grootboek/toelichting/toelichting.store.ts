import { z } from 'zod'
import { findRows, sql, type Tx } from '#basis/db.ts'

/** Wist zout en tekst van een toelichting; onwaar als er geen (meer) is. */
export async function deleteToelichting(tx: Tx, nr: number): Promise<boolean> {
  const rijen = await findRows(
    tx,
    z.object({ boeking: z.int() }),
    sql`delete from grootboek_tekst where boeking = ${nr} returning boeking`,
  )
  return rijen.length > 0
}
