import type { Plan } from '#programma/plan.ts'
import { bedrag, beschikbaar, PROGRAMMA, testplan } from '#programma/plancontrole/testplan.ts'
import { A, B, G, metA, metAB, toets } from '#programma/plancontrole/toets.ts'

const geldMetSluitpost = (post: number, totaal: number): Plan =>
  testplan({
    onderdelen: [{ id: 'a' }, { id: 'b' }, { id: 'post' }],
    zinnen: [
      bedrag('bijlage', A, 40, '2022'),
      bedrag('bijlage', A, 60, '2023'),
      bedrag('bijlage', A, 100),
      bedrag('bijlage', B, 100, '2023'),
      bedrag('bijlage', B, 100),
      bedrag('p', A, 100),
      bedrag('q', B, 100),
      bedrag('bijlage', 'onderdeel:post', post),
      bedrag('bijlage', PROGRAMMA, totaal),
      beschikbaar('hoofdstuk-geld', PROGRAMMA, 210),
    ],
  })

toets([
  {
    regel: 'som-over-plaatsen',
    wat: 'een groepstotaal tegen de rijen in de bijlage',
    mis: metAB([bedrag('p', G, 31), bedrag('bijlage', A, 10), bedrag('bijlage', B, 20), bedrag('pa', A, 11)]),
    goed: metAB([
      bedrag('p', G, 30),
      bedrag('bijlage', A, 10),
      bedrag('bijlage', B, 20),
      bedrag('pa', A, 10),
    ]),
    ernst: 'fout',
    euro: 1,
    zegt: /ontstaat bij ‘Roos a’/u,
  },
  {
    regel: 'som-over-plaatsen',
    wat: 'een groepstotaal tegen de paragrafen',
    mis: metAB([bedrag('p', G, 31), bedrag('pa', A, 10), bedrag('pb', B, 20)]),
    goed: metAB([bedrag('p', G, 30), bedrag('pa', A, 10), bedrag('pb', B, 20)]),
    euro: 1,
  },
  {
    regel: 'som-over-plaatsen',
    wat: 'twee plaatsen zonder totaal, twee leden anders',
    mis: metAB([
      bedrag('p', A, 70, '2023'),
      bedrag('p', B, 50, '2023'),
      bedrag('bijlage', A, 35, '2023'),
      bedrag('bijlage', B, 25, '2023'),
    ]),
    goed: metAB([
      bedrag('p', A, 70, '2023'),
      bedrag('p', B, 50, '2023'),
      bedrag('bijlage', A, 70, '2023'),
      bedrag('bijlage', B, 25, '2023'),
    ]),
    euro: 60,
  },
  {
    regel: 'per-jaar',
    wat: 'het totaal is geen heel aantal jaren',
    mis: metA([bedrag('p', A, 30, 'geheel', { perJaar: true }), bedrag('p', A, 125)]),
    goed: metA([bedrag('p', A, 25, 'geheel', { perJaar: true }), bedrag('p', A, 125)]),
    ernst: 'fout',
  },
  {
    regel: 'per-jaar',
    wat: 'vier jaar in een programma van vijf',
    mis: metA([bedrag('p', A, 30, 'geheel', { perJaar: true }), bedrag('p', A, 120)]),
    goed: metA([bedrag('p', A, 30, '2023..2026', { perJaar: true }), bedrag('p', A, 120)]),
    ernst: 'waarschijnlijk',
    zegt: /het programma duurt er 5/u,
  },
  {
    regel: 'beschikbaar-en-lasten',
    wat: 'het kost meer dan er is',
    mis: metA([beschikbaar('hoofdstuk-geld', PROGRAMMA, 2_972_068), bedrag('bijlage', PROGRAMMA, 2_979_068)]),
    goed: metA([
      beschikbaar('hoofdstuk-geld', PROGRAMMA, 2_972_068),
      bedrag('bijlage', PROGRAMMA, 2_972_068),
    ]),
    ernst: 'fout',
    euro: 7000,
    zegt: /een 2 of een 9/u,
  },
  {
    regel: 'beschikbaar-en-lasten',
    wat: 'er blijft over',
    mis: metAB([beschikbaar('p', G, 100), bedrag('pa', A, 60), bedrag('pb', B, 39)]),
    goed: metAB([beschikbaar('p', G, 100), bedrag('pa', A, 60), bedrag('pb', B, 40)]),
    ernst: 'waarschijnlijk',
    euro: 1,
  },
  {
    regel: 'sluitpost',
    wat: 'een post die een betwist totaal rond maakt',
    mis: geldMetSluitpost(15, 215),
    goed: metAB([bedrag('bijlage', A, 1), bedrag('bijlage', B, 1), bedrag('bijlage', G, 2)]),
    ernst: 'fout',
    euro: 15,
    zegt: /€\s10 bij totaal €\s210/u,
  },
  {
    regel: 'sluitpost',
    wat: 'het totaal is niet betwist',
    mis: geldMetSluitpost(10, 210),
    goed: metA([]),
    ernst: 'aandacht',
  },
])
