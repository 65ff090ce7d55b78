import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import { kenToe, naamVan, stelOverhevelingVoor, verplaats, zegToe } from '#grootboek/deur.ts'
import { bewegingenVan, bewegingzin, korteZin, soortzin } from '#programma/boekingen/verhaal.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { boomplan, geschiedenis } from '#test/proefboekingen.ts'

const beeld = planbeeldVan(boomplan('gm8001'))
const inloop = { programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar: 2024 }
const zin = (regels: Parameters<typeof korteZin>[1]) => korteZin(beeld, regels).replaceAll('\u00a0', ' ')

test('tussen onderdelen en jaren staan beide plekken erbij', () => {
  const van = { ...inloop, soort: 'ruimte' as const }
  const regels = verplaats(van, { ...van, onderdeel: 'dorpen', jaar: 2025 }, centen(5_00))
  assert.equal(
    zin(regels),
    '€ 5 van vrije ruimte bij Inloop in het dorp, 2024 naar vrije ruimte bij Titel dorpen, 2025, uit Bijdrage van het Rijk',
  )
})

test('een raming noemt eerst het budget, en hoeveel verplaatsingen er nog zijn', () => {
  const regels = [...zegToe(inloop, 2024, centen(7_00)), ...kenToe(inloop, centen(7_00))]
  assert.equal(
    zin(regels),
    '€ 7 begroot voor Inloop in het dorp, 2024, uit Bijdrage van het Rijk, en nog 1 verplaatsing',
  )
})

test('een bron die inbrengt en verdeelt, verplaatst niets van nog te verdelen naar nog te verdelen', () => {
  const bewegingen = bewegingenVan([
    ...kenToe(inloop, centen(4_00)),
    ...zegToe(inloop, 2024, centen(7_00)),
    ...kenToe({ ...inloop, jaar: 2025 }, centen(3_00)),
  ])
  assert.deepEqual(
    bewegingen.map((een) => [soortzin(een), een.bedragCent]),
    [
      ['van nog te verdelen naar vrije ruimte', 4_00],
      ['van toegezegd naar nog te verdelen', 7_00],
      ['van nog te verdelen naar vrije ruimte', 3_00],
    ],
  )
})

test('verplaatsingen van dezelfde soort zijn opgeteld, over bronnen, jaren en onderdelen', () => {
  const regels = [
    ...kenToe(inloop, centen(7_00)),
    ...kenToe({ ...inloop, jaar: 2026, bron: null }, centen(3_50)),
    ...kenToe({ ...inloop, onderdeel: 'steun' }, centen(1_00)),
  ]
  assert.equal(
    zin(regels),
    '€ 11,50 begroot voor Inloop in het dorp en Steun aan huis, 2024-2026, uit Bijdrage van het Rijk en een nog te verdelen bron',
  )
})

test('gevraagd naar één onderdeel gaat de zin alleen daarover', () => {
  const regels = [
    ...zegToe(inloop, 2024, centen(7_00)),
    ...kenToe(inloop, centen(6_00)),
    ...kenToe({ ...inloop, onderdeel: 'steun' }, centen(1_00)),
  ]
  const raakt = (rekening: Parameters<typeof naamVan>[0]) =>
    'onderdeel' in rekening && rekening.onderdeel === 'steun'
  assert.equal(
    korteZin(beeld, regels, raakt).replaceAll('\u00a0', ' '),
    '€ 1 begroot voor Steun aan huis, 2024, uit Bijdrage van het Rijk',
  )
})

test('wat onbekend of verdwenen is, heet ook zo', () => {
  assert.match(
    zin(stelOverhevelingVoor({ ...inloop, onderdeel: null, bron: null }, null, centen(1))),
    /nog onbekend onderdeel.*bron nog te verdelen/u,
  )
  assert.match(
    zin(kenToe({ ...inloop, onderdeel: 'weg', bron: 'weg' }, centen(1))),
    /voor weg, 2024, uit weg/u,
  )
  assert.equal(zin([]), 'Er is niets verplaatst')
})

test('de verplaatsingen samen doen precies wat de regels doen', () => {
  fc.assert(
    fc.property(geschiedenis, (boekingen) => {
      for (const { regels } of boekingen) {
        const saldo = new Map<string, number>()
        const tel = (naam: string, bedrag: number) => saldo.set(naam, (saldo.get(naam) ?? 0) + bedrag)
        for (const { rekening, bedragCent } of regels) tel(naamVan(rekening), bedragCent)
        for (const beweging of bewegingenVan(regels)) {
          assert.ok(beweging.bedragCent > 0)
          assert.equal(beweging.van.bron, beweging.naar.bron)
          assert.ok(bewegingzin(beeld, beweging).length > 20)
          tel(naamVan(beweging.naar), -beweging.bedragCent)
          tel(naamVan(beweging.van), beweging.bedragCent)
        }
        for (const [naam, rest] of saldo) assert.equal(rest, 0, naam)
      }
    }),
  )
})
