import { tekstBreedte } from '#ui/tekst-maat.ts'

/** Hoe een tabel op papier past: kleiner, en als het moet op een liggende bladzijde. */
export type Tabelmaat = { letter: number; liggend: boolean; breedten: readonly number[] }

/** Breedte van de tekst op A4 met 20 mm marge, in punten. */
export const STAAND = 481
const LIGGEND = 728

const RAND = 9
const SMALST = 46

type Tabel = {
  koppen: readonly string[]
  rijen: readonly (readonly string[])[]
  /** Een vaste kolom breekt niet af: getallen, dagen, standen. */
  vast: readonly boolean[]
}

const langsteWoord = (tekst: string, letter: number, vet: boolean): number =>
  Math.max(0, ...tekst.split(/[ \n-]+/u).map((woord) => tekstBreedte(woord, letter, vet)))

/** Kleinste en liefste breedte van elke kolom. */
function grenzen(tabel: Tabel, letter: number): { klein: number; lief: number }[] {
  return tabel.koppen.map((kop, k) => {
    const cellen = tabel.rijen.map((rij) => rij[k] ?? '')
    const heel = Math.max(0, ...cellen.map((cel) => tekstBreedte(cel, letter, true)))
    const kopwoord = Math.min(langsteWoord(kop, letter, true), 90)
    if (tabel.vast[k] === true) {
      const breed = Math.max(heel, kopwoord) + RAND
      // Zo breed dat de kop hooguit een paar regels heeft.
      const metKop = Math.min(tekstBreedte(kop, letter, true) / 2, 70) + RAND
      return { klein: breed, lief: Math.max(breed + 6, metKop) }
    }
    const woord = Math.min(Math.max(0, ...cellen.map((cel) => langsteWoord(cel, letter, true))), 90)
    const klein = Math.max(woord, kopwoord, SMALST) + RAND
    return { klein, lief: Math.max(klein, Math.min(heel, 260) + RAND) }
  })
}

/** Verdeelt wat er over is over de tekstkolommen, naar wat zij graag hadden. */
function verdeel(tabel: Tabel, letter: number, ruimte: number): number[] | undefined {
  const maten = grenzen(tabel, letter)
  const som = (welke: 'klein' | 'lief'): number => maten.reduce((tot, maat) => tot + maat[welke], 0)
  if (som('klein') > ruimte) return undefined
  if (som('lief') <= ruimte) {
    const breedste = maten.findIndex((_, k) => tabel.vast[k] !== true)
    const over = ruimte - som('lief')
    return maten.map(({ lief }, k) => (k === breedste ? lief + over : lief))
  }
  const rek = (ruimte - som('klein')) / (som('lief') - som('klein'))
  return maten.map(({ klein, lief }) => klein + (lief - klein) * rek)
}

const POGINGEN = [
  { letter: 9, liggend: false },
  { letter: 8.5, liggend: false },
  { letter: 9, liggend: true },
  { letter: 8, liggend: true },
  { letter: 7, liggend: true },
] as const

export function meetTabel(tabel: Tabel): Tabelmaat {
  const rond = (breedten: readonly number[]): number[] => breedten.map((pt) => Math.floor(pt * 10) / 10)
  for (const poging of POGINGEN) {
    const breedten = verdeel(tabel, poging.letter, poging.liggend ? LIGGEND : STAAND)
    if (breedten !== undefined) return { ...poging, breedten: rond(breedten) }
  }
  // Zo veel kolommen passen op geen papier: gelijke delen, en de tekst breekt af.
  const letter = 6.5
  return { letter, liggend: true, breedten: rond(tabel.koppen.map(() => LIGGEND / tabel.koppen.length)) }
}

/** Hoe hoog een rij ongeveer wordt, in punten; liever te hoog geschat dan te laag. */
export const rijhoogte = (cellen: readonly string[], { letter, breedten }: Tabelmaat): number =>
  Math.max(
    1,
    ...cellen.map((cel, k) =>
      Math.ceil((tekstBreedte(cel, letter, true) * 1.1) / Math.max((breedten[k] ?? 0) - RAND, 1)),
    ),
  ) *
    letter *
    1.45 +
  10
