import type { Postsaldo, Tijdstip } from '#grootboek/deur.ts'
import { type Geldrij, geldtabelVan, isBesteed, type Prognosepost } from '#programma/begroting/geldbeeld.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { perBeeld } from '#programma/planbeeld-onthouden.ts'

/** Het geld per onderdeel en per groep, om naast het plan te zetten. */
export type Dinggeld = {
  onderdeel: ReadonlyMap<string, Geldrij>
  groep: ReadonlyMap<string | null, Geldrij>
  totaal: Geldrij
}

type Stand = { posten: readonly Postsaldo[]; prognoses: readonly Prognosepost[] }

/** `undefined` zolang er behalve het plan niets geboekt is: dan valt er naast het plan niets te zetten. */
export function dinggeldVan(beeld: Planbeeld, { posten, prognoses }: Stand): Dinggeld | undefined {
  if (!isBesteed(posten)) return undefined
  const onderdelen = geldtabelVan(beeld, posten, { filter: {}, per: ['onderdeel'] }, prognoses)
  const groepen = geldtabelVan(beeld, posten, { filter: {}, per: ['groep'] }, prognoses)
  const onderdeel = new Map<string, Geldrij>()
  const bewaar = (rij: Geldrij): void => {
    if (typeof rij.filter.onderdeel === 'string' && !rij.filter.alleen)
      onderdeel.set(rij.filter.onderdeel, rij)
    for (const kind of rij.kinderen) bewaar(kind)
  }
  for (const rij of onderdelen.rijen) bewaar(rij)
  return {
    onderdeel,
    groep: new Map(
      groepen.rijen.flatMap((rij) => (rij.filter.groep === undefined ? [] : [[rij.filter.groep, rij]])),
    ),
    totaal: onderdelen.totaal,
  }
}

/** Alles waar een bewaarde tekening van dit geld van afhangt. */
export const standsleutel = (
  { geldigTm, bekendNr }: Pick<Tijdstip, 'geldigTm' | 'bekendNr'>,
  stand: Stand,
): string =>
  `${geldigTm} ${bekendNr} ${stand.prognoses.map((een) => `${een.onderdeel} ${een.jaar} ${een.bedragCent}`).join(';')}`

const bewaard = perBeeld(2, (beeld, _, stand: Stand) => ({ geld: dinggeldVan(beeld, stand) }))

/** Hetzelfde, maar voor een stand die al eens geteld is niet opnieuw. */
export const bewaardDinggeld = (
  beeld: Planbeeld,
  tijd: Pick<Tijdstip, 'geldigTm' | 'bekendNr'>,
  stand: Stand,
): Dinggeld | undefined => bewaard(beeld, standsleutel(tijd, stand), stand).geld
