import { z } from 'zod'
import { type Databank, findRow, findRows, type Lezer, meld, sql } from '#basis/db.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { maakGemeenteSchema } from '#start/migreer.ts'

/** Het register van gemeenten in schema `omzien`: wie draait hier, op welke hostnamen. */
export const Gemeente = z.object({
  code: z.string().regex(/^gm\d{4}$/u),
  naam: z.string().min(1).max(100),
  hosts: z.array(
    z
      .string()
      .toLowerCase()
      .regex(/^[a-z0-9.-]{1,253}$/u),
  ),
})
export type Gemeente = z.infer<typeof Gemeente>

export const findGemeenten = (lezer: Lezer): Promise<Gemeente[]> =>
  findRows(lezer, Gemeente, sql`select code, naam, hosts from omzien.gemeente order by code`)

export type GemeenteWeigering = 'code_bestaat' | 'host_bezet'

/** Voegt een gemeente toe met een eigen schema, rol en tabellen. Alles of niets. */
export function maakGemeente(
  databank: Databank,
  nieuw: Gemeente,
): Promise<Uitkomst<Gemeente, GemeenteWeigering>> {
  return databank.beheer(async (tx) => {
    await sql`lock table omzien.gemeente in share row exclusive mode`.execute(tx)
    const bezet = await findRow(
      tx,
      z.object({ code: z.string() }),
      sql`select code from omzien.gemeente where code = ${nieuw.code} or hosts && ${tekstlijst(nieuw.hosts)} limit 1`,
    )
    if (bezet !== undefined) return geweigerd(bezet.code === nieuw.code ? 'code_bestaat' : 'host_bezet')
    await sql`insert into omzien.gemeente (code, naam, hosts)
              values (${nieuw.code}, ${nieuw.naam}, ${tekstlijst(nieuw.hosts)})`.execute(tx)
    await maakGemeenteSchema(tx, nieuw.code)
    await meld(tx, nieuw.code)
    return gelukt(nieuw)
  })
}

const tekstlijst = (teksten: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(teksten)}::text::jsonb))`

/** De verzonnen gemeente; haar naam staat in geen enkele lijst van het CBS. */
export const VOORBEELDCODE = 'gm0000'

/**
 * Kiest de gemeente bij een hostnaam (zonder poort); met één gemeente antwoordt zij op elke host. De voorbeeldgemeente
 * telt daarbij niet mee: zij antwoordt alleen op haar eigen naam.
 */
export function kiesGemeente(gemeenten: readonly Gemeente[], host: string): Gemeente | undefined {
  const gevonden = gemeenten.find((gemeente) => gemeente.hosts.includes(host.toLowerCase()))
  const echte = gemeenten.filter(({ code }) => code !== VOORBEELDCODE)
  return gevonden ?? (echte.length === 1 ? echte[0] : undefined)
}
