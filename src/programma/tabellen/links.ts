import type { Planbezoek } from '#programma/planbezoek.tsx'
import { BESTANDSVORMEN } from '#programma/poorten.ts'

/** De tabellen die als bestand te halen zijn; de naam staat in het adres en verandert niet. */
export const TABELNAMEN = [
  'onderdelen',
  'raming',
  'bronnen',
  'ontvangsten',
  'doelen',
  'indicatoren',
  'metingen',
  'mijlpalen',
  'voortgang',
  'vermeldingen',
  'bevindingen',
  'groepen',
] as const
export type Tabelnaam = (typeof TABELNAMEN)[number]

const SOORT = { csv: 'CSV', ods: 'ODS', xlsx: 'XLSX', json: 'JSON' } as const

/** Links naar dezelfde gegevens als bestand, met de filters van het scherm. */
export const downloadsVan = (
  pad: Planbezoek['pad'],
  naam: Tabelnaam,
  velden: Readonly<Record<string, string | number | undefined>> = {},
): { soort: (typeof SOORT)[keyof typeof SOORT]; href: string }[] =>
  BESTANDSVORMEN.map((vorm) => ({ soort: SOORT[vorm], href: pad(`/tabellen/${naam}.${vorm}`, velden) }))
