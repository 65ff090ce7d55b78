import type { Postsaldo } from '#grootboek/deur.ts'
import type { Deelkeuze } from '#programma/begroting/delers.ts'
import { type Bedragen, type Geldrij, geldtabelVan } from '#programma/begroting/geldbeeld.ts'
import type { Plan } from '#programma/plan.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'

/** De begrotingstabel als platte lijst, voor wie geen scherm heeft. */
export type Begrotingsrij = { sleutel: string; naam: string; diepte: number; bedragen: Bedragen }

const plat = ({ sleutel, naam, diepte, bedragen, kinderen }: Geldrij): Begrotingsrij[] => [
  { sleutel, naam, diepte, bedragen },
  ...kinderen.flatMap(plat),
]

export function begrotingVan(
  plan: Plan,
  posten: readonly Postsaldo[],
  per: Deelkeuze,
): { rijen: Begrotingsrij[]; totaal: Begrotingsrij } {
  const { rijen, totaal } = geldtabelVan(planbeeldVan(plan), posten, { filter: {}, per: [per] })
  const { sleutel, naam, diepte, bedragen } = totaal
  return { rijen: rijen.flatMap(plat), totaal: { sleutel, naam, diepte, bedragen } }
}
