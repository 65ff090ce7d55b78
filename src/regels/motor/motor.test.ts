import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { bindRegels } from '#regels/motor/binding.ts'
import { breuk, procent } from '#regels/motor/eenheid.ts'
import {
  afronden,
  als,
  bekend,
  hoogstens,
  jaarNaarMaand,
  keuzen,
  kleinste,
  maal,
  nul,
  parameter,
  som,
  tabel,
  verschil,
} from '#regels/motor/expressie.ts'
import { vraagBedrag, vraagJaNee } from '#regels/motor/invoer.ts'
import { type Laag, maakTabel, type Parameter } from '#regels/motor/parameter.ts'
import { maakRegelset, regel } from '#regels/motor/regel.ts'
import { maakMachine, rondGeheel } from '#regels/motor/rekenen.ts'

const BRON = { naam: 'proef' }
const DAG = datum('2024-06-01')
const ALTIJD = { vanaf: datum('2020-01-01'), tot: datum('2029-12-31'), bron: BRON }
const kenmerk = (id: string) => ({ id, naam: id, zin: id, uitleg: id })

const TARIEF = {
  id: 'tarief',
  naam: 'Tarief',
  zin: 'het tarief',
  eenheid: 'per maand',
  bron: BRON,
  waarden: [
    {
      vanaf: datum('2024-01-01'),
      tot: datum('2024-12-31'),
      waarde: breuk(1900),
      status: 'vastgesteld',
      bron: BRON,
    },
  ],
} as const satisfies Parameter
const DEEL = {
  ...TARIEF,
  id: 'deel',
  eenheid: 'deel',
  waarden: [{ ...TARIEF.waarden[0], waarde: procent(12.5) }],
} as const satisfies Parameter
const RIJK: Laag = { soort: 'rijk', naam: 'rijk', parameters: [TARIEF, DEEL] }

const INKOMEN = {
  naam: 'inkomen',
  vraag: 'Inkomen?',
  zin: 'inkomen',
  soort: 'bedrag',
  eenheid: 'per jaar',
} as const
const VRIJ = {
  naam: 'vrij',
  vraag: 'Vrij?',
  zin: 'vrij',
  soort: 'janee',
  ja: 'vrij',
  nee: 'niet vrij',
} as const
const machine = (regels: Parameters<typeof maakRegelset>[0], lagen: readonly Laag[] = [RIJK], dag = DAG) =>
  maakMachine(bindRegels(maakRegelset(regels), maakTabel(lagen), [INKOMEN, VRIJ], dag))

describe('eenheden', () => {
  test('de compiler houdt perioden uit elkaar', () => {
    // @ts-expect-error per jaar is niet per maand
    const fout = () => som(vraagBedrag(INKOMEN), parameter(TARIEF))
    // @ts-expect-error een bedrag is geen percentage
    const ook = () => maal(parameter(TARIEF), parameter(TARIEF))
    const kleuren = keuzen({ rood: 'rood', blauw: 'blauw' })
    // @ts-expect-error een tabel noemt elke soort
    const tekort = () => tabel(kleuren.van('rood'), 'per maand', { rood: parameter(TARIEF) })
    assert.ok([fout, ook, tekort].every((een) => typeof een === 'function'))
    assert.doesNotThrow(() => som(jaarNaarMaand(vraagBedrag(INKOMEN)), parameter(TARIEF)))
  })

  for (const [getal, teller, noemer] of [
    [12.5, 1, 8],
    [8, 2, 25],
    [130, 13, 10],
    [0, 0, 1],
  ] as const)
    test(`${getal}% is precies ${teller}/${noemer}`, () =>
      assert.deepEqual(procent(getal), { teller, noemer }))

  for (const [teller, noemer, uit] of [
    [1_479_995, 10, 148_000],
    [1_749_085, 10, 174_909],
    [1_153_625, 10, 115_363],
    [1_024_765, 10, 102_477],
    [1_024_764, 10, 102_476],
  ] as const)
    test(`${teller}/${noemer} wordt ${uit} cent: een halve cent gaat omhoog`, () =>
      assert.equal(rondGeheel(teller, noemer, 1, 'half naar boven'), uit))

  test('naar beneden op twintig cent', () => assert.equal(rondGeheel(21_77, 1, 20, 'naar beneden'), 21_60))
})

describe('parameters', () => {
  const vraag = regel(kenmerk('a'), { ...ALTIJD, expr: parameter(TARIEF) })

  test('buiten het bereik: een fout met naam en dag, nooit de laatste waarde', () => {
    for (const dag of ['1990-01-01', '2023-12-31', '2025-01-01', '2029-01-01'])
      assert.deepEqual(machine([vraag], [RIJK], datum(dag)).reken('a', {}), {
        ok: false,
        reden:
          dag === '1990-01-01'
            ? { soort: 'regel_geldt_niet', regel: 'a', dag }
            : { soort: 'parameter_onbekend', parameter: 'tarief', dag },
      })
  })

  test('een gemeente gaat voor het rijk en een variant voor de gemeente; een gat valt terug', () => {
    const laag = (soort: Laag['soort'], bedrag: number, vanaf: string): Laag => ({
      soort,
      naam: soort,
      parameters: [
        { ...TARIEF, waarden: [{ ...TARIEF.waarden[0], vanaf: datum(vanaf), waarde: breuk(bedrag) }] },
      ],
    })
    const lagen = [RIJK, laag('gemeente', 1000, '2024-04-01'), laag('variant', 500, '2024-08-01')]
    const waarde = (dag: string) => {
      const uit = machine([vraag], lagen, datum(dag)).reken('a', {})
      return uit.ok ? uit.waarde.waarde.teller : undefined
    }
    assert.deepEqual(['2024-02-01', '2024-05-01', '2024-09-01'].map(waarde), [1900, 1000, 500])
  })

  test('twee tijden: wat later bekend werd, telt alleen voor wie later kijkt', () => {
    const later = { ...TARIEF.waarden[0], waarde: breuk(2000), bekendVanaf: datum('2024-09-01') }
    const tabel = maakTabel([{ ...RIJK, parameters: [{ ...TARIEF, waarden: [...TARIEF.waarden, later] }] }])
    assert.equal(tabel.zoek('tarief', DAG, datum('2024-07-01'))?.waarde.waarde.teller, 1900)
    assert.equal(tabel.zoek('tarief', DAG, datum('2024-09-01'))?.waarde.waarde.teller, 2000)
    assert.equal(tabel.zoek('tarief', DAG, datum('2023-09-01')), undefined)
  })

  test('wat er niet toe doet, hoeft niet bekend te zijn', () => {
    const MIST = { ...TARIEF, id: 'mist', waarden: [] }
    const tak = regel(kenmerk('b'), {
      ...ALTIJD,
      expr: als(vraagJaNee(VRIJ), nul('per maand'), parameter(MIST)),
    })
    const m = machine([tak], [{ ...RIJK, parameters: [MIST] }])
    assert.equal(m.reken('b', { vrij: true }).ok, true)
    const uit = m.reken('b', { vrij: false })
    assert.equal(!uit.ok && uit.reden.soort, 'parameter_onbekend')
    const anders = regel(kenmerk('c'), { ...ALTIJD, expr: bekend(MIST, parameter(TARIEF)) })
    assert.equal(machine([anders], [{ ...RIJK, parameters: [MIST, TARIEF] }]).reken('c', {}).ok, true)
  })
})

describe('regels', () => {
  test('een kring weigert bij het bouwen', () => {
    const een = regel(kenmerk('een'), { ...ALTIJD, expr: nul('per maand') })
    const twee = regel(kenmerk('twee'), { ...ALTIJD, expr: een })
    const rond = regel(kenmerk('een'), { ...ALTIJD, expr: twee })
    assert.throws(() => maakRegelset([rond, twee]), /kring: een → twee → een/u)
    assert.throws(() => maakRegelset([twee]), /noemt een/u)
  })

  test('versies met verschillende eenheden weigeren bij het bouwen', () => {
    const jaar = { ...ALTIJD, expr: nul('per jaar') }
    assert.throws(() => regel(kenmerk('x'), { ...ALTIJD, expr: nul('per maand') }, jaar), /eenheden/u)
  })

  test('één afronding, en alles ervoor is precies', () => {
    const deel = regel(kenmerk('deel_van'), {
      ...ALTIJD,
      expr: jaarNaarMaand(maal(vraagBedrag(INKOMEN), parameter(DEEL))),
    })
    const rond = regel(kenmerk('rond'), { ...ALTIJD, expr: afronden(deel) })
    const rest = regel(kenmerk('rest'), {
      ...ALTIJD,
      expr: verschil(deel, kleinste(deel, parameter(TARIEF))),
    })
    const m = machine([deel, rond, rest])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (cent) => {
        const antwoord = { inkomen: cent / 100 }
        const [a, b] = [m.reken('deel_van', antwoord), m.reken('rond', antwoord)]
        assert.ok(a.ok && b.ok)
        assert.equal(BigInt(a.waarde.waarde.teller) * 96n, BigInt(cent) * BigInt(a.waarde.waarde.noemer))
        assert.equal(BigInt(b.waarde.waarde.teller), (BigInt(cent) * 2n + 96n) / 192n)
      }),
    )
  })

  test('een ontbrekend antwoord heeft een naam; gevraagd wordt alleen wat nodig is', () => {
    const tak = regel(kenmerk('d'), {
      ...ALTIJD,
      expr: als(
        vraagJaNee(VRIJ),
        nul('per maand'),
        als(hoogstens(vraagBedrag(INKOMEN), nul('per jaar')), nul('per maand'), parameter(TARIEF)),
      ),
    })
    const m = machine([tak])
    assert.deepEqual(m.reken('d', {}), { ok: false, reden: { soort: 'invoer_ontbreekt', invoer: 'vrij' } })
    assert.deepEqual(m.reken('d', { vrij: 'nee' }), {
      ok: false,
      reden: { soort: 'invoer_ontbreekt', invoer: 'inkomen' },
    })
    assert.equal(m.reken('d', { vrij: 'ja' }).ok, true)
    assert.deepEqual(m.reken('weg', {}), { ok: false, reden: { soort: 'regel_onbekend', regel: 'weg' } })
  })

  for (const [ruw, zin] of [
    [-1, /nul/u],
    ['veel', /bedrag/u],
    [1.005, /bedrag/u],
    [Number.NaN, /bedrag/u],
    [1e21, /bedrag/u],
    [200_000_000, /te hoog/u],
    [true, /bedrag/u],
  ] as const)
    test(`een inkomen van ${ruw} kan niet`, () => {
      const m = machine([regel(kenmerk('e'), { ...ALTIJD, expr: vraagBedrag(INKOMEN) })])
      const uit = m.reken('e', { inkomen: ruw })
      assert.ok(!uit.ok && uit.reden.soort === 'invoer_onjuist')
      assert.match(uit.reden.fouten[0]?.zin ?? '', zin)
    })
})
