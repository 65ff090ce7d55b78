import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centen } from '#basis/geld.ts'
import type { Wijzigingsregel } from '#grootboek/deur.ts'
import { bevoegdOrgaan, omvang, STANDAARDREGELS } from '#programma/begrotingswijzigingen/bevoegd.ts'
import { kleinPlan } from '#test/plannen.ts'

const klein = kleinPlan('gm0000')
const [rijk] = klein.bronnen
if (rijk === undefined) throw new Error('bron verwacht')
const plan = {
  ...klein,
  bronnen: [rijk, { ...rijk, id: 'reserve' as typeof rijk.id, soort: 'reserve' as const }],
}

const krijgt = (
  onderdeel: string,
  bedrag: number,
  bron: string | null = 'rijk',
  jaar = 2025,
): Wijzigingsregel => ({
  soort: 'onderdeel',
  onderdeel,
  bron,
  jaar,
  bedragCent: centen(bedrag),
})
const uit = (bron: string | null, bedrag: number): Wijzigingsregel => ({
  soort: 'bron',
  bron,
  jaar: 2025,
  bedragCent: centen(-bedrag),
})

for (const [naam, regels, beleid, orgaan, redenen] of [
  [
    'verschuiving op de grens',
    [krijgt('inloop', 10_000_00), krijgt('steun', -10_000_00)],
    false,
    'budgethouder',
    ['binnen-groep'],
  ],
  [
    'een cent erboven',
    [krijgt('inloop', 10_000_01), krijgt('steun', -10_000_01)],
    false,
    'college',
    ['anders'],
  ],
  ['ander beleid', [krijgt('inloop', 1), krijgt('steun', -1)], true, 'raad', ['beleid']],
  ['hoger totaal', [krijgt('inloop', 1), uit('rijk', 1)], false, 'raad', ['hoger-totaal']],
  ['lager totaal', [krijgt('inloop', -1), uit('rijk', -1)], false, 'college', ['anders']],
  [
    'naar een ander jaar',
    [krijgt('inloop', -1, 'rijk', 2024), krijgt('inloop', 1, 'rijk', 2025)],
    false,
    'raad',
    ['hoger-totaal'],
  ],
  [
    'reserve in plaats van onverdeeld',
    [krijgt('inloop', 5, 'reserve'), krijgt('inloop', -5, null), uit('reserve', 5), uit(null, -5)],
    false,
    'raad',
    ['reserve'],
  ],
  [
    'een bekende bron in plaats van onverdeeld',
    [krijgt('inloop', 5), krijgt('inloop', -5, null), uit('rijk', 5), uit(null, -5)],
    false,
    'college',
    ['anders'],
  ],
  [
    'alles tegelijk',
    [krijgt('inloop', 5, 'reserve'), uit('reserve', 5)],
    true,
    'raad',
    ['beleid', 'hoger-totaal', 'reserve'],
  ],
] as const)
  test(`bevoegdOrgaan: ${naam}`, () =>
    assert.deepEqual(bevoegdOrgaan({ regels, beleid }, plan, STANDAARDREGELS), {
      orgaan,
      redenen: [...redenen],
    }))

test('de gemeente stelt de regels anders in, en het hoogste orgaan wint', () => {
  const eigen = {
    ...STANDAARDREGELS,
    'orgaan-hoger-totaal': 'college',
    'orgaan-reserve': 'raad',
    'grens-binnen-groep': centen(0),
  } as const
  const regels = [krijgt('inloop', 5, 'reserve'), uit('reserve', 5)]
  assert.deepEqual(bevoegdOrgaan({ regels, beleid: false }, plan, eigen), {
    orgaan: 'raad',
    redenen: ['reserve'],
  })
  const schuif = [krijgt('inloop', 1), krijgt('steun', -1)]
  assert.equal(bevoegdOrgaan({ regels: schuif, beleid: false }, plan, eigen).orgaan, 'college')
  assert.equal(omvang(schuif), 1)
})

test('onderdelen zonder groep zijn samen geen groep', () => {
  const los = { ...plan, onderdelen: plan.onderdelen.map((onderdeel) => ({ ...onderdeel, groep: null })) }
  const schuif = [krijgt('inloop', 1), krijgt('steun', -1)]
  assert.equal(bevoegdOrgaan({ regels: schuif, beleid: false }, los, STANDAARDREGELS).orgaan, 'college')
})
