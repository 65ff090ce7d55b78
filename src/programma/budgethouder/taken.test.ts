import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { leesRekening, type Mandaat, type Postsaldo } from '#grootboek/deur.ts'
import type { Begrotingswijziging } from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import {
  cijfersPerOnderdeel,
  eigenOnderdelen,
  type Takenvraag,
  takenVan,
} from '#programma/budgethouder/taken.ts'
import { kleinPlan } from '#test/plannen.ts'

const plan = kleinPlan('gm0000')
const DAG = datum('2026-06-15')
const MANDAAT: Mandaat = {
  id: 'm',
  account: 'ik',
  rol: null,
  programma: 'proef',
  onderdeel: 'inloop',
  bedragCent: centen(1),
  van: datum('2026-01-01'),
  tot: null,
  ingetrokkenPer: null,
}

for (const [naam, mandaten, ids, waarom] of [
  ['zonder mandaat: alles met een eigenaar', [], ['inloop', 'steun'], 'eigenaar'],
  ['een eigen mandaat', [MANDAAT], ['inloop'], 'mandaat'],
  ['van een ander', [{ ...MANDAAT, account: 'ander' }], ['inloop', 'steun'], 'eigenaar'],
  [
    'op rol, voor alles',
    [{ ...MANDAAT, account: null, rol: 'budgethouder', onderdeel: null }],
    ['inloop', 'steun'],
    'mandaat',
  ],
  ['voorbij', [{ ...MANDAAT, tot: datum('2026-06-14') }], ['inloop', 'steun'], 'eigenaar'],
  ['ingetrokken', [{ ...MANDAAT, ingetrokkenPer: datum('2026-06-01') }], ['inloop', 'steun'], 'eigenaar'],
] as const)
  test(`eigenOnderdelen: ${naam}`, () => {
    const eigen = eigenOnderdelen(plan, mandaten, { account: 'ik', rollen: ['budgethouder'] }, DAG)
    assert.deepEqual([eigen.onderdelen.map(({ id }) => id as string), eigen.waarom], [[...ids], waarom])
  })

test('een plan zonder eigenaren toont alles', () => {
  const zonder = { onderdelen: plan.onderdelen.map((een) => ({ ...een, eigenaarrol: null })) }
  assert.equal(eigenOnderdelen(zonder, [], { account: 'ik', rollen: [] }, DAG).waarom, 'alle')
})

const post = (naam: string, bedrag: number): Postsaldo => {
  const rekening = leesRekening(`proef:rijk:${naam}`)
  if (rekening === undefined) throw new Error(naam)
  return { post: 1, rekening, kenmerk: {}, soort: 'raming', bedragCent: centen(bedrag) }
}

test('na wijziging is vrij, verplicht en gerealiseerd samen, van alleen dit jaar', () => {
  const cijfers = cijfersPerOnderdeel(
    [
      post('ruimte:inloop:2026', 5),
      post('verplicht:inloop:2026:v-1', 2),
      post('verplicht:inloop:2026:v-2', 1),
      post('realisatie:inloop:2026', 3),
      post('realisatie:inloop:2025', 100),
      post('realisatie:-:2026', 100),
      post('overgang:inloop:2026:-', 100),
    ],
    2026,
  )
  assert.deepEqual([...cijfers], [['inloop', { naWijziging: 11, verplicht: 3, gerealiseerd: 3, vrij: 5 }]])
})

const cijfers = (vrij: number) =>
  new Map([
    [
      'inloop',
      {
        naWijziging: centen(100),
        verplicht: centen(0),
        gerealiseerd: centen(100 - vrij),
        vrij: centen(vrij),
      },
    ],
  ])
const prognose = (bedrag: number, peildatum = '2026-06-01') => [
  {
    onderdeel: 'inloop',
    jaar: 2026,
    bedragCent: centen(bedrag),
    peildatum: datum(peildatum),
    zekerheid: 'hoog' as const,
  },
]
const wijziging = (stand: 'voorgesteld' | 'geboekt', onderdeel = 'inloop'): Begrotingswijziging => ({
  id: 'w',
  plan: 'proef',
  nummer: 3,
  orgaan: 'raad',
  redenen: [],
  toelichting: '',
  regels: [{ soort: 'onderdeel', onderdeel, jaar: 2026, bron: null, bedragCent: centen(1) }],
  gemaaktOp: new Date(0),
  gemaaktDoor: null,
  stappen: [{ stap: 1, stand, besluit: null, boeking: null, reden: null, op: new Date(0), door: null }],
})
const verplichting = (tot: string | null, open: number) => [
  { id: 'v-1', onderdeel: 'inloop', tot: tot === null ? null : datum(tot), openCent: centen(open) },
]

for (const [naam, anders, verwacht] of [
  ['alles in orde', {}, []],
  ['een cent te kort', { cijfers: cijfers(-1) }, ['tekort']],
  ['precies op', { cijfers: cijfers(0) }, []],
  ['verwacht een cent te kort', { prognoses: prognose(101) }, ['verwacht_tekort']],
  ['nog geen prognose', { prognoses: [] }, ['prognose_ontbreekt']],
  ['geen prognose, maar ook geen geld', { prognoses: [], cijfers: new Map() }, []],
  ['92 dagen oud', { prognoses: prognose(100, '2026-03-15') }, []],
  ['93 dagen oud', { prognoses: prognose(100, '2026-03-14') }, ['prognose_oud']],
  ['een voorstel wacht', { wijzigingen: [wijziging('voorgesteld')] }, ['wijziging_wacht']],
  [
    'geboekt of van een ander wacht niet',
    { wijzigingen: [wijziging('geboekt'), wijziging('voorgesteld', 'steun')] },
    [],
  ],
  [
    'verplichting een dag voorbij',
    { verplichtingen: verplichting('2026-06-14', 5) },
    ['verplichting_verlopen'],
  ],
  ['verplichting vandaag de laatste dag', { verplichtingen: verplichting('2026-06-15', 5) }, []],
  ['verplichting leeg', { verplichtingen: verplichting('2026-06-14', 0) }, []],
  ['verplichting zonder laatste dag', { verplichtingen: verplichting(null, 5) }, []],
] as const)
  test(`takenVan: ${naam}`, () => {
    const vraag: Takenvraag = {
      jaar: 2026,
      vandaag: DAG,
      cijfers: cijfers(1),
      prognoses: prognose(100),
      wijzigingen: [],
      verplichtingen: [],
      ...anders,
    }
    assert.deepEqual(
      takenVan('inloop', vraag).map(({ soort }) => soort),
      [...verwacht],
    )
  })
