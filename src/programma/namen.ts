import type { Plan } from '#programma/plan.ts'

/** Hoe een onderdeel of bron op een scherm heet; een sleutel die het plan niet kent, blijft te zien. */

export const ONVERDEELD = 'nog te verdelen over de bronnen'

export const bronnaam =
  (plan: Pick<Plan, 'bronnen'>) =>
  (bron: string | null): string =>
    bron === null ? ONVERDEELD : (plan.bronnen.find(({ id }) => id === bron)?.naam ?? bron)

export const onderdeelnaam =
  (plan: Pick<Plan, 'onderdelen'>) =>
  (onderdeel: string | null): string =>
    onderdeel === null
      ? 'nog onbekend'
      : (plan.onderdelen.find(({ id }) => id === onderdeel)?.titel ?? onderdeel)
