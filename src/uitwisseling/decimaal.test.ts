import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leesBedrag } from '#basis/geld.ts'
import { leesDecimaal } from '#uitwisseling/decimaal.ts'

for (const [tekst, cent] of [
  ['0', 0],
  ['0.00', 0],
  ['-0.00', 0],
  ['.5', 50],
  ['5.', 500],
  ['1.403', undefined],
  ['1403.000', 1403_00],
  ['+12.30', 12_30],
  ['-12.3', -12_30],
  ['0012.30', 12_30],
  ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ['90071992547409.92', undefined],
  ['900719925474099.1', undefined],
  ['', undefined],
  ['-', undefined],
  ['.', undefined],
  ['1,00', undefined],
  ['1.0.0', undefined],
  ['1 000.00', undefined],
  ['1e3', undefined],
  ['--1', undefined],
  ['١٢', undefined],
] as const)
  test(`'${tekst}' is ${cent ?? 'geen bedrag op de cent'}`, () => {
    assert.equal(leesDecimaal(tekst)?.centen, cent)
  })

test('het aantal decimalen wordt geteld zoals het er staat', () => {
  for (const [tekst, aantal] of [
    ['1', 0],
    ['1.', 0],
    ['1.5', 1],
    ['1.50', 2],
    ['1.5000', 4],
  ] as const)
    assert.equal(leesDecimaal(tekst)?.decimalen, aantal)
})

test('wat leesDecimaal leest, leest leesBedrag net zo', () => {
  const deel = fc.record({
    min: fc.boolean(),
    heel: fc.nat({ max: 2_000_000_000 }),
    keer: fc.constantFrom(1, 1000, 40_000),
    cent: fc.nat({ max: 99 }),
  })
  fc.assert(
    fc.property(deel, ({ min, heel, keer, cent }) => {
      const tekst = `${min ? '-' : ''}${heel * keer}.${String(cent).padStart(2, '0')}`
      const verwacht = leesBedrag(tekst)
      assert.ok(verwacht !== undefined)
      assert.equal(leesDecimaal(tekst)?.centen, verwacht)
    }),
    { numRuns: 2000 },
  )
})

test('willekeurige tekst gooit nooit en levert alleen hele centen', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.-+, e'), maxLength: 24 }), (tekst) => {
      const gelezen = leesDecimaal(tekst)
      if (gelezen !== undefined) assert.ok(Number.isSafeInteger(gelezen.centen))
    }),
    { numRuns: 2000 },
  )
})
