import { scaleLinear } from 'd3-scale'
import { tekstBreedte } from '#ui/tekst-maat.ts'

/** Lijnen boven een getallenas, zoals wat een huishouden betaalt bij elk inkomen. */
export type Curvereeks = { naam: string; punten: readonly { x: number; y: number }[] }
/** Een plek op een lijn die een naam verdient, zoals een klif. */
export type Curvemerk = { reeks: number; x: number; y: number; tekst: string }

export type Curveplan = {
  hoogte: number
  lijnen: readonly string[]
  merken: readonly { x: number; y: number; nummers: string }[]
  xAs: readonly { x: number; tekst: string }[]
  yAs: readonly { y: number; tekst: string }[]
  links: number
  onder: number
}

type Vorm = { breedte: number; hoogte: number; letter: number }
type Tonen = { toonX: (getal: number) => string; toonY: (getal: number) => string }

const BOVEN = 24
const ONDER = 30
const LUCHT = 8
const PX_PER_LABEL = 90
const Y_STREPEN = 5

/** Rekent uit waar alles komt; de hoogte en de namen langs de as volgen de breedte. */
export function tekenCurve(
  reeksen: readonly Curvereeks[],
  merken: readonly Curvemerk[],
  { breedte, hoogte, letter }: Vorm,
  { toonX, toonY }: Tonen,
): Curveplan {
  const punten = reeksen.flatMap((een) => een.punten)
  const [xen, yen] = [punten.map(({ x }) => x), punten.map(({ y }) => y)]
  const y = scaleLinear([Math.min(0, ...yen), Math.max(1, ...yen)], [hoogte - ONDER, BOVEN]).nice(Y_STREPEN)
  const yAs = y.ticks(Y_STREPEN).map((getal) => ({ y: y(getal), tekst: toonY(getal) }))
  const links = LUCHT + Math.max(...yAs.map(({ tekst }) => tekstBreedte(tekst, letter)))
  const [eerste, laatste] = xen.length === 0 ? [0, 1] : [Math.min(...xen), Math.max(...xen)]
  const x = scaleLinear([eerste, Math.max(laatste, eerste + 1)], [links, breedte - LUCHT])
  return {
    hoogte,
    links,
    onder: hoogte - ONDER,
    lijnen: reeksen.map((een) => padVan(een.punten.map((punt) => ({ x: x(punt.x), y: y(punt.y) })))),
    merken: opPlek(merken.map((merk) => ({ x: x(merk.x), y: y(merk.y) }))),
    xAs: passend(
      x
        .ticks(Math.max(2, Math.floor(breedte / PX_PER_LABEL)))
        .map((getal) => ({ x: x(getal), tekst: toonX(getal) })),
      breedte,
      letter,
    ),
    yAs,
  }
}

/** Vallen plekken samen, dan staan hun nummers naast elkaar in plaats van over elkaar. */
function opPlek(plekken: readonly { x: number; y: number }[]): Curveplan['merken'] {
  const perPlek = new Map<string, { x: number; y: number; nummers: string }>()
  for (const [i, { x, y }] of plekken.entries()) {
    const sleutel = `${Math.round(x)} ${Math.round(y)}`
    const eerder = perPlek.get(sleutel)
    const nummers = eerder === undefined ? String(i + 1) : `${eerder.nummers}, ${i + 1}`
    perPlek.set(sleutel, { x, y, nummers })
  }
  return [...perPlek.values()]
}

/** Een naam langs de as die buiten beeld zou vallen, blijft weg. */
const passend = (as: readonly { x: number; tekst: string }[], breedte: number, letter: number) =>
  as.filter(({ x, tekst }) => {
    const half = tekstBreedte(tekst, letter) / 2
    return x - half >= 0 && x + half <= breedte
  })

const rond = (getal: number): number => Math.round(getal * 10) / 10

/** Punten op één rechte staan er maar één keer in: dat scheelt veel gewicht en niets aan het beeld. */
function padVan(punten: readonly { x: number; y: number }[]): string {
  const over = punten.filter((punt, i) => {
    const [vorige, volgende] = [punten[i - 1], punten[i + 1]]
    if (vorige === undefined || volgende === undefined) return true
    const kruis =
      (punt.x - vorige.x) * (volgende.y - vorige.y) - (punt.y - vorige.y) * (volgende.x - vorige.x)
    return Math.abs(kruis) > 0.01
  })
  return over.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${rond(x)} ${rond(y)}`).join('')
}
