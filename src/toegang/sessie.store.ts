import { z } from 'zod'
import { findRow, findRows, getRow, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Id } from '#basis/id.ts'
import type { Adres } from '#toegang/bericht.ts'
import { ROLLEN, type Rol } from '#toegang/matrix.ts'
import { Sessie, STIL_DUUR_MS } from '#toegang/sessie.ts'

export type Account = {
  uitgever: string
  onderwerp: string
  naam: string
  rollen: readonly Rol[]
  adres?: Adres | undefined
}

const tekstlijst = (teksten: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${json(teksten)}))`

const MetId = z.object({ id: Id })

export const findAccount = (
  lezer: Lezer,
  { uitgever, onderwerp }: Pick<Account, 'uitgever' | 'onderwerp'>,
): Promise<{ id: Id } | undefined> =>
  findRow(
    lezer,
    MetId,
    sql`select id from toegang_account where uitgever = ${uitgever} and onderwerp = ${onderwerp}`,
  )

export const Accountregel = z.object({
  id: Id,
  uitgever: z.string(),
  onderwerp: z.string(),
  naam: z.string(),
  rollen: z.array(z.enum(ROLLEN)),
  gemaaktOp: z.date(),
  adres: z.string().nullable(),
})
export type Accountregel = z.infer<typeof Accountregel>

export const findAccounts = (lezer: Lezer): Promise<Accountregel[]> =>
  findRows(
    lezer,
    Accountregel,
    sql`select id, uitgever, onderwerp, naam, rollen, gemaakt_op as "gemaaktOp", adres
          from toegang_account order by naam, id limit 1000`,
  )

/** Maakt het account, of werkt het bij naar wat de inlogdienst nu zegt; zegt zij geen adres, dan blijft wat er stond. */
export async function upsertAccount(tx: Tx, id: Id, account: Account): Promise<Id> {
  const rij = await getRow(
    tx,
    MetId,
    sql`insert into toegang_account as a (id, uitgever, onderwerp, naam, rollen, adres)
        values (${id}, ${account.uitgever}, ${account.onderwerp}, ${account.naam}, ${tekstlijst(account.rollen)},
                ${account.adres ?? null})
        on conflict (uitgever, onderwerp) do update
           set naam = excluded.naam, rollen = excluded.rollen, adres = coalesce(excluded.adres, a.adres)
        returning id`,
  )
  return rij.id
}

/** Wie deze rol had bij de laatste inlog: om iedereen met een taak een bericht te sturen. */
export const findAccountsMetRol = (lezer: Lezer, rol: Rol): Promise<{ id: Id }[]> =>
  findRows(
    lezer,
    MetId,
    sql`select id from toegang_account where ${rol} = any (rollen) and uitgever <> 'apisleutel' order by id limit 1000`,
  )

/** `false` als er geen account met deze sleutel is. */
export async function updateAdres(tx: Tx, id: Id, adres: Adres | null): Promise<boolean> {
  const rij = await findRow(
    tx,
    MetId,
    sql`update toegang_account set adres = ${adres} where id = ${id} returning id`,
  )
  return rij !== undefined
}

export type NieuweSessie = Pick<Sessie, 'id' | 'account' | 'rollen' | 'gemaaktOp' | 'verlooptOp'> & {
  hash: Uint8Array
  idToken: string | undefined
}

export async function insertSessie(tx: Tx, sessie: NieuweSessie): Promise<void> {
  await sql`insert into toegang_sessie
              (id, sleutel_hash, account, rollen, id_token, gemaakt_op, gezien_op, verloopt_op)
            values (${sessie.id}, ${sessie.hash}, ${sessie.account}, ${tekstlijst(sessie.rollen)},
                    ${sessie.idToken ?? null}, ${sessie.gemaaktOp}, ${sessie.gemaaktOp}, ${sessie.verlooptOp})`.execute(
    tx,
  )
}

const KOLOMMEN = sql`s.id, s.account, a.naam, s.rollen, s.gemaakt_op as "gemaaktOp", s.gezien_op as "gezienOp",
  s.verloopt_op as "verlooptOp", s.ingetrokken_op as "ingetrokkenOp"`

export const findSessieByHash = (lezer: Lezer, hash: Uint8Array): Promise<Sessie | undefined> =>
  findRow(
    lezer,
    Sessie,
    sql`select ${KOLOMMEN} from toegang_sessie s join toegang_account a on a.id = s.account
         where s.sleutel_hash = ${hash}`,
  )

/** De sessie zelf, vastgezet tot het eind van de transactie. */
export const lockSessie = (
  tx: Tx,
  id: Id,
): Promise<{ account: Id; idToken: string | null; ingetrokkenOp: Date | null } | undefined> =>
  findRow(
    tx,
    z.object({ account: Id, idToken: z.string().nullable(), ingetrokkenOp: z.date().nullable() }),
    sql`select account, id_token as "idToken", ingetrokken_op as "ingetrokkenOp"
          from toegang_sessie where id = ${id} for update`,
  )

/** De lopende sessies van één account, of van iedereen; de laatst gebruikte eerst. */
export const findLopendeSessies = (lezer: Lezer, account: Id | undefined, nu: Date): Promise<Sessie[]> =>
  findRows(
    lezer,
    Sessie,
    sql`select ${KOLOMMEN} from toegang_sessie s join toegang_account a on a.id = s.account
         where (${account ?? null}::uuid is null or s.account = ${account ?? null}::uuid)
           and s.ingetrokken_op is null and s.verloopt_op > ${nu}
           and s.gezien_op > ${new Date(nu.getTime() - STIL_DUUR_MS)}
         order by s.gezien_op desc, s.id
         limit 500`,
  )

export async function updateGezien(tx: Tx, id: Id, nu: Date): Promise<void> {
  await sql`update toegang_sessie set gezien_op = ${nu} where id = ${id} and gezien_op < ${nu}`.execute(tx)
}

export async function updateIngetrokken(tx: Tx, id: Id, nu: Date): Promise<void> {
  await sql`update toegang_sessie set ingetrokken_op = ${nu}, id_token = null
             where id = ${id} and ingetrokken_op is null`.execute(tx)
}

/** Trekt alle lopende sessies van een account in, behalve `behalve`; geeft terug hoeveel het er waren. */
export async function updateAllesIngetrokken(
  tx: Tx,
  account: Id,
  behalve: Id | undefined,
  nu: Date,
): Promise<number> {
  const rijen = await findRows(
    tx,
    MetId,
    sql`update toegang_sessie set ingetrokken_op = ${nu}, id_token = null
         where account = ${account} and ingetrokken_op is null and verloopt_op > ${nu}
           and (${behalve ?? null}::uuid is null or id <> ${behalve ?? null}::uuid)
         returning id`,
  )
  return rijen.length
}

/** Ruimt sessies op die al lang voorbij zijn; het logboek houdt vast dat ze er waren. */
export async function deleteOudeSessies(tx: Tx, voor: Date): Promise<void> {
  await sql`delete from toegang_sessie where verloopt_op < ${voor}`.execute(tx)
}
