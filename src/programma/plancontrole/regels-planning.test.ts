import { bedrag } from '#programma/plancontrole/testplan.ts'
import { A, B, G, looptijd, metA, metAB, toets } from '#programma/plancontrole/toets.ts'

toets([
  {
    regel: 'looptijd',
    wat: 'een ander eind',
    mis: metA([looptijd({ van: '2019', tot: '2021' }), looptijd({ van: '2019', tot: '2022' })]),
    goed: metA([looptijd({ van: '2019', tot: '2021' }), looptijd({ van: '2019', tot: '2021-06' })]),
    ernst: 'fout',
  },
  {
    regel: 'looptijd',
    wat: 'een eerder begin kan ander werk zijn',
    mis: metA([looptijd({ van: '2022', tot: '2023' }), looptijd({ van: '2021-Q4' })]),
    goed: metA([looptijd({ van: '2022', tot: '2023' }), looptijd({ van: '2022-01' })]),
    ernst: 'waarschijnlijk',
  },
  {
    regel: 'looptijd',
    wat: 'achttien maanden van januari 2023 tot juni 2025',
    mis: metA([looptijd({ maanden: 18 }), looptijd({ van: '2023-01', tot: '2025-06' })]),
    goed: metA([looptijd({ maanden: 30 }), looptijd({ van: '2023-01', tot: '2025-06' })]),
    ernst: 'fout',
    zegt: /18 maanden, maar/u,
  },
  {
    regel: 'looptijd',
    wat: 'vier jaar in een periode van vijf jaren',
    mis: metA([looptijd({ maanden: 48 }), looptijd({ van: '2022', tot: '2026' })]),
    goed: metA([looptijd({ maanden: 60 }), looptijd({ van: '2022', tot: '2026' })]),
    ernst: 'waarschijnlijk',
  },
  {
    regel: 'jaartal',
    wat: 'vijf cijfers',
    mis: metA([looptijd({ tot: '2022', letterlijk: 'programma 20219 - 2022' })]),
    goed: metA([looptijd({ tot: '2022', letterlijk: 'programma 2019 - 2022, voor € 20.219' })]),
    ernst: 'fout',
  },
  {
    regel: 'jaartal',
    wat: 'het eind vóór het begin',
    mis: metA([looptijd({ van: '2024', tot: '2023' })]),
    goed: metA([looptijd({ van: '2023-06', tot: '2023' })]),
    ernst: 'fout',
  },
  {
    regel: 'jaartal',
    wat: 'ook in de planning',
    mis: metA([], { planning: { van: '2024', tot: '2023' } }),
    goed: metA([], { planning: { van: '2023', tot: '2024' } }),
    ernst: 'fout',
  },
  {
    regel: 'geld-buiten-looptijd',
    wat: 'geld na het eind',
    mis: metA([looptijd({ van: '2022', tot: '2023' }), bedrag('bijlage', A, 5, '2024')]),
    goed: metA([looptijd({ van: '2022', tot: '2023' }), bedrag('bijlage', A, 5, '2023')]),
    ernst: 'waarschijnlijk',
    euro: 5,
  },
  {
    regel: 'geld-buiten-looptijd',
    wat: 'geld vóór een begin dat nog open is',
    mis: metA([looptijd({ van: '2023' }), bedrag('bijlage', A, 5, '2022')]),
    goed: metA([looptijd({ van: '2022' }), bedrag('bijlage', A, 5, '2022')]),
    ernst: 'aandacht',
  },
  {
    regel: 'looptijd-zonder-geld',
    wat: 'een jaar zonder bedrag',
    mis: metA([looptijd({ van: '2022', tot: '2023' }), bedrag('bijlage', A, 5, '2022')], {}, { tot: '2023' }),
    goed: metA(
      [looptijd({ van: '2022', tot: '2022' }), bedrag('bijlage', A, 5, '2022')],
      {},
      { tot: '2022' },
    ),
    ernst: 'aandacht',
    zegt: /2023/u,
  },
  {
    regel: 'looptijd-zonder-geld',
    wat: 'een groep met een leeg jaar',
    mis: metAB(
      [
        looptijd({ van: '2022', tot: '2023' }, G),
        bedrag('bijlage', A, 5, '2023'),
        bedrag('bijlage', B, 5, '2023'),
      ],
      { tot: '2023' },
    ),
    goed: metAB(
      [
        looptijd({ van: '2023', tot: '2023' }, G),
        bedrag('bijlage', A, 5, '2023'),
        bedrag('bijlage', B, 5, '2023'),
      ],
      { van: '2023', tot: '2023' },
    ),
    ernst: 'waarschijnlijk',
    zegt: /‘Groep g’/u,
  },
  {
    regel: 'deel-van-een-jaar',
    wat: 'een heel jaarbedrag voor drie maanden',
    mis: metA([bedrag('bijlage', A, 12_500, '2022'), bedrag('bijlage', A, 30_000, '2023')], {
      planning: { van: '2022-10-01' },
    }),
    goed: metA([bedrag('bijlage', A, 7500, '2022'), bedrag('bijlage', A, 30_000, '2023')], {
      planning: { van: '2022-10-01' },
    }),
    ernst: 'aandacht',
    euro: 5000,
  },
])
