import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Tijdvak, tijdvak, toonTijdvak } from '#basis/datum.ts'
import { leesTijdvak } from '#basis/tijdvak-invoer.ts'

test('leest wat mensen typen', () => {
  for (const [getypt, gelezen] of [
    ['2024', '2024'],
    [' 2024 ', '2024'],
    ['2024-09', '2024-09'],
    ['2024-q3', '2024-Q3'],
    ['2024-H1', '2024-H1'],
    ['2024-09-01', '2024-09-01'],
    ['September  2024', '2024-09'],
    ['sept. 2024', '2024-09'],
    ['mrt 2024', '2024-03'],
    ['1 september 2024', '2024-09-01'],
    ['29 feb 2024', '2024-02-29'],
    ['1-9-2024', '2024-09-01'],
    ['01/09/2024', '2024-09-01'],
    ['01.09.2024', '2024-09-01'],
    ['9-2024', '2024-09'],
    ['Derde kwartaal van 2024', '2024-Q3'],
    ['3e kwartaal 2024', '2024-Q3'],
    ['Q3 2024', '2024-Q3'],
    ['Q3, 2024', '2024-Q3'],
    ['2024 Q3', '2024-Q3'],
    ['1 9 2024', '2024-09-01'],
    ['kwartaal 3 2024', '2024-Q3'],
    ['de eerste helft van 2024', '2024-H1'],
    ['tweede halfjaar 2024', '2024-H2'],
  ] as const)
    assert.equal(leesTijdvak(getypt), gelezen, getypt)
})

test('weigert wat geen tijd is of niet bestaat', () => {
  for (const getypt of [
    '',
    'zomer 2024',
    'binnenkort',
    '24',
    '1899',
    '3000',
    '2024-13',
    '13-2024',
    '0-2024',
    '29-02-2023',
    '31 april 2024',
    '2024-Q5',
    '2024-H3',
    'vijfde kwartaal 2024',
    'derde helft 2024',
    '2024 of 2025',
    '2024; drop table programma_plan',
    '<b>2024</b>',
    '١ ٢ ٢٠٢٤',
  ])
    assert.equal(leesTijdvak(getypt), undefined, getypt)
})

const vak = fc
  .oneof(
    fc.tuple(fc.integer({ min: 1900, max: 2999 })).map(([jaar]) => `${jaar}`),
    fc
      .tuple(
        fc.integer({ min: 1900, max: 2999 }),
        fc.constantFrom('Q1', 'Q4', 'H1', 'H2', '01', '12', '10-31'),
      )
      .map(([jaar, rest]) => `${jaar}-${rest}`),
  )
  .map(tijdvak)

test('wat het scherm toont en wat het bestand schrijft, leest de invoer terug', () => {
  fc.assert(
    fc.property(vak, (tijd) => {
      assert.equal(leesTijdvak(toonTijdvak(tijd)), tijd)
      assert.equal(leesTijdvak(tijd), tijd)
    }),
  )
})

test('geeft bij welke tekst dan ook een bestaand tijdvak of niets', () => {
  fc.assert(
    fc.property(fc.string(), (tekst) => {
      const gelezen = leesTijdvak(tekst)
      assert.ok(gelezen === undefined || Tijdvak.safeParse(gelezen).success)
    }),
  )
})
