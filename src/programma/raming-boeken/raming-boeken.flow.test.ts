import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { type GemeenteDb, sql } from '#basis/db.ts'
import { Id, nieuwId } from '#basis/id.ts'
import { findBoekingenVan, findPostsaldi, findTijdstip, maakBoekhouder, naamVan } from '#grootboek/deur.ts'
import { boekOntbrekendeRamingen } from '#programma/deur.ts'
import { stelVast, wijzigPlan } from '#programma/plan.flow.ts'
import { findPlankoppen, insertBesluit, insertVaststelling } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { findVastgesteld } from '#programma/raming-boeken/raming-boeken.store.ts'
import { TESTKLOK, testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { BESLUIT, laadKleinPlan } from '#test/geladen.ts'

const boekingen = (db: GemeenteDb) => db.lees((lezer) => findBoekingenVan(lezer, {}, 100))
const ruimte = (db: GemeenteDb, soort?: 'raming' | 'wijziging') =>
  db.lees(async (lezer) =>
    (
      await findPostsaldi(lezer, await findTijdstip(lezer, {}), {
        rekeningsoorten: ['ruimte'],
        ...(soort === undefined ? {} : { soorten: [soort] }),
      })
    )
      .map(({ rekening, bedragCent }) => `${naamVan(rekening)} ${bedragCent}`)
      .toSorted(),
  )

const metBedrag =
  (bedragCent: number) =>
  (plan: Plan): Plan => ({
    ...plan,
    raming: plan.raming.map((rij) =>
      rij.onderdeel === 'steun' ? { ...rij, bedragCent: bedragCent as typeof rij.bedragCent } : rij,
    ),
  })

opBeideDatabanken('raming boeken', (databank) => {
  test('de eerste vaststelling is de raming; een volgende boekt alleen het verschil', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const [boekhouder, bezoek] = [maakBoekhouder(), await testBezoek(db, 'programmamanager')]
    assert.ok((await stelVast(boekhouder, bezoek, 'proef', 1, BESLUIT)).ok)
    const [eerste, ...rest] = await boekingen(db)
    assert.deepEqual(rest, [])
    assert.equal(eerste?.soort, 'raming')
    assert.equal(eerste?.geldigOp, '2024-02-29')
    assert.equal(eerste?.door, bezoek.wie?.account)
    const [{ besluit } = { besluit: '' }] = await db.lees((lezer) => findVastgesteld(lezer, 'proef'))
    assert.deepEqual(eerste?.grondslag, { soort: 'besluit', kenmerk: besluit })

    const verander = { plan: 'proef', basis: 1, waarom: 'meer', verander: metBedrag(4_000_00) }
    assert.ok((await wijzigPlan(bezoek, verander)).ok)
    const later = { ...BESLUIT, datum: datum('2025-03-01'), nummer: '2025-1' }
    assert.ok((await stelVast(boekhouder, bezoek, 'proef', 2, later)).ok)
    const [tweede] = await boekingen(db)
    assert.deepEqual([tweede?.nr, tweede?.soort, tweede?.geldigOp], [2, 'wijziging', '2025-03-01'])
    assert.deepEqual(
      tweede?.regels.map(({ rekening, bedragCent }) => [naamVan(rekening), bedragCent]),
      [
        ['proef:-:ruimte:steun:2025', 999_99],
        ['proef:-:dekking', -999_99],
      ],
    )
    assert.deepEqual(await ruimte(db, 'raming'), [
      'proef:-:ruimte:inloop:2024 400000',
      'proef:-:ruimte:steun:2025 300001',
      'proef:rijk:ruimte:inloop:2025 300000',
    ])
  })

  test('een geweigerde vaststelling boekt niets; een versie die geen geld verandert ook niet', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const [boekhouder, bezoek] = [maakBoekhouder(), await testBezoek(db, 'programmamanager')]
    assert.ok(!(await stelVast(boekhouder, bezoek, 'proef', 1, { bestaand: 'x' })).ok)
    assert.ok(!(await stelVast(boekhouder, bezoek, 'proef', 7, BESLUIT)).ok)
    assert.deepEqual(await boekingen(db), [])
    assert.ok((await stelVast(boekhouder, bezoek, 'proef', 1, BESLUIT)).ok)
    const verander = (plan: Plan): Plan => ({ ...plan, programma: { ...plan.programma, titel: 'Anders' } })
    assert.ok((await wijzigPlan(bezoek, { plan: 'proef', basis: 1, waarom: 'naam', verander })).ok)
    assert.ok((await stelVast(boekhouder, bezoek, 'proef', 2, BESLUIT)).ok)
    assert.equal((await boekingen(db)).length, 1)
    assert.deepEqual(
      (await db.lees((lezer) => findVastgesteld(lezer))).map(({ versie, geboekt }) => [versie, geboekt]),
      [
        [1, true],
        [2, true],
      ],
    )
  })

  test('wie tegelijk verschillende versies vaststelt, boekt geen euro dubbel', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'programmamanager')
    const boekhouder = maakBoekhouder()
    for (const [basis, bedrag] of [
      [1, 10_00],
      [2, 20_00],
    ] as const)
      await wijzigPlan(bezoek, { plan: 'proef', basis, waarom: 'x', verander: metBedrag(bedrag) })
    const [een, ander] = [maakBoekhouder(), boekhouder]
    const gedaan = await Promise.all(
      [1, 2, 3, 3, 2, 1].map((versie, i) =>
        stelVast(i % 2 === 0 ? een : ander, bezoek, 'proef', versie, BESLUIT),
      ),
    )
    assert.ok(gedaan.some(({ ok }) => ok))
    const hoogste = (await db.lees(findPlankoppen))[0]?.vastgesteldeVersie ?? 0
    const steun = [0, 3_000_01, 10_00, 20_00][hoogste]
    assert.ok((await ruimte(db)).length >= 3)
    const saldo = await db.lees(async (lezer) =>
      findPostsaldi(lezer, await findTijdstip(lezer, {}), { onderdelen: ['steun'] }),
    )
    assert.equal(
      saldo.reduce((som, { bedragCent }) => som + bedragCent, 0),
      steun,
    )
  })

  test('wat al was vastgesteld voor er een journaal was, wordt één keer bijgeboekt', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const id = nieuwId(new Date())
    await db.schrijf(async (tx) => {
      await insertBesluit(tx, { ...BESLUIT, datum: null, id: Id.parse(id) }, null)
      await insertVaststelling(tx, 'proef', 1, id, null)
    })
    const gedaan = await Promise.all(
      [1, 2, 3].map(() => boekOntbrekendeRamingen(maakBoekhouder(), db, TESTKLOK)),
    )
    assert.equal(gedaan.flat().length, 1)
    assert.deepEqual(await boekOntbrekendeRamingen(maakBoekhouder(), db, TESTKLOK), [])
    const [boeking, ...rest] = await boekingen(db)
    assert.deepEqual(rest, [])
    assert.deepEqual([boeking?.soort, boeking?.geldigOp, boeking?.door], ['raming', '2024-01-01', null])
    assert.equal((await ruimte(db)).length, 3)
  })

  test('een besluit in een gesloten maand komt in de eerste open maand, met de maand waarover het gaat', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'programmamanager')
    await db.schrijf((tx) =>
      sql`insert into grootboek_periodestand (id, periode, stand, op)
          values (${nieuwId(new Date())}, '2024-02', 'vast', now())`.execute(tx),
    )
    assert.ok((await stelVast(maakBoekhouder(), bezoek, 'proef', 1, BESLUIT)).ok)
    const [boeking] = await boekingen(db)
    assert.deepEqual([boeking?.geldigOp, boeking?.betreft], ['2024-03-01', '2024-02'])
  })
})
