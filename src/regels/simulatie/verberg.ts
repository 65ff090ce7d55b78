/**
 * Kleine groepen laten wij niet zien, ook niet door ze uit een totaal te kunnen terugrekenen. Een vakje heeft een of
 * meer tellingen; een lijn is een totaal dat ook gepubliceerd wordt.
 */
export const MINSTE_GROEP = 10

const isKlein = (aantal: number): boolean => aantal > 0 && aantal < MINSTE_GROEP

export type Verborgen = { vakken: ReadonlySet<number>; lijnen: ReadonlySet<number> }

/** Een gepubliceerd totaal. Lijnen van dezelfde groep delen de vakjes op, zoals de klassen van één as. */
export type Lijn = { groep: number; vakken: readonly number[] }

type Stand = {
  waarden: readonly (readonly number[])[]
  lijnen: readonly Lijn[]
  vakken: Set<number>
  dicht: Set<number>
}

/** Verbergt wat klein is, en daarna zo lang iets erbij tot niets kleins meer is af te leiden. */
export function verberg(
  waarden: readonly (readonly number[])[],
  lijnen: readonly Lijn[],
  alVerborgen: Verborgen = { vakken: new Set(), lijnen: new Set() },
): Verborgen {
  const stand: Stand = {
    waarden,
    lijnen,
    vakken: new Set(alVerborgen.vakken),
    dicht: new Set(alVerborgen.lijnen),
  }
  for (const [plek, tellingen] of waarden.entries()) if (tellingen.some(isKlein)) stand.vakken.add(plek)
  for (const [nummer, { vakken }] of lijnen.entries())
    if (somVan(waarden, vakken).some(isKlein)) stand.dicht.add(nummer)
  while (sluitLijn(stand) || sluitVak(stand));
  return { vakken: stand.vakken, lijnen: stand.dicht }
}

function somVan(waarden: Stand['waarden'], lijn: readonly number[]): number[] {
  const breedte = waarden[0]?.length ?? 0
  return Array.from({ length: breedte }, (_, k) =>
    lijn.reduce((som, plek) => som + (waarden[plek]?.[k] ?? 0), 0),
  )
}

const grootte = ({ waarden }: Stand, plek: number): number =>
  (waarden[plek] ?? []).reduce((som, een) => som + een, 0)
const omvang = (stand: Stand, vakken: readonly number[]): number =>
  vakken.reduce((som, plek) => som + grootte(stand, plek), 0)

/**
 * Eén verborgen klasse van een as volgt uit het totaal en de andere klassen; daarom is er altijd een tweede bij, en zijn
 * de verborgen klassen samen nooit klein.
 */
function sluitLijn(stand: Stand): boolean {
  for (const groep of new Set(stand.lijnen.map((een) => een.groep))) {
    const genoten = [...stand.lijnen.entries()].filter(([, een]) => een.groep === groep)
    const dicht = genoten.filter(([nummer]) => stand.dicht.has(nummer))
    const rest = dicht.filter(([, { vakken }]) => omvang(stand, vakken) > 0)
    const klein = somVan(
      stand.waarden,
      rest.flatMap(([, { vakken }]) => vakken),
    ).some(isKlein)
    if (rest.length === 0 || (rest.length > 1 && !klein)) continue
    const [kleinste] = genoten
      .filter(([nummer, { vakken }]) => !stand.dicht.has(nummer) && omvang(stand, vakken) > 0)
      .toSorted(([, a], [, b]) => omvang(stand, a.vakken) - omvang(stand, b.vakken))
    if (kleinste === undefined) continue
    stand.dicht.add(kleinste[0])
    return true
  }
  return false
}

/** Verbergt het kleinste zichtbare vakje van een lijn waaruit iets af te leiden is; is er geen meer, dan de lijn. */
function sluitVak(stand: Stand): boolean {
  const nummer = lek(stand)
  const lijn = nummer === undefined ? undefined : stand.lijnen[nummer]
  if (nummer === undefined || lijn === undefined) return false
  const [kleinste] = lijn.vakken
    .filter((plek) => !stand.vakken.has(plek) && grootte(stand, plek) > 0)
    .toSorted((a, b) => grootte(stand, a) - grootte(stand, b) || a - b)
  if (kleinste !== undefined) stand.vakken.add(kleinste)
  else stand.dicht.add(nummer)
  return true
}

/** De eerste lijn waaruit nog iets kleins is af te leiden: een open lijn, of een dichte die uit andere volgt. */
function lek(stand: Stand): number | undefined {
  const telt = (plek: number): boolean => stand.vakken.has(plek) && grootte(stand, plek) > 0
  const open = [...stand.lijnen.entries()].filter(([nummer]) => !stand.dicht.has(nummer))
  for (const [nummer, { vakken }] of open) {
    const rest = vakken.filter(telt)
    if (rest.length === 1 || somVan(stand.waarden, rest).some(isKlein)) return nummer
  }
  const verborgen = [...stand.vakken].filter(telt)
  const rijen = veeg(
    open.map(([, { vakken }]) => verborgen.map((plek) => Number(vakken.includes(plek)))),
    verborgen.length,
  )
  const openMet = (vakken: readonly number[]): number | undefined =>
    open.find(([, een]) => een.vakken.some((plek) => vakken.includes(plek)))?.[0]
  for (const rij of rijen) {
    const aan = verborgen.filter((_, kolom) => rij[kolom] !== 0)
    const kleineSom =
      rij.every((getal) => getal === 0 || getal === 1) && somVan(stand.waarden, aan).some(isKlein)
    if (aan.length === 1 || kleineSom) return openMet(aan)
  }
  for (const nummer of stand.dicht) {
    const vakken = stand.lijnen[nummer]?.vakken ?? []
    const doel = verborgen.map((plek) => Number(vakken.includes(plek)))
    if (omvang(stand, vakken) === 0 || !inSpan(rijen, doel)) continue
    const zichtbaar = vakken.some((plek) => !stand.vakken.has(plek) && grootte(stand, plek) > 0)
    return zichtbaar ? nummer : openMet(vakken)
  }
  return undefined
}

const BIJNA_NUL = 1e-9

/** Gauss-Jordan: wat er uit de open lijnen over de verborgen vakjes is af te leiden, en niet meer. */
function veeg(matrix: readonly (readonly number[])[], breedte: number): number[][] {
  const rijen = matrix.map((rij) => [...rij])
  let vaste = 0
  for (let kolom = 0; kolom < breedte && vaste < rijen.length; kolom++) {
    const spil = rijen.findIndex((rij, i) => i >= vaste && Math.abs(rij[kolom] ?? 0) > BIJNA_NUL)
    const gekozen = rijen[spil]
    if (gekozen === undefined) continue
    rijen[spil] = rijen[vaste] ?? []
    const deler = gekozen[kolom] ?? 1
    const nieuw = gekozen.map((getal) => rond(getal / deler))
    rijen[vaste] = nieuw
    for (const [i, rij] of rijen.entries()) {
      const keer = rij[kolom] ?? 0
      if (i === vaste || Math.abs(keer) <= BIJNA_NUL) continue
      rijen[i] = rij.map((getal, k) => rond(getal - keer * (nieuw[k] ?? 0)))
    }
    vaste++
  }
  return rijen.slice(0, vaste)
}

const rond = (getal: number): number => (Math.abs(getal) < BIJNA_NUL ? 0 : getal)

/** Is deze telling een optelling van wat al af te leiden is? */
function inSpan(rijen: readonly (readonly number[])[], doel: readonly number[]): boolean {
  const rest = [...doel]
  for (const rij of rijen) {
    const spil = rij.findIndex((getal) => getal !== 0)
    const keer = rest[spil] ?? 0
    if (keer !== 0) for (const [k, getal] of rij.entries()) rest[k] = rond((rest[k] ?? 0) - keer * getal)
  }
  return rest.every((getal) => getal === 0)
}
