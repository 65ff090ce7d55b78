import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { z } from 'zod'
import {
  type Antwoord,
  GIF,
  type Indringer,
  keurFout,
  keurTekst,
  maakIndringer,
  RAAR,
} from '#test/indringer.ts'
import { odsVan, xlsxVan, zipVan } from '#test/rekenbladen.ts'
import { maakVerbinding } from '#test/verbinding.ts'

/** Alles wat verkeerd kan zijn aan een adres, een verbinding of een bestand, tegen de echte website. */
const MB = 1024 * 1024
const OPENAPI = z.object({ paths: z.record(z.string(), z.unknown()) })

const PAGINAS = [
  '/',
  '/onderdelen',
  '/onderdelen/oco',
  '/groepen/pok-beschermd-wonen',
  '/geld',
  '/bronnen/bijdrage-rijk-pok',
  '/doelen',
  '/doelen/innovatie',
  '/planning',
  '/plancontrole',
  '/document',
  '/zoeken',
  '/versies',
  '/besluiten',
  '/plannen/wmo-2017-2018',
  '/tabellen/onderdelen.csv',
  '/api/v1/onderdelen',
  '/api/v1/bevindingen',
] as const
const VRAGEN =
  'zoek groep bron doel jaar status eindigt wat sorteer pagina paginaGrootte ernst regel voor versie terug'.split(
    ' ',
  )
const FAMILIES = [
  '/onderdelen/',
  '/groepen/',
  '/bronnen/',
  '/doelen/',
  '/vermeldingen/',
  '/document/',
  '/versies/',
  '/versies/1/',
  '/versies/stuk/',
  '/versies/stuk/onderdeel/',
  '/plannen/',
  '/plannen/wmo-2017-2018/onderdelen/',
  '/tabellen/',
  '/wijzigen/onderdelen/',
  '/wijzigen/doelen/',
  '/beheer/',
  '/schema/',
  '/_ui/',
  '/api/',
  '/api/v1/',
  '/',
]
const SLEUTELS = [
  'bestaat-niet',
  '%00',
  '%',
  '%ed%a0%80',
  '..%2f..%2fetc%2fpasswd',
  '999999',
  '-1',
  '1e9',
  '__proto__',
].concat('constructor', 'a/b/c', 'x'.repeat(3_000), encodeURIComponent(GIF), encodeURIComponent('😀'))

describe('slechte invoer', () => {
  let wij: Indringer
  let manager: string
  let plan: string
  before(async () => {
    wij = await maakIndringer()
    manager = await wij.logIn('programmamanager')
    plan = readFileSync('voorbeelden/midden-drenthe/programmaplan-2022-2026.json', 'utf8')
  })
  after(() => wij?.sluit())

  test('elke waarde in elke vraag geeft een gewone pagina of een nette fout', {
    timeout: 60_000,
  }, async () => {
    for (const pad of PAGINAS)
      for (const naam of VRAGEN)
        for (const [soort, waarde] of Object.entries(
          pad === '/onderdelen' ? RAAR : { gif: GIF, nul: '\0' },
        )) {
          const wat = `${pad}?${naam}=${soort}`
          const antwoord = await wij.lees(`${pad}?${naam}=${encodeURIComponent(waarde.toWellFormed())}`)
          if (antwoord.status !== 200) keurFout(antwoord, naam === 'versie' ? [404, 400] : [400], wat)
          else if (antwoord.koppen.get('content-type')?.startsWith('text/html') === true)
            keurTekst(antwoord.tekst.replaceAll(GIF, ''), wat)
        }
    const { status, tekst } = await wij.lees(`/zoeken?zoek=${'x'.repeat(10_000)}`)
    assert.equal(status, 200)
    assert.match(tekst, /te lang|ingekort|eerste|Niets gevonden/u)
    for (const pad of PAGINAS) {
      const dubbel = await wij.lees(
        `${pad}?zoek=a&zoek=b&pagina=1&pagina=2&groep[]=x&jaar=2023&jaar=x&%=%&versie=1`,
      )
      if (dubbel.status !== 200) keurFout(dubbel, [400], `${pad} dubbel`)
    }
  })

  test('wat er niet is, is er niet: elk soort adres, elke onbekende sleutel', async () => {
    for (const familie of FAMILIES)
      for (const sleutel of SLEUTELS) {
        const pad = familie + sleutel
        keurFout(await wij.lees(pad, { cookie: manager }), [404], pad)
      }
    const { paths } = OPENAPI.parse(JSON.parse((await wij.lees('/api/v1/openapi.json')).tekst))
    const metSleutel = Object.keys(paths).filter((pad) => pad.includes('{'))
    assert.ok(metSleutel.length > 10)
    for (const pad of metSleutel)
      for (const sleutel of SLEUTELS) {
        const vol = `/api/v1${pad.replace(/^\/api\/v1/u, '').replace(/\{[^}]+\}/gu, sleutel)}`
        const antwoord = await wij.lees(vol)
        keurFout(antwoord, [404, 400], vol)
        assert.match(antwoord.koppen.get('content-type') ?? '', /^application\/problem\+json/u, vol)
      }
    for (const pad of [
      '/versies/0',
      '/versies/99',
      '/versies/1/99',
      '/?versie=99',
      '/onderdelen/oco?versie=0',
    ])
      keurFout(await wij.lees(pad), [404], pad)
  })

  test('een verkeerde methode, een vreemde herkomst of een verzonnen sessie verandert niets', async () => {
    for (const pad of ['/', '/onderdelen/oco', '/wijzigen', '/gezond', '/api/v1/onderdelen'])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
        const antwoord = await wij.lees(pad, { method, cookie: manager })
        keurFout(antwoord, [405], `${method} ${pad}`)
        assert.match(antwoord.koppen.get('allow') ?? '', /GET/u)
      }
    const herkomsten: Record<string, string>[] = [
      {},
      { origin: 'http://kwaad.example' },
      { origin: 'null' },
      { origin: `${wij.adres}.kwaad.example` },
      { origin: wij.adres.replace('http', 'https') },
      { origin: wij.adres, 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ]
    for (const kop of herkomsten)
      for (const pad of [
        '/wijzigen/programma',
        '/vaststellen',
        '/plan-bestand',
        '/uitloggen',
        '/api/v1/onderdelen',
      ])
        keurFout(
          await wij.lees(pad, {
            method: 'POST',
            headers: { cookie: manager, ...kop },
            body: new URLSearchParams({}),
          }),
          [403],
          `${pad} ${JSON.stringify(kop)}`,
        )
    for (const cookie of [
      'omzien=',
      'omzien=x',
      'omzien=%00',
      `omzien=${'x'.repeat(8_000)}`,
      "omzien=' or 1=1--",
    ]) {
      assert.equal((await wij.lees('/onderdelen/oco', { cookie })).status, 200, cookie)
      assert.equal((await wij.lees('/wijzigen', { cookie })).status, 303, cookie)
      keurFout(await wij.lees('/wijzigen/programma', { cookie, method: 'POST', body: '' }), [401], cookie)
    }
    for (const terug of [
      '//kwaad.example',
      'https://kwaad.example',
      '/\\kwaad',
      'javascript:alert(1)',
      '/\t/kwaad',
    ]) {
      const body = new URLSearchParams({ rol: 'raadslid', terug })
      assert.equal(
        (await wij.lees('/inloggen/demo', { method: 'POST', body })).koppen.get('location'),
        '/',
        terug,
      )
    }
    for (const rol of ['', 'inwoner', '__proto__', 'beheerder,raadslid', "' or 1=1--", '\u0000'])
      keurFout(
        await wij.lees('/inloggen/demo', { method: 'POST', body: new URLSearchParams({ rol }) }),
        [400],
        rol,
      )
  })

  test('een onbekende host hoort een zin, en niet welke gemeenten er wel zijn', async () => {
    const { vraag } = maakVerbinding(wij.poort, 'kwaad.example')
    for (const pad of ['/', '/onderdelen/oco', '/api/v1/onderdelen', '/wijzigen']) {
      const { status, lijf, koppen } = await vraag(pad)
      const tekst = lijf.toString()
      assert.equal(status, 404, pad)
      assert.match(tekst, /Controleer het adres in uw browser/u)
      assert.doesNotMatch(tekst, /Midden-Drenthe|Andere gemeente/u)
      assert.ok(koppen['content-security-policy'] !== undefined)
    }
    const ander = maakVerbinding(wij.poort, `ander.localhost:${wij.poort}`)
    assert.doesNotMatch((await ander.vraag('/onderdelen/oco')).lijf.toString(), /Midden-Drenthe/u)
    assert.equal((await ander.vraag('/wijzigen', { headers: { cookie: manager } })).status, 303)
  })

  test('een verbinding die liegt of rommel stuurt, krijgt een zin en houdt niemand op', async () => {
    const eigen = [`Host: localhost:${wij.poort}`, `Cookie: ${manager}`, `Origin: ${wij.adres}`].join('\r\n')
    const post = `POST /wijzigen/programma HTTP/1.1\r\n${eigen}\r\nContent-Type: application/x-www-form-urlencoded`
    const rommel: [zin: RegExp, bytes: string][] = [
      [/^HTTP\/1\.1 400[\s\S]*niet lezen/u, 'hallo\r\n\r\n'],
      [/^HTTP\/1\.1 400[\s\S]*niet lezen/u, `GET /\0 HTTP/1.1\r\n${eigen}\r\n\r\n`],
      [/^HTTP\/1\.1 400[\s\S]*niet lezen/u, 'GET / HTTP/1.1\r\nHost: a b"<script>\r\n\r\n'],
      [/^HTTP\/1\.1 400[\s\S]*niet lezen/u, `${post}\r\nContent-Length: -1\r\n\r\nx=1`],
      [
        /^HTTP\/1\.1 400[\s\S]*niet lezen/u,
        `${post}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0`,
      ],
      [/^HTTP\/1\.1 400[\s\S]*niet lezen/u, `${post}\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nx=1`],
      [
        /^HTTP\/1\.1 431[\s\S]*te lang/u,
        `GET /zoeken?zoek=${'y'.repeat(20_000)} HTTP/1.1\r\n${eigen}\r\n\r\n`,
      ],
      [/^HTTP\/1\.1 413[\s\S]*te groot/u, `${post}\r\nContent-Length: 99999999999\r\n\r\nx=1`],
    ]
    for (const [zin, bytes] of rommel) {
      const antwoord = await rauw(wij.poort, bytes)
      assert.match(antwoord, zin, bytes.slice(0, 80))
      assert.doesNotMatch(antwoord, /<script>/u)
    }
    // Belooft meer dan er komt, en hangt dan op.
    const half = connect(wij.poort, '127.0.0.1')
    half.on('error', () => undefined)
    half.write(`${post}\r\nContent-Length: 500\r\n\r\ntitel=half`, () => half.destroy())
    assert.equal((await wij.lees('/')).status, 200)
    for (const type of ['application/json', 'text/plain', 'multipart/form-data', 'image/png', '; ;'])
      for (const pad of [
        '/wijzigen/programma',
        '/plan-bestand',
        '/vaststellen',
        '/besluiten',
        '/plancontrole',
      ])
        keurFout(
          await wij.lees(pad, {
            method: 'POST',
            headers: { cookie: manager, origin: wij.adres, 'content-type': type },
            body: '{"titel":',
          }),
          [400],
          `${type} ${pad}`,
        )
  })

  test('60 MB wordt geweigerd met een zin, zonder hem in het geheugen te nemen', {
    timeout: 30_000,
  }, async () => {
    const { stroom } = maakVerbinding(wij.poort, '')
    const koppen = [
      'POST /plan-bestand HTTP/1.1',
      `Host: localhost:${wij.poort}`,
      `Cookie: ${manager}`,
      `Origin: ${wij.adres}`,
      'Content-Type: multipart/form-data; boundary=x',
    ]
    const eerlijk = await stroom([...koppen, `Content-Length: ${60 * MB}`], Buffer.alloc(MB), 60)
    assert.match(eerlijk.antwoord, /^HTTP\/1\.1 413[\s\S]*Dit is te groot/u)
    const deel = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(MB), Buffer.from('\r\n')])
    const zonderLengte = await stroom([...koppen, 'Transfer-Encoding: chunked'], deel, 60)
    assert.match(zonderLengte.antwoord, /^HTTP\/1\.1 413[\s\S]*Dit is te groot/u)
    for (const { verstuurd } of [eerlijk, zonderLengte])
      assert.ok(verstuurd < 30 * MB, `${verstuurd} verstuurd`)
    // Een browser stuurt door tot het eind en wil dan de zin zien, geen kapotte verbinding.
    const groot = new FormData()
    groot.set('bestand', new File([new Uint8Array(60 * MB)], 'groot.ods'))
    keurFout(
      await wij.lees('/plan-bestand', { method: 'POST', body: groot, cookie: manager }),
      [413],
      'browser',
    )
    const groot2 = new FormData()
    groot2.set('bestand', new File([new Uint8Array(13 * MB)], 'groot.ods'))
    keurFout(await wij.lees('/plan-bestand', { method: 'POST', body: groot2 }), [401], 'niet ingelogd')
  })

  test('een bestand dat geen plan is, zegt waar het misgaat en laat niets achter', {
    timeout: 60_000,
  }, async () => {
    const plank: unknown = JSON.parse(plan)
    assert.ok(typeof plank === 'object' && plank !== null)
    const met = (anders: Record<string, unknown>): Buffer =>
      Buffer.from(JSON.stringify({ ...plank, ...anders }))
    const diep = (n: number): string => '['.repeat(n) + ']'.repeat(n)
    const ods = new Uint8Array(await (await fetch(`${wij.adres}/planbestand.ods`)).arrayBuffer())
    const xlsx = new Uint8Array(await (await fetch(`${wij.adres}/planbestand.xlsx`)).arrayBuffer())
    const cel =
      '<table:table-cell table:formula="of:=HYPERLINK(&quot;http://x&quot;)" office:value-type="string">'
    const inhoud = strFromU8(unzipSync(ods)['content.xml'] ?? new Uint8Array())
    const formule = inhoud.replace(
      /<table:table-cell[^>]*><text:p>Programma Sociaal/u,
      `${cel}<text:p>Programma Sociaal`,
    )
    const bestanden: [naam: string, zin: RegExp, bytes: Uint8Array][] = [
      ['leeg.json', /Dit bestand is leeg/u, Buffer.from('')],
      [
        'kapot.json',
        /JSON is niet af \(regel 2, teken \d+\)/u,
        Buffer.from('{"formaat": "programmaplan",\n "versie": 1,'),
      ],
      ['ander.json', /Dit is geen programmaplan/u, Buffer.from('[]')],
      ['versie.json', /Verwacht versie 1, gevonden 2\./u, met({ versie: 2 })],
      ['lang.json', /Verwacht versie 1, gevonden &quot;x{10,60}…\./u, met({ versie: 'x'.repeat(100_000) })],
      ['typen.json', /doelen[\s\S]*Hier hoort een lijst; er staat een getal\./u, met({ doelen: 5 })],
      ['pad.json', /raming\[0\]\.jaar/u, met({ raming: [{ jaar: '2023' }] })],
      [
        'velden.json',
        /Dit veld kennen wij niet: a0, a1/u,
        met(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`a${i}`, 1]))),
      ],
      ['diep.json', /geen getal/u, Buffer.from(`{"formaat":"programmaplan","versie":${diep(1_000_000)}}`)],
      [
        'half.json',
        /programma\.titel[\s\S]*geen leesbare tekst/u,
        Buffer.from(plan.replace('"titel":"Programma', '"titel":"\\u0000\\ud800')),
      ],
      ['foto.ods', /geen JSON, ODS of XLSX/u, Buffer.from('\x89PNG\r\n\x1a\n'.padEnd(5_000, 'x'), 'latin1')],
      ['brief.ods', /geen JSON, ODS of XLSX/u, Buffer.from('%PDF-1.7\n'.padEnd(5_000, 'x'))],
      ['zip.ods', /geen rekenblad/u, zipVan({ 'a.txt': 'hoi' })],
      ['oud.xls', /oud Excel-bestand/u, Buffer.from('d0cf11e0a1b11ae1'.padEnd(8_000, '0'), 'hex')],
      ['afgebroken.ods', /beschadigd/u, ods.subarray(0, 4_000)],
      [
        'bom.ods',
        /veel te groot/u,
        zipVan({
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'content.xml': new Uint8Array(200 * MB),
        }),
      ],
      ['bom.xlsx', /veel te groot/u, xlsxVan({ blad: `<sheetData>${' '.repeat(100 * MB)}</sheetData>` })],
      ['zonder.ods', /Dit blad ontbreekt/u, odsVan('<table:table table:name="Blad1"></table:table>')],
      ['zonder.xlsx', /Dit blad ontbreekt/u, xlsxVan({ blad: '<sheetData/>' })],
      ['lol.ods', /DOCTYPE/u, odsVan('<table:table/>', {}, '<!DOCTYPE x [<!ENTITY lol "lol">]>')],
      ['macro.xlsm', /macro’s/u, zipVan({ ...unzipSync(xlsx), 'xl/vbaProject.bin': 'macro' })],
      [
        'formule.ods',
        /cel B\d+[\s\S]*Hier staat een formule/u,
        zipVan({ ...unzipSync(ods), 'content.xml': strToU8(formule) }),
      ],
      [`${GIF}.json`, /Dit is geen programmaplan/u, Buffer.from('{}')],
      [`${'n'.repeat(5_000)}.json`, /Dit is geen programmaplan/u, Buffer.from('{}')],
    ]
    for (const [naam, zin, bytes] of bestanden)
      for (const pad of ['/plancontrole/bestand', '/plan-bestand']) {
        const body = new FormData()
        body.set('bestand', new File([new Uint8Array(bytes)], naam))
        const antwoord: Antwoord = await wij.lees(pad, { method: 'POST', body, cookie: manager })
        const wat = `${pad} ${naam.slice(0, 20)}`
        keurFout(antwoord, [400], wat)
        assert.match(antwoord.tekst.replace(/<[^>]+>/gu, ' '), zin, wat)
        assert.ok(antwoord.tekst.length < 100_000, wat)
      }
    for (const ingepakt of ['', 'x', '{}', 'H4sIAAAA', 'A'.repeat(2 * MB)]) {
      const body = new URLSearchParams({ inhoud: ingepakt, basis: '1', waarom: 'x' })
      keurFout(
        await wij.lees('/plan-bestand/overnemen', { method: 'POST', body, cookie: manager }),
        [400],
        ingepakt.slice(0, 9),
      )
    }
    assert.equal((await wij.lees('/versies/2', { cookie: manager })).status, 404)
  })
})

/** Stuurt bytes die geen browser zou sturen, en leest wat er terugkomt tot de server ophangt. */
function rauw(poort: number, bytes: string): Promise<string> {
  return new Promise((klaar) => {
    const lijn = connect(poort, '127.0.0.1')
    let uit = ''
    lijn.setTimeout(2_000, () => lijn.destroy())
    lijn.on('data', (deel) => {
      uit += deel.toString()
    })
    lijn.on('error', () => undefined)
    lijn.on('close', () => klaar(uit))
    lijn.write(bytes)
  })
}
