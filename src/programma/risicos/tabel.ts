import { toonDatum } from '#basis/datum.ts'
import { toonEuro, toonEuroCenten } from '#basis/geld.ts'
import { onderdeelnaam } from '#programma/namen.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import {
  KANSNAAM,
  type Risico,
  type Risicoregels,
  risicosom,
  verwachtVan,
} from '#programma/risicos/risico.ts'
import type { GeldendeRisicoregels } from '#programma/risicos/risicos.store.ts'
import { maakInhoud } from '#programma/tabellen/vorm.ts'

/** Hoe een risico in woorden heet, en de lijst als bestand. */

export const waarvan =
  (van: Pick<Planbezoek, 'beeld'>) =>
  (onderdeel: string | null): string =>
    onderdeel === null ? 'Hele programma' : onderdeelnaam(van.beeld.plan)(onderdeel)

export const bereik = ({ laagCent, hoogCent }: Pick<Risico, 'laagCent' | 'hoogCent'>): string =>
  laagCent === hoogCent ? toonEuro(hoogCent) : `${toonEuro(laagCent)} tot ${toonEuro(hoogCent)}`

export const kansnaam = (risico: Pick<Risico, 'kans'>, { kansen }: Risicoregels): string =>
  `${KANSNAAM[risico.kans]}, ${kansen[risico.kans - 1]}\u00a0%`

export const risicotabel = (
  van: Pick<Planbezoek, 'beeld' | 'vandaag'>,
  risicos: readonly Risico[],
  { regels, bevestigd }: GeldendeRisicoregels,
) => {
  const som = risicosom(risicos, regels)
  return maakInhoud(
    "Risico's",
    risicos,
    [
      ['nummer', 'Nummer', 'tekst', ({ nummer }) => `R${nummer}`],
      ['waarvan', 'Waarvan', 'tekst', ({ onderdeel }) => waarvan(van)(onderdeel)],
      ['oorzaak', 'Oorzaak', 'tekst', ({ oorzaak }) => oorzaak],
      ['gebeurtenis', 'Gebeurtenis', 'tekst', ({ gebeurtenis }) => gebeurtenis],
      ['gevolg', 'Gevolg', 'tekst', ({ gevolg }) => gevolg],
      ['kans', 'Kans', 'tekst', (risico) => kansnaam(risico, regels)],
      ['laag', 'Kost dan, laagste', 'bedrag', ({ laagCent }) => laagCent],
      ['hoog', 'Kost dan, hoogste', 'bedrag', ({ hoogCent }) => hoogCent],
      [
        'verwacht',
        'Naar verwachting',
        'bedrag',
        (risico) => (risico.stand === 'open' ? verwachtVan(risico, regels) : null),
      ],
      ['maatregel', 'Maatregel', 'tekst', ({ maatregel }) => maatregel],
      ['rol', 'Wie let erop', 'tekst', ({ eigenaarrol }) => eigenaarrol],
      ['stand', 'Stand', 'tekst', ({ stand }) => stand],
    ],
    [
      ['Stand van', toonDatum(van.vandaag)],
      ['Samen naar verwachting', toonEuroCenten(som.verwachtCent)],
      ['Waarvan afronding', `${toonEuroCenten(som.afrondingCent)}, het verschil met de som van de regels`],
      ['Indeling van de kans', bevestigd ? 'door de gemeente gekozen' : 'te bevestigen'],
    ],
  )
}
