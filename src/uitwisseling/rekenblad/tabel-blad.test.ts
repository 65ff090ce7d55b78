import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import { waardeVan } from '#uitwisseling/rekenblad/rekenblad.ts'
import {
  exporteerTabel,
  type Herkomst,
  type Schermtabel,
  tabelNaarWerkboek,
} from '#uitwisseling/rekenblad/tabel-blad.ts'

const HERKOMST: Herkomst = {
  gemeente: 'Voorbeeld',
  peildatum: datum('2024-05-01'),
  planversie: '3 (vastgesteld)',
  bron: 'Omzien',
}

const TABEL: Schermtabel = {
  titel: 'Onderdelen: wat kosten zij? (alle jaren samen)',
  kolommen: [
    { kop: 'Onderdeel', soort: 'tekst' },
    { kop: 'Begin', soort: 'datum' },
    { kop: 'Aantal', soort: 'getal' },
    { kop: 'Lasten', soort: 'bedrag' },
    { kop: 'Lasten', soort: 'bedrag' },
  ],
  rijen: [
    ['=Inloop', '2023-01-01', 2, 12_50, null],
    ['Wijkteams', null, 3, -2_50, 1],
  ],
  totaal: [null, null, 5, 10_00, null],
}

const tekst = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

for (const vorm of ['ods', 'xlsx'] as const)
  test(`tabel als ${vorm}: typen, levende som, aansluiting en leeswijzer`, () => {
    const { bytes, bestandsnaam } = exporteerTabel(TABEL, vorm, HERKOMST)
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
    assert.deepEqual(peildatum?.cellen[1], { soort: 'datum', datum: '2024-05-01' })
  })

test('een totaal dat niet klopt, staat er met nee', () => {
  const werkboek = tabelNaarWerkboek({ ...TABEL, totaal: [null, null, null, 10_01, null] }, HERKOMST)
  const [blad] = werkboek.bladen
  assert.deepEqual(waardeVan(blad?.rijen[5]?.cellen[3]), { soort: 'tekst', tekst: 'nee' })
  assert.ok((blad?.naam.length ?? 99) <= 31 && !/[:?*[\]/\\]/u.test(blad?.naam ?? '?'))
})

test('zonder rijen of zonder totaal komt er geen controle onder', () => {
  for (const tabel of [
    { ...TABEL, rijen: [] },
    { ...TABEL, totaal: undefined },
  ])
    assert.equal(tabelNaarWerkboek(tabel, HERKOMST).bladen[0]?.rijen.length, tabel.rijen.length + 1)
})

test('tabel als csv: alleen koppen en rijen', () => {
  const verwacht = [
    '\ufeffOnderdeel;Begin;Aantal;Lasten;Lasten',
    "'=Inloop;2023-01-01;2;12,50;",
    'Wijkteams;;3;-2,50;0,01',
    '',
  ]
  assert.equal(tekst(exporteerTabel(TABEL, 'csv', HERKOMST).bytes), verwacht.join('\r\n'))
})

test('tabel als json: centen, unieke sleutels en de herkomst', () => {
  const json = JSON.parse(tekst(exporteerTabel(TABEL, 'json', HERKOMST).bytes))
  assert.deepEqual(json.rijen[1], {
    onderdeel: 'Wijkteams',
    begin: null,
    aantal: 3,
    lasten: -2_50,
    'lasten-5': 1,
  })
  assert.deepEqual(json.herkomst, HERKOMST)
  assert.deepEqual(json.kolommen[3], { sleutel: 'lasten', kop: 'Lasten', soort: 'bedrag', eenheid: 'cent' })
})
