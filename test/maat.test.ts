import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const MEESTE_REGELS = 300

const telRegels = (inhoud: string): number => inhoud.replace(/\n$/u, '').split('\n').length

test('elk bestand met code is in één keer te lezen', () => {
  const bestanden = globSync(['{src,test,bench,bin,voorbeelden}/**/*.{ts,tsx,mjs,css}'])
  assert.ok(bestanden.length > 300, `maar ${bestanden.length} bestanden gevonden`)
  const telang = bestanden.flatMap((pad) => {
    const regels = telRegels(readFileSync(pad, 'utf8'))
    return regels > MEESTE_REGELS ? [`${pad}: ${regels} regels`] : []
  })
  assert.deepEqual(telang, [])
})

test('deze toets kan zakken: regels worden geteld zoals een mens ze telt', () => {
  assert.equal(telRegels('a\nb\n'), 2)
  assert.equal(telRegels('a\n'.repeat(MEESTE_REGELS + 1)), 301)
})
