import { toonBedrag } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import { toonVorm } from '#programma/begroting/begrotingstabel.ts'
import { isBesteed } from '#programma/begroting/geldbeeld.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import { type Bronstand, bronstandVan } from '#programma/geld/bronstand.ts'
import type { Bron } from '#programma/plan.ts'
import { Link } from '#ui/link.tsx'
import type { Kolom } from '#ui/tabel.tsx'

/** Wat er van elke bron ontvangen, besteed en over is, naast wat het plan noemt; er staat niets zolang er niets geboekt is. */
export function bronkolommen(van: Geldbezoek, posten: readonly Postsaldo[]): Kolom<Bron>[] {
  if (!isBesteed(posten)) return []
  const standen = new Map(
    van.beeld.plan.bronnen
      .filter(({ id }) => posten.some(({ rekening }) => rekening.bron === id))
      .map(({ id }): [string, Bronstand] => [id, bronstandVan(van.beeld, posten, id)]),
  )
  const regel = (stand: Bronstand, kolom: 'ontvangen' | 'gerealiseerd') =>
    [...stand.in, ...stand.waar].find((een) => een.kolom === kolom)
  return [
    ...(
      [
        ['ontvangen', 'Ontvangen, €'],
        ['gerealiseerd', 'Besteed, €'],
      ] as const
    ).map(
      ([kolom, kop]): Kolom<Bron> => ({
        sleutel: kolom,
        kop,
        soort: 'bedrag',
        cel: ({ id, naam }) => {
          const stand = standen.get(id)
          const bedrag = stand && regel(stand, kolom)?.bedrag
          if (bedrag === undefined || bedrag === 0) return bedrag
          const tekst = toonBedrag(toonVorm(bedrag, false))
          return (
            <Link href={van.geldpad('/boekingen', { bron: id, kolom })} naam={`${tekst}, ${kolom} ${naam}`}>
              {tekst}
            </Link>
          )
        },
      }),
    ),
    {
      sleutel: 'nogover',
      kop: 'Nog over, €',
      soort: 'bedrag',
      nadruk: true,
      cel: ({ id, naam }) => {
        const over = standen.get(id)?.over
        if (over === undefined) return undefined
        const tekst = toonBedrag(toonVorm(over, false))
        return (
          <Link href={`${van.geldpad(`/bronnen/${id}`)}#werkelijk`} naam={`${tekst} over van ${naam}`}>
            {tekst}
          </Link>
        )
      },
    },
  ]
}
