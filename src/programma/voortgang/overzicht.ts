import type { Onderdeel } from '#programma/plan.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { laatstePerOnderdeel, looptIn } from '#programma/uitvraag/uitvraag.ts'
import {
  type Kwartaal,
  kwartaalsleutel,
  leesKwartaal,
  opKwartaal,
  zelfdeKwartaal,
} from '#programma/voortgang/kwartaal.ts'
import type { Standwoord } from '#programma/voortgang/standen.ts'
import { standVan, type Voortgang } from '#programma/voortgang/voortgang.ts'

/** Welke voortgang het overzicht toont: van elk onderdeel de laatste, of die van één kwartaal. */

export type Overzichtvraag = { groep: string | undefined; kwartaal: Kwartaal | undefined }

export const leesOverzichtvraag = (velden: Readonly<Record<string, string | undefined>>): Overzichtvraag => ({
  groep: velden['groep'] === '' ? undefined : velden['groep'],
  kwartaal: leesKwartaal(velden['kwartaal']),
})

export type Overzichtrij = { onderdeel: Onderdeel; voortgang: Voortgang | undefined }

export function overzichtrijen(
  { bladeren }: Pick<Planbeeld, 'bladeren'>,
  voortgang: readonly Voortgang[],
  { groep, kwartaal }: Overzichtvraag,
): Overzichtrij[] {
  const binnen = kwartaal === undefined ? voortgang : voortgang.filter((een) => zelfdeKwartaal(een, kwartaal))
  const laatste = laatstePerOnderdeel(binnen)
  return bladeren
    .filter((onderdeel) => groep === undefined || onderdeel.groep === groep)
    .map((onderdeel) => ({ onderdeel, voortgang: laatste.get(onderdeel.id) }))
    .filter(
      (rij) => kwartaal === undefined || rij.voortgang !== undefined || looptIn(rij.onderdeel, kwartaal),
    )
}

/** De kwartalen waarover iets gemeld is, het nieuwste eerst. */
export const kwartalenMet = (voortgang: readonly Kwartaal[]): Kwartaal[] => [
  ...new Map(
    voortgang
      .toSorted((een, ander) => opKwartaal(ander, een))
      .map(({ jaar, kwartaal }) => [kwartaalsleutel({ jaar, kwartaal }), { jaar, kwartaal }]),
  ).values(),
]

/** Hoeveel onderdelen welk woord hebben; wat niets meldde, heeft geen gegevens. */
export function telStanden(rijen: readonly Overzichtrij[]): ReadonlyMap<Standwoord, number> {
  const geteld = new Map<Standwoord, number>()
  for (const { voortgang } of rijen) {
    const stand = voortgang === undefined ? 'geen-gegevens' : standVan(voortgang)
    geteld.set(stand, (geteld.get(stand) ?? 0) + 1)
  }
  return geteld
}
