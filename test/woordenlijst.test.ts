import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { BOEKINGSOORTEN, GRONDSLAGSOORTEN } from '#grootboek/boeking.ts'
import { INVOERSOORTEN } from '#grootboek/invoer.ts'
import { PERIODESTANDEN } from '#grootboek/journaal.store.ts'
import { REKENINGSOORTEN } from '#grootboek/rekening.ts'
import { VOORSTELSOORTEN } from '#grootboek/voorstel/voorstel.ts'
import { OORDELEN, ORGANEN } from '#programma/besluit.ts'
import * as plan from '#programma/plan.ts'
import { ERNSTEN } from '#programma/plancontrole/plancontrole.ts'
import { STUKSOORTEN } from '#programma/stukken.ts'
import { ROLLEN } from '#toegang/matrix.ts'

/** De woorden uit de eerste kolom van een woordenlijst in Markdown. */
const woordenIn = (tekst: string): Set<string> =>
  new Set([...tekst.matchAll(/^\| ([a-z-]+) \|/gmu)].map((rij) => rij[1] ?? ''))

const mappenIn = (pad: string): string[] =>
  readdirSync(pad, { withFileTypes: true }).flatMap((map) => (map.isDirectory() ? [map.name] : []))

/** De zelfstandige naamwoorden die de code zelf gebruikt: kamers, tabellen, rollen en soorten. */
function naamwoorden(): string[] {
  const tabellen = globSync('migraties/**/*.sql').flatMap((pad) =>
    [...readFileSync(pad, 'utf8').matchAll(/^create table (?:[a-z]+_)?([a-z]+)/gmu)].map(
      (treffer) => treffer[1] ?? '',
    ),
  )
  const soorten = plan.Vermelding.options.map((vorm) => vorm.shape.soort.value)
  return [
    ...mappenIn('src'),
    ...tabellen,
    ...soorten,
    ...ROLLEN,
    ...STUKSOORTEN,
    ...ERNSTEN,
    ...ORGANEN,
    ...plan.DINGSOORTEN,
    ...plan.PLAATSSOORTEN,
    ...plan.BRONSOORTEN,
    ...plan.AARDEN,
    ...plan.ASPECTEN,
    ...OORDELEN.filter((oordeel) => oordeel !== 'heropend'),
    ...BOEKINGSOORTEN,
    ...GRONDSLAGSOORTEN,
    ...REKENINGSOORTEN,
    ...PERIODESTANDEN,
    ...VOORSTELSOORTEN,
    ...INVOERSOORTEN,
    ...mappenIn('src/grootboek'),
  ]
}

const ontbrekend = (lijst: ReadonlySet<string>, woorden: readonly string[]): string[] => [
  ...new Set(woorden.filter((woord) => !lijst.has(woord))),
]

describe('woordenlijst', () => {
  const tekst = readFileSync('docs/woordenlijst.md', 'utf8')

  test('elk naamwoord van de code staat in de woordenlijst', () => {
    const woorden = naamwoorden()
    assert.ok(woorden.length > 50)
    assert.deepEqual(ontbrekend(woordenIn(tekst), woorden), [])
  })

  test('elk woord van de lijst komt in de code voor', () => {
    const code = globSync('{src,migraties}/**/*.{ts,tsx,sql}')
      .map((pad) => readFileSync(pad, 'utf8').toLowerCase())
      .join('\n')
    const ongebruikt = (woorden: Iterable<string>): string[] =>
      [...woorden].filter((woord) => !code.includes(woord))
    assert.deepEqual(ongebruikt(woordenIn(tekst)), [])
    assert.deepEqual(ongebruikt(['frobnicatie']), ['frobnicatie'])
  })

  test('de lijst staat op alfabet en noemt niets twee keer', () => {
    const woorden = [...tekst.matchAll(/^\| ([a-z-]+) \|/gmu)].map((rij) => rij[1] ?? '').slice(1)
    assert.deepEqual(woorden, [...new Set(woorden)].toSorted(new Intl.Collator('nl').compare))
  })

  test('deze toets kan zakken: een woord dat er niet staat, wordt genoemd', () => {
    assert.deepEqual(ontbrekend(woordenIn('| doel | goal | x |'), ['doel', 'frobnicatie']), ['frobnicatie'])
  })
})
