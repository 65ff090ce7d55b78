import type { Lezer } from '#basis/db.ts'
import { findPostsaldi, findSysteemstanden, findTijdstip } from '#grootboek/deur.ts'

export const findAansluiting = async (lezer: Lezer, programma: string) => ({
  systeem: await findSysteemstanden(lezer, programma),
  saldi: await findPostsaldi(lezer, await findTijdstip(lezer, {}), { programma }),
})
