import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Plan } from '#programma/plan.ts'
import { Bevinding, controleer } from '#programma/plancontrole/plancontrole.ts'
import { ding, schud, testplan, toevalVan, type Zin } from '#programma/plancontrole/testplan.ts'

const ONDERDELEN = ['a', 'b', 'c', 'd', 'e']
const DINGEN = [
  'programma:proef',
  'groep:g',
  'groep:h',
  'bron:x',
  'bron:y',
  'doel:d',
  ...ONDERDELEN.map((id) => `onderdeel:${id}`),
]
const over = fc.constantFrom(...DINGEN).map(ding)
const plaats = fc.constantFrom('p', 'q', 'tabel-r', 'tabel-s', 'bijlage', 'hoofdstuk')
const jaar = fc.integer({ min: 2019, max: 2028 })
const vak = fc.oneof(
  jaar.map(String),
  jaar.map((een) => `${een}-Q3`),
  jaar.map((een) => `${een}-02`),
  jaar.map((een) => `${een}-02-28`),
)
const periode = fc.record({ van: vak, tot: vak }, { requiredKeys: [] })
const gewoon = fc.oneof(fc.constantFrom(0, 100, 250, 1000), fc.integer())
const cent = fc.oneof(gewoon, fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER))
const woorden = fc.constantFrom(
  'Inloop Noord',
  'Inloop Nord',
  'Huis',
  'de',
  '20219',
  '<b>',
  '—',
  'Project inloopnoord',
  '🙂',
)

const basis = { plaats, over }
const zinMet = (cent: fc.Arbitrary<number>): fc.Arbitrary<Zin> =>
  fc.oneof(
    fc.record(
      {
        ...basis,
        soort: fc.constant('bedrag'),
        aspect: fc.constantFrom('lasten', 'beschikbaar'),
        bedragCent: cent,
        periode: fc.oneof(fc.constant('geheel'), periode),
        perJaar: fc.constant(true),
        benadering: fc.constantFrom('ruim', 'circa', 'hoogstens'),
      },
      { requiredKeys: ['plaats', 'over', 'soort', 'aspect', 'bedragCent', 'periode'] },
    ),
    fc.record(
      {
        ...basis,
        soort: fc.constant('looptijd'),
        van: vak,
        tot: vak,
        maanden: fc.integer({ min: 1, max: 99 }),
      },
      { requiredKeys: ['plaats', 'over', 'soort'] },
    ),
    fc.record({ ...basis, soort: fc.constant('naam'), naam: woorden }),
    fc.record({
      ...basis,
      soort: fc.constant('verwijzing'),
      codes: fc.array(fc.constantFrom('1', '1.1', 'Par. 2.'), { minLength: 1, maxLength: 2 }),
      bedoelt: fc.array(over, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      ...basis,
      soort: fc.constant('leden'),
      leden: fc.array(fc.record({ naam: woorden, ding: over }, { requiredKeys: ['naam'] }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    fc.record({ ...basis, soort: fc.constant('dekking'), bronnen: fc.subarray(['x', 'y']) }),
    fc.record({
      ...basis,
      soort: fc.constant('aantal'),
      van: fc.constantFrom(0, 2),
      tot: fc.constantFrom(2, 5),
    }),
  )

const planMet = (cent: fc.Arbitrary<number>): fc.Arbitrary<Plan> =>
  fc
    .record({
      zinnen: fc.array(zinMet(cent), { maxLength: 40 }),
      ouders: fc.array(fc.constantFrom(null, 'a', 'b'), { minLength: 5, maxLength: 5 }),
      groepen: fc.array(fc.constantFrom(null, 'g', 'h'), { minLength: 5, maxLength: 5 }),
      codes: fc.array(fc.constantFrom(null, '1', '1.1', '1.a', '1.b'), { minLength: 5, maxLength: 5 }),
      titels: fc.array(woorden, { minLength: 5, maxLength: 5 }),
      bronnen: fc.array(fc.subarray(['x', 'y']), { minLength: 5, maxLength: 5 }),
      ontvangsten: fc.array(fc.record({ naam: woorden, jaar: fc.option(jaar), bedragCent: cent }), {
        maxLength: 4,
      }),
      raming: fc.array(
        fc.record({
          onderdeel: fc.constantFrom(...ONDERDELEN),
          jaar,
          bron: fc.constantFrom(null, 'x', 'y'),
          bedragCent: cent,
        }),
      ),
    })
    .map(({ zinnen, ouders, groepen, codes, titels, bronnen, ontvangsten, raming }) =>
      testplan({
        groepen: ['g', 'h'],
        doelen: [{ id: 'd' }],
        bronnen: [{ id: 'x', ontvangsten }, { id: 'y' }],
        onderdelen: ONDERDELEN.map((id, i) => ({
          id,
          titel: titels[i],
          code: codes[i],
          groep: groepen[i],
          // Alleen een eerder onderdeel als ouder, zodat er geen kring ontstaat.
          ouder: i > 1 ? ouders[i] : null,
          bronnen: bronnen[i],
        })),
        zinnen,
        raming,
      }),
    )

test('wat er ook in een plan staat: de controle valt niet om en elke bevinding klopt van vorm', () => {
  fc.assert(
    fc.property(planMet(cent), (een) => {
      const bevindingen = controleer(een)
      for (const bevinding of bevindingen) Bevinding.parse(bevinding)
      const sleutels = bevindingen.map(({ sleutel }) => sleutel)
      assert.deepEqual(
        sleutels.filter((sleutel, i) => sleutels.indexOf(sleutel) !== i),
        [],
      )
      for (const { titel, uitleg, oorzaak = '' } of bevindingen)
        assert.doesNotMatch(`${titel} ${uitleg} ${oorzaak}`, /undefined|NaN|Infinity|\[object/u)
    }),
    { numRuns: 400 },
  )
})

test('wat er ook in een plan staat: de volgorde in het bestand doet er niet toe', () => {
  fc.assert(
    fc.property(planMet(gewoon), fc.nat(), (een, zaad) => {
      assert.deepEqual(controleer(schud(een, toevalVan(zaad))), controleer(een))
    }),
    { numRuns: 200 },
  )
})

test('tweeduizend onderdelen onder elkaar', () => {
  const onderdelen = Array.from({ length: 2000 }, (_, i) => ({
    id: `o${i}`,
    ouder: i === 0 ? null : `o${i - 1}`,
  }))
  const diep = testplan({
    onderdelen,
    zinnen: [
      {
        soort: 'bedrag',
        plaats: 'p',
        over: ding('onderdeel:o0'),
        aspect: 'lasten',
        bedragCent: 1,
        periode: 'geheel',
      },
      {
        soort: 'bedrag',
        plaats: 'bijlage',
        over: ding('onderdeel:o1999'),
        aspect: 'lasten',
        bedragCent: 2,
        periode: 'geheel',
      },
    ],
  })
  assert.ok(controleer(diep).some(({ regel }) => regel === 'som-over-plaatsen'))
})
