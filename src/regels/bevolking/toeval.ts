/**
 * Toeval dat telt in plaats van trekt: reeks, rij en veld geven altijd hetzelfde getal. Elke rij is daardoor los te
 * maken, in elke volgorde en op elke draad, en twee varianten rekenen over precies dezelfde huishoudens.
 */
const DEELBAAR = 2 ** 32

export function toeval(reeks: number, rij: number, veld: number): number {
  let bits = (Math.imul(rij + 1, 0x9e37_79b1) ^ Math.imul(reeks + 1, 0x85eb_ca6b)) >>> 0
  bits = Math.imul(bits ^ (bits >>> 15) ^ Math.imul(veld + 1, 0xc2b2_ae3d), 0x2c1b_3c6d) >>> 0
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a_2d39) >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb_352d) >>> 0
  return ((bits ^ (bits >>> 15)) >>> 0) / DEELBAAR
}

/** De punten waartussen een rechte lijn loopt. */
export type Lijn = readonly (readonly [number, number])[]

/** De waarde op een rechte lijn door de punten; buiten de punten geldt het laatste punt. */
export function opLijn(punten: Lijn, x: number): number {
  const [eerste] = punten
  const laatste = punten.at(-1)
  if (eerste === undefined || laatste === undefined) return 0
  if (x <= eerste[0]) return eerste[1]
  if (x >= laatste[0]) return laatste[1]
  for (let i = 1; i < punten.length; i++) {
    const [x1, y1] = punten[i] ?? laatste
    if (x > x1) continue
    const [x0, y0] = punten[i - 1] ?? eerste
    return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
  }
  return laatste[1]
}

const HOOGSTE_INKOMEN = 5_000_000

/** Een inkomen bij een rang: tussen de punten recht, erboven een staart van Pareto. */
export function metStaart(punten: Lijn, staart: number, rang: number): number {
  const laatste = punten.at(-1)
  if (laatste === undefined || rang <= laatste[0] || laatste[0] >= 1) return opLijn(punten, rang)
  return Math.min(HOOGSTE_INKOMEN, laatste[1] * ((1 - laatste[0]) / (1 - rang)) ** (1 / staart))
}

/** De normale verdeling en haar omgekeerde, op zes cijfers; genoeg om rangen te laten samenhangen. */
export function kansVan(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z))
  const staart =
    0.398_942_28 *
    Math.exp((-z * z) / 2) *
    t *
    (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))))
  return z >= 0 ? 1 - staart : staart
}

export function zVan(kans: number): number {
  const p = Math.min(1 - 1e-9, Math.max(1e-9, kans))
  const q = p < 0.5 ? p : 1 - p
  const t = Math.sqrt(-2 * Math.log(q))
  const z =
    t -
    (2.515_517 + t * (0.802_853 + t * 0.010_328)) / (1 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)))
  return p < 0.5 ? -z : z
}
