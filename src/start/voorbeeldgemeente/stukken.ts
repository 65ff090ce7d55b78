import { type Datum, datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { maakToeval, type Toeval, werkdag } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { JAREN, KOSTENPATRONEN, KOSTENSOORTEN, type Kostenpatroon } from '#start/voorbeeldgemeente/kosten.ts'

/** De boekstukken in het financiële systeem van de voorbeeldgemeente: salarissen, subsidies en inkoop. */

export type Stukregel = { rekening: string; project: string | null; kostenplaats: string; bedragCent: Centen }
export type Boekstuk = {
  dagboek: 'SAL' | 'SUB' | 'INK' | 'MEM' | 'BNK'
  nummer: string
  datum: Datum
  stuk: string
  regels: readonly Stukregel[]
}

/** Budget in centen per onderdeel en jaar, zoals het plan het noemt. */
export type Budgetten = ReadonlyMap<string, ReadonlyMap<number, number>>

export const KOSTENPLAATS = 'SD100'
/** Waar facturen op verplichtingen staan. */
export const VERPLICHTINGPLAATS = 'SD900'

const regelVan = ({ soort, project }: Kostenpatroon, bedrag: number): Stukregel => ({
  rekening: KOSTENSOORTEN[soort].rekening,
  project,
  kostenplaats: KOSTENPLAATS,
  bedragCent: centen(Math.round(bedrag)),
})

const maandenVan = ({ vanMaand, totMaand }: Kostenpatroon, jaar: number): number[] => {
  const [van, tot] = [vanMaand?.[jaar] ?? 1, totMaand?.[jaar] ?? 12]
  return Array.from({ length: tot - van + 1 }, (_, i) => van + i)
}

type Los = { datum: Datum; regel: Stukregel; soort: Kostenpatroon['soort'] }

const VAKANTIEGELD_MAAND = 5
const VAKANTIEGELD = 0.96

/** Elke maand een salaris, in mei met vakantiegeld; door het jaar heen loopt het een beetje op. */
function salarissen(patroon: Kostenpatroon, jaar: number, totaal: number): Los[] {
  const maanden = maandenVan(patroon, jaar)
  const gewicht = (maand: number): number =>
    (maand === VAKANTIEGELD_MAAND ? 1 + VAKANTIEGELD : 1) * (maand >= 7 ? 1.021 : 1)
  const som = maanden.reduce((opgeteld, maand) => opgeteld + gewicht(maand), 0)
  return maanden.map((maand) => ({
    datum: werkdag(jaar, maand, 24),
    regel: regelVan(patroon, (totaal * gewicht(maand)) / som),
    soort: patroon.soort,
  }))
}

/** Aan het begin van elk kwartaal een voorschot; wie een vast aantal per jaar noemt, betaalt losse bedragen. */
function subsidies(patroon: Kostenpatroon, jaar: number, totaal: number): Los[] {
  const maanden = maandenVan(patroon, jaar)
  const kwartalen = maanden.filter((maand, i) => i === 0 || maand % 3 === 1)
  let over = Math.round(totaal)
  return kwartalen.map((maand, i) => {
    const deel = i === kwartalen.length - 1 ? over : Math.round(totaal / kwartalen.length / 500) * 500
    over -= deel
    return { datum: werkdag(jaar, maand, 12), regel: regelVan(patroon, deel), soort: patroon.soort }
  })
}

/** Facturen op onregelmatige dagen, klein en groot door elkaar. */
function losse(patroon: Kostenpatroon, jaar: number, totaal: number, aantal: number, toeval: Toeval): Los[] {
  const maanden = maandenVan(patroon, jaar)
  const stuks = Math.max(1, Math.round((aantal * maanden.length) / 12))
  const gewichten = Array.from({ length: stuks }, () => 0.35 + toeval.deel() * toeval.deel() * 2.4)
  const som = gewichten.reduce((opgeteld, een) => opgeteld + een, 0)
  return gewichten.map((gewicht, i) => {
    const maand =
      maanden[Math.min(maanden.length - 1, Math.floor(((i + toeval.deel()) / stuks) * maanden.length))] ?? 1
    const bedrag =
      patroon.soort === 'subsidie' ? afgerond((totaal * gewicht) / som) : (totaal * gewicht) / som
    return {
      datum: werkdag(jaar, maand, toeval.geheel(2, 28)),
      regel: regelVan(patroon, bedrag),
      soort: patroon.soort,
    }
  })
}

/** Een kleine subsidie is een rond bedrag. */
const afgerond = (cent: number): number => Math.max(250_00, Math.round(cent / 50_00) * 50_00)

function losVan(patroon: Kostenpatroon, jaar: number, budget: number): Los[] {
  const rond = budget * (patroon.deel[jaar - 2022] ?? 0)
  if (rond <= 0) return []
  const toeval = maakToeval(`${patroon.onderdeel} ${jaar}`)
  // Een subsidie is een afgesproken bedrag; de rest komt nooit precies uit.
  const totaal = patroon.soort === 'subsidie' ? rond : rond * (0.994 + toeval.deel() * 0.012)
  if (patroon.soort === 'salaris') return salarissen(patroon, jaar, totaal)
  if (patroon.soort === 'subsidie' && patroon.aantal === undefined) return subsidies(patroon, jaar, totaal)
  return losse(patroon, jaar, totaal, patroon.aantal ?? 6, toeval)
}

const DAGBOEK = { salaris: 'SAL', subsidie: 'SUB', inkoop: 'INK', inhuur: 'INK' } as const

/** Salarissen van één maand zijn samen één boekstuk; de rest is elk een eigen stuk. */
export function stukkenVan(budgetten: Budgetten): Boekstuk[] {
  const stukken: Boekstuk[] = []
  for (const jaar of JAREN) {
    const los = KOSTENPATRONEN.flatMap((patroon) =>
      losVan(patroon, jaar, budgetten.get(patroon.onderdeel)?.get(jaar) ?? 0),
    )
    const perStuk = Map.groupBy(los.toSorted(opDatum), ({ soort, datum: dag }, i) =>
      soort === 'salaris' ? `SAL ${dag}` : `${soort} ${i}`,
    )
    const tellers = { SAL: 0, SUB: 0, INK: 0 }
    for (const groep of perStuk.values()) {
      const [eerste] = groep
      if (eerste === undefined) continue
      const dagboek = DAGBOEK[eerste.soort]
      const nummer = `${String(jaar).slice(2)}${String(++tellers[dagboek]).padStart(4, '0')}`
      stukken.push({
        dagboek,
        nummer,
        datum: eerste.datum,
        stuk: `${dagboek}-${nummer}`,
        regels: groep.map(({ regel }) => regel),
      })
    }
  }
  return [...stukken, ...BIJZONDER]
}

const opDatum = (een: Los, ander: Los): number =>
  een.datum < ander.datum ? -1 : een.datum > ander.datum ? 1 : 0

const bijzonder = (
  dag: string,
  nummer: string,
  bedragCent: number,
  rekening: string,
  project: string | null,
  kostenplaats = KOSTENPLAATS,
): Boekstuk => ({
  dagboek: 'INK',
  nummer,
  datum: datum(dag),
  stuk: `INK-${nummer}`,
  regels: [{ rekening, project, kostenplaats, bedragCent: centen(bedragCent) }],
})

/** Onbekend bij welk onderdeel dit hoort, tot iemand het koppelt. */
export const ONBEKEND_PROJECT = 'P5599'
export const LATER_BEKEND_PROJECT = 'P5312'

/** Wat uit de pas loopt, met opzet: de schermen moeten het laten zien. */
const BIJZONDER: readonly Boekstuk[] = [
  // Nog een rekening voor een onderdeel dat eind 2024 ophield.
  bijzonder('2025-02-11', '259001', 1_240_50, '43800', 'P5382'),
  // Wat uit 2022 mee mocht.
  bijzonder('2023-09-12', '239001', 3_612_50, '44200', 'P5203'),
  bijzonder('2023-11-21', '239002', 3_480_00, '44200', 'P5203'),
  // Een nieuw project in het financiële systeem, waarvan de koppeling pas na twee maanden kwam.
  bijzonder('2024-10-09', '249001', 1_875_00, '43800', LATER_BEKEND_PROJECT),
  bijzonder('2024-11-14', '249002', 2_312_75, '43800', LATER_BEKEND_PROJECT),
  // Nog bij niemand bekend.
  bijzonder('2026-08-19', '269001', 3_480_00, '43800', ONBEKEND_PROJECT),
  bijzonder('2026-09-23', '269002', 1_162_40, '43800', ONBEKEND_PROJECT),
  bijzonder('2026-10-14', '269003', 640_75, '43800', null),
  // Na het verhaal: voor wie zelf een bestand inleest.
  bijzonder('2026-11-10', '269004', 2_215_60, '43800', 'P5313'),
  // Hoort niet bij het programma: onderhoud van wegen.
  ...JAREN.map((jaar) =>
    bijzonder(`${jaar}-06-10`, `${String(jaar).slice(2)}8001`, 84_210_15, '43800', null, 'WEG200'),
  ),
]

/** Het stuk dat eerst met een nul te veel in het systeem stond, en in het volgende bestand goed. */
export const FOUT_STUK = { jaar: 2024, maand: 6, factor: 10 } as const
