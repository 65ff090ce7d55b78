import { HULP } from './plan-hulp.ts'
import { NIEUW } from './plan-nieuw.ts'
import { BEGROTING, type Onderdeeldeel, type Planversie, REST, type Verdeling } from './planvorm.ts'

const JEUGD = 'Beleidsmedewerker jeugd'
const WELZIJN = 'Beleidsmedewerker welzijn'

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
