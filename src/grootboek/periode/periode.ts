import type { Datum } from '#basis/datum.ts'
import { type Periode, periodeVan } from '#grootboek/boeking.ts'
import type { Periodestand } from '#grootboek/journaal.store.ts'

/** Een periode gaat van open naar voorlopig naar vast; terug kan alleen met een reden en een tweede persoon. */

export type Sluitweigering = 'al_zo' | 'eerst_voorlopig' | 'nog_niet_voorbij' | 'eerst_heropenen'

/** Waarom deze periode deze stand nu niet kan krijgen. */
export function keurSluiten(
  periode: Periode,
  nu: Periodestand,
  naar: Exclude<Periodestand, 'open'>,
  vandaag: Datum,
): Sluitweigering | undefined {
  if (nu === naar) return 'al_zo'
  if (nu === 'vast') return 'eerst_heropenen'
  if (periode >= periodeVan(vandaag)) return 'nog_niet_voorbij'
  return naar === 'vast' && nu !== 'voorlopig' ? 'eerst_voorlopig' : undefined
}

/** Wat iemand nakijkt voor zij een periode sluit; iets dat niet in orde is, houdt het sluiten niet tegen. */
export type Sluitpunten = {
  /** Eerdere maanden met boekingen die nog open zijn. */
  eerderOpen: readonly Periode[]
  /** Ingelezen geld in deze maand dat nog bij geen onderdeel hoort. */
  onbekend: { boekingen: number; bedragCent: number }
  /** Voorstellen die nog op een tweede persoon wachten en over deze maand gaan. */
  voorstellen: number
  boekingen: number
}

export const isInOrde = ({ eerderOpen, onbekend, voorstellen }: Sluitpunten): boolean =>
  eerderOpen.length === 0 && onbekend.boekingen === 0 && voorstellen === 0
