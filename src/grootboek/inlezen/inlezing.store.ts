import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRow, findRows, getRow, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Centen } from '#basis/geld.ts'
import type { Moment } from '#basis/moment.ts'
import type { Codetotaal } from '#grootboek/inlezen/lezen.ts'
import { INVOERSOORTEN, type Invoerbevinding } from '#grootboek/invoer.ts'

/** SQL van de geschiedenis van inlezingen en van bestanden die nog niet zijn vastgelegd. */

export const INLEZINGSOORTEN = ['bestand', 'koppeling', 'ongedaan'] as const

const Telling = z.object({
  nieuw: z.int(),
  veranderd: z.int(),
  omgehangen: z.int(),
  weg: z.int(),
  gelijk: z.int(),
})

const Inlezingrij = z.object({
  nummer: z.int(),
  soort: z.enum(INLEZINGSOORTEN),
  afdruk: z.string().nullable(),
  uitbreiding: z.string().nullable(),
  vorm: z.string().nullable(),
  programma: z.string(),
  administratie: z.string(),
  van: Datum,
  tot: Datum,
  invoersoorten: z.array(z.enum(INVOERSOORTEN)),
  regels: z.int(),
  debet: Centen,
  credit: Centen,
  telling: Telling,
  koppelstand: z.string(),
  /** Welke inlezing hiermee is teruggedraaid. */
  ongedaan: z.int().nullable(),
  op: z.date(),
  /** Door welke latere inlezing deze is teruggedraaid. */
  teruggedraaid: z.int().nullable(),
})
export type Inlezing = z.infer<typeof Inlezingrij>

const VELDEN = sql`i.nummer, i.soort, i.afdruk, i.uitbreiding, i.vorm, i.programma, i.administratie, i.van, i.tot,
  i.invoersoorten, i.regels, i.debet, i.credit, i.telling, i.koppelstand, i.ongedaan, i.op,
  (select o.nummer from grootboek_inlezing o where o.ongedaan = i.nummer) as teruggedraaid`

/** De nieuwste inlezingen eerst, onder nummer `voor`. */
export const findInlezingen = (
  lezer: Lezer,
  aantal: number,
  voor: number | null = null,
): Promise<Inlezing[]> =>
  findRows(
    lezer,
    Inlezingrij,
    sql`select ${VELDEN} from grootboek_inlezing i where (${voor}::int is null or i.nummer < ${voor}::int)
         order by i.nummer desc limit ${aantal}`,
  )

export const findInlezing = (lezer: Lezer, nummer: number): Promise<Inlezing | undefined> =>
  findRow(lezer, Inlezingrij, sql`select ${VELDEN} from grootboek_inlezing i where i.nummer = ${nummer}`)

/** De laatste inlezing van deze administratie; is zij van ditzelfde bestand, dan valt er niets te doen. */
export const findLaatsteInlezing = (lezer: Lezer, administratie: string): Promise<Inlezing | undefined> =>
  findRow(
    lezer,
    Inlezingrij,
    sql`select ${VELDEN} from grootboek_inlezing i where i.administratie = ${administratie}
         order by i.nummer desc limit 1`,
  )

/** Inlezingen van precies dit bestand, nieuwste eerst. */
export const findInlezingenVanBestand = (lezer: Lezer, afdruk: string): Promise<Inlezing[]> =>
  findRows(
    lezer,
    Inlezingrij,
    sql`select ${VELDEN} from grootboek_inlezing i where i.afdruk = ${afdruk} order by i.nummer desc`,
  )

/** Een latere inlezing van een bestand over dezelfde administratie en dagen, die nog geldt. */
export const findLatereOver = (lezer: Lezer, inlezing: Inlezing): Promise<Inlezing | undefined> =>
  findRow(
    lezer,
    Inlezingrij,
    sql`select ${VELDEN} from grootboek_inlezing i
         where i.administratie = ${inlezing.administratie} and i.nummer > ${inlezing.nummer}
           and i.soort = 'bestand' and i.van <= ${inlezing.tot}::date and i.tot >= ${inlezing.van}::date
           and i.invoersoorten && ${inlezing.invoersoorten}::text[]
           and not exists (select from grootboek_inlezing o where o.ongedaan = i.nummer)
         order by i.nummer desc limit 1`,
  )

export const findAdministraties = async (lezer: Lezer): Promise<string[]> =>
  (
    await findRows(
      lezer,
      z.object({ administratie: z.string() }),
      sql`select distinct administratie from grootboek_inlezing order by administratie`,
    )
  ).map(({ administratie }) => administratie)

export type NieuweInlezing = Omit<Inlezing, 'op' | 'teruggedraaid'> & {
  rekeningen: readonly Codetotaal[]
  bevindingen: readonly Invoerbevinding[]
  op: Moment
  door: string | null
}

/** Alleen achter het slot van het journaal: zo is er nooit een gat in de nummers. */
export async function findVolgendNummer(tx: Tx): Promise<number> {
  const { nummer } = await getRow(
    tx,
    z.object({ nummer: z.int() }),
    sql`select coalesce(max(nummer), 0) + 1 as nummer from grootboek_inlezing`,
  )
  return nummer
}

export async function insertInlezing(tx: Tx, inlezing: NieuweInlezing): Promise<void> {
  const i = inlezing
  await sql`
    insert into grootboek_inlezing (nummer, soort, afdruk, uitbreiding, vorm, programma, administratie, van, tot,
           invoersoorten, regels, debet, credit, telling, rekeningen, bevindingen, koppelstand, ongedaan, op, door)
    values (${i.nummer}, ${i.soort}, ${i.afdruk}, ${i.uitbreiding}, ${i.vorm}, ${i.programma}, ${i.administratie},
            ${i.van}::date, ${i.tot}::date, ${[...i.invoersoorten]}::text[], ${i.regels}, ${i.debet}, ${i.credit},
            ${json(i.telling)}, ${json(i.rekeningen)}, ${json(i.bevindingen)}, ${i.koppelstand}, ${i.ongedaan},
            ${i.op}::timestamptz, ${i.door}::uuid)`.execute(tx)
}

const Bijlagen = z.object({
  rekeningen: z.array(z.custom<Codetotaal>()),
  bevindingen: z.array(z.custom<Invoerbevinding>()),
})

/** De totalen per rekening en wat bij het lezen opviel. */
export const findBijlagen = (lezer: Lezer, nummer: number) =>
  findRow(
    lezer,
    Bijlagen,
    sql`select rekeningen, bevindingen from grootboek_inlezing where nummer = ${nummer}`,
  )

const Voorbereidingrij = z.object({
  id: z.uuid(),
  programma: z.string(),
  samenvatting: z.unknown(),
  inhoud: z.instanceof(Uint8Array).nullable(),
  op: z.date(),
})
export type Voorbereidingrij = z.infer<typeof Voorbereidingrij>

export async function insertVoorbereiding(
  tx: Tx,
  rij: Omit<Voorbereidingrij, 'op' | 'inhoud'> & {
    inhoud: Uint8Array | null
    op: Moment
    door: string | null
  },
): Promise<void> {
  const inhoud = rij.inhoud === null ? null : Buffer.from(rij.inhoud).toString('base64')
  await sql`
    insert into grootboek_voorbereiding (id, programma, samenvatting, inhoud, op, door)
    values (${rij.id}::uuid, ${rij.programma}, ${json(rij.samenvatting)}, decode(${inhoud}::text, 'base64'),
            ${rij.op}::timestamptz, ${rij.door}::uuid)`.execute(tx)
}

export const findVoorbereiding = (lezer: Lezer, id: string): Promise<Voorbereidingrij | undefined> =>
  findRow(
    lezer,
    Voorbereidingrij,
    sql`select id, programma, samenvatting, inhoud, op from grootboek_voorbereiding where id = ${id}::uuid`,
  )

export const findVoorbereidingen = (lezer: Lezer, programma: string) =>
  findRows(
    lezer,
    Voorbereidingrij.omit({ inhoud: true }),
    sql`select id, programma, samenvatting, op from grootboek_voorbereiding where programma = ${programma}
         order by op desc limit 20`,
  )

/** Gooit één voorbereiding weg, en alles wat ouder is dan `voor`. */
export async function deleteVoorbereidingen(tx: Tx, id: string | null, voor: Moment): Promise<void> {
  await sql`delete from grootboek_voorbereiding where id = ${id}::uuid or op < ${voor}::timestamptz`.execute(
    tx,
  )
}
