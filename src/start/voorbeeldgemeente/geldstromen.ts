import { type Datum, datum } from '#basis/datum.ts'

/** Geld dat binnenkwam, losse uitgaven, en de maand die weer open moest. */

const BEGROTING = 'begroting'
const RESERVE = 'reserve-sociaal-domein'
const RIJK = 'bijdrage-rijk'
const SALDO = 'saldo-beschermd-wonen-2021'
const REST = 'rest-vorig-programma'
const PROVINCIE = 'provincie-leefbare-dorpen'

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
  gevraagd: datum('2025-09-16'),
  goedgekeurd: datum('2025-09-17'),
  weerDicht: datum('2025-09-19'),
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
