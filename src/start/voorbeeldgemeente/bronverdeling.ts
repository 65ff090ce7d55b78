import type { z } from 'zod'
import type { Betaling, Koppelverdeling } from '#grootboek/deur.ts'
import type { Plan } from '#programma/plan.ts'

/** Uit welke bronnen een onderdeel in een jaar betaald wordt, zoals het plan het verdeelt. */

type Verdeling = z.infer<typeof Koppelverdeling>

const gewichten = (plan: Plan, onderdeel: string, jaar: number): Map<string, number> => {
  const som = new Map<string, number>()
  for (const rij of plan.raming)
    if (rij.onderdeel === onderdeel && rij.jaar === jaar && rij.bron !== null)
      som.set(rij.bron, (som.get(rij.bron) ?? 0) + rij.bedragCent / 100)
  return som
}

export function verdelingVan(plan: Plan, onderdeel: string, jaar: number): Verdeling {
  const delen = [...gewichten(plan, onderdeel, jaar)].map(([bron, gewicht]) => ({ bron, gewicht }))
  const [eerste, ...meer] = delen
  if (eerste === undefined) return { soort: 'bron', bron: null }
  return meer.length === 0 ? { soort: 'bron', bron: eerste.bron } : { soort: 'aandelen', delen }
}

export function betalingVan(plan: Plan, onderdeel: string, jaar: number): Betaling {
  const verdeling = verdelingVan(plan, onderdeel, jaar)
  if (verdeling.soort === 'aandelen') return { soort: 'aandelen', aandelen: verdeling.delen }
  if (verdeling.soort === 'waterval') return verdeling
  return verdeling.bron === null ? { soort: 'nog-te-verdelen' } : { soort: 'bron', bron: verdeling.bron }
}
