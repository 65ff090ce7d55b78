import type { Planbezoek, Programmakamer } from '#programma/planbezoek.tsx'
import { findOpenbareVoortgang } from '#programma/uitvraag/uitvraag.store.ts'
import type { Voortgang } from '#programma/voortgang/voortgang.ts'

/** Wat iedereen mag zien; zolang de stand gelijk is, één keer gelezen. */
export const leesOpenbareVoortgang = (
  { bezoek, kop }: Pick<Planbezoek, 'bezoek' | 'kop'>,
  kamer: Pick<Programmakamer, 'planboek'>,
): Promise<readonly Voortgang[]> =>
  kamer.planboek.onthoud(bezoek.db, `voortgang ${kop.id}`, (lezer) => findOpenbareVoortgang(lezer, kop.id))
