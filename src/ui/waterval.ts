import type { Centen } from '#basis/geld.ts'
import { centen } from '#basis/geld.ts'

/** Waar een balk begint en eindigt, als deel van de breedte; bij een stap eindigt zij op de nieuwe stand. */
export type WatervalBalk = { van: number; tot: number }

export type WatervalPlan = {
  /** De stand na alle stappen. */
  eind: Centen
  /** Begin, elke stap, eind. */
  balken: readonly WatervalBalk[]
  nul: number
  /** Begin en eind zijn links afgesneden, omdat de stappen anders niet te zien zijn. */
  ingekort: boolean
}

/** Als alle standen zo dicht bij elkaar liggen, zegt een balk vanaf nul niets over de stappen. */
const DICHT_BIJEEN = 0.3
/** Zoveel van de breedte blijft er dan links over voor een afgesneden balk. */
const STOMP = 0.25
/** Rechts blijft een randje vrij voor de punt van de pijl. */
const BREED = 0.98

/** Van een beginstand via stappen naar een eindstand; de stappen staan altijd op één schaal. */
export function tekenWaterval(begin: Centen, stappen: readonly Centen[]): WatervalPlan {
  const standen = [begin]
  for (const stap of stappen) standen.push(centen((standen.at(-1) ?? 0) + stap))
  const eind = standen.at(-1) ?? begin
  const [laagste, hoogste] = [Math.min(...standen), Math.max(...standen)]
  const verschil = hoogste - laagste
  const ingekort = laagste > 0 && verschil > 0 && verschil < hoogste * DICHT_BIJEEN
  const laag = ingekort ? laagste - (verschil * STOMP) / (1 - STOMP) : Math.min(0, laagste)
  const bereik = Math.max(0, hoogste) - laag || 1
  const deel = (stand: number): number => (Math.max(stand - laag, 0) / bereik) * BREED
  return {
    eind,
    nul: deel(0),
    ingekort,
    balken: [
      { van: deel(0), tot: deel(begin) },
      ...stappen.map((_, i) => ({ van: deel(standen[i] ?? 0), tot: deel(standen[i + 1] ?? 0) })),
      { van: deel(0), tot: deel(eind) },
    ],
  }
}
