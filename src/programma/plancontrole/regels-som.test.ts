import { bedrag, beschikbaar, PROGRAMMA, testplan } from '#programma/plancontrole/testplan.ts'
import { A, B, G, metA, metAB, toets } from '#programma/plancontrole/toets.ts'

toets([
  {
    regel: 'zelfde-bedrag',
    wat: 'twee plaatsen, twee bedragen',
    mis: metA([bedrag('p', A, 18_500), bedrag('bijlage', A, 19_000)]),
    goed: metA([bedrag('p', A, 18_500), bedrag('bijlage', A, 18_500)]),
    ernst: 'fout',
    euro: 500,
  },
  {
    regel: 'zelfde-bedrag',
    wat: 'ruim twee miljoen is geen anderhalf miljoen',
    mis: metA([bedrag('p', A, 2_000_000, 'geheel', { benadering: 'ruim' }), bedrag('bijlage', A, 1_449_000)]),
    goed: metA([
      bedrag('p', A, 2_000_000, 'geheel', { benadering: 'ruim' }),
      bedrag('bijlage', A, 2_100_000),
    ]),
    ernst: 'waarschijnlijk',
  },
  {
    regel: 'zelfde-bedrag',
    wat: 'ongeveer is tien procent ruim',
    mis: metA([bedrag('p', A, 100, 'geheel', { benadering: 'circa' }), bedrag('bijlage', A, 111)]),
    goed: metA([bedrag('p', A, 100, 'geheel', { benadering: 'circa' }), bedrag('bijlage', A, 110)]),
    ernst: 'waarschijnlijk',
  },
  {
    regel: 'zelfde-bedrag',
    wat: 'het hele bedrag in één jaar of verdeeld',
    mis: metA([
      bedrag('p', A, 70, '2023'),
      bedrag('bijlage', A, 35, '2023'),
      bedrag('bijlage', A, 35, '2024'),
      bedrag('bijlage', A, 70),
    ]),
    goed: metA([
      bedrag('p', A, 35, '2023'),
      bedrag('bijlage', A, 35, '2023'),
      bedrag('bijlage', A, 35, '2024'),
      bedrag('bijlage', A, 70),
    ]),
    euro: 35,
    zegt: /zet het hele bedrag/u,
  },
  {
    regel: 'zelfde-bedrag',
    wat: 'een deel van de looptijd tegen de losse jaren',
    mis: metA([
      bedrag('p', A, 103, '2023..2024'),
      bedrag('bijlage', A, 58, '2023'),
      bedrag('bijlage', A, 44, '2024'),
    ]),
    goed: metA([
      bedrag('p', A, 103, '2023..2024'),
      bedrag('bijlage', A, 58, '2023'),
      bedrag('bijlage', A, 45, '2024'),
    ]),
    euro: 1,
  },
  {
    regel: 'som-van-jaren',
    wat: 'de jaren zijn samen iets anders',
    mis: metA([bedrag('tabel', A, 10, '2022'), bedrag('tabel', A, 20, '2023'), bedrag('tabel', A, 31)]),
    goed: metA([bedrag('tabel', A, 10, '2022'), bedrag('tabel', A, 20, '2023'), bedrag('tabel', A, 30)]),
    ernst: 'fout',
    euro: 1,
  },
  {
    regel: 'som-van-leden',
    wat: 'de rijen zijn samen iets anders',
    mis: metAB([bedrag('tabel', A, 10), bedrag('tabel', B, 20), bedrag('tabel', G, 40)]),
    goed: metAB([bedrag('tabel', A, 10), bedrag('tabel', B, 20), bedrag('tabel', G, 30)]),
    ernst: 'fout',
    euro: 10,
    zegt: /precies het bedrag van/u,
  },
  {
    regel: 'som-van-leden',
    wat: 'ook per kolom; een leeg vak is nul',
    mis: metAB([
      bedrag('tabel', A, 10, '2022'),
      bedrag('tabel', B, 20, '2023'),
      bedrag('tabel', G, 11, '2022'),
    ]),
    goed: metAB([
      bedrag('tabel', A, 10, '2022'),
      bedrag('tabel', B, 20, '2023'),
      bedrag('tabel', G, 10, '2022'),
    ]),
    euro: 1,
  },
  {
    regel: 'som-van-bronnen',
    wat: 'de bronnen zijn samen iets anders',
    mis: testplan({
      onderdelen: [{ id: 'a', bronnen: ['x', 'y'] }],
      bronnen: [{ id: 'x' }, { id: 'y' }],
      zinnen: [
        beschikbaar('tabel', 'bron:x', 5, '2022'),
        beschikbaar('tabel', 'bron:y', 5),
        beschikbaar('tabel', PROGRAMMA, 11),
      ],
    }),
    goed: testplan({
      onderdelen: [{ id: 'a', bronnen: ['x', 'y'] }],
      bronnen: [{ id: 'x' }, { id: 'y' }],
      zinnen: [
        beschikbaar('tabel', 'bron:x', 5, '2022'),
        beschikbaar('tabel', 'bron:y', 5),
        beschikbaar('tabel', PROGRAMMA, 10),
      ],
    }),
    ernst: 'fout',
    euro: 1,
  },
])
