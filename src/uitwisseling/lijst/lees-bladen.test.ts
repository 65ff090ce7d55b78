import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { fout, GEMEEN, goed, inBlad, kolom, MUTATIES, plaatsen } from '#test/lijsten.ts'
import { rijen } from '#test/werkboeken.ts'
import { Invoerprofiel } from '#uitwisseling/lijst/profiel.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import { dag, formule, LEEG, rij, tekst } from '#uitwisseling/rekenblad/rekenblad.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

for (const [naam, schrijf] of [
  ['ods', schrijfOds],
  ['xlsx', schrijfXlsx],
] as const) {
  test(`${naam}: samengevoegde en verborgen cellen, formules, echte datums en volgnummers`, () => {
    const blad = inBlad({
      rijen: [
        ...rijen(['Mutaties'], [], ['Boekstuk', 'Datum', 'Rekening', 'Kostenplaats', 'Debet', 'Credit']),
        ...rijen(
          [
            'B-1',
            dag(datum('2024-02-29')),
            '0443',
            'KP1',
            formule('1+1', { soort: 'getal', getal: '12.5' }),
            '',
          ],
          ['', 45352, '0444', '', '', '(12,00)'],
          ['B-2', '20240302', 444, 'KP2', '12,00-', ''],
          ['', '3-3-2024', '', 'Totaal', 0.5, -12],
        ),
      ],
      samengevoegd: [
        { vanRij: 0, vanKolom: 0, totRij: 0, totKolom: 5 },
        { vanRij: 3, vanKolom: 0, totRij: 4, totKolom: 0 },
        { vanRij: 3, vanKolom: 3, totRij: 4, totKolom: 3 },
      ],
      kolommen: Array.from({ length: 6 }, () => ({ breedteMm: 20, soort: 'tekst' as const })),
      verborgenKolommen: [3],
    })
    const metVerborgen = {
      bladen: blad.bladen.map((deel) => ({
        ...deel,
        rijen: deel.rijen.map((regel, r) => (r === 5 ? { ...regel, verborgen: true } : regel)),
      })),
    }
    const { regels, verslag } = goed(schrijf(metVerborgen), MUTATIES)
    assert.deepEqual(
      regels.map(({ datum: dag, rekening, kostenplaats, stuk, bedragCent, plaats }) => [
        dag,
        rekening,
        kostenplaats,
        stuk,
        bedragCent,
        plaats.cel,
      ]),
      [
        ['2024-02-29', '0443', 'KP1', 'B-1', 12_50, 'E4'],
        ['2024-03-01', '0444', 'KP1', 'B-1', 12_00, 'F5'],
        ['2024-03-02', '444', 'KP2', 'B-2', -12_00, 'E6'],
      ],
    )
    assert.deepEqual(plaatsen(verslag, 'waarschuwing'), [
      'verborgen_kolom Lijst D3',
      'samengevoegde_cellen Lijst A5',
      'verborgen_rij Lijst 6',
    ])
    assert.deepEqual(verslag.bereik, { administratie: 'proef', van: '2024-02-01', tot: '2024-03-31' })
  })

  test(`${naam}: foutcellen, formules zonder uitkomst, en codes die een datum werden`, () => {
    const blad = inBlad({
      rijen: rijen(
        ['Datum', 'Rekening', 'Kostenplaats', 'Debet', 'Credit'],
        [45352, '4001', 'KP', { soort: 'fout', code: '#REF!' }, ''],
        [45352, '4001', 'KP', formule('A1'), ''],
        [45352, dag(datum('2024-06-07')), 'KP', 1, ''],
        [45352, '4001', 'Jan de Vries', 1, ''],
        ['31-2-2024', '4001', 'KP', 1, ''],
        [45352, '', 'KP', 1, ''],
        ['', '4001', 'KP', 1, ''],
        [45352, '4001', 'KP', 'geheim', ''],
        [45352, '4001', 'KP', '1,234', ''],
      ),
    })
    assert.deepEqual(fout(schrijf(blad), MUTATIES), [
      'geen_bedrag Lijst D2',
      'formule_zonder_uitkomst Lijst D3',
      'geen_bedrag Lijst D9',
      'geen_bedrag Lijst D10',
      'code_werd_datum Lijst B4',
      'geen_code Lijst C5',
      'geen_datum Lijst A6',
      'rekening_ontbreekt Lijst B7',
      'datum_ontbreekt Lijst 8',
    ])
  })
}

test('verborgen bladen en bladen zonder kop doen niet mee, maar worden genoemd', () => {
  const kop = ['Datum', 'Rekening', 'Debet', 'Credit']
  const { regels, verslag } = goed(
    schrijfXlsx({
      bladen: [
        { naam: 'Uitleg', rijen: rijen(['Zo werkt deze lijst']) },
        { naam: 'Maart', rijen: rijen(kop, [45352, '4001', 1, '']) },
        { naam: 'April', rijen: rijen(kop, [45392, '4001', 1, ''], kop, [45393, '4001', 1, '']) },
        { naam: 'Oud', verborgen: true, rijen: rijen(kop, [45352, '4009', 9, '']) },
      ],
    }),
    MUTATIES,
  )
  assert.deepEqual(
    regels.map(({ plaats }) => [plaats.blad, plaats.cel]),
    [
      ['Maart', 'C2'],
      ['April', 'C2'],
      ['April', 'C4'],
    ],
  )
  assert.deepEqual(plaatsen(verslag, 'waarschuwing'), ['blad_overgeslagen Uitleg', 'verborgen_blad Oud'])
})

test('een kop van twee rijen, met een samengevoegde groep erboven', () => {
  const profiel = Invoerprofiel.parse({
    ...GEMEEN,
    soort: 'budgetuitputting',
    kopHoogte: 2,
    kolommen: [
      kolom('rekening', 'Kostensoort'),
      kolom('primitief', 'Begroting primair'),
      kolom('wijzigingen', 'Begroting wijziging'),
      kolom('gerealiseerd', 'Realisatie'),
    ],
  })
  const blad = inBlad({
    rijen: [rij('kop', tekst('Kostensoort'), tekst('Begroting'), LEEG, tekst('Realisatie'))].concat(
      rijen(['', 'primair', 'wijziging', ''], ['4001', 10, 5, 3]),
    ),
    samengevoegd: [
      { vanRij: 0, vanKolom: 0, totRij: 1, totKolom: 0 },
      { vanRij: 0, vanKolom: 1, totRij: 0, totKolom: 2 },
      { vanRij: 0, vanKolom: 3, totRij: 1, totKolom: 3 },
    ],
  })
  for (const schrijf of [schrijfOds, schrijfXlsx])
    assert.deepEqual(
      goed(schrijf(blad), profiel).regels.map(({ soort, bedragCent }) => [soort, bedragCent]),
      [
        ['begroting', 10_00],
        ['wijziging', 5_00],
        ['realisatie', 3_00],
      ],
    )
})

test('een profiel herkent de kop van volgend jaar', () => {
  const profiel = Invoerprofiel.parse({
    ...GEMEEN,
    soort: 'budgetuitputting',
    kolommen: [
      kolom('rekening', 'Kostensoort'),
      kolom('primitief', 'Begroting 2024'),
      kolom('gerealiseerd', 'Realisatie 2024'),
    ],
  })
  const lijst = (...koppen: string[]) =>
    schrijfOds(inBlad({ rijen: rijen(['Kostensoort', ...koppen], ['4001', 10, 5]) }))
  assert.equal(goed(lijst('Begroting 2025', 'Realisatie 2025'), profiel).regels.length, 2)
  assert.deepEqual(
    fout(
      schrijfOds(
        inBlad({
          rijen: rijen(['Kostensoort', 'Begroting 2025', 'Begroting 2026', 'Realisatie'], ['4001', 1, 2, 3]),
        }),
      ),
      profiel,
    ),
    ['dubbele_kop Lijst C1'],
  )
})
