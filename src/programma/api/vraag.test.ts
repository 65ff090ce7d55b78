import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { VERZAMELINGEN } from '#programma/api/verzamelingen.ts'
import { leesVraag } from '#programma/api/vraag.ts'

const onderdelen = VERZAMELINGEN.find(({ naam }) => naam === 'onderdelen')?.vraag.lijst
assert.ok(onderdelen)
const lees = (vraag: string) => leesVraag(onderdelen, new URLSearchParams(vraag))

test('zonder parameters gelden de standaardwaarden', () => {
  assert.deepEqual(lees(''), { ok: true, waarde: { pagina: 1, paginaGrootte: 50 } })
})

test('elke fout noemt haar parameter, ook als er meer zijn', () => {
  const uitkomst = lees('pagina=nul&jaar=1&jaar=2&kleur=rood')
  assert.ok(!uitkomst.ok)
  assert.deepEqual([...new Set(uitkomst.reden.map(({ pad }) => pad))].sort(), ['jaar', 'kleur', 'pagina'])
  for (const { melding } of uitkomst.reden) assert.ok(melding.length > 5)
})

test('spaties om een zoekterm tellen niet; alleen spaties is geen zoekterm', () => {
  const uitkomst = lees('zoek=+inloop+')
  assert.ok(uitkomst.ok)
  assert.equal(uitkomst.waarde['zoek'], 'inloop')
  assert.ok(!lees('zoek=+++').ok)
})

test('wat iemand ook stuurt: een gekeurde vraag of fouten, nooit een ongeluk', () => {
  const naam = fc.oneof(fc.constantFrom('pagina', 'zoek', 'groep', '__proto__', 'constructor'), fc.string())
  fc.assert(
    fc.property(fc.array(fc.tuple(naam, fc.string())), (paren) => {
      const uitkomst = leesVraag(onderdelen, new URLSearchParams(paren))
      if (uitkomst.ok) assert.ok(Number.isSafeInteger(uitkomst.waarde['pagina']))
      else assert.ok(uitkomst.reden.length > 0)
    }),
  )
})
