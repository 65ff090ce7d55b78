import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Besluit } from '#programma/deur.ts'
import type { Rapportsoort } from '#verantwoording/rapport.ts'

/** Het leven van een rapport: bij wie het ligt, en wat er nodig is om verder te gaan. */

export const RAPPORTSTANDEN = ['concept', 'stuurgroep', 'college', 'raad', 'vastgesteld'] as const
export type Rapportstand = (typeof RAPPORTSTANDEN)[number]

/** Langs wie een soort gaat; wie als laatste voor ‘vastgesteld’ staat, stelt haar vast. */
export const ROUTE: Readonly<Record<Rapportsoort, readonly Rapportstand[]>> = {
  jaar: ['concept', 'stuurgroep', 'college', 'raad', 'vastgesteld'],
  kwartaal: ['concept', 'stuurgroep', 'college', 'vastgesteld'],
  dossier: ['concept', 'stuurgroep', 'vastgesteld'],
}

export const volgende = (soort: Rapportsoort, stand: Rapportstand): Rapportstand | undefined =>
  ROUTE[soort][ROUTE[soort].indexOf(stand) + 1]

type Orgaan = Besluit['orgaan']

/** Wie besluit om het rapport van hier verder te laten gaan; van concept gaat het zonder besluit. */
export function besluitVan(
  soort: Rapportsoort,
  stand: Rapportstand,
): { orgaan: Orgaan; nodig: boolean } | undefined {
  if (stand === 'concept' || stand === 'vastgesteld') return undefined
  // De stuurgroep geeft door; alleen wie vaststelt of namens de gemeente spreekt, moet een besluit hebben.
  return { orgaan: stand, nodig: stand !== 'stuurgroep' || volgende(soort, stand) === 'vastgesteld' }
}

export type Stapweigering =
  | { code: 'stap_kan_niet' }
  | { code: 'besluit_nodig'; orgaan: Orgaan }
  | { code: 'besluit_ander_orgaan'; orgaan: Orgaan }
  | { code: 'reden_nodig' }

export type Stapwens = { naar: Rapportstand; reden: string | null }

/** Mag deze stap? `besluit` is het gekozen besluit, of `undefined` als er geen gekozen is. */
export function keurStap(
  soort: Rapportsoort,
  stand: Rapportstand,
  { naar, reden }: Stapwens,
  besluit: Pick<Besluit, 'orgaan'> | undefined,
): Uitkomst<{ terug: boolean }, Stapweigering> {
  if (stand === 'vastgesteld') return geweigerd({ code: 'stap_kan_niet' })
  if (naar === 'concept' && stand !== 'concept')
    return (reden ?? '').trim() === '' ? geweigerd({ code: 'reden_nodig' }) : gelukt({ terug: true })
  if (naar !== volgende(soort, stand)) return geweigerd({ code: 'stap_kan_niet' })
  const eis = besluitVan(soort, stand)
  if (eis?.nodig && besluit === undefined) return geweigerd({ code: 'besluit_nodig', orgaan: eis.orgaan })
  if (eis !== undefined && besluit !== undefined && besluit.orgaan !== eis.orgaan)
    return geweigerd({ code: 'besluit_ander_orgaan', orgaan: eis.orgaan })
  return gelukt({ terug: false })
}

/** Schrijven kan alleen zolang het rapport bij de maker ligt: wat is aangeboden, blijft wat het was. */
export const isTeSchrijven = (stand: Rapportstand): boolean => stand === 'concept'
/** Opmerken kan tot het is vastgesteld. */
export const isTeBespreken = (stand: Rapportstand): boolean => stand !== 'vastgesteld'
