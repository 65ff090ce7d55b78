import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import {
  herzien,
  indexeer,
  jaarVerloop,
  kostprijsVerloop,
  maandVan,
  verschuldigdeMaanden,
} from '#regels/maanden.ts'

const tekst = (maand: number): string =>
  `${Math.floor(maand / 12)}-${String((maand % 12) + 1).padStart(2, '0')}`

describe('maanden', () => {
  for (const [naam, start, einde, opgelegd, verwacht] of [
    ['start op de eerste telt meteen', '2024-03-01', '2024-04-01', '2024-03-01', ['2024-03', '2024-04']],
    ['start later telt vanaf de volgende maand', '2024-03-02', '2024-04-30', '2024-03-02', ['2024-04']],
    ['een deel van de laatste maand telt heel', '2024-03-01', '2024-03-01', '2024-03-01', ['2024-03']],
    ['voorbij voor het begint', '2024-03-02', '2024-03-31', '2024-03-02', []],
    ['over het jaar heen', '2024-12-15', '2025-01-02', '2024-12-15', ['2025-01']],
  ] as const)
    test(naam, () =>
      assert.deepEqual(
        verschuldigdeMaanden(datum(start), datum(einde), datum(opgelegd)).map(tekst),
        verwacht,
      ),
    )

  test('nooit meer dan twaalf maanden terug', () => {
    const maanden = verschuldigdeMaanden(datum('2022-01-01'), datum('2024-06-30'), datum('2024-06-15'))
    assert.equal(tekst(maanden[0] ?? 0), '2023-06')
  })
})

describe('kostprijs', () => {
  const maand = (nominaal: number, eigen: number) => ({ nominaal: centen(nominaal), eigen: centen(eigen) })

  test('ook wie niets betaalt, loopt de kostprijs af', () => {
    const stand = kostprijsVerloop(
      centen(10_000),
      Array.from({ length: 5 }, () => maand(2000, 0)),
    )
    assert.deepEqual(stand, { betaald: 0, open: 0, klaar: true })
  })

  test('een laatste rest onder het tarief wordt niet geïnd', () => {
    const stand = kostprijsVerloop(
      centen(5000),
      Array.from({ length: 9 }, () => maand(2100, 2100)),
    )
    assert.deepEqual(stand, { betaald: 4200, open: 800, klaar: true })
  })

  test('nooit meer betaald dan de kostprijs', () => {
    const MAAND = fc
      .integer({ min: 1, max: 5000 })
      .chain((nominaal) => fc.integer({ min: 0, max: nominaal }).map((eigen) => maand(nominaal, eigen)))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(MAAND, { maxLength: 60 }),
        (prijs, maanden) => {
          const { betaald, open } = kostprijsVerloop(centen(prijs), maanden)
          assert.ok(betaald + open <= prijs && open >= 0)
        },
      ),
    )
  })
})

describe('jaren', () => {
  test('wie zich in 2023 meldt, is vanaf januari 2024 verzekerd', () => {
    const maanden = [0, 1, 2, 3].map((i) => maandVan(datum('2023-11-01')) + i)
    const verloop = jaarVerloop(maanden, datum('2023-06-10'), (verzekerd) => centen(verzekerd ? 0 : 1200))
    assert.deepEqual(
      verloop.map(({ bedrag }) => bedrag),
      [1200, 1200, 0, 0],
    )
  })

  test('een herziening gaat hoogstens 36 maanden terug', () => {
    const begin = maandVan(datum('2020-01-01'))
    const oud = Array.from({ length: 60 }, (_, i) => ({ maand: begin + i, bedrag: centen(1900) }))
    const nieuw = herzien(oud, () => centen(0), datum('2024-06-01'))
    assert.equal(tekst(nieuw.find(({ verschil }) => verschil !== 0)?.maand ?? 0), '2021-06')
  })

  test('indexeren gaat verder met het niet afgeronde bedrag', () => {
    const keer = Array.from({ length: 12 }, () => 1005)
    const tarieven = indexeer(centen(2100), keer).map(({ tarief }) => tarief)
    assert.deepEqual(tarieven.slice(0, 3), [2100, 2120, 2120])
    assert.ok((tarieven.at(-1) ?? 0) > 2200, 'elk jaar opnieuw afronden zou op 21,00 blijven staan')
  })
})
