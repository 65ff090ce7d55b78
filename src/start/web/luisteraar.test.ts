import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { type Antwoord, maakVerbinding } from '#test/verbinding.ts'
import { logInAls, luister, maakProefsite, type Proefsite } from '#test/webapp.tsx'

describe('luisteraar op een echte verbinding', () => {
  let databank: Databank
  let app: Proefsite
  let host: string
  let vraag: ReturnType<typeof maakVerbinding>['vraag']
  let stroom: ReturnType<typeof maakVerbinding>['stroom']
  let stop: () => Promise<void>
  let stand = 'stand 1'
  before(async () => {
    databank = await versePglite()
    app = await maakProefsite(databank, {
      kop: () => stand,
      emmers: { duur: { inhoud: 3, perSeconde: 0.1 } },
    })
    host = `${app.een.code}.localhost`
    const lijn = await luister(app)
    stop = lijn.stop
    ;({ vraag, stroom } = maakVerbinding(lijn.poort, host))
  })
  after(async () => {
    await stop()
    await databank.sluit()
  })

  test('de tweede keer komt uit de cache, gelijk tot op de byte en met dezelfde koppen', async () => {
    const [eerst, daarna] = [await vraag('/lang'), await vraag('/lang')]
    const voor = app.cache.stand().raak
    const nogmaals = await vraag('/lang')
    assert.equal(app.cache.stand().raak, voor + 1)
    assert.deepEqual(daarna.lijf, eerst.lijf)
    for (const naam of [
      'etag',
      'cache-control',
      'vary',
      'content-type',
      'content-security-policy',
      'x-content-type-options',
      'content-length',
    ])
      assert.equal(nogmaals.koppen[naam], eerst.koppen[naam], naam)
    assert.equal(eerst.koppen['cache-control'], 'no-cache')
    assert.match(String(nogmaals.koppen['x-request-id']), /^[\w-]{8,}$/u)
    assert.notEqual(nogmaals.koppen['x-request-id'], daarna.koppen['x-request-id'])
  })

  test('wie de pagina al heeft, krijgt 304 zonder inhoud, ook de eerste keer en ook geperst', async () => {
    const { koppen } = await vraag('/lang', { headers: { 'accept-encoding': 'br' } })
    assert.equal(koppen['content-encoding'], 'br')
    for (const wis of [false, true]) {
      if (wis) app.cache.vergeet()
      const antwoord = await vraag('/lang', {
        headers: { 'accept-encoding': 'br', 'if-none-match': String(koppen['etag']) },
      })
      assert.equal(antwoord.status, 304)
      assert.equal(antwoord.lijf.length, 0)
      assert.equal(antwoord.koppen['etag'], koppen['etag'])
      assert.ok(antwoord.koppen['content-security-policy'])
      assert.equal(antwoord.koppen['content-encoding'], undefined)
    }
  })

  test('elke vorm heeft een eigen etag en pakt uit tot hetzelfde', async () => {
    for (const _keer of [1, 2]) {
      const kaal = await vraag('/lang')
      const geperst = await vraag('/lang', { headers: { 'accept-encoding': 'gzip, br' } })
      assert.notEqual(kaal.koppen['etag'], geperst.koppen['etag'])
      assert.deepEqual(brotliDecompressSync(geperst.lijf), kaal.lijf)
      app.cache.vergeet()
    }
  })

  test('HEAD geeft dezelfde koppen en geen inhoud, met en zonder cache', async () => {
    app.cache.vergeet()
    for (const _keer of [1, 2]) {
      const hoofd = await vraag('/lang', { method: 'HEAD' })
      assert.equal(hoofd.status, 200)
      assert.equal(hoofd.lijf.length, 0)
      assert.equal(hoofd.koppen['etag'], (await vraag('/lang')).koppen['etag'])
    }
  })

  test('verandert de stand van de gemeente, dan wordt er opnieuw getekend', async () => {
    const eerst = (await vraag('/keer')).lijf.toString()
    assert.equal((await vraag('/keer')).lijf.toString(), eerst)
    stand = 'stand 2'
    assert.notEqual((await vraag('/keer')).lijf.toString(), eerst)
  })

  test('andere vraag of andere host is een andere pagina', async () => {
    const eerst = (await vraag('/keer')).lijf.toString()
    assert.notEqual((await vraag('/keer?jaar=2024')).lijf.toString(), eerst)
    assert.notEqual(
      (await vraag('/keer', { headers: { host: `${app.ander.code}.localhost` } })).lijf.toString(),
      eerst,
    )
  })

  test('een andere host in de eerste regel dan in de Host-kop vergiftigt de cache van die host niet', async () => {
    app.cache.vergeet()
    const ander = `${app.ander.code}.localhost`
    const koppen = [`GET http://${ander}/ HTTP/1.1`, `host: ${host}`, 'connection: close']
    assert.match((await stroom(koppen, Buffer.alloc(0), 0)).antwoord, new RegExp(app.ander.naam))
    const eigen = (await vraag('/')).lijf.toString()
    assert.ok(eigen.includes(app.een.naam) && !eigen.includes(app.ander.naam))
  })

  test('met een sessie nooit uit de cache en nooit erin, ook niet met een verlopen sessie', async () => {
    const openbaar = (await vraag('/keer')).lijf.toString()
    for (const cookie of [await logInAls(app, host, 'raadslid'), `omzien=${'a'.repeat(43)}`, 'omzien=x']) {
      const eigen = await vraag('/keer', { headers: { cookie } })
      assert.notEqual(eigen.lijf.toString(), openbaar)
      assert.equal(eigen.koppen['cache-control'], 'no-store')
    }
    assert.equal((await vraag('/keer')).lijf.toString(), openbaar)
  })

  test('een andere cookie staat het bewaren niet in de weg', async () => {
    const openbaar = (await vraag('/keer')).lijf.toString()
    assert.equal((await vraag('/keer', { headers: { cookie: 'thema=donker' } })).lijf.toString(), openbaar)
  })

  test('wat een cookie zet of mislukt, wordt niet bewaard', async () => {
    assert.notEqual((await vraag('/koekje')).lijf.toString(), (await vraag('/koekje')).lijf.toString())
    for (const pad of ['/stuk', '/bestaat-niet', '/concept'])
      for (const _keer of [1, 2]) assert.equal((await vraag(pad)).koppen['cache-control'], 'no-store', pad)
  })

  test('te vaak zoeken geeft 429 met hoelang wachten, als pagina met een zin', async () => {
    let laatste: Antwoord | undefined
    for (let i = 0; i < 4; i++) laatste = await vraag(`/zoeken?zoek=${i}`)
    assert.equal(laatste?.status, 429)
    assert.ok(Number(laatste?.koppen['retry-after']) > 0)
    assert.match(laatste?.lijf.toString() ?? '', /Wacht even/u)
    assert.ok(laatste?.koppen['content-security-policy'])
  })

  for (const [naam, regel, kop] of [
    ['een onmogelijke host', 'GET / HTTP/1.1', 'host: a b'],
    ['een host met een pad', 'GET / HTTP/1.1', 'host: x/../y'],
    ['een backslash in het pad', 'GET /a\\..\\b HTTP/1.1', 'host: HOST'],
  ] as const)
    test(`${naam}: 400 met een zin en beveiligingskoppen`, async () => {
      const { antwoord } = await stroom([regel, kop.replace('HOST', host)], Buffer.alloc(0), 0)
      assert.match(antwoord, /^HTTP\/1\.1 400 /u)
      assert.match(antwoord, /content-security-policy/iu)
      assert.match(antwoord, /kunnen wij niet lezen/u)
    })

  test('een kapot percentage in het adres is geen ongeluk', async () => {
    for (const pad of [
      '/%',
      '/%E0%A4%A',
      '/zoeken%00',
      '/_ui/%2e%2e%2fpackage.json',
      '/_ui/..%5c..%5cpackage.json',
    ])
      assert.equal((await vraag(pad)).status, 404, pad)
  })

  test('gezond antwoordt op elke host', async () => {
    const antwoord = await vraag('/gezond', { headers: { host: '10.0.0.1' } })
    assert.equal(antwoord.status, 200)
    assert.deepEqual(JSON.parse(antwoord.lijf.toString()), { status: 'gezond', versie: '0.0.0' })
    const kop = async () => JSON.parse((await vraag('/gezond')).lijf.toString()).kop
    const eerst = await kop()
    assert.match(eerst, /^[0-9a-f]{16}$/u)
    stand = 'stand 3'
    assert.notEqual(await kop(), eerst)
  })
})
