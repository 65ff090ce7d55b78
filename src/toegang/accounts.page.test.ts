import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { logInAls, maakProefsite, type Proefsite } from '#test/webapp.tsx'
import type { Inlogdienst } from '#toegang/inlogdienst.ts'

const DIENST = { uitgever: 'https://inlog.voorbeeld', oorsprong: 'https://inlog.voorbeeld' } as Inlogdienst

describe('accounts vooraf', () => {
  let databank: Databank
  let app: Proefsite
  let host: string
  let cookie: string
  before(async () => {
    databank = await versePglite()
    app = await maakProefsite(databank, {
      inlogdienst: (code) => (code === app.een.code ? DIENST : undefined),
    })
    host = `${app.een.code}.localhost`
    cookie = await logInAls(app, host, 'beheerder')
  })
  after(() => databank.sluit())

  const stuur = (velden: Record<string, string>, bij = host, met = cookie) =>
    app.hono.request(`http://${bij}/beheer/accounts`, {
      method: 'POST',
      headers: { cookie: met, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(velden),
    })

  test('een account maken, en het staat in de lijst en zonder naam in het logboek', async () => {
    const antwoord = await stuur({ onderwerp: ' abc-123 ', naam: 'Rol nieuw' })
    assert.equal(antwoord.headers.get('location'), '/beheer/accounts?gedaan')
    const lees = async (pad: string) =>
      (await app.hono.request(`http://${host}${pad}`, { headers: { cookie } })).text()
    assert.match(await lees('/beheer/accounts?gedaan'), /Rol nieuw[\s\S]*abc-123/u)
    const logboek = await lees('/beheer/logboek')
    assert.match(logboek, /account gemaakt/u)
    assert.doesNotMatch(logboek, /Rol nieuw|abc-123/u)
  })

  for (const [naam, velden, status, zin] of [
    ['niets ingevuld', {}, 400, /vaste sleutel/u],
    ['alleen spaties', { onderwerp: '  ', naam: ' ' }, 400, /vaste sleutel/u],
    ['te lang', { onderwerp: 'a'.repeat(256), naam: 'b' }, 400, /hoogstens 255/u],
    ['naam vergeten', { onderwerp: 'zonder-naam', naam: '' }, 400, /Vul een naam in/u],
  ] as const)
    test(`${naam}: ${status}, en wat getypt was staat er nog`, async () => {
      const antwoord = await stuur(velden)
      const html = await antwoord.text()
      assert.equal(antwoord.status, status)
      assert.match(html, zin)
      assert.match(html, /<title>Fout: /u)
      for (const getypt of Object.values(velden)) assert.ok(html.includes(`value="${getypt}"`), getypt)
    })

  test('twee keer hetzelfde account: 409 met de reden bij het veld', async () => {
    await stuur({ onderwerp: 'dubbel', naam: 'Rol een' })
    const antwoord = await stuur({ onderwerp: 'dubbel', naam: 'Rol twee' })
    assert.equal(antwoord.status, 409)
    assert.match(await antwoord.text(), /id="veld-onderwerp-fout"[^>]*>\s*Er is al een account/u)
  })

  test('opmaak in de velden blijft tekst', async () => {
    const lelijk = `"><script>alert(1)</script>`
    assert.doesNotMatch(await (await stuur({ onderwerp: lelijk, naam: '' })).text(), /<script>alert/u)
    await stuur({ onderwerp: lelijk, naam: lelijk })
    const html = await (
      await app.hono.request(`http://${host}/beheer/accounts`, { headers: { cookie } })
    ).text()
    assert.doesNotMatch(html, /<script>alert/u)
    assert.match(html, /&lt;script&gt;alert/u)
  })

  test('een gemeente zonder inlogdienst kan geen account maken', async () => {
    const elders = `${app.ander.code}.localhost`
    const daar = await logInAls(app, elders, 'beheerder')
    assert.equal((await stuur({ onderwerp: 'x', naam: 'y' }, elders, daar)).status, 404)
  })
})
