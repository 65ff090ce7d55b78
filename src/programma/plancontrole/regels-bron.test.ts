import type { Plan } from '#programma/plan.ts'
import { bedrag, beschikbaar, testplan, zin } from '#programma/plancontrole/testplan.ts'
import { A, toets } from '#programma/plancontrole/toets.ts'

const uitBron = (ontvangsten: [number | null, number][], uit: [number, number][], extra = {}): Plan =>
  testplan({
    onderdelen: [{ id: 'a', bronnen: ['x'] }],
    bronnen: [
      {
        id: 'x',
        ontvangsten: ontvangsten.map(([jaar, euro]) => ({ naam: 'geld', jaar, bedragCent: euro * 100 })),
        ...extra,
      },
    ],
    raming: uit.map(([jaar, euro]) => ({ onderdeel: 'a', jaar, bron: 'x', bedragCent: euro * 100 })),
  })

const metBronnen = (dekking: string[][], extra: ReturnType<typeof zin>[] = []): Plan =>
  testplan({
    onderdelen: [{ id: 'a', bronnen: ['x', 'y'] }],
    bronnen: [{ id: 'x' }, { id: 'y' }],
    zinnen: [...dekking.map((bronnen, i) => zin('dekking', `p${i}`, A, { bronnen })), ...extra],
  })

function pick({ plaatsen, vermeldingen }: Plan): Pick<Plan, 'plaatsen' | 'vermeldingen'> {
  return { plaatsen, vermeldingen }
}

toets([
  {
    regel: 'verloop',
    wat: 'het geld is op',
    mis: uitBron(
      [[2022, 100]],
      [
        [2022, 60],
        [2023, 41],
      ],
    ),
    goed: uitBron(
      [
        [2022, 60],
        [2023, 41],
      ],
      [
        [2022, 60],
        [2023, 41],
      ],
    ),
    ernst: 'fout',
    euro: 1,
  },
  {
    regel: 'verloop',
    wat: 'het sluit alleen door mee te nemen',
    mis: uitBron(
      [[2022, 100]],
      [
        [2022, 60],
        [2023, 40],
      ],
    ),
    goed: uitBron(
      [[2022, 100]],
      [
        [2022, 60],
        [2023, 40],
      ],
      { voorwaarden: 'Wat overblijft, gaat mee naar het volgende jaar.' },
    ),
    ernst: 'waarschijnlijk',
    euro: 40,
  },
  {
    regel: 'verloop',
    wat: 'aan het eind is er over',
    mis: uitBron([[2022, 100]], [[2022, 60]], { soort: 'reserve' }),
    goed: uitBron([[2022, 60]], [[2022, 60]], { soort: 'reserve' }),
    ernst: 'aandacht',
    euro: 40,
  },
  {
    regel: 'raming',
    wat: 'een ontvangst die anders is dan de tekst',
    mis: {
      ...uitBron([[2022, 60]], [[2022, 60]]),
      ...pick(testplan({ bronnen: [{ id: 'x' }], zinnen: [beschikbaar('p', 'bron:x', 50, '2022')] })),
    },
    goed: {
      ...uitBron([[2022, 60]], [[2022, 60]]),
      ...pick(testplan({ bronnen: [{ id: 'x' }], zinnen: [beschikbaar('p', 'bron:x', 60, '2022')] })),
    },
    euro: 10,
  },
  {
    regel: 'raming',
    wat: 'een geldend bedrag dat anders is dan zijn herkomst',
    mis: testplan({
      onderdelen: [{ id: 'a' }],
      zinnen: [bedrag('p', A, 50, '2022')],
      raming: [{ onderdeel: 'a', jaar: 2022, bron: null, bedragCent: 5100, vermelding: 'v0' }],
    }),
    goed: testplan({
      onderdelen: [{ id: 'a' }],
      zinnen: [bedrag('p', A, 50, '2022')],
      raming: [{ onderdeel: 'a', jaar: 2022, bron: null, bedragCent: 5000, vermelding: 'v0' }],
    }),
    euro: 1,
  },
  {
    regel: 'dekking',
    wat: 'twee plaatsen, andere bronnen',
    mis: metBronnen([['x'], ['x', 'y']]),
    goed: metBronnen([
      ['y', 'x'],
      ['x', 'y'],
    ]),
    ernst: 'waarschijnlijk',
  },
  {
    regel: 'dekking',
    wat: 'wie geld inbrengt, wordt niet genoemd',
    mis: metBronnen([['x']], [beschikbaar('tabel', 'bron:y', 5)]),
    goed: metBronnen([['x', 'y']], [beschikbaar('tabel', 'bron:y', 5)]),
    zegt: /brengt wel geld in: ‘Bron y’/u,
  },
  {
    regel: 'structureel-uit-incidenteel',
    wat: 'blijvend werk uit tijdelijk geld',
    mis: testplan({
      onderdelen: [{ id: 'a', aard: 'structureel', bronnen: ['x'] }],
      bronnen: [{ id: 'x', aard: 'incidenteel' }],
    }),
    goed: testplan({
      onderdelen: [{ id: 'a', aard: 'structureel', bronnen: ['x', 'y'] }],
      bronnen: [
        { id: 'x', aard: 'incidenteel' },
        { id: 'y', aard: 'structureel' },
      ],
    }),
    ernst: 'waarschijnlijk',
  },
  {
    regel: 'ontvangst-buiten-periode',
    wat: 'geld van vóór het programma',
    mis: uitBron([[2021, 10]], [[2022, 10]]),
    goed: uitBron([[2022, 10]], [[2022, 10]]),
    ernst: 'aandacht',
    euro: 10,
  },
])
