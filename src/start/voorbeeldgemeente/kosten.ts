/** Hoe elk onderdeel van de voorbeeldgemeente geld uitgeeft: waaraan, onder welke codes, en hoeveel van zijn budget. */

export type Kostensoort = 'salaris' | 'subsidie' | 'inkoop' | 'inhuur'

/** Rekening in het financiële systeem en categorie van Iv3. */
export const KOSTENSOORTEN: Readonly<
  Record<Kostensoort, { rekening: string; naam: string; categorie: string }>
> = {
  salaris: { rekening: '41100', naam: 'Salarissen', categorie: '1.1' },
  inhuur: { rekening: '43510', naam: 'Inhuur van personeel', categorie: '3.5.1' },
  inkoop: { rekening: '43800', naam: 'Goederen en diensten', categorie: '3.8' },
  subsidie: { rekening: '44200', naam: 'Subsidies', categorie: '4.2' },
}

export type Kostenpatroon = {
  onderdeel: string
  /** Projectcode in het financiële systeem. */
  project: string
  soort: Kostensoort
  /** Welk deel van het budget buiten verplichtingen om wordt uitgegeven, van 2022 tot en met 2026. */
  deel: readonly [number, number, number, number, number]
  /** Taakveld tot en met 2024 en vanaf 2025. */
  taakveld: readonly [string, string]
  /** Laatste maand waarin er nog kosten zijn. */
  totMaand?: Readonly<Record<number, number>>
  vanMaand?: Readonly<Record<number, number>>
  /** Hoeveel stuks per jaar, bij inkoop. */
  aantal?: number
}

const WELZIJN = ['6.1', '6.1'] as const
const TOEGANG = ['6.23', '6.23'] as const
const OVERHEAD = ['0.4', '0.4'] as const
const BELEID_WMO = ['6.91', '6.91'] as const
const JEUGDHULP = ['6.72a', '6.751'] as const

type Rest = Partial<Pick<Kostenpatroon, 'totMaand' | 'vanMaand' | 'aantal'>>
const patroon = (
  onderdeel: string,
  nummer: number,
  soort: Kostensoort,
  taakveld: readonly [string, string],
  deel: Kostenpatroon['deel'],
  rest: Rest = {},
): Kostenpatroon => ({ onderdeel, project: `P${nummer}`, soort, taakveld, deel, ...rest })

const HALF_2022 = { vanMaand: { 2022: 7 } } as const

export const KOSTENPATRONEN: readonly Kostenpatroon[] = [
  patroon('steungezinnen', 5101, 'inkoop', JEUGDHULP, [0, 0.17, 0.11, 0.1, 0], { aantal: 4 }),
  patroon('zorginnovatie', 5102, 'inkoop', ['6.91', '6.91'], [0, 0.2, 0.12, 0.06, 0.6], {
    vanMaand: { 2023: 9 },
    aantal: 6,
  }),
  patroon('slimmer-werken', 5103, 'inkoop', OVERHEAD, [0, 0.09, 0.12, 0.07, 0.1], { aantal: 4 }),
  patroon('ruimte-voor-ideeen', 5104, 'subsidie', WELZIJN, [0, 0.74, 0.91, 0.97, 0.72], { aantal: 13 }),
  patroon('langer-thuis', 5105, 'inkoop', ['6.71d', '6.714'], [0, 0.86, 0.62, 0.93, 0.4], { aantal: 11 }),
  patroon('programmamanagement', 5106, 'salaris', OVERHEAD, [0.97, 0.985, 1.012, 0.991, 0.995], HALF_2022),
  patroon('beleidsondersteuning', 5107, 'salaris', BELEID_WMO, [0.9, 0.98, 0.995, 0.985, 0.99], HALF_2022),
  patroon('communicatie', 5108, 'inkoop', WELZIJN, [0.84, 0.88, 0.55, 0.92, 0.5], {
    vanMaand: { 2022: 3 },
    aantal: 9,
  }),
  patroon('proef-dorp-a', 5201, 'subsidie', WELZIJN, [0.98, 1, 0.96, 0, 0], { totMaand: { 2024: 8 } }),
  patroon('proef-dorp-b', 5202, 'subsidie', WELZIJN, [0.9, 0.6, 0.62, 0.94, 0], { totMaand: { 2025: 6 } }),
  patroon('proef-dorp-c', 5203, 'subsidie', WELZIJN, [0.61, 1, 0.92, 0, 0], { totMaand: { 2024: 8 } }),
  patroon('bemiddeling', 5301, 'inkoop', TOEGANG, [0, 0.22, 0.18, 0.16, 0.2], { aantal: 3 }),
  patroon('raadsvrouw', 5302, 'subsidie', TOEGANG, [1, 1, 1, 1, 1]),
  patroon('zonder-geldzorgen', 5303, 'inkoop', ['6.3', '6.3'], [0.86, 0.56, 0.91, 0.6, 0.78], { aantal: 12 }),
  patroon('clientondersteuning', 5304, 'inkoop', ['6.21', '6.21'], [0.8, 0.9, 0.2, 0.25, 0.2], { aantal: 3 }),
  patroon('beschermd-wonen', 5305, 'inkoop', ['6.81a', '6.811'], [0.82, 0.95, 0.66, 0.68, 0.5], {
    aantal: 8,
  }),
  patroon('inloop-dorp-a', 5361, 'subsidie', WELZIJN, [1, 1, 1, 1, 1], { vanMaand: { 2022: 4 } }),
  patroon('inloop-dorp-b', 5362, 'subsidie', WELZIJN, [0, 0.96, 1, 1, 1], { vanMaand: { 2023: 7 } }),
  patroon('inloop-dorp-c', 5363, 'subsidie', WELZIJN, [0, 0.78, 1, 1, 1]),
  patroon('inloop-dorp-d', 5364, 'subsidie', WELZIJN, [0, 1, 1, 0.93, 1]),
  patroon('inloop-dorp-e', 5365, 'subsidie', WELZIJN, [0, 0, 1, 1, 1], { vanMaand: { 2024: 10 } }),
  patroon('wijkteams', 5307, 'inhuur', TOEGANG, [0.12, 0.08, 0.36, 0.16, 0.1], { aantal: 6 }),
  patroon('samenwerking', 5381, 'salaris', TOEGANG, [0.94, 0.968, 0.982, 1.004, 0.99]),
  patroon('meervoudige-problemen', 5382, 'inkoop', TOEGANG, [0, 0.1, 0.12, 0, 0], { aantal: 2 }),
  patroon('leren', 5309, 'inkoop', OVERHEAD, [0.9, 0.66, 0.71, 0.58, 0.5], { aantal: 10 }),
  patroon('meten', 5310, 'inkoop', BELEID_WMO, [0.2, 0.28, 0.12, 0.18, 0.18], {
    vanMaand: { 2022: 10 },
    aantal: 5,
  }),
  patroon('jeugdhulp-op-school', 5311, 'inkoop', JEUGDHULP, [0.03, 0.02, 0.03, 0.02, 0.03], { aantal: 2 }),
  patroon('projectleider-jeugd', 5401, 'inhuur', ['6.92', '6.92'], [0, 0.03, 0, 0, 0], { aantal: 1 }),
  patroon('projectleider-wmo', 5402, 'salaris', BELEID_WMO, [0.93, 0.97, 0, 0, 0], HALF_2022),
  patroon('contractbeheer', 5403, 'salaris', BELEID_WMO, [0, 0.9, 0.97, 0.985, 0.99]),
]

export const EERSTE_JAAR = 2022
export const LAATSTE_JAAR = 2026
export const JAREN = [2022, 2023, 2024, 2025, 2026] as const
/** In de laatste maand van het verhaal loopt het jaar nog. */
export const LAATSTE_MAAND = 10
