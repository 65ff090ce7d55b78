import { vasteKlok } from '#basis/datum.ts'
import { type GemeenteDb, sql } from '#basis/db.ts'
import { type Planbeeld, planbeeldVan } from '#programma/planbeeld.ts'
import { type Invulling, LEGE_VERKLARING } from '#programma/voortgang/voortgang.ts'
import { testBezoek } from '#test/bezoek.ts'
import { laadKleinPlan } from '#test/geladen.ts'
import type { Bezoek, Rol } from '#toegang/deur.ts'

/** Een klein plan met mensen, om voortgang over te vragen en in te vullen. */

export const KWARTAAL = { jaar: 2025, kwartaal: 2 } as const
export const VERKLARING = {
  oorzaak: 'De verbouwing liep uit.',
  maatregel: 'Wij huren tijdelijk een zaal.',
  risico: 'De aannemer heeft weinig mensen.',
  prognose: 'In het najaar is het klaar.',
}

export const invulling = (anders: Partial<Invulling> = {}): Invulling => ({
  keuzes: {
    inhoud: { stand: 'op-koers', reden: '' },
    tijd: { stand: null, reden: '' },
    geld: { stand: null, reden: '' },
  },
  gedaan: 'De deur ging open.',
  komt: 'Een tweede middag.',
  verklaring: LEGE_VERKLARING,
  ...anders,
})

/** Als `testBezoek`, maar het account heeft de rollen ook zelf, zoals na een echte inlog. */
export async function metRol(db: GemeenteDb, ...rollen: Rol[]): Promise<Bezoek> {
  const bezoek = await testBezoek(db, ...rollen)
  await zetRollen(db, bezoek, rollen)
  return bezoek
}

export const zetRollen = (db: GemeenteDb, { wie }: Bezoek, rollen: readonly Rol[]): Promise<unknown> =>
  db.schrijf((tx) =>
    sql`update toegang_account set rollen = ${[...rollen]}::text[] where id = ${wie?.account ?? ''}::uuid`.execute(
      tx,
    ),
  )

export const op = (bezoek: Bezoek, moment: string): Bezoek => ({ ...bezoek, klok: vasteKlok(moment) })

export async function laadVoortgangplan(db: GemeenteDb): Promise<Planbeeld> {
  return planbeeldVan(await laadKleinPlan(db))
}
