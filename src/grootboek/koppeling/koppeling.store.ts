import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRow, findRows, getRow, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import type { Moment } from '#basis/moment.ts'
import type { Financiering } from '#grootboek/koppeling/koppeling.ts'
import { Bronverdeling, Doel, type Koppelregel } from '#grootboek/koppeling/koppelregel.ts'
import { Naam } from '#grootboek/rekening.ts'

/** SQL van de koppeling. Schrijven gebeurt achter het slot van het journaal, want boekingen hangen ervan af. */

const Regelrij = z.object({
  regel: z.uuid(),
  versie: z.int(),
  administratie: z.string().nullable(),
  rekening: z.string().nullable(),
  kostenplaats: z.string().nullable(),
  project: z.string().nullable(),
  van: Datum.nullable(),
  tot: Datum.nullable(),
  doel: Doel,
})

const REGELVELDEN = sql`regel, versie, administratie, rekening, kostenplaats, project, van, tot, doel`

/** De laatste versie van elke regel die niet vervallen is. */
export const findKoppelregels = (lezer: Lezer): Promise<Koppelregel[]> =>
  findRows(
    lezer,
    Regelrij,
    sql`select ${REGELVELDEN}
          from (select distinct on (regel) * from grootboek_koppelregel order by regel, versie desc) laatste
         where not vervallen order by regel`,
  )

export const findKoppelregel = (lezer: Lezer, regel: string): Promise<Koppelregel | undefined> =>
  findRow(
    lezer,
    Regelrij,
    sql`select ${REGELVELDEN}
          from (select * from grootboek_koppelregel where regel = ${regel}::uuid order by versie desc limit 1) laatste
         where not vervallen`,
  )

export type Regelversie = Koppelregel & { vervallen: boolean }

export async function insertKoppelregels(
  tx: Tx,
  regels: readonly Regelversie[],
  door: string | null,
  op: Moment,
): Promise<void> {
  await sql`
    insert into grootboek_koppelregel (regel, versie, administratie, rekening, kostenplaats, project, van, tot, doel,
                                       vervallen, op, door)
    select regel, versie, administratie, rekening, kostenplaats, project, van, tot, doel, vervallen,
           ${op}::timestamptz, ${door}::uuid
      from jsonb_to_recordset(${json(regels)}) as n (regel uuid, versie int, administratie text, rekening text,
           kostenplaats text, project text, van date, tot date, doel jsonb, vervallen boolean)`.execute(tx)
}

export const findFinancieringen = (lezer: Lezer): Promise<(Financiering & { versie: number })[]> =>
  findRows(
    lezer,
    z.object({ programma: Naam, onderdeel: Naam, versie: z.int(), volgorde: Bronverdeling }),
    sql`select distinct on (programma, onderdeel) programma, onderdeel, versie, volgorde
          from grootboek_financiering order by programma, onderdeel, versie desc`,
  )

export async function insertFinanciering(
  tx: Tx,
  { programma, onderdeel, volgorde }: Financiering,
  door: string | null,
  op: Moment,
): Promise<void> {
  await sql`
    insert into grootboek_financiering (programma, onderdeel, versie, volgorde, op, door)
    select ${programma}, ${onderdeel}, coalesce(max(versie), 0) + 1, ${json(volgorde)}, ${op}::timestamptz, ${door}::uuid
      from grootboek_financiering where programma = ${programma} and onderdeel = ${onderdeel}`.execute(tx)
}

/** Verandert zodra er iets aan de koppeling verandert. */
export async function findKoppelstand(lezer: Lezer): Promise<string> {
  const { stand } = await getRow(
    lezer,
    z.object({ stand: z.string() }),
    sql`select (select count(*) from grootboek_koppelregel) || '.' || (select count(*) from grootboek_financiering)
            as stand`,
  )
  return stand
}
