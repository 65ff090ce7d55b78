import { z } from 'zod'
import { findRow, findRows, getRow, type Lezer, sql } from '#basis/db.ts'
import { alsMoment } from '#basis/sqldelen.ts'
import type { Postrij } from '#grootboek/controle.ts'
import { Kop } from '#grootboek/journaal.store.ts'

/**
 * SQL van de controle. Alles komt in grote stukken, zo kaal mogelijk: een miljoen boekingen gaan hier doorheen. Elke
 * opdracht staat op zichzelf; wat tot en met een kop vastligt, verandert niet meer.
 */

const Begin = Kop.extend({ laatste: z.int(), saldi: z.string().nullable() })

/** De kop, de saldi die daarbij horen (`post,bedrag;…`) en het hoogste nummer dat er staat: van één ogenblik. */
export const findBegin = (lezer: Lezer): Promise<z.infer<typeof Begin>> =>
  getRow(
    lezer,
    Begin,
    sql`select nr, hash, ${alsMoment('op')} as op,
               (select coalesce(max(nr), 0) from grootboek_boeking) as laatste,
               (select string_agg(post || ',' || bedrag, ';') from grootboek_saldo) as saldi
          from grootboek_kop`,
  )

export async function findPosten(lezer: Lezer): Promise<Postrij[]> {
  const { rows } = await sql<Postrij>`
    select id, rekening, kenmerk, soort, programma, bron, rekeningsoort, onderdeel, jaar, verplichting
      from grootboek_post order by id`.execute(lezer)
  return rows
}

export type Ruwrij = { nr: number; kolommen: string; inhoud: string; hash: string }

/** Boekingen na het ene tot en met het andere nummer, met hun kolommen als één tekst. */
export async function findRuwe(lezer: Lezer, na: number, tm: number): Promise<Ruwrij[]> {
  const { rows } = await sql<Ruwrij>`
    select nr, concat_ws('|', nr, vastgelegd_op at time zone 'UTC', geldig_op, soort, grondslag_soort, grondslag,
                         coalesce(corrigeert::text, '')) as kolommen, inhoud, hash
      from grootboek_boeking where nr > ${na} and nr <= ${tm} order by nr`.execute(lezer)
  return rows
}

/** De regels daarvan, als `boeking,regel,post,dag,bedrag;…`. */
export async function findRuweRegels(lezer: Lezer, na: number, tm: number): Promise<string> {
  const { tekst } = await getRow(
    lezer,
    z.object({ tekst: z.string().nullable() }),
    sql`select string_agg(concat_ws(',', boeking, regel, post, geldig_op - date '2000-01-01', bedrag), ';') as tekst
          from (select * from grootboek_regel where boeking > ${na} and boeking <= ${tm} order by boeking, regel) r`,
  )
  return tekst ?? ''
}

const Tekstrij = z.object({ boeking: z.int(), zout: z.string(), tekst: z.string() })

export const findTeksten = (lezer: Lezer, na: number, tm: number): Promise<z.infer<typeof Tekstrij>[]> =>
  findRows(
    lezer,
    Tekstrij,
    sql`select boeking, zout, tekst from grootboek_tekst where boeking > ${na} and boeking <= ${tm}`,
  )

/** De eerste foto na dit nummer. */
export async function findVolgendeFoto(lezer: Lezer, na: number): Promise<number | undefined> {
  const rij = await findRow(
    lezer,
    z.object({ nr: z.int() }),
    sql`select nr from grootboek_foto where nr > ${na} order by nr limit 1`,
  )
  return rij?.nr
}

/** Een foto, als `post,dag,bedrag;…`; de dag is de eerste van de maand. */
export async function findRuweFoto(lezer: Lezer, nr: number): Promise<string> {
  const { tekst } = await getRow(
    lezer,
    z.object({ tekst: z.string().nullable() }),
    sql`select string_agg(post || ',' || (maand - date '2000-01-01') || ',' || bedrag, ';')
               as tekst
          from grootboek_foto where nr = ${nr}`,
  )
  return tekst ?? ''
}
