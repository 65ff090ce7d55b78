import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import { type Databank, sql } from '#basis/db.ts'
import { momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import { versePglite } from '#test/databanken.ts'
import { logInAls, maakProefsite, type Proefsite } from '#test/webapp.tsx'
import { bezorgRonde, legBerichtKlaar } from '#toegang/bericht.flow.ts'
import { Adres } from '#toegang/bericht.ts'
import type { Bezorger } from '#toegang/bezorger.ts'

const kapot: Bezorger = {
  bezorg: async () => geweigerd({ reden: 'adres_geweigerd', code: 550 }),
  keur: async () => geweigerd({ reden: 'server_weigert_inlog', code: 535 }),
  sluit: () => undefined,
}

describe('berichten voor de beheerder', () => {
  let databank: Databank
  before(async () => {
    databank = await versePglite()
  })
  after(() => databank.sluit())

  async function opzet(bezorger: Bezorger | undefined) {
    const app: Proefsite = await maakProefsite(databank, { post: { bezorger, bewaarDagen: 7 } })
    const host = `${app.een.code}.localhost`
    const cookie = await logInAls(app, host, 'beheerder')
    const db = databank.gemeente(app.een.code)
    await db.schrijf((tx) =>
      legBerichtKlaar(tx, {
        sleutel: 'nieuw-rapport:1',
        aan: { adres: Adres.parse('lezer@voorbeeld.nl') },
        onderwerp: 'Geheim onderwerp',
        tekst: 'Geheime tekst',
        op: momentVan(systeemklok.nu()),
      }),
    )
    const lees = async (pad = '/beheer/berichten'): Promise<string> =>
      (await app.hono.request(`http://${host}${pad}`, { headers: { cookie } })).text()
    const stuur = (pad: string, velden: Record<string, string> = {}) =>
      app.hono.request(`http://${host}${pad}`, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(velden),
      })
    return { app, db, lees, stuur, host }
  }

  test('zonder mailserver zegt de pagina dat, en wat er wacht; nooit adres of tekst', async () => {
    const { lees } = await opzet(undefined)
    const html = await lees()
    assert.match(html, /Er is geen mailserver ingesteld/u)
    assert.match(html, /Berichten wachten \(nu 1\)/u)
    assert.match(html, /Er is een nieuw rapport/u)
    assert.doesNotMatch(html, /lezer@|Geheim/u)
  })

  test('niet aangekomen: de reden in woorden, en opnieuw proberen kan één keer', async () => {
    const { db, lees, stuur } = await opzet(kapot)
    const plek = { db, namens: 'Proef', klok: systeemklok }
    await bezorgRonde(plek, kapot, new AbortController().signal)
    const html = await lees()
    assert.match(html, /Dit e-mailadres bestaat niet/u)
    assert.match(html, /code 550/u)
    const actie = /action="(\/beheer\/berichten\/[0-9a-f-]{36}\/opnieuw)"/u.exec(html)?.[1] ?? ''
    assert.equal((await stuur(actie)).headers.get('location'), '/beheer/berichten?opnieuw')
    assert.match(await lees('/beheer/berichten?opnieuw'), /wordt opnieuw geprobeerd/u)
    const nogEens = await stuur(actie)
    assert.equal(nogEens.status, 409)
    assert.match(await nogEens.text(), /niets om opnieuw te proberen/u)
    assert.match(await lees('/beheer/logboek'), /bericht opnieuw geprobeerd/u)
  })

  test('de verbinding controleren zegt in woorden wat er mis is', async () => {
    const { stuur } = await opzet(kapot)
    const slecht = await stuur('/beheer/berichten/verbinding')
    assert.match(await slecht.text(), /accepteert de naam of het wachtwoord niet[\s\S]*code 535/u)
    const { stuur: stuurGoed } = await opzet({ ...kapot, keur: async () => gelukt(null) })
    assert.match(await (await stuurGoed('/beheer/berichten/verbinding')).text(), /mailserver antwoordt/u)
  })

  test('het adres van een account zetten, verkeerd typen en wissen', async () => {
    const { db, lees, stuur, host } = await opzet(undefined)
    const { rows } = await db.lees((lezer) =>
      sql<{ id: string }>`select id from toegang_account`.execute(lezer),
    )
    const pad = `/beheer/accounts/${rows[0]?.id}/adres`
    assert.match(await lees(pad), /<label[^>]*>E-mailadres/u)
    const fout = await stuur(pad, { adres: 'geen adres' })
    assert.equal(fout.status, 400)
    assert.match(await fout.text(), /value="geen adres"/u)
    assert.equal(
      (await stuur(pad, { adres: 'rol@gemeente.nl' })).headers.get('location'),
      '/beheer/accounts?adres',
    )
    assert.match(await lees('/beheer/accounts'), /rol@gemeente\.nl/u)
    await stuur(pad, { adres: '' })
    assert.doesNotMatch(await lees('/beheer/accounts'), /rol@gemeente\.nl/u)
    assert.equal((await stuur('/beheer/accounts/onbekend/adres', {})).status, 404)
    assert.ok(host)
  })
})
