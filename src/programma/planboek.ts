import type { GemeenteDb, Lezer } from '#basis/db.ts'
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
  /** Leest iets dat alleen van de stand van deze gemeente afhangt, en bewaart het tot `vergeet`. */
  onthoud<Gelezen>(
    db: GemeenteDb,
    sleutel: string,
    lees: (lezer: Lezer) => Promise<Gelezen>,
  ): Promise<Gelezen>
  vergeet(schema?: string): void
}

const HOOGSTENS_IN_GEHEUGEN = 24
const HOOGSTENS_ONTHOUDEN = 500

export function maakPlanboek(): Planboek {
  const onthouden = new Map<string, Map<string, Promise<unknown>>>()
  const versies = new Map<string, Promise<Omit<Planversie, 'kop'>>>()

  const onthoud: Planboek['onthoud'] = <Gelezen>(
    db: GemeenteDb,
    sleutel: string,
    lees: (lezer: Lezer) => Promise<Gelezen>,
  ) => {
    const hier = onthouden.get(db.schema) ?? new Map<string, Promise<unknown>>()
    onthouden.set(db.schema, hier)
    const bekend = hier.get(sleutel)
    if (bekend !== undefined) return bekend as Promise<Gelezen>
    const gelezen = db.lees(lees)
    hier.set(sleutel, gelezen)
    gelezen.catch(() => hier.delete(sleutel))
    const oudste = hier.keys().next()
    if (hier.size > HOOGSTENS_ONTHOUDEN && !oudste.done) hier.delete(oudste.value)
    return gelezen
  }
  const koppenVan = (db: GemeenteDb): Promise<Plankop[]> => onthoud(db, 'koppen', findPlankoppen)

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
    onthoud,
    async lees(db, plan, versie) {
      const kop = (await koppenVan(db)).find((kandidaat) => kandidaat.id === plan)
      if (kop === undefined || versie < 1 || versie > kop.laatsteVersie) return undefined
      return { kop, ...(await versieVan(db, plan, versie)) }
    },
    vergeet(schema) {
      if (schema === undefined) onthouden.clear()
      else onthouden.delete(schema)
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
