import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { ASSEN, type As, CELLEN, type Cel } from '#regels/bevolking/assen.ts'
import { leesSleutel, type Marge, type Marginalen } from '#regels/bevolking/marginalen.ts'

/** Waarom er van een bestand geen bevolking te maken is, met de telling die in de weg zit. */
export type Passingsweigering = { marge: string; naam: string; zin: string }

/** Het gewicht van elk vakje van `CELLEN`, in huishoudens. */
export type Samenstelling = { gewichten: Float64Array; huishoudens: number; ronden: number }

const MEESTE_RONDEN = 2000
/** Klaar als geen vakje meer dan een twintigste huishouden afwijkt. */
const DICHTBIJ = 0.05
/** Tellingen van het CBS zijn op vijftallen afgerond; totalen mogen daarom een beetje verschillen. */
const TOTAAL_MAG = 0.005
/** Blijft er na alle ronden meer dan dit deel verschil, dan spreken de tellingen elkaar tegen. */
const TEGENSPRAAK = 0.001

const tal = (getal: number): string => Math.round(getal).toLocaleString('nl-NL')

export const sleutelVan = (assen: readonly As[], cel: Cel): string =>
  assen.length === 0 ? 'totaal' : assen.map((as) => ASSEN[as][cel[as]]).join('/')

type Doel = {
  marge: Marge
  vakken: readonly { sleutel: string; aantal: number; cellen: readonly number[] }[]
  totaal: number
}

function doelVan(marge: Marge): Uitkomst<Doel, Passingsweigering> {
  const perSleutel = new Map<string, number[]>()
  for (const [plek, cel] of CELLEN.entries()) {
    const sleutel = sleutelVan(marge.assen, cel)
    perSleutel.set(sleutel, [...(perSleutel.get(sleutel) ?? []), plek])
  }
  for (const [sleutel, aantal] of Object.entries(marge.cellen))
    if (aantal > 0 && leesSleutel(marge.assen, sleutel) !== undefined && !perSleutel.has(sleutel))
      return geweigerd({
        marge: marge.id,
        naam: marge.naam,
        zin: `In “${marge.naam}” staan ${tal(aantal)} huishoudens bij ${sleutel}, maar zulke huishoudens kunnen niet bestaan.`,
      })
  const vakken = [...perSleutel].map(([sleutel, cellen]) => ({
    sleutel,
    cellen,
    aantal: marge.cellen[sleutel] ?? 0,
  }))
  return gelukt({ marge, vakken, totaal: vakken.reduce((som, { aantal }) => som + aantal, 0) })
}

/** Telt elke telling op tot hetzelfde aantal huishoudens? Zo nee: welke wijkt af. */
function vergelijkTotalen(doelen: readonly Doel[]): Passingsweigering | undefined {
  const [eerste] = doelen
  if (eerste === undefined) return undefined
  for (const { marge, totaal } of doelen) {
    if (totaal <= 0)
      return { marge: marge.id, naam: marge.naam, zin: `“${marge.naam}” telt nul huishoudens.` }
    if (Math.abs(totaal - eerste.totaal) > Math.max(1, eerste.totaal * TOTAAL_MAG))
      return {
        marge: marge.id,
        naam: marge.naam,
        zin: `“${marge.naam}” telt ${tal(totaal)} huishoudens, en “${eerste.marge.naam}” ${tal(eerste.totaal)}. Die horen gelijk te zijn.`,
      }
  }
  return undefined
}

/** Eén ronde: elke telling om de beurt kloppend maken. Geeft de telling die het verst moest. */
function ronde(
  gewichten: Float64Array,
  doelen: readonly Doel[],
  totaal: number,
): { verst: number; doel: Doel | undefined; sleutel: string } {
  let [verst, doel, waar]: [number, Doel | undefined, string] = [0, undefined, '']
  for (const een of doelen)
    for (const { sleutel, aantal, cellen } of een.vakken) {
      const wil = (aantal * totaal) / een.totaal
      let nu = 0
      for (const plek of cellen) nu += gewichten[plek] ?? 0
      const ernaast = Math.abs(wil - nu)
      if (ernaast > verst) [verst, doel, waar] = [ernaast, een, sleutel]
      if (nu <= 0) continue
      const keer = wil / nu
      for (const plek of cellen) gewichten[plek] = (gewichten[plek] ?? 0) * keer
    }
  return { verst, doel, sleutel: waar }
}

/**
 * Past de vakjes aan tot elke telling klopt (herhaald evenredig schalen). Lukt dat niet, dan spreken de tellingen
 * elkaar tegen en zegt de weigering welke.
 */
export function pasSamenstelling({
  marges,
}: Pick<Marginalen, 'marges'>): Uitkomst<Samenstelling, Passingsweigering> {
  const doelen: Doel[] = []
  for (const marge of marges.filter(({ rol }) => rol === 'passing')) {
    const doel = doelVan(marge)
    if (!doel.ok) return doel
    doelen.push(doel.waarde)
  }
  const botst = vergelijkTotalen(doelen)
  if (botst !== undefined) return geweigerd(botst)
  const totaal = doelen[0]?.totaal ?? 0
  const gewichten = new Float64Array(CELLEN.length).fill(totaal / CELLEN.length)
  for (let nummer = 1; ; nummer++) {
    const { verst, doel, sleutel } = ronde(gewichten, doelen, totaal)
    if (verst < DICHTBIJ) return gelukt({ gewichten, huishoudens: Math.round(totaal), ronden: nummer })
    if (nummer < MEESTE_RONDEN) continue
    if (verst < Math.max(1, totaal * TEGENSPRAAK) || doel === undefined)
      return gelukt({ gewichten, huishoudens: Math.round(totaal), ronden: nummer })
    return geweigerd({
      marge: doel.marge.id,
      naam: doel.marge.naam,
      zin: `“${doel.marge.naam}” past niet bij de andere tellingen: bij ${sleutel} blijven er ${tal(verst)} huishoudens verschil.`,
    })
  }
}
