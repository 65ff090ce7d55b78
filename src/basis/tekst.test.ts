import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { opsomming, schrijfafstand, sleutelVan, telwoord, vergelijkbaar } from '#basis/tekst.ts'

for (const [een, ander, afstand] of [
  ['', '', 0],
  ['', 'abc', 3],
  ['wams', 'wamps', 1],
  ['raadvrouw', 'raadsvrouw', 1],
  ['noaberkracht', 'noaberschap', 5],
  ['ab', 'ba', 1],
  ['kitten', 'sitting', 3],
] as const)
  test(`schrijfafstand ${een} ${ander}`, () => {
    assert.equal(schrijfafstand(een, ander), afstand)
  })

test('schrijfafstand is symmetrisch, nul bij gelijk en nooit groter dan het langste woord', () => {
  const woord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(woord, woord, (a, b) => {
      assert.equal(schrijfafstand(a, b), schrijfafstand(b, a))
      assert.equal(schrijfafstand(a, b) === 0, a === b)
      assert.ok(schrijfafstand(a, b) <= Math.max(a.length, b.length))
    }),
  )
})

test('tekst om te vergelijken en om te tonen', () => {
  assert.equal(vergelijkbaar('  Efficiënt wérken, 2.0!'), 'efficient werken 2 0')
  assert.equal(sleutelVan('De Thuisblijver 2.0'), 'de-thuisblijver-2-0')
  assert.equal(opsomming(['a', 'b', 'c']), 'a, b en c')
  assert.equal(opsomming(['a', 'b'], 'of'), 'a of b')
  assert.equal(opsomming([]), '')
  assert.equal(telwoord(1, 'onderdeel', 'onderdelen'), '1 onderdeel')
  assert.equal(telwoord(0, 'onderdeel', 'onderdelen'), '0 onderdelen')
})
