import { z } from 'zod'
import type { Datum } from '#basis/datum.ts'
import { findRows, type Lezer, sql } from '#basis/db.ts'
import { Vastgelegd } from '#grootboek/journaal.store.ts'
import { type Postfilter, postvoorwaarde } from '#grootboek/stand.store.ts'

/** SQL die boekingen zoekt: de nieuwste die aan een filter voldoen, hoe lang het journaal ook is. */

export type Boekingfilter = Postfilter & {
  geldigVan?: Datum | undefined
  geldigTm?: Datum | undefined
  /** Alleen boekingen met een nummer onder dit nummer: zo bladert men terug. */
  voor?: number | undefined
  /** Alleen boekingen boven dit nummer: wat er sindsdien bij kwam. */
  na?: number | undefined
  grondslag?: { soort: string; kenmerk: string } | undefined
}

/** Tot zoveel posten is per post zoeken het snelst. */
const SMAL = 64
/** Zoveel van de nieuwste boekingen worden bij een breed filter eerst bekeken. */
const EERST_KIJKEN = 2_000
const VERDER_KIJKEN = 16

const isZonderPosten = ({ geldigVan, geldigTm, voor, na, grondslag, ...posten }: Boekingfilter): boolean =>
  Object.values(posten).every((waarde) => waarde === undefined)

const grens = (kolom: 'b.nr' | 'r.boeking', { voor, na }: Boekingfilter) =>
  sql`${sql.raw(kolom)} < ${voor ?? Number.MAX_SAFE_INTEGER} and ${sql.raw(kolom)} > ${na ?? 0}`

const dagen = (kolom: 'b.geldig_op' | 'r.geldig_op', { geldigVan, geldigTm }: Boekingfilter) => {
  const delen = [sql`true`]
  if (geldigVan !== undefined) delen.push(sql`${sql.raw(kolom)} >= ${geldigVan}::date`)
  if (geldigTm !== undefined) delen.push(sql`${sql.raw(kolom)} <= ${geldigTm}::date`)
  return sql.join(delen, sql` and `)
}

/**
 * De nieuwste boekingen die aan het filter voldoen, hoogstens `aantal`. De weg erheen hangt af van het filter: een
 * grondslag wijst zelf haar boekingen aan, weinig posten ook; een breed filter voldoet bijna altijd al bij de nieuwste
 * boekingen. Pas als dat niet zo is, wordt er per post gezocht.
 */
export async function findBoekingenVan(
  lezer: Lezer,
  filter: Boekingfilter,
  aantal: number,
  eerstKijken = EERST_KIJKEN,
): Promise<Vastgelegd[]> {
  const zonderPosten = isZonderPosten(filter)
  if (filter.grondslag !== undefined || (zonderPosten && filter.geldigVan === undefined))
    return findLangsJournaal(lezer, filter, aantal)
  if (zonderPosten) return findBijNummers(lezer, await findNummersOpDag(lezer, filter, aantal))
  const posten = await findRows(
    lezer,
    z.object({ id: z.int() }),
    sql`select p.id from grootboek_post p where ${postvoorwaarde(filter)} limit ${SMAL + 1}`,
  )
  if (posten.length <= SMAL) {
    const nummers = await findNummersPerPost(
      lezer,
      filter,
      aantal,
      sql`select unnest(${posten.map(({ id }) => id)}::int[]) as id`,
      0,
    )
    return findBijNummers(lezer, nummers)
  }
  for (const diepte of [eerstKijken, VERDER_KIJKEN * eerstKijken]) {
    const nieuwste = await findNummersBovenaan(lezer, filter, aantal, diepte)
    if (nieuwste.length >= aantal) return findBijNummers(lezer, nieuwste)
  }
  if (filter.geldigVan !== undefined || filter.geldigTm !== undefined)
    return findBijNummers(lezer, await findNummersOpDag(lezer, filter, aantal))
  const alle = sql`select p.id from grootboek_post p where ${postvoorwaarde(filter)}`
  // De nieuwste boeking van elke post geeft al zoveel boekingen: wat ouder is dan de laatste daarvan, valt af.
  const koppen = await findNummersPerPost(lezer, filter, aantal, alle, 0, 1)
  const vanaf = koppen.length < aantal ? 0 : (koppen.at(-1) ?? 1) - 1
  return findBijNummers(lezer, await findNummersPerPost(lezer, filter, aantal, alle, vanaf))
}

const findBijNummers = (lezer: Lezer, nummers: readonly number[]): Promise<Vastgelegd[]> =>
  nummers.length === 0
    ? Promise.resolve([])
    : findRows(
        lezer,
        Vastgelegd,
        sql`select inhoud, hash from grootboek_boeking where nr = any(${nummers}::bigint[]) order by nr desc`,
      )

function findLangsJournaal(lezer: Lezer, filter: Boekingfilter, aantal: number): Promise<Vastgelegd[]> {
  const { grondslag } = filter
  const opGrondslag =
    grondslag === undefined
      ? sql`true`
      : sql`b.grondslag_soort = ${grondslag.soort} and b.grondslag = ${grondslag.kenmerk}`
  const opPost = isZonderPosten(filter)
    ? sql`true`
    : sql`exists (select from grootboek_regel r join grootboek_post p on p.id = r.post
                   where r.boeking = b.nr and ${postvoorwaarde(filter)})`
  return findRows(
    lezer,
    Vastgelegd,
    sql`select b.inhoud, b.hash from grootboek_boeking b
         where ${grens('b.nr', filter)} and ${dagen('b.geldig_op', filter)} and ${opGrondslag} and ${opPost}
         order by b.nr desc limit ${aantal}`,
  )
}

const Nummer = z.object({ boeking: z.int() })
type Vraag = ReturnType<typeof sql>

async function findNummers(lezer: Lezer, vraag: Vraag): Promise<number[]> {
  return (await findRows(lezer, Nummer, vraag)).map(({ boeking }) => boeking)
}

/** Boekingen met een regel op een dag in het tijdvak. */
const findNummersOpDag = (lezer: Lezer, filter: Boekingfilter, aantal: number): Promise<number[]> =>
  findNummers(
    lezer,
    sql`select distinct r.boeking from grootboek_regel r join grootboek_post p on p.id = r.post
         where ${dagen('r.geldig_op', filter)} and ${grens('r.boeking', filter)} and ${postvoorwaarde(filter)}
         order by r.boeking desc limit ${aantal}`,
  )

/** Boekingen onder de nieuwste die aan het filter voldoen. */
const findNummersBovenaan = (
  lezer: Lezer,
  filter: Boekingfilter,
  aantal: number,
  diepte: number,
): Promise<number[]> =>
  findNummers(
    lezer,
    sql`select distinct r.boeking from grootboek_regel r join grootboek_post p on p.id = r.post
         where ${grens('r.boeking', filter)} and ${dagen('r.geldig_op', filter)} and ${postvoorwaarde(filter)}
           and r.boeking >= (select least(nr, ${(filter.voor ?? Number.MAX_SAFE_INTEGER) - 1}) from grootboek_kop)
                            - ${diepte}::bigint
         order by r.boeking desc limit ${aantal}`,
  )

/** Per post de nieuwste boekingen boven een nummer; elke post kost één keer zoeken in de index. */
const findNummersPerPost = (
  lezer: Lezer,
  filter: Boekingfilter,
  aantal: number,
  posten: Vraag,
  vanaf: number,
  perPost = aantal,
): Promise<number[]> =>
  findNummers(
    lezer,
    sql`select distinct gevonden.boeking
          from (${posten}) p
         cross join lateral (
           select r.boeking from grootboek_regel r
            where r.post = p.id and r.boeking > ${vanaf} and ${grens('r.boeking', filter)}
              and ${dagen('r.geldig_op', filter)}
            order by r.boeking desc limit ${perPost}) gevonden
         order by gevonden.boeking desc limit ${aantal}`,
  )
