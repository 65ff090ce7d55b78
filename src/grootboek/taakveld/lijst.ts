import type { TAAKVELDSCHEMAS } from '#grootboek/kenmerk.ts'

/**
 * Taakvelden van het sociaal domein per indeling van Iv3 (Informatie voor derden), en hoe de ene indeling in de andere
 * overgaat. Wat wij niet in een openbare bron zagen maar uit kennis aanvulden, heet "te bevestigen".
 */

export type Taakveldschema = (typeof TAAKVELDSCHEMAS)[number]
export type Taakveldrij = readonly [code: string, naam: string, teBevestigen?: true]

export const GELDIG: Record<Taakveldschema, { van: number; tot: number; teBevestigen: boolean }> = {
  '2017': { van: 2017, tot: 2021, teBevestigen: true },
  '2022': { van: 2022, tot: 2024, teBevestigen: true },
  '2025': { van: 2025, tot: 2026, teBevestigen: false },
}

/** Bestuur en reserves: in elke indeling gelijk. */
const BESTUUR: readonly Taakveldrij[] = [
  ['0.4', 'Overhead'],
  ['0.7', 'Algemene uitkering en overige uitkeringen gemeentefonds'],
  ['0.10', 'Mutaties reserves'],
  ['0.11', 'Resultaat van de rekening van baten en lasten'],
]

export const TAAKVELDEN: Record<Taakveldschema, readonly Taakveldrij[]> = {
  '2017': [
    ...BESTUUR,
    ['6.1', 'Samenkracht en burgerparticipatie'],
    ['6.2', 'Wijkteams'],
    ['6.3', 'Inkomensregelingen', true],
    ['6.4', 'Begeleide participatie', true],
    ['6.5', 'Arbeidsparticipatie', true],
    ['6.6', 'Maatwerkvoorzieningen (WMO)'],
    ['6.71', 'Maatwerkdienstverlening 18+'],
    ['6.72', 'Maatwerkdienstverlening 18-', true],
    ['6.81', 'Geëscaleerde zorg 18+', true],
    ['6.82', 'Geëscaleerde zorg 18-', true],
    ['7.1', 'Volksgezondheid', true],
  ],
  '2022': [
    ...BESTUUR,
    ['6.1', 'Samenkracht en burgerparticipatie', true],
    ['6.21', 'Toegang en eerstelijnsvoorzieningen WMO'],
    ['6.22', 'Toegang en eerstelijnsvoorzieningen Jeugd'],
    ['6.23', 'Toegang en eerstelijnsvoorzieningen Integraal'],
    ['6.3', 'Inkomensregelingen', true],
    ['6.4', 'WSW en beschut werk', true],
    ['6.5', 'Arbeidsparticipatie', true],
    ['6.60', 'Hulpmiddelen en diensten (WMO)', true],
    ['6.71a', 'Huishoudelijke hulp / Hulp bij het huishouden (WMO)'],
    ['6.71b', 'Begeleiding (WMO)'],
    ['6.71c', 'Dagbesteding (WMO)', true],
    ['6.71d', 'Overige maatwerkarrangementen (WMO)', true],
    ['6.72a', 'Jeugdhulp begeleiding', true],
    ['6.72b', 'Jeugdhulp behandeling', true],
    ['6.72c', 'Jeugdhulp dagbesteding', true],
    ['6.72d', 'Jeugdhulp zonder verblijf overig', true],
    ['6.73a', 'Pleegzorg'],
    ['6.73b', 'Gezinsgericht'],
    ['6.73c', 'Jeugdhulp met verblijf overig'],
    ['6.74a', 'Jeugd behandeling GGZ zonder verblijf', true],
    ['6.74b', 'Jeugdhulp crisis/LTA/GGZ-verblijf', true],
    ['6.74c', 'Gesloten plaatsing', true],
    ['6.81a', 'Beschermd wonen (WMO)', true],
    ['6.81b', 'Maatschappelijke- en vrouwenopvang (WMO)', true],
    ['6.82a', 'Jeugdbescherming', true],
    ['6.82b', 'Jeugdreclassering', true],
    ['6.91', 'Coördinatie en beleid WMO', true],
    ['6.92', 'Coördinatie en beleid Jeugd', true],
    ['7.1', 'Volksgezondheid', true],
  ],
  '2025': [
    ...BESTUUR,
    ['6.1', 'Samenkracht en burgerparticipatie'],
    ['6.21', 'Toegang en eerstelijnsvoorzieningen Wmo'],
    ['6.22', 'Toegang en eerstelijnsvoorzieningen Jeugd'],
    ['6.23', 'Toegang en eerstelijnsvoorzieningen Integraal'],
    ['6.3', 'Inkomensregelingen'],
    ['6.4', 'WSW en beschut werk'],
    ['6.5', 'Arbeidsparticipatie'],
    ['6.60', 'Hulpmiddelen en diensten (Wmo)'],
    ['6.711', 'Huishoudelijke hulp (Wmo)'],
    ['6.712', 'Begeleiding (Wmo)'],
    ['6.713', 'Dagbesteding (Wmo)'],
    ['6.714', 'Overige maatwerkarrangementen (Wmo)'],
    ['6.751', 'Jeugdhulp ambulant lokaal'],
    ['6.752', 'Jeugdhulp ambulant regionaal'],
    ['6.753', 'Jeugdhulp ambulant landelijk'],
    ['6.761', 'Jeugdhulp met verblijf lokaal'],
    ['6.762', 'Jeugdhulp met verblijf regionaal'],
    ['6.763', 'Jeugdhulp met verblijf landelijk'],
    ['6.791', 'PGB Wmo'],
    ['6.792', 'PGB Jeugd'],
    ['6.811', 'Beschermd wonen (Wmo)'],
    ['6.812', 'Maatschappelijke- en vrouwenopvang (Wmo)'],
    ['6.821', 'Jeugdbescherming'],
    ['6.822', 'Jeugdreclassering'],
    ['6.91', 'Coördinatie en beleid Wmo'],
    ['6.92', 'Coördinatie en beleid Jeugd'],
    ['7.1', 'Volksgezondheid'],
  ],
}

/** Overgang van de indeling van 2022 naar die van 2025, waar die een op een is. */
export const EEN_OP_EEN: readonly (readonly [van: string, naar: string])[] = [
  ['6.71a', '6.711'],
  ['6.71b', '6.712'],
  ['6.71c', '6.713'],
  ['6.81a', '6.811'],
  ['6.81b', '6.812'],
  ['6.82a', '6.821'],
  ['6.82b', '6.822'],
]

/** Wat bij die overgang is gesplitst of anders ingedeeld: oude bedragen zijn dan niet om te rekenen. */
export const HERINDELING: readonly { van: readonly string[]; naar: readonly string[]; reden: string }[] = [
  { van: ['6.71d'], naar: ['6.714', '6.791'], reden: 'Vanaf 2025 staan persoonsgebonden budgetten apart.' },
  {
    van: ['6.72a', '6.72b', '6.72c', '6.72d', '6.74a'],
    naar: ['6.751', '6.752', '6.753', '6.792'],
    reden: 'Vanaf 2025 is jeugdhulp ingedeeld naar lokaal, regionaal en landelijk.',
  },
  {
    van: ['6.73a', '6.73b', '6.73c', '6.74b', '6.74c'],
    naar: ['6.761', '6.762', '6.763'],
    reden: 'Vanaf 2025 is jeugdhulp ingedeeld naar lokaal, regionaal en landelijk.',
  },
]

/** Economische categorieën van Iv3. */
export const CATEGORIEEN: readonly Taakveldrij[] = [
  ['1.1', 'Salarissen en sociale lasten'],
  ['2.2.1', 'Belastingen op producenten'],
  ['2.2.2', 'Belastingen op huishoudens'],
  ['3.1', 'Grond'],
  ['3.2', 'Duurzame goederen', true],
  ['3.3', 'Pachten'],
  ['3.4.1', 'Sociale uitkeringen in natura'],
  ['3.5.1', 'Ingeleend personeel'],
  ['3.6', 'Huren'],
  ['3.7', 'Leges en andere rechten'],
  ['3.8', 'Overige goederen en diensten', true],
  ['4.1.1', 'Sociale uitkeringen in geld'],
  ['4.1.2', 'Verhaal sociale uitkeringen in geld'],
  ['4.2', 'Subsidies', true],
  ['4.3.1', 'Inkomensoverdrachten - Rijk'],
  ['4.3.2', 'Inkomensoverdrachten - gemeenten', true],
  ['4.3.3', 'Inkomensoverdrachten - gemeenschappelijke regelingen', true],
  ['4.3.4', 'Inkomensoverdrachten - provincies', true],
  ['4.3.6', 'Inkomensoverdrachten - overige overheden'],
  ['4.3.8', 'Inkomensoverdrachten - overige instellingen en personen', true],
  ['4.4', 'Kapitaaloverdrachten', true],
  ['5.1', 'Rente'],
  ['5.2', 'Dividenden'],
  ['6.1', 'Financiële transacties', true],
  ['7.1', 'Mutatie reserves'],
  ['7.2', 'Mutatie voorzieningen', true],
  ['7.3', 'Afschrijvingen', true],
  ['7.4', 'Toegerekende rente', true],
  ['7.5', 'Overige verrekeningen', true],
]
