import type { BRONSOORTEN } from '#programma/plan.ts'

/** De soorten bronnen in woorden, zoals zij op het scherm en in een bestand staan. */
export const BRONSOORTNAMEN: Readonly<Record<(typeof BRONSOORTEN)[number], string>> = {
  rijk: 'Rijk',
  provincie: 'provincie',
  reserve: 'reserve',
  begroting: 'begroting van de gemeente',
  saldo: 'saldo van een eerder jaar',
  'vorig-programma': 'vorig programma',
  overig: 'overig',
}
