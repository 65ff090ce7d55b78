import { scaleLinear } from 'd3-scale'
import { type Centen, rondAfVanNul, toonBedrag } from '#basis/geld.ts'

export type UitputtingMaand = {
  /** Uitgegeven van 1 januari tot en met het eind van deze maand. */
  gerealiseerd: Centen
  /** Toegezegd maar nog niet betaald, aan het eind van deze maand. */
  verplicht?: Centen | undefined
  /** De begroting zoals zij toen was; zonder opgave die van nu. */
  begroot?: Centen | undefined
  /** Waar het uitgegeven bedrag uit bestaat. */
  href?: string | undefined
}

export type Uitputting = {
  jaar: number
  begroot: Centen
  /** Januari eerst; een maand die er niet is, is nog niet bekend. */
  maanden: readonly UitputtingMaand[]
  /** Uitgegeven tot en met elke maand van het jaar ervoor. */
  vorigJaar?: readonly Centen[] | undefined
  /** Waar het jaar op uitkomt als het in dit tempo doorgaat. */
  tempo?: Centen | undefined
  /** Wat de budgethouder verwacht. */
  prognose?: Centen | undefined
}

export const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const

const KORT = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] as const

type Punt = { x: number; y: number }
export type UitputtingLijn = 'begroot' | 'vorig' | 'tempo' | 'prognose'
export type UitputtingLabel = {
  soort: UitputtingLijn
  x: number
  y: number
  regels: readonly [string, string]
}

export type UitputtingPlan = {
  hoogte: number
  nul: number
  rechts: number
  kolommen: readonly { x: number; breedte: number; maand: string }[]
  balken: readonly { x: number; y: number; hoogte: number; verplicht: { y: number; hoogte: number } }[]
  begroot: readonly Punt[]
  vorig: readonly Punt[]
  tempo: readonly Punt[]
  prognose: Punt | undefined
  labels: readonly UitputtingLabel[]
}

type Vorm = { breedte: number; hoogte: number; letter: number; marge: number }

const BOVEN = 18
const ONDER = 30

/** Twaalf maanden naast elkaar; de namen van de lijnen staan rechts, naast waar ze uitkomen. */
export function tekenUitputting(u: Uitputting, vorm: Vorm): UitputtingPlan {
  const maanden = u.maanden.slice(0, MAANDEN.length)
  const som = (maand: UitputtingMaand): number => maand.gerealiseerd + Math.max(maand.verplicht ?? 0, 0)
  const waarden = [
    u.begroot,
    u.tempo ?? 0,
    u.prognose ?? 0,
    ...(u.vorigJaar ?? []),
    ...maanden.flatMap((maand) => [maand.gerealiseerd, som(maand), maand.begroot ?? 0]),
  ]
  const bodem = vorm.hoogte - ONDER
  const y = scaleLinear([Math.min(0, ...waarden), Math.max(1, ...waarden)], [bodem, BOVEN])
  const rechts = vorm.breedte - vorm.marge
  const stap = rechts / MAANDEN.length
  const einde = (i: number): number => (i + 1) * stap
  const laatste = maanden.at(-1)
  const begroot = begrootLijn(u, maanden).map(({ van, tot, bedrag }) => [
    { x: van * stap, y: y(bedrag) },
    { x: tot * stap, y: y(bedrag) },
  ])
  return {
    hoogte: vorm.hoogte,
    nul: y(0),
    rechts,
    kolommen: KORT.map((maand, i) => ({ x: i * stap, breedte: stap, maand })),
    balken: maanden.map((maand, i) => ({
      x: i * stap,
      ...vlak(y, 0, maand.gerealiseerd),
      verplicht: vlak(y, maand.gerealiseerd, som(maand)),
    })),
    begroot: begroot.flat(),
    vorig: (u.vorigJaar ?? []).slice(0, MAANDEN.length).map((bedrag, i) => ({ x: einde(i), y: y(bedrag) })),
    tempo:
      u.tempo === undefined || laatste === undefined || maanden.length === MAANDEN.length
        ? []
        : [
            { x: einde(maanden.length - 1), y: y(laatste.gerealiseerd) },
            { x: rechts, y: y(u.tempo) },
          ],
    prognose: u.prognose === undefined ? undefined : { x: rechts, y: y(u.prognose) },
    labels: zetLabels(u, y, rechts + 10, { boven: BOVEN, bodem, letter: vorm.letter }),
  }
}

function vlak(y: (waarde: number) => number, van: number, tot: number): { y: number; hoogte: number } {
  return { y: Math.min(y(van), y(tot)), hoogte: Math.abs(y(van) - y(tot)) }
}

/** De begroting als trap: elke tree is een stuk van het jaar waarin zij gelijk bleef. */
function begrootLijn(
  u: Uitputting,
  maanden: readonly UitputtingMaand[],
): { van: number; tot: number; bedrag: Centen }[] {
  const treden: { van: number; tot: number; bedrag: Centen }[] = []
  for (const i of MAANDEN.keys()) {
    const bedrag = maanden[i]?.begroot ?? u.begroot
    const vorige = treden.at(-1)
    if (vorige?.bedrag === bedrag) vorige.tot = i + 1
    else treden.push({ van: i, tot: i + 1, bedrag })
  }
  return treden
}

/** Zet de namen op de hoogte van hun lijn en schuift uit elkaar wat over elkaar zou vallen. */
function zetLabels(
  u: Uitputting,
  y: (waarde: number) => number,
  x: number,
  ruimte: { boven: number; bodem: number; letter: number },
): UitputtingLabel[] {
  const gevraagd: readonly (readonly [UitputtingLijn, string, Centen | undefined])[] = [
    ['begroot', 'begroot', u.begroot],
    ['vorig', String(u.jaar - 1), u.vorigJaar?.at(-1)],
    ['tempo', 'in dit tempo', u.maanden.length < MAANDEN.length ? u.tempo : undefined],
    ['prognose', 'verwacht', u.prognose],
  ]
  const labels = gevraagd
    .flatMap(([soort, woord, bedrag]) =>
      bedrag === undefined
        ? []
        : [{ soort, x, y: y(bedrag), regels: [woord, toonBedrag(rondAfVanNul(bedrag))] as const }],
    )
    .toSorted((a, b) => a.y - b.y)
  // Een label hangt met zijn twee regels om zijn lijn heen: y is de voet van de eerste regel.
  const afstand = ruimte.letter * 2 + 8
  let vrij = ruimte.boven
  const gezakt = labels.map((label) => {
    const hier = Math.max(label.y - 3, vrij)
    vrij = hier + afstand
    return { ...label, y: hier }
  })
  let grens = ruimte.bodem - ruimte.letter
  return gezakt
    .toReversed()
    .map((label) => {
      const hier = Math.min(label.y, grens)
      grens = hier - afstand
      return { ...label, y: hier }
    })
    .toReversed()
}
