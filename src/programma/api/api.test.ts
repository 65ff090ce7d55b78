import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { Datum } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { type Operatie, openapi } from '#programma/api/openapi.ts'
import { antwoordschemas } from '#programma/api/openapi-schemas.ts'
import { VERZAMELINGEN } from '#programma/api/verzamelingen.ts'
import { laadPlan, maakPlanboek, programmaApi } from '#programma/deur.ts'
import { stelGeladenVast } from '#programma/plan.flow.ts'
import type { Plan } from '#programma/plan.ts'
import { TESTKLOK } from '#test/bezoek.ts'
import { versePglite } from '#test/databanken.ts'
import { kleinPlan } from '#test/plannen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'
import { logInAls, maakProefapp, type Proefapp } from '#test/webapp.tsx'
import { bestanden } from '#uitwisseling/deur.ts'

/** De hele api achter alle lagen van de website: twee gemeenten, elk met haar eigen plan. */

let databank: Databank
let app: Proefapp
let plan: Plan

before(async () => {
  databank = await versePglite()
  const routes = programmaApi({ planboek: maakPlanboek(), bestanden })
  app = await maakProefapp(databank, { kamers: [{ prefix: '/', routes }] })
  plan = voorbeeldplan(app.een.code)
  await laad(app.een.code, plan)
  await laad(app.ander.code, kleinPlan(app.ander.code))
})
after(() => databank.sluit())

async function laad(gemeente: string, nieuw: Plan): Promise<void> {
  const db = databank.gemeente(gemeente)
  await laadPlan(db, nieuw, { door: null, waarom: 'Geladen', hoofdplan: true })
  const besluit = {
    orgaan: 'raad',
    datum: null,
    nummer: null,
    onderwerp: 'Proef',
    teBevestigen: true,
  } as const
  await stelGeladenVast(db, TESTKLOK.nu(), nieuw.programma.id, besluit)
}

const haal = (pad: string, vraag: RequestInit = {}, gemeente = app.een.code) =>
  app.hono.request(`http://${gemeente}.localhost/api/v1${pad}`, vraag)

type Lijst = {
  _links: Record<'self' | 'first' | 'last' | 'prev' | 'next', { href: string } | undefined>
  aantal: number
  aantalPaginas: number
  items: Record<string, unknown>[]
}
const lees = async <Vorm = Lijst>(pad: string, gemeente?: string): Promise<Vorm> =>
  (await (await haal(pad, {}, gemeente)).json()) as Vorm

type Fout = { status: number; code: string; title: string; detail: string; fouten?: { pad: string }[] }

const ajv = new Ajv2020({
  strict: false,
  formats: {
    date: (tekst: string) => Datum.safeParse(tekst).success,
    'date-time': (tekst: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(tekst),
    uuid: (tekst: string) => /^[0-9a-f-]{36}$/u.test(tekst),
  },
})
ajv.addSchema({ $id: 'urn:omzien:api', components: { schemas: antwoordschemas({ streng: true }) } })

/** Keurt gegevens met een schema uit de beschrijving, en weigert ook velden die er niet in staan. */
function keur(naam: string, gegevens: unknown): void {
  const schema = ajv.getSchema(`urn:omzien:api#/components/schemas/${naam}`)
  assert.ok(schema, naam)
  assert.ok(schema(gegevens), `${naam}: ${JSON.stringify(schema.errors?.slice(0, 3))}`)
}

function schemaVan({ responses }: Operatie): string {
  const antwoord = responses['200']
  assert.ok(antwoord !== undefined && 'content' in antwoord)
  return String(antwoord.content?.['application/json']?.schema['$ref']).replace(/^.*\//u, '')
}

test('elke leesoperatie uit de beschrijving antwoordt 200 in de vorm die er staat', async () => {
  const { paths } = await openapi()
  let gekeurd = 0
  for (const [pad, { get }] of Object.entries(paths)) {
    if (get === undefined || pad === '/openapi.json') continue
    const naam = pad.split('/')[1] ?? ''
    const [eerste] = (await lees(`/${naam}?paginaGrootte=500`)).items
    if (pad.includes('{id}') && eerste === undefined) continue
    const antwoord = await haal(pad.replace('{id}', encodeURIComponent(String(eerste?.['id']))))
    assert.equal(antwoord.status, 200, pad)
    assert.match(antwoord.headers.get('content-type') ?? '', /^application\/json/u)
    keur(schemaVan(get), await antwoord.json())
    gekeurd++
  }
  assert.ok(gekeurd >= 3 * VERZAMELINGEN.length - 3, `te weinig gekeurd: ${gekeurd}`)
})

test('alle dingen van het meegeleverde plan, en hun links, kloppen', async () => {
  for (const soort of VERZAMELINGEN) {
    const lijst = await lees(`/${soort.naam}?paginaGrootte=500`)
    keur(`${soort.schema}Lijst`, lijst)
    const koppelingen = lijst.items.slice(0, 5).flatMap((ding) => Object.entries(ding['_links'] as object))
    for (const [naam, { href }] of koppelingen as [string, { href: string }][]) {
      if (naam === 'pagina') continue
      const antwoord = await app.hono.request(`http://${app.een.code}.localhost${href}`)
      assert.equal(antwoord.status, 200, href)
    }
  }
  assert.equal((await lees('/onderdelen')).aantal, plan.onderdelen.length)
  assert.equal((await lees('/ramingen')).aantal, plan.raming.length)
  assert.equal((await lees('/vermeldingen')).aantal, plan.vermeldingen.length)
})

test('elk ding heeft een eigen sleutel, en het totaal is de som van de ramingen', async () => {
  for (const { naam } of VERZAMELINGEN) {
    const ids = (await lees(`/${naam}?paginaGrootte=500`)).items.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length, naam)
  }
  const som = plan.raming.reduce((totaal, { bedragCent }) => totaal + bedragCent, 0)
  const { items } = await lees<{ items: { geld: { totaalCent: number } }[] }>('/programmas')
  assert.equal(items[0]?.geld.totaalCent, som)
})

test('de controle van antwoorden kan mislukken', () => {
  keur('Geld', { totaalCent: 1, perJaar: [], perBron: [] })
  assert.throws(() => keur('Geld', { totaalCent: 1.5, perJaar: [], perBron: [] }))
  assert.throws(() => keur('Geld', { totaalCent: 1, perJaar: [], perBron: [], door: 'iemand' }))
})

test('bladeren: elke pagina één keer, en de links wijzen de weg', async () => {
  const gezien: unknown[] = []
  let volgende: string | undefined = '/api/v1/onderdelen?paginaGrootte=7'
  while (volgende !== undefined) {
    const pagina: Lijst = await lees(volgende.replace('/api/v1', ''))
    assert.ok(pagina.items.length > 0 && pagina.items.length <= 7)
    gezien.push(...pagina.items.map(({ id }) => id))
    volgende = pagina._links.next?.href
  }
  assert.deepEqual(
    gezien,
    plan.onderdelen.map(({ id }) => id),
  )
  const voorbij = await lees('/onderdelen?pagina=999&paginaGrootte=7')
  assert.deepEqual(voorbij.items, [])
  assert.equal(voorbij._links.prev?.href, voorbij._links.last?.href)
  assert.equal(voorbij._links.next, undefined)
  assert.equal((await haal('/onderdelen?paginaGrootte=500')).status, 200)
})

test('filters werken samen en blijven in de links staan', async () => {
  const [groep] = plan.groepen
  assert.ok(groep)
  const { items, _links } = await lees(`/onderdelen?groep=${groep.id}&jaar=2023&paginaGrootte=2`)
  assert.ok(items.length > 0)
  assert.ok(items.every((onderdeel) => onderdeel['groep'] === groep.id))
  assert.match(_links.last?.href ?? '', new RegExp(`groep=${groep.id}&jaar=2023`, 'u'))
  const onbekend = await lees('/ramingen?verdeling=onbekend&paginaGrootte=500')
  assert.ok(onbekend.items.length > 0 && onbekend.items.every(({ bron }) => bron === null))
  const fouten = await lees('/bevindingen?ernst=fout&paginaGrootte=500')
  assert.ok(fouten.items.length > 0 && fouten.items.every(({ ernst }) => ernst === 'fout'))
  const inloop = await lees('/onderdelen?zoek=INLÓÓP')
  assert.ok(inloop.aantal > 0 && inloop.aantal < plan.onderdelen.length)
  assert.equal((await lees('/onderdelen?zoek=bestaat-echt-niet')).aantal, 0)
})

for (const [vraag, pad] of [
  ['/onderdelen?pagina=0', 'pagina'],
  ['/onderdelen?pagina=-1', 'pagina'],
  ['/onderdelen?pagina=1.5', 'pagina'],
  ['/onderdelen?pagina=', 'pagina'],
  ['/onderdelen?pagina=1e3', 'pagina'],
  ['/onderdelen?pagina=1&pagina=2', 'pagina'],
  ['/onderdelen?paginaGrootte=501', 'paginaGrootte'],
  ['/onderdelen?kleur=rood', 'kleur'],
  ['/onderdelen?__proto__=1', '__proto__'],
  ['/onderdelen?groep=Geen%20Sleutel', 'groep'],
  ['/onderdelen?status=lekker', 'status'],
  ['/ramingen?jaar=twee', 'jaar'],
  ['/besluiten?plan=iets', 'plan'],
  ['/onderdelen/inloop?zoek=x', 'zoek'],
  ['/onderdelen?versie=nul', 'versie'],
  [`/onderdelen?zoek=${'a'.repeat(10_000)}`, 'zoek'],
] as const)
  test(`een vraag die niet klopt, krijgt 400 met de parameter: ${vraag.slice(0, 50)}`, async () => {
    const antwoord = await haal(vraag)
    assert.equal(antwoord.status, 400)
    assert.equal(antwoord.headers.get('content-type'), 'application/problem+json; charset=utf-8')
    assert.equal(antwoord.headers.get('api-version'), '1.0.0')
    const fout = (await antwoord.json()) as Fout
    assert.deepEqual(fout.fouten?.map((een) => een.pad).slice(0, 1), [pad])
    assert.equal(fout.code, 'vraag_klopt_niet')
    assert.ok(JSON.stringify(fout).length < 1_000, 'wat iemand stuurt, komt niet terug')
    keur('Probleem', fout)
  })

for (const vraag of [
  '/onderdelen/bestaat-niet',
  '/onderdelen/bestaat-niet/geschiedenis',
  '/onderdelen/%3Cscript%3E',
  "/vermeldingen/x'%20or%20'1'='1",
  '/onderdelen/%E0%A4%A',
  '/onderdelen/',
  '/onderdelen?plan=geen-plan',
  '/onderdelen?versie=2',
  '/bestaat-niet',
])
  test(`wat er niet is, krijgt 404 als probleem: ${vraag}`, async () => {
    const antwoord = await haal(vraag)
    assert.equal(antwoord.status, 404)
    assert.match(antwoord.headers.get('content-type') ?? '', /^application\/problem\+json/u)
    assert.equal(antwoord.headers.get('api-version'), '1.0.0')
    assert.equal(((await antwoord.json()) as Fout).status, 404)
  })

test('markup en SQL in een zoekterm zijn gewoon letters', async () => {
  for (const zoek of ['<script>alert(1)</script>', "'; drop table programma_plan; --", '%_\\', '🙂'])
    assert.equal((await haal(`/onderdelen?zoek=${encodeURIComponent(zoek)}`)).status, 200, zoek)
  assert.equal((await lees('/onderdelen')).aantal, plan.onderdelen.length)
})

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

test('een andere gemeente geeft haar eigen gegevens en kent die van de eerste niet', async () => {
  const klein = await lees('/onderdelen', app.ander.code)
  assert.deepEqual(
    klein.items.map(({ id }) => id),
    ['inloop', 'steun'],
  )
  const vreemd = `/onderdelen?plan=${plan.programma.id}`
  assert.equal((await haal(vreemd, {}, app.ander.code)).status, 404)
  assert.equal((await haal('/onderdelen', {}, 'onbekend')).status, 404)
})

test('de beschrijving noemt de gemeente van deze website', async () => {
  const { info } = await lees<{ info: { contact: { name: string; url: string } } }>('/openapi.json')
  assert.equal(info.contact.name, `Gemeente ${app.een.naam}`)
  assert.equal(info.contact.url, `http://${app.een.code}.localhost/over`)
})

test('de wegwijzer noemt elke operatie en elke vorm', async () => {
  const antwoord = await haal('')
  assert.equal(antwoord.status, 200)
  const html = await antwoord.text()
  const { paths, components } = await openapi()
  for (const { get, post } of Object.values(paths))
    for (const operatie of [get, post])
      if (operatie !== undefined) assert.ok(html.includes(`id="${operatie.operationId}"`))
  for (const naam of Object.keys(components.schemas)) assert.ok(html.includes(`id="vorm-${naam}"`))
})

test('wie is ingelogd, laat een plan nakijken; het antwoord heeft de beschreven vorm', async () => {
  const host = `${app.een.code}.localhost`
  const cookie = await logInAls(app, host, 'programmamanager')
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
  const goed = await stuur(JSON.stringify(plan))
  assert.equal(goed.status, 200)
  keur('Plancontrole', await goed.json())
  for (const [inhoud, code] of [
    ['{', 'json_onleesbaar'],
    ['', 'json_onleesbaar'],
    ['[]', 'plan_klopt_niet'],
    [JSON.stringify({ ...plan, versie: 2 }), 'plan_klopt_niet'],
    [JSON.stringify({ ...plan, onderdelen: [{}] }), 'plan_klopt_niet'],
  ] as const) {
    const antwoord = await stuur(inhoud)
    assert.equal(antwoord.status, 400)
    assert.equal(((await antwoord.json()) as Fout).code, code)
  }
  assert.equal((await stuur('x=1', { 'content-type': 'application/x-www-form-urlencoded' })).status, 415)
  assert.equal((await stuur('{}', { cookie: '' })).status, 401)
  assert.equal((await stuur('{}', { 'sec-fetch-site': 'cross-site' })).status, 403)
})
