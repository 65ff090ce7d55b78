import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { perBeeld } from '#programma/planbeeld-onthouden.ts'
import { kleinPlan } from '#test/plannen.ts'

const plan = kleinPlan('gm8001')

test('per versie en sleutel één keer gerekend', () => {
  let keren = 0
  const tel = perBeeld(9, (_, sleutel) => `${sleutel} ${++keren}`)
  const [een, twee] = [planbeeldVan(plan), planbeeldVan(plan)]
  assert.deepEqual(
    [tel(een, 'a'), tel(een, 'a'), tel(een, 'b'), tel(twee, 'a')],
    ['a 1', 'a 1', 'b 2', 'a 3'],
  )
})

test('ook een uitkomst zonder waarde is een uitkomst', () => {
  let keren = 0
  const tel = perBeeld(9, () => {
    keren++
    return undefined
  })
  const beeld = planbeeldVan(plan)
  tel(beeld, '')
  tel(beeld, '')
  assert.equal(keren, 1)
})

test('wat het langst geleden is gerekend, maakt plaats', () => {
  let keren = 0
  const tel = perBeeld(2, () => ++keren)
  const beeld = planbeeldVan(plan)
  for (const sleutel of ['a', 'b', 'c']) tel(beeld, sleutel)
  assert.deepEqual([tel(beeld, 'c'), tel(beeld, 'b'), tel(beeld, 'a')], [3, 2, 4])
})

test('wat mislukte, wordt niet onthouden', async () => {
  let keren = 0
  const lees = perBeeld(2, async () => {
    if (++keren === 1) throw new Error('even niet')
    return keren
  })
  const beeld = planbeeldVan(plan)
  await assert.rejects(lees(beeld, ''))
  assert.equal(await lees(beeld, ''), 2)
})
