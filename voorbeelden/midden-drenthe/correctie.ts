/** Waarin een wijziging valt; een ramingsregel heet `onderdeel jaar`. */
export type Verzameling =
  | 'doelen'
  | 'groepen'
  | 'onderdelen'
  | 'bronnen'
  | 'plaatsen'
  | 'vermeldingen'
  | 'raming'
export type Velden = Readonly<Record<string, unknown>>
/** `van: null` komt erbij, `naar: null` vervalt; een veld met `undefined` hoort er niet (meer) te zijn. */
export type Wijziging = { bij: Verzameling; id: string; van: Velden | null; naar: Velden | null }

/** Eén verbetering van het plan: wat er verandert en waarom, met elke plek die daarvoor mee moet. */
export type Correctie = { wat: string; waarom: string; wijzigingen: readonly Wijziging[] }

type Jaar = 2022 | 2023 | 2024 | 2025 | 2026

export const vermelding = (id: string, van: Velden, naar: Velden): Wijziging => ({
  bij: 'vermeldingen',
  id,
  van,
  naar,
})
export const onderdeel = (id: string, van: Velden, naar: Velden): Wijziging => ({
  bij: 'onderdelen',
  id,
  van,
  naar,
})
export const vervalt = (bij: Verzameling, id: string): Wijziging => ({ bij, id, van: {}, naar: null })
export const erbij = (bij: Verzameling, id: string, naar: Velden): Wijziging => ({ bij, id, van: null, naar })

const cent = (euro: number): number => euro * 100

export const bedrag = (id: string, van: number, naar: number): Wijziging =>
  vermelding(id, { bedragCent: cent(van) }, { bedragCent: cent(naar) })
export const naam = (id: string, van: string, naar: string): Wijziging =>
  vermelding(id, { naam: van }, { naam: naar })
export const looptijd = (id: string, van: Velden, naar: Velden): Wijziging => vermelding(id, van, naar)
export const dekking = (id: string, van: readonly string[], naar: readonly string[]): Wijziging =>
  vermelding(id, { bronnen: van }, { bronnen: naar })
export const aliassen = (id: string, ...namen: readonly string[]): Wijziging =>
  onderdeel(id, { aliassen: [] }, { aliassen: namen })
export const doelen = (id: string, ...naar: readonly string[]): Wijziging =>
  onderdeel(id, { doelen: [] }, { doelen: naar })
export const raming = (wie: string, jaar: Jaar, van: number, naar: number): Wijziging => ({
  bij: 'raming',
  id: `${wie} ${jaar}`,
  van: { bedragCent: cent(van) },
  naar: { bedragCent: cent(naar) },
})

/** Een jaarbedrag van de bijlage met de raming die eraan is ontleend, en waar gewenst de tabel van 5.3.11. */
export const jaarbedrag = (
  wie: string,
  jaar: Jaar,
  van: number,
  naar: number,
  ook: readonly 't5311'[] = [],
): Wijziging[] => [
  bedrag(`bijlage-${wie}-${jaar}`, van, naar),
  ...ook.map((tabel) => bedrag(`${tabel}-${wie}-${jaar}`, van, naar)),
  raming(wie, jaar, van, naar),
]

/** Een jaarbedrag dat in de bijlage niet thuishoort. */
export const zonderJaarbedrag = (wie: string, jaar: Jaar): Wijziging[] => [
  vervalt('vermeldingen', `bijlage-${wie}-${jaar}`),
  vervalt('raming', `${wie} ${jaar}`),
]

/** Een jaarbedrag dat in de bijlage ontbreekt. */
export const nieuwJaarbedrag = (wie: string, jaar: Jaar, euro: number): Wijziging[] => [
  erbij('vermeldingen', `bijlage-${wie}-${jaar}`, {
    soort: 'bedrag',
    plaats: 'bijlage',
    over: { soort: 'onderdeel', id: wie },
    aspect: 'lasten',
    bedragCent: cent(euro),
    periode: { van: String(jaar), tot: String(jaar) },
  }),
  erbij('raming', `${wie} ${jaar}`, {
    onderdeel: wie,
    jaar,
    bron: null,
    bedragCent: cent(euro),
    vermelding: `bijlage-${wie}-${jaar}`,
  }),
]
