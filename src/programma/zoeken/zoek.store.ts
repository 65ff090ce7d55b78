import { z } from 'zod'
import { findRows, json, type Lezer, sql, type Tx } from '#basis/db.ts'

/** Volledige tekst zoeken, in het Nederlands, over de vastgestelde of de nieuwste versie. */

export const ZOEKSOORTEN = [
  'programma',
  'doel',
  'groep',
  'onderdeel',
  'mijlpaal',
  'bron',
  'vermelding',
] as const
export const Zoekregel = z.object({
  soort: z.enum(ZOEKSOORTEN),
  sleutel: z.string(),
  titel: z.string(),
  tekst: z.string(),
})
export type Zoekregel = z.infer<typeof Zoekregel>

export async function replaceZoekregels(
  tx: Tx,
  plan: string,
  vastgesteld: boolean,
  regels: readonly Zoekregel[],
): Promise<void> {
  await sql`delete from programma_zoekregel where plan = ${plan} and vastgesteld = ${vastgesteld}`.execute(tx)
  await sql`
    insert into programma_zoekregel (plan, vastgesteld, soort, sleutel, titel, tekst)
    select ${plan}, ${vastgesteld}, r.soort, r.sleutel, r.titel, r.tekst
      from jsonb_to_recordset(${json(regels)}) as r (soort text, sleutel text, titel text, tekst text)`.execute(
    tx,
  )
}

export const Treffer = z.object({
  soort: z.enum(ZOEKSOORTEN),
  sleutel: z.string(),
  titel: z.string(),
  /** Het stukje tekst rond de gevonden woorden, die tussen « en » staan. */
  fragment: z.string(),
})
export type Treffer = z.infer<typeof Treffer>

/** Een vraag die `keurZoekvraag` veilig en kort heeft gemaakt. */
export type Zoekvraag = string & { readonly __zoekvraag: true }

/** Zoekt zoals in een zoekmachine: woorden, "een zin", -zonder. Beste eerst; hoogstens `aantal`. */
export const findTreffers = (
  lezer: Lezer,
  plan: string,
  vastgesteld: boolean,
  vraag: Zoekvraag,
  aantal: number,
): Promise<Treffer[]> =>
  findRows(
    lezer,
    Treffer,
    sql`with gevonden as (
          select r.soort, r.sleutel, r.titel, r.tekst, v as vraag, ts_rank(r.zoek, v) as rang
            from programma_zoekregel r, websearch_to_tsquery('dutch', ${vraag}) v
           where r.plan = ${plan} and r.vastgesteld = ${vastgesteld} and r.zoek @@ v
           order by rang desc, r.titel limit ${aantal})
        select soort, sleutel, titel,
               ts_headline('dutch', tekst, vraag, 'StartSel=«, StopSel=», MaxWords=30, MinWords=12') as fragment
          from gevonden order by rang desc, titel`,
  )

/** De woorden die in het plan voorkomen, om bij een tikfout het bedoelde woord te vinden. */
export async function findWoorden(lezer: Lezer, plan: string, vastgesteld: boolean): Promise<string[]> {
  const rijen = await findRows(
    lezer,
    z.object({ woord: z.string() }),
    sql`select distinct word as woord
          from programma_zoekregel r, regexp_split_to_table(lower(r.titel || ' ' || r.tekst), '[^[:alnum:]]+') word
         where r.plan = ${plan} and r.vastgesteld = ${vastgesteld} and length(word) > 3`,
  )
  return rijen.map((rij) => rij.woord)
}
