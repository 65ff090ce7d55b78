import type { Datum } from '#basis/datum.ts'
import type { Lezer, Tx } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { findBesluit, insertBesluit, type NieuwBesluit } from '#programma/plan.store.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Een besluit: een uit het register, een nieuw, of geen. */
export type Gekozenbesluit = { bestaand: string } | { nieuw: Omit<NieuwBesluit, 'id'> } | undefined

export type Voorbereid = {
  id: string | null
  datum: Datum | null
  /** Zet een nieuw besluit in het register; bij een bestaand of geen besluit gebeurt er niets. */
  bewaar: (tx: Tx) => Promise<void>
}

/** Zoekt het gekozen besluit, of geeft een nieuw zijn sleutel. Bewaren gebeurt pas als al het andere doorgaat. */
export async function bereidBesluitVoor(
  lezer: Lezer,
  bezoek: Bezoek,
  gekozen: Gekozenbesluit,
): Promise<Uitkomst<Voorbereid, { code: 'mag_niet' } | { code: 'besluit_onbekend' }>> {
  if (gekozen === undefined) return gelukt({ id: null, datum: null, bewaar: async () => undefined })
  if ('bestaand' in gekozen) {
    const bekend = await findBesluit(lezer, gekozen.bestaand)
    if (bekend === undefined) return geweigerd({ code: 'besluit_onbekend' })
    return gelukt({ id: bekend.id, datum: bekend.datum, bewaar: async () => undefined })
  }
  if (!magBezoeker(bezoek, 'besluit.vastleggen')) return geweigerd({ code: 'mag_niet' })
  const id = nieuwId(bezoek.klok.nu())
  return gelukt({
    id,
    datum: gekozen.nieuw.datum,
    bewaar: async (tx) => {
      await insertBesluit(tx, { ...gekozen.nieuw, id }, bezoek.wie?.account ?? null, bezoek.klok.nu())
      await schrijfLogboek(tx, bezoek, 'besluit.vastleggen', `besluit ${id}`)
    },
  })
}
