import { z } from 'zod'
import { findRow, findRows, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Moment } from '#basis/moment.ts'
import { alsMoment, neemSlot } from '#basis/sqldelen.ts'
import type { Kwartaal } from '#programma/voortgang/kwartaal.ts'
import { STANDWOORDEN } from '#programma/voortgang/standen.ts'
import { FASEN, type Versie, type Voortgang } from '#programma/voortgang/voortgang.ts'

/** SQL van de voortgang: alleen aanvullen. */

const Oordeel = z.object({
  voorstel: z.enum(STANDWOORDEN),
  regel: z.string(),
  afwijkt: z.boolean(),
  stand: z.enum(STANDWOORDEN),
  reden: z.string().nullable(),
})
const Verklaring = z.object({
  oorzaak: z.string(),
  maatregel: z.string(),
  risico: z.string(),
  prognose: z.string(),
})
const Rij = z.object({
  onderdeel: z.string(),
  jaar: z.int(),
  kwartaal: z.int(),
  volgnr: z.int(),
  fase: z.enum(FASEN),
  oordelen: z.object({ inhoud: Oordeel, tijd: Oordeel, geld: Oordeel }),
  gedaan: z.string(),
  komt: z.string(),
  verklaring: Verklaring.nullable(),
  op: Moment,
  door: z.uuid().nullable(),
}) satisfies z.ZodType<Voortgang>
const Versierij = Rij.extend({
  opmerking: z.string().nullable(),
  naam: z.string().nullable(),
}) satisfies z.ZodType<Versie>

const VELDEN = sql`v.onderdeel, v.jaar, v.kwartaal, v.volgnr, v.fase, v.oordelen, v.gedaan, v.komt, v.verklaring,
  ${alsMoment('v.op')} as op, v.door`

type Vraag = {
  jaar?: number | undefined
  kwartaal?: number | undefined
  onderdeel?: string | undefined
  /** Zoals bekend op dit moment. */
  bekendTot?: Moment | undefined
}

/**
 * Per onderdeel en kwartaal de versie die telt: ingediend of akkoord, en daarna niet teruggestuurd. Een concept telt
 * nooit, en haalt ook niets weg.
 */
export const findVoortgang = (
  lezer: Lezer,
  plan: string,
  { jaar, kwartaal, onderdeel, bekendTot }: Vraag = {},
): Promise<Voortgang[]> =>
  findRows(
    lezer,
    Rij,
    sql`select * from (
          select distinct on (v.jaar, v.kwartaal, v.onderdeel) ${VELDEN}
            from programma_voortgang v
           where v.plan = ${plan} and v.fase <> 'concept'
             and (${jaar ?? null}::int is null or v.jaar = ${jaar ?? null}::int)
             and (${kwartaal ?? null}::int is null or v.kwartaal = ${kwartaal ?? null}::int)
             and (${onderdeel ?? null}::text is null or v.onderdeel = ${onderdeel ?? null}::text)
             and (${bekendTot ?? null}::timestamptz is null or v.op <= ${bekendTot ?? null}::timestamptz)
           order by v.jaar, v.kwartaal, v.onderdeel, v.volgnr desc) laatste
         where fase <> 'teruggestuurd' order by jaar, kwartaal, onderdeel`,
  )

/** De laatste tekst die telde vóór dit kwartaal, per onderdeel: waarmee een nieuw kwartaal begint. */
export const findVorigeVoortgang = (
  lezer: Lezer,
  plan: string,
  { jaar, kwartaal }: Kwartaal,
): Promise<Voortgang[]> =>
  findRows(
    lezer,
    Rij,
    sql`select distinct on (v.onderdeel) ${VELDEN}
          from programma_voortgang v
         where v.plan = ${plan} and v.fase in ('ingediend', 'akkoord')
           and (v.jaar, v.kwartaal) < (${jaar}::int, ${kwartaal}::int)
         order by v.onderdeel, v.jaar desc, v.kwartaal desc, v.volgnr desc`,
  )

/** Elke versie van dit kwartaal, ook concepten: alleen voor wie invult en wie beoordeelt. */
export const findVersies = (lezer: Lezer, plan: string, { jaar, kwartaal }: Kwartaal): Promise<Versie[]> =>
  findRows(
    lezer,
    Versierij,
    sql`select ${VELDEN}, v.opmerking, a.naam
          from programma_voortgang v left join toegang_account a on a.id = v.door
         where v.plan = ${plan} and v.jaar = ${jaar} and v.kwartaal = ${kwartaal}
         order by v.onderdeel, v.volgnr`,
  )

/** Eén tegelijk per plan: opvragen, invullen, beoordelen en sluiten kijken allemaal naar elkaar. */
export async function lockVoortgang(tx: Tx, plan: string): Promise<void> {
  await neemSlot(tx, `voortgang ${plan}`)
}

/** Het laatste moment waarop iets aan de voortgang van dit plan is vastgelegd; alleen binnen het slot te vertrouwen. */
export async function findLaatsteMoment(tx: Tx, plan: string): Promise<Moment | undefined> {
  const rij = await findRow(
    tx,
    z.object({ op: Moment.nullable() }),
    sql`select ${alsMoment('max(op)')} as op
          from (select max(op) as op from programma_voortgang where plan = ${plan}
                union all select max(op) from programma_uitvraag where plan = ${plan}
                union all select max(op) from programma_eigenaar where plan = ${plan}) alle`,
  )
  return rij?.op ?? undefined
}

export type NieuweVersie = Omit<Versie, 'naam'>

export async function insertVersies(tx: Tx, plan: string, versies: readonly NieuweVersie[]): Promise<void> {
  await sql`
    insert into programma_voortgang
      (plan, jaar, kwartaal, onderdeel, volgnr, fase, oordelen, gedaan, komt, verklaring, opmerking, op, door)
    select ${plan}, n.jaar, n.kwartaal, n.onderdeel, n.volgnr, n.fase, n.oordelen, n.gedaan, n.komt,
           case when jsonb_typeof(n.verklaring) = 'null' then null else n.verklaring end, n.opmerking, n.op, n.door
      from jsonb_to_recordset(${json(versies)}) as n
        (jaar int, kwartaal int, onderdeel text, volgnr int, fase text, oordelen jsonb, gedaan text, komt text,
         verklaring jsonb, opmerking text, op timestamptz, door uuid)`.execute(tx)
}
