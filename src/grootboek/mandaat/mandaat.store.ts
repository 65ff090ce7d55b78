import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRow, findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Centen } from '#basis/geld.ts'
import type { Id } from '#basis/id.ts'
import type { Mandaat } from '#grootboek/mandaat/mandaat.ts'

/** SQL van het mandaatregister. */

export const Mandaatregel = z.object({
  id: z.uuid(),
  account: z.uuid().nullable(),
  naam: z.string().nullable(),
  rol: z.string().nullable(),
  programma: z.string(),
  onderdeel: z.string().nullable(),
  bedragCent: Centen,
  van: Datum,
  tot: Datum.nullable(),
  ingetrokkenPer: Datum.nullable(),
  /** Naam van wie het vastlegde. */
  door: z.string().nullable(),
  op: z.date(),
})
export type Mandaatregel = z.infer<typeof Mandaatregel>

/** Alle mandaten van een programma, ook voorbije en ingetrokken; het nieuwste eerst. */
export const findMandaten = (lezer: Lezer, programma: string): Promise<Mandaatregel[]> =>
  findRows(
    lezer,
    Mandaatregel,
    sql`select m.id, m.account, p.naam, m.rol, m.programma, m.onderdeel, m.bedrag as "bedragCent", m.van, m.tot,
               i.per as "ingetrokkenPer", a.naam as door, m.op
          from grootboek_mandaat m
          left join grootboek_intrekking i on i.mandaat = m.id
          left join toegang_account p on p.id = m.account
          left join toegang_account a on a.id = m.door
         where m.programma = ${programma}
         order by m.op desc, m.id desc`,
  )

export const findMandaatintrekking = (lezer: Lezer, id: string) =>
  findRow(
    lezer,
    z.object({ programma: z.string(), ingetrokkenPer: Datum.nullable() }),
    sql`select m.programma, i.per as "ingetrokkenPer"
          from grootboek_mandaat m left join grootboek_intrekking i on i.mandaat = m.id
         where m.id = ${id}::uuid`,
  )

/** Mensen aan wie een mandaat te geven is: wie bij de laatste inlog een van deze rollen had. */
export const findGemandateerden = (lezer: Lezer, rollen: readonly string[]) =>
  findRows(
    lezer,
    z.object({ id: z.uuid(), naam: z.string() }),
    sql`select id, naam from toegang_account where rollen && ${[...rollen]}::text[] order by naam, id`,
  )

export const findAccountBestaat = async (lezer: Lezer, id: string): Promise<boolean> =>
  (await findRow(
    lezer,
    z.object({ id: z.uuid() }),
    sql`select id from toegang_account where id = ${id}::uuid`,
  )) !== undefined

export type NieuwMandaat = Omit<Mandaat, 'id' | 'ingetrokkenPer'>

export async function insertMandaat(
  tx: Tx,
  mandaat: NieuwMandaat & { id: Id; door: string | null; op: Date },
): Promise<void> {
  await sql`insert into grootboek_mandaat (id, account, rol, programma, onderdeel, bedrag, van, tot, door, op)
            values (${mandaat.id}, ${mandaat.account}::uuid, ${mandaat.rol}, ${mandaat.programma}, ${mandaat.onderdeel},
                    ${mandaat.bedragCent}, ${mandaat.van}::date, ${mandaat.tot}::date, ${mandaat.door}::uuid,
                    ${mandaat.op})`.execute(tx)
}

/** `false` als een ander het tegelijk introk. */
export async function insertIntrekking(
  tx: Tx,
  intrekking: { mandaat: string; per: Datum; door: string | null; op: Date },
): Promise<boolean> {
  const { mandaat, per, door, op } = intrekking
  const rij = await findRow(
    tx,
    z.object({ mandaat: z.uuid() }),
    sql`insert into grootboek_intrekking (mandaat, per, door, op)
        values (${mandaat}::uuid, ${per}::date, ${door}::uuid, ${op})
        on conflict (mandaat) do nothing returning mandaat`,
  )
  return rij !== undefined
}
