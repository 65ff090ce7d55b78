import type { Datum } from '#basis/datum.ts'
import { eersteDag, laatsteDag } from '#basis/datum.ts'
import type { Moment } from '#basis/moment.ts'
import type { Onderdeel } from '#programma/plan.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import {
  eersteDagVan,
  type Kwartaal,
  laatsteDagVan,
  opKwartaal,
  zelfdeKwartaal,
} from '#programma/voortgang/kwartaal.ts'
import type { Fase, Voortgang } from '#programma/voortgang/voortgang.ts'

/** Het opvragen van de voortgang over een kwartaal: geopend met een deadline, verlengd, gesloten, soms heropend. */

export const UITVRAAGSTAPPEN = ['geopend', 'verlengd', 'gesloten', 'heropend'] as const
export type Uitvraagstapsoort = (typeof UITVRAAGSTAPPEN)[number]

export type Uitvraagstap = Kwartaal & {
  stap: number
  soort: Uitvraagstapsoort
  deadline: Datum
  reden: string | null
  op: Moment
  /** Account; alleen voor wie aan het programma werkt. */
  door: string | null
  naam: string | null
}

export type Uitvraag = Kwartaal & {
  deadline: Datum
  open: boolean
  geopendOp: Moment
  stappen: readonly [Uitvraagstap, ...Uitvraagstap[]]
  laatste: Uitvraagstap
}

/** De uitvragen uit hun stappen, het nieuwste kwartaal eerst. */
export function uitvragenVan(stappen: readonly Uitvraagstap[]): Uitvraag[] {
  const perKwartaal = Map.groupBy(stappen, ({ jaar, kwartaal }) => `${jaar}-${kwartaal}`)
  return [...perKwartaal.values()]
    .flatMap((ongeordend): Uitvraag[] => {
      const [eerste, ...rest] = ongeordend.toSorted((een, ander) => een.stap - ander.stap)
      if (eerste === undefined) return []
      const laatste = rest.at(-1) ?? eerste
      return [
        {
          jaar: eerste.jaar,
          kwartaal: eerste.kwartaal,
          deadline: laatste.deadline,
          open: laatste.soort !== 'gesloten',
          geopendOp: eerste.op,
          stappen: [eerste, ...rest],
          laatste,
        },
      ]
    })
    .toSorted((een, ander) => opKwartaal(ander, een))
}

export const uitvraagVan = (uitvragen: readonly Uitvraag[], kwartaal: Kwartaal): Uitvraag | undefined =>
  uitvragen.find((uitvraag) => zelfdeKwartaal(uitvraag, kwartaal))

/** Wie niets invult, telt pas mee als het onderdeel in dit kwartaal loopt; wat al voorbij is, vraagt niets meer. */
export function looptIn(
  { planning, beeindigd }: Pick<Onderdeel, 'planning' | 'beeindigd'>,
  kwartaal: Kwartaal,
): boolean {
  const [begin, eind] = [eersteDagVan(kwartaal), laatsteDagVan(kwartaal)]
  if (beeindigd !== undefined && laatsteDag(beeindigd.op) < begin) return false
  if (planning.van !== undefined && eersteDag(planning.van) > eind) return false
  return planning.tot === undefined || laatsteDag(planning.tot) >= begin
}

/** De onderdelen waarover in dit kwartaal iets te melden is: daar staat het geld, en zij lopen. */
export const teMelden = ({ bladeren }: Pick<Planbeeld, 'bladeren'>, kwartaal: Kwartaal): Onderdeel[] =>
  bladeren.filter((onderdeel) => looptIn(onderdeel, kwartaal))

/** Openbaar is wat akkoord is, en bij het sluiten van een uitvraag alles wat toen was ingediend. */
export function openbaarVan<Soort extends Pick<Voortgang, 'jaar' | 'kwartaal' | 'fase'>>(
  voortgang: readonly Soort[],
  uitvragen: readonly Uitvraag[],
): Soort[] {
  return voortgang.filter(
    (een) =>
      een.fase === 'akkoord' || (een.fase === 'ingediend' && uitvraagVan(uitvragen, een)?.open === false),
  )
}

/** Per onderdeel het laatste kwartaal. */
export function laatstePerOnderdeel<Soort extends Kwartaal & { onderdeel: string }>(
  voortgang: readonly Soort[],
): Map<string, Soort> {
  const laatste = new Map<string, Soort>()
  for (const een of voortgang) {
    const eerder = laatste.get(een.onderdeel)
    if (eerder === undefined || opKwartaal(eerder, een) < 0) laatste.set(een.onderdeel, een)
  }
  return laatste
}

export const FASENAAM = {
  niets: 'Nog niets',
  concept: 'Concept',
  ingediend: 'Ingediend',
  teruggestuurd: 'Teruggestuurd',
  akkoord: 'Akkoord',
} as const satisfies Record<Fase | 'niets', string>

/** Hoeveel onderdelen in welke fase zijn. */
export function telFasen(fasen: readonly (Fase | 'niets')[]): Record<Fase | 'niets', number> {
  const geteld = { niets: 0, concept: 0, ingediend: 0, teruggestuurd: 0, akkoord: 0 }
  for (const fase of fasen) geteld[fase]++
  return geteld
}

export const isKlaar = (fase: Fase | 'niets'): boolean => fase === 'ingediend' || fase === 'akkoord'
