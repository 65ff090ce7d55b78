import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { doelbeelden, doelenzin, zonderDoel } from '#programma/doelen/doelen.ts'
import { Doel, Onderdeel, type Plan } from '#programma/plan.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { kleinPlan } from '#test/plannen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const beeldVan = (anders: Partial<Plan> = {}) => planbeeldVan(kleinPlan('gm0000', anders))
const doel = (id: string, indicatoren: unknown[] = []): Doel => Doel.parse({ id, titel: id, indicatoren })
const indicator = (anders: Record<string, unknown> = {}) => ({ id: 'i', naam: 'n', eenheid: 'e', ...anders })
const met = (anders: Partial<Onderdeel>): Onderdeel[] =>
  kleinPlan('gm0000').onderdelen.map((een) => Onderdeel.parse({ ...een, ...anders }))

describe('wat er aan een doel ontbreekt', () => {
  for (const [naam, plan, mist] of [
    ['alleen de indicator', {}, ['indicator']],
    ['niemand werkt eraan', { onderdelen: met({ doelen: [] }) }, ['indicator', 'activiteit']],
    ['geen geld', { raming: [] }, ['indicator', 'bedrag']],
    ['nulwaarde en streefwaarde', { doelen: [doel('samen', [indicator()])] }, ['nulwaarde', 'streefwaarde']],
    ['niets', { doelen: [doel('samen', [indicator({ nulwaarde: '1', streefwaarde: '2' })])] }, []],
  ] as const)
    test(naam, () => {
      const [eerste] = doelbeelden(beeldVan(plan as Partial<Plan>))
      assert.deepEqual(eerste?.mist, mist)
    })
})

test('een kind dat hetzelfde doel dient, telt zijn geld niet nog eens', () => {
  const onderdelen = kleinPlan('gm0000').onderdelen.map((een) =>
    een.id === 'steun' ? Onderdeel.parse({ ...een, ouder: 'inloop' }) : een,
  )
  const [eerste] = doelbeelden(beeldVan({ onderdelen }))
  assert.equal(eerste?.onderdelen.length, 2)
  assert.equal(eerste?.kost, 10_000_01)
})

describe('de zin bovenaan', () => {
  for (const [plan, zin] of [
    [{ doelen: [], onderdelen: met({ doelen: [] }) }, 'Dit plan noemt geen doelen.'],
    [{}, 'Het plan noemt 1 doel. Het heeft geen indicator.'],
    [
      { doelen: [doel('samen', [indicator()])] },
      'Het plan noemt 1 doel. Elk doel heeft een indicator en werk dat erbij hoort.',
    ],
    [
      { doelen: [doel('samen', [indicator()]), doel('los')] },
      'Het plan noemt 2 doelen. 1 daarvan heeft geen indicator. Aan 1 daarvan werkt geen enkel onderdeel.',
    ],
    [
      { doelen: [doel('samen'), doel('los')] },
      'Het plan noemt 2 doelen. Geen daarvan heeft een indicator. Aan 1 daarvan werkt geen enkel onderdeel.',
    ],
  ] as const)
    test(zin, () => assert.equal(doelenzin(beeldVan(plan as Partial<Plan>)), zin))

  test('het echte plan', () => {
    const echt = planbeeldVan(voorbeeldplan('gm0000'))
    assert.equal(doelenzin(echt), 'Het plan noemt 4 doelen. Geen daarvan heeft een indicator.')
    assert.equal(zonderDoel(echt).length, 13)
  })
})
