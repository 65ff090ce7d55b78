import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Moment } from '#basis/moment.ts'
import { alsMoment } from '#basis/sqldelen.ts'
import {
  openbaarVan,
  UITVRAAGSTAPPEN,
  type Uitvraag,
  type Uitvraagstap,
  uitvragenVan,
} from '#programma/uitvraag/uitvraag.ts'
import { findVoortgang } from '#programma/voortgang/voortgang.store.ts'
import type { Voortgang } from '#programma/voortgang/voortgang.ts'

/** SQL van de uitvraag: alleen aanvullen. */

const Staprij = z.object({
  jaar: z.int(),
  kwartaal: z.int(),
  stap: z.int(),
  soort: z.enum(UITVRAAGSTAPPEN),
  deadline: Datum,
  reden: z.string().nullable(),
  op: Moment,
  door: z.uuid().nullable(),
  naam: z.string().nullable(),
}) satisfies z.ZodType<Uitvraagstap>

/** Alle uitvragen van een plan, het nieuwste kwartaal eerst, zoals bekend op een moment; zonder moment zoals nu. */
export async function findUitvragen(
  lezer: Lezer,
  plan: string,
  { bekendTot }: { bekendTot?: Moment | undefined } = {},
): Promise<Uitvraag[]> {
  const stappen = await findRows(
    lezer,
    Staprij,
    sql`select u.jaar, u.kwartaal, u.stap, u.soort, u.deadline, u.reden, u.door, a.naam,
               ${alsMoment('u.op')} as op
          from programma_uitvraag u left join toegang_account a on a.id = u.door
         where u.plan = ${plan}
           and (${bekendTot ?? null}::timestamptz is null or u.op <= ${bekendTot ?? null}::timestamptz)`,
  )
  return uitvragenVan(stappen)
}

/** Wat iedereen mag zien: akkoord, of ingediend in een uitvraag die gesloten is. */
export async function findOpenbareVoortgang(
  lezer: Lezer,
  plan: string,
  vraag: Parameters<typeof findVoortgang>[2] = {},
): Promise<Voortgang[]> {
  const { bekendTot } = vraag
  return openbaarVan(await findVoortgang(lezer, plan, vraag), await findUitvragen(lezer, plan, { bekendTot }))
}

export async function insertUitvraagstap(
  tx: Tx,
  plan: string,
  stap: Omit<Uitvraagstap, 'naam'>,
): Promise<void> {
  await sql`insert into programma_uitvraag (plan, jaar, kwartaal, stap, soort, deadline, reden, op, door)
            values (${plan}, ${stap.jaar}, ${stap.kwartaal}, ${stap.stap}, ${stap.soort}, ${stap.deadline}::date,
                    ${stap.reden}, ${stap.op}::timestamptz, ${stap.door}::uuid)`.execute(tx)
}
