import type { Plankop } from '#programma/plan.store.ts'

/** De eerste versie met deze wijziging erin die deze lezer mag zien; `undefined` als die er nog niet is. */
export const eersteZichtbare = (
  kop: Pick<Plankop, 'vastgesteldeVersies'>,
  versie: number,
  magConcept: boolean,
): number | undefined =>
  magConcept ? versie : kop.vastgesteldeVersies.find((vastgesteld) => vastgesteld >= versie)
