import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Adres, alsRegel, MEESTE_POGINGEN, REDENEN, vervolgNa, WACHTTIJDEN_MS } from '#toegang/bericht.ts'

describe('een adres', () => {
  for (const goed of ['a@b.nl', 'Raad.Lid+1@Gemeente.NL', ' spatie@ervoor.nl ', "o'brien@voorbeeld.nl"])
    test(`${goed} mag`, () => assert.ok(Adres.safeParse(goed).success))
  for (const fout of [
    '',
    'geen-apenstaart',
    'a@b',
    'a@b.nl\r\nBcc: c@d.nl',
    'a@b.nl, c@d.nl',
    'Naam <a@b.nl>',
    'a@b.nl\u0000',
    `${'a'.repeat(250)}@b.nl`,
  ])
    test(`${JSON.stringify(fout).slice(0, 40)} mag niet`, () => assert.ok(!Adres.safeParse(fout).success))
  test('alleen wat achter de apenstaart staat, wordt kleine letters', () =>
    assert.equal(Adres.parse('Raad.Lid@Gemeente.NL'), 'Raad.Lid@gemeente.nl'))
})

test('een onderwerp is altijd één regel zonder stuurtekens', () => {
  assert.equal(alsRegel('Rapport\r\nBcc: x@y.nl'), 'Rapport Bcc: x@y.nl')
  assert.equal(alsRegel('a\u2028b\u0000c'), 'a b c')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (tekst) => {
      assert.doesNotMatch(alsRegel(tekst), /[\p{Cc}\u2028\u2029]/u)
    }),
  )
})

describe('wat er na een mislukte poging gebeurt', () => {
  const nu = new Date('2026-03-01T10:00:00Z')
  const minuten = (pogingen: number): number | 'op' => {
    const vervolg = vervolgNa('server_onbereikbaar', pogingen, nu)
    return vervolg.stand === 'opgegeven' ? 'op' : (vervolg.op.getTime() - nu.getTime()) / 60_000
  }
  test('wachten wordt telkens langer, en houdt een keer op', () => {
    assert.deepEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map(minuten), [1, 5, 15, 60, 240, 720, 1440, 1440, 'op'])
    assert.equal(MEESTE_POGINGEN, 9)
    assert.deepEqual(
      WACHTTIJDEN_MS,
      WACHTTIJDEN_MS.toSorted((a, b) => a - b),
    )
  })
  test('elke reden heeft een vervolg, en het is nooit in het verleden', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REDENEN), fc.integer({ min: 1, max: 20 }), (reden, pogingen) => {
        const vervolg = vervolgNa(reden, pogingen, nu)
        if (vervolg.stand === 'wacht') assert.ok(vervolg.op > nu)
        if (pogingen >= MEESTE_POGINGEN) assert.equal(vervolg.stand, 'opgegeven')
      }),
    )
  })
  test('een adres dat niet bestaat, is meteen klaar', () =>
    assert.deepEqual(vervolgNa('adres_geweigerd', 1, nu), { stand: 'opgegeven' }))
})
