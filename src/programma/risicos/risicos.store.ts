import { z } from 'zod'
import { findRow, findRows, getRow, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Centen } from '#basis/geld.ts'
import type { Id } from '#basis/id.ts'
import { Moment } from '#basis/moment.ts'
import { alsMoment } from '#basis/sqldelen.ts'
import {
  RISICOSTANDEN,
  type Risico,
  type Risicoinhoud,
  type Risicoregels,
  STANDAARD_RISICOREGELS,
} from '#programma/risicos/risico.ts'

/** SQL van risico's, hun versies, en hoe de gemeente kans en gevolg indeelt. */

const Rij = z.object({
  id: z.uuid(),
  nummer: z.int(),
  volgnr: z.int(),
  onderdeel: z.string().nullable(),
  oorzaak: z.string(),
  gebeurtenis: z.string(),
  gevolg: z.string(),
  kans: z.literal([1, 2, 3, 4, 5]),
  laagCent: Centen,
  hoogCent: Centen,
  maatregel: z.string(),
  eigenaarrol: z.string(),
  stand: z.enum(RISICOSTANDEN),
  reden: z.string(),
  op: Moment,
  sinds: Moment,
  door: z.string().nullable(),
}) satisfies z.ZodType<Risico>

const VELDEN = sql`r.id, r.nummer, v.volgnr, v.onderdeel, v.oorzaak, v.gebeurtenis, v.gevolg, v.kans,
  v.laag_cent as "laagCent", v.hoog_cent as "hoogCent", v.maatregel, v.eigenaarrol, v.stand, v.reden,
  ${alsMoment('v.op')} as op, ${alsMoment('r.op')} as sinds, a.naam as door`

type Vraag = { bekendTot?: Moment | undefined; nummer?: number | undefined }
const UIT = sql`programma_risico r join programma_risicoversie v on v.risico = r.id
  left join toegang_account a on a.id = v.door`
const voorwaarde = (plan: string, { bekendTot, nummer }: Vraag) => sql`
  r.plan = ${plan} and (${nummer ?? null}::int is null or r.nummer = ${nummer ?? null}::int)
  and (${bekendTot ?? null}::timestamptz is null or v.op <= ${bekendTot ?? null}::timestamptz)`

/** De laatste versie van elk risico, zoals zij bekend was op een moment; zonder moment zoals nu. */
export const findRisicos = (lezer: Lezer, plan: string, vraag: Vraag = {}): Promise<Risico[]> =>
  findRows(
    lezer,
    Rij,
    sql`select distinct on (r.nummer) ${VELDEN} from ${UIT}
         where ${voorwaarde(plan, vraag)} order by r.nummer, v.volgnr desc`,
  )

/** Alle versies van één risico, de nieuwste eerst. */
export const findRisicoversies = (
  lezer: Lezer,
  plan: string,
  nummer: number,
  vraag: Vraag = {},
): Promise<Risico[]> =>
  findRows(
    lezer,
    Rij,
    sql`select ${VELDEN} from ${UIT} where ${voorwaarde(plan, { ...vraag, nummer })} order by v.volgnr desc`,
  )

/** Het volgende nummer in dit plan; eerst het slot, dan dit. */
export async function volgendRisiconummer(tx: Tx, plan: string): Promise<number> {
  const rij = await getRow(
    tx,
    z.object({ nummer: z.int() }),
    sql`select coalesce(max(nummer), 0) + 1 as nummer from programma_risico where plan = ${plan}`,
  )
  return rij.nummer
}

type Wanneer = { op: Moment; door: string | null }

export async function insertRisico(
  tx: Tx,
  plan: string,
  { id, nummer }: { id: Id; nummer: number },
  { op, door }: Wanneer,
): Promise<void> {
  await sql`insert into programma_risico (id, plan, nummer, op, door)
            values (${id}, ${plan}, ${nummer}, ${op}, ${door})`.execute(tx)
}

export async function insertRisicoversie(
  tx: Tx,
  plan: string,
  { risico, volgnr }: { risico: string; volgnr: number },
  inhoud: Risicoinhoud,
  { op, door }: Wanneer,
): Promise<void> {
  await sql`
    insert into programma_risicoversie (risico, volgnr, plan, onderdeel, oorzaak, gebeurtenis, gevolg, kans,
                                        laag_cent, hoog_cent, maatregel, eigenaarrol, stand, reden, op, door)
    values (${risico}, ${volgnr}, ${plan}, ${inhoud.onderdeel}, ${inhoud.oorzaak}, ${inhoud.gebeurtenis},
            ${inhoud.gevolg}, ${inhoud.kans}, ${inhoud.laagCent}, ${inhoud.hoogCent}, ${inhoud.maatregel},
            ${inhoud.eigenaarrol}, ${inhoud.stand}, ${inhoud.reden}, ${op}, ${door})`.execute(tx)
}

const Regelrij = z.object({
  volgnr: z.int(),
  kansen: z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]),
  grenzenCent: z.tuple([Centen, Centen, Centen, Centen]),
})

/** `bevestigd`: de gemeente koos deze indeling zelf; anders is het de uitgangsstand. */
export type GeldendeRisicoregels = { regels: Risicoregels; bevestigd: boolean; volgnr: number }

export async function findRisicoregels(
  lezer: Lezer,
  plan: string,
  { bekendTot }: { bekendTot?: Moment | undefined } = {},
): Promise<GeldendeRisicoregels> {
  const rij = await findRow(
    lezer,
    Regelrij,
    sql`select volgnr, kansen, to_json(grenzen_cent) as "grenzenCent" from programma_risicoregel
         where plan = ${plan}
           and (${bekendTot ?? null}::timestamptz is null or op <= ${bekendTot ?? null}::timestamptz)
         order by volgnr desc limit 1`,
  )
  if (rij === undefined) return { regels: STANDAARD_RISICOREGELS, bevestigd: false, volgnr: 0 }
  const { volgnr, ...regels } = rij
  return { regels, bevestigd: true, volgnr }
}

export async function insertRisicoregels(
  tx: Tx,
  plan: string,
  volgnr: number,
  { kansen, grenzenCent }: Risicoregels,
  { op, door }: Wanneer,
): Promise<void> {
  await sql`insert into programma_risicoregel (plan, volgnr, kansen, grenzen_cent, op, door)
            values (${plan}, ${volgnr}, ${[...kansen]}::smallint[], ${[...grenzenCent]}::bigint[], ${op},
                    ${door})`.execute(tx)
}
