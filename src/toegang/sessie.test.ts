import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  eindeVan,
  inlogrollen,
  isGeldig,
  isGezienVerouderd,
  isSleutel,
  lokaalPad,
  SESSIE_DUUR_MS,
  STIL_DUUR_MS,
} from '#toegang/sessie.ts'

const begin = new Date('2026-03-02T08:00:00Z')
const later = (ms: number): Date => new Date(begin.getTime() + ms)
const vers = { gezienOp: begin, verlooptOp: eindeVan(begin), ingetrokkenOp: null }

for (const [naam, sessie, nu, verwacht] of [
  ['net begonnen', vers, begin, true],
  ['één tel voor de stille tijd om is', vers, later(STIL_DUUR_MS - 1), true],
  ['precies te lang stil', vers, later(STIL_DUUR_MS), false],
  [
    'net gezien, één tel voor het uiterste einde',
    { ...vers, gezienOp: later(SESSIE_DUUR_MS - 9) },
    later(SESSIE_DUUR_MS - 1),
    true,
  ],
  [
    'net gezien, maar de dag is om',
    { ...vers, gezienOp: later(SESSIE_DUUR_MS - 9) },
    later(SESSIE_DUUR_MS),
    false,
  ],
  ['ingetrokken', { ...vers, ingetrokkenOp: begin }, begin, false],
] as const)
  test(`isGeldig: ${naam}`, () => assert.equal(isGeldig(sessie, nu), verwacht))

test('isGezienVerouderd: pas na vijf minuten, zodat niet elk verzoek schrijft', () => {
  assert.equal(isGezienVerouderd(vers, later(5 * 60_000)), false)
  assert.equal(isGezienVerouderd(vers, later(5 * 60_000 + 1)), true)
})

test('isSleutel: precies 32 bytes in base64url', () => {
  assert.equal(isSleutel(Buffer.alloc(32, 7).toString('base64url')), true)
  for (const tekst of ['', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}'`, `${'a'.repeat(43)}\n`])
    assert.equal(isSleutel(tekst), false)
})

test('inlogrollen: inwoner is geen rol om mee in te loggen', () => {
  assert.deepEqual(inlogrollen(['inwoner']), [])
  assert.deepEqual(inlogrollen(['beheerder', 'inwoner', 'raadslid', 'beheerder']), ['raadslid', 'beheerder'])
})

for (const [gevraagd, verwacht] of [
  [undefined, '/'],
  ['', '/'],
  ['/onderdelen?zoek=inloop', '/onderdelen?zoek=inloop'],
  ['//elders.nl', '/'],
  ['/\\elders.nl', '/'],
  ['/\t/elders.nl', '/'],
  ['/./..//elders.nl', '/'],
  ['https://elders.nl/', '/'],
  ['javascript:alert(1)', '/'],
  ['onderdelen', '/'],
  ['/inloggen?terug=/inloggen', '/'],
  ['/uitloggen', '/'],
  ['/inloggenplus', '/inloggenplus'],
  [`/${'a'.repeat(3_000)}`, '/'],
] as const)
  test(`lokaalPad: ${JSON.stringify(gevraagd)?.slice(0, 40)}`, () =>
    assert.equal(lokaalPad(gevraagd), verwacht))

test('lokaalPad: wat er ook staat, de browser blijft op deze site', () => {
  const lastig = fc.array(
    fc.constantFrom('/', '\\', '.', ':', '@', '\t', '\n', 'a', 'http', '%2f', '?', '#'),
    {
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        lastig.map((delen) => `/${delen.join('')}`),
      ),
      (tekst) => new URL(lokaalPad(tekst), 'https://hier.nl').origin === 'https://hier.nl',
    ),
    { numRuns: 2_000 },
  )
})
