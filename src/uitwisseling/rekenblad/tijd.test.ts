import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { dagVanSerie, serieVan, tijdvakUitCel } from '#uitwisseling/rekenblad/tijd.ts'

for (const [tekst, verwacht] of [
  ['2023', '2023'],
  [' 2023-Q3 ', '2023-Q3'],
  ['2023-09', '2023-09'],
  ['1850', '1850'],
  ['1850-05-01', '1850-05-01'],
  ['1-9-2024', '2024-09-01'],
  ['01/09/2024', '2024-09-01'],
  ['31-2-2024', undefined],
  ['september 2023', '2023-09'],
  ['Sept. 2023', '2023-09'],
  ['sep 2023', '2023-09'],
  ['1 september 2024', '2024-09-01'],
  ['Q3 2023', '2023-Q3'],
  ['2023 Q3', '2023-Q3'],
  ['derde kwartaal 2023', '2023-Q3'],
  ['3e kwartaal 2023', '2023-Q3'],
  ['tweede helft van 2023', '2023-H2'],
  ['1e halfjaar 2023', '2023-H1'],
  ['derde helft 2023', undefined],
  ['zomer 2023', undefined],
  ['', undefined],
] as const)
  test(`tijdvak uit "${tekst}"`, () => assert.equal(tijdvakUitCel(tekst), verwacht))

for (const [serie, stelsel, verwacht] of [
  [1, 1900, '1900-01-01'],
  [59, 1900, '1900-02-28'],
  [61, 1900, '1900-03-01'],
  [45536, 1900, '2024-09-01'],
  [45536.75, 1900, '2024-09-01'],
  [44074, 1904, '2024-09-01'],
  [0, 1900, undefined],
  [-5, 1900, undefined],
  [2_958_466, 1900, undefined],
] as const)
  test(`volgnummer ${serie} in stelsel ${stelsel}`, () => assert.equal(dagVanSerie(serie, stelsel), verwacht))

test('elke dag komt terug uit haar volgnummer', () => {
  const dagen = fc.date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(dagen, (moment) => {
      const dag = datum(moment.toISOString().slice(0, 10))
      assert.equal(dagVanSerie(serieVan(dag)), dag)
    }),
  )
})
