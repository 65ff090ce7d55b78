import type { Uitkomst } from '#basis/uitkomst.ts'
import { type Vergelijking, vergelijk } from '#regels/beleid/vergelijking.ts'
import { ruwVan, type Vergelijkvraag, zoekVan } from '#regels/beleid/vraag.ts'
import type { Marginalen } from '#regels/bevolking/marginalen.ts'
import type { Loopregels, Simulatieweigering } from '#regels/simulatie/simuleer.ts'

/**
 * Onthoudt de laatste uitkomsten in het geheugen van dit proces. Scherm, rekenblad en notitie gaan zo over precies
 * dezelfde berekening; wie later hetzelfde vraagt, krijgt hetzelfde, want het adres zegt alles.
 */
type Antwoord = Uitkomst<Vergelijking, Simulatieweigering>
type Plek = { gemeente: { code: string; naam: string }; marginalen: Marginalen; vraag: Vergelijkvraag }

export type Lade = {
  /** Wat er al is, of bezig is; rekent niets. */
  vind: (plek: Omit<Plek, 'marginalen'>) => Promise<Antwoord> | undefined
  /** Rekent uit, of geeft wat er al was. */
  reken: (plek: Plek, loop?: Loopregels) => Promise<Antwoord>
}

const MEESTE_BEWAARD = 24

export function maakLade(meeste = MEESTE_BEWAARD): Lade {
  const bewaard = new Map<string, Promise<Antwoord>>()
  const sleutelVan = ({ gemeente, vraag }: Omit<Plek, 'marginalen'>): string =>
    `${gemeente.code}?${zoekVan(ruwVan(vraag))}`
  return {
    vind: (plek) => bewaard.get(sleutelVan(plek)),
    async reken(plek, loop) {
      const sleutel = sleutelVan(plek)
      const eerder = bewaard.get(sleutel)
      // Wie zelf kan stoppen, rekent zelf: anders stopt hij ook voor een ander die wacht.
      if (eerder !== undefined && loop?.signaal === undefined) return eerder
      const belofte = vergelijk(plek.gemeente, plek.marginalen, plek.vraag, loop)
      if (loop?.signaal === undefined) bewaard.set(sleutel, belofte)
      const vergeet = (): void => {
        if (bewaard.get(sleutel) === belofte) bewaard.delete(sleutel)
      }
      try {
        const antwoord = await belofte
        if (antwoord.ok) {
          bewaard.delete(sleutel)
          bewaard.set(sleutel, belofte)
        } else vergeet()
        for (const oud of [...bewaard.keys()].slice(0, Math.max(0, bewaard.size - meeste)))
          bewaard.delete(oud)
        return antwoord
      } catch (fout) {
        vergeet()
        throw fout
      }
    },
  }
}
