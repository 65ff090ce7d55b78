import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { standzin } from '#programma/begroting/tijdkeuze.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import type { Uitvoertabel } from '#programma/poorten.ts'
import { foutAntwoord, type Omgeving } from '#toegang/deur.ts'

/** Wat elke pagina met geld nodig heeft: een weigering met een zin, en waarop een bestand berust. */

export const weigerVraag = (c: Context<Omgeving>, zin: string) =>
  foutAntwoord(c, 'verzoek_onleesbaar', { titel: 'Deze vraag kunnen wij niet lezen', zin })

export const standVan = ({ tijd }: Pick<Geldbezoek, 'tijd'>): NonNullable<Uitvoertabel['stand']> => ({
  geldigTm: tijd.geldigTm ?? null,
  bekendNr: tijd.bekendNr,
  bekendOp: tijd.bekendOp,
  hoofd: tijd.bekendNr === 0 ? null : tijd.hash,
})

export function leeswijzerVan(
  van: Geldbezoek,
  filters: readonly (readonly [string, string])[],
): (readonly [string, string])[] {
  const { gemeente, programma } = van.beeld.plan
  return [
    ['Gemeente', gemeente.naam],
    ['Programma', programma.titel],
    ['Versie van het plan', String(van.versie.versie)],
    ['Gemaakt op', toonDatum(van.vandaag)],
    ['Bedragen', 'in euro, op de cent, uit de boekingen'],
    ['Stand', standzin(van.tijd, van.keuze)],
    ...filters,
  ]
}
