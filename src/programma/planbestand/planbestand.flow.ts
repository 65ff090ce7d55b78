import { schoon } from '#basis/tekst.ts'
import { geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Planweigering, wijzigPlan } from '#programma/plan.flow.ts'
import { findStukken } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { voegSamen } from '#programma/planbestand/planbestand.ts'
import { planVan } from '#programma/stukken.ts'
import { keurWaarom, type Wijzigweigering } from '#programma/wijzigen/wijzigen.flow.ts'
import { type Bezoek, magBezoeker } from '#toegang/deur.ts'

/**
 * Neemt een bestand in zijn geheel over als nieuwe versie, of niets ervan. `basis` is de versie waarmee het bestand op
 * het scherm is vergeleken.
 */
export async function neemBestandOver(
  bezoek: Bezoek,
  invoer: { plan: string; basis: number; waarom: string; bestand: Plan },
): Promise<Uitkomst<{ versie: number }, Wijzigweigering | Planweigering>> {
  if (!magBezoeker(bezoek, 'plan.wijzigen')) return geweigerd({ code: 'mag_niet' })
  const waarom = schoon(invoer.waarom)
  const fouten = keurWaarom(waarom)
  if (fouten.length > 0) return geweigerd({ code: 'invoer_onjuist', fouten })
  const { plan, basis, bestand } = invoer
  const stukken = await bezoek.db.lees((lezer) => findStukken(lezer, plan, basis))
  if (stukken.length === 0) return geweigerd({ code: 'versie_onbekend' })
  const was = planVan(stukken)
  return wijzigPlan(bezoek, {
    plan,
    basis,
    waarom,
    verander: (nieuwste) => {
      const vanHier = bestand.gemeente.code === nieuwste.gemeente.code && bestand.programma.id === plan
      // Een vreemd bestand gaat er ongewijzigd in, zodat de flow het om de juiste reden weigert.
      return vanHier ? voegSamen(was, nieuwste, bestand) : bestand
    },
  })
}
