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
  x: number,
  y: number,
  vorige: VerloopLabel | undefined,
  vorm: Vorm,
): VerloopLabel {
  const tekst = toonBedrag(punt.saldo)
  const breedte = tekstBreedte(tekst, vorm.letter, true)
  const lx = Math.min(Math.max(x, breedte / 2), vorm.breedte - breedte / 2)
  const raakt = (ly: number): boolean =>
    vorige !== undefined &&
    Math.abs(vorige.x - lx) < (vorige.breedte + breedte) / 2 + 6 &&
    Math.abs(vorige.y - ly) < vorm.letter + 2
  const boven = y - 12
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
    plekken.push({
      punt,
      x: px,
      y: py,
      label: labelPlek(punt, px, py, plekken.at(-1)?.label, vorm),
      erbij: balk(y, punt.erbij ?? 0),
      eraf: balk(y, -(punt.eraf ?? 0)),
    })
  }
  return { hoogte: vorm.hoogte, nul: y(0), links: 0, rechts: vorm.breedte, punten: plekken }
}

function balk(y: (waarde: number) => number, waarde: number): { y: number; hoogte: number } | undefined {
  if (waarde === 0) return undefined
  return { y: Math.min(y(0), y(waarde)), hoogte: Math.abs(y(waarde) - y(0)) }
}
