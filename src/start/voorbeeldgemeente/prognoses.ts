import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { maakPrognoses } from '#programma/prognose/prognose.flow.ts'
import type { NieuwePrognose } from '#programma/prognose/prognose.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { maakToeval, moet, werkdag } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { JAREN, KOSTENPATRONEN } from '#start/voorbeeldgemeente/kosten.ts'
import { type Gebeurtenis, op } from '#start/voorbeeldgemeente/plek.ts'
import type { Boekstuk, Budgetten } from '#start/voorbeeldgemeente/stukken.ts'
import type { Factuur } from '#start/voorbeeldgemeente/verplichtingen.ts'

/** Drie keer per jaar zegt de budgethouder wat elk onderdeel naar verwachting gaat kosten; steeds wat zekerder. */

const KWARTALEN = [
  { eind: '03-31', maand: 4, ruis: 0.14, zekerheid: 'laag' },
  { eind: '06-30', maand: 7, ruis: 0.08, zekerheid: 'midden' },
  { eind: '09-30', maand: 10, ruis: 0.03, zekerheid: 'hoog' },
] as const

const REDENEN = {
  eigen: 'Met de uitvoerders doorgesproken.',
  tempo: 'Het gaat zoals tot nu toe.',
  patroon: 'Zoals vorig jaar.',
} as const

/** Wat een onderdeel in een heel jaar gaat kosten, ook wat nog moet komen. */
function jaarkosten(stukken: readonly Boekstuk[], facturen: readonly Factuur[]): Map<string, number> {
  const opProject = new Map(KOSTENPATRONEN.map(({ onderdeel, project }) => [project, onderdeel]))
  const som = new Map<string, number>()
  const tel = (onderdeel: string, jaar: number, cent: number): void => {
    som.set(`${onderdeel} ${jaar}`, (som.get(`${onderdeel} ${jaar}`) ?? 0) + cent)
  }
  for (const { datum: dag, regels } of stukken)
    for (const { project, bedragCent } of regels) {
      const onderdeel = opProject.get(project ?? '')
      if (onderdeel !== undefined) tel(onderdeel, Number(dag.slice(0, 4)), bedragCent)
    }
  for (const { onderdeel, jaar, bedragCent } of facturen) tel(onderdeel, jaar, bedragCent)
  return som
}

const HONDERD_EURO = 100_00

export function prognosegebeurtenissen(
  stukken: readonly Boekstuk[],
  facturen: readonly Factuur[],
  budgetten: Budgetten,
): Gebeurtenis[] {
  const kosten = jaarkosten(stukken, facturen)
  return JAREN.flatMap((jaar) =>
    KWARTALEN.map(({ eind, maand, ruis, zekerheid }) => {
      const prognoses = KOSTENPATRONEN.flatMap(({ onderdeel, soort, aantal }): NieuwePrognose[] => {
        const werkelijk = kosten.get(`${onderdeel} ${jaar}`) ?? 0
        const budget = budgetten.get(onderdeel)?.get(jaar) ?? 0
        if (budget === 0 || werkelijk === 0) return []
        const toeval = maakToeval(`prognose ${onderdeel} ${jaar} ${maand}`)
        // Een subsidie met vaste voorschotten is afgesproken: daar valt niets te schatten.
        const isVast = soort === 'subsidie' && aantal === undefined
        const verwacht = isVast ? werkelijk : werkelijk * (1 + (toeval.deel() - 0.5) * ruis)
        const grond = (['eigen', 'tempo', 'patroon'] as const)[toeval.geheel(0, 2)] ?? 'eigen'
        return [
          {
            onderdeel,
            jaar,
            bedragCent: centen(isVast ? verwacht : Math.round(verwacht / HONDERD_EURO) * HONDERD_EURO),
            peildatum: datum(`${jaar}-${eind}`),
            zekerheid,
            grond,
            reden: REDENEN[grond],
          },
        ]
      })
      return op(werkdag(jaar, maand, 20), 11, ({ als }) =>
        moet('prognoses', maakPrognoses(als('budgethouder'), PROGRAMMA, prognoses)),
      )
    }),
  )
}
