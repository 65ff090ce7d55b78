import { ACTIES } from '#programma/api/acties.api.ts'
import type { Eindpunt } from '#programma/api/eindpunt.ts'
import { BOEKEN } from '#programma/api/geld/boeken.api.ts'
import { BOEKINGEN } from '#programma/api/geld/boekingen.api.ts'
import { GELDBEVINDINGEN } from '#programma/api/geld/geldbevindingen.api.ts'
import { INLEZINGEN } from '#programma/api/geld/inlezingen.api.ts'
import { PROGNOSES } from '#programma/api/geld/prognoses.api.ts'
import { STANDEN } from '#programma/api/geld/standen.api.ts'
import { VERPLICHTINGEN } from '#programma/api/geld/verplichtingen.api.ts'
import { WIJZIGINGEN } from '#programma/api/geld/wijzigingen.api.ts'
import { METINGEN } from '#programma/api/meten/metingen.api.ts'
import { MIJLPAALSTANDEN } from '#programma/api/mijlpaalstanden.api.ts'
import { RISICOS } from '#programma/api/risicos.api.ts'
import { VOORTGANG } from '#programma/api/voortgang.api.ts'

/** Alles wat de api aanbiedt naast de verzamelingen van het plan. Routes en beschrijving komen hieruit. */
export const EINDPUNTEN: readonly Eindpunt[] = [
  ...STANDEN,
  ...BOEKINGEN,
  ...BOEKEN,
  ...VERPLICHTINGEN,
  ...WIJZIGINGEN,
  ...PROGNOSES,
  ...VOORTGANG,
  ...GELDBEVINDINGEN,
  ...INLEZINGEN,
  ...METINGEN,
  ...MIJLPAALSTANDEN,
  ...RISICOS,
  ...ACTIES,
]
