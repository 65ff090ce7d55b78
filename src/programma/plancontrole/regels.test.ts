import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Plan } from '#programma/plan.ts'
import { controleer, REGELS } from '#programma/plancontrole/plancontrole.ts'
import { testplan } from '#programma/plancontrole/testplan.ts'

const MAP = 'src/programma/plancontrole'
const lees = (bestand: string): string => readFileSync(`${MAP}/${bestand}`, 'utf8')

test('elke regel heeft een eigen naam en een voorbeeld waarin zij iets vindt', () => {
  assert.equal(new Set(REGELS.map(({ id }) => id)).size, REGELS.length)
  const tests = readdirSync(MAP)
    .filter((bestand) => bestand.endsWith('.test.ts'))
    .map(lees)
    .join()
  assert.deepEqual(
    REGELS.map(({ id }) => id).filter((id) => !tests.includes(`regel: '${id}'`)),
    [],
  )
})

test('een leeg plan kan ook', () => {
  assert.deepEqual(
    controleer(testplan({})).map(({ regel }) => regel),
    ['bedrag'],
  )
})

test('geen regel kent één gemeente: alle kennis staat in de plangegevens', () => {
  const plan = Plan.parse(
    JSON.parse(readFileSync('voorbeelden/midden-drenthe/programmaplan-2022-2026.json', 'utf8')),
  )
  const namen = [
    ...[plan.onderdelen, plan.groepen, plan.plaatsen].flat().flatMap(({ id, titel }) => [String(id), titel]),
    ...plan.bronnen.flatMap(({ id, naam }) => [String(id), naam]),
  ]
  const verboden = ['midden-drenthe', 'gm1731', ...namen].map((woord) => woord.toLowerCase())
  const lang = verboden.filter((woord) => woord.length > 8 && woord !== 'communicatie')
  for (const bestand of readdirSync(MAP).filter((naam) => !naam.endsWith('.test.ts'))) {
    const tekst = lees(bestand).toLowerCase()
    assert.deepEqual(
      lang.filter((woord) => tekst.includes(woord)),
      [],
      bestand,
    )
  }
})
