import { type Centen, centen } from '#basis/geld.ts'
import type { Bronverdeling } from '#grootboek/koppeling/koppelregel.ts'
import { verdeelNaarAandeel, waterval } from '#grootboek/verdeling.ts'

/**
 * Welk deel van ingelezen geld uit welke bron komt; samen precies het bedrag. `vrij` zegt wat er bij een bron nog te
 * besteden is. Anders dan bij wie met de hand boekt (`verplichting/betaling.ts`) blijft hier niets over om te verdelen:
 * de gemeente sprak de volgorde af, dus wat nergens past, drukt op de laatste bron.
 */
export function verdeelVolgens(
  bedrag: Centen,
  wijze: Bronverdeling,
  vrij: (bron: string) => Centen,
): [bron: string | null, bedrag: Centen][] {
  if (wijze.soort === 'bron') return [[wijze.bron, bedrag]]
  if (wijze.soort === 'aandelen') return [...verdeelNaarAandeel(bedrag, wijze.delen)]
  const laatste = wijze.bronnen.at(-1) ?? null
  // Een bate of terugbetaling vult de bron aan die het laatst aan de beurt was.
  if (bedrag < 0 || laatste === null) return [[laatste, bedrag]]
  const { delen, rest } = waterval(
    bedrag,
    wijze.bronnen.map((bron) => [bron, vrij(bron)] as const),
  )
  if (rest !== 0) delen.set(laatste, centen((delen.get(laatste) ?? 0) + rest))
  return [...delen]
}
