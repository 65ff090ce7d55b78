import { type Datum, datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import type { Wijzigingsregel } from '#grootboek/deur.ts'
import type { NieuwBesluit } from '#programma/plan.store.ts'

/** Wat raad, college en budgethouder in de voorbeeldgemeente besloten: wijzigingen, overhevelingen en ontvangsten. */

export const PROGRAMMA = 'sociaal-domein-2022-2026'
const BEGROTING = 'begroting'
const RESERVE = 'reserve-sociaal-domein'
const RIJK = 'bijdrage-rijk'
const SALDO = 'saldo-beschermd-wonen-2021'
const REST = 'rest-vorig-programma'
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

export type Overhevelingverhaal = {
  sleutel: string
  onderdeel: string
  bron: string
  jaar: number
  euro: number
  op: Datum
  reden: string
  voorwaarde?: { tekst: string; vervaltOp: Datum }
  machtiging: { op: Datum; besluit: Besluitinvoer }
  /** Zonder vaststelling vervalt zij op haar vervaldag. */
  vaststelling?: { op: Datum; besluit: Besluitinvoer }
}

export const OVERHEVELINGEN: readonly Overhevelingverhaal[] = [
  {
    sleutel: 'burenhulp-2022',
    onderdeel: 'proef-dorp-c',
    bron: REST,
    jaar: 2022,
    euro: 8_000,
    op: datum('2023-01-23'),
    reden: 'De burenhulp begon pas na de zomer; de kosten schuiven mee.',
    machtiging: {
      op: datum('2023-02-08'),
      besluit: besluit('college', '2023-02-07', 'C2023-019', 'Overheveling 2022, voorlopig'),
    },
    vaststelling: {
      op: datum('2023-06-30'),
      besluit: besluit('raad', '2023-06-29', '2023-041', 'Jaarrekening 2022 en overheveling'),
    },
  },
  {
    sleutel: 'leren-2023',
    onderdeel: 'leren',
    bron: SALDO,
    jaar: 2023,
    euro: 2_000,
    op: datum('2024-01-22'),
    reden: 'Een training is door ziekte naar januari verzet.',
    machtiging: {
      op: datum('2024-02-07'),
      besluit: besluit('college', '2024-02-06', 'C2024-021', 'Overheveling 2023, voorlopig'),
    },
    vaststelling: {
      op: datum('2024-06-28'),
      besluit: besluit('raad', '2024-06-27', '2024-043', 'Jaarrekening 2023 en overheveling'),
    },
  },
  {
    sleutel: 'projectleider-2023',
    onderdeel: 'projectleider-jeugd',
    bron: REST,
    jaar: 2023,
    euro: 9_000,
    op: datum('2024-01-22'),
    reden: 'Voor een overdracht aan een opvolger.',
    voorwaarde: {
      tekst: 'Als er vóór 1 juli 2024 een opvolger is aangesteld.',
      vervaltOp: datum('2024-07-01'),
    },
    machtiging: {
      op: datum('2024-02-07'),
      besluit: besluit('college', '2024-02-06', 'C2024-022', 'Overheveling projectleider, onder voorwaarde'),
    },
  },
  {
    sleutel: 'zorg-2025',
    onderdeel: 'zorginnovatie',
    bron: RESERVE,
    jaar: 2025,
    euro: 4_000,
    op: datum('2026-01-26'),
    reden: 'De laatste levering van hulpmiddelen kwam in januari.',
    machtiging: {
      op: datum('2026-02-11'),
      besluit: besluit('college', '2026-02-10', 'C2026-018', 'Overheveling 2025, voorlopig'),
    },
    vaststelling: {
      op: datum('2026-06-26'),
      besluit: besluit('raad', '2026-06-25', '2026-038', 'Jaarrekening 2025 en overheveling'),
    },
  },
]

export type Ontvangst = { bron: string; jaar: number; op: Datum; euro: number; stuk: string }
const ontvangst = (bron: string, jaar: number, op: string, euro: number, stuk: string): Ontvangst => ({
  bron,
  jaar,
  op: datum(op),
  euro,
  stuk,
})

export const ONTVANGSTEN: readonly Ontvangst[] = [
  ontvangst(RESERVE, 2022, '2022-02-14', 530_000, 'BNK 22-0031'),
  ontvangst(REST, 2022, '2022-02-14', 440_000, 'BNK 22-0032'),
  ontvangst(BEGROTING, 2022, '2022-02-14', 102_400, 'BNK 22-0033'),
  ontvangst(RIJK, 2022, '2022-06-28', 88_400, 'BNK 22-0187'),
  ontvangst(SALDO, 2022, '2022-07-05', 935_000, 'BNK 22-0203'),
  ontvangst(BEGROTING, 2023, '2023-02-13', 336_200, 'BNK 23-0029'),
  ontvangst(PROVINCIE, 2023, '2023-05-16', 32_000, 'BNK 23-0144'),
  ontvangst(BEGROTING, 2024, '2024-01-15', 315_700, 'BNK 24-0008'),
  // Een half jaar te laat.
  ontvangst(RIJK, 2023, '2024-02-06', 121_750, 'BNK 24-0040'),
  ontvangst(BEGROTING, 2024, '2024-04-09', 12_000, 'BNK 24-0101'),
  // Het Rijk rondde zijn nabetaling anders af dan de raad had vastgesteld.
  ontvangst(RIJK, 2024, '2024-06-25', 124_200, 'BNK 24-0178'),
  ontvangst(RIJK, 2024, '2024-10-08', 9_650, 'BNK 24-0281'),
  ontvangst(BEGROTING, 2025, '2025-01-14', 341_400, 'BNK 25-0009'),
  // Minder dan toegezegd.
  ontvangst(RIJK, 2025, '2025-07-01', 109_340, 'BNK 25-0183'),
  ontvangst(PROVINCIE, 2025, '2025-12-02', 25_000, 'BNK 25-0338'),
  ontvangst(BEGROTING, 2026, '2026-01-13', 336_200, 'BNK 26-0007'),
  ontvangst(RIJK, 2026, '2026-06-30', 111_350, 'BNK 26-0190'),
]

/** Uitgaven zonder verplichting die met de hand zijn geboekt. */
export const MET_DE_HAND = [
  {
    op: datum('2023-11-20'),
    onderdeel: 'inloop-dorp-a',
    jaar: 2023,
    cent: 2_310_00,
    stuk: 'INL-A-2023-11',
    tekst: 'Extra middagen open',
  },
  {
    op: datum('2024-06-04'),
    onderdeel: 'raadsvrouw',
    jaar: 2024,
    cent: 184_35,
    stuk: 'DECL-2024-17',
    tekst: 'Reiskosten',
  },
  {
    op: datum('2025-10-06'),
    onderdeel: 'communicatie',
    jaar: 2025,
    cent: 2_588_19,
    stuk: 'DRK-2025-204',
    tekst: 'Herdruk van de folder',
  },
] as const

/** Een maand die vaststond en toch weer open moest, met een tweede persoon erbij. */
export const HEROPENING = {
  periode: '2025-04',
  gevraagd: datum('2025-06-24'),
  goedgekeurd: datum('2025-06-25'),
  weerDicht: datum('2025-06-27'),
  reden: 'De huur van een zaal voor de dorpsavond in april is vergeten.',
  boeking: {
    op: datum('2025-04-17'),
    onderdeel: 'communicatie',
    jaar: 2025,
    cent: 417_45,
    stuk: 'ZAAL-2025-04',
    tekst: 'Zaalhuur dorpsavond',
  },
} as const
