import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import {
  ankerVan,
  type Beoordeeld,
  beoordeel,
  familiesVan,
  filterBevindingen,
  isOpen,
  leesBevindingfilter,
  samenvattingszin,
} from '#programma/bevindingen/bevindingen.ts'
import type { Afdoening } from '#programma/plan.store.ts'
import { Sleutel } from '#programma/plan.ts'
import { type Bevinding, ERNSTEN, REGELS } from '#programma/plancontrole/plancontrole.ts'

const oco = { soort: 'onderdeel', id: Sleutel.parse('oco') } as const
const rijk = { soort: 'bron', id: Sleutel.parse('rijk') } as const

const bevinding = (sleutel: string, anders: Partial<Bevinding> = {}): Bevinding => ({
  sleutel,
  regel: 'zelfde-bedrag',
  ernst: 'fout',
  titel: sleutel,
  uitleg: 'uitleg',
  plaatsen: [{ plaats: 'Bijlage', waarde: '€ 500' }],
  dingen: [oco],
  verschilCent: centen(500_00),
  ...anders,
})

const afdoening = (
  sleutel: string,
  oordeel: Afdoening['oordeel'],
  anders: Partial<Afdoening> = {},
): Afdoening => ({
  bevinding: sleutel,
  oordeel,
  toelichting: 'omdat',
  versie: 1,
  vastgelegdOp: new Date('2026-06-15T10:00:00Z'),
  door: 'Rol',
  ...anders,
})

const niets = () => undefined

describe('oordelen naast bevindingen', () => {
  for (const [naam, oordelen, open] of [
    ['zonder oordeel', [], true],
    ['opgelost', ['opgelost'], false],
    ['bewust zo', ['bewust'], false],
    ['heropend', ['opgelost', 'heropend'], true],
    ['opnieuw afgedaan', ['opgelost', 'heropend', 'bewust'], false],
  ] as const)
    test(naam, () => {
      const alle = oordelen.map((oordeel) => afdoening('a', oordeel))
      const [een] = beoordeel([bevinding('a')], alle, 1, niets)
      assert.ok(een)
      assert.equal(isOpen(een), open)
      assert.equal(een.eerder.length, oordelen.length)
      assert.equal(een.oordeel?.oordeel, open ? undefined : oordelen.at(-1))
    })

  test('een oordeel over een bevinding die er niet meer is, doet niets', () => {
    assert.deepEqual(beoordeel([], [afdoening('weg', 'bewust')], 1, niets), [])
  })

  test('in een latere versie blijft een oordeel gelden zolang er hetzelfde staat', () => {
    const toen = (versie: number) => (versie === 1 ? [bevinding('a')] : undefined)
    const [een] = beoordeel([bevinding('a')], [afdoening('a', 'bewust')], 2, toen)
    assert.equal(een?.oordeel?.oordeel, 'bewust')
    assert.equal(een?.nogInPlan, false)
  })

  test('opgelost genoemd, maar een latere versie zegt het nog: dat blijft zichtbaar', () => {
    const [een] = beoordeel([bevinding('a')], [afdoening('a', 'opgelost')], 2, () => [bevinding('a')])
    assert.equal(een?.nogInPlan, true)
  })

  for (const [naam, anders] of [
    ['een ander verschil', { verschilCent: centen(500_01) }],
    ['een ander bedrag op dezelfde plaats', { plaatsen: [{ plaats: 'Bijlage', waarde: '€ 501' }] }],
  ] as const)
    test(`${naam} opent de bevinding weer`, () => {
      const toen = () => [bevinding('a')]
      const [een] = beoordeel(
        [bevinding('a', anders as Partial<Bevinding>)],
        [afdoening('a', 'bewust')],
        2,
        toen,
      )
      assert.equal(een?.oordeel, undefined)
      assert.equal(een?.vervallen?.oordeel, 'bewust')
    })
})

const gemengd: Beoordeeld[] = beoordeel(
  [
    bevinding('a'),
    bevinding('b', { ernst: 'waarschijnlijk', regel: 'verloop', dingen: [rijk] }),
    bevinding('c', { ernst: 'aandacht', dingen: [], plaatsen: [{ plaats: 'x', over: oco }] }),
  ],
  [afdoening('b', 'bewust')],
  1,
  niets,
)
const sleutels = (gekozen: readonly Beoordeeld[]): string[] => gekozen.map((een) => een.bevinding.sleutel)

describe('kiezen uit bevindingen', () => {
  for (const [vraag, verwacht] of [
    [{}, ['a', 'b', 'c']],
    [{ ernst: 'fout' }, ['a']],
    [{ ernst: 'onzin' }, ['a', 'b', 'c']],
    [{ regel: 'verloop' }, ['b']],
    [{ regel: 'bestaat-niet' }, ['a', 'b', 'c']],
    [{ over: 'onderdeel:oco' }, ['a', 'c']],
    [{ over: 'bron:rijk' }, ['b']],
    [{ over: 'bron:onbekend' }, []],
    [{ over: '<script>' }, ['a', 'b', 'c']],
    [{ status: 'open' }, ['a', 'c']],
    [{ status: 'afgedaan' }, ['b']],
    [{ ernst: 'fout', status: 'afgedaan' }, []],
  ] as const)
    test(JSON.stringify(vraag), () => {
      assert.deepEqual(sleutels(filterBevindingen(gemengd, leesBevindingfilter(vraag))), verwacht)
    })

  test('families zijn de regels die iets vonden, in de volgorde van de controle', () => {
    assert.deepEqual(
      familiesVan(gemengd).map(({ id, aantal }) => [id, aantal]),
      [
        ['zelfde-bedrag', 2],
        ['verloop', 1],
      ],
    )
  })

  test('elke keuze op ernst deelt de bevindingen zonder rest', () => {
    const willekeurig = fc.array(
      fc.record({
        ernst: fc.constantFrom(...ERNSTEN),
        regel: fc.constantFrom(...REGELS.map(({ id }) => id)),
        oordeel: fc.constantFrom('geen', 'bewust', 'heropend'),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(willekeurig, (rijen) => {
        const alle = beoordeel(
          rijen.map(({ ernst, regel }, i) => bevinding(`b${i}`, { ernst, regel })),
          rijen.flatMap(({ oordeel }, i) =>
            oordeel === 'geen' ? [] : [afdoening(`b${i}`, oordeel as Afdoening['oordeel'])],
          ),
          1,
          niets,
        )
        const som = ERNSTEN.reduce((tel, ernst) => tel + filterBevindingen(alle, { ernst }).length, 0)
        assert.equal(som, alle.length)
        const open = filterBevindingen(alle, { status: 'open' }).length
        assert.equal(open + filterBevindingen(alle, { status: 'afgedaan' }).length, alle.length)
        assert.equal(
          familiesVan(alle).reduce((tel, { aantal }) => tel + aantal, 0),
          alle.length,
        )
      }),
    )
  })
})

describe('de zin bovenaan', () => {
  for (const [alle, zin] of [
    [[], 'De controle vond niets dat elkaar tegenspreekt.'],
    [beoordeel([bevinding('a')], [], 1, niets), 'De controle vond 1 fout.'],
    [
      gemengd,
      'De controle vond 1 fout en 1 plek die aandacht vraagt. 1 bevinding is afgedaan en telt niet meer mee.',
    ],
    [
      beoordeel([bevinding('a')], [afdoening('a', 'bewust')], 1, niets),
      'Er staat niets meer open. 1 bevinding is afgedaan en telt niet meer mee.',
    ],
  ] as const)
    test(zin, () => assert.equal(samenvattingszin(alle), zin))
})

test('het anker blijft gelijk bij dezelfde sleutel en past in een adres', () => {
  assert.equal(ankerVan('a|b'), ankerVan('a|b'))
  assert.notEqual(ankerVan('a|b'), ankerVan('a|c'))
  assert.match(ankerVan('sluitpost|onderdeel:onvoorzien+programma:x|bijlage'), /^bevinding-[0-9a-f]{10}$/u)
})
