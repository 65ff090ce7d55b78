import { eersteDag, jaarVan, laatsteDag, type Tijdvak, toonTijdvak } from '#basis/datum.ts'
import { telwoord } from '#basis/tekst.ts'
import type { Groep, Mijlpaal, Onderdeel } from '#programma/plan.ts'
import { jarenTussen, type Planbeeld } from '#programma/planbeeld.ts'
import type { TijdlijnRij } from '#ui/tijdlijn.ts'

/** Wanneer wat loopt, gegroepeerd en te filteren op jaar. Wat het plan niet zegt, wordt niet getekend. */

export const WATTEN = {
  loopt: 'loopt of gebeurt',
  begint: 'begint',
  eindigt: 'eindigt',
} as const
export type Wat = keyof typeof WATTEN
export type Planningfilter = { jaar?: number | undefined; wat: Wat }

export function leesPlanningfilter(vraag: Readonly<Record<string, string | undefined>>): Planningfilter {
  const { jaar, wat } = vraag
  return {
    jaar: /^(?:19|2\d)\d{2}$/u.test(jaar ?? '') ? Number(jaar) : undefined,
    wat: wat === 'begint' || wat === 'eindigt' ? wat : 'loopt',
  }
}

/** Alle jaren waarin volgens plan, planning of mijlpalen iets is. */
export function planningjaren(beeld: Planbeeld): number[] {
  const { programma, onderdelen } = beeld.plan
  const jaren = [programma.van, programma.tot, ...onderdelen.flatMap(vakkenVan)].map(jaarVan)
  return jarenTussen(Math.min(...jaren), Math.max(...jaren))
}

const vakkenVan = ({ planning: { van, tot }, mijlpalen, beeindigd }: Onderdeel): Tijdvak[] =>
  [van, tot, beeindigd?.op, ...mijlpalen.map(({ wanneer }) => wanneer)].filter(
    (vak): vak is Tijdvak => vak !== undefined && vak !== null,
  )

/** Hoort dit onderdeel bij het gekozen jaar? */
export function past(onderdeel: Onderdeel, { jaar, wat }: Planningfilter): boolean {
  if (jaar === undefined) return true
  const { planning, mijlpalen, beeindigd } = onderdeel
  const eind = beeindigd?.op ?? planning.tot
  if (wat === 'begint') return planning.van !== undefined && jaarVan(planning.van) === jaar
  if (wat === 'eindigt') return eind !== undefined && jaarVan(eind) === jaar
  const loopt =
    planning.van !== undefined && eind !== undefined && jaarVan(planning.van) <= jaar && jaar <= jaarVan(eind)
  return (
    loopt ||
    [planning.van, eind].some((vak) => vak !== undefined && jaarVan(vak) === jaar) ||
    mijlpalen.some(({ wanneer }) => wanneer !== null && jaarVan(wanneer) === jaar)
  )
}

export type Planninggroep = {
  groep: Groep | undefined
  titel: string
  onderdelen: readonly Onderdeel[]
  /** Wat op de tijdlijn kan staan. */
  rijen: readonly TijdlijnRij[]
}

/** Per groep de onderdelen die passen; op de tijdlijn komt alleen wat een tijd heeft. */
export function planninggroepen(
  beeld: Planbeeld,
  filter: Planningfilter,
  adres: (onderdeel: Onderdeel) => string,
): Planninggroep[] {
  const passend = beeld.plan.onderdelen.filter((onderdeel) => past(onderdeel, filter))
  const perGroep = Map.groupBy(passend, ({ groep }) => groep)
  return [...beeld.plan.groepen, undefined].flatMap((groep) => {
    const onderdelen = perGroep.get(groep?.id ?? null) ?? []
    if (onderdelen.length === 0) return []
    const rijen = onderdelen
      .map((onderdeel) => ({ ...rijVan(onderdeel), href: adres(onderdeel) }))
      .filter(({ balken, mijlpalen }) => balken.length + mijlpalen.length > 0)
    return [{ groep, titel: groep?.titel ?? 'Zonder groep', onderdelen, rijen }]
  })
}

/** Een balk alleen met begin én eind; een los begin of eind is een punt, want de rest zegt het plan niet. */
export function rijVan({ titel, planning, mijlpalen, beeindigd }: Onderdeel): TijdlijnRij {
  const { van, verwacht } = planning
  const tot = beeindigd?.op ?? planning.tot
  const heel = van !== undefined && tot !== undefined && eersteDag(van) <= laatsteDag(tot)
  // Zegt een mijlpaal van datzelfde tijdvak al wat er dan gebeurt, dan is een tweede punt alleen maar in de weg.
  const nieuw = (vak: Tijdvak): boolean => !mijlpalen.some(({ wanneer }) => wanneer === vak)
  const los: TijdlijnRij['mijlpalen'] = heel
    ? []
    : [
        ...(van !== undefined && nieuw(van)
          ? [{ op: van, tekst: 'Begin, einde niet genoemd', verwacht }]
          : []),
        ...(tot !== undefined && nieuw(tot)
          ? [{ op: tot, tekst: 'Einde, begin niet genoemd', verwacht }]
          : []),
      ]
  return {
    naam: titel,
    balken: heel ? [{ van, tot, verwacht }] : [],
    mijlpalen: [
      ...los,
      ...mijlpalen.flatMap(({ wat, wanneer, verwacht: nogNiet }) =>
        wanneer === null ? [] : [{ op: wanneer, tekst: wat, verwacht: nogNiet }],
      ),
    ],
  }
}

export const zonderTijd = (onderdeel: Onderdeel): boolean => {
  const { balken, mijlpalen } = rijVan(onderdeel)
  return balken.length + mijlpalen.length === 0
}

/** Begin en eind in woorden. */
export function looptijdzin({ planning, beeindigd }: Onderdeel): string {
  const { van, tot, verwacht } = planning
  const misschien = verwacht ? ' (verwacht)' : ''
  if (beeindigd !== undefined) return `beëindigd: ${toonTijdvak(beeindigd.op)}`
  if (van !== undefined && tot !== undefined)
    return `${van === tot ? toonTijdvak(van) : `${toonTijdvak(van)} tot en met ${toonTijdvak(tot)}`}${misschien}`
  if (van !== undefined) return `vanaf ${toonTijdvak(van)}, einde niet genoemd${misschien}`
  if (tot !== undefined) return `tot en met ${toonTijdvak(tot)}, begin niet genoemd${misschien}`
  return 'geen begin en geen einde genoemd'
}

const WERKWOORDEN: Record<Wat, { een: string; meer: string }> = {
  loopt: { een: 'loopt of gebeurt', meer: 'lopen of gebeuren' },
  begint: { een: 'begint', meer: 'beginnen' },
  eindigt: { een: 'eindigt', meer: 'eindigen' },
}

/** De kop van een groep op de tijdlijn: wat is er bekend, of wat is er gekozen? */
export function groepzin(
  { titel, onderdelen }: Pick<Planninggroep, 'titel' | 'onderdelen'>,
  { jaar, wat }: Planningfilter,
): string {
  const aantal = onderdelen.length
  if (jaar !== undefined)
    return `${titel}: ${telwoord(aantal, 'onderdeel', 'onderdelen')} ${WERKWOORDEN[wat][aantal === 1 ? 'een' : 'meer']} in ${jaar}`
  const met = onderdelen.filter(({ planning, beeindigd }) => (beeindigd?.op ?? planning.tot) !== undefined)
  if (met.length === 0) return `${titel}: nergens staat wanneer het eindigt`
  if (met.length === aantal)
    return `${titel}: ${aantal === 1 ? 'het onderdeel heeft' : `alle ${aantal} onderdelen hebben`} een einde`
  return `${titel}: ${met.length} van ${aantal} onderdelen ${met.length === 1 ? 'heeft' : 'hebben'} een einde`
}

/** De zin bovenaan, bij de gekozen blik. */
export function planningzin(aantal: number, { jaar, wat }: Planningfilter, zonder: number): string {
  if (jaar !== undefined) {
    const { een, meer } = WERKWOORDEN[wat]
    if (aantal === 0) return `Volgens het plan ${een} er niets in ${jaar}.`
    return `In ${jaar} ${aantal === 1 ? een : meer} ${telwoord(aantal, 'onderdeel', 'onderdelen')}.`
  }
  return zonder === 0
    ? `Het plan zegt van alle ${telwoord(aantal, 'onderdeel', 'onderdelen')} iets over de tijd.`
    : `Bij ${zonder} van de ${aantal} onderdelen zegt het plan niet wanneer.`
}

export type Mijlpaalregel = { mijlpaal: Mijlpaal; onderdeel: Onderdeel }

/** Alle mijlpalen op volgorde; zonder tijd komen zij achteraan. */
export function mijlpaalregels(beeld: Planbeeld, jaar?: number | undefined): Mijlpaalregel[] {
  return beeld.plan.onderdelen
    .flatMap((onderdeel) => onderdeel.mijlpalen.map((mijlpaal) => ({ mijlpaal, onderdeel })))
    .filter(
      ({ mijlpaal: { wanneer } }) => jaar === undefined || (wanneer !== null && jaarVan(wanneer) === jaar),
    )
    .sort((a, b) => beginVan(a.mijlpaal).localeCompare(beginVan(b.mijlpaal)))
}

const beginVan = ({ wanneer }: Mijlpaal): string => (wanneer === null ? '9999' : eersteDag(wanneer))

/**
 * Onderdelen zonder einddatum die in dit jaar voor het laatst geld hebben, en niet in het laatste jaar van het
 * programma: die eindigen zonder dat het plan het zegt.
 */
export function laatsteGeldIn(beeld: Planbeeld, jaar: number): Onderdeel[] {
  if (jaar >= jaarVan(beeld.plan.programma.tot)) return []
  return beeld.plan.onderdelen.filter(({ id, planning, beeindigd }) => {
    if ((beeindigd?.op ?? planning.tot) !== undefined || beeld.kinderen.has(id)) return false
    const jaren = [...beeld.geld(id).perJaar].filter(([, bedrag]) => bedrag > 0).map(([een]) => een)
    return jaren.length > 0 && Math.max(...jaren) === jaar
  })
}
