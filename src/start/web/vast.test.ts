import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { gezondRoutes } from '#start/web/vast.ts'

const metDatabank = (beheer: () => Promise<unknown>) =>
  gezondRoutes({
    databank: { beheer } as unknown as Databank,
    versie: '1.2.3',
    kop: () => undefined,
  }).hono.request('/gezond')

test('gezond: 200 met de versie als de database antwoordt', async () => {
  const antwoord = await metDatabank(() => Promise.resolve({ een: 1 }))
  assert.equal(antwoord.status, 200)
  assert.deepEqual(await antwoord.json(), { status: 'gezond', versie: '1.2.3' })
})

test('gezond: 503 als de database weigert, zonder te zeggen waarom', async () => {
  const antwoord = await metDatabank(() => Promise.reject(new Error('wachtwoord van omzien klopt niet')))
  assert.equal(antwoord.status, 503)
  assert.doesNotMatch(await antwoord.text(), /wachtwoord/u)
})

test('gezond: 503 binnen een paar tellen als de database zwijgt', { timeout: 5_000 }, async () => {
  const antwoord = await metDatabank(() => new Promise(() => undefined))
  assert.equal(antwoord.status, 503)
})
