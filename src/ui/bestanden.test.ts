import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { ADRES, bestanden, maakStijl } from '#ui/bestanden.ts'

const alle = bestanden()
const css = alle.get(ADRES.stijl)?.body.toString() ?? ''

test('elk bestand draagt zijn vingerafdruk in zijn naam en in zijn ETag', () => {
  for (const [pad, bestand] of alle) {
    const afdruk = /\.([0-9a-f]{12})\.(?:css|woff2|svg|js)$/u.exec(pad)?.[1]
    assert.equal(bestand.etag, `"${afdruk}"`, pad)
    if (bestand.gzip !== undefined) assert.deepEqual(gunzipSync(bestand.gzip), bestand.body)
    if (bestand.brotli !== undefined) assert.deepEqual(brotliDecompressSync(bestand.brotli), bestand.body)
  }
})

test('de opmaak haalt alleen bestanden die wij zelf uitgeven', () => {
  const adressen = [...css.matchAll(/url\(([^)]+)\)/gu)].map(([, adres = '']) => adres)
  assert.equal(adressen.length, 2)
  for (const adres of adressen) assert.ok(alle.has(adres), adres)
  assert.ok(!css.includes('@import'))
})

test('opmaak, letter en script samen zijn ruim onder 60 kB over de lijn', () => {
  const gewicht = [ADRES.stijl, ADRES.letter, ADRES.script].map((pad) => {
    const bestand = alle.get(pad)
    return bestand?.gzip?.length ?? bestand?.body.length ?? 0
  })
  assert.ok(gewicht.every((deel) => deel > 0))
  assert.ok(gewicht.reduce((a, b) => a + b, 0) < 60_000, gewicht.join(' + '))
})

test('het script is gewoon JavaScript', () => {
  const script = alle.get(ADRES.script)?.body.toString() ?? ''
  assert.ok(!script.includes('HTMLDetailsElement'))
  assert.doesNotThrow(() => new Function(script))
})

test('een gemeente met eigen tokens krijgt een eigen adres, en haar tokens winnen', () => {
  const eigen = maakStijl('gm0001', ':root { --oz-accent: #7a1f3d }')
  assert.notEqual(eigen.pad, ADRES.stijl)
  assert.ok(eigen.body.toString().trimEnd().endsWith(':root{--oz-accent:#7a1f3d}'))
})

// Ook een kamer boven de kit mag een klas van de kit noemen.
const bron = readdirSync(new URL('../', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((naam) => /\.tsx?$/u.test(naam) && !naam.includes('.test.'))
  .map((naam) => readFileSync(new URL(`../${naam}`, import.meta.url), 'utf8'))
  .join('\n')

/** Klassen die in de bron staan, en het vaste begin van klassen die er worden samengesteld. */
const heel = new Set(bron.match(/oz-[a-z0-9_-]*[a-z0-9]/gu))
const begin = [...bron.matchAll(/(oz-[a-z0-9_-]+)\$\{/gu)].map(([, deel = '']) => deel)

test('elke eigen klas in de opmaak wordt ergens gebruikt', () => {
  const dood = [...new Set([...css.matchAll(/\.(oz-[\w-]+)/gu)].map(([, klas = '']) => klas))].filter(
    (klas) => !heel.has(klas) && !begin.some((deel) => klas.startsWith(deel)),
  )
  assert.deepEqual(dood, [])
})
