import { opTekst } from '#basis/tekst.ts'
import { TAAKVELDSCHEMAS, vergelijkCodes, zetOm, zoekTaakveld } from '#grootboek/deur.ts'
import type { Context, Deel, Item } from '#programma/begroting/geldbeeld.ts'
import type { Geldfilter } from '#programma/begroting/geldfilter.ts'
import type { Onderdeel } from '#programma/plan.ts'

/** Hoe geld te verdelen is: elke deler maakt van een stapel items rijen die samen precies die stapel zijn. */

export const DEELKEUZES = ['programma', 'groep', 'onderdeel', 'bron', 'taakveld', 'jaar'] as const
export type Deelkeuze = (typeof DEELKEUZES)[number]
export const isDeelkeuze = (tekst: string): tekst is Deelkeuze =>
  (DEELKEUZES as readonly string[]).includes(tekst)

type Deler = (context: Context, items: readonly Item[], filter: Geldfilter) => Deel[]

const ONBEKEND = 'Nog onbekend bij welk onderdeel'
const BUITEN = 'Niet in dit plan'

const perProgramma: Deler = ({ beeld }, items, filter) => [
  { sleutel: 'programma', naam: beeld.plan.programma.titel, filter, onaf: false, items },
]

const perJaar: Deler = (_, items, filter) =>
  [...Map.groupBy(items, ({ jaar }) => jaar)]
    .toSorted(([een], [ander]) => een - ander)
    .map(([jaar, deel]) => ({
      sleutel: String(jaar),
      naam: String(jaar),
      filter: { ...filter, jaar },
      onaf: false,
      items: deel,
    }))

const perBron: Deler = ({ beeld }, items, filter) => {
  const stapels = Map.groupBy(items, ({ bron }) => bron)
  const volgorde = [...beeld.plan.bronnen.map(({ id }): string => id), null]
  const bekend = volgorde.filter((bron) => stapels.has(bron))
  const ander = [...stapels.keys()].filter((bron) => bron !== undefined && !volgorde.includes(bron))
  return [...bekend, ...ander].flatMap((bron): Deel[] => {
    if (bron === undefined) return []
    const naam =
      bron === null
        ? 'Nog te verdelen over de bronnen'
        : (beeld.bron.get(bron)?.naam ?? `${bron} (${BUITEN.toLowerCase()})`)
    return [
      {
        sleutel: bron ?? '-',
        naam,
        filter: { ...filter, bron },
        onaf: bron === null,
        items: stapels.get(bron) ?? [],
      },
    ]
  })
}

const perGroep: Deler = ({ beeld, buiten }, items, filter) => {
  const inPlan = items.filter(({ onderdeel }) => onderdeel !== null && !buiten.has(onderdeel))
  const stapels = Map.groupBy(inPlan, ({ onderdeel }) => beeld.onderdeel.get(onderdeel ?? '')?.groep ?? null)
  const groepen = [...beeld.plan.groepen.map(({ id }): string => id), null].flatMap((groep): Deel[] => {
    const deel = stapels.get(groep as Onderdeel['groep'])
    if (deel === undefined) return []
    const naam = groep === null ? 'Zonder groep' : (beeld.groep.get(groep)?.titel ?? groep)
    return [{ sleutel: groep ?? '-', naam, filter: { ...filter, groep }, onaf: false, items: deel }]
  })
  const vanBuiten = items.filter(({ onderdeel }) => onderdeel !== null && buiten.has(onderdeel))
  return [
    ...groepen,
    ...zonderOnderdeel(items, filter),
    ...(vanBuiten.length === 0
      ? []
      : [
          {
            sleutel: '!',
            naam: BUITEN,
            filter: filter.onderdeel === undefined ? { ...filter, buitenPlan: true as const } : filter,
            onaf: true,
            items: vanBuiten,
          },
        ]),
  ]
}

function zonderOnderdeel(items: readonly Item[], filter: Geldfilter): Deel[] {
  const onbekend = items.filter(({ onderdeel }) => onderdeel === null)
  return onbekend.length === 0
    ? []
    : [{ sleutel: '-', naam: ONBEKEND, filter: { ...filter, onderdeel: null }, onaf: true, items: onbekend }]
}

/** De boom van het plan: een onderdeel is wat erop geboekt is en wat eronder hangt. */
const perOnderdeel: Deler = ({ beeld, buiten }, items, filter) => {
  const stapels = Map.groupBy(items, ({ onderdeel }) => onderdeel)
  // Binnen een groep telt een ouder uit een andere groep niet mee: zijn filter zou niets vinden.
  const past = (een: Onderdeel): boolean => filter.groep === undefined || een.groep === filter.groep
  const nodig = new Set<string>()
  for (const naam of stapels.keys())
    for (
      let een = beeld.onderdeel.get(naam ?? '');
      een !== undefined;
      een = beeld.onderdeel.get(een.ouder ?? '')
    )
      if (past(een)) nodig.add(een.id)
  // Een ouder buiten het gekozen onderdeel hoort er niet bij.
  if (typeof filter.onderdeel === 'string')
    for (
      let een = beeld.onderdeel.get(beeld.onderdeel.get(filter.onderdeel)?.ouder ?? '');
      een !== undefined;
      een = beeld.onderdeel.get(een.ouder ?? '')
    )
      nodig.delete(een.id)
  const deelVan = (een: Onderdeel): Deel => {
    const eigen = stapels.get(een.id) ?? []
    const onder = (beeld.kinderen.get(een.id) ?? []).filter(({ id }) => nodig.has(id)).map(deelVan)
    const kop = { sleutel: een.id, naam: een.titel, filter: { ...filter, onderdeel: een.id }, onaf: false }
    if (onder.length === 0) return { ...kop, items: eigen }
    const rechtstreeks: Deel[] =
      eigen.length === 0
        ? []
        : [
            {
              sleutel: `${een.id}.`,
              naam: `Rechtstreeks op ${een.titel}`,
              filter: { ...kop.filter, alleen: true },
              onaf: false,
              items: eigen,
            },
          ]
    return { ...kop, items: [], delen: [...rechtstreeks, ...onder] }
  }
  const isTop = ({ ouder }: Onderdeel): boolean => ouder === null || !nodig.has(ouder)
  const top = beeld.plan.onderdelen.filter((een) => nodig.has(een.id) && isTop(een)).map(deelVan)
  const vanBuiten = [...stapels].flatMap(([onderdeel, deel]): Deel[] =>
    onderdeel === null || !buiten.has(onderdeel)
      ? []
      : [
          {
            sleutel: onderdeel,
            naam: `${onderdeel} (${BUITEN.toLowerCase()})`,
            filter: { ...filter, buitenPlan: undefined, onderdeel },
            onaf: true,
            items: deel,
          },
        ],
  )
  return [...top, ...zonderOnderdeel(items, filter), ...vanBuiten]
}

const perTaakveld: Deler = ({ indeling }, items, filter) => {
  const doel = TAAKVELDSCHEMAS.find((schema) => schema === indeling)
  const stapels = Map.groupBy(
    items.filter(({ taakveld }) => taakveld !== undefined),
    ({ taakveld = '' }) => naarIndeling(taakveld, doel),
  )
  return [...stapels]
    .toSorted(([een], [ander]) => opTaakveld(een, ander))
    .map(([veld, deel]): Deel => {
      const van = [...new Set(deel.map(({ taakveld = '' }) => taakveld))].sort(opTekst)
      const apart = doel !== undefined && veld !== '' && !veld.endsWith(`@${doel}`)
      return {
        sleutel: veld === '' ? '-' : veld,
        naam: taakveldnaam(veld, apart ? doel : undefined),
        filter: { ...filter, taakvelden: van },
        onaf: veld === '' || apart,
        items: deel,
      }
    })
}

type Indeling = (typeof TAAKVELDSCHEMAS)[number]

const splits = (veld: string): [code: string, indeling: Indeling | undefined] => {
  const [code = '', jaar] = veld.split('@')
  return [code, TAAKVELDSCHEMAS.find((schema) => schema === jaar)]
}

function naarIndeling(veld: string, doel: Indeling | undefined): string {
  const [code, van] = splits(veld)
  if (doel === undefined || van === undefined || van === doel) return veld
  const omzetting = zetOm(code, van, doel)
  return omzetting.soort === 'een-op-een' ? `${omzetting.code}@${doel}` : veld
}

function opTaakveld(een: string, ander: string): number {
  if (een === '' || ander === '') return een === ander ? 0 : een === '' ? 1 : -1
  const [[codeA, indelingA = ''], [codeB, indelingB = '']] = [splits(een), splits(ander)]
  return opTekst(indelingB, indelingA) || vergelijkCodes(codeA, codeB)
}

function taakveldnaam(veld: string, nietNaar: string | undefined): string {
  if (veld === '') return 'Nog niet toegedeeld aan een taakveld'
  const [code, indeling] = splits(veld)
  const naam = indeling && zoekTaakveld(indeling, code)?.naam
  const bij =
    nietNaar === undefined
      ? `indeling ${indeling}`
      : `indeling ${indeling}, niet vergelijkbaar met ${nietNaar}`
  return `${code}${naam === undefined ? '' : ` ${naam}`} (${bij})`
}

export const DELERS: Readonly<Record<Deelkeuze, Deler>> = {
  programma: perProgramma,
  groep: perGroep,
  onderdeel: perOnderdeel,
  bron: perBron,
  taakveld: perTaakveld,
  jaar: perJaar,
}
