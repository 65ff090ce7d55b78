import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { veiligeCode, veiligStuk } from '#uitwisseling/veilige-code.ts'

test('codes uit financiële systemen komen ongewijzigd door', () => {
  for (const code of [
    '443210',
    '0061',
    '6.71',
    'WMO',
    'KP-12/3',
    'INK 24 0012',
    'P_2024.001',
    'V-2024-000123',
    'é1',
  ])
    assert.equal(veiligeCode(code), code)
  assert.equal(veiligeCode('  6010\u00a0 12 '), '6010 12')
})

test('namen, vrije tekst, mailadressen en bankrekeningen komen er niet in', () => {
  for (const tekst of [
    '',
    ' ',
    'Jan de Vries',
    'J. Jansen-de Boer',
    '443210 Inhuur derden',
    '443210 Jan de Boer',
    'iemand@voorbeeld.nl',
    'NL91ABNA0417164300',
    'nl91 abna 0417 1643 00',
    'factuur 12 NL91ABNA0417164300',
    'BE68 5390 0754 7034',
    'pgb (maart)',
    '=SUM(A1)',
    '-12',
    'a;b',
    'x'.repeat(41),
    'a\u0000b',
  ])
    assert.equal(veiligeCode(tekst), null, tekst)
  assert.equal(veiligStuk('factuur'), null)
  assert.equal(veiligStuk('F2024-1'), 'F2024-1')
})

test('wat doorkomt is kort, zonder vreemde tekens, en blijft bij nog eens toetsen gelijk', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (tekst) => {
      const code = veiligeCode(tekst)
      if (code === null) return
      assert.match(code, /^[\p{L}\p{N}._/ -]{1,40}$/u)
      assert.equal(veiligeCode(code), code)
    }),
  )
})
