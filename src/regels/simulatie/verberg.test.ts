import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Lijn, MINSTE_GROEP, verberg } from '#regels/simulatie/verberg.ts'

/** Een tabel van 4 bij 3 met rij- en kolomtotalen en een eindtotaal. */
const RIJEN = 4
const KOLOMMEN = 3
const alle = Array.from({ length: RIJEN * KOLOMMEN }, (_, i) => i)
const LIJNEN: readonly Lijn[] = [
  { groep: 0, vakken: alle },
  ...Array.from({ length: RIJEN }, (_, r) => ({
    groep: 1,
    vakken: alle.filter((i) => Math.floor(i / KOLOMMEN) === r),
  })),
  ...Array.from({ length: KOLOMMEN }, (_, k) => ({
    groep: 2,
    vakken: alle.filter((i) => i % KOLOMMEN === k),
  })),
]

/** Los van de uitvoering: een vakje is af te leiden als het niets verandert in wat loodrecht op alle bekende tellingen staat. */
function isAfTeLeiden(doel: readonly number[], bekend: readonly (readonly number[])[]): boolean {
  const basis: number[][] = []
  const rest = (vector: readonly number[]): number[] => {
    let over = [...vector]
    for (const as of basis) {
      const keer = over.reduce((som, getal, i) => som + getal * (as[i] ?? 0), 0)
      over = over.map((getal, i) => getal - keer * (as[i] ?? 0))
    }
    return over
  }
  const lengte = (vector: readonly number[]) => Math.sqrt(vector.reduce((som, getal) => som + getal ** 2, 0))
  for (const vector of bekend) {
    const over = rest(rest(vector))
    if (lengte(over) > 1e-6) basis.push(over.map((getal) => getal / lengte(over)))
  }
  return lengte(rest(rest(doel))) < 1e-6
}

const eenheid = (plek: number): number[] => alle.map((i) => Number(i === plek))
const lijnvector = ({ vakken }: Lijn): number[] => alle.map((i) => Number(vakken.includes(i)))
const klein = (getal: number): boolean => getal > 0 && getal < MINSTE_GROEP
const AANTAL = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 10, max: 300 }))
const TABEL = fc.array(AANTAL, { minLength: alle.length, maxLength: alle.length })

test('een kleine groep is niet te zien en niet uit de totalen te vinden', () => {
  fc.assert(
    fc.property(TABEL, (tabel) => {
      const { vakken, lijnen } = verberg(
        tabel.map((een) => [een]),
        LIJNEN,
      )
      const bekend = [
        ...alle.filter((plek) => !vakken.has(plek)).map(eenheid),
        ...LIJNEN.flatMap((lijn, i) => (lijnen.has(i) ? [] : [lijnvector(lijn)])),
      ]
      for (const [plek, aantal] of tabel.entries())
        if (klein(aantal)) {
          assert.ok(vakken.has(plek))
          assert.ok(!isAfTeLeiden(eenheid(plek), bekend), `vak ${plek} van ${tabel}`)
        }
      for (const [i, lijn] of LIJNEN.entries()) {
        const som = lijn.vakken.reduce((tot, plek) => tot + (tabel[plek] ?? 0), 0)
        if (klein(som))
          assert.ok(lijnen.has(i) && !isAfTeLeiden(lijnvector(lijn), bekend), `lijn ${i} van ${tabel}`)
        if (lijnen.has(i)) continue
        const rest = lijn.vakken.reduce((tot, plek) => tot + (vakken.has(plek) ? (tabel[plek] ?? 0) : 0), 0)
        assert.ok(!klein(rest), `lijn ${i} laat samen ${rest} over in ${tabel}`)
      }
      for (const groep of [1, 2]) {
        const dicht = LIJNEN.flatMap((lijn, i) => (lijn.groep === groep && lijnen.has(i) ? lijn.vakken : []))
        const samen = dicht.reduce((tot, plek) => tot + (tabel[plek] ?? 0), 0)
        if (!lijnen.has(0)) assert.ok(!klein(samen), `groep ${groep} laat samen ${samen} over in ${tabel}`)
      }
    }),
    { numRuns: 2000 },
  )
})

test('wat groot genoeg is, blijft staan', () => {
  const { vakken, lijnen } = verberg(
    alle.map(() => [50]),
    LIJNEN,
  )
  assert.deepEqual([vakken.size, lijnen.size], [0, 0])
})

test('één kleine groep neemt er net genoeg mee', () => {
  const { vakken } = verberg(
    alle.map((i) => [i === 0 ? 4 : 50 + i]),
    LIJNEN,
  )
  assert.deepEqual(
    [...vakken].toSorted((a, b) => a - b),
    [0, 1, 3, 4],
  )
})

test('een vakje met meer tellingen is verborgen zodra een ervan klein is', () => {
  const { vakken } = verberg(
    alle.map((i) => (i === 5 ? [97, 3] : [60, 40])),
    LIJNEN,
  )
  assert.ok(vakken.has(5) && vakken.size >= 2)
})
