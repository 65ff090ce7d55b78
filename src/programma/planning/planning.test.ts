import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Onderdeel } from '#programma/plan.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import {
  groepzin,
  laatsteGeldIn,
  leesPlanningfilter,
  looptijdzin,
  mijlpaalregels,
  past,
  planninggroepen,
  planningjaren,
  planningzin,
  rijVan,
  zonderTijd,
} from '#programma/planning/planning.ts'
import { kleinPlan } from '#test/plannen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const echt = planbeeldVan(voorbeeldplan('gm0000'))
const maak = (anders: Record<string, unknown>): Onderdeel =>
  Onderdeel.parse({ ...kleinPlan('gm0000').onderdelen[0], mijlpalen: [], ...anders })
const mijlpaal = (anders: Record<string, unknown> = {}) => ({
  id: 'm',
  wat: 'Open',
  wanneer: '2024-05',
  ...anders,
})

describe('de keuze in het adres', () => {
  for (const [vraag, verwacht] of [
    [{}, { jaar: undefined, wat: 'loopt' }],
    [
      { jaar: '2024', wat: 'eindigt' },
      { jaar: 2024, wat: 'eindigt' },
    ],
    [{ jaar: '24' }, { jaar: undefined, wat: 'loopt' }],
    [
      { jaar: '2024; drop', wat: 'x' },
      { jaar: undefined, wat: 'loopt' },
    ],
    [{ jaar: '3000' }, { jaar: undefined, wat: 'loopt' }],
  ] as const)
    test(JSON.stringify(vraag), () => assert.deepEqual(leesPlanningfilter(vraag), verwacht))
})

describe('wat bij een jaar hoort', () => {
  const heel = maak({ planning: { van: '2022', tot: '2024-09-01' } })
  const begin = maak({ planning: { van: '2023' } })
  const punt = maak({ planning: {}, mijlpalen: [mijlpaal()] })
  const gestopt = maak({ planning: { van: '2022', tot: '2026' }, beeindigd: { op: '2023', reden: 'x' } })
  for (const [naam, onderdeel, wat, jaren] of [
    ['loopt', heel, 'loopt', [2022, 2023, 2024]],
    ['begint', heel, 'begint', [2022]],
    ['eindigt', heel, 'eindigt', [2024]],
    ['alleen een begin', begin, 'loopt', [2023]],
    ['een begin eindigt nooit', begin, 'eindigt', []],
    ['een mijlpaal is ook iets', punt, 'loopt', [2024]],
    ['beëindigd gaat voor de planning', gestopt, 'eindigt', [2023]],
    ['na het einde loopt het niet meer', gestopt, 'loopt', [2022, 2023]],
  ] as const)
    test(naam, () => {
      const gevonden = [2021, 2022, 2023, 2024, 2025, 2026].filter((jaar) => past(onderdeel, { jaar, wat }))
      assert.deepEqual(gevonden, jaren)
    })

  test('zonder jaar hoort alles erbij', () => {
    assert.ok(past(maak({ planning: {} }), { jaar: undefined, wat: 'eindigt' }))
  })

  test('wat eindigt in 2024 in het echte plan', () => {
    const filter = { jaar: 2024, wat: 'eindigt' } as const
    const namen = planninggroepen(echt, filter, () => '/').flatMap(({ onderdelen }) =>
      onderdelen.map(({ id }) => id),
    )
    assert.deepEqual(namen, ['pilots-dorpen', 'pilot-witteveen'])
    assert.ok(laatsteGeldIn(echt, 2024).some(({ id }) => id === 'wams'))
    assert.deepEqual(laatsteGeldIn(echt, 2026), [])
  })
})

describe('op de tijdlijn', () => {
  for (const [naam, onderdeel, balken, punten] of [
    ['begin en einde', { planning: { van: '2023', tot: '2024', verwacht: true } }, ['2023 2024 true'], []],
    ['alleen een begin', { planning: { van: '2023' } }, [], ['2023 Begin, einde niet genoemd']],
    ['alleen een einde', { planning: { tot: '2023' } }, [], ['2023 Einde, begin niet genoemd']],
    [
      'de mijlpaal zegt het begin al',
      { planning: { van: '2024-05' }, mijlpalen: [mijlpaal()] },
      [],
      ['2024-05 Open'],
    ],
    ['mijlpaal zonder datum', { planning: {}, mijlpalen: [mijlpaal({ wanneer: null })] }, [], []],
    [
      'einde voor begin',
      { planning: { van: '2025', tot: '2023' } },
      [],
      ['2025 Begin, einde niet genoemd', '2023 Einde, begin niet genoemd'],
    ],
    [
      'eerder gestopt',
      { planning: { van: '2023', tot: '2026' }, beeindigd: { op: '2024', reden: 'x' } },
      ['2023 2024 undefined'],
      [],
    ],
  ] as const)
    test(naam, () => {
      const rij = rijVan(maak(onderdeel))
      assert.deepEqual(
        rij.balken.map(({ van, tot, verwacht }) => `${van} ${tot} ${verwacht}`),
        balken,
      )
      assert.deepEqual(
        rij.mijlpalen.map(({ op, tekst }) => `${op} ${tekst}`),
        punten,
      )
    })

  test('wat geen tijd heeft, staat niet op de lijn maar wel in de groep', () => {
    const groepen = planninggroepen(echt, { jaar: undefined, wat: 'loopt' }, () => '/')
    const alle = groepen.flatMap(({ onderdelen }) => onderdelen)
    const rijen = groepen.reduce((som, groep) => som + groep.rijen.length, 0)
    assert.equal(alle.length, echt.plan.onderdelen.length)
    assert.equal(rijen + alle.filter(zonderTijd).length, alle.length)
  })
})

describe('woorden', () => {
  for (const [planning, zin] of [
    [{ van: '2023', tot: '2023' }, '2023'],
    [{ van: '2023', tot: '2025-06', verwacht: true }, '2023 tot en met juni 2025 (verwacht)'],
    [{ van: '2023' }, 'vanaf 2023, einde niet genoemd'],
    [{ tot: '2023' }, 'tot en met 2023, begin niet genoemd'],
    [{}, 'geen begin en geen einde genoemd'],
  ] as const)
    test(zin, () => assert.equal(looptijdzin(maak({ planning })), zin))

  for (const [aantal, filter, zonder, zin] of [
    [0, { jaar: 2024, wat: 'eindigt' }, 0, 'Volgens het plan eindigt er niets in 2024.'],
    [1, { jaar: 2024, wat: 'eindigt' }, 0, 'In 2024 eindigt 1 onderdeel.'],
    [2, { jaar: 2024, wat: 'begint' }, 0, 'In 2024 beginnen 2 onderdelen.'],
    [3, { jaar: undefined, wat: 'loopt' }, 1, 'Bij 1 van de 3 onderdelen zegt het plan niet wanneer.'],
    [3, { jaar: undefined, wat: 'loopt' }, 0, 'Het plan zegt van alle 3 onderdelen iets over de tijd.'],
  ] as const)
    test(zin, () => assert.equal(planningzin(aantal, filter, zonder), zin))

  test('de kop van een groep', () => {
    const met = maak({ planning: { tot: '2024' } })
    const zonder = maak({ planning: {} })
    const zin = (onderdelen: Onderdeel[], jaar?: number) =>
      groepzin({ titel: 'A', onderdelen }, { jaar, wat: 'eindigt' })
    assert.equal(zin([met]), 'A: het onderdeel heeft een einde')
    assert.equal(zin([met, met]), 'A: alle 2 onderdelen hebben een einde')
    assert.equal(zin([zonder]), 'A: nergens staat wanneer het eindigt')
    assert.equal(zin([met, zonder]), 'A: 1 van 2 onderdelen heeft een einde')
    assert.equal(zin([met], 2024), 'A: 1 onderdeel eindigt in 2024')
    assert.equal(zin([met, met], 2024), 'A: 2 onderdelen eindigen in 2024')
  })
})

test('mijlpalen staan op volgorde, zonder datum achteraan', () => {
  const regels = mijlpaalregels(echt)
  const vakken = regels.map(({ mijlpaal: { wanneer } }) => wanneer)
  const eersteZonder = vakken.indexOf(null)
  assert.ok(eersteZonder > 0)
  assert.ok(vakken.slice(eersteZonder).every((vak) => vak === null))
  assert.deepEqual(
    mijlpaalregels(echt, 2024).map(({ mijlpaal: { wanneer } }) => wanneer?.slice(0, 4)),
    ['2024', '2024', '2024'],
  )
  assert.deepEqual(planningjaren(echt), [2021, 2022, 2023, 2024, 2025, 2026])
})
