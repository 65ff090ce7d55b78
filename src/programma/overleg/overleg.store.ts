import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRows, getRow, type Lezer, sql, type Tx } from '#basis/db.ts'
import type { Id } from '#basis/id.ts'
import { Moment } from '#basis/moment.ts'
import { alsMoment } from '#basis/sqldelen.ts'
import {
  ACTIESTANDEN,
  type Actie,
  type Actieinhoud,
  type Agendapunt,
  GEVRAAGDEN,
  OVERLEGORGANEN,
  OVERLEGSTANDEN,
  type Overleg,
  type Overlegorgaan,
  PUNTSOORTEN,
  UITKOMSTEN,
  VERVOLGEN,
} from '#programma/overleg/overleg.ts'

/** SQL van overleggen, hun agenda, en de acties. */

type Vraag = { bekendTot?: Moment | undefined; nummer?: number | undefined }
type Wanneer = { op: Moment; door: string | null }

const Overlegrij = z.object({
  id: z.uuid(),
  nummer: z.int(),
  orgaan: z.enum(OVERLEGORGANEN),
  volgnr: z.int(),
  datum: Datum,
  stand: z.enum(OVERLEGSTANDEN),
  reden: z.string().nullable(),
  op: Moment,
})
const Puntrij = z.object({
  overleg: z.uuid(),
  nummer: z.int(),
  volgnr: z.int(),
  soort: z.enum(PUNTSOORTEN),
  verwijzing: z.string().nullable(),
  titel: z.string(),
  toelichting: z.string().nullable(),
  gevraagd: z.enum(GEVRAAGDEN),
  uitkomst: z.enum(UITKOMSTEN).nullable(),
  conclusie: z.string().nullable(),
  besluit: z.uuid().nullable(),
  vervolg: z.enum(VERVOLGEN),
  vervolgbesluit: z.uuid().nullable(),
  op: Moment,
})

const totMoment = (bekendTot: Moment | undefined, kolom: string) =>
  sql`(${bekendTot ?? null}::timestamptz is null or ${sql.ref(kolom)} <= ${bekendTot ?? null}::timestamptz)`
const metNummer = (nummer: number | undefined, kolom: string) =>
  sql`(${nummer ?? null}::int is null or ${sql.ref(kolom)} = ${nummer ?? null}::int)`

/** De overleggen met hun agenda, de nieuwste dag eerst, zoals bekend op een moment; zonder moment zoals nu. */
export async function findOverleggen(lezer: Lezer, plan: string, vraag: Vraag = {}): Promise<Overleg[]> {
  const { bekendTot, nummer } = vraag
  const overleggen = await findRows(
    lezer,
    Overlegrij,
    sql`select o.id, o.nummer, o.orgaan, s.volgnr, s.datum, s.stand, s.reden, ${alsMoment('s.op')} as op
          from (select distinct on (overleg) * from programma_overlegstap
                 where plan = ${plan} and ${totMoment(bekendTot, 'op')} order by overleg, volgnr desc) s
          join programma_overleg o on o.id = s.overleg
         where ${metNummer(nummer, 'o.nummer')}
         order by s.datum desc, o.nummer desc`,
  )
  if (overleggen.length === 0) return []
  const punten = await findRows(
    lezer,
    Puntrij,
    sql`select distinct on (p.overleg, p.nummer) p.overleg, p.nummer, p.volgnr, p.soort, p.verwijzing, p.titel,
               p.toelichting, p.gevraagd, p.uitkomst, p.conclusie, p.besluit, p.vervolg, p.vervolgbesluit,
               ${alsMoment('p.op')} as op
          from programma_agendapunt p join programma_overleg o on o.id = p.overleg
         where p.plan = ${plan} and ${totMoment(bekendTot, 'p.op')} and ${metNummer(nummer, 'o.nummer')}
         order by p.overleg, p.nummer, p.volgnr desc`,
  )
  const perOverleg = Map.groupBy(punten, ({ overleg }) => overleg)
  return overleggen.map((overleg) => ({
    ...overleg,
    punten: (perOverleg.get(overleg.id) ?? []).map(({ overleg: _, ...punt }): Agendapunt => punt),
  }))
}

/** Het volgende nummer in dit plan; eerst het slot, dan dit. */
export async function volgendNummer(
  tx: Tx,
  plan: string,
  tabel: 'programma_overleg' | 'programma_actie',
): Promise<number> {
  const rij = await getRow(
    tx,
    z.object({ nummer: z.int() }),
    sql`select coalesce(max(nummer), 0) + 1 as nummer from ${sql.table(tabel)} where plan = ${plan}`,
  )
  return rij.nummer
}

export async function insertOverleg(
  tx: Tx,
  plan: string,
  { id, nummer, orgaan }: { id: Id; nummer: number; orgaan: Overlegorgaan },
  { op, door }: Wanneer,
): Promise<void> {
  await sql`insert into programma_overleg (id, plan, nummer, orgaan, op, door)
            values (${id}, ${plan}, ${nummer}, ${orgaan}, ${op}, ${door})`.execute(tx)
}

export async function insertOverlegstap(
  tx: Tx,
  plan: string,
  stap: { overleg: string } & Pick<Overleg, 'volgnr' | 'datum' | 'stand' | 'reden'>,
  { op, door }: Wanneer,
): Promise<void> {
  await sql`insert into programma_overlegstap (overleg, volgnr, plan, datum, stand, reden, op, door)
            values (${stap.overleg}, ${stap.volgnr}, ${plan}, ${stap.datum}, ${stap.stand}, ${stap.reden}, ${op},
                    ${door})`.execute(tx)
}

export async function insertAgendapunt(
  tx: Tx,
  plan: string,
  overleg: string,
  punt: Omit<Agendapunt, 'op'>,
  { op, door }: Wanneer,
): Promise<void> {
  await sql`
    insert into programma_agendapunt (overleg, nummer, volgnr, plan, soort, verwijzing, titel, toelichting, gevraagd,
                                      uitkomst, conclusie, besluit, vervolg, vervolgbesluit, op, door)
    values (${overleg}, ${punt.nummer}, ${punt.volgnr}, ${plan}, ${punt.soort}, ${punt.verwijzing}, ${punt.titel},
            ${punt.toelichting}, ${punt.gevraagd}, ${punt.uitkomst}, ${punt.conclusie}, ${punt.besluit},
            ${punt.vervolg}, ${punt.vervolgbesluit}, ${op}, ${door})`.execute(tx)
}

const Actierij = z.object({
  id: z.uuid(),
  nummer: z.int(),
  overleg: z.int().nullable(),
  punt: z.int().nullable(),
  volgnr: z.int(),
  wat: z.string(),
  rol: z.string(),
  uiterlijk: Datum,
  stand: z.enum(ACTIESTANDEN),
  reden: z.string().nullable(),
  op: Moment,
  sinds: Moment,
  door: z.string().nullable(),
}) satisfies z.ZodType<Actie>

const ACTIEVELDEN = sql`c.id, c.nummer, o.nummer as overleg, c.punt, s.volgnr, s.wat, s.rol, s.uiterlijk, s.stand,
  s.reden, ${alsMoment('s.op')} as op, ${alsMoment('c.op')} as sinds, a.naam as door`
const ACTIES = sql`programma_actie c join programma_actiestap s on s.actie = c.id
  left join programma_overleg o on o.id = c.overleg left join toegang_account a on a.id = s.door`

/** De laatste stap van elke actie, zoals bekend op een moment; zonder moment zoals nu. */
export const findActies = (lezer: Lezer, plan: string, { bekendTot, nummer }: Vraag = {}): Promise<Actie[]> =>
  findRows(
    lezer,
    Actierij,
    sql`select distinct on (c.nummer) ${ACTIEVELDEN} from ${ACTIES}
         where c.plan = ${plan} and ${totMoment(bekendTot, 's.op')} and ${metNummer(nummer, 'c.nummer')}
         order by c.nummer, s.volgnr desc`,
  )

/** Alle stappen van één actie, de nieuwste eerst. */
export const findActiestappen = (lezer: Lezer, plan: string, nummer: number): Promise<Actie[]> =>
  findRows(
    lezer,
    Actierij,
    sql`select ${ACTIEVELDEN} from ${ACTIES}
         where c.plan = ${plan} and c.nummer = ${nummer} order by s.volgnr desc`,
  )

export async function insertActie(
  tx: Tx,
  plan: string,
  actie: { id: Id; nummer: number; overleg: string | null; punt: number | null },
  { op, door }: Wanneer,
): Promise<void> {
  await sql`insert into programma_actie (id, plan, nummer, overleg, punt, op, door)
            values (${actie.id}, ${plan}, ${actie.nummer}, ${actie.overleg}, ${actie.punt}, ${op}, ${door})`.execute(
    tx,
  )
}

export async function insertActiestap(
  tx: Tx,
  plan: string,
  { actie, volgnr }: { actie: string; volgnr: number },
  { wat, rol, uiterlijk, stand, reden }: Actieinhoud,
  { op, door }: Wanneer,
): Promise<void> {
  await sql`insert into programma_actiestap (actie, volgnr, plan, wat, rol, uiterlijk, stand, reden, op, door)
            values (${actie}, ${volgnr}, ${plan}, ${wat}, ${rol}, ${uiterlijk}, ${stand}, ${reden}, ${op},
                    ${door})`.execute(tx)
}
