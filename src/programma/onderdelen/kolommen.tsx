import type { Child } from 'hono/jsx'
import { type Centen, toonBedrag } from '#basis/geld.ts'
import type { Dinggeld } from '#programma/begroting/dinggeld.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import { bestedingkolommen } from '#programma/onderdelen/bestedingkolommen.tsx'
import { Onderdeelnaam, Planningstand } from '#programma/onderdelen/delen.tsx'
import type { Lijstrij } from '#programma/onderdelen/lijst.ts'
import type { Geld } from '#programma/planbeeld.ts'
import { Link } from '#ui/link.tsx'
import type { Kolom } from '#ui/tabel.tsx'

/** Een kolom per jaar en een voor het totaal; nul is leeg, want het plan raamt daar niets. */
export function geldkolommen<Rij>(
  jaren: readonly number[],
  geldVan: (rij: Rij) => Geld,
  totaal: (rij: Rij, bedrag: Centen) => Child,
): Kolom<Rij>[] {
  return [
    ...jaren.map(
      (jaar): Kolom<Rij> => ({
        sleutel: String(jaar),
        kop: String(jaar),
        soort: 'bedrag',
        cel: (rij) => geldVan(rij).perJaar.get(jaar),
      }),
    ),
    {
      sleutel: 'totaal',
      kop: 'Totaal, €',
      soort: 'bedrag',
      nadruk: true,
      cel: (rij) => (geldVan(rij).totaal === 0 ? undefined : totaal(rij, geldVan(rij).totaal)),
    },
  ]
}

/** De kolommen van elke tabel van onderdelen per jaar: naam, plan, wat ermee gebeurde als dat bekend is, en looptijd. */
export const onderdeelkolommen = (van: Geldbezoek, geld: Dinggeld | undefined): Kolom<Lijstrij>[] => [
  { sleutel: 'onderdeel', kop: 'Onderdeel', cel: (rij) => <Onderdeelnaam van={van} {...rij} /> },
  ...geldkolommen<Lijstrij>(
    van.beeld.jaren,
    ({ onderdeel }) => van.beeld.geld(onderdeel.id),
    ({ onderdeel }, bedrag) => (
      <Link
        href={`${van.pad(`/onderdelen/${onderdeel.id}`)}#geld`}
        naam={`${toonBedrag(bedrag)}, ${onderdeel.titel}`}
      >
        {toonBedrag(bedrag)}
      </Link>
    ),
  ),
  ...(geld === undefined
    ? []
    : bestedingkolommen<Lijstrij>(van, ({ onderdeel }) => geld.onderdeel.get(onderdeel.id))),
  {
    sleutel: 'stand',
    kop: 'Looptijd',
    cel: ({ onderdeel }) => <Planningstand onderdeel={onderdeel} vandaag={van.vandaag} />,
  },
]
