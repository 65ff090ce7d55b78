import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { SaxesParser } from 'saxes'
import { z } from 'zod'
import type { Databank } from '#basis/db.ts'
import { Moment } from '#basis/moment.ts'
import { versePglite } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'
import { logInAls, maakProefsite } from '#test/webapp.tsx'
import { type Openbaarrapport, openbaarheidRoutes, uitgeverRoutes } from '#verantwoording/deur.ts'

const Ding = z.record(z.string(), z.unknown())
const Catalogus = z.looseObject({ '@context': Ding, 'dcat:dataset': z.array(Ding) })

const SITE = 'https://omzien.voorbeeld'

const rapport = (anders: Partial<Openbaarrapport> = {}): Openbaarrapport => ({
  voor: '',
  kenmerk: 'jaar-2024',
  titel: 'Jaarverantwoording <2024> & meer',
  soort: 'jaar',
  jaar: 2024,
  vastgesteldOp: Moment.parse('2025-06-19T19:30:00.000000Z'),
  vormen: [
    { vorm: 'pdf', naam: 'jaar-2024.pdf', type: 'application/pdf', bytes: 1_000, hash: 'a'.repeat(64) },
    { vorm: 'json', naam: 'jaar-2024.json', type: 'application/json', bytes: 500, hash: 'b'.repeat(64) },
  ],
  ...anders,
})

/** Leest streng; geeft per element het pad, de kenmerken en de tekst. */
function lees(xml: string): { pad: string; kenmerken: Record<string, string>; tekst: string }[] {
  const lezer = new SaxesParser({})
  const open: string[] = []
  const gezien: { pad: string; kenmerken: Record<string, string>; tekst: string }[] = []
  const stapel: (typeof gezien)[number][] = []
  lezer.on('error', (fout) => {
    throw fout
  })
  lezer.on('opentag', ({ name, attributes }) => {
    open.push(name)
    const een = { pad: open.join('/'), kenmerken: { ...attributes }, tekst: '' }
    stapel.push(een)
    gezien.push(een)
  })
  lezer.on('text', (deel) => {
    const een = stapel.at(-1)
    if (een !== undefined) een.tekst += deel
  })
  lezer.on('closetag', () => {
    open.pop()
    stapel.pop()
  })
  lezer.write(xml).close()
  return gezien
}

describe('openbaarheid', () => {
  let databank: Databank
  before(async () => {
    databank = await versePglite()
  })
  after(() => databank.sluit())

  async function opzet(rapporten: readonly Openbaarrapport[] = [rapport()], verzonnen = false) {
    const opties = { rapporten: async () => rapporten, site: () => SITE, verzonnen: () => verzonnen }
    const kamers = [openbaarheidRoutes(opties), uitgeverRoutes()].map((routes) => ({ prefix: '/', routes }))
    const app = await maakProefsite(databank, { kamers })
    const host = `${app.een.code}.localhost`
    await laadVastgesteld(databank.gemeente(app.een.code), kleinPlan(app.een.code))
    const haal = (pad: string, headers: Record<string, string> = {}) =>
      app.hono.request(`http://${host}${pad}`, { headers })
    const tekst = async (pad: string) => (await haal(pad)).text()
    const cookie = await logInAls(app, host, 'beheerder')
    const bevestig = (velden: Record<string, string>) =>
      app.hono.request(`http://${host}/beheer/openbaarheid`, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(velden),
      })
    return { app, haal, tekst, bevestig, cookie }
  }
  const GOED = { tooi: 'https://identifier.overheid.nl/tooi/id/gemeente/gm1731', contact: 'data@gemeente.nl' }

  test('de feed noemt rapport, versie en besluit, nieuwste eerst, met alles wat Atom vraagt', async () => {
    const { haal } = await opzet()
    const antwoord = await haal('/feed.atom')
    assert.equal(antwoord.headers.get('content-type'), 'application/atom+xml; charset=utf-8')
    const xml = await antwoord.text()
    const delen = lees(xml)
    const van = (pad: string) => delen.filter((een) => een.pad === pad)
    for (const verplicht of ['feed/id', 'feed/title', 'feed/updated', 'feed/author/name'])
      assert.equal(van(verplicht).length, 1, verplicht)
    const titels = van('feed/entry/title').map(({ tekst }) => tekst)
    assert.ok(titels.includes('Nieuw rapport: Jaarverantwoording <2024> & meer'))
    assert.ok(titels.some((een) => een.startsWith('Nieuwe versie van ')))
    assert.ok(titels.some((een) => een.startsWith('Besluit: ')))
    const tijden = van('feed/entry/updated').map(({ tekst }) => tekst)
    assert.deepEqual(tijden, tijden.toSorted().toReversed())
    assert.equal(van('feed/updated')[0]?.tekst, tijden[0])
    const ids = van('feed/entry/id').map(({ tekst }) => tekst)
    assert.equal(new Set(ids).size, ids.length)
    for (const verplicht of ['id', 'title', 'updated', 'link', 'summary'])
      assert.equal(van(`feed/entry/${verplicht}`).length, titels.length, verplicht)
    assert.ok(ids.every((id) => id.startsWith(`${SITE}/`)))
  })

  test('een gemeente zonder nieuws heeft een geldige lege feed, en niets verandert zonder reden', async () => {
    const { haal } = await opzet()
    const een = await haal('/feed.atom')
    const etag = een.headers.get('etag') ?? ''
    assert.match(etag, /^(?:W\/)?"/u)
    assert.equal((await haal('/feed.atom', { 'if-none-match': etag })).status, 304)
    const app = await maakProefsite(databank, {
      kamers: [
        {
          prefix: '/',
          routes: openbaarheidRoutes({ rapporten: async () => [], site: () => SITE, verzonnen: () => true }),
        },
      ],
    })
    const leeg = await app.hono.request(`http://${app.een.code}.localhost/feed.atom`)
    const delen = lees(await leeg.text())
    assert.equal(delen.filter(({ pad }) => pad === 'feed/entry').length, 0)
    assert.match(delen.find(({ pad }) => pad === 'feed/subtitle')?.tekst ?? '', /verzonnen/u)
  })

  test('de sitemap noemt pagina’s, onderdelen en rapporten', async () => {
    const { tekst } = await opzet()
    const adressen = lees(await tekst('/sitemap.xml'))
      .filter(({ pad }) => pad === 'urlset/url/loc')
      .map((een) => een.tekst)
    assert.ok(adressen.includes(`${SITE}/open-data`))
    assert.ok(adressen.includes(`${SITE}/onderdelen/inloop`))
    assert.ok(adressen.includes(`${SITE}/rapporten/jaar-2024`))
    assert.equal(new Set(adressen).size, adressen.length)
  })

  test('zonder bevestigde uitgever staat er geen document voor de Woo-index; erna wel, met elk verplicht veld', async () => {
    const kwartaal = rapport({ kenmerk: 'kwartaal-2025-1', soort: 'kwartaal', titel: 'Kwartaal' })
    const { tekst, bevestig } = await opzet([rapport(), kwartaal])
    const KAART = '/sitemap-diwoo-infocat012.xml'
    assert.equal(lees(await tekst(KAART)).filter(({ pad }) => pad === 'urlset/url').length, 0)
    assert.equal((await bevestig(GOED)).headers.get('location'), '/beheer/openbaarheid?gedaan')
    const delen = lees(await tekst(KAART))
    const D = 'urlset/url/diwoo:Document/diwoo:DiWoo'
    const van = (pad: string) => delen.filter((een) => een.pad === pad)
    assert.deepEqual(
      van('urlset/url/loc').map((een) => een.tekst),
      [`${SITE}/rapporten/jaar-2024/bestanden/pdf`],
    )
    assert.equal(van(`${D}/diwoo:publisher`)[0]?.kenmerken['resource'], GOED.tooi)
    assert.equal(van(`${D}/diwoo:titelcollectie/diwoo:officieleTitel`)[0]?.tekst, rapport().titel)
    assert.equal(van(`${D}/diwoo:creatiedatum`)[0]?.tekst, '2025-06-19')
    const C = `${D}/diwoo:classificatiecollectie/diwoo:informatiecategorieen/diwoo:informatiecategorie`
    assert.equal(
      van(C)[0]?.kenmerken['resource'],
      'https://identifier.overheid.nl/tooi/def/thes/kern/c_c6cd1213',
    )
    const H = `${D}/diwoo:documenthandelingen/diwoo:documenthandeling`
    assert.equal(van(`${H}/diwoo:soortHandeling`)[0]?.tekst, 'vaststelling')
    assert.equal(van(`${H}/diwoo:atTime`)[0]?.tekst, rapport().vastgesteldOp)
    assert.match(await tekst('/sitemap-diwoo-infocat018.xml'), /kwartaal-2025-1/u)
    const index = lees(await tekst('/sitemapindex-diwoo-infocat012.xml'))
    assert.equal(index.find(({ pad }) => pad === 'sitemapindex/sitemap/loc')?.tekst, SITE + KAART)
    assert.match(
      await tekst('/robots.txt'),
      /^Sitemap: https:\/\/omzien\.voorbeeld\/sitemapindex-diwoo-infocat012\.xml$/mu,
    )
  })

  test('een onbekende categorie bestaat niet, en de voorbeeldgemeente hoort in geen index', async () => {
    const { haal, tekst, bevestig } = await opzet([rapport()], true)
    assert.equal((await haal('/sitemap-diwoo-infocat001.xml')).status, 404)
    assert.equal((await haal('/sitemapindex-diwoo-infocat999.xml')).status, 404)
    await bevestig(GOED)
    assert.doesNotMatch(await tekst('/sitemap-diwoo-infocat012.xml'), /jaar-2024/u)
    assert.equal(await tekst('/robots.txt'), 'User-agent: *\nDisallow: /\n')
    assert.match(await tekst('/dcat.jsonld'), /Voorbeeld met verzonnen gegevens/u)
  })

  test('een verkeerd TOOI-adres of e-mailadres: 400, met wat getypt was', async () => {
    const { bevestig, haal, cookie } = await opzet()
    const fout = await bevestig({ tooi: 'PLACEHOLDER', contact: 'niks' })
    assert.equal(fout.status, 400)
    const html = await fout.text()
    assert.match(html, /value="PLACEHOLDER"/u)
    assert.match(html, /antwoorden kloppen nog niet/u)
    assert.match(await (await haal('/beheer/openbaarheid', { cookie })).text(), /Te bevestigen/u)
  })

  test('elke dataset in de catalogus heeft wat DCAT-AP-NL vraagt, en een bevestigde uitgever komt erin', async () => {
    const { haal, bevestig } = await opzet()
    await bevestig(GOED)
    const antwoord = await haal('/dcat.jsonld')
    assert.match(antwoord.headers.get('content-type') ?? '', /^application\/ld\+json/u)
    const inhoud = Catalogus.parse(await antwoord.json())
    const datasets = inhoud['dcat:dataset']
    assert.deepEqual(
      datasets.map((een) => String(een['@id']).split('#')[1]),
      ['plan', 'begroting', 'boekingen', 'parameters', 'rapporten'],
    )
    const VERPLICHT = [
      'dct:title',
      'dct:description',
      'dct:identifier',
      'dct:accessRights',
      'dcat:contactPoint',
      'dct:creator',
      'dct:publisher',
      'dcat:theme',
    ]
    for (const dataset of datasets) {
      for (const veld of VERPLICHT) assert.ok(dataset[veld] !== undefined, `${dataset['@id']} mist ${veld}`)
      const uitgever = JSON.stringify([dataset['dct:publisher'], dataset['dcat:contactPoint']])
      assert.match(uitgever, /gm1731/u)
      assert.match(uitgever, /mailto:data@gemeente\.nl/u)
      assert.ok(Array.isArray(dataset['dcat:distribution']) && dataset['dcat:distribution'].length > 0)
    }
    const voorvoegsels = new Set(Object.keys(inhoud['@context']))
    for (const [, voorvoegsel = ''] of JSON.stringify(inhoud).matchAll(/"([a-z]+):[a-zA-Z]+":/gu))
      assert.ok(voorvoegsels.has(voorvoegsel), voorvoegsel)
  })
})
