import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import {
  gevolgklasseVan,
  KANSEN,
  type Risicoinhoud,
  risicomatrix,
  risicosom,
  STANDAARD_RISICOREGELS,
  vakgewicht,
  verwachtVan,
} from '#programma/risicos/risico.ts'

const REGELS = STANDAARD_RISICOREGELS
const risico = (anders: Partial<Risicoinhoud> = {}): Risicoinhoud => ({
  onderdeel: null,
  oorzaak: 'o',
  gebeurtenis: 'g',
  gevolg: 'v',
  kans: 1,
  laagCent: centen(0),
  hoogCent: centen(0),
  maatregel: 'm',
  eigenaarrol: 'r',
  stand: 'open',
  reden: 'x',
  ...anders,
})
const willekeurig = fc
  .record({
    kans: fc.constantFrom(...KANSEN),
    laag: fc.integer({ min: 0, max: 9_000_000_00 }),
    breed: fc.integer({ min: 0, max: 9_000_000_00 }),
    stand: fc.constantFrom('open', 'gesloten'),
  })
  .map(({ kans, laag, breed, stand }) =>
    risico({ kans, laagCent: centen(laag), hoogCent: centen(laag + breed), stand }),
  )

test('verwacht: kans maal het midden, een halve cent naar boven', () => {
  assert.equal(verwachtVan(risico({ kans: 3, laagCent: centen(1), hoogCent: centen(1) }), REGELS), 1)
  assert.equal(verwachtVan(risico({ kans: 1, laagCent: centen(4), hoogCent: centen(5) }), REGELS), 0)
  assert.equal(verwachtVan(risico({ kans: 1, laagCent: centen(5), hoogCent: centen(5) }), REGELS), 1)
  assert.equal(verwachtVan(risico({ kans: 5, laagCent: centen(100), hoogCent: centen(200) }), REGELS), 135)
})

test('de som is exact: alleen het totaal wordt afgerond, en het verschil heet afronding', () => {
  // Drie keer 0,3 cent: elk risico rondt af op 0, samen zijn zij 0,9 cent.
  const derde = risico({ kans: 2, laagCent: centen(1), hoogCent: centen(1) })
  const som = risicosom([derde, derde, derde], REGELS)
  assert.deepEqual([som.verwachtCent, som.afrondingCent, som.aantal], [1, 1, 3])
  fc.assert(
    fc.property(fc.array(willekeurig, { maxLength: 30 }), (risicos) => {
      const uit = risicosom(risicos, REGELS)
      const open = risicos.filter(({ stand }) => stand === 'open')
      const exact = open.reduce(
        (tot, { kans, laagCent, hoogCent }) =>
          tot + BigInt(REGELS.kansen[kans - 1] ?? 0) * BigInt(laagCent + hoogCent),
        0n,
      )
      assert.ok(2n * (BigInt(uit.verwachtCent) * 200n - exact) <= 200n)
      assert.ok(2n * (exact - BigInt(uit.verwachtCent) * 200n) < 200n)
      const regels = open.reduce((tot, een) => tot + verwachtVan(een, REGELS), 0)
      assert.equal(uit.verwachtCent, regels + uit.afrondingCent)
      assert.ok(Math.abs(uit.afrondingCent) <= open.length / 2 + 1)
      assert.ok(uit.verwachtLaagCent <= uit.verwachtCent && uit.verwachtCent <= uit.verwachtHoogCent)
      assert.ok(uit.verwachtHoogCent <= uit.ergstCent)
    }),
  )
})

test('gevolgklasse: precies op de grens hoort eronder, een halve cent erboven niet', () => {
  const klasse = (laag: number, hoog: number) =>
    gevolgklasseVan({ laagCent: centen(laag), hoogCent: centen(hoog) }, REGELS)
  assert.equal(klasse(10_000_00, 10_000_00), 1)
  assert.equal(klasse(10_000_00, 10_000_01), 2)
  assert.equal(klasse(100_000_00, 100_000_00), 4)
  assert.equal(klasse(100_000_00, 100_000_01), 5)
  assert.equal(klasse(0, 0), 1)
})

test('in de matrix staat elk open risico precies één keer, de grootste kans bovenaan', () => {
  fc.assert(
    fc.property(fc.array(willekeurig, { maxLength: 30 }), (risicos) => {
      const rijen = risicomatrix(risicos, REGELS)
      const erin = rijen.flatMap(({ vakken }) => vakken.flatMap((vak) => vak.risicos))
      assert.equal(erin.length, risicos.filter(({ stand }) => stand === 'open').length)
      assert.equal(new Set(erin).size, erin.length)
      assert.deepEqual(
        rijen.map(({ kans }) => kans),
        [5, 4, 3, 2, 1],
      )
    }),
  )
  assert.deepEqual([vakgewicht(1, 1), vakgewicht(3, 3), vakgewicht(5, 5)], [1, 2, 5])
})
