import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import { type LijnReeks, tekenLijn } from '#ui/lijn.ts'
import { losBullet, losStanden, losWaterval } from '#ui/los/rijen.tsx'
import { losLijn, losSankey } from '#ui/los/vlak.tsx'

const VORM = { breedte: 700, naam: 'Een proef' }

const bulletrijen = (aantal: number) =>
  Array.from({ length: aantal }, (_, i) => ({
    naam: `Onderdeel ${i}`,
    begroot: centen(100_000 + i),
    gerealiseerd: centen(50_000),
    verplicht: centen(20_000),
    prognose: centen(120_000),
  }))

const TEKENINGEN: readonly (readonly [string, () => string[]])[] = [
  ['bullet', () => losBullet(bulletrijen(3), VORM)],
  [
    'waterval',
    () =>
      losWaterval(
        {
          begin: { naam: 'Begin', bedrag: centen(10_000) },
          stappen: [
            { naam: 'Erbij', bedrag: centen(2_000) },
            { naam: 'Eraf', bedrag: centen(-20_000) },
          ],
          eind: { naam: 'Eind' },
        },
        VORM,
      ),
  ],
  ['standen', () => losStanden([{ naam: 'Geld', aantallen: { 'op-koers': 3, 'let-op': 1 } }], VORM)],
  [
    'lijn',
    () => [
      losLijn(
        [
          {
            naam: 'Bezoekers',
            aard: 'verwachting',
            punten: [
              { x: '2024', waarde: 3 },
              { x: '2025', waarde: 9 },
            ],
          },
        ],
        'mensen',
        VORM,
      ),
    ],
  ],
  [
    'stroom',
    () => [
      losSankey(
        {
          knopen: [
            { id: 'a', naam: 'Bron', kolom: 0 },
            { id: 'b', naam: 'Groep', kolom: 1 },
          ],
          stromen: [{ van: 'a', naar: 'b', bedrag: centen(5_000) }],
        },
        VORM,
      ),
    ],
  ],
]

for (const [naam, teken] of TEKENINGEN)
  test(`${naam}: een los bestand zonder klassen, variabelen, procenten of iets van buiten`, () => {
    const [svg = ''] = teken()
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*viewBox="0 0 700 \d+"/u)
    assert.doesNotMatch(svg, /class=|var\(|%|href|<style|undefined|NaN/u)
    assert.match(svg, /fill="#[0-9a-f]{6}"/u)
    assert.match(svg, /aria-label="Een proef"/u)
    // Elke vorm heeft een kleur van zichzelf: zonder zou zij zwart worden.
    for (const [vorm] of svg.matchAll(/<(?:rect|path|circle|line|text|tspan)[^>]*>/gu))
      if (!vorm.startsWith('<tspan')) assert.match(vorm, /(?:fill|stroke)="/u, vorm)
  })

test('een lange rij past op bladen met één schaal, en er valt geen rij weg', () => {
  const heel = losBullet(bulletrijen(30), VORM).join('')
  const bladen = losBullet(bulletrijen(30), { ...VORM, hoogte: 600 })
  assert.ok(bladen.length > 2)
  const tel = (svg: string): number => [...svg.matchAll(/Onderdeel \d+</gu)].length
  assert.equal(tel(heel), 30)
  assert.equal(
    bladen.reduce((som, blad) => som + tel(blad), 0),
    30,
  )
  for (const blad of bladen) assert.ok(Number(/viewBox="0 0 700 (\d+)"/u.exec(blad)?.[1]) <= 600)
  assert.ok((bladen[1] ?? '').includes('uitgegeven'), 'elk blad heeft zijn sleutel')
})

test('standen: elk woord staat er met zijn aantal en zijn vorm', () => {
  const [svg = ''] = losStanden([{ naam: 'Tijd', aantallen: { bijsturen: 2, 'geen-gegevens': 5 } }], VORM)
  assert.match(svg, />2 bijsturen</u)
  assert.match(svg, />5 geen gegevens</u)
  assert.doesNotMatch(svg, /op koers/u)
})

const VORMLIJN = { breedte: 700, hoogte: 290, letter: 15, regel: 19, labels: 170 }

test('lijn: wat niet bekend is, onderbreekt de lijn en wordt geen nul', () => {
  const reeks: LijnReeks = {
    naam: 'x',
    aard: 'feit',
    punten: [
      { x: '2022', waarde: 5 },
      { x: '2023', waarde: null },
      { x: '2024', waarde: 7 },
      { x: '2025', waarde: 8 },
    ],
  }
  const [lijn] = tekenLijn([reeks], '%', VORMLIJN).lijnen
  assert.deepEqual(
    lijn?.stukken.map((stuk) => stuk.length),
    [1, 2],
  )
})

test('lijn: namen raken elkaar niet en alles blijft binnen de tekening', () => {
  const waarde = fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }), { nil: null })
  const reeksen = fc.array(
    fc.record({
      naam: fc.constantFrom('Reserve', 'Rijk', 'Een bron met een heel lange naam', 'Vierde'),
      aard: fc.constantFrom('feit', 'plan', 'verwachting'),
      punten: fc.uniqueArray(fc.record({ x: fc.constantFrom('2022', '2023', '2024', '2025'), waarde }), {
        selector: ({ x }) => x,
        maxLength: 4,
      }),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(reeksen, (alle) => {
      const plan = tekenLijn(alle, '€', VORMLIJN)
      for (const { stukken } of plan.lijnen)
        for (const { x, y } of stukken.flat()) {
          assert.ok(x >= plan.links - 0.5 && x <= plan.rechts + 0.5)
          assert.ok(y >= -0.5 && y <= plan.hoogte + 0.5)
        }
      const labels = plan.lijnen
        .flatMap(({ label }) => (label === undefined ? [] : [label]))
        .toSorted((a, b) => a.y - b.y)
      for (const [i, label] of labels.entries()) {
        const vorige = labels[i - 1]
        if (vorige !== undefined) assert.ok(label.y >= vorige.y + vorige.regels.length * VORMLIJN.regel)
      }
    }),
  )
})
