import { z } from 'zod'
import { findRow, findRows, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Centen } from '#basis/geld.ts'
import type { Id } from '#basis/id.ts'
import { VOORSTELOORDELEN, Voorstelinhoud, type Voorsteloordeel } from '#grootboek/voorstel/voorstel.ts'

/** SQL van voorstellen en hoe zij afliepen. */

export const Voorstel = z.object({
  id: z.uuid(),
  programma: z.string().nullable(),
  onderdeel: z.string().nullable(),
  bedragCent: Centen.nullable(),
  inhoud: Voorstelinhoud,
  tekst: z.string().nullable(),
  door: z.uuid().nullable(),
  naam: z.string().nullable(),
  op: z.date(),
  /** `null`: wacht nog. */
  oordeel: z.enum(VOORSTELOORDELEN).nullable(),
  oordeelDoor: z.string().nullable(),
  oordeelOp: z.date().nullable(),
  reden: z.string().nullable(),
  boeking: z.int().nullable(),
})
export type Voorstel = z.infer<typeof Voorstel>

const VOORSTEL = sql`
  select v.id, v.programma, v.onderdeel, v.bedrag as "bedragCent", v.inhoud, v.tekst, v.door, a.naam, v.op,
         o.oordeel, b.naam as "oordeelDoor", o.op as "oordeelOp", o.reden, o.boeking
    from grootboek_voorstel v
    left join toegang_account a on a.id = v.door
    left join grootboek_oordeel o on o.voorstel = v.id
    left join toegang_account b on b.id = o.door`

export const findVoorstel = (lezer: Lezer, id: string): Promise<Voorstel | undefined> =>
  findRow(lezer, Voorstel, sql`${VOORSTEL} where v.id = ${id}::uuid`)

/** Voorstellen van dit programma en van het hele journaal: wat nog wacht, of de laatste die zijn afgelopen. */
export const findVoorstellen = (
  lezer: Lezer,
  programma: string,
  welke: 'open' | 'klaar',
  aantal: number,
): Promise<Voorstel[]> =>
  findRows(
    lezer,
    Voorstel,
    sql`${VOORSTEL}
         where (v.programma is null or v.programma = ${programma}) and (o.oordeel is null) = ${welke === 'open'}::boolean
         order by coalesce(o.op, v.op) desc, v.id desc limit ${aantal}`,
  )

/** Wacht er al een voorstel om deze periode te heropenen? */
export const findOpenHeropening = async (lezer: Lezer, periode: string): Promise<string | undefined> =>
  (
    await findRow(
      lezer,
      z.object({ id: z.uuid() }),
      sql`select v.id from grootboek_voorstel v
           where v.soort = 'heropening' and v.inhoud -> 'wat' ->> 'periode' = ${periode}
             and not exists (select from grootboek_oordeel o where o.voorstel = v.id)
           limit 1`,
    )
  )?.id

export type NieuwVoorstel = Pick<Voorstel, 'programma' | 'onderdeel' | 'bedragCent' | 'inhoud' | 'tekst'> & {
  id: Id
  door: string | null
  op: Date
}

export async function insertVoorstel(tx: Tx, voorstel: NieuwVoorstel): Promise<void> {
  const { id, programma, onderdeel, bedragCent, inhoud, tekst, door, op } = voorstel
  await sql`insert into grootboek_voorstel (id, soort, programma, onderdeel, bedrag, inhoud, tekst, door, op)
            values (${id}, ${inhoud.soort}, ${programma}, ${onderdeel}, ${bedragCent}, ${json(inhoud)}, ${tekst},
                    ${door}::uuid, ${op})`.execute(tx)
}

/** Na goedkeuren staat de tekst bij de boeking; hier hoeft zij dan niet meer te staan. */
export async function updateVoorsteltekstWeg(tx: Tx, id: string): Promise<void> {
  await sql`update grootboek_voorstel set tekst = null where id = ${id}::uuid`.execute(tx)
}

export type Oordeel = {
  voorstel: string
  oordeel: Voorsteloordeel
  door: string | null
  reden: string | null
  boeking: number | null
  op: Date
}

export async function insertOordeel(tx: Tx, oordeel: Oordeel): Promise<void> {
  await sql`insert into grootboek_oordeel (voorstel, oordeel, door, reden, boeking, op)
            values (${oordeel.voorstel}::uuid, ${oordeel.oordeel}, ${oordeel.door}::uuid, ${oordeel.reden},
                    ${oordeel.boeking}, ${oordeel.op})`.execute(tx)
}
