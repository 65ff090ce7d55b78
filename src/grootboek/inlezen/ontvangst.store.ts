import { z } from 'zod'
import type { Datum } from '#basis/datum.ts'
import { findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Centen } from '#basis/geld.ts'
import type { Moment } from '#basis/moment.ts'
import type { Ontvangstkenmerk, Verwacht } from '#grootboek/inlezen/ontvangst.ts'

/** SQL van kenmerken en van bijschrijvingen die als ontvangst zijn bevestigd. */

export const findOntvangstkenmerken = (lezer: Lezer, programma: string): Promise<Ontvangstkenmerk[]> =>
  findRows(
    lezer,
    z.object({ programma: z.string(), bron: z.string(), kenmerken: z.array(z.string()) }),
    sql`select distinct on (bron) programma, bron, kenmerken from grootboek_ontvangstkenmerk
         where programma = ${programma} order by bron, versie desc`,
  )

export async function insertOntvangstkenmerk(
  tx: Tx,
  { programma, bron, kenmerken }: Ontvangstkenmerk,
  door: string | null,
  op: Moment,
): Promise<void> {
  await sql`
    insert into grootboek_ontvangstkenmerk (programma, bron, versie, kenmerken, op, door)
    select ${programma}, ${bron}, coalesce(max(versie), 0) + 1, ${[...kenmerken]}::text[], ${op}::timestamptz,
           ${door}::uuid
      from grootboek_ontvangstkenmerk where programma = ${programma} and bron = ${bron}`.execute(tx)
}

/** Wat elke bron per jaar toezegde en nog niet inbracht. */
export const findVerwacht = (lezer: Lezer, programma: string): Promise<Verwacht[]> =>
  findRows(
    lezer,
    z.object({
      programma: z.string(),
      bron: z.string(),
      jaar: z.int(),
      bedragCent: z.coerce.number().pipe(Centen),
    }),
    sql`select p.programma, p.bron, p.jaar, -sum(s.bedrag) as "bedragCent"
          from grootboek_post p join grootboek_saldo s on s.post = p.id
         where p.rekeningsoort = 'toegezegd' and p.programma = ${programma} and p.bron is not null
         group by p.programma, p.bron, p.jaar having sum(s.bedrag) <> 0
         order by p.bron, p.jaar`,
  )

/** Welke van deze bijschrijvingen al zijn bevestigd, met hun boeking. */
export async function findBevestigd(lezer: Lezer, sleutels: readonly string[]): Promise<Map<string, number>> {
  const rijen = await findRows(
    lezer,
    z.object({ sleutel: z.string(), boeking: z.int() }),
    sql`select sleutel, boeking from grootboek_afschriftregel where sleutel = any(${[...sleutels]}::text[])`,
  )
  return new Map(rijen.map(({ sleutel, boeking }) => [sleutel, boeking]))
}

export type Afschriftregel = {
  sleutel: string
  datum: Datum
  bedragCent: Centen
  kenmerk: string | null
  boeking: number
}

export async function insertAfschriftregels(
  tx: Tx,
  regels: readonly Afschriftregel[],
  door: string | null,
  op: Moment,
): Promise<void> {
  const uit = <Waarde>(kies: (regel: Afschriftregel) => Waarde): Waarde[] => regels.map(kies)
  await sql`
    insert into grootboek_afschriftregel (sleutel, datum, bedrag, kenmerk, boeking, op, door)
    select n.*, ${op}::timestamptz, ${door}::uuid
      from unnest(${uit(({ sleutel }) => sleutel)}::text[], ${uit(({ datum }) => datum)}::date[],
                  ${uit(({ bedragCent }) => bedragCent)}::bigint[], ${uit(({ kenmerk }) => kenmerk)}::text[],
                  ${uit(({ boeking }) => boeking)}::bigint[]) as n`.execute(tx)
}
