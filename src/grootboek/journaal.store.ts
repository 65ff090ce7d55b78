import { z } from 'zod'
import type { Datum } from '#basis/datum.ts'
import { findRow, findRows, getRow, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Centen } from '#basis/geld.ts'
import { Moment } from '#basis/moment.ts'
import { alsMoment } from '#basis/sqldelen.ts'
import { type Boekingsoort, leesInhoud, Periode } from '#grootboek/boeking.ts'
import type { Rekening } from '#grootboek/rekening.ts'

/** SQL van het journaal. Eerst het slot (`lockKop`), dan in een volgende opdracht lezen, dan schrijven. */

export const Kop = z.object({ nr: z.int(), hash: z.string(), op: Moment.nullable() })
/** De laatste boeking van het journaal: wie deze hash kent, kan later nagaan dat er niets is veranderd. */
export type Kop = z.infer<typeof Kop>

const KOPVELDEN = sql`nr, hash, ${alsMoment('op')} as op`

export const findKop = (lezer: Lezer): Promise<Kop> =>
  getRow(lezer, Kop, sql`select ${KOPVELDEN} from grootboek_kop`)

/** Achter dit slot boekt iedereen van deze gemeente; wie een moment zoekt, kan er even op wachten. */
const SLOT = sql`hashtextextended('grootboek ' || current_schema(), 0)`

/** Neemt het slot van het journaal tot het eind van de transactie, en leest de kop in een opdracht daarna. */
export async function lockKop(tx: Tx): Promise<Kop> {
  await sql`select pg_advisory_xact_lock(${SLOT})`.execute(tx)
  return getRow(tx, Kop, sql`select ${KOPVELDEN} from grootboek_kop for update`)
}

/** Wacht tot wat nu onderweg is vastligt: daarna krijgt geen boeking meer een moment van vóór dit wachten. */
export async function wachtOpRonde(lezer: Lezer): Promise<void> {
  await sql`select pg_advisory_lock_shared(${SLOT}), pg_advisory_unlock_shared(${SLOT})`.execute(lezer)
}

export async function updateKop(tx: Tx, kop: Kop): Promise<void> {
  await sql`update grootboek_kop set nr = ${kop.nr}, hash = ${kop.hash}, op = ${kop.op}::timestamptz`.execute(
    tx,
  )
}

/** Waarop een regel geboekt wordt: rekening, kenmerk en soort samen. */
export type Postsleutel = { rekening: Rekening; naam: string; kenmerk: string; soort: Boekingsoort }

/** De nummers van deze posten, in dezelfde volgorde; wat er nog niet is, komt erbij. Alleen achter het slot. */
export async function findOfInsertPosten(tx: Tx, posten: readonly Postsleutel[]): Promise<number[]> {
  const rijen = posten.map(({ rekening, naam, kenmerk, soort }) => ({
    rekening: naam,
    kenmerk,
    soort,
    programma: rekening.programma,
    bron: rekening.bron,
    rekeningsoort: rekening.soort,
    onderdeel: 'onderdeel' in rekening ? rekening.onderdeel : null,
    jaar: 'jaar' in rekening ? rekening.jaar : null,
    verplichting: 'verplichting' in rekening ? rekening.verplichting : null,
  }))
  await sql`
    insert into grootboek_post (rekening, kenmerk, soort, programma, bron, rekeningsoort, onderdeel, jaar, verplichting)
    select n.rekening, n.kenmerk, n.soort, n.programma, n.bron, n.rekeningsoort, n.onderdeel, n.jaar, n.verplichting
      from jsonb_to_recordset(${json(rijen)}) as n (rekening text, kenmerk text, soort text, programma text, bron text,
           rekeningsoort text, onderdeel text, jaar int, verplichting text)
     where not exists (select from grootboek_post p
                        where p.rekening = n.rekening and p.kenmerk = n.kenmerk and p.soort = n.soort)`.execute(
    tx,
  )
  const gevonden = await findRows(
    tx,
    z.object({ id: z.int() }),
    sql`select p.id
          from jsonb_array_elements(${json(rijen)}) with ordinality as n (post, volgorde)
          join grootboek_post p on p.rekening = n.post ->> 'rekening' and p.kenmerk = n.post ->> 'kenmerk'
                               and p.soort = n.post ->> 'soort'
         order by n.volgorde`,
  )
  return gevonden.map(({ id }) => id)
}

export type Boekingrij = {
  nr: number
  op: Moment
  geldig: Datum
  soort: Boekingsoort
  grondslagsoort: string
  grondslag: string
  corrigeert: number | null
  inhoud: string
  hash: string
}

export async function insertBoekingen(tx: Tx, boekingen: readonly Boekingrij[]): Promise<void> {
  await sql`
    insert into grootboek_boeking (nr, vastgelegd_op, geldig_op, soort, grondslag_soort, grondslag, corrigeert, inhoud, hash)
    select nr, op, geldig, soort, grondslagsoort, grondslag, corrigeert, inhoud, hash
      from json_to_recordset(${JSON.stringify(boekingen)}::text::json) as b (nr bigint, op timestamptz, geldig date,
           soort text, grondslagsoort text, grondslag text, corrigeert bigint, inhoud text, hash text)`.execute(
    tx,
  )
}

export type Regelrij = { boeking: number; regel: number; post: number; geldig: Datum; bedrag: number }

/** Legt regels vast en werkt de saldi bij, in één keer voor alle boekingen van een ronde. */
export async function insertRegels(tx: Tx, regels: readonly Regelrij[]): Promise<void> {
  const kolom = <Veld extends keyof Regelrij>(veld: Veld) => regels.map((regel) => regel[veld])
  await sql`
    insert into grootboek_regel (boeking, regel, post, geldig_op, bedrag)
    select * from unnest(${kolom('boeking')}::bigint[], ${kolom('regel')}::smallint[], ${kolom('post')}::int[],
                         ${kolom('geldig')}::date[], ${kolom('bedrag')}::bigint[])`.execute(tx)
  const som = new Map<number, number>()
  for (const { post, bedrag } of regels) som.set(post, (som.get(post) ?? 0) + bedrag)
  await sql`
    insert into grootboek_saldo as s (post, bedrag)
    select * from unnest(${[...som.keys()]}::int[], ${[...som.values()]}::bigint[])
    on conflict (post) do update set bedrag = s.bedrag + excluded.bedrag`.execute(tx)
}

/**
 * Maakt een foto: de sommen over de boekingen sinds de vorige foto tot en met deze. Een foto telt dus niet op bij wat
 * ervoor kwam; zo kost zij altijd even veel, hoe lang het journaal ook is.
 */
export async function insertFoto(tx: Tx, nr: number): Promise<void> {
  const vorige = await findRow(
    tx,
    z.object({ nr: z.int() }),
    sql`select nr from grootboek_foto where nr < ${nr} order by nr desc limit 1`,
  )
  await sql`
    insert into grootboek_foto (nr, post, maand, bedrag)
    select ${nr}::bigint, post, date_trunc('month', geldig_op)::date, sum(bedrag)
      from grootboek_regel
     where boeking > ${vorige?.nr ?? 0} and boeking <= ${nr}
     group by 2, 3 having sum(bedrag) <> 0`.execute(tx)
}

export async function insertTeksten(
  tx: Tx,
  teksten: readonly { boeking: number; zout: string; tekst: string }[],
): Promise<void> {
  await sql`insert into grootboek_tekst (boeking, zout, tekst)
            select boeking, zout, tekst
              from jsonb_to_recordset(${json(teksten)}) as t (boeking bigint, zout text, tekst text)`.execute(
    tx,
  )
}

/** Saldo per rekening, over alle kenmerken en soorten; een rekening zonder regels ontbreekt. */
export async function findRekeningsaldi(
  lezer: Lezer,
  namen: readonly string[],
): Promise<Map<string, Centen>> {
  const rijen = await findRows(
    lezer,
    z.object({ rekening: z.string(), bedrag: z.coerce.number().pipe(Centen) }),
    sql`select p.rekening, sum(s.bedrag) as bedrag
          from grootboek_post p join grootboek_saldo s on s.post = p.id
         where p.rekening = any(${namen}::text[]) group by p.rekening`,
  )
  return new Map(rijen.map(({ rekening, bedrag }) => [rekening, bedrag]))
}

const Verzoekrij = z.object({ sleutel: z.string(), afdruk: z.string(), antwoord: z.unknown() })
export type Verzoekrij = z.infer<typeof Verzoekrij>

export const findVerzoeken = (lezer: Lezer, sleutels: readonly string[]): Promise<Verzoekrij[]> =>
  findRows(
    lezer,
    Verzoekrij,
    sql`select sleutel, afdruk, antwoord from grootboek_verzoek where sleutel = any(${sleutels}::text[])`,
  )

export async function insertVerzoeken(tx: Tx, verzoeken: readonly Verzoekrij[], op: Moment): Promise<void> {
  await sql`insert into grootboek_verzoek (sleutel, afdruk, antwoord, op)
            select sleutel, afdruk, antwoord, ${op}::timestamptz
              from jsonb_to_recordset(${json(verzoeken)}) as v (sleutel text, afdruk text, antwoord jsonb)`.execute(
    tx,
  )
}

export const Vastgelegd = z
  .object({ inhoud: z.string(), hash: z.string() })
  .transform(({ inhoud, hash }) => ({ ...leesInhoud(inhoud), hash }))
/** Een boeking zoals zij in het journaal staat. */
export type Vastgelegd = z.infer<typeof Vastgelegd>

export const findBoeking = (lezer: Lezer, nr: number): Promise<Vastgelegd | undefined> =>
  findRow(lezer, Vastgelegd, sql`select inhoud, hash from grootboek_boeking where nr = ${nr}`)

export const findBoekingen = (lezer: Lezer, nrs: readonly number[]): Promise<Vastgelegd[]> =>
  findRows(
    lezer,
    Vastgelegd,
    sql`select inhoud, hash from grootboek_boeking where nr = any(${nrs}::bigint[]) order by nr`,
  )

/** Welke boeking deze boeking spiegelt, als dat gebeurd is. */
export async function findCorrectieOp(lezer: Lezer, nr: number): Promise<number | undefined> {
  const rij = await findRow(
    lezer,
    z.object({ nr: z.int() }),
    sql`select nr from grootboek_boeking where corrigeert = ${nr}`,
  )
  return rij?.nr
}

export const PERIODESTANDEN = ['open', 'voorlopig', 'vast'] as const
export type Periodestand = (typeof PERIODESTANDEN)[number]

/** De stand van elke periode die ooit is gesloten of heropend; een periode die ontbreekt is open. */
export async function findPeriodestanden(lezer: Lezer): Promise<Map<Periode, Periodestand>> {
  const rijen = await findRows(
    lezer,
    z.object({ periode: Periode, stand: z.enum(PERIODESTANDEN) }),
    sql`select distinct on (periode) periode, stand from grootboek_periodestand order by periode, op desc, id desc`,
  )
  return new Map(rijen.map(({ periode, stand }) => [periode, stand]))
}
