import type { Band, Kosten, Kostenlaag } from '#regels/simulatie/kosten.ts'
import type { Simulatie, Variantuitkomst } from '#regels/simulatie/simuleer.ts'
import type { Variant } from '#regels/variant/variant.ts'

/** De kosten als rijen: per laag wie betaalt, en per variant het bedrag. Eén bron voor scherm, rekenblad en notitie. */
export const BETALER: Readonly<Record<Kostenlaag, string>> = {
  bijdrage: 'inwoners betalen, de gemeente ontvangt',
  czm: 'gemeente',
  regeling: 'gemeente',
  pgb: 'gemeente',
}

export type Kostenkolom = { variant: Variant; kosten: Kosten }

/** Nu vooraan, dan de varianten. */
export const kolommenVan = ({ nu, varianten }: Simulatie): Kostenkolom[] => [nu, ...varianten]

export type Kostenrij = {
  laag: Kostenlaag
  naam: string
  betaler: string
  banden: readonly (Band | undefined)[]
}

export function kostenrijen(simulatie: Simulatie): Kostenrij[] {
  const kolommen = kolommenVan(simulatie)
  return simulatie.nu.kosten.lagen.map(({ laag, naam }) => ({
    laag,
    naam,
    betaler: BETALER[laag],
    banden: kolommen.map(({ kosten }) => kosten.lagen.find((een) => een.laag === laag)?.band),
  }))
}

/** Wat de huishoudens samen meer of minder betalen; een persoonsgebonden budget betaalt de gemeente, niet zij. */
export const inwonersBetalen = ({ kosten }: Pick<Variantuitkomst, 'kosten'>): number =>
  kosten.lagen.reduce(
    (som, { laag, verschil }) =>
      som + (laag === 'bijdrage' ? verschil.midden : laag === 'pgb' ? 0 : -verschil.midden),
    0,
  )
