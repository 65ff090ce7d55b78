import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geschiedenisVan, type Versie } from '#programma/api/geschiedenis.ts'

const versie = (nummer: number, vastgesteld: boolean): Versie => ({
  nummer,
  op: new Date(Date.UTC(2026, 0, nummer)),
  waarom: `versie ${nummer}`,
  besluit: vastgesteld ? 'besluit' : null,
})
/** Nieuwste eerst: gemaakt in 1, anders in 2 en 3, weg in 5. */
const REGELS = [
  { nummer: 5, inhoud: null },
  { nummer: 3, inhoud: 'c' },
  { nummer: 2, inhoud: 'b' },
  { nummer: 1, inhoud: 'a' },
]
const ALLE = [5, 4, 3, 2, 1].map((nummer) => versie(nummer, [1, 4].includes(nummer)))
const kort = (versies: readonly Versie[], regels = REGELS) =>
  geschiedenisVan(regels, versies, (inhoud) => inhoud as string).map(
    (regel) => `${regel.versie} ${regel.inhoud}`,
  )

test('wie alles mag zien, ziet elke verandering, nieuwste eerst', () => {
  assert.deepEqual(kort(ALLE), ['5 null', '3 c', '2 b', '1 a'])
})

test('wie alleen vastgestelde versies ziet, ziet geen concept ertussen en niet wat erna kwam', () => {
  assert.deepEqual(kort(ALLE.filter(({ besluit }) => besluit !== null)), ['4 c', '1 a'])
})

test('wat pas na de laatste zichtbare versie kwam, bestaat nog niet', () => {
  assert.deepEqual(kort([versie(1, true)], [{ nummer: 2, inhoud: 'b' }]), [])
  assert.deepEqual(kort([]), [])
})

test('een stuk dat wel bewaard maar niet veranderd is, telt niet als verandering', () => {
  const regels = [
    { nummer: 2, inhoud: { id: 'x', titel: 'T' } },
    { nummer: 1, inhoud: { titel: 'T', id: 'x' } },
  ]
  const gezien = geschiedenisVan(regels, [versie(2, true), versie(1, true)], (inhoud) => inhoud)
  assert.deepEqual(
    gezien.map((regel) => regel.versie),
    [1],
  )
})
