import type { Planfout } from '#programma/deur.ts'

const MEESTE = 200

/** Wat er bij het lezen opviel: fouten houden het hele bestand tegen, waarschuwingen niet. */
export type Verslag = {
  readonly fouten: Planfout[]
  readonly waarschuwingen: Planfout[]
  fout: (plaats: string, melding: string) => void
  waarschuw: (plaats: string, melding: string) => void
}

export function maakVerslag(): Verslag {
  const fouten: Planfout[] = []
  const waarschuwingen: Planfout[] = []
  const zet = (lijst: Planfout[]) => (pad: string, melding: string) => {
    if (lijst.length < MEESTE) lijst.push({ pad, melding })
  }
  return { fouten, waarschuwingen, fout: zet(fouten), waarschuw: zet(waarschuwingen) }
}
