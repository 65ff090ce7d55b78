import { z } from 'zod'
import { findRow, type Lezer, sql } from '#basis/db.ts'

/** De toelichting bij een boeking, als die er is en niet is gewist. Nooit openbaar: de aanroeper gaat na wie er leest. */
export async function findToelichting(lezer: Lezer, nr: number): Promise<string | undefined> {
  const rij = await findRow(
    lezer,
    z.object({ tekst: z.string() }),
    sql`select tekst from grootboek_tekst where boeking = ${nr}`,
  )
  return rij?.tekst
}
