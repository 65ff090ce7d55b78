import type { Eindpunt } from '#programma/api/eindpunt.ts'
import { BOEKINGEN } from '#programma/api/geld/boekingen.ts'
import { PROGNOSES } from '#programma/api/geld/prognoses.ts'
import { STANDEN } from '#programma/api/geld/standen.ts'

/** Alles wat de api aanbiedt naast de verzamelingen van het plan. Routes en beschrijving komen hieruit. */
export const EINDPUNTEN: readonly Eindpunt[] = [...STANDEN, ...BOEKINGEN, ...PROGNOSES]
