import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import type { Invoerregel } from '#grootboek/deur.ts'
import { csv, fout, goed, KADER, KOP, MUTATIES, plaatsen, UITPUTTING } from '#test/lijsten.ts'
import { leesLijst } from '#uitwisseling/lijst/lees-lijst.ts'
import { maakLijstlezer } from '#uitwisseling/lijst/lijstlezer.ts'

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
    regels.filter(({ soort }) => soort === 'begroting').map(({ bedragCent }) => bedragCent),
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

test('een los woord als boekstuk is een naam: het komt er niet in, en de rij houdt toch een sleutel', () => {
  const { regels, verslag } = goed(
    csv('Boekstuk;Periode;Rekening;Debet;Credit', 'Kanarie;202403;4001;5,00;'),
    MUTATIES,
  )
  assert.equal(regels[0]?.stuk, null)
  assert.ok(!JSON.stringify({ regels, verslag }).includes('Kanarie'))
  assert.deepEqual(plaatsen(verslag, 'waarschuwing'), ['verwijzing_niet_overgenomen A2'])
})

test('een tijdvak dat is afgesproken, begrenst de mutaties', () => {
  const bestand = csv('Periode;Rekening;Debet;Credit', '202403;4001;5,00;')
  const bereik = (van: string, tot: string) => ({
    administratie: 'a',
    bereik: { van: datum(van), tot: datum(tot) },
  })
  assert.equal(goed(bestand, MUTATIES, bereik('2024-01-01', '2024-06-30')).verslag.bereik.tot, '2024-06-30')
  assert.deepEqual(fout(bestand, MUTATIES, bereik('2024-01-01', '2024-02-29')), ['buiten_tijdvak C2'])
})

test('na tweehonderd fouten telt het verslag alleen nog', () => {
  const regels = Array.from({ length: 500 }, () => '202403;4001;geen bedrag;')
  const fouten = fout(csv('Periode;Rekening;Debet;Credit', ...regels), MUTATIES)
  assert.equal(fouten.length, 201)
  assert.equal(fouten.at(-1), 'meer_fouten')
})

test('een kolom met burgerservicenummers komt er niet in, in welke codekolom ook', () => {
  const [een, ander] = ['999990019', '999990123']
  for (const kop of ['Kostenplaats', 'Boekstuk']) {
    const bestand = csv(
      `Periode;Rekening;${kop};Debet;Credit`,
      `202403;4001;${een};5,00;`,
      `202403;4001;${ander};6,00;`,
    )
    const gelezen = leesLijst(bestand, MUTATIES, KADER)
    assert.ok(!gelezen.ok)
    assert.deepEqual(plaatsen(gelezen.reden, 'fout'), ['kolom_lijkt_bsn C1'])
    assert.ok(!JSON.stringify(gelezen).includes(een))
  }
  const los = goed(csv('Periode;Rekening;Boekstuk;Debet;Credit', `202403;4001;${een};5,00;`), MUTATIES)
  assert.ok(!JSON.stringify(los).includes(een))
})

test('als stroom gelezen: dezelfde regels, voortgang, stoppen, en nooit meer dan de grens', async () => {
  const bestand = csv('Periode;Rekening;Debet;Credit', '202403;4001;5,00;', '202403;4002;6,00;')
  async function* stroom(stukken: Iterable<Uint8Array>) {
    yield* stukken
  }
  const lezer = maakLijstlezer(MUTATIES, KADER)
  const regels: Invoerregel[] = []
  const voortgang: number[] = []
  const gelezen = await lezer(
    stroom([bestand.subarray(0, 10), bestand.subarray(10)]),
    (regel) => regels.push(regel),
    {
      grootte: bestand.length,
      voortgang: (deel) => voortgang.push(deel.gelezen),
    },
  )
  assert.ok(gelezen.ok)
  assert.deepEqual(regels, goed(bestand, MUTATIES).regels)
  assert.deepEqual(voortgang, [10, bestand.length, bestand.length])
  await assert.rejects(lezer(stroom([bestand]), () => {}, { stop: AbortSignal.abort() }))
  let gehaald = 0
  function* eindeloos() {
    for (;;) {
      gehaald++
      yield new Uint8Array(1024 * 1024).fill(65)
    }
  }
  const groot = await lezer(stroom(eindeloos()), () => assert.fail('geen regel'))
  assert.ok(!groot.ok)
  assert.deepEqual(plaatsen(groot.reden, 'fout'), ['bestand_te_groot'])
  assert.equal(gehaald, 13)
})

test('een rij met codes die zich totaal noemt, is een totaal als zij optelt en anders een gewone rij', () => {
  const kop = 'Rekening;Periode;Tekst;Debet;Credit'
  const rij = (tekst: string, cent: string) => `4001;202403;${tekst};${cent};`
  const telt = goed(csv(kop, rij('a', '1,00'), rij('b', '2,00'), rij('Totaal 4001', '3,00')), MUTATIES)
  assert.deepEqual([telt.regels.length, plaatsen(telt.verslag, 'waarschuwing')], [2, ['totaal_met_codes 4']])
  const gewoon = goed(csv(kop, rij('a', '1,00'), rij('Totaal onderhoud', '7,00')), MUTATIES)
  assert.deepEqual([gewoon.regels.length, plaatsen(gewoon.verslag, 'waarschuwing')], [2, ['lijkt_totaal 3']])
  const geenCode = csv(kop, rij('a', '1,00'), ';;idem;1,00;')
  assert.deepEqual(fout(geenCode, MUTATIES), ['rekening_ontbreekt A3', 'datum_ontbreekt 3'])
})

test('is een hele soort nul, dan blijft één regel van nul staan; een kolom die er niet is, zegt niets', () => {
  const { regels } = goed(
    csv(KOP, '2024;0061;4001;x;1;0;1;0;0;1', '2024;0061;4002;x;2;0;2;0;0;2'),
    UITPUTTING,
  )
  assert.deepEqual(
    regels.map(({ soort, rekening, bedragCent }) => [soort, rekening, bedragCent]),
    [
      ['begroting', '4001', 1_00],
      ['begroting', '4002', 2_00],
      ['wijziging', '4001', 0],
      ['verplichting', '4001', 0],
      ['realisatie', '4001', 0],
    ],
  )
  const alleen = {
    ...UITPUTTING,
    kolommen: UITPUTTING.kolommen.filter(({ veld }) => ['rekening', 'primitief'].includes(veld)),
  }
  const begroot = goed(csv('Kostensoort;Primair', '4001;1,00'), alleen).regels
  assert.deepEqual(
    begroot.map(({ soort }) => soort),
    ['begroting'],
  )
  const zonderRealisatie = { ...UITPUTTING, neem: ['begroting', 'wijziging', 'verplichting'] as const }
  const genomen = goed(csv(KOP, '2024;0061;4001;x;1;1;2;1;1;0'), {
    ...zonderRealisatie,
    neem: [...zonderRealisatie.neem],
  })
  assert.deepEqual(
    genomen.regels.map(({ soort }) => soort),
    ['begroting', 'wijziging', 'verplichting'],
  )
})
