import type { Lezer } from '#basis/db.ts'
import { findProfielen } from '#grootboek/deur.ts'
import type { Invoerpoort, Lijstprofiel } from '#programma/invoer-poort.ts'

/** De eigen profielen eerst, dan die meekomen. Een bewaard profiel dat niet meer past, telt niet mee. */
export async function bekendeProfielen(
  lezer: Lezer,
  invoer: Pick<Invoerpoort, 'leesProfiel' | 'ingebouwdeProfielen'>,
): Promise<Lijstprofiel[]> {
  const bewaard = (await findProfielen(lezer)).flatMap(({ naam, profiel }) => {
    const gelezen = invoer.leesProfiel(profiel)
    return gelezen.ok ? [{ ...gelezen.waarde, naam }] : []
  })
  const namen = new Set(bewaard.map(({ naam }) => naam))
  return [...bewaard, ...invoer.ingebouwdeProfielen().filter(({ naam }) => !namen.has(naam))]
}
