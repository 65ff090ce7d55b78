import { openLijst } from '#uitwisseling/lijst/bestand.ts'
import { zoekIndeling } from '#uitwisseling/lijst/kolommen.ts'
import type { Invoerprofiel } from '#uitwisseling/lijst/profiel.ts'
import type { Blad } from '#uitwisseling/rekenblad/rekenblad.ts'

/** Hoeveel kolommen van het profiel op een zichtbaar blad staan; 0 als er een ontbreekt die er moet zijn. */
function treffers(profiel: Invoerprofiel, bladen: readonly Blad[]): number {
  return Math.max(
    0,
    ...bladen.map((blad) => {
      if (blad.verborgen === true || profiel.bladen?.includes(blad.naam) === false) return 0
      const indeling = zoekIndeling(blad, profiel)
      return indeling === undefined || indeling.ontbreekt.length > 0 ? 0 : indeling.kolommen.size
    }),
  )
}

/** Staat de kop van dit profiel in dit bestand? */
export function pastOp(profiel: Invoerprofiel, bytes: Uint8Array): boolean {
  const geopend = openLijst(bytes)
  return geopend.ok && treffers(profiel, geopend.waarde.bladen) > 0
}

/** De profielen die op een bestand passen, dat met de meeste herkende kolommen eerst. */
export function herkenProfielen<Profiel extends Invoerprofiel>(
  profielen: readonly Profiel[],
  bytes: Uint8Array,
): Profiel[] {
  const geopend = openLijst(bytes)
  if (!geopend.ok) return []
  return profielen
    .map((profiel) => ({ profiel, aantal: treffers(profiel, geopend.waarde.bladen) }))
    .filter(({ aantal }) => aantal > 0)
    .toSorted((een, ander) => ander.aantal - een.aantal)
    .map(({ profiel }) => profiel)
}
