import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Databank, findRow, findRows, rolVan, sql, type Tx } from '#basis/db.ts'

/**
 * Migraties zijn SQL-bestanden in `migraties/<soort>/`, alleen vooruit. Elke gemeente heeft haar eigen schema en
 * haar eigen stand; het schema `omzien` draagt het register. Een bestand dat na toepassing is veranderd, is een
 * fout: dan weet niemand meer wat er in de database staat.
 */
const MAP = fileURLToPath(new URL('../../migraties/', import.meta.url))
const MIGRATIESLOT = 7_310_000

type Migratie = { naam: string; inhoud: string; vingerafdruk: string }

function readMigraties(soort: 'omzien' | 'gemeente'): Migratie[] {
  return readdirSync(`${MAP}${soort}`)
    .filter((naam) => naam.endsWith('.sql'))
    .sort()
    .map((naam) => {
      const inhoud = readFileSync(`${MAP}${soort}/${naam}`, 'utf8')
      return { naam, inhoud, vingerafdruk: createHash('sha256').update(inhoud).digest('hex') }
    })
}

const GEMEENTEMIGRATIES = readMigraties('gemeente')

/** Brengt het register en alle gemeenten bij; geeft de namen terug van wat is toegepast. */
export function migreerAlles(databank: Databank): Promise<string[]> {
  return databank.beheer(async (tx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATIESLOT})`.execute(tx)
    await legGrond(tx)
    const toegepast = await migreer(tx, 'omzien', readMigraties('omzien'))
    const gemeenten = await findRows(
      tx,
      z.object({ code: z.string() }),
      sql`select code from omzien.gemeente`,
    )
    for (const { code } of gemeenten) toegepast.push(...(await migreer(tx, code, GEMEENTEMIGRATIES)))
    return toegepast
  })
}

/** Maakt schema en rol van een gemeente en brengt het schema bij, in de transactie van de aanroeper. */
export async function maakGemeenteSchema(tx: Tx, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MIGRATIESLOT})`.execute(tx)
  const rol = rolVan(code)
  // Rollen gelden voor de hele server: een andere database daarop kan deze al hebben gemaakt.
  const bestaat = await findRow(
    tx,
    z.object({ n: z.int() }),
    sql`select 1 as n from pg_roles where rolname = ${rol}`,
  )
  if (bestaat === undefined) await sql`create role ${sql.id(rol)} nologin`.execute(tx)
  await sql`grant ${sql.id(rol)} to current_user`.execute(tx)
  await sql`create schema if not exists ${sql.id(code)}`.execute(tx)
  await sql`grant usage on schema ${sql.id(code)} to ${sql.id(rol)}`.execute(tx)
  await migreer(tx, code, GEMEENTEMIGRATIES)
}

async function legGrond(tx: Tx): Promise<void> {
  await sql`create schema if not exists omzien`.execute(tx)
  await sql`create table if not exists omzien.migratie (
    schema text not null, naam text not null, vingerafdruk text not null,
    toegepast_op timestamptz not null default now(), primary key (schema, naam))`.execute(tx)
}

const Toegepast = z.object({ naam: z.string(), vingerafdruk: z.string() })

async function migreer(tx: Tx, schema: string, migraties: readonly Migratie[]): Promise<string[]> {
  const eerder = await findRows(
    tx,
    Toegepast,
    sql`select naam, vingerafdruk from omzien.migratie where schema = ${schema}`,
  )
  const bekend = new Map(eerder.map((rij) => [rij.naam, rij.vingerafdruk]))
  const nieuw: string[] = []
  await sql`select set_config('search_path', ${schema}, true)`.execute(tx)
  for (const { naam, inhoud, vingerafdruk } of migraties) {
    const eerdere = bekend.get(naam)
    if (eerdere === vingerafdruk) continue
    if (eerdere !== undefined)
      throw new Error(`migratie ${naam} is veranderd nadat zij op ${schema} is toegepast`)
    for (const opdracht of opdrachten(inhoud.replaceAll('{{rol}}', `"${rolVan(schema)}"`))) {
      await sql.raw(opdracht).execute(tx)
    }
    await sql`insert into omzien.migratie (schema, naam, vingerafdruk) values (${schema}, ${naam}, ${vingerafdruk})`.execute(
      tx,
    )
    nieuw.push(`${schema}/${naam}`)
  }
  return nieuw
}

/** Eén opdracht per `;` aan een regeleinde; onze migraties kennen geen functies of triggers. */
const opdrachten = (inhoud: string): string[] =>
  inhoud
    .split(/;\s*\n/u)
    .map((tekst) => tekst.trim().replace(/;$/u, ''))
    .filter((tekst) => tekst !== '')
