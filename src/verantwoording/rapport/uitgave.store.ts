import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRow, findRows, getRow, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Moment } from '#basis/moment.ts'
import { alsMoment } from '#basis/sqldelen.ts'

/** SQL van vastgestelde rapporten: de inhoud en elk bestand, precies zoals zij waren. */

export const UITGAVEVORMEN = ['json', 'html', 'pdf', 'odt', 'ods', 'xlsx'] as const
export type Uitgavevorm = (typeof UITGAVEVORMEN)[number]

export const Vaststelling = z.object({
  rapport: z.uuid(),
  besluit: z.uuid(),
  sjabloon: z.string(),
  geldigTm: Datum,
  bekendOp: Moment,
  bekendNr: z.int(),
  hoofd: z.string().nullable(),
  inhoud: z.string(),
  hash: z.string(),
  op: Moment,
})
export type Vaststelling = z.infer<typeof Vaststelling>

export const findVaststelling = (lezer: Lezer, rapport: string): Promise<Vaststelling | undefined> =>
  findRow(
    lezer,
    Vaststelling,
    sql`select rapport, besluit, sjabloon, geldig_tm as "geldigTm", ${alsMoment('bekend_op')} as "bekendOp",
               bekend_nr as "bekendNr", hoofd, inhoud, hash, ${alsMoment('op')} as op
          from verantwoording_vaststelling where rapport = ${rapport}`,
  )

export async function insertVaststelling(
  tx: Tx,
  nieuw: Vaststelling & { door: string | null },
): Promise<void> {
  await sql`
    insert into verantwoording_vaststelling (rapport, besluit, sjabloon, geldig_tm, bekend_op, bekend_nr, hoofd, inhoud,
                                             hash, op, door)
    values (${nieuw.rapport}, ${nieuw.besluit}, ${nieuw.sjabloon}, ${nieuw.geldigTm}, ${nieuw.bekendOp}::timestamptz,
            ${nieuw.bekendNr}, ${nieuw.hoofd}, ${nieuw.inhoud}, ${nieuw.hash}, ${nieuw.op}::timestamptz,
            ${nieuw.door})`.execute(tx)
}

const Bytes = z.custom<Uint8Array<ArrayBuffer>>((waarde) => waarde instanceof Uint8Array)

export const Uitgavekop = z.object({
  vorm: z.enum(UITGAVEVORMEN),
  naam: z.string(),
  type: z.string(),
  hash: z.string(),
  grootte: z.int(),
})
export type Uitgavekop = z.infer<typeof Uitgavekop>

export const findUitgaven = (lezer: Lezer, rapport: string): Promise<Uitgavekop[]> =>
  findRows(
    lezer,
    Uitgavekop,
    sql`select vorm, naam, type, hash, octet_length(inhoud) as grootte
          from verantwoording_uitgave where rapport = ${rapport} order by vorm`,
  )

const Uitgave = z.object({ naam: z.string(), type: z.string(), inhoud: Bytes, hash: z.string() })
export type Uitgave = z.infer<typeof Uitgave>

export const findUitgave = (lezer: Lezer, rapport: string, vorm: Uitgavevorm): Promise<Uitgave | undefined> =>
  findRow(
    lezer,
    Uitgave,
    sql`select naam, type, inhoud, hash from verantwoording_uitgave where rapport = ${rapport} and vorm = ${vorm}`,
  )

export async function insertUitgave(
  tx: Tx,
  rapport: string,
  uitgave: Uitgave & { vorm: Uitgavevorm; op: Moment; door: string | null },
): Promise<void> {
  await sql`
    insert into verantwoording_uitgave (rapport, vorm, naam, type, inhoud, hash, op, door)
    values (${rapport}, ${uitgave.vorm}, ${uitgave.naam}, ${uitgave.type}, ${uitgave.inhoud}, ${uitgave.hash},
            ${uitgave.op}::timestamptz, ${uitgave.door})`.execute(tx)
}

/** Van welk vastgesteld rapport dit bestand of deze inhoud precies is. */
export const findBijHash = (lezer: Lezer, hash: string) =>
  findRow(
    lezer,
    z.object({ plan: z.string(), kenmerk: z.string(), vorm: z.string() }),
    sql`select r.plan, r.kenmerk, u.vorm from verantwoording_uitgave u join verantwoording_rapport r on r.id = u.rapport
         where u.hash = ${hash}
        union
        select r.plan, r.kenmerk, 'json' from verantwoording_vaststelling v join verantwoording_rapport r on r.id = v.rapport
         where v.hash = ${hash}
        limit 1`,
  )

/** Verandert zodra er op een openbare pagina met rapporten iets verandert. */
export async function findRapportstand(lezer: Lezer): Promise<string> {
  const { stand } = await getRow(
    lezer,
    z.object({ stand: z.string() }),
    sql`select (select count(*) from verantwoording_vaststelling)
               || '/' || (select count(*) from verantwoording_uitgever) as stand`,
  )
  return stand
}
