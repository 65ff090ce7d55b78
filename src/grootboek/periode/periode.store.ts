import { z } from 'zod'
import { eersteDag, laatsteDag, tijdvak } from '#basis/datum.ts'
import { findRow, findRows, getRow, type Lezer, sql, type Tx } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import { Moment, volgendMoment } from '#basis/moment.ts'
import { alsMoment } from '#basis/sqldelen.ts'
import { Periode } from '#grootboek/boeking.ts'
import { findPeriodestanden, PERIODESTANDEN, type Periodestand } from '#grootboek/journaal.store.ts'
import type { Sluitpunten } from '#grootboek/periode/periode.ts'

/** SQL van perioden; de stand zelf leest het journaal. */

export const Periodegebeurtenis = z.object({
  periode: Periode,
  stand: z.enum(PERIODESTANDEN),
  op: Moment,
  naBoeking: z.int().nullable(),
  door: z.string().nullable(),
  tweede: z.string().nullable(),
  reden: z.string().nullable(),
})
export type Periodegebeurtenis = z.infer<typeof Periodegebeurtenis>

/** Alles wat er met perioden gebeurde, het nieuwste eerst; namen en reden zijn niet openbaar. */
export const findPeriodegebeurtenissen = (lezer: Lezer, periode?: Periode): Promise<Periodegebeurtenis[]> =>
  findRows(
    lezer,
    Periodegebeurtenis,
    sql`select p.periode, p.stand, ${alsMoment('p.op')} as op, p.na_boeking as "naBoeking", a.naam as door,
               b.naam as tweede, p.reden
          from grootboek_periodestand p
          left join toegang_account a on a.id = p.door
          left join toegang_account b on b.id = p.tweede
         where ${periode ?? null}::text is null or p.periode = ${periode ?? null}::text
         order by p.op desc, p.id desc`,
  )

/** Het oudste en nieuwste jaar met boekingen. */
export const findJarenMetBoekingen = (lezer: Lezer) =>
  findRow(
    lezer,
    z.object({ van: z.int().nullable(), tot: z.int().nullable() }),
    sql`select extract(year from min(geldig_op))::int as van, extract(year from max(geldig_op))::int as tot
          from grootboek_regel`,
  )

const Telling = z.object({ boekingen: z.int(), bedragCent: z.coerce.number() })

/** De controlelijst bij het sluiten van een maand. */
export async function findSluitpunten(lezer: Lezer, periode: Periode): Promise<Sluitpunten> {
  const [van, tot] = [eersteDag(tijdvak(periode)), laatsteDag(tijdvak(periode))]
  const { boekingen } = await getRow(
    lezer,
    z.object({ boekingen: z.int() }),
    sql`select count(distinct boeking) as boekingen from grootboek_regel
         where geldig_op between ${van}::date and ${tot}::date`,
  )
  const onbekend = await getRow(
    lezer,
    Telling,
    sql`select count(distinct boeking) as boekingen, coalesce(sum(bedrag), 0) as "bedragCent" from (
          select r.post, max(r.boeking) as boeking, sum(r.bedrag) as bedrag
            from grootboek_post p join grootboek_regel r on r.post = p.id
           where p.onderdeel is null and p.rekeningsoort in ('verplicht', 'realisatie')
             and r.geldig_op between ${van}::date and ${tot}::date
           group by r.post having sum(r.bedrag) <> 0) open`,
  )
  const { voorstellen } = await getRow(
    lezer,
    z.object({ voorstellen: z.int() }),
    sql`select count(*) as voorstellen from grootboek_voorstel v
         where left(v.inhoud -> 'wat' ->> 'geldigOp', 7) = ${periode}
           and not exists (select from grootboek_oordeel o where o.voorstel = v.id)`,
  )
  const standen = await findPeriodestanden(lezer)
  const eerder = await findRows(
    lezer,
    z.object({ periode: Periode }),
    sql`select distinct to_char(geldig_op, 'YYYY-MM') as periode from grootboek_boeking
         where geldig_op < ${van}::date order by 1`,
  )
  const eerderOpen = eerder
    .map((rij) => rij.periode)
    .filter((maand) => (standen.get(maand) ?? 'open') === 'open')
  return { eerderOpen, onbekend, voorstellen, boekingen }
}

export type NieuwePeriodestand = {
  periode: Periode
  stand: Periodestand
  door: string | null
  tweede: string | null
  reden: string | null
  op: Date
}

/** Legt een stand vast na de laatste boeking die er nu is; het moment loopt ook bij een stilstaande klok door. */
export async function insertPeriodestand(tx: Tx, nieuw: NieuwePeriodestand): Promise<void> {
  const laatste = await getRow(
    tx,
    z.object({ nr: z.int(), op: Moment.nullable() }),
    sql`select coalesce(max(nr), 0) as nr, ${alsMoment(
      `greatest(max(vastgelegd_op), (select max(op) from grootboek_periodestand))`,
    )} as op from grootboek_boeking`,
  )
  const op = volgendMoment(laatste.op ?? undefined, nieuw.op)
  await sql`insert into grootboek_periodestand (id, periode, stand, door, tweede, reden, op, na_boeking)
            values (${nieuwId(nieuw.op)}, ${nieuw.periode}, ${nieuw.stand}, ${nieuw.door}::uuid,
                    ${nieuw.tweede}::uuid, ${nieuw.reden}, ${op}::timestamptz, ${laatste.nr})`.execute(tx)
}
