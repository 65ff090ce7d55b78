import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { leesConfig } from '#start/config.ts'
import { maakWebsite } from '#start/server.ts'
import { verseGemeente, versePglite } from '#test/databanken.ts'
import { rondgang, voorbeeldpad } from '#test/rechten.ts'
import { maakProefsite, type Proefsite, proefkamer } from '#test/webapp.tsx'
import { maakRoutes, onbewaakteRoutes, type Routes } from '#toegang/deur.ts'

describe('rechten', () => {
  let databank: Databank
  before(async () => {
    databank = await versePglite()
  })
  after(() => databank.sluit())

  const proef = (...kamers: Routes[]): Promise<Proefsite> =>
    maakProefsite(databank, { proxy: true, kamers: kamers.map((routes) => ({ prefix: '/', routes })) })
  const bijProef = (app: Proefsite) =>
    rondgang({ app, host: `${app.een.code}.localhost`, db: databank.gemeente(app.een.code) })

  test('de website: elke route doet voor elke rol wat de matrix zegt', async () => {
    const db = await verseGemeente(databank, ['rechten.localhost'])
    const config = leesConfig({ OMZIEN_LOG: 'silent', OMZIEN_PROXY: 'ja' })
    assert.ok(config.ok)
    const { app, sluit } = await maakWebsite(config.waarde, databank)
    try {
      assert.ok(app.routes.length >= 20, `${app.routes.length} routes gezien`)
      assert.deepEqual(onbewaakteRoutes(app.hono, app.tussenlagen), [])
      assert.deepEqual(await rondgang({ app, host: 'rechten.localhost', db }), [])
    } finally {
      sluit()
    }
  })

  test('de rondgang vindt niets op een app die klopt', async () => {
    assert.deepEqual(await bijProef(await proef(proefkamer())), [])
  })

  test('de rondgang ziet een route die ruimer is dan de matrix', async () => {
    const lek = maakRoutes().get('plan.lezen', '/concept', (c) => c.text('zonder inlog'))
    assert.deepEqual(await bijProef(await proef(lek, proefkamer())), [
      'GET /concept (plan.concept.lezen) voor niemand: mag',
      'GET /concept (plan.concept.lezen) voor raadslid: mag',
    ])
  })

  test('de rondgang ziet een route die krapper is dan de matrix', async () => {
    const dicht = maakRoutes().get('logboek.lezen', '/', (c) => c.text('dicht'))
    const open = maakRoutes().get('plan.lezen', '/', (c) => c.text('open'))
    assert.equal((await bijProef(await proef(dicht, open))).length, 6)
  })

  test('een route buiten de matrix om valt op, en de app start er niet mee', async () => {
    const app = await proef(proefkamer())
    app.hono.get('/achterdeur', (c) => c.text('open'))
    app.hono.use('/stil/*', (c) => Promise.resolve(c.text('open')))
    assert.deepEqual(onbewaakteRoutes(app.hono, app.tussenlagen), ['GET /achterdeur', 'ALL /stil/*'])
    const lek = maakRoutes()
    lek.hono.get('/achterdeur', (c) => c.text('open'))
    await assert.rejects(proef(lek), /buiten de rechtenmatrix om: GET \/achterdeur/u)
  })

  for (const [pad, verwacht] of [
    ['/onderdelen/:id', '/onderdelen/onbekend'],
    ['/tabellen/:naam.:vorm', '/tabellen/onbekend.onbekend'],
    ['/plan.:vorm{json|ods}', '/plan.json'],
    ['/versies/:nummer{[0-9]+}', '/versies/1'],
    ['/v/:jaar{\\d{1,4}}/:tot?', '/v/1/onbekend'],
    ['/bestanden/*', '/bestanden/onbekend'],
  ] as const)
    test(`voorbeeldpad ${pad}`, () => assert.equal(voorbeeldpad(pad), verwacht))
})
