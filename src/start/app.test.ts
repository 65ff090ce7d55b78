import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { FORMULIER, logInAls, maakProefsite, type Proefsite } from '#test/webapp.tsx'

describe('web-app', () => {
  let databank: Databank
  let app: Proefsite
  let thuis: string
  before(async () => {
    databank = await versePglite()
    app = await maakProefsite(databank)
    thuis = `http://${app.een.code}.localhost`
  })
  after(() => databank.sluit())

  const vraag = (pad: string, init: RequestInit = {}, basis = thuis) => {
    const headers = new Headers(init.headers)
    headers.set('host', new URL(basis).host)
    return app.hono.request(basis + pad, { ...init, headers })
  }

  test('elke gemeente antwoordt op haar eigen host', async () => {
    assert.match(await (await vraag('/')).text(), new RegExp(app.een.naam))
    const ander = await (await vraag('/', {}, `http://${app.ander.code}.localhost`)).text()
    assert.match(ander, new RegExp(app.ander.naam))
    assert.doesNotMatch(ander, new RegExp(app.een.naam))
  })

  test('een onbekende host krijgt een zin en hoort niets over wie er wel is', async () => {
    for (const pad of ['/', '/api/v1/dingen', '/inloggen']) {
      const antwoord = await vraag(pad, {}, 'http://elders.localhost')
      assert.equal(antwoord.status, 404)
      const tekst = await antwoord.text()
      assert.match(tekst, /adres/u)
      for (const { code, naam } of [app.een, app.ander])
        assert.ok(!tekst.includes(naam) && !tekst.includes(code), pad)
    }
  })

  const ANTWOORDEN: readonly [naam: string, pad: string, init: RequestInit, status: number][] = [
    ['pagina', '/', {}, 200],
    ['HEAD', '/', { method: 'HEAD' }, 200],
    ['opmaak', '/_ui/niets.css', {}, 404],
    ['niet gevonden', '/bestaat-niet', {}, 404],
    ['verkeerde methode', '/wijzig', {}, 405],
    ['ongeluk', '/stuk', {}, 500],
    ['ongeluk in de api', '/api/v1/stuk', {}, 500],
    ['inloggen nodig', '/concept', {}, 303],
    ['inloggen nodig voor wijzigen', '/wijzig', { method: 'POST', headers: FORMULIER }, 401],
    ['vervalst formulier', '/wijzig', { method: 'POST' }, 403],
    ['api', '/api/v1/dingen', {}, 200],
    ['gezond', '/gezond', {}, 200],
    ['inlogpagina', '/inloggen', {}, 200],
  ]
  for (const [naam, pad, init, status] of ANTWOORDEN)
    test(`${naam}: status, kenmerk en beveiligingskoppen`, async () => {
      const antwoord = await vraag(pad, init)
      assert.equal(antwoord.status, status)
      assert.match(antwoord.headers.get('x-request-id') ?? '', /^[\w-]{8,}$/u)
      assert.match(
        antwoord.headers.get('content-security-policy') ?? '',
        /default-src 'none'.*frame-ancestors 'none'/u,
      )
      assert.equal(antwoord.headers.get('x-content-type-options'), 'nosniff')
      assert.equal(antwoord.headers.get('referrer-policy'), 'same-origin')
      assert.equal(antwoord.headers.get('strict-transport-security'), null)
      assert.ok(antwoord.headers.get('cache-control'))
    })

  test('achter https: HSTS, en cookies die alleen beveiligd gaan', async () => {
    const veilig = await maakProefsite(databank, { veilig: true })
    const basis = `https://${veilig.een.code}.localhost`
    const antwoord = await veilig.hono.request(`${basis}/inloggen/demo`, {
      method: 'POST',
      headers: FORMULIER,
      body: 'rol=raadslid',
    })
    assert.match(antwoord.headers.get('strict-transport-security') ?? '', /max-age=31536000/u)
    const koekje = antwoord.headers.getSetCookie()[0] ?? ''
    assert.match(koekje, /^__Host-omzien=[\w-]{43};/u)
    for (const deel of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      assert.ok(koekje.includes(deel), deel)
    assert.doesNotMatch(koekje, /Domain/u)
  })

  test('een ongeluk vertelt niets van binnen, en staat met zijn kenmerk maar zonder tekst in de log', async () => {
    for (const pad of ['/stuk', '/api/v1/stuk']) {
      const antwoord = await vraag(pad)
      const tekst = await antwoord.text()
      assert.doesNotMatch(tekst, /geheime|select|rekening| at /u)
      const verzoek = antwoord.headers.get('x-request-id')
      const regels = app.regels.filter((regel) => regel['verzoek'] === verzoek)
      assert.equal(regels.length, 2)
      assert.doesNotMatch(JSON.stringify(regels), /geheime|rekening/u)
      assert.match(JSON.stringify(regels), /"fout":"Error"/u)
    }
  })

  test('de log noemt het patroon en nooit pad, vraag, cookie, adres of naam', async () => {
    const koekje = await logInAls(app, new URL(thuis).host, 'programmamanager')
    app.regels.length = 0
    await vraag('/zoeken?zoek=Jansen', { headers: { cookie: koekje, 'x-forwarded-for': '203.0.113.9' } })
    assert.equal(app.regels.length, 1)
    const { verzoek, methode, route, status, ms, gemeente, ...rest } = app.regels[0] ?? {}
    assert.deepEqual(
      { methode, route, status, gemeente },
      { methode: 'GET', route: '/zoeken', status: 200, gemeente: app.een.code },
    )
    assert.ok(verzoek !== undefined && typeof ms === 'number')
    assert.deepEqual(Object.keys(rest).sort(), ['level', 'time'])
  })

  test('een kenmerk van buiten mag mee als het onschuldig is', async () => {
    const goed = await vraag('/', { headers: { 'x-request-id': 'abc-12345678' } })
    assert.equal(goed.headers.get('x-request-id'), 'abc-12345678')
    for (const fout of ['kort', 'a'.repeat(65), '<script>alert(1)</script>', 'met spatie erin'])
      assert.notEqual(
        (await vraag('/', { headers: { 'x-request-id': fout } })).headers.get('x-request-id'),
        fout,
      )
  })

  for (const [naam, headers, verwacht] of [
    ['van een vreemde site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['van een buursite', { 'sec-fetch-site': 'same-site' }, 403],
    ['zonder herkomst', {}, 403],
    ['met vreemde Origin', { origin: 'https://elders.nl' }, 403],
    ['met Origin null', { origin: 'null' }, 403],
    ['vreemd, ook als JSON', { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }, 403],
    ['vreemd volgens de browser, eigen Origin', { 'sec-fetch-site': 'cross-site', origin: 'EIGEN' }, 403],
    ['van de eigen site', { 'sec-fetch-site': 'same-origin' }, 200],
    ['van de eigen site in een oude browser', { origin: 'EIGEN' }, 200],
  ] as const)
    test(`formulier ${naam}: ${verwacht}`, async () => {
      const cookie = await logInAls(app, new URL(thuis).host, 'programmamanager')
      const eigen = 'origin' in headers && headers.origin === 'EIGEN' ? { origin: thuis } : {}
      const antwoord = await vraag('/wijzig', {
        method: 'POST',
        headers: { 'content-type': FORMULIER['content-type'], cookie, ...headers, ...eigen },
        body: 'a=1',
      })
      assert.equal(antwoord.status, verwacht)
    })

  test('een sessie van de ene gemeente is bij de andere niets waard, ook met dezelfde sleutel', async () => {
    const cookie = await logInAls(app, new URL(thuis).host, 'programmamanager')
    assert.equal((await vraag('/concept', { headers: { cookie } })).status, 200)
    const ander = await vraag('/concept', { headers: { cookie } }, `http://${app.ander.code}.localhost`)
    assert.equal(ander.status, 303)
    assert.match(ander.headers.get('location') ?? '', /^\/inloggen/u)
  })

  test('uitloggen trekt de sessie meteen in', async () => {
    const cookie = await logInAls(app, new URL(thuis).host, 'programmamanager')
    const uit = await vraag('/uitloggen', { method: 'POST', headers: { ...FORMULIER, cookie } })
    assert.equal(uit.status, 303)
    assert.match(uit.headers.getSetCookie()[0] ?? '', /^omzien=;.*Max-Age=0/u)
    assert.equal((await vraag('/concept', { headers: { cookie } })).status, 303)
  })

  test('een verzonnen of kapotte sleutel is geen sessie en geen fout', async () => {
    for (const sleutel of ['x', 'a'.repeat(43), "' or 1=1 --", '%00', 'a'.repeat(5_000)])
      assert.equal((await vraag('/concept', { headers: { cookie: `omzien=${sleutel}` } })).status, 303)
  })

  test('een ingelogde krijgt nooit een bewaarbaar antwoord', async () => {
    const cookie = await logInAls(app, new URL(thuis).host, 'raadslid')
    const antwoord = await vraag('/', { headers: { cookie } })
    assert.equal(antwoord.headers.get('cache-control'), 'no-store')
    assert.equal(antwoord.headers.get('etag'), null)
  })

  test('de demo kent alleen haar eigen rollen, en brengt niemand naar een andere site', async () => {
    for (const rol of ['inwoner', 'directeur', '', '__proto__']) {
      const antwoord = await vraag('/inloggen/demo', {
        method: 'POST',
        headers: FORMULIER,
        body: new URLSearchParams({ rol }),
      })
      assert.equal(antwoord.status, 400, rol)
    }
    const antwoord = await vraag('/inloggen/demo', {
      method: 'POST',
      headers: FORMULIER,
      body: new URLSearchParams({ rol: 'raadslid', terug: '//elders.nl/' }),
    })
    assert.equal(antwoord.headers.get('location'), '/')
  })

  test('wie te vaak probeert in te loggen, moet wachten; een ander heeft daar geen last van', async () => {
    const streng = await maakProefsite(databank, {
      proxy: true,
      emmers: { inlog: { inhoud: 2, perSeconde: 0.1 } },
    })
    const probeer = (adres: string) =>
      streng.hono.request(`http://${streng.een.code}.localhost/inloggen/demo`, {
        method: 'POST',
        headers: { ...FORMULIER, 'x-forwarded-for': `6.6.6.6, ${adres}` },
        body: 'rol=raadslid',
      })
    assert.deepEqual(
      [(await probeer('203.0.113.1')).status, (await probeer('203.0.113.1')).status],
      [303, 303],
    )
    const derde = await probeer('203.0.113.1')
    assert.equal(derde.status, 429)
    assert.equal(derde.headers.get('retry-after'), '10')
    assert.deepEqual(derde.headers.getSetCookie(), [])
    assert.equal((await probeer('203.0.113.2')).status, 303)
  })

  test('zonder demo bestaat de demo-inlog niet', async () => {
    const kaal = await maakProefsite(databank, { demo: false })
    const basis = `http://${kaal.een.code}.localhost`
    const antwoord = await kaal.hono.request(`${basis}/inloggen/demo`, {
      method: 'POST',
      headers: FORMULIER,
      body: 'rol=beheerder',
    })
    assert.equal(antwoord.status, 404)
    assert.match(await (await kaal.hono.request(`${basis}/inloggen`)).text(), /geen inlogdienst ingesteld/u)
  })

  test('de api: open voor lezen van elke site, zonder cookies', async () => {
    const antwoord = await vraag('/api/v1/dingen', { headers: { origin: 'https://krant.nl' } })
    assert.equal(antwoord.headers.get('access-control-allow-origin'), '*')
    assert.equal(antwoord.headers.get('access-control-allow-credentials'), null)
    const eerst = await vraag('/api/v1/dingen', {
      method: 'OPTIONS',
      headers: { origin: 'https://krant.nl', 'access-control-request-method': 'GET' },
    })
    assert.equal(eerst.status, 204)
  })

  test('opmaak onder de eigen grens van een naam die nooit verandert', async () => {
    const pagina = await (await vraag('/bestaat-niet')).text()
    const pad = /href="(\/_ui\/stijl[^"]+)"/u.exec(pagina)?.[1] ?? ''
    const antwoord = await vraag(pad, { headers: { 'accept-encoding': 'br' } }, 'http://elders.localhost')
    assert.equal(antwoord.status, 200)
    assert.match(antwoord.headers.get('cache-control') ?? '', /immutable/u)
    assert.equal(antwoord.headers.get('content-encoding'), 'br')
  })

  test('405 noemt wat wel kan', async () => {
    assert.equal((await vraag('/wijzig')).headers.get('allow'), 'POST')
  })

  test('wat te lang duurt, krijgt een zin en 503', async () => {
    const ongeduldig = await maakProefsite(databank, { geduldMs: 50 })
    const antwoord = await ongeduldig.hono.request(`http://${ongeduldig.een.code}.localhost/traag`)
    assert.equal(antwoord.status, 503)
    assert.match(await antwoord.text(), /duurt te lang/u)
  })

  test('de demo antwoordt niet op een vreemde naam die naar deze machine wijst', async () => {
    const antwoord = await app.hono.request('http://elders.nl/inloggen/demo', {
      method: 'POST',
      headers: FORMULIER,
      body: 'rol=beheerder',
    })
    assert.equal(antwoord.status, 404)
    const alleen = await maakProefsite(databank, { gemeenten: () => [app.een] })
    const vreemd = await alleen.hono.request('http://elders.nl/inloggen/demo', {
      method: 'POST',
      headers: FORMULIER,
      body: 'rol=beheerder',
    })
    assert.equal(vreemd.status, 404)
    assert.deepEqual(vreemd.headers.getSetCookie(), [])
  })

  test('opmaak in elk veld dat terugkomt op het scherm blijft tekst', async () => {
    const lelijk = `"><script>alert(1)</script><img src=x onerror=alert(2)>'`
    const vraagtekst = encodeURIComponent(lelijk)
    for (const pad of [
      `/zoeken?zoek=${vraagtekst}`,
      `/inloggen?terug=${encodeURIComponent(`/${lelijk}`)}`,
      `/${vraagtekst}`,
    ]) {
      const html = await (await vraag(pad)).text()
      assert.doesNotMatch(html, /<script>|<img src=x/u, pad)
    }
  })
})
