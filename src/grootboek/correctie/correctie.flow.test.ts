import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { corrigeer } from '#grootboek/correctie/correctie.flow.ts'
import { type Boekhouder, findBoeking, findKop, maakBoekhouder, Periode } from '#grootboek/deur.ts'
import { boekMetDeHand } from '#grootboek/handboeking/handboeking.flow.ts'
import {
  alsHandinvoer,
  type Ontvangstinvoer,
  type Realisatieinvoer,
} from '#grootboek/handboeking/handboeking.ts'
import { stelIn } from '#grootboek/instelling/instelling.flow.ts'
import { gaVerplichtingAan } from '#grootboek/verplichting/aangaan.flow.ts'
import { boekFactuur } from '#grootboek/verplichting/factuur.flow.ts'
import { testBezoek } from '#test/bezoek.ts'
import { geefRolMandaat, kenBudgetToe, saldiVan, sluit } from '#test/boekproef.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import type { Bezoek } from '#toegang/deur.ts'

const UITGAVE: Realisatieinvoer = {
  soort: 'realisatie',
  programma: 'proef',
  onderdeel: 'inloop',
  jaar: 2024,
  bedragCent: centen(100_00),
  geldigOp: datum('2024-03-15'),
  stuk: 'F-1',
  betaling: { soort: 'bron', bron: 'rijk' },
}
const ONTVANGST: Ontvangstinvoer = {
  soort: 'ontvangst',
  programma: 'proef',
  bron: 'rijk',
  jaar: 2024,
  bedragCent: centen(500_00),
  geldigOp: datum('2024-02-01'),
  stuk: 'A-1',
}

type Proef = { db: GemeenteDb; boekhouder: Boekhouder; adviseur: Bezoek }

opBeideDatabanken('handboekingen en correcties', (databank) => {
  const proef = async (): Promise<Proef> => {
    const db = await verseGemeente(databank())
    const boekhouder = maakBoekhouder()
    await kenBudgetToe(boekhouder, db)
    return { db, boekhouder, adviseur: await testBezoek(db, 'financieel-adviseur') }
  }
  const boek = async (
    { boekhouder, adviseur }: Proef,
    invoer: Realisatieinvoer | Ontvangstinvoer = UITGAVE,
  ) => {
    const uitkomst = await boekMetDeHand(boekhouder, adviseur, invoer)
    assert.ok(uitkomst.ok, JSON.stringify(uitkomst))
    return uitkomst.waarde
  }
  const corrigeerAls = ({ boekhouder, adviseur }: Proef, nr: number, anders = {}) =>
    corrigeer(boekhouder, adviseur, {
      nr,
      geldigOp: datum('2024-03-20'),
      reden: 'Verkeerd onderdeel',
      ...anders,
    })

  test('een uitgave boven de ruimte wordt geboekt en gemeld; een ontvangst telt bij haar bron', async () => {
    const p = await proef()
    const { waarschuwingen } = await boek(p, { ...UITGAVE, bedragCent: centen(15_000_01) })
    assert.deepEqual(waarschuwingen, [{ code: 'boven_ruimte', jaar: 2024, tekortCent: 1 }])
    await boek(p, ONTVANGST)
    const saldi = await saldiVan(p.db)
    assert.equal(saldi.get('proef:rijk:ruimte:inloop:2024'), -5_000_01)
    assert.equal(saldi.get('proef:rijk:ontvangen:2024'), -500_00)
    assert.equal(saldi.get('proef:rijk:toegezegd:2024'), 500_00)
  })

  test('buiten de looptijd: gemeld, en geweigerd als de gemeente dat zo wil', async () => {
    const p = await proef()
    const buiten = { ...UITGAVE, looptijd: { tot: '2024-03-14' } }
    assert.deepEqual((await boek(p, buiten)).waarschuwingen, [{ code: 'buiten_looptijd' }])
    await stelIn(p.adviseur, { boeking_buiten_looptijd: 'weigeren' })
    assert.deepEqual(await boekMetDeHand(p.boekhouder, p.adviseur, buiten), {
      ok: false,
      reden: { code: 'buiten_looptijd' },
    })
  })

  test('wat niet te boeken is, wordt geweigerd met zijn reden', async () => {
    const p = await proef()
    for (const [anders, code] of [
      [{ bedragCent: centen(0) }, 'bedrag_nul'],
      [{ stuk: 'é' }, 'stuk_onleesbaar'],
    ] as const)
      assert.deepEqual(await boekMetDeHand(p.boekhouder, p.adviseur, { ...UITGAVE, ...anders }), {
        ok: false,
        reden: { code },
      })
    const houder = await testBezoek(p.db, 'budgethouder')
    const weigering = { ok: false, reden: { code: 'mag_niet' } }
    assert.deepEqual(await boekMetDeHand(p.boekhouder, houder, UITGAVE), weigering)
    assert.deepEqual(await corrigeerAls({ ...p, adviseur: houder }, 1), weigering)
  })

  test('corrigeren brengt elk saldo terug, en opnieuw boeken gaat er in één keer achteraan', async () => {
    const p = await proef()
    const voor = await saldiVan(p.db)
    const { boeking } = await boek(p)
    const fout = await p.db.lees((lezer) => findBoeking(lezer, boeking))
    assert.ok(fout !== undefined)
    const invoer = alsHandinvoer(fout)
    assert.deepEqual(invoer, { ...UITGAVE, kenmerk: undefined })
    const goed = await corrigeerAls(p, boeking, {
      opnieuw: { ...UITGAVE, onderdeel: 'steun', betaling: { soort: 'nog-te-verdelen' } },
    })
    assert.ok(goed.ok)
    const spiegel = await p.db.lees((lezer) => findBoeking(lezer, goed.waarde.spiegel))
    assert.deepEqual([spiegel?.corrigeert, spiegel?.soort], [boeking, 'realisatie'])
    const saldi = await saldiVan(p.db)
    assert.equal(saldi.get('proef:rijk:ruimte:inloop:2024'), voor.get('proef:rijk:ruimte:inloop:2024'))
    assert.equal(saldi.get('proef:-:realisatie:steun:2024'), 100_00)
    assert.deepEqual(await corrigeerAls(p, boeking), {
      ok: false,
      reden: { code: 'al_gecorrigeerd', door: goed.waarde.spiegel },
    })
    assert.deepEqual(await corrigeerAls(p, goed.waarde.spiegel), {
      ok: false,
      reden: { code: 'is_correctie', van: boeking },
    })
  })

  test('gaat opnieuw boeken niet, dan blijft ook de spiegel weg', async () => {
    const p = await proef()
    const { boeking } = await boek(p)
    const niet = await corrigeerAls(p, boeking, { opnieuw: { ...UITGAVE, bedragCent: centen(0) } })
    assert.deepEqual(niet, { ok: false, reden: { code: 'bedrag_nul' } })
    assert.equal((await p.db.lees(findKop)).nr, boeking)
    assert.deepEqual(await corrigeerAls(p, boeking, { reden: ' ' }), {
      ok: false,
      reden: { code: 'reden_ontbreekt' },
    })
    assert.deepEqual(await corrigeerAls(p, 99), { ok: false, reden: { code: 'boeking_onbekend' } })
  })

  test('twee mensen corrigeren tegelijk: één spiegel', async () => {
    const p = await proef()
    const { boeking } = await boek(p)
    const uitkomsten = await Promise.all([
      corrigeerAls(p, boeking),
      corrigeerAls(p, boeking),
      corrigeerAls({ ...p, boekhouder: maakBoekhouder() }, boeking),
    ])
    assert.equal(uitkomsten.filter(({ ok }) => ok).length, 1)
    for (const uitkomst of uitkomsten) if (!uitkomst.ok) assert.equal(uitkomst.reden.code, 'al_gecorrigeerd')
    assert.equal((await p.db.lees(findKop)).nr, boeking + 1)
  })

  test('een boeking uit een gesloten maand wordt gecorrigeerd in de eerste open maand', async () => {
    const p = await proef()
    const { boeking } = await boek(p)
    await sluit(p.boekhouder, p.adviseur, '2024-03')
    const dicht = await corrigeerAls(p, boeking)
    assert.ok(!dicht.ok && dicht.reden.code === 'periode_dicht')
    const goed = await corrigeerAls(p, boeking, { uitwijkNaar: Periode.parse('2024-04') })
    assert.ok(goed.ok)
    const spiegel = await p.db.lees((lezer) => findBoeking(lezer, goed.waarde.spiegel))
    assert.deepEqual([spiegel?.geldigOp, spiegel?.betreft], ['2024-04-01', '2024-03'])
  })

  test('een verplichting waarop al gefactureerd is, laat zich er niet onderuit trekken', async () => {
    const p = await proef()
    await geefRolMandaat(p.db, 'budgethouder', 10_000_00)
    const aan = await gaVerplichtingAan(
      p.boekhouder,
      await testBezoek(p.db, 'budgethouder'),
      {
        programma: 'proef',
        onderdeel: 'inloop',
        geldigOp: datum('2024-03-01'),
        jaren: [{ jaar: 2024, bedragCent: centen(1_000_00) }],
        betaling: { soort: 'bron', bron: 'rijk' },
        van: null,
        tot: null,
      },
      { omschrijving: 'Huur' },
    )
    assert.ok(aan.ok)
    const verplichting = aan.waarde.verplichting ?? ''
    const factuur = {
      programma: 'proef',
      verplichting,
      factuur: 'F1',
      geldigOp: datum('2024-04-01'),
      jaar: 2024,
      bedragCent: centen(600_00),
    }
    const een = await boekFactuur(p.boekhouder, p.adviseur, factuur)
    assert.ok(een.ok)
    assert.deepEqual(await corrigeerAls(p, aan.waarde.boeking ?? 0), {
      ok: false,
      reden: { code: 'open_negatief', verplichting, tekortCent: 600_00 },
    })
    // De factuur zelf kan wel gecorrigeerd worden, en opnieuw geboekt tegen de verplichting zoals zij dan weer openstaat.
    const opnieuw = { ...factuur, soort: 'factuur', bedragCent: centen(1_000_01) }
    const goed = await corrigeerAls(p, een.waarde.boeking, { opnieuw })
    assert.ok(goed.ok)
    assert.deepEqual(goed.waarde.waarschuwingen, [{ code: 'boven_openstaand', bovenCent: 1 }])
    assert.equal((await saldiVan(p.db)).get(`proef:rijk:verplicht:inloop:2024:${verplichting}`), undefined)
  })

  test('een ontvangst is als invoer terug te lezen, een andere boeking niet', async () => {
    const p = await proef()
    const { boeking } = await boek(p, ONTVANGST)
    const geboekt = await p.db.lees((lezer) => findBoeking(lezer, boeking))
    assert.deepEqual(geboekt && alsHandinvoer(geboekt), ONTVANGST)
    const raming = await p.db.lees((lezer) => findBoeking(lezer, 1))
    assert.equal(raming && alsHandinvoer(raming), undefined)
  })

  test('de raming zelf is niet los te corrigeren, en een boeking van een ander programma bestaat hier niet', async () => {
    const p = await proef()
    assert.deepEqual(await corrigeerAls(p, 1), { ok: false, reden: { code: 'is_raming' } })
    const { boeking } = await boek(p, ONTVANGST)
    assert.deepEqual(await corrigeerAls(p, boeking, { programma: 'ander' }), {
      ok: false,
      reden: { code: 'boeking_onbekend' },
    })
  })
})
