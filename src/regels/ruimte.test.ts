import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { breuk } from '#regels/motor/eenheid.ts'
import { type Laag, maakTabel, type Parameter } from '#regels/motor/parameter.ts'
import { keurLaag, ruimtezin } from '#regels/ruimte.ts'
import { ABONNEMENT, BASISBEDRAG, DREMPEL, NIHILGRENS } from '#regels/wet/bedragen-bijdrage.ts'
import { lagenVan } from '#regels/wet/bedragen-plaatselijk.ts'

const RIJK = maakTabel(lagenVan(undefined))
const laag = (jaar: number, ...wensen: readonly (readonly [Parameter, number])[]): Laag => ({
  soort: 'variant',
  naam: 'wens',
  parameters: wensen.map(([een, cent]) => ({
    ...een,
    waarden: [
      {
        vanaf: datum(`${jaar}-01-01`),
        tot: datum(`${jaar}-12-31`),
        waarde: breuk(cent),
        status: 'voorstel',
        bron: een.bron,
      },
    ],
  })),
})
const alle = (soorten: Readonly<Record<string, Parameter>>, erbij: number, jaar: number) =>
  Object.values(soorten).map((een) => {
    const nu = RIJK.zoek(een.id, datum(`${jaar}-06-01`))?.waarde.waarde.teller ?? 0
    return [een, Math.max(0, nu + erbij)] as const
  })

for (const [naam, wens, jaar, artikel] of [
  ['een lager abonnementstarief', laag(2024, [ABONNEMENT, 1000]), 2024, undefined],
  ['een hoger abonnementstarief', laag(2024, [ABONNEMENT, 2061]), 2024, '2.1.4a'],
  ['een nihilgrens vanaf 2019', laag(2024, [NIHILGRENS.alleen, 2_000_000]), 2024, undefined],
  ['een nihilgrens in 2016', laag(2016, [NIHILGRENS.alleen, 2_000_000]), 2016, '3.8 lid 2'],
  ['hogere drempels voor iedereen gelijk', laag(2016, ...alle(DREMPEL, 100_000, 2016)), 2016, undefined],
  ['een hogere drempel voor één soort', laag(2016, [DREMPEL.alleen, 2_500_000]), 2016, '3.8 lid 2'],
  ['lagere drempels', laag(2016, ...alle(DREMPEL, -100, 2016)), 2016, '3.8 lid 2'],
  ['een hoger basisbedrag', laag(2015, [BASISBEDRAG.alleen, 1941]), 2015, '3.8 lid 2'],
] as const)
  test(`${naam}: ${artikel === undefined ? 'mag' : 'mag niet, met het artikel'}`, () => {
    const uit = keurLaag(RIJK, wens, datum(`${jaar}-06-01`))
    assert.equal(uit.ok, artikel === undefined)
    if (!uit.ok) assert.ok(uit.reden.artikel.includes(artikel ?? ''))
  })

test('elke parameter zegt wat de gemeente mag kiezen, en dat is wat de keuring doet', () => {
  assert.match(ruimtezin(ABONNEMENT.id, true)[0]?.zin ?? '', /lager bedrag.*geen hoger/u)
  assert.match(ruimtezin(NIHILGRENS.alleen.id, true)[0]?.zin ?? '', /kiest de gemeenteraad/u)
  assert.match(ruimtezin(DREMPEL.paar.id, true)[0]?.zin ?? '', /hoger maken.*gelijk/u)
  const bijtelling = [...RIJK.parameters.values()].find(({ id }) => id.includes('bijtelling'))
  assert.ok(bijtelling)
  assert.match(ruimtezin(bijtelling.id, true)[0]?.zin ?? '', /Het Rijk stelt dit vast/u)
  const uit = keurLaag(RIJK, laag(2024, [bijtelling, 1]), datum('2024-06-01'))
  assert.ok(!uit.ok && /stelt het Rijk vast/u.test(uit.reden.zin))
})
