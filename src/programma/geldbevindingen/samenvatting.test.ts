import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centen } from '#basis/geld.ts'
import type { Geldbevinding } from '#programma/geldbevindingen/geldbevindingen.ts'
import { ernstzin, perJaar, regelsommen, splits } from '#programma/geldbevindingen/samenvatting.ts'

const klein = (jaar: number, bedrag: number): Geldbevinding => ({
  regel: 'niet_tijdig_bijgesteld',
  ernst: 'aandacht',
  onderdeel: 'inloop',
  jaar,
  bedragCent: centen(bedrag),
})
const tekort: Geldbevinding = { regel: 'bron_tekort', ernst: 'fout', bron: 'rijk', bedragCent: centen(5) }
const veel = Array.from({ length: 12 }, (_, i) => klein(2023 + (i % 2), 100 + i))

test('het ergste staat vooraan, ook als het om minder geld gaat', () => {
  const sommen = regelsommen([...veel, tekort])
  assert.deepEqual(
    sommen.map(({ regel, bedragCent, ernst }) => [regel, bedragCent, ernst]),
    [
      ['bron_tekort', 5, 'fout'],
      ['niet_tijdig_bijgesteld', 1266, 'aandacht'],
    ],
  )
  assert.equal(ernstzin([...veel, tekort]), '1 is fout en 12 vragen aandacht')
})

test('van een lange lijst is alleen te zien wat boven de grens van zijn jaar komt', () => {
  const grens = new Map([
    [2023, centen(105)],
    [2024, centen(110)],
  ])
  const { open, rest, opGrens } = splits(veel, grens)
  assert.ok(opGrens)
  assert.deepEqual(
    open.map(({ jaar, bedragCent }) => [jaar, bedragCent]),
    [
      [2023, 106],
      [2023, 108],
      [2023, 110],
      [2024, 111],
    ],
  )
  assert.equal(rest.length, 8)
  assert.deepEqual(
    perJaar(veel).map(({ jaar, aantal }) => [jaar, aantal]),
    [
      [2023, 6],
      [2024, 6],
    ],
  )
})

test('een korte lijst staat er heel; een lange zonder grens toont de eerste rijen', () => {
  assert.equal(splits([tekort], new Map()).open.length, 1)
  const { open, rest, opGrens } = splits(veel, new Map())
  assert.deepEqual([open.length, rest.length, opGrens], [10, 2, false])
})
