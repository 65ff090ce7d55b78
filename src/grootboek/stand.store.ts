import { z } from 'zod'
import { Datum, eersteDag, laatsteDag, tijdvak } from '#basis/datum.ts'
import { findRow, findRows, type Lezer, sql } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { eindVanDag, Moment } from '#basis/moment.ts'
import { BOEKINGSOORTEN, type Boekingsoort } from '#grootboek/boeking.ts'
import { alsMoment, findKop, Vastgelegd } from '#grootboek/journaal.store.ts'
import { leesKenmerk } from '#grootboek/kenmerk.ts'
import { leesRekening } from '#grootboek/rekening.ts'
import type { Postsaldo, Standvraag, Tijdstip } from '#grootboek/stand.ts'

/** SQL van standen: saldi van nu, en van elke dag zoals bekend op elk moment. */

const Kopregel = z.object({ nr: z.int(), hash: z.string(), op: Moment.nullable() })

/**
 * Zoekt het precieze moment bij een vraag. Een moment na de laatste boeking wordt het moment van die boeking: wat op
 * dat ogenblik nog onderweg was, telt zo later ook niet mee.
 */
export async function findTijdstip(lezer: Lezer, vraag: Standvraag): Promise<Tijdstip> {
  const kop = await findKop(lezer)
  const { bekendOp } = vraag
  const gevonden =
    bekendOp === undefined
      ? kop
      : ((await findRow(lezer, Kopregel, laatsteBoeking(bekendOp))) ?? {
          nr: 0,
          hash: '0'.repeat(64),
          op: null,
        })
  return {
    geldigTm: vraag.geldigTm,
    bekendNr: gevonden.nr,
    bekendOp: gevonden.op,
    hash: gevonden.hash,
    nu: gevonden.nr === kop.nr && vraag.geldigTm === undefined,
  }
}

function laatsteBoeking(bekendOp: Exclude<Standvraag['bekendOp'], undefined>) {
  const velden = sql`select nr, hash, ${alsMoment('vastgelegd_op')} as op from grootboek_boeking`
  if (typeof bekendOp === 'object') return sql`${velden} where nr <= ${bekendOp.nr} order by nr desc limit 1`
  const moment = Datum.safeParse(bekendOp).success ? eindVanDag(Datum.parse(bekendOp)) : bekendOp
  return sql`${velden} where vastgelegd_op <= ${moment}::timestamptz order by vastgelegd_op desc limit 1`
}

/** Waartoe een stand of lijst zich beperkt; leeg is alles. */
export type Postfilter = {
  programma?: string | undefined
  bron?: string | null | undefined
  onderdelen?: readonly (string | null)[] | undefined
  jaar?: number | undefined
  rekeningsoorten?: readonly string[] | undefined
  verplichting?: string | undefined
  soorten?: readonly Boekingsoort[] | undefined
  /** Taakvelden met hun indeling, zoals `6.1@2022`; de lege tekst is wat aan geen taakveld is toegedeeld. */
  taakvelden?: readonly string[] | undefined
}

const postvoorwaarde = (filter: Postfilter) => {
  const delen = [sql`true`]
  if (filter.programma !== undefined) delen.push(sql`p.programma = ${filter.programma}`)
  if (filter.bron !== undefined) delen.push(sql`p.bron is not distinct from ${filter.bron}::text`)
  if (filter.onderdelen !== undefined) {
    const namen = filter.onderdelen.filter((onderdeel) => onderdeel !== null)
    const onbekend = filter.onderdelen.includes(null)
    delen.push(
      sql`(p.onderdeel = any(${namen}::text[]) or (${onbekend}::boolean and p.onderdeel is null
           and p.rekeningsoort in ('ruimte', 'verplicht', 'realisatie', 'overgang')))`,
    )
  }
  if (filter.jaar !== undefined) delen.push(sql`p.jaar = ${filter.jaar}`)
  if (filter.rekeningsoorten !== undefined)
    delen.push(sql`p.rekeningsoort = any(${[...filter.rekeningsoorten]}::text[])`)
  if (filter.verplichting !== undefined) delen.push(sql`p.verplichting = ${filter.verplichting}`)
  if (filter.soorten !== undefined) delen.push(sql`p.soort = any(${[...filter.soorten]}::text[])`)
  if (filter.taakvelden !== undefined)
    delen.push(sql`split_part(p.kenmerk, ';', 1) = any(${[...filter.taakvelden]}::text[])`)
  return sql.join(delen, sql` and `)
}

const Saldorij = z
  .object({
    post: z.int(),
    rekening: z.string(),
    kenmerk: z.string(),
    soort: z.enum(BOEKINGSOORTEN),
    bedrag: z.coerce.number(),
  })
  .transform(({ post, rekening, kenmerk, soort, bedrag }): Postsaldo => {
    const gelezen = leesRekening(rekening)
    if (gelezen === undefined) throw new Error('onbekende rekening in grootboek_post')
    return { post, rekening: gelezen, kenmerk: leesKenmerk(kenmerk), soort, bedragCent: centen(bedrag) }
  })

/** De stand per post op dit tijdstip; posten met saldo nul ontbreken. Kost niet meer naarmate het journaal langer is. */
export const findPostsaldi = (
  lezer: Lezer,
  tijdstip: Tijdstip,
  filter: Postfilter = {},
): Promise<Postsaldo[]> =>
  findRows(
    lezer,
    Saldorij,
    sql`select p.id as post, p.rekening, p.kenmerk, p.soort, s.bedrag
          from (${tijdstip.nu ? sql`select post, bedrag from grootboek_saldo` : saldiVanToen(tijdstip)}) s
          join grootboek_post p on p.id = s.post
         where s.bedrag <> 0 and ${postvoorwaarde(filter)}
         order by p.id`,
  )

function saldiVanToen({ geldigTm, bekendNr }: Tijdstip) {
  const foto = sql`(select coalesce(max(nr), 0) from grootboek_foto where nr <= ${bekendNr})`
  if (geldigTm === undefined)
    return sql`select post, sum(bedrag) as bedrag from (
        select post, bedrag from grootboek_foto where nr = ${foto}
        union all
        select post, bedrag from grootboek_regel where boeking > ${foto} and boeking <= ${bekendNr}) alles
      group by post`
  const maand = tijdvak(geldigTm.slice(0, 7))
  const heleMaand = geldigTm === laatsteDag(maand)
  return sql`select post, sum(bedrag) as bedrag from (
      select post, bedrag from grootboek_foto
       where nr = ${foto} and maand ${heleMaand ? sql`<=` : sql`<`} ${eersteDag(maand)}::date
      union all
      select post, bedrag from grootboek_regel
       where not ${heleMaand}::boolean and geldig_op >= ${eersteDag(maand)}::date and geldig_op <= ${geldigTm}::date
         and boeking <= ${foto}
      union all
      select post, bedrag from grootboek_regel
       where boeking > ${foto} and boeking <= ${bekendNr} and geldig_op <= ${geldigTm}::date) alles
    group by post`
}

export type Boekingfilter = Postfilter & {
  geldigVan?: Datum | undefined
  geldigTm?: Datum | undefined
  /** Alleen boekingen met een nummer onder dit nummer: zo bladert men terug. */
  voor?: number | undefined
  /** Alleen boekingen boven dit nummer: wat er sindsdien bij kwam. */
  na?: number | undefined
  grondslag?: { soort: string; kenmerk: string } | undefined
}

const isLeeg = ({ geldigVan, geldigTm, voor, na, grondslag, ...posten }: Boekingfilter): boolean =>
  Object.values(posten).every((waarde) => waarde === undefined)

/** De nieuwste boekingen die aan het filter voldoen, hoogstens `aantal`; zoekt per post, dus niet door alles heen. */
export const findBoekingenVan = (
  lezer: Lezer,
  filter: Boekingfilter,
  aantal: number,
): Promise<Vastgelegd[]> => {
  const grens = sql`b.nr < ${filter.voor ?? Number.MAX_SAFE_INTEGER} and b.nr > ${filter.na ?? 0}`
  const dagen = sql`(${filter.geldigVan ?? null}::date is null or b.geldig_op >= ${filter.geldigVan ?? null}::date)
                and (${filter.geldigTm ?? null}::date is null or b.geldig_op <= ${filter.geldigTm ?? null}::date)`
  const grondslag =
    filter.grondslag === undefined
      ? sql`true`
      : sql`b.grondslag_soort = ${filter.grondslag.soort} and b.grondslag = ${filter.grondslag.kenmerk}`
  if (isLeeg(filter))
    return findRows(
      lezer,
      Vastgelegd,
      sql`select b.inhoud, b.hash from grootboek_boeking b where ${grens} and ${dagen} and ${grondslag}
           order by b.nr desc limit ${aantal}`,
    )
  return findRows(
    lezer,
    Vastgelegd,
    sql`select b.inhoud, b.hash
          from (select distinct r.boeking
                  from grootboek_post p
                 cross join lateral (
                   select r.boeking from grootboek_regel r
                    where r.post = p.id and r.boeking < ${filter.voor ?? Number.MAX_SAFE_INTEGER}
                      and r.boeking > ${filter.na ?? 0}
                      and (${filter.geldigVan ?? null}::date is null or r.geldig_op >= ${filter.geldigVan ?? null}::date)
                      and (${filter.geldigTm ?? null}::date is null or r.geldig_op <= ${filter.geldigTm ?? null}::date)
                    order by r.boeking desc limit ${filter.grondslag === undefined ? aantal : null}::bigint) r
                 where ${postvoorwaarde(filter)}
                 order by r.boeking desc) gevonden
          join grootboek_boeking b on b.nr = gevonden.boeking
         where ${dagen} and ${grondslag}
         order by b.nr desc limit ${aantal}`,
  )
}
