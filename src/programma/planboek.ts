import type { GemeenteDb } from '#basis/db.ts'
import { findPlankoppen, findStukken, type Plankop } from '#programma/plan.store.ts'
import { type Planbeeld, planbeeldVan } from '#programma/planbeeld.ts'
import { type Bevinding, controleer } from '#programma/plancontrole/plancontrole.ts'
import { planVan } from '#programma/stukken.ts'

/** Een gelezen versie van een plan; de bevindingen worden pas berekend als iemand ze vraagt. */
export type Planversie = {
  kop: Plankop
  versie: number
  beeld: Planbeeld
  bevindingen: () => readonly Bevinding[]
}

/**
 * Houdt gelezen plannen in het geheugen. Een versie verandert nooit, dus alleen de koppen kunnen verouderen:
 * `vergeet` gooit die weg zodra de database iets meldt.
 */
export type Planboek = {
  koppen(db: GemeenteDb): Promise<readonly Plankop[]>
  /** De gevraagde versie van dit plan; de aanroeper heeft nagegaan of de lezer haar mag zien. */
  lees(db: GemeenteDb, plan: string, versie: number): Promise<Planversie | undefined>
  vergeet(schema?: string): void
}

const HOOGSTENS_IN_GEHEUGEN = 24

export function maakPlanboek(): Planboek {
  const koppen = new Map<string, Promise<Plankop[]>>()
  const versies = new Map<string, Promise<Omit<Planversie, 'kop'>>>()

  const koppenVan = (db: GemeenteDb): Promise<Plankop[]> => {
    const bekend = koppen.get(db.schema)
    if (bekend !== undefined) return bekend
    const gelezen = db.lees(findPlankoppen)
    koppen.set(db.schema, gelezen)
    gelezen.catch(() => koppen.delete(db.schema))
    return gelezen
  }

  const versieVan = (db: GemeenteDb, plan: string, versie: number): Promise<Omit<Planversie, 'kop'>> => {
    const sleutel = `${db.schema} ${plan} ${versie}`
    const bekend = versies.get(sleutel)
    versies.delete(sleutel)
    const gelezen =
      bekend ??
      db.lees((lezer) => findStukken(lezer, plan, versie)).then((stukken) => maakVersie(versie, stukken))
    versies.set(sleutel, gelezen)
    gelezen.catch(() => versies.delete(sleutel))
    const oudste = versies.keys().next()
    if (versies.size > HOOGSTENS_IN_GEHEUGEN && !oudste.done) versies.delete(oudste.value)
    return gelezen
  }

  return {
    koppen: koppenVan,
    async lees(db, plan, versie) {
      const kop = (await koppenVan(db)).find((kandidaat) => kandidaat.id === plan)
      if (kop === undefined || versie < 1 || versie > kop.laatsteVersie) return undefined
      return { kop, ...(await versieVan(db, plan, versie)) }
    },
    vergeet(schema) {
      if (schema === undefined) koppen.clear()
      else koppen.delete(schema)
    },
  }
}

function maakVersie(versie: number, stukken: Parameters<typeof planVan>[0]): Omit<Planversie, 'kop'> {
  const beeld = planbeeldVan(planVan(stukken))
  let bevindingen: readonly Bevinding[] | undefined
  return {
    versie,
    beeld,
    bevindingen: () => {
      bevindingen ??= controleer(beeld.plan)
      return bevindingen
    },
  }
}
