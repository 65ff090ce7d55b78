import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { type GemeenteDb, sql } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { type Boekhouder, findBoeking, findMandaten, maakBoekhouder, trekMandaatIn } from '#grootboek/deur.ts'
import { gaVerplichtingAan, voegMeerwerkToe } from '#grootboek/verplichting/aangaan.flow.ts'
import type { Aangaan } from '#grootboek/verplichting/verplichting.ts'
import { beoordeelVoorstel } from '#grootboek/voorstel/voorstel.flow.ts'
import { findVoorstel, findVoorstellen } from '#grootboek/voorstel/voorstel.store.ts'
import { testBezoek } from '#test/bezoek.ts'
import { geefRolMandaat, kenBudgetToe, saldiVan, sluit } from '#test/boekproef.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import type { Bezoek } from '#toegang/deur.ts'

const INLOOP: Aangaan = {
  programma: 'proef',
  onderdeel: 'inloop',
  geldigOp: datum('2024-03-01'),
  jaren: [{ jaar: 2024, bedragCent: centen(2_000_00) }],
  betaling: { soort: 'bron', bron: 'rijk' },
  van: null,
  tot: null,
}

type Proef = { db: GemeenteDb; boekhouder: Boekhouder; houder: Bezoek; manager: Bezoek; college: Bezoek }

opBeideDatabanken('voorstellen', (databank) => {
  const proef = async (): Promise<Proef> => {
    const db = await verseGemeente(databank())
    const boekhouder = maakBoekhouder()
    await kenBudgetToe(boekhouder, db)
    await geefRolMandaat(db, 'budgethouder', 1_000_00)
    await geefRolMandaat(db, 'programmamanager', 1_500_00)
    await geefRolMandaat(db, 'college', 50_000_00)
    return {
      db,
      boekhouder,
      houder: await testBezoek(db, 'budgethouder'),
      manager: await testBezoek(db, 'programmamanager'),
      college: await testBezoek(db, 'college'),
    }
  }
  const stelVoor = async ({ boekhouder, houder }: Proef, bedrag = 2_000_00): Promise<string> => {
    const invoer = { ...INLOOP, jaren: [{ jaar: 2024, bedragCent: centen(bedrag) }] }
    const uitkomst = await gaVerplichtingAan(boekhouder, houder, invoer, { omschrijving: 'Verbouwing' })
    assert.ok(uitkomst.ok && uitkomst.waarde.voorstel !== null, JSON.stringify(uitkomst))
    assert.equal(uitkomst.waarde.boeking, null)
    return uitkomst.waarde.voorstel
  }
  const keurGoed = ({ boekhouder }: Proef, wie: Bezoek, voorstel: string) =>
    beoordeelVoorstel(boekhouder, wie, { voorstel, oordeel: 'goedgekeurd' })
  const tekstVan = async (db: GemeenteDb, nr: number): Promise<unknown> =>
    db.lees(
      async (lezer) =>
        (await sql`select tekst from grootboek_tekst where boeking = ${nr}`.execute(lezer)).rows[0],
    )

  test('boven het mandaat ontstaat een voorstel; een ander met genoeg mandaat boekt het', async () => {
    const p = await proef()
    const id = await stelVoor(p)
    assert.equal((await saldiVan(p.db)).get('proef:rijk:ruimte:inloop:2024'), 10_000_00)
    assert.deepEqual(await keurGoed(p, p.manager, id), {
      ok: false,
      reden: { code: 'mandaat_te_laag', mandaatCent: 1_500_00 },
    })
    const goed = await keurGoed(p, p.college, id)
    assert.ok(goed.ok)
    const boeking = await p.db.lees((lezer) => findBoeking(lezer, goed.waarde.boeking ?? 0))
    const mandaten = await p.db.lees((lezer) => findMandaten(lezer, 'proef'))
    assert.equal(boeking?.door, p.houder.wie?.account)
    assert.equal(boeking?.tweede, p.college.wie?.account)
    assert.equal(boeking?.mandaat, mandaten.find(({ rol }) => rol === 'college')?.id)
    assert.deepEqual(await tekstVan(p.db, goed.waarde.boeking ?? 0), { tekst: 'Verbouwing' })
    const na = await p.db.lees((lezer) => findVoorstel(lezer, id))
    assert.deepEqual([na?.oordeel, na?.tekst, na?.boeking], ['goedgekeurd', null, goed.waarde.boeking])
  })

  test('binnen het mandaat wordt meteen geboekt, met dat mandaat erbij', async () => {
    const p = await proef()
    const invoer = { ...INLOOP, jaren: [{ jaar: 2024, bedragCent: centen(1_000_00) }] }
    const uitkomst = await gaVerplichtingAan(p.boekhouder, p.houder, invoer, { omschrijving: 'Huur' })
    assert.ok(uitkomst.ok)
    const boeking = await p.db.lees((lezer) => findBoeking(lezer, uitkomst.waarde.boeking ?? 0))
    assert.notEqual(boeking?.mandaat, null)
    assert.equal(boeking?.tweede, null)
  })

  test('meerwerk telt op bij wat er al was: stukjes knippen helpt niet', async () => {
    const p = await proef()
    const invoer = { ...INLOOP, jaren: [{ jaar: 2024, bedragCent: centen(900_00) }] }
    const begin = await gaVerplichtingAan(p.boekhouder, p.houder, invoer, { omschrijving: 'Huur' })
    assert.ok(begin.ok && begin.waarde.verplichting !== null)
    const meer = await voegMeerwerkToe(
      p.boekhouder,
      p.houder,
      'proef',
      {
        verplichting: begin.waarde.verplichting,
        geldigOp: INLOOP.geldigOp,
        betaling: INLOOP.betaling,
        jaren: [{ jaar: 2024, bedragCent: centen(100_01) }],
      },
      { omschrijving: 'Meer' },
    )
    assert.ok(meer.ok && meer.waarde.voorstel !== null)
    assert.ok((await keurGoed(p, p.manager, meer.waarde.voorstel)).ok)
    assert.equal((await saldiVan(p.db)).get('proef:rijk:ruimte:inloop:2024'), 10_000_00 - 1_000_01)
  })

  test('nooit over het eigen voorstel; afwijzen met een reden; intrekken doet alleen wie het voorstelde', async () => {
    const p = await proef()
    const id = await stelVoor(p)
    const zelf = await testBezoek(p.db, 'college')
    const dubbel = { ...zelf, wie: zelf.wie && { ...zelf.wie, account: p.houder.wie?.account ?? '' } }
    assert.deepEqual(await keurGoed(p, dubbel, id), { ok: false, reden: { code: 'eigen_voorstel' } })
    const doe = (wie: Bezoek, oordeel: 'afgewezen' | 'ingetrokken', reden = '') =>
      beoordeelVoorstel(p.boekhouder, wie, { voorstel: id, oordeel, reden })
    assert.deepEqual(await doe(p.college, 'ingetrokken'), {
      ok: false,
      reden: { code: 'niet_eigen_voorstel' },
    })
    assert.deepEqual(await doe(p.college, 'afgewezen'), { ok: false, reden: { code: 'reden_ontbreekt' } })
    assert.ok((await doe(p.college, 'afgewezen', 'Te duur')).ok)
    assert.deepEqual(await doe(p.houder, 'ingetrokken'), {
      ok: false,
      reden: { code: 'al_besloten', oordeel: 'afgewezen' },
    })
    const ander = await stelVoor(p)
    assert.ok(
      (await beoordeelVoorstel(p.boekhouder, p.houder, { voorstel: ander, oordeel: 'ingetrokken' })).ok,
    )
    const raadslid = await testBezoek(p.db, 'raadslid')
    assert.deepEqual(await keurGoed(p, raadslid, ander), { ok: false, reden: { code: 'mag_niet' } })
    for (const onbekend of ['x', '018f3a3e-0000-7000-8000-000000000000'])
      assert.deepEqual(await keurGoed(p, p.college, onbekend), {
        ok: false,
        reden: { code: 'voorstel_onbekend' },
      })
    const klaar = await p.db.lees((lezer) => findVoorstellen(lezer, 'proef', 'klaar', 10))
    assert.deepEqual(new Set(klaar.map(({ oordeel }) => oordeel)), new Set(['afgewezen', 'ingetrokken']))
    assert.deepEqual(await p.db.lees((lezer) => findVoorstellen(lezer, 'proef', 'open', 10)), [])
  })

  test('twee keuren tegelijk goed: één boeking, en de ander hoort dat er al besloten is', async () => {
    const p = await proef()
    const id = await stelVoor(p)
    const tweede = await testBezoek(p.db, 'college')
    const naast = { ...p, boekhouder: maakBoekhouder() }
    const uitkomsten = await Promise.all([
      keurGoed(p, p.college, id),
      keurGoed(p, tweede, id),
      keurGoed(naast, tweede, id),
    ])
    assert.equal(uitkomsten.filter(({ ok }) => ok).length, 1)
    for (const uitkomst of uitkomsten)
      if (!uitkomst.ok) assert.deepEqual(uitkomst.reden, { code: 'al_besloten', oordeel: 'goedgekeurd' })
    assert.equal((await saldiVan(p.db)).get('proef:rijk:ruimte:inloop:2024'), 8_000_00)
  })

  test('goedkeuren kijkt naar de stand van nu: geen ruimte, een gesloten maand, een ingetrokken mandaat', async () => {
    const p = await proef()
    const id = await stelVoor(p, 14_000_00)
    const ander = await stelVoor(p, 13_000_00)
    assert.ok((await keurGoed(p, p.college, ander)).ok)
    assert.deepEqual(await keurGoed(p, p.college, id), {
      ok: false,
      reden: { code: 'boven_ruimte', jaar: 2024, tekortCent: 12_000_00 },
    })
    const klein = await stelVoor(p, 1_000_01)
    const adviseur = await testBezoek(p.db, 'financieel-adviseur')
    await sluit(p.boekhouder, adviseur, '2024-03')
    const dicht = await keurGoed(p, p.college, klein)
    assert.ok(!dicht.ok && dicht.reden.code === 'periode_dicht' && dicht.reden.eersteOpen === '2024-04')
    const { eersteOpen: uitwijkNaar } = dicht.reden
    const mandaten = await p.db.lees((lezer) => findMandaten(lezer, 'proef'))
    for (const { id: mandaat, rol } of mandaten) if (rol === 'college') await trekMandaatIn(adviseur, mandaat)
    const invoer = { voorstel: klein, oordeel: 'goedgekeurd', uitwijkNaar } as const
    assert.deepEqual(await beoordeelVoorstel(p.boekhouder, p.college, invoer), {
      ok: false,
      reden: { code: 'mandaat_te_laag', mandaatCent: null },
    })
    const geboekt = await beoordeelVoorstel(p.boekhouder, p.manager, invoer)
    assert.ok(geboekt.ok, JSON.stringify(geboekt))
    const boeking = await p.db.lees((lezer) => findBoeking(lezer, geboekt.waarde.boeking ?? 0))
    assert.deepEqual([boeking?.geldigOp, boeking?.betreft], ['2024-04-01', '2024-03'])
  })
})
