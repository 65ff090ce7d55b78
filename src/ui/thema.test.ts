import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const css = readFileSync(new URL('stijl/thema.css', import.meta.url), 'utf8')

const tokens = (deel: string): Map<string, string> =>
  new Map(
    [...deel.matchAll(/--oz-([\w-]+):\s*(#[0-9a-f]{6})/gu)].map(([, naam = '', kleur = '']) => [naam, kleur]),
  )

const donkerBegin = css.indexOf('@media screen and (prefers-color-scheme: dark)')
const printBegin = css.indexOf('@media print')
const licht = tokens(css.slice(0, donkerBegin))
const donker = new Map([...licht, ...tokens(css.slice(donkerBegin, printBegin))])

function helderheid(kleur: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const deel = Number.parseInt(kleur.slice(i, i + 2), 16) / 255
    return deel <= 0.04045 ? deel / 12.92 : ((deel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(een: string, ander: string): number {
  const [hoog = 0, laag = 0] = [helderheid(een), helderheid(ander)].sort((a, b) => b - a)
  return (hoog + 0.05) / (laag + 0.05)
}

const TEKST = [
  ...['inkt', 'stil', 'accent', 'accent-donker', 'goed', 'let', 'fout'].flatMap((kleur) => [
    [kleur, 'papier'],
    [kleur, 'tint'],
  ]),
  ['op-accent', 'accent'],
  ['papier', 'fout'],
  ['accent', 'accent-zacht'],
  ['inkt', 'accent-zacht'],
  ['goed', 'goed-tint'],
  ['let', 'let-tint'],
  ['fout', 'fout-tint'],
  ['inkt', 'let-tint'],
  ['inkt', 'warm-1'],
  ['inkt', 'warm-2'],
  ['op-warm-licht', 'warm-3'],
  ['op-warm-donker', 'warm-4'],
  ['op-warm-donker', 'warm-5'],
] as const

const VORM = ['rand', ...[1, 2, 3, 4, 5, 6].map((i) => `hue-${i}`)].map((kleur) => [kleur, 'papier'] as const)

for (const [naam, thema] of [
  ['licht', licht],
  ['donker', donker],
] as const) {
  const kleur = (token: string): string => thema.get(token) ?? assert.fail(`token ${token} ontbreekt`)
  test(`${naam}: tekst is te lezen (4,5 op 1)`, () => {
    for (const [voor = '', achter = ''] of TEKST)
      assert.ok(contrast(kleur(voor), kleur(achter)) >= 4.5, `${voor} op ${achter}`)
  })
  test(`${naam}: vormen zijn te zien (3 op 1)`, () => {
    for (const [voor, achter] of VORM)
      assert.ok(contrast(kleur(voor), kleur(achter)) >= 3, `${voor} op ${achter}`)
  })
}

test('licht heeft precies de kleuren uit het ontwerp', () => {
  assert.equal(licht.get('inkt'), '#16282d')
  assert.equal(licht.get('tint'), '#f7f5f0')
  assert.equal(licht.get('accent'), '#0b5a5e')
})
