import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Rapporttabel } from '#verantwoording/rapport.ts'
import { AFRONDING, tabelfouten, toontabelVan } from '#verantwoording/toontabel.ts'

const tabel = (bedragen: readonly number[], rond: Rapporttabel['rond'] = 'euro'): Rapporttabel => ({
  soort: 'tabel',
  id: 'proef',
  titel: 'Proef',
  kolommen: [
    { naam: 'naam', kop: 'Naam', soort: 'tekst' },
    { naam: 'bedrag', kop: 'Begroot', soort: 'bedrag', som: true },
  ],
  rijen: bedragen.map((bedrag, i) => ({ cellen: [`rij ${i}`, bedrag] })),
  totaal: ['Totaal', bedragen.reduce((som, bedrag) => som + bedrag, 0)],
  rond,
})

describe('toontabel', () => {
  test('drie keer een derde euro: de rij afronding sluit het verschil', () => {
    const { rijen, koppen, bijAfronding } = toontabelVan(tabel([33, 33, 34]))
    assert.deepEqual(koppen, ['Naam', 'Begroot, €'])
    assert.deepEqual(
      rijen.map(({ rol, cellen }) => [rol, ...cellen]),
      [
        ['gewoon', 'rij 0', '0'],
        ['gewoon', 'rij 1', '0'],
        ['gewoon', 'rij 2', '0'],
        ['afronding', AFRONDING, '1'],
        ['totaal', 'Totaal', '1'],
      ],
    )
    assert.match(bijAfronding ?? '', /hele euro’s/u)
  })

  test('op de cent is er nooit een rij afronding, en staan de centen er', () => {
    const { rijen, bijAfronding } = toontabelVan(tabel([33, -1_234_56], 'cent'))
    assert.deepEqual(
      rijen.map(({ cellen }) => cellen[1]),
      ['0,33', '−1.234,56', '−1.234,23'],
    )
    assert.equal(bijAfronding, undefined)
  })

  test('duizenden, een leeg bedrag, een status en een dag', () => {
    const { rijen, koppen } = toontabelVan({
      ...tabel([], 'duizend'),
      kolommen: [
        { naam: 'naam', kop: 'Naam', soort: 'tekst' },
        { naam: 'bedrag', kop: 'Begroot', soort: 'bedrag', som: true },
        { naam: 'stand', kop: 'Stand', soort: 'status' },
        { naam: 'dag', kop: 'Dag', soort: 'datum' },
        { naam: 'deel', kop: 'Deel', soort: 'procent' },
      ],
      rijen: [
        { cellen: ['a', 1_499_99, 'let-op', '2024-02-29', 12.5] },
        { cellen: ['b', null, 'geen-gegevens', null, null] },
      ],
      totaal: ['Totaal', 1_499_99, null, null, null],
    })
    assert.equal(koppen[1], 'Begroot, × €\u00a01.000')
    assert.deepEqual(rijen[0]?.cellen, ['a', '1', 'Let op', '29 februari 2024', '12,5\u00a0%'])
    assert.deepEqual(rijen[1]?.cellen, ['b', '–', 'Geen gegevens', '–', '–'])
    assert.deepEqual(rijen.at(-1)?.cellen, ['Totaal', '1', '', '', ''])
  })

  test('wat getoond wordt, telt altijd op: per tussensom en in het geheel', () => {
    const bedrag = fc.oneof(
      fc.integer({ min: -500_000_00, max: 500_000_00 }),
      fc.integer({ min: -99, max: 99 }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(bedrag, { maxLength: 6 }), { maxLength: 5 }),
        fc.constantFrom('cent' as const, 'euro' as const, 'duizend' as const),
        (blokken, rond) => {
          const som = (deel: readonly number[]): number => deel.reduce((tel, een) => tel + een, 0)
          const heel: Rapporttabel = {
            ...tabel(blokken.flat(), rond),
            rijen: blokken.flatMap((blok) => [
              ...blok.map((een) => ({ cellen: ['rij', een] })),
              { cellen: ['samen', som(blok)], rol: 'tussensom' as const },
            ]),
          }
          assert.deepEqual(tabelfouten(Rapporttabel.parse(heel)), [])
          let [blok, totaal] = [0, 0]
          for (const { rol, bedragen } of toontabelVan(heel).rijen) {
            const getoond = bedragen[1] ?? 0
            if (rol === 'tussensom') {
              assert.equal(getoond, blok)
              blok = 0
            } else if (rol === 'totaal') assert.equal(getoond, totaal)
            else {
              blok += getoond
              totaal += getoond
            }
          }
        },
      ),
    )
  })

  test('een som die niet de som is, en een rij die te smal is, vallen op', () => {
    assert.equal(tabelfouten({ ...tabel([1, 2]), totaal: ['Totaal', 4] }).length, 1)
    assert.equal(tabelfouten({ ...tabel([1]), rijen: [{ cellen: ['a'] }] }).length, 2)
  })
})
