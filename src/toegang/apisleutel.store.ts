import { z } from 'zod'
import { findRow, findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Id } from '#basis/id.ts'
import { ROLLEN } from '#toegang/matrix.ts'

export const Apisleutel = z.object({
  id: Id,
  account: Id,
  naam: z.string(),
  rol: z.enum(ROLLEN),
  gemaaktOp: z.date(),
  verlooptOp: z.date(),
  gebruiktOp: z.date().nullable(),
  ingetrokkenOp: z.date().nullable(),
})
export type Apisleutel = z.infer<typeof Apisleutel>

const VELDEN = sql`s.id, s.account, a.naam, s.rol, s.gemaakt_op as "gemaaktOp", s.verloopt_op as "verlooptOp",
                   s.gebruikt_op as "gebruiktOp", s.ingetrokken_op as "ingetrokkenOp"
              from toegang_apisleutel s join toegang_account a on a.id = s.account`

export const findApisleutelByHash = (lezer: Lezer, hash: Uint8Array): Promise<Apisleutel | undefined> =>
  findRow(lezer, Apisleutel, sql`select ${VELDEN} where s.sleutel_hash = ${hash}`)

export const findApisleutels = (lezer: Lezer): Promise<Apisleutel[]> =>
  findRows(
    lezer,
    Apisleutel,
    sql`select ${VELDEN} order by s.ingetrokken_op is not null, s.gemaakt_op desc limit 500`,
  )

export type NieuweApisleutel = Pick<Apisleutel, 'id' | 'account' | 'rol' | 'gemaaktOp' | 'verlooptOp'> & {
  hash: Uint8Array
  door: string
}

export async function insertApisleutel(tx: Tx, sleutel: NieuweApisleutel): Promise<void> {
  await sql`insert into toegang_apisleutel (id, account, sleutel_hash, rol, gemaakt_op, gemaakt_door, verloopt_op)
            values (${sleutel.id}, ${sleutel.account}, ${sleutel.hash}, ${sleutel.rol}, ${sleutel.gemaaktOp},
                    ${sleutel.door}, ${sleutel.verlooptOp})`.execute(tx)
}

export async function updateGebruikt(tx: Tx, id: Id, nu: Date): Promise<void> {
  await sql`update toegang_apisleutel set gebruikt_op = ${nu} where id = ${id}`.execute(tx)
}

/** `false` als zij er niet is of al was ingetrokken. */
export async function updateApisleutelIngetrokken(tx: Tx, id: Id, nu: Date): Promise<boolean> {
  const rij = await findRow(
    tx,
    z.object({ id: Id }),
    sql`update toegang_apisleutel set ingetrokken_op = ${nu} where id = ${id} and ingetrokken_op is null returning id`,
  )
  return rij !== undefined
}
