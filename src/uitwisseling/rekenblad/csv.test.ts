import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { schrijfCsv } from '#uitwisseling/rekenblad/csv.ts'
import { bedrag, type Cel, dag, formule, getal, LEEG, tekst } from '#uitwisseling/rekenblad/rekenblad.ts'

const regel = (...cellen: Cel[]): string => schrijfCsv({ naam: 'x', rijen: [{ cellen }] })

for (const [naam, cel, verwacht] of [
  ['gewone tekst', tekst('GGD'), 'GGD'],
  ['formule in tekst', tekst('=SUM(A1)'), "'=SUM(A1)"],
  ['opdracht in tekst', tekst('@SUM(1+1)*cmd'), "'@SUM(1+1)*cmd"],
  ['min met letters', tekst('-1+cmd'), "'-1+cmd"],
  ['tab', tekst('\t=1'), "'\t=1"],
  ['negatief getal als tekst', tekst('-12,50'), '-12,50'],
  ['telefoonnummer', tekst('+31593'), '+31593'],
  ['negatief bedrag', bedrag(centen(-12_05)), '-12,05'],
  ['bedrag', bedrag(centen(1403000_00)), '1403000,00'],
  ['getal', getal('1.5'), '1,5'],
  ['dag', dag(datum('2024-09-01')), '2024-09-01'],
  ['leeg', LEEG, ''],
  ['uitkomst van een formule', formule('SUM(A1)', { soort: 'getal', getal: '3' }), '3'],
  ['scheidingsteken', tekst('a;b'), '"a;b"'],
  ['aanhaling', tekst('zo "genoemd"'), '"zo ""genoemd"""'],
  ['nieuwe regel', tekst('a\nb'), '"a\nb"'],
  ['formule met scheidingsteken', tekst('=A1;B1'), '"\'=A1;B1"'],
] as const)
  test(`csv: ${naam}`, () => assert.equal(regel(cel), `\ufeff${verwacht}\r\n`))

test('csv: puntkomma tussen cellen, CRLF na elke rij', () => {
  const rijen = [{ cellen: [tekst('a'), LEEG, tekst('b')] }, { cellen: [] }]
  assert.equal(schrijfCsv({ naam: 'x', rijen }), '\ufeffa;;b\r\n\r\n')
})
