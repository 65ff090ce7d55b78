import { z } from 'zod'
import { findRow, findRows, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import { neemSlot } from '#basis/sqldelen.ts'
import { Wijzigingsregel } from '#grootboek/deur.ts'
import {
  type Begrotingswijziging,
  WIJZIGINGSTANDEN,
  type Wijzigingstap,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import { BESLISSERS, ORGAANREGELS } from '#programma/begrotingswijzigingen/bevoegd.ts'
import { Stapvorm } from '#programma/besluiten/stapvorm.ts'

/** SQL van begrotingswijzigingen: wat is voorgesteld, en elke stap daarna. */

const Rij = z.object({
  id: z.uuid(),
  plan: z.string(),
  nummer: z.int(),
  orgaan: z.enum(BESLISSERS),
  redenen: z.array(z.enum(ORGAANREGELS)),
  toelichting: z.string(),
  regels: z.array(Wijzigingsregel),
  gemaaktOp: z.date(),
  gemaaktDoor: z.string().nullable(),
  stappen: z.array(Stapvorm.extend({ stand: z.enum(WIJZIGINGSTANDEN) })),
}) satisfies z.ZodType<Begrotingswijziging>

const velden = sql`
  w.id, w.plan, w.nummer, w.orgaan, w.redenen, w.toelichting, w.regels, w.gemaakt_op as "gemaaktOp",
  m.naam as "gemaaktDoor",
  (select coalesce(jsonb_agg(jsonb_build_object('stap', s.stap, 'stand', s.stand, 'besluit', s.besluit, 'boeking',
            s.boeking, 'reden', s.reden, 'op', s.op, 'door', a.naam) order by s.stap), '[]')
     from programma_wijzigingstap s left join toegang_account a on a.id = s.door
    where s.wijziging = w.id) as stappen`

/** Nieuwste eerst. */
export const findWijzigingen = (lezer: Lezer, plan: string): Promise<Begrotingswijziging[]> =>
  findRows(
    lezer,
    Rij,
    sql`select ${velden} from programma_begrotingswijziging w left join toegang_account m on m.id = w.gemaakt_door
         where w.plan = ${plan} order by w.nummer desc`,
  )

export const findWijziging = (lezer: Lezer, id: string): Promise<Begrotingswijziging | undefined> =>
  z.uuid().safeParse(id).success
    ? findRow(
        lezer,
        Rij,
        sql`select ${velden} from programma_begrotingswijziging w left join toegang_account m on m.id = w.gemaakt_door
             where w.id = ${id}`,
      )
    : Promise.resolve(undefined)

/** Eén voorstel tegelijk per plan: zo zijn de nummers zonder gaten en geeft twee keer op de knop één voorstel. */
export async function lockWijzigingen(tx: Tx, plan: string): Promise<void> {
  await neemSlot(tx, `wijziging ${plan}`)
}

export type NieuweWijziging = Omit<Begrotingswijziging, 'nummer' | 'stappen'>

/** Bewaart het voorstel met het volgende nummer, en zijn eerste stap. */
export async function insertWijziging(tx: Tx, nieuw: NieuweWijziging): Promise<void> {
  await sql`
    insert into programma_begrotingswijziging (id, plan, nummer, orgaan, redenen, toelichting, regels, gemaakt_op, gemaakt_door)
    values (${nieuw.id}, ${nieuw.plan},
            (select coalesce(max(nummer), 0) + 1 from programma_begrotingswijziging where plan = ${nieuw.plan}),
            ${nieuw.orgaan}, ${nieuw.redenen}::text[], ${nieuw.toelichting}, ${json(nieuw.regels)}, ${nieuw.gemaaktOp},
            ${nieuw.gemaaktDoor})`.execute(tx)
  await insertWijzigingstap(tx, nieuw.id, {
    stap: 1,
    stand: 'voorgesteld',
    besluit: null,
    boeking: null,
    reden: null,
    op: nieuw.gemaaktOp,
    door: nieuw.gemaaktDoor,
  })
}

/** Gooit als iemand anders deze stap al zette. */
export async function insertWijzigingstap(tx: Tx, wijziging: string, stap: Wijzigingstap): Promise<void> {
  await sql`
    insert into programma_wijzigingstap (wijziging, stap, stand, besluit, boeking, reden, op, door)
    values (${wijziging}, ${stap.stap}, ${stap.stand}, ${stap.besluit}, ${stap.boeking}, ${stap.reden}, ${stap.op},
            ${stap.door})`.execute(tx)
}
