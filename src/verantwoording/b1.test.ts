import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adviestekst, b1Advies, LANGSTE_ZIN, zinnenVan } from '#verantwoording/b1.ts'

test('een punt in een bedrag of nummer is geen einde van een zin', () => {
  assert.deepEqual(zinnenVan('Wij gaven € 12.500 uit. Zie 5.3.6 voor meer.\nKlaar!'), [
    'Wij gaven € 12.500 uit.',
    'Zie 5.3.6 voor meer.',
    'Klaar!',
  ])
})

test('een zin mag precies zo lang zijn als afgesproken', () => {
  const zin = (woorden: number): string => `${'woord '.repeat(woorden).trim()}.`
  assert.deepEqual(b1Advies(zin(LANGSTE_ZIN)), [])
  assert.deepEqual(
    b1Advies(zin(LANGSTE_ZIN + 1)).map(({ soort }) => soort),
    ['lange_zin'],
  )
})

test('een moeilijk woord krijgt een makkelijker, ook met een hoofdletter en een komma', () => {
  const [advies, ...meer] = b1Advies('Tevens, dit gaat goed.')
  assert.deepEqual(advies, { soort: 'moeilijk_woord', woord: 'tevens', beter: 'ook' })
  assert.equal(meer.length, 0)
  assert.equal(adviestekst(advies), '‘tevens’ is een moeilijk woord. Schrijf liever ‘ook’.')
  assert.deepEqual(b1Advies('constructor en toString'), [])
})
