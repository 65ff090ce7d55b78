import { type Datum, eersteDag, jaarVan, laatsteDag } from '#basis/datum.ts'
import { type Centen, centen, telOp } from '#basis/geld.ts'
import type { Bron, Doel, Groep, Onderdeel, Plaats, Plan, Vermelding } from '#programma/plan.ts'

/**
 * Een plan met zijn zoeklijsten en sommen, één keer gemaakt en daarna alleen gelezen. Bedragen komen uit de
 * geldende raming; een ouder telt zijn kinderen mee.
 */
export type Planbeeld = {
  plan: Plan
  /** De jaren van het programma, en elk ander jaar waarin de raming geld heeft. */
  jaren: readonly number[]
  onderdeel: ReadonlyMap<string, Onderdeel>
  groep: ReadonlyMap<string, Groep>
  bron: ReadonlyMap<string, Bron>
  doel: ReadonlyMap<string, Doel>
  plaats: ReadonlyMap<string, Plaats>
  kinderen: ReadonlyMap<string, readonly Onderdeel[]>
  /** Onderdelen zonder ouder, in de volgorde van het plan. */
  stammen: readonly Onderdeel[]
  /** Onderdelen zonder kinderen: daarin staat het geld. */
  bladeren: readonly Onderdeel[]
  vermeldingenOver: (soort: Vermelding['over']['soort'], id: string) => readonly Vermelding[]
  /** Per onderdeel, met zijn kinderen samen. */
  geld: (onderdeel: string) => Geld
  geldVanGroep: (groep: string | null) => Geld
  totaal: Geld
}

/** Een som per jaar en in totaal, met wat per bron bekend is. Sleutel `null`: verdeling over bronnen onbekend. */
export type Geld = {
  totaal: Centen
  perJaar: ReadonlyMap<number, Centen>
  perBron: ReadonlyMap<string | null, Centen>
}

const GEEN_GELD: Geld = { totaal: centen(0), perJaar: new Map(), perBron: new Map() }

class Teller {
  #totaal = 0
  readonly #perJaar = new Map<number, number>()
  readonly #perBron = new Map<string | null, number>()
  tel(jaar: number, bron: string | null, bedrag: number): void {
    this.#totaal += bedrag
    this.#perJaar.set(jaar, (this.#perJaar.get(jaar) ?? 0) + bedrag)
    this.#perBron.set(bron, (this.#perBron.get(bron) ?? 0) + bedrag)
  }
  get geld(): Geld {
    const inCenten = <Sleutel>(som: Map<Sleutel, number>): Map<Sleutel, Centen> =>
      new Map([...som].map(([sleutel, bedrag]) => [sleutel, centen(bedrag)]))
    return {
      totaal: centen(this.#totaal),
      perJaar: inCenten(this.#perJaar),
      perBron: inCenten(this.#perBron),
    }
  }
}

const opId = <Ding extends { id: string }>(dingen: readonly Ding[]): Map<string, Ding> =>
  new Map(dingen.map((ding) => [ding.id, ding]))

export function planbeeldVan(plan: Plan): Planbeeld {
  const onderdeel = opId(plan.onderdelen)
  const kinderen = Map.groupBy(
    plan.onderdelen.filter((kind) => kind.ouder !== null),
    (kind) => kind.ouder as string,
  )
  const perDing = Map.groupBy(plan.vermeldingen, ({ over }) => `${over.soort} ${over.id}`)
  const { perOnderdeel, perGroep, totaal } = telRaming(plan, onderdeel)
  const programmajaren = jarenTussen(jaarVan(plan.programma.van), jaarVan(plan.programma.tot))
  return {
    plan,
    jaren: [...new Set([...programmajaren, ...totaal.perJaar.keys()])].sort((a, b) => a - b),
    onderdeel,
    groep: opId(plan.groepen),
    bron: opId(plan.bronnen),
    doel: opId(plan.doelen),
    plaats: opId(plan.plaatsen),
    kinderen,
    stammen: plan.onderdelen.filter((kandidaat) => kandidaat.ouder === null),
    bladeren: plan.onderdelen.filter((kandidaat) => !kinderen.has(kandidaat.id)),
    vermeldingenOver: (soort, id) => perDing.get(`${soort} ${id}`) ?? [],
    geld: (id) => perOnderdeel.get(id) ?? GEEN_GELD,
    geldVanGroep: (id) => perGroep.get(id) ?? GEEN_GELD,
    totaal,
  }
}

function telRaming(plan: Plan, onderdeel: ReadonlyMap<string, Onderdeel>) {
  const perOnderdeel = new Map<string, Teller>()
  const perGroep = new Map<string | null, Teller>()
  const totaal = new Teller()
  const teller = <Sleutel>(tellers: Map<Sleutel, Teller>, sleutel: Sleutel): Teller => {
    const bestaand = tellers.get(sleutel) ?? new Teller()
    tellers.set(sleutel, bestaand)
    return bestaand
  }
  for (const { onderdeel: id, jaar, bron, bedragCent } of plan.raming) {
    totaal.tel(jaar, bron, bedragCent)
    teller(perGroep, onderdeel.get(id)?.groep ?? null).tel(jaar, bron, bedragCent)
    for (let ding = onderdeel.get(id); ding !== undefined; ding = onderdeel.get(ding.ouder ?? ''))
      teller(perOnderdeel, ding.id as string).tel(jaar, bron, bedragCent)
  }
  const alsGeld = <Sleutel>(tellers: Map<Sleutel, Teller>): Map<Sleutel, Geld> =>
    new Map([...tellers].map(([sleutel, som]) => [sleutel, som.geld]))
  return { perOnderdeel: alsGeld(perOnderdeel), perGroep: alsGeld(perGroep), totaal: totaal.geld }
}

export const jarenTussen = (van: number, tot: number): number[] =>
  Array.from({ length: Math.max(0, tot - van + 1) }, (_, i) => van + i)

export const PLANNINGSTATUSSEN = {
  beeindigd: 'Beëindigd',
  voorbij: 'Looptijd voorbij',
  loopt: 'In looptijd',
  'nog-niet': 'Nog niet begonnen',
  onbekend: 'Looptijd niet bekend',
} as const
export type Planningstatus = keyof typeof PLANNINGSTATUSSEN

/** Waar een onderdeel volgens zijn planning staat op deze dag; zegt niets over hoe het gaat. */
export function planningstatus(
  onderdeel: Pick<Onderdeel, 'planning' | 'beeindigd'>,
  vandaag: Datum,
): Planningstatus {
  const { planning, beeindigd } = onderdeel
  if (beeindigd !== undefined && laatsteDag(beeindigd.op) <= vandaag) return 'beeindigd'
  if (planning.tot !== undefined && laatsteDag(planning.tot) < vandaag) return 'voorbij'
  if (planning.van === undefined && planning.tot === undefined) return 'onbekend'
  if (planning.van !== undefined && eersteDag(planning.van) > vandaag) return 'nog-niet'
  return 'loopt'
}

/** De bronnen die samen een groep dekken, met wat daarvan bekend is. */
export type Dekking = {
  bronnen: readonly Bron[]
  /** Som van de ontvangsten als elke bron een bedrag noemt; anders onbekend. */
  ontvangstCent: Centen | undefined
}

/** Uit welke bronnen een groep betaald kan worden, in de volgorde van het plan. */
export function dekkingVanGroep(beeld: Planbeeld, groep: string | null): Dekking {
  const genoemd = new Set(
    beeld.plan.onderdelen.filter((lid) => lid.groep === groep).flatMap((lid): string[] => lid.bronnen),
  )
  const bronnen = beeld.plan.bronnen.filter((bron) => genoemd.has(bron.id))
  const alleBekend = bronnen.length > 0 && bronnen.every((bron) => bron.ontvangsten.length > 0)
  const bedragen = bronnen.flatMap((bron) => bron.ontvangsten.map((ontvangst) => ontvangst.bedragCent))
  return { bronnen, ontvangstCent: alleBekend ? telOp(...bedragen) : undefined }
}
