import { z } from 'zod'
import { findRow, type Lezer, sql, type Tx } from '#basis/db.ts'
import type { Moment } from '#basis/moment.ts'
import { neemSlot } from '#basis/sqldelen.ts'
import { Uitgever } from '#verantwoording/openbaarheid/uitgever.ts'

/** SQL van de uitgever: de laatste rij geldt. */

const Uitgeverrij = Uitgever.extend({ volgnr: z.int() })

export const findUitgever = (lezer: Lezer): Promise<z.infer<typeof Uitgeverrij> | undefined> =>
  findRow(
    lezer,
    Uitgeverrij,
    sql`select volgnr, tooi, contact from verantwoording_uitgever order by volgnr desc limit 1`,
  )

export async function lockUitgever(tx: Tx): Promise<void> {
  await neemSlot(tx, 'uitgever')
}

export async function insertUitgever(
  tx: Tx,
  nieuw: Uitgever & { volgnr: number; op: Moment; door: string },
): Promise<void> {
  await sql`insert into verantwoording_uitgever (volgnr, tooi, contact, op, door)
            values (${nieuw.volgnr}, ${nieuw.tooi}, ${nieuw.contact}, ${nieuw.op}, ${nieuw.door}::uuid)`.execute(
    tx,
  )
}
