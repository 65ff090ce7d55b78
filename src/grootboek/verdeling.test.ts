import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import { verdeel, waterval } from '#grootboek/verdeling.ts'

const BEDRAG = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map(centen)
const GEWICHTEN = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 1_000_000 })), {
    selector: ([naam]) => naam,
    minLength: 1,
    maxLength: 12,
  })
  .filter((delen) => delen.some(([, gewicht]) => gewicht > 0))

test('delen zijn samen precies het bedrag, elk minder dan een cent van zijn evenredige deel, geen van het andere teken', () => {
  fc.assert(
    fc.property(BEDRAG, GEWICHTEN, (bedrag, delen) => {
      const som = delen.reduce((totaal, [, gewicht]) => totaal + BigInt(gewicht), 0n)
      const verdeeld = verdeel(bedrag, new Map(delen))
      let totaal = 0
      for (const [naam, gewicht] of delen) {
        const deel = verdeeld.get(naam) ?? centen(0)
        totaal += deel
        assert.ok(deel === 0 || deel < 0 === bedrag < 0)
        const afstand = BigInt(deel) * som - BigInt(bedrag) * BigInt(gewicht)
        assert.ok(afstand < som && -afstand < som, `${naam} wijkt te veel af`)
      }
      assert.equal(totaal, bedrag)
    }),
    { numRuns: 2_000 },
  )
})

test('de uitkomst hangt niet af van de volgorde', () => {
  fc.assert(
    fc.property(BEDRAG, GEWICHTEN, fc.infiniteStream(fc.nat()), (bedrag, delen, toeval) => {
      const gehusseld = delen
        .map((deel) => ({ deel, plek: toeval.next().value ?? 0 }))
        .toSorted((een, twee) => een.plek - twee.plek)
        .map(({ deel }) => deel)
      const [een, twee] = [verdeel(bedrag, new Map(delen)), verdeel(bedrag, new Map(gehusseld))]
      assert.deepEqual([...een].toSorted(), [...twee].toSorted())
    }),
    { numRuns: 500 },
  )
})

for (const [naam, bedrag, gewichten, verwacht] of [
  ['de grootste rest krijgt de cent', 100, { a: 1, b: 1, c: 1 }, { a: 34, b: 33, c: 33 }],
  ['negatief is het spiegelbeeld', -100, { a: 1, b: 1, c: 1 }, { a: -34, b: -33, c: -33 }],
  ['een cent over drie', 1, { a: 1, b: 2, c: 1 }, { a: 0, b: 1, c: 0 }],
  ['gewicht nul doet niet mee', 5, { a: 0, b: 1 }, { b: 5 }],
  ['nul', 0, { a: 1, b: 1 }, { a: 0, b: 0 }],
] as const)
  test(`verdeel: ${naam}`, () => {
    const delen = verdeel(centen(bedrag), new Map(Object.entries(gewichten)))
    assert.deepEqual(Object.fromEntries(delen), verwacht)
  })

for (const [naam, gewichten] of [
  ['zonder gewicht', {}],
  ['alles nul', { a: 0 }],
  ['negatief', { a: 2, b: -1 }],
  ['geen heel getal', { a: 0.5 }],
] as const)
  test(`verdeel weigert: ${naam}`, () => {
    assert.throws(() => verdeel(centen(1), new Map(Object.entries(gewichten))), RangeError)
  })

test('waterval: achtereenvolgens, nooit meer dan erin zit, en wat overblijft is de rest', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000).map(centen),
      fc.array(
        fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -500_000, max: 500_000 }).map(centen)),
        {
          maxLength: 5,
        },
      ),
      (bedrag, potten) => {
        const { delen, rest } = waterval(bedrag, potten)
        assert.equal(
          [...delen.values()].reduce<number>((som, deel) => som + deel, rest),
          bedrag,
        )
        assert.ok(rest >= 0)
        const inhoud = potten.reduce((som, [, cent]) => som + Math.max(0, cent), 0)
        assert.equal(rest, Math.max(0, bedrag - inhoud))
      },
    ),
  )
  const { delen, rest } = waterval(centen(100), [
    ['rijk', centen(30)],
    ['leeg', centen(-5)],
    ['eigen', centen(200)],
  ])
  assert.deepEqual([Object.fromEntries(delen), rest], [{ rijk: 30, eigen: 70 }, 0])
})
