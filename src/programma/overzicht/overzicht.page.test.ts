import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { TABELNAMEN } from '#programma/tabellen/links.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

describe('de schermen van het echte plan', () => {
  let app: Proefapp
  before(async () => {
    app = await maakProefapp({ plan: 'midden-drenthe', naast: ['klein'] })
  })
  after(() => app.sluit())

  test('de eerste pagina geeft de drie antwoorden, de stroom en de tegenspraak', async () => {
    const { status, woorden, tekst } = await app.haal('/')
    assert.equal(status, 200)
    assert.match(woorden, /Wat willen we bereiken\? 4 doelen/u)
    assert.match(woorden, /Bijna de helft van het geld is voor POK/u)
    assert.match(woorden, /spreekt zichzelf op \d+ punten tegen/u)
    assert.match(woorden, /2\.972\.068/u)
    for (const adres of ['/doelen', '/geld', '/onderdelen?eindigt=2024', '/onderdelen?bron=soort%3Arijk'])
      assert.ok(tekst.includes(`href="${adres}"`), adres)
  })

  test('een jaar kiezen verandert de stroom; een onzinnig jaar is de hele periode', async () => {
    assert.match((await app.haal('/?jaar=2024')).woorden, /het geld in 2024 is voor/u)
    assert.match((await app.haal('/?jaar=1999')).woorden, /voor de hele periode/u)
  })

  test('de eerste pagina blijft licht', async () => {
    const { tekst } = await app.haal('/')
    assert.ok(new Blob([tekst]).size < 150_000)
  })

  test('filters staan in het formulier, in de zin en in de downloads', async () => {
    const { woorden, tekst } = await app.haal('/onderdelen?groep=grip-op-de-kosten&sorteer=-bedrag')
    assert.match(woorden, /2 onderdelen, samen € 120\.000\./u)
    assert.match(tekst, /<option value="grip-op-de-kosten" selected/u)
    assert.ok(tekst.includes('/tabellen/onderdelen.csv?groep=grip-op-de-kosten&amp;sorteer=-bedrag'))
    assert.match(tekst, /<input type="hidden" name="sorteer" value="-bedrag"/u)
    assert.match(tekst, /aria-sort="descending"/u)
  })

  test('een tikfout helpt', async () => {
    const { woorden } = await app.haal('/onderdelen?zoek=mediaton')
    assert.match(woorden, /Niets gevonden voor ‘mediaton’ Dit zijn de onderdelen met mediation/u)
  })

  test('inloop: hoeveel en in welke dorpen, binnen drie klikken', async () => {
    const eerst = await app.haal('/')
    assert.ok(eerst.tekst.includes('href="/onderdelen/inloopvoorzieningen"'))
    const { woorden } = await app.haal('/onderdelen/inloopvoorzieningen')
    assert.match(woorden, /€ 328\.000/u)
    for (const dorp of ['Westerbork', 'Smilde', 'Bovensmilde']) assert.ok(woorden.includes(`Inloop ${dorp}`))
  })

  test('een onderdeel laat zien wat het plan op elke plaats zegt, en wat afwijkt', async () => {
    const { woorden, tekst } = await app.haal('/onderdelen/oco')
    assert.match(woorden, /Begroot, 2022–2026 € 18\.500/u)
    assert.match(woorden, /€ 500 meer/u)
    assert.match(woorden, /Bijlage regel 903/u)
    assert.match(tekst, /href="\/plancontrole\?over=onderdeel%3Aoco#bevinding-[0-9a-f]+"/u)
    assert.match(woorden, /verdeling niet bekend/u)
  })

  test('een onzekere lezing is te zien, met de reden', async () => {
    assert.match((await app.haal('/onderdelen/monitoring')).woorden, /dmyv/u)
  })

  test('alleen wie mag wijzigen, krijgt de knop', async () => {
    const adres = '/wijzigen/onderdelen/oco'
    assert.ok(!(await app.haal('/onderdelen/oco')).tekst.includes(adres))
    assert.ok(!(await app.haal('/onderdelen/oco', ['raadslid'])).tekst.includes(adres))
    assert.ok((await app.haal('/onderdelen/oco', ['programmamanager'])).tekst.includes(adres))
  })

  test('een groep: haar geld, haar bronnen en haar onderdelen', async () => {
    const { woorden } = await app.haal('/groepen/pok-beschermd-wonen')
    assert.match(woorden, /Samen brengen die € 1\.449\.068 in/u)
    assert.match(woorden, /16 onderdelen/u)
  })

  for (const pad of [
    '/onderdelen/bestaat-niet',
    '/groepen/bestaat-niet',
    '/plannen/nergens',
    '/?versie=9',
    '/?versie=x',
  ])
    test(`${pad} is er niet`, async () => {
      assert.equal((await app.haal(pad)).status, 404)
    })

  test('een ander plan staat onder zijn eigen adres, met zijn eigen links', async () => {
    const { status, tekst } = await app.haal('/plannen/proef/onderdelen')
    assert.equal(status, 200)
    assert.ok(tekst.includes('href="/plannen/proef/onderdelen/inloop"'))
    assert.equal((await app.haal('/plannen/proef')).status, 200)
    assert.equal((await app.haal('/plannen/proef/onderdelen/oco')).status, 404)
  })

  for (const naam of TABELNAMEN)
    test(`tabel ${naam} is in elke vorm te halen`, async () => {
      for (const vorm of ['csv', 'ods', 'xlsx', 'json']) {
        const { status, koppen } = await app.haal(`/tabellen/${naam}.${vorm}`)
        assert.equal(status, 200)
        const verwacht = `attachment; filename="${naam}-sociaal-domein-2022-2026-2026-06-15.${vorm}"`
        assert.equal(koppen.get('content-disposition'), verwacht)
      }
    })

  for (const bestand of [
    'niets.csv',
    'onderdelen.pdf',
    'onderdelen',
    'onderdelen.csv.csv',
    '..%2fonderdelen.csv',
  ])
    test(`/tabellen/${bestand} is er niet`, async () => {
      assert.equal((await app.haal(`/tabellen/${bestand}`)).status, 404)
    })

  test('zoeken vindt over alles, met een tikfout, en leidt naar de pagina', async () => {
    const gewoon = await app.haal('/zoeken?zoek=mediation')
    assert.ok(gewoon.tekst.includes('href="/onderdelen/mediation"'))
    assert.match(gewoon.tekst, /<strong>mediation<\/strong>/iu)
    const fout = await app.haal('/zoeken?zoek=mediaton')
    assert.match(fout.woorden, /Niets gevonden voor ‘mediaton’\. .* Dit zijn de resultaten voor mediation/u)
    assert.ok(fout.tekst.includes('href="/onderdelen/mediation"'))
  })

  test('een vraag van tienduizend tekens krijgt gewoon antwoord', async () => {
    const lang = 'inloop '.repeat(1500)
    const { status, woorden } = await app.haal(`/zoeken?zoek=${encodeURIComponent(lang)}`)
    assert.equal(status, 200)
    assert.match(woorden, /erg lang/u)
    assert.equal((await app.haal(`/zoeken?zoek=${'x'.repeat(10_000)}`)).status, 200)
    assert.equal((await app.haal(`/onderdelen?zoek=${'x'.repeat(10_000)}`)).status, 200)
  })

  for (const vraag of [
    `'; drop table programma_plan; --`,
    '"',
    '-',
    '%',
    '\\',
    '& | !',
    '<b>x</b>',
    '()',
    ':*',
  ])
    test(`zoeken op ${vraag} doet niets vreemds`, async () => {
      for (const pad of ['/zoeken', '/onderdelen']) {
        const { status, tekst } = await app.haal(`${pad}?zoek=${encodeURIComponent(vraag)}`)
        assert.equal(status, 200)
        assert.ok(!tekst.includes('<b>x</b>'))
      }
    })

  test('zonder vraag legt het zoekscherm uit wat te zoeken is', async () => {
    assert.match((await app.haal('/zoeken')).woorden, /Typ een of meer woorden/u)
    assert.match((await app.haal('/zoeken?zoek=zwembad')).woorden, /Niets gevonden voor ‘zwembad’/u)
  })
})
