import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { odsVan, xlsxVan, zipVan } from '#test/rekenbladen.ts'
import { leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import type { Rekenbladreden } from '#uitwisseling/rekenblad/teksten.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

const reden = (bytes: Uint8Array): Rekenbladreden | 'gelezen' => {
  const uitkomst = leesWerkboek(bytes)
  if (uitkomst.ok) return 'gelezen'
  assert.match(uitkomst.reden.melding, /^[A-Z].*\.$/u, 'elke weigering is een zin')
  return uitkomst.reden.reden
}

const CEL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
const rij = (inhoud: string, kenmerk = ''): string => `<table:table-row${kenmerk}>${inhoud}</table:table-row>`
const blad = (inhoud: string, naam = 'Blad'): string =>
  `<table:table table:name="${naam}">${inhoud}</table:table>`
const celMet = (kenmerk: string): string => CEL.replace(' office', ` ${kenmerk} office`)

const NULLEN = new Uint8Array(70 * 1024 * 1024)
const GEWOON = schrijfOds({ bladen: [{ naam: 'A', rijen: [] }] })
const WERKBOEK = {
  bladen: [{ naam: 'A', rijen: [{ cellen: [{ soort: 'tekst', tekst: 'inhoud' } as const] }] }],
}

function versleuteldeZip(): Uint8Array {
  const bytes = Uint8Array.from(GEWOON)
  for (let i = 0; i + 4 < bytes.length; i++)
    if (bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2)
      bytes[i + 8] = 1
  return bytes
}

/** Liegt over de omvang van het eerste deel: de inhoudsopgave zegt één byte. */
function liegendeZip(): Uint8Array {
  const bytes = zipSync({ 'content.xml': [NULLEN, { level: 9 }], mimetype: new Uint8Array(4) })
  const beeld = new DataView(bytes.buffer)
  for (let i = bytes.length - 200; i + 4 < bytes.length; i++)
    if (beeld.getUint32(i, true) === 0x02014b50) {
      beeld.setUint32(i + 24, 1, true)
      break
    }
  return bytes
}

const gevallen: readonly (readonly [string, () => Uint8Array, Rekenbladreden | 'gelezen'])[] = [
  ['niets', () => new Uint8Array(), 'leeg'],
  ['meer dan 12 MB', () => new Uint8Array(12 * 1024 * 1024 + 1), 'te_groot'],
  [
    'een oud of beveiligd Excel-bestand',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
    'oud_of_beveiligd',
  ],
  ['tekst', () => new TextEncoder().encode('PK is geen zip'), 'beschadigd'],
  ['een plaatje', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'geen_rekenblad'],
  ['een zip met iets anders', () => zipVan({ 'brief.txt': 'hallo' }), 'geen_rekenblad'],
  [
    'een Word-bestand',
    () => zipVan({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    'geen_rekenblad',
  ],
  ['een afgebroken zip', () => GEWOON.slice(0, GEWOON.length - 40), 'beschadigd'],
  ['een zip met een wachtwoord', versleuteldeZip, 'versleuteld'],
  [
    'een ODS met een wachtwoord',
    () =>
      odsVan('', { 'META-INF/manifest.xml': '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>' }),
    'versleuteld',
  ],
  ['70 MB nullen in een klein bestand', () => zipVan({ mimetype: '', 'content.xml': NULLEN }), 'zipbom'],
  ['een zip die over zijn omvang liegt', liegendeZip, 'zipbom'],
  ['macro’s in XLSX', () => xlsxVan({ blad: '', extra: { 'xl/vbaProject.bin': 'x' } }), 'macro'],
  [
    'een werkboek dat zich voor macro’s aanmeldt',
    () =>
      xlsxVan({
        blad: '',
        extra: {
          '[Content_Types].xml':
            '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        },
      }),
    'macro',
  ],
  ['Excel 4-macro’s', () => xlsxVan({ blad: '', extra: { 'xl/macrosheets/sheet1.xml': '<x/>' } }), 'macro'],
  ['macro’s in ODS', () => odsVan('', { 'Basic/Standard/Module1.xml': '<x/>' }), 'macro'],
  ['een script in ODS', () => odsVan('<office:scripts><office:script/></office:scripts>'), 'macro'],
  ['een leeg script-element van LibreOffice', () => odsVan(`<office:scripts/>${blad(rij(CEL))}`), 'gelezen'],
  ['DOCTYPE', () => odsVan(blad(rij(CEL)), {}, '<!DOCTYPE x>'), 'doctype'],
  ['ENTITY', () => odsVan(blad(rij(CEL)), {}, '<!DOCTYPE x [<!ENTITY a "b">]>'), 'doctype'],
  ['een onbekende entity', () => odsVan(blad(rij(CEL.replace('x<', '&a;<')))), 'geen_xml'],
  ['DOCTYPE in een los deel van XLSX', () => xlsxVan({ blad: '', gedeeld: '<!DOCTYPE x>' }), 'geen_xml'],
  ['kapotte XML', () => odsVan('<table:table>'), 'geen_xml'],
  ['een heel diep genest bestand', () => odsVan('<a>'.repeat(5000) + '</a>'.repeat(5000)), 'geen_xml'],
  ['geen UTF-8', () => zipVan({ 'content.xml': Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe) }), 'geen_xml'],
  [
    '61 bladen',
    () => odsVan(Array.from({ length: 61 }, (_, i) => blad('', `b${i}`)).join('')),
    'te_veel_bladen',
  ],
  ['twee bladen met dezelfde naam', () => odsVan(blad('', 'Bronnen') + blad('', 'bronnen')), 'dubbel_blad'],
  [
    'een miljoen lege rijen onderaan, zoals LibreOffice ze schrijft',
    () => odsVan(blad(rij(CEL) + rij('<table:table-cell/>', ' table:number-rows-repeated="1048575"'))),
    'gelezen',
  ],
  [
    'een rij die zich een miljard keer herhaalt',
    () => odsVan(blad(rij(CEL, ' table:number-rows-repeated="999999999"'))),
    'te_veel_rijen',
  ],
  [
    'een cel die zich een miljard keer herhaalt',
    () => odsVan(blad(rij(celMet('table:number-columns-repeated="999999999"')))),
    'te_veel_kolommen',
  ],
  [
    '1000 bij 50000 herhaalde cellen',
    () =>
      odsVan(
        blad(rij(celMet('table:number-columns-repeated="1000"'), ' table:number-rows-repeated="50000"')),
      ),
    'te_veel_cellen',
  ],
  [
    'veel kleine bladen samen',
    () =>
      odsVan(
        Array.from({ length: 50 }, (_, i) =>
          blad(
            rij(celMet('table:number-columns-repeated="900"'), ' table:number-rows-repeated="30"'),
            `b${i}`,
          ),
        ).join(''),
      ),
    'te_veel_cellen',
  ],
  [
    'een reeks van een miljard spaties',
    () => odsVan(blad(rij(CEL.replace('>x<', '>x<text:s text:c="9999999999"/><')))),
    'te_veel_cellen',
  ],
  [
    'een cel op rij een miljoen',
    () => xlsxVan({ blad: '<sheetData><row r="1000000"><c r="A1000000"><v>1</v></c></row></sheetData>' }),
    'te_veel_rijen',
  ],
  [
    'een cel in kolom XFD',
    () => xlsxVan({ blad: '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>' }),
    'te_veel_kolommen',
  ],
  ['gewoon ODS', () => schrijfOds(WERKBOEK), 'gelezen'],
  ['gewoon XLSX', () => schrijfXlsx(WERKBOEK), 'gelezen'],
]

for (const [naam, maak, verwacht] of gevallen)
  test(`${naam}: ${verwacht}`, () => {
    const begin = performance.now()
    assert.equal(reden(maak()), verwacht)
    assert.ok(performance.now() - begin < 5000, 'een weigering komt snel')
  })

test('een omgevallen byte wordt gezien, of verandert niets aan wat er gelezen wordt', () => {
  const bytes = schrijfXlsx(WERKBOEK)
  const goed = leesWerkboek(bytes)
  let geweigerd = 0
  for (let plaats = 0; plaats < bytes.length; plaats++) {
    const kapot = Uint8Array.from(bytes)
    kapot[plaats] = (kapot[plaats] ?? 0) ^ 0x55
    const gelezen = leesWerkboek(kapot)
    if (gelezen.ok) assert.deepEqual(gelezen, goed)
    else geweigerd++
  }
  assert.ok(geweigerd > 500)
})

test('wat er ook in het XML verandert: het wordt gelezen of geweigerd, nooit iets anders', () => {
  const ods = `${blad(`<table:table-column table:visibility="collapse" table:number-columns-repeated="3"/>${rij(celMet('table:number-columns-spanned="2" table:number-rows-spanned="2"') + CEL, ' table:number-rows-repeated="2"')}`)}`
  const xlsx =
    '<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>x</t></is></c><c r="C1"><f>A1</f><v>1.5E3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C3"/></mergeCells>'
  const vervanging = fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '-1',
      '999999999999',
      '"',
      '<',
      '>',
      '/',
      '&#0;',
      '&x;',
      'NaN',
      'A0',
      ':',
      '\u0000',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 6 }), vervanging, (plaats, lengte, nieuw) => {
      for (const [inhoud, maak] of [
        [ods, odsVan],
        [xlsx, (deel: string) => xlsxVan({ blad: deel, gedeeld: '<si><t>x</t></si>' })],
      ] as const) {
        const van = plaats % inhoud.length
        reden(maak(inhoud.slice(0, van) + nieuw + inhoud.slice(van + lengte)))
      }
    }),
    { numRuns: 400 },
  )
})
