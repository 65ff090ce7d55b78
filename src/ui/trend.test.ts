import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { GrafiekTrend } from '#ui/grafiek-trend.tsx'
import { type TrendPunt, tekenTrend } from '#ui/trend.ts'

const VORM = { breedte: 300, hoogte: 250, letter: 15 }

const punt = (jaar: number, waarde: number | undefined, marge = 0): TrendPunt => ({
  naam: String(jaar),
  kort: String(jaar),
  maand: jaar * 12 + 11,
  waarde,
  tekst: waarde === undefined ? '' : String(waarde),
  ...(waarde !== undefined && marge > 0 && { laag: waarde - marge, hoog: waarde + marge }),
  ...(waarde === undefined && { ontbreekt: 'niet geleverd' }),
})

test('over een gat heen loopt geen lijn en geen marge', () => {
  const plan = tekenTrend(
    [punt(2021, 5, 1), punt(2022, 6, 1), punt(2023, undefined), punt(2024, 7, 1)],
    undefined,
    VORM,
  )
  assert.equal(plan.lijnen.length, 1)
  assert.equal(plan.banden.length, 1)
  assert.equal(plan.plekken[2]?.y, undefined)
  assert.equal(plan.plekken[3]?.band === undefined, false)
})

test('alles blijft binnen beeld, hoe de cijfers ook liggen, en de streefwaarde hoort erbij', () => {
  const waarde = fc.option(fc.double({ min: -1_000, max: 1_000, noNaN: true }), { nil: undefined })
  fc.assert(
    fc.property(
      fc.array(waarde, { minLength: 1, maxLength: 20 }),
      fc.double({ min: 0, max: 500, noNaN: true }),
      fc.option(fc.double({ min: -1_000, max: 1_000, noNaN: true }), { nil: undefined }),
      (waarden, marge, streef) => {
        const punten = waarden.map((een, i) => punt(2000 + i, een, marge))
        const doel = streef === undefined ? undefined : { waarde: streef, tekst: 'streefwaarde' }
        const plan = tekenTrend(punten, doel, VORM)
        const hoogten = [
          ...plan.plekken.flatMap(({ y, band }) => [y, band?.laag, band?.hoog]),
          plan.doel?.y,
        ].filter((y) => y !== undefined)
        for (const y of hoogten) assert.ok(y >= plan.boven - 0.01 && y <= plan.onder + 0.01, `${y}`)
        for (const { x } of plan.plekken) assert.ok(x >= plan.links && x <= VORM.breedte)
        for (const { label } of plan.plekken) if (label !== undefined) assert.ok(label.x <= VORM.breedte)
      },
    ),
  )
})

test('namen onder de as lopen niet in elkaar; het laatste cijfer staat er altijd', () => {
  const plan = tekenTrend(
    Array.from({ length: 30 }, (_, i) => punt(2000 + i, i)),
    undefined,
    VORM,
  )
  const namen = plan.plekken.filter(({ metNaam }) => metNaam).map(({ x }) => x)
  assert.ok(namen.length < 30)
  for (const [i, x] of namen.entries()) if (i > 0) assert.ok(x - (namen[i - 1] ?? 0) >= 30)
  assert.ok(plan.plekken.at(-1)?.label !== undefined)
})

test('de tekening noemt elk cijfer en elk gat, en de tabel zegt voorlopig', () => {
  const html = String(
    GrafiekTrend({
      id: 'proef',
      boodschap: 'Het gaat beter',
      eenheid: 'Procent',
      punten: [punt(2022, 5, 1), punt(2023, undefined), { ...punt(2024, 7), voorlopig: true }],
      doel: { waarde: 9, tekst: 'streefwaarde 9 in 2026' },
    }),
  )
  assert.match(html, /aria-label="Het gaat beter\. 2022: 5\. 2024: 7\. 2023: ontbreekt, niet geleverd"/u)
  assert.match(html, /ontbreekt: niet geleverd/u)
  assert.match(html, /voorlopig/u)
  assert.match(html, /streefwaarde 9 in 2026/u)
})
