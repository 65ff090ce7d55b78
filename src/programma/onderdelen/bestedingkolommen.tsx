import type { Child } from 'hono/jsx'
import { toonBedrag } from '#basis/geld.ts'
import { toonVorm } from '#programma/begroting/begrotingstabel.ts'
import { boekingenVan } from '#programma/begroting/begrotingstabel.tsx'
import type { Geldrij } from '#programma/begroting/geldbeeld.ts'
import { koersVan } from '#programma/begroting/koers.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import { Link } from '#ui/link.tsx'
import { Status } from '#ui/status.tsx'
import type { Kolom } from '#ui/tabel.tsx'

const KOLOMMEN = [
  ['besteed', 'Besteed, €', 'gerealiseerd'],
  ['vrij', 'Nog vrij, €', 'vrij'],
] as const

function celVan(van: Geldbezoek, rij: Geldrij, naam: string, kolom: 'gerealiseerd' | 'vrij'): Child {
  const bedrag = rij.bedragen[kolom]
  const tekst = toonBedrag(toonVorm(bedrag, false))
  if (bedrag === 0) return tekst
  return (
    <Link href={boekingenVan(van, rij, kolom)} naam={`${tekst}, ${kolom} ${naam}`}>
      {tekst}
    </Link>
  )
}

/** Wat besteed en nog vrij is en of het op koers ligt, om achter de kolommen van het plan te zetten. */
export const bestedingkolommen = <Rij,>(
  van: Geldbezoek,
  geldVan: (rij: Rij) => Geldrij | undefined,
): Kolom<Rij>[] => [
  ...KOLOMMEN.map(
    ([sleutel, kop, kolom]): Kolom<Rij> => ({
      sleutel,
      kop,
      soort: 'bedrag',
      nadruk: sleutel === 'vrij',
      cel: (rij) => {
        const geld = geldVan(rij)
        return geld && celVan(van, geld, geld.naam, kolom)
      },
    }),
  ),
  {
    sleutel: 'koers',
    kop: 'Geld op koers',
    cel: (rij) => {
      const geld = geldVan(rij)
      if (geld === undefined) return ''
      const { soort, woord } = koersVan(geld)
      return <Status soort={soort} tekst={woord} />
    },
  },
]

/** Dezelfde kolommen in een rij die optelt. */
export const bestedingcellen = (van: Geldbezoek, geld: Geldrij | undefined): Record<string, Child> =>
  geld === undefined
    ? {}
    : Object.fromEntries(KOLOMMEN.map(([sleutel, , kolom]) => [sleutel, celVan(van, geld, geld.naam, kolom)]))
