import { scaleLinear } from 'd3-scale'
import {
  type Datum,
  dagnummer,
  datum,
  eersteDag,
  jaarVan,
  laatsteDag,
  precisieVan,
  type Tijdvak,
  tijdvak,
} from '#basis/datum.ts'

export type Trendpunt = { gemeldOp: Datum; verwacht: Tijdvak }
export type Trendlijn = {
  naam: string
  href?: string | undefined
  gepland?: Tijdvak | undefined
  /** Elke keer dat er een verwachting is gemeld. */
  punten: readonly Trendpunt[]
  bereikt?: { gemeldOp: Datum; op: Datum } | undefined
}

export type Trendplek = {
  lijn: Trendlijn
  /** A, B, C: staat bij het eind van de lijn en in de lijst eronder. */
  letter: string
  pad: string
  punten: readonly { x: number; y: number; vak: { boven: number; onder: number } | undefined }[]
  gepland: number | undefined
  eind: { x: number; y: number }
  bereikt: boolean
  label: { x: number; y: number }
}
export type Trendplan = {
  hoogte: number
  links: number
  rechts: number
  onder: number
  x: readonly { jaar: number; x: number }[]
  y: readonly { jaar: number; y: number }[]
  /** Waar verwacht en gemeld dezelfde dag zijn. */
  vandaaglijn: { x1: number; y1: number; x2: number; y2: number } | undefined
  lijnen: readonly Trendplek[]
}

export type Trendvorm = { breedte: number; hoogte: number; letter: number }
const RAND = { links: 46, rechts: 30, boven: 14, onder: 30 }

const janVan = (jaar: number): number => dagnummer(datum(`${String(jaar).padStart(4, '0')}-01-01`))
const jarenIn = (van: number, tot: number): number[] => {
  const begin = jaarVan(dag(van))
  return Array.from({ length: jaarVan(dag(tot)) - begin + 2 }, (_, i) => begin + i).filter(
    (jaar) => janVan(jaar) >= van && janVan(jaar) <= tot,
  )
}
const dag = (nummer: number): Datum => datum(new Date(nummer * 86_400_000).toISOString().slice(0, 10))

/** Een vage verwachting telt tot haar laatste dag; het vak laat zien hoe breed zij is. */
const hoogteVan = (verwacht: Tijdvak): number => dagnummer(laatsteDag(verwacht))

/** De mijlpaaltrend: van links naar rechts wanneer er gemeld werd, van onder naar boven wat er toen verwacht werd. */
export function tekenTrend(lijnen: readonly Trendlijn[], vorm: Trendvorm, tot: Datum): Trendplan | undefined {
  const metPunten = lijnen.filter(({ punten, bereikt }) => punten.length > 0 || bereikt !== undefined)
  if (metPunten.length === 0) return undefined
  const gemeld = metPunten.flatMap(({ punten, bereikt }) => [
    ...punten.map(({ gemeldOp }) => dagnummer(gemeldOp)),
    ...(bereikt === undefined ? [] : [dagnummer(bereikt.gemeldOp)]),
  ])
  const hoogten = metPunten.flatMap(({ gepland, punten, bereikt }) => [
    ...(gepland === undefined ? [] : [hoogteVan(gepland)]),
    ...punten.flatMap(({ verwacht }) => [hoogteVan(verwacht), dagnummer(eersteDag(verwacht))]),
    ...(bereikt === undefined ? [] : [dagnummer(bereikt.op)]),
  ])
  const [x0, x1] = metRuimte(Math.min(...gemeld), Math.max(...gemeld, dagnummer(tot)))
  const [y0, y1] = metRuimte(Math.min(...hoogten), Math.max(...hoogten))
  const [links, rechts] = [RAND.links, vorm.breedte - RAND.rechts]
  const onder = vorm.hoogte - RAND.onder
  const x = scaleLinear([x0, x1], [links, rechts])
  const y = scaleLinear([y0, y1], [onder, RAND.boven])
  const plekken = metPunten.map((lijn, i) => legLijn(lijn, i, { x, y, laatste: dagnummer(tot) }))
  return {
    hoogte: vorm.hoogte,
    links,
    rechts,
    onder,
    x: jarenIn(x0, x1).map((jaar) => ({ jaar, x: x(janVan(jaar)) })),
    y: jarenIn(y0, y1).map((jaar) => ({ jaar, y: y(janVan(jaar)) })),
    vandaaglijn: diagonaal(Math.max(x0, y0), Math.min(x1, y1), x, y),
    lijnen: zetLabels(plekken, vorm.letter),
  }
}

/** Een streepje lucht, en nooit minder dan een kwartaal: één punt is anders een lijn van niets. */
function metRuimte(van: number, tot: number): [number, number] {
  const lucht = Math.max((tot - van) * 0.06, 45)
  return [Math.floor(van - lucht), Math.ceil(tot + lucht)]
}

type Schaal = (dag: number) => number

function diagonaal(van: number, tot: number, x: Schaal, y: Schaal): Trendplan['vandaaglijn'] {
  return van >= tot ? undefined : { x1: x(van), y1: y(van), x2: x(tot), y2: y(tot) }
}

function legLijn(
  lijn: Trendlijn,
  index: number,
  { x, y, laatste }: { x: Schaal; y: Schaal; laatste: number },
): Trendplek {
  const opTijd = lijn.punten.toSorted((a, b) => (a.gemeldOp < b.gemeldOp ? -1 : 1))
  const punten = opTijd.map(({ gemeldOp, verwacht }) => ({
    x: x(dagnummer(gemeldOp)),
    y: y(hoogteVan(verwacht)),
    vak:
      precisieVan(verwacht) === 'dag'
        ? undefined
        : { boven: y(hoogteVan(verwacht)), onder: y(dagnummer(eersteDag(verwacht))) },
  }))
  const { bereikt } = lijn
  // Een melding van na vandaag hoort er niet te zijn; is zij er toch, dan eindigt de lijn daar.
  const einddag = Math.max(laatste, ...opTijd.map(({ gemeldOp }) => dagnummer(gemeldOp)))
  const eind =
    bereikt === undefined
      ? { x: x(einddag), y: punten.at(-1)?.y ?? 0 }
      : { x: x(dagnummer(bereikt.gemeldOp)), y: y(dagnummer(bereikt.op)) }
  // Een melding geldt tot de volgende: de lijn gaat recht door en verspringt dan.
  const stappen = [...punten, eind].map((punt, i) =>
    i === 0 ? `M${rond(punt.x)} ${rond(punt.y)}` : `H${rond(punt.x)}V${rond(punt.y)}`,
  )
  return {
    lijn,
    letter: String.fromCodePoint(65 + index),
    pad: stappen.join(''),
    punten,
    gepland: lijn.gepland === undefined ? undefined : y(hoogteVan(lijn.gepland)),
    eind,
    bereikt: bereikt !== undefined,
    label: { x: eind.x + 10, y: eind.y },
  }
}
const rond = (getal: number): number => Math.round(getal * 10) / 10

/** Labels die elkaar raken, schuiven uit elkaar; de volgorde van boven naar beneden blijft. */
function zetLabels(plekken: readonly Trendplek[], letter: number): Trendplek[] {
  const bezet: { x: number; y: number }[] = []
  const klaar = new Map<Trendplek, Trendplek>()
  for (const plek of plekken.toSorted((a, b) => a.eind.y - b.eind.y)) {
    let { y } = plek.label
    const raakt = () =>
      bezet.some((ander) => Math.abs(ander.x - plek.label.x) < 14 && Math.abs(ander.y - y) < letter)
    while (raakt()) y += 2
    bezet.push({ x: plek.label.x, y })
    klaar.set(plek, { ...plek, label: { x: plek.label.x, y: y + letter * 0.35 } })
  }
  return plekken.map((plek) => klaar.get(plek) ?? plek)
}

/** De verschuiving in cijfers, voor de tabel: elke melding met hoeveel dagen later dan de vorige. */
export function trendregels(
  lijnen: readonly Trendlijn[],
): { naam: string; gemeldOp: Datum; wat: Tijdvak; bereikt: boolean; verschuiving: number | undefined }[] {
  return lijnen.flatMap(({ naam, punten, gepland, bereikt }) => {
    let vorige = gepland === undefined ? undefined : hoogteVan(gepland)
    const regels = punten
      .toSorted((a, b) => (a.gemeldOp < b.gemeldOp ? -1 : 1))
      .map(({ gemeldOp, verwacht }) => {
        const nu = hoogteVan(verwacht)
        const verschuiving = vorige === undefined ? undefined : nu - vorige
        vorige = nu
        return { naam, gemeldOp, wat: verwacht, bereikt: false, verschuiving }
      })
    if (bereikt === undefined) return regels
    const verschuiving = vorige === undefined ? undefined : dagnummer(bereikt.op) - vorige
    const wat = tijdvak(bereikt.op)
    return [...regels, { naam, gemeldOp: bereikt.gemeldOp, wat, bereikt: true, verschuiving }]
  })
}
