import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import { groepeerKleine, knoopBedrag, type SankeyData, type SankeyVorm, tekenSankey } from '#ui/sankey.ts'

const VORMEN: readonly SankeyVorm[] = [
  { breedte: 620, links: 130, rechts: 190, letter: 15, regel: 19 },
  { breedte: 1000, links: 190, rechts: 300, letter: 15, regel: 19 },
]

const naam = fc.stringMatching(/^[A-Z][a-z]{2,12}( [a-z]{2,16}){0,6}$/u)
const bedrag = fc.integer({ min: 1, max: 90_000_000 }).map(centen)

/** Bronnen naar groepen naar onderdelen, waarbij elke groep uitgeeft wat er binnenkomt. */
const stroom: fc.Arbitrary<SankeyData> = fc
  .array(
    fc.record({
      naam,
      bron: naam,
      onderdelen: fc.array(fc.tuple(naam, bedrag), { minLength: 1, maxLength: 9 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((groepen) => ({
    knopen: groepen.flatMap((groep, i) => [
      { id: `b${i}`, naam: groep.bron, kolom: 0 },
      { id: `g${i}`, naam: groep.naam, kolom: 1 },
      ...groep.onderdelen.map(([onderdeel], j) => ({ id: `o${i}.${j}`, naam: onderdeel, kolom: 2 })),
    ]),
    stromen: groepen.flatMap((groep, i) => [
      { van: `b${i}`, naar: `g${i}`, bedrag: centen(groep.onderdelen.reduce((t, [, b]) => t + b, 0)) },
      ...groep.onderdelen.map(([, b], j) => ({ van: `g${i}`, naar: `o${i}.${j}`, bedrag: b })),
    ]),
  }))

const totaal = (data: SankeyData, kolom: number): number =>
  data.knopen
    .filter((knoop) => knoop.kolom === kolom)
    .reduce((som, knoop) => som + knoopBedrag(knoop.id, data.stromen), 0)

test('groepeerKleine bewaart elk totaal, per groep en samen', () => {
  fc.assert(
    fc.property(stroom, fc.integer({ min: 0, max: 12 }), (data, hoogstens) => {
      const klein = groepeerKleine(data, { kolom: 2, hoogstens, woord: 'onderdelen' })
      for (const kolom of [0, 1, 2]) assert.equal(totaal(klein, kolom), totaal(data, kolom))
      for (const groep of data.knopen.filter((knoop) => knoop.kolom === 1))
        assert.equal(knoopBedrag(groep.id, klein.stromen), knoopBedrag(groep.id, data.stromen))
    }),
  )
})

test('groepeerKleine noemt hoeveel het er zijn en laat een eenling staan', () => {
  const data: SankeyData = {
    knopen: [
      { id: 'g', naam: 'Groep', kolom: 0 },
      ...['a', 'b', 'c'].map((id) => ({ id, naam: id, kolom: 1 })),
    ],
    stromen: [
      { van: 'g', naar: 'a', bedrag: centen(900) },
      { van: 'g', naar: 'b', bedrag: centen(20) },
      { van: 'g', naar: 'c', bedrag: centen(10) },
    ],
  }
  const namen = (hoogstens: number): string[] =>
    groepeerKleine(data, { kolom: 1, hoogstens, woord: 'onderdelen' }).knopen.map((knoop) => knoop.naam)
  assert.deepEqual(namen(1), ['Groep', 'a', '2 kleinere onderdelen'])
  assert.deepEqual(namen(2), ['Groep', 'a', 'b', 'c'])
  assert.deepEqual(namen(3), ['Groep', 'a', 'b', 'c'])
})

for (const vorm of VORMEN)
  test(`tekenSankey op ${vorm.breedte}: elk label staat heel in beeld en raakt geen ander label`, () => {
    fc.assert(
      fc.property(stroom, (data) => {
        const plan = tekenSankey(data, vorm)
        const vakken = plan.knopen.map(({ label, knoop }) => {
          const links = label.anker === 'end' ? label.x - label.breedte : label.x
          const boven = label.y - vorm.regel * 0.75
          return {
            kolom: knoop.kolom,
            links,
            rechts: links + label.breedte,
            boven,
            onder: boven + label.regels.length * vorm.regel,
          }
        })
        for (const vak of vakken) {
          assert.ok(vak.links >= 0 && vak.rechts <= vorm.breedte, JSON.stringify(vak))
          assert.ok(vak.boven >= 0 && vak.onder <= plan.hoogte, JSON.stringify({ vak, hoogte: plan.hoogte }))
        }
        for (const [i, een] of vakken.entries())
          for (const ander of vakken.slice(i + 1))
            assert.ok(
              een.kolom !== ander.kolom || een.onder <= ander.boven + 0.01 || ander.onder <= een.boven + 0.01,
              JSON.stringify([een, ander]),
            )
      }),
      { numRuns: 60 },
    )
  })

test('tekenSankey: een lint is zo dik als zijn bedrag, en een knoop zo hoog als zijn linten', () => {
  fc.assert(
    fc.property(stroom, (data) => {
      const plan = tekenSankey(data, VORMEN[1] ?? assert.fail())
      const eerste = plan.stromen[0] ?? assert.fail()
      const schaal = eerste.dikte / eerste.stroom.bedrag
      for (const { dikte, stroom: s } of plan.stromen) assert.ok(Math.abs(dikte - s.bedrag * schaal) < 1e-6)
      for (const plek of plan.knopen)
        assert.ok(Math.abs(plek.y1 - plek.y0 - plek.bedrag * schaal) < 1e-6, plek.knoop.id)
    }),
    { numRuns: 60 },
  )
})

test('tekenSankey: elke letter van elke naam staat in een label', () => {
  const lang = 'Verbeteren van de interne samenwerking binnen het sociaal domein en daarbuiten'
  const data: SankeyData = {
    knopen: [
      { id: 'a', naam: 'Rijk', kolom: 0 },
      { id: 'b', naam: lang, kolom: 1 },
    ],
    stromen: [{ van: 'a', naar: 'b', bedrag: centen(34000000) }],
  }
  for (const vorm of VORMEN) {
    const label = tekenSankey(data, vorm).knopen[1]?.label.regels.join(' ')
    assert.equal(label, `${lang} €\u00a0340.000`)
  }
})

test('tekenSankey zegt van elk lint waar het heen gaat en hoeveel', () => {
  const data: SankeyData = {
    knopen: [
      { id: 'a', naam: 'Rijk', kolom: 0 },
      { id: 'b', naam: 'Inloop', kolom: 1 },
    ],
    stromen: [{ van: 'a', naar: 'b', bedrag: centen(150050) }],
  }
  assert.equal(
    tekenSankey(data, VORMEN[0] ?? assert.fail()).stromen[0]?.zin,
    'van Rijk naar Inloop, €\u00a01.500,50',
  )
})

test('tekenSankey: onderdelen staan bij elkaar per groep, in de volgorde van het plan', () => {
  fc.assert(
    fc.property(stroom, (data) => {
      const plan = tekenSankey(data, VORMEN[1] ?? assert.fail())
      const groepVan = plan.knopen
        .filter((plek) => plek.knoop.kolom === 2)
        .map((plek) => data.stromen.find((s) => s.naar === plek.knoop.id)?.van)
      assert.deepEqual(groepVan, groepVan.toSorted())
      const inPlan = data.knopen.filter((knoop) => knoop.kolom === 2).map((knoop) => knoop.id)
      assert.deepEqual(
        plan.knopen.filter((plek) => plek.knoop.kolom === 2).map((plek) => plek.knoop.id),
        inPlan,
      )
    }),
    { numRuns: 40 },
  )
})

test('tekenSankey zonder geld is leeg', () => {
  const data: SankeyData = {
    knopen: [
      { id: 'a', naam: 'Rijk', kolom: 0 },
      { id: 'b', naam: 'Inloop', kolom: 1 },
    ],
    stromen: [{ van: 'a', naar: 'b', bedrag: centen(0) }],
  }
  assert.deepEqual(tekenSankey(data, VORMEN[0] ?? assert.fail()), { hoogte: 0, knopen: [], stromen: [] })
})
