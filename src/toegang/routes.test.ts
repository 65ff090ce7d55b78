import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { vasteKlok } from '#basis/datum.ts'
import type { Omgeving } from '#toegang/bezoek.ts'
import type { Rol } from '#toegang/matrix.ts'
import { alleRoutes, maakRoutes, onbewaakteRoutes, routeVoor } from '#toegang/routes.ts'

const SCHIL = { gemeente: 'Gemeente Test', programma: 'Proef', thuis: '/', nav: [], voet: { links: [] } }

function appMet(rollen: readonly Rol[] | undefined, kamer = maakRoutes()) {
  const app = new Hono<Omgeving>()
  const zet = app.use(async (c, next) => {
    const wie = rollen && { account: 'a', sessie: 's', naam: 'Rol', rollen }
    c.set('bezoek', {
      gemeente: { code: 'gm0000', naam: 'Voorbeeld' },
      db: undefined as never,
      wie,
      verzoek: 'v1',
      klok: vasteKlok('2026-01-01T12:00:00Z'),
    })
    c.set('verzoek', 'v1')
    c.set('schil', () => SCHIL)
    await next()
  })
  const tussenlaag = zet.routes[0]?.handler
  assert.ok(tussenlaag)
  app.route('/plan', kamer.hono)
  return { app, tussenlagen: new Set([tussenlaag]) }
}

const kamer = () =>
  maakRoutes()
    .get('plan.lezen', '/:code', (c) => c.text(`lees ${c.req.param('code')}`))
    .post('plan.wijzigen', '/:code', (c) => c.text('gewijzigd'), { inhoud: 'bestand', tempo: 'duur' })
    .get('logboek.lezen', '/logboek/alles', (c) => c.text('geheim'))

test('wie mag, komt bij de handler', async () => {
  const { app } = appMet(['programmamanager'], kamer())
  assert.equal(await (await app.request('/plan/5.3', { method: 'POST' })).text(), 'gewijzigd')
  assert.equal(await (await app.request('/plan/5.3')).text(), 'lees 5.3')
})

test('zonder inlog: een pagina leidt naar inloggen en onthoudt waarheen', async () => {
  const antwoord = await appMet(undefined, kamer()).app.request('/plan/logboek/alles?pagina=2&q=a%26b')
  assert.equal(antwoord.status, 303)
  assert.equal(
    antwoord.headers.get('location'),
    `/inloggen?terug=${encodeURIComponent('/plan/logboek/alles?pagina=2&q=a%26b')}`,
  )
})

test('zonder inlog: een formulier krijgt 401 en een programma een probleem', async () => {
  const { app } = appMet(undefined, kamer())
  assert.equal((await app.request('/plan/5.3', { method: 'POST' })).status, 401)
  const api = await app.request('/plan/logboek/alles', { headers: { accept: 'application/json' } })
  assert.equal(api.status, 401)
  assert.match(api.headers.get('content-type') ?? '', /problem\+json/)
})

test('met de verkeerde rol: 403 en niets van de inhoud', async () => {
  const antwoord = await appMet(['raadslid'], kamer()).app.request('/plan/logboek/alles')
  assert.equal(antwoord.status, 403)
  assert.doesNotMatch(await antwoord.text(), /geheim/)
})

test('de lijst van routes kent het volledige pad, en een lek valt op', () => {
  const { app, tussenlagen } = appMet([], kamer())
  assert.deepEqual(
    alleRoutes(app).map(({ methode, pad, handeling }) => `${methode} ${pad} ${handeling}`),
    ['GET /plan/:code plan.lezen', 'POST /plan/:code plan.wijzigen', 'GET /plan/logboek/alles logboek.lezen'],
  )
  assert.deepEqual(onbewaakteRoutes(app, tussenlagen), [])
  app.get('/achterdeur', (c) => c.text('open'))
  assert.deepEqual(onbewaakteRoutes(app, tussenlagen), ['GET /achterdeur'])
})

test('een tussenlaag weet welke route gaat antwoorden', async () => {
  const app = new Hono<Omgeving>()
  let gezien: unknown
  app.use(async (c, next) => {
    gezien = routeVoor(c)
    c.set('schil', () => SCHIL)
    await next()
  })
  app.route('/plan', kamer().hono)
  await app.request('/plan/x', { method: 'POST' })
  assert.deepEqual(gezien, {
    methode: 'POST',
    pad: '/plan/:code',
    handeling: 'plan.wijzigen',
    inhoud: 'bestand',
    tempo: 'duur',
    bewaar: false,
    leest: false,
    overal: false,
    zonderGemeente: false,
  })
  await app.request('/a/b/c/d')
  assert.equal(gezien, undefined)
})
