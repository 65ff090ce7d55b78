import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import { besteed, gaAan, kenToe } from '#grootboek/deur.ts'
import { DEELKEUZES } from '#programma/begroting/delers.ts'
import {
  alleRijen,
  type Bedragen,
  buitenPlan,
  type Geldrij,
  geldtabelVan,
} from '#programma/begroting/geldbeeld.ts'
import {
  alsPostfilter,
  alsVelden,
  type Geldfilter,
  type Kolomnaam,
  leesGeldfilter,
  pastBij,
} from '#programma/begroting/geldfilter.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { boomplan, geschiedenis, type Proefboeking, saldiVan } from '#test/proefboekingen.ts'

const beeld = planbeeldVan(boomplan('gm8001'))

const KOLOM_VAN: Record<keyof Bedragen, Kolomnaam> = {
  primitief: 'primitief',
  wijzigingen: 'wijzigingen',
  naWijziging: 'na-wijziging',
  verplicht: 'verplicht',
  gerealiseerd: 'gerealiseerd',
  vrij: 'vrij',
  overheveling: 'overheveling',
}
const KOLOMMEN = Object.keys(KOLOM_VAN) as (keyof Bedragen)[]

/** Wat er volgens de regels zelf achter een bedrag zit, langs dezelfde weg als iemand die erop klikt. */
function achterDeLink(boekingen: readonly Proefboeking[], buiten: string[], rij: Geldrij, kolom: Kolomnaam) {
  const gelezen = leesGeldfilter(
    Object.fromEntries(
      Object.entries(alsVelden(rij.filter)).map(([naam, w]) => [naam, w === undefined ? w : `${w}`]),
    ),
  )
  assert.ok(gelezen.ok)
  const telt = pastBij(alsPostfilter(beeld, gelezen.waarde, buiten, kolom))
  let som = 0
  for (const { soort, regels } of boekingen)
    for (const regel of regels) if (telt({ ...regel, soort })) som += regel.bedragCent
  return som
}

function keurRij(rij: Geldrij, boekingen: readonly Proefboeking[], buiten: string[]): void {
  const { bedragen, kinderen } = rij
  assert.equal(bedragen.naWijziging, bedragen.vrij + bedragen.verplicht + bedragen.gerealiseerd)
  assert.equal(bedragen.naWijziging, bedragen.primitief + bedragen.wijzigingen)
  for (const kolom of KOLOMMEN) {
    assert.equal(
      achterDeLink(boekingen, buiten, rij, KOLOM_VAN[kolom]),
      bedragen[kolom],
      `${rij.naam} ${kolom}`,
    )
    if (kinderen.length > 0)
      assert.equal(
        kinderen.reduce((som, kind) => som + kind.bedragen[kolom], 0),
        bedragen[kolom],
        `delen van ${rij.naam} ${kolom}`,
      )
  }
}

const filters: fc.Arbitrary<Geldfilter> = fc.constantFrom<Geldfilter[]>(
  {},
  { jaar: 2024 },
  { bron: 'rijk' },
  { bron: null },
  { groep: 'lijn' },
  { groep: null },
  { onderdeel: 'dorpen' },
  { onderdeel: 'dorpen', alleen: true },
  { onderdeel: null },
  { buitenPlan: true },
  { taakvelden: ['6.1@2022', ''] },
)
const pers = fc.uniqueArray(fc.constantFrom(...DEELKEUZES), { minLength: 1, maxLength: 2 })

describe('geldbeeld', () => {
  test('elk totaal is de som van zijn delen en van de regels erachter', () => {
    fc.assert(
      fc.property(
        geschiedenis,
        filters,
        pers,
        fc.constantFrom(undefined, '2022', '2025'),
        (boekingen, filter, per, indeling) => {
          const posten = saldiVan(boekingen)
          const buiten = buitenPlan(beeld, posten)
          const { rijen, totaal } = geldtabelVan(beeld, posten, { filter, per, indeling })
          for (const rij of [totaal, ...alleRijen(rijen)]) keurRij(rij, boekingen, buiten)
        },
      ),
      { numRuns: 400 },
    )
  })

  const budget = { programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar: 2024 }
  const verhaal: Proefboeking[] = [
    { soort: 'raming', regels: kenToe(budget, centen(10_000_00)) },
    { soort: 'wijziging', regels: kenToe(budget, centen(2_000_00)) },
    { soort: 'verplichting', regels: gaAan(budget, 'v-1', centen(3_000_00)) },
    { soort: 'realisatie', regels: besteed(budget, centen(1_500_00)) },
    { soort: 'realisatie', regels: besteed({ ...budget, onderdeel: null, bron: null }, centen(700_00)) },
  ]

  test('de kolommen van een onderdeel, en wat nog nergens bij hoort apart', () => {
    const { rijen, totaal } = geldtabelVan(beeld, saldiVan(verhaal), {
      filter: {},
      per: ['onderdeel', 'bron'],
    })
    assert.deepEqual(
      rijen.map(({ sleutel, onaf, bedragen }) => [
        sleutel,
        onaf,
        bedragen.naWijziging,
        bedragen.gerealiseerd,
        bedragen.vrij,
      ]),
      [
        ['inloop', false, 12_000_00, 1_500_00, 7_500_00],
        ['-', true, 0, 700_00, -700_00],
      ],
    )
    assert.equal(rijen[0]?.bedragen.primitief, 10_000_00)
    assert.equal(rijen[1]?.kinderen[0]?.naam, 'Nog te verdelen over de bronnen')
    assert.equal(totaal.bedragen.gerealiseerd, 2_200_00)
  })

  test('een verwacht verschil telt alleen waar een prognose is, en zegt waar er geen is', () => {
    const prognoses = [
      { onderdeel: 'inloop', jaar: 2024, bedragCent: centen(11_000_00) },
      { onderdeel: 'steun', jaar: 2025, bedragCent: centen(5_00) },
    ]
    const tabel = geldtabelVan(beeld, saldiVan(verhaal), { filter: {}, per: ['onderdeel'] }, prognoses)
    assert.deepEqual(tabel.totaal.verwachting, { bedrag: 11_005_00, verschil: 995_00, met: 2, zonder: 1 })
    assert.deepEqual(tabel.rijen[0]?.verwachting, {
      bedrag: 11_000_00,
      verschil: 1_000_00,
      met: 1,
      zonder: 0,
    })
    const perBron = geldtabelVan(
      beeld,
      saldiVan(verhaal),
      { filter: { bron: 'rijk' }, per: ['jaar'] },
      prognoses,
    )
    assert.equal(perBron.totaal.verwachting, undefined)
  })

  test('taakvelden uit twee indelingen staan los; omzetten laat staan wat niet te vergelijken is', () => {
    const posten = saldiVan([
      {
        soort: 'realisatie',
        regels: besteed(budget, centen(100), { taakveld: '6.1', taakveldschema: '2022' }),
      },
      {
        soort: 'realisatie',
        regels: besteed(budget, centen(200), { taakveld: '6.71', taakveldschema: '2017' }),
      },
    ])
    const tabel = geldtabelVan(beeld, posten, { filter: {}, per: ['taakveld'], indeling: '2025' })
    assert.deepEqual(tabel.indelingen, ['2017', '2022'])
    assert.equal(tabel.totaal.bedragen.gerealiseerd, 300)
    const apart = tabel.rijen.filter(({ onaf }) => onaf)
    assert.ok(apart.length > 0)
    for (const { naam } of apart) assert.match(naam, /niet vergelijkbaar met 2025/u)
  })
})

describe('geldfilter', () => {
  test('wat niet te lezen is, wordt geweigerd en telt niet stil mee', () => {
    for (const velden of [
      { jaar: '24' },
      { onderdeel: 'Hoofdletter' },
      { bron: '../x' },
      { groep: '!' },
      { taakveld: '6.1' },
      { taakveld: Array.from({ length: 61 }, () => '6.1@2022').join(',') },
    ])
      assert.ok(!leesGeldfilter(velden).ok, JSON.stringify(velden))
  })

  test('alleen hoort bij een onderdeel', () => {
    assert.deepEqual(leesGeldfilter({ alleen: 'ja', onderdeel: '' }), { ok: true, waarde: {} })
    assert.deepEqual(leesGeldfilter({ alleen: 'ja', onderdeel: 'inloop' }), {
      ok: true,
      waarde: { onderdeel: 'inloop', alleen: true },
    })
  })
})
