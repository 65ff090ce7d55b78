import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { alsXml, el } from '#verantwoording/openbaarheid/xml.ts'

/** Leest XML streng en geeft alle tekst terug; gooit als het niet welgevormd is. */
function tekstVan(xml: string): { tekst: string; kenmerk: string } {
  const lezer = new SaxesParser({ xmlns: true })
  let [tekst, kenmerk] = ['', '']
  lezer.on('error', (fout) => {
    throw fout
  })
  lezer.on('text', (deel) => {
    tekst += deel
  })
  lezer.on('opentag', ({ attributes }) => {
    kenmerk += attributes['k']?.value ?? ''
  })
  lezer.write(xml).close()
  return { tekst: tekst.trim(), kenmerk }
}

const alleenXml = (tekst: string): string =>
  tekst.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')

test('wat er ook in staat: het blijft welgevormd, en gewone tekens komen terug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (tekst) => {
      const gelezen = tekstVan(alsXml(el('a', { k: tekst }, el('b', {}, tekst))))
      assert.equal(gelezen.tekst, alleenXml(tekst).replaceAll(/\r\n?/gu, '\n').trim())
    }),
    { numRuns: 500 },
  )
})

test('tekens met een betekenis in XML worden tekst', () => {
  const xml = alsXml(el('a', { k: '"><b/>' }, '<script>&amp;]]>'))
  assert.deepEqual(tekstVan(xml), { tekst: '<script>&amp;]]>', kenmerk: '"><b/>' })
})

test('een element zonder inhoud sluit zichzelf', () =>
  assert.equal(alsXml(el('a', {})), '<?xml version="1.0" encoding="UTF-8"?>\n<a/>\n'))
