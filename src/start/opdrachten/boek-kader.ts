import type { GemeenteDb } from '#basis/db.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { findKop, findTijdstip, type Tijdstip } from '#grootboek/deur.ts'
import { findPlankoppen, findStukken, leesTijd, type Plan, planVan } from '#programma/deur.ts'
import { findGemeenten } from '#start/gemeenten.ts'
import { kiesGemeenteDb } from '#start/opdrachten/kies-gemeente.ts'
import type { Opdrachtcontext, Opties } from '#start/opdrachten/opdracht.ts'

/** De opties die elke opdracht over standen heeft. */
export const TIJDOPTIES = ['geldig-tm', 'bekend-op', 'plan'] as const
export const TIJDGEBRUIK = '[--geldig-tm 2024-12-31] [--bekend-op 2025-07-01|312] [--plan …]'

/** Van welke gemeente, over welk plan, en naar welk moment van het journaal gekeken wordt. */
export type Boekkader = {
  db: GemeenteDb
  gemeente: { code: string; naam: string }
  plan: Plan
  tijdstip: Tijdstip
}

/** Leest de keuzes van een opdracht; de reden van een weigering is een zin voor de gebruiker. */
export async function leesBoekkader(
  context: Opdrachtcontext,
  opties: Opties,
): Promise<Uitkomst<Boekkader, string>> {
  const databank = await context.databank()
  const db = await kiesGemeenteDb(databank, opties.gemeente)
  if (!db.ok) return db
  const gemeenten = await databank.beheer(findGemeenten)
  const naam = gemeenten.find(({ code }) => code === db.waarde.schema)?.naam ?? db.waarde.schema
  const tijd = leesTijd({ 'geldig-tm': opties.overig['geldig-tm'], 'bekend-op': opties.overig['bekend-op'] })
  if (!tijd.ok) return tijd
  return db.waarde.lees(async (lezer) => {
    const koppen = await findPlankoppen(lezer)
    const gevraagd = opties.overig['plan']
    const kop = koppen.find(({ id, hoofdplan }) => (gevraagd === undefined ? hoofdplan : id === gevraagd))
    if (kop === undefined)
      return geweigerd(
        koppen.length === 0
          ? 'Deze gemeente heeft nog geen plan.'
          : `Dit plan is er niet. Kies met --plan uit: ${koppen.map(({ id }) => id).join(', ')}.`,
      )
    const { nr } = await findKop(lezer)
    const weigering = tijd.waarde.keur(nr)
    if (weigering !== undefined) return geweigerd(weigering)
    const stukken = await findStukken(lezer, kop.id, kop.vastgesteldeVersie ?? kop.laatsteVersie)
    return gelukt({
      db: db.waarde,
      gemeente: { code: db.waarde.schema, naam },
      plan: planVan(stukken),
      tijdstip: await findTijdstip(lezer, tijd.waarde.vraag),
    })
  })
}
