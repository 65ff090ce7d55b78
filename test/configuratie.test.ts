import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { configTabel, leesConfig } from '#start/config.ts'

test('de documentatie noemt precies de instellingen die er zijn', () => {
  const tekst = readFileSync('docs/configuratie.md', 'utf8')
  assert.ok(tekst.includes(configTabel()), `zet dit in docs/configuratie.md:\n\n${configTabel()}`)
})

test('zonder instellingen is alles er, met de demo-inlog op de eigen machine', () => {
  const config = leesConfig({})
  assert.ok(config.ok)
  assert.deepEqual(
    [config.waarde.PORT, config.waarde.HOST, config.waarde.OMZIEN_DEMO],
    [3000, 'localhost', true],
  )
})

for (const [naam, waarde] of [
  ['PORT', 'tachtig'],
  ['PORT', '65536'],
  ['PORT', '1.5'],
  ['DATABASE_URL', 'mysql://x'],
  ['OMZIEN_DEMO', 'misschien'],
  ['OMZIEN_ADRES', 'omzien'],
  ['OMZIEN_GEHEIM', 'kort'],
  ['OMZIEN_INLOG', '/bestaat/niet'],
] as const)
  test(`een verkeerde ${naam} wordt genoemd, zonder de waarde te tonen`, () => {
    const config = leesConfig({ [naam]: waarde })
    assert.ok(!config.ok)
    assert.match(config.reden.join(), new RegExp(naam))
    assert.ok(!config.reden.join().includes(waarde))
  })

test('een inlogdienst met een onbekende rol of zonder adres wordt geweigerd met de plaats', () => {
  const pad = join(mkdtempSync(join(tmpdir(), 'omzien-')), 'inlog.json')
  const goed = { uitgever: 'https://id.voorbeeld.nl', clientId: 'omzien', rollen: { pm: 'programmamanager' } }
  writeFileSync(pad, JSON.stringify({ gm1731: goed }))
  const config = leesConfig({ OMZIEN_INLOG: pad })
  assert.ok(config.ok)
  assert.equal(config.waarde.inlog['gm1731']?.rolclaim, 'roles')
  for (const [fout, plaats] of [
    [{ ...goed, rollen: { pm: 'baas' } }, /gm1731\.rollen\.pm/],
    [{ ...goed, uitgever: 'geen adres' }, /gm1731\.uitgever/],
    [{ ...goed, wachtwoord: 'x' }, /gm1731/],
  ] as const) {
    writeFileSync(pad, JSON.stringify({ gm1731: fout }))
    const gelezen = leesConfig({ OMZIEN_INLOG: pad })
    assert.ok(!gelezen.ok)
    assert.match(gelezen.reden.join(), plaats)
  }
})
