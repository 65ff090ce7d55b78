import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { logInAls, maakProefsite, type Proefsite } from '#test/webapp.tsx'

describe('api-sleutels', () => {
  let databank: Databank
  let app: Proefsite
  let basis: string
  let cookie: string
  let verschuif = 0
  before(async () => {
    databank = await versePglite()
    app = await maakProefsite(databank, {
      klok: { ...systeemklok, nu: () => new Date(Date.now() + verschuif) },
    })
    basis = `http://${app.een.code}.localhost`
    cookie = await logInAls(app, new URL(basis).host, 'beheerder')
  })
  after(() => databank.sluit())

  const PAD = '/beheer/apisleutels'
  const stuur = (pad: string, velden: Record<string, string>) =>
    app.hono.request(basis + pad, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(velden),
    })
  const toon = async () => (await app.hono.request(basis + PAD, { headers: { cookie } })).text()
  const maak = async (rol = 'programmamanager', naam = 'Financieel systeem'): Promise<string> => {
    const html = await (await stuur(PAD, { naam, rol, dagen: '30' })).text()
    return /<code>(omzien_[\w-]{43})<\/code>/u.exec(html)?.[1] ?? assert.fail('geen sleutel op de pagina')
  }
  const vraag = (sleutel: string, pad = '/api/v1/concept', methode = 'POST', op = basis) =>
    app.hono.request(op + pad, { method: methode, headers: { authorization: `Bearer ${sleutel}` } })

  test('een sleutel is één keer te zien, en werkt met de rechten van haar rol', async () => {
    const sleutel = await maak()
    assert.ok(!(await toon()).includes(sleutel))
    assert.match(await toon(), /Financieel systeem/u)
    assert.equal((await vraag(sleutel)).status, 200)
    assert.equal((await vraag(await maak('raadslid', 'Krant'))).status, 403)
  })

  test('zonder of met een verzonnen sleutel: 401 in de vorm van de api', async () => {
    const antwoord = await vraag(`omzien_${'a'.repeat(43)}`)
    assert.equal(antwoord.status, 401)
    assert.match(antwoord.headers.get('content-type') ?? '', /problem\+json/u)
    // Iets wat geen sleutel van ons is, telt niet als programma en moet dus van de eigen site komen.
    assert.equal((await vraag('iets-anders')).status, 403)
  })

  test('een sleutel opent geen pagina, en niet de api van een andere gemeente', async () => {
    const sleutel = await maak()
    assert.equal((await vraag(sleutel, '/wijzig')).status, 403)
    assert.equal((await vraag(sleutel, '/concept', 'GET')).status, 303)
    const elders = `http://${app.ander.code}.localhost`
    assert.equal((await vraag(sleutel, '/api/v1/concept', 'POST', elders)).status, 401)
  })

  test('intrekken geldt meteen, en twee keer intrekken of een vreemd nummer is niet gevonden', async () => {
    const sleutel = await maak('programmamanager', 'Tijdelijk')
    const id = /Tijdelijk[\s\S]*?apisleutels\/([\da-f-]{36})\/intrekken/u.exec(await toon())?.[1] ?? ''
    assert.equal((await stuur(`${PAD}/${id}/intrekken`, {})).status, 303)
    assert.equal((await vraag(sleutel)).status, 401)
    assert.equal((await stuur(`${PAD}/${id}/intrekken`, {})).status, 404)
    assert.equal((await stuur(`${PAD}/nergens/intrekken`, {})).status, 404)
    assert.match(await toon(), /Ingetrokken op/u)
  })

  test('na de laatste dag is zij niets meer waard', async () => {
    const sleutel = await maak()
    verschuif = 31 * 24 * 3_600_000
    assert.equal((await vraag(sleutel)).status, 401)
    verschuif = 0
  })

  test('een antwoord aan een programma komt nooit uit of in de paginacache', async () => {
    const antwoord = await vraag(await maak(), '/api/v1/dingen', 'GET')
    assert.equal(antwoord.headers.get('cache-control'), 'no-store')
  })

  for (const [naam, velden] of [
    ['geen naam', { naam: ' ', rol: 'college', dagen: '1' }],
    ['geen rol', { naam: 'x', rol: '', dagen: '1' }],
    ['inwoner is geen rol', { naam: 'x', rol: 'inwoner', dagen: '1' }],
    ['nul dagen', { naam: 'x', rol: 'college', dagen: '0' }],
    ['te veel dagen', { naam: 'x', rol: 'college', dagen: '731' }],
    ['geen getal', { naam: 'x', rol: 'college', dagen: 'lang' }],
  ] as const)
    test(`${naam}: 400, en er is geen sleutel`, async () => {
      const antwoord = await stuur(PAD, velden)
      const html = await antwoord.text()
      assert.equal(antwoord.status, 400)
      assert.doesNotMatch(html, /omzien_[\w-]{43}/u)
      assert.match(html, /<title>Fout: /u)
    })
})
