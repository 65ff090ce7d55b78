import { jaarVan } from '#basis/datum.ts'
import { findBudgethouderbeeld } from '#programma/budgethouder/budgethouder.store.ts'
import { eigenOnderdelen } from '#programma/budgethouder/taken.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'

/** Wat van deze bezoeker is, en van welk jaar: voor het scherm en voor het rekenblad. */

/** Dit jaar als het programma dan loopt, anders het laatste jaar. */
export function jaarUit(van: Planbezoek, tekst: string | undefined): number {
  const { jaren } = van.beeld
  if (tekst !== undefined && /^\d{4}$/u.test(tekst) && jaren.includes(Number(tekst))) return Number(tekst)
  const nu = jaarVan(van.vandaag)
  return jaren.includes(nu) ? nu : (jaren.findLast((jaar) => jaar <= nu) ?? jaren.at(-1) ?? nu)
}

export async function leesEigen(van: Planbezoek, jaar: number) {
  const { wie, db } = van.bezoek
  const beeld = await db.lees((lezer) => findBudgethouderbeeld(lezer, van.kop.id, jaar, van.bezoek))
  const ik = { account: wie?.account ?? '', rollen: wie?.rollen ?? [] }
  return { ...beeld, eigen: eigenOnderdelen(van.beeld.plan, beeld.mandaten, ik, van.vandaag) }
}
