/** De tekening van lijnen over een reeks perioden: plekken en labels, zonder opmaak. */

export type Lijnreeks = {
  naam: string
  aard: 'feit' | 'plan' | 'verwachting'
  punten: readonly { x: string; waarde: number | null }[]
}

export type Lijnplek = { x: number; y: number; waarde: number }
export type Lijnplan = {
  hoogte: number
  nul: number
  kolommen: readonly { x: number; naam: string }[]
  /** Per reeks stukken lijn: waar een waarde ontbreekt, is een gat. */
  lijnen: readonly { reeks: Lijnreeks; stukken: readonly (readonly Lijnplek[])[] }[]
  labels: readonly { naam: string; aard: Lijnreeks['aard']; x: number; y: number }[]
}

const RAND = { boven: 24, onder: 34, links: 26 }

export function tekenLijnen(
  reeksen: readonly Lijnreeks[],
  { breedte, hoogte, marge }: { breedte: number; hoogte: number; marge: number },
): Lijnplan {
  const namen = [...new Set(reeksen.flatMap(({ punten }) => punten.map(({ x }) => x)))]
  const waarden = reeksen.flatMap(({ punten }) =>
    punten.flatMap(({ waarde }) => (waarde === null ? [] : [waarde])),
  )
  const laag = Math.min(0, ...waarden)
  const hoog = Math.max(laag + 1, ...waarden)
  const stap = namen.length < 2 ? 0 : (breedte - RAND.links - marge) / (namen.length - 1)
  const xVan = (naam: string): number => RAND.links + Math.max(0, namen.indexOf(naam)) * stap
  const yVan = (waarde: number): number =>
    RAND.boven + (1 - (waarde - laag) / (hoog - laag)) * (hoogte - RAND.boven - RAND.onder)
  const lijnen = reeksen.map((reeks) => {
    const stukken: Lijnplek[][] = [[]]
    for (const { x, waarde } of reeks.punten)
      if (waarde === null) stukken.push([])
      else stukken.at(-1)?.push({ x: xVan(x), y: yVan(waarde), waarde })
    return { reeks, stukken: stukken.filter((stuk) => stuk.length > 0) }
  })
  return {
    hoogte,
    nul: yVan(0),
    kolommen: namen.map((naam) => ({ naam, x: xVan(naam) })),
    lijnen,
    labels: zonderOverlap(
      lijnen.flatMap(({ reeks, stukken }) => {
        const laatste = stukken.at(-1)?.at(-1)
        return laatste === undefined
          ? []
          : [{ naam: reeks.naam, aard: reeks.aard, x: laatste.x + 10, y: laatste.y + 5 }]
      }),
    ),
  }
}

const REGELHOOG = 18

/** Labels die op elkaar zouden staan, schuiven naar beneden. */
function zonderOverlap<Label extends { x: number; y: number }>(labels: readonly Label[]): Label[] {
  const geplaatst: Label[] = []
  for (const label of labels.toSorted((een, ander) => een.y - ander.y)) {
    const botst = geplaatst.findLast(({ x }) => Math.abs(x - label.x) < REGELHOOG * 8)
    geplaatst.push(
      botst !== undefined && label.y - botst.y < REGELHOOG ? { ...label, y: botst.y + REGELHOOG } : label,
    )
  }
  return geplaatst
}
