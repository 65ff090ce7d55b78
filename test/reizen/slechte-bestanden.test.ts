import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { type Antwoord, GIF, type Indringer, keurFout, maakIndringer } from '#test/indringer.ts'
import { odsVan, xlsxVan, zipVan } from '#test/rekenbladen.ts'
import { maakVerbinding } from '#test/verbinding.ts'

/** Bestanden die te groot, kapot, gevaarlijk of gewoon iets anders zijn, tegen de echte website. */
const MB = 1024 * 1024

describe('slechte bestanden', () => {
  let wij: Indringer
  let manager: string
  let plan: string
  before(async () => {
    wij = await maakIndringer()
    manager = await wij.logIn('programmamanager')
    plan = readFileSync('voorbeelden/midden-drenthe/programmaplan-2022-2026.json', 'utf8')
  })
  after(() => wij?.sluit())

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
