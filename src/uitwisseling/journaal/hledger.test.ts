import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { decimaalBedrag } from '#basis/geld.ts'
import { naamVan, type Vastgelegd } from '#grootboek/deur.ts'
import { inDelen, journaalVan, saldiVan, willekeurigeOpdracht } from '#test/journalen.ts'
import { schrijfHledger } from '#uitwisseling/journaal/hledger.ts'

const KADER = { gemeente: 'gm0000', kop: { nr: 3, hash: 'abc' } }

const tekstVan = async (boekingen: readonly Vastgelegd[]): Promise<string> =>
  (await Array.fromAsync(schrijfHledger(inDelen(boekingen), KADER))).join('')

const hledger = (journaal: string, ...argumenten: string[]) =>
  spawnSync('hledger', ['-f', '-', ...argumenten], {
    input: journaal,
    encoding: 'utf8',
    maxBuffer: 64e6,
    timeout: 120_000,
  })

const aanwezig = spawnSync('hledger', ['--version']).status === 0
const zonder = aanwezig ? false : 'hledger is hier niet geïnstalleerd (Debian: apt install hledger)'

/** De saldi volgens hledger, op rekening; nullen laat hij weg. */
function saldiVolgensHledger(journaal: string): Map<string, string> {
  const { status, stdout, stderr } = hledger(journaal, 'balance', '--flat', '--no-total', '-O', 'csv')
  assert.equal(status, 0, stderr)
  const rijen = stdout.trim().split('\n').slice(1)
  return new Map(
    rijen.map((rij) => {
      const [naam = '', bedrag = ''] = rij.split('","').map((deel) => deel.replaceAll('"', ''))
      return [naam, bedrag.replace('EUR ', '').replaceAll(',', '')]
    }),
  )
}

const onzeSaldi = (boekingen: readonly Vastgelegd[]): Map<string, string> =>
  new Map(
    [...saldiVan(boekingen, ({ rekening }) => naamVan(rekening))]
      .filter(([, cent]) => cent !== 0)
      .map(([naam, cent]) => [naam, decimaalBedrag(cent)]),
  )

const opNaam = (saldi: Map<string, string>) => [...saldi].toSorted(([een], [ander]) => (een < ander ? -1 : 1))

describe('hledger', () => {
  test('een leeg journaal is een leeg bestand met een kop', async () => {
    assert.match(
      await tekstVan([]),
      /^; Omzien: journaal van gm0000\n; kop 3 abc\ncommodity EUR 1000\.00\n\n$/u,
    )
  })

  test('elke boeking staat er met nummer, beide tijden, grondslag en hash', async () => {
    const [boeking] = journaalVan(fc.sample(willekeurigeOpdracht, { numRuns: 1, seed: 7 }))
    assert.ok(boeking)
    const tekst = await tekstVan([boeking])
    assert.match(
      tekst,
      new RegExp(`^${boeking.geldigOp} \\(1\\) ${boeking.soort} memo M-1  ; vastgelegdOp:`, 'mu'),
    )
    assert.ok(tekst.includes(boeking.hash))
  })

  test('hledger rekent tot op de cent hetzelfde uit, en keurt onze saldi goed', {
    skip: zonder,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(willekeurigeOpdracht, { minLength: 1, maxLength: 60 }),
        async (opdrachten) => {
          const boekingen = journaalVan(opdrachten)
          const tekst = await tekstVan(boekingen)
          assert.deepEqual(opNaam(saldiVolgensHledger(tekst)), opNaam(onzeSaldi(boekingen)))
        },
      ),
      { numRuns: 15 },
    )
  })

  test('een saldo dat niet klopt, valt door de mand bij hledger zelf', { skip: zonder }, async () => {
    const tekst = await tekstVan(journaalVan(fc.sample(willekeurigeOpdracht, { numRuns: 20, seed: 3 })))
    assert.equal(hledger(tekst, 'check').status, 0)
    const gewijzigd = tekst.replace(/= EUR (-?)/u, '= EUR $19')
    assert.notEqual(hledger(gewijzigd, 'check').status, 0)
  })
})
