import { z } from 'zod'
import {
  Bron,
  Doel,
  GemeenteCode,
  Groep,
  Onderdeel,
  Plaats,
  type Plan,
  Programma,
  Raming,
  Vermelding,
  Voorganger,
} from '#programma/plan.ts'

/**
 * Een plan valt voor het bewaren uiteen in stukken: per ding één, met zijn raming apart. Een nieuwe versie bewaart
 * alleen de stukken die veranderden; zo heeft elk stuk vanzelf een geschiedenis.
 */
export const STUKSOORTEN = [
  'programma',
  'doel',
  'groep',
  'onderdeel',
  'bron',
  'voorganger',
  'plaats',
  'vermelding',
  'raming',
] as const
export type Stuksoort = (typeof STUKSOORTEN)[number]

const Ramingregel = Raming.omit({ onderdeel: true })

/** De inhoud per soort; de sleutel van een raming is die van haar onderdeel. */
export const STUKINHOUD = {
  programma: z.object({
    programma: Programma,
    gemeente: z.strictObject({ code: GemeenteCode, naam: z.string() }),
  }),
  doel: Doel,
  groep: Groep,
  onderdeel: Onderdeel,
  bron: Bron,
  voorganger: Voorganger,
  plaats: Plaats,
  vermelding: Vermelding,
  raming: z.object({ regels: z.array(Ramingregel) }),
} as const

/** `volgorde` bepaalt de plaats in de lijst; tussenliggende waarden mogen breuken zijn. */
export type Stuk = { soort: Stuksoort; sleutel: string; volgorde: number; inhoud: unknown }

const LIJSTEN = [
  ['doel', 'doelen'],
  ['groep', 'groepen'],
  ['onderdeel', 'onderdelen'],
  ['bron', 'bronnen'],
  ['voorganger', 'voorgangers'],
  ['plaats', 'plaatsen'],
  ['vermelding', 'vermeldingen'],
] as const

export function stukkenVan(plan: Plan): Stuk[] {
  const stukken: Stuk[] = [
    {
      soort: 'programma',
      sleutel: plan.programma.id,
      volgorde: 0,
      inhoud: { programma: plan.programma, gemeente: plan.gemeente },
    },
  ]
  for (const [soort, lijst] of LIJSTEN)
    plan[lijst].forEach((ding, volgorde) => stukken.push({ soort, sleutel: ding.id, volgorde, inhoud: ding }))
  const perOnderdeel = Map.groupBy(plan.raming, (regel) => regel.onderdeel)
  plan.onderdelen.forEach(({ id }, volgorde) => {
    const regels = perOnderdeel.get(id)?.map(({ onderdeel: _, ...regel }) => regel)
    if (regels !== undefined) stukken.push({ soort: 'raming', sleutel: id, volgorde, inhoud: { regels } })
  })
  return stukken
}

/** Het omgekeerde van `stukkenVan`. De raming komt terug in de volgorde van de onderdelen. */
export function planVan(stukken: readonly Stuk[]): Plan {
  const perSoort = Map.groupBy(stukken, (stuk) => stuk.soort)
  const lijst = <Soort extends Stuksoort>(soort: Soort): z.infer<(typeof STUKINHOUD)[Soort]>[] =>
    (perSoort.get(soort) ?? [])
      .toSorted((a, b) => a.volgorde - b.volgorde)
      .map((stuk) => stuk.inhoud as z.infer<(typeof STUKINHOUD)[Soort]>)
  const [kop] = lijst('programma')
  if (kop === undefined) throw new Error('een plan zonder programma')
  const regels = new Map(
    (perSoort.get('raming') ?? []).map((stuk) => [stuk.sleutel, STUKINHOUD.raming.parse(stuk.inhoud)]),
  )
  const onderdelen = lijst('onderdeel')
  return {
    formaat: 'programmaplan',
    versie: 1,
    gemeente: kop.gemeente,
    programma: kop.programma,
    doelen: lijst('doel'),
    groepen: lijst('groep'),
    onderdelen,
    bronnen: lijst('bron'),
    voorgangers: lijst('voorganger'),
    plaatsen: lijst('plaats'),
    vermeldingen: lijst('vermelding'),
    raming: onderdelen.flatMap(({ id }) =>
      (regels.get(id)?.regels ?? []).map((regel) => ({ onderdeel: id, ...regel })),
    ),
  }
}

/**
 * De stukken die moeten worden bewaard om van `oud` naar `nieuw` te komen; `inhoud: null` is weggehaald.
 * Een stuk dat alleen opschuift doordat er iets tussenkwam, houdt zijn volgorde en telt niet als gewijzigd.
 */
export function teBewaren(
  oud: readonly Stuk[],
  nieuw: readonly Stuk[],
): (Stuk | { soort: Stuksoort; sleutel: string; inhoud: null })[] {
  const naam = (stuk: { soort: string; sleutel: string }): string => `${stuk.soort} ${stuk.sleutel}`
  const bekend = new Map(oud.map((stuk) => [naam(stuk), stuk]))
  const geordend = STUKSOORTEN.flatMap((soort) =>
    behoudVolgorde(
      nieuw.filter((stuk) => stuk.soort === soort),
      (stuk) => bekend.get(naam(stuk))?.volgorde,
    ),
  )
  const gebleven = new Set(geordend.map(naam))
  const gewijzigd = geordend.filter((stuk) => {
    const eerder = bekend.get(naam(stuk))
    return eerder === undefined || eerder.volgorde !== stuk.volgorde || !gelijk(eerder.inhoud, stuk.inhoud)
  })
  const weg = oud.filter((stuk) => !gebleven.has(naam(stuk)))
  return [...gewijzigd, ...weg.map(({ soort, sleutel }) => ({ soort, sleutel, inhoud: null }))]
}

/** Geeft elk stuk een oplopende volgorde en laat de oude staan waar dat kan. */
function behoudVolgorde(stukken: readonly Stuk[], eerder: (stuk: Stuk) => number | undefined): Stuk[] {
  const oude = stukken.map(eerder)
  const volgende = oude.slice(1).concat(undefined)
  for (let i = volgende.length - 2; i >= 0; i--) volgende[i] ??= volgende[i + 1]
  let vorige = -1
  return stukken.map((stuk, i) => {
    const oud = oude[i]
    vorige = oud !== undefined && oud > vorige ? oud : tussen(vorige, volgende[i])
    return { ...stuk, volgorde: vorige }
  })
}

function tussen(onder: number, boven: number | undefined): number {
  if (boven === undefined || boven <= onder) return Math.floor(onder) + 1
  const midden = (onder + boven) / 2
  return midden > onder && midden < boven ? midden : onder + 1
}

export function gelijk(een: unknown, ander: unknown): boolean {
  return JSON.stringify(geordendeVorm(een)) === JSON.stringify(geordendeVorm(ander))
}

/** jsonb bewaart de volgorde van velden niet; vergelijken mag daar niet van afhangen. */
function geordendeVorm(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(geordendeVorm)
  if (typeof waarde !== 'object' || waarde === null) return waarde
  return Object.fromEntries(
    Object.entries(waarde)
      .filter(([, inhoud]) => inhoud !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([naam, inhoud]) => [naam, geordendeVorm(inhoud)]),
  )
}
