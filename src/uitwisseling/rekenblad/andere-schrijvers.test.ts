import assert from 'node:assert/strict'
import { test } from 'node:test'
import { odsVan, xlsxVan } from '#test/rekenbladen.ts'
import { leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import type { Blad, Cel } from '#uitwisseling/rekenblad/rekenblad.ts'

function eersteBlad(bytes: Uint8Array): Blad {
  const gelezen = leesWerkboek(bytes)
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  const [blad] = gelezen.waarde.bladen
  assert.ok(blad)
  return blad
}

const cellen = (blad: Blad): (readonly Cel[])[] => blad.rijen.map((rij) => rij.cellen)

const t = (tekst: string): Cel => ({ soort: 'tekst', tekst })
const g = (getal: string): Cel => ({ soort: 'getal', getal })
const LEEG: Cel = { soort: 'leeg' }

const STIJLEN =
  '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;dag&quot; 0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
const DATUMCELLEN =
  '<sheetData><row r="1"><c r="A1" s="1"><v>45536</v></c><c r="B1" s="2"><v>45536.5</v></c><c r="C1" s="3"><v>45536</v></c><c r="D1"><v>45536</v></c><c r="E1" t="d"><v>2024-09-01T00:00:00Z</v></c></row></sheetData>'

test('xlsx: gedeelde tekst, met opmaak per stuk en zonder uitspraak', () => {
  const blad = eersteBlad(
    xlsxVan({
      gedeeld:
        '<si><t>een</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">twee </t></r><r><t>drie</t></r><rPh><t>weg</t></rPh></si><si><t>regel_x000D_&#10;x</t></si>',
      blad: '<sheetData><row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c><c t="s"><v>99</v></c></row></sheetData>',
    }),
  )
  assert.deepEqual(cellen(blad), [[t('twee drie'), t('een'), t('regel\r\nx')]])
})

test('xlsx: tekst in de cel, ja en nee, een fout en een formule zonder uitkomst', () => {
  const blad = eersteBlad(
    xlsxVan({
      blad: '<sheetData><row r="2"><c r="B2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#REF!</v></c><c r="E2"><f>A1+1</f></c><c r="F2"><f t="shared" si="0"/><v>7</v></c><c r="G2" t="str"><f>A1</f><v></v></c></row></sheetData>',
    }),
  )
  assert.deepEqual(cellen(blad), [
    [],
    [
      LEEG,
      t('ab'),
      t('ja'),
      { soort: 'fout', code: '#REF!' },
      { soort: 'formule', formule: 'A1+1', waarde: undefined },
      { soort: 'formule', formule: '', waarde: g('7') },
      { soort: 'formule', formule: 'A1', waarde: t('') },
    ],
  ])
})

test('xlsx: alleen een getal met een datumnotatie is een dag', () => {
  const dag = { soort: 'datum', datum: '2024-09-01' }
  const verwacht = [[dag, dag, g('45536'), g('45536'), dag]]
  assert.deepEqual(cellen(eersteBlad(xlsxVan({ stijlen: STIJLEN, blad: DATUMCELLEN }))), verwacht)
})

test('xlsx: het stelsel van 1904 telt vanaf een andere dag', () => {
  const blad = eersteBlad(
    xlsxVan({
      stijlen: STIJLEN,
      werkboekPr: '<workbookPr date1904="1"/>',
      blad: '<sheetData><row r="1"><c r="A1" s="1"><v>44074</v></c></row></sheetData>',
    }),
  )
  assert.deepEqual(cellen(blad), [[{ soort: 'datum', datum: '2024-09-01' }]])
})

test('xlsx: samengevoegde cellen en verborgen rijen en kolommen', () => {
  const blad = eersteBlad(
    xlsxVan({
      blad: '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
    }),
  )
  assert.deepEqual(blad.samengevoegd, [{ vanRij: 0, vanKolom: 0, totRij: 0, totKolom: 2 }])
  assert.deepEqual(blad.verborgenKolommen, [1, 2])
  assert.deepEqual(
    blad.rijen.map(({ verborgen }) => verborgen),
    [false, true],
  )
})

test('xlsx: een ander voorvoegsel voor dezelfde elementen', () => {
  const blad = eersteBlad(
    xlsxVan({
      blad: '<x:sheetData xmlns:x="x"><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData>',
    }),
  )
  assert.deepEqual(cellen(blad), [[g('5')]])
})

const cel = (kenmerken: string, inhoud = ''): string =>
  `<table:table-cell ${kenmerken}>${inhoud}</table:table-cell>`
const ods = (inhoud: string): Blad =>
  eersteBlad(odsVan(`<table:table table:name="Blad">${inhoud}</table:table>`))
const p = (tekst: string): string => `<text:p>${tekst}</text:p>`

test('ods: herhaalde rijen en cellen, met de plaats van wat erna komt', () => {
  const blad = ods(
    `<table:table-row table:number-rows-repeated="2">${cel('table:number-columns-repeated="2"')}${cel('office:value-type="float" office:value="5" table:number-columns-repeated="2"', p('5'))}</table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row><table:table-row>${cel('office:value-type="string"', p('eind'))}</table:table-row>`,
  )
  const rij = [LEEG, LEEG, g('5'), g('5')]
  assert.deepEqual(cellen(blad), [rij, rij, [], [], [], [t('eind')]])
})

test('ods: alinea’s, spaties, tabs, opmaak en een notitie die geen inhoud is', () => {
  const blad = ods(
    `<table:table-row>${cel('office:value-type="string"', `<office:annotation>${p('notitie')}</office:annotation>${p('een <text:span>twee</text:span><text:s text:c="3"/>drie<text:tab/>vier\n   vijf')}${p('')}${p('zes')}`)}</table:table-row>`,
  )
  assert.deepEqual(cellen(blad), [[t('een twee   drie\tvier vijf\n\nzes')]])
})

test('ods: bedragen, dagen, ja en nee, formules en fouten', () => {
  const blad = ods(
    `<table:table-row>${[
      cel('office:value-type="currency" office:currency="EUR" office:value="12.5"', p('€ 12,50')),
      cel('office:value-type="date" office:date-value="2024-09-01T10:00:00"', p('1-9-24')),
      cel('office:value-type="boolean" office:boolean-value="true"', p('WAAR')),
      cel('table:formula="of:=[.A1]" office:value-type="float" office:value="12.5"', p('12,5')),
      cel('table:formula="of:=[.ZZ1]"'),
      cel(
        'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"',
        p('#DIV/0!'),
      ),
    ].join('')}</table:table-row>`,
  )
  assert.deepEqual(cellen(blad), [
    [
      g('12.5'),
      { soort: 'datum', datum: '2024-09-01' },
      t('ja'),
      { soort: 'formule', formule: 'of:=[.A1]', waarde: g('12.5') },
      { soort: 'formule', formule: 'of:=[.ZZ1]', waarde: undefined },
      { soort: 'formule', formule: 'of:=1/0', waarde: { soort: 'fout', code: '#DIV/0!' } },
    ],
  ])
})

test('ods: gegevens van buiten het bestand en oude versies doen niet mee', () => {
  const gelezen = leesWerkboek(
    odsVan(
      `<table:tracked-changes><table:table-cell>${p('oud')}</table:table-cell></table:tracked-changes><table:table table:name="Blad"/><table:table table:name="'file:///x.ods'#$Blad1"><table:table-source/><table:table-row>${cel('office:value-type="string"', p('x'))}</table:table-row></table:table>`,
    ),
  )
  assert.ok(gelezen.ok)
  assert.deepEqual(
    gelezen.waarde.bladen.map(({ naam }) => naam),
    ['Blad'],
  )
})
