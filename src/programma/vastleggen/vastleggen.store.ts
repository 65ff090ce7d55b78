import { z } from 'zod'
import { findRow, getRow, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Moment, volgendMoment } from '#basis/moment.ts'
import { alsMoment, neemSlot } from '#basis/sqldelen.ts'
import { findMandaten } from '#grootboek/deur.ts'
import { eigenOnderdelen } from '#programma/budgethouder/taken.ts'
import type { Bezoek } from '#toegang/deur.ts'

/** Wat elke flow over mijlpalen, risico's, overleggen en acties eerst doet: een slot nemen, en dan een moment kiezen. */

const TABELLEN = {
  mijlpaal: ['programma_mijlpaalmelding'],
  risico: ['programma_risico', 'programma_risicoversie'],
  risicoregel: ['programma_risicoregel'],
  overleg: [
    'programma_overleg',
    'programma_overlegstap',
    'programma_agendapunt',
    'programma_actie',
    'programma_actiestap',
  ],
} as const satisfies Record<string, readonly string[]>
export type Vastlegsoort = keyof typeof TABELLEN

export async function lockVastlegging(tx: Tx, soort: Vastlegsoort, plan: string): Promise<void> {
  await neemSlot(tx, `${soort} ${plan}`)
}

/**
 * Eén tegelijk per plan en soort, en dan pas het moment: later dan alles wat er al staat. Zo verandert wat op een moment
 * bekend was daarna nooit meer, ook niet als de klok wordt teruggezet.
 */
export async function beginVastlegging(
  tx: Tx,
  soort: Vastlegsoort,
  plan: string,
  klok: Bezoek['klok'],
): Promise<Moment> {
  await lockVastlegging(tx, soort, plan)
  const laatsten = TABELLEN[soort].map(
    (tabel) => sql`select max(op) as op from ${sql.table(tabel)} where plan = ${plan}`,
  )
  const rij = await getRow(
    tx,
    z.object({ op: Moment.nullable() }),
    sql`select ${alsMoment('laatste.op')} as op
          from (select max(elk.op) as op from (${sql.join(laatsten, sql` union all `)}) elk) laatste`,
  )
  return volgendMoment(rij.op ?? undefined, klok.nu())
}

/** Of dit onderdeel ooit in het plan stond: wat later verdween, houdt zijn geschiedenis. */
export async function kentOnderdeel(lezer: Lezer, plan: string, onderdeel: string): Promise<boolean> {
  const rij = await findRow(
    lezer,
    z.object({ sleutel: z.string() }),
    sql`select sleutel from programma_stuk
         where plan = ${plan} and soort = 'onderdeel' and sleutel = ${onderdeel} limit 1`,
  )
  return rij !== undefined
}

const Eigenaar = z.object({ id: z.string(), eigenaarrol: z.string().nullable() })

/**
 * Gaat deze bezoeker over dit onderdeel? De programmamanager over alles, ook over het hele programma (`null`); een ander
 * over de onderdelen die ook op "Mijn onderdelen" staan.
 */
export async function gaatOver(
  lezer: Lezer,
  { wie, klok }: Pick<Bezoek, 'wie' | 'klok'>,
  plan: string,
  onderdeel: string | null,
): Promise<boolean> {
  if (wie === undefined) return false
  if (wie.rollen.includes('programmamanager')) return true
  if (onderdeel === null) return false
  const rij = await getRow(
    lezer,
    z.object({ onderdelen: z.array(Eigenaar) }),
    sql`select coalesce(json_agg(json_build_object('id', sleutel, 'eigenaarrol', eigenaarrol)), '[]') as onderdelen
          from (select distinct on (sleutel) sleutel, inhoud -> 'inhoud' ->> 'eigenaarrol' as eigenaarrol
                  from programma_stuk where plan = ${plan} and soort = 'onderdeel'
                 order by sleutel, versie desc) laatste`,
  )
  return eigenOnderdelen(
    { onderdelen: rij.onderdelen },
    await findMandaten(lezer, plan),
    wie,
    klok.vandaag(),
  ).onderdelen.some(({ id }) => id === onderdeel)
}
