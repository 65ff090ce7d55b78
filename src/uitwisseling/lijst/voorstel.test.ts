import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8 } from 'fflate'
import { datum } from '#basis/datum.ts'
import { rijen } from '#test/werkboeken.ts'
import {
  herkenProfielen,
  Invoerprofiel,
  ingebouwdeProfielen,
  leesLijst,
  leesProfiel,
  pastOp,
  stelProfielVoor,
} from '#uitwisseling/lijst/deur.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

const csv = (...regels: string[]): Uint8Array => strToU8(regels.join('\r\n'))
function voorstel(bytes: Uint8Array) {
  const gelezen = stelProfielVoor(bytes)
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  return gelezen.waarde
}
const velden = (bytes: Uint8Array) =>
  voorstel(bytes).bladen[0]?.kolommen.map(({ letter, veld, zekerheid }) => `${letter} ${veld} ${zekerheid}`)
const KADER = { administratie: 'proef', peildatum: datum('2024-06-30') }

const UITPUTTING = csv(
  'Gemeente Voorbeeld',
  'Jaar;FCL;Kostensoort;Omschrijving;Begroot primair;Wijzigingen;Na wijziging;Verplichtingen;Realisatie;Restant',
  '2024;6010 Jeugdhulp;443210;Jan de Vries;1.000,00;250,00;1.250,00;100,00;50,00;1.200,00',
  '2024;6010 Jeugdhulp;443211;Piet;10,00;;10,00;;2,50;7,50',
)

test('een afgekorte kop als Documentnr is een boekstuk', () => {
  const bytes = csv('Boekdatum;Documentnr;Rekening;Bedrag', '15-10-2026;F2026-901;443210;1.250,00')
  assert.match(velden(bytes)?.[1] ?? '', /^B boekstuk /u)
})

test('budgetuitputting: velden, zekerheid, restant zonder verplichtingen en een profiel dat werkt', () => {
  const { soort, soortZeker, profiel, ontbreekt, vragen } = voorstel(UITPUTTING)
  assert.deepEqual([soort, soortZeker, ontbreekt], ['budgetuitputting', true, []])
  assert.equal(profiel.restant, 'zonder_verplichtingen')
  assert.deepEqual(velden(UITPUTTING), [
    'A jaar zeker',
    'B kostenplaats waarschijnlijk',
    'C rekening zeker',
    'D genegeerd zeker',
    'E primitief zeker',
    'F wijzigingen zeker',
    'G na-wijziging zeker',
    'H verplicht zeker',
    'I gerealiseerd zeker',
    'J restant zeker',
  ])
  assert.deepEqual(
    vragen.map(({ code, kolom }) => `${code} ${kolom ?? ''}`.trim()),
    ['teken', 'kolom 1', 'eerste_woord 1', 'realisatie_dubbel', 'restant'],
  )
  const gelezen = leesLijst(UITPUTTING, Invoerprofiel.parse(profiel), KADER)
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  assert.equal(gelezen.waarde.regels[0]?.kostenplaats, '6010')
})

test('mutaties: Engelse getallen, een onbekende datumkop en D of C; een onbekende code toont alleen haar vorm', () => {
  const bytes = csv(
    'Rekening,Wanneer,Iets,Bedrag,D/C',
    '0443,01/13/2024,AB-12,"1,234.50",D',
    '0443,02/01/2024,CD-13,"2.50",C',
  )
  const { soort, profiel, ontbreekt, bladen } = voorstel(bytes)
  assert.deepEqual([soort, ontbreekt], ['mutaties', []])
  assert.deepEqual([profiel.getalstijl, profiel.datumstijl], ['en', 'maand-dag-jaar'])
  const kolommen = bladen[0]?.kolommen ?? []
  assert.deepEqual(
    kolommen.map(({ veld, zekerheid, voorbeelden }) => [veld, zekerheid, voorbeelden]),
    [
      ['rekening', 'zeker', ['0443']],
      ['datum', 'gok', ['99/99/9999']],
      [null, null, ['AA-99']],
      ['bedrag', 'zeker', ['1.234,50', '2,50']],
      ['kant', 'zeker', ['D', 'C']],
    ],
  )
  const gelezen = leesLijst(bytes, profiel, KADER)
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  assert.deepEqual(
    gelezen.waarde.regels.map(({ datum: dag, bedragCent }) => [dag, bedragCent]),
    [
      ['2024-01-13', 1_234_50],
      ['2024-02-01', -2_50],
    ],
  )
})

test('verplichtingen: nummer, bedrag, betaald en restant', () => {
  for (const schrijf of [schrijfOds, schrijfXlsx]) {
    const bytes = schrijf({
      bladen: [
        { naam: 'Toelichting', rijen: rijen(['Lijst van verplichtingen']) },
        {
          naam: 'Lijst',
          rijen: rijen(
            [],
            [
              'Verplichtingnummer',
              'Leverancier',
              'Kostensoort',
              'Kostenplaats',
              'Verplicht bedrag',
              'Gefactureerd',
              'Openstaand',
            ],
            ['V-2024-1', 'Zorg en Zo', '443210', '0061', 100, 40.5, 59.5],
            ['V-2024-2', 'Jan', '443210', '0061', 10, '', 10],
            ['Totaal', '', '', '', 110, 40.5, 69.5],
          ),
        },
      ],
    })
    const { soort, profiel, ontbreekt } = voorstel(bytes)
    assert.deepEqual([soort, ontbreekt], ['verplichtingen', []])
    const gelezen = leesLijst(bytes, profiel, KADER)
    assert.ok(gelezen.ok, JSON.stringify(gelezen))
    assert.deepEqual(
      gelezen.waarde.regels.map(({ sleutel, bedragCent, stuk, datum: dag }) => [
        sleutel,
        bedragCent,
        stuk,
        dag,
      ]),
      [
        ['stand|verplichting|2024|443210|0061||V-2024-1', 59_50, 'V-2024-1', '2024-06-30'],
        ['stand|verplichting|2024|443210|0061||V-2024-2', 10_00, 'V-2024-2', '2024-06-30'],
      ],
    )
  }
})

test('een kop van twee rijen, een realisatie tot en met een maand, en een totaal dat niet meetelt', () => {
  const bytes = schrijfXlsx({
    bladen: [
      {
        naam: 'Uitputting',
        rijen: rijen(
          ['Budgetuitputting 2024'],
          ['Product', 'Kostensoort', 'Begroting', '', '', 'Realisatie t/m juni', 'Nog beschikbaar'],
          ['', '', 'primair', 'wijzigingen', 'na wijziging', '', ''],
          ['6010 Wmo', '443210 Inhuur', 100, 10, 110, 50, 60],
          ['Totaal', '', 100, 10, 110, 50, 60],
        ),
        samengevoegd: [{ vanRij: 1, totRij: 1, vanKolom: 2, totKolom: 4 }],
      },
    ],
  })
  const { profiel, ontbreekt } = voorstel(bytes)
  assert.deepEqual([profiel.kopHoogte, ontbreekt], [2, []])
  assert.deepEqual(velden(bytes), [
    'A kostenplaats zeker',
    'B rekening zeker',
    'C primitief zeker',
    'D wijzigingen zeker',
    'E na-wijziging zeker',
    'F gerealiseerd zeker',
    'G restant zeker',
  ])
  const gelezen = leesLijst(bytes, profiel, KADER)
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  assert.deepEqual(
    gelezen.waarde.regels.map(({ kostenplaats, rekening, bedragCent }) => [
      kostenplaats,
      rekening,
      bedragCent,
    ]),
    [
      ['6010', '443210', 100_00],
      ['6010', '443210', 10_00],
      ['6010', '443210', 50_00],
    ],
  )
})

test('bedragen die in beide stijlen kunnen, worden een vraag', () => {
  const { vragen } = voorstel(csv('Rekening;Datum;Bedrag', '4001;13-2-2024;1.403'))
  assert.deepEqual(
    vragen.map(({ code }) => code),
    ['soort', 'teken', 'getalstijl'],
  )
})

test('Nederlands en Engels door elkaar, datums die niets zeggen en dubbele koppen worden vragen', () => {
  const { vragen } = voorstel(
    csv(
      'Rekening;Datum;Bedrag;Project;Project',
      '4001;1-2-2024;1.234,50;P1;P2',
      '4001;3-4-2024;1,234.50;P1;P2',
    ),
  )
  const codes = vragen.map(({ code }) => code)
  for (const code of ['getalstijl', 'datumstijl', 'dubbele_kop']) assert.ok(codes.includes(code), code)
})

test('een bestand zonder kop, of dat geen lijst is, wordt geweigerd met een zin', () => {
  for (const bytes of [csv('geen;lijst', '1;2'), new Uint8Array(), Uint8Array.from([0x50, 0x4b, 3, 4])]) {
    const gelezen = stelProfielVoor(bytes)
    assert.ok(!gelezen.ok)
    assert.ok(gelezen.reden.every(({ zin, ernst }) => zin !== '' && ernst === 'fout'))
  }
})

test('wat nog ontbreekt, staat er in een zin bij', () => {
  const { ontbreekt } = voorstel(csv('Rekening;Bedrag;Kostenplaats', '4001;1,00;KP1'))
  assert.deepEqual(ontbreekt, ['Kies de kolom met de datum of de periode.'])
})

const KANARIES = ['KANARIE', 'Kanarie de Vogel', 'kanarie@voorbeeld.nl', 'NL91ABNA0417164300', '999990019']

test('kanaries in vrije tekst komen in geen voorstel, regel, verslag of foutmelding', () => {
  for (const kanarie of KANARIES)
    for (const kop of ['Omschrijving', 'Naam leverancier', 'BSN', 'Tenaamstelling', 'Zomaar iets']) {
      const bytes = csv(
        `Datum;Rekening;Referentie;${kop};Bedrag`,
        `1-2-2024;4001;F-1;${kanarie};1,00`,
        `2-2-2024;4001;${kanarie.startsWith('9') ? 'F-2' : kanarie};${kanarie};2,00`,
      )
      const gedaan = voorstel(bytes)
      assert.ok(!JSON.stringify(gedaan).includes(kanarie), `voorstel: ${kop} ${kanarie}`)
      const gelezen = leesLijst(bytes, gedaan.profiel, KADER)
      assert.ok(gelezen.ok, JSON.stringify(gelezen))
      assert.equal(gelezen.waarde.regels.length, 2)
      assert.ok(!JSON.stringify(gelezen).includes(kanarie), `regels: ${kop} ${kanarie}`)
    }
  for (const kanarie of KANARIES.slice(1, 4)) {
    const bytes = csv('Datum;Rekening;Kostenplaats;Bedrag', `${kanarie};${kanarie};${kanarie};${kanarie}`)
    const profiel = voorstel(csv('Datum;Rekening;Kostenplaats;Bedrag', '1-2-2024;4001;KP1;1,00')).profiel
    const gelezen = leesLijst(bytes, profiel, KADER)
    assert.ok(!gelezen.ok)
    assert.ok(!JSON.stringify(gelezen).includes(kanarie), kanarie)
  }
})

test('de profielen die meekomen zijn geldig, een aanname met uitleg, en herkennen hun eigen kop', () => {
  const profielen = ingebouwdeProfielen()
  assert.equal(profielen.length, 6)
  for (const profiel of profielen) {
    assert.ok(profiel.aanname && /aanname/u.test(profiel.uitleg))
    const kop = csv(profiel.kolommen.map(({ titels }) => titels[0]).join(';'), '')
    assert.ok(pastOp(profiel, kop), profiel.naam)
    assert.equal(herkenProfielen(profielen, kop)[0]?.naam, profiel.naam)
    assert.ok(!pastOp(profiel, csv('iets;anders', '1;2')))
    assert.deepEqual(leesProfiel(JSON.parse(JSON.stringify(profiel))), { ok: true, waarde: profiel })
  }
})

test('een profiel dat niet kan, wordt geweigerd met een zin per plek', () => {
  const goed = ingebouwdeProfielen()[0]
  assert.ok(goed !== undefined)
  const geweigerd = (json: unknown): string[] => {
    const gelezen = leesProfiel(json)
    return gelezen.ok ? [] : gelezen.reden
  }
  assert.ok(
    geweigerd({ ...goed, kolommen: goed.kolommen.filter(({ veld }) => veld !== 'rekening') }).length === 1,
  )
  assert.ok(geweigerd({ ...goed, getalstijl: 'fr' })[0]?.startsWith('getalstijl'))
  assert.ok(geweigerd({}).length > 3)
})

test('codes met en zonder omschrijving door elkaar: overal alleen de code, ook in het voorbeeld', () => {
  const bytes = csv(
    'Rekening;Kostenplaats;Datum;Bedrag',
    '4001 - Huur;6010;13-2-2024;1,00',
    '4002;6011 Kanarie;14-2-2024;2,00',
  )
  const { profiel, bladen } = voorstel(bytes)
  assert.deepEqual(
    bladen[0]?.kolommen.slice(0, 2).map(({ voorbeelden }) => voorbeelden),
    [
      ['4001', '4002'],
      ['6010', '6011'],
    ],
  )
  const gelezen = leesLijst(bytes, profiel, KADER)
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  assert.deepEqual(
    gelezen.waarde.regels.map(({ rekening, kostenplaats }) => [rekening, kostenplaats]),
    [
      ['4001', '6010'],
      ['4002', '6011'],
    ],
  )
})

test('van een kop die wij niet kennen, staat alleen de onderste rij in het voorstel', () => {
  const { bladen } = voorstel(
    csv('Kanarie de Vogel;;;', 'Onbekend;Rekening;Datum;Bedrag', 'x;4001;13-2-2024;1,00'),
  )
  assert.ok(!JSON.stringify(bladen).includes('Kanarie'))
})
