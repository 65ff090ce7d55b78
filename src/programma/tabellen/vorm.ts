import type { Datum } from '#basis/datum.ts'
import type { Meting } from '#metingen/deur.ts'
import type { Beoordeeld } from '#programma/bevindingen/bevindingen.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import type { Uitvoercel, Uitvoertabel } from '#programma/poorten.ts'
import type { Voortgang } from '#programma/voortgang/voortgang.ts'

export type Tabelvraag = {
  beeld: Planbeeld
  vandaag: Datum
  /** De velden uit het adres. */
  velden: Readonly<Record<string, string | undefined>>
  beoordeeld: readonly Beoordeeld[]
  /** Alleen voor de tabellen over cijfers. */
  metingen?: readonly Meting[] | undefined
  /** De voortgang die iedereen mag zien; alleen gelezen voor haar eigen tabel. */
  voortgang: readonly Voortgang[]
}

export type Kolomsoort = Uitvoertabel['kolommen'][number]['soort']
/** Naam, kop en soort van een kolom, met wat er per rij in komt. */
export type Uitvoerkolom<Rij> = readonly [
  naam: string,
  kop: string,
  soort: Kolomsoort,
  cel: (rij: Rij) => Uitvoercel | undefined,
]

export type Tabelinhoud = Omit<Uitvoertabel, 'leeswijzer'> & {
  filters: readonly (readonly [string, string])[]
}

export function maakInhoud<Rij>(
  titel: string,
  rijen: readonly Rij[],
  kolommen: readonly Uitvoerkolom<Rij>[],
  filters: readonly (readonly [string, string])[] = [],
): Tabelinhoud {
  return {
    titel,
    kolommen: kolommen.map(([naam, kop, soort]) => ({ naam, kop, soort })),
    rijen: rijen.map((rij) => kolommen.map(([, , , cel]) => cel(rij) ?? null)),
    filters: filters.filter(([, waarde]) => waarde !== ''),
  }
}
