import { z } from 'zod'
import { Datum, Tijdvak } from '#basis/datum.ts'
import { findRow, findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Moment } from '#basis/moment.ts'
import { alsMoment } from '#basis/sqldelen.ts'
import {
  type Melding,
  MIJLPAALFASEN,
  type Mijlpaalmelding,
  type Mijlpaalnaam,
  type Mijlpaalstand,
  mijlpaalstanden,
} from '#programma/mijlpalen/mijlpaal.ts'
import type { Plan } from '#programma/plan.ts'

/** SQL van wat er over mijlpalen is gemeld. */

const Rij = z.object({
  onderdeel: z.string(),
  mijlpaal: z.string(),
  volgnr: z.int(),
  fase: z.enum(MIJLPAALFASEN),
  verwacht: Tijdvak.nullable(),
  letterlijk: z.string().nullable(),
  bereiktOp: Datum.nullable(),
  reden: z.string(),
  op: Moment,
  door: z.string().nullable(),
}) satisfies z.ZodType<Mijlpaalmelding>

type Vraag = {
  onderdeel?: string | undefined
  mijlpaal?: string | undefined
  bekendTot?: Moment | undefined
}

const VELDEN = sql`m.onderdeel, m.mijlpaal, m.volgnr, m.fase, m.verwacht, m.letterlijk, m.bereikt_op as "bereiktOp",
  m.reden, ${alsMoment('m.op')} as op, a.naam as door`
const voorwaarde = (plan: string, { onderdeel, mijlpaal, bekendTot }: Vraag) => sql`
  m.plan = ${plan} and (${onderdeel ?? null}::text is null or m.onderdeel = ${onderdeel ?? null}::text)
  and (${mijlpaal ?? null}::text is null or m.mijlpaal = ${mijlpaal ?? null}::text)
  and (${bekendTot ?? null}::timestamptz is null or m.op <= ${bekendTot ?? null}::timestamptz)`

/** De laatste melding per mijlpaal, zoals zij bekend was op een moment; zonder moment zoals nu. */
export const findMijlpaalmeldingen = (
  lezer: Lezer,
  plan: string,
  vraag: Vraag = {},
): Promise<Mijlpaalmelding[]> =>
  findRows(
    lezer,
    Rij,
    sql`select distinct on (m.onderdeel, m.mijlpaal) ${VELDEN}
          from programma_mijlpaalmelding m left join toegang_account a on a.id = m.door
         where ${voorwaarde(plan, vraag)}
         order by m.onderdeel, m.mijlpaal, m.volgnr desc`,
  )

/** Alle meldingen, per mijlpaal de oudste eerst. */
export const findMijlpaalgeschiedenis = (
  lezer: Lezer,
  plan: string,
  vraag: Vraag = {},
): Promise<Mijlpaalmelding[]> =>
  findRows(
    lezer,
    Rij,
    sql`select ${VELDEN} from programma_mijlpaalmelding m left join toegang_account a on a.id = m.door
         where ${voorwaarde(plan, vraag)}
         order by m.onderdeel, m.mijlpaal, m.volgnr`,
  )

/** `concept`: deze lezer mag ook zien wat alleen in een versie staat die niet is vastgesteld. */
type Naamvraag = { concept?: boolean | undefined }

/** Hoe elke mijlpaal waarover is gemeld in het plan heet of het laatst heette. */
export const findMijlpaalnamen = (
  lezer: Lezer,
  plan: string,
  { concept = false }: Naamvraag = {},
): Promise<Mijlpaalnaam[]> =>
  findRows(
    lezer,
    z.object({
      onderdeel: z.string(),
      mijlpaal: z.string(),
      wat: z.string(),
      gepland: Tijdvak.nullable(),
    }),
    sql`select distinct on (s.sleutel, m ->> 'id')
               s.sleutel as onderdeel, m ->> 'id' as mijlpaal, m ->> 'wat' as wat, m ->> 'wanneer' as gepland
          from programma_stuk s, jsonb_array_elements(s.inhoud -> 'inhoud' -> 'mijlpalen') m
         where s.plan = ${plan} and s.soort = 'onderdeel'
           and exists (select from programma_mijlpaalmelding f
                        where f.plan = s.plan and f.onderdeel = s.sleutel and f.mijlpaal = m ->> 'id')
           and (${concept}::boolean or exists (
                 select from programma_vaststelling v
                  where v.plan = s.plan
                    and s.versie = (select max(t.versie) from programma_stuk t
                                     where t.plan = s.plan and t.soort = s.soort and t.sleutel = s.sleutel
                                       and t.versie <= v.versie)))
         order by s.sleutel, m ->> 'id', s.versie desc`,
  )

/** Alle mijlpalen van dit plan met de laatste melding, zoals bekend op een moment; ook wat het plan niet meer noemt. */
export async function findMijlpaalstanden(
  lezer: Lezer,
  plan: Pick<Plan, 'onderdelen' | 'programma'>,
  { concept, ...vraag }: Vraag & Naamvraag = {},
): Promise<Mijlpaalstand[]> {
  const id = plan.programma.id
  const meldingen = await findMijlpaalmeldingen(lezer, id, vraag)
  return mijlpaalstanden(plan.onderdelen, meldingen, await findMijlpaalnamen(lezer, id, { concept }))
}

/** Of deze mijlpaal in het plan staat of ooit stond. */
export async function kentMijlpaal(
  lezer: Lezer,
  plan: string,
  onderdeel: string,
  mijlpaal: string,
): Promise<boolean> {
  const rij = await findRow(
    lezer,
    z.object({ sleutel: z.string() }),
    sql`select s.sleutel from programma_stuk s, jsonb_array_elements(s.inhoud -> 'inhoud' -> 'mijlpalen') m
         where s.plan = ${plan} and s.soort = 'onderdeel' and s.sleutel = ${onderdeel} and m ->> 'id' = ${mijlpaal}
         limit 1`,
  )
  return rij !== undefined
}

export async function insertMijlpaalmelding(
  tx: Tx,
  plan: string,
  waarvan: { onderdeel: string; mijlpaal: string; volgnr: number },
  melding: Melding,
  wanneer: { op: Moment; door: string | null },
): Promise<void> {
  const { onderdeel, mijlpaal, volgnr } = waarvan
  await sql`
    insert into programma_mijlpaalmelding (plan, onderdeel, mijlpaal, volgnr, fase, verwacht, letterlijk, bereikt_op,
                                           reden, op, door)
    values (${plan}, ${onderdeel}, ${mijlpaal}, ${volgnr}, ${melding.fase}, ${melding.verwacht},
            ${melding.letterlijk}, ${melding.bereiktOp}, ${melding.reden}, ${wanneer.op}, ${wanneer.door})`.execute(
    tx,
  )
}
