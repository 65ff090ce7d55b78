import { datum } from '#basis/datum.ts'
import {
  actie,
  type Bijeenkomst,
  besluit,
  bespreek,
  mijlpaal,
  onderdeel,
  risico,
  stuurgroep,
} from '#start/voorbeeldgemeente/overlegvorm.ts'

/** Waarover stuurgroep, college, directie en projectoverleg in de voorbeeldgemeente spraken. Alles is verzonnen. */

export const BIJEENKOMSTEN: readonly Bijeenkomst[] = [
  stuurgroep(
    '2022-03-10',
    besluit('De stuurgroep komt elk kwartaal bij elkaar', undefined, 'directie'),
    bespreek(
      'Open vacatures',
      risico(1),
      'Vroeg werven, samen met de regio.',
      actie('Een wervingsplan maken', 'Afdelingshoofd', 42, 35),
    ),
  ),
  stuurgroep(
    '2022-06-09',
    besluit(
      'Een projectleider voor jeugd en een voor Wmo aanstellen',
      onderdeel('projectleider-jeugd'),
      'directie',
      actie('De opdracht opstellen', 'Beleidsmedewerker jeugd', 14, 12),
    ),
  ),
  stuurgroep(
    '2022-09-08',
    besluit(
      'Meer geld vragen voor de verkenning van beschermd wonen',
      onderdeel('beschermd-wonen'),
      'college',
    ),
    bespreek('Verbouwing in dorp C', risico(3), 'Eerst de keuken, dan de rest.'),
  ),
  stuurgroep(
    '2022-12-08',
    besluit(
      'Werving van steungezinnen begint in januari',
      onderdeel('steungezinnen'),
      'directie',
      actie('Scholen en verenigingen vragen mee te doen', 'Beleidsmedewerker jeugd', 60, 75, 30),
    ),
  ),
  stuurgroep(
    '2023-03-09',
    besluit('Eerst twee proeven met zorg op afstand, dan pas meer', onderdeel('zorginnovatie'), 'directie'),
    bespreek(
      'Hoe groot is elke kans',
      undefined,
      'De gangbare indeling blijft, en is hiermee bevestigd.',
      actie('De indeling vastleggen', 'Financieel adviseur', 7, 1),
    ),
  ),
  stuurgroep(
    '2023-06-08',
    besluit(
      'Samen met buurgemeenten over tarieven praten',
      risico(6),
      'college',
      actie('Buurgemeenten uitnodigen', 'Contractmanager', 30, 28),
    ),
  ),
  stuurgroep(
    '2023-09-07',
    bespreek(
      'Dorp C schuift op',
      mijlpaal('inloop-dorp-c/open'),
      'Akkoord, als het binnen het budget blijft.',
    ),
    besluit(
      'Eén ingang voor hulp opent met de jaarwisseling',
      onderdeel('wijkteams'),
      'directie',
      actie('Inwoners laten weten waar zij terechtkunnen', 'Communicatieadviseur', 90, 85),
    ),
  ),
  {
    ...stuurgroep(
      '2023-12-14',
      besluit(
        'Cijfers van de wijkteams komen in 2024 op één pagina',
        onderdeel('meten'),
        'directie',
        actie('Het laatste wijkteam overzetten', 'Data-analist', 120, 160, 60),
      ),
    ),
    verzetVan: datum('2023-12-07'),
  },
  stuurgroep(
    '2024-03-14',
    besluit(
      'De bijstelling van het programma aan de raad voorleggen',
      undefined,
      'college',
      actie('Het raadsvoorstel schrijven', 'Programmamanager', 7, 6),
    ),
    bespreek(
      'Meer hulpvragen dan verwacht',
      risico(8),
      'Elke maand tellen.',
      actie('Maandcijfers maken', 'Data-analist', 30, 25),
    ),
  ),
  stuurgroep(
    '2024-06-13',
    besluit('Het extra geld van het Rijk gaat naar de wijkteams', onderdeel('wijkteams'), 'college'),
    {
      ...besluit('De wijkkrant komt terug', onderdeel('communicatie'), 'geen'),
      uitkomst: 'afgewezen',
      conclusie: 'De website doet dit al.',
    },
  ),
  stuurgroep(
    '2024-09-12',
    {
      ...besluit('Jeugdhulp op school ook in de bovenbouw', onderdeel('jeugdhulp-op-school'), 'college'),
      uitkomst: 'aangehouden',
      conclusie: 'Eerst horen wat de raad ervan vindt.',
      acties: [actie('De kosten per school uitrekenen', 'Beleidsmedewerker jeugd', 28, 20)],
    },
    bespreek('Stijgende prijzen', risico(10), 'Elk kwartaal prognoses bijstellen.'),
  ),
  stuurgroep(
    '2024-12-12',
    bespreek(
      'Tarieven van aanbieders',
      mijlpaal('contractbeheer/afspraken'),
      'Nog een half jaar, dan beslist het college.',
      actie('Een voorstel voor het tarief maken', 'Contractmanager', 60, 58),
    ),
    besluit('De inloop in dorp E gaat door, ook met een bezwaar', onderdeel('inloop-dorp-e'), 'college'),
  ),
  stuurgroep(
    '2025-03-13',
    besluit(
      'De evaluatie van de steungezinnen wordt uitgebreid',
      mijlpaal('steungezinnen/evaluatie'),
      'directie',
      actie('Met tien gezinnen praten', 'Beleidsmedewerker jeugd', 45, 50, 14),
    ),
  ),
  stuurgroep(
    '2025-06-12',
    besluit('Twee proeven gaan een half jaar langer door', onderdeel('zorginnovatie'), 'college'),
    bespreek(
      'Herverdeling door het Rijk',
      risico(2),
      'In de reserve blijft ruimte.',
      actie('Drie scenario’s uitrekenen', 'Financieel adviseur', 80, 77),
    ),
  ),
  stuurgroep(
    '2025-09-11',
    besluit(
      'Nieuwe contracten lopen tot en met 2028',
      onderdeel('contractbeheer'),
      'college',
      actie('De contracten laten tekenen', 'Contractmanager', 30, 30),
    ),
  ),
  stuurgroep(
    '2025-12-11',
    besluit(
      'Steungezinnen stopt als project en gaat op in het welzijnswerk',
      onderdeel('steungezinnen'),
      'directie',
      actie('Afspraken maken met het welzijnswerk', 'Beleidsmedewerker jeugd', 40, 38),
    ),
  ),
  stuurgroep(
    '2026-03-12',
    bespreek(
      'Plaatsen voor beschermd wonen na 2026',
      mijlpaal('beschermd-wonen/besluit'),
      'Eerst langs de regio.',
      actie('Het voorstel met de regio bespreken', 'Beleidsmedewerker Wmo', 60, 57),
    ),
    besluit('Een vangnet voor cliëntondersteuning bij de fusie', risico(12), 'directie'),
  ),
  stuurgroep(
    '2026-06-11',
    besluit(
      'De evaluatie van het programma begint na de zomer',
      undefined,
      'directie',
      actie('Een opdracht voor de evaluatie schrijven', 'Programmamanager', 30, 29),
    ),
    bespreek(
      'Jeugdhulp op school na 2026',
      risico(9),
      'De raad beslist bij de begroting 2027.',
      actie('Een voorstel voor de begroting 2027 maken', 'Beleidsmedewerker jeugd', 100, undefined, 60),
    ),
  ),
  stuurgroep(
    '2026-09-10',
    bespreek(
      'Keuze van de proeven schuift op',
      mijlpaal('zorginnovatie/keuze'),
      'Uiterlijk deze winter een keuze.',
      actie('Een nieuwe planning vragen aan de zorgaanbieder', 'Beleidsmedewerker Wmo', 35),
    ),
    besluit('De begroting 2027 van het programma aan het college voorleggen', undefined, 'college'),
  ),
  {
    orgaan: 'directie',
    dag: datum('2026-10-08'),
    punten: [
      besluit(
        'Vervanging van drie medewerkers die met pensioen gaan',
        risico(1),
        'geen',
        actie('De vacatures openstellen', 'Afdelingshoofd', 21, 18),
      ),
    ],
  },
  {
    orgaan: 'projectoverleg',
    dag: datum('2026-10-22'),
    punten: [
      bespreek(
        'Voortgang van de proeven met zorg op afstand',
        onderdeel('zorginnovatie'),
        'Drie van de vier proeven lopen.',
        actie('De meting van de tweede proef afronden', 'Beleidsmedewerker Wmo', 60),
      ),
    ],
  },
  {
    orgaan: 'college',
    dag: datum('2026-11-03'),
    punten: [besluit('De jaarverantwoording over 2024 alsnog laten maken', undefined, 'geen')],
  },
  {
    ...stuurgroep(
      '2026-11-12',
      besluit(
        'Inloop in dorp A ook op zaterdag',
        onderdeel('inloop-dorp-a'),
        'directie',
        actie('Een rooster voor de zaterdag maken', 'Beleidsmedewerker welzijn', 28),
      ),
    ),
  },
  stuurgroep(
    '2026-11-26',
    besluit(
      'Het besluit over de plaatsen na 2026 gaat in januari naar de raad',
      mijlpaal('beschermd-wonen/besluit'),
      'college',
    ),
    bespreek('Wat de reserve nog kan dragen', risico(2), 'Nog te bespreken.'),
  ),
]
