import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { maakVerbinding } from '#test/verbinding.ts'
import { logInAls, luister, maakProefsite, type Proefsite } from '#test/webapp.tsx'

describe('grootte van wat iemand stuurt', () => {
  let databank: Databank
  let app: Proefsite
  let host: string
  let vraag: ReturnType<typeof maakVerbinding>['vraag']
  let stroom: ReturnType<typeof maakVerbinding>['stroom']
  let stop: () => Promise<void>
  before(async () => {
    databank = await versePglite()
    app = await maakProefsite(databank)
    host = `${app.een.code}.localhost`
    const lijn = await luister(app)
    stop = lijn.stop
    ;({ vraag, stroom } = maakVerbinding(lijn.poort, host))
  })
  after(async () => {
    await stop()
    await databank.sluit()
  })

  const bestand = (bytes: number) => {
    const kop = '--grens\r\ncontent-disposition: form-data; name="bestand"; filename="plan.ods"\r\n\r\n'
    return Buffer.concat([Buffer.from(kop), Buffer.alloc(bytes, 65), Buffer.from('\r\n--grens--\r\n')])
  }
  const MULTI = { 'content-type': 'multipart/form-data; boundary=grens', 'sec-fetch-site': 'same-origin' }

  test('een bestand van 11 MB mag, een formulier van 2 MB niet', async () => {
    const cookie = await logInAls(app, host, 'programmamanager')
    const goed = await vraag('/bestand', {
      method: 'POST',
      headers: { ...MULTI, cookie },
      lijf: bestand(11_000_000),
    })
    assert.equal(goed.lijf.toString(), '11000000')
    const groot = await vraag('/wijzig', {
      method: 'POST',
      headers: { ...MULTI, cookie },
      lijf: bestand(2_000_000),
    })
    assert.equal(groot.status, 413)
    assert.match(groot.lijf.toString(), /Er is niets bewaard/u)
  })

  test('60 MB wordt geweigerd voordat het gelezen is', async () => {
    const cookie = await logInAls(app, host, 'programmamanager')
    const voor = process.memoryUsage().rss
    const { antwoord } = await stroom(
      [
        'POST /bestand HTTP/1.1',
        `host: ${host}`,
        `cookie: ${cookie}`,
        'sec-fetch-site: same-origin',
        `content-type: ${MULTI['content-type']}`,
        'content-length: 62914560',
      ],
      Buffer.alloc(65_536, 65),
      960,
    )
    assert.match(antwoord, /^HTTP\/1\.1 413 /u)
    assert.match(antwoord, /content-security-policy/iu)
    assert.ok(process.memoryUsage().rss - voor < 80_000_000)
  })

  test('wie 60 MB in één keer stuurt, leest waarom het niet mag', async () => {
    const cookie = await logInAls(app, host, 'programmamanager')
    const antwoord = await vraag('/bestand', {
      method: 'POST',
      headers: { ...MULTI, cookie },
      lijf: bestand(60_000_000),
    })
    assert.equal(antwoord.status, 413)
    assert.match(antwoord.lijf.toString(), /een bestand 12 MB/u)
  })

  test('zonder opgegeven lengte (chunked) stopt het bij de grens', async () => {
    const cookie = await logInAls(app, host, 'programmamanager')
    const deel = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 65), Buffer.from('\r\n')])
    const { antwoord, verstuurd } = await stroom(
      [
        'POST /bestand HTTP/1.1',
        `host: ${host}`,
        `cookie: ${cookie}`,
        'sec-fetch-site: same-origin',
        `content-type: ${MULTI['content-type']}`,
        'transfer-encoding: chunked',
      ],
      deel,
      960,
    )
    assert.match(antwoord, /^HTTP\/1\.1 413 /u)
    assert.ok(verstuurd < 40_000_000, `${verstuurd} bytes`)
  })

  test('een gelogen lengte of lengte én chunked samen komt er niet in', async () => {
    const basis = [
      'POST /bestand HTTP/1.1',
      `host: ${host}`,
      'sec-fetch-site: same-origin',
      `content-type: ${MULTI['content-type']}`,
    ]
    for (const lengte of [
      ['content-length: -1'],
      ['content-length: 5', 'transfer-encoding: chunked'],
      ['content-length: 5', 'content-length: 6'],
    ]) {
      const { antwoord } = await stroom([...basis, ...lengte], Buffer.from('5\r\nhallo\r\n0\r\n\r\n'), 1)
      assert.match(antwoord, /^HTTP\/1\.1 400 /u)
    }
  })

  test('wie niets mag sturen, wordt niet gelezen', async () => {
    const { antwoord } = await stroom(
      [
        'POST /bestand HTTP/1.1',
        `host: ${host}`,
        'sec-fetch-site: same-origin',
        `content-type: ${MULTI['content-type']}`,
        'content-length: 62914560',
      ],
      Buffer.alloc(65_536, 65),
      960,
    )
    assert.match(antwoord, /^HTTP\/1\.1 401 /u)
  })
})
