import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { beoordeel } from '#programma/bevindingen/bevindingen.ts'
import {
  aandeelInWoorden,
  foutenkop,
  geldstroomzin,
  nietVerdeeldzin,
  raadsvragen,
  sprekendeFouten,
  tegelsVan,
} from '#programma/overzicht/overzicht.ts'
import { geldstroomVan, type Stroombeeld } from '#programma/overzicht/sankey.ts'
import type { Plan } from '#programma/plan.ts'
import { type Planbeeld, planbeeldVan } from '#programma/planbeeld.ts'
import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { kleinPlan } from '#test/plannen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const beeld = planbeeldVan(voorbeeldplan('gm1731'))
const klein = planbeeldVan(kleinPlan('gm8001'))

for (const [aandeel, woorden] of [
  [1, 'Al'],
  [0.98, 'Bijna al'],
  [0.4875, 'Bijna de helft van'],
  [0.5, 'Precies de helft van'],
  [0.51, 'Ruim de helft van'],
  [0.26, 'Ruim een kwart van'],
  [0.33, 'Bijna een derde van'],
  [0.66, 'Bijna twee derde van'],
  [0.77, 'Ruim drie kwart van'],
  [0.18, '18 procent van'],
  [0.9, '90 procent van'],
] as const)
  test(`een aandeel van ${aandeel} heet "${woorden}"`, () => {
    assert.equal(aandeelInWoorden(aandeel), woorden)
  })

test('de zin boven de geldstroom noemt de grootste groep, ook per jaar', () => {
  assert.equal(geldstroomzin(beeld, undefined), 'Bijna de helft van het geld is voor POK - Beschermd Wonen')
  assert.match(
    geldstroomzin(beeld, 2023),
    /^Ruim de helft van het geld in 2023 is voor Nieuw voor 2022-2026$/u,
  )
  assert.equal(geldstroomzin(klein, 2031), 'Er is in 2031 geen geld geraamd')
})

test('de drie antwoorden', () => {
  const [doelen, onderdelen, geld] = tegelsVan(beeld)
  assert.deepEqual(
    [doelen?.groot, onderdelen?.groot, geld?.groot],
    ['4 doelen', '30 onderdelen', '€\u00a02.972.000'],
  )
  assert.match(doelen?.bij ?? '', /^Geen van de doelen/u)
  assert.match(geld?.bij ?? '', /noemt €\u00a02\.972\.068 beschikbaar; €\u00a068 daarvan is niet verdeeld/u)
})

test('een plan zonder doelen of geld zegt dat', () => {
  const leeg = planbeeldVan({ ...kleinPlan('gm8001'), doelen: [], raming: [], vermeldingen: [] })
  const [doelen, , geld] = tegelsVan(leeg)
  assert.equal(doelen?.bij, 'Het plan noemt nog geen doelen.')
  assert.equal(geld?.groot, 'Geen bedragen')
})

const naam = ({ knopen }: Stroombeeld, kolom: number): string[] =>
  knopen.filter((knoop) => knoop.kolom === kolom).map((knoop) => knoop.naam)

test('bronnen die samen optellen staan apart; de andere samen in één knoop', () => {
  const { getekend, nietVerdeeld } = geldstroomVan(beeld, undefined)
  assert.deepEqual(naam(getekend, 0), [
    'Reserve Sociaal Domein en Begroting 2023 en verder, verdeling niet bekend',
    'Bijdrage van het Rijk voor de POK',
    'Positief saldo Beschermd Wonen 2021',
    'Invoering Beschermd Wonen',
    'Rest programma 2019-2021 en Begroting Midden-Drenthe 2022, verdeling niet bekend',
  ])
  assert.equal(
    nietVerdeeldzin({ nietVerdeeld }),
    'Nog niet over onderdelen verdeeld: €\u00a068 van POK - Beschermd Wonen.',
  )
})

test('per jaar wordt niets over bronnen verdeeld', () => {
  const { getekend } = geldstroomVan(beeld, 2024)
  assert.ok(getekend.stromen.filter(({ van }) => van.startsWith('bron')).every(({ onzeker }) => onzeker))
  assert.match(
    naam(getekend, 0)[1] ?? '',
    /^Bijdrage van het Rijk voor de POK, Positief saldo .* verdeling niet bekend$/u,
  )
})

test('wat de raming bij een bron noemt, staat bij die bron', () => {
  const { getekend } = geldstroomVan(klein, 2025)
  const rijk = getekend.stromen.filter(({ van }) => van === 'bron rijk')
  assert.deepEqual(
    rijk.map(({ bedrag }) => bedrag),
    [6_000_01],
  )
})

/** Wat er in een groep gaat is minstens wat eruit gaat, en wat eruit gaat is precies de raming. */
function keurStroom(van: Planbeeld, jaar: number | undefined): void {
  const { getekend, alles } = geldstroomVan(van, jaar)
  const totaal = jaar === undefined ? van.totaal.totaal : (van.totaal.perJaar.get(jaar) ?? 0)
  for (const stroom of alles === undefined ? [getekend] : [getekend, alles]) {
    const kolom = new Map(stroom.knopen.map((knoop) => [knoop.id, knoop.kolom]))
    const som = (kolomVan: number): number =>
      stroom.stromen.filter((een) => kolom.get(een.van) === kolomVan).reduce((s, een) => s + een.bedrag, 0)
    assert.equal(som(1), totaal)
    assert.ok(som(0) >= totaal && som(0) - totaal <= totaal / 50)
    for (const een of stroom.stromen) assert.ok(kolom.has(een.van) && kolom.has(een.naar) && een.bedrag > 0)
    assert.equal(new Set(stroom.knopen.map(({ id }) => id)).size, stroom.knopen.length)
  }
}

test('in elke geldstroom verdwijnt niets', () => {
  for (const van of [beeld, klein]) for (const jaar of [undefined, ...van.jaren]) keurStroom(van, jaar)
})

test('een groot plan krijgt een rustige tekening en geen tabel van duizenden rijen', () => {
  const basis = kleinPlan('gm8001')
  const [eerste] = basis.onderdelen
  assert.ok(eerste)
  const onderdelen = Array.from({ length: 300 }, (_, i) => ({
    ...eerste,
    id: `o-${i}` as typeof eerste.id,
    groep: `g-${i % 20}` as typeof eerste.groep,
  }))
  const plan: Plan = {
    ...basis,
    groepen: Array.from({ length: 20 }, (_, i) => ({
      id: `g-${i}` as Plan['groepen'][number]['id'],
      titel: `G ${i}`,
      code: null,
    })),
    onderdelen,
    vermeldingen: [],
    raming: onderdelen.map(({ id }, i) => ({
      onderdeel: id,
      jaar: 2024,
      bron: null,
      bedragCent: (i + 1) as Plan['raming'][number]['bedragCent'],
    })),
  }
  const groot = planbeeldVan(plan)
  const { getekend, alles } = geldstroomVan(groot, undefined)
  assert.equal(alles, undefined)
  assert.ok(naam(getekend, 1).length <= 10 && naam(getekend, 2).length <= 30)
  keurStroom(groot, undefined)
})

test('de vragen van de raad leiden naar een antwoord', () => {
  const vragen = raadsvragen(beeld, 3, datum('2023-06-15'))
  const adressen = vragen.flatMap(({ antwoorden }) => antwoorden.map(({ adres, velden }) => [adres, velden]))
  assert.deepEqual(adressen.slice(0, 3), [
    ['/onderdelen/inloopvoorzieningen', undefined],
    ['/onderdelen', { eindigt: 2023 }],
    ['/onderdelen', { eindigt: 2024 }],
  ])
  assert.ok(vragen.some(({ vraag }) => vraag.includes('het Rijk')))
})

test('is alles voorbij, dan staat er wanneer het eindigde', () => {
  const eind = raadsvragen(beeld, 0, datum('2040-01-01')).find(({ vraag }) => vraag.startsWith('Wat eindigt'))
  assert.ok(eind?.antwoorden.some(({ velden }) => velden?.['eindigt'] === 2024))
})

test('zonder bevindingen is er niets onduidelijk te noemen', () => {
  assert.ok(raadsvragen(beeld, 0, datum('2023-01-01')).every(({ vraag }) => !vraag.includes('onduidelijk')))
})

test('de sprekendste fouten komen van verschillende regels, en wat afgedaan is niet', () => {
  const bevindingen = controleer(beeld.plan)
  const open = beoordeel(bevindingen, [], 1, () => undefined)
  const eerst = sprekendeFouten(open)
  assert.equal(eerst.length, 3)
  assert.equal(new Set(eerst.map(({ regel }) => regel)).size, 3)
  assert.match(eerst[0]?.uitleg ?? '', /2\.972\.068.*2\.979\.068/su)
  const afgedaan = open.map((een) => ({
    ...een,
    oordeel: {
      bevinding: een.bevinding.sleutel,
      oordeel: 'bewust' as const,
      toelichting: 'x',
      versie: 1,
      vastgelegdOp: new Date(0),
      door: null,
    },
  }))
  assert.deepEqual(sprekendeFouten(afgedaan), [])
})

test('één punt is enkelvoud, geen punt is goed nieuws', () => {
  assert.equal(foutenkop(1), 'Het plan spreekt zichzelf op 1 punt tegen')
  assert.equal(foutenkop(0), 'Het plan spreekt zichzelf nergens tegen')
})
