import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { proefrapport, rapportMet } from '#test/rapporten.ts'
import { RARE_TEKST } from '#test/rare-tekst.ts'
import { rapportdocument } from '#uitwisseling/rapport/document.ts'
import { schrijfOdt } from '#uitwisseling/rapport/odt.ts'
import { leesXml } from '#uitwisseling/rekenblad/xml.ts'
import { openArchief } from '#uitwisseling/rekenblad/zip.ts'

type Element = { naam: string; kenmerken: Readonly<Record<string, string>>; tekst: string }

/** De elementen van een deel op volgorde, elk met alle tekst erin; gooit als het geen welgevormd XML is. */
function elementen(odt: Uint8Array, deel: string): Element[] {
  const bytes = openArchief(odt).lees(deel)
  assert.ok(bytes !== undefined, deel)
  const alle: Element[] = []
  const open: Element[] = []
  leesXml(bytes, deel, {
    open: (naam, kenmerken) => {
      const element = { naam, kenmerken, tekst: '' }
      alle.push(element)
      open.push(element)
    },
    tekst: (tekst) => {
      for (const element of open) element.tekst += tekst
    },
    sluit: () => void open.pop(),
  })
  return alle
}

const rapport = proefrapport()
const odt = schrijfOdt(rapportdocument(rapport))

test('de koppen van het rapport zijn koppen met hun niveau', () => {
  const koppen = elementen(odt, 'content.xml')
    .filter(({ naam }) => naam === 'h')
    .map(({ kenmerken, tekst }) => [kenmerken['outline-level'], tekst])
  const bedoeld = rapport.delen.flatMap(({ titel, blokken }) => [
    ['1', titel],
    ...blokken.flatMap((blok) => (blok.soort === 'kop' ? [[String(blok.niveau), blok.tekst]] : [])),
  ])
  assert.deepEqual(koppen, bedoeld)
})

test('elke tabel heeft een koprij, elke tekening een beschrijving en een bestand', () => {
  const inhoud = elementen(odt, 'content.xml')
  const tel = (zoek: string): number => inhoud.filter(({ naam }) => naam === zoek).length
  assert.equal(tel('table'), 7)
  assert.equal(tel('table-header-rows'), 7)
  assert.equal(tel('frame'), 5)
  assert.equal(inhoud.filter(({ naam, tekst }) => naam === 'desc' && tekst !== '').length, 5)
  const beelden = inhoud.flatMap(({ naam, kenmerken }) => (naam === 'image' ? [kenmerken['href'] ?? ''] : []))
  for (const beeld of beelden) assert.equal(elementen(odt, beeld)[0]?.naam, 'svg')
  const genoemd = elementen(odt, 'META-INF/manifest.xml').map(({ kenmerken }) => kenmerken['full-path'])
  for (const naam of openArchief(odt).namen)
    if (naam !== 'mimetype' && !naam.startsWith('META-INF')) assert.ok(genoemd.includes(naam), naam)
})

test('titel, taal en tijd staan erin, en op elke bladzijde dat de cijfers verzonnen zijn', () => {
  const meta = new Map(elementen(odt, 'meta.xml').map(({ naam, tekst }) => [naam, tekst]))
  assert.equal(meta.get('title'), rapport.titel)
  assert.equal(meta.get('language'), 'nl-NL')
  assert.equal(meta.get('creation-date'), '2025-02-14T09:30:15Z')
  const koppen = elementen(odt, 'styles.xml').filter(({ naam }) => naam === 'header')
  assert.equal(koppen.length, 3)
  for (const { tekst } of koppen) assert.match(tekst, /verzonnen/u)
  const stil = schrijfOdt(rapportdocument({ ...rapport, verzonnen: false }))
  assert.doesNotMatch(elementen(stil, 'content.xml')[0]?.tekst ?? '', /verzonnen/u)
})

test('dezelfde inhoud geeft dezelfde bytes', () => {
  assert.deepEqual(schrijfOdt(rapportdocument(proefrapport())), odt)
})

test('rare tekst blijft tekst en het bestand blijft welgevormd', () => {
  const isHeel = (tekst: string): void => {
    const inhoud = elementen(schrijfOdt(rapportdocument(rapportMet(tekst))), 'content.xml')
    assert.equal(inhoud.filter(({ naam }) => naam === 'table').length, 6, tekst)
  }
  for (const tekst of ['<text:p>&amp;]]>', 'a\u0000b\ud800c', '  twee  spaties\ten\neen regel '])
    isHeel(tekst)
  fc.assert(fc.property(RARE_TEKST, isHeel), { numRuns: 40 })
})

const heeftWriter =
  spawnSync('soffice', ['--version'], { timeout: 30_000 }).status === 0 &&
  spawnSync('sh', ['-c', 'ls /usr/lib/libreoffice/program/libswlo.so']).status === 0

test('LibreOffice opent het: dezelfde koppen, tabellen en tekeningen', {
  skip: heeftWriter ? false : 'LibreOffice Writer ontbreekt: installeer het pakket libreoffice-writer.',
}, () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-odt-'))
  after(() => rmSync(map, { recursive: true, force: true }))
  writeFileSync(join(map, 'in.odt'), odt)
  const profiel = `-env:UserInstallation=${pathToFileURL(join(map, 'profiel')).href}`
  const klaar = spawnSync(
    'soffice',
    [profiel, '--headless', '--convert-to', 'fodt', '--outdir', join(map, 'uit'), join(map, 'in.odt')],
    { timeout: 120_000, encoding: 'utf8' },
  )
  assert.equal(klaar.status, 0, klaar.stderr)
  const terug = readFileSync(join(map, 'uit', 'in.fodt'), 'utf8')
  const tel = (zoek: RegExp): number => [...terug.matchAll(zoek)].length
  assert.equal(tel(/<table:table /gu), 7)
  assert.equal(tel(/<svg:desc>/gu), 5)
  assert.equal(tel(/<text:h /gu), elementen(odt, 'content.xml').filter(({ naam }) => naam === 'h').length)
  assert.match(terug, /Jaarverantwoording sociaal domein 2024/u)
})
