import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRow, findRows, getRow, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Vastgelegd } from '#grootboek/journaal.store.ts'
import { leesRekening, type Rekening } from '#grootboek/rekening.ts'

/** SQL van het register van verplichtingen; de bedragen staan in het journaal. */

export const Verplichtingkop = z.object({
  id: z.string(),
  programma: z.string(),
  onderdeel: z.string().nullable(),
  boeking: z.int(),
  van: Datum.nullable(),
  tot: Datum.nullable(),
  afgesloten: z.boolean(),
})
export type Verplichtingkop = z.infer<typeof Verplichtingkop>

const KOP = sql`v.id, v.programma, v.onderdeel, v.boeking, v.van, v.tot,
  exists (select from grootboek_verplichtingeinde e where e.verplichting = v.id) as afgesloten`

export const findVerplichtingkoppen = (lezer: Lezer, programma: string): Promise<Verplichtingkop[]> =>
  findRows(
    lezer,
    Verplichtingkop,
    sql`select ${KOP} from grootboek_verplichting v where v.programma = ${programma} order by v.id`,
  )

export const findVerplichtingkop = (lezer: Lezer, id: string): Promise<Verplichtingkop | undefined> =>
  findRow(lezer, Verplichtingkop, sql`select ${KOP} from grootboek_verplichting v where v.id = ${id}`)

/** Ook een ingelezen verplichting, die hier niet in het register staat, kan zijn afgesloten. */
export const isAfgesloten = async (lezer: Lezer, id: string): Promise<boolean> =>
  (await findRow(
    lezer,
    z.object({ verplichting: z.string() }),
    sql`select verplichting from grootboek_verplichtingeinde where verplichting = ${id}`,
  )) !== undefined

/** Alle boekingen van een verplichting op volgorde, ook facturen die helemaal boven het openstaande deel kwamen. */
export const findLevenVan = (
  lezer: Lezer,
  programma: string,
  verplichting: string,
  tmNr: number = Number.MAX_SAFE_INTEGER,
): Promise<Vastgelegd[]> =>
  findRows(
    lezer,
    Vastgelegd,
    sql`select b.inhoud, b.hash from grootboek_boeking b
         where b.nr <= ${tmNr} and b.nr in (
           select r.boeking from grootboek_post p join grootboek_regel r on r.post = p.id
            where p.verplichting = ${verplichting} and p.programma = ${programma}
           union
           select f.nr from grootboek_boeking f
            where f.grondslag_soort = 'factuur' and split_part(f.grondslag, '/', 1) = ${verplichting}
              and f.grondslag like '%/%')
         order by b.nr`,
  )

/** Het hoogste volgnummer dat dit jaar is uitgedeeld. */
export async function findLaatsteNummer(lezer: Lezer, jaar: number): Promise<number> {
  const rij = await getRow(
    lezer,
    z.object({ laatste: z.int() }),
    sql`select coalesce(max(split_part(id, '-', 2)::int), 0) as laatste
          from grootboek_verplichting where jaar = ${jaar}`,
  )
  return rij.laatste
}

/** De rekeningen met vrije ruimte van dit onderdeel in deze jaren, uit elke bron. */
export async function findRuimterekeningen(
  lezer: Lezer,
  programma: string,
  onderdeel: string | null,
  jaren: readonly number[],
): Promise<Rekening[]> {
  const rijen = await findRows(
    lezer,
    z.object({ rekening: z.string() }),
    sql`select distinct rekening from grootboek_post
         where programma = ${programma} and onderdeel is not distinct from ${onderdeel}::text
           and jaar = any(${[...jaren]}::int[]) and rekeningsoort = 'ruimte'`,
  )
  return rijen.flatMap(({ rekening }) => leesRekening(rekening) ?? [])
}

export type NieuweVerplichting = Omit<Verplichtingkop, 'afgesloten'> & {
  jaar: number
  door: string | null
  op: Date
}

export async function insertVerplichting(tx: Tx, nieuw: NieuweVerplichting): Promise<void> {
  await sql`insert into grootboek_verplichting (id, jaar, programma, onderdeel, boeking, van, tot, door, op)
            values (${nieuw.id}, ${nieuw.jaar}, ${nieuw.programma}, ${nieuw.onderdeel}, ${nieuw.boeking},
                    ${nieuw.van}::date, ${nieuw.tot}::date, ${nieuw.door}::uuid, ${nieuw.op})`.execute(tx)
}

export async function insertVerplichtingeinde(
  tx: Tx,
  einde: { verplichting: string; boeking: number | null; door: string | null; op: Date },
): Promise<void> {
  const { verplichting, boeking, door, op } = einde
  await sql`insert into grootboek_verplichtingeinde (verplichting, boeking, door, op)
            values (${verplichting}, ${boeking}, ${door}::uuid, ${op})`.execute(tx)
}

/** Waar elke verplichting over gaat: de toelichting bij haar eerste boeking. Nooit openbaar. */
export async function findOmschrijvingen(
  lezer: Lezer,
  programma: string,
  id?: string,
): Promise<Map<string, string>> {
  const rijen = await findRows(
    lezer,
    z.object({ id: z.string(), tekst: z.string() }),
    sql`select v.id, t.tekst from grootboek_verplichting v join grootboek_tekst t on t.boeking = v.boeking
         where v.programma = ${programma} and (${id ?? null}::text is null or v.id = ${id ?? null}::text)`,
  )
  return new Map(rijen.map((rij) => [rij.id, rij.tekst]))
}
