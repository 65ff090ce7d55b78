import { z } from 'zod'
import { findRow, findRows, getRow, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import type { Id } from '#basis/id.ts'
import { OORDELEN } from '#programma/besluit.ts'
import { STUKSOORTEN, type Stuk, type Stuksoort } from '#programma/stukken.ts'

/** SQL van plannen, versies en stukken. Eerst het slot (`lockPlan`), dan lezen, dan schrijven. */

export const Plankop = z.object({
  id: z.string(),
  hoofdplan: z.boolean(),
  /** Zoals vastgesteld: hoe een concept heet, is niet voor iedereen. */
  titel: z.string(),
  laatsteVersie: z.int(),
  /** De versie die geldt; `null` als er nog geen is vastgesteld. */
  vastgesteldeVersie: z.int().nullable(),
  /** Alle versies die ooit zijn vastgesteld: die mag iedereen zien. */
  vastgesteldeVersies: z.array(z.int()),
})
export type Plankop = z.infer<typeof Plankop>

export const findPlankoppen = (lezer: Lezer): Promise<Plankop[]> =>
  findRows(
    lezer,
    Plankop,
    sql`select p.id, p.hoofdplan, p.laatste_versie as "laatsteVersie",
               (select max(v.versie) from programma_vaststelling v where v.plan = p.id) as "vastgesteldeVersie",
               array(select v.versie from programma_vaststelling v where v.plan = p.id order by v.versie)
                 as "vastgesteldeVersies",
               (select s.inhoud -> 'inhoud' -> 'programma' ->> 'titel' from programma_stuk s
                 where s.plan = p.id and s.soort = 'programma'
                   and s.versie <= coalesce(
                         (select max(v.versie) from programma_vaststelling v where v.plan = p.id), p.laatste_versie)
                 order by s.versie desc limit 1) as titel
          from programma_plan p
         order by p.hoofdplan desc, p.gemaakt_op, p.id`,
  )

/** Neemt het slot van een plan en geeft het nummer van de nieuwste versie; `undefined` als het plan niet bestaat. */
export async function lockPlan(tx: Tx, plan: string): Promise<number | undefined> {
  const rij = await findRow(
    tx,
    z.object({ versie: z.int() }),
    sql`select laatste_versie as versie from programma_plan where id = ${plan} for update`,
  )
  return rij?.versie
}

export async function insertPlan(tx: Tx, plan: string, hoofdplan: boolean): Promise<boolean> {
  const gemaakt = await findRow(
    tx,
    z.object({ id: z.string() }),
    sql`insert into programma_plan (id, hoofdplan) values (${plan}, ${hoofdplan})
        on conflict (id) do nothing returning id`,
  )
  return gemaakt !== undefined
}

/** Zonder moment is het nu, volgens de database. */
type Op = Date | undefined
const ofNu = (op: Op) => sql`coalesce(${op ?? null}::timestamptz, now())`

export type NieuweVersie = {
  plan: string
  nummer: number
  door: string | null
  waarom: string
  op?: Op
}

export async function insertVersie(tx: Tx, versie: NieuweVersie): Promise<void> {
  await sql`insert into programma_versie (plan, nummer, gemaakt_door, waarom, gemaakt_op)
            values (${versie.plan}, ${versie.nummer}, ${versie.door}, ${versie.waarom}, ${ofNu(versie.op)})`.execute(
    tx,
  )
  await sql`update programma_plan set laatste_versie = ${versie.nummer} where id = ${versie.plan}`.execute(tx)
}

/** Een stuk dat is weggehaald wordt bewaard als `null`. */
export type Bewaarstuk = Stuk | { soort: Stuksoort; sleutel: string; inhoud: null }

export async function insertStukken(
  tx: Tx,
  plan: string,
  versie: number,
  stukken: readonly Bewaarstuk[],
): Promise<void> {
  const rijen = stukken.map((stuk) => ({
    soort: stuk.soort,
    sleutel: stuk.sleutel,
    inhoud:
      stuk.inhoud === null ? null : { volgorde: 'volgorde' in stuk ? stuk.volgorde : 0, inhoud: stuk.inhoud },
  }))
  await sql`
    insert into programma_stuk (plan, soort, sleutel, versie, inhoud)
    select ${plan}, s.soort, s.sleutel, ${versie}::int, case when jsonb_typeof(s.inhoud) = 'null' then null else s.inhoud end
      from jsonb_to_recordset(${json(rijen)}) as s (soort text, sleutel text, inhoud jsonb)`.execute(tx)
}

const Stukrij = z.object({
  soort: z.enum(STUKSOORTEN),
  sleutel: z.string(),
  inhoud: z.object({ volgorde: z.number(), inhoud: z.unknown() }),
})

/** Alle stukken zoals zij in deze versie luiden. */
export async function findStukken(lezer: Lezer, plan: string, versie: number): Promise<Stuk[]> {
  const rijen = await findRows(
    lezer,
    Stukrij,
    sql`select soort, sleutel, inhoud
          from (select distinct on (soort, sleutel) soort, sleutel, inhoud
                  from programma_stuk
                 where plan = ${plan} and versie <= ${versie}
                 order by soort, sleutel, versie desc) laatste
         where inhoud is not null`,
  )
  return rijen.map(({ soort, sleutel, inhoud }) => ({ soort, sleutel, ...inhoud }))
}

/** De stukken die na deze versie zijn veranderd of weggehaald. */
export const findGewijzigdSinds = (lezer: Lezer, plan: string, versie: number) =>
  findRows(
    lezer,
    z.object({ soort: z.enum(STUKSOORTEN), sleutel: z.string() }),
    sql`select distinct soort, sleutel from programma_stuk where plan = ${plan} and versie > ${versie}`,
  )

export const Versieregel = z.object({
  nummer: z.int(),
  gemaaktOp: z.date(),
  door: z.string().nullable(),
  waarom: z.string(),
  aantalStukken: z.int(),
  besluit: z.uuid().nullable(),
})
export type Versieregel = z.infer<typeof Versieregel>
/** Zonder te tellen: de eerste versie van een groot plan heeft tienduizenden stukken. */
export const Versiekop = Versieregel.omit({ aantalStukken: true })
export type Versiekop = z.infer<typeof Versiekop>

const VERSIEKOP = sql`
  v.nummer, v.gemaakt_op as "gemaaktOp", a.naam as door, v.waarom,
  (select t.besluit from programma_vaststelling t where t.plan = v.plan and t.versie = v.nummer) as besluit`
const VERSIEKOLOMMEN = sql`${VERSIEKOP},
  (select count(*) from programma_stuk s where s.plan = v.plan and s.versie = v.nummer) as "aantalStukken"`

/** De nieuwste versies, of alleen de nieuwste die zijn vastgesteld. */
export const findLaatsteVersies = (
  lezer: Lezer,
  plan: string,
  aantal: number,
  alleenVastgesteld: boolean,
): Promise<Versiekop[]> =>
  findRows(
    lezer,
    Versiekop,
    sql`select ${VERSIEKOP}
          from programma_versie v left join toegang_account a on a.id = v.gemaakt_door
         where v.plan = ${plan}
           and (not ${alleenVastgesteld}::boolean or exists
                 (select from programma_vaststelling t where t.plan = v.plan and t.versie = v.nummer))
         order by v.nummer desc limit ${aantal}`,
  )

/** Nieuwste eerst; `voor` is het nummer van de laatst getoonde, om verder te bladeren. */
export const findVersies = (
  lezer: Lezer,
  plan: string,
  aantal: number,
  voor: number | null = null,
  alleenVastgesteld = false,
): Promise<Versieregel[]> =>
  findRows(
    lezer,
    Versieregel,
    sql`select ${VERSIEKOLOMMEN}
          from programma_versie v left join toegang_account a on a.id = v.gemaakt_door
         where v.plan = ${plan} and (${voor}::int is null or v.nummer < ${voor}::int)
           and (not ${alleenVastgesteld}::boolean or exists
                 (select from programma_vaststelling t where t.plan = v.plan and t.versie = v.nummer))
         order by v.nummer desc limit ${aantal}`,
  )

/** De versies waarin dit stuk veranderde, nieuwste eerst, met de inhoud van toen. */
export const findStukgeschiedenis = (
  lezer: Lezer,
  plan: string,
  soort: Stuksoort,
  sleutel: string,
  tm: number,
) =>
  findRows(
    lezer,
    Versiekop.extend({ inhoud: z.object({ volgorde: z.number(), inhoud: z.unknown() }).nullable() }),
    sql`select ${VERSIEKOP}, s.inhoud
          from programma_stuk s
          join programma_versie v on v.plan = s.plan and v.nummer = s.versie
          left join toegang_account a on a.id = v.gemaakt_door
         where s.plan = ${plan} and s.soort = ${soort} and s.sleutel = ${sleutel} and s.versie <= ${tm}
         order by s.versie desc`,
  )

export * from '#programma/besluiten/besluiten.store.ts'

export const Afdoening = z.object({
  bevinding: z.string(),
  oordeel: z.enum(OORDELEN),
  toelichting: z.string(),
  versie: z.int(),
  vastgelegdOp: z.date(),
  door: z.string().nullable(),
})
export type Afdoening = z.infer<typeof Afdoening>

/** Alle oordelen over bevindingen, oudste eerst: per bevinding geldt het laatste. */
export const findAfdoeningen = (lezer: Lezer, plan: string): Promise<Afdoening[]> =>
  findRows(
    lezer,
    Afdoening,
    sql`select f.bevinding, f.oordeel, f.toelichting, f.versie, f.vastgelegd_op as "vastgelegdOp", a.naam as door
          from programma_afdoening f left join toegang_account a on a.id = f.vastgelegd_door
         where f.plan = ${plan} order by f.vastgelegd_op, f.id`,
  )

export async function insertAfdoening(
  tx: Tx,
  plan: string,
  afdoening: Pick<Afdoening, 'bevinding' | 'oordeel' | 'toelichting' | 'versie'> & {
    id: Id
    op: Date
    door: string | null
  },
): Promise<void> {
  // Het moment komt van dezelfde klok als dat van een rapport, en ligt na elk eerder oordeel: het laatste geldt.
  await sql`insert into programma_afdoening (id, plan, bevinding, oordeel, toelichting, versie, vastgelegd_door,
                                             vastgelegd_op)
            values (${afdoening.id}, ${plan}, ${afdoening.bevinding}, ${afdoening.oordeel}, ${afdoening.toelichting},
                    ${afdoening.versie}, ${afdoening.door},
                    greatest(${afdoening.op}::timestamptz,
                             (select max(vastgelegd_op) + interval '1 microsecond' from programma_afdoening
                               where plan = ${plan})))`.execute(tx)
}

/** De stand van alles wat een openbare pagina kan tonen, als één tekst die verandert zodra er iets verandert. */
export async function findStand(lezer: Lezer): Promise<string> {
  const rij = await getRow(
    lezer,
    z.object({ stand: z.string() }),
    sql`select (select coalesce(string_agg(p.id || ':' || p.laatste_versie, ',' order by p.id), '') from programma_plan p)
            || '/' || (select count(*) from programma_vaststelling)
            || '/' || (select count(*) from programma_besluit)
            || '/' || (select count(*) from programma_afdoening)
            || '/' || (select hash from grootboek_kop)
            || '/' || (select count(*) from programma_wijzigingstap)
            || '/' || (select count(*) from programma_overhevelingstap)
            || '/' || (select count(*) from programma_prognose)
            || '/' || (select count(*) from programma_geldregel)
            || '/' || (select count(*) from programma_voortgang)
            || '/' || (select count(*) from programma_uitvraag)
            || '/' || (select count(*) from programma_mijlpaalmelding)
            || '/' || (select count(*) from grootboek_periodestand)
            || '/' || (select count(*) from grootboek_verplichtingeinde)
            || '/' || (select count(*) from metingen_meting) as stand`,
  )
  return rij.stand
}
