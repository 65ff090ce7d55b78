import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { KRUISLAAG, kruissommen } from '#regels/kruiscontrole.ts'
import type { Ruw } from '#regels/motor/invoer.ts'
import { type Kolom, maakKolomrekenaar } from '#regels/motor/kolommen.ts'
import { Toetsbestand, toets } from '#regels/toets.ts'
import { maakRekenkamer, REGELS } from '#regels/wet/wet.ts'

const ORAKELS = '../shared/gegevens/regels/oracles.json'
const kamer = maakRekenkamer('gm1731')

type Geval = Readonly<Record<string, Ruw>>
function bedrag(regel: string, dag: string, geval: Geval, rekenkamer = kamer): number {
  const uit = rekenkamer.op(datum(dag)).reken(regel, geval)
  if (!uit.ok) throw new Error(JSON.stringify(uit.reden))
  return uit.waarde.waarde.teller / uit.waarde.waarde.noemer
}

describe('gepubliceerde gevallen', () => {
  const er = existsSync(ORAKELS)
  test('elk geval klopt binnen zijn tolerantie', { skip: er ? false : `${ORAKELS} is er niet` }, () => {
    const { gevallen } = Toetsbestand.parse(JSON.parse(readFileSync(ORAKELS, 'utf8')))
    assert.ok(gevallen.length > 100)
    assert.deepEqual(
      toets(gevallen).filter(({ goed }) => !goed),
      [],
    )
  })

  test('deze toets kan zakken', () => {
    const [uitslag] = toets([
      {
        id: 'x',
        regel: 'inkomensgrens',
        invoer: { norm: 100, percentage: 110 },
        verwacht: 110.01,
        tolerantie: 0.005,
      },
    ])
    assert.equal(uitslag?.goed, false)
    assert.equal(uitslag?.gekregen, 110)
  })
})

const HUISHOUDEN = fc.constantFrom(
  { paar: false, aow_gerechtigden: 0 },
  { paar: false, aow_gerechtigden: 1 },
  { paar: true, aow_gerechtigden: 0 },
  { paar: true, aow_gerechtigden: 1 },
  { paar: true, aow_gerechtigden: 2 },
)
const EURO = fc.integer({ min: 0, max: 15_000_000 }).map((cent) => cent / 100)
const JAAR = fc.constantFrom('2015-06-01', '2016-06-01', '2017-06-01', '2018-06-01', '2019-06-01')

describe('wat altijd geldt', () => {
  test('de bijdrage daalt nooit als het inkomen stijgt', () => {
    fc.assert(
      fc.property(HUISHOUDEN, JAAR, EURO, EURO, (huis, dag, a, b) => {
        const bij = (bijdrageplichtig_inkomen: number) =>
          bedrag('maximale_bijdrage_4_weken', dag, { ...huis, bijdrageplichtig_inkomen })
        assert.ok(bij(Math.min(a, b)) <= bij(Math.max(a, b)))
      }),
    )
  })

  test('nooit boven de kostprijs', () => {
    fc.assert(
      fc.property(HUISHOUDEN, JAAR, EURO, EURO, (huis, dag, bijdrageplichtig_inkomen, kosten_4_weken) => {
        const geval = { ...huis, bijdrageplichtig_inkomen, kosten_4_weken }
        assert.ok(bedrag('eigen_bijdrage_4_weken', dag, geval) <= kosten_4_weken * 100 + 1e-6)
      }),
    )
  })

  test('de vergoeding is nooit meer dan de bijdrage, en wat overblijft nooit negatief', () => {
    fc.assert(
      fc.property(HUISHOUDEN, EURO, fc.boolean(), (huis, inkomen_netto_maand, czm) => {
        const geval = { ...huis, inkomen_netto_maand, czm }
        const bij = (regel: string) => bedrag(regel, '2023-06-01', geval)
        assert.ok(bij('vergoeding_per_maand') <= bij('eigen_bijdrage_per_maand'))
        assert.ok(bij('netto_bijdrage_per_maand') >= 0)
        assert.equal(
          bij('netto_bijdrage_per_maand') + bij('vergoeding_per_maand'),
          bij('eigen_bijdrage_per_maand'),
        )
      }),
    )
  })

  test('een paar dat niet allebei AOW heeft, betaalt sinds 2019 niets', () => {
    for (const aow_gerechtigden of [0, 1]) {
      const geval = { paar: true, aow_gerechtigden, bijdrageplichtig_inkomen: 90_000 }
      assert.equal(bedrag('maximale_bijdrage_4_weken', '2019-06-01', geval), 0)
      for (const jaar of [2020, 2021, 2022, 2023, 2024, 2025, 2026])
        assert.equal(bedrag('abonnementstarief_per_maand', `${jaar}-07-01`, geval), 0)
    }
  })

  test('2018 is nooit duurder dan 2016', () => {
    fc.assert(
      fc.property(HUISHOUDEN, EURO, (huis, bijdrageplichtig_inkomen) => {
        const bij = (dag: string) =>
          bedrag('maximale_bijdrage_4_weken', dag, { ...huis, bijdrageplichtig_inkomen })
        assert.ok(bij('2018-06-01') <= bij('2016-06-01'))
      }),
    )
  })

  test('een variant die niets verandert, verandert niets', () => {
    const zelfde = maakRekenkamer('gm1731', [{ soort: 'variant', naam: 'niets', parameters: [] }])
    fc.assert(
      fc.property(HUISHOUDEN, EURO, fc.boolean(), (huis, inkomen_netto_maand, czm) => {
        const geval = { ...huis, inkomen_netto_maand, czm }
        const args = ['netto_bijdrage_per_maand', '2023-06-01', geval] as const
        assert.equal(bedrag(...args), bedrag(...args, zelfde))
      }),
    )
  })

  test('buiten de dekking rekent niets, en de weigering noemt wat en wanneer', () => {
    const geval = { paar: false, aow_gerechtigden: 0, bijdrageplichtig_inkomen: 20_000, kosten_4_weken: 100 }
    for (const dag of ['1990-01-01', '2014-12-31', '2090-01-01'])
      for (const { id } of REGELS.volgorde.filter((een) => een.id !== 'bijdrageplichtig_inkomen')) {
        const uit = kamer.op(datum(dag)).reken(id, geval)
        assert.ok(!uit.ok, `${id} ${dag}`)
      }
    const uit = kamer.op(datum('2020-06-01')).reken('bijstandsnorm_incl_vakantietoeslag', geval)
    assert.deepEqual(uit, {
      ok: false,
      reden: { soort: 'parameter_onbekend', parameter: 'BWBR0015703-norm-alleen', dag: '2020-06-01' },
    })
  })

  test('huishoudens die niet bestaan', () => {
    const m = kamer.op(datum('2024-06-01'))
    for (const geval of [
      { paar: false, aow_gerechtigden: 2 },
      { paar: true, aow_gerechtigden: 3 },
      { paar: true, aow_gerechtigden: -1 },
      { paar: true, aow_gerechtigden: 0.5 },
      { paar: 'misschien', aow_gerechtigden: 0 },
      { paar: true, aow_gerechtigden: 0, kleur: 'rood' },
    ]) {
      const uit = m.reken('abonnementstarief_per_maand', geval)
      assert.equal(!uit.ok && uit.reden.soort, 'invoer_onjuist', JSON.stringify(geval))
    }
  })

  test('alleen nodige vragen: een kind betaalt niets, wat de rest ook is', () => {
    assert.equal(bedrag('abonnementstarief_per_maand', '2024-03-01', { leeftijd: 15 }), 0)
    const uit = kamer.op(datum('2024-03-01')).reken('abonnementstarief_per_maand', {})
    assert.deepEqual(uit, { ok: false, reden: { soort: 'invoer_ontbreekt', invoer: 'paar' } })
  })

  test('op 130% en een cent erboven', () => {
    const bij = (inkomen_netto_maand: number, czm: boolean) =>
      bedrag('netto_bijdrage_per_maand', '2023-06-01', {
        paar: false,
        aow_gerechtigden: 0,
        inkomen_netto_maand,
        czm,
      })
    assert.deepEqual([bij(1476.64, true), bij(1476.64, false), bij(1476.65, true)], [0, 1200, 1900])
  })
})

describe('kolommen', () => {
  const RIJ = fc.record({
    huis: HUISHOUDEN,
    inkomen: fc.integer({ min: 0, max: 200_000 }),
    vermogen: fc.integer({ min: 0, max: 500_000 }),
    kosten_4_weken: fc.integer({ min: 0, max: 1_000 }),
    inkomen_netto_maand: fc.integer({ min: 0, max: 5_000 }),
    rolstoel: fc.boolean(),
    czm: fc.boolean(),
    voorziening: fc.integer({ min: 0, max: 7 }),
    aow_aftrek_personen: fc.integer({ min: 0, max: 2 }),
  })
  const VOORZIENINGEN = [
    'huishoudelijke_ondersteuning',
    'begeleiding',
    'dagbesteding',
    'kortdurend_verblijf',
    'hulpmiddel',
    'woningaanpassing',
    'vervoersvoorziening',
    'rolstoel',
  ]
  type Rij = ReturnType<typeof naarGeval>
  const naarGeval = (rij: { huis: object; voorziening: number } & Record<string, unknown>) => {
    const { huis, voorziening, ...rest } = rij
    return { ...rest, ...huis, voorziening: VOORZIENINGEN[voorziening] ?? '' } as Record<string, Ruw>
  }
  const naarKolommen = (rijen: readonly Rij[], nummers: readonly number[]): Record<string, Kolom> => {
    const namen = Object.keys(rijen[0] ?? {})
    return Object.fromEntries(
      namen.map((naam) => {
        const geld = ['inkomen', 'vermogen', 'kosten_4_weken', 'inkomen_netto_maand'].includes(naam)
        const reeks = Float64Array.from(rijen, (rij, i) =>
          naam === 'voorziening' ? (nummers[i] ?? 0) : Number(rij[naam]),
        )
        return [naam, { reeks, maal: geld ? 100 : 1 }]
      }),
    )
  }
  const REGELS_2018 = [
    'eigen_bijdrage_4_weken',
    'netto_bijdrage_4_weken',
    'factuurbedrag_4_weken',
    'vrijgesteld',
  ]
  const REGELS_2023 = [
    'netto_bijdrage_per_maand',
    'eigen_bijdrage_per_maand',
    'onder_grens_minimabeleid',
    'normsoort',
  ]

  for (const [dag, regels, lagen] of [
    ['2018-07-28', REGELS_2018, [KRUISLAAG]],
    ['2023-06-01', REGELS_2023, []],
    ['2025-07-01', ['eigen_bijdrage_per_maand', 'grens_130_midden_drenthe', 'plan_2022_per_maand'], []],
  ] as const)
    test(`rij voor rij gelijk aan één geval, ${dag}`, () => {
      const machine = maakRekenkamer('gm1731', lagen).op(datum(dag))
      fc.assert(
        fc.property(fc.array(RIJ, { minLength: 1, maxLength: 40 }), (ruw) => {
          const rijen = ruw.map(naarGeval)
          const kolommen = naarKolommen(
            rijen,
            ruw.map(({ voorziening }) => voorziening),
          )
          const uit = maakKolomrekenaar(machine.set, regels, kolommen)(rijen.length, kolommen)
          assert.ok(uit.ok, JSON.stringify(uit))
          for (const [r, id] of regels.entries())
            for (const [i, rij] of rijen.entries()) {
              const een = machine.reken(id, rij)
              assert.ok(een.ok, JSON.stringify(een))
              assert.equal(
                uit.waarde.kolommen[r]?.[i],
                een.waarde.waarde.teller,
                `${id} ${JSON.stringify(rij)}`,
              )
              assert.equal(uit.waarde.noemers[r], een.waarde.waarde.noemer)
            }
        }),
        { numRuns: 40 },
      )
    })

  test('een parameter die één rij nodig heeft en er niet is, stopt alles met naam en dag', () => {
    const { set } = kamer.op(datum('2022-03-01'))
    const kolommen = (aow: number[]) => ({
      paar: { reeks: new Uint8Array(aow.length) },
      aow_gerechtigden: { reeks: Uint8Array.from(aow) },
    })
    const reken = maakKolomrekenaar(set, ['bijstandsnorm_incl_vakantietoeslag'], kolommen([]))
    assert.equal(reken(2, kolommen([0, 0])).ok, true)
    assert.deepEqual(reken(2, kolommen([0, 1])), {
      ok: false,
      reden: { soort: 'parameter_onbekend', parameter: 'BWBR0015703-norm-alleen-aow', dag: '2022-03-01' },
    })
  })

  test('de kruiscontrole: dezelfde sommen als andere rekenwijzen, precies opgeteld', () => {
    assert.deepEqual(kruissommen(10_000), {
      som_eigen_bijdrage: 871_836.3923076923,
      som_netto: 539_396.7569230769,
    })
    assert.equal(kruissommen(100_000).som_netto, 5_491_114.55)
    const miljoen = kruissommen(1_000_000)
    assert.ok(Math.abs(miljoen.som_eigen_bijdrage - 87_604_423.2002) < 0.001)
    assert.ok(Math.abs(miljoen.som_netto - 55_226_209.3147) < 0.001)
  })
})
