import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  Datum,
  dagenLater,
  dagnummer,
  datum,
  eersteDag,
  laatsteDag,
  periodenaam,
  Tijdvak,
  tijdvak,
  toonTijdvak,
  vasteKlok,
  wanneer,
} from '#basis/datum.ts'

for (const [vak, eerste, laatste, woorden] of [
  ['2023', '2023-01-01', '2023-12-31', '2023'],
  ['2023-H2', '2023-07-01', '2023-12-31', 'tweede helft 2023'],
  ['2023-Q1', '2023-01-01', '2023-03-31', 'eerste kwartaal 2023'],
  ['2023-Q4', '2023-10-01', '2023-12-31', 'vierde kwartaal 2023'],
  ['2024-02', '2024-02-01', '2024-02-29', 'februari 2024'],
  ['2023-02', '2023-02-01', '2023-02-28', 'februari 2023'],
  ['1900-02', '1900-02-01', '1900-02-28', 'februari 1900'],
  ['2024-02-29', '2024-02-29', '2024-02-29', '29 februari 2024'],
  ['2024-12-31', '2024-12-31', '2024-12-31', '31 december 2024'],
] as const)
  test(`tijdvak ${vak}`, () => {
    assert.equal(eersteDag(tijdvak(vak)), eerste)
    assert.equal(laatsteDag(tijdvak(vak)), laatste)
    assert.equal(toonTijdvak(tijdvak(vak)), woorden)
  })

for (const fout of [
  '2023-13',
  '2023-00',
  '2023-Q5',
  '2023-H3',
  '2023-02-29',
  '20219',
  '23',
  '2023-1',
  '',
  '2023-02-31',
])
  test(`geen tijdvak: "${fout}"`, () => {
    assert.equal(Tijdvak.safeParse(fout).success, false)
  })

test('eerste en laatste dag liggen in elk vak goed om, ook bij schrikkeljaren', () => {
  const vak = fc
    .tuple(
      fc.integer({ min: 1900, max: 2999 }),
      fc.constantFrom('', '-H1', '-H2', '-Q1', '-Q3', '-02', '-12'),
    )
    .map(([jaar, rest]) => tijdvak(`${jaar}${rest}`))
  fc.assert(
    fc.property(vak, (x) => {
      assert.ok(eersteDag(x) <= laatsteDag(x))
      const daarna = Temporal.PlainDate.from(laatsteDag(x)).add({ days: 1 })
      assert.equal(daarna.day, 1)
    }),
  )
})

test('vandaag is de dag in Nederland, ook vlak na middernacht', () => {
  assert.equal(vasteKlok('2025-12-31T23:30:00Z').vandaag(), Datum.parse('2026-01-01'))
  assert.equal(vasteKlok('2026-06-30T22:30:00Z').vandaag(), Datum.parse('2026-07-01'))
  assert.equal(vasteKlok('2026-06-30T21:30:00Z').vandaag(), Datum.parse('2026-06-30'))
})

for (const [van, tot, woorden] of [
  ['2023', '2023', '2023'],
  ['2023-09', '2025', 'september 2023 tot en met 2025'],
  ['2023-Q3', undefined, 'vanaf derde kwartaal 2023'],
  [undefined, '2024-08-29', 'tot en met 29 augustus 2024'],
  [undefined, undefined, 'zonder datum'],
] as const)
  test(`periode van ${van} tot en met ${tot} in woorden`, () => {
    const vak = (tekst: string | undefined) => (tekst === undefined ? undefined : tijdvak(tekst))
    assert.equal(periodenaam({ van: vak(van), tot: vak(tot) }), woorden)
  })

for (const [vak, woorden] of [
  ['2022-10-01', 'op 1 oktober 2022'],
  ['2023-09', 'in september 2023'],
  ['2023', 'in 2023'],
  ['2023-Q4', 'in het vierde kwartaal van 2023'],
  ['2023-H1', 'in de eerste helft van 2023'],
] as const)
  test(`${vak} is ${woorden}`, () => assert.equal(wanneer(tijdvak(vak)), woorden))

for (const [dag, dagen, verwacht] of [
  ['2024-02-28', 1, '2024-02-29'],
  ['2023-03-01', -1, '2023-02-28'],
  ['2024-12-31', 366, '2026-01-01'],
  ['2024-06-01', 0, '2024-06-01'],
] as const)
  test(`dagenLater: ${dagen} na ${dag}`, () => {
    const later = dagenLater(datum(dag), dagen)
    assert.equal(later, verwacht)
    assert.equal(dagnummer(later) - dagnummer(datum(dag)), dagen)
  })
