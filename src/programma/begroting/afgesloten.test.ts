import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centen } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import { metAfgesloten } from '#programma/begroting/afgesloten.ts'

const post = (
  rekeningsoort: 'ruimte' | 'realisatie',
  jaar: number,
  soort: Postsaldo['soort'],
  bedrag: number,
): Postsaldo => ({
  post: 0,
  rekening: { programma: 'p', bron: 'rijk', soort: rekeningsoort, onderdeel: 'inloop', jaar },
  kenmerk: {},
  soort,
  bedragCent: centen(bedrag),
})
const prognose = (jaar: number, bedrag: number) => ({ onderdeel: 'inloop', jaar, bedragCent: centen(bedrag) })
const besteed = [post('realisatie', 2024, 'realisatie', 70), post('realisatie', 2025, 'realisatie', 10)]

test('van een afgesloten jaar is de verwachting wat er besteed is; een open jaar houdt zijn prognose', () => {
  const posten = [...besteed, post('ruimte', 2024, 'jaareinde', -30)]
  assert.deepEqual(metAfgesloten(posten, [prognose(2024, 110), prognose(2025, 90)]), [
    prognose(2025, 90),
    prognose(2024, 70),
  ])
})

test('een teruggedraaid jaareinde sluit niets, en zonder prognoses komt er geen bij', () => {
  const prognoses = [prognose(2024, 110)]
  assert.deepEqual(metAfgesloten([...besteed, post('ruimte', 2024, 'jaareinde', 0)], prognoses), prognoses)
  assert.deepEqual(metAfgesloten([...besteed, post('ruimte', 2024, 'jaareinde', -30)], []), [])
})
