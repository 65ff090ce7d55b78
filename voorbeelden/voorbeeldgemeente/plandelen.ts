/**
 * De bouwstenen van het verzonnen programma van gemeente Voorbeeld. Alles hier is bedacht: de dorpen bestaan niet, de
 * bedragen zijn van niemand. De opzet volgt die van een echt programmaplan, zodat de schermen laten zien wat zij kunnen.
 */

/** De eerste vaststelling, of de bijstelling van 2024. */
export type Planversie = 1 | 2

/** Gewichten per bron; `null` is nog te verdelen over de bronnen. */
export type Verdeling = Readonly<Record<string, number>> | null

export type Onderdeeldeel = {
  code: string | null
  id: string
  titel: string
  groep: string
  ouder?: string
  doel: string
  doelen: readonly string[]
  van: string
  tot: string
  planning?: string
  mijlpalen?: readonly { id: string; wat: string; wanneer: string }[]
  partners?: readonly string[]
  eigenaarrol?: string
  aard: 'incidenteel' | 'structureel'
  verdeling: Verdeling
  /** Hele euro's, van 2022 tot en met 2026. */
  euro?: readonly [number, number, number, number, number]
}

export const RESERVE = 'reserve-sociaal-domein'
export const BEGROTING = 'begroting'
export const RIJK = 'bijdrage-rijk'
export const SALDO = 'saldo-beschermd-wonen-2021'
export const REST = 'rest-vorig-programma'
export const PROVINCIE = 'provincie-leefbare-dorpen'

const RIJK_EN_SALDO = { [RIJK]: 40, [SALDO]: 60 }
const TEAM = 'Teamleider toegang'
const JEUGD = 'Beleidsmedewerker jeugd'
const WELZIJN = 'Beleidsmedewerker welzijn'

const NIEUW: readonly Onderdeeldeel[] = [
  {
    code: '5.1.1',
    id: 'steungezinnen',
    titel: 'Steungezinnen',
    groep: 'nieuw',
    doel: 'Een gezin dat het zwaar heeft, krijgt een vast steungezin in de buurt. Zo hoeft er minder vaak jeugdhulp bij te komen.',
    doelen: ['dichtbij', 'kosten'],
    van: '2023-01',
    tot: '2024-12',
    planning: 'Twee jaar proberen, daarna een evaluatie.',
    mijlpalen: [
      { id: 'start', wat: 'Eerste tien steungezinnen gekoppeld', wanneer: '2023-06' },
      { id: 'evaluatie', wat: 'Evaluatie naar de raad', wanneer: '2024-Q4' },
    ],
    partners: ['Welzijnsorganisatie'],
    eigenaarrol: JEUGD,
    aard: 'incidenteel',
    verdeling: { [RESERVE]: 50, [BEGROTING]: 50 },
    euro: [0, 58_000, 45_000, 0, 0],
  },
  {
    code: '5.1.2',
    id: 'zorginnovatie',
    titel: 'Nieuwe vormen van zorg',
    groep: 'nieuw',
    doel: 'Met zorgaanbieders uitproberen wat thuis wonen langer mogelijk maakt, zoals slimme hulpmiddelen.',
    doelen: ['vernieuwen', 'kosten'],
    van: '2023-09',
    tot: '2026',
    mijlpalen: [{ id: 'keuze', wat: 'Keuze van de proeven die blijven', wanneer: '2025-H2' }],
    partners: ['Zorgaanbieders', 'Zorgverzekeraar'],
    eigenaarrol: 'Beleidsmedewerker Wmo',
    aard: 'incidenteel',
    verdeling: { [RESERVE]: 1 },
    euro: [0, 25_000, 75_000, 75_000, 25_000],
  },
  {
    code: '5.1.3',
    id: 'slimmer-werken',
    titel: 'Slimmer werken',
    groep: 'nieuw',
    doel: 'Dubbel werk tussen de teams opsporen en weghalen.',
    doelen: ['kwaliteit', 'kosten'],
    van: '2023',
    tot: '2026',
    eigenaarrol: TEAM,
    aard: 'incidenteel',
    verdeling: { [BEGROTING]: 1 },
    euro: [0, 30_000, 30_000, 30_000, 30_000],
  },
  {
    code: '5.1.4',
    id: 'ruimte-voor-ideeen',
    titel: 'Ruimte voor ideeën uit de samenleving',
    groep: 'nieuw',
    doel: 'Inwoners en clubs kunnen het hele jaar door een klein bedrag vragen voor een goed idee.',
    doelen: ['vernieuwen', 'dichtbij'],
    van: '2023',
    tot: '2026',
    planning: 'Uit welke bron dit betaald wordt, is nog niet verdeeld.',
    eigenaarrol: WELZIJN,
    aard: 'incidenteel',
    verdeling: null,
    euro: [0, 35_000, 35_000, 35_000, 35_000],
  },
  {
    code: '5.1.5',
    id: 'langer-thuis',
    titel: 'Langer thuis',
    groep: 'nieuw',
    doel: 'Advies en kleine aanpassingen, zodat mensen in hun eigen huis oud kunnen worden.',
    doelen: ['dichtbij'],
    van: '2023',
    tot: '2026',
    partners: ['Woningcorporatie', 'Ouderenbond'],
    eigenaarrol: 'Beleidsmedewerker Wmo',
    aard: 'structureel',
    verdeling: { [PROVINCIE]: 60, [BEGROTING]: 40 },
    euro: [0, 25_000, 25_000, 25_000, 25_000],
  },
  {
    code: '5.1.6',
    id: 'programmamanagement',
    titel: 'Programmamanagement',
    groep: 'nieuw',
    doel: 'Eén persoon houdt het programma bij elkaar, bewaakt het geld en rapporteert aan college en raad.',
    doelen: ['kwaliteit'],
    van: '2022-07',
    tot: '2026',
    eigenaarrol: 'Afdelingshoofd',
    aard: 'incidenteel',
    verdeling: { [BEGROTING]: 60, [RESERVE]: 40 },
    euro: [54_000, 107_000, 107_000, 109_000, 112_000],
  },
  {
    code: '5.1.7',
    id: 'beleidsondersteuning',
    titel: 'Beleidsondersteuning',
    groep: 'nieuw',
    doel: 'Extra uren om de onderdelen van dit programma uit te werken.',
    doelen: ['kwaliteit'],
    van: '2022-07',
    tot: '2026',
    eigenaarrol: 'Afdelingshoofd',
    aard: 'structureel',
    verdeling: { [BEGROTING]: 1 },
    euro: [30_000, 60_000, 60_000, 62_000, 64_000],
  },
  {
    code: '5.1.8',
    id: 'communicatie',
    titel: 'Communicatie',
    groep: 'nieuw',
    doel: 'Inwoners weten waar zij terechtkunnen, in gewone taal en op papier als dat nodig is.',
    doelen: ['dichtbij'],
    van: '2022-03',
    tot: '2026',
    eigenaarrol: 'Communicatieadviseur',
    aard: 'structureel',
    verdeling: null,
    euro: [8_000, 18_000, 18_000, 18_000, 18_000],
  },
]

const dorpsproef = (
  letter: string,
  id: string,
  titel: string,
  doel: string,
  euro: Onderdeeldeel['euro'] & {},
  tot: string,
): Onderdeeldeel => ({
  code: null,
  id,
  titel,
  groep: 'dorpen',
  ouder: 'dorpsproeven',
  doel,
  doelen: ['dichtbij', 'vernieuwen'],
  van: '2022',
  tot,
  partners: [`Dorpsbelang dorp ${letter}`],
  eigenaarrol: WELZIJN,
  aard: 'incidenteel',
  verdeling: { [REST]: 1 },
  euro,
})

const DORPEN: readonly Onderdeeldeel[] = [
  {
    code: '5.2',
    id: 'dorpsproeven',
    titel: 'Proeven in de dorpen',
    groep: 'dorpen',
    doel: 'Drie dorpen organiseren zelf een deel van de zorg voor elkaar.',
    doelen: ['dichtbij', 'vernieuwen'],
    van: '2022',
    tot: '2025',
    aard: 'incidenteel',
    verdeling: null,
  },
  dorpsproef(
    'A',
    'proef-dorp-a',
    'Dorpscoördinator in dorp A',
    'Een dorpscoördinator brengt vraag en aanbod bij elkaar.',
    [30_000, 30_000, 20_000, 0, 0],
    '2024-08',
  ),
  dorpsproef(
    'B',
    'proef-dorp-b',
    'Huiskamer in dorp B',
    'Een huiskamer waar iedereen kan binnenlopen.',
    [30_000, 30_000, 30_000, 20_000, 0],
    '2025-06',
  ),
  dorpsproef(
    'C',
    'proef-dorp-c',
    'Burenhulp in dorp C',
    'Buren helpen elkaar met vervoer, boodschappen en klussen.',
    [22_000, 24_000, 16_000, 0, 0],
    '2024-08',
  ),
]

type Kort = Omit<Onderdeeldeel, 'groep' | 'doelen' | 'van' | 'tot'> & Partial<Onderdeeldeel>
const hulp = (deel: Kort): Onderdeeldeel => ({
  groep: 'hulp',
  doelen: ['dichtbij', 'kwaliteit'],
  van: '2022',
  tot: '2026',
  ...deel,
})

const inloop = (letter: string, euro: Onderdeeldeel['euro'] & {}, van = '2023'): Onderdeeldeel =>
  hulp({
    code: null,
    id: `inloop-dorp-${letter.toLowerCase()}`,
    titel: `Inloop dorp ${letter}`,
    ouder: 'inloopvoorzieningen',
    doel: 'Een plek in het dorp waar mensen zonder afspraak binnenlopen voor koffie, gezelschap en een vraag.',
    doelen: ['dichtbij'],
    partners: [`Dorpshuis dorp ${letter}`],
    van,
    eigenaarrol: WELZIJN,
    aard: 'structureel',
    verdeling: { [SALDO]: 70, [RIJK]: 30 },
    euro,
  })

const HULP: readonly Onderdeeldeel[] = [
  hulp({
    code: '5.3.1',
    id: 'bemiddeling',
    titel: 'Bemiddeling bij conflicten',
    doel: 'Een gesprek met een bemiddelaar voordat een meningsverschil een bezwaar wordt.',
    van: '2023',
    aard: 'structureel',
    eigenaarrol: 'Jurist',
    verdeling: { [RIJK]: 1 },
    euro: [0, 12_500, 12_500, 12_500, 12_500],
  }),
  hulp({
    code: '5.3.2',
    id: 'raadsvrouw',
    titel: 'Sociaal raadsvrouw',
    doel: 'Een onafhankelijk raadsvrouw helpt inwoners die met de gemeente vastlopen.',
    aard: 'structureel',
    partners: ['Welzijnsorganisatie'],
    eigenaarrol: TEAM,
    verdeling: { [RIJK]: 1 },
    euro: [2_500, 10_000, 10_000, 10_000, 10_000],
  }),
  hulp({
    code: '5.3.3',
    id: 'zonder-geldzorgen',
    titel: 'Meedoen zonder geldzorgen',
    doel: 'Gezinnen met weinig geld kunnen meedoen aan sport, muziek en school.',
    doelen: ['dichtbij'],
    aard: 'structureel',
    eigenaarrol: 'Beleidsmedewerker inkomen',
    verdeling: RIJK_EN_SALDO,
    euro: [15_000, 30_000, 30_000, 30_000, 30_000],
  }),
  hulp({
    code: '5.3.4',
    id: 'clientondersteuning',
    titel: 'Onafhankelijke cliëntondersteuning',
    doel: 'Iedereen die hulp vraagt, kan iemand naast zich krijgen die niet van de gemeente is.',
    aard: 'structureel',
    eigenaarrol: TEAM,
    verdeling: { [SALDO]: 1 },
    euro: [2_500, 4_000, 4_000, 4_000, 4_000],
  }),
  hulp({
    code: '5.3.5',
    id: 'beschermd-wonen',
    titel: 'Beschermd wonen dichtbij',
    doel: 'Mensen die beschermd wonen nodig hebben, krijgen dat in de eigen gemeente.',
    aard: 'structureel',
    mijlpalen: [{ id: 'besluit', wat: 'Besluit over de plaatsen na 2026', wanneer: '2026-H1' }],
    eigenaarrol: 'Beleidsmedewerker Wmo',
    verdeling: { [SALDO]: 1 },
    euro: [10_000, 17_500, 17_500, 17_500, 17_500],
  }),
  hulp({
    code: '5.3.6',
    id: 'inloopvoorzieningen',
    titel: 'Inloop in de dorpen',
    doel: 'In elk groot dorp een inloop, elk jaar een erbij.',
    doelen: ['dichtbij'],
    aard: 'structureel',
    verdeling: null,
  }),
  inloop('A', [12_000, 18_500, 18_500, 18_500, 18_500], '2022-04'),
  inloop('B', [0, 7_500, 15_000, 18_500, 18_500]),
  inloop('C', [0, 15_000, 15_000, 15_000, 19_500]),
  inloop('D', [0, 10_000, 10_000, 15_000, 15_000]),
  inloop('E', [0, 0, 0, 10_000, 15_000], '2025'),
  hulp({
    code: '5.3.7',
    id: 'wijkteams',
    titel: 'Wijkteams',
    doel: 'De wijkteams lossen meer zelf op en verwijzen minder door.',
    aard: 'structureel',
    eigenaarrol: TEAM,
    verdeling: { [RIJK]: 70, [SALDO]: 30 },
    euro: [35_000, 50_000, 50_000, 35_000, 30_000],
  }),
  hulp({
    code: '5.3.8.a',
    id: 'samenwerking',
    titel: 'Samenwerken binnen het sociaal domein',
    doel: 'Eén gezin, één plan: de teams weten van elkaar wat zij doen.',
    aard: 'structureel',
    eigenaarrol: TEAM,
    verdeling: RIJK_EN_SALDO,
    euro: [60_000, 70_000, 70_000, 70_000, 70_000],
  }),
  hulp({
    code: '5.3.8.b',
    id: 'meervoudige-problemen',
    titel: 'Aanpak van meervoudige problemen',
    doel: 'De werkwijze aanpassen aan nieuwe regels voor het delen van gegevens.',
    van: '2023',
    tot: '2024',
    aard: 'incidenteel',
    eigenaarrol: 'Jurist',
    verdeling: { [RIJK]: 1 },
    euro: [0, 10_000, 12_500, 0, 0],
  }),
  hulp({
    code: '5.3.9',
    id: 'leren',
    titel: 'Leren van elkaar',
    doel: 'Scholing en intervisie voor iedereen die met inwoners praat.',
    doelen: ['kwaliteit'],
    aard: 'structureel',
    eigenaarrol: 'Afdelingshoofd',
    verdeling: { [SALDO]: 1 },
    euro: [5_000, 30_000, 30_000, 30_000, 30_000],
  }),
  hulp({
    code: '5.3.10',
    id: 'meten',
    titel: 'Meten met gegevens',
    doel: 'Zien wat werkt: cijfers over vraag, hulp en uitkomst bij elkaar.',
    doelen: ['kwaliteit', 'kosten'],
    van: '2022-10',
    aard: 'structureel',
    eigenaarrol: 'Data-analist',
    verdeling: { [SALDO]: 1 },
    euro: [7_500, 35_000, 30_000, 30_000, 30_000],
  }),
  hulp({
    code: '5.3.11',
    id: 'jeugdhulp-op-school',
    titel: 'Jeugdhulp op school',
    doel: 'Een jeugdhulpverlener op elke basisschool, zodat een kind niet hoeft te wachten.',
    doelen: ['dichtbij', 'kosten'],
    aard: 'structureel',
    partners: ['Basisscholen', 'Jeugdhulpaanbieders'],
    eigenaarrol: JEUGD,
    verdeling: { [BEGROTING]: 1 },
    euro: [40_000, 80_000, 82_000, 85_000, 86_000],
  }),
]

const GRIP: readonly Onderdeeldeel[] = [
  {
    code: '5.4.1',
    id: 'projectleider-jeugd',
    titel: 'Projectleider jeugd',
    groep: 'grip',
    doel: 'De maatregelen voor de kosten van jeugdhulp uitvoeren en afronden.',
    doelen: ['kosten'],
    van: '2022-07',
    tot: '2023',
    eigenaarrol: JEUGD,
    aard: 'incidenteel',
    verdeling: { [REST]: 1 },
    euro: [35_000, 70_000, 0, 0, 0],
  },
  {
    code: '5.4.2',
    id: 'projectleider-wmo',
    titel: 'Projectleider Wmo',
    groep: 'grip',
    doel: 'De maatregelen voor de kosten van de Wmo uitvoeren en afronden.',
    doelen: ['kosten'],
    van: '2022-07',
    tot: '2023',
    eigenaarrol: 'Beleidsmedewerker Wmo',
    aard: 'incidenteel',
    verdeling: { [REST]: 1 },
    euro: [25_000, 50_000, 0, 0, 0],
  },
  {
    code: '5.4.3',
    id: 'contractbeheer',
    titel: 'Beter contractbeheer',
    groep: 'grip',
    doel: 'Afspraken met aanbieders nakomen en laten nakomen.',
    doelen: ['kosten', 'kwaliteit'],
    van: '2023',
    tot: '2026',
    eigenaarrol: 'Contractmanager',
    aard: 'structureel',
    verdeling: { [BEGROTING]: 1 },
    euro: [0, 45_000, 47_000, 48_000, 49_000],
  },
]

/** Wat de bijstelling van 2024 anders maakt. */
const BIJGESTELD: Readonly<Record<string, Partial<Onderdeeldeel>>> = {
  steungezinnen: {
    tot: '2025-12',
    planning: 'Na de evaluatie met een jaar verlengd.',
    euro: [0, 58_000, 45_000, 22_000, 0],
  },
  zorginnovatie: { euro: [0, 25_000, 60_000, 75_000, 45_000] },
  communicatie: { planning: 'Vanaf 2025 uit de begroting.' },
  'jeugdhulp-op-school': { euro: [40_000, 80_000, 94_000, 97_000, 98_000] },
  'inloop-dorp-e': { van: '2024-09', euro: [0, 0, 4_000, 12_500, 15_000] },
  meten: { euro: [7_500, 35_000, 24_000, 27_000, 30_000] },
}

export const onderdelenVan = (versie: Planversie): Onderdeeldeel[] =>
  [...NIEUW, ...DORPEN, ...HULP, ...GRIP].map((deel) =>
    versie === 1 ? deel : { ...deel, ...BIJGESTELD[deel.id] },
  )

/** Per jaar kan de verdeling anders zijn: communicatie staat vanaf 2025 in de begroting, na de bijstelling. */
export const verdelingIn = (deel: Onderdeeldeel, jaar: number, versie: Planversie): Verdeling =>
  versie === 2 && deel.id === 'communicatie' && jaar >= 2025 ? { [BEGROTING]: 1 } : deel.verdeling
