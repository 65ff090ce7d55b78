import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { centen, evenredigVanNul } from '#basis/geld.ts'
import { jaarEerder, patroon, peildagIn, tempo, voorbijVanJaar } from '#grootboek/prognose/prognose.ts'

for (const [jaar, dag, verwacht] of [
  [2025, '2024-12-31', { dagen: 0, van: 365 }],
  [2025, '2025-01-01', { dagen: 1, van: 365 }],
  [2024, '2024-12-31', { dagen: 366, van: 366 }],
  [2024, '2026-01-01', { dagen: 366, van: 366 }],
  [2025, '2025-06-30', { dagen: 181, van: 365 }],
] as const)
  test(`voorbij van ${jaar} op ${dag}`, () => assert.deepEqual(voorbijVanJaar(jaar, datum(dag)), verwacht))

for (const [naam, jaar, dag, besteed, verwacht] of [
  ['half jaar', 2025, '2025-06-30', 181_00, 365_00],
  ['te kort', 2025, '2025-01-27', 27_00, undefined],
  ['net lang genoeg', 2025, '2025-01-28', 28_00, 365_00],
  ['jaar voorbij', 2024, '2025-03-01', 123_45, 123_45],
  ['nog niet begonnen', 2026, '2025-06-30', 0, undefined],
  ['meer terug dan uit', 2025, '2025-06-30', -181_00, -365_00],
] as const)
  test(`tempo: ${naam}`, () => assert.equal(tempo(jaar, datum(dag), centen(besteed)), verwacht))

for (const [naam, nu, tot, heel, verwacht] of [
  ['zelfde verhouding', 30_00, 50_00, 100_00, 60_00],
  ['vorig jaar nog niets', 30_00, 0, 100_00, undefined],
  ['vorig jaar terugbetaald', 30_00, -1, 100_00, undefined],
  ['op de halve cent van nul af', 1, 2, 1, 1],
  ['nu nog niets', 0, 50_00, 100_00, 0],
] as const)
  test(`patroon: ${naam}`, () => assert.equal(patroon(centen(nu), centen(tot), centen(heel)), verwacht))

test('een jaar eerder, ook op schrikkeldag', () => {
  assert.equal(jaarEerder(datum('2024-02-29')), '2023-02-28')
  assert.equal(jaarEerder(datum('2025-12-31')), '2024-12-31')
  assert.equal(peildagIn(2024, datum('2025-03-01')), '2024-12-31')
  assert.equal(peildagIn(2025, datum('2025-03-01')), '2025-03-01')
})

test('wie elke dag evenveel uitgeeft, komt op elke dag op hetzelfde jaar uit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 28, max: 365 }),
      fc.integer({ min: 0, max: 1_000_000 }),
      (dagen, perDag) => {
        const dag = new Date(Date.UTC(2025, 0, dagen)).toISOString().slice(0, 10)
        assert.equal(tempo(2025, datum(dag), centen(perDag * dagen)), perDag * 365)
      },
    ),
  )
})

test('een evenredig deel wijkt nooit meer dan een halve cent af en is even groot onder nul', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 11 }),
      fc.integer({ min: 0, max: 1_000 }),
      fc.integer({ min: 1, max: 1_000 }),
      (bedrag, teller, noemer) => {
        const deel = evenredigVanNul(centen(bedrag), teller, noemer)
        assert.ok(Math.abs(deel * noemer - bedrag * teller) * 2 <= noemer)
        assert.equal(evenredigVanNul(centen(-bedrag), teller, noemer), centen(-deel))
      },
    ),
  )
  assert.throws(() => evenredigVanNul(centen(1), 1, 0), RangeError)
})
