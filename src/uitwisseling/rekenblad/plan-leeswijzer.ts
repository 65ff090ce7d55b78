import { BLADVORMEN, PROGRAMMABLAD } from '#uitwisseling/rekenblad/plan-bladen.ts'
import { type Blad, LEEG, rij, tekst } from '#uitwisseling/rekenblad/rekenblad.ts'

export const LEESWIJZERBLAD = 'Leeswijzer'

const AFSPRAKEN: readonly (readonly [string, string])[] = [
  ['Begin met', 'blad programma, dan bronnen, onderdelen en bedragen. De andere bladen mogen later.'],
  ['Koppen', 'De vetgedrukte koppen laat u staan. De volgorde van rijen en kolommen mag u wijzigen.'],
  [
    'Sleutel',
    'De vaste naam van een ding. Bij een nieuwe rij laat u de sleutel leeg: Omzien maakt er een van de titel.',
  ],
  [
    'Verwijzen',
    'Naar een ander blad verwijst u met de sleutel of met de naam. Kies uit de lijst, of typ de naam.',
  ],
  [
    'Bedragen',
    'In hele euro’s of met centen: 12500, 12.500, € 12.500 en (12,00) voor min twaalf zijn allemaal goed.',
  ],
  ['Tijd', '2023, 2023-Q3, 2023-09, september 2023, 1-9-2023: zo precies als u het weet.'],
  [
    'Meer namen',
    'In één cel scheidt u namen met een puntkomma. Staat er een puntkomma ín een naam, zet die naam dan tussen "aanhalingstekens".',
  ],
  ['Totalen', 'Rijen met Totaal of Subtotaal worden nagerekend, maar niet ingelezen.'],
  [
    'Inlezen',
    'Omzien leest het hele bestand of niets. Klopt er iets niet, dan ziet u bij welke cel en waarom.',
  ],
]

/** Het eerste blad: waar het bestand voor is, de afspraken, en wat er op elk blad staat. */
export function leeswijzer(programma: string | undefined): Blad {
  const waarvoor =
    programma === undefined
      ? 'Vul dit bestand in en lees het in bij Omzien. Met dit bestand beschrijft u een programmaplan.'
      : `Dit is het plan ${programma}, zoals het in Omzien staat. Wijzig het en lees het weer in.`
  const bladen = [
    [PROGRAMMABLAD, 'Naam, looptijd en hoofddoel van het programma.', true] as const,
    ...BLADVORMEN.map(({ naam, uitleg, verplicht }) => [naam, uitleg, verplicht] as const),
  ]
  return {
    naam: LEESWIJZERBLAD,
    kolommen: [
      { breedteMm: 36, soort: 'tekst' },
      { breedteMm: 160, soort: 'tekst' },
      { breedteMm: 36, soort: 'tekst' },
    ],
    rijen: [
      rij('titel', tekst('Programmaplan')),
      rij('gewoon', LEEG, tekst(waarvoor)),
      rij('gewoon'),
      rij('kop', tekst('Afspraak'), tekst('Zo werkt het'), LEEG),
      ...AFSPRAKEN.map(([kop, zin]) => rij('gewoon', tekst(kop), tekst(zin))),
      rij('gewoon'),
      rij('kop', tekst('Blad'), tekst('Wat erop staat'), tekst('Nodig')),
      ...bladen.map(([naam, uitleg, nodig]) =>
        rij('gewoon', tekst(naam), tekst(uitleg), tekst(nodig ? 'ja' : 'mag ontbreken')),
      ),
    ],
  }
}
