import type { Lezer } from '#basis/db.ts'
import { findPlankoppen, findStukken } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { planVan } from '#programma/stukken.ts'

/** Het plan dat geldt: de laatste vastgestelde versie, of zolang er geen is de nieuwste. */
export async function findGeldendPlan(lezer: Lezer, plan: string): Promise<Plan | undefined> {
  const kop = (await findPlankoppen(lezer)).find(({ id }) => id === plan)
  if (kop === undefined) return undefined
  return planVan(await findStukken(lezer, plan, kop.vastgesteldeVersie ?? kop.laatsteVersie))
}
