import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bladeren } from '#programma/api/bladeren.ts'

const adres = (pagina: number): string => `?pagina=${pagina}`
const reeks = (aantal: number): number[] => Array.from({ length: aantal }, (_, i) => i)

for (const [naam, aantal, pagina, paginaGrootte, verwacht] of [
  ['leeg', 0, 1, 10, { items: [], paginas: 1, prev: undefined, next: undefined }],
  ['precies vol', 10, 1, 10, { items: reeks(10), paginas: 1, prev: undefined, next: undefined }],
  ['één te veel', 11, 1, 10, { items: reeks(10), paginas: 2, prev: undefined, next: '?pagina=2' }],
  ['de laatste', 11, 2, 10, { items: [10], paginas: 2, prev: '?pagina=1', next: undefined }],
  ['voorbij', 11, 9, 10, { items: [], paginas: 2, prev: '?pagina=2', next: undefined }],
  ['voorbij leeg', 0, 2, 10, { items: [], paginas: 1, prev: '?pagina=1', next: undefined }],
] as const)
  test(`bladeren: ${naam}`, () => {
    const lijst = bladeren(reeks(aantal), { pagina, paginaGrootte }, adres)
    assert.deepEqual(lijst.items, verwacht.items)
    assert.equal(lijst.aantalPaginas, verwacht.paginas)
    assert.equal(lijst._links.prev?.href, verwacht.prev)
    assert.equal(lijst._links.next?.href, verwacht.next)
    assert.equal(lijst.aantal, aantal)
  })

test('alle pagina’s samen zijn de hele lijst, in volgorde', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (alles, paginaGrootte) => {
      const { aantalPaginas } = bladeren(alles, { pagina: 1, paginaGrootte }, adres)
      const samen = Array.from(
        { length: aantalPaginas },
        (_, i) => bladeren(alles, { pagina: i + 1, paginaGrootte }, adres).items,
      ).flat()
      assert.deepEqual(samen, alles)
    }),
  )
})
