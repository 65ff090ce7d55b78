import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRow, findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import type { Id } from '#basis/id.ts'
import { Moment } from '#basis/moment.ts'
import { alsMoment, neemSlot } from '#basis/sqldelen.ts'
import { RAPPORTSTANDEN } from '#verantwoording/rapport/leven.ts'
import { RAPPORTSOORTEN } from '#verantwoording/rapport.ts'

/** SQL van rapporten: waarover zij gaan, hun stappen, teksten en opmerkingen. Alleen aanvullen. */

export const Rapportkop = z.object({
  id: z.uuid(),
  plan: z.string(),
  kenmerk: z.string(),
  soort: z.enum(RAPPORTSOORTEN),
  jaar: z.int(),
  kwartaal: z.int().nullable(),
  onderdeel: z.string().nullable(),
  versie: z.int(),
  geldigTm: Datum,
  bekendNr: z.int().nullable(),
  bekendOp: Moment.nullable(),
  vervangt: z.string().nullable(),
  vervangenDoor: z.string().nullable(),
  sjabloon: z.string(),
  op: Moment,
  stand: z.enum(RAPPORTSTANDEN),
  stap: z.int(),
  /** De tijden waarop de cijfers stilstaan sinds het is aangeboden. */
  vastNr: z.int().nullable(),
  vastOp: Moment.nullable(),
  standOp: Moment,
})
export type Rapportkop = z.infer<typeof Rapportkop>

const KOP = sql`
  r.id, r.plan, r.kenmerk, r.soort, r.jaar, r.kwartaal, r.onderdeel, r.versie, r.geldig_tm as "geldigTm",
  r.bekend_nr as "bekendNr", ${alsMoment('r.bekend_op')} as "bekendOp", v.kenmerk as vervangt,
  (select n.kenmerk from verantwoording_rapport n join verantwoording_vaststelling nv on nv.rapport = n.id
    where n.vervangt = r.id) as "vervangenDoor",
  r.sjabloon, ${alsMoment('r.op')} as op, s.stand, s.stap, s.bekend_nr as "vastNr", ${alsMoment('s.bekend_op')} as "vastOp",
  ${alsMoment('s.op')} as "standOp"`
const VAN = sql`verantwoording_rapport r
  left join verantwoording_rapport v on v.id = r.vervangt
  join lateral (select * from verantwoording_stap l where l.rapport = r.id order by l.stap desc limit 1) s on true`

/** Nieuwste periode eerst. */
export const findRapporten = (lezer: Lezer, plan: string): Promise<Rapportkop[]> =>
  findRows(
    lezer,
    Rapportkop,
    sql`select ${KOP} from ${VAN} where r.plan = ${plan}
         order by r.geldig_tm desc, r.soort, r.kenmerk, r.versie desc`,
  )

export const findRapport = (lezer: Lezer, plan: string, kenmerk: string): Promise<Rapportkop | undefined> =>
  findRow(lezer, Rapportkop, sql`select ${KOP} from ${VAN} where r.plan = ${plan} and r.kenmerk = ${kenmerk}`)

/** Eén tegelijk aan de rapporten van een plan. */
export async function lockRapporten(tx: Tx, plan: string): Promise<void> {
  await neemSlot(tx, `rapport ${plan}`)
}

export type NieuwRapport = Pick<
  Rapportkop,
  | 'plan'
  | 'kenmerk'
  | 'soort'
  | 'jaar'
  | 'kwartaal'
  | 'onderdeel'
  | 'versie'
  | 'geldigTm'
  | 'bekendNr'
  | 'bekendOp'
  | 'sjabloon'
  | 'op'
> & { id: Id; vervangt: string | null; door: string | null }

export async function insertRapport(tx: Tx, nieuw: NieuwRapport): Promise<void> {
  await sql`
    insert into verantwoording_rapport (id, plan, kenmerk, soort, jaar, kwartaal, onderdeel, versie, geldig_tm, bekend_nr,
                                        bekend_op, vervangt, sjabloon, op, door)
    values (${nieuw.id}, ${nieuw.plan}, ${nieuw.kenmerk}, ${nieuw.soort}, ${nieuw.jaar}, ${nieuw.kwartaal},
            ${nieuw.onderdeel}, ${nieuw.versie}, ${nieuw.geldigTm}, ${nieuw.bekendNr}, ${nieuw.bekendOp}::timestamptz,
            ${nieuw.vervangt}, ${nieuw.sjabloon}, ${nieuw.op}::timestamptz, ${nieuw.door})`.execute(tx)
}

export const Rapportstap = z.object({
  stap: z.int(),
  stand: z.enum(RAPPORTSTANDEN),
  besluit: z.uuid().nullable(),
  bekendNr: z.int().nullable(),
  bekendOp: Moment.nullable(),
  reden: z.string().nullable(),
  op: Moment,
  door: z.string().nullable(),
})
export type Rapportstap = z.infer<typeof Rapportstap>

export const findStappen = (lezer: Lezer, rapport: string): Promise<Rapportstap[]> =>
  findRows(
    lezer,
    Rapportstap,
    sql`select s.stap, s.stand, s.besluit, s.bekend_nr as "bekendNr", ${alsMoment('s.bekend_op')} as "bekendOp", s.reden,
               ${alsMoment('s.op')} as op, a.naam as door
          from verantwoording_stap s left join toegang_account a on a.id = s.door
         where s.rapport = ${rapport} order by s.stap`,
  )

/** Gooit als iemand anders deze stap al zette. */
export async function insertStap(tx: Tx, rapport: string, stap: Rapportstap): Promise<void> {
  await sql`
    insert into verantwoording_stap (rapport, stap, stand, besluit, bekend_nr, bekend_op, reden, op, door)
    values (${rapport}, ${stap.stap}, ${stap.stand}, ${stap.besluit}, ${stap.bekendNr}, ${stap.bekendOp}::timestamptz,
            ${stap.reden}, ${stap.op}::timestamptz, ${stap.door})`.execute(tx)
}

export const Eigentekst = z.object({
  alinea: z.string(),
  volgnr: z.int(),
  tekst: z.string().nullable(),
  op: Moment,
  door: z.string().nullable(),
})
export type Eigentekst = z.infer<typeof Eigentekst>

/** Alle teksten, oudste eerst; per alinea geldt de laatste. */
export const findTeksten = (lezer: Lezer, rapport: string): Promise<Eigentekst[]> =>
  findRows(
    lezer,
    Eigentekst,
    sql`select t.alinea, t.volgnr, t.tekst, ${alsMoment('t.op')} as op, a.naam as door
          from verantwoording_tekst t left join toegang_account a on a.id = t.door
         where t.rapport = ${rapport} order by t.alinea, t.volgnr`,
  )

export async function insertTekst(tx: Tx, rapport: string, tekst: Eigentekst): Promise<void> {
  await sql`
    insert into verantwoording_tekst (rapport, alinea, volgnr, tekst, op, door)
    values (${rapport}, ${tekst.alinea}, ${tekst.volgnr}, ${tekst.tekst}, ${tekst.op}::timestamptz, ${tekst.door})`.execute(
    tx,
  )
}

export const Opmerking = z.object({
  id: z.uuid(),
  alinea: z.string(),
  tekst: z.string(),
  op: Moment,
  door: z.string().nullable(),
  stap: z.int(),
  open: z.boolean(),
})
export type Opmerking = z.infer<typeof Opmerking>

/** Oudste eerst, met of zij nog openstaat. */
export const findOpmerkingen = (lezer: Lezer, rapport: string): Promise<Opmerking[]> =>
  findRows(
    lezer,
    Opmerking,
    sql`select o.id, o.alinea, o.tekst, ${alsMoment('o.op')} as op, a.naam as door, coalesce(s.stap, 0) as stap,
               coalesce(s.stand, 'heropend') = 'heropend' as open
          from verantwoording_opmerking o left join toegang_account a on a.id = o.door
          left join lateral (select * from verantwoording_opmerkingstap l where l.opmerking = o.id
                              order by l.stap desc limit 1) s on true
         where o.rapport = ${rapport} order by o.op, o.id`,
  )

export async function insertOpmerking(
  tx: Tx,
  rapport: string,
  opmerking: { id: Id; alinea: string; tekst: string; op: Moment; door: string | null },
): Promise<void> {
  await sql`
    insert into verantwoording_opmerking (id, rapport, alinea, tekst, op, door)
    values (${opmerking.id}, ${rapport}, ${opmerking.alinea}, ${opmerking.tekst}, ${opmerking.op}::timestamptz,
            ${opmerking.door})`.execute(tx)
}

export async function insertOpmerkingstap(
  tx: Tx,
  opmerking: string,
  stap: { stap: number; stand: 'afgehandeld' | 'heropend'; op: Moment; door: string | null },
): Promise<void> {
  await sql`
    insert into verantwoording_opmerkingstap (opmerking, stap, stand, op, door)
    values (${opmerking}, ${stap.stap}, ${stap.stand}, ${stap.op}::timestamptz, ${stap.door})`.execute(tx)
}
