import { type Datum, jaarVan } from '#basis/datum.ts'
import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import type { Maandsom } from '#grootboek/deur.ts'
import { BUDGET } from '#programma/begroting/geldfilter.ts'

/** Besteding in de tijd: per maand opgeteld vanaf januari, naast wat er toen begroot was. */

export type Maandstand = { gerealiseerd: Centen; verplicht: Centen; begroot: Centen }

/**
 * De stand aan het eind van elke maand van een budgetjaar, tot en met de laatste die bekend is. Wat voor januari
 * gebeurde telt mee vanaf januari, wat na december gebeurde in december.
 */
export function maandstanden(jaar: number, sommen: readonly Maandsom[], peildag: Datum): Maandstand[] {
  const bewogen = sommen.map((som) => ({ ...som, i: maandIn(jaar, som.maand) }))
  const laatste = jaarVan(peildag) > jaar ? 12 : jaarVan(peildag) < jaar ? 0 : Number(peildag.slice(5, 7))
  return Array.from({ length: laatste }, (_, i) => {
    const tot = bewogen.filter((som) => som.i <= i)
    const tel = (soorten: readonly string[]): Centen =>
      centen(tot.reduce((som, een) => (soorten.includes(een.rekeningsoort) ? som + een.bedragCent : som), 0))
    return { gerealiseerd: tel(['realisatie']), verplicht: tel(['verplicht']), begroot: tel(BUDGET) }
  })
}

function maandIn(jaar: number, maand: string): number {
  const verschil = Number(maand.slice(0, 4)) - jaar
  return verschil < 0 ? 0 : verschil > 0 ? 11 : Number(maand.slice(5, 7)) - 1
}

/** Alleen wat er besteed is, per maand opgeteld; voor het jaar ervoor. */
export const besteedPerMaand = (standen: readonly Maandstand[]): Centen[] =>
  standen.map(({ gerealiseerd }) => gerealiseerd)

export function uitputtingzin(jaar: number, { gerealiseerd, verplicht, begroot }: Maandstand): string {
  const vrij = begroot - gerealiseerd - verplicht
  const begin = `In ${jaar} is ${toonEuro(gerealiseerd)} besteed van ${toonEuro(begroot)}`
  if (vrij < 0) return `${begin}; er is ${toonEuro(centen(-vrij))} te veel uitgegeven of vastgelegd`
  return verplicht === 0
    ? `${begin}; ${toonEuro(centen(vrij))} is nog vrij`
    : `${begin}; ${toonEuro(verplicht)} ligt vast en ${toonEuro(centen(vrij))} is nog vrij`
}
