import { type Datum, datum, jaarVan, type Klok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Boekhouder, boekSamen, openDag, type Ronde } from '#grootboek/deur.ts'
import { findStukken } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import {
  findVastgesteld,
  insertGeboekteRaming,
  type Vastgesteld,
} from '#programma/raming-boeken/raming-boeken.store.ts'
import { ramingsboekingen } from '#programma/raming-boeken/raming-boeken.ts'
import { planVan } from '#programma/stukken.ts'

/** De raming in het journaal zetten: bij het vaststellen, en één keer voor wat al was vastgesteld. */

type Teboeken = { plan: string; versie: number; besluit: string; datum: Datum | null }

/**
 * Boekt de raming van een versie als verschil met de versie die het laatst is geboekt. De dag is die van het besluit;
 * is die onbekend, dan geldt de eerste raming vanaf het begin van het programma.
 */
export async function boekRaming(
  ronde: Ronde,
  te: Teboeken,
  vorige: number | undefined,
  nieuw: Plan,
  klok: Klok,
  door: string | null,
): Promise<Uitkomst<{ boekingen: number[] }, { code: 'raming_niet_geboekt' }>> {
  const oud = vorige === undefined ? undefined : planVan(await findStukken(ronde.tx, te.plan, vorige))
  const begin = datum(`${jaarVan(nieuw.programma.van)}-01-01`)
  const dag = te.datum ?? (vorige === undefined ? begin : klok.vandaag())
  const geboekt = boekSamen(
    ronde,
    ramingsboekingen(oud, nieuw).map((regels) => ({
      soort: vorige === undefined ? 'raming' : 'wijziging',
      ...openDag(ronde, dag),
      grondslag: { soort: 'besluit', kenmerk: te.besluit },
      regels,
      door,
    })),
  )
  if (!geboekt.ok) return geweigerd({ code: 'raming_niet_geboekt' })
  const nrs = geboekt.waarde.map(({ nr }) => nr)
  ronde.daarna((tx) =>
    insertGeboekteRaming(tx, {
      plan: te.plan,
      versie: te.versie,
      van: nrs[0] ?? null,
      tm: nrs.at(-1) ?? null,
      op: klok.nu(),
    }),
  )
  return gelukt({ boekingen: nrs })
}

/**
 * Boekt de raming van versies die al waren vastgesteld voordat er een journaal was. Nog eens uitvoeren doet niets.
 * Geeft de versies die nu zijn geboekt.
 */
export async function boekOntbrekendeRamingen(
  boekhouder: Boekhouder,
  db: GemeenteDb,
  klok: Klok,
): Promise<Vastgesteld[]> {
  const geboekt: Vastgesteld[] = []
  const alle = await db.lees((lezer) => findVastgesteld(lezer))
  for (const te of alle.filter((een) => !een.geboekt)) {
    const uitkomst = await boekhouder.voerUit(db, klok, {
      werk: async (ronde) => {
        const nu = await findVastgesteld(ronde.tx, te.plan)
        if (nu.some(({ versie, geboekt: al }) => versie === te.versie && al)) return gelukt(false)
        const vorige = nu.findLast((een) => een.geboekt && een.versie < te.versie)?.versie
        const plan = planVan(await findStukken(ronde.tx, te.plan, te.versie))
        const uit = await boekRaming(ronde, te, vorige, plan, klok, null)
        return uit.ok ? gelukt(true) : uit
      },
    })
    if (!uitkomst.ok) throw new Error(`raming van ${te.plan} versie ${te.versie}: ${uitkomst.reden.code}`)
    if (uitkomst.waarde) geboekt.push(te)
  }
  return geboekt
}
