import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centen, decimaalBedrag } from '#basis/geld.ts'
import { leesBedragGetal, leesGeheel } from '#uitwisseling/rekenblad/getal.ts'

for (const [tekst, verwacht] of [
  ['12500', 12500_00],
  ['12500.5', 12500_50],
  ['12500.000000000002', 12500_00],
  ['12499.999999999998', 12500_00],
  ['-12500.000000000002', -12500_00],
  ['1.403E6', 1403000_00],
  ['1.0000000000000001E-2', 1],
  ['0', 0],
  ['-0', 0],
  ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  // Wat een rekenprogramma van dit bedrag maakt als het er zelf mee heeft gerekend.
  ['90071992547409.906', Number.MAX_SAFE_INTEGER],
  ['0.005', 'halve_cent'],
  ['12.345', 'halve_cent'],
  ['12.340001', 12_34],
  ['12.34001', 'halve_cent'],
  ['90071992547409.92', 'te_groot'],
  ['1E39', 'te_groot'],
  ['1E99', 'geen_bedrag'],
  ['', 'geen_bedrag'],
  ['.', 'geen_bedrag'],
  ['1,5', 'geen_bedrag'],
  ['NaN', 'geen_bedrag'],
  ['9'.repeat(61), 'geen_bedrag'],
] as const)
  test(`bedrag uit "${tekst.slice(0, 30)}": ${verwacht}`, () =>
    assert.equal(leesBedragGetal(tekst), verwacht))

test('elk bedrag komt terug uit zijn decimale tekst', () => {
  fc.assert(
    fc.property(
      fc.maxSafeInteger(),
      (bedrag) => leesBedragGetal(decimaalBedrag(centen(bedrag))) === centen(bedrag),
    ),
  )
})

test('ook nadat een rekenprogramma het als drijvende komma bewaarde', () => {
  const gewoon = fc.integer({ min: -100_000_000_000_00, max: 100_000_000_000_00 })
  fc.assert(
    fc.property(gewoon, (bedrag) => leesBedragGetal((bedrag / 100).toPrecision(17)) === centen(bedrag)),
  )
})

test('een jaar is een heel getal, hoe het ook geschreven is', () => {
  assert.deepEqual(['2023', '2023.0', '2.023E3', '2023.5', 'jaar', '1E30'].map(leesGeheel), [
    2023,
    2023,
    2023,
    undefined,
    undefined,
    undefined,
  ])
})
