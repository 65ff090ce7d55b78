import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { fragmentdelen, groepeer, zoekzin } from '#programma/zoeken/zoeken.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const beeld = planbeeldVan(voorbeeldplan('gm1731'))
const treffer = (soort: Parameters<typeof groepeer>[1][number]['soort'], sleutel: string) => ({
  soort,
  sleutel,
  titel: 'Titel',
  fragment: 'een «woord» erin',
})

test('gevonden woorden zijn gemerkt', () => {
  assert.deepEqual(fragmentdelen('een «woord» erin'), [
    { tekst: 'een ', raak: false },
    { tekst: 'woord', raak: true },
    { tekst: ' erin', raak: false },
  ])
})

test('van een fragment gaat geen letter verloren, ook niet met losse tekens erin', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '«', '»', '<', ' ') }), (tekst) => {
      const zonder = (woorden: string): string => woorden.replace(/[«»]/gu, '')
      assert.equal(
        zonder(
          fragmentdelen(tekst)
            .map((deel) => deel.tekst)
            .join(''),
        ),
        zonder(tekst),
      )
    }),
  )
})

test('elke soort krijgt haar eigen pagina', () => {
  const bestaand = {
    onderdeel: 'oco',
    groep: 'grip-op-de-kosten',
    doel: 'innovatie',
    bron: 'invoering-bw',
    mijlpaal: `steunouders/${beeld.onderdeel.get('steunouders')?.mijlpalen[0]?.id}`,
    programma: 'sociaal-domein-2022-2026',
    vermelding: 'h4-totaal',
  } as const
  const treffers = Object.entries(bestaand).map(([soort, sleutel]) =>
    treffer(soort as keyof typeof bestaand, sleutel),
  )
  assert.deepEqual(
    groepeer(beeld, treffers, '').map(({ soort, resultaten }) => [soort, resultaten[0]?.adres]),
    [
      ['onderdeel', '/onderdelen/oco'],
      ['groep', '/groepen/grip-op-de-kosten'],
      ['doel', '/doelen/innovatie'],
      ['bron', '/bronnen/invoering-bw'],
      ['mijlpaal', '/onderdelen/steunouders#planning'],
      ['programma', '/'],
      ['vermelding', '/vermeldingen/h4-totaal'],
    ],
  )
})

test('wat in deze versie niet bestaat, staat er niet', () => {
  const weg = (['onderdeel', 'groep', 'doel', 'bron', 'mijlpaal', 'vermelding'] as const).map((soort) =>
    treffer(soort, 'bestaat-niet'),
  )
  assert.deepEqual(groepeer(beeld, weg, ''), [])
})

test('een nummer of een stuk van een woord vindt ook, zonder dubbel', () => {
  const [onderdelen] = groepeer(beeld, [treffer('onderdeel', 'oco')], '5.3.4')
  assert.equal(onderdelen?.resultaten.length, 1)
  const [stuk] = groepeer(beeld, [], 'voorzieningen')
  assert.ok(stuk?.resultaten.some(({ adres }) => adres === '/onderdelen/inloopvoorzieningen'))
})

test('de zin telt, en zegt als er meer is', () => {
  const groepen = groepeer(beeld, [treffer('onderdeel', 'oco')], '')
  assert.equal(zoekzin([], 'x', false), 'Niets gevonden voor ‘x’.')
  assert.equal(zoekzin(groepen, 'x', false), '1 resultaat voor ‘x’.')
  assert.match(zoekzin(groepen, 'x', true), /Er is meer/u)
})
