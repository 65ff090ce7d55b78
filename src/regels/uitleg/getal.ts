import { centen, toonEuroCenten } from '#basis/geld.ts'
import { type Breuk, type Eenheid, isGeld } from '#regels/motor/eenheid.ts'

/** Een uitkomst zoals zij op het scherm staat. Een bedrag dat nog niet is afgerond, krijgt "ongeveer". */
export function toonWaarde({ teller, noemer }: Breuk, eenheid: Eenheid): string {
  if (isGeld(eenheid)) {
    const heel = Math.round(teller / noemer)
    const tekst = `${teller % noemer === 0 ? '' : 'ongeveer '}${toonEuroCenten(centen(heel))}`
    return eenheid === 'euro' ? tekst : `${tekst} ${eenheid}`
  }
  if (eenheid === 'deel') return `${komma((teller / noemer) * 100)}%`
  if (eenheid === 'waar') return teller === 1 ? 'ja' : 'nee'
  return komma(teller / noemer)
}

/** Alleen het bedrag, zonder periode: voor midden in een zin. */
export function toonKort(waarde: Breuk, eenheid: Eenheid): string {
  return isGeld(eenheid) ? toonWaarde(waarde, 'euro') : toonWaarde(waarde, eenheid)
}

const komma = (getal: number): string => String(Math.round(getal * 10_000) / 10_000).replace('.', ',')
