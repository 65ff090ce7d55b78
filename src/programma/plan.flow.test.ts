import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { findRows, type GemeenteDb, sql } from '#basis/db.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { doeBevindingAf, laadPlan, legBesluitVast, stelVast, wijzigPlan } from '#programma/plan.flow.ts'
import {
  findAfdoeningen,
  findBesluiten,
  findGewijzigdSinds,
  findPlankoppen,
  findStukgeschiedenis,
  findStukken,
  findVersies,
} from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { planVan } from '#programma/stukken.ts'
import { findTreffers, findWoorden } from '#programma/zoeken/zoek.store.ts'
import { keurZoekvraag } from '#programma/zoeken/zoek.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { BESLUIT, laadKleinPlan, metTitel } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'

const leesVersie = async (db: GemeenteDb, versie: number): Promise<Plan> =>
  planVan(await db.lees((lezer) => findStukken(lezer, 'proef', versie)))

opBeideDatabanken('plannen bewaren', (databank) => {
  test('een geladen plan komt precies zo terug', async () => {
    const db = await verseGemeente(databank())
    const plan = await laadKleinPlan(db)
    assert.deepEqual(await leesVersie(db, 1), plan)
    assert.deepEqual(await db.lees(findPlankoppen), [
      {
        id: 'proef',
        hoofdplan: true,
        titel: 'Proefprogramma',
        laatsteVersie: 1,
        vastgesteldeVersie: null,
        vastgesteldeVersies: [],
      },
    ])
  })

  test('hetzelfde plan twee keer laden, of voor een andere gemeente, wordt geweigerd', async () => {
    const db = await verseGemeente(databank())
    const plan = await laadKleinPlan(db)
    const opnieuw = await laadPlan(db, plan, { door: null, waarom: 'weer', hoofdplan: false })
    assert.deepEqual(opnieuw, { ok: false, reden: { code: 'plan_bestaat' } })
    const vreemd = await laadPlan(db, kleinPlan('gm0001'), { door: null, waarom: 'x', hoofdplan: false })
    assert.deepEqual(vreemd, { ok: false, reden: { code: 'andere_gemeente' } })
  })

  test('een wijziging is een nieuwe versie en de oude blijft zoals hij was', async () => {
    const db = await verseGemeente(databank())
    const plan = await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'programmamanager')
    const wijziging = {
      plan: 'proef',
      basis: 1,
      waarom: ' andere naam ',
      verander: metTitel('inloop', 'Inloophuis'),
    }
    assert.deepEqual(await wijzigPlan(bezoek, wijziging), { ok: true, waarde: { versie: 2 } })
    assert.deepEqual(await leesVersie(db, 1), plan)
    assert.deepEqual(await leesVersie(db, 2), metTitel('inloop', 'Inloophuis')(plan))
    const [nieuwste, eerste] = await db.lees((lezer) => findVersies(lezer, 'proef', 10))
    assert.deepEqual(
      [nieuwste?.nummer, nieuwste?.waarom, nieuwste?.door, nieuwste?.aantalStukken],
      [2, 'andere naam', 'Proef programmamanager', 1],
    )
    assert.equal(eerste?.nummer, 1)
    assert.deepEqual(
      await db
        .lees((lezer) => findVersies(lezer, 'proef', 10, 2))
        .then((rijen) => rijen.map((r) => r.nummer)),
      [1],
    )
    const geschiedenis = await db.lees((lezer) =>
      findStukgeschiedenis(lezer, 'proef', 'onderdeel', 'inloop', 2),
    )
    assert.deepEqual(
      geschiedenis.map((regel) => regel.nummer),
      [2, 1],
    )
    assert.deepEqual(await db.lees((lezer) => findGewijzigdSinds(lezer, 'proef', 1)), [
      { soort: 'onderdeel', sleutel: 'inloop' },
    ])
  })

  test('een onderdeel erbij en eraf verandert alleen dat onderdeel', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'programmamanager')
    const voorop = (plan: Plan): unknown => ({
      ...plan,
      onderdelen: [{ ...plan.onderdelen[0], id: 'nieuw', titel: 'Nieuw' }, ...plan.onderdelen],
    })
    assert.ok((await wijzigPlan(bezoek, { plan: 'proef', basis: 1, waarom: 'erbij', verander: voorop })).ok)
    assert.deepEqual(
      (await leesVersie(db, 2)).onderdelen.map((o) => o.id),
      ['nieuw', 'inloop', 'steun'],
    )
    const eraf = (plan: Plan): unknown => ({
      ...plan,
      onderdelen: plan.onderdelen.filter((o) => o.id !== 'nieuw'),
    })
    assert.ok((await wijzigPlan(bezoek, { plan: 'proef', basis: 2, waarom: 'eraf', verander: eraf })).ok)
    assert.deepEqual(
      (await leesVersie(db, 3)).onderdelen.map((o) => o.id),
      ['inloop', 'steun'],
    )
    const versies = await db.lees((lezer) => findVersies(lezer, 'proef', 3))
    assert.deepEqual(versies.map((v) => v.aantalStukken).slice(0, 2), [1, 1])
  })

  test('elke weigering heeft haar reden, in vaste rangorde, en laat niets achter', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const manager = await testBezoek(db, 'programmamanager')
    const raadslid = await testBezoek(db, 'raadslid')
    const wijziging = { plan: 'proef', basis: 1, waarom: 'x', verander: metTitel('inloop', 'Anders') }
    const kapot = (plan: Plan): unknown => ({
      ...plan,
      onderdelen: plan.onderdelen.map((o) => ({ ...o, groep: 'weg' })),
    })
    for (const [bezoek, invoer, code] of [
      [await testBezoek(db), { ...wijziging, waarom: '' }, 'mag_niet'],
      [raadslid, wijziging, 'mag_niet'],
      [manager, { ...wijziging, waarom: '  ' }, 'reden_ontbreekt'],
      [manager, { ...wijziging, plan: 'ander' }, 'plan_onbekend'],
      [manager, { ...wijziging, basis: 0 }, 'versie_onbekend'],
      [manager, { ...wijziging, basis: 2 }, 'versie_onbekend'],
      [manager, { ...wijziging, verander: kapot }, 'plan_klopt_niet'],
      [
        manager,
        { ...wijziging, verander: (p: Plan) => ({ ...p, gemeente: { code: 'gm0001', naam: 'x' } }) },
        'andere_gemeente',
      ],
      [
        manager,
        {
          ...wijziging,
          verander: (p: Plan) => ({
            ...p,
            programma: { ...p.programma, id: 'x' },
            vermeldingen: [],
            raming: [],
          }),
        },
        'ander_programma',
      ],
      [manager, { ...wijziging, verander: (p: Plan) => p }, 'niets_veranderd'],
    ] as const) {
      const uitkomst = await wijzigPlan(bezoek, invoer)
      assert.equal(uitkomst.ok ? 'gelukt' : uitkomst.reden.code, code)
    }
    assert.equal((await db.lees(findPlankoppen))[0]?.laatsteVersie, 1)
  })

  test('wie op een oude versie werkt, hoort wat er intussen veranderde', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'programmamanager')
    const wijzig = (basis: number, id: string, titel: string) =>
      wijzigPlan(bezoek, { plan: 'proef', basis, waarom: titel, verander: metTitel(id, titel) })
    assert.ok((await wijzig(1, 'inloop', 'Eerst')).ok)
    assert.deepEqual(await wijzig(1, 'inloop', 'Daarna'), {
      ok: false,
      reden: { code: 'intussen_gewijzigd', stukken: [{ soort: 'onderdeel', sleutel: 'inloop' }], versie: 2 },
    })
    assert.ok((await wijzig(1, 'steun', 'Een ander stuk mag wel')).ok)
  })

  test('van tweehonderd gelijktijdige wijzigingen van één onderdeel lukt er één', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'programmamanager')
    const uitkomsten = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        wijzigPlan(bezoek, {
          plan: 'proef',
          basis: 1,
          waarom: `poging ${i}`,
          verander: metTitel('inloop', `Titel ${i}`),
        }),
      ),
    )
    const codes = uitkomsten.map((uitkomst) => (uitkomst.ok ? 'gelukt' : uitkomst.reden.code))
    assert.equal(codes.filter((code) => code === 'gelukt').length, 1)
    assert.equal(codes.filter((code) => code === 'intussen_gewijzigd').length, 199)
    assert.equal((await db.lees(findPlankoppen))[0]?.laatsteVersie, 2)
  })

  test('vaststellen kan één keer, met een besluit, en alleen vooruit', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'programmamanager')
    await wijzigPlan(bezoek, { plan: 'proef', basis: 1, waarom: 'x', verander: metTitel('inloop', 'Anders') })
    const code = async (versie: number, wie = bezoek): Promise<string> => {
      const uitkomst = await stelVast(maakBoekhouder(), wie, 'proef', versie, BESLUIT)
      return uitkomst.ok ? 'gelukt' : uitkomst.reden.code
    }
    assert.equal(await code(1, await testBezoek(db, 'college')), 'mag_niet')
    assert.equal(await code(3), 'versie_onbekend')
    assert.equal(await code(2), 'gelukt')
    assert.equal(await code(2), 'al_vastgesteld')
    assert.equal(await code(1), 'al_vastgesteld')
    assert.deepEqual((await db.lees(findPlankoppen))[0]?.vastgesteldeVersies, [2])
    const [besluit] = await db.lees(findBesluiten)
    assert.deepEqual([besluit?.orgaan, besluit?.datum, besluit?.nummer], ['raad', '2024-02-29', '2024-7'])
  })

  test('een plan heet zoals het is vastgesteld, ook als een concept anders heet', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'programmamanager')
    const heet = async () => (await db.lees(findPlankoppen))[0]?.titel
    const hernoem = (basis: number, titel: string) =>
      wijzigPlan(bezoek, {
        plan: 'proef',
        basis,
        waarom: 'andere naam',
        verander: (plan) => ({ ...plan, programma: { ...plan.programma, titel } }),
      })
    assert.ok((await stelVast(maakBoekhouder(), bezoek, 'proef', 1, BESLUIT)).ok)
    assert.ok((await hernoem(1, 'Nog geheim')).ok)
    assert.equal(await heet(), 'Proefprogramma')
    assert.ok((await stelVast(maakBoekhouder(), bezoek, 'proef', 2, { ...BESLUIT, nummer: '2024-8' })).ok)
    assert.equal(await heet(), 'Nog geheim')
  })

  test('besluiten en oordelen over bevindingen worden bewaard met wie en wanneer', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'programmamanager')
    assert.ok((await legBesluitVast(bezoek, BESLUIT)).ok)
    const oordeel = {
      bevinding: 'som:inloop',
      oordeel: 'bewust',
      toelichting: ' zo bedoeld ',
      versie: 1,
    } as const
    assert.ok((await doeBevindingAf(bezoek, 'proef', oordeel)).ok)
    const leeg = await doeBevindingAf(bezoek, 'proef', { ...oordeel, toelichting: ' ' })
    assert.deepEqual(leeg, { ok: false, reden: { code: 'reden_ontbreekt' } })
    const [afdoening] = await db.lees((lezer) => findAfdoeningen(lezer, 'proef'))
    assert.deepEqual([afdoening?.toelichting, afdoening?.door], ['zo bedoeld', 'Proef programmamanager'])
    const logboek = await db.lees((lezer) =>
      findRows(
        lezer,
        z.object({ handeling: z.string() }),
        sql`select handeling from toegang_logboek order by nummer`,
      ),
    )
    assert.deepEqual(
      logboek.map((regel) => regel.handeling),
      ['besluit.vastleggen', 'bevinding.afdoen'],
    )
  })

  test('zoeken vindt woordvormen, en markup of SQL in de vraag doet niets', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const zoek = (vraag: string) =>
      db.lees((lezer) => findTreffers(lezer, 'proef', false, keurZoekvraag(vraag), 10))
    assert.deepEqual((await zoek('dorpen')).map((treffer) => treffer.sleutel).includes('inloop'), true)
    for (const vraag of [
      "'; drop table programma_plan; --",
      '<script>',
      '& | ! ( ) :*',
      '"',
      '"""',
      'a-"b - c',
      '- '.repeat(100),
      '-'.repeat(200),
      '',
    ])
      await zoek(vraag)
    assert.ok((await db.lees((lezer) => findWoorden(lezer, 'proef', false))).includes('inloop'))
    assert.deepEqual(
      await db.lees((lezer) => findTreffers(lezer, 'proef', true, keurZoekvraag('inloop'), 10)),
      [],
    )
  })
})
