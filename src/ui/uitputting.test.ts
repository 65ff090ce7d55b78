import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import { tekstBreedte } from '#ui/tekst-maat.ts'
import { tekenUitputting } from '#ui/uitputting.ts'
import { tekenVerloop } from '#ui/verloop.ts'
import { tekenWaterval } from '#ui/waterval.ts'

const bedrag = fc.integer({ min: -90_000_000, max: 200_000_000 }).map(centen)
const misschien = fc.option(bedrag, { nil: undefined })

const maand = fc.record({ gerealiseerd: bedrag, verplicht: misschien, begroot: misschien })
const uitputting = fc.record({
  jaar: fc.constant(2025),
  begroot: bedrag,
  maanden: fc.array(maand, { maxLength: 12 }),
  vorigJaar: fc.option(fc.array(bedrag, { minLength: 12, maxLength: 12 }), { nil: undefined }),
  tempo: misschien,
  prognose: misschien,
})

for (const [breedte, marge] of [
  [300, 94],
  [1000, 110],
] as const)
  test(`tekenUitputting op ${breedte}: alles in beeld, labels over niets heen, na het bekende niets`, () => {
    const vorm = { breedte, hoogte: 300, letter: 15, marge }
    fc.assert(
      fc.property(uitputting, (u) => {
        const plan = tekenUitputting(u, vorm)
        const bodem = plan.hoogte - 30
        assert.equal(plan.balken.length, u.maanden.length)
        for (const balk of plan.balken)
          for (const stuk of [balk, balk.verplicht])
            assert.ok(stuk.hoogte >= 0 && stuk.y >= 17.9 && stuk.y + stuk.hoogte <= bodem + 0.1)
        const punten = [
          ...plan.begroot,
          ...plan.vorig,
          ...plan.tempo,
          ...(plan.prognose ? [plan.prognose] : []),
        ]
        for (const punt of punten) {
          assert.ok(punt.x >= -0.1 && punt.x <= breedte - marge + 0.1, JSON.stringify(punt))
          assert.ok(punt.y >= 17.9 && punt.y <= bodem + 0.1, JSON.stringify(punt))
        }
        assert.equal(plan.begroot[0]?.x, 0)
        assert.ok(Math.abs((plan.begroot.at(-1)?.x ?? 0) - plan.rechts) < 0.1)
        for (const [i, label] of plan.labels.entries()) {
          assert.ok(label.y >= 15 && label.y + 16 <= plan.hoogte, JSON.stringify(label))
          for (const regel of label.regels)
            assert.ok(label.x + tekstBreedte(regel, 15) <= breedte, `${regel} past niet`)
          const volgende = plan.labels[i + 1]
          if (volgende !== undefined) assert.ok(volgende.y - label.y >= 37.9, JSON.stringify(plan.labels))
        }
      }),
    )
  })

test('tekenUitputting: een begroting die in mei hoger wordt, is een trap met één tree', () => {
  const was = { gerealiseerd: centen(0), begroot: centen(100) }
  const plan = tekenUitputting(
    { jaar: 2025, begroot: centen(200), maanden: [was, was, was, was, { gerealiseerd: centen(50) }] },
    { breedte: 1310, hoogte: 300, letter: 15, marge: 110 },
  )
  assert.deepEqual(
    plan.begroot.map(({ x }) => x),
    [0, 400, 400, 1200],
  )
  assert.ok((plan.begroot[0]?.y ?? 0) > (plan.begroot[3]?.y ?? 0))
})

test('tekenUitputting: een jaar dat af is, heeft geen tempo meer', () => {
  const maanden = Array.from({ length: 12 }, () => ({ gerealiseerd: centen(5) }))
  const u = { jaar: 2024, begroot: centen(10), maanden, tempo: centen(99) }
  const plan = tekenUitputting(u, { breedte: 620, hoogte: 300, letter: 15, marge: 110 })
  assert.deepEqual(plan.tempo, [])
  assert.deepEqual(
    plan.labels.map((label) => label.soort),
    ['begroot'],
  )
})

test('tekenWaterval: elke balk begint waar de vorige eindigde, gelijk per euro, en het eind is de som', () => {
  fc.assert(
    fc.property(bedrag, fc.array(bedrag, { maxLength: 8 }), (begin, stappen) => {
      const { balken, eind, ingekort, nul } = tekenWaterval(begin, stappen)
      assert.equal(eind, stappen.reduce((som, stap) => som + stap, 0) + begin)
      assert.equal(balken.length, stappen.length + 2)
      const grootste = Math.max(...stappen.map(Math.abs), 0)
      const schaal = Math.max(...balken.slice(1, -1).map(({ van, tot }) => Math.abs(tot - van)), 0)
      for (const [i, stap] of stappen.entries()) {
        const balk = balken[i + 1] ?? { van: -1, tot: -1 }
        assert.equal(balk.van, balken[i]?.tot)
        assert.equal(Math.sign(Math.round((balk.tot - balk.van) * 1e12)), Math.sign(stap))
        if (stap !== 0) assert.ok(Math.abs((balk.tot - balk.van) / stap - schaal / grootste) < 1e-9)
      }
      for (const { van, tot } of balken) for (const plek of [van, tot]) assert.ok(plek >= 0 && plek <= 0.981)
      assert.equal(balken.at(-1)?.tot, balken.at(-2)?.tot)
      if (ingekort) assert.equal(nul, 0)
    }),
  )
})

test('tekenWaterval: kleine stappen op een groot bedrag worden zichtbaar door in te korten, en alleen dan', () => {
  const klein = tekenWaterval(centen(300_000_000), [centen(1_000_000)])
  assert.ok(klein.ingekort)
  assert.ok((klein.balken[1]?.tot ?? 0) - (klein.balken[1]?.van ?? 0) > 0.5)
  assert.equal(tekenWaterval(centen(100), [centen(80)]).ingekort, false)
  assert.equal(tekenWaterval(centen(100), []).ingekort, false)
  assert.equal(tekenWaterval(centen(-100), [centen(1)]).ingekort, false)
})

test('tekenVerloop: waar de lijn door nul gaat, is de bron leeg; wie op nul begint, raakt niet leeg', () => {
  const vorm = { breedte: 620, hoogte: 300, letter: 15 }
  const punten = [
    { jaar: 2023, saldo: centen(100), plan: centen(100) },
    { jaar: 2024, saldo: centen(50), plan: centen(80) },
    { jaar: 2025, saldo: centen(-50), plan: centen(60) },
  ]
  const plan = tekenVerloop(punten, vorm)
  assert.equal(plan.leeg?.jaar, 2025)
  assert.ok(Math.abs((plan.leeg?.x ?? 0) - ((plan.punten[1]?.x ?? 0) + (plan.punten[2]?.x ?? 0)) / 2) < 1e-6)
  assert.equal(plan.plan.length, 3)
  assert.ok(plan.planLabel !== undefined && plan.planLabel.y < (plan.plan[1]?.y ?? 0))
  assert.equal(tekenVerloop([{ jaar: 2024, saldo: centen(0) }], vorm).leeg, undefined)
  assert.equal(
    tekenVerloop(
      [
        { jaar: 2024, saldo: centen(5) },
        { jaar: 2025, saldo: centen(1) },
      ],
      vorm,
    ).leeg,
    undefined,
  )
})
