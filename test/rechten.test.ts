import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { rondgang } from '#test/rechten.ts'
import { maakProefapp, proefkamer } from '#test/webapp.tsx'
import { maakRoutes, onbewaakteRoutes } from '#toegang/deur.ts'

const RUIM = { inlog: { inhoud: 1e9, perSeconde: 1 }, duur: { inhoud: 1e9, perSeconde: 1 } }

describe('rechten', () => {
  let databank: Databank
  before(async () => {
    databank = await versePglite()
  })
  after(() => databank.sluit())

  test('elke route doet voor elke rol wat de matrix zegt', async () => {
    const app = await maakProefapp(databank, { emmers: RUIM })
    assert.ok(app.routes.length >= 20, 'de rondgang ziet de routes')
    assert.deepEqual(await rondgang(app, `${app.een.code}.localhost`), [])
    assert.deepEqual(onbewaakteRoutes(app.hono, app.tussenlagen), [])
  })

  test('de rondgang ziet een route die ruimer is dan de matrix', async () => {
    const lek = maakRoutes().get('plan.lezen', '/concept', (c) => c.text('zonder inlog'))
    const app = await maakProefapp(databank, {
      emmers: RUIM,
      kamers: [
        { prefix: '/', routes: lek },
        { prefix: '/', routes: proefkamer() },
      ],
    })
    const verschillen = await rondgang(app, `${app.een.code}.localhost`)
    assert.deepEqual(verschillen, [
      'GET /concept (plan.concept.lezen) voor niemand: mag',
      'GET /concept (plan.concept.lezen) voor raadslid: mag',
    ])
  })

  test('de rondgang ziet een route die krapper is dan de matrix', async () => {
    const dicht = maakRoutes().get('logboek.lezen', '/', (c) => c.text('dicht'))
    const app = await maakProefapp(databank, {
      emmers: RUIM,
      kamers: [
        { prefix: '/', routes: dicht },
        { prefix: '/', routes: maakRoutes().get('plan.lezen', '/', (c) => c.text('open')) },
      ],
    })
    assert.equal((await rondgang(app, `${app.een.code}.localhost`)).length, 6)
  })

  test('een route buiten de matrix om valt op', async () => {
    const app = await maakProefapp(databank)
    app.hono.get('/achterdeur', (c) => c.text('open'))
    app.hono.use('/stil/*', (c) => Promise.resolve(c.text('open')))
    assert.deepEqual(onbewaakteRoutes(app.hono, app.tussenlagen), ['GET /achterdeur', 'ALL /stil/*'])
  })
})
