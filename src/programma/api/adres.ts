import type { Apicontext } from '#programma/api/verzameling.ts'
import { API_PAD, type Planvraag } from '#programma/api/vorm.ts'

/** Adressen blijven bij het plan en de versie waarnaar gevraagd is; een plan dat het ding zelf noemt, gaat voor. */
export const adresVan =
  ({ plan, versie }: Planvraag): Apicontext['adres'] =>
  (rest, vraag = {}) => {
    const velden = new URLSearchParams()
    for (const [naam, waarde] of Object.entries({ ...vraag, plan: vraag['plan'] ?? plan, versie }))
      if (waarde !== undefined) velden.set(naam, String(waarde))
    return `${API_PAD}${rest}${velden.size === 0 ? '' : `?${velden}`}`
  }
