import type { Parameter, Parameterwaarde } from '#regels/motor/parameter.ts'

/** Voor welke tijd een parameter is nagezien; daarbuiten bestaat hij niet. */
export type Dekkingstand =
  | 'bekend'
  | 'deels bekend'
  | 'niet bekend'
  | Exclude<Parameterwaarde['status'], 'vastgesteld'>
export type Dekkingsjaar = { jaar: number; eerste: Dekkingstand; tweede: Dekkingstand }

const EERSTE_JAAR = 2015
const LAATSTE_JAAR = 2027

const HELFTEN = {
  eerste: ['01-01', '06-30'],
  tweede: ['07-01', '12-31'],
} as const

/** Dekken de waarden dit hele halve jaar, een deel ervan, of niets? Het minst zekere bedrag geeft de naam. */
function standVan(waarden: readonly Parameterwaarde[], van: string, tot: string): Dekkingstand {
  const raakt = waarden
    .filter((een) => een.vanaf <= tot && een.tot >= van)
    .toSorted((a, b) => (a.vanaf < b.vanaf ? -1 : 1))
  const [eerste] = raakt
  const laatste = raakt.at(-1)
  if (eerste === undefined || laatste === undefined) return 'niet bekend'
  if (eerste.vanaf > van || laatste.tot < tot) return 'deels bekend'
  const onzeker = raakt.find(({ status }) => status !== 'vastgesteld')?.status
  return onzeker === undefined || onzeker === 'vastgesteld' ? 'bekend' : onzeker
}

export const dekking = (waarden: readonly Parameterwaarde[]): Dekkingsjaar[] =>
  Array.from({ length: LAATSTE_JAAR - EERSTE_JAAR + 1 }, (_, i) => {
    const jaar = EERSTE_JAAR + i
    const helft = ([van, tot]: readonly [string, string]): Dekkingstand =>
      standVan(waarden, `${jaar}-${van}`, `${jaar}-${tot}`)
    return { jaar, eerste: helft(HELFTEN.eerste), tweede: helft(HELFTEN.tweede) }
  })

/** De jaren waarvoor een waarde bekend is, als `2015–2019, 2025–2026`. */
export function bekendVoor({ waarden }: Pick<Parameter, 'waarden'>): string {
  const jaren = [
    ...new Set(
      waarden.flatMap(({ vanaf, tot }) => {
        const begin = Number(vanaf.slice(0, 4))
        return Array.from({ length: Number(tot.slice(0, 4)) - begin + 1 }, (_, i) => begin + i)
      }),
    ),
  ].toSorted((a, b) => a - b)
  const reeksen: [number, number][] = []
  for (const jaar of jaren) {
    const laatste = reeksen.at(-1)
    if (laatste !== undefined && laatste[1] === jaar - 1) laatste[1] = jaar
    else reeksen.push([jaar, jaar])
  }
  return (
    reeksen.map(([van, tot]) => (van === tot ? String(van) : `${van}–${tot}`)).join(', ') || 'geen enkel jaar'
  )
}
