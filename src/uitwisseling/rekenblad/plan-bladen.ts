import { BRONSOORTEN, VERANTWOORDINGEN } from '#programma/deur.ts'
import { LEDEN, PLAATSEN, VERMELDINGEN } from '#uitwisseling/rekenblad/plan-bladen-document.ts'

import {
  AARD,
  BEDRAG,
  GETAL,
  kolom,
  LIJST,
  MAG_NULL,
  MEETKOLOMMEN,
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
import type { Bladvorm, Kolom } from '#uitwisseling/rekenblad/plan-vorm.ts'

export { LEDEN, PLAATSEN, VERMELDINGEN }

export const PROGRAMMABLAD = 'programma'

export const PROGRAMMA: readonly Kolom[] = [
  kolom(
    'gemeente.code',
    'Gemeentecode',
    0,
    TEKST,
    'Code van het CBS: gm en vier cijfers, bijvoorbeeld gm0000.',
    VERPLICHT,
  ),
  kolom('gemeente.naam', 'Gemeente', 0, TEKST, 'Naam van de gemeente.', VERPLICHT),
  kolom(
    'programma.id',
    'Sleutel',
    0,
    { soort: 'sleutel' },
    'Vaste naam van het programma. Mag leeg blijven.',
  ),
  kolom('programma.titel', 'Titel', 0, TEKST, 'Naam van het programma.', VERPLICHT),
  kolom('programma.van', 'Van', 0, TIJDVAK, 'Eerste jaar, bijvoorbeeld 2022.', VERPLICHT),
  kolom('programma.tot', 'Tot en met', 0, TIJDVAK, 'Laatste jaar, bijvoorbeeld 2026.', VERPLICHT),
  kolom('programma.hoofddoel', 'Hoofddoel', 0, TEKST, 'Wat wil de gemeente bereiken?', MAG_NULL),
  kolom('programma.herkomst', 'Herkomst', 0, TEKST, 'Uit welk document komen deze gegevens?', VERPLICHT),
  kolom('programma.toelichting', 'Toelichting', 0, TEKST, 'Wat een lezer verder moet weten.'),
  kolom('$schema', 'Schema', 0, { soort: 'tekst-of-niets' }, 'Voor computers. Laat dit staan.'),
]

export const DOELEN: Bladvorm = {
  naam: 'doelen',
  uitleg: 'Wat willen we bereiken? Eén doel per rij.',
  verplicht: false,
  kolommen: [
    sleutel(),
    kolom('titel', 'Doel', 90, TEKST, 'Het doel in één zin.', VERPLICHT),
    kolom('toelichting', 'Toelichting', 80, TEKST, 'Uitleg bij het doel.'),
    ...REGELS,
    TWIJFEL,
  ],
}

export const INDICATOREN: Bladvorm = {
  naam: 'indicatoren',
  uitleg: 'Waaraan zien we of een doel dichterbij komt? Eén meetbaar gegeven per rij.',
  verplicht: false,
  kolommen: [
    kolom('ouder', 'Doel', 50, naar('doel'), 'Bij welk doel dit hoort.', VERPLICHT),
    sleutel(),
    kolom('naam', 'Indicator', 70, TEKST, 'Wat we meten.', VERPLICHT),
    kolom('eenheid', 'Eenheid', 30, TEKST, 'Bijvoorbeeld: inwoners of procent.', VERPLICHT),
    kolom('bron', 'Bron van het cijfer', 50, TEKST, 'Wie dit cijfer maakt.'),
    kolom('nulwaarde', 'Nulwaarde', 30, { soort: 'tekst-of-niets' }, 'Waarde aan het begin.'),
    kolom('streefwaarde', 'Streefwaarde', 30, { soort: 'tekst-of-niets' }, 'Waarde die we willen halen.'),
    ...MEETKOLOMMEN,
  ],
}

export const GROEPEN: Bladvorm = {
  naam: 'groepen',
  uitleg: 'Programmalijnen: onderdelen die bij elkaar horen.',
  verplicht: false,
  kolommen: [
    sleutel(),
    NUMMER,
    kolom('titel', 'Groep', 80, TEKST, 'Naam van de groep.', VERPLICHT),
    kolom('toelichting', 'Toelichting', 90, TEKST, 'Uitleg bij de groep.'),
  ],
}

export const ONDERDELEN: Bladvorm = {
  naam: 'onderdelen',
  uitleg:
    'Wat gaan we daarvoor doen? Eén onderdeel per rij. Meer namen in één cel scheidt u met een puntkomma.',
  verplicht: true,
  kolommen: [
    sleutel(),
    NUMMER,
    kolom('titel', 'Titel', 70, TEKST, 'Naam van het onderdeel.', VERPLICHT),
    kolom('groep', 'Groep', 40, naar('groep'), 'Sleutel of naam van blad groepen.', MAG_NULL),
    kolom(
      'ouder',
      'Hoort onder',
      40,
      naar('onderdeel'),
      'Het grotere onderdeel waar dit bij hoort.',
      MAG_NULL,
    ),
    kolom('doel', 'Wat het wil bereiken', 80, TEKST, 'In eigen woorden.', MAG_NULL),
    kolom('doelen', 'Doelen', 40, naarMeer('doel'), 'Doelen van blad doelen, gescheiden door ;'),
    kolom('planning.van', 'Begin', 26, TIJDVAK, '2023, 2023-Q3, september 2023 of 1-9-2023.'),
    kolom('planning.tot', 'Eind', 26, TIJDVAK, 'Tot en met. Zelfde schrijfwijze als bij Begin.'),
    kolom('planning.verwacht', 'Planning verwacht', 22, VINKJE, 'ja als begin of eind nog niet zeker is.'),
    kolom('planning.tekst', 'Planning in woorden', 60, TEKST, 'Zoals het plan het zegt.'),
    kolom('partners', 'Partners', 60, LIJST, 'Namen van organisaties, gescheiden door ;'),
    kolom('eigenaarrol', 'Eigenaar', 40, TEKST, 'Een rol, geen naam van een persoon.', MAG_NULL),
    kolom('bronnen', 'Bronnen', 40, naarMeer('bron'), 'Waaruit dit betaald kan worden, gescheiden door ;'),
    AARD,
    kolom('aliassen', 'Andere namen', 50, LIJST, 'Hoe dit onderdeel ook heet, gescheiden door ;'),
    kolom('beeindigd.op', 'Beëindigd op', 26, TIJDVAK, 'Alleen als het onderdeel is gestopt.'),
    kolom('beeindigd.reden', 'Reden van het einde', 50, TEKST, 'Waarom het is gestopt.'),
    ...REGELS,
    TWIJFEL,
  ],
}

export const RELATIES: Bladvorm = {
  naam: 'relaties',
  uitleg: 'Welke onderdelen hebben met elkaar te maken?',
  verplicht: false,
  kolommen: [
    kolom('ouder', 'Onderdeel', 50, naar('onderdeel'), 'Van dit onderdeel …', VERPLICHT),
    kolom('naar', 'Heeft te maken met', 50, naar('onderdeel'), '… naar dit onderdeel.', VERPLICHT),
    kolom('toelichting', 'Toelichting', 90, TEKST, 'Wat zij met elkaar te maken hebben.'),
  ],
}

export const MIJLPALEN: Bladvorm = {
  naam: 'mijlpalen',
  uitleg: 'Wat moet wanneer klaar zijn? Eén mijlpaal per rij.',
  verplicht: true,
  kolommen: [
    kolom('ouder', 'Onderdeel', 50, naar('onderdeel'), 'Bij welk onderdeel dit hoort.', VERPLICHT),
    sleutel(),
    kolom('wat', 'Mijlpaal', 80, TEKST, 'Wat er dan klaar is.', VERPLICHT),
    kolom('wanneer', 'Wanneer', 28, TIJDVAK, '2023, 2023-Q3, september 2023 of 1-9-2023.', MAG_NULL),
    kolom('verwacht', 'Verwacht', 20, VINKJE, 'ja als het nog niet zeker is.'),
    kolom('letterlijk', 'Letterlijk', 60, TEKST, 'De woorden van het plan, bijvoorbeeld: zomer 2023.'),
    kolom('regel', 'Regel', 16, GETAL, 'Regel in het document.'),
    TWIJFEL,
  ],
}

export const BRONNEN: Bladvorm = {
  naam: 'bronnen',
  uitleg: 'Waar komt het geld vandaan? Eén bron per rij; de bedragen staan op blad ontvangsten.',
  verplicht: true,
  kolommen: [
    sleutel(),
    kolom('naam', 'Bron', 80, TEKST, 'Naam van de bron.', VERPLICHT),
    kolom('soort', 'Soort', 32, { soort: 'keuze', waarden: BRONSOORTEN }, 'Kies uit de lijst.', VERPLICHT),
    AARD,
    kolom(
      'verantwoording',
      'Verantwoording',
      38,
      { soort: 'keuze', waarden: VERANTWOORDINGEN, standaard: 'onbekend' },
      'Aan wie u dit geld moet verantwoorden.',
    ),
    kolom('voorwaarden', 'Voorwaarden', 80, TEKST, 'Waar het geld voor bedoeld is.'),
    TWIJFEL,
  ],
}

export const ONTVANGSTEN: Bladvorm = {
  naam: 'ontvangsten',
  uitleg:
    'Hoeveel brengt elke bron in, in welk jaar? Noemt het plan geen bedrag, dan staat de bron hier niet.',
  verplicht: false,
  kolommen: [
    kolom('ouder', 'Bron', 50, naar('bron'), 'Van welke bron dit komt.', VERPLICHT),
    kolom('naam', 'Ontvangst', 80, TEKST, 'Zoals het plan het noemt.', VERPLICHT),
    kolom('jaar', 'Jaar', 18, GETAL, 'Jaar van ontvangst. Leeg als dat niet bekend is.', MAG_NULL),
    kolom(
      'bedragCent',
      'Bedrag (euro)',
      34,
      BEDRAG,
      'In euro, hoogstens twee cijfers achter de komma.',
      VERPLICHT,
    ),
    kolom('regel', 'Regel', 16, GETAL, 'Regel in het document.'),
    TWIJFEL,
  ],
}

export const VOORGANGERS: Bladvorm = {
  naam: 'voorgangers',
  uitleg: 'Eerdere of andere programma’s waar het plan iets over zegt.',
  verplicht: false,
  kolommen: [sleutel(), kolom('titel', 'Titel', 90, TEKST, 'Naam van dat programma.', VERPLICHT)],
}

/** Het blad bedragen heeft daarnaast kolommen per jaar. */
export const BEDRAGEN: Bladvorm = {
  naam: 'bedragen',
  uitleg: 'Wat mag het kosten? Eén rij per onderdeel en bron, één kolom per jaar, in euro.',
  verplicht: true,
  kolommen: [
    kolom('onderdeel', 'Onderdeel', 50, naar('onderdeel'), 'Sleutel of naam van blad onderdelen.', VERPLICHT),
    kolom('titel', 'Titel (alleen om te lezen)', 60, { soort: 'ter-informatie' }, 'Wordt niet ingelezen.'),
    kolom('bron', 'Bron', 50, naar('bron'), 'Leeg als het plan de verdeling niet noemt.', MAG_NULL),
    kolom('totaal', 'Totaal', 34, { soort: 'ter-informatie' }, 'Rekent zichzelf uit.'),
    kolom('volgorde', 'Volgorde in het plan', 24, LIJST, 'Voor computers. Mag leeg blijven.'),
  ],
}

/** De bladen zoals zij in het werkboek staan; `programma` en `Leeswijzer` komen daarvoor. */
export const BLADVORMEN: readonly Bladvorm[] = [
  DOELEN,
  INDICATOREN,
  GROEPEN,
  ONDERDELEN,
  RELATIES,
  MIJLPALEN,
  BRONNEN,
  ONTVANGSTEN,
  BEDRAGEN,
  VOORGANGERS,
  PLAATSEN,
  VERMELDINGEN,
  LEDEN,
]
