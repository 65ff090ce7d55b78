import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Bevinding } from '#programma/plancontrole/plancontrole.ts'
import {
  bevindingenAnders,
  leesVersienummer,
  magVersieZien,
  stukgeschiedenis,
  vorigeVersie,
} from '#programma/versies/versies.ts'

const kop = {
  id: 'proef',
  hoofdplan: true,
  titel: 'Proef',
  laatsteVersie: 6,
  vastgesteldeVersie: 5,
  vastgesteldeVersies: [2, 5],
}

test('zonder conceptrecht bestaan alleen vastgestelde versies', () => {
  const zichtbaar = (magConcept: boolean): number[] =>
    Array.from({ length: 9 }, (_, i) => i - 1).filter((nummer) => magVersieZien(kop, nummer, magConcept))
  assert.deepEqual(zichtbaar(false), [2, 5])
  assert.deepEqual(zichtbaar(true), [1, 2, 3, 4, 5, 6])
  assert.deepEqual(
    [5, 2].map((nummer) => vorigeVersie(kop, nummer, false)),
    [2, undefined],
  )
  assert.deepEqual(
    [5, 1].map((nummer) => vorigeVersie(kop, nummer, true)),
    [4, undefined],
  )
})

test('een versienummer is een gewoon getal of geen', () => {
  assert.deepEqual(
    ['7', '0', '', undefined, '-1', '1.5', '1e3', '9999999', '１'].map(leesVersienummer),
    [7, 0, 0, 0, 0, 0, 0, 0, 0],
  )
})

const rij = (nummer: number, titel: string | null) => ({
  nummer,
  inhoud: titel === null ? null : { inhoud: { titel } },
})

test('de geschiedenis van een stuk slaat over wat de lezer niet mag zien', () => {
  const rijen = [rij(6, 'F'), rij(4, null), rij(3, 'C'), rij(1, 'A')]
  assert.deepEqual(
    stukgeschiedenis(rijen, 'alle').map(({ nummer, aard }) => [nummer, aard]),
    [
      [6, 'nieuw'],
      [4, 'weg'],
      [3, 'gewijzigd'],
      [1, 'nieuw'],
    ],
  )
  assert.deepEqual(stukgeschiedenis(rijen, [2, 3, 5]), [
    { nummer: 5, aard: 'weg', velden: [{ veld: 'titel', voor: 'C', na: '' }] },
    { nummer: 3, aard: 'gewijzigd', velden: [{ veld: 'titel', voor: 'A', na: 'C' }] },
    { nummer: 2, aard: 'nieuw', velden: [{ veld: 'titel', voor: '', na: 'A' }] },
  ])
  assert.deepEqual(stukgeschiedenis(rijen, []), [])
})

test('van een concept dat niet werd vastgesteld is in de openbare geschiedenis geen letter te vinden', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 20 })),
      fc.uniqueArray(fc.integer({ min: 1, max: 20 })),
      (nummers, vast) => {
        const rijen = nummers.map((nummer) => rij(nummer, `T${nummer}.`))
        const getoond = JSON.stringify(stukgeschiedenis(rijen, vast))
        for (const nummer of nummers) {
          const volgende = Math.min(...nummers.filter((ander) => ander > nummer), Number.POSITIVE_INFINITY)
          const stond = vast.some((versie) => versie >= nummer && versie < volgende)
          assert.equal(getoond.includes(`"T${nummer}."`), stond)
        }
      },
    ),
  )
})

test('bevindingen vergelijken gaat op sleutel', () => {
  const bevinding = (sleutel: string): Bevinding => ({
    sleutel,
    regel: 'r',
    ernst: 'fout',
    titel: sleutel,
    uitleg: 'u',
    plaatsen: [],
    dingen: [],
  })
  const anders = bevindingenAnders(['a', 'b'].map(bevinding), ['b', 'c', 'd'].map(bevinding))
  assert.deepEqual(
    [anders.erbij.map((b) => b.sleutel), anders.weg.map((b) => b.sleutel), anders.gebleven],
    [['c', 'd'], ['a'], 1],
  )
})
