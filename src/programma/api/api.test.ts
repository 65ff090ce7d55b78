import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { EINDPUNTEN } from '#programma/api/eindpunten.api.ts'
import { openapi } from '#programma/api/openapi.ts'
import type { Operatie } from '#programma/api/openapi-delen.ts'
import { VERZAMELINGEN } from '#programma/api/verzamelingen.ts'
import { type Apiproef, type Fout, keur, type Lijst, maakApiproef } from '#test/programma-api.ts'

let proef: Apiproef
before(async () => {
  proef = await maakApiproef()
})
after(() => proef.databank.sluit())
const haal: Apiproef['haal'] = (...vraag) => proef.haal(...vraag)
const lees = <Vorm = Lijst>(pad: string, gemeente?: string): Promise<Vorm> => proef.lees<Vorm>(pad, gemeente)

function schemaVan({ responses }: Operatie): string {
  const antwoord = responses['200']
  assert.ok(antwoord !== undefined && 'content' in antwoord)
  return String(antwoord.content?.['application/json']?.schema['$ref']).replace(/^.*\//u, '')
}

test('elke leesoperatie uit de beschrijving antwoordt 200 in de vorm die er staat', async () => {
  const { paths } = await openapi()
  let gekeurd = 0
  for (const [pad, { get }] of Object.entries(paths)) {
    if (
      get === undefined ||
      pad === '/openapi.json' ||
      get.tags.includes('regels') ||
      EINDPUNTEN.some((punt) => punt.operatie === get.operationId)
    )
      continue
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
      const antwoord = await proef.app.hono.request(`http://${proef.app.een.code}.localhost${href}`)
      assert.equal(antwoord.status, 200, href)
    }
  }
  assert.equal((await lees('/onderdelen')).aantal, proef.plan.onderdelen.length)
  assert.equal((await lees('/ramingen')).aantal, proef.plan.raming.length)
  assert.equal((await lees('/vermeldingen')).aantal, proef.plan.vermeldingen.length)
})

test('elk ding heeft een eigen sleutel, en het totaal is de som van de ramingen', async () => {
  for (const { naam } of VERZAMELINGEN) {
    const ids = (await lees(`/${naam}?paginaGrootte=500`)).items.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length, naam)
  }
  const som = proef.plan.raming.reduce((totaal, { bedragCent }) => totaal + bedragCent, 0)
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
    proef.plan.onderdelen.map(({ id }) => id),
  )
  const voorbij = await lees('/onderdelen?pagina=999&paginaGrootte=7')
  assert.deepEqual(voorbij.items, [])
  assert.equal(voorbij._links.prev?.href, voorbij._links.last?.href)
  assert.equal(voorbij._links.next, undefined)
  assert.equal((await haal('/onderdelen?paginaGrootte=500')).status, 200)
})

test('filters werken samen en blijven in de links staan', async () => {
  const [groep] = proef.plan.groepen
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
  assert.ok(inloop.aantal > 0 && inloop.aantal < proef.plan.onderdelen.length)
  assert.equal((await lees('/onderdelen?zoek=bestaat-echt-niet')).aantal, 0)
  assert.equal((await lees('/onderdelen?zoek=inloop%20bestaatniet')).aantal, 0)
  assert.equal((await lees(`/onderdelen?zoek=${encodeURIComponent('🙂')}`)).aantal, 0)
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
  assert.equal((await lees('/onderdelen')).aantal, proef.plan.onderdelen.length)
})

test('een andere gemeente geeft haar eigen gegevens en kent die van de eerste niet', async () => {
  const klein = await lees('/onderdelen', proef.app.ander.code)
  assert.deepEqual(
    klein.items.map(({ id }) => id),
    ['inloop', 'steun'],
  )
  const vreemd = `/onderdelen?plan=${proef.plan.programma.id}`
  assert.equal((await haal(vreemd, {}, proef.app.ander.code)).status, 404)
  assert.equal((await haal('/onderdelen', {}, 'onbekend')).status, 404)
})

test('de beschrijving noemt de gemeente van deze website', async () => {
  const { info } = await lees<{ info: { contact: { name: string; url: string } } }>('/openapi.json')
  assert.equal(info.contact.name, `Gemeente ${proef.app.een.naam}`)
  assert.equal(info.contact.url, `http://${proef.app.een.code}.localhost/over`)
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
