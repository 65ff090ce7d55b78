import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { naamVan, type Regel } from '#grootboek/deur.ts'
import type { Plan } from '#programma/plan.ts'
import { ramingsboekingen } from '#programma/raming-boeken/raming-boeken.ts'
import { kleinPlan } from '#test/plannen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const saldi = (boekingen: readonly (readonly Regel[])[]): Map<string, number> => {
  const som = new Map<string, number>()
  for (const { rekening, bedragCent } of boekingen.flat()) {
    const naam = naamVan(rekening)
    som.set(naam, (som.get(naam) ?? 0) + bedragCent)
  }
  return new Map([...som].filter(([, bedrag]) => bedrag !== 0))
}
const som = (van: ReadonlyMap<string, number>, soort: RegExp): number =>
  [...van].filter(([naam]) => soort.test(naam)).reduce((totaal, [, bedrag]) => totaal + bedrag, 0)

test('de raming van een klein plan: wat een bron inbrengt, wat verdeeld is en wat nog niet', () => {
  assert.deepEqual([...saldi(ramingsboekingen(undefined, kleinPlan('gm0000')))].toSorted(), [
    ['proef:-:dekking', -7_000_01],
    ['proef:-:ruimte:inloop:2024', 4_000_00],
    ['proef:-:ruimte:steun:2025', 3_000_01],
    ['proef:rijk:dekking', 7_000_00],
    ['proef:rijk:ruimte:inloop:2025', 3_000_00],
    ['proef:rijk:toegezegd:2024', -10_000_00],
  ])
})

test('een bron zonder bedrag zegt precies toe wat eruit betaald wordt', () => {
  const plan = kleinPlan('gm0000')
  const zonder = { ...plan, bronnen: plan.bronnen.map((bron) => ({ ...bron, ontvangsten: [] })) }
  const na = saldi(ramingsboekingen(undefined, zonder))
  assert.equal(na.get('proef:rijk:toegezegd:2025'), -3_000_00)
  assert.equal(na.get('proef:rijk:dekking'), undefined)
})

test('het plan van Midden-Drenthe: precies de totalen van het plan', () => {
  const plan = voorbeeldplan('gm1731')
  const na = saldi(ramingsboekingen(undefined, plan))
  assert.equal(som(na, /:ruimte:/u), 2_972_000_00)
  assert.equal(
    som(na, /:ruimte:/u),
    plan.raming.reduce((totaal, { bedragCent }) => totaal + bedragCent, 0),
  )
  assert.equal(som(na, /:(bijdrage-rijk-pok|saldo-bw-2021|invoering-bw):dekking$/u), 1_449_068_00)
  assert.equal(na.get(`${plan.programma.id}:bijdrage-rijk-pok:toegezegd:2026`), -128_535_00)
  assert.equal(na.get(`${plan.programma.id}:-:dekking`), -2_972_000_00)
  assert.equal(
    [...na.values()].reduce((totaal, bedrag) => totaal + bedrag, 0),
    0,
  )
  for (const jaar of [2022, 2023, 2024, 2025, 2026])
    assert.equal(
      som(na, new RegExp(`:ruimte:.*:${jaar}$`, 'u')),
      plan.raming.filter((rij) => rij.jaar === jaar).reduce((totaal, rij) => totaal + rij.bedragCent, 0),
    )
})

test('een groot plan past: elke boeking heeft hoogstens duizend regels en sluit op nul', () => {
  const plan = kleinPlan('gm0000')
  const groot: Plan = {
    ...plan,
    raming: Array.from({ length: 900 }, (_, i) => ({
      ...(plan.raming[i % 3] as Plan['raming'][number]),
      jaar: 2000 + i,
    })),
  }
  const boekingen = ramingsboekingen(undefined, groot)
  assert.ok(boekingen.length > 1)
  for (const regels of boekingen) {
    assert.ok(regels.length <= 1_000)
    assert.equal(som(saldi([regels]), /./u), 0)
  }
})

const rij = fc.record({
  onderdeel: fc.constantFrom('inloop', 'steun'),
  jaar: fc.integer({ min: 2024, max: 2026 }),
  bron: fc.constantFrom(null, 'rijk', 'reserve'),
  bedragCent: fc.integer({ min: -1_000_000, max: 1_000_000 }),
})
const planMet = fc
  .tuple(
    fc.array(rij, { maxLength: 8 }),
    fc.boolean(),
    fc.constantFrom('incidenteel', 'structureel', 'onbekend'),
  )
  .map(([raming, genoemd, aard]): Plan => {
    const plan = kleinPlan('gm0000')
    const [rijk] = plan.bronnen
    if (rijk === undefined) throw new Error('bron verwacht')
    return {
      ...plan,
      raming: raming as Plan['raming'],
      bronnen: [
        { ...rijk, ontvangsten: genoemd ? rijk.ontvangsten : [] },
        { ...rijk, id: 'reserve' as typeof rijk.id, ontvangsten: [] },
      ],
      onderdelen: plan.onderdelen.map((onderdeel) => ({ ...onderdeel, aard: aard as 'incidenteel' })),
    }
  })

test('van versie naar versie komt het journaal altijd uit op de laatste versie', () => {
  fc.assert(
    fc.property(fc.array(planMet, { minLength: 1, maxLength: 4 }), (versies) => {
      const alles = versies.flatMap((plan, i) => ramingsboekingen(versies[i - 1], plan))
      assert.deepEqual(
        [...saldi(alles)].toSorted(),
        [...saldi(ramingsboekingen(undefined, versies.at(-1) as Plan))].toSorted(),
      )
      for (const regels of alles)
        for (const bron of ['-', 'rijk', 'reserve'])
          assert.equal(som(saldi([regels]), new RegExp(`^proef:${bron}:`, 'u')), 0)
    }),
    { numRuns: 500 },
  )
})
