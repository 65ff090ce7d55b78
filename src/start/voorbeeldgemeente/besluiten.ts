import { type Datum, datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import type { Wijzigingsregel } from '#grootboek/deur.ts'
import type { NieuwBesluit } from '#programma/plan.store.ts'

/** Wat raad, college en budgethouder in de voorbeeldgemeente over de begroting besloten. */

export const PROGRAMMA = 'sociaal-domein-2022-2026'
const BEGROTING = 'begroting'
const RESERVE = 'reserve-sociaal-domein'
const RIJK = 'bijdrage-rijk'
const SALDO = 'saldo-beschermd-wonen-2021'
const PROVINCIE = 'provincie-leefbare-dorpen'

export type Besluitinvoer = Omit<NieuwBesluit, 'id'>
export const besluit = (
  orgaan: 'raad' | 'college',
  dag: string,
  nummer: string,
  onderwerp: string,
): Besluitinvoer => ({ orgaan, datum: datum(dag), nummer, onderwerp, teBevestigen: false })

export const VASTSTELLING = besluit('raad', '2022-01-27', '2022-004', 'Programma Sociaal Domein 2022-2026')
export const BIJSTELLING = besluit('raad', '2024-03-28', '2024-019', 'Bijstelling van het programma in 2024')

const onderdeel = (wie: string, bron: string | null, jaar: number, euro: number): Wijzigingsregel => ({
  soort: 'onderdeel',
  onderdeel: wie,
  bron,
  jaar,
  bedragCent: centen(euro * 100),
})
const vanBron = (bron: string | null, jaar: number, euro: number): Wijzigingsregel => ({
  soort: 'bron',
  bron,
  jaar,
  bedragCent: centen(euro * 100),
})
const inbreng = (bron: string, jaar: number, euro: number): Wijzigingsregel => ({
  soort: 'inbreng',
  bron,
  jaar,
  bedragCent: centen(euro * 100),
})

export type Wijziging = {
  op: Datum
  door: 'programmamanager' | 'budgethouder' | 'financieel-adviseur'
  toelichting: string
  beleid?: true
  regels: readonly Wijzigingsregel[]
  /** Zonder afloop wacht het voorstel nog. */
  afloop?: { besloten: Datum; besluit: Besluitinvoer | undefined } | { afgewezen: Datum; reden: string }
}

export const WIJZIGINGEN: readonly Wijziging[] = [
  {
    op: datum('2022-08-22'),
    door: 'programmamanager',
    toelichting: 'De verkenning naar plaatsen voor beschermd wonen kost dit jaar meer dan geraamd.',
    regels: [onderdeel('beschermd-wonen', SALDO, 2022, 7_500), vanBron(SALDO, 2022, -7_500)],
    afloop: {
      besloten: datum('2022-09-16'),
      besluit: besluit('raad', '2022-09-15', '2022-061', 'Tweede begrotingswijziging 2022'),
    },
  },
  {
    op: datum('2023-01-16'),
    door: 'financieel-adviseur',
    toelichting: 'Communicatie 2023 komt uit de begroting; dat was nog niet verdeeld.',
    regels: [
      onderdeel('communicatie', BEGROTING, 2023, 18_000),
      vanBron(BEGROTING, 2023, -18_000),
      onderdeel('communicatie', null, 2023, -18_000),
      vanBron(null, 2023, 18_000),
    ],
    afloop: {
      besloten: datum('2023-02-01'),
      besluit: besluit('college', '2023-01-31', 'C2023-014', 'Verdeling van onverdeeld budget 2023'),
    },
  },
  {
    op: datum('2023-04-03'),
    door: 'budgethouder',
    toelichting:
      'De doorlichting valt goedkoper uit; contractbeheer heeft het nodig voor een extra dag per week.',
    regels: [
      onderdeel('slimmer-werken', BEGROTING, 2023, -2_500),
      onderdeel('contractbeheer', BEGROTING, 2023, 2_500),
    ],
    afloop: {
      besloten: datum('2023-04-19'),
      besluit: besluit('college', '2023-04-18', 'C2023-052', 'Verschuiving naar contractbeheer'),
    },
  },
  {
    op: datum('2023-10-09'),
    door: 'budgethouder',
    toelichting: 'Dorp C begint later met koken; dorp A gaat een middag langer open.',
    regels: [onderdeel('inloop-dorp-c', SALDO, 2023, -2_500), onderdeel('inloop-dorp-a', SALDO, 2023, 2_500)],
    afloop: { besloten: datum('2023-10-10'), besluit: undefined },
  },
  {
    op: datum('2024-05-27'),
    door: 'programmamanager',
    toelichting: 'Het Rijk betaalt dit jaar meer dan geraamd. Het extra geld gaat naar de wijkteams.',
    regels: [inbreng(RIJK, 2024, 9_400), onderdeel('wijkteams', RIJK, 2024, 9_400)],
    afloop: {
      besloten: datum('2024-06-28'),
      besluit: besluit('raad', '2024-06-27', '2024-044', 'Voorjaarsnota 2024'),
    },
  },
  {
    op: datum('2024-10-07'),
    door: 'programmamanager',
    toelichting: 'Jeugdhulp op school ook in de bovenbouw proberen, uit de reserve.',
    beleid: true,
    regels: [onderdeel('jeugdhulp-op-school', RESERVE, 2024, 25_000), vanBron(RESERVE, 2024, -25_000)],
    afloop: {
      afgewezen: datum('2024-11-14'),
      reden: 'De raad wil eerst de evaluatie van de onderbouw zien.',
    },
  },
  {
    op: datum('2025-04-14'),
    door: 'programmamanager',
    toelichting: 'Twee proeven slaan aan en gaan een half jaar langer door.',
    regels: [onderdeel('zorginnovatie', RESERVE, 2025, 15_000), vanBron(RESERVE, 2025, -15_000)],
    afloop: {
      besloten: datum('2025-05-23'),
      besluit: besluit('raad', '2025-05-22', '2025-033', 'Voorjaarsnota 2025'),
    },
  },
  {
    op: datum('2025-09-08'),
    door: 'budgethouder',
    toelichting: 'Minder scholing nodig; de folder over hulp dichtbij wordt herdrukt.',
    regels: [
      onderdeel('slimmer-werken', BEGROTING, 2025, -2_600),
      onderdeel('communicatie', BEGROTING, 2025, 2_600),
    ],
    afloop: { besloten: datum('2025-09-09'), besluit: undefined },
  },
  {
    op: datum('2025-11-17'),
    door: 'budgethouder',
    toelichting: 'Bijeenkomsten in de dorpen over de nieuwe plannen.',
    regels: [onderdeel('communicatie', RESERVE, 2025, 3_000), vanBron(RESERVE, 2025, -3_000)],
    // Dit had de raad moeten zijn: bij de bevindingen is dat te zien.
    afloop: {
      besloten: datum('2025-11-26'),
      besluit: besluit('college', '2025-11-25', 'C2025-131', 'Bijeenkomsten in de dorpen'),
    },
  },
  {
    op: datum('2026-03-02'),
    door: 'financieel-adviseur',
    toelichting: 'De provincie keurde een deel van de tussenrapportage af en betaalt minder.',
    regels: [inbreng(PROVINCIE, 2025, -5_000), vanBron(PROVINCIE, 2025, -5_000)],
    afloop: {
      besloten: datum('2026-03-27'),
      besluit: besluit('raad', '2026-03-26', '2026-017', 'Eerste begrotingswijziging 2026'),
    },
  },
  {
    op: datum('2026-10-19'),
    door: 'budgethouder',
    toelichting: 'Minder aanvragen dan gedacht; een laatste ronde langs de dorpen over wat blijft.',
    regels: [
      onderdeel('ruimte-voor-ideeen', null, 2026, -6_000),
      onderdeel('communicatie', null, 2026, 6_000),
    ],
  },
]
