import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dagenLater, datum } from '#basis/datum.ts'
import {
  eersteDagVan,
  kwartaalsleutel,
  kwartaalVan,
  kwartalenTussen,
  laatsteDagVan,
  leesKwartaal,
  opKwartaal,
  peildagVan,
  toonKwartaal,
  vorigKwartaal,
} from '#programma/voortgang/kwartaal.ts'

const kwartaal = fc
  .tuple(fc.integer({ min: 1950, max: 2099 }), fc.integer({ min: 1, max: 4 }))
  .map(([jaar, nummer]) => ({ jaar, kwartaal: nummer }))

test('heen en terug, en het vorige kwartaal sluit precies aan', () => {
  fc.assert(
    fc.property(kwartaal, (wat) => {
      assert.deepEqual(leesKwartaal(kwartaalsleutel(wat)), wat)
      assert.deepEqual(kwartaalVan(eersteDagVan(wat)), wat)
      assert.deepEqual(kwartaalVan(laatsteDagVan(wat)), wat)
      assert.equal(dagenLater(laatsteDagVan(vorigKwartaal(wat)), 1), eersteDagVan(wat))
      assert.ok(opKwartaal(vorigKwartaal(wat), wat) < 0)
    }),
  )
})

test('de rand van het jaar, namen, en wat geen kwartaal is', () => {
  assert.deepEqual(vorigKwartaal({ jaar: 2025, kwartaal: 1 }), { jaar: 2024, kwartaal: 4 })
  assert.equal(laatsteDagVan({ jaar: 2024, kwartaal: 1 }), '2024-03-31')
  assert.equal(toonKwartaal({ jaar: 2026, kwartaal: 3 }), 'derde kwartaal 2026')
  for (const tekst of ['2026-Q5', '2026-Q0', '2026', '', 'x2026-Q1', '2026-Q1 ', undefined])
    assert.equal(leesKwartaal(tekst), undefined)
  assert.deepEqual(
    kwartalenTussen({ jaar: 2023, kwartaal: 3 }, { jaar: 2024, kwartaal: 2 }).map(kwartaalsleutel),
    ['2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2'],
  )
  assert.deepEqual(kwartalenTussen({ jaar: 2024, kwartaal: 2 }, { jaar: 2024, kwartaal: 1 }), [])
  assert.equal(peildagVan({ jaar: 2026, kwartaal: 2 }, datum('2026-06-15')), '2026-06-15')
  assert.equal(peildagVan({ jaar: 2026, kwartaal: 1 }, datum('2026-06-15')), '2026-03-31')
})
