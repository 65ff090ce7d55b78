import { z } from 'zod'
import { Tijdvak } from '#basis/datum.ts'
import { findRow, findRows, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Moment } from '#basis/moment.ts'
import { alsMoment, neemSlot } from '#basis/sqldelen.ts'
import { Decimaaltekst } from '#metingen/decimaal.ts'
import { METHODEN } from '#metingen/marge.ts'
import {
  MATEN,
  METINGSOORTEN,
  type Meting,
  type NieuweMeting,
  ONTBREEKREDENEN,
  opTijdvak,
  schermAf,
  type Vastgelegd,
} from '#metingen/meting.ts'

/** SQL van metingen: alleen aanvullen. Wat de kamer uit gaat, gaat door `schermAf`. */

const Rij = z.object({
  reeks: z.string(),
  tijdvak: Tijdvak,
  volgnr: z.int(),
  maat: z.enum(MATEN),
  waarde: Decimaaltekst.nullable(),
  ontbreekt: z.enum(ONTBREEKREDENEN).nullable(),
  toelichting: z.string().nullable(),
  aantal: z.int().nullable(),
  populatie: z.int().nullable(),
  ondergrens: Decimaaltekst.nullable(),
  bovengrens: Decimaaltekst.nullable(),
  methode: z.enum(METHODEN).nullable(),
  soort: z.enum(METINGSOORTEN),
  bron: z.string(),
  reden: z.string().nullable(),
  op: Moment,
  door: z.string().nullable(),
}) satisfies z.ZodType<Vastgelegd>

const VELDEN = sql`reeks, tijdvak, volgnr, maat, waarde::text as waarde, ontbreekt, toelichting, aantal, populatie,
  ondergrens::text as ondergrens, bovengrens::text as bovengrens, methode, soort, bron, reden,
  ${alsMoment('op')} as op, door::text as door`

export type Metingopties = {
  /** Zoals toen bekend; zonder is het zoals nu. */
  bekendTot?: Moment | undefined
  /** Onder hoeveel mensen een cijfer niet te zien is; zonder is het de openbare drempel. */
  drempel?: number | undefined
}

/** Per reeks en tijdvak de jaargang die gold, in de volgorde van de tijd. */
export async function findMetingen(
  lezer: Lezer,
  reeksen: readonly string[],
  { bekendTot, drempel }: Metingopties = {},
): Promise<Meting[]> {
  return (await findLaatste(lezer, reeksen, bekendTot)).map((meting) => schermAf(meting, drempel))
}

/** Elke jaargang, de oudste eerst. */
export async function findVintages(
  lezer: Lezer,
  reeksen: readonly string[],
  { bekendTot, drempel }: Metingopties = {},
): Promise<Meting[]> {
  const rijen = await findRows(
    lezer,
    Rij,
    sql`select ${VELDEN} from metingen_meting
         where reeks = any(${[...reeksen]}::text[])
           and (${bekendTot ?? null}::timestamptz is null or op <= ${bekendTot ?? null}::timestamptz)
         order by reeks, tijdvak, volgnr`,
  )
  return rijen
    .toSorted((een, ander) => opTijdvak(een, ander) || een.volgnr - ander.volgnr)
    .map((meting) => schermAf(meting, drempel))
}

/** Met elk aantal: alleen voor wie binnen deze kamer beslist of er iets verandert. */
export async function findLaatste(
  lezer: Lezer,
  reeksen: readonly string[],
  bekendTot?: Moment,
): Promise<Vastgelegd[]> {
  const rijen = await findRows(
    lezer,
    Rij,
    sql`select distinct on (reeks, tijdvak) ${VELDEN} from metingen_meting
         where reeks = any(${[...reeksen]}::text[])
           and (${bekendTot ?? null}::timestamptz is null or op <= ${bekendTot ?? null}::timestamptz)
         order by reeks, tijdvak, volgnr desc`,
  )
  return rijen.toSorted(opTijdvak)
}

/** Eén tegelijk per gemeente, vóór het kiezen van het moment: zo verandert nooit meer wat op een moment bekend was. */
export async function lockMetingen(tx: Tx): Promise<void> {
  await neemSlot(tx, 'metingen')
}

/** Het moment van de laatste meting van welke reeks ook. */
export async function findLaatsteMoment(lezer: Lezer): Promise<Moment | undefined> {
  const rij = await findRow(
    lezer,
    z.object({ op: Moment.nullable() }),
    sql`select ${alsMoment('max(op)')} as op from metingen_meting`,
  )
  return rij?.op ?? undefined
}

/** Alle samen op hetzelfde moment. */
export async function insertMetingen(
  tx: Tx,
  metingen: readonly (NieuweMeting & { volgnr: number })[],
  { op, door }: { op: Moment; door: string | null },
): Promise<void> {
  await sql`
    insert into metingen_meting (reeks, tijdvak, volgnr, maat, waarde, ontbreekt, toelichting, aantal, populatie,
                                 ondergrens, bovengrens, methode, soort, bron, reden, op, door)
    select m.reeks, m.tijdvak, m.volgnr, m.maat, m.waarde::numeric, m.ontbreekt, m.toelichting, m.aantal, m.populatie,
           m.ondergrens::numeric, m.bovengrens::numeric, m.methode, m.soort, m.bron, m.reden,
           ${op}::timestamptz, ${door}::uuid
      from jsonb_to_recordset(${json(metingen)}) as m (
        reeks text, tijdvak text, volgnr int, maat text, waarde text, ontbreekt text, toelichting text, aantal int,
        populatie int, ondergrens text, bovengrens text, methode text, soort text, bron text, reden text)`.execute(
    tx,
  )
}
