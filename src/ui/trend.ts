import { scaleLinear } from 'd3-scale'
import { tekstBreedte } from '#ui/tekst-maat.ts'

/** Eén tijdvak van een reeks. `waarde` is alleen om te tekenen; `tekst` is wat er staat. */
export type TrendPunt = {
  naam: string
  /** Kort, voor onder de as: `2024` of `Q3 2024`. */
  kort: string
  /** Waar op de tijdas, in maanden. */
  maand: number
  waarde?: number | undefined
  tekst: string
  laag?: number | undefined
  hoog?: number | undefined
  margetekst?: string | undefined
  voorlopig?: boolean | undefined
  /** Waarom het cijfer er niet is. */
  ontbreekt?: string | undefined
}

/** Waar het heen moet: een lijn op hoogte van de streefwaarde, en als het begin bekend is het rechte pad ernaartoe. */
export type TrendDoel = {
  waarde: number
  tekst: string
  /** Het andere eind van een bereik. */
  tot?: number | undefined
  maand?: number | undefined
  begin?: { maand: number; waarde: number } | undefined
}

type Vorm = { breedte: number; hoogte: number; letter: number }
type Plek = { x: number; y: number }

export type TrendPlek = {
  punt: TrendPunt
  x: number
  /** Zonder waarde is er geen plek, alleen een gat. */
  y: number | undefined
  band: { laag: number; hoog: number } | undefined
  label: { x: number; y: number } | undefined
  /** Past de naam onder de as? */
  metNaam: boolean
}

export type TrendPlan = {
  hoogte: number
  onder: number
  boven: number
  links: number
  rechts: number
  assen: readonly { y: number; tekst: string }[]
  plekken: readonly TrendPlek[]
  /** Stukken lijn tussen twee opeenvolgende tijdvakken met een waarde. */
  lijnen: readonly { van: Plek; naar: Plek; voorlopig: boolean }[]
  /** Vlakken om de lijn; een meting alleen heeft een streep in plaats van een vlak. */
  banden: readonly string[]
  doel: { y: number; tot: number | undefined; label: Plek | undefined; pad: readonly Plek[] } | undefined
}

const LUCHT = 26
const NAAM_ONDER = 30
const AANTAL_ASSEN = 4

const GETAL = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 })

export function tekenTrend(punten: readonly TrendPunt[], doel: TrendDoel | undefined, vorm: Vorm): TrendPlan {
  const hoogten = [
    ...punten.flatMap(({ waarde, laag, hoog }) => [waarde, laag, hoog]),
    doel?.waarde,
    doel?.tot,
    doel?.begin?.waarde,
  ].filter((getal) => getal !== undefined)
  const [boven, onder] = [LUCHT, vorm.hoogte - NAAM_ONDER]
  const y = scaleLinear(bereik(hoogten), [onder, boven]).nice(AANTAL_ASSEN)
  const assen = y.ticks(AANTAL_ASSEN).map((waarde) => ({ y: y(waarde), tekst: GETAL.format(waarde) }))
  const links = Math.max(0, ...assen.map(({ tekst }) => tekstBreedte(tekst, vorm.letter))) + 12
  const maanden = [...punten.map(({ maand }) => maand), doel?.maand, doel?.begin?.maand].filter(
    (maand) => maand !== undefined,
  )
  const inzet = 26
  const rechts = vorm.breedte - inzet
  const x = scaleLinear(
    [Math.min(...maanden), Math.max(...maanden, Math.min(...maanden) + 1)],
    [links + inzet, rechts],
  )
  const plekken = zetPlekken(punten, x, y, vorm)
  return {
    hoogte: vorm.hoogte,
    onder,
    boven,
    links,
    rechts: vorm.breedte,
    assen,
    plekken,
    lijnen: lijnenVan(plekken),
    banden: bandenVan(plekken),
    doel: doel && {
      y: y(doel.waarde),
      tot: doel.tot === undefined ? undefined : y(doel.tot),
      label: doellabel(doel, y(doel.waarde), plekken, links, vorm),
      pad:
        doel.begin === undefined || doel.maand === undefined
          ? []
          : [
              { x: x(doel.begin.maand), y: y(doel.begin.waarde) },
              { x: x(doel.maand), y: y(doel.waarde) },
            ],
    },
  }
}

/** Een reeks die overal gelijk is, krijgt toch hoogte. */
function bereik(hoogten: readonly number[]): [number, number] {
  const [laagste, hoogste] = [Math.min(...hoogten), Math.max(...hoogten)]
  if (hoogten.length === 0) return [0, 1]
  const lucht = (hoogste - laagste || Math.abs(hoogste) || 1) * 0.08
  // Onder nul gaat de as alleen als er iets onder nul ligt.
  return [laagste >= 0 ? Math.max(0, laagste - lucht) : laagste - lucht, hoogste + lucht]
}

type Schaal = (waarde: number) => number

function zetPlekken(punten: readonly TrendPunt[], x: Schaal, y: Schaal, vorm: Vorm): TrendPlek[] {
  let laatsteNaam = Number.NEGATIVE_INFINITY
  let laatsteLabel = Number.NEGATIVE_INFINITY
  return punten.map((punt, i) => {
    const px = x(punt.maand)
    const breedte = tekstBreedte(punt.kort, vorm.letter) + 8
    const metNaam = px - breedte / 2 >= laatsteNaam
    if (metNaam) laatsteNaam = px + breedte / 2
    if (punt.waarde === undefined)
      return { punt, x: px, y: undefined, band: undefined, label: undefined, metNaam }
    const py = y(punt.waarde)
    const band =
      punt.laag === undefined || punt.hoog === undefined
        ? undefined
        : { laag: y(punt.laag), hoog: y(punt.hoog) }
    const labelbreedte = tekstBreedte(punt.tekst, vorm.letter, true)
    const lx = Math.min(px, vorm.breedte - labelbreedte / 2)
    // Het laatste cijfer staat er altijd; een eerder wijkt als er geen plaats is.
    const past = lx - labelbreedte / 2 >= laatsteLabel || i === punten.length - 1
    if (past) laatsteLabel = lx + labelbreedte / 2 + 4
    return {
      punt,
      x: px,
      y: py,
      band,
      label: past ? { x: lx, y: Math.max(vorm.letter, Math.min(py, band?.hoog ?? py) - 9) } : undefined,
      metNaam,
    }
  })
}

function lijnenVan(plekken: readonly TrendPlek[]): TrendPlan['lijnen'] {
  return plekken.slice(1).flatMap((plek, i) => {
    const vorige = plekken[i]
    if (plek.y === undefined || vorige?.y === undefined) return []
    return [
      {
        van: { x: vorige.x, y: vorige.y },
        naar: { x: plek.x, y: plek.y },
        voorlopig: plek.punt.voorlopig === true,
      },
    ]
  })
}

/** Een vlak per rij tijdvakken die aansluiten; over een gat heen is er geen marge. */
function bandenVan(plekken: readonly TrendPlek[]): string[] {
  const paden: string[] = []
  let rij: { x: number; laag: number; hoog: number }[] = []
  const sluit = (): void => {
    if (rij.length > 1) {
      const heen = rij.map(({ x, hoog }) => `${getal(x)} ${getal(hoog)}`)
      const terug = rij.toReversed().map(({ x, laag }) => `${getal(x)} ${getal(laag)}`)
      paden.push(`M${[...heen, ...terug].join('L')}Z`)
    }
    rij = []
  }
  for (const { x, band } of plekken)
    if (band === undefined) sluit()
    else rij.push({ x, ...band })
  sluit()
  return paden
}

const getal = (waarde: number): number => Math.round(waarde * 10) / 10

/**
 * De naam van de streefwaarde staat boven haar lijn, links of rechts, waar geen cijfer, marge of pad doorheen loopt. Is
 * daar nergens plaats, dan staat zij alleen in de sleutel.
 */
function doellabel(
  { tekst, begin }: TrendDoel,
  y: number,
  plekken: readonly TrendPlek[],
  links: number,
  vorm: Vorm,
): Plek | undefined {
  const breedte = tekstBreedte(tekst, vorm.letter)
  const lijn = y - 7
  const vrij = (x: number): boolean =>
    plekken.every((plek, i) => {
      const volgende = plekken[i + 1] ?? plek
      if (plek.y === undefined || x > volgende.x + 24 || x + breedte < plek.x - 24) return true
      const [boven, onder] = [
        Math.min(plek.label?.y ?? plek.y, plek.band?.hoog ?? plek.y) - vorm.letter,
        plek.band?.laag ?? plek.y,
      ]
      return lijn < boven - 4 || lijn - vorm.letter > onder + 8
    })
  // Het pad eindigt altijd rechts op deze lijn.
  return [links + 4, ...(begin === undefined ? [vorm.breedte - breedte] : [])]
    .filter((x) => x >= links && vrij(x))
    .map((x) => ({ x, y: lijn }))[0]
}
