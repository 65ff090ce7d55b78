import type { Correctie } from './correctie.ts'
import { CORRECTIES_GELD } from './correcties-geld.ts'
import { CORRECTIES_NAMEN_EN_DOELEN } from './correcties-namen-en-doelen.ts'
import { CORRECTIES_TEKST } from './correcties-tekst.ts'

/** Alles wat het plan van Midden-Drenthe nodig heeft om zichzelf niet tegen te spreken. Verzonnen, om te toetsen. */
export const CORRECTIES: readonly Correctie[] = [
  ...CORRECTIES_GELD,
  ...CORRECTIES_TEKST,
  ...CORRECTIES_NAMEN_EN_DOELEN,
]
