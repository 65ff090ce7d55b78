import { scaleLinear } from 'd3-scale'
import { type Centen, toonBedrag } from '#basis/geld.ts'
import { tekstBreedte } from '#ui/tekst-maat.ts'

export type VerloopPunt = {
  jaar: number
  /** Wat er aan het eind van het jaar nog is. */
  saldo: Centen
  erbij?: Centen | undefined
  eraf?: Centen | undefined
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
  const tekst = toonBedrag(punt.saldo)
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
  const hoogten = punten.flatMap((punt) => [punt.saldo, punt.erbij ?? 0, -(punt.eraf ?? 0)])
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
  return { hoogte: vorm.hoogte, nul: y(0), links: 0, rechts: vorm.breedte, punten: plekken }
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
