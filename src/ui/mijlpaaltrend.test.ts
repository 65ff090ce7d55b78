import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum, type Tijdvak, tijdvak } from '#basis/datum.ts'
import { type Trendlijn, tekenTrend, trendregels } from '#ui/mijlpaaltrend.ts'

const VORM = { breedte: 300, hoogte: 280, letter: 15 }
const dag = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 11, 31) })
  .map((ms) => datum(new Date(ms).toISOString().slice(0, 10)))
const vak: fc.Arbitrary<Tijdvak> = fc.oneof(
  dag.map((een) => tijdvak(een)),
  fc
    .tuple(fc.integer({ min: 2019, max: 2032 }), fc.constantFrom('', '-H1', '-Q4', '-02'))
    .map(([jaar, deel]) => tijdvak(`${jaar}${deel}`)),
)
const lijn: fc.Arbitrary<Trendlijn> = fc.record({
  naam: fc.constant('Mijlpaal'),
  gepland: fc.option(vak, { nil: undefined }),
  punten: fc.array(fc.record({ gemeldOp: dag, verwacht: vak }), { maxLength: 6 }),
  bereikt: fc.option(fc.record({ gemeldOp: dag, op: dag }), { nil: undefined }),
})

test('alles valt binnen beeld, en later verwacht staat nooit lager', () => {
  fc.assert(
    fc.property(fc.array(lijn, { minLength: 1, maxLength: 5 }), dag, (lijnen, vandaag) => {
      const plan = tekenTrend(lijnen, VORM, vandaag)
      const leeg = lijnen.every(({ punten, bereikt }) => punten.length === 0 && bereikt === undefined)
      assert.equal(plan === undefined, leeg)
      for (const { punten, eind, lijn: van } of plan?.lijnen ?? []) {
        for (const { x, y } of [...punten, eind]) {
          assert.ok(x >= 0 && x <= VORM.breedte, `x ${x}`)
          assert.ok(y >= 0 && y <= VORM.hoogte, `y ${y}`)
        }
        assert.equal(punten.length, van.punten.length)
      }
    }),
  )
})

test('een stap omhoog is uitstel, en een lijn eindigt op de dag van bereiken', () => {
  const punten = [
    { gemeldOp: datum('2024-06-01'), verwacht: tijdvak('2025-Q1') },
    { gemeldOp: datum('2024-01-01'), verwacht: tijdvak('2024-Q4') },
  ]
  const bereikt = { gemeldOp: datum('2025-05-01'), op: datum('2025-04-30') }
  const plan = tekenTrend([{ naam: 'A', punten, bereikt }], VORM, datum('2026-01-01'))
  const [een] = plan?.lijnen ?? []
  const [vroeg, laat] = een?.punten ?? []
  assert.ok(vroeg !== undefined && laat !== undefined && een !== undefined)
  assert.ok(vroeg.x < laat.x && vroeg.y > laat.y && een.eind.y < laat.y)
  assert.equal(een.bereikt, true)
  assert.match(een.pad, /^M[\d.]+ [\d.]+H[\d.]+V[\d.]+H[\d.]+V[\d.]+$/u)
})

test('de tabel zegt per melding hoeveel dagen het verschoof; de eerste telt vanaf het plan', () => {
  const regels = trendregels([
    {
      naam: 'Open',
      gepland: tijdvak('2024-02-28'),
      punten: [{ gemeldOp: datum('2024-01-01'), verwacht: tijdvak('2024-03-01') }],
      bereikt: { gemeldOp: datum('2024-03-02'), op: datum('2024-02-29') },
    },
  ])
  assert.deepEqual(
    regels.map(({ wat, bereikt, verschuiving }) => [wat, bereikt, verschuiving]),
    [
      ['2024-03-01', false, 2],
      ['2024-02-29', true, -1],
    ],
  )
})
