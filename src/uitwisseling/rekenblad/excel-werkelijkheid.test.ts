import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bedragen, fouten, goed, ramingVan, rijen } from '#test/werkboeken.ts'
import { type Blad, formule, LEEG } from '#uitwisseling/rekenblad/rekenblad.ts'

test('een klein plan: sleutels komen van de titels, een lege bron blijft onbekend', () => {
  const plan = goed({})
  assert.deepEqual(
    plan.onderdelen.map(({ id, titel, planning }) => [id, titel, planning]),
    [
      ['inloop-smilde', 'Inloop Smilde', {}],
      ['wijkteams', 'Wijkteams', {}],
    ],
  )
  assert.deepEqual(plan.raming, [
    { onderdeel: 'inloop-smilde', jaar: 2023, bron: null, bedragCent: 100_00 },
    { onderdeel: 'inloop-smilde', jaar: 2024, bron: null, bedragCent: 200_00 },
  ])
  assert.deepEqual(
    [plan.programma.id, plan.programma.van, plan.programma.tot],
    ['samen-verder', '2022', '2026'],
  )
  assert.deepEqual(plan.gemeld, [])
})

for (const [geschreven, centen] of [
  ['1.403.000', 1_403_000_00],
  ['€ 12.500', 12_500_00],
  ['12500', 12_500_00],
  ['(12,00)', -12_00],
  ['12,00-', -12_00],
  ['€ 35.000,-', 35_000_00],
  [12500.000000000002, 12_500_00],
  [formule('A1', { soort: 'getal', getal: '75.5' }), 75_50],
] as const)
  test(`bedrag ${JSON.stringify(geschreven)}`, () => {
    assert.deepEqual(ramingVan(bedragen(['wijkteams', '', geschreven, '-'])), [['wijkteams', 2023, centen]])
  })

test('wat geen bedrag is, wordt geweigerd met zijn cel', () => {
  const gevonden = fouten(
    bedragen(
      ['wijkteams', '', 'veel', 12.345],
      ['inloop-smilde', '', formule('B1'), { soort: 'fout', code: '#REF!' }],
      ['wijkteams', 'bijdrage-rijk', { soort: 'datum', datum: '2024-01-01' as never }, 5],
    ),
  )
  assert.deepEqual(
    gevonden.map(({ pad }) => pad),
    ['C2', 'D2', 'C3', 'D3', 'C4'].map((naam) => `blad bedragen, cel ${naam}`),
  )
  assert.match(gevonden[1]?.melding ?? '', /meer dan twee cijfers/u)
  assert.match(gevonden[2]?.melding ?? '', /formule in deze cel heeft geen uitkomst/u)
})

test('een formule waar tekst hoort, wordt geweigerd', () => {
  const gevonden = fouten({
    onderdelen: rijen(['Titel'], [formule('A9', { soort: 'tekst', tekst: 'x' })], ['Wijkteams']),
    bedragen: rijen(['Onderdeel', '2023']),
  })
  assert.deepEqual(gevonden, [
    { pad: 'blad onderdelen, cel A2', melding: 'Hier staat een formule. Hier hoort gewone tekst.' },
  ])
})

test('de koppen staan lager, tussen lege rijen en kolommen, en in een andere volgorde', () => {
  const tabel = rijen(
    ['Raming van het programma'],
    [],
    ['', '', 'x'],
    [LEEG, '2024', 'begroting 2023', LEEG, 'BRON', 'onderdeel'],
    [],
    [LEEG, 4, 3, LEEG, 'Bijdrage Rijk', 'Wijkteams'],
    [],
    [],
    [LEEG, 2, 1, LEEG, LEEG, 'inloop smilde'],
  )
  const plan = goed({ bedragen: tabel })
  assert.deepEqual(plan.gemeld, [])
  assert.deepEqual(
    plan.raming.map(({ onderdeel, bron, jaar, bedragCent }) => [onderdeel, bron, jaar, bedragCent]),
    [
      ['wijkteams', 'bijdrage-rijk', 2023, 3_00],
      ['wijkteams', 'bijdrage-rijk', 2024, 4_00],
      ['inloop-smilde', null, 2023, 1_00],
      ['inloop-smilde', null, 2024, 2_00],
    ],
  )
})

test('samengevoegde koppen: hoog over twee rijen, en breed boven de jaren', () => {
  const tabel: Blad = {
    naam: 'Bedragen',
    rijen: rijen(
      ['Onderdeel', 'Bron', 'Bedragen per jaar'],
      [LEEG, LEEG, 2023, 2024],
      ['wijkteams', '', 1, 2],
    ),
    samengevoegd: [
      { vanRij: 0, totRij: 1, vanKolom: 0, totKolom: 0 },
      { vanRij: 0, totRij: 1, vanKolom: 1, totKolom: 1 },
      { vanRij: 0, totRij: 0, vanKolom: 2, totKolom: 3 },
    ],
  }
  assert.deepEqual(ramingVan({ bedragen: tabel }), [
    ['wijkteams', 2023, 1_00],
    ['wijkteams', 2024, 2_00],
  ])
})

test('rijen met een totaal worden nagerekend en niet ingelezen', () => {
  const plan = goed(
    bedragen(
      ['inloop-smilde', '', 100, 10],
      ['Subtotaal inloop', '', 100, 10],
      ['wijkteams', '', 50, 5],
      ['Samen', '', 50, 6],
      ['Totaal', '', 150, 15],
    ),
  )
  assert.equal(plan.raming.length, 4)
  assert.deepEqual(
    plan.gemeld.map(({ pad }) => pad),
    ['blad bedragen, cel D5'],
  )
  assert.match(plan.gemeld[0]?.melding ?? '', /€\s6,00.*€\s15,00/u)
})

test('een totaal in een eigen kolom wordt per rij nagerekend', () => {
  const plan = goed({
    bedragen: rijen(
      ['Onderdeel', '2023', '2024', 'Totaal'],
      ['wijkteams', 1, 2, 4],
      ['Inloop Smilde', 1, 2, 3],
    ),
  })
  assert.deepEqual(
    plan.gemeld.map(({ pad }) => pad),
    ['blad bedragen, cel D2'],
  )
})

test('een onderdeel dat zelf Totaal heet, is geen totaal', () => {
  const plan = goed({
    onderdelen: rijen(['Titel'], ['Totaalaanpak schulden']),
    bedragen: rijen(['Onderdeel', '2023'], ['Totaalaanpak schulden', 7]),
  })
  assert.deepEqual(
    plan.raming.map(({ onderdeel, bedragCent }) => [onderdeel, bedragCent]),
    [['totaalaanpak-schulden', 7_00]],
  )
})

test('ontvangsten: het totaal eronder wordt nagerekend', () => {
  const kop = ['Bron', 'Ontvangst', 'Jaar', 'Bedrag']
  const plan = goed({
    ontvangsten: rijen(
      kop,
      ['Bijdrage Rijk', '2022', 2022, '1.000'],
      ['bijdrage-rijk', '2023', '2023', 500],
      ['', 'Totaal', '', 1600],
    ),
  })
  assert.deepEqual(
    plan.bronnen[0]?.ontvangsten.map(({ jaar, bedragCent }) => [jaar, bedragCent]),
    [
      [2022, 1000_00],
      [2023, 500_00],
    ],
  )
  assert.deepEqual(
    plan.gemeld.map(({ pad }) => pad),
    ['blad ontvangsten, cel D4'],
  )
})

test('dagen als volgnummer, jaren als getal of tekst', () => {
  const plan = goed({
    mijlpalen: rijen(
      ['Onderdeel', 'Mijlpaal', 'Wanneer', 'Verwacht'],
      ['Wijkteams', 'Start', 45536, 'ja'],
      ['Wijkteams', 'Eind', { soort: 'datum', datum: '2025-01-31' as never }, ''],
      ['Wijkteams', 'Evaluatie', 2025, 'Nee'],
      ['Wijkteams', 'Besluit', 'derde kwartaal 2024', 'x'],
      ['Wijkteams', 'Ooit', '', ''],
    ),
  })
  assert.deepEqual(
    plan.onderdelen[1]?.mijlpalen.map(({ id, wanneer, verwacht }) => [id, wanneer, verwacht]),
    [
      ['start', '2024-09-01', true],
      ['eind', '2025-01-31', undefined],
      ['evaluatie', '2025', undefined],
      ['besluit', '2024-Q3', true],
      ['ooit', null, undefined],
    ],
  )
})

test('dezelfde sleutel of hetzelfde bedrag twee keer wijst naar de tweede', () => {
  assert.deepEqual(
    fouten({
      onderdelen: rijen(['Sleutel', 'Titel'], ['a', 'Een'], ['a', 'Twee']),
      bedragen: rijen(['Onderdeel', '2023']),
    }).map(({ pad }) => pad),
    ['blad onderdelen, cel A3'],
  )
  assert.deepEqual(
    fouten(bedragen(['wijkteams', '', 1, 2], ['Wijkteams', '', 3, ''])).map(({ pad }) => pad),
    ['blad bedragen, cel C3'],
  )
})
