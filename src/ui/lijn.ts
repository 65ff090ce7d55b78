import { scaleLinear } from 'd3-scale'
import { type Centen, centen, rondAfVanNul, toonEuro } from '#basis/geld.ts'
import { tekstBreedte, wikkel } from '#ui/tekst-maat.ts'

/** Een reeks punten; `null` is niet bekend: daar stopt de lijn, want een gat is geen nul. */
export type LijnReeks = {
  naam: string
  aard: 'feit' | 'plan' | 'verwachting'
  punten: readonly { x: string; waarde: number | null }[]
}

export type LijnPunt = { x: number; y: number; tekst: string | undefined }
export type LijnLabel = { x: number; y: number; regels: readonly string[] }
export type LijnTekening = {
  reeks: LijnReeks
  /** Reeksen met dezelfde naam zijn hetzelfde ding en delen hun tint. */
  tint: number
  /** Elk stuk is een aaneengesloten lijn. */
  stukken: readonly (readonly LijnPunt[])[]
  label: LijnLabel | undefined
}
export type LijnPlan = {
  hoogte: number
  links: number
  rechts: number
  onder: number
  rasters: readonly { y: number; tekst: string }[]
  xen: readonly { x: number; tekst: string }[]
  lijnen: readonly LijnTekening[]
}

export type LijnVorm = { breedte: number; hoogte: number; letter: number; regel: number; labels: number }

const GETAL = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 })

/** Bij de eenheid `€` is de waarde in centen. */
export function toonWaarde(waarde: number, eenheid: string): string {
  if (eenheid === '€') return toonEuro(rondAfVanNul(heleCenten(waarde)))
  return eenheid === '' ? GETAL.format(waarde) : `${GETAL.format(waarde)}\u00a0${eenheid}`
}

const heleCenten = (waarde: number): Centen => centen(Math.round(waarde))

/** Alle plaatsen op de as; tijdvakken op volgorde van de tijd, andere namen in de volgorde waarin ze komen. */
function plaatsen(reeksen: readonly LijnReeks[]): string[] {
  const alle = [...new Set(reeksen.flatMap(({ punten }) => punten.map(({ x }) => x)))]
  return alle.every((x) => /^\d{4}/u.test(x)) ? alle.toSorted() : alle
}

/** Vanaf nul, behalve als alles dicht bij elkaar ligt: dan zegt een lijn vanaf nul niets. */
function bereik(waarden: readonly number[]): [number, number] {
  const [laag, hoog] = [Math.min(...waarden), Math.max(...waarden)]
  if (laag > 0 && hoog - laag < hoog * 0.3) return [laag - (hoog - laag || hoog) * 0.3, hoog]
  const [onder, boven] = [Math.min(0, laag), Math.max(0, hoog)]
  return onder === boven ? [0, 1] : [onder, boven]
}

/** Schuift namen die elkaar raken uit elkaar, van boven naar beneden, en houdt ze binnen de tekening. */
function zetLabels(lijnen: LijnTekening[], vorm: LijnVorm, onder: number): LijnTekening[] {
  const hoog = (label: LijnLabel): number => label.regels.length * vorm.regel
  const volgorde = lijnen
    .flatMap((lijn) => (lijn.label === undefined ? [] : [{ lijn, label: lijn.label }]))
    .toSorted((a, b) => a.label.y - b.label.y)
  const totaal = volgorde.reduce((som, { label }) => som + hoog(label) + 4, 0)
  let vrij = 4
  let rest = totaal
  const plek = new Map<LijnTekening, number>()
  for (const { lijn, label } of volgorde) {
    const hoogstens = Math.max(vrij, onder - rest)
    const y = Math.min(Math.max(vrij, label.y - hoog(label) / 2), hoogstens)
    plek.set(lijn, y)
    vrij = y + hoog(label) + 4
    rest -= hoog(label) + 4
  }
  return lijnen.map((lijn) => {
    const y = plek.get(lijn)
    return y === undefined || lijn.label === undefined ? lijn : { ...lijn, label: { ...lijn.label, y } }
  })
}

export function tekenLijn(reeksen: readonly LijnReeks[], eenheid: string, vorm: LijnVorm): LijnPlan {
  const waarden = reeksen.flatMap(({ punten }) =>
    punten.flatMap(({ waarde }) => (waarde === null ? [] : [waarde])),
  )
  const onder = vorm.hoogte - vorm.regel - 10
  const y = scaleLinear(bereik(waarden.length === 0 ? [0] : waarden), [onder, vorm.regel]).nice(4)
  const rasters = y.ticks(4).map((tik) => ({ y: y(tik), tekst: toonWaarde(tik, eenheid) }))
  const links = Math.max(...rasters.map(({ tekst }) => tekstBreedte(tekst, vorm.letter))) + 10
  const rechts = vorm.breedte - vorm.labels
  const namen = plaatsen(reeksen)
  const breedste = Math.max(0, ...namen.map((naam) => tekstBreedte(naam, vorm.letter)))
  const inzet = Math.max(12, Math.min(breedste / 2 + 1, 60))
  const stap = (rechts - links - 2 * inzet) / Math.max(namen.length - 1, 1)
  const x = (naam: string): number =>
    namen.length === 1 ? (links + rechts) / 2 : links + inzet + namen.indexOf(naam) * stap
  const eigen = [...new Set(reeksen.map(({ naam }) => naam))]
  const metWaarden = reeksen.length === 1 && namen.length <= 8
  const lijnen = reeksen.map((reeks): LijnTekening => {
    const stukken = stukkenVan(reeks, (punt) => ({
      x: x(punt.x),
      y: y(punt.waarde),
      tekst: metWaarden ? toonWaarde(punt.waarde, eenheid) : undefined,
    }))
    const eind = stukken.at(-1)?.at(-1)
    const woord = reeks.aard === 'feit' ? reeks.naam : `${reeks.naam} (${reeks.aard})`
    const label =
      eind === undefined || vorm.labels === 0
        ? undefined
        : { x: rechts + 8, y: eind.y, regels: wikkel(woord, vorm.labels - 12, vorm.letter) }
    return { reeks, tint: (eigen.indexOf(reeks.naam) % 6) + 1, stukken, label }
  })
  const elke = Math.max(1, Math.ceil((breedste + 10) / Math.max(stap, 1)))
  return {
    hoogte: vorm.hoogte,
    links,
    rechts,
    onder,
    rasters,
    xen: namen
      .filter((_, i) => namen.length === 1 || i % elke === 0)
      .map((tekst) => ({ x: x(tekst), tekst })),
    lijnen: zetLabels(lijnen, vorm, onder),
  }
}

/** Knipt een reeks waar een waarde ontbreekt. */
function stukkenVan(
  reeks: LijnReeks,
  plek: (punt: { x: string; waarde: number }) => LijnPunt,
): readonly (readonly LijnPunt[])[] {
  const stukken: LijnPunt[][] = [[]]
  for (const { x, waarde } of reeks.punten) {
    if (waarde === null) stukken.push([])
    else stukken.at(-1)?.push(plek({ x, waarde }))
  }
  return stukken.filter((stuk) => stuk.length > 0)
}
