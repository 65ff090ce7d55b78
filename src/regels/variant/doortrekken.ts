import type { Datum } from '#basis/datum.ts'
import { type Laag, type Parameter, type Parameterwaarde, toonBron } from '#regels/motor/parameter.ts'
import { alsVoorstel } from '#regels/variant/formules.ts'
import { REGELING_MAAND } from '#regels/wet/bedragen-plaatselijk.ts'
import { maakRekenkamer } from '#regels/wet/wet.ts'

/**
 * De bedragen van de gemeente zijn niet voor elk jaar bekend. Wie toch een later jaar wil verkennen, trekt het laatst
 * bekende bedrag door: uitdrukkelijk gekozen, in beeld bij elke uitkomst, en nooit vanzelf.
 */
export type Doorgetrokken = {
  laag: Laag
  bedragen: readonly { parameter: string; naam: string; vanaf: Datum; tot: Datum; bron: string }[]
}

const DOOR_TE_TREKKEN: readonly Parameter[] = Object.values(REGELING_MAAND)

export function trekDoor(gemeente: string, dag: Datum): Doorgetrokken {
  const { tabel } = maakRekenkamer(gemeente)
  const gevonden = DOOR_TE_TREKKEN.flatMap(({ id }) => {
    const parameter = tabel.parameters.get(id)
    if (parameter === undefined || tabel.zoek(id, dag) !== undefined) return []
    const laatste = laatsteVoor(parameter.waarden, dag)
    return laatste === undefined ? [] : [{ parameter, laatste }]
  })
  return {
    laag: {
      soort: 'gemeente',
      naam: 'doorgetrokken',
      parameters: gevonden.map(({ parameter, laatste }) => ({
        ...parameter,
        waarden: [{ ...alsVoorstel(laatste, dag), status: 'raming' as const }],
      })),
    },
    bedragen: gevonden.map(({ parameter, laatste }) => ({
      parameter: parameter.id,
      naam: parameter.naam,
      vanaf: laatste.vanaf,
      tot: laatste.tot,
      bron: toonBron(laatste.bron),
    })),
  }
}

const laatsteVoor = (waarden: readonly Parameterwaarde[], dag: Datum): Parameterwaarde | undefined =>
  waarden.filter(({ tot }) => tot < dag).toSorted((a, b) => (a.tot < b.tot ? 1 : -1))[0]
