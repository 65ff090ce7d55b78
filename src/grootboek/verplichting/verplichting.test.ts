import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import { type Betaling, somVan, verdeelOverBronnen } from '#grootboek/verplichting/betaling.ts'
import type { Deelstand } from '#grootboek/verplichting/leven.ts'
import {
  bovenOpenstaand,
  Factuurnummer,
  factuurregels,
  leegDeel,
  nummerVan,
  ruimtebezwaren,
  verdeelFactuur,
} from '#grootboek/verplichting/verplichting.ts'

const vrij = (jaar: number, bron: string | null) =>
  centen(jaar === 2024 && bron === 'rijk' ? 60_00 : bron === 'reserve' ? 30_00 : 0)

describe('verdelen over bronnen', () => {
  for (const [naam, betaling, verwacht] of [
    ['één bron', { soort: 'bron', bron: 'rijk' }, { rijk: 100_00 }],
    ['nog te verdelen', { soort: 'nog-te-verdelen' }, { '-': 100_00 }],
    [
      'aandelen, op de cent',
      {
        soort: 'aandelen',
        aandelen: [
          { bron: 'rijk', gewicht: 1 },
          { bron: 'reserve', gewicht: 2 },
        ],
      },
      { rijk: 33_33, reserve: 66_67 },
    ],
    [
      'waterval: wat niet past is nog te verdelen',
      { soort: 'waterval', bronnen: ['rijk', 'reserve'] },
      { rijk: 60_00, reserve: 30_00, '-': 10_00 },
    ],
  ] as const)
    test(naam, () => {
      const jaren = [{ jaar: 2024, bedragCent: centen(100_00) }]
      const delen = verdeelOverBronnen(jaren, structuredClone(betaling) as Betaling, vrij)
      assert.deepEqual(
        Object.fromEntries(delen.map(({ bron, bedragCent }) => [bron ?? '-', bedragCent])),
        verwacht,
      )
    })

  test('samen is het altijd precies het bedrag, per jaar', () => {
    const betaling: fc.Arbitrary<Betaling> = fc.oneof(
      fc.constant<Betaling>({ soort: 'nog-te-verdelen' }),
      fc.constantFrom('rijk', 'reserve').map((bron): Betaling => ({ soort: 'bron', bron })),
      fc
        .array(
          fc.record({ bron: fc.constantFrom('a', 'b', 'c'), gewicht: fc.integer({ min: 1, max: 999 }) }),
          {
            minLength: 1,
          },
        )
        .map((aandelen): Betaling => ({ soort: 'aandelen', aandelen })),
      fc
        .array(fc.constantFrom('rijk', 'reserve', 'c'), { minLength: 1 })
        .map((bronnen): Betaling => ({ soort: 'waterval', bronnen })),
    )
    const jaren = fc.array(
      fc.record({
        jaar: fc.constantFrom(2024, 2025),
        bedragCent: fc.integer({ min: -10_000, max: 10_000_000 }).map(centen),
      }),
    )
    fc.assert(
      fc.property(jaren, betaling, (gevraagd, hoe) => {
        const delen = verdeelOverBronnen(gevraagd, hoe, vrij)
        for (const jaar of [2024, 2025])
          assert.equal(
            somVan(delen.filter((deel) => deel.jaar === jaar)),
            somVan(gevraagd.filter((deel) => deel.jaar === jaar)),
          )
      }),
    )
  })
})

describe('ruimtebezwaren', () => {
  const deel = (bron: string | null, bedrag: number) => ({ jaar: 2024, bron, bedragCent: centen(bedrag) })
  const totaal = () => centen(90_00)
  for (const [naam, delen, verwacht] of [
    ['precies genoeg', [deel('rijk', 60_00), deel('reserve', 30_00)], []],
    [
      'één cent te veel over alle bronnen',
      [deel('rijk', 60_01), deel('reserve', 30_00)],
      [{ code: 'boven_ruimte', jaar: 2024, tekortCent: 1 }],
    ],
    [
      'samen genoeg, bij één bron niet',
      [deel('rijk', 60_01)],
      [{ code: 'bron_boven_ruimte', jaar: 2024, bron: 'rijk', tekortCent: 1 }],
    ],
    ['geld dat terugkomt', [deel('rijk', -500_00)], []],
  ] as const)
    test(naam, () => assert.deepEqual(ruimtebezwaren(delen, vrij, totaal), verwacht))
})

const stand = (bron: string, anders: Partial<Deelstand>): Deelstand => ({
  ...leegDeel({ programma: 'p', onderdeel: 'o', jaar: 2024, bron }),
  ...anders,
})

describe('factuur', () => {
  const standen = [
    stand('a', { aangegaanCent: centen(75_00), openCent: centen(60_00), gefactureerdCent: centen(15_00) }),
    stand('b', { aangegaanCent: centen(25_00), openCent: centen(20_00), gefactureerdCent: centen(5_00) }),
  ]
  for (const [bedrag, a, b, boven] of [
    [40_00, 30_00, 10_00, 0],
    [80_00, 60_00, 20_00, 0],
    [80_01, 60_01, 20_00, 1],
    [100_00, 75_00, 25_00, 20_00],
    [-10_00, -7_50, -2_50, 0],
  ] as const)
    test(`van ${bedrag}: ${a} en ${b}, waarvan ${boven} boven het openstaande`, () => {
      const delen = verdeelFactuur(centen(bedrag), standen)
      assert.deepEqual(
        delen.map(({ bedragCent }) => bedragCent),
        [a, b],
      )
      assert.equal(bovenOpenstaand(delen), boven)
    })

  test('een creditnota haalt eerst terug wat boven de verplichting was betaald', () => {
    const over = stand('a', {
      aangegaanCent: centen(100_00),
      gefactureerdCent: centen(100_00),
      bovenCent: centen(20_00),
    })
    const naar = (regels: ReturnType<typeof factuurregels>) =>
      Object.fromEntries(regels.map(({ rekening, bedragCent }) => [rekening.soort, bedragCent]))
    assert.deepEqual(naar(factuurregels(over, 'v', centen(-15_00), false)), {
      ruimte: 15_00,
      realisatie: -15_00,
    })
    const meer = factuurregels(over, 'v', centen(-30_00), false)
    assert.deepEqual(
      meer.map(({ rekening, bedragCent }) => [rekening.soort, bedragCent]),
      [
        ['realisatie', -20_00],
        ['ruimte', 20_00],
        ['verplicht', 10_00],
        ['realisatie', -10_00],
      ],
    )
    assert.deepEqual(naar(factuurregels(over, 'v', centen(-30_00), true)), {
      ruimte: 30_00,
      realisatie: -30_00,
    })
  })

  test('een creditnota opent nooit meer dan er uit de verplichting is betaald', () => {
    const regels = factuurregels(standen[0] as Deelstand, 'v', centen(-500_00), false)
    const open = regels.find(({ rekening }) => rekening.soort === 'verplicht')
    assert.equal(open?.bedragCent, 15_00)
    assert.equal(
      regels.reduce((som, { bedragCent }) => som + bedragCent, 0),
      0,
    )
  })
})

test('een nummer telt door na 9999, en een factuurnummer past in de grondslag', () => {
  assert.equal(nummerVan(2024, 7), 'v2024-0007')
  assert.equal(nummerVan(2024, 12_345), 'v2024-12345')
  for (const [tekst, goed] of [
    ['F-2024 #12:3', true],
    ['a/b', false],
    ['Wilhelmina Jansen', false],
    ['NL91 ABNA 0417 1643 00', false],
    ['factuur 12', true],
    ['', false],
    [' f', false],
    ['é', false],
    ['x'.repeat(41), false],
  ] as const)
    assert.equal(Factuurnummer.safeParse(tekst).success, goed, tekst)
})
