import type { Datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { type Budget, naamVan, type Postsaldo, ruimte } from '#grootboek/deur.ts'

/** Wat er aan het eind van een jaar over is, en wat daarvan meegaat naar een later jaar. */

export const OVERHEVELINGSTANDEN = ['voorgesteld', 'gemachtigd', 'vastgesteld', 'vervallen'] as const
export type Overhevelingstand = (typeof OVERHEVELINGSTANDEN)[number]

const DAARNA: Readonly<Record<Overhevelingstand, readonly Overhevelingstand[]>> = {
  voorgesteld: ['gemachtigd', 'vastgesteld', 'vervallen'],
  gemachtigd: ['vastgesteld', 'vervallen'],
  vastgesteld: [],
  vervallen: [],
}
export const kanNaar = (van: Overhevelingstand, naar: Overhevelingstand): boolean =>
  DAARNA[van].includes(naar)

export type Overhevelingstap = {
  stap: number
  stand: Overhevelingstand
  besluit: string | null
  boeking: number | null
  reden: string | null
  op: Date
  door: string | null
}
export type Overheveling = {
  id: string
  plan: string
  nummer: number
  onderdeel: string
  bron: string | null
  jaar: number
  naarJaar: number
  bedragCent: Centen
  /** Laatste dag om te besluiten; `null` is onvoorwaardelijk. */
  vervaltOp: Datum | null
  voorwaarde: string | null
  reden: string
  stappen: Overhevelingstap[]
}

export const standVan = ({ stappen }: Pick<Overheveling, 'stappen'>): Overhevelingstand =>
  stappen.at(-1)?.stand ?? 'voorgesteld'

/** Wacht nog op een besluit: dan kan het jaar niet worden afgesloten. */
export const wacht = (overheveling: Pick<Overheveling, 'stappen'>): boolean =>
  standVan(overheveling) === 'voorgesteld'

/** Is de laatste dag om te besluiten voorbij, zonder besluit? */
export const isVerlopen = (
  overheveling: Pick<Overheveling, 'stappen' | 'vervaltOp'>,
  vandaag: Datum,
): boolean =>
  overheveling.vervaltOp !== null &&
  overheveling.vervaltOp < vandaag &&
  kanNaar(standVan(overheveling), 'vervallen')

export const budgetVan = ({ plan, bron, onderdeel, jaar }: Overheveling): Budget => ({
  programma: plan,
  bron,
  onderdeel,
  jaar,
})

export const STANDWOORD = {
  voorgesteld: 'voorgesteld',
  gemachtigd: 'voorlopig gemachtigd',
  vastgesteld: 'vastgesteld',
  vervallen: 'vervallen',
} as const satisfies Record<Overhevelingstand, string>

/** Wat er in een jaar over of te kort is, per onderdeel en bron; `onderdeel` `null` is nog niet gekoppeld. */
export type Rest = { budget: Budget; restCent: Centen }

export function resten(posten: readonly Postsaldo[], jaar: number): Rest[] {
  const perBudget = new Map<string, Rest>()
  for (const { rekening, bedragCent } of posten) {
    if (rekening.soort !== 'ruimte' || rekening.jaar !== jaar) continue
    const { programma, bron, onderdeel } = rekening
    const budget = { programma, bron, onderdeel, jaar }
    const naam = naamVan(ruimte(budget))
    const eerder = perBudget.get(naam)?.restCent ?? 0
    perBudget.set(naam, { budget, restCent: centen(eerder + bedragCent) })
  }
  return [...perBudget.values()].filter(({ restCent }) => restCent !== 0)
}
