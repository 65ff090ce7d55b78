import { type Centen, telOp } from '#basis/geld.ts'
import { opsomming } from '#basis/tekst.ts'
import {
  GELDERNSTEN,
  GELDREGELS,
  type Geldbevinding,
  type Geldernst,
  type Geldregelcode,
} from '#programma/geldbevindingen/geldbevindingen.ts'

/** Van een lange lijst naar wat een raadslid eerst moet weten. */

export type Regelsom = {
  regel: Geldregelcode
  /** De ergste van deze regel. */
  ernst: Geldernst
  bedragCent: Centen
  bevindingen: readonly Geldbevinding[]
}

/** Per regel opgeteld, het ergste en grootste eerst. */
export function regelsommen(bevindingen: readonly Geldbevinding[]): Regelsom[] {
  return GELDREGELS.flatMap((regel): Regelsom[] => {
    const hiervan = bevindingen.filter((een) => een.regel === regel)
    const ernst = GELDERNSTEN.find((een) => hiervan.some((bevinding) => bevinding.ernst === een))
    if (ernst === undefined) return []
    const bedragCent = telOp(...hiervan.map((een) => een.bedragCent))
    return [{ regel, ernst, bedragCent, bevindingen: hiervan }]
  }).toSorted(
    (a, b) =>
      GELDERNSTEN.indexOf(a.ernst) - GELDERNSTEN.indexOf(b.ernst) ||
      Math.abs(b.bedragCent) - Math.abs(a.bedragCent),
  )
}

const TELZIN: Readonly<Record<Geldernst, (aantal: number) => string>> = {
  fout: (aantal) => `${aantal} ${aantal === 1 ? 'is' : 'zijn'} fout`,
  waarschijnlijk: (aantal) => `${aantal} ${aantal === 1 ? 'is' : 'zijn'} waarschijnlijk fout`,
  aandacht: (aantal) => `${aantal} ${aantal === 1 ? 'vraagt' : 'vragen'} aandacht`,
}

/** `1 is fout, 24 zijn waarschijnlijk fout en 85 vragen aandacht`. */
export function ernstzin(bevindingen: readonly Geldbevinding[]): string {
  return opsomming(
    GELDERNSTEN.flatMap((ernst) => {
      const aantal = bevindingen.filter((een) => een.ernst === ernst).length
      return aantal === 0 ? [] : [TELZIN[ernst](aantal)]
    }),
  )
}

/** Zoveel rijen leest iemand nog achter elkaar. */
const KORT = 10

/**
 * Wat van een regel meteen te zien is. Is de lijst lang, dan gaat het om wat boven de grens van zijn jaar komt; zonder
 * jaar om de eerste rijen. De rest staat er op verzoek.
 */
export function splits(
  bevindingen: readonly Geldbevinding[],
  grensVan: ReadonlyMap<number, Centen>,
): { open: readonly Geldbevinding[]; rest: readonly Geldbevinding[]; opGrens: boolean } {
  if (bevindingen.length <= KORT) return { open: bevindingen, rest: [], opGrens: false }
  const opGrens = bevindingen.every(({ jaar }) => jaar !== undefined && grensVan.has(jaar))
  const isGroot = ({ jaar, bedragCent }: Geldbevinding, i: number): boolean =>
    opGrens ? Math.abs(bedragCent) > (grensVan.get(jaar ?? 0) ?? 0) : i < KORT
  return {
    open: bevindingen.filter(isGroot),
    rest: bevindingen.filter((een, i) => !isGroot(een, i)),
    opGrens,
  }
}

export type Jaarsom = { jaar: number; aantal: number; bedragCent: Centen }

export function perJaar(bevindingen: readonly Geldbevinding[]): Jaarsom[] {
  return [...Map.groupBy(bevindingen, ({ jaar }) => jaar ?? 0)]
    .toSorted(([a], [b]) => a - b)
    .map(([jaar, groep]) => ({
      jaar,
      aantal: groep.length,
      bedragCent: telOp(...groep.map(({ bedragCent }) => bedragCent)),
    }))
}
