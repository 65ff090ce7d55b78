import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { type Boekhouder, maakBoekhouder, verplicht } from '#grootboek/deur.ts'
import { stelIn } from '#grootboek/instelling/instelling.flow.ts'
import { findPostsaldi, findTijdstip } from '#grootboek/stand.store.ts'
import { gaVerplichtingAan, voegMeerwerkToe } from '#grootboek/verplichting/aangaan.flow.ts'
import { boekFactuur, laatVerplichtingVrijvallen } from '#grootboek/verplichting/factuur.flow.ts'
import { deelstanden, levensloop, register } from '#grootboek/verplichting/leven.ts'
import { findLevenVan, findVerplichtingkoppen } from '#grootboek/verplichting/verplichting.store.ts'
import type { Aangaan } from '#grootboek/verplichting/verplichting.ts'
import { testBezoek } from '#test/bezoek.ts'
import { geefRolMandaat, kenBudgetToe, saldiVan, saldo } from '#test/boekproef.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import type { Bezoek } from '#toegang/deur.ts'

const INLOOP: Aangaan = {
  programma: 'proef',
  onderdeel: 'inloop',
  geldigOp: datum('2024-03-01'),
  jaren: [{ jaar: 2024, bedragCent: centen(1_000_00) }],
  betaling: { soort: 'bron', bron: 'rijk' },
  van: null,
  tot: null,
}
const BUDGET = { programma: 'proef', onderdeel: 'inloop', jaar: 2024, bron: 'rijk' }

type Proef = { db: GemeenteDb; boekhouder: Boekhouder; houder: Bezoek; adviseur: Bezoek }

opBeideDatabanken('verplichtingen', (databank) => {
  const proef = async (mandaat = 100_000_00): Promise<Proef> => {
    const db = await verseGemeente(databank())
    const boekhouder = maakBoekhouder()
    await kenBudgetToe(boekhouder, db)
    if (mandaat > 0) await geefRolMandaat(db, 'budgethouder', mandaat)
    return {
      db,
      boekhouder,
      houder: await testBezoek(db, 'budgethouder'),
      adviseur: await testBezoek(db, 'financieel-adviseur'),
    }
  }
  const aan = async ({ boekhouder, houder }: Proef, anders: Partial<Aangaan> = {}): Promise<string> => {
    const uitkomst = await gaVerplichtingAan(
      boekhouder,
      houder,
      { ...INLOOP, ...anders },
      { omschrijving: 'Huur' },
    )
    assert.ok(uitkomst.ok && uitkomst.waarde.verplichting !== null, JSON.stringify(uitkomst))
    return uitkomst.waarde.verplichting
  }
  const factuur = ({ boekhouder, adviseur }: Proef, verplichting: string, bedrag: number, nummer = 'F1') =>
    boekFactuur(boekhouder, adviseur, {
      programma: 'proef',
      verplichting,
      factuur: nummer,
      geldigOp: datum('2024-04-01'),
      jaar: 2024,
      bedragCent: centen(bedrag),
    })
  const leven = ({ db }: Proef, v: string) => db.lees((lezer) => findLevenVan(lezer, 'proef', v))

  test('aangaan over meer jaren en bronnen, meerwerk, facturen, creditnota, vrijval en einde', async () => {
    const p = await proef()
    const v = await aan(p, {
      jaren: [
        { jaar: 2024, bedragCent: centen(1_000_00) },
        { jaar: 2025, bedragCent: centen(500_00) },
      ],
      betaling: {
        soort: 'aandelen',
        aandelen: [
          { bron: 'rijk', gewicht: 3 },
          { bron: 'reserve', gewicht: 1 },
        ],
      },
    })
    assert.equal(v, 'v2024-0001')
    const meer = await voegMeerwerkToe(
      p.boekhouder,
      p.houder,
      'proef',
      { verplichting: v, geldigOp: datum('2024-05-01'), jaren: INLOOP.jaren, betaling: INLOOP.betaling },
      { omschrijving: 'Langer open' },
    )
    assert.ok(meer.ok, JSON.stringify(meer))
    const een = await factuur(p, v, 2_100_00)
    assert.ok(een.ok)
    assert.deepEqual(een.waarde.waarschuwingen, [{ code: 'boven_openstaand', bovenCent: 100_00 }])
    assert.ok((await factuur(p, v, -300_00, 'C1')).ok)
    const over = deelstanden(await leven(p, v), v)
    const som = (wat: 'aangegaanCent' | 'gefactureerdCent' | 'openCent' | 'bovenCent', jaar: number) =>
      over.filter(({ budget }) => budget.jaar === jaar).reduce((totaal, deel) => totaal + deel[wat], 0)
    assert.equal(som('aangegaanCent', 2024), 2_000_00)
    assert.equal(som('gefactureerdCent', 2024), 1_800_00)
    assert.equal(som('bovenCent', 2024), 0)
    assert.equal(som('openCent', 2024), 200_00)
    const einde = { programma: 'proef', verplichting: v, geldigOp: datum('2024-12-31') }
    const leeg = await laatVerplichtingVrijvallen(p.boekhouder, p.houder, {
      ...einde,
      reden: ' ',
      afsluiten: true,
    })
    assert.deepEqual(leeg, { ok: false, reden: { code: 'reden_ontbreekt' } })
    const klaar = await laatVerplichtingVrijvallen(p.boekhouder, p.houder, {
      ...einde,
      reden: 'Klaar',
      afsluiten: true,
    })
    assert.ok(klaar.ok)
    assert.equal(klaar.waarde.vrijCent, 700_00)
    assert.deepEqual(
      levensloop(await leven(p, v), v).map(({ wat, bedragCent, openCent }) => [wat, bedragCent, openCent]),
      [
        ['aangegaan', 1_500_00, 1_500_00],
        ['meerwerk', 1_000_00, 2_500_00],
        ['factuur', 2_100_00, 500_00],
        ['creditnota', -300_00, 700_00],
        ['vrijval', 700_00, 0],
      ],
    )
    const [kop] = await p.db.lees((lezer) => findVerplichtingkoppen(lezer, 'proef'))
    assert.deepEqual([kop?.id, kop?.afgesloten], [v, true])
    const opnieuw = await laatVerplichtingVrijvallen(p.boekhouder, p.houder, {
      ...einde,
      reden: 'x',
      afsluiten: true,
    })
    assert.deepEqual(opnieuw, { ok: false, reden: { code: 'verplichting_afgesloten' } })
    // Een creditnota op wat klaar is, is een feit: zij wordt geboekt en opent niets.
    assert.ok((await factuur(p, v, -10_00, 'C2')).ok)
    assert.equal(levensloop(await leven(p, v), v).at(-1)?.openCent, 0)
  })

  test('boven de vrije ruimte: geweigerd, gemeld of stil, zoals de gemeente koos', async () => {
    const p = await proef()
    const te = { ...INLOOP, jaren: [{ jaar: 2024, bedragCent: centen(15_000_01) }] }
    const doe = () => gaVerplichtingAan(p.boekhouder, p.houder, te, { omschrijving: 'x' })
    const tekort = { code: 'boven_ruimte', jaar: 2024, tekortCent: 1 }
    assert.deepEqual(await doe(), { ok: false, reden: tekort })
    await stelIn(p.adviseur, { verplichting_boven_ruimte: 'waarschuwen' })
    const gemeld = await doe()
    assert.ok(gemeld.ok)
    assert.deepEqual(gemeld.waarde.waarschuwingen, [tekort])
    await stelIn(p.adviseur, { verplichting_boven_ruimte: 'geen' })
    const stil = await doe()
    assert.ok(stil.ok)
    assert.deepEqual(stil.waarde.waarschuwingen, [])
  })

  test('een waterval kijkt naar wat er op dat ogenblik vrij is', async () => {
    const p = await proef()
    const betaling = { soort: 'waterval', bronnen: ['rijk', 'reserve'] } as const
    const wat = {
      jaren: [{ jaar: 2024, bedragCent: centen(12_000_00) }],
      betaling: { ...betaling, bronnen: [...betaling.bronnen] },
    }
    const v = await aan(p, wat)
    assert.equal(await saldo(p.db, verplicht(BUDGET, v)), 10_000_00)
    assert.equal(await saldo(p.db, verplicht({ ...BUDGET, bron: 'reserve' }, v)), 2_000_00)
  })

  test('tegelijk aangaan geeft elk een eigen nummer', async () => {
    const p = await proef()
    const nummers = await Promise.all(
      Array.from({ length: 8 }, () => aan(p, { jaren: [{ jaar: 2024, bedragCent: centen(1_00) }] })),
    )
    assert.deepEqual(
      nummers.toSorted(),
      Array.from({ length: 8 }, (_, i) => `v2024-000${i + 1}`),
    )
  })

  test('twee facturen tegelijk om de laatste cent: één past, de ander gaat erboven', async () => {
    const p = await proef()
    const v = await aan(p)
    // Twee boekhouders, zoals twee processen naast elkaar.
    const ander = { ...p, boekhouder: maakBoekhouder() }
    const uitkomsten = await Promise.all([
      factuur(p, v, 1_000_00, 'F1'),
      factuur(ander, v, 1_000_00, 'F2'),
      factuur(p, v, 1, 'F3'),
    ])
    const boven = uitkomsten.flatMap((uitkomst) =>
      uitkomst.ok ? uitkomst.waarde.waarschuwingen.map((w) => ('bovenCent' in w ? w.bovenCent : 0)) : [-1],
    )
    assert.equal(
      boven.reduce<number>((som, bedrag) => som + bedrag, 0),
      1_000_01,
    )
    assert.equal(await saldo(p.db, verplicht(BUDGET, v)), 0)
    const stand = deelstanden(await leven(p, v), v)[0]
    assert.deepEqual([stand?.gefactureerdCent, stand?.bovenCent], [1_000_00, 1_000_01])
  })

  test('hetzelfde verzoek nog eens geeft hetzelfde antwoord en boekt niets', async () => {
    const p = await proef()
    const verzoek = { sleutel: 'a', inhoud: INLOOP }
    const doe = () => gaVerplichtingAan(p.boekhouder, p.houder, INLOOP, { omschrijving: 'Huur', verzoek })
    const [een, twee] = [await doe(), await doe()]
    assert.deepEqual(een, twee)
    assert.equal((await p.db.lees((lezer) => findVerplichtingkoppen(lezer, 'proef'))).length, 1)
  })

  test('het register telt per verplichting, en wat fout is ingevuld wordt geweigerd', async () => {
    const p = await proef()
    const v = await aan(p)
    await factuur(p, v, 250_00)
    const saldi = await p.db.lees(async (lezer) =>
      findPostsaldi(lezer, await findTijdstip(lezer, {}), { rekeningsoorten: ['verplicht'] }),
    )
    assert.deepEqual(register(saldi), [
      {
        verplichting: v,
        aangegaanCent: 1_000_00,
        gefactureerdCent: 250_00,
        vrijgevallenCent: 0,
        verplaatstCent: 0,
        openCent: 750_00,
        onderdelen: ['inloop'],
        jaren: [2024],
        bronnen: ['rijk'],
      },
    ])
    const nul = { ...INLOOP, jaren: [{ jaar: 2024, bedragCent: centen(0) }] }
    for (const [invoer, omschrijving, code] of [
      [nul, 'x', 'bedrag_niet_positief'],
      [INLOOP, ' ', 'omschrijving_ontbreekt'],
      [{ ...INLOOP, van: datum('2024-02-01'), tot: datum('2024-01-31') }, 'x', 'tot_voor_van'],
    ] as const)
      assert.deepEqual(await gaVerplichtingAan(p.boekhouder, p.houder, invoer, { omschrijving }), {
        ok: false,
        reden: { code },
      })
    const inwoner = await testBezoek(p.db)
    assert.deepEqual(await gaVerplichtingAan(p.boekhouder, inwoner, INLOOP, { omschrijving: 'x' }), {
      ok: false,
      reden: { code: 'mag_niet' },
    })
    assert.deepEqual(await factuur(p, 'v2024-0009', 1), {
      ok: false,
      reden: { code: 'verplichting_onbekend' },
    })
    assert.deepEqual(await factuur(p, v, 0), { ok: false, reden: { code: 'bedrag_nul' } })
    assert.deepEqual(await factuur(p, v, 1, 'a/b'), {
      ok: false,
      reden: { code: 'factuurnummer_onleesbaar' },
    })
    const teVeel = await laatVerplichtingVrijvallen(p.boekhouder, p.houder, {
      programma: 'proef',
      verplichting: v,
      geldigOp: datum('2024-04-01'),
      delen: [{ jaar: 2024, bron: 'rijk', bedragCent: centen(750_01) }],
      reden: 'x',
    })
    assert.deepEqual(teVeel, { ok: false, reden: { code: 'meer_dan_open', openCent: 750_00 } })
  })

  test('de tekst staat buiten de keten, en het saldo klopt met wat er geboekt is', async () => {
    const p = await proef()
    const v = await aan(p)
    const [eerste] = await leven(p, v)
    assert.match(eerste?.tekstafdruk ?? '', /^[0-9a-f]{64}$/u)
    assert.equal((await saldiVan(p.db)).get('proef:rijk:ruimte:inloop:2024'), 9_000_00)
  })
})
