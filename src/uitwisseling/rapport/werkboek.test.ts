import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import { proefrapport, rapportMet } from '#test/rapporten.ts'
import { rapportNaarWerkboek } from '#uitwisseling/rapport/werkboek.ts'
import {
  leesWerkboek,
  schrijfOds,
  schrijfXlsx,
  type Werkboek,
  waardeVan,
} from '#uitwisseling/rekenblad/deur.ts'
import { type Rapportinhoud, type Rapporttabel, tabellenVan } from '#verantwoording/deur.ts'

const bladVan = (werkboek: Werkboek, naam: string) => {
  const blad = werkboek.bladen.find((een) => een.naam === naam)
  assert.ok(blad !== undefined, naam)
  return blad
}

const metTabel = (tabel: Rapporttabel, ...andere: Rapporttabel[]): Rapportinhoud => ({
  ...proefrapport(),
  delen: [{ id: 'd', titel: 'Deel', blokken: [tabel, ...andere] }],
})

const geldtabel = (
  bedragen: readonly number[],
  opties: { titel?: string; totaal?: number; tussen?: boolean } = {},
): Rapporttabel => {
  const som = bedragen.reduce((tot, bedrag) => tot + bedrag, 0)
  const half = Math.floor(bedragen.length / 2)
  const gewoon = bedragen.map((bedrag, i) => ({ cellen: [`Rij ${i}`, bedrag] }))
  const tussensom = (van: number, tot: number) => ({
    cellen: ['Samen', bedragen.slice(van, tot).reduce((tot_, bedrag) => tot_ + bedrag, 0)],
    rol: 'tussensom' as const,
  })
  return {
    soort: 'tabel',
    id: opties.titel ?? 'geld',
    titel: opties.titel ?? 'Geld',
    kolommen: [
      { naam: 'naam', kop: 'Naam', soort: 'tekst' },
      { naam: 'bedrag', kop: 'Bedrag', soort: 'bedrag', som: true },
    ],
    rijen:
      opties.tussen === true
        ? [
            ...gewoon.slice(0, half),
            tussensom(0, half),
            ...gewoon.slice(half),
            tussensom(half, bedragen.length),
          ]
        : gewoon,
    totaal: ['Totaal', opties.totaal ?? som],
    rond: 'euro',
  }
}

test('elke tabel heeft een blad met een eigen naam, en de inhoud noemt ze allemaal', () => {
  const rapport = proefrapport()
  const werkboek = rapportNaarWerkboek(rapport)
  const namen = werkboek.bladen.map(({ naam }) => naam)
  assert.equal(new Set(namen.map((naam) => naam.toLowerCase())).size, namen.length)
  assert.deepEqual(namen.slice(0, 2), ['Inhoud', 'Leeswijzer'])
  assert.equal(namen.length, tabellenVan(rapport).length + 3)
  const inhoud = bladVan(werkboek, 'Inhoud').rijen.slice(3)
  assert.deepEqual(
    inhoud.map(({ cellen }) => waardeVan(cellen[0])),
    namen.slice(2, -1).map((tekst) => ({ soort: 'tekst', tekst })),
  )
})

test('het totaal is een levende som op de cent, ook met tussensommen, en sluit aan', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: 2, maxLength: 12 }),
      fc.boolean(),
      (bedragen, tussen) => {
        const blad = bladVan(rapportNaarWerkboek(metTabel(geldtabel(bedragen, { tussen }))), 'Geld')
        const [totaal, volgens, oordeel] = blad.rijen.slice(-3)
        const cel = totaal?.cellen[1]
        assert.ok(cel?.soort === 'formule')
        assert.match(cel.formule, /^SUBTOTAL\(9,B2:B\d+\)$/u)
        const som = centen(bedragen.reduce((tot, bedrag) => tot + bedrag, 0))
        assert.deepEqual(waardeVan(cel), { soort: 'bedrag', bedrag: som })
        assert.deepEqual(waardeVan(volgens?.cellen[1]), { soort: 'bedrag', bedrag: som })
        assert.deepEqual(waardeVan(oordeel?.cellen[1]), { soort: 'tekst', tekst: 'ja' })
      },
    ),
  )
})

test('een totaal dat een cent verschilt, sluit niet aan', () => {
  const werkboek = rapportNaarWerkboek(metTabel(geldtabel([100, 250], { totaal: 351 })))
  assert.deepEqual(waardeVan(bladVan(werkboek, 'Geld').rijen.at(-1)?.cellen[1]), {
    soort: 'tekst',
    tekst: 'nee',
  })
  const regel = bladVan(werkboek, 'Inhoud').rijen[3]
  assert.deepEqual(waardeVan(regel?.cellen[4]), { soort: 'tekst', tekst: 'nee' })
})

test('hetzelfde totaal op twee bladen wordt aan elkaar geknoopt, een ander totaal niet', () => {
  const knoop = (...tabellen: [Rapporttabel, ...Rapporttabel[]]) =>
    bladVan(rapportNaarWerkboek(metTabel(...tabellen)), 'Aansluiting').rijen.slice(1)
  const [regel] = knoop(geldtabel([100, 250]), geldtabel([350], { titel: 'Anders' }))
  const formule = (k: number): string => {
    const cel = regel?.cellen[k]
    return cel?.soort === 'formule' ? cel.formule : ''
  }
  assert.equal(formule(2), "'Geld'!B4")
  assert.equal(formule(4), "'Anders'!B3")
  assert.match(formule(5), /^IF\(ROUND\(C2-E2,2\)=0,"ja","nee"\)$/u)
  const los = knoop(geldtabel([100]), geldtabel([101], { titel: 'Anders' }))
  assert.equal(los.length, 1)
  assert.equal(los[0]?.cellen[0]?.soort, 'tekst')
})

test('bedragen, getallen, dagen en standen krijgen hun eigen celsoort; wat niet bekend is blijft leeg', () => {
  const tabel: Rapporttabel = {
    soort: 'tabel',
    id: 't',
    titel: 'Soorten',
    kolommen: (['tekst', 'bedrag', 'getal', 'procent', 'datum', 'status'] as const).map((soort) => ({
      naam: soort,
      kop: soort,
      soort,
    })),
    rijen: [
      { cellen: ['=1+1', -1_05, 3.5, 12.5, '2024-02-29', 'op-koers'], naar: '/onderdelen/x' },
      { cellen: ['-', null, null, null, '2024', null] },
    ],
    rond: 'euro',
  }
  const blad = bladVan(rapportNaarWerkboek(metTabel(tabel)), 'Soorten')
  assert.deepEqual(blad.rijen[1]?.cellen, [
    { soort: 'tekst', tekst: '=1+1' },
    { soort: 'bedrag', bedrag: -105 },
    { soort: 'getal', getal: '3.5' },
    { soort: 'getal', getal: '12.5' },
    { soort: 'datum', datum: '2024-02-29' },
    { soort: 'tekst', tekst: 'Op koers' },
    { soort: 'tekst', tekst: '/onderdelen/x' },
  ])
  assert.deepEqual(
    blad.rijen[2]?.cellen.map(({ soort }) => soort),
    ['tekst', 'leeg', 'leeg', 'leeg', 'tekst', 'leeg', 'leeg'],
  )
})

for (const [vorm, schrijf] of [
  ['ods', schrijfOds],
  ['xlsx', schrijfXlsx],
] as const)
  test(`${vorm}: dezelfde inhoud geeft dezelfde bytes, en wat erin staat komt er zo weer uit`, () => {
    const bytes = schrijf(rapportNaarWerkboek(proefrapport()))
    assert.deepEqual(schrijf(rapportNaarWerkboek(proefrapport())), bytes)
    const terug = leesWerkboek(bytes)
    assert.ok(terug.ok)
    const geld = bladVan(terug.waarde, 'Begroot en uitgegeven per')
    assert.deepEqual(waardeVan(geld.rijen[1]?.cellen[2]), { soort: 'getal', getal: '74706.45' })
    schrijf(rapportNaarWerkboek(rapportMet('=cmd|x!A1\n<b>"\u0000')))
  })

const heeftCalc = spawnSync('soffice', ['--version'], { timeout: 30_000 }).status === 0

for (const [van, naar, schrijf] of [
  ['ods', 'xlsx', schrijfOds],
  ['xlsx', 'ods', schrijfXlsx],
] as const)
  test(`LibreOffice rekent onze ${van} na: sommen, tussensommen en aansluiting`, {
    skip: heeftCalc ? false : 'LibreOffice ontbreekt: installeer het pakket libreoffice-calc.',
  }, () => {
    const map = mkdtempSync(join(tmpdir(), 'omzien-rapport-'))
    after(() => rmSync(map, { recursive: true, force: true }))
    // Zonder onze uitkomsten: LibreOffice moet alles zelf uitrekenen.
    const goed = rapportNaarWerkboek(
      metTabel(geldtabel([1_050, 20, 300, 4], { tussen: true }), geldtabel([1_374], { titel: 'Anders' })),
    )
    const bladen = goed.bladen.map((blad) => ({
      ...blad,
      rijen: blad.rijen.map((rij) => ({
        ...rij,
        cellen: rij.cellen.map((cel) => (cel.soort === 'formule' ? { ...cel, waarde: undefined } : cel)),
      })),
    }))
    writeFileSync(join(map, `in.${van}`), schrijf({ ...goed, bladen }))
    const profiel = `-env:UserInstallation=${pathToFileURL(join(map, 'profiel')).href}`
    const klaar = spawnSync(
      'soffice',
      [profiel, '--headless', '--convert-to', naar, '--outdir', join(map, 'uit'), join(map, `in.${van}`)],
      { timeout: 120_000, encoding: 'utf8' },
    )
    assert.equal(klaar.status, 0, klaar.stderr)
    const terug = leesWerkboek(new Uint8Array(readFileSync(join(map, 'uit', `in.${naar}`))))
    assert.ok(terug.ok)
    const waarden = (blad: string, kolom: number): unknown[] =>
      bladVan(terug.waarde, blad).rijen.map(({ cellen }) => {
        const waarde = waardeVan(cellen[kolom])
        return waarde.soort === 'getal'
          ? Number(waarde.getal)
          : waarde.soort === 'tekst'
            ? waarde.tekst
            : null
      })
    assert.deepEqual(waarden('Geld', 1).slice(1), [10.5, 0.2, 10.7, 3, 0.04, 3.04, 13.74, 13.74, 'ja'])
    assert.deepEqual(waarden('Aansluiting', 2).slice(1), [13.74])
    assert.deepEqual(waarden('Aansluiting', 5).slice(1), ['ja'])
    assert.deepEqual(waarden('Inhoud', 4).slice(3), ['ja', 'ja'])
  })
