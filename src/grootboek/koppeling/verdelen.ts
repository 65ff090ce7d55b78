import { type Centen, centen } from '#basis/geld.ts'
import type { Bronverdeling } from '#grootboek/koppeling/koppelregel.ts'
import { verdeel, waterval } from '#grootboek/verdeling.ts'

/** Welk deel uit welke bron komt; samen precies het bedrag. `vrij` zegt wat er bij een bron nog te besteden is. */
export function verdeelOverBronnen(
  bedrag: Centen,
  wijze: Bronverdeling,
  vrij: (bron: string) => Centen,
): [bron: string | null, bedrag: Centen][] {
  if (wijze.soort === 'bron') return [[wijze.bron, bedrag]]
  if (wijze.soort === 'aandelen') {
    const gewichten = new Map<string, number>()
    for (const { bron, gewicht } of wijze.delen) gewichten.set(bron, (gewichten.get(bron) ?? 0) + gewicht)
    return [...verdeel(bedrag, gewichten)]
  }
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
