import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import { statischeRoutes } from '#programma/deur.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import type { Omgeving } from '#toegang/deur.ts'

let app: Proefapp
let hono: Hono<Omgeving>
before(async () => {
  app = await maakProefapp({ plan: 'midden-drenthe', naast: ['klein'] })
  const bezoek = await app.bezoek()
  hono = new Hono<Omgeving>()
  hono.use(async (c, next) => {
    c.set('bezoek', bezoek)
    c.set('verzoek', 'proef')
    c.set('schil', () => ({ gemeente: 'Test', programma: 'Proef', thuis: '/', nav: [], voet: { links: [] } }))
    await next()
  })
  hono.route('/', statischeRoutes({ ...app.kamer, softwareversie: '1.2.3' }).hono)
})
after(() => app.sluit())

const haal = async (pad: string): Promise<string> => {
  const antwoord = await hono.request(pad)
  assert.equal(antwoord.status, 200, pad)
  return antwoord.text()
}

test('toegankelijkheid zegt eerlijk dat er nog geen onderzoek is, en hoe iets te melden', async () => {
  const tekst = await haal('/toegankelijkheid')
  assert.match(tekst, /Nog geen onafhankelijk bureau heeft de website onderzocht/u)
  assert.match(tekst, /Een probleem melden/u)
})

test('privacy zegt wat bewaard wordt en dat er zonder inlog geen cookies zijn', async () => {
  const tekst = await haal('/privacy')
  for (const zin of [/zetten wij geen cookies/u, /Uw account/u, /Uw sessie/u, /Het logboek/u])
    assert.match(tekst, zin)
  assert.equal((await hono.request('/privacy')).headers.get('set-cookie'), null)
})

test('over noemt versie, licentie en van elk plan de herkomst', async () => {
  const tekst = await haal('/over')
  assert.match(tekst, /versie 1\.2\.3/u)
  assert.match(tekst, /EUPL-1\.2/u)
  assert.match(tekst, /Feiten en bedragen uit het openbare Programmaplan/u)
  assert.match(tekst, /href="\/plannen\/proef"/u)
})

test('open data wijst per plan naar elk bestand, naar de api en naar het schema', async () => {
  const tekst = await haal('/open-data')
  for (const adres of [
    '/tabellen/bevindingen.csv',
    '/tabellen/raming.ods',
    '/planbestand.json',
    '/plannen/proef/planbestand.xlsx',
    '/api/v1',
    '/schema/programmaplan-1.json',
  ])
    assert.ok(tekst.includes(`href="${adres}"`), adres)
})

test('elk bestand waar open data naar wijst, is er', async () => {
  const adressen = [
    ...(await haal('/open-data')).matchAll(/href="((?:\/plannen\/proef)?\/(?:tabellen|planbestand)[^"]*)"/gu),
  ]
  assert.ok(adressen.length > 60, `maar ${adressen.length} adressen`)
  for (const [, adres = ''] of adressen) assert.equal((await app.haal(adres)).status, 200, adres)
})

test('een plan dat nog concept is, staat er niet', async () => {
  const concept = await maakProefapp({ vastgesteld: false })
  try {
    const bezoek = await concept.bezoek()
    const los = new Hono<Omgeving>()
    los.use(async (c, next) => {
      c.set('bezoek', bezoek)
      c.set('schil', () => ({
        gemeente: 'Test',
        programma: 'Proef',
        thuis: '/',
        nav: [],
        voet: { links: [] },
      }))
      await next()
    })
    los.route('/', statischeRoutes({ ...concept.kamer, softwareversie: '1' }).hono)
    for (const pad of ['/over', '/open-data']) {
      const tekst = await (await los.request(pad)).text()
      assert.match(tekst, /Er is nog geen plan vastgesteld/u)
      assert.doesNotMatch(tekst, /Proefprogramma/u)
    }
  } finally {
    await concept.sluit()
  }
})

test('het schema is het schema van het formaat', async () => {
  const antwoord = await hono.request('/schema/programmaplan-1.json')
  assert.match(antwoord.headers.get('content-type') ?? '', /^application\/schema\+json/u)
  const schema = (await antwoord.json()) as { title: string; required: string[] }
  assert.equal(schema.title, 'programmaplan 1')
  assert.ok(schema.required.includes('vermeldingen'))
})
