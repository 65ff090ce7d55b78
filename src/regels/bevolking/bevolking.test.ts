import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { ASSEN, CELLEN } from '#regels/bevolking/assen.ts'
import { type Bevolking, maakBevolking, maakReeksmaker } from '#regels/bevolking/bevolking.ts'
import { findMarginalen, leesMarginalen, MET_BEVOLKING } from '#regels/bevolking/ingebouwd.store.ts'
import type { Marge, Marginalen } from '#regels/bevolking/marginalen.ts'
import { pasSamenstelling, sleutelVan } from '#regels/bevolking/passen.ts'
import { kansVan, toeval, zVan } from '#regels/bevolking/toeval.ts'
import { passingsverslag } from '#regels/bevolking/verslag.ts'

const bestand = async (gemeente = 'gm1731'): Promise<Marginalen> => {
  const gelezen = await findMarginalen(gemeente)
  assert.ok(gelezen)
  return gelezen
}
const bevolkingVan = (marginalen: Marginalen, keuze = {}): Bevolking => {
  const uit = maakBevolking(marginalen, keuze)
  assert.ok(uit.ok, JSON.stringify(uit))
  return uit.waarde
}
const metMarge = (marginalen: Marginalen, id: string, cellen: Marge['cellen']): Marginalen => ({
  ...marginalen,
  marges: marginalen.marges.map((een) => (een.id === id ? { ...een, cellen } : een)),
})

describe('toeval', () => {
  test('is eerlijk verdeeld, en een rij of veld verder is iets heel anders', () => {
    const n = 40_000
    for (const veld of [0, 5]) {
      const getallen = Array.from({ length: n }, (_, rij) => toeval(3, rij, veld))
      const gemiddeld = getallen.reduce((som, een) => som + een, 0) / n
      assert.ok(Math.abs(gemiddeld - 0.5) < 0.01)
      const samen =
        getallen.reduce((som, een, i) => som + (een - 0.5) * ((getallen[i + 1] ?? 0.5) - 0.5), 0) / n
      assert.ok(Math.abs(samen) < 0.002)
    }
  })
  test('kans en z zijn elkaars omgekeerde', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) =>
        assert.ok(Math.abs(kansVan(zVan(p)) - p) < 0.001),
      ),
    )
  })
})

describe('passen', () => {
  test('uit willekeurige gewichten volgen tellingen die altijd te passen zijn', () => {
    const gewicht = fc.array(fc.integer({ min: 0, max: 400 }), {
      minLength: CELLEN.length,
      maxLength: CELLEN.length,
    })
    fc.assert(
      fc.property(gewicht, (gewichten) => {
        fc.pre(gewichten.some((een) => een > 0))
        const marge = (id: string, assen: Marge['assen']): Marge => {
          const cellen: Record<string, number> = {}
          for (const [plek, cel] of CELLEN.entries()) {
            const sleutel = sleutelVan(assen, cel)
            cellen[sleutel] = (cellen[sleutel] ?? 0) + (gewichten[plek] ?? 0)
          }
          return {
            id,
            naam: id,
            rol: 'passing',
            eenheid: 'huishoudens',
            assen,
            cellen,
            herkomst: { soort: 'aanname', bron: 'proef' },
          }
        }
        const marges = [marge('a', ['soort', 'leeftijd']), marge('b', ['grootte']), marge('c', ['geslacht'])]
        const uit = pasSamenstelling({ marges })
        assert.ok(uit.ok, JSON.stringify(uit))
        for (const { assen, cellen } of marges)
          for (const [sleutel, aantal] of Object.entries(cellen)) {
            let nu = 0
            for (const [plek, cel] of CELLEN.entries())
              if (sleutelVan(assen, cel) === sleutel) nu += uit.waarde.gewichten[plek] ?? 0
            assert.ok(
              Math.abs(nu - aantal) <= Math.max(1.1, uit.waarde.huishoudens * 0.001),
              `${sleutel} ${nu} ${aantal}`,
            )
          }
      }),
      { numRuns: 25 },
    )
  })

  for (const [naam, id, verander, zin] of [
    ['totalen die niet gelijk zijn', 'grootte', (een: number) => een * 1.1, /telt 16\.368 huishoudens/u],
    ['nul huishoudens', 'grootte', () => 0, /telt nul/u],
  ] as const)
    test(`${naam}: zegt welke telling`, async () => {
      const marginalen = await bestand()
      const marge = marginalen.marges.find((een) => een.id === id)
      const cellen = Object.fromEntries(
        Object.entries(marge?.cellen ?? {}).map(([sleutel, een]) => [sleutel, verander(een)]),
      )
      const uit = maakBevolking(metMarge(marginalen, id, cellen))
      assert.ok(!uit.ok)
      assert.equal(uit.reden.marge, id)
      assert.match(uit.reden.zin, zin)
    })

  test('meer alleenstaanden dan huishoudens van één: zegt welke telling niet past', async () => {
    const uit = maakBevolking(
      metMarge(await bestand(), 'grootte', { '1': 2000, '2': 8550, '3': 1650, '4': 1880, '5+': 800 }),
    )
    assert.ok(!uit.ok)
    assert.match(uit.reden.zin, /past niet bij de andere tellingen.*huishoudens verschil/u)
  })
  test('huishoudens die niet kunnen bestaan', async () => {
    const marginalen = await bestand()
    const vreemd: Marge = {
      id: 'vreemd',
      naam: 'Vreemd',
      rol: 'passing',
      eenheid: 'huishoudens',
      assen: ['soort', 'grootte'],
      cellen: { 'alleen/4': 12 },
      herkomst: { soort: 'aanname', bron: 'proef' },
    }
    const uit = maakBevolking({ ...marginalen, marges: [...marginalen.marges, vreemd] })
    assert.ok(!uit.ok)
    assert.match(uit.reden.zin, /12 huishoudens bij alleen\/4.*kunnen niet bestaan/u)
  })
})

describe('bevolking', () => {
  test('de bestanden die meekomen passen, ook op wat achtergehouden is', async () => {
    for (const gemeente of MET_BEVOLKING) {
      const verslag = passingsverslag(bevolkingVan(await bestand(gemeente)))
      for (const { id, rol, srmse } of verslag.rijen)
        assert.ok(srmse < (rol === 'passing' ? 0.005 : 0.1), `${gemeente} ${id} ${srmse}`)
      assert.ok(verslag.rijen.some(({ rol }) => rol === 'toets'))
    }
  })

  test('elke rij is los te maken: met of zonder de andere rijen, vaker en in andere volgorde', async () => {
    const bevolking = bevolkingVan(await bestand(), { inwoners: 3000 })
    const maak = maakReeksmaker(bevolking)
    const alles = maak(7, true)
    const eerst = maak(7)
    assert.notDeepEqual(maak(8).inkomen, eerst.inkomen)
    assert.deepEqual(maak(7), eerst)
    assert.equal(alles.aantal, bevolking.huishoudens)
    for (let i = 0; i < eerst.aantal; i++) {
      const rij = eerst.rij[i] ?? -1
      for (const veld of [
        'inkomen',
        'vermogen',
        'leeftijd',
        'czm',
        'inkomen_netto_maand',
        'voorziening',
        'aow_gerechtigden',
      ] as const)
        assert.equal(eerst[veld][i], alles[veld][rij], `${veld} van rij ${rij}`)
    }
  })

  test('het aantal huishoudens met hulp komt gemiddeld uit op het doel', async () => {
    const bevolking = bevolkingVan(await bestand())
    const maak = maakReeksmaker(bevolking)
    const gemiddeld =
      Array.from({ length: 20 }, (_, i) => maak(i).aantal).reduce((som, een) => som + een, 0) / 20
    assert.ok(Math.abs(gemiddeld / bevolking.metHulpVerwacht - 1) < 0.02, `${gemiddeld}`)
  })

  test('geen onmogelijke huishoudens', async () => {
    const reeks = maakReeksmaker(bevolkingVan(await bestand()))(1, true)
    for (let i = 0; i < reeks.aantal; i++) {
      const vorm = ASSEN.soort[reeks.soort[i] ?? 0] ?? 'alleen'
      assert.equal(reeks.paar[i], Number(vorm.startsWith('paar')))
      assert.ok((reeks.aow_gerechtigden[i] ?? 0) <= 1 + (reeks.paar[i] ?? 0))
      for (const geld of [reeks.inkomen, reeks.vermogen, reeks.inkomen_netto_maand])
        assert.ok(Number.isSafeInteger(geld[i]) && (geld[i] ?? -1) >= 0)
    }
  })
})

describe('een bestand dat niet klopt', () => {
  for (const [naam, verander, pad, zin] of [
    [
      'een vakje dat niet bestaat',
      (een: Marginalen) => ({ ...een, marges: [{ ...een.marges[0], cellen: { 'alleen/7-8': 3 } }] }),
      'marges.0.cellen',
      /alleen\/7-8/u,
    ],
    [
      'een negatief aantal',
      (een: Marginalen) => ({ ...een, marges: [{ ...een.marges[1], cellen: { '1': -4 } }] }),
      'marges.0.cellen.1',
      /./u,
    ],
    [
      'delen die geen geheel zijn',
      (een: Marginalen) => ({
        ...een,
        wmo: { ...een.wmo, voorzieningen: [{ soort: 'rolstoel', deel: 0.4, kostenPer4WekenEuro: 1 }] },
      }),
      'wmo.voorzieningen',
      /samen 0\.400/u,
    ],
    [
      'een aanname buiten haar eigen grenzen',
      (een: Marginalen) => ({
        ...een,
        aannamen: { ...een.aannamen, czm_deelname: { ...een.aannamen.czm_deelname, waarde: 0.99 } },
      }),
      'aannamen.czm_deelname',
      /tussen laag en hoog/u,
    ],
    [
      'geen telling om naar te maken',
      (een: Marginalen) => ({ ...een, marges: een.marges.filter(({ rol }) => rol === 'toets') }),
      'marges',
      /geen telling van huishoudens/u,
    ],
    ['een lijst', () => [], '', /./u],
  ] as const)
    test(naam, async () => {
      const uit = leesMarginalen(verander(await bestand()))
      assert.ok(!uit.ok)
      const fout = uit.reden.find((een) => een.pad === pad)
      assert.ok(fout, JSON.stringify(uit.reden))
      assert.match(fout.zin, zin)
    })
})
