import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  centen,
  evenredigNaarBeneden,
  leesBedrag,
  schrijfBedrag,
  telOp,
  toonBedrag,
  toonCenten,
  toonEuro,
  toonEuroCenten,
} from '#basis/geld.ts'

for (const [tekst, verwacht] of [
  ['0', 0],
  ['0,01', 1],
  ['-0,01', -1],
  ['12500', 12_500_00],
  ['€ 12.500', 12_500_00],
  ['€12500', 12_500_00],
  ['1.403.000', 1_403_000_00],
  ['1.403', 1_403_00],
  ['1,403', 1_403_00],
  ['12.50', 12_50],
  ['12,5', 12_50],
  ['1.234,56', 1_234_56],
  ['1,234.56', 1_234_56],
  ['(12,00)', -12_00],
  ['12,00-', -12_00],
  ['− 12,00', -12_00],
  ['€ -12', -12_00],
  ['-€ 12', -12_00],
  ['€ 35.000,-', 35_000_00],
  ['EUR 5', 5_00],
  ['\u00a0€\u202f7\u00a0', 7_00],
  ['+3', 3_00],
  ['90071992547409,91', Number.MAX_SAFE_INTEGER],
  ['', undefined],
  ['€', undefined],
  ['abc', undefined],
  ['12a', undefined],
  ['1.2.3', undefined],
  ['12.34.567', undefined],
  ['1.403.00', undefined],
  ['1,234,56', undefined],
  ['1.234.567,8.9', undefined],
  ['1,2345', undefined],
  ['(12', undefined],
  ['12)', undefined],
  ['(-12)', undefined],
  ['--12', undefined],
  ['90071992547409,92', undefined],
  ['1e3', undefined],
] as const)
  test(`leesBedrag: "${tekst}"`, () => {
    assert.equal(leesBedrag(tekst), verwacht)
  })

const bedrag = fc.maxSafeInteger().map(centen)

test('elk bedrag komt uit elke schrijfwijze terug', () => {
  fc.assert(
    fc.property(bedrag, (x) => {
      for (const schrijf of [schrijfBedrag, toonEuroCenten, toonCenten, toonEuro, toonBedrag])
        assert.equal(leesBedrag(schrijf(x)), x)
    }),
  )
})

test('een bedrag in euro toont centen alleen als ze er zijn', () => {
  assert.equal(toonEuro(centen(1_403_000_00)), '€\u00a01.403.000')
  assert.equal(toonEuro(centen(12_50)), '€\u00a012,50')
  assert.equal(toonEuro(centen(-5)), '€\u00a0−0,05')
})

test('centen zijn heel en veilig, en min nul bestaat niet', () => {
  for (const fout of [0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])
    assert.throws(() => centen(fout), RangeError)
  assert.ok(Object.is(centen(-0), 0))
  assert.throws(() => telOp(centen(Number.MAX_SAFE_INTEGER), centen(1)), RangeError)
})

for (const [bedrag, teller, noemer, verwacht] of [
  [9_99, 10, 1000, 9],
  [10_00, 10, 1000, 10],
  [0, 10, 1000, 0],
  [9_000_000_000_000_000, 999, 1000, 8_991_000_000_000_000],
] as const)
  test(`${teller}/${noemer} van ${bedrag} cent naar beneden is ${verwacht}`, () =>
    assert.equal(evenredigNaarBeneden(centen(bedrag), teller, noemer), verwacht))
