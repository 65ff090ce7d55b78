import { type Datum, datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import {
  geefMandaat,
  type Kenmerk,
  type NieuweRegel,
  trekMandaatIn,
  type Voorwaarden,
  wijzigKoppeling,
} from '#grootboek/deur.ts'
import { laadPlan, stelVast, wijzigPlan } from '#programma/plan.flow.ts'
import { VERPLICHTINGREKENING } from '#start/voorbeeldgemeente/auditfile.ts'
import { BIJSTELLING, PROGRAMMA, VASTSTELLING } from '#start/voorbeeldgemeente/besluiten.ts'
import { verdelingVan } from '#start/voorbeeldgemeente/bronverdeling.ts'
import { moet } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { KOSTENPATRONEN, KOSTENSOORTEN, type Kostenpatroon } from '#start/voorbeeldgemeente/kosten.ts'
import { type Gebeurtenis, op, type Plek } from '#start/voorbeeldgemeente/plek.ts'
import { LATER_BEKEND_PROJECT, VERPLICHTINGPLAATS } from '#start/voorbeeldgemeente/stukken.ts'

/** Waarmee het begint: het plan en zijn bijstelling, wie wat mag, en waar geld uit het financiële systeem bij hoort. */

const dag = datum

async function laadEersteVersie({ db, klok, plannen }: Plek): Promise<void> {
  const waarom = 'Het programmaplan zoals het naar de raad gaat. Verzonnen.'
  await moet('plan', laadPlan(db, plannen[1], { door: null, waarom, hoofdplan: true, op: klok.nu() }))
}

export const PLAN: readonly Gebeurtenis[] = [
  op(dag('2022-01-10'), 9, laadEersteVersie),
  op(dag('2022-01-28'), 10, ({ als, boekhouder }) =>
    moet('vaststelling', stelVast(boekhouder, als('programmamanager'), PROGRAMMA, 1, VASTSTELLING)),
  ),
  op(dag('2024-02-12'), 14, ({ als, plannen }) =>
    moet(
      'bijstelling',
      wijzigPlan(als('programmamanager'), {
        plan: PROGRAMMA,
        basis: 1,
        waarom: 'Bijstelling halverwege: wat we leerden van de eerste twee jaar.',
        verander: () => plannen[2],
      }),
    ),
  ),
  op(dag('2024-03-29'), 10, ({ als, boekhouder }) =>
    moet('tweede vaststelling', stelVast(boekhouder, als('programmamanager'), PROGRAMMA, 2, BIJSTELLING)),
  ),
]

const mandaat = (rol: string, euro: number, van: Datum, tot: Datum | null = null) => ({
  account: null,
  rol,
  programma: PROGRAMMA,
  onderdeel: null,
  bedragCent: centen(euro * 100),
  van,
  tot,
})

export function mandaten(): Gebeurtenis[] {
  let vanAdviseur = ''
  return [
    op(dag('2022-01-31'), 9, async ({ als }) => {
      const geef = (wat: ReturnType<typeof mandaat>) => moet('mandaat', geefMandaat(als('beheerder'), wat))
      await geef(mandaat('budgethouder', 15_000, dag('2022-02-01'), dag('2022-12-31')))
      await geef(mandaat('budgethouder', 25_000, dag('2023-01-01')))
      await geef(mandaat('programmamanager', 50_000, dag('2022-02-01')))
      await geef(mandaat('college', 500_000, dag('2022-02-01')))
      vanAdviseur = (await geef(mandaat('financieel-adviseur', 5_000, dag('2022-02-01')))).id
    }),
    // Wie boekt, hoort niet ook zelf verplichtingen aan te gaan.
    op(dag('2023-09-01'), 9, ({ als }) => moet('intrekken', trekMandaatIn(als('beheerder'), vanAdviseur))),
  ]
}

const SCHEMAWISSEL = { voor: dag('2024-12-31'), na: dag('2025-01-01') }

function kenmerkVan({ soort, taakveld }: Kostenpatroon, nieuw: boolean): Kenmerk {
  return {
    taakveld: taakveld[nieuw ? 1 : 0],
    taakveldschema: nieuw ? '2025' : '2022',
    categorie: KOSTENSOORTEN[soort].categorie,
  }
}

const LEEG = { administratie: null, rekening: null, kostenplaats: null, project: null }

/** Per onderdeel een regel tot en met 2024 en een daarna: toen veranderden de taakvelden. */
function regelsVan(patroon: Kostenpatroon): NieuweRegel[] {
  const { onderdeel, project } = patroon
  const regel = (
    nieuw: boolean,
    van: Datum | null,
    tot: Datum | null,
    bron: NieuweBron = { soort: 'volgorde' },
  ): NieuweRegel => ({
    ...LEEG,
    project,
    van,
    tot,
    doel: { soort: 'onderdeel', programma: PROGRAMMA, onderdeel, bron, kenmerk: kenmerkVan(patroon, nieuw) },
  })
  const uitBegroting = { soort: 'bron', bron: 'begroting' } as const
  if (onderdeel === 'communicatie')
    return [
      regel(false, null, dag('2022-12-31')),
      regel(false, dag('2023-01-01'), dag('2023-12-31'), uitBegroting),
      regel(false, dag('2024-01-01'), SCHEMAWISSEL.voor),
      regel(true, SCHEMAWISSEL.na, null, uitBegroting),
    ]
  return [regel(false, null, SCHEMAWISSEL.voor), regel(true, SCHEMAWISSEL.na, null)]
}
type NieuweBron = Extract<NieuweRegel['doel'], { soort: 'onderdeel' }>['bron']

const hoortNiet = (voorwaarden: Partial<Voorwaarden>): NieuweRegel => ({
  ...LEEG,
  ...voorwaarden,
  van: null,
  tot: null,
  doel: { soort: 'hoort_niet' },
})

const JAAR_MET_GELD = [2023, 2024, 2022, 2025, 2026]

export const KOPPELING: readonly Gebeurtenis[] = [
  op(dag('2022-02-07'), 11, ({ als, boekhouder, plannen }) =>
    moet(
      'koppeling',
      wijzigKoppeling(boekhouder, als('financieel-adviseur'), {
        erbij: [
          ...KOSTENPATRONEN.flatMap(regelsVan),
          // Wat op een verplichting binnenkomt, is hier al als factuur geboekt.
          hoortNiet({ rekening: VERPLICHTINGREKENING, kostenplaats: VERPLICHTINGPLAATS }),
          hoortNiet({ kostenplaats: 'WEG200' }),
        ],
        financiering: KOSTENPATRONEN.map(({ onderdeel }) => {
          const jaar = JAAR_MET_GELD.find((een) =>
            plannen[1].raming.some((rij) => rij.onderdeel === onderdeel && rij.jaar === een),
          )
          return {
            programma: PROGRAMMA,
            onderdeel,
            volgorde: verdelingVan(plannen[1], onderdeel, jaar ?? 2023),
          }
        }),
      }),
    ),
  ),
  op(dag('2025-01-20'), 15, ({ als, boekhouder }) =>
    moet(
      'koppeling later',
      wijzigKoppeling(boekhouder, als('financieel-adviseur'), {
        erbij: [
          {
            ...LEEG,
            project: LATER_BEKEND_PROJECT,
            van: null,
            tot: null,
            doel: {
              soort: 'onderdeel',
              programma: PROGRAMMA,
              onderdeel: 'zonder-geldzorgen',
              bron: { soort: 'volgorde' },
              kenmerk: { taakveld: '6.3', taakveldschema: '2022', categorie: '3.8' },
            },
          },
        ],
      }),
    ),
  ),
]
