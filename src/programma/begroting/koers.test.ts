import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { koersVan } from '#programma/begroting/koers.ts'
import { besteedPerMaand, maandstanden, uitputtingzin } from '#programma/begroting/uitputting.ts'

const rij = (naWijziging: number, vrij: number, verwachting?: { verschil: number; zonder: number }) => ({
  bedragen: {
    primitief: centen(0),
    wijzigingen: centen(0),
    naWijziging: centen(naWijziging),
    verplicht: centen(0),
    gerealiseerd: centen(naWijziging - vrij),
    vrij: centen(vrij),
    overheveling: centen(0),
  },
  verwachting: verwachting && {
    bedrag: centen(naWijziging - verwachting.verschil),
    verschil: centen(verwachting.verschil),
    met: 1,
    zonder: verwachting.zonder,
  },
})

for (const [wat, invoer, soort, zin] of [
  ['te veel uitgegeven', rij(100_00, -5_00), 'bijsturen', /€\s5 meer vastgelegd en besteed/u],
  ['een tekort verwacht', rij(100_00, 20_00, { verschil: -7_00, zonder: 0 }), 'let-op', /€\s7 te kort/u],
  ['genoeg verwacht', rij(100_00, 20_00, { verschil: 3_00, zonder: 0 }), 'op-koers', /€\s3 over/u],
  [
    'een prognose onder wat er al besteed is',
    rij(100_00, 2_00, { verschil: 7_00, zonder: 0 }),
    'op-koers',
    /De prognose is wel lager/u,
  ],
  ['precies op', rij(100_00, 20_00, { verschil: 0, zonder: 0 }), 'op-koers', /precies op/u],
  [
    'niet van elk jaar een prognose',
    rij(100_00, 20_00, { verschil: 3_00, zonder: 1 }),
    'geen-gegevens',
    /niet van elk jaar/u,
  ],
  ['geen prognose', rij(100_00, 20_00), 'geen-gegevens', /niet van elk jaar/u],
  ['geen begroting', rij(0, 0), 'geen-gegevens', /geen geld begroot/u],
] as const)
  test(`koers: ${wat}`, () => {
    const koers = koersVan(invoer)
    assert.equal(koers.soort, soort)
    assert.match(koers.zin, zin)
  })

const som = (maand: string, rekeningsoort: 'ruimte' | 'verplicht' | 'realisatie', bedrag: number) => ({
  maand,
  rekeningsoort,
  bedragCent: centen(bedrag),
})

test('maanden tellen op vanaf januari; wat ervoor gebeurde telt mee in januari, wat erna kwam in december', () => {
  const sommen = [
    som('2023-11', 'ruimte', 100),
    som('2024-02', 'ruimte', -30),
    som('2024-02', 'realisatie', 30),
    som('2025-01', 'ruimte', -20),
    som('2025-01', 'realisatie', 20),
  ]
  const heel = maandstanden(2024, sommen, datum('2025-03-01'))
  assert.equal(heel.length, 12)
  assert.deepEqual(besteedPerMaand(heel), [0, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 50])
  assert.ok(heel.every(({ begroot }) => begroot === 100))
  assert.equal(maandstanden(2024, sommen, datum('2024-02-03')).length, 2)
  assert.deepEqual(maandstanden(2024, sommen, datum('2023-12-31')), [])
})

test('de zin bij besteding in de tijd', () => {
  const stand = (begroot: number, verplicht: number, gerealiseerd: number) => ({
    begroot: centen(begroot),
    verplicht: centen(verplicht),
    gerealiseerd: centen(gerealiseerd),
  })
  assert.match(uitputtingzin(2024, stand(100_00, 0, 40_00)), /€\s40 besteed van €\s100; €\s60 is nog vrij/u)
  assert.match(uitputtingzin(2024, stand(100_00, 10_00, 40_00)), /€\s10 ligt vast en €\s50 is nog vrij/u)
  assert.match(uitputtingzin(2024, stand(100_00, 90_00, 40_00)), /€\s30 te veel/u)
})
