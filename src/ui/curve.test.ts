import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tekenCurve } from '#ui/curve.ts'

const VORM = { breedte: 300, hoogte: 260, letter: 15 }
const TONEN = { toonX: (getal: number) => `€ ${getal}`, toonY: (getal: number) => `€ ${getal}` }
const getallen = (pad: string): number[] => [...pad.matchAll(/-?[\d.]+/gu)].map(([getal]) => Number(getal))

test('elke lijn blijft binnen het beeld, hoe de punten ook liggen', () => {
  const punt = fc.record({ x: fc.integer({ min: 0, max: 1e7 }), y: fc.integer({ min: -1e5, max: 1e5 }) })
  fc.assert(
    fc.property(fc.array(punt, { maxLength: 40 }), (punten) => {
      const plan = tekenCurve(
        [{ naam: 'a', punten: punten.toSorted((a, b) => a.x - b.x) }],
        punten.slice(0, 1).map(({ x, y }) => ({ reeks: 0, x, y, tekst: 'hier' })),
        VORM,
        TONEN,
      )
      for (const [i, getal] of getallen(plan.lijnen[0] ?? '').entries())
        assert.ok(getal >= 0 && getal <= (i % 2 === 0 ? VORM.breedte : VORM.hoogte), `${getal}`)
      for (const merk of plan.merken) assert.ok(merk.x <= VORM.breedte && merk.y <= VORM.hoogte)
    }),
  )
})

test('een recht stuk heeft twee punten, een klif houdt haar hoek', () => {
  const punten = [0, 1, 2, 3, 4].map((x) => ({ x, y: x < 3 ? 0 : 10 }))
  const [lijn = ''] = tekenCurve([{ naam: 'a', punten }], [], VORM, TONEN).lijnen
  assert.equal(getallen(lijn).length / 2, 4)
})

test('namen langs de as vallen niet buiten beeld', () => {
  const plan = tekenCurve(
    [
      {
        naam: 'a',
        punten: [
          { x: 0, y: 0 },
          { x: 5e6, y: 1 },
        ],
      },
    ],
    [],
    VORM,
    TONEN,
  )
  for (const { x } of plan.xAs) assert.ok(x > 10 && x < VORM.breedte - 10)
})

test('plekken die samenvallen noemen al hun nummers, zodat er geen onder een ander verdwijnt', () => {
  const punten = [
    { x: 0, y: 0 },
    { x: 100, y: 10 },
  ]
  const merk = (x: number) => ({ reeks: 0, x, y: 10, tekst: 'klif' })
  const { merken } = tekenCurve([{ naam: 'a', punten }], [merk(50), merk(90), merk(50)], VORM, TONEN)
  assert.deepEqual(
    merken.map(({ nummers }) => nummers),
    ['1, 3', '2'],
  )
})
