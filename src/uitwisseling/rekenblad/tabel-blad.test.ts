import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import { waardeVan } from '#uitwisseling/rekenblad/rekenblad.ts'
import { exporteerTabel, type Schermtabel, tabelNaarWerkboek } from '#uitwisseling/rekenblad/tabel-blad.ts'

const TABEL: Schermtabel = {
  titel: 'Onderdelen: wat kosten zij? (alle jaren samen)',
  kolommen: [
    { naam: 'onderdeel', kop: 'Onderdeel', soort: 'tekst' },
    { naam: 'begin', kop: 'Begin', soort: 'datum' },
    { naam: 'aantal', kop: 'Aantal', soort: 'getal' },
    { naam: 'lasten', kop: 'Lasten', soort: 'bedrag' },
    { naam: 'rest', kop: 'Lasten', soort: 'bedrag' },
  ],
  rijen: [
    ['=Inloop', '2023-01-01', 2, 12_50, null],
    ['Wijkteams', null, 3, -2_50, 1],
  ],
  leeswijzer: [['Peildatum', '1 mei 2024']],
  totaal: [null, null, 5, 10_00, null],
}

const tekst = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

for (const vorm of ['ods', 'xlsx'] as const)
  test(`tabel als ${vorm}: typen, levende som, aansluiting en leeswijzer`, () => {
    const { bytes, bestandsnaam } = exporteerTabel(TABEL, vorm)
    assert.equal(bestandsnaam, `onderdelen-wat-kosten-zij-alle-jaren-samen.${vorm}`)
    const gelezen = leesWerkboek(bytes)
    assert.ok(gelezen.ok)
    const [blad, wijzer] = gelezen.waarde.bladen
    assert.equal(wijzer?.naam, 'Leeswijzer')
    assert.deepEqual(
      blad?.rijen.map(({ cellen }) => cellen.map(waardeVan).map((waarde) => Object.values(waarde)[1] ?? '')),
      [
        ['Onderdeel', 'Begin', 'Aantal', 'Lasten', 'Lasten'],
        ['=Inloop', '2023-01-01', '2', '12.50'],
        ['Wijkteams', '', '3', '-2.50', '0.01'],
        ['Totaal', '', '5', '10.00'],
        ['Totaal volgens Omzien', '', '5', '10.00'],
        ['Sluit aan op Omzien', '', 'ja', 'ja'],
      ],
    )
    assert.equal(blad?.rijen[3]?.cellen[3]?.soort, 'formule')
    const peildatum = wijzer?.rijen.find(({ cellen }) => Object.values(cellen[0] ?? {}).includes('Peildatum'))
    assert.deepEqual(peildatum?.cellen[1], { soort: 'tekst', tekst: '1 mei 2024' })
  })

test('een totaal dat niet klopt, staat er met nee', () => {
  const werkboek = tabelNaarWerkboek({ ...TABEL, totaal: [null, null, null, 10_01, null] })
  const [blad] = werkboek.bladen
  assert.deepEqual(waardeVan(blad?.rijen[5]?.cellen[3]), { soort: 'tekst', tekst: 'nee' })
  assert.ok((blad?.naam.length ?? 99) <= 31 && !/[:?*[\]/\\]/u.test(blad?.naam ?? '?'))
})

test('zonder rijen of zonder iets om op te tellen komt er geen controle onder', () => {
  for (const tabel of [
    { ...TABEL, rijen: [] },
    { ...TABEL, totaal: [] },
    {
      ...TABEL,
      totaal: undefined,
      kolommen: TABEL.kolommen.map((kolom) => ({ ...kolom, soort: 'tekst' as const })),
    },
  ])
    assert.equal(tabelNaarWerkboek(tabel).bladen[0]?.rijen.length, tabel.rijen.length + 1)
})

test('zonder genoemd totaal telt elke kolom met bedragen op, en sluit zij aan', () => {
  const [blad] = tabelNaarWerkboek({ ...TABEL, totaal: undefined }).bladen
  assert.deepEqual(
    blad?.rijen
      .slice(3)
      .map(({ cellen }) => cellen.slice(2).map((cel) => Object.values(waardeVan(cel))[1] ?? '')),
    [
      ['', 10_00, 1],
      ['', 10_00, 1],
      ['', 'ja', 'ja'],
    ],
  )
})

test('tabel als csv: alleen koppen en rijen', () => {
  const verwacht = [
    '\ufeffOnderdeel;Begin;Aantal;Lasten;Lasten',
    "'=Inloop;2023-01-01;2;12,50;",
    'Wijkteams;;3;-2,50;0,01',
    '',
  ]
  assert.equal(tekst(exporteerTabel(TABEL, 'csv').bytes), verwacht.join('\r\n'))
})

test('tabel als json: centen onder een eigen naam, en de leeswijzer', () => {
  const json = JSON.parse(tekst(exporteerTabel(TABEL, 'json').bytes))
  assert.deepEqual(json.rijen[1], {
    onderdeel: 'Wijkteams',
    begin: null,
    aantal: 3,
    lastenCent: -2_50,
    restCent: 1,
  })
  assert.deepEqual(json.leeswijzer, { Peildatum: '1 mei 2024' })
})
