import { type Correctie, looptijd, naam, onderdeel, vermelding } from './correctie.ts'

const lid = (id: string, gedrukt: string) => ({ naam: gedrukt, ding: { soort: 'onderdeel', id } })
const groep = (id: string, gedrukt: string) => ({ naam: gedrukt, ding: { soort: 'groep', id } })
const VORIG = { van: '2019', tot: '2021', twijfel: undefined, letterlijk: undefined }

/** Verbeteringen aan verwijzingen, opsommingen en looptijden. */
export const CORRECTIES_TEKST: readonly Correctie[] = [
  {
    wat: 'Hoofdstuk 4 verwijst naar paragrafen die bestaan en erover gaan',
    waarom:
      'Het overzicht van de nieuwe onderdelen staat in 5.1.9, en Grip op de Kosten krijgt het nummer 5.4.',
    wijzigingen: [
      vermelding('h4-nieuw-verwijzing', { codes: ['5.1.7'] }, { codes: ['5.1.9'], letterlijk: undefined }),
      { bij: 'plaatsen', id: 'vervolg-grip', van: { code: null }, naar: { code: '5.4', twijfel: undefined } },
      { bij: 'groepen', id: 'grip-op-de-kosten', van: { code: null }, naar: { code: '5.4' } },
      vermelding(
        'p535-verwijzing',
        { codes: ['5.3.7'] },
        { codes: ['5.3.6', '5.3.7'], letterlijk: undefined },
      ),
    ],
  },
  {
    wat: 'Hoofdstuk 1 en hoofdstuk 4 noemen dezelfde vier delen',
    waarom: 'De pilots horen bij het programma, al staat hun geld in het vorige.',
    wijzigingen: ['h1-programma-leden', 'h4-leden'].map((id) =>
      vermelding(
        id,
        {},
        {
          letterlijk: undefined,
          leden: [
            groep('nieuw-2022-2026', 'Nieuwe onderdelen'),
            groep('pilots-in-de-dorpen', 'Pilots in de dorpen'),
            groep('pok-beschermd-wonen', 'POK - Beschermd Wonen'),
            groep('grip-op-de-kosten', 'Grip op de Kosten'),
          ],
        },
      ),
    ),
  },
  {
    wat: 'De inleiding van 5.1 telt alle acht onderdelen mee',
    waarom: 'Hoofdstuk 4 rekent ook met Communicatie (5.1.8).',
    wijzigingen: [
      vermelding(
        'p51-leden',
        {},
        {
          letterlijk: undefined,
          leden: [
            lid('steunouders', '5.1.1'),
            lid('innovaties-zorg', '5.1.2'),
            lid('efficient-werken', '5.1.3'),
            lid('ruimte-innovatie', '5.1.4'),
            lid('thuisblijver', '5.1.5'),
            lid('programmamanagement', '5.1.6'),
            lid('beleidsondersteuning', '5.1.7'),
            lid('communicatie', '5.1.8'),
          ],
        },
      ),
    ],
  },
  {
    wat: 'De inloop in Hooghalen en Witteveen heeft een eigen rij',
    waarom: 'De tekst noemt deze dorpen, en er waren rijen voor dorpen die nog niet gekozen waren.',
    wijzigingen: [
      onderdeel('inloop-dorp-x', { titel: 'Inloop dorp X' }, { titel: 'Inloop Hooghalen' }),
      onderdeel('inloop-dorp-y', { titel: 'Inloop dorp Y' }, { titel: 'Inloop Witteveen' }),
      ...['t5311', 'bijlage'].flatMap((plek) => [
        naam(`${plek}-inloop-dorp-x-naam`, 'Inloop dorp X', 'Inloop Hooghalen'),
        naam(`${plek}-inloop-dorp-y-naam`, 'Inloop dorp Y', 'Inloop Witteveen'),
      ]),
      vermelding(
        'p536-dorpen',
        {},
        {
          letterlijk: undefined,
          twijfel: undefined,
          leden: [
            lid('inloop-westerbork', 'Westerbork'),
            lid('inloop-smilde', 'Smilde'),
            lid('inloop-bovensmilde', 'Bovensmilde'),
            lid('inloop-dorp-x', 'Hooghalen'),
            lid('inloop-dorp-y', 'Witteveen'),
            lid('inloop-dorp-z', 'Een later te kiezen dorp'),
          ],
        },
      ),
    ],
  },
  {
    wat: '5.1.3 noemt dezelfde twee teams als 5.4',
    waarom: 'Grip op de Kosten heeft projectleiders bij Jeugd en bij Wmo.',
    wijzigingen: [
      vermelding(
        'p513-teams',
        {},
        {
          letterlijk: undefined,
          leden: [lid('projectleider-jeugd', 'team Jeugd'), lid('projectleider-wmo', 'team Wmo')],
        },
      ),
      onderdeel(
        'efficient-werken',
        { partners: ['teams Jeugd en CJG'] },
        { partners: ['teams Jeugd en Wmo'] },
      ),
    ],
  },
  {
    wat: 'Het vorige programma heet overal 2019-2021',
    waarom: 'Het is eind 2021 afgerond.',
    wijzigingen: [
      looptijd('h1-voorganger-looptijd-2', { van: '2019', tot: '2022' }, VORIG),
      looptijd('h1-voorganger-looptijd-4', { tot: '2022' }, VORIG),
      looptijd('p514-voorganger-looptijd', { van: '2019', tot: '2022' }, VORIG),
    ],
  },
  {
    wat: 'Steunouders loopt van januari 2023 tot en met december 2024',
    waarom: 'Daar is geld voor, en de duur in woorden past dan bij de data.',
    wijzigingen: [
      looptijd('p511-duur', { maanden: 18 }, { maanden: 24, letterlijk: undefined }),
      looptijd('p511-looptijd', { tot: '2025-06' }, { tot: '2024-12', letterlijk: undefined }),
      onderdeel(
        'steunouders',
        {},
        {
          planning: {
            van: '2023-01',
            tot: '2024-12',
            tekst: 'Het project duurt twee jaar; daarna volgt een evaluatie.',
          },
        },
      ),
    ],
  },
  {
    wat: 'De nieuwe onderdelen lopen van 2023 tot en met 2026',
    waarom: 'Zij worden betaald uit de begroting 2023 en verder.',
    wijzigingen: ['h1-nieuw-looptijd', 'p51-nieuw-looptijd'].map((id) =>
      looptijd(id, { van: '2022', tot: '2026' }, { van: '2023', letterlijk: undefined }),
    ),
  },
  {
    wat: 'Grip op de Kosten loopt in dit programma in 2023',
    waarom: 'De aanloop hoort bij het vorige programma en het geld is voor 2023.',
    wijzigingen: [
      looptijd('grip-kop', { van: '2022' }, { van: '2023', letterlijk: undefined }),
      looptijd('grip-start', { van: '2021-Q4' }, { van: '2023', twijfel: undefined, letterlijk: undefined }),
    ],
  },
  {
    wat: 'De pilot in Witteveen loopt drie jaar, tot 1 september 2024',
    waarom: 'Zo passen het convenant en de afronding bij elkaar; het geld staat in het vorige programma.',
    wijzigingen: [
      looptijd(
        'p52-witteveen-convenant',
        { van: '2021-08-29', maanden: 36 },
        { van: '2021-09', tot: '2024-08', twijfel: undefined },
      ),
      looptijd('p52-witteveen-einde', { tot: '2024-09-01' }, { tot: '2024-08', letterlijk: undefined }),
      looptijd(
        'p52-witteveen-looptijd-budget',
        { van: '2021', tot: '2024' },
        { van: '2021-09', tot: '2024-08', letterlijk: undefined },
      ),
      { bij: 'vermeldingen', id: 'p52-witteveen-bedrag', van: { perJaar: true }, naar: null },
      looptijd(
        'p536-witteveen',
        { tot: '2023-06' },
        { tot: '2024-08', twijfel: undefined, letterlijk: undefined },
      ),
      onderdeel('pilot-witteveen', {}, { planning: { van: '2021-09', tot: '2024-08' } }),
      onderdeel('pilots-dorpen', {}, { planning: { van: '2021', tot: '2024-08' } }),
    ],
  },
  {
    wat: 'Beschermd Wonen begint op 1 januari 2023',
    waarom: 'Voor 2023 is een heel jaarbedrag geraamd.',
    wijzigingen: [
      looptijd(
        'p535-start',
        { van: '2023-H2' },
        { van: '2023-01-01', twijfel: undefined, letterlijk: undefined },
      ),
      onderdeel('beschermd-wonen', {}, { planning: { van: '2023-01-01', tot: '2026' } }),
    ],
  },
  {
    wat: 'De sociaal raadsvrouw begint in 2022',
    waarom: 'Voor 2022 is al geld geraamd.',
    wijzigingen: [
      looptijd('p532-start', { van: '2023' }, { van: '2022', twijfel: undefined, letterlijk: undefined }),
    ],
  },
  {
    wat: 'De invoering van de wet in 5.3.8.b loopt van 2023 tot en met 2024',
    waarom: 'Voor beide jaren is geld geraamd.',
    wijzigingen: [
      looptijd('p538a-wams', { tot: '2023' }, { tot: '2024', letterlijk: undefined }),
      looptijd('p538b-kop', { tot: '2023' }, { tot: '2024', letterlijk: undefined }),
      looptijd(
        'p538b-planning',
        { van: '2023-Q4' },
        { van: '2023', tot: '2024', twijfel: undefined, letterlijk: undefined },
      ),
      onderdeel('wams', {}, { planning: { van: '2023', tot: '2024' } }),
    ],
  },
]
