import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Formulier, foutVan, type VeldFout } from '#ui/formulier.tsx'
import { BestandVeld, Keuzerondjes, KeuzeVeld, TekstVeld, TekstVlak, Vinkje } from '#ui/veld.tsx'

const KEUZES = [
  { waarde: 'a', tekst: 'Een' },
  { waarde: 'b', tekst: 'Twee', uitleg: 'Met uitleg' },
]

const VELDEN = [
  [
    'TekstVeld',
    TekstVeld({ naam: 'x', label: 'Naam', uitleg: 'Hulp', fout: 'Mis', waarde: 'oud', verplicht: true }),
  ],
  [
    'TekstVlak',
    TekstVlak({ naam: 'x', label: 'Naam', uitleg: 'Hulp', fout: 'Mis', waarde: 'oud', verplicht: true }),
  ],
  [
    'KeuzeVeld',
    KeuzeVeld({ naam: 'x', label: 'Naam', uitleg: 'Hulp', fout: 'Mis', keuzes: KEUZES, verplicht: true }),
  ],
  ['Vinkje', Vinkje({ naam: 'x', label: 'Naam', uitleg: 'Hulp', fout: 'Mis', verplicht: true })],
  ['BestandVeld', BestandVeld({ naam: 'x', label: 'Naam', uitleg: 'Hulp', fout: 'Mis', verplicht: true })],
] as const

/** De tekst van het element met dit id. */
function tekstVan(html: string, id: string): string | undefined {
  return new RegExp(`id="${id}"[^>]*>([^<]*)<`, 'u').exec(html)?.[1]
}

for (const [naam, veld] of VELDEN)
  test(`${naam}: label, uitleg en fout horen bij het veld`, () => {
    const html = String(veld)
    assert.match(html, /<label[^>]* for="veld-x"[^>]*>Naam<\/label>/u)
    const invoer = /<(?:input|textarea|select)[^>]*id="veld-x"[^>]*>/u.exec(html)?.[0] ?? ''
    const ids = /aria-describedby="([^"]*)"/u.exec(invoer)?.[1]?.split(' ') ?? []
    assert.deepEqual(
      ids.map((id) => tekstVan(html, id)),
      ['Mis', 'Hulp'],
    )
    assert.match(invoer, /aria-invalid="true"/u)
    assert.match(invoer, / required=""/u)
  })

test('zonder fout en uitleg wijst een veld nergens naar', () => {
  const html = String(TekstVeld({ naam: 'x', label: 'Naam' }))
  assert.ok(!html.includes('aria-describedby'))
  assert.ok(!html.includes('aria-invalid'))
  assert.ok(!html.includes('required'))
})

test('wat was ingevuld, blijft staan', () => {
  assert.match(
    String(TekstVeld({ naam: 'x', label: 'N', waarde: 'twaalf', soort: 'bedrag' })),
    /value="twaalf"/u,
  )
  assert.match(String(TekstVlak({ naam: 'x', label: 'N', waarde: '\nregel' })), />\n\nregel<\/textarea>/u)
  assert.match(
    String(KeuzeVeld({ naam: 'x', label: 'N', keuzes: KEUZES, waarde: 'b' })),
    /<option value="b" selected="">Twee/u,
  )
  assert.match(
    String(Keuzerondjes({ naam: 'x', label: 'N', keuzes: KEUZES, waarde: 'b' })),
    /value="b" checked=""/u,
  )
  assert.match(String(Vinkje({ naam: 'x', label: 'N', aan: true })), /checked=""/u)
})

test('keuzerondjes: groep met naam en fout; de foutlink komt bij het eerste rondje uit', () => {
  const html = String(Keuzerondjes({ naam: 'x', label: 'Zeker?', fout: 'Kies', keuzes: KEUZES }))
  assert.match(html, /<fieldset[^>]*aria-describedby="veld-x-fout"/u)
  assert.match(html, /<legend>Zeker\?<\/legend>/u)
  assert.match(html, /<input[^>]*type="radio" id="veld-x" name="x" value="a"/u)
  assert.match(html, /for="veld-x-2"/u)
})

test('niet verplicht staat in het label', () => {
  assert.match(String(TekstVeld({ naam: 'x', label: 'N', verplicht: false })), /niet verplicht/u)
})

const FOUTEN: readonly VeldFout[] = [
  { veld: 'a', tekst: 'Eerste' },
  { veld: 'b', tekst: 'Tweede' },
]

test('het foutoverzicht linkt naar elk veld en telt', () => {
  const html = String(Formulier({ fouten: FOUTEN, children: '' }))
  assert.match(html, /2 antwoorden kloppen nog niet/u)
  assert.match(html, /<a href="#veld-a">Eerste<\/a>/u)
  assert.match(html, /<a href="#veld-b">Tweede<\/a>/u)
  assert.match(String(Formulier({ fouten: FOUTEN.slice(1), children: '' })), /1 antwoord klopt nog niet/u)
})

test('zonder fouten is er geen overzicht', () => {
  assert.ok(!String(Formulier({ fouten: [], children: '' })).includes('oz-foutoverzicht'))
})

test('een bestand vraagt om de goede codering, verborgen velden gaan mee', () => {
  const html = String(Formulier({ metBestanden: true, verborgen: { bewijs: 'abc' }, children: '' }))
  assert.match(html, /method="post"/u)
  assert.match(html, /enctype="multipart\/form-data"/u)
  assert.match(html, /<input type="hidden" name="bewijs" value="abc"/u)
})

test('foutVan vindt de fout van één veld', () => {
  assert.equal(foutVan(FOUTEN, 'b'), 'Tweede')
  assert.equal(foutVan(FOUTEN, 'c'), undefined)
  assert.equal(foutVan(undefined, 'a'), undefined)
})
