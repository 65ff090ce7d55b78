import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { type GemeenteDb, sql } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { nieuwId } from '#basis/id.ts'
import {
  findBoekingenVan,
  findRekeningsaldi,
  maakBoekhouder,
  stelIn,
  type Wijzigingsregel,
} from '#grootboek/deur.ts'
import {
  beslisWijziging,
  boekWijziging,
  stelWijzigingVoor,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.flow.ts'
import {
  findWijziging,
  findWijzigingen,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.store.ts'
import { standVan } from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import { STANDAARDREGELS } from '#programma/begrotingswijzigingen/bevoegd.ts'
import { stelGeldregelsIn } from '#programma/begrotingswijzigingen/geldregels.flow.ts'
import { findGeldregels } from '#programma/begrotingswijzigingen/geldregels.store.ts'
import { findBesluiten } from '#programma/plan.store.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { BESLUIT, laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'

const krijgt = (onderdeel: string, bron: string | null, bedrag: number): Wijzigingsregel => ({
  soort: 'onderdeel',
  onderdeel,
  jaar: 2025,
  bron,
  bedragCent: centen(bedrag),
})
const VERSCHUIVING = [krijgt('inloop', 'rijk', -500_00), krijgt('steun', 'rijk', 500_00)]
const UIT_BRON: Wijzigingsregel[] = [
  krijgt('steun', 'rijk', 700_00),
  { soort: 'bron', bron: 'rijk', jaar: 2025, bedragCent: centen(-700_00) },
]
const NIEUW = { nieuw: { ...BESLUIT, orgaan: 'college', datum: datum('2025-04-01') } } as const

const begin = async (databank: Parameters<typeof verseGemeente>[0]) => {
  const db = await verseGemeente(databank)
  await laadVastgesteld(db, kleinPlan(db.schema))
  return { db, boekhouder: maakBoekhouder(), manager: await testBezoek(db, 'programmamanager') }
}
const saldo = async (db: GemeenteDb, naam: string): Promise<number> =>
  (await db.lees((lezer) => findRekeningsaldi(lezer, [naam]))).get(naam) ?? 0
const code = (uitkomst: { ok: true } | { ok: false; reden: { code: string } }): string =>
  uitkomst.ok ? 'gelukt' : uitkomst.reden.code

const stel = async (bezoek: Awaited<ReturnType<typeof testBezoek>>, regels: readonly Wijzigingsregel[]) => {
  const uitkomst = await stelWijzigingVoor(bezoek, 'proef', { regels, toelichting: 'Nodig', beleid: false })
  assert.ok(uitkomst.ok, JSON.stringify(uitkomst))
  return uitkomst.waarde.id
}

opBeideDatabanken('begrotingswijzigingen', (databank) => {
  test('van voorstel via besluit naar boeking, op de dag van het besluit', async () => {
    const { db, boekhouder, manager } = await begin(databank())
    const id = await stel(await testBezoek(db, 'budgethouder'), UIT_BRON)
    assert.equal(await saldo(db, 'proef:-:ruimte:steun:2025'), 3_000_01)
    assert.equal(code(await boekWijziging(boekhouder, manager, id)), 'stand_anders')
    assert.equal(
      code(await beslisWijziging(manager, id, { stand: 'besloten', besluit: undefined })),
      'besluit_onbekend',
    )
    assert.ok((await beslisWijziging(manager, id, { stand: 'besloten', besluit: NIEUW })).ok)
    const geboekt = await boekWijziging(boekhouder, manager, id)
    assert.ok(geboekt.ok)
    assert.equal(await saldo(db, 'proef:rijk:ruimte:steun:2025'), 700_00)
    assert.equal(await saldo(db, 'proef:rijk:dekking'), 6_300_00)
    const [boeking] = await db.lees((lezer) => findBoekingenVan(lezer, {}, 1))
    const besluit = (await db.lees(findBesluiten)).find(({ datum: dag }) => dag === '2025-04-01')
    assert.deepEqual(
      [boeking?.nr, boeking?.soort, boeking?.geldigOp, boeking?.grondslag.kenmerk],
      [geboekt.waarde.boeking, 'wijziging', '2025-04-01', besluit?.id],
    )
    const wijziging = await db.lees((lezer) => findWijziging(lezer, id))
    assert.equal(wijziging && standVan(wijziging), 'geboekt')
    assert.deepEqual([wijziging?.nummer, wijziging?.orgaan], [1, 'raad'])
    assert.equal(wijziging?.stappen.at(-1)?.boeking, geboekt.waarde.boeking)
  })

  test('tegelijk op boeken drukken boekt één keer, en tegelijk besluiten besluit één keer', async () => {
    const { db, boekhouder, manager } = await begin(databank())
    const id = await stel(manager, VERSCHUIVING)
    const besluiten = await Promise.all(
      [1, 2, 3].map(() => beslisWijziging(manager, id, { stand: 'besloten', besluit: undefined })),
    )
    assert.equal(besluiten.filter(({ ok }) => ok).length, 1)
    const ander = maakBoekhouder()
    const keren = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((i) => boekWijziging(i % 2 ? boekhouder : ander, manager, id)),
    )
    assert.equal(keren.filter(({ ok }) => ok).length, 1)
    assert.ok(keren.every((uitkomst) => uitkomst.ok || uitkomst.reden.code === 'stand_anders'))
    assert.equal(await saldo(db, 'proef:rijk:ruimte:inloop:2025'), 2_500_00)
    const [boeking] = await db.lees((lezer) => findBoekingenVan(lezer, {}, 1))
    assert.deepEqual(boeking?.grondslag, { soort: 'memo', kenmerk: `wijziging/${id}` })
  })

  test('twee keer op de knop geeft één voorstel; nummers lopen door zonder gaten', async () => {
    const { db, manager } = await begin(databank())
    const ids = await Promise.all([1, 2, 3].map(() => stel(manager, VERSCHUIVING)))
    assert.equal(new Set(ids).size, 1)
    await Promise.all(
      [1, 2, 3].map((i) => stel(manager, [krijgt('inloop', null, -i), krijgt('steun', null, i)])),
    )
    const nummers = (await db.lees((lezer) => findWijzigingen(lezer, 'proef'))).map(({ nummer }) => nummer)
    assert.deepEqual(nummers, [4, 3, 2, 1])
  })

  test('minder dan niets over: de gemeente kiest of dat geweigerd wordt', async () => {
    const { db, boekhouder, manager } = await begin(databank())
    const regels = [krijgt('inloop', 'rijk', -3_000_01), krijgt('steun', 'rijk', 3_000_01)]
    const id = await stel(manager, regels)
    assert.ok((await beslisWijziging(manager, id, { stand: 'besloten', besluit: undefined })).ok)
    assert.deepEqual(await boekWijziging(boekhouder, manager, id), {
      ok: false,
      reden: { code: 'ruimte_te_klein', onderdeel: 'inloop', jaar: 2025, tekortCent: 1 },
    })
    const beheer = await testBezoek(db, 'financieel-adviseur')
    await stelIn(beheer, { wijziging_ruimte_negatief: 'waarschuwen' })
    assert.ok((await boekWijziging(boekhouder, manager, id)).ok)
    assert.equal(await saldo(db, 'proef:rijk:ruimte:inloop:2025'), -1)
  })

  test('een gesloten maand: eerst het aanbod, dan in de eerste open maand', async () => {
    const { db, boekhouder, manager } = await begin(databank())
    await db.schrijf((tx) =>
      sql`insert into grootboek_periodestand (id, periode, stand, op)
          values (${nieuwId(new Date())}, '2025-04', 'vast', now())`.execute(tx),
    )
    const id = await stel(manager, UIT_BRON)
    await beslisWijziging(manager, id, { stand: 'besloten', besluit: NIEUW })
    assert.deepEqual(await boekWijziging(boekhouder, manager, id), {
      ok: false,
      reden: { code: 'periode_dicht', periode: '2025-04', eersteOpen: '2025-05' },
    })
    assert.ok((await boekWijziging(boekhouder, manager, id, { inEersteOpen: true })).ok)
    const [boeking] = await db.lees((lezer) => findBoekingenVan(lezer, {}, 1))
    assert.deepEqual([boeking?.geldigOp, boeking?.betreft], ['2025-05-01', '2025-04'])
  })

  test('afwijzen en intrekken: met een reden, en daarna is het klaar', async () => {
    const { manager, boekhouder } = await begin(databank())
    const id = await stel(manager, VERSCHUIVING)
    assert.equal(
      code(await beslisWijziging(manager, id, { stand: 'afgewezen', reden: ' ' })),
      'reden_ontbreekt',
    )
    assert.equal(code(await beslisWijziging(manager, id, { stand: 'afgewezen', reden: 'Te duur' })), 'gelukt')
    assert.equal(
      code(await beslisWijziging(manager, id, { stand: 'ingetrokken', reden: 'x' })),
      'stand_anders',
    )
    assert.equal(code(await boekWijziging(boekhouder, manager, id)), 'stand_anders')
    assert.equal(code(await boekWijziging(boekhouder, manager, 'geen-id')), 'wijziging_onbekend')
  })

  test('wat niet in het plan staat of niet sluit, wordt niet voorgesteld; en wie het niet mag, doet niets', async () => {
    const { db, boekhouder, manager } = await begin(databank())
    for (const [regels, verwacht] of [
      [[krijgt('weg', 'rijk', 1), krijgt('steun', 'rijk', -1)], 'onderdeel_onbekend'],
      [[krijgt('steun', 'weg', 1), krijgt('inloop', 'weg', -1)], 'bron_onbekend'],
      [[krijgt('steun', 'rijk', 1)], 'niet_in_evenwicht'],
      [[], 'geen_regels'],
    ] as const)
      assert.equal(
        code(await stelWijzigingVoor(manager, 'proef', { regels, toelichting: 'x', beleid: false })),
        verwacht,
      )
    const invoer = { regels: VERSCHUIVING, toelichting: ' ', beleid: false }
    assert.equal(code(await stelWijzigingVoor(manager, 'proef', invoer)), 'reden_ontbreekt')
    assert.equal(code(await stelWijzigingVoor(manager, 'weg', invoer)), 'plan_onbekend')
    const id = await stel(manager, VERSCHUIVING)
    for (const wie of [await testBezoek(db), await testBezoek(db, 'raadslid', 'college', 'beheerder')]) {
      assert.equal(code(await stelWijzigingVoor(wie, 'proef', { ...invoer, toelichting: 'x' })), 'mag_niet')
      assert.equal(
        code(await beslisWijziging(wie, id, { stand: 'besloten', besluit: undefined })),
        'mag_niet',
      )
      assert.equal(code(await boekWijziging(boekhouder, wie, id)), 'mag_niet')
    }
    const adviseur = await testBezoek(db, 'financieel-adviseur')
    assert.equal(code(await beslisWijziging(adviseur, id, { stand: 'besloten', besluit: NIEUW })), 'mag_niet')
    assert.equal((await db.lees(findBesluiten)).length, 1)
  })

  test('de regels van de gemeente: uitgangsstand tot iemand kiest, ook als die hetzelfde kiest', async () => {
    const { db, manager } = await begin(databank())
    const beheer = await testBezoek(db, 'beheerder')
    assert.deepEqual([...(await db.lees(findGeldregels)).gekozen], [])
    assert.deepEqual(await stelGeldregelsIn(manager, STANDAARDREGELS), {
      ok: false,
      reden: { code: 'mag_niet' },
    })
    const eigen = { ...STANDAARDREGELS, 'orgaan-hoger-totaal': 'college' as const }
    const eerste = await stelGeldregelsIn(beheer, eigen)
    assert.equal(eerste.ok && eerste.waarde.veranderd.length, 7)
    assert.deepEqual(await stelGeldregelsIn(beheer, eigen), { ok: true, waarde: { veranderd: [] } })
    assert.equal((await db.lees(findGeldregels)).regels['orgaan-hoger-totaal'], 'college')
    const id = await stel(manager, UIT_BRON)
    assert.equal((await db.lees((lezer) => findWijziging(lezer, id)))?.orgaan, 'college')
  })
})
