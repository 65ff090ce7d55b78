import type { Plan } from '#programma/plan.ts'
import { bedrag, testplan } from '#programma/plancontrole/testplan.ts'
import { A, metA, toets } from '#programma/plancontrole/toets.ts'

const metDoel = (onderdeelDoelen: string[], indicatoren: unknown[] = []): Plan =>
  testplan({
    onderdelen: [{ id: 'a', doelen: onderdeelDoelen }],
    doelen: [{ id: 'd', indicatoren }],
    zinnen: [bedrag('p', A, 1)],
  })
const ONTVANGST = [{ naam: 'geld', jaar: 2022, bedragCent: 1 }]
const INDICATOR = { id: 'i', naam: 'Aantal', eenheid: 'mensen' }

toets([
  {
    regel: 'doel-en-activiteit',
    wat: 'een doel waar niemand aan werkt',
    mis: testplan({ doelen: [{ id: 'd' }] }),
    goed: metDoel(['d']),
    ernst: 'aandacht',
  },
  {
    regel: 'indicator',
    wat: 'een doel zonder indicator',
    mis: metDoel(['d']),
    goed: metDoel(['d'], [INDICATOR]),
    ernst: 'aandacht',
    zegt: /Geen enkel doel/u,
  },
  {
    regel: 'bedrag',
    wat: 'een onderdeel zonder bedrag',
    mis: testplan({
      onderdelen: [{ id: 'a' }, { id: 'b' }],
      raming: [{ onderdeel: 'a', jaar: 2022, bron: null, bedragCent: 1 }],
    }),
    goed: testplan({
      onderdelen: [{ id: 'a' }],
      raming: [{ onderdeel: 'a', jaar: 2022, bron: null, bedragCent: 1 }],
    }),
    ernst: 'aandacht',
  },
  {
    regel: 'bedrag',
    wat: 'een bedrag buiten de raming',
    mis: metA([bedrag('p', A, 1)]),
    goed: testplan({
      onderdelen: [{ id: 'a' }],
      zinnen: [bedrag('p', A, 1)],
      raming: [{ onderdeel: 'a', jaar: 2022, bron: null, bedragCent: 100 }],
    }),
    zegt: /raming/u,
  },
  {
    regel: 'bron',
    wat: 'een bron zonder bedrag',
    mis: testplan({ bronnen: [{ id: 'x' }], raming: [] }),
    goed: testplan({ bronnen: [{ id: 'x', ontvangsten: ONTVANGST }] }),
    ernst: 'aandacht',
  },
  {
    regel: 'bedrag',
    wat: 'een groep met geld en zonder onderdeel',
    mis: testplan({ groepen: ['g'], zinnen: [bedrag('p', 'groep:g', 1)] }),
    goed: testplan({
      groepen: ['g'],
      onderdelen: [{ id: 'a', groep: 'g' }],
      raming: [{ onderdeel: 'a', jaar: 2022, bron: null, bedragCent: 1 }],
      zinnen: [bedrag('p', 'groep:g', 1)],
    }),
    ernst: 'aandacht',
  },
  {
    regel: 'bron',
    wat: 'geld van het Rijk zonder verantwoording',
    mis: testplan({ bronnen: [{ id: 'x', soort: 'rijk', ontvangsten: ONTVANGST }] }),
    goed: testplan({ bronnen: [{ id: 'x', soort: 'rijk', verantwoording: 'sisa', ontvangsten: ONTVANGST }] }),
    ernst: 'aandacht',
  },
])
