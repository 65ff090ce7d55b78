import { z } from 'zod'
import { findRow, findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Id } from '#basis/id.ts'
import { Adres } from '#toegang/deur.ts'

/** SQL van abonnementen. Hoofdletters in een adres maken er geen tweede abonnement van. */

const Abonnement = z.object({
  id: Id,
  adres: Adres,
  site: z.string(),
  afmeldsleutel: z.string(),
  gevraagdOp: z.date(),
  keren: z.int(),
  verlooptOp: z.date().nullable(),
})
export type Abonnement = z.infer<typeof Abonnement>

const VELDEN = sql`id, adres, site, afmeldsleutel, gevraagd_op as "gevraagdOp", keren, verloopt_op as "verlooptOp"`

export type NieuwAbonnement = Pick<Abonnement, 'id' | 'adres' | 'site' | 'afmeldsleutel' | 'gevraagdOp'> & {
  hash: Uint8Array
  verlooptOp: Date
}

/** `false` als er voor dit adres al een rij is, ook als een ander haar net schreef. */
export async function insertAbonnement(tx: Tx, nieuw: NieuwAbonnement): Promise<boolean> {
  const rij = await findRow(
    tx,
    z.object({ id: Id }),
    sql`insert into verantwoording_abonnement (id, adres, site, afmeldsleutel, bevestig_hash, gevraagd_op, verloopt_op)
        values (${nieuw.id}, ${nieuw.adres}, ${nieuw.site}, ${nieuw.afmeldsleutel}, ${nieuw.hash}, ${nieuw.gevraagdOp},
                ${nieuw.verlooptOp})
        on conflict (lower(adres)) do nothing returning id`,
  )
  return rij !== undefined
}

export const lockAbonnement = (tx: Tx, adres: Adres): Promise<Abonnement | undefined> =>
  findRow(
    tx,
    Abonnement,
    sql`select ${VELDEN} from verantwoording_abonnement where lower(adres) = lower(${adres}) for update`,
  )

/** Een nieuwe aanvraag voor een adres dat nog niet bevestigd is: de vorige link werkt niet meer. */
export async function updateAangevraagd(
  tx: Tx,
  id: Id,
  opnieuw: { hash: Uint8Array; site: string; nu: Date; verlooptOp: Date; keren: number },
): Promise<void> {
  await sql`update verantwoording_abonnement
               set bevestig_hash = ${opnieuw.hash}, site = ${opnieuw.site}, gevraagd_op = ${opnieuw.nu},
                   verloopt_op = ${opnieuw.verlooptOp}, keren = ${opnieuw.keren}
             where id = ${id} and bevestigd_op is null`.execute(tx)
}

export async function updateGevraagd(tx: Tx, id: Id, nu: Date): Promise<void> {
  await sql`update verantwoording_abonnement set gevraagd_op = ${nu} where id = ${id}`.execute(tx)
}

/** Loopt er een aanvraag bij deze sleutel? */
export async function isTeBevestigen(lezer: Lezer, hash: Uint8Array, nu: Date): Promise<boolean> {
  const rij = await findRow(
    lezer,
    z.object({ id: Id }),
    sql`select id from verantwoording_abonnement where bevestig_hash = ${hash} and verloopt_op > ${nu}`,
  )
  return rij !== undefined
}

/** `false` als de sleutel niet bestaat, al gebruikt is of verlopen. */
export async function updateBevestigd(tx: Tx, hash: Uint8Array, nu: Date): Promise<boolean> {
  const rij = await findRow(
    tx,
    z.object({ id: Id }),
    sql`update verantwoording_abonnement set bevestigd_op = ${nu}, bevestig_hash = null, verloopt_op = null
         where bevestig_hash = ${hash} and verloopt_op > ${nu} returning id`,
  )
  return rij !== undefined
}

/** Haalt het abonnement weg en geeft het adres terug waarop nog berichten kunnen wachten. */
export const deleteAbonnement = (tx: Tx, afmeldsleutel: string): Promise<{ adres: Adres } | undefined> =>
  findRow(
    tx,
    z.object({ adres: Adres }),
    sql`delete from verantwoording_abonnement where afmeldsleutel = ${afmeldsleutel} returning adres`,
  )

export async function deleteVerlopen(tx: Tx, nu: Date): Promise<void> {
  await sql`delete from verantwoording_abonnement where verloopt_op <= ${nu}`.execute(tx)
}

/** Aan wie een nieuw rapport gemeld wordt. */
export const findBevestigde = (lezer: Lezer): Promise<Abonnement[]> =>
  findRows(
    lezer,
    Abonnement,
    sql`select ${VELDEN} from verantwoording_abonnement where bevestigd_op is not null order by id`,
  )
