import type { Lezer } from '#basis/db.ts'
import type { Moment } from '#basis/moment.ts'
import { findWijzigingen } from '#programma/begrotingswijzigingen/begrotingswijzigingen.store.ts'
import { findMijlpaalnamen } from '#programma/mijlpalen/mijlpalen.store.ts'
import { findActies, findOverleggen } from '#programma/overleg/overleg.store.ts'
import type { Puntsoort } from '#programma/overleg/overleg.ts'
import { type Overlegstuk, type Overlegstuksoort, overlegstukVan } from '#programma/overleg/overlegstuk.ts'
import { findBesluiten } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { findRisicos } from '#programma/risicos/risicos.store.ts'

/** Alles wat een agenda of besluitenlijst nodig heeft, op één moment gelezen. */

export type Noem = (soort: Puntsoort, verwijzing: string) => { naam: string; pad: string }

/** Hoe het ding heet waar een punt over gaat; wat er niet meer is, heet naar zijn sleutel. */
export async function findNamen(
  lezer: Lezer,
  plan: Pick<Plan, 'onderdelen' | 'programma'>,
  bekendTot?: Moment,
): Promise<Noem> {
  const id = plan.programma.id
  const risicos = await findRisicos(lezer, id, { bekendTot })
  const wijzigingen = await findWijzigingen(lezer, id)
  const besluiten = await findBesluiten(lezer)
  const oudeMijlpalen = await findMijlpaalnamen(lezer, id, { concept: true })
  const onderdeelVan = new Map(
    plan.onderdelen.map((onderdeel): [string, string] => [onderdeel.id, onderdeel.titel]),
  )
  const mijlpaalVan = new Map<string, string>([
    ...oudeMijlpalen.map(({ onderdeel, mijlpaal, wat }) => [`${onderdeel}/${mijlpaal}`, wat] as const),
    ...plan.onderdelen.flatMap((onderdeel) =>
      onderdeel.mijlpalen.map((mijlpaal) => [`${onderdeel.id}/${mijlpaal.id}`, mijlpaal.wat] as const),
    ),
  ])
  const namen: Record<Puntsoort, (sleutel: string) => { naam: string | undefined; pad: string }> = {
    vrij: () => ({ naam: undefined, pad: '/overleg' }),
    onderdeel: (sleutel) => ({ naam: onderdeelVan.get(sleutel), pad: `/onderdelen/${sleutel}` }),
    mijlpaal: (sleutel) => ({ naam: mijlpaalVan.get(sleutel), pad: `/mijlpalen/${sleutel}` }),
    begrotingswijziging: (sleutel) => {
      const wijziging = wijzigingen.find((een) => een.id === sleutel)
      return {
        naam: wijziging && `Begrotingswijziging ${wijziging.nummer}`,
        pad: `/begrotingswijzigingen/${sleutel}`,
      }
    },
    risico: (sleutel) => {
      const risico = risicos.find(({ nummer }) => String(nummer) === sleutel)
      return { naam: risico && `R${risico.nummer} ${risico.gebeurtenis}`, pad: `/risicos/${sleutel}` }
    },
    besluit: (sleutel) => ({
      naam: besluiten.find((een) => een.id === sleutel)?.onderwerp,
      pad: `/besluiten/${sleutel}`,
    }),
  }
  return (soort, verwijzing) => {
    const { naam, pad } = namen[soort](verwijzing)
    return { naam: naam ?? verwijzing, pad }
  }
}

/** Een agenda of besluitenlijst zoals bekend op een moment; zonder moment zoals nu. `undefined` als het overleg er niet is. */
export async function findOverlegstuk(
  lezer: Lezer,
  plan: Pick<Plan, 'onderdelen' | 'programma'>,
  { nummer, soort, bekendTot }: { nummer: number; soort: Overlegstuksoort; bekendTot?: Moment | undefined },
): Promise<Overlegstuk | undefined> {
  const id = plan.programma.id
  const [overleg] = await findOverleggen(lezer, id, { nummer, bekendTot })
  if (overleg === undefined) return undefined
  return overlegstukVan(overleg, {
    soort,
    acties: await findActies(lezer, id, { bekendTot }),
    besluiten: await findBesluiten(lezer),
    noem: await findNamen(lezer, plan, bekendTot),
    bekendTot,
  })
}
