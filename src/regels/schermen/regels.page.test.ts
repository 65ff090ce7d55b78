import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { vasteKlok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { regelsApi, regelsRoutes } from '#regels/deur.ts'
import { Berekeningvorm, Parameterlijstvorm, Parametervorm, Regellijstvorm } from '#regels/vormen.ts'
import { versePglite } from '#test/databanken.ts'
import { FORMULIER, maakProefsite, type Proefsite } from '#test/webapp.tsx'

const GRENSGEVAL = {
  dag: '2023-06-01',
  voorziening: 'begeleiding',
  paar: 'nee',
  aow_gerechtigden: '0',
  inkomen_netto_maand: '1.476,65',
  czm: 'nee',
}

describe('de schermen en de api van de regels', () => {
  let databank: Databank
  let app: Proefsite
  let geleegd = 0
  const plek = { een: 'http://md.localhost', ander: 'http://elders.localhost' }
  before(async () => {
    databank = await versePglite()
    app = await maakProefsite(databank, {
      klok: vasteKlok('2026-07-15T12:00:00Z'),
      naSchrijven: () => void geleegd++,
      gemeenten: () => [
        { code: 'gm1731', naam: 'Midden-Drenthe', hosts: ['md.localhost'] },
        { code: 'gm9999', naam: 'Elders', hosts: ['elders.localhost'] },
      ],
      kamers: [regelsRoutes(), regelsApi()].map((routes) => ({ prefix: '/', routes })),
    })
  })
  after(() => databank.sluit())

  const kaal = (html: string): string =>
    html
      .replace(/<[^>]+>/gu, ' ')
      .replaceAll('\u00a0', ' ')
      .replace(/\s+/gu, ' ')
  const haal = async (pad: string, basis = plek.een) => {
    const antwoord = await app.hono.request(basis + pad)
    return { status: antwoord.status, tekst: kaal(await antwoord.text()), antwoord }
  }
  const stuur = async (velden: Record<string, string>, basis = plek.een) => {
    const antwoord = await app.hono.request(`${basis}/eigen-bijdrage`, {
      method: 'POST',
      headers: FORMULIER,
      body: new URLSearchParams(velden),
    })
    const html = await antwoord.text()
    return { status: antwoord.status, tekst: kaal(html), html, antwoord }
  }

  test('het formulier vraagt weinig en begint met vandaag', async () => {
    const { status, tekst, antwoord } = await haal('/eigen-bijdrage')
    assert.equal(status, 200)
    assert.match(tekst, /Wij bewaren uw antwoorden niet/u)
    assert.doesNotMatch(tekst, /twee jaar geleden/u)
    assert.equal(antwoord.headers.get('set-cookie'), null)
  })

  test('één cent boven 130%: het bedrag, de stappen en de klif', async () => {
    const { status, tekst, antwoord } = await stuur(GRENSGEVAL)
    assert.equal(status, 200)
    assert.equal(antwoord.headers.get('cache-control'), 'no-store')
    for (const zin of [
      /U betaalt € 19,00 per maand\./u,
      /Gerekend met de regels van 1 juni 2023/u,
      /Uw netto inkomen \(€ 1\.476,65\) is hoger dan de grens van de gemeente \(€ 1\.476,64\)/u,
      /Deze grens is 130% van de bijstandsnorm zonder vakantietoeslag/u,
      /Die ene cent kan € 228,00 per jaar schelen/u,
      /Is uw netto inkomen € 1\.476,64 of lager, dan wordt het € 12,00 per maand/u,
      /Dit staat in: minimabeleid van de gemeente; gemeente Midden-Drenthe, Zorgkostenregeling/u,
      /Precies op de grens, zonder CZM € 12,00/u,
      /januari 2024 € 20,60 € 1,60 meer/u,
      /u de AOW-leeftijd heeft € 12,00 € 7,00 minder/u,
    ])
      assert.match(tekst, zin)
  })

  test('het voorbeeld van 130%: op de grens en één cent erboven, allebei met hun stappen', async () => {
    const { status, tekst } = await haal('/eigen-bijdrage/voorbeeld')
    assert.equal(status, 200)
    assert.match(
      tekst,
      /Wie € 1\.476,64 netto per maand heeft, betaalt € 0,00 per maand\. Wie één cent meer heeft, betaalt € 19,00\. Dat scheelt € 228,00 per jaar/u,
    )
    assert.match(tekst, /Met € 1\.476,64 Betaalt € 0,00.*Met € 1\.476,65 Betaalt € 19,00/u)
    assert.match((await haal('/eigen-bijdrage/voorbeeld', plek.ander)).tekst, /niet uit te rekenen/u)
  })

  test('op de grens: u krijgt geld terug', async () => {
    const { tekst } = await stuur({ ...GRENSGEVAL, inkomen_netto_maand: '1476,64' })
    assert.match(
      tekst,
      /U betaalt € 12,00 per maand\..*Uw eigen bijdrage is € 19,00 per maand\. U kunt € 7,00 terugkrijgen/u,
    )
  })

  test('wat niet bekend is, wordt gezegd en niet gegokt', async () => {
    const later = await stuur({ ...GRENSGEVAL, dag: '2027-03-01' })
    assert.equal(later.status, 200)
    assert.match(later.tekst, /Voor 1 maart 2027 weten wij dit niet/u)
    assert.doesNotMatch(later.tekst, /U betaalt/u)
    for (const jaar of [1990, 2090]) {
      const verweg = await stuur({
        ...GRENSGEVAL,
        dag: `${jaar}-01-01`,
        inkomen: '20.000',
        kosten_4_weken: '300',
      })
      assert.equal(verweg.status, 200)
      assert.match(verweg.tekst, new RegExp(`Voor 1 januari ${jaar} weten wij dit niet`, 'u'))
      assert.doesNotMatch(verweg.tekst, /U betaalt/u)
    }
    const geenRegeling = await stuur({ ...GRENSGEVAL, dag: '2025-03-01', inkomen_netto_maand: '900' })
    assert.match(geenRegeling.tekst, /U betaalt € 21,00.*kunnen wij voor deze dag niet zeggen/u)
    const elders = await stuur(GRENSGEVAL, plek.ander)
    assert.match(elders.tekst, /U betaalt € 19,00.*nog niet ingevoerd.*Vraag het aan de gemeente Elders/u)
  })

  test('een bedrag dat niet zeker is, zegt dat', async () => {
    const { tekst } = await stuur({ ...GRENSGEVAL, dag: '2026-07-15', inkomen_netto_maand: '', czm: '' })
    assert.match(tekst, /U betaalt € 21,80.*Niet alle bedragen zijn zeker.*secundair/u)
  })

  test('de jaren tot 2020 vragen meer, en alleen dan', async () => {
    const eerst = await stuur({ ...GRENSGEVAL, dag: '2018-06-01', inkomen_netto_maand: '', czm: '' })
    assert.equal(eerst.status, 400)
    assert.match(eerst.html, /name="inkomen"/u)
    const vol = {
      ...GRENSGEVAL,
      dag: '2018-06-01',
      inkomen_netto_maand: '',
      czm: '',
      inkomen: '35.873',
      kosten_4_weken: '300',
    }
    assert.match((await stuur(vol)).tekst, /U betaalt € 142,60 per 4 weken/u)
    assert.match((await stuur({ ...vol, kosten_4_weken: '80' })).tekst, /U betaalt € 80,00 per 4 weken/u)
  })

  for (const [naam, velden, zin] of [
    ['niets ingevuld', {}, /Vul een dag in/u],
    ['een dag die er niet is', { ...GRENSGEVAL, dag: '2023-02-30' }, /Vul een dag in/u],
    ['geen antwoord op de eerste vraag', { dag: '2023-06-01' }, /partner/u],
    ['negatief inkomen', { ...GRENSGEVAL, inkomen_netto_maand: '-5' }, /lager zijn dan nul/u],
    ['geen bedrag', { ...GRENSGEVAL, inkomen_netto_maand: 'veel' }, /Vul een bedrag in/u],
    ['alleen, en allebei AOW', { ...GRENSGEVAL, aow_gerechtigden: '2' }, /Zonder partner/u],
    ['andere hulp dan er is', { ...GRENSGEVAL, voorziening: 'goud' }, /Kies uit/u],
  ] as const)
    test(`${naam}: een fout bij het veld, en wat er stond staat er nog`, async () => {
      const { status, tekst, html } = await stuur(velden)
      assert.equal(status, 400)
      assert.match(tekst, zin)
      assert.match(html, /href="#veld-/u)
      if ('dag' in velden) assert.ok(html.includes(`value="${velden.dag}"`))
    })

  test('van de antwoorden komt niets in de log, en de bewaarde pagina’s blijven geldig', async () => {
    await stuur({ ...GRENSGEVAL, inkomen_netto_maand: '1.234,56' })
    await app.hono.request(`${plek.een}/api/v1/berekeningen`, vraag({ inkomen_netto_maand: 1234.56 }))
    assert.doesNotMatch(JSON.stringify(app.regels), /1234|1\.234|inkomen/u)
    assert.equal(geleegd, 0)
  })

  const vraag = (invoer: object, meer: object = {}) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ regel: 'netto_bijdrage_per_maand', datum: '2023-06-01', invoer, ...meer }),
  })
  const reken = async (invoer: object, meer: object = {}) => {
    const antwoord = await app.hono.request(`${plek.een}/api/v1/berekeningen`, vraag(invoer, meer))
    return { status: antwoord.status, lijf: (await antwoord.json()) as Record<string, unknown> }
  }
  const GEVAL = { paar: false, aow_gerechtigden: 0, inkomen_netto_maand: 1476.64, czm: false }

  test('de api rekent, met elke stap en haar bron', async () => {
    const { status, lijf } = await reken(GEVAL)
    assert.equal(status, 200)
    assert.equal(lijf['waarde'], 12)
    assert.equal(lijf['eenheid'], 'euro per maand')
    const stappen = lijf['stappen'] as {
      regel: string
      juriconnect: string | null
      parameters: { id: string }[]
    }[]
    const tarief = stappen.find(({ regel }) => regel === 'abonnementstarief_per_maand')
    assert.equal(tarief?.juriconnect, 'jci1.3:c:BWBR0035362&artikel=2.1.4a&lid=4&g=2023-06-01')
    assert.equal(tarief?.parameters[0]?.id, 'BWBR0035362-2.1.4a-abonnementstarief')
  })

  for (const [naam, invoer, meer, status, code] of [
    ['een antwoord te weinig', {}, {}, 400, 'invoer_ontbreekt'],
    ['een verkeerd antwoord', { ...GEVAL, inkomen_netto_maand: -1 }, {}, 400, 'invoer_onjuist'],
    ['een regel die er niet is', GEVAL, { regel: 'weg' }, 404, 'regel_onbekend'],
    ['het jaar 2090', GEVAL, { datum: '2090-01-01' }, 409, 'regel_geldt_niet'],
    [
      'een bedrag dat niet bekend is',
      { ...GEVAL, inkomen_netto_maand: 900 },
      { datum: '2025-06-01' },
      409,
      'parameter_onbekend',
    ],
    ['een veld te veel', GEVAL, { kleur: 'rood' }, 400, 'vraag_klopt_niet'],
    ['geen dag', GEVAL, { datum: 'gisteren' }, 400, 'vraag_klopt_niet'],
  ] as const)
    test(`de api bij ${naam}: ${status} ${code}`, async () => {
      const uit = await reken(invoer, meer)
      assert.deepEqual([uit.status, uit.lijf['code']], [status, code])
    })

  test('geen JSON', async () => {
    const pad = `${plek.een}/api/v1/berekeningen`
    assert.equal((await app.hono.request(pad, { method: 'POST', body: 'x' })).status, 415)
    const kapot = { ...vraag({}), body: '{' }
    assert.equal((await app.hono.request(pad, kapot)).status, 400)
  })

  test('parameters en regels zijn open data', async () => {
    const lees = async (pad: string) =>
      (await app.hono.request(plek.een + pad)).json() as Promise<Record<string, unknown[]>>
    const { parameters } = await lees('/api/v1/parameters')
    assert.ok((parameters?.length ?? 0) > 60)
    assert.ok(((await lees('/api/v1/regels'))['regels']?.length ?? 0) > 25)
    assert.equal((await haal('/api/v1/parameters/weg')).status, 404)
    Parameterlijstvorm.parse(await lees('/api/v1/parameters'))
    Regellijstvorm.parse(await lees('/api/v1/regels'))
    Parametervorm.parse(await lees('/api/v1/parameters/BWBR0035362-2.1.4a-abonnementstarief'))
    Berekeningvorm.parse((await reken(GEVAL)).lijf)
    const schema = (await lees('/schema/berekening-1.json')) as Record<string, unknown>
    assert.deepEqual(schema['required'], ['regel', 'datum'])
    for (const naam of ['variant', 'bevolking'])
      assert.ok((await lees(`/schema/${naam}-1.json`))['properties'], naam)
  })

  test('de uitleg van een regel komt uit de regel, met bron en verwijzingen', async () => {
    const { status, tekst } = await haal('/regels/maximale_bijdrage_4_weken')
    assert.equal(status, 200)
    assert.match(
      tekst,
      /Van 1 januari 2015 tot en met 31 december 2018 Bron: Uitvoeringsbesluit Wmo 2015, artikel 3\.8 lid 1/u,
    )
    assert.match(
      tekst,
      /Het bedrag voor uw huishouden plus uw inkomen boven de drempel maal het percentage boven de drempel, gedeeld door 13/u,
    )
    assert.equal((await haal('/regels/weg')).status, 404)
    assert.equal((await haal('/parameters/weg')).status, 404)
  })

  test('een parameter toont zijn geschiedenis, zijn gaten en wat te bevestigen is', async () => {
    const { tekst } = await haal('/parameters/BWBR0035733-3.8-drempel-alleen')
    assert.match(tekst, /2017 te bevestigen te bevestigen 2018 bekend bekend 2019 niet bekend niet bekend/u)
    const tarief = await haal('/parameters/BWBR0035362-2.1.4a-abonnementstarief')
    assert.match(
      tarief.tekst,
      /Van € 19,00 per maand op 1 januari 2020 naar € 21,80 per maand op 1 januari 2026/u,
    )
    assert.match(tarief.tekst, /secundair/u)
    assert.match((await haal('/parameters/verordening-pgb-tarief')).tekst, /Er is nog geen waarde ingevoerd/u)
  })

  test('elke regel en elke parameter heeft een pagina', async () => {
    const { status } = await haal('/regels')
    assert.equal(status, 200)
    const html = await (await app.hono.request(`${plek.een}/regels`)).text()
    const paden = new Set(
      [...html.matchAll(/href="(\/(?:regels|parameters)\/[^"]+)"/gu)].map(([, pad]) => pad ?? ''),
    )
    assert.ok(paden.size > 90)
    for (const pad of paden) assert.equal((await haal(pad)).status, 200, pad)
  })
})
