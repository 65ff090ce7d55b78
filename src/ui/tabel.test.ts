import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centen } from '#basis/geld.ts'
import { type Kolom, Tabel, type TabelProps } from '#ui/tabel.tsx'

type Rij = { naam: string; bedrag: number | undefined; aantal: number }

const KOLOMMEN: readonly Kolom<Rij>[] = [
  { sleutel: 'naam', kop: 'Onderdeel', cel: (rij) => rij.naam },
  {
    sleutel: 'bedrag',
    kop: 'Bedrag, €',
    soort: 'bedrag',
    cel: (rij) => (rij.bedrag === undefined ? undefined : centen(rij.bedrag)),
  },
  { sleutel: 'aantal', kop: 'Aantal', soort: 'getal', cel: (rij) => rij.aantal },
]

const RIJEN: readonly Rij[] = [
  { naam: 'Inloop', bedrag: 140300000, aantal: 1204 },
  { naam: 'Mediation', bedrag: undefined, aantal: 0 },
  { naam: 'Drukwerk', bedrag: 31050, aantal: 3 },
]

const html = (props: Partial<TabelProps<Rij>>): string =>
  String(Tabel({ bijschrift: 'Alle onderdelen', kolommen: KOLOMMEN, rijen: RIJEN, ...props }))

const cellen = (tekst: string): string[] =>
  [...tekst.matchAll(/<td[^>]*>(.*?)<\/td>/gu)].map(([, cel = '']) => cel.replace(/<[^>]+>/gu, ''))

test('bedragen en aantallen staan in Nederlandse notatie, rechts, met een woord waar niets is', () => {
  assert.deepEqual(cellen(html({})), ['1.403.000', '1.204', '–geen bedrag', '0', '310,50', '3'])
  assert.match(html({}), /<td class="utrecht-table__cell oz-rechts" data-kop="Bedrag, €">1\.403\.000/u)
})

test('elke kop weet waar hij bij hoort', () => {
  const tekst = html({})
  assert.equal(tekst.match(/<th scope="col"/gu)?.length, 3)
  assert.equal(tekst.match(/<th scope="row"/gu)?.length, 3)
  assert.match(tekst, /<caption[^>]*>Alle onderdelen<\/caption>/u)
})

test('een andere kolom kan de rij haar naam geven', () => {
  const tekst = html({
    kolommen: KOLOMMEN.map((kolom) => ({ ...kolom, rijkop: kolom.sleutel === 'aantal' })),
  })
  assert.match(tekst, /<th scope="row"[^>]*>1\.204<\/th>/u)
})

test('groepen en totalen', () => {
  const totaal = { kop: 'Samen', cellen: { bedrag: centen(500) } }
  const tekst = html({ rijen: [], groepen: [{ kop: 'Nieuw', rijen: RIJEN, totaal }], totaal })
  assert.match(tekst, /<th scope="rowgroup" colspan="3"[^>]*>Nieuw<\/th>/u)
  assert.equal(tekst.match(/oz-tabel__totaal/gu)?.length, 2)
  assert.match(tekst, /<tfoot>/u)
  assert.deepEqual(cellen(tekst).slice(-2), ['5', ''])
})

test('een totaal van nul is nul, en geen streepje', () => {
  const tekst = html({ totaal: { kop: 'Samen', cellen: { bedrag: centen(0) } } })
  assert.deepEqual(cellen(tekst).slice(-2), ['0', ''])
})

test('zonder rijen zegt de tabel wat er aan de hand is', () => {
  assert.deepEqual(cellen(html({ rijen: [], leeg: 'Niets past.' })), ['Niets past.'])
  assert.deepEqual(cellen(html({ rijen: [], groepen: [{ kop: 'Leeg', rijen: [] }] })), [
    'Er is niets gevonden.',
  ])
})

test('sorteren is een link die zegt wat hij doet', () => {
  const sorteer = (richting?: 'op' | 'neer') =>
    html({
      kolommen: [
        { sleutel: 'naam', kop: 'Naam', cel: (rij) => rij.naam, sorteer: { href: '?s=naam', richting } },
      ],
    })
  assert.match(sorteer('op'), /aria-sort="ascending"/u)
  assert.match(sorteer('op'), /aflopend sorteren/u)
  assert.match(sorteer('neer'), /aria-sort="descending"/u)
  assert.match(
    sorteer(),
    /<a class="oz-tabel__sorteer" href="\?s=naam">Naam<span class="oz-vh">, oplopend sorteren/u,
  )
  assert.ok(!sorteer().includes('aria-sort'))
})

test('wie kan schuiven, is met het toetsenbord bereikbaar; wie past, staat niet in de weg', () => {
  assert.match(
    html({ smal: 'schuif' }),
    /<section class="oz-tabelraam" aria-labelledby="[^"]+" tabindex="0">/u,
  )
  assert.ok(!html({}).includes('tabindex'))
})

test('een bedrag met een adres is een link, een leeg bedrag niet, en tekst blijft tekst', () => {
  const tekst = html({
    kolommen: KOLOMMEN.map((kolom) => ({ ...kolom, href: (rij: Rij) => `#${rij.aantal}` })),
    rijen: [...RIJEN, { naam: '<b>', bedrag: 100, aantal: 7 }],
    totaal: { kop: 'Samen', cellen: { bedrag: centen(500) }, hrefs: { bedrag: '#alles' } },
  })
  assert.match(tekst, /href="#1204">1\.403\.000<\/a>/u)
  assert.match(tekst, /<td[^>]*data-kop="Bedrag, €"><span class="oz-stil oz-geen">/u)
  assert.match(tekst, /href="#7">&lt;b&gt;<\/a>/u)
  assert.match(tekst, /href="#alles">5<\/a>/u)
})

test('een brede tabel is met het toetsenbord te schuiven, en sommen en diepte zijn te zien', () => {
  const tekst = html({
    breed: true,
    diepte: (rij) => (rij.aantal === 0 ? 0 : 2),
    toonRij: (rij) => (rij.aantal === 0 ? 'som' : undefined),
  })
  assert.match(tekst, /<section class="oz-tabelraam oz-tabelraam--breed"[^>]*tabindex="0"/u)
  assert.equal(tekst.match(/oz-tabel__diep--2/gu)?.length, 2)
  assert.equal(tekst.match(/oz-tabel__rij--som/gu)?.length, 1)
})
