import type { Datum } from '#basis/datum.ts'
import type { Lezer } from '#basis/db.ts'
import { type Centen, telOp } from '#basis/geld.ts'
import { findPostsaldi, findTijdstip, jaarEerder, patroon, peildagIn, tempo } from '#grootboek/deur.ts'

/** Wat het tempo en het patroon van vorig jaar zeggen; `undefined` waar dat niets zegt. */
export type Rekenhulp = { peildag: Datum; tempo: Centen | undefined; patroon: Centen | undefined }

export async function findRekenhulp(
  lezer: Lezer,
  programma: string,
  onderdeel: string,
  jaar: number,
  peildatum: Datum,
): Promise<Rekenhulp> {
  const peildag = peildagIn(jaar, peildatum)
  const besteed = async (inJaar: number, geldigTm: Datum | undefined): Promise<Centen> => {
    const filter = { programma, onderdelen: [onderdeel], jaar: inJaar, rekeningsoorten: ['realisatie'] }
    const posten = await findPostsaldi(lezer, await findTijdstip(lezer, { geldigTm }), filter)
    return telOp(...posten.map(({ bedragCent }) => bedragCent))
  }
  const nu = await besteed(jaar, peildag)
  return {
    peildag,
    tempo: tempo(jaar, peildag, nu),
    patroon: patroon(nu, await besteed(jaar - 1, jaarEerder(peildag)), await besteed(jaar - 1, undefined)),
  }
}
