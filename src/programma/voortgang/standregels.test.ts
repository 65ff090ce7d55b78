import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dagenLater, dagnummer, datum, tijdvak } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { isOverDrempel, STANDAARDDREMPEL, toonDrempel } from '#programma/voortgang/drempel.ts'
import { ergsteStand, STANDWOORDEN } from '#programma/voortgang/standen.ts'
import {
  type Geldgegevens,
  geldvoorstel,
  inhoudvoorstel,
  type Mijlpaalgegeven,
  tijdvoorstel,
} from '#programma/voortgang/standregels.ts'

const euro = (bedrag: number): Centen => centen(Math.round(bedrag * 100))
const geld = (anders: Partial<Geldgegevens>): Geldgegevens => ({
  begroot: euro(100_000),
  gerealiseerd: euro(0),
  verplicht: euro(0),
  prognose: null,
  jaarVoorbij: false,
  ...anders,
})

test('de drempel: precies erop is niet erover, één cent meer wel, en de kleinste van de twee telt', () => {
  const over = (verschil: number, begroot: number) =>
    isOverDrempel(centen(verschil), centen(begroot), STANDAARDDREMPEL)
  assert.equal(over(5_000_00, 100_000_00), false)
  assert.equal(over(5_000_01, 100_000_00), true)
  assert.equal(over(-5_000_01, 100_000_00), true)
  assert.equal(over(50_000_00, 2_000_000_00), false)
  assert.equal(over(50_000_01, 2_000_000_00), true)
  assert.equal(over(0, 0), false)
  assert.equal(over(1, 0), true)
  assert.match(toonDrempel(STANDAARDDREMPEL), /^5 % of €\s50\.000$/u)
})

for (const [naam, wat, stand, afwijkt] of [
  ['geen geld', { begroot: euro(0) }, 'geen-gegevens', false],
  ['geen prognose', { gerealiseerd: euro(10) }, 'geen-gegevens', false],
  ['precies', { prognose: euro(100_000) }, 'op-koers', false],
  ['één cent tekort', { prognose: centen(100_000_01) }, 'let-op', false],
  ['op de grens', { prognose: euro(105_000) }, 'let-op', false],
  ['een cent over de grens', { prognose: centen(105_000_01) }, 'bijsturen', true],
  ['wat over', { prognose: euro(95_000) }, 'op-koers', false],
  ['te veel over', { prognose: centen(94_999_99) }, 'let-op', true],
  ['vastgelegd boven de prognose', { prognose: euro(90_000), verplicht: euro(106_000) }, 'bijsturen', true],
  ['zonder prognose al te veel', { gerealiseerd: euro(101_000) }, 'let-op', false],
  [
    'jaar voorbij: de prognose telt niet meer',
    { prognose: euro(200_000), gerealiseerd: euro(99_000), jaarVoorbij: true },
    'op-koers',
    false,
  ],
  ['jaar voorbij en niets besteed', { jaarVoorbij: true }, 'let-op', true],
  ['niet begroot en wel besteed', { begroot: euro(0), gerealiseerd: centen(1) }, 'bijsturen', true],
] as const)
  test(`geld: ${naam} is ${stand}`, () => {
    const voorstel = geldvoorstel(geld(wat), STANDAARDDREMPEL)
    assert.deepEqual([voorstel.stand, voorstel.afwijkt], [stand, afwijkt], voorstel.regel)
  })

const bedrag = fc.integer({ min: 0, max: 10_000_000_00 }).map(centen)
test('geld: meer verwachten maakt het nooit beter boven de begroting, en afwijken volgt precies de drempel', () => {
  fc.assert(
    fc.property(bedrag, bedrag, bedrag, bedrag, (begroot, gerealiseerd, verplicht, prognose) => {
      const voorstel = geldvoorstel(
        { begroot, gerealiseerd, verplicht, prognose, jaarVoorbij: false },
        STANDAARDDREMPEL,
      )
      const verwacht = Math.max(prognose, gerealiseerd + verplicht)
      const verschil = centen(verwacht - begroot)
      assert.match(voorstel.regel, /^[A-Z].*\.$/su)
      if (begroot === 0 && verwacht === 0) return assert.equal(voorstel.stand, 'geen-gegevens')
      assert.equal(voorstel.afwijkt, isOverDrempel(verschil, begroot, STANDAARDDREMPEL))
      if (verschil > 0) assert.ok(['let-op', 'bijsturen'].includes(voorstel.stand))
      assert.equal(voorstel.stand === 'bijsturen', verschil > 0 && voorstel.afwijkt)
      const meer = geldvoorstel(
        {
          begroot,
          gerealiseerd,
          verplicht,
          prognose: centen(Math.max(verwacht, begroot) + 1),
          jaarVoorbij: false,
        },
        STANDAARDDREMPEL,
      )
      if (voorstel.stand === 'bijsturen') assert.equal(meer.stand, 'bijsturen')
      else assert.notEqual(meer.stand, 'op-koers')
    }),
  )
})

const mijlpaal = (anders: Partial<Mijlpaalgegeven> = {}): Mijlpaalgegeven => ({
  wat: 'Deur open',
  gepland: tijdvak('2024-03-01'),
  verwacht: null,
  bereikt: null,
  ...anders,
})
const tijd = (peildag: string, mijlpalen: readonly Mijlpaalgegeven[] = [], rest = {}) =>
  tijdvoorstel(
    { planning: { van: tijdvak('2024'), tot: tijdvak('2025') }, mijlpalen, peildag: datum(peildag), ...rest },
    STANDAARDDREMPEL,
  )

for (const [naam, voorstel, stand, afwijkt] of [
  ['op de dag zelf is nog op tijd', tijd('2024-03-01', [mijlpaal()]), 'op-koers', false],
  ['één dag later', tijd('2024-03-02', [mijlpaal()]), 'let-op', false],
  ['dertig dagen later', tijd('2024-03-31', [mijlpaal()]), 'let-op', false],
  ['eenendertig dagen later', tijd('2024-04-01', [mijlpaal()]), 'bijsturen', true],
  [
    'gehaald, al was het later',
    tijd('2024-06-01', [mijlpaal({ bereikt: datum('2024-05-01') })]),
    'op-koers',
    false,
  ],
  [
    'pas na de peildag gehaald',
    tijd('2024-03-31', [mijlpaal({ bereikt: datum('2024-05-01') })]),
    'let-op',
    false,
  ],
  ['later verwacht', tijd('2024-01-15', [mijlpaal({ verwacht: tijdvak('2024-05') })]), 'bijsturen', true],
  ['eerder verwacht', tijd('2024-01-15', [mijlpaal({ verwacht: tijdvak('2024-02') })]), 'op-koers', false],
  [
    'niet bijgehouden en voorbij',
    tijd('2024-06-30', [mijlpaal({ bereikt: 'onbekend' })]),
    'geen-gegevens',
    false,
  ],
  [
    'niet bijgehouden, nog te gaan',
    tijd('2024-02-28', [mijlpaal({ bereikt: 'onbekend' })]),
    'op-koers',
    false,
  ],
  ['schrikkeldag', tijd('2024-02-29', [mijlpaal({ gepland: tijdvak('2024-02') })]), 'op-koers', false],
  ['na de schrikkeldag', tijd('2024-03-01', [mijlpaal({ gepland: tijdvak('2024-02') })]), 'let-op', false],
  ['laatste dag van het jaar', tijd('2025-12-31'), 'afgerond', false],
  ['looptijd voorbij en nog iets open', tijd('2026-03-31', [mijlpaal()]), 'bijsturen', true],
  ['nog niet begonnen', tijd('2023-12-31'), 'op-koers', false],
  [
    'beëindigd',
    tijd('2024-06-30', [mijlpaal()], { beeindigd: { op: tijdvak('2024-06'), reden: 'x' } }),
    'gestopt',
    false,
  ],
  ['geen looptijd', tijd('2024-06-30', [], { planning: {} }), 'geen-gegevens', false],
] as const)
  test(`tijd: ${naam}: ${stand}`, () =>
    assert.deepEqual([voorstel.stand, voorstel.afwijkt], [stand, afwijkt], voorstel.regel))

test('tijd: afwijken is precies meer dagen dan de drempel, en een dag later is nooit beter', () => {
  const zwaar = ['op-koers', 'let-op', 'bijsturen']
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 400 }), (dagen) => {
      const dag = dagenLater(datum('2024-02-28'), dagen)
      const gepland = mijlpaal({ gepland: tijdvak('2024-02-28') })
      const nu = tijd(dag, [gepland], { planning: { van: tijdvak('2023'), tot: tijdvak('2030') } })
      assert.equal(nu.afwijkt, dagnummer(dag) - dagnummer(datum('2024-02-28')) > STANDAARDDREMPEL.dagen)
      const morgen = tijd(dagenLater(dag, 1), [gepland], {
        planning: { van: tijdvak('2023'), tot: tijdvak('2030') },
      })
      assert.ok(zwaar.indexOf(morgen.stand) >= zwaar.indexOf(nu.stand))
    }),
  )
})

for (const [statussen, stand] of [
  [[], 'geen-gegevens'],
  [['geen-gegevens'], 'geen-gegevens'],
  [['geen-verschil', 'geen-gegevens'], 'geen-gegevens'],
  [['op-koers', 'geen-verschil'], 'op-koers'],
  [['op-koers', 'let-op'], 'let-op'],
  [['let-op', 'bijsturen', 'op-koers'], 'bijsturen'],
] as const)
  test(`inhoud: ${statussen.join(' en ') || 'geen indicator'} is ${stand}`, () => {
    const voorstel = inhoudvoorstel(statussen.map((status, i) => ({ naam: `Cijfer ${i}`, status })))
    assert.deepEqual([voorstel.stand, voorstel.afwijkt], [stand, false], voorstel.regel)
    assert.match(voorstel.regel, /^Bij de doelen.*\.$/u)
  })

test('het ergste woord hangt niet van de volgorde af, en gegevens gaan voor geen gegevens', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STANDWOORDEN), { minLength: 1 }), (standen) => {
      assert.equal(ergsteStand(standen), ergsteStand(standen.toReversed()))
      assert.ok(standen.includes(ergsteStand(standen)))
    }),
  )
  assert.equal(ergsteStand(['geen-gegevens', 'op-koers']), 'op-koers')
  assert.equal(ergsteStand(['op-koers', 'bijsturen', 'let-op']), 'bijsturen')
})
