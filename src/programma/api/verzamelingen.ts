import { bronnen, doelen, groepen, onderdelen, voorgangers } from '#programma/api/dingen.ts'
import { mijlpalen, plaatsen, ramingen, vermeldingen } from '#programma/api/gegevens.ts'
import { besluiten, bevindingen } from '#programma/api/oordelen.ts'
import { programmas } from '#programma/api/programmas.ts'
import type { Verzameling } from '#programma/api/verzameling.ts'

/** Alles wat de api aanbiedt. Routes, controle van vragen en de OpenAPI-beschrijving komen hieruit. */
export const VERZAMELINGEN: readonly Verzameling[] = [
  programmas,
  doelen,
  groepen,
  onderdelen,
  bronnen,
  ramingen,
  mijlpalen,
  plaatsen,
  vermeldingen,
  voorgangers,
  bevindingen,
  besluiten,
]
