import assert from 'node:assert/strict'
import { get, type IncomingMessage } from 'node:http'
import { after, before, test } from 'node:test'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { maakPlanboek, programmaApi } from '#programma/deur.ts'
import { PROEFINVOER } from '#test/proefinvoer.ts'
import { type Apiproef, type Fout, keur, maakApiproef } from '#test/programma-api.ts'
import { logInAls, luister, maakProefsite } from '#test/webapp.tsx'
import { proefwerk } from '#test/werk.ts'
import { bestanden } from '#uitwisseling/deur.ts'

/** Hoe de api zich over de draad gedraagt: koppen, methoden, cache, ongelukken en een plan opsturen. */

let proef: Apiproef
before(async () => {
  proef = await maakApiproef()
})
after(() => proef.databank.sluit())
const haal: Apiproef['haal'] = (...vraag) => proef.haal(...vraag)

test('If-None-Match geeft 304 zonder inhoud; HEAD geeft de koppen', async () => {
  const eerste = await haal('/onderdelen')
  const etag = eerste.headers.get('etag')
  assert.ok(etag)
  const weer = await haal('/onderdelen', { headers: { 'if-none-match': etag } })
  assert.equal(weer.status, 304)
  assert.equal(await weer.text(), '')
  assert.equal(weer.headers.get('api-version'), '1.0.0')
  const anders = await haal('/onderdelen', { headers: { 'if-none-match': '"iets-anders"' } })
  assert.equal(anders.status, 200)
  const kop = await haal('/onderdelen', { method: 'HEAD' })
  assert.equal(kop.status, 200)
  assert.equal(await kop.text(), '')
  assert.equal(kop.headers.get('etag'), etag)
})

test('over de draad komt de tweede vraag uit de cache, met dezelfde koppen', async () => {
  const { poort, stop } = await luister(proef.app)
  const vraag = (koppen: Record<string, string> = {}) =>
    new Promise<IncomingMessage>((klaar, mislukt) => {
      const host = `${proef.app.een.code}.localhost`
      get({ port: poort, host: '127.0.0.1', path: '/api/v1/bronnen', headers: { host, ...koppen } }, (uit) =>
        klaar(uit.resume()),
      ).on('error', mislukt)
    })
  try {
    const eerste = await vraag()
    for (const weer of [await vraag(), await vraag({ 'if-none-match': eerste.headers.etag ?? '' })])
      for (const naam of ['api-version', 'etag', 'access-control-allow-origin', 'x-content-type-options'])
        assert.equal(weer.headers[naam], eerste.headers[naam], naam)
    assert.equal(eerste.headers['api-version'], '1.0.0')
    assert.equal((await vraag({ 'if-none-match': eerste.headers.etag ?? '' })).statusCode, 304)
  } finally {
    await stop()
  }
})

test('een ongeluk wordt een probleem zonder binnenkant, met de versie van de api', async () => {
  const stuk = { ...maakPlanboek(), koppen: () => Promise.reject(new Error('geheime binnenkant')) }
  const kamers = [
    {
      prefix: '/',
      routes: programmaApi({
        planboek: stuk,
        bestanden,
        boekhouder: maakBoekhouder(),
        werk: proefwerk(),
        invoer: PROEFINVOER,
      }),
    },
  ]
  const kapot = await maakProefsite(proef.databank, { kamers })
  const antwoord = await kapot.hono.request(`http://${kapot.een.code}.localhost/api/v1/onderdelen`)
  assert.equal(antwoord.status, 500)
  assert.equal(antwoord.headers.get('api-version'), '1.0.0')
  const tekst = await antwoord.text()
  assert.doesNotMatch(tekst, /binnenkant/u)
  keur('Probleem', JSON.parse(tekst))
})

test('een andere methode krijgt 405 met wat er wel kan', async () => {
  const antwoord = await haal('/onderdelen', {
    method: 'DELETE',
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  assert.equal(antwoord.status, 405)
  assert.equal(antwoord.headers.get('allow'), 'GET')
  assert.match(antwoord.headers.get('content-type') ?? '', /^application\/problem\+json/u)
})

test('lezen mag van elke website, zonder koekjes', async () => {
  const antwoord = await haal('/openapi.json', { headers: { origin: 'https://elders.example' } })
  assert.equal(antwoord.headers.get('access-control-allow-origin'), '*')
  assert.equal(antwoord.headers.get('access-control-allow-credentials'), null)
  assert.match(antwoord.headers.get('access-control-expose-headers') ?? '', /API-Version/u)
  const vooraf = await haal('/onderdelen', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://elders.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    },
  })
  assert.equal(vooraf.status, 204)
  assert.match(vooraf.headers.get('access-control-allow-headers') ?? '', /if-none-match/iu)
})

test('wie is ingelogd, laat een plan nakijken; het antwoord heeft de beschreven vorm', async () => {
  const host = `${proef.app.een.code}.localhost`
  const cookie = await logInAls(proef.app, host, 'programmamanager')
  const stuur = (body: string, koppen: Record<string, string> = {}) =>
    haal('/plancontrole', {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        host,
        cookie,
        ...koppen,
      },
    })
  const goed = await stuur(JSON.stringify(proef.plan))
  assert.equal(goed.status, 200)
  keur('Plancontrole', await goed.json())
  for (const [inhoud, code] of [
    ['{', 'json_onleesbaar'],
    ['', 'json_onleesbaar'],
    ['[]', 'plan_klopt_niet'],
    [JSON.stringify({ ...proef.plan, versie: 2 }), 'plan_klopt_niet'],
    [JSON.stringify({ ...proef.plan, onderdelen: [{}] }), 'plan_klopt_niet'],
  ] as const) {
    const antwoord = await stuur(inhoud)
    assert.equal(antwoord.status, 400)
    assert.equal(((await antwoord.json()) as Fout).code, code)
  }
  assert.equal((await stuur('x=1', { 'content-type': 'application/x-www-form-urlencoded' })).status, 415)
  assert.equal((await stuur('{}', { cookie: '' })).status, 401)
  assert.equal((await stuur('{}', { 'sec-fetch-site': 'cross-site' })).status, 403)
})
