import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import { bulletMaten } from '#ui/grafiek-bullet.tsx'
import { staafMaten } from '#ui/grafiek-staaf.tsx'
import { warmteGrenzen, warmteStap } from '#ui/grafiek-warmte.tsx'
import { tekenVerloop } from '#ui/verloop.ts'

const bedrag = fc.integer({ min: -90_000_000, max: 200_000_000 }).map(centen)
const positief = fc.integer({ min: 0, max: 200_000_000 }).map(centen)

test('staafMaten: even lang per euro, binnen beeld, en alle staven beginnen bij dezelfde nul', () => {
  fc.assert(
    fc.property(fc.array(bedrag, { minLength: 1, maxLength: 12 }), (waarden) => {
      const { nul, staven } = staafMaten(waarden)
      const grootste = Math.max(...waarden.map(Math.abs), 1)
      for (const [i, { begin, lengte }] of staven.entries()) {
        const waarde = waarden[i] ?? 0
        assert.ok(begin >= -1e-9 && begin + lengte <= 1 + 1e-9)
        assert.ok(Math.abs((waarde < 0 ? begin + lengte : begin) - nul) < 1e-9)
        assert.ok(
          lengte === 0 ||
            Math.abs(lengte / Math.abs(waarde) - Math.max(...staven.map((s) => s.lengte)) / grootste) < 1e-9,
        )
      }
    }),
  )
})

test('bulletMaten: niets valt buiten beeld en gelijke bedragen staan op gelijke plaats', () => {
  const rij = fc.record({
    naam: fc.constant('x'),
    begroot: positief,
    gerealiseerd: positief,
    verplicht: positief,
    prognose: positief,
  })
  fc.assert(
    fc.property(fc.array(rij, { minLength: 1, maxLength: 6 }), (rijen) => {
      const maten = bulletMaten(rijen)
      for (const r of rijen) {
        const maat = maten(r)
        for (const deel of [maat.begroot, maat.gerealiseerd, maat.totVerplicht, maat.prognose ?? 0])
          assert.ok(deel >= 0 && deel < 1)
        assert.ok(maat.totVerplicht >= maat.gerealiseerd)
        assert.equal(maat.begroot > maat.gerealiseerd, r.begroot > r.gerealiseerd)
        if (r.prognose === r.begroot) assert.equal(maat.prognose, maat.begroot)
      }
    }),
  )
})

test('warmteStap: meer is nooit lichter, gelijk is gelijk, en niets is geen tint', () => {
  fc.assert(
    fc.property(fc.array(fc.option(bedrag, { nil: undefined }), { maxLength: 40 }), (waarden) => {
      const grenzen = warmteGrenzen(waarden)
      const op = waarden.filter((w) => w !== undefined).toSorted((a, b) => a - b)
      const stappen = op.map((waarde) => warmteStap(waarde, grenzen))
      assert.deepEqual(
        stappen,
        stappen.toSorted((a, b) => a - b),
      )
      for (const [i, waarde] of op.entries()) {
        const stap = stappen[i] ?? -1
        assert.ok(waarde > 0 ? stap >= 1 && stap <= 5 : stap === 0)
      }
      if (op.some((waarde) => waarde > 0)) assert.equal(stappen.at(-1), 5)
    }),
  )
  assert.equal(warmteStap(undefined, [centen(1)]), 0)
  assert.deepEqual(warmteGrenzen([]), [])
})

test('warmteStap: vijf verschillende bedragen krijgen vijf tinten, twee alleen de donkerste', () => {
  const stappen = (getallen: readonly number[]): number[] => {
    const waarden = getallen.map((getal) => centen(getal))
    return waarden.map((waarde) => warmteStap(waarde, warmteGrenzen(waarden)))
  }
  assert.deepEqual(stappen([10, 20, 30, 40, 50]), [1, 2, 3, 4, 5])
  assert.deepEqual(stappen([10, 50]), [4, 5])
})

for (const breedte of [300, 620, 1000])
  test(`tekenVerloop op ${breedte}: hoger saldo staat hoger, nul is in beeld, labels vallen niet buiten beeld`, () => {
    const punt = fc.record({ saldo: bedrag, erbij: positief, eraf: positief })
    fc.assert(
      fc.property(fc.array(punt, { minLength: 1, maxLength: 6 }), (punten) => {
        const vorm = { breedte, hoogte: 300, letter: 15 }
        const plan = tekenVerloop(
          punten.map((p, i) => ({ ...p, jaar: 2022 + i })),
          vorm,
        )
        assert.ok(plan.nul >= 0 && plan.nul <= plan.hoogte)
        for (const een of plan.punten) {
          assert.ok(een.label.x - een.label.breedte / 2 >= -0.01, JSON.stringify(een.label))
          assert.ok(een.label.x + een.label.breedte / 2 <= breedte + 0.01, JSON.stringify(een.label))
          assert.ok(
            een.label.y - vorm.letter >= 0 && een.label.y <= plan.hoogte - 20,
            JSON.stringify(een.label),
          )
          assert.equal(een.punt.saldo < 0, een.y > plan.nul)
          for (const ander of plan.punten) if (een.punt.saldo > ander.punt.saldo) assert.ok(een.y < ander.y)
          for (const balk of [een.erbij, een.eraf])
            assert.ok(balk === undefined || (balk.y >= 0 && balk.y + balk.hoogte <= plan.hoogte))
        }
        const xen = plan.punten.map((p) => p.x)
        assert.deepEqual(
          xen,
          xen.toSorted((a, b) => a - b),
        )
      }),
    )
  })
