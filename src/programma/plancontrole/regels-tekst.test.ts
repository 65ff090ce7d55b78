import type { Plan } from '#programma/plan.ts'
import { bedrag, ding, testplan, zin } from '#programma/plancontrole/testplan.ts'
import { A, B, G, metA, metAB, naam, toets } from '#programma/plancontrole/toets.ts'

const verwijst = (codes: string[], bedoelt: string[]): Plan =>
  testplan({
    groepen: ['g'],
    onderdelen: [
      { id: 'a', groep: 'g' },
      { id: 'b', groep: 'g' },
    ],
    plaatsen: [
      { id: 'een', code: '1', over: [ding(G)] },
      { id: 'twee', code: '1.1', over: [ding(A)] },
      { id: 'drie', code: '1.2', over: [ding(B)] },
    ],
    zinnen: [zin('verwijzing', 'p', G, { codes, bedoelt: bedoelt.map(ding) })],
  })

const opgesomd = (leden: { naam: string; ding?: unknown }[], totaal: number): Plan =>
  metAB([
    zin('leden', 'p', G, { leden }),
    bedrag('pa', A, 30),
    bedrag('pb', B, 12),
    bedrag('bijlage', G, totaal),
  ])
/** Onderdeel 1.9 en 1.10, elk met zijn regel in de tabel. */
const genummerd = ([negen, tien]: [number, number]): Plan =>
  testplan({
    onderdelen: [
      { id: 'a', code: '1.9' },
      { id: 'b', code: '1.10' },
    ],
    zinnen: [
      zin('naam', 'tabel', A, { naam: 'Roos', regels: [negen, negen] }),
      zin('naam', 'tabel', B, { naam: 'Wilg', regels: [tien, tien] }),
    ],
  })
const lidA = { naam: 'a', ding: ding(A) }
const lidB = { naam: 'b', ding: ding(B) }

toets([
  {
    regel: 'verwijzing',
    wat: 'een nummer dat er niet is',
    mis: verwijst(['Par. 9.9.'], [G]),
    goed: verwijst(['Par. 1.'], [G]),
    ernst: 'waarschijnlijk',
  },
  {
    regel: 'verwijzing',
    wat: 'een onderdeel in plaats van de groep',
    mis: verwijst(['1.1'], [G]),
    goed: verwijst(['1'], [G]),
    ernst: 'fout',
    zegt: /Daarover gaat paragraaf 1\./u,
  },
  {
    regel: 'verwijzing',
    wat: 'twee dingen, één nummer',
    mis: verwijst(['1.2'], [A, B]),
    goed: verwijst(['1.1', '1.2'], [A, B]),
    ernst: 'aandacht',
  },
  {
    regel: 'opsomming',
    wat: 'één lid overgeslagen',
    mis: opgesomd([lidA], 42),
    goed: opgesomd([lidA, lidB], 42),
    ernst: 'fout',
    euro: 12,
  },
  {
    regel: 'opsomming',
    wat: 'een lid zonder eigen regel',
    mis: opgesomd([lidA, lidB, { naam: 'c' }], 42),
    goed: opgesomd([lidB, lidA], 42),
    ernst: 'aandacht',
    zegt: /‘c’/u,
  },
  {
    regel: 'aantal',
    wat: 'drie genoemd, twee in het plan',
    mis: metAB([zin('aantal', 'p', G, { van: 3, tot: 4 })]),
    goed: metAB([zin('aantal', 'p', G, { van: 1, tot: 2 })]),
    ernst: 'waarschijnlijk',
  },
  {
    regel: 'niet-gesplitst',
    wat: 'één bedrag voor twee kinderen',
    mis: testplan({
      onderdelen: [{ id: 'a' }, { id: 'b', ouder: 'a' }, { id: 'c', ouder: 'a' }],
      zinnen: [bedrag('p', A, 3), bedrag('bijlage', B, 1), bedrag('bijlage', 'onderdeel:c', 2)],
    }),
    goed: testplan({
      onderdelen: [{ id: 'a' }, { id: 'b', ouder: 'a' }, { id: 'c', ouder: 'a' }],
      zinnen: [bedrag('bijlage', A, 3), bedrag('bijlage', B, 1), bedrag('bijlage', 'onderdeel:c', 2)],
    }),
    ernst: 'aandacht',
  },
  {
    regel: 'schrijfwijze',
    wat: 'een letter te veel',
    mis: metA([naam('Wet Wamps')], { titel: 'Wet Wams' }),
    goed: metA([naam('Wet Wams')], { titel: 'Wet Wams' }),
    ernst: 'waarschijnlijk',
    zegt: /‘wamps’ en ‘wams’/u,
  },
  {
    regel: 'schrijfwijze',
    wat: 'een ander eind van een lang woord, maar geen meervoud',
    mis: metA([naam('Nabuurschap')], { titel: 'Nabuurkracht' }),
    goed: metA([naam('Nabuurkrachten')], { titel: 'Nabuurkracht' }),
  },
  {
    regel: 'andere-naam',
    wat: 'geen woord gelijk',
    mis: metA([naam('Huis van de wijk')], { titel: 'Inloop Noord' }),
    goed: metA([naam('Huis van de wijk')], { titel: 'Inloop Noord', aliassen: ['huis van de Wijk'] }),
    ernst: 'waarschijnlijk',
  },
  {
    regel: 'andere-naam',
    wat: 'deels andere woorden',
    mis: metA([naam('Inloop dorpshuis')], { titel: 'Inloop Noord' }),
    goed: metA([naam('Inloop')], { titel: 'Inloop Noord' }),
    ernst: 'aandacht',
  },
  {
    regel: 'verwisselbaar',
    wat: 'een naam die meer op een ander lijkt',
    mis: testplan({
      onderdelen: [
        { id: 'a', titel: 'Innovaties in de zorg' },
        { id: 'b', titel: 'Innovatie en projecten' },
      ],
      zinnen: [naam('Project Zorginnovatie')],
    }),
    goed: testplan({
      onderdelen: [
        { id: 'a', titel: 'Inloop Smilde' },
        { id: 'b', titel: 'Inloop Bovensmilde' },
      ],
    }),
    ernst: 'waarschijnlijk',
  },
  {
    regel: 'nummer',
    wat: 'één nummer met twee letters',
    mis: testplan({
      onderdelen: [
        { id: 'a', code: '1.a' },
        { id: 'b', code: '1.b' },
      ],
    }),
    goed: testplan({
      onderdelen: [
        { id: 'a', code: '1' },
        { id: 'b', code: '1', ouder: 'a' },
      ],
    }),
    ernst: 'aandacht',
  },
  {
    regel: 'nummer',
    wat: 'twee paragrafen met hetzelfde nummer',
    mis: testplan({
      plaatsen: [
        { id: 'een', code: '1' },
        { id: 'twee', code: '1' },
      ],
    }),
    goed: testplan({
      plaatsen: [
        { id: 'een', code: '1' },
        { id: 'twee', code: '1', soort: 'tabel' },
      ],
    }),
    ernst: 'aandacht',
  },
  {
    regel: 'volgorde',
    wat: 'de tweede rij hoort eerst',
    mis: genummerd([9, 8]),
    goed: genummerd([8, 9]),
    ernst: 'aandacht',
    zegt: /‘Roos a’ lager/u,
  },
])
