import { type Datum, datum } from '#basis/datum.ts'
import { type Besluitinvoer, besluit } from '#start/voorbeeldgemeente/besluiten.ts'

/** Wat aan het eind van een jaar meeging, en wat verviel omdat aan de voorwaarde niet was voldaan. */

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
    bron: 'rest-vorig-programma',
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
    bron: 'saldo-beschermd-wonen-2021',
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
    bron: 'rest-vorig-programma',
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
    bron: 'reserve-sociaal-domein',
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
