import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Nummerset } from '#uitwisseling/xaf/nummerset.ts'

test('doet wat een gewone verzameling van paren doet', () => {
  const kort = fc.string({ unit: fc.constantFrom('a', 'b', '1', '/'), maxLength: 3 })
  fc.assert(
    fc.property(fc.array(fc.tuple(kort, kort), { maxLength: 300 }), (paren) => {
      const set = new Nummerset()
      const gewoon = new Set<string>()
      for (const [groep, nummer] of paren) {
        const sleutel = JSON.stringify([groep, nummer])
        assert.equal(set.voegToe(groep, nummer), !gewoon.has(sleutel))
        gewoon.add(sleutel)
      }
      assert.equal(set.aantal, gewoon.size)
    }),
  )
})

test('van een miljoen opeenvolgende nummers in twee dagboeken lijkt er geen op een ander', () => {
  const set = new Nummerset()
  let vals = 0
  for (const dagboek of ['INK', 'VRK'])
    for (let nummer = 0; nummer < 500_000; nummer++) if (!set.voegToe(dagboek, `2024${nummer}`)) vals++
  assert.equal(vals, 0)
  assert.equal(set.aantal, 1_000_000)
  for (let nummer = 0; nummer < 500_000; nummer += 977)
    assert.equal(set.voegToe('VRK', `2024${nummer}`), false)
})
