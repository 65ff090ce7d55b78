import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  breukVan,
  Decimaaltekst,
  decimaal,
  decimaalNaarBeneden,
  leesDecimaal,
  schrijfDecimaal,
  toonDecimaal,
  vergelijkBreuken,
  vergelijkDecimalen,
  zelfdeWaarde,
} from '#metingen/decimaal.ts'

const DECIMAAL = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.stringMatching(/^\d{0,6}$/u))
  .map(([min, heel, achter]) => {
    const getal = achter === '' ? String(heel) : `${heel}.${achter}`
    return decimaal(min && !/^[0.]+$/u.test(getal) ? `-${getal}` : getal)
  })

test('wat geschreven is, leest precies zo terug, ook met duizendpunten', () => {
  fc.assert(
    fc.property(DECIMAAL, (waarde) => {
      assert.equal(leesDecimaal(toonDecimaal(waarde)), waarde)
      // Zonder duizendpunten is `0,123` en `1234` ook nog hetzelfde getal.
      assert.equal(leesDecimaal(schrijfDecimaal(waarde)), waarde)
    }),
    { numRuns: 2_000 },
  )
})

test('vergelijken is exact, ook waar een breuk van de machine dat niet is', () => {
  assert.equal(vergelijkDecimalen(decimaal('0.3'), decimaal('0.30')), 0)
  assert.equal(vergelijkDecimalen(decimaal('999999999999999.000001'), decimaal('999999999999999')), 1)
  fc.assert(
    fc.property(DECIMAAL, DECIMAAL, (een, ander) => {
      assert.equal(vergelijkDecimalen(een, ander), -vergelijkDecimalen(ander, een) || 0)
      assert.equal(zelfdeWaarde(een, ander), vergelijkDecimalen(een, ander) === 0)
    }),
  )
})

test('naar beneden afronden geeft nooit meer, en scheelt nooit een hele stap', () => {
  fc.assert(
    fc.property(
      DECIMAAL,
      fc.bigInt({ min: 1n, max: 999n }),
      fc.integer({ min: 0, max: 4 }),
      (waarde, noemer, n) => {
        const breuk = { teller: breukVan(waarde).teller, noemer: breukVan(waarde).noemer * noemer }
        const afgerond = breukVan(decimaalNaarBeneden(breuk, n))
        assert.ok(vergelijkBreuken(afgerond, breuk) <= 0)
        const stap = {
          teller: afgerond.teller * 10n ** BigInt(n) + afgerond.noemer,
          noemer: afgerond.noemer * 10n ** BigInt(n),
        }
        assert.ok(vergelijkBreuken(stap, breuk) > 0)
      },
    ),
  )
})

for (const [getypt, gelezen] of [
  ['12,5', '12.5'],
  ['12.5', '12.5'],
  ['1.234', '1234'],
  ['1.234.567,80', '1234567.80'],
  ['0.123', '0.123'],
  ['85 %', '85'],
  ['−3', '-3'],
  ['007', '7'],
  ['-0', '0'],
  ['', undefined],
  ['1,2,3', undefined],
  ['12.34.5', undefined],
  ['12,', undefined],
  ['ongeveer 80', undefined],
  ['1e5', undefined],
  ['9999999999999999', undefined],
] as const)
  test(`‘${getypt}’ is ${gelezen ?? 'geen getal'}`, () => assert.equal(leesDecimaal(getypt), gelezen))

test('een minteken voor nul bestaat niet', () => {
  for (const tekst of ['-0', '-0.00', '01', '1.', '.5', '+1', 'NaN'])
    assert.ok(!Decimaaltekst.safeParse(tekst).success)
})
