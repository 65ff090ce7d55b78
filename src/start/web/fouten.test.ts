import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { FORMULIER, maakProefsite, type Proefsite } from '#test/webapp.tsx'

describe('fouten', () => {
  let databank: Databank
  let app: Proefsite
  let thuis: string
  before(async () => {
    databank = await versePglite()
    app = await maakProefsite(databank)
    thuis = `http://${app.een.code}.localhost`
  })
  after(() => databank.sluit())

  const vraag = (pad: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('host', new URL(thuis).host)
    return app.hono.request(thuis + pad, { ...init, headers })
  }

  test('is ook de foutpagina stuk, dan komt er een kale zin met alle koppen', async () => {
    const stuk = await maakProefsite(databank, {
      schil: () => {
        throw new Error('geheime schil')
      },
    })
    const antwoord = await stuk.hono.request(`http://${stuk.een.code}.localhost/bestaat-niet`)
    assert.equal(antwoord.status, 500)
    assert.ok(antwoord.headers.get('content-security-policy'))
    assert.match(await antwoord.text(), /Er ging iets mis bij ons/u)
    assert.doesNotMatch(JSON.stringify(stuk.regels), /geheime schil/u)
  })

  for (const [naam, pad, init, status, code] of [
    ['onbekend pad', '/api/v1/niets', {}, 404, 'niet_gevonden'],
    [
      'verkeerde methode',
      '/api/v1/dingen',
      { method: 'DELETE', headers: FORMULIER },
      405,
      'methode_kan_niet',
    ],
    ['vreemde herkomst', '/api/v1/dingen', { method: 'POST' }, 403, 'vreemde_herkomst'],
    ['ongeluk', '/api/v1/stuk', {}, 500, 'storing'],
    [
      'gewone pagina, gevraagd als json',
      '/concept',
      { headers: { accept: 'application/json' } },
      401,
      'niet_ingelogd',
    ],
  ] as const)
    test(`de api noemt een fout bij haar code: ${naam}`, async () => {
      const antwoord = await vraag(pad, init)
      assert.equal(antwoord.status, status)
      assert.match(antwoord.headers.get('content-type') ?? '', /^application\/problem\+json/u)
      const probleem = (await antwoord.json()) as Record<string, unknown>
      assert.equal(probleem['code'], code)
      assert.equal(probleem['status'], status)
      assert.ok(String(probleem['title']).length > 3 && String(probleem['detail']).length > 20)
    })
})
