import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { bouwVariant } from '#regels/variant/bouw.ts'
import { trekDoor } from '#regels/variant/doortrekken.ts'
import { HUIDIG, KLARE_VARIANTEN } from '#regels/variant/klaar.ts'
import { besluiter, Variant, type Variantinvoer } from '#regels/variant/variant.ts'
import { ABONNEMENT, BIJTELLING, NIHILGRENS } from '#regels/wet/bedragen-bijdrage.ts'
import { GRENS_DEEL, REGELING_MAAND } from '#regels/wet/bedragen-plaatselijk.ts'

const DAG = datum('2023-06-01')
const wens = (een: Omit<Variantinvoer, 'id' | 'naam'>) => Variant.parse({ id: 'wens', naam: 'Wens', ...een })
const bouw = (een: Omit<Variantinvoer, 'id' | 'naam'>, dag = DAG) => bouwVariant('gm1731', wens(een), dag)
const bedrag = (
  variant: Variant,
  dag: string,
  geval: Record<string, string | number | boolean>,
  gemeente = 'gm0000',
) => {
  const gebouwd = bouwVariant(gemeente, variant, datum(dag))
  assert.ok(gebouwd.ok, JSON.stringify(gebouwd))
  const uit = gebouwd.waarde.machine.reken('eigen_bijdrage_per_maand', geval)
  assert.ok(uit.ok, JSON.stringify(uit))
  return uit.waarde.waarde.teller / uit.waarde.waarde.noemer
}

describe('een variant die zichzelf tegenspreekt, wordt geweigerd bij het veld', () => {
  for (const [naam, een, veld, zin] of [
    [
      'grens als percentage en als bedrag',
      { nihil: { alleen: { procent: 120, centPerJaar: 100 } } },
      'nihil.alleen',
      /Kies een van de twee/u,
    ],
    ['een lege grens', { nihil: { paar_aow: {} } }, 'nihil.paar_aow', /is leeg/u],
    [
      'niemand betaalt, en toch een grens',
      { abonnementCent: 0, nihil: { alleen: { procent: 120 } } },
      'nihil',
      /van niemand iets/u,
    ],
    [
      'niemand betaalt, en toch een vergoeding',
      { abonnementCent: 0, regelingCent: { een: 500, paar: 500 } },
      'regelingCent',
      /niets te vergoeden/u,
    ],
    [
      'grens nul, en toch een vergoeding',
      { minimagrensProcent: 0, regelingCent: { een: 500, paar: 500 } },
      'regelingCent',
      /niemand krijgt/u,
    ],
    [
      'wetsvoorstel met een vast bedrag',
      { formule: 'wetsvoorstel-36713', abonnementCent: 1000 },
      'abonnementCent',
      /geen vast bedrag/u,
    ],
    [
      'plan met een eigen grens',
      { formule: 'plan-2022', nihil: { alleen: { procent: 110 } } },
      'nihil',
      /geen eigen grens/u,
    ],
    [
      'hetzelfde bedrag op twee plekken',
      { abonnementCent: 1000, parameters: [{ id: ABONNEMENT.id, cent: 900 }] },
      `parameters.${ABONNEMENT.id}`,
      /Noem het één keer/u,
    ],
    [
      'twee keer dezelfde parameter',
      {
        parameters: [
          { id: GRENS_DEEL.id, procent: 120 },
          { id: GRENS_DEEL.id, procent: 110 },
        ],
      },
      `parameters.${GRENS_DEEL.id}`,
      /twee keer/u,
    ],
    [
      'een onbekende parameter',
      { parameters: [{ id: 'weg', cent: 1 }] },
      'parameters.weg',
      /kennen wij niet/u,
    ],
    [
      'een percentage waar geld hoort',
      { parameters: [{ id: REGELING_MAAND.een.id, procent: 5 }] },
      `parameters.${REGELING_MAAND.een.id}`,
      /bedrag in centen/u,
    ],
  ] as const)
    test(naam, () => {
      const uit = bouw(een as Omit<Variantinvoer, 'id' | 'naam'>)
      assert.ok(!uit.ok)
      assert.equal(uit.reden[0]?.veld, veld)
      assert.match(uit.reden[0]?.zin ?? '', zin)
    })
})

describe('de ruimte van de wet', () => {
  test('één cent meer dan de wet vraagt mag niet, met het artikel; gelijk en minder wel', () => {
    const uit = bouw({ abonnementCent: 1901 })
    assert.ok(!uit.ok)
    assert.deepEqual(
      [uit.reden[0]?.veld, uit.reden[0]?.artikel],
      ['abonnementCent', 'Wmo 2015, artikel 2.1.4a lid 5'],
    )
    for (const abonnementCent of [1900, 1899, 0]) assert.ok(bouw({ abonnementCent }).ok)
  })
  test('wat het Rijk vaststelt, verandert de gemeente niet', () => {
    const uit = bouw({ parameters: [{ id: BIJTELLING.id, procent: 3 }] })
    assert.ok(!uit.ok)
    assert.match(uit.reden[0]?.zin ?? '', /stelt het Rijk vast/u)
    assert.match(uit.reden[0]?.artikel ?? '', /Uitvoeringsbesluit Wmo 2015, artikel 3\.9/u)
  })
  test('een andere formule is altijd een voorstel aan het Rijk', () => {
    for (const een of KLARE_VARIANTEN)
      assert.equal(besluiter(een), een.formule === 'abonnement' ? 'gemeente' : 'rijk')
    assert.deepEqual(
      KLARE_VARIANTEN.filter(({ status }) => status === 'geldend'),
      [HUIDIG],
    )
  })
  test('vóór 2020 rekent een variant niet, en zegt waarom', () => {
    const uit = bouw({}, datum('2019-12-31'))
    assert.ok(!uit.ok)
    assert.match(uit.reden[0]?.zin ?? '', /vanaf 1 januari 2020/u)
  })
})

describe('wat een variant verandert', () => {
  test('elke klare variant bouwt, en noemt wat er anders wordt', () => {
    for (const een of KLARE_VARIANTEN) {
      const uit = bouwVariant('gm0000', een, datum('2026-07-01'))
      assert.ok(uit.ok, een.id)
      assert.equal(uit.waarde.wijzigingen.length === 0, een.id === 'huidig', een.id)
    }
  })
  test('een percentage van de norm wordt een bedrag per jaar', () => {
    const uit = bouwVariant('gm1731', wens({ nihil: { alleen: { procent: 120 } } }), datum('2026-07-01'))
    assert.ok(uit.ok)
    const waarde = uit.waarde.kamer.tabel.zoek(NIHILGRENS.alleen.id, datum('2026-07-01'))
    assert.equal(waarde?.waarde.waarde.teller, Math.round(141_946 * 1.2 * 12))
    assert.equal(waarde?.waarde.status, 'voorstel')
  })
  test('een ander percentage van het minimabeleid gaat vóór de gepubliceerde tabel', () => {
    const uit = bouw({ minimagrensProcent: 120 })
    assert.ok(uit.ok)
    const reken = (inkomen_netto_maand: number) =>
      uit.waarde.machine.reken('onder_grens_minimabeleid', {
        paar: false,
        aow_gerechtigden: 0,
        inkomen_netto_maand,
      })
    const [onder, boven] = [reken(1363.06), reken(1363.07)]
    assert.ok(onder.ok && boven.ok)
    assert.deepEqual([onder.waarde.waarde.teller, boven.waarde.waarde.teller], [1, 0])
  })
  test('wetsvoorstel 36713: de hoekpunten die gepubliceerd zijn', () => {
    const variant = KLARE_VARIANTEN.find(({ id }) => id === 'wetsvoorstel-36713')
    assert.ok(variant)
    const bij = (paar: boolean, inkomen: number) =>
      bedrag(variant, '2026-07-01', { paar, aow_gerechtigden: 0, inkomen })
    assert.deepEqual(
      [bij(false, 20_000), bij(false, 24_500), bij(false, 61_500), bij(true, 34_000), bij(true, 90_000)],
      [2360, 2360, 32_800, 2360, 32_800],
    )
    assert.equal(bij(false, 25_700) - bij(false, 24_500), 1000)
  })
  test('de formule van 2018 geeft per jaar hetzelfde als de regels van 2018', () => {
    const variant = KLARE_VARIANTEN.find(({ id }) => id === 'regels-2018')
    assert.ok(variant)
    const toen = bouwVariant('gm0000', HUIDIG, datum('2026-07-01'))
    assert.ok(toen.ok)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90_000 }),
        fc.integer({ min: 0, max: 900 }),
        fc.boolean(),
        (inkomen, kosten_4_weken, paar) => {
          const geval = { paar, aow_gerechtigden: 1, inkomen, kosten_4_weken }
          const straks = bedrag(variant, '2026-07-01', geval)
          const uit = toen.waarde.kamer.op(datum('2018-07-01')).reken('eigen_bijdrage_4_weken', geval)
          assert.ok(uit.ok)
          assert.ok(Math.abs(straks * 12 - (uit.waarde.waarde.teller / uit.waarde.waarde.noemer) * 13) < 1e-6)
        },
      ),
      { numRuns: 30 },
    )
  })
})

test('doortrekken neemt alleen wat ontbreekt, en zegt waaruit', () => {
  assert.deepEqual(trekDoor('gm1731', DAG).bedragen, [])
  const door = trekDoor('gm1731', datum('2026-07-01'))
  assert.deepEqual(
    door.bedragen.map(({ parameter, tot }) => [parameter, tot]),
    Object.values(REGELING_MAAND).map(({ id }) => [id, '2023-12-31']),
  )
  assert.ok(door.laag.parameters.every(({ waarden }) => waarden.every(({ status }) => status === 'raming')))
  assert.deepEqual(trekDoor('gm9999', datum('2026-07-01')).bedragen, [])
})
