import { scaleLinear } from 'd3-scale'
import { type Centen, rondAfVanNul, toonBedrag } from '#basis/geld.ts'
import { tekstBreedte } from '#ui/tekst-maat.ts'

export type VerloopPunt = {
  jaar: number
  /** Wat er aan het eind van het jaar nog is. */
  saldo: Centen
  erbij?: Centen | undefined
  eraf?: Centen | undefined
  /** Wat er volgens het plan aan het eind van het jaar nog zou zijn. */
  plan?: Centen | undefined
  /** Nog niet gebeurd: gestippeld en open. */
  verwacht?: boolean | undefined
}

export type VerloopLabel = { x: number; y: number; tekst: string; breedte: number }

export type VerloopPlek = {
  punt: VerloopPunt
  x: number
  y: number
  label: VerloopLabel
  erbij: { y: number; hoogte: number } | undefined
  eraf: { y: number; hoogte: number } | undefined
}

export type VerloopPlan = {
  hoogte: number
  nul: number
  links: number
  rechts: number
  punten: readonly VerloopPlek[]
  /** De lijn van het plan, met haar naam bij het laatste punt. */
  plan: readonly { x: number; y: number }[]
  planLabel: { x: number; y: number } | undefined
  /** Waar de lijn voor het eerst door nul gaat. */
  leeg: { x: number; jaar: number } | undefined
}

type Vorm = { breedte: number; hoogte: number; letter: number }

const RAND = 22

/** Zet het label boven het punt, of eronder als het daar een buurman raakt; nooit buiten beeld. */
function labelPlek(
  punt: VerloopPunt,
  plek: { x: number; y: number; balk: number; schuif: number },
  vorige: VerloopLabel | undefined,
  vorm: Vorm,
): VerloopLabel {
  const { x, y } = plek
  // Een balk die net achter het label eindigt, zou er dwars doorheen lopen.
  const vlakBoven = y - plek.balk > 0 && y - plek.balk < 30 ? plek.balk + 4 : y
  // In de tekening hele euro's; de tabel eronder heeft de centen.
  const tekst = toonBedrag(rondAfVanNul(punt.saldo))
  const breedte = tekstBreedte(tekst, vorm.letter, true)
  const lx = Math.min(Math.max(x + plek.schuif * (breedte / 2 - 6), breedte / 2), vorm.breedte - breedte / 2)
  const raakt = (ly: number): boolean =>
    vorige !== undefined &&
    Math.abs(vorige.x - lx) < (vorige.breedte + breedte) / 2 + 6 &&
    Math.abs(vorige.y - ly) < vorm.letter + 2
  const boven = Math.min(y, vlakBoven) - 12
  return { x: lx, y: raakt(boven) ? y + vorm.letter + 9 : boven, tekst, breedte }
}

/** De stand per jaareinde op een lijn, met een nullijn die altijd in beeld is. */
export function tekenVerloop(punten: readonly VerloopPunt[], vorm: Vorm): VerloopPlan {
  const hoogten = punten.flatMap((punt) => [punt.saldo, punt.plan ?? 0, punt.erbij ?? 0, -(punt.eraf ?? 0)])
  const boven = RAND + 14
  const onder = vorm.hoogte - RAND - 26
  const y = scaleLinear([Math.min(0, ...hoogten), Math.max(1, ...hoogten)], [onder, boven])
  const half = vorm.breedte / Math.max(punten.length, 1) / 2
  const inzet = Math.min(half, 60)
  const x = scaleLinear([0, Math.max(punten.length - 1, 1)], [inzet, vorm.breedte - inzet])
  const plekken: VerloopPlek[] = []
  for (const [i, punt] of punten.entries()) {
    const [px, py] = [x(i), y(punt.saldo)]
    const erbij = balk(y, punt.erbij ?? 0)
    plekken.push({
      punt,
      x: px,
      y: py,
      label: labelPlek(
        punt,
        {
          x: px,
          y: py,
          balk: erbij?.y ?? py,
          schuif: naarRechts(py, punten[i - 1], punten[i + 1], y, x(1) - x(0)),
        },
        plekken.at(-1)?.label,
        vorm,
      ),
      erbij,
      eraf: balk(y, -(punt.eraf ?? 0)),
    })
  }
  const plan = punten.flatMap((punt, i) => (punt.plan === undefined ? [] : [{ x: x(i), y: y(punt.plan) }]))
  return {
    hoogte: vorm.hoogte,
    nul: y(0),
    links: 0,
    rechts: vorm.breedte,
    punten: plekken,
    plan,
    planLabel: planLabel(plan, plekken, vorm),
    leeg: leegPlek(plekken),
  }
}

export const PLANWOORD = 'volgens het plan'

/** De naam staat bij het punt waar het plan het verst van de werkelijkheid ligt: daar is de meeste ruimte. */
function planLabel(
  plan: readonly { x: number; y: number }[],
  plekken: readonly VerloopPlek[],
  vorm: Vorm,
): VerloopPlan['planLabel'] {
  const breedte = tekstBreedte(PLANWOORD, vorm.letter)
  const echt = (x: number): number => plekken.find((plek) => plek.x === x)?.y ?? 0
  const beste = plan
    .filter(({ x }) => x + breedte <= vorm.breedte)
    .toSorted((a, b) => Math.abs(b.y - echt(b.x)) - Math.abs(a.y - echt(a.x)))[0]
  if (beste === undefined) return undefined
  const isOnder = echt(beste.x) < beste.y
  return { x: beste.x, y: isOnder ? beste.y + vorm.letter + 6 : Math.max(beste.y - 12, vorm.letter) }
}

/** Het eerste jaar dat op nul of eronder eindigt nadat er nog wat was; de plek is waar de lijn nul raakt. */
function leegPlek(plekken: readonly VerloopPlek[]): VerloopPlan['leeg'] {
  for (const [i, plek] of plekken.entries()) {
    const vorige = plekken[i - 1]
    if (vorige === undefined || vorige.punt.saldo <= 0 || plek.punt.saldo > 0) continue
    const deel = vorige.punt.saldo / (vorige.punt.saldo - plek.punt.saldo)
    return { x: vorige.x + deel * (plek.x - vorige.x), jaar: plek.punt.jaar }
  }
  return undefined
}

/** Een label gaat opzij voor een lijn die steil van boven komt: 1 is naar rechts, -1 naar links. */
function naarRechts(
  hier: number,
  vorige: VerloopPunt | undefined,
  volgende: VerloopPunt | undefined,
  y: (waarde: number) => number,
  stap: number,
): number {
  const isSteil = (buur: VerloopPunt | undefined): boolean =>
    buur !== undefined && (hier - y(buur.saldo)) / Math.max(stap, 1) > 0.3
  return Number(isSteil(vorige)) - Number(isSteil(volgende))
}

function balk(y: (waarde: number) => number, waarde: number): { y: number; hoogte: number } | undefined {
  if (waarde === 0) return undefined
  return { y: Math.min(y(0), y(waarde)), hoogte: Math.abs(y(waarde) - y(0)) }
}
