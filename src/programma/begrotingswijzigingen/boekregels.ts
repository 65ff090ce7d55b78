import { boekregels, type Regel } from '#grootboek/deur.ts'
import type { Begrotingswijziging } from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import type { Plan } from '#programma/plan.ts'
import { noemtInbreng } from '#programma/raming-boeken/raming-boeken.ts'

/** De wijziging zoals zij in het journaal komt. */
export const alsBoekregels = (
  wijziging: Pick<Begrotingswijziging, 'plan' | 'regels'>,
  plan: Pick<Plan, 'bronnen'>,
): Regel[] =>
  boekregels(
    wijziging.plan,
    wijziging.regels,
    new Set<string>(plan.bronnen.filter((bron) => !noemtInbreng(bron)).map(({ id }) => id)),
  )
