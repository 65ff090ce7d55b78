import type { Plankop, Versieregel } from '#programma/plan.store.ts'

/** Wie geen concepten mag zien, ziet van de versies alleen wat is vastgesteld. */
export const zichtbareVersies = <Regel extends Pick<Versieregel, 'besluit'>>(
  versies: readonly Regel[],
  magConcept: boolean,
): Regel[] => versies.filter(({ besluit }) => magConcept || besluit !== null)

/** De eerste versie met deze wijziging erin die deze lezer mag zien; `undefined` als die er nog niet is. */
export const eersteZichtbare = (
  kop: Pick<Plankop, 'vastgesteldeVersies'>,
  versie: number,
  magConcept: boolean,
): number | undefined =>
  magConcept ? versie : kop.vastgesteldeVersies.find((vastgesteld) => vastgesteld >= versie)
