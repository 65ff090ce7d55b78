import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { breuk, procent } from '#regels/motor/eenheid.ts'
import type { Ruw } from '#regels/motor/invoer.ts'
import { beschrijf } from '#regels/uitleg/beschrijf.ts'
import { toonWaarde } from '#regels/uitleg/getal.ts'
import { gevoelig, veranderzin } from '#regels/uitleg/gevoelig.ts'
import { verklaar } from '#regels/uitleg/verklaar.ts'
import { INVOER } from '#regels/wet/invoer.ts'
import { maakRekenkamer, REGELS } from '#regels/wet/wet.ts'

const kamer = maakRekenkamer('gm1731')
const GRENS = { paar: false, aow_gerechtigden: 0, inkomen_netto_maand: 1476.65, czm: false }
function leg(regel: string, dag: string, geval: Record<string, Ruw>) {
  const machine = kamer.op(datum(dag))
  const uit = machine.reken(regel, geval)
  if (!uit.ok) throw new Error(JSON.stringify(uit.reden))
  const schoon = (tekst: string) => tekst.replaceAll('\u00a0', ' ')
  return {
    stappen: verklaar(uit.waarde).stappen.map((stap) => ({
      ...stap,
      tekst: schoon(stap.tekst),
      omdat: schoon(stap.omdat),
    })),
    zinnen: gevoelig(machine, uit.waarde).map((een) =>
      schoon(veranderzin(een, uit.waarde.doel.regel.eenheid)),
    ),
  }
}

describe('de uitleg', () => {
  test('een cent boven 130%: waarom, en wat een cent minder doet', () => {
    const { stappen, zinnen } = leg('netto_bijdrage_per_maand', '2023-06-01', GRENS)
    assert.deepEqual(
      stappen
        .filter(({ regel }) => regel === 'vergoeding_per_maand')
        .map(({ tekst, omdat }) => [tekst, omdat]),
      [['€ 0,00 per maand', 'niets, want uw netto inkomen is hoger dan de grens van de gemeente']],
    )
    assert.deepEqual(zinnen, [
      'Bij “u heeft een partner” wordt het € 0,00 per maand.',
      'Is het aantal mensen met AOW-leeftijd 1, dan wordt het € 12,00 per maand.',
      'Is uw netto inkomen € 1.476,64 of lager, dan wordt het € 12,00 per maand.',
    ])
  })

  test('elke stap noemt haar bron, de versie van elk bedrag, en waar zij op steunt', () => {
    const { stappen } = leg('eigen_bijdrage_4_weken', '2018-06-01', {
      paar: true,
      aow_gerechtigden: 2,
      inkomen: 30_000,
      vermogen: 50_000,
      kosten_4_weken: 300,
    })
    const hoogste = stappen.find(({ regel }) => regel === 'maximale_bijdrage_4_weken')
    assert.deepEqual(hoogste?.van, ['huishoudsoort', 'inkomen_boven_drempel'])
    assert.deepEqual(
      hoogste?.parameters.map(({ parameter, waarde }) => [parameter.id, waarde.vanaf, waarde.status]),
      [
        ['BWBR0035733-3.8-basisbedrag-paar-aow', '2018-01-01', 'vastgesteld'],
        ['BWBR0035733-3.8-percentage', '2018-01-01', 'vastgesteld'],
      ],
    )
    assert.match(
      hoogste?.omdat ?? '',
      /het basisbedrag \(€ 17,60\) plus uw inkomen boven de drempel \(€ 9\.872,00\) maal/u,
    )
    assert.ok(stappen.every(({ bron }) => bron !== undefined))
  })

  test('boven de drempel van 2018: de uitleg noemt het inkomen waarbij het verandert', () => {
    const { zinnen } = leg('maximale_bijdrage_4_weken', '2018-06-01', {
      paar: false,
      aow_gerechtigden: 0,
      inkomen: 20_000,
    })
    assert.ok(zinnen.every((zin) => zin.endsWith('.')))
  })

  test('elke regel heeft voor elke versie een beschrijving zonder gaten', () => {
    const namen = {
      parameter: (id: string) => kamer.tabel.parameters.get(id),
      regel: (id: string) => REGELS.regels.get(id),
      invoer: (naam: string) => INVOER.find((ding) => ding.naam === naam),
    }
    for (const { id, versies } of REGELS.volgorde)
      for (const { knoop } of versies) {
        const tekst = JSON.stringify(beschrijf(knoop, namen))
        assert.doesNotMatch(tekst, /undefined|BWBR|""|_/u, id)
      }
  })

  for (const [waarde, eenheid, tekst] of [
    [breuk(1900), 'per maand', '€ 19,00 per maand'],
    [breuk(1941, 2), 'per 4 weken', 'ongeveer € 9,71 per 4 weken'],
    [procent(12.5), 'deel', '12,5%'],
    [breuk(1), 'waar', 'ja'],
    [breuk(7, 2), 'aantal', '3,5'],
  ] as const)
    test(`${tekst}`, () => assert.equal(toonWaarde(waarde, eenheid).replaceAll('\u00a0', ' '), tekst))
})
