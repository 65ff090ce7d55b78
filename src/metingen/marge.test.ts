import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimaal, vergelijkDecimalen } from '#metingen/decimaal.ts'
import { margeVanPercentage, wilson } from '#metingen/marge.ts'

for (const [teller, n, laag, hoog] of [
  [9, 10, 0.596, 0.982],
  [18, 20, 0.699, 0.972],
  [45, 50, 0.786, 0.957],
  [10, 10, 0.722, 1],
] as const)
  test(`Wilson ${teller} van ${n}`, () => {
    const { laag: l, hoog: h } = wilson(teller / n, n)
    assert.deepEqual([l.toFixed(3), h.toFixed(3)], [laag.toFixed(3), hoog.toFixed(3)])
  })

const tienden = fc.integer({ min: 0, max: 1_000 }).map((t) => decimaal(`${Math.floor(t / 10)}.${t % 10}`))
const breedte = ({ ondergrens, bovengrens }: ReturnType<typeof margeVanPercentage>): number =>
  Number(bovengrens) - Number(ondergrens)

test('de waarde ligt altijd binnen haar marge, en die blijft tussen 0 en 100', () => {
  fc.assert(
    fc.property(tienden, fc.integer({ min: 1, max: 5_000 }), fc.option(fc.nat(5_000)), (waarde, n, erbij) => {
      const { ondergrens, bovengrens } = margeVanPercentage(waarde, n, erbij === null ? null : n + erbij)
      assert.ok(vergelijkDecimalen(ondergrens, waarde) <= 0 && vergelijkDecimalen(waarde, bovengrens) <= 0)
      assert.ok(vergelijkDecimalen(ondergrens, decimaal('0')) >= 0)
      assert.ok(vergelijkDecimalen(bovengrens, decimaal('100')) <= 0)
    }),
    { numRuns: 2_000 },
  )
})

test('meer mensen, of een kleinere groep, maakt de marge nooit breder dan de afronding', () => {
  fc.assert(
    fc.property(tienden, fc.integer({ min: 2, max: 400 }), (waarde, n) => {
      const gewoon = breedte(margeVanPercentage(waarde, n, null))
      assert.ok(breedte(margeVanPercentage(waarde, n * 2, null)) <= gewoon + 0.2001)
      assert.ok(breedte(margeVanPercentage(waarde, n, n + 10)) <= gewoon + 0.2001)
    }),
  )
})

test('0 en 100 procent uit een steekproef zijn niet zeker; wie iedereen vroeg, heeft geen marge', () => {
  assert.deepEqual(margeVanPercentage(decimaal('100'), 10, null), {
    ondergrens: '72.2',
    bovengrens: '100.0',
    methode: 'wilson',
  })
  assert.ok(breedte(margeVanPercentage(decimaal('0'), 10, null)) > 20)
  const heel = margeVanPercentage(decimaal('71.1'), 142, 142)
  assert.deepEqual([heel.methode, breedte(heel)], ['hele-groep', 0])
  assert.equal(margeVanPercentage(decimaal('50'), 30, 40).methode, 'wilson-eindig')
})
