import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRow, findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import type { Id } from '#basis/id.ts'
import { neemSlot } from '#basis/sqldelen.ts'
import { ORGANEN } from '#programma/besluit.ts'

/** SQL van het register van besluiten, en van welke versies daarmee zijn vastgesteld. */

/** Het moment van vastleggen; zonder opgave dat van de database. */
type Op = Date | undefined
const ofNu = (op: Op) => sql`coalesce(${op ?? null}::timestamptz, now())`

export const Besluit = z.object({
  id: z.uuid(),
  orgaan: z.enum(ORGANEN),
  datum: Datum.nullable(),
  nummer: z.string().nullable(),
  onderwerp: z.string(),
  teBevestigen: z.boolean(),
  vastgelegdOp: z.date(),
})
export type Besluit = z.infer<typeof Besluit>

export const findBesluiten = (lezer: Lezer): Promise<Besluit[]> =>
  findRows(
    lezer,
    Besluit,
    sql`select id, orgaan, datum, nummer, onderwerp, te_bevestigen as "teBevestigen", vastgelegd_op as "vastgelegdOp"
          from programma_besluit order by datum desc nulls last, vastgelegd_op desc, id desc`,
  )

export const findBesluit = (lezer: Lezer, id: string): Promise<Besluit | undefined> =>
  z.uuid().safeParse(id).success
    ? findRow(
        lezer,
        Besluit,
        sql`select id, orgaan, datum, nummer, onderwerp, te_bevestigen as "teBevestigen", vastgelegd_op as "vastgelegdOp"
              from programma_besluit where id = ${id}`,
      )
    : Promise.resolve(undefined)

export type NieuwBesluit = Omit<Besluit, 'vastgelegdOp' | 'id'> & { id: Id }

/** Eén tegelijk in dit register; een slot op de tabel zelf vraagt rechten om te wissen, en die heeft niemand. */
export async function lockBesluiten(tx: Tx): Promise<void> {
  await neemSlot(tx, 'besluit')
}

export async function insertBesluit(
  tx: Tx,
  besluit: NieuwBesluit,
  door: string | null,
  op?: Op,
): Promise<void> {
  await sql`insert into programma_besluit (id, orgaan, datum, nummer, onderwerp, te_bevestigen, vastgelegd_door,
                                           vastgelegd_op)
            values (${besluit.id}, ${besluit.orgaan}, ${besluit.datum}, ${besluit.nummer}, ${besluit.onderwerp},
                    ${besluit.teBevestigen}, ${door}, ${ofNu(op)})`.execute(tx)
}

export async function insertVaststelling(
  tx: Tx,
  plan: string,
  versie: number,
  besluit: string,
  door: string | null,
  op?: Op,
): Promise<void> {
  await sql`insert into programma_vaststelling (plan, versie, besluit, vastgelegd_door, vastgelegd_op)
            values (${plan}, ${versie}, ${besluit}, ${door}, ${ofNu(op)})`.execute(tx)
}

/** Welke versie van welk plan bij welk besluit is vastgesteld, nieuwste eerst. */
export const findVaststellingen = (lezer: Lezer) =>
  findRows(
    lezer,
    z.object({ plan: z.string(), versie: z.int(), besluit: z.uuid() }),
    sql`select plan, versie, besluit from programma_vaststelling order by vastgelegd_op desc, plan, versie desc`,
  )

const Vaststelling = z.object({
  versie: z.int(),
  vastgelegdOp: z.date(),
  besluit: z.uuid(),
  datum: Datum.nullable(),
})
export type Vaststelling = z.infer<typeof Vaststelling>

/** Wanneer elke versie van een plan is vastgesteld: de dag van het besluit en het moment van vastleggen; oudste eerst. */
export const findVaststellingenVan = (lezer: Lezer, plan: string): Promise<Vaststelling[]> =>
  findRows(
    lezer,
    Vaststelling,
    sql`select v.versie, v.vastgelegd_op as "vastgelegdOp", v.besluit, b.datum
          from programma_vaststelling v join programma_besluit b on b.id = v.besluit
         where v.plan = ${plan} order by v.versie`,
  )
