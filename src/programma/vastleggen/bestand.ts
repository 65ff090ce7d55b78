import { toonDatum } from '#basis/datum.ts'
import { bestandsantwoord } from '#programma/bestandsantwoord.ts'
import type { Planbezoek, Programmakamer } from '#programma/planbezoek.tsx'
import { BESTANDSVORMEN, type Bestandsvorm, isBestandsvorm } from '#programma/poorten.ts'
import type { Tabelinhoud } from '#programma/tabellen/vorm.ts'
import type { Download } from '#ui/downloads.tsx'

/** Een lijst van deze kamer als bestand, met een leeswijzer die zegt van welk plan en van wanneer zij is. */
export function tabelbestand(
  kamer: Pick<Programmakamer, 'bestanden'>,
  van: Planbezoek,
  vorm: string,
  naam: string,
  { filters, ...tabel }: Tabelinhoud,
): Response | undefined {
  if (!isBestandsvorm(vorm)) return undefined
  const { gemeente, programma } = van.beeld.plan
  const leeswijzer = [
    ['Gemeente', gemeente.naam],
    ['Plan', programma.titel],
    ['Versie', String(van.versie.versie)],
    ['Gemaakt op', toonDatum(van.vandaag)],
    ...filters,
  ] as const
  const bestand = kamer.bestanden.schrijfTabel({ ...tabel, leeswijzer }, vorm)
  return bestandsantwoord(bestand, `${naam}-${van.kop.id}-${van.vandaag}.${vorm}`)
}

/** Zo staat de vorm in een adres. */
export const VORMPAD = ':vorm{csv|ods|xlsx|json}'

const SOORT = { csv: 'CSV', ods: 'ODS', xlsx: 'XLSX', json: 'JSON' } as const

export const downloadsBij = (
  pad: Planbezoek['pad'],
  adres: string,
  vraag: Readonly<Record<string, string | number | undefined>> = {},
  vormen: readonly Bestandsvorm[] = BESTANDSVORMEN,
): Download[] => vormen.map((vorm) => ({ soort: SOORT[vorm], href: pad(`${adres}/${vorm}`, vraag) }))
