import type { Datum } from '#basis/datum.ts'
import type { Lezer } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { alsDate, type Moment } from '#basis/moment.ts'
import { findBoekingenVan, findVerplichtingkoppen, type Postsaldo } from '#grootboek/deur.ts'
import type { Geldbeeld, Reservemutatie } from '#programma/geldbevindingen/geldbevindingen.ts'
import { findOverhevelingen } from '#programma/overheveling/overheveling.store.ts'
import { standVan } from '#programma/overheveling/overheveling.ts'
import { findBesluiten } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'

/** Alles wat de regels over geld nodig hebben, bij saldi die de aanroeper al las; met een moment zoals toen bekend. */
export async function findGeldbeeld(
  lezer: Lezer,
  plan: Plan,
  posten: readonly Postsaldo[],
  { vandaag, bekendNr, bekendTot }: { vandaag: Datum; bekendNr: number; bekendTot?: Moment | undefined },
): Promise<Geldbeeld> {
  const programma = plan.programma.id
  const tot = bekendTot === undefined ? undefined : alsDate(bekendTot)
  const overhevelingen = (await findOverhevelingen(lezer, programma)).map((een) => ({
    ...een,
    stappen: een.stappen.filter(({ op }) => tot === undefined || op <= tot),
  }))
  return {
    plan,
    posten,
    vandaag,
    verplichtingen: (await findVerplichtingkoppen(lezer, programma)).filter(
      ({ boeking }) => boeking <= bekendNr,
    ),
    reservemutaties: await findReservemutaties(lezer, plan, bekendNr),
    gemachtigd: overhevelingen
      .filter((een) => een.stappen.length > 0 && standVan(een) === 'gemachtigd')
      .map(({ onderdeel, naarJaar, bedragCent }) => ({ onderdeel, jaar: naarJaar, bedragCent })),
  }
}

/** Een reserve heeft per jaar hooguit enkele tientallen mutaties. */
const MEESTE_MUTATIES = 1_000

/** Elke raming of wijziging die budget uit een reserve haalt of erin terugbrengt, met wie daartoe besloot. */
async function findReservemutaties(lezer: Lezer, plan: Plan, bekendNr: number): Promise<Reservemutatie[]> {
  const reserves = plan.bronnen.filter(({ soort }) => soort === 'reserve')
  if (reserves.length === 0) return []
  const organen = new Map((await findBesluiten(lezer)).map(({ id, orgaan }) => [id, orgaan]))
  const mutaties: Reservemutatie[] = []
  for (const { id: bron } of reserves) {
    const boekingen = await findBoekingenVan(
      lezer,
      { programma: plan.programma.id, bron, soorten: ['raming', 'wijziging'], voor: bekendNr + 1 },
      MEESTE_MUTATIES,
    )
    for (const { nr, regels, grondslag } of boekingen) {
      const orgaan = grondslag.soort === 'besluit' ? organen.get(grondslag.kenmerk) : undefined
      const perJaar = new Map<number, number>()
      for (const { rekening, bedragCent } of regels)
        if (rekening.soort === 'ruimte' && rekening.bron === bron)
          perJaar.set(rekening.jaar, (perJaar.get(rekening.jaar) ?? 0) + bedragCent)
      for (const [jaar, cent] of perJaar)
        if (cent !== 0) mutaties.push({ boeking: nr, bron, jaar, bedragCent: centen(cent), orgaan })
    }
  }
  return mutaties
}
