import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { type Boekingsoort, leesRekening, naamVan, type Postsaldo } from '#grootboek/deur.ts'
import type { Plan } from '#programma/plan.ts'
import { verloopVan } from '#programma/plancontrole/verloop.ts'
import { ramingsboekingen } from '#programma/raming-boeken/raming-boeken.ts'
import { leegIn, uitloopVan, uitloopzin } from '#programma/uitloop/uitloop.ts'
import { kleinPlan } from '#test/plannen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const VANDAAG = datum('2025-06-15')
const post = (naam: string, bedrag: number, soort: Boekingsoort = 'raming'): Postsaldo => {
  const rekening = leesRekening(naam)
  if (rekening === undefined) throw new Error(naam)
  return { post: 1, rekening, kenmerk: {}, soort, bedragCent: centen(bedrag) }
}
const uitRaming = (plan: Plan): Postsaldo[] =>
  ramingsboekingen(undefined, plan)
    .flat()
    .map(({ rekening, bedragCent }) => post(naamVan(rekening), bedragCent))

const plan = kleinPlan('gm0000')

test('zonder uitgaven blijft het geld van een voorbij jaar in de bron; het lopende jaar telt de begroting', () => {
  const rijen = uitloopVan(plan, uitRaming(plan), ['rijk'], VANDAAG)
  assert.deepEqual(rijen, [
    { jaar: 2024, inCent: 10_000_00, uitCent: 0, saldoCent: 10_000_00, planCent: 6_000_00, verwacht: false },
    { jaar: 2025, inCent: 0, uitCent: 6_000_01, saldoCent: 3_999_99, planCent: -1, verwacht: true },
  ])
  assert.equal(uitloopzin(rijen ?? []), 'Eind 2025 is er naar verwachting €\u00a03.999,99 over')
})

test('wat echt is uitgegeven telt, en wat bij het jaareinde terugviel zit nog in de bron', () => {
  const posten = [
    ...uitRaming(plan),
    post('proef:rijk:realisatie:inloop:2024', 4_500_00, 'realisatie'),
    post('proef:rijk:ruimte:inloop:2024', -4_500_00, 'realisatie'),
    post('proef:-:ruimte:inloop:2024', -4_000_00, 'jaareinde'),
    post('proef:-:vrijval', 4_000_00, 'jaareinde'),
    post('proef:rijk:toegezegd:2024', 10_000_00, 'ontvangst'),
    post('proef:rijk:ontvangen:2024', -10_000_00, 'ontvangst'),
  ]
  const rijen = uitloopVan(plan, posten, ['rijk'], VANDAAG) ?? []
  assert.deepEqual(
    rijen.map(({ uitCent, saldoCent }) => [uitCent, saldoCent]),
    [
      [4_500_00, 5_500_00],
      [6_000_01, -500_01],
    ],
  )
  assert.equal(
    leegIn(rijen, ({ saldoCent }) => saldoCent),
    2025,
  )
  assert.equal(
    leegIn(rijen, ({ planCent }) => planCent),
    2025,
  )
  assert.equal(uitloopzin(rijen), 'Naar verwachting is er eind 2025 €\u00a0500,01 te weinig')
  assert.equal(
    uitloopzin(uitloopVan(plan, posten, ['rijk'], datum('2026-01-01')) ?? []),
    'Eind 2025 is er €\u00a05.500 over',
  )
})

test('een bron waarvan nog niets is geboekt heeft geen uitloop', () => {
  assert.equal(uitloopVan(plan, [], ['rijk'], VANDAAG), undefined)
  assert.equal(uitloopzin([]), 'Er is nog niets geboekt')
})

test('Midden-Drenthe: bij het begin is het grootboek precies het plan, tot en met de laatste € 68', () => {
  const echt = voorbeeldplan('gm1731')
  const stel = ['bijdrage-rijk-pok', 'saldo-bw-2021', 'invoering-bw']
  const rijen = uitloopVan(echt, uitRaming(echt), stel, datum('2022-01-01')) ?? []
  assert.deepEqual(
    rijen.map(({ jaar, saldoCent }) => [jaar, saldoCent]),
    verloopVan(echt, stel)?.map(({ jaar, saldoCent }) => [jaar, saldoCent]),
  )
  assert.equal(rijen.at(-1)?.saldoCent, 68_00)
  assert.ok(rijen.every(({ planCent, saldoCent }) => planCent === saldoCent))
  assert.equal(uitloopzin(rijen), 'Eind 2026 is er naar verwachting €\u00a068 over')
})

test('het eindsaldo is altijd wat erin kwam min wat eruit ging', () => {
  const bedrag = fc.integer({ min: -1_000_000, max: 1_000_000 })
  const uitgave = fc
    .tuple(
      fc.constantFrom('ruimte', 'realisatie'),
      fc.constantFrom('inloop', 'steun'),
      fc.constantFrom(2024, 2025, 2026),
      bedrag,
    )
    .map(([soort, onderdeel, jaar, cent]) => post(`proef:rijk:${soort}:${onderdeel}:${jaar}`, cent))
  fc.assert(
    fc.property(fc.array(uitgave), bedrag, (uitgaven, toe) => {
      const rijen =
        uitloopVan(plan, [post('proef:rijk:toegezegd:2024', -toe), ...uitgaven], ['rijk'], VANDAAG) ?? []
      const eruit = rijen.reduce((som, { uitCent }) => som + uitCent, 0)
      assert.equal(rijen.at(-1)?.saldoCent, toe - eruit)
    }),
  )
})
