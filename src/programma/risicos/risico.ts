import { type Centen, centen, evenredigVanNul, somEvenredigVanNul, telOp, trekAf } from '#basis/geld.ts'
import type { Moment } from '#basis/moment.ts'

/** Wat er mis kan gaan, hoe groot de kans is, wat het dan kost en wat wij eraan doen. */

export const KANSEN = [1, 2, 3, 4, 5] as const
export type Kans = (typeof KANSEN)[number]
export const RISICOSTANDEN = ['open', 'gesloten'] as const
export type Risicostand = (typeof RISICOSTANDEN)[number]

export const KANSNAAM = {
  1: 'zeer klein',
  2: 'klein',
  3: 'midden',
  4: 'groot',
  5: 'zeer groot',
} as const satisfies Record<Kans, string>

/** Alles wat in een versie van een risico verandert. */
export type Risicoinhoud = {
  /** `null` is het hele programma. */
  onderdeel: string | null
  oorzaak: string
  gebeurtenis: string
  gevolg: string
  kans: Kans
  laagCent: Centen
  hoogCent: Centen
  maatregel: string
  eigenaarrol: string
  stand: Risicostand
  /** Waarom deze versie er kwam; bij sluiten en heropenen: waarom. */
  reden: string
}

export type Risico = Risicoinhoud & {
  id: string
  nummer: number
  volgnr: number
  /** Wanneer deze versie is vastgelegd. */
  op: Moment
  /** Wanneer het risico voor het eerst is vastgelegd. */
  sinds: Moment
  door: string | null
}

export type Risicoregels = {
  /** Percentage per kansklasse. */
  kansen: readonly [number, number, number, number, number]
  /** Tot en met welk bedrag de eerste vier gevolgklassen lopen. */
  grenzenCent: readonly [Centen, Centen, Centen, Centen]
}

/** De uitgangsstand: gangbaar, maar elke gemeente kiest haar eigen indeling. Tot dan "te bevestigen". */
export const STANDAARD_RISICOREGELS: Risicoregels = {
  kansen: [10, 30, 50, 70, 90],
  grenzenCent: [centen(10_000_00), centen(25_000_00), centen(50_000_00), centen(100_000_00)],
}

const HEEL = 100
/** Het gevolg is een bereik; het midden ervan telt. Twee keer honderd, want het midden is de helft van laag en hoog. */
const HEEL_BEREIK = 2 * HEEL

const percentage = (kans: Kans, { kansen }: Pick<Risicoregels, 'kansen'>): number => kansen[kans - 1] ?? 0

/** Wat een risico naar verwachting kost: kans × het midden van het gevolg, op de cent. */
export const verwachtVan = (
  { kans, laagCent, hoogCent }: Pick<Risicoinhoud, 'kans' | 'laagCent' | 'hoogCent'>,
  regels: Pick<Risicoregels, 'kansen'>,
): Centen => evenredigVanNul(telOp(laagCent, hoogCent), percentage(kans, regels), HEEL_BEREIK)

export type Risicosom = {
  aantal: number
  /** Berekend uit de niet-afgeronde bedragen, en dan één keer afgerond. */
  verwachtCent: Centen
  verwachtLaagCent: Centen
  verwachtHoogCent: Centen
  /** Als alles gebeurt, op zijn ergst. */
  ergstCent: Centen
  /** Wat het totaal scheelt met de som van de op de cent afgeronde risico's. */
  afrondingCent: Centen
}

/** Alle open risico's bij elkaar. */
export function risicosom(risicos: readonly Risicoinhoud[], regels: Pick<Risicoregels, 'kansen'>): Risicosom {
  const open = risicos.filter(({ stand }) => stand === 'open')
  const som = (bedrag: (risico: Risicoinhoud) => Centen, noemer: number): Centen =>
    somEvenredigVanNul(
      open.map((risico) => ({ bedrag: bedrag(risico), teller: percentage(risico.kans, regels) })),
      noemer,
    )
  const verwachtCent = som(({ laagCent, hoogCent }) => telOp(laagCent, hoogCent), HEEL_BEREIK)
  return {
    aantal: open.length,
    verwachtCent,
    verwachtLaagCent: som(({ laagCent }) => laagCent, HEEL),
    verwachtHoogCent: som(({ hoogCent }) => hoogCent, HEEL),
    ergstCent: telOp(...open.map(({ hoogCent }) => hoogCent)),
    afrondingCent: trekAf(verwachtCent, telOp(...open.map((risico) => verwachtVan(risico, regels)))),
  }
}

/** Gevolgklasse 1 tot en met 5, naar het midden van het bereik; precies op een grens hoort bij de klasse eronder. */
export function gevolgklasseVan(
  { laagCent, hoogCent }: Pick<Risicoinhoud, 'laagCent' | 'hoogCent'>,
  { grenzenCent }: Pick<Risicoregels, 'grenzenCent'>,
): Kans {
  // Zonder te delen: het dubbele van het midden naast het dubbele van de grens.
  const plek = grenzenCent.findIndex((grens) => laagCent + hoogCent <= 2 * grens)
  return KANSEN[plek === -1 ? 4 : plek] ?? 5
}

/** Op grootte: het hoogste verwachte bedrag eerst, en bij gelijk het ergste gevolg; dan het nummer. */
export const opGrootte = <Ding extends Risico>(
  risicos: readonly Ding[],
  regels: Pick<Risicoregels, 'kansen'>,
): Ding[] =>
  risicos.toSorted(
    (a, b) =>
      verwachtVan(b, regels) - verwachtVan(a, regels) || b.hoogCent - a.hoogCent || a.nummer - b.nummer,
  )

/** Kans × gevolg: in elk vak de risico's die daar horen. Rij 1 is de grootste kans. */
export function risicomatrix<Ding extends Risicoinhoud>(
  risicos: readonly Ding[],
  regels: Risicoregels,
): { kans: Kans; vakken: { gevolg: Kans; risicos: Ding[] }[] }[] {
  const open = risicos.filter(({ stand }) => stand === 'open')
  return KANSEN.toReversed().map((kans) => ({
    kans,
    vakken: KANSEN.map((gevolg) => ({
      gevolg,
      risicos: open.filter((een) => een.kans === kans && gevolgklasseVan(een, regels) === gevolg),
    })),
  }))
}

/** Hoe zwaar een vak weegt: 1 tot en met 5, naar kans plus gevolg. Alleen om te kleuren. */
export const vakgewicht = (kans: Kans, gevolg: Kans): number => Math.min(5, Math.max(1, kans + gevolg - 4))

const VELDEN = [
  'onderdeel',
  'oorzaak',
  'gebeurtenis',
  'gevolg',
  'kans',
  'laagCent',
  'hoogCent',
  'maatregel',
  'eigenaarrol',
  'stand',
] as const satisfies readonly (keyof Risicoinhoud)[]
export type Risicoveld = (typeof VELDEN)[number]

/** Welke velden tussen twee versies veranderden; de reden telt niet mee, die is bij elke versie anders. */
export const anders = (een: Risicoinhoud, ander: Risicoinhoud): Risicoveld[] =>
  VELDEN.filter((veld) => een[veld] !== ander[veld])
