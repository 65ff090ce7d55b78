import { ASSEN, SOORTNAMEN } from '#regels/bevolking/assen.ts'
import type { Reeks } from '#regels/bevolking/reeks.ts'
import type { Stand } from '#regels/simulatie/stand.ts'
import { type Lijn, MINSTE_GROEP, type Verborgen, verberg } from '#regels/simulatie/verberg.ts'

/** Wie erop vooruit en achteruit gaat, per groep. Groepen onder de tien staan er niet als mensen in. */
export const GROEPASSEN = {
  inkomen: ['tot 110% van het minimum', '110% tot 130%', '130% tot 150%', '150% tot 200%', 'vanaf 200%'],
  huishouden: ASSEN.soort.map((soort) => SOORTNAMEN[soort]),
  aow: ['geen AOW-leeftijd', 'AOW-leeftijd'],
  czm: ['geen CZM', 'CZM'],
} as const
export type Groepas = keyof typeof GROEPASSEN
export const GROEPASLIJST = ['inkomen', 'huishouden', 'aow', 'czm'] as const satisfies readonly Groepas[]
const KLASSEN = [1.1, 1.3, 1.5, 2] as const
/** Meer dan € 10 per maand erbij is wat mensen merken. */
export const MERKBAAR = 1000

export type Groepnaam = Partial<Record<Groepas, string>>
export type Groepuitkomst = {
  groep: Groepnaam
  /** `null`: kleiner dan tien, of daarmee te vinden. */
  aantal: number | null
  /** Verschil in wat iemand zelf betaalt, in centen per maand; boven nul is achteruit. */
  gemiddeld: number | null
  p5: number | null
  p95: number | null
  grootsteVerlies: number | null
  vooruit: number | null
  gelijk: number | null
  achteruit: number | null
  /** Deel dat meer dan € 10 per maand achteruitgaat, van nul tot één. */
  deelMerkbaar: number | null
}
export type Groepentabel = {
  totaal: Groepuitkomst
  perAs: readonly { as: Groepas; rijen: readonly Groepuitkomst[] }[]
  vakken: readonly Groepuitkomst[]
  minsteGroep: number
}

const BREEDTES = GROEPASLIJST.map((as) => GROEPASSEN[as].length)
const VAKKEN = BREEDTES.reduce((keer, breedte) => keer * breedte, 1)

const plekken = (vak: number): number[] => {
  const uit: number[] = []
  let rest = vak
  for (const breedte of BREEDTES.toReversed()) {
    uit.unshift(rest % breedte)
    rest = Math.floor(rest / breedte)
  }
  return uit
}
const PLEKKEN = Array.from({ length: VAKKEN }, (_, vak) => plekken(vak))
const ALLES = PLEKKEN.map((_, vak) => vak)
/** De totalen die gepubliceerd worden: alles samen, en elke waarde van elke as. */
const LIJNEN: readonly (Lijn & { as: Groepas | undefined; plek: number })[] = [
  { groep: 0, as: undefined, plek: 0, vakken: ALLES },
  ...GROEPASLIJST.flatMap((as, nummer) =>
    GROEPASSEN[as].map((_, plek) => ({
      groep: nummer + 1,
      as,
      plek,
      vakken: ALLES.filter((vak) => PLEKKEN[vak]?.[nummer] === plek),
    })),
  ),
]

/** In welk vak valt deze rij? Ingedeeld naar de stand van nu, zodat varianten dezelfde groepen vergelijken. */
export function vakVan(reeks: Reeks, nu: Stand, rij: number): number {
  const ratio = (reeks.inkomen_netto_maand[rij] ?? 0) / Math.max(1, nu.norm[rij] ?? 1)
  let klasse = 0
  while (klasse < KLASSEN.length && ratio >= (KLASSEN[klasse] ?? 0)) klasse++
  const czm = reeks.czm[rij] === 1 && nu.onderGrens[rij] === 1 ? 1 : 0
  const aow = (reeks.aow_gerechtigden[rij] ?? 0) > 0 ? 1 : 0
  return ((klasse * (BREEDTES[1] ?? 1) + (reeks.soort[rij] ?? 0)) * 2 + aow) * 2 + czm
}

/** De tabel van één reeks: verschillen per vak, met wat klein is verborgen. */
export function telGroepen(reeks: Reeks, nu: Stand, straks: Stand): Groepentabel {
  const verschillen: number[][] = Array.from({ length: VAKKEN }, () => [])
  for (let rij = 0; rij < reeks.aantal; rij++)
    verschillen[vakVan(reeks, nu, rij)]?.push((straks.netto[rij] ?? 0) - (nu.netto[rij] ?? 0))
  return maakTabel(verschillen)
}

/** Vooruit, gelijk en achteruit: samen het aantal. */
function richtingen(verschillen: readonly number[]): number[] {
  const uit = [0, 0, 0]
  for (const een of verschillen) {
    const plek = een < 0 ? 0 : een === 0 ? 1 : 2
    uit[plek] = (uit[plek] ?? 0) + 1
  }
  return uit
}

/** Merkbaar achteruit, en de rest. */
function merkbaren(verschillen: readonly number[]): number[] {
  const merkbaar = verschillen.filter((een) => een > MERKBAAR).length
  return [merkbaar, verschillen.length - merkbaar]
}

type Dicht = { aantal: boolean; richting: boolean; merkbaar: boolean }

export function maakTabel(verschillen: readonly (readonly number[])[]): Groepentabel {
  const aantal = verberg(
    verschillen.map((een) => [een.length]),
    LIJNEN,
  )
  const richting = verberg(verschillen.map(richtingen), LIJNEN, aantal)
  const merkbaar = verberg(verschillen.map(merkbaren), LIJNEN, aantal)
  const dicht = (soort: keyof Verborgen, plek: number): Dicht => ({
    aantal: aantal[soort].has(plek),
    richting: richting[soort].has(plek),
    merkbaar: merkbaar[soort].has(plek),
  })
  const rijen = LIJNEN.map(({ as, plek, vakken }, nummer) => ({
    as,
    rij: {
      groep: as === undefined ? {} : { [as]: GROEPASSEN[as][plek] ?? '' },
      ...cijfers(
        vakken.flatMap((vak) => verschillen[vak] ?? []),
        dicht('lijnen', nummer),
      ),
    },
  }))
  const [totaal] = rijen
  if (totaal === undefined) throw new Error('er is altijd een totaal')
  return {
    totaal: totaal.rij,
    perAs: GROEPASLIJST.map((as) => ({
      as,
      rijen: rijen.filter((een) => een.as === as).map(({ rij }) => rij),
    })),
    vakken: ALLES.filter((vak) => (verschillen[vak]?.length ?? 0) > 0).map((vak) => ({
      groep: vaknaam(vak),
      ...cijfers(verschillen[vak] ?? [], dicht('vakken', vak)),
    })),
    minsteGroep: MINSTE_GROEP,
  }
}

const vaknaam = (vak: number): Groepnaam =>
  Object.fromEntries(
    GROEPASLIJST.map((as, nummer) => [as, GROEPASSEN[as][PLEKKEN[vak]?.[nummer] ?? 0] ?? '']),
  )

const NIETS: Omit<Groepuitkomst, 'groep'> = {
  aantal: null,
  gemiddeld: null,
  p5: null,
  p95: null,
  grootsteVerlies: null,
  vooruit: null,
  gelijk: null,
  achteruit: null,
  deelMerkbaar: null,
}

function cijfers(waarden: readonly number[], dicht: Dicht): Omit<Groepuitkomst, 'groep'> {
  if (dicht.aantal) return NIETS
  if (waarden.length === 0) return { ...NIETS, aantal: 0, vooruit: 0, gelijk: 0, achteruit: 0 }
  const op = Float64Array.from(waarden).sort()
  const som = op.reduce((tot, een) => tot + een, 0)
  const [vooruit = 0, gelijk = 0, achteruit = 0] = richtingen(waarden)
  const [merkbaar = 0] = merkbaren(waarden)
  return {
    ...NIETS,
    aantal: op.length,
    gemiddeld: Math.round(som / op.length),
    p5: op[Math.floor((op.length - 1) * 0.05)] ?? 0,
    p95: op[Math.ceil((op.length - 1) * 0.95)] ?? 0,
    ...(dicht.richting ? {} : { vooruit, gelijk, achteruit, grootsteVerlies: Math.max(0, op.at(-1) ?? 0) }),
    ...(dicht.merkbaar ? {} : { deelMerkbaar: merkbaar / op.length }),
  }
}
