import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { type Boekingsoort, leesKenmerk, leesRekening, type Postsaldo } from '#grootboek/deur.ts'
import {
  type Geldbeeld,
  type Geldbevinding,
  geldbevindingen,
  heeftFeiten,
  jaaroordelen,
} from '#programma/geldbevindingen/geldbevindingen.ts'
import type { Plan } from '#programma/plan.ts'
import { kleinPlan } from '#test/plannen.ts'

const post = (naam: string, bedrag: number, soort: Boekingsoort = 'raming', kenmerk = ''): Postsaldo => {
  const rekening = leesRekening(`proef:${naam}`)
  if (rekening === undefined) throw new Error(naam)
  return { post: 1, rekening, kenmerk: leesKenmerk(kenmerk), soort, bedragCent: centen(bedrag) }
}
const plan = kleinPlan('gm0000')
const beeld = (posten: readonly Postsaldo[], anders: Partial<Geldbeeld> = {}): Geldbeeld => ({
  plan,
  posten,
  vandaag: datum('2026-06-15'),
  verplichtingen: [],
  reservemutaties: [],
  gemachtigd: [],
  ...anders,
})
const kort = ({ regel, ernst, onderdeel, bron, jaar, bedragCent }: Geldbevinding) =>
  [regel, ernst, onderdeel ?? bron ?? '-', jaar ?? '-', bedragCent].join(' ')
const vindt = (posten: readonly Postsaldo[], anders: Partial<Geldbeeld> = {}): string[] =>
  geldbevindingen(beeld(posten, anders)).map(kort)

const metAard = (onderdeel: 'structureel' | 'incidenteel'): Plan => ({
  ...plan,
  onderdelen: plan.onderdelen.map((een) => ({ ...een, aard: onderdeel })),
})

for (const [naam, posten, anders, verwacht] of [
  ['precies op is niets', [post('rijk:ruimte:inloop:2026', 0)], {}, []],
  [
    'een cent erover, ook het programma',
    [post('rijk:ruimte:inloop:2025', -1, 'realisatie')],
    {},
    ['overschrijding fout inloop 2025 1'],
  ],
  [
    'erover, maar het programma niet',
    [post('rijk:ruimte:inloop:2026', -1, 'realisatie'), post('rijk:ruimte:steun:2026', 1)],
    {},
    ['overschrijding waarschijnlijk inloop 2026 1'],
  ],
  [
    'tekort bij één bron en over bij een andere is geen overschrijding',
    [post('rijk:ruimte:inloop:2026', -5, 'realisatie'), post('-:ruimte:inloop:2026', 5)],
    {},
    [],
  ],
  [
    'het afsluiten van het jaar verbergt een overschrijding niet',
    [post('rijk:ruimte:inloop:2025', -7, 'realisatie'), post('rijk:ruimte:inloop:2025', 7, 'jaareinde')],
    {},
    ['overschrijding fout inloop 2025 7'],
  ],
  [
    'wat alvast gemachtigd is',
    [post('rijk:ruimte:inloop:2026', -5, 'realisatie')],
    { gemachtigd: [{ onderdeel: 'inloop', jaar: 2026, bedragCent: centen(5) }] },
    ['overschrijding aandacht inloop 2026 5'],
  ],
  [
    'te weinig gemachtigd',
    [post('rijk:ruimte:inloop:2026', -6, 'realisatie')],
    { gemachtigd: [{ onderdeel: 'inloop', jaar: 2026, bedragCent: centen(5) }] },
    ['overschrijding fout inloop 2026 6'],
  ],
  [
    'over na afloop, in een jaar met uitgaven',
    [post('rijk:ruimte:inloop:2025', 3), post('rijk:realisatie:inloop:2025', 1, 'realisatie')],
    {},
    ['niet_tijdig_bijgesteld aandacht inloop 2025 3'],
  ],
  ['over zonder dat er iets is ingelezen zegt niets', [post('rijk:ruimte:inloop:2025', 3)], {}, []],
  [
    'over in een jaar dat nog loopt zegt niets',
    [post('rijk:ruimte:inloop:2026', 3), post('rijk:verplicht:inloop:2024:v-1', 0, 'verplichting')],
    {},
    [],
  ],
  [
    'meer ontvangen dan toegezegd',
    [post('rijk:toegezegd:2024', 4, 'ontvangst')],
    {},
    ['niet_tijdig_bijgesteld aandacht rijk 2024 4'],
  ],
  [
    'uitgave na de looptijd',
    [post('rijk:realisatie:inloop:2026', 2, 'realisatie')],
    {},
    ['buiten_looptijd waarschijnlijk inloop 2026 2'],
  ],
  [
    'verplichting voor de looptijd',
    [post('rijk:verplicht:inloop:2023:v-1', 2, 'verplichting')],
    {},
    ['buiten_looptijd waarschijnlijk inloop 2023 2'],
  ],
  [
    'nergens bij, en bij een onderdeel dat niet bestaat',
    [post('-:realisatie:-:2025', 2, 'realisatie'), post('-:realisatie:weg:2025', 1, 'realisatie')],
    {},
    ['niet_gekoppeld waarschijnlijk - 2025 2', 'niet_gekoppeld waarschijnlijk weg 2025 1'],
  ],
  ['bron te ver verdeeld', [post('rijk:dekking', -1)], {}, ['bron_tekort fout rijk - 1']],
  ['nog te verdelen', [post('-:dekking', -1)], {}, ['nog_te_verdelen aandacht - - 1']],
  ['niets meer te verdelen', [post('-:dekking', 0), post('rijk:dekking', 0)], {}, []],
  [
    'structureel uit eenmalig: het plan zegt het',
    [post('rijk:ruimte:inloop:2026', 5)],
    { plan: metAard('structureel') },
    ['structureel_incidenteel waarschijnlijk inloop - 5'],
  ],
  [
    'structureel uit eenmalig: de regel zegt het',
    [post('rijk:ruimte:inloop:2026', 5, 'wijziging', ';;structureel')],
    { plan: metAard('incidenteel') },
    ['structureel_incidenteel waarschijnlijk inloop - 5'],
  ],
  [
    'de regel gaat voor het plan',
    [post('rijk:ruimte:inloop:2026', 5, 'wijziging', ';;incidenteel')],
    { plan: metAard('structureel') },
    [],
  ],
  [
    'niet ontvangen na afloop, als er iets ontvangen is',
    [post('rijk:toegezegd:2024', -4), post('rijk:ontvangen:2025', -1, 'ontvangst')],
    {},
    ['niet_ontvangen waarschijnlijk rijk 2024 4'],
  ],
  ['zonder enige ontvangst is er nog niets ingelezen', [post('rijk:toegezegd:2024', -4)], {}, []],
  [
    'dit jaar kan het nog komen',
    [post('rijk:toegezegd:2026', -4), post('rijk:ontvangen:2025', -1, 'ontvangst')],
    {},
    [],
  ],
  [
    'verplichting een dag voorbij',
    [post('rijk:verplicht:inloop:2025:v-1', 4, 'verplichting')],
    { verplichtingen: [{ id: 'v-1', tot: datum('2026-06-14') }] },
    ['verplichting_verlopen aandacht inloop - 4'],
  ],
  [
    'verplichting op haar laatste dag',
    [post('rijk:verplicht:inloop:2025:v-1', 4, 'verplichting')],
    { verplichtingen: [{ id: 'v-1', tot: datum('2026-06-15') }] },
    [],
  ],
] as const)
  test(`geldbevindingen: ${naam}`, () => assert.deepEqual(vindt(posten, anders), verwacht))

test('een reserve: de raad mag het, een ander orgaan is een fout, en onbekend is nog na te gaan', () => {
  const mutatie = (orgaan: 'raad' | 'college' | 'onbekend' | undefined) => ({
    boeking: 3,
    bron: 'rijk',
    jaar: 2025,
    bedragCent: centen(-9),
    orgaan,
  })
  const ernst = (orgaan: Parameters<typeof mutatie>[0]) =>
    geldbevindingen(beeld([], { reservemutaties: [mutatie(orgaan)] })).map((een) => een.ernst)
  assert.deepEqual(ernst('raad'), [])
  assert.deepEqual(ernst('college'), ['fout'])
  assert.deepEqual(ernst(undefined), ['fout'])
  assert.deepEqual(ernst('onbekend'), ['aandacht'])
})

test('de ernstigste eerst, dan de grootste', () => {
  const namen = vindt([
    post('-:dekking', -900),
    post('rijk:dekking', -1),
    post('rijk:ruimte:inloop:2025', -2, 'realisatie'),
  ])
  assert.deepEqual(namen, [
    'overschrijding fout inloop 2025 2',
    'bron_tekort fout rijk - 1',
    'nog_te_verdelen aandacht - - 900',
  ])
})

test('per jaar tegen de grens: precies erop is nog niet erboven', () => {
  const stand = (over: number): Geldbeeld =>
    beeld([
      post('rijk:realisatie:inloop:2025', 10_000, 'realisatie'),
      post('rijk:ruimte:inloop:2025', -over, 'realisatie'),
    ])
  for (const [over, boven] of [
    [100, false],
    [101, true],
  ] as const) {
    const hier = stand(over)
    assert.deepEqual(jaaroordelen(hier, geldbevindingen(hier), 10), [
      { jaar: 2025, lastenCent: 10_000, onrechtmatigCent: over, grensCent: 100, bovenGrens: boven },
    ])
  }
  assert.equal(heeftFeiten(stand(1)), true)
  assert.equal(heeftFeiten(beeld([post('rijk:dekking', 5)])), false)
})
