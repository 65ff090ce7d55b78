import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draaiBench } from './grootboek.ts'
import { vertelVerhaal } from './grootboek-verhaal.ts'

test('het verhaal is bij hetzelfde aantal steeds hetzelfde, en sluit per bron', () => {
  const [een, ander] = [[...vertelVerhaal(500)], [...vertelVerhaal(500)]]
  assert.deepEqual(een, ander)
  for (const { regels } of een) {
    const som = new Map<string | null, number>()
    for (const { rekening, bedragCent } of regels)
      som.set(rekening.bron, (som.get(rekening.bron) ?? 0) + bedragCent)
    assert.deepEqual([...som.values()].filter(Boolean), [])
  }
  assert.ok(een.some(({ corrigeert }) => corrigeert != null))
})

test('de meting loopt van begin tot eind', { timeout: 180_000 }, async () => {
  const tabellen = await draaiBench({
    aantal: 500,
    stappen: 1,
    databanken: ['PostgreSQL'],
    elders: false,
    xaf: 200,
  })
  for (const wat of ['PostgreSQL', 'begrotingstabel nu', 'XAF booked', 'export hledger'])
    assert.ok(tabellen.includes(wat), `${wat} ontbreekt in\n${tabellen}`)
  assert.doesNotMatch(tabellen, /NaN|undefined|Infinity/u)
})
