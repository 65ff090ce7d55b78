import { aliassen, type Correctie, doelen, looptijd, naam, onderdeel, vermelding } from './correctie.ts'

const lid = (id: string, gedrukt: string) => ({ naam: gedrukt, ding: { soort: 'onderdeel', id } })
const VORIG = { van: '2019', tot: '2021', twijfel: undefined, letterlijk: undefined }

const indicator = (
  doel: string,
  id: string,
  gemeten: string,
  eenheid: string,
  nul: string,
  streef: string,
) => ({
  bij: 'doelen' as const,
  id: doel,
  van: { indicatoren: [] },
  naar: { indicatoren: [{ id, naam: gemeten, eenheid, nulwaarde: nul, streefwaarde: streef }] },
})

/** Verbeteringen aan namen, verwijzingen, opsommingen, looptijden en doelen. */
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
    wat: 'Grip op de Kosten loopt in dit programma in 2022 en 2023',
    waarom: 'De aanloop in 2021 hoort nog niet bij dit programma.',
    wijzigingen: [
      looptijd('grip-start', { van: '2021-Q4' }, { van: '2022', twijfel: undefined, letterlijk: undefined }),
    ],
  },
  {
    wat: 'De pilot in Witteveen loopt drie jaar, tot 1 september 2024',
    waarom: 'Zo passen het convenant, het budget en de afronding bij elkaar.',
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
      vermelding(
        'p52-witteveen-bedrag',
        { periode: { van: '2021', tot: '2024' } },
        { periode: { van: '2022', tot: '2024' }, letterlijk: undefined },
      ),
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
  {
    wat: 'Schrijffouten in namen zijn weg',
    waarom: 'Eén ding heeft één naam.',
    wijzigingen: [
      naam('p52-witteveen-naam-3', 'Noaberschap 2.0', 'Noaberkracht 2.0 in Witteveen'),
      naam('h1-witteveen-naam', 'pilot Witteveen', 'Noaberkracht 2.0 in Witteveen'),
      naam('p538b-naam-2', 'Implementatie van de wet Wamps', 'Implementatie Wet Wams'),
      onderdeel(
        'sociaal-raadsvrouw',
        { titel: 'Inzet van de sociaal Raadvrouw behouden en indien nodig uitbreiden' },
        { titel: 'Inzet van de sociaal Raadsvrouw behouden en indien nodig uitbreiden' },
      ),
      naam(
        'p532-naam',
        'Inzet van de sociaal Raadvrouw behouden en indien nodig uitbreiden',
        'Inzet van de sociaal Raadsvrouw behouden en indien nodig uitbreiden',
      ),
    ],
  },
  {
    wat: 'Korte en lange namen van hetzelfde zijn als zodanig bekend',
    waarom: 'Wie een rij zoekt, vindt dan de paragraaf die erbij hoort.',
    wijzigingen: [
      aliassen('innovaties-zorg', 'Project Zorginnovatie'),
      aliassen('efficient-werken', 'Efficiënt werken, dubbelingen voorkomen'),
      aliassen('ruimte-innovatie', 'Innovaties en projecten'),
      aliassen('thuisblijver', 'Thuisblijver'),
      aliassen('pilot-hooghalen', 'De pilot in Hooghalen'),
      aliassen(
        'pilot-annie-londohuis',
        'het Annie Londohuis in Westerbork',
        'De pilot in het Annie Londohuis',
      ),
      aliassen(
        'sociaal-raadsvrouw',
        'sociaal Raadsvrouw',
        'Sociaal Raadsvrouw, evaluatie en eventuele uitbreiding',
      ),
      aliassen('oco', 'Onafhankelijke clientondersteuner (communicatie)'),
      aliassen('beschermd-wonen', 'Beschermd Wonen MD, implementatie Convenant Weer thuis'),
      aliassen(
        'inloop-westerbork',
        'huiskamer in Westerbork',
        'inloopvoorziening Annie Londo',
        'Annie Londohuis',
      ),
      aliassen('wijkteams', 'Onderzoek wijk en andere teams, evaluatie en doorontwikkelen'),
      aliassen('samenwerking', 'Verbeteren samenwerking sociaal domein, casusregie'),
      aliassen(
        'wams',
        'Implementatie Wet Wams',
        'invoering van de wet Aanpak Meervoudige Problematiek Sociaal Domein',
      ),
      aliassen('leervermogen', 'Versterken leervermogen in de organisatie'),
      aliassen('monitoring', 'Monitoring mbv data'),
      aliassen('projectleider-jeugd', 'projectleider Jeugd', 'Projectleider Jeugd GodK'),
      aliassen('projectleider-wmo', 'projectleider Wmo', 'Projectleider Wmo GodK'),
    ],
  },
  {
    wat: 'Elk onderdeel dient een doel',
    waarom: 'De raad wil kunnen zien waar het geld voor is.',
    wijzigingen: [
      doelen('thuisblijver', 'dienstverlening'),
      doelen('programmamanagement', 'kwaliteitsverbetering'),
      doelen('beleidsondersteuning', 'kwaliteitsverbetering'),
      doelen('communicatie', 'dienstverlening'),
      doelen('pilots-dorpen', 'innovatie'),
      doelen('pilot-hooghalen', 'innovatie'),
      doelen('pilot-annie-londohuis', 'innovatie'),
      doelen('pilot-witteveen', 'innovatie'),
      doelen('armoede', 'dienstverlening'),
      doelen('oco', 'dienstverlening'),
      doelen('wijkteams', 'kwaliteitsverbetering'),
      doelen('monitoring', 'kwaliteitsverbetering'),
    ],
  },
  {
    wat: 'Elk doel heeft een indicator met een nulwaarde en een streefwaarde',
    waarom: 'Zonder maat is over voortgang niets te zeggen; de waarden zijn verzonnen.',
    wijzigingen: [
      indicator('dienstverlening', 'waardering', 'Inwoners die de hulp goed vinden', 'procent', '70', '80'),
      indicator(
        'kwaliteitsverbetering',
        'op-tijd',
        'Aanvragen die op tijd zijn afgehandeld',
        'procent',
        '75',
        '90',
      ),
      indicator('innovatie', 'blijvers', 'Proeven die blijvend zijn geworden', 'aantal', '0', '5'),
      indicator('kostenbeheersing', 'groei', 'Groei van de kosten per inwoner', 'procent per jaar', '6', '3'),
    ],
  },
]
