import { z } from 'zod'
import { findRow, findRows, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import type { Id } from '#basis/id.ts'
import type { Moment } from '#basis/moment.ts'
import { neemSlot } from '#basis/sqldelen.ts'
import { Drempel, STANDAARDDREMPEL } from '#programma/voortgang/drempel.ts'

/** SQL van de drempel: een van de regels die de gemeente zelf stelt, met haar geschiedenis. */

const NAAM = 'drempel-afwijking'

export type GeldendeDrempel = { drempel: Drempel /** De gemeente koos dit zelf. */; gekozen: boolean }

export async function findDrempel(
  lezer: Lezer,
  { bekendTot }: { bekendTot?: Moment | undefined } = {},
): Promise<GeldendeDrempel> {
  const rij = await findRow(
    lezer,
    z.object({ waarde: z.unknown() }),
    sql`select waarde from programma_geldregel
         where naam = ${NAAM} and (${bekendTot ?? null}::timestamptz is null or op <= ${bekendTot ?? null}::timestamptz)
         order by op desc, id desc limit 1`,
  )
  // Een waarde die deze versie niet kent, telt niet: dan geldt de uitgangsstand.
  const gelezen = Drempel.safeParse(rij?.waarde)
  return gelezen.success
    ? { drempel: gelezen.data, gekozen: true }
    : { drempel: STANDAARDDREMPEL, gekozen: false }
}

/** Wat er eerder gold, het nieuwste eerst. */
export const findDrempels = (lezer: Lezer) =>
  findRows(
    lezer,
    z.object({ waarde: Drempel, op: z.date(), door: z.string().nullable() }),
    sql`select g.waarde, g.op, a.naam as door
          from programma_geldregel g left join toegang_account a on a.id = g.door
         where g.naam = ${NAAM} order by g.op desc, g.id desc`,
  )

/** Eén tegelijk: zo ligt de tweede keuze altijd later dan de eerste. */
export async function lockDrempel(tx: Tx): Promise<void> {
  await neemSlot(tx, 'drempel')
}

export async function insertDrempel(
  tx: Tx,
  { id, drempel, op, door }: { id: Id; drempel: Drempel; op: Moment; door: string | null },
): Promise<void> {
  await sql`
    insert into programma_geldregel (id, naam, waarde, op, door)
    values (${id}, ${NAAM}, ${json(drempel)},
            greatest(${op}::timestamptz,
                     (select max(op) + interval '1 microsecond' from programma_geldregel where naam = ${NAAM})),
            ${door}::uuid)`.execute(tx)
}
