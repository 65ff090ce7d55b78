import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import type { Uitvoertabel } from '#programma/deur.ts'
import { leesWerkboek, waardeVan } from '#uitwisseling/rekenblad/deur.ts'
import { schrijfTabel } from '#uitwisseling/tabelbestand.ts'

const TABEL: Uitvoertabel = {
  titel: 'Begroting',
  kolommen: [
    { naam: 'sleutel', kop: 'Sleutel', soort: 'tekst' },
    { naam: 'vrij', kop: 'Vrij', soort: 'bedrag' },
    { naam: 'verplicht', kop: 'Verplicht', soort: 'bedrag' },
  ],
  rijen: [
    ['inloop', centen(100_00), centen(1)],
    ['wijkteams', centen(-25_50), null],
  ],
  leeswijzer: [['Programma', 'Samen verder']],
  stand: {
    geldigTm: datum('2024-06-30'),
    bekendNr: 12,
    bekendOp: '2024-07-01T09:00:00.000001Z',
    hoofd: 'ab12',
  },
  controle: [null, centen(74_50), centen(2)],
}

const cellen = (vorm: 'ods' | 'xlsx', tabel: Uitvoertabel) => {
  const gelezen = leesWerkboek(schrijfTabel(tabel, vorm).inhoud)
  assert.ok(gelezen.ok)
  return gelezen.waarde.bladen.map(({ rijen }) =>
    rijen.map(({ cellen }) => cellen.map((cel) => Object.values(waardeVan(cel))[1] ?? '')),
  )
}

for (const vorm of ['ods', 'xlsx'] as const)
  test(`${vorm}: de controlerij vergelijkt de levende som met het totaal van het systeem`, () => {
    const [blad, wijzer] = cellen(vorm, TABEL)
    assert.deepEqual(blad?.slice(3), [
      ['Totaal', '74.50', '0.01'],
      ['Totaal volgens Omzien', '74.50', '0.02'],
      ['Sluit aan op Omzien', 'ja', 'nee'],
    ])
    const regels = new Map(wijzer?.map(([kop, zin]) => [kop, zin]))
    assert.equal(regels.get('Geldig tot en met'), '30 juni 2024')
    assert.equal(regels.get('Bekend op'), '2024-07-01T09:00:00.000001Z, boeking 12')
    assert.equal(regels.get('Hoofd van de keten'), 'ab12')
  })

test('zonder stand en controle blijft alles zoals het was: de som van de rijen', () => {
  const [blad, wijzer] = cellen('ods', { ...TABEL, stand: undefined, controle: undefined })
  assert.deepEqual(blad?.at(-1), ['Sluit aan op Omzien', 'ja', 'ja'])
  assert.ok(wijzer?.every(([kop]) => kop !== 'Bekend op'))
})

test('json en csv: de leeswijzer reist mee in json, de rijen zijn dezelfde', () => {
  const json: unknown = JSON.parse(new TextDecoder().decode(schrijfTabel(TABEL, 'json').inhoud))
  assert.ok(JSON.stringify(json).includes('"Hoofd van de keten":"ab12"'))
  const csv = new TextDecoder().decode(schrijfTabel(TABEL, 'csv').inhoud)
  assert.ok(csv.includes('wijkteams;-25,50;'))
  assert.ok(!csv.includes('volgens Omzien'))
})
