import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Context, Hono } from 'hono'
import { leesBestand, leesFormulier, leesWaarden } from '#toegang/formulier.ts'

async function stuur<T>(init: RequestInit, lees: (c: Context) => Promise<T>): Promise<T> {
  let waarde: T | undefined
  const app = new Hono().post('/', async (c) => {
    waarde = await lees(c)
    return c.text('')
  })
  await app.request('/', { method: 'POST', ...init })
  return waarde as T
}

test('velden als tekst, en bij herhaling telt de laatste', async () => {
  const body = new URLSearchParams([
    ['titel', 'een'],
    ['titel', 'twee'],
    ['leeg', ''],
  ])
  assert.deepEqual({ ...(await stuur({ body }, leesFormulier)) }, { titel: 'twee', leeg: '' })
  assert.deepEqual(await stuur({ body }, (c) => leesWaarden(c, 'titel')), ['een', 'twee'])
})

test('een veld met de naam van iets ingebouwds is gewoon een veld', async () => {
  const velden = await stuur({ body: new URLSearchParams('__proto__=x&constructor=y') }, leesFormulier)
  assert.equal(velden['constructor'], 'y')
  assert.deepEqual(Object.keys(velden), ['__proto__', 'constructor'])
  assert.equal(velden['toString'], undefined)
})

for (const [naam, init] of [
  ['niets', {}],
  ['json', { body: '{"a":1}', headers: { 'content-type': 'application/json' } }],
  ['een kapot formulier', { body: 'xx', headers: { 'content-type': 'multipart/form-data; boundary=b' } }],
  ['een formulier zonder grens', { body: 'xx', headers: { 'content-type': 'multipart/form-data' } }],
] as const)
  test(`${naam} leest als een leeg formulier`, async () => {
    assert.deepEqual({ ...(await stuur(init, leesFormulier)) }, {})
    assert.deepEqual(await stuur(init, (c) => leesBestand(c, 'bestand')), {
      ok: false,
      reden: 'geen_bestand',
    })
  })

function metBestand(bestand: File | string): RequestInit {
  const body = new FormData()
  body.set('bestand', bestand)
  return { body }
}

test('een bestand komt heel aan', async () => {
  const inhoud = Uint8Array.from({ length: 300 }, (_, i) => i % 256)
  const uitkomst = await stuur(metBestand(new File([inhoud], 'plan.ods')), (c) => leesBestand(c, 'bestand'))
  assert.deepEqual(uitkomst, { ok: true, waarde: { naam: 'plan.ods', inhoud } })
})

for (const [naam, bestand, reden] of [
  ['niets gekozen', new File([], ''), 'geen_bestand'],
  ['een leeg bestand', new File([], 'leeg.ods'), 'bestand_leeg'],
  ['tekst in plaats van een bestand', 'plan.ods', 'geen_bestand'],
] as const)
  test(`leesBestand: ${naam}`, async () =>
    assert.deepEqual(await stuur(metBestand(bestand), (c) => leesBestand(c, 'bestand')), {
      ok: false,
      reden,
    }))
