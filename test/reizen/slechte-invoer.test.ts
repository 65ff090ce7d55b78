import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { z } from 'zod'
import { GIF, type Indringer, keurFout, keurTekst, maakIndringer, RAAR } from '#test/indringer.ts'
import { maakVerbinding } from '#test/verbinding.ts'

/** Alles wat verkeerd kan zijn aan een adres of een verbinding, tegen de echte website. */
const OPENAPI = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

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
  before(async () => {
    wij = await maakIndringer()
    manager = await wij.logIn('programmamanager')
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
    // Wat alleen schrijft, antwoordt op lezen met 405; dat toetst de api zelf.
    const metSleutel = Object.entries(paths).flatMap(([pad, hoe]) =>
      pad.includes('{') && 'get' in hoe ? [pad] : [],
    )
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
