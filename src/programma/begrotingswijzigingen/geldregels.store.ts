import { z } from 'zod'
import { findRows, json, type Lezer, sql, type Tx } from '#basis/db.ts'
import type { Id } from '#basis/id.ts'
import { type Geldregelnaam, Geldregels, STANDAARDREGELS } from '#programma/begrotingswijzigingen/bevoegd.ts'

/** SQL van de regels die de gemeente zelf stelt. */

export type GeldendeRegels = {
  regels: Geldregels
  /** Wat de gemeente zelf koos; de rest is de uitgangsstand en nog te bevestigen. */
  gekozen: ReadonlySet<string>
}

const Rij = z.object({ naam: z.string(), waarde: z.unknown() })

export async function findGeldregels(lezer: Lezer): Promise<GeldendeRegels> {
  const rijen = await findRows(
    lezer,
    Rij,
    sql`select distinct on (naam) naam, waarde from programma_geldregel order by naam, op desc, id desc`,
  )
  // Een regel die deze versie niet kent, of een waarde die niet meer past, telt niet: dan geldt de uitgangsstand.
  const geldig = rijen.filter(
    ({ naam, waarde }) => Geldregels.partial().safeParse({ [naam]: waarde }).success,
  )
  return {
    regels: Geldregels.parse({
      ...STANDAARDREGELS,
      ...Object.fromEntries(geldig.map(({ naam, waarde }) => [naam, waarde])),
    }),
    gekozen: new Set(geldig.map(({ naam }) => naam)),
  }
}

export async function insertGeldregel(
  tx: Tx,
  regel: { id: Id; naam: Geldregelnaam; waarde: string | number; op: Date; door: string | null },
): Promise<void> {
  await sql`insert into programma_geldregel (id, naam, waarde, op, door)
            values (${regel.id}, ${regel.naam}, ${json(regel.waarde)}, ${regel.op}, ${regel.door})`.execute(
    tx,
  )
}
