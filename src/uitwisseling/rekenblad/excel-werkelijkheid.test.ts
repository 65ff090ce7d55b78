import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Planfout } from '#programma/deur.ts'
import { leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import { leesPlanbestand } from '#uitwisseling/rekenblad/plan-bestand.ts'
import { maakSjabloon } from '#uitwisseling/rekenblad/plan-schrijven.ts'
import { leesPlanUitWerkboek } from '#uitwisseling/rekenblad/plan-uit-werkboek.ts'
import {
  type Blad,
  type Cel,
  formule,
  getal,
  LEEG,
  type Rij,
  tekst,
} from '#uitwisseling/rekenblad/rekenblad.ts'

type Invoer = string | number | Cel
const cel = (waarde: Invoer): Cel =>
  typeof waarde === 'string' ? tekst(waarde) : typeof waarde === 'number' ? getal(waarde) : waarde
const rijen = (...tabel: Invoer[][]): Rij[] => tabel.map((rij) => ({ cellen: rij.map(cel) }))

const PROGRAMMA = rijen(
  ['Veld', 'Waarde'],
  ['Gemeentecode', 'gm0000'],
  ['Gemeente', 'Voorbeeld'],
  ['Titel', 'Samen verder'],
  ['Van', 2022],
  ['Tot en met', '2026'],
  ['Herkomst', 'Met de hand ingevuld.'],
)
const LEGE_MIJLPALEN = rijen(['Onderdeel', 'Sleutel', 'Mijlpaal', 'Wanneer'])
const LEGE_VERMELDINGEN = rijen(['Sleutel', 'Soort', 'Plaats', 'Gaat over'])

/** Een klein plan zoals iemand het met de hand maakt; elke test vervangt alleen het blad waar het om gaat. */
function werkboek(anders: Record<string, Rij[] | Blad | undefined> = {}): { bladen: Blad[] } {
  const bladen: Record<string, Rij[] | Blad | undefined> = {
    programma: PROGRAMMA,
    bronnen: rijen(['Bron', 'Soort'], ['Bijdrage Rijk', 'rijk']),
    onderdelen: rijen(['Titel'], ['Inloop Smilde'], ['Wijkteams']),
    bedragen: rijen(['Onderdeel', 'Bron', '2023', '2024'], ['inloop-smilde', '', 100, 200]),
    mijlpalen: LEGE_MIJLPALEN,
    vermeldingen: LEGE_VERMELDINGEN,
    ...anders,
  }
  return {
    bladen: Object.entries(bladen).flatMap(([naam, inhoud]) =>
      inhoud === undefined ? [] : [Array.isArray(inhoud) ? { naam, rijen: inhoud } : inhoud],
    ),
  }
}

function goed(anders: Parameters<typeof werkboek>[0]) {
  const gelezen = leesPlanUitWerkboek(werkboek(anders))
  assert.ok(gelezen.ok, JSON.stringify(gelezen, null, 1))
  const gemeld = gelezen.waarde.waarschuwingen.filter(
    ({ melding }) => !/geen gegevens van dit blad/u.test(melding),
  )
  return { ...gelezen.waarde.plan, gemeld }
}

function fouten(anders: Parameters<typeof werkboek>[0]): Planfout[] {
  const gelezen = leesPlanUitWerkboek(werkboek(anders))
  assert.ok(!gelezen.ok)
  return gelezen.reden
}

const bedragen = (...regels: Invoer[][]) => ({
  bedragen: rijen(['Onderdeel', 'Bron', '2023', '2024'], ...regels),
})
const ramingVan = (anders: Parameters<typeof werkboek>[0]) =>
  goed(anders).raming.map(({ onderdeel, jaar, bedragCent }) => [onderdeel, jaar, bedragCent])

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

test('verborgen rijen, onbekende kolommen en onbekende bladen worden gemeld en nooit stil overgeslagen', () => {
  const onderdelen = rijen(['Titel', 'Kleur'], ['Inloop Smilde', 'rood'], ['Wijkteams', 'groen'])
  const plan = goed({
    onderdelen: onderdelen.map((rij, r) => (r === 2 ? { ...rij, verborgen: true } : rij)),
    kladblok: rijen(['nog doen']),
    bronnen: {
      naam: 'bronnen',
      verborgen: true,
      verborgenKolommen: [1, 7],
      rijen: rijen(['Bron', 'Soort'], ['Bijdrage Rijk', 'rijk']),
    },
  })
  assert.equal(plan.onderdelen.length, 2)
  assert.deepEqual(
    new Set(plan.gemeld.map(({ pad, melding }) => `${pad}: ${melding}`)),
    new Set([
      'blad onderdelen, cel B1: De kolom "Kleur" kennen we niet en is overgeslagen.',
      'blad onderdelen: Verborgen rijen zijn wel meegelezen: rij 3.',
      'blad kladblok: Dit blad kennen we niet en is overgeslagen.',
      'blad bronnen: Dit blad is verborgen en wel meegelezen.',
      'blad bronnen: Verborgen kolommen zijn wel meegelezen: B.',
    ]),
  )
})

test('een blad dat ontbreekt: welk, en wat er nodig is', () => {
  assert.deepEqual(
    fouten({ bronnen: undefined, bedragen: undefined }).map(({ pad }) => pad),
    ['blad bronnen', 'blad bedragen'],
  )
  assert.match(
    fouten({ bronnen: undefined })[0]?.melding ?? '',
    /programma, onderdelen, mijlpalen, bronnen, bedragen en vermeldingen/u,
  )
})

test('een kolom die ontbreekt, koppen die ontbreken, een kolom die er twee keer staat', () => {
  assert.deepEqual(
    fouten({ bronnen: rijen(['Bron', 'Aard'], ['x', 'onbekend']) }).map(({ pad, melding }) => [
      pad,
      melding.slice(0, 28),
    ]),
    [['blad bronnen, rij 1', 'De kolom "Soort" ontbreekt. ']],
  )
  assert.match(fouten({ bronnen: rijen(['Zomaar', 'iets']) })[0]?.melding ?? '', /Geen rij met koppen/u)
  assert.deepEqual(
    fouten({ bronnen: rijen(['Bron', 'Soort', 'Soort'], ['x', 'rijk', 'rijk']) }).map(({ pad }) => pad),
    ['blad bronnen, cel C1'],
  )
})

test('elke fout in het plan wijst naar haar cel, en één cel krijgt één zin', () => {
  const gevonden = fouten({
    bronnen: rijen(['Bron', 'Soort'], ['Bijdrage Rijk', 'loterij'], ['', 'rijk']),
    onderdelen: rijen(
      ['Sleutel', 'Titel', 'Groep', 'Begin'],
      ['Wijk Teams', 'Wijkteams', '', 'zomer'],
      ['b', 'x'.repeat(501), 'jeugd', ''],
    ),
    bedragen: rijen(['Onderdeel', '2023'], ['straatfeest', 5]),
  })
  assert.deepEqual(gevonden.map(({ pad }) => pad.replace('blad ', '').replace(', cel ', '!')).sort(), [
    'bedragen!A2',
    'bronnen!A3',
    'bronnen!B2',
    'onderdelen!A2',
    'onderdelen!B3',
    'onderdelen!C3',
    'onderdelen!D2',
  ])
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

test('een vermelding met een kolom van een andere soort verliest niets stil', () => {
  const gevonden = fouten({
    plaatsen: rijen(['Sleutel', 'Soort', 'Titel'], ['h1', 'hoofdstuk', 'Inleiding']),
    vermeldingen: rijen(
      ['Soort', 'Plaats', 'Gaat over', 'Naam', 'Bedrag'],
      ['naam', 'Inleiding', 'Wijkteams', 'Teams', 500],
    ),
  })
  assert.deepEqual(gevonden, [
    {
      pad: 'blad vermeldingen, cel E2',
      melding: 'Bij de soort naam hoort de kolom "Bedrag (euro)" leeg te zijn.',
    },
  ])
})

test('een vermelding verwijst met een naam als die er maar één aanwijst', () => {
  const met = (over: string) => ({
    plaatsen: rijen(['Sleutel', 'Soort', 'Titel'], ['h1', 'hoofdstuk', 'Inleiding']),
    groepen: rijen(['Groep', 'Sleutel'], ['Wijkteams', 'teams']),
    vermeldingen: rijen(['Soort', 'Plaats', 'Gaat over', 'Naam'], ['naam', 'Inleiding', over, 'Teams']),
  })
  assert.deepEqual(goed(met('Inloop Smilde')).vermeldingen[0]?.over, {
    soort: 'onderdeel',
    id: 'inloop-smilde',
  })
  assert.deepEqual(goed(met('groep: Wijkteams')).vermeldingen[0]?.over, { soort: 'groep', id: 'teams' })
  assert.match(fouten(met('Wijkteams'))[0]?.melding ?? '', /meer dan één ding/u)
})

test('het lege sjabloon is te lezen, en zegt zelf wat er nog in moet', () => {
  const werkboek = leesWerkboek(schrijfOds(maakSjabloon({ van: 2022, tot: 2026 })))
  assert.ok(werkboek.ok)
  const gelezen = leesPlanUitWerkboek(werkboek.waarde)
  assert.ok(!gelezen.ok)
  assert.deepEqual(
    new Set(gelezen.reden.map(({ pad }) => pad)),
    new Set(['B4', 'B5', 'B7', 'B11'].map((naam) => `blad programma, cel ${naam}`)),
  )
})

test('een planbestand: JSON en rekenblad langs dezelfde weg, en wat geen van beide is', () => {
  const bytes = (inhoud: string): Uint8Array => new TextEncoder().encode(inhoud)
  const melding = (inhoud: Uint8Array): string => {
    const gelezen = leesPlanbestand(inhoud)
    return gelezen.ok ? 'gelezen' : (gelezen.reden[0]?.melding ?? '')
  }
  assert.equal(melding(schrijfOds(werkboek())), 'gelezen')
  assert.match(melding(bytes('{"formaat": ')), /JSON is niet af/u)
  assert.match(melding(bytes('{"formaat": "iets"}')), /geen programmaplan/u)
  assert.match(melding(bytes('hallo')), /geen JSON, ODS of XLSX/u)
  assert.match(melding(Uint8Array.of(0xff, 0xfe, 0x00)), /geen JSON, ODS of XLSX/u)
  assert.match(melding(new Uint8Array()), /leeg/u)
})
