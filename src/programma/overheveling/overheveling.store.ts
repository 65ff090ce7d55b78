import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRow, findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Centen } from '#basis/geld.ts'
import { Stapvorm } from '#programma/besluiten/stapvorm.ts'
import {
  OVERHEVELINGSTANDEN,
  type Overheveling,
  type Overhevelingstap,
} from '#programma/overheveling/overheveling.ts'

/** SQL van overhevelingen: wat is voorgesteld, en elke stap daarna. */

const Rij = z.object({
  id: z.uuid(),
  plan: z.string(),
  nummer: z.int(),
  onderdeel: z.string(),
  bron: z.string().nullable(),
  jaar: z.int(),
  naarJaar: z.int(),
  bedragCent: Centen,
  vervaltOp: Datum.nullable(),
  voorwaarde: z.string().nullable(),
  reden: z.string(),
  stappen: z.array(Stapvorm.extend({ stand: z.enum(OVERHEVELINGSTANDEN) })),
}) satisfies z.ZodType<Overheveling>

const velden = sql`
  o.id, o.plan, o.nummer, o.onderdeel, o.bron, o.jaar, o.naar_jaar as "naarJaar", o.bedrag as "bedragCent",
  o.vervalt_op as "vervaltOp", o.voorwaarde, o.reden,
  (select coalesce(jsonb_agg(jsonb_build_object('stap', s.stap, 'stand', s.stand, 'besluit', s.besluit, 'boeking',
            s.boeking, 'reden', s.reden, 'op', s.op, 'door', a.naam) order by s.stap), '[]')
     from programma_overhevelingstap s left join toegang_account a on a.id = s.door
    where s.overheveling = o.id) as stappen`

/** Op nummer; met een jaar alleen wat uit dat jaar komt. */
export const findOverhevelingen = (
  lezer: Lezer,
  plan: string,
  jaar: number | null = null,
): Promise<Overheveling[]> =>
  findRows(
    lezer,
    Rij,
    sql`select ${velden} from programma_overheveling o
         where o.plan = ${plan} and (${jaar}::int is null or o.jaar = ${jaar}::int) order by o.nummer`,
  )

/** Van alle plannen: wat een vervaldag heeft die voorbij is. */
export const findMetVervaldagVoor = (lezer: Lezer, dag: Datum): Promise<Overheveling[]> =>
  findRows(
    lezer,
    Rij,
    sql`select ${velden} from programma_overheveling o where o.vervalt_op < ${dag}::date order by o.plan, o.nummer`,
  )

export const findOverheveling = (lezer: Lezer, id: string): Promise<Overheveling | undefined> =>
  z.uuid().safeParse(id).success
    ? findRow(lezer, Rij, sql`select ${velden} from programma_overheveling o where o.id = ${id}`)
    : Promise.resolve(undefined)

export type NieuweOverheveling = Omit<Overheveling, 'nummer' | 'stappen'>

export async function insertOverheveling(
  tx: Tx,
  nieuw: NieuweOverheveling,
  stap: Omit<Overhevelingstap, 'stap' | 'stand'>,
): Promise<void> {
  await sql`
    insert into programma_overheveling (id, plan, nummer, onderdeel, bron, jaar, naar_jaar, bedrag, vervalt_op,
                                        voorwaarde, reden, gemaakt_op, gemaakt_door)
    values (${nieuw.id}, ${nieuw.plan},
            (select coalesce(max(nummer), 0) + 1 from programma_overheveling where plan = ${nieuw.plan}),
            ${nieuw.onderdeel}, ${nieuw.bron}, ${nieuw.jaar}, ${nieuw.naarJaar}, ${nieuw.bedragCent},
            ${nieuw.vervaltOp}, ${nieuw.voorwaarde}, ${nieuw.reden}, ${stap.op}, ${stap.door})`.execute(tx)
  await insertOverhevelingstap(tx, nieuw.id, { ...stap, stap: 1, stand: 'voorgesteld' })
}

/** Gooit als iemand anders deze stap al zette. */
export async function insertOverhevelingstap(
  tx: Tx,
  overheveling: string,
  stap: Overhevelingstap,
): Promise<void> {
  await sql`
    insert into programma_overhevelingstap (overheveling, stap, stand, besluit, boeking, reden, op, door)
    values (${overheveling}, ${stap.stap}, ${stap.stand}, ${stap.besluit}, ${stap.boeking}, ${stap.reden}, ${stap.op},
            ${stap.door})`.execute(tx)
}
