import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { findMarginalen } from '#regels/bevolking/ingebouwd.store.ts'
import { type Curven, maakCurven } from '#regels/simulatie/curve.ts'
import { HUISHOUDTYPEN } from '#regels/simulatie/typen.ts'
import { KLARE_VARIANTEN } from '#regels/variant/klaar.ts'

async function curven(ids: readonly string[], dag = '2023-06-01', meer = {}): Promise<Curven> {
  const marginalen = await findMarginalen('gm1731')
  assert.ok(marginalen)
  const varianten = KLARE_VARIANTEN.filter(({ id }) => ids.includes(id))
  const uit = maakCurven({ gemeente: 'gm1731', dag: datum(dag), marginalen, varianten, ...meer })
  assert.ok(uit.ok, JSON.stringify(uit))
  return uit.waarde
}

describe('inkomenscurve', () => {
  test('de klif van 2023: op € 1.476,64 niets, één cent erboven € 19 per maand, € 228 per jaar', async () => {
    const { curven: lijst } = await curven([])
    const klif = lijst.find(({ type }) => type === 'alleen')?.kliffen[0]
    assert.deepEqual(
      [klif?.netto, klif?.sprong, (klif?.sprong ?? 0) * 12, klif?.oorzaak],
      [147_664, 1900, 22_800, 'grens van het minimabeleid'],
    )
    assert.deepEqual(
      lijst.find(({ type }) => type === 'paar')?.kliffen,
      [],
      'een paar onder de AOW-leeftijd betaalt niets',
    )
  })

  test('zonder CZM is de klif wat de Regeling vergoedt', async () => {
    const { curven: lijst } = await curven(['czm-stopt'])
    assert.equal(
      lijst.find(({ type, variant }) => type === 'alleen' && variant === 'czm-stopt')?.kliffen[0]?.sprong,
      700,
    )
    assert.equal(
      lijst.find(({ type, variant }) => type === 'paar-aow' && variant === 'czm-stopt')?.kliffen[0]?.sprong,
      800,
    )
    const zonder = await curven([], '2023-06-01', { czm: false })
    assert.equal(zonder.curven.find(({ type }) => type === 'alleen')?.kliffen[0]?.sprong, 700)
  })

  test('elke variant, elk type: oplopend inkomen, en wat overblijft is netto min wat iemand betaalt', async () => {
    const { curven: lijst, varianten } = await curven(['nihil-130', 'wetsvoorstel-36713', 'regels-2018'])
    assert.equal(lijst.length, varianten.length * HUISHOUDTYPEN.length)
    for (const { punten } of lijst)
      for (const [i, punt] of punten.entries()) {
        assert.equal(punt.over, punt.netto - punt.bijdrage + punt.vergoeding)
        assert.ok(i === 0 || punt.netto >= (punten[i - 1]?.netto ?? 0))
      }
  })

  test('het wetsvoorstel vraagt tussen de hoekpunten tien cent van elke extra euro', async () => {
    const { curven: lijst } = await curven(['wetsvoorstel-36713'])
    const druk = (variant: string, bruto: number) =>
      lijst
        .find((een) => een.type === 'alleen' && een.variant === variant)
        ?.punten.find((punt) => punt.bruto === bruto)?.druk ?? 0
    const meer = druk('wetsvoorstel-36713', 4_500_000) - druk('huidig', 4_500_000)
    assert.ok(Math.abs(meer - 0.1) < 0.002, `${meer}`)
  })

  test('de elf standaardhuishoudens, met en zonder CZM, op elk niveau', async () => {
    const { tabel } = await curven(['czm-stopt'])
    assert.equal(HUISHOUDTYPEN.length, 11)
    assert.equal(tabel.length, 11 * 6 * 2)
    const rij = tabel.find((een) => een.type === 'alleen' && een.procent === 130 && een.czm)
    assert.deepEqual([rij?.netto, rij?.betaalt], [147_664, [0, 1200]])
  })
})
