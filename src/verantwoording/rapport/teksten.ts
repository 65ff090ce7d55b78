import type { Blok, Rapportinhoud } from '#verantwoording/rapport.ts'

/** Wat mensen zelf schrijven: een inleiding per deel, en een eigen tekst in plaats van een alinea. */

export const MEESTE_TEKENS = 6_000

export const inleidingVan = (deel: string): string => `${deel}.inleiding`

/** Per alinea de tekst die geldt. */
export type Eigenteksten = ReadonlyMap<string, string>

/** De plekken waar iemand kan schrijven: elke alinea, en boven elk deel een inleiding. */
export function schrijfplekken({ delen }: Pick<Rapportinhoud, 'delen'>): Set<string> {
  return new Set(
    delen.flatMap(({ id, blokken }) => [
      inleidingVan(id),
      ...blokken.flatMap((blok) => (blok.soort === 'alinea' && blok.herkomst !== 'plan' ? [blok.id] : [])),
    ]),
  )
}

/** Zet de eigen teksten op hun plek; een tekst bij een alinea die er niet meer is, valt weg. */
export function metTeksten(inhoud: Rapportinhoud, teksten: Eigenteksten): Rapportinhoud {
  if (teksten.size === 0) return inhoud
  return {
    ...inhoud,
    delen: inhoud.delen.map((deel) => {
      const inleiding = teksten.get(inleidingVan(deel.id))
      const blokken = deel.blokken.map((blok): Blok => {
        const eigen = blok.soort === 'alinea' && blok.herkomst !== 'plan' ? teksten.get(blok.id) : undefined
        return eigen === undefined || blok.soort !== 'alinea'
          ? blok
          : { ...blok, herkomst: 'geschreven', tekst: eigen }
      })
      if (inleiding === undefined) return { ...deel, blokken }
      const eerste: Blok = {
        soort: 'alinea',
        id: inleidingVan(deel.id),
        herkomst: 'geschreven',
        toon: 'inleiding',
        tekst: inleiding,
      }
      return { ...deel, blokken: [eerste, ...blokken] }
    }),
  }
}

/** Waar een opmerking bij kan staan: elk blok en elke inleiding. */
export const opmerkplekken = ({ delen }: Pick<Rapportinhoud, 'delen'>): Set<string> =>
  new Set(delen.flatMap(({ id, blokken }) => [id, inleidingVan(id), ...blokken.map((blok) => blok.id)]))
