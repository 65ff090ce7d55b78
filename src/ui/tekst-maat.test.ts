import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { px, tekstBreedte, wikkel } from '#ui/tekst-maat.ts'

// Gemeten in een browser met de echte letter, 100 px groot: gewoon en halfvet.
const GEMETEN = [
  ['Onafhankelijke cliëntondersteuning € 18.500', 1854, 1942],
  ['Verbeteren van de interne samenwerking', 1708, 1788],
  ['Wijkteams en ontwikkelingen in het Sociaal Domein', 2147, 2238],
  ['MMMM WWWW QQQ', 844, 868],
  ['1.403.000', 398, 422],
  ['illicit fjord «ÉÅß»', 691, 735],
] as const

for (const [tekst, gewoon, vet] of GEMETEN)
  test(`tekstBreedte schat "${tekst}" nooit te smal en hoogstens een derde te breed`, () => {
    for (const [schatting, echt] of [
      [tekstBreedte(tekst, 100), gewoon],
      [tekstBreedte(tekst, 100, true), vet],
    ] as const) {
      assert.ok(schatting >= echt - 1, `${schatting} is smaller dan ${echt}`)
      assert.ok(schatting <= echt * 1.34, `${schatting} is veel breder dan ${echt}`)
    }
  })

const woord = fc.stringMatching(/^[a-zA-Zéë€0-9.]{1,30}$/u)
const zin = fc.array(woord, { minLength: 1, maxLength: 12 }).map((woorden) => woorden.join(' '))

test('wikkel: elke regel past, en er valt geen letter weg', () => {
  fc.assert(
    fc.property(zin, fc.integer({ min: 80, max: 400 }), fc.boolean(), (tekst, breedte, vet) => {
      const regels = wikkel(tekst, breedte, 15, vet)
      for (const regel of regels) assert.ok(tekstBreedte(regel, 15, vet) <= breedte, regel)
      const kaal = (deel: string): string => deel.replace(/[\s-]/gu, '')
      assert.equal(kaal(regels.join('')), kaal(tekst))
    }),
  )
})

test('wikkel: wat past, blijft op één regel', () => {
  assert.deepEqual(wikkel('Inloop Smilde', 200, 15), ['Inloop Smilde'])
  assert.deepEqual(wikkel('Inloop Smilde', 60, 15), ['Inloop', 'Smilde'])
  assert.deepEqual(wikkel('', 60, 15), [''])
})

test('px rondt af op één cijfer', () => {
  assert.equal(px(12.345), '12.3')
  assert.equal(px(12), '12')
})
