import { ASPECTEN, BENADERINGEN, PLAATSSOORTEN } from '#programma/deur.ts'
import {
  BEDRAG,
  GETAL,
  kolom,
  LIJST,
  NUMMER,
  naar,
  naarMeer,
  REGELS,
  sleutel,
  TEKST,
  TIJDVAK,
  TWIJFEL,
  VERPLICHT,
  VINKJE,
} from '#uitwisseling/rekenblad/plan-kolommen.ts'
import type { Bladvorm } from '#uitwisseling/rekenblad/plan-vorm.ts'

export const PLAATSEN: Bladvorm = {
  naam: 'plaatsen',
  uitleg: 'De hoofdstukken, paragrafen, tabellen en bijlagen van het document.',
  verplicht: false,
  kolommen: [
    sleutel(),
    kolom('soort', 'Soort', 28, { soort: 'keuze', waarden: PLAATSSOORTEN }, 'Kies uit de lijst.', VERPLICHT),
    NUMMER,
    kolom('titel', 'Titel', 90, TEKST, 'Kop zoals gedrukt.', VERPLICHT),
    kolom('regel', 'Regel', 16, GETAL, 'Regel in het document.'),
    kolom('over', 'Gaat over', 60, { soort: 'dingen' }, 'Bijvoorbeeld onderdeel: inloop, gescheiden door ;'),
    TWIJFEL,
  ],
}

export const VERMELDINGEN: Bladvorm = {
  naam: 'vermeldingen',
  uitleg: 'Wat zegt het document waar? Vul per rij alleen de kolommen in die bij de soort horen.',
  verplicht: true,
  kolommen: [
    sleutel(),
    kolom(
      'soort',
      'Soort',
      26,
      {
        soort: 'keuze',
        waarden: ['bedrag', 'looptijd', 'naam', 'verwijzing', 'leden', 'dekking', 'aantal'],
      },
      'Kies uit de lijst.',
      VERPLICHT,
    ),
    kolom('plaats', 'Plaats', 40, naar('plaats'), 'Waar het staat: blad plaatsen.', VERPLICHT),
    ...REGELS,
    kolom('over', 'Gaat over', 50, { soort: 'ding' }, 'Bijvoorbeeld onderdeel: inloop.', VERPLICHT),
    kolom(
      'aspect',
      'Lasten of beschikbaar',
      28,
      { soort: 'keuze', waarden: ASPECTEN, standaard: 'lasten' },
      'bedrag: lasten kost geld, beschikbaar brengt geld in.',
    ),
    kolom('bedragCent', 'Bedrag (euro)', 34, BEDRAG, 'bedrag: in euro.'),
    kolom('geheel', 'Hele looptijd', 20, VINKJE, 'bedrag: ja als het document geen jaren noemt.'),
    kolom('van', 'Van', 26, TIJDVAK, 'bedrag en looptijd: begin.'),
    kolom('tot', 'Tot en met', 26, TIJDVAK, 'bedrag en looptijd: eind.'),
    kolom('perJaar', 'Per jaar', 18, VINKJE, 'bedrag: ja als het elk jaar geldt.'),
    kolom(
      'benadering',
      'Ongeveer',
      24,
      { soort: 'keuze', waarden: BENADERINGEN },
      'bedrag: ruim, circa of hoogstens.',
    ),
    kolom('maanden', 'Maanden', 20, GETAL, 'looptijd: duur in maanden.'),
    kolom('verwacht', 'Verwacht', 20, VINKJE, 'looptijd: ja als het nog niet zeker is.'),
    kolom('naam', 'Naam', 50, TEKST, 'naam: hoe het ding hier heet.'),
    kolom('codes', 'Verwijst naar', 30, LIJST, 'verwijzing: nummers zoals gedrukt, gescheiden door ;'),
    kolom('bedoelt', 'Bedoelt', 50, { soort: 'dingen' }, 'verwijzing: bijvoorbeeld groep: jeugd.'),
    kolom('bronnen', 'Betaald uit', 40, naarMeer('bron'), 'dekking: bronnen, gescheiden door ;'),
    kolom('aantalVan', 'Aantal van', 20, GETAL, 'aantal: minstens.'),
    kolom('aantalTot', 'Aantal tot en met', 20, GETAL, 'aantal: hoogstens.'),
    kolom('letterlijk', 'Letterlijk', 80, TEKST, 'De woorden van het document.'),
    TWIJFEL,
  ],
}

export const LEDEN: Bladvorm = {
  naam: 'leden',
  uitleg: 'Opsommingen in het document: één lid per rij, bij een vermelding van de soort leden.',
  verplicht: false,
  kolommen: [
    kolom('ouder', 'Vermelding', 50, naar('vermelding'), 'Sleutel van blad vermeldingen.', VERPLICHT),
    kolom('naam', 'Naam', 80, TEKST, 'Naam zoals gedrukt.', VERPLICHT),
    kolom(
      'ding',
      'Is',
      60,
      { soort: 'ding' },
      'Bijvoorbeeld onderdeel: inloop. Leeg als het plan er geen regel voor heeft.',
    ),
  ],
}
