import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum, type Tijdvak, tijdvak } from '#basis/datum.ts'
import { type TijdlijnRij, tekenTijdlijn, tijdschaal } from '#ui/tijdlijn.ts'

const VORMEN = [
  { breedte: 300, namen: 0, letter: 15, regel: 19 },
  { breedte: 620, namen: 0, letter: 15, regel: 19 },
  { breedte: 1000, namen: 270, letter: 15, regel: 19 },
] as const

const jaar = fc.integer({ min: 2019, max: 2032 })
const vak: fc.Arbitrary<Tijdvak> = fc
  .tuple(
    jaar,
    fc.constantFrom('', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4', '-02', '-12', '-02-28', '-07-15'),
  )
  .map(([j, deel]) => tijdvak(`${j}${deel}`))
const woorden = fc.stringMatching(/^[A-Z][a-z]{2,12}( [a-z]{2,16}){0,6}$/u)

const rij: fc.Arbitrary<TijdlijnRij> = fc.record({
  naam: woorden,
  balken: fc.array(
    fc.tuple(jaar, fc.integer({ min: 0, max: 5 })).map(([van, duur]) => ({
      van: tijdvak(String(van)),
      tot: tijdvak(String(van + duur)),
    })),
    { maxLength: 3 },
  ),
  mijlpalen: fc.array(fc.record({ op: vak, tekst: woorden, verwacht: fc.boolean() }), { maxLength: 6 }),
})

test('tijdschaal: later staat nooit links van eerder, en begin en eind kloppen', () => {
  const schaal = tijdschaal(2022, 2026, 100, 900)
  const dag = fc
    .integer({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2026, 11, 31) })
    .map((ms) => datum(new Date(ms).toISOString().slice(0, 10)))
  fc.assert(
    fc.property(dag, dag, (een, ander) => {
      const [eerst, later] = een <= ander ? [een, ander] : [ander, een]
      assert.ok(schaal(eerst) <= schaal(later))
      if (eerst !== later) assert.ok(schaal(eerst) < schaal(later))
    }),
  )
  assert.equal(schaal(datum('2022-01-01')), 100)
  assert.ok(Math.abs(schaal(datum('2026-12-31')) - 900) < 1)
})

for (const vorm of VORMEN)
  test(`tekenTijdlijn op ${vorm.breedte}: labels staan in beeld en raken elkaar niet`, () => {
    fc.assert(
      fc.property(fc.array(rij, { minLength: 1, maxLength: 5 }), (rijen) => {
        const plan = tekenTijdlijn(rijen, vorm)
        const vakken = plan.rijen.flatMap((plek) =>
          plek.punten.map(({ label }) => ({
            links: label.x,
            rechts: label.x + label.breedte,
            boven: label.y - 12,
            onder: label.y + (label.regels.length - 1) * vorm.regel + 4,
          })),
        )
        for (const [i, een] of vakken.entries()) {
          assert.ok(een.links >= vorm.namen - 0.01 && een.rechts <= vorm.breedte + 0.01, JSON.stringify(een))
          assert.ok(een.boven >= 0 && een.onder <= plan.hoogte, JSON.stringify(een))
          for (const ander of vakken.slice(i + 1))
            assert.ok(
              een.rechts <= ander.links ||
                ander.rechts <= een.links ||
                een.onder <= ander.boven ||
                ander.onder <= een.boven,
              JSON.stringify([een, ander]),
            )
        }
      }),
      { numRuns: 60 },
    )
  })

test('tekenTijdlijn: balken en mijlpalen blijven binnen de as, en rijen lopen niet in elkaar over', () => {
  fc.assert(
    fc.property(fc.array(rij, { minLength: 1, maxLength: 5 }), (rijen) => {
      const plan = tekenTijdlijn(rijen, VORMEN[2])
      for (const plek of plan.rijen) {
        for (const { x, breedte } of [
          ...plek.balken,
          ...plek.punten.map((p) => ({ x: p.van, breedte: p.breedte })),
        ])
          assert.ok(x >= plan.begin - 0.01 && x + breedte <= plan.eind + 3, `${x} + ${breedte}`)
      }
      for (const [i, plek] of plan.rijen.entries())
        assert.ok(i === 0 || plek.y >= (plan.rijen[i - 1]?.y ?? 0) + (plan.rijen[i - 1]?.hoogte ?? 0) - 0.01)
    }),
    { numRuns: 60 },
  )
})

test('hoe vager het plan, hoe breder de mijlpaal', () => {
  const breedte = (op: string): number => {
    const rijen = [{ naam: 'x', balken: [], mijlpalen: [{ op: tijdvak(op), tekst: 'y' }] }]
    return (
      tekenTijdlijn(rijen, VORMEN[2], { van: 2022, tot: 2026 }).rijen[0]?.punten[0]?.breedte ?? Number.NaN
    )
  }
  const maten = ['2024-05-10', '2024-05', '2024-Q2', '2024-H1', '2024'].map(breedte)
  for (const [i, maat] of maten.entries()) if (i > 0) assert.ok(maat > (maten[i - 1] ?? 0) * 1.5, `${maten}`)
})

test('vandaag staat er alleen als het in beeld valt', () => {
  const rijen = [{ naam: 'x', balken: [{ van: tijdvak('2022'), tot: tijdvak('2023') }], mijlpalen: [] }]
  assert.ok(tekenTijdlijn(rijen, VORMEN[0], { vandaag: datum('2022-06-01') }).vandaag !== undefined)
  assert.equal(tekenTijdlijn(rijen, VORMEN[0], { vandaag: datum('2026-06-01') }).vandaag, undefined)
})
