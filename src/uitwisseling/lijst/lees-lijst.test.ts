import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8 } from 'fflate'
import { datum } from '#basis/datum.ts'
import type { Invoerverslag } from '#grootboek/invoer.ts'
import { rijen } from '#test/werkboeken.ts'
import { type GelezenLijst, leesLijst } from '#uitwisseling/lijst/lees-lijst.ts'
import { Invoerprofiel } from '#uitwisseling/lijst/profiel.ts'
import type { Lijstkader } from '#uitwisseling/lijst/rijwaarden.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import { type Blad, dag, formule, LEEG, rij, tekst } from '#uitwisseling/rekenblad/rekenblad.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

const GEMEEN = {
  formaat: 'omzien-invoerprofiel/1',
  naam: 'Proef',
  aanname: false,
  uitleg: '',
  kopHoogte: 1,
  teken: 'last_positief',
  getalstijl: 'nl',
  datumstijl: 'dag-maand-jaar',
  restant: 'met_verplichtingen',
  totaalwoorden: ['totaal', 'subtotaal'],
  overslaanwoorden: ['beginsaldo'],
} as const
const kolom = (veld: string, titel: string, meer = {}) => ({ veld, titels: [titel], ...meer })

const UITPUTTING = Invoerprofiel.parse({
  ...GEMEEN,
  soort: 'budgetuitputting',
  kolommen: [
    kolom('jaar', 'Jaar', { mag_ontbreken: true }),
    kolom('kostenplaats', 'Kostenplaats'),
    kolom('rekening', 'Kostensoort'),
    kolom('genegeerd', 'Omschrijving'),
    kolom('primitief', 'Primair'),
    kolom('wijzigingen', 'Wijzigingen'),
    kolom('na-wijziging', 'Na wijziging'),
    kolom('verplicht', 'Verplicht'),
    kolom('gerealiseerd', 'Realisatie'),
    kolom('restant', 'Restant'),
  ],
})
const MUTATIES = Invoerprofiel.parse({
  ...GEMEEN,
  soort: 'mutaties',
  kolommen: [
    kolom('boekstuk', 'Boekstuk', { mag_ontbreken: true }),
    kolom('regelnummer', 'Regel', { mag_ontbreken: true }),
    kolom('datum', 'Datum', { mag_ontbreken: true }),
    kolom('periode', 'Periode', { mag_ontbreken: true }),
    kolom('rekening', 'Rekening'),
    kolom('kostenplaats', 'Kostenplaats', { mag_ontbreken: true }),
    kolom('debet', 'Debet'),
    kolom('credit', 'Credit'),
  ],
})
const KADER: Lijstkader = { administratie: 'proef', peildatum: datum('2024-06-30') }

const csv = (...regels: string[]): Uint8Array => strToU8(regels.join('\r\n'))
function goed(bytes: Uint8Array, profiel: Invoerprofiel, kader = KADER): GelezenLijst {
  const gelezen = leesLijst(bytes, profiel, kader)
  assert.ok(gelezen.ok, JSON.stringify(gelezen, null, 1))
  return gelezen.waarde
}
function fout(bytes: Uint8Array, profiel: Invoerprofiel, kader = KADER): string[] {
  const gelezen = leesLijst(bytes, profiel, kader)
  assert.ok(!gelezen.ok, 'er hoorde een fout te zijn')
  return plaatsen(gelezen.reden, 'fout')
}
const plaatsen = ({ bevindingen }: Invoerverslag, ernst: string): string[] =>
  bevindingen
    .filter((bevinding) => bevinding.ernst === ernst)
    .map(({ code, plaats }) => [code, plaats.blad, plaats.cel ?? plaats.regel].filter(Boolean).join(' '))

const KOP =
  'Jaar;Kostenplaats;Kostensoort;Omschrijving;Primair;Wijzigingen;Na wijziging;Verplicht;Realisatie;Restant'
const inBlad = (blad: Omit<Blad, 'naam'>) => ({ bladen: [{ naam: 'Lijst', ...blad }] })

test('budgetuitputting: één rij geeft standen, subtotalen zijn nagerekend en niet ingelezen', () => {
  const { regels, verslag } = goed(
    csv(
      'Budgetuitputting gemeente Voorbeeld;;;;',
      'Afgedrukt op 1-7-2024',
      KOP,
      '2024;0061;443210;Inhuur;1.000,00;250,00;1.250,00;100,00;(50,00);1.200,00',
      '2024;0061;443211;Overig;10,00;;10,00;;2,50-;12,50',
      '2024;Totaal 0061;;;1.010,00;250,00;1.260,00;100,00;52,50-;1.212,50',
      '2024;0062;443210;Inhuur;5,00;-5,00;0,00;0,00;0,00;0,00',
      '2024;Totaal 0062;;;5,00;-5,00;0,00;;0;0',
      ';Generaal totaal;;;1.015,00;245,00;1.260,00;100,00;-52,50;1.212,50',
    ),
    UITPUTTING,
  )
  assert.deepEqual(
    regels.map(({ sleutel, bedragCent, datum: dag, plaats }) => [sleutel, bedragCent, dag, plaats.cel]),
    [
      ['stand|begroting|2024|443210|0061||', 1_000_00, '2024-01-01', 'E4'],
      ['stand|wijziging|2024|443210|0061||', 250_00, '2024-06-30', 'F4'],
      ['stand|verplichting|2024|443210|0061||', 100_00, '2024-06-30', 'H4'],
      ['stand|realisatie|2024|443210|0061||', -50_00, '2024-06-30', 'I4'],
      ['stand|begroting|2024|443211|0061||', 10_00, '2024-01-01', 'E5'],
      ['stand|realisatie|2024|443211|0061||', -2_50, '2024-06-30', 'I5'],
      ['stand|begroting|2024|443210|0062||', 5_00, '2024-01-01', 'E7'],
      ['stand|wijziging|2024|443210|0062||', -5_00, '2024-06-30', 'F7'],
    ],
  )
  assert.deepEqual(verslag.bereik, { administratie: 'proef', van: '2024-01-01', tot: '2024-12-31' })
  assert.deepEqual([verslag.regels, verslag.debetCent, verslag.creditCent], [8, 1_365_00, 57_50])
})

test('een subtotaal, een restant of een begroting die niet klopt: elke fout met haar cel', () => {
  assert.deepEqual(
    fout(
      csv(
        KOP,
        '2024;0061;443210;x;1,00;1,00;3,00;0;0;3,00',
        '2024;0061;443211;x;1,00;1,00;2,00;0;0;1,00',
        '2024;Totaal;;;2,00;3,00;5,00;0;0;4,00',
      ),
      UITPUTTING,
    ),
    ['totaal_klopt_niet F4', 'na_wijziging_klopt_niet G2', 'restant_klopt_niet J3'],
  )
})

test('totalen boven hun rijen kloppen ook, en een naamloze som onderaan wordt nagerekend', () => {
  const boven = csv(
    'Rekening;Kostenplaats;Datum;Debet;Credit',
    'Totaal 61;;;3,00;1,00',
    '4001;61;1-2-2024;3,00;',
    '4002;61;1-2-2024;;1,00',
  )
  assert.equal(goed(boven, MUTATIES).regels.length, 2)
  const onder = (som: string) => csv('Rekening;Datum;Debet;Credit', '4001;1-2-2024;3,00;', `;;${som};`)
  assert.equal(goed(onder('3,00'), MUTATIES).regels.length, 1)
  assert.deepEqual(fout(onder('3,01'), MUTATIES), ['totaal_klopt_niet C3'])
})

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

test('een leeg bestand, een andere kop, een ontbrekende kolom, twee gelijke koppen, duizendtallen', () => {
  assert.deepEqual(fout(new Uint8Array(), MUTATIES), ['bestand_leeg'])
  assert.deepEqual(fout(csv('a;b', '1;2'), MUTATIES), ['geen_koprij'])
  assert.deepEqual(fout(csv('Rekening;Debet;Datum', '1;2;3'), MUTATIES), ['kolom_ontbreekt A1'])
  assert.deepEqual(fout(csv('Rekening;Debet;Credit', ''), MUTATIES), ['geen_regels'])
  assert.deepEqual(fout(csv('Rekening;Datum;Debet;Debet;Credit', '4001;1-1-2024;1;1;'), MUTATIES), [
    'dubbele_kop D1',
  ])
  assert.deepEqual(
    fout(csv('(bedragen x € 1.000)', 'Rekening;Datum;Debet;Credit', '4001;1-1-2024;1;'), MUTATIES),
    ['bedragen_in_duizenden A1'],
  )
  assert.deepEqual(fout(csv(KOP, '2024;0061;443210;x;1;0;1;0;0;1'), UITPUTTING, { administratie: 'x' }), [
    'peildatum_ontbreekt',
  ])
})

test('boekstuk met regelnummer is de sleutel; tweemaal dezelfde is een fout', () => {
  const kop = 'Boekstuk;Regel;Periode;Rekening;Debet;Credit'
  const { regels } = goed(csv(kop, 'B1;1;202403;4001;5,00;', 'B1;2;202413;4001;;5,00'), MUTATIES)
  assert.deepEqual(
    regels.map(({ sleutel, datum: dag, jaar }) => [sleutel, dag, jaar]),
    [
      ['mutatie|2024||B1|1', '2024-03-31', 2024],
      ['mutatie|2024||B1|2', '2024-12-31', 2024],
    ],
  )
  assert.deepEqual(fout(csv(kop, 'B1;1;202403;4001;5,00;', 'B1;1;202403;4001;6,00;'), MUTATIES), [
    'dubbele_sleutel E3',
  ])
})

test('dezelfde codes op twee rijen zijn samen één stand, met een waarschuwing', () => {
  const { regels, verslag } = goed(
    csv(KOP, '2024;0061;4001;x;1;0;1;0;0;1', '2024;0061;4001;y;2;0;2;0;0;2'),
    UITPUTTING,
  )
  assert.deepEqual(
    regels.map(({ bedragCent }) => bedragCent),
    [3_00],
  )
  assert.deepEqual(plaatsen(verslag, 'waarschuwing'), ['zelfde_codes E3'])
})

test('een beginsaldo en een losse tekstregel tellen niet mee', () => {
  const { regels, verslag } = goed(
    csv(
      'Rekening;Datum;Debet;Credit',
      'Beginsaldo;1-1-2024;100,00;',
      'let op: voorlopig',
      '4001;2-1-2024;1,00;',
    ),
    MUTATIES,
  )
  assert.equal(regels.length, 1)
  assert.deepEqual(plaatsen(verslag, 'waarschuwing'), ['rij_overgeslagen 2', 'rij_zonder_bedrag 3'])
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
