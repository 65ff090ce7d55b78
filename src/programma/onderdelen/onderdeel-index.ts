import type { Onderdeel, Raming, Vermelding } from '#programma/plan.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { dingSleutel } from '#programma/plancontrole/bevinding.ts'
import type { Bevinding } from '#programma/plancontrole/plancontrole.ts'

/**
 * Wat bij welk onderdeel hoort, één keer uitgezocht per versie: een versie verandert nooit, en een pagina mag niet
 * telkens het hele plan doorlopen.
 */
export type Onderdeelindex = {
  raming: (onderdeel: string) => readonly Raming[]
  /** Opsommingen en verwijzingen elders die dit onderdeel noemen. */
  genoemdIn: (onderdeel: string) => readonly Vermelding[]
  /** Onderdelen die zeggen met dit onderdeel samen te hangen. */
  wijstNaar: (onderdeel: string) => readonly { van: Onderdeel; toelichting: string | undefined }[]
  /** Of de raming een bedrag aan deze vermelding ontleent. */
  geldt: (vermelding: string) => boolean
  vermelding: (id: string) => Vermelding | undefined
}

const indexen = new WeakMap<Planbeeld, Onderdeelindex>()

export function onderdeelindexVan(beeld: Planbeeld): Onderdeelindex {
  const bekend = indexen.get(beeld)
  if (bekend !== undefined) return bekend
  const { plan } = beeld
  const raming = Map.groupBy(plan.raming, ({ onderdeel }): string => onderdeel)
  const geldend = new Set<string>(plan.raming.flatMap(({ vermelding }) => vermelding ?? []))
  const vermeldingen = new Map<string, Vermelding>(plan.vermeldingen.map((een) => [een.id, een]))
  const genoemd = new Map<string, Vermelding[]>()
  for (const vermelding of plan.vermeldingen)
    for (const id of genoemdeOnderdelen(vermelding)) zetBij(genoemd, id, vermelding)
  const naar = new Map<string, { van: Onderdeel; toelichting: string | undefined }[]>()
  for (const van of plan.onderdelen)
    for (const relatie of van.relaties) zetBij(naar, relatie.naar, { van, toelichting: relatie.toelichting })
  const index: Onderdeelindex = {
    raming: (id) => raming.get(id) ?? [],
    genoemdIn: (id) => genoemd.get(id) ?? [],
    wijstNaar: (id) => naar.get(id) ?? [],
    geldt: (id) => geldend.has(id),
    vermelding: (id) => vermeldingen.get(id),
  }
  indexen.set(beeld, index)
  return index
}

function genoemdeOnderdelen(vermelding: Vermelding): Set<string> {
  const dingen =
    vermelding.soort === 'leden'
      ? vermelding.leden.flatMap(({ ding }) => ding ?? [])
      : vermelding.soort === 'verwijzing'
        ? vermelding.bedoelt
        : []
  const onderdelen = dingen.filter(({ soort }) => soort === 'onderdeel').map(({ id }) => id as string)
  return new Set(onderdelen.filter((id) => id !== vermelding.over.id))
}

export type Bevindingindex = {
  /** Bevindingen die dit ding of een vermelding daarover raken, in de gewone volgorde. */
  overDing: (soort: string, id: string) => readonly Bevinding[]
}

const bevindingindexen = new WeakMap<readonly Bevinding[], Bevindingindex>()

export function bevindingindexVan(bevindingen: readonly Bevinding[]): Bevindingindex {
  const bekend = bevindingindexen.get(bevindingen)
  if (bekend !== undefined) return bekend
  const perDing = new Map<string, Bevinding[]>()
  for (const bevinding of bevindingen) {
    const dingen = [...bevinding.dingen, ...bevinding.plaatsen.flatMap(({ over }) => over ?? [])]
    for (const sleutel of new Set(dingen.map(dingSleutel))) zetBij(perDing, sleutel, bevinding)
  }
  const index: Bevindingindex = {
    overDing: (soort, id) => perDing.get(`${soort}:${id}`) ?? [],
  }
  bevindingindexen.set(bevindingen, index)
  return index
}

function zetBij<Waarde>(bij: Map<string, Waarde[]>, sleutel: string, waarde: Waarde): void {
  const lijst = bij.get(sleutel)
  if (lijst === undefined) bij.set(sleutel, [waarde])
  else lijst.push(waarde)
}
