import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import { kring, naamVan } from '#grootboek/rekening.ts'
import {
  boekregels,
  keurRegels,
  MEESTE_WIJZIGINGSREGELS,
  type Wijzigingsregel,
  zetOpBronnen,
} from '#grootboek/wijziging/wijziging.ts'

const onderdeel = (naam: string, bron: string | null, bedrag: number, jaar = 2025): Wijzigingsregel => ({
  soort: 'onderdeel',
  onderdeel: naam,
  bron,
  jaar,
  bedragCent: centen(bedrag),
})
const bron = (naam: string | null, bedrag: number): Wijzigingsregel => ({
  soort: 'bron',
  bron: naam,
  jaar: 2025,
  bedragCent: centen(bedrag),
})

for (const [naam, regels, verwacht] of [
  ['niets', [], { code: 'geen_regels' }],
  ['nul', [onderdeel('a', 'rijk', 1), onderdeel('b', 'rijk', 0)], { code: 'bedrag_nul', regel: 2 }],
  ['verschuiving', [onderdeel('a', 'rijk', 1), onderdeel('b', 'rijk', -1)], undefined],
  [
    'één cent te veel',
    [onderdeel('a', 'rijk', 100_01), onderdeel('b', 'rijk', -100_00)],
    { code: 'niet_in_evenwicht', bron: 'rijk', verschilCent: 1 },
  ],
  [
    'samen nul maar per bron niet',
    [onderdeel('a', 'rijk', 5), onderdeel('b', null, -5)],
    { code: 'niet_in_evenwicht', bron: 'rijk', verschilCent: 5 },
  ],
  ['uit de bron', [onderdeel('a', 'rijk', 5), bron('rijk', -5)], undefined],
  [
    'de bron brengt meer in',
    [onderdeel('a', 'rijk', 5), { soort: 'inbreng', bron: 'rijk', jaar: 2025, bedragCent: centen(5) }],
    undefined,
  ],
  [
    'te veel regels',
    Array.from({ length: MEESTE_WIJZIGINGSREGELS + 1 }, () => onderdeel('a', 'rijk', 1)),
    { code: 'te_veel_regels', hoogstens: MEESTE_WIJZIGINGSREGELS },
  ],
] as const)
  test(`keurRegels: ${naam}`, () => assert.deepEqual(keurRegels(regels), verwacht))

test('een bron zonder bedrag in het plan brengt meer in, een andere heeft minder te verdelen', () => {
  const regels = [onderdeel('a', 'reserve', 5), bron('reserve', -5)]
  const namen = (zonder: string[]) =>
    boekregels('p', regels, new Set(zonder)).map(
      ({ rekening, bedragCent }) => `${naamVan(rekening)} ${bedragCent}`,
    )
  assert.deepEqual(namen(['reserve']), ['p:reserve:ruimte:a:2025 5', 'p:reserve:toegezegd:2025 -5'])
  assert.deepEqual(namen([]), ['p:reserve:ruimte:a:2025 5', 'p:reserve:dekking -5'])
})

const regel = fc
  .record({
    soort: fc.constantFrom('onderdeel' as const, 'bron' as const),
    bron: fc.constantFrom(null, 'rijk', 'reserve'),
    jaar: fc.integer({ min: 2024, max: 2026 }),
    bedrag: fc.integer({ min: -10_000, max: 10_000 }).filter((bedrag) => bedrag !== 0),
  })
  .map(({ soort, bron: uit, jaar, bedrag }): Wijzigingsregel => {
    const deel = { bron: uit, jaar, bedragCent: centen(bedrag) }
    return soort === 'bron' ? { soort, ...deel } : { soort, onderdeel: 'a', ...deel, aard: 'structureel' }
  })

test('wat gekeurd is, boekt per bron op nul', () => {
  fc.assert(
    fc.property(fc.array(regel, { minLength: 1, maxLength: 6 }), fc.boolean(), (regels, zonder) => {
      const sluit = [null, 'rijk', 'reserve'].flatMap((uit): Wijzigingsregel[] => {
        const over = regels.filter((een) => een.bron === uit).reduce((som, een) => som + een.bedragCent, 0)
        return over === 0 ? [] : [{ soort: 'bron', bron: uit, jaar: 2024, bedragCent: centen(-over) }]
      })
      const alles = [...regels, ...sluit]
      assert.equal(keurRegels(alles), undefined)
      const som = new Map<string, number>()
      for (const { rekening, bedragCent } of boekregels('p', alles, new Set(zonder ? ['reserve'] : [])))
        som.set(kring(rekening), (som.get(kring(rekening)) ?? 0) + bedragCent)
      assert.deepEqual([...som.values()].filter(Boolean), [])
    }),
  )
})

const budgetten = fc.uniqueArray(
  fc.record({
    onderdeel: fc.constantFrom('a', 'b', 'c'),
    jaar: fc.integer({ min: 2024, max: 2026 }),
    bedragCent: fc.integer({ min: 1, max: 10 ** 9 }).map(centen),
  }),
  { minLength: 1, selector: ({ onderdeel: o, jaar }) => `${o} ${jaar}` },
)
const wijze = fc.oneof(
  fc.constant({ soort: 'genoemd' as const, bron: 'rijk' }),
  fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 9 }))
    .map(([een, twee, drie]) => ({
      soort: 'aandelen' as const,
      aandelen: new Map([
        ['rijk', een],
        ['reserve', twee],
        ['overig', drie],
      ]),
    })),
  fc.tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 9 })).map(([een, twee]) => ({
    soort: 'waterval' as const,
    potten: [
      ['rijk', centen(een)],
      ['reserve', centen(twee)],
    ] as const,
  })),
)

test('verdelen over bronnen maakt en verliest geen cent, en een pot geeft nooit meer dan erin zit', () => {
  fc.assert(
    fc.property(budgetten, wijze, (onverdeeld, hoe) => {
      const verdeeld = zetOpBronnen(onverdeeld, hoe)
      assert.ok(verdeeld.ok)
      const regels = verdeeld.waarde
      assert.equal(regels.length > MEESTE_WIJZIGINGSREGELS ? undefined : keurRegels(regels), undefined)
      for (const { onderdeel: o, jaar, bedragCent } of onverdeeld) {
        const hier = regels.filter((r) => r.soort === 'onderdeel' && r.onderdeel === o && r.jaar === jaar)
        assert.equal(
          hier.reduce((som, r) => som + r.bedragCent, 0),
          0,
        )
        const uitNul = -(hier.find((r) => r.bron === null)?.bedragCent ?? 0)
        assert.ok(uitNul <= bedragCent)
        if (hoe.soort !== 'waterval') assert.equal(uitNul, bedragCent)
      }
      if (hoe.soort === 'waterval')
        for (const [naam, inhoud] of hoe.potten) {
          const gegeven = regels
            .filter((r) => r.soort === 'onderdeel' && r.bron === naam)
            .reduce((som, r) => som + r.bedragCent, 0)
          assert.ok(gegeven <= inhoud)
        }
    }),
  )
})

for (const [naam, bedragen, hoe, code] of [
  ['niets over', [0, -5], { soort: 'genoemd', bron: 'rijk' }, 'niets_te_verdelen'],
  ['lege potten', [5], { soort: 'waterval', potten: [['rijk', centen(0)]] }, 'niets_te_verdelen'],
  ['verhouding nul', [5], { soort: 'aandelen', aandelen: new Map([['rijk', 0]]) }, 'verhouding_onjuist'],
  [
    'negatieve verhouding',
    [5],
    { soort: 'aandelen', aandelen: new Map([['rijk', -1]]) },
    'verhouding_onjuist',
  ],
] as const)
  test(`zetOpBronnen weigert: ${naam}`, () => {
    const budget = bedragen.map((bedrag) => ({ onderdeel: 'a', jaar: 2025, bedragCent: centen(bedrag) }))
    const uitkomst = zetOpBronnen(budget, hoe)
    assert.equal(uitkomst.ok ? 'gelukt' : uitkomst.reden.code, code)
  })
