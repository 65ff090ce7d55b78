import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RARE_TEKST } from '#test/rare-tekst.ts'
import {
  knip,
  leesLijst,
  leesTekstOfNiets,
  schrijfLijst,
  schrijfTekstOfNiets,
} from '#uitwisseling/rekenblad/lijst.ts'

for (const [cel, verwacht] of [
  ['', []],
  [' ; ;', []],
  ['GGD; Welzijn', ['GGD', 'Welzijn']],
  ['GGD;Welzijn;', ['GGD', 'Welzijn']],
  ['GGD\nWelzijn', ['GGD', 'Welzijn']],
  ['"Zorg; en meer"; GGD', ['Zorg; en meer', 'GGD']],
  ['"De ""Brug"""', ['De "Brug"']],
  ['"De Brug" in Smilde; GGD', ['"De Brug" in Smilde', 'GGD']],
  ['Stichting "De Brug"', ['Stichting "De Brug"']],
] as const)
  test(`lijst uit ${JSON.stringify(cel)}`, () => assert.deepEqual(leesLijst(cel), verwacht))

const NAAM = RARE_TEKST.filter((naam) => naam !== '')

test('elke lijst komt terug uit haar cel, en een gewone lijst blijft gewoon leesbaar', () => {
  assert.equal(schrijfLijst(['GGD', 'Zorg; en meer', 'De Brug']), 'GGD; "Zorg; en meer"; De Brug')
  fc.assert(fc.property(fc.array(NAAM), (namen) => assert.deepEqual(leesLijst(schrijfLijst(namen)), namen)))
})

test('lege tekst is iets anders dan niets', () => {
  assert.equal(schrijfTekstOfNiets(''), '""')
  fc.assert(
    fc.property(fc.oneof(RARE_TEKST, fc.stringMatching(/^"{0,6}$/u)), (waarde) => {
      const cel = schrijfTekstOfNiets(waarde)
      assert.notEqual(cel, '')
      assert.equal(leesTekstOfNiets(cel), waarde)
    }),
  )
})

test('lange tekst wordt geknipt in stukken die in een cel passen, nooit door een emoji', () => {
  for (const lang of [
    'a'.repeat(29_999) + '😀'.repeat(20_000),
    '😀'.repeat(50_000),
    'x'.repeat(30_000),
    '',
  ]) {
    const stukken = knip(lang)
    assert.equal(stukken.join(''), lang)
    for (const stuk of stukken) assert.ok(stuk.length <= 30_000 && stuk.isWellFormed())
  }
})
