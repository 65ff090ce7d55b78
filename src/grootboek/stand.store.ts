import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import { Datum, eersteDag, laatsteDag, tijdvak } from '#basis/datum.ts'
import { findRow, getRow, type Lezer, sql } from '#basis/db.ts'
import { eindVanDag, Moment } from '#basis/moment.ts'
import { alsMoment } from '#basis/sqldelen.ts'
import type { Boekingsoort } from '#grootboek/boeking.ts'
import { findKop, Kop, wachtOpRonde } from '#grootboek/journaal.store.ts'
import { BEGIN } from '#grootboek/keten.ts'
import { leesPostsaldi } from '#grootboek/posten.store.ts'
import type { Postsaldo, Standvraag, Tijdstip } from '#grootboek/stand.ts'

/** SQL van standen: saldi van nu, en van elke dag zoals bekend op elk moment. */

/**
 * Zoekt het precieze tijdstip bij een vraag: tot en met welke boeking. Het nummer blijft waar, wat er ook later wordt
 * vastgelegd. Ligt het gevraagde moment net achter ons en is er sindsdien niets geboekt, dan kan er nog een boeking
 * onderweg zijn die er net voor valt: daarop wordt gewacht, zodat dezelfde vraag later hetzelfde antwoord geeft.
 */
export async function findTijdstip(lezer: Lezer, vraag: Standvraag): Promise<Tijdstip> {
  const { geldigTm, bekendOp } = vraag
  if (bekendOp !== undefined && typeof bekendOp !== 'object' && (await isOnzeker(lezer, momentBij(bekendOp))))
    await wachtOpRonde(lezer)
  const kop = await findKop(lezer)
  const gevonden =
    bekendOp === undefined ? kop : ((await findRow(lezer, Kop, laatsteBoeking(bekendOp))) ?? LEEG)
  const nu = gevonden.nr === kop.nr && geldigTm === undefined
  return { geldigTm, bekendNr: gevonden.nr, bekendOp: gevonden.op, hash: gevonden.hash, nu }
}

const LEEG: Kop = { nr: 0, hash: BEGIN, op: null }

const momentBij = (bekendOp: Datum | Moment): Moment => {
  const dag = Datum.safeParse(bekendOp)
  return dag.success ? eindVanDag(dag.data) : Moment.parse(bekendOp)
}

/** Langer duurt een ronde nooit: wat langer geleden is, kan niet meer onderweg zijn. */
const LANGSTE_RONDE = '1 hour'

/** Is dit moment net voorbij terwijl er daarna nog niets is vastgelegd? */
async function isOnzeker(lezer: Lezer, moment: Moment): Promise<boolean> {
  const { onzeker } = await getRow(
    lezer,
    z.object({ onzeker: z.boolean() }),
    sql`select coalesce(op <= ${moment}::timestamptz, true) and ${moment}::timestamptz < clock_timestamp()
               and ${moment}::timestamptz > clock_timestamp() - ${LANGSTE_RONDE}::interval as onzeker
          from grootboek_kop`,
  )
  return onzeker
}

function laatsteBoeking(bekendOp: Exclude<Standvraag['bekendOp'], undefined>) {
  const velden = sql`select nr, hash, ${alsMoment('vastgelegd_op')} as op from grootboek_boeking`
  if (typeof bekendOp === 'object') return sql`${velden} where nr <= ${bekendOp.nr} order by nr desc limit 1`
  return sql`${velden} where vastgelegd_op <= ${momentBij(bekendOp)}::timestamptz order by vastgelegd_op desc limit 1`
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

/** De voorwaarde op `grootboek_post p` die bij een filter hoort. */
export const postvoorwaarde = (filter: Postfilter) => {
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

const Saldi = z.object({ saldi: z.string().nullable() })
const SaldiMetKop = Saldi.extend({ kop: z.int() })

/** Beperkt een bron van regels tot de posten van het filter, vóór het optellen. */
const vanPosten = (filter: Postfilter) =>
  sql`post in (select p.id from grootboek_post p where ${postvoorwaarde(filter)})`

/** De stand per post op dit tijdstip; posten met saldo nul ontbreken. Kost niet meer naarmate het journaal langer is. */
export async function findPostsaldi(
  lezer: Lezer,
  tijdstip: Tijdstip,
  filter: Postfilter = {},
): Promise<Postsaldo[]> {
  const { programma, ...rest } = filter
  // Een heel programma is bijna alles: dan is weglaten achteraf sneller dan elke post opzoeken.
  const isHeel = Object.values(rest).every((waarde) => waarde === undefined)
  const grens = isHeel ? sql`true` : vanPosten(filter)
  return leesPostsaldi(lezer, await findSaldi(lezer, tijdstip, grens), programma)
}

/** Alle saldi binnen de grens als `post,bedrag;…`. */
async function findSaldi(
  lezer: Lezer,
  tijdstip: Tijdstip,
  grens: RawBuilder<unknown>,
): Promise<string | null> {
  const alsTekst = sql`string_agg(post || ',' || bedrag, ';')`
  if (tijdstip.nu) {
    const { kop, saldi } = await getRow(
      lezer,
      SaldiMetKop,
      sql`select nr as kop, (select ${alsTekst} from grootboek_saldo where bedrag <> 0 and ${grens}) as saldi
            from grootboek_kop`,
    )
    // Is er intussen geboekt, dan zijn dit niet meer de saldi van dit tijdstip: dan zoals bij elk ander tijdstip.
    if (kop === tijdstip.bekendNr) return saldi
  }
  const { saldi } = await getRow(
    lezer,
    Saldi,
    sql`select ${alsTekst} as saldi from (${saldiVanToen(tijdstip, grens)}) toen where bedrag <> 0`,
  )
  return saldi
}

function saldiVanToen({ geldigTm, bekendNr }: Tijdstip, posten: RawBuilder<unknown>) {
  const foto = sql`(select coalesce(max(nr), 0) from grootboek_foto where nr <= ${bekendNr})`
  if (geldigTm === undefined)
    return sql`select post, sum(bedrag) as bedrag from (
        select post, bedrag from grootboek_foto where nr <= ${bekendNr} and ${posten}
        union all
        select post, bedrag from grootboek_regel where boeking > ${foto} and boeking <= ${bekendNr} and ${posten}) alles
      group by post`
  const maand = tijdvak(geldigTm.slice(0, 7))
  const heleMaand = geldigTm === laatsteDag(maand)
  return sql`select post, sum(bedrag) as bedrag from (
      select post, bedrag from grootboek_foto
       where ${posten} and nr <= ${bekendNr} and maand ${heleMaand ? sql`<=` : sql`<`} ${eersteDag(maand)}::date
      union all
      select post, bedrag from grootboek_regel
       where not ${heleMaand}::boolean and geldig_op >= ${eersteDag(maand)}::date and geldig_op <= ${geldigTm}::date
         and boeking <= ${foto} and ${posten}
      union all
      select post, bedrag from grootboek_regel
       where boeking > ${foto} and boeking <= ${bekendNr} and geldig_op <= ${geldigTm}::date
         and ${posten}) alles
    group by post`
}
