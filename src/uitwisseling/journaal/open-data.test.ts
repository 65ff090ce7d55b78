import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { leesBedrag } from '#basis/geld.ts'
import { Moment } from '#basis/moment.ts'
import { naamVan, type Postsaldo, type Vastgelegd } from '#grootboek/deur.ts'
import { inDelen, journaalVan, saldiVan, willekeurigeOpdracht } from '#test/journalen.ts'
import { schrijfJournaalCsv } from '#uitwisseling/journaal/csv.ts'
import { schrijfFdp } from '#uitwisseling/journaal/fdp.ts'

const historie = fc.array(willekeurigeOpdracht, { minLength: 1, maxLength: 40 }).map(journaalVan)

const postsaldi = (boekingen: readonly Vastgelegd[]): Postsaldo[] =>
  boekingen.flatMap((boeking) =>
    boeking.regels.map((regel, post) => ({
      post,
      rekening: regel.rekening,
      kenmerk: regel.kenmerk,
      soort: boeking.soort,
      bedragCent: regel.bedragCent,
    })),
  )

const som = (bedragen: readonly number[]): number => bedragen.reduce((tot, bedrag) => tot + bedrag, 0)

describe('journaal als csv', () => {
  test('elke regel staat er één keer, en per rekening tellen zij op tot het saldo', async () => {
    await fc.assert(
      fc.asyncProperty(historie, async (boekingen) => {
        const tekst = (await Array.fromAsync(schrijfJournaalCsv(inDelen(boekingen, 7)))).join('')
        assert.ok(tekst.startsWith('\uFEFFboeking;regel;'))
        const [kop = '', ...rijen] = tekst.slice(1).trimEnd().split('\r\n')
        const plaats = (naam: string): number => kop.split(';').indexOf(naam)
        const velden = rijen.map((rij) => rij.split(';'))
        for (const rij of velden) assert.equal(rij.length, kop.split(';').length)
        const perRekening = new Map<string, number>()
        for (const rij of velden) {
          const rekening = rij[plaats('rekening')] ?? ''
          const cent = leesBedrag(rij[plaats('bedrag_eur')] ?? '')
          assert.notEqual(cent, undefined)
          perRekening.set(rekening, (perRekening.get(rekening) ?? 0) + (cent ?? 0))
        }
        assert.deepEqual(
          perRekening,
          saldiVan(boekingen, ({ rekening }) => naamVan(rekening)),
        )
      }),
    )
  })
})

const KADER = {
  gemeente: { code: 'gm0000', naam: 'Voorbeeld' },
  programma: { id: 'proef', titel: 'Proef, "met" leestekens' },
  onderdelen: new Map([['onderdeel-0', 'Nul; of toch, één']]),
  bronnen: new Map<string, string>(),
  kop: { nr: 9, hash: 'abc', op: Moment.parse('2026-07-01T10:00:00.000000Z') },
  geldigTm: undefined,
}

/** RFC 4180 in het klein. */
const leesCsv = (tekst: string): string[][] =>
  tekst
    .trimEnd()
    .split('\r\n')
    .map((rij) =>
      [...rij.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(
        ([, aangehaald, kaal]) => aangehaald?.replaceAll('""', '"') ?? kaal ?? '',
      ),
    )

describe('fiscal data package', () => {
  test('elke fase telt op tot wat het journaal zegt', () => {
    fc.assert(
      fc.property(historie, (boekingen) => {
        const saldi = postsaldi(boekingen)
        const zip = unzipSync(schrijfFdp(saldi, KADER))
        const [kop = [], ...rijen] = leesCsv(strFromU8(zip['begroting.csv'] ?? new Uint8Array()))
        const veld = (rij: string[], naam: string): string => rij[kop.indexOf(naam)] ?? ''
        const totaal = (fase: string): number =>
          som(
            rijen
              .filter((rij) => veld(rij, 'fase') === fase)
              .map((rij) => Math.round(Number(veld(rij, 'bedrag')) * 100)),
          )
        const van = (keuze: (saldo: Postsaldo) => boolean): number =>
          som(saldi.filter(keuze).map(({ bedragCent }) => bedragCent))
        assert.equal(
          totaal('approved'),
          van(({ rekening, soort }) => rekening.soort === 'ruimte' && soort === 'raming'),
        )
        assert.equal(
          totaal('executed'),
          van(({ rekening }) => rekening.soort === 'realisatie'),
        )
        assert.equal(
          totaal('adjusted'),
          van(({ rekening }) => ['ruimte', 'verplicht', 'realisatie'].includes(rekening.soort)),
        )
        const sleutels = rijen.map((rij) => `${veld(rij, 'regel')} ${veld(rij, 'fase')}`)
        assert.equal(new Set(sleutels).size, sleutels.length)
      }),
    )
  })

  test('de beschrijving noemt elke kolom van de tabel, en dezelfde stand geeft dezelfde bytes', () => {
    const saldi = postsaldi(journaalVan(fc.sample(willekeurigeOpdracht, { numRuns: 30, seed: 5 })))
    const bytes = schrijfFdp(saldi, KADER)
    assert.deepEqual(bytes, schrijfFdp(saldi, KADER))
    const zip = unzipSync(bytes)
    const pakket = JSON.parse(strFromU8(zip['datapackage.json'] ?? new Uint8Array())) as {
      profile: string
      resources: { schema: { fields: { name: string; columnType: string }[] } }[]
    }
    assert.equal(pakket.profile, 'fiscal-data-package')
    const [kop, eerste] = leesCsv(strFromU8(zip['begroting.csv'] ?? new Uint8Array()))
    assert.deepEqual(
      kop,
      pakket.resources[0]?.schema.fields.map(({ name }) => name),
    )
    assert.ok(eerste?.includes('Proef, "met" leestekens'))
  })

  test('een ander programma en een leeg journaal geven alleen een kop', () => {
    const saldi = postsaldi(journaalVan(fc.sample(willekeurigeOpdracht, { numRuns: 9, seed: 2 })))
    for (const [bron, programma] of [
      [saldi, { id: 'ander', titel: 'Ander' }],
      [[], KADER.programma],
    ] as const) {
      const zip = unzipSync(schrijfFdp(bron, { ...KADER, programma }))
      assert.equal(leesCsv(strFromU8(zip['begroting.csv'] ?? new Uint8Array())).length, 1)
    }
  })
})
