import type { Feiten } from '#verantwoording/feiten/feiten.ts'
import { titelVan } from '#verantwoording/feiten/vraag.ts'
import type { Deel, Rapportinhoud, Rapportkenmerk, Rapportsoort } from '#verantwoording/rapport.ts'
import { dossier1 } from '#verantwoording/sjablonen/dossier-1.ts'
import { jaar1 } from '#verantwoording/sjablonen/jaar-1.ts'
import { kwartaal1 } from '#verantwoording/sjablonen/kwartaal-1.ts'

/**
 * Van feiten naar inhoud. Een sjabloon verandert nooit meer zodra er een rapport mee is vastgesteld: een beter sjabloon
 * krijgt een nieuw nummer, en de oude blijft staan om oude rapporten opnieuw te kunnen maken.
 */
export type Sjabloon = { naam: string; maak: (feiten: Feiten) => Deel[] }

const SJABLONEN: readonly Sjabloon[] = [jaar1, kwartaal1, dossier1]

/** Het nieuwste sjabloon van elke soort. */
export const SJABLOON: Readonly<Record<Rapportsoort, Sjabloon>> = {
  jaar: jaar1,
  kwartaal: kwartaal1,
  dossier: dossier1,
}

export const zoekSjabloon = (naam: string): Sjabloon | undefined => SJABLONEN.find((een) => een.naam === naam)

export function maakInhoud(feiten: Feiten, kenmerk: Rapportkenmerk, sjabloon: Sjabloon): Rapportinhoud {
  const { vraag, beeld, moment } = feiten
  const onderdeel = vraag.soort === 'dossier' ? beeld.onderdeel.get(vraag.onderdeel)?.titel : undefined
  return {
    formaat: 'omzien-rapport',
    versie: 1,
    kenmerk,
    soort: vraag.soort,
    titel: titelVan(vraag, onderdeel),
    ondertitel: beeld.plan.programma.titel,
    gemeente: { ...feiten.gemeente },
    programma: {
      id: beeld.plan.programma.id,
      titel: beeld.plan.programma.titel,
      planversie: feiten.planversie.nummer,
    },
    moment: { ...moment },
    sjabloon: sjabloon.naam,
    verzonnen: feiten.verzonnen,
    delen: sjabloon.maak(feiten),
  }
}
