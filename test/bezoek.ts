import { vasteKlok } from '#basis/datum.ts'
import { type GemeenteDb, sql } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import type { Bezoek } from '#toegang/bezoek.ts'
import type { Rol } from '#toegang/matrix.ts'

export const TESTKLOK = vasteKlok('2026-06-15T10:00:00Z')

/** Een bezoek van iemand met deze rollen; zonder rollen een bezoeker zonder inlog. */
export async function testBezoek(db: GemeenteDb, ...rollen: Rol[]): Promise<Bezoek> {
  const gemeente = { code: db.schema, naam: 'Test' }
  const verzoek = 'test'
  if (rollen.length === 0) return { gemeente, db, wie: undefined, verzoek, klok: TESTKLOK }
  const account = nieuwId(new Date())
  const naam = `Proef ${rollen[0]}`
  await db.schrijf((tx) =>
    sql`insert into toegang_account (id, uitgever, onderwerp, naam, rollen)
        values (${account}, 'test', ${account}, ${naam}, '{}')`.execute(tx),
  )
  return {
    gemeente,
    db,
    wie: { account, sessie: nieuwId(new Date()), naam, rollen },
    verzoek,
    klok: TESTKLOK,
  }
}
