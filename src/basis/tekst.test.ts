import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  hoofdletter,
  opsomming,
  opTekst,
  schrijfafstand,
  sleutelVan,
  telwoord,
  toonGetal,
  vergelijkbaar,
} from '#basis/tekst.ts'

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

test('een zin begint met een hoofdletter, ook met een accent; leeg blijft leeg', () => {
  assert.deepEqual(['één keer', 'Al', '’s ochtends', ''].map(hoofdletter), [
    'Één keer',
    'Al',
    '’s ochtends',
    '',
  ])
})

test('een lijst telt door: 2 komt voor 10', () => {
  assert.deepEqual(['5.10', 'b', '5.2', 'Á', 'a'].toSorted(opTekst), ['5.2', '5.10', 'a', 'Á', 'b'])
})

test('een getal heeft punten bij de duizendtallen', () => {
  assert.deepEqual([0, 999, 1234, 1_234_567].map(toonGetal), ['0', '999', '1.234', '1.234.567'])
})
