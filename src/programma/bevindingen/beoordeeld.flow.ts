import { type Beoordeeld, beoordeel } from '#programma/bevindingen/bevindingen.ts'
import { findAfdoeningen } from '#programma/plan.store.ts'
import type { Planbezoek, Programmakamer } from '#programma/planbezoek.tsx'
import type { Bevinding } from '#programma/plancontrole/plancontrole.ts'

/** De bevindingen van deze versie, of een deel ervan, met wat er over besloten is. */
export async function leesBeoordeeld(
  van: Planbezoek,
  kamer: Programmakamer,
  bevindingen: readonly Bevinding[] = van.versie.bevindingen(),
): Promise<Beoordeeld[]> {
  const { bezoek, kop, versie } = van
  const afdoeningen = await kamer.planboek.onthoud(bezoek.db, `afdoeningen ${kop.id}`, (lezer) =>
    findAfdoeningen(lezer, kop.id),
  )
  const toen = new Map<number, readonly Bevinding[]>()
  const andere = new Set(afdoeningen.map((een) => een.versie).filter((nummer) => nummer !== versie.versie))
  for (const nummer of andere) {
    const gelezen = await kamer.planboek.lees(bezoek.db, kop.id, nummer)
    if (gelezen !== undefined) toen.set(nummer, gelezen.bevindingen())
  }
  return beoordeel(bevindingen, afdoeningen, versie.versie, (nummer) => toen.get(nummer))
}
