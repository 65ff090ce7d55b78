import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import {
  afdrukVan,
  etagVan,
  heeftAl,
  maakPaginacache,
  type Pagina,
  sleutelVan,
  vormVoor,
} from '#start/web/paginacache.ts'

function pagina(tekst: string, eigen: Partial<Pagina> = {}): Pagina {
  const lijf = new TextEncoder().encode(tekst)
  return {
    gemeente: 'gm1',
    kop: 'stand 1',
    totMs: 60_000,
    lijf,
    type: 'text/html',
    afdruk: afdrukVan(lijf),
    koppen: [],
    geperst: {},
    ...eigen,
  }
}
const stand1 = (): string => 'stand 1'

test('bewaren en vinden, tot de stand verandert', () => {
  const cache = maakPaginacache()
  cache.bewaar('a', pagina('een'), cache.tijdperk())
  assert.equal(cache.vind('a', stand1, 0)?.kop, 'stand 1')
  assert.equal(cache.vind('b', stand1, 0), undefined)
  assert.equal(
    cache.vind('a', () => 'stand 2', 0),
    undefined,
  )
  assert.equal(cache.vind('a', stand1, 0), undefined, 'wat verlopen was, is weg')
})

test('zonder bekende stand geldt niets', () => {
  const cache = maakPaginacache()
  cache.bewaar('a', pagina('een'), cache.tijdperk())
  assert.equal(
    cache.vind('a', () => undefined, 0),
    undefined,
  )
})

test('na de uiterste tijd opnieuw tekenen', () => {
  const cache = maakPaginacache()
  cache.bewaar('a', pagina('een'), cache.tijdperk())
  assert.ok(cache.vind('a', stand1, 59_999))
  assert.equal(cache.vind('a', stand1, 60_000), undefined)
})

test('vergeten per gemeente, en wie ervoor begon te tekenen mag niet meer bewaren', () => {
  const cache = maakPaginacache()
  cache.bewaar('a', pagina('een'), cache.tijdperk())
  cache.bewaar('b', pagina('twee', { gemeente: 'gm2' }), cache.tijdperk())
  const begonnenIn = cache.tijdperk()
  cache.vergeet('gm1')
  assert.equal(cache.vind('a', stand1, 0), undefined)
  assert.ok(cache.vind('b', stand1, 0))
  cache.bewaar('a', pagina('oud'), begonnenIn)
  assert.equal(cache.vind('a', stand1, 0), undefined)
  cache.vergeet()
  assert.equal(cache.stand().paginas, 0)
  assert.equal(cache.stand().bytes, 0)
})

test('de oudste gaat eruit, wat pas is gevraagd blijft', () => {
  const cache = maakPaginacache(5_000)
  for (const naam of ['a', 'b', 'c']) cache.bewaar(naam, pagina('x'.repeat(400)), cache.tijdperk())
  cache.vind('a', stand1, 0)
  cache.bewaar('d', pagina('x'.repeat(400)), cache.tijdperk())
  assert.ok(cache.vind('a', stand1, 0))
  assert.equal(cache.vind('b', stand1, 0), undefined)
})

test('nooit meer bytes dan de grens, en de telling klopt altijd', () => {
  const stap = fc.oneof(
    fc.record({ doe: fc.constant('bewaar'), naam: fc.nat(20), lang: fc.integer({ min: 0, max: 3_000 }) }),
    fc.record({ doe: fc.constant('pers'), naam: fc.nat(20), lang: fc.nat(1) }),
    fc.record({ doe: fc.constant('vergeet'), naam: fc.nat(2), lang: fc.nat(1) }),
  )
  fc.assert(
    fc.property(fc.array(stap, { maxLength: 60 }), (stappen) => {
      const cache = maakPaginacache(20_000)
      for (const { doe, naam, lang } of stappen) {
        const sleutel = String(naam)
        if (doe === 'bewaar') cache.bewaar(sleutel, pagina('y'.repeat(lang)), cache.tijdperk())
        const gevonden = cache.vind(sleutel, stand1, 0)
        if (doe === 'pers' && gevonden) cache.inVorm(sleutel, gevonden, lang === 0 ? 'br' : 'gzip')
        if (doe === 'vergeet') cache.vergeet(naam === 0 ? undefined : 'gm1')
        assert.ok(cache.stand().bytes <= 20_000)
      }
      cache.vergeet()
      return cache.stand().bytes === 0
    }),
    { numRuns: 50 },
  )
})

test('te lange adressen en te grote bladen worden niet bewaard', () => {
  const cache = maakPaginacache()
  cache.bewaar('s'.repeat(601), pagina('x'), cache.tijdperk())
  cache.bewaar('a', pagina('', { lijf: new Uint8Array(4 * 1024 * 1024 + 1) }), cache.tijdperk())
  assert.equal(cache.stand().paginas, 0)
})

test('elke geperste vorm pakt uit tot hetzelfde, en wordt één keer gemaakt', () => {
  const cache = maakPaginacache()
  const blad = pagina('hallo '.repeat(500))
  cache.bewaar('a', blad, cache.tijdperk())
  const br = cache.inVorm('a', blad, 'br')
  assert.deepEqual(new Uint8Array(brotliDecompressSync(br)), blad.lijf)
  assert.deepEqual(new Uint8Array(gunzipSync(cache.inVorm('a', blad, 'gzip'))), blad.lijf)
  assert.equal(cache.inVorm('a', blad, 'br'), br)
})

for (const [vraag, type, lang, verwacht] of [
  [undefined, 'text/html', 2_000, 'kaal'],
  ['gzip, deflate, br, zstd', 'text/html; charset=UTF-8', 2_000, 'br'],
  ['gzip', 'application/json', 2_000, 'gzip'],
  ['GZIP;q=0.5', 'application/problem+json', 2_000, 'gzip'],
  ['br;q=0, gzip', 'text/css', 2_000, 'gzip'],
  ['br;q=0.0', 'text/css', 2_000, 'kaal'],
  ['br', 'image/png', 2_000, 'kaal'],
  ['br', 'application/vnd.oasis.opendocument.spreadsheet', 2_000, 'kaal'],
  ['br', 'text/html', 999, 'kaal'],
  ['brotli', 'text/html', 2_000, 'kaal'],
] as const)
  test(`vormVoor: ${vraag} ${type} ${lang} → ${verwacht}`, () =>
    assert.equal(vormVoor(vraag, { lijf: new Uint8Array(lang), type }), verwacht))

for (const [gevraagd, verwacht] of [
  ['"abc"', true],
  ['"abc.br"', true],
  ['W/"abc.gzip"', true],
  ['"x", "abc"', true],
  ['*', true],
  ['"abcd"', false],
  ['abc', false],
  ['', false],
] as const)
  test(`heeftAl: ${gevraagd}`, () => assert.equal(heeftAl(gevraagd, 'abc'), verwacht))

test('elke vorm heeft een eigen etag', () => {
  assert.equal(new Set((['kaal', 'br', 'gzip'] as const).map((vorm) => etagVan('abc', vorm))).size, 3)
})

test('hosts in hoofdletters zijn dezelfde host', () => {
  assert.equal(sleutelVan('A.nl', '/X'), sleutelVan('a.nl', '/X'))
  assert.notEqual(sleutelVan('a.nl', '/X'), sleutelVan('a.nl', '/x'))
})
