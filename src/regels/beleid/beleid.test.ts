import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { boekVan } from '#regels/beleid/boek.ts'
import { klifmerken, lijnenVan } from '#regels/beleid/curvelezen.ts'
import { begindag } from '#regels/beleid/dag.ts'
import { maakLade } from '#regels/beleid/lade.ts'
import { notitieVan } from '#regels/beleid/notitie.ts'
import { isLang, type Vergelijking, vergelijk } from '#regels/beleid/vergelijking.ts'
import {
  keurVraag,
  leesRuw,
  leesTeken,
  maakTeken,
  ruwVan,
  type Vergelijkvraag,
  zoekVan,
} from '#regels/beleid/vraag.ts'
import { antwoord, huishoudens, isOnbeslist, kostenzin, rond } from '#regels/beleid/zinnen.ts'
import { findMarginalen } from '#regels/bevolking/ingebouwd.store.ts'
import type { Bladcel, Regelsblad } from '#regels/poorten.ts'
import { HUIDIG, KLARE_VARIANTEN, vindVariant } from '#regels/variant/klaar.ts'
import { Variant } from '#regels/variant/variant.ts'

const DAG = datum('2023-06-01')
const GEMEENTE = { code: 'gm1731', naam: 'Midden-Drenthe' }
const gewoon = (tekst: string): string => tekst.replaceAll('\u00a0', ' ')
const variant = (id: string): Variant => vindVariant(id) ?? HUIDIG
const vraagVan = (...ids: string[]): Vergelijkvraag => ({
  dag: DAG,
  varianten: ids.map(variant),
  reeksen: 50,
  doortrekken: false,
})

describe('de vraag in het adres', () => {
  test('wat in het adres gaat, komt er hetzelfde uit', () => {
    const eigen = fc
      .record({
        naam: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((een) => een.trim() !== ''),
        cent: fc.integer({ min: 0, max: 2000 }),
        procent: fc.integer({ min: 1, max: 30_000 }),
        stopt: fc.boolean(),
      })
      .map(({ naam, cent, procent, stopt }) =>
        Variant.parse({
          id: 'eigen-1',
          naam,
          abonnementCent: cent,
          nihil: { alleen: { procent: procent / 100 } },
          czm: stopt ? 'stopt' : 'blijft',
        }),
      )
    fc.assert(
      fc.property(
        eigen,
        fc.subarray(
          KLARE_VARIANTEN.filter(({ id }) => id !== 'huidig'),
          { maxLength: 3 },
        ),
        (een, klaar) => {
          const vraag = { dag: DAG, varianten: [...klaar, een], reeksen: 200, doortrekken: true }
          const terug = keurVraag(leesRuw(new URLSearchParams(zoekVan(ruwVan(vraag))), datum('2020-01-01')))
          assert.deepEqual(terug.fouten, [])
          assert.deepEqual(terug.vraag, vraag)
        },
      ),
    )
  })

  for (const [naam, zoek, zin] of [
    ['geen variant', 'dag=2023-06-01', /minstens één/u],
    ['alleen het huidige beleid', 'v=huidig', /minstens één/u],
    ['een variant die er niet is', 'v=gratis-bier', /kennen wij niet/u],
    ['kapotte JSON', 'v={"naam":', /kennen wij niet/u],
    [
      'een eigen variant met een veld te veel',
      'v={"id":"eigen-1","naam":"a","kleur":"rood"}',
      /kennen wij niet/u,
    ],
    [
      'een eigen variant die zich huidig noemt',
      'v={"id":"huidig","naam":"a","abonnementCent":0}',
      /kennen wij niet/u,
    ],
    [
      'een eigen variant als geldend recht',
      'v={"id":"eigen-1","naam":"a","status":"geldend"}',
      /kennen wij niet/u,
    ],
    [
      'twee keer hetzelfde id',
      'v={"id":"eigen-1","naam":"a"}&v={"id":"eigen-1","naam":"b"}',
      /dezelfde naam/u,
    ],
    ['een dag die er niet is', 'v=czm-stopt&dag=2023-02-30', /dag in die bestaat/u],
    ['te veel varianten', 'v=czm-stopt&v=nihil-110&v=nihil-120&v=nihil-130&v=nihil-150', /hoogstens 4/u],
    ['een rare keuze van reeksen', 'v=czm-stopt&reeksen=1000000', /hoe vaak/u],
    [
      'een veel te lang adres',
      `v=czm-stopt&v={"id":"eigen-1","naam":"a","uitleg":"${'é'.repeat(990)}"}&v={"id":"eigen-2","naam":"a","uitleg":"${'é'.repeat(990)}"}`,
      /passen samen niet/u,
    ],
  ] as const)
    test(`${naam}: een zin`, () => {
      const { vraag, fouten } = keurVraag(leesRuw(new URLSearchParams(zoek), DAG))
      assert.equal(vraag, undefined)
      assert.match(fouten.map((een) => een.zin).join(' '), zin)
    })

  test('elke klare variant heeft een kort teken', () => {
    for (const een of KLARE_VARIANTEN) {
      assert.equal(maakTeken(een), een.id)
      assert.equal(leesTeken(een.id), een)
    }
  })

  test('de eerste dag is er een waarop alles bekend is', () => {
    assert.equal(begindag('gm1731', datum('2026-11-22')), '2023-01-01')
    assert.equal(begindag('gm1731', datum('2023-06-01')), '2023-06-01')
    assert.equal(begindag('gm0000', datum('2026-03-01')), '2026-03-01')
    assert.equal(begindag('gm9999', datum('2026-03-01')), '2026-03-01')
  })
})

describe('een vergelijking', () => {
  let een: Vergelijking
  before(async () => {
    const marginalen = await findMarginalen('gm1731')
    assert.ok(marginalen !== undefined)
    const uit = await vergelijk(GEMEENTE, marginalen, vraagVan('nihil-130', 'czm-stopt'))
    assert.ok(uit.ok)
    een = uit.waarde
  })

  test('de eerste zin zegt wat het kost en wie meer betaalt', () => {
    const zin = gewoon(antwoord(een))
    assert.match(
      zin,
      /^“Niets betalen tot 130% van het minimum” kost de gemeente ongeveer € [\d.]+ per jaar meer dan nu/u,
    )
    assert.match(zin, /“De CZM stopt” kost de gemeente ongeveer € [\d.]+ per jaar minder dan nu/u)
    assert.match(zin, /meer betalen bij “De CZM stopt”: ongeveer \d+ huishoudens/u)
  })

  test('in het rekenblad komt uit elke formule wat er als waarde bij staat', () => {
    let formules = 0
    const waarde = (cel: Bladcel, blad: Regelsblad): number => {
      if (cel === null || typeof cel === 'string') return 0
      if (typeof cel === 'number') return cel
      formules++
      const tel = (plekken: typeof cel.erbij): number =>
        plekken.reduce((som, [r, k]) => som + waarde(blad.rijen[r]?.[k] ?? null, blad), 0)
      const uit = tel(cel.erbij) - tel(cel.eraf)
      assert.equal(uit, cel.waarde)
      return uit
    }
    for (const blad of boekVan(een).bladen)
      for (const rij of blad.rijen) for (const cel of rij) waarde(cel, blad)
    assert.ok(formules >= 6)
  })

  test('geen enkel aantal van een tot negen komt naar buiten', () => {
    const groepen = een.simulatie.varianten.flatMap(({ groepen: tabel }) => [
      tabel.totaal,
      ...tabel.perAs.flatMap(({ rijen }) => rijen),
      ...tabel.vakken,
    ])
    for (const rij of groepen)
      for (const aantal of [rij.aantal, rij.vooruit, rij.gelijk, rij.achteruit])
        assert.ok(aantal === null || aantal === 0 || aantal >= 10, JSON.stringify(rij))
    assert.doesNotMatch(gewoon(JSON.stringify(notitieVan(een))), /\b[1-9] huishoudens/u)
  })

  test('de notitie noemt synthetisch, de dag van de regels en de aanname die het meest telt', () => {
    const notitie = notitieVan(een)
    const tekst = gewoon(JSON.stringify(notitie))
    assert.equal(notitie.synthetisch, true)
    assert.match(tekst, /Regels van 1 juni 2023/u)
    assert.match(tekst, /het meest van “Deel van wie mag, dat de CZM heeft”/u)
  })

  test('de klif van 130%: één cent kost € 19 per maand, en met de CZM gestopt nog € 7', () => {
    const merken = klifmerken(lijnenVan(een, { type: 'alleen', czm: true }), 'betaalt').map((merk) =>
      gewoon(merk.tekst),
    )
    assert.match(
      merken.join(),
      /“Huidig beleid” en “Niets betalen.*€ 1\.476,64 per maand.*€ 19,00 per maand, dat is € 228 per jaar/u,
    )
    assert.match(merken.join(), /“De CZM stopt”.*€ 7,00 per maand/u)
  })

  test('dezelfde vraag wordt maar één keer uitgerekend, en wie stopt bewaart niets', async () => {
    const marginalen = await findMarginalen('gm1731')
    assert.ok(marginalen !== undefined)
    const lade = maakLade()
    const plek = { gemeente: GEMEENTE, marginalen, vraag: vraagVan('czm-stopt') }
    const gestopt = await lade.reken(plek, { signaal: AbortSignal.abort() })
    assert.deepEqual(gestopt, { ok: false, reden: { soort: 'gestopt' } })
    assert.equal(lade.vind(plek), undefined)
    const [een, ander] = await Promise.all([lade.reken(plek), lade.reken(plek)])
    assert.equal(een, ander)
    assert.equal(await lade.vind(plek), een)
  })

  test('veel varianten vaak namaken is lang, een enkele niet', async () => {
    const marginalen = await findMarginalen('gm1731')
    assert.ok(marginalen !== undefined)
    assert.equal(isLang(vraagVan('czm-stopt'), marginalen), false)
    assert.equal(
      isLang({ ...vraagVan('czm-stopt', 'nihil-110', 'nihil-120', 'nihil-130'), reeksen: 200 }, marginalen),
      true,
    )
  })
})

describe('de zinnen', () => {
  test('een schatting draagt niet meer cijfers dan zij waard is', () => {
    assert.deepEqual(
      [3_603_360, 123_456, 4_321, -3_603_360, 0].map(rond),
      [3_600_000, 120_000, 4_000, -3_600_000, 0],
    )
  })
  test('ligt nul in de band, dan is het niet te zeggen', () => {
    assert.ok(isOnbeslist({ midden: 50_000, laag: -10_000, hoog: 90_000 }))
    assert.match(kostenzin({ midden: 50_000, laag: -10_000, hoog: 90_000 }), /ongeveer evenveel/u)
    assert.match(kostenzin({ midden: 0, laag: 0, hoog: 0 }), /precies evenveel/u)
  })
  test('een kleine groep is geen getal', () => {
    assert.equal(huishoudens(null), 'minder dan 10 huishoudens')
    assert.equal(huishoudens({ midden: 0, laag: 0, hoog: 0 }), 'geen huishouden')
  })
})
