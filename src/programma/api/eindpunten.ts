import type { Eindpunt } from '#programma/api/eindpunt.ts'
import { BOEKINGEN } from '#programma/api/geld/boekingen.ts'
import { INLEZINGEN } from '#programma/api/geld/inlezingen.ts'
import { PROGNOSES } from '#programma/api/geld/prognoses.ts'
import { STANDEN } from '#programma/api/geld/standen.ts'
import { VERPLICHTINGEN } from '#programma/api/geld/verplichtingen.ts'
import { WIJZIGINGEN } from '#programma/api/geld/wijzigingen.ts'

/** Alles wat de api aanbiedt naast de verzamelingen van het plan. Routes en beschrijving komen hieruit. */
export const EINDPUNTEN: readonly Eindpunt[] = [
  ...STANDEN,
  ...BOEKINGEN,
  ...VERPLICHTINGEN,
  ...WIJZIGINGEN,
  ...PROGNOSES,
  ...INLEZINGEN,
]
