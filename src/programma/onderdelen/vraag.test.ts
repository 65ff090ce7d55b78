import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  alsVelden,
  heeftFilter,
  leesOnderdelenvraag,
  SORTERINGEN,
  sorteerveld,
} from '#programma/onderdelen/vraag.ts'
import { PLANNINGSTATUSSEN, type Planningstatus } from '#programma/planbeeld.ts'

const alsTekst = (velden: Record<string, string | number | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(velden).map(([naam, waarde]) => [naam, waarde === undefined ? undefined : String(waarde)]),
  )

test('wat in het adres staat, komt er hetzelfde weer uit', () => {
  const jaar = fc.option(fc.integer({ min: 1900, max: 2999 }), { nil: undefined })
  const vraag = fc.record(
    {
      zoek: fc.string({ maxLength: 200 }).map((tekst) => tekst.trim()),
      groep: fc.string(),
      bron: fc.string(),
      doel: fc.string(),
      status: fc.constantFrom<Planningstatus | ''>(
        '',
        ...(Object.keys(PLANNINGSTATUSSEN) as Planningstatus[]),
      ),
      jaar,
      eindigt: jaar,
      sorteer: fc.constantFrom(...SORTERINGEN),
      aflopend: fc.boolean(),
      pagina: fc.integer({ min: 1, max: 99_999 }),
    },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(vraag, (een) => {
      assert.deepEqual(leesOnderdelenvraag(alsTekst(alsVelden(een))), een)
    }),
  )
})

for (const [wat, velden] of [
  ['een jaar dat geen jaar is', { jaar: '20219', eindigt: 'morgen' }],
  ['een status die niet bestaat', { status: 'toString' }],
  ['een sortering die niet bestaat', { sorteer: '--naam' }],
  ['een pagina onder nul', { pagina: '-1' }],
  ['een pagina nul', { pagina: '0' }],
] as const)
  test(`${wat} telt niet mee`, () => {
    assert.deepEqual(leesOnderdelenvraag(velden), leesOnderdelenvraag({}))
  })

test('een vraag zonder filters is geen filter, ook niet op pagina 2 of gesorteerd', () => {
  assert.equal(heeftFilter(leesOnderdelenvraag({ pagina: '2', sorteer: 'naam' })), false)
  assert.equal(heeftFilter(leesOnderdelenvraag({ eindigt: '2024' })), true)
})

test('nog eens op dezelfde kop klikken draait de volgorde om, en begint vooraan', () => {
  const eerst = sorteerveld(leesOnderdelenvraag({ pagina: '3' }), 'bedrag')
  assert.deepEqual(
    [eerst.velden['sorteer'], eerst.velden['pagina'], eerst.richting],
    ['bedrag', undefined, undefined],
  )
  const weer = sorteerveld(leesOnderdelenvraag({ sorteer: 'bedrag' }), 'bedrag')
  assert.deepEqual([weer.velden['sorteer'], weer.richting], ['-bedrag', 'op'])
})
