import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { maakPlanboek, programmaApi } from '#programma/deur.ts'
import { doeBevindingAf, stelVast, wijzigPlan } from '#programma/plan.flow.ts'
import { testBezoek } from '#test/bezoek.ts'
import { versePglite } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'
import { PROEFINVOER } from '#test/proefinvoer.ts'
import { logInAls, maakProefsite, type Proefsite } from '#test/webapp.tsx'
import { proefwerk } from '#test/werk.ts'
import type { Bezoek } from '#toegang/deur.ts'
import { bestanden } from '#uitwisseling/deur.ts'

/** Wie wat ziet: een concept lekt langs geen enkel pad van de api, en een naam ook niet. */

let databank: Databank
let app: Proefsite
let manager: Bezoek
let cookie: string
const planboek = maakPlanboek()
const besluit = { orgaan: 'raad', datum: null, nummer: null, onderwerp: 'Proef', teBevestigen: true } as const

before(async () => {
  databank = await versePglite()
  app = await maakProefsite(databank, {
    kamers: [
      {
        prefix: '/',
        routes: programmaApi({
          planboek,
          bestanden,
          boekhouder: maakBoekhouder(),
          werk: proefwerk(),
          invoer: PROEFINVOER,
        }),
      },
    ],
  })
  const db = databank.gemeente(app.een.code)
  const plan = kleinPlan(db.schema)
  await laadVastgesteld(db, plan)
  const geheim = kleinPlan(db.schema, {
    programma: { ...plan.programma, id: 'geheim' as typeof plan.programma.id },
  })
  await laadVastgesteld(db, geheim, { hoofdplan: false, vastgesteld: false })
  manager = await testBezoek(db, 'programmamanager')
  cookie = await logInAls(app, `${app.een.code}.localhost`, 'programmamanager')
  for (const titel of ['Titel in versie twee', 'Titel in versie drie']) {
    const gewijzigd = await wijzigPlan(manager, {
      plan: 'proef',
      basis: titel.endsWith('twee') ? 1 : 2,
      waarom: `Waarom: ${titel}`,
      verander: (nu) => ({
        ...nu,
        onderdelen: nu.onderdelen.map((o) => (o.id === 'inloop' ? { ...o, titel } : o)),
      }),
    })
    assert.ok(gewijzigd.ok)
  }
  planboek.vergeet()
})
after(() => databank.sluit())

async function haal(pad: string, koppen: Record<string, string> = {}) {
  const antwoord = await app.hono.request(`http://${app.een.code}.localhost/api/v1${pad}`, {
    headers: koppen,
  })
  const tekst = await antwoord.text()
  return { status: antwoord.status, tekst, json: JSON.parse(tekst) as Record<string, unknown> }
}
type Regel = { versie: number; waarom: string; vastgesteld: boolean; inhoud: { titel: string } | null }
const regels = async (pad: string, koppen?: Record<string, string>) =>
  (await haal(pad, koppen)).json['items'] as Regel[]

test('een bezoeker ziet de vastgestelde versie, en geen woord van het concept', async () => {
  for (const pad of [
    '/programmas',
    '/programmas/proef/geschiedenis',
    '/onderdelen',
    '/onderdelen/inloop',
    '/onderdelen/inloop/geschiedenis',
    '/mijlpalen/inloop.open/geschiedenis',
    '/onderdelen?zoek=inloop',
    '/besluiten',
  ]) {
    const { status, tekst } = await haal(pad)
    assert.equal(status, 200, pad)
    assert.doesNotMatch(tekst, /versie (?:twee|drie)|geheim|Nog concept/u, pad)
  }
  assert.equal((await haal('/onderdelen?zoek=twee')).json['aantal'], 0)
  for (const pad of [
    '/onderdelen?versie=2',
    '/onderdelen/inloop?versie=3',
    '/onderdelen/inloop/geschiedenis?versie=3',
    '/onderdelen?plan=geheim',
    '/programmas/geheim',
    '/programmas/geheim/geschiedenis',
  ])
    assert.equal((await haal(pad)).status, 404, pad)
})

test('de programmamanager vraagt een concept bij nummer op, met elke verandering', async () => {
  assert.equal((await haal('/onderdelen/inloop?versie=2', { cookie })).json['titel'], 'Titel in versie twee')
  const gezien = await regels('/onderdelen/inloop/geschiedenis?versie=3', { cookie })
  assert.deepEqual(
    gezien.map(({ versie, vastgesteld }) => [versie, vastgesteld]),
    [
      [3, false],
      [2, false],
      [1, true],
    ],
  )
  const lijst = await haal('/programmas', { cookie })
  assert.match(lijst.tekst, /"id":"geheim"/u)
})

test('links bij een versie wijzen naar diezelfde versie', async () => {
  const { json } = await haal('/onderdelen/inloop?versie=2', { cookie })
  const links = json['_links'] as Record<string, { href: string }>
  for (const [naam, { href }] of Object.entries(links)) assert.match(href, /[?&]versie=2(?:&|$)/u, naam)
})

test('na het vaststellen ziet een bezoeker de nieuwe versie, maar niet het concept ertussen', async () => {
  const vast = await stelVast(maakBoekhouder(), manager, 'proef', 3, besluit)
  assert.ok(vast.ok)
  planboek.vergeet()
  app.cache.vergeet(app.een.code)
  const gezien = await regels('/onderdelen/inloop/geschiedenis')
  assert.deepEqual(
    gezien.map(({ versie, inhoud }) => [versie, inhoud?.titel]),
    [
      [3, 'Titel in versie drie'],
      [1, 'Inloop in het dorp'],
    ],
  )
  assert.equal((await haal('/onderdelen?versie=2')).status, 404)
  assert.equal((await haal('/onderdelen/inloop?versie=1')).json['titel'], 'Inloop in het dorp')
  assert.deepEqual(
    (await regels('/programmas/proef/geschiedenis')).map(({ versie }) => versie),
    [3, 1],
  )
  const besluiten = (await haal('/besluiten')).json['items'] as { vaststellingen: unknown[] }[]
  assert.deepEqual(besluiten.flatMap(({ vaststellingen }) => vaststellingen).length, 2)
})

test('wie iets deed, staat nergens: ook niet voor wie is ingelogd', async () => {
  const [eerste] = (await haal('/bevindingen', { cookie })).json['items'] as { id: string; sleutel: string }[]
  assert.ok(eerste)
  const afgedaan = await doeBevindingAf(manager, 'proef', {
    bevinding: eerste.sleutel,
    oordeel: 'bewust',
    toelichting: 'Omdat het zo hoort',
    versie: 3,
  })
  assert.ok(afgedaan.ok)
  app.cache.vergeet(app.een.code)
  const nu = await haal(`/bevindingen/${eerste.id}`)
  assert.equal(nu.json['oordeel'], 'bewust')
  assert.equal((await haal(`/bevindingen/${eerste.id}?versie=1`)).json['oordeel'] ?? 'open', 'open')
  const naam = manager.wie?.naam ?? 'geen naam'
  for (const koppen of [{}, { cookie }])
    for (const pad of [
      `/bevindingen/${eerste.id}/geschiedenis`,
      '/onderdelen/inloop/geschiedenis',
      '/programmas/proef/geschiedenis',
      '/besluiten?paginaGrootte=500',
    ]) {
      const { status, tekst } = await haal(pad, koppen)
      assert.equal(status, 200)
      assert.ok(!tekst.includes(naam) && !tekst.includes(manager.wie?.account ?? naam), pad)
    }
})

test('een gemeente zonder plan: een lege lijst van programma’s, en 404 op wat van een plan komt', async () => {
  const leeg = (pad: string) => app.hono.request(`http://${app.ander.code}.localhost/api/v1${pad}`)
  const lijst = await leeg('/programmas')
  assert.equal(lijst.status, 200)
  assert.equal(((await lijst.json()) as { aantal: number }).aantal, 0)
  const onderdelen = await leeg('/onderdelen')
  assert.equal(onderdelen.status, 404)
  assert.equal(((await onderdelen.json()) as { code: string }).code, 'plan_onbekend')
})
