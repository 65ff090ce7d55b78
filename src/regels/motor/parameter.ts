import type { Datum } from '#basis/datum.ts'
import type { Breuk, Getaleenheid } from '#regels/motor/eenheid.ts'

/**
 * Bedragen en percentages zijn gegevens met een datum en een bron. Buiten het bereik dat is nagezien bestaat een
 * parameter niet: de laatst bekende waarde doorrekenen is het soort fout dat niemand ziet.
 */
export const STATUSSEN = ['vastgesteld', 'secundair', 'raming', 'voorstel', 'te bevestigen'] as const
export type Parameterstatus = (typeof STATUSSEN)[number]

/** Rijk, dan gemeente, dan variant: de laatste laag die een parameter kent, telt. */
export type Laagsoort = 'rijk' | 'gemeente' | 'variant'

export type Bron = {
  naam: string
  /** Nummer van de regeling in het Basiswettenbestand of het CVDR. */
  regeling?: string | undefined
  artikel?: string | undefined
  lid?: string | undefined
  url?: string | undefined
}

export type Parameterwaarde = {
  vanaf: Datum
  /** De laatste dag waarop deze waarde is nagezien. */
  tot: Datum
  waarde: Breuk
  /** Sinds wanneer men dit kon weten; zonder opgave: vanaf de dag waarop de waarde geldt. */
  bekendVanaf?: Datum | undefined
  status: Parameterstatus
  bron: Bron
  /** Waar de geldende waarde verschilt van wat de tekst van de regeling zegt. */
  wijktAf?: string | undefined
}

export type Parameter = {
  id: string
  naam: string
  /** Zoals de naam midden in een zin staat, met lidwoord. */
  zin: string
  eenheid: Getaleenheid
  bron: Bron
  waarden: readonly Parameterwaarde[]
  /** Wat nog niet bekend is, en wie het kan zeggen. */
  gemis?: string | undefined
}

export type Laag = { soort: Laagsoort; naam: string; parameters: readonly Parameter[] }

export type Gevonden = { parameter: Parameter; waarde: Parameterwaarde; laag: Laag }

export type Parametertabel = {
  parameters: ReadonlyMap<string, Parameter>
  /** De waarde op een dag, zoals die op `bekendOp` bekend was. */
  zoek: (id: string, dag: Datum, bekendOp?: Datum) => Gevonden | undefined
}

/** Legt de lagen over elkaar. Een latere laag vult aan of vervangt; een gat in haar valt terug op de laag eronder. */
export function maakTabel(lagen: readonly Laag[]): Parametertabel {
  const parameters = new Map<string, Parameter>()
  const perId = new Map<string, { parameter: Parameter; laag: Laag }[]>()
  for (const laag of lagen)
    for (const parameter of laag.parameters) {
      parameters.set(parameter.id, metWaarden(parameters.get(parameter.id), parameter))
      perId.set(parameter.id, [{ parameter, laag }, ...(perId.get(parameter.id) ?? [])])
    }
  return {
    parameters,
    zoek(id, dag, bekendOp) {
      for (const { parameter, laag } of perId.get(id) ?? []) {
        const waarde = geldend(parameter.waarden, dag, bekendOp)
        if (waarde !== undefined) return { parameter, waarde, laag }
      }
      return undefined
    },
  }
}

const metWaarden = (onder: Parameter | undefined, boven: Parameter): Parameter =>
  onder === undefined ? boven : { ...boven, waarden: [...onder.waarden, ...boven.waarden] }

/** Van wat op deze dag geldt en al bekend was, telt wat het laatst bekend werd. */
function geldend(
  waarden: readonly Parameterwaarde[],
  dag: Datum,
  bekendOp: Datum | undefined,
): Parameterwaarde | undefined {
  const bekend = (een: Parameterwaarde): Datum => een.bekendVanaf ?? een.vanaf
  return waarden
    .filter(
      (een) => een.vanaf <= dag && dag <= een.tot && (bekendOp === undefined || bekend(een) <= bekendOp),
    )
    .toSorted((a, b) => (bekend(a) < bekend(b) ? 1 : -1))[0]
}

/** Artikel en lid zoals een jurist ze noemt: `Uitvoeringsbesluit Wmo 2015, artikel 3.8 lid 1`. */
export const toonBron = ({ naam, artikel, lid }: Bron): string =>
  `${naam}${artikel === undefined ? '' : `, artikel ${artikel}`}${lid === undefined ? '' : ` lid ${lid}`}`

/** De verwijzing die andere systemen kennen; alleen voor landelijke regelingen. */
export const juriconnect = ({ regeling, artikel, lid }: Bron, dag: Datum): string | undefined =>
  regeling?.startsWith('BWBR') !== true || artikel === undefined
    ? undefined
    : `jci1.3:c:${regeling}&artikel=${artikel}${lid === undefined ? '' : `&lid=${lid}`}&g=${dag}`
