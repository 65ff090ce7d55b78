import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { kenmerktekst, leesKenmerk, TAAKVELDSCHEMAS } from '#grootboek/kenmerk.ts'
import { kring, leesRekening, naamVan, REKENINGSOORTEN, Rekening } from '#grootboek/rekening.ts'
import { KENMERKEN } from '#test/grootboek-geschiedenis.ts'

const NAAM = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,4}){0,2}$/u)
const REKENING = fc
  .record({
    soort: fc.constantFrom(...REKENINGSOORTEN),
    programma: NAAM,
    bron: fc.option(NAAM),
    onderdeel: fc.option(NAAM),
    jaar: fc.integer({ min: 1900, max: 2999 }),
    verplichting: NAAM,
    vervaltOp: fc.option(fc.constantFrom(datum('2024-02-29'), datum('2026-12-31'))),
  })
  .map(({ soort, programma, bron, onderdeel, jaar, verplichting, vervaltOp }) => {
    const begin = { soort, programma, bron }
    if (soort === 'dekking' || soort === 'vrijval') return Rekening.parse(begin)
    if (soort === 'toegezegd' || soort === 'ontvangen') return Rekening.parse({ ...begin, jaar })
    const bij = { ...begin, onderdeel, jaar }
    if (soort === 'verplicht') return Rekening.parse({ ...bij, verplichting })
    return Rekening.parse(soort === 'overgang' ? { ...bij, vervaltOp } : bij)
  })

test('een naam lezen geeft de rekening terug, en twee rekeningen hebben nooit dezelfde naam', () => {
  fc.assert(
    fc.property(REKENING, REKENING, (een, twee) => {
      assert.deepEqual(leesRekening(naamVan(een)), een)
      assert.ok(naamVan(een).startsWith(`${kring(een)}:`))
      if (naamVan(een) === naamVan(twee)) assert.deepEqual(een, twee)
    }),
    { numRuns: 2_000 },
  )
})

for (const naam of [
  '',
  'sociaal',
  'sociaal:rijk',
  'sociaal:rijk:onzin',
  'sociaal:rijk:dekking:2026',
  '-:rijk:dekking',
  'Sociaal:rijk:dekking',
  'sociaal::dekking',
  'sociaal:rijk:ruimte:inloop',
  'sociaal:rijk:ruimte:inloop:26',
  'sociaal:rijk:ruimte:inloop:02026',
  'sociaal:rijk:ruimte:inloop:2026.0',
  'sociaal:rijk:ruimte:inloop:2026:extra',
  'sociaal:rijk:verplicht:inloop:2026',
  'sociaal:rijk:verplicht:inloop:2026:-',
  'sociaal:rijk:overgang:inloop:2026:2026-02-30',
  ' sociaal:rijk:dekking',
])
  test(`geen rekening: "${naam}"`, () => assert.equal(leesRekening(naam), undefined))

test('kenmerken gaan heen en terug', () => {
  const kenmerken = fc.record(
    {
      categorie: fc.constantFrom('3.8', '4.3.1', '1.10'),
      aard: fc.constantFrom('incidenteel' as const, 'structureel' as const),
      veld: fc.tuple(fc.constantFrom('6.1', '6.60', '6.71a', '0.10'), fc.constantFrom(...TAAKVELDSCHEMAS)),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(kenmerken, ({ veld, ...rest }) => {
      const kenmerk = veld === undefined ? rest : { ...rest, taakveld: veld[0], taakveldschema: veld[1] }
      assert.deepEqual(leesKenmerk(kenmerktekst(kenmerk)), kenmerk)
    }),
  )
  for (const kenmerk of KENMERKEN) assert.deepEqual(leesKenmerk(kenmerktekst(kenmerk)), kenmerk)
})

for (const tekst of ['6.1@2023;;', '6.1@;;', '@2022;;', ';3.8;soms', 'los', ';;;;', ';x;'])
  test(`geen kenmerk: "${tekst}"`, () => assert.throws(() => leesKenmerk(tekst)))
