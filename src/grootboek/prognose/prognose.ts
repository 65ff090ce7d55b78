import { type Datum, dagnummer, datum, jaarVan } from '#basis/datum.ts'
import { type Centen, evenredigVanNul } from '#basis/geld.ts'

/**
 * Wat een jaar gaat kosten als het zo doorgaat. Een prognose is geen boeking, en wat hier uitkomt is geen prognose: het
 * staat ernaast, zodat iemand het kan overnemen of uitleggen waarom het anders gaat.
 */

/** Hoeveel dagen van het jaar voorbij zijn, en hoeveel het er heeft. */
export function voorbijVanJaar(jaar: number, peildatum: Datum): { dagen: number; van: number } {
  const begin = dagnummer(datum(`${jaar}-01-01`))
  const van = dagnummer(datum(`${jaar}-12-31`)) - begin + 1
  return { dagen: Math.min(van, Math.max(0, dagnummer(peildatum) - begin + 1)), van }
}

/** Korter dan dit zegt het tempo niets: één factuur in januari zou twaalf keer tellen. */
const MINSTE_DAGEN = 28

/** Het tempo tot de peildatum, doorgetrokken naar het hele jaar; `undefined` als het jaar nog te kort loopt. */
export function tempo(jaar: number, peildatum: Datum, besteed: Centen): Centen | undefined {
  const { dagen, van } = voorbijVanJaar(jaar, peildatum)
  if (dagen < MINSTE_DAGEN) return undefined
  return evenredigVanNul(besteed, van, dagen)
}

/**
 * Het patroon van vorig jaar: dezelfde verhouding tussen wat op deze dag besteed was en wat het hele jaar werd.
 * `undefined` als er vorig jaar op deze dag nog niets besteed was, want dan is er geen verhouding.
 */
export function patroon(besteed: Centen, vorigTot: Centen, vorigHeel: Centen): Centen | undefined {
  return vorigTot <= 0 ? undefined : evenredigVanNul(besteed, vorigHeel, vorigTot)
}

/** Dezelfde dag in het jaar ervoor; 29 februari wordt 28 februari. */
export function jaarEerder(dag: Datum): Datum {
  const jaar = String(jaarVan(dag) - 1).padStart(4, '0')
  return datum(dag.slice(5) === '02-29' ? `${jaar}-02-28` : `${jaar}${dag.slice(4)}`)
}

/** Tot en met welke dag van dit jaar er geteld wordt: de peildatum, of het einde van een jaar dat voorbij is. */
export const peildagIn = (jaar: number, peildatum: Datum): Datum => {
  const eind = datum(`${jaar}-12-31`)
  return peildatum < eind ? peildatum : eind
}
