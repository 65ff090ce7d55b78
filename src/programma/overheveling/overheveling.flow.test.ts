import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum, vasteKlok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import {
  corrigeer,
  findBoekingenVan,
  findPostsaldi,
  findTijdstip,
  maakBoekhouder,
  naamVan,
} from '#grootboek/deur.ts'
import { sluitHetJaar } from '#programma/overheveling/jaareinde.flow.ts'
import {
  beslis,
  boekVerval,
  type Overhevelinginvoer,
  stelVoor,
} from '#programma/overheveling/overheveling.flow.ts'
import { findOverheveling, findOverhevelingen } from '#programma/overheveling/overheveling.store.ts'
import { standVan } from '#programma/overheveling/overheveling.ts'
import { findBesluiten } from '#programma/plan.store.ts'
import { testBezoek } from '#test/bezoek.ts'
import { sluit } from '#test/boekproef.ts'
import { opBeideDatabanken, verseGemeente, versePglite } from '#test/databanken.ts'
import { BESLUIT, laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'

const BUDGET = { programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar: 2025 }
const INVOER: Overhevelinginvoer = {
  budget: BUDGET,
  naarJaar: 2026,
  bedragCent: centen(1_000_00),
  vervaltOp: null,
  voorwaarde: null,
  reden: 'De verbouwing loopt door',
}
const VOORWAARDELIJK = { ...INVOER, vervaltOp: datum('2026-07-01'), voorwaarde: 'Als de vergunning er is' }
const NIEUW = { nieuw: { ...BESLUIT, datum: datum('2026-05-20') } }

const saldi = async (db: GemeenteDb): Promise<Record<string, number>> => {
  const som: Record<string, number> = {}
  const posten = await db.lees(async (lezer) => findPostsaldi(lezer, await findTijdstip(lezer, {})))
  for (const { rekening, bedragCent } of posten) {
    const naam = naamVan(rekening)
    som[naam] = (som[naam] ?? 0) + bedragCent
  }
  return Object.fromEntries(Object.entries(som).filter(([, bedrag]) => bedrag !== 0))
}
const code = (uitkomst: { ok: true } | { ok: false; reden: { code: string } }): string =>
  uitkomst.ok ? 'gelukt' : uitkomst.reden.code

const begin = async (databank: Parameters<typeof verseGemeente>[0]) => {
  const db = await verseGemeente(databank)
  await laadVastgesteld(db, kleinPlan(db.schema))
  const adviseur = await testBezoek(db, 'financieel-adviseur', 'programmamanager')
  return { db, boekhouder: maakBoekhouder(), adviseur }
}

opBeideDatabanken('overheveling en jaareinde', (databank) => {
  test('voorstel, machtiging, besluit: het geld verhuist naar het nieuwe jaar', async () => {
    const { db, boekhouder, adviseur } = await begin(databank())
    const voorstel = await stelVoor(boekhouder, await testBezoek(db, 'budgethouder'), INVOER)
    assert.ok(voorstel.ok)
    const { id } = voorstel.waarde
    const na = await saldi(db)
    assert.equal(na['proef:rijk:ruimte:inloop:2025'], 2_000_00)
    assert.equal(na['proef:rijk:overgang:inloop:2025:-'], 1_000_00)
    // Los terugdraaien zou het geld na het besluit twee keer laten bestaan.
    const [geboekt] = await db.lees((lezer) => findBoekingenVan(lezer, { soorten: ['overheveling'] }, 1))
    const los = { nr: geboekt?.nr ?? 0, geldigOp: datum('2026-01-01'), reden: 'Toch niet' }
    assert.equal(code(await corrigeer(boekhouder, adviseur, los)), 'is_overheveling')
    assert.equal(
      code(await beslis(boekhouder, adviseur, id, { stand: 'vastgesteld', besluit: undefined })),
      'besluit_onbekend',
    )
    assert.ok((await beslis(boekhouder, adviseur, id, { stand: 'gemachtigd', besluit: NIEUW })).ok)
    assert.deepEqual(await saldi(db), na)
    const [besluit] = await db.lees(findBesluiten)
    assert.ok(
      (
        await beslis(boekhouder, adviseur, id, {
          stand: 'vastgesteld',
          besluit: { bestaand: besluit?.id ?? '' },
        })
      ).ok,
    )
    const eind = await saldi(db)
    assert.equal(eind['proef:rijk:ruimte:inloop:2026'], 1_000_00)
    assert.equal(eind['proef:rijk:overgang:inloop:2025:-'], undefined)
    const boekingen = await db.lees((lezer) => findBoekingenVan(lezer, { soorten: ['overheveling'] }, 9))
    assert.deepEqual(
      boekingen.map(({ geldigOp, grondslag }) => [geldigOp, grondslag.kenmerk]),
      [
        ['2026-05-20', besluit?.id],
        ['2025-12-31', `overheveling/${id}`],
      ],
    )
    const stappen = (await db.lees((lezer) => findOverheveling(lezer, id)))?.stappen
    assert.deepEqual(
      stappen?.map(({ stand }) => stand),
      ['voorgesteld', 'gemachtigd', 'vastgesteld'],
    )
    assert.equal(
      code(await beslis(boekhouder, adviseur, id, { stand: 'vervallen', reden: 'x' })),
      'stand_anders',
    )
  })

  test('in een voorlopig gesloten periode boekt alleen de financieel adviseur een voorstel', async () => {
    const { db, boekhouder, adviseur } = await begin(databank())
    await sluit(boekhouder, adviseur, '2025-12', 'voorlopig')
    for (const wie of [await testBezoek(db, 'budgethouder'), adviseur])
      assert.ok((await stelVoor(boekhouder, wie, { ...INVOER, reden: `Voor ${wie.wie?.rollen[0]}` })).ok)
    const boekingen = await db.lees((lezer) => findBoekingenVan(lezer, { soorten: ['overheveling'] }, 9))
    assert.deepEqual(
      boekingen.map(({ geldigOp, betreft }) => [geldigOp, betreft]),
      [
        ['2025-12-31', null],
        ['2026-01-01', '2025-12'],
      ],
    )
  })

  test('een voorwaardelijke overheveling vervalt na haar laatste dag, en maar één keer', async () => {
    const { db, boekhouder, adviseur } = await begin(databank())
    const voorstel = await stelVoor(boekhouder, adviseur, VOORWAARDELIJK)
    assert.ok(voorstel.ok)
    assert.equal(await boekVerval(boekhouder, db, vasteKlok('2026-07-01T12:00:00Z')), 0)
    const later = vasteKlok('2026-07-02T12:00:00Z')
    const keren = await Promise.all(
      [1, 2, 3, 4].map((i) => boekVerval(i % 2 ? boekhouder : maakBoekhouder(), db, later)),
    )
    assert.equal(
      keren.reduce((som, keer) => som + keer, 0),
      1,
    )
    assert.equal(await boekVerval(boekhouder, db, later), 0)
    const na = await saldi(db)
    assert.equal(na['proef:rijk:vrijval'], 1_000_00)
    assert.equal(na['proef:rijk:overgang:inloop:2025:2026-07-01'], undefined)
    const overheveling = await db.lees((lezer) => findOverheveling(lezer, voorstel.waarde.id))
    assert.equal(overheveling && standVan(overheveling), 'vervallen')
  })

  test('tegelijk voorstellen kan nooit meer meenemen dan er over is', async () => {
    const { db, boekhouder, adviseur } = await begin(databank())
    const keren = await Promise.all(
      [1, 2, 3, 4, 5].map((i) =>
        stelVoor(i % 2 ? boekhouder : maakBoekhouder(), adviseur, { ...INVOER, reden: `Reden ${i}` }),
      ),
    )
    assert.equal(keren.filter(({ ok }) => ok).length, 3)
    assert.ok(keren.every((keer) => keer.ok || keer.reden.code === 'meer_dan_over'))
    assert.deepEqual(
      (await db.lees((lezer) => findOverhevelingen(lezer, 'proef', 2025))).map(({ nummer }) => nummer),
      [1, 2, 3],
    )
  })

  test('twee keer op de knop geeft één voorstel', async () => {
    const { db, boekhouder, adviseur } = await begin(databank())
    const een = await stelVoor(boekhouder, adviseur, INVOER)
    assert.deepEqual(await stelVoor(boekhouder, adviseur, INVOER), een)
    assert.equal((await db.lees((lezer) => findOverhevelingen(lezer, 'proef'))).length, 1)
    assert.equal((await saldi(db))['proef:rijk:ruimte:inloop:2025'], 2_000_00)
  })

  test('tegelijk vaststellen en laten vervallen: precies één van de twee', async () => {
    const { db, boekhouder, adviseur } = await begin(databank())
    const voorstel = await stelVoor(boekhouder, adviseur, INVOER)
    assert.ok(voorstel.ok)
    const { id } = voorstel.waarde
    const keren = await Promise.all([
      beslis(boekhouder, adviseur, id, { stand: 'vastgesteld', besluit: NIEUW }),
      beslis(maakBoekhouder(), adviseur, id, { stand: 'vervallen', reden: 'Niet nodig' }),
      beslis(boekhouder, adviseur, id, { stand: 'vervallen', reden: 'Niet nodig' }),
    ])
    assert.equal(keren.filter(({ ok }) => ok).length, 1)
    const na = await saldi(db)
    assert.equal((na['proef:rijk:ruimte:inloop:2026'] ?? 0) + (na['proef:rijk:vrijval'] ?? 0), 1_000_00)
    assert.equal((await db.lees(findBesluiten)).length, keren[0]?.ok ? 2 : 1)
  })

  test('het jaar sluit pas na de besluiten over overheveling, en nog eens sluiten doet niets', async () => {
    const { db, boekhouder, adviseur } = await begin(databank())
    const sluit = (jaar = 2025) => sluitHetJaar(boekhouder, adviseur, 'proef', jaar)
    assert.equal(code(await sluit(2026)), 'jaar_loopt_nog')
    const voorstel = await stelVoor(boekhouder, adviseur, INVOER)
    assert.ok(voorstel.ok)
    assert.deepEqual(await sluit(), { ok: false, reden: { code: 'overheveling_open', aantal: 1 } })
    await beslis(boekhouder, adviseur, voorstel.waarde.id, { stand: 'vastgesteld', besluit: NIEUW })
    assert.deepEqual(await sluit(), { ok: true, waarde: { budgetten: 2, terugCent: 5_000_01 } })
    assert.equal(code(await sluit()), 'niets_over')
    const na = await saldi(db)
    assert.deepEqual([na['proef:rijk:vrijval'], na['proef:-:vrijval']], [2_000_00, 3_000_01])
    assert.equal(na['proef:rijk:ruimte:inloop:2025'], undefined)
    assert.equal(na['proef:rijk:ruimte:inloop:2026'], 1_000_00)
  })

  test('elke weigering heeft haar reden, in vaste volgorde', async () => {
    const { db, boekhouder, adviseur } = await begin(databank())
    for (const [anders, verwacht] of [
      [{ naarJaar: 2025, bedragCent: centen(0) }, 'jaren_kloppen_niet'],
      [{ bedragCent: centen(0) }, 'bedrag_niet_positief'],
      [{ vervaltOp: datum('2026-06-14'), voorwaarde: 'x' }, 'vervaldag_voorbij'],
      [{ vervaltOp: datum('2026-12-31') }, 'voorwaarde_ontbreekt'],
      [{ voorwaarde: 'zonder dag' }, 'voorwaarde_ontbreekt'],
      [{ reden: ' ' }, 'reden_ontbreekt'],
      [{ bedragCent: centen(3_000_01) }, 'meer_dan_over'],
      [{ bedragCent: centen(3_000_00) }, 'gelukt'],
    ] as const)
      assert.equal(code(await stelVoor(boekhouder, adviseur, { ...INVOER, ...anders })), verwacht)
    for (const wie of [await testBezoek(db), await testBezoek(db, 'raadslid', 'college', 'beheerder')]) {
      assert.equal(code(await stelVoor(boekhouder, wie, INVOER)), 'mag_niet')
      assert.equal(code(await sluitHetJaar(boekhouder, wie, 'proef', 2025)), 'mag_niet')
      assert.equal(code(await beslis(boekhouder, wie, 'x', { stand: 'vervallen', reden: 'x' })), 'mag_niet')
    }
    assert.equal(
      code(await beslis(boekhouder, adviseur, 'x', { stand: 'vervallen', reden: 'x' })),
      'overheveling_onbekend',
    )
    const [open] = await db.lees((lezer) => findOverhevelingen(lezer, 'proef'))
    assert.equal(
      code(await beslis(boekhouder, adviseur, open?.id ?? '', { stand: 'vervallen', reden: ' ' })),
      'reden_ontbreekt',
    )
  })
})

const stap = fc.oneof(
  fc.record({
    doe: fc.constant('voorstel' as const),
    onderdeel: fc.constantFrom('inloop', 'steun'),
    bron: fc.constantFrom('rijk', null),
    jaar: fc.constantFrom(2024, 2025),
    bedrag: fc.integer({ min: 1, max: 4_000_00 }),
    voorwaardelijk: fc.boolean(),
  }),
  fc.record({
    doe: fc.constantFrom('gemachtigd' as const, 'vastgesteld' as const, 'vervallen' as const),
    welke: fc.nat(5),
  }),
  fc.record({ doe: fc.constant('verval' as const) }),
  fc.record({ doe: fc.constant('jaareinde' as const), jaar: fc.constantFrom(2024, 2025) }),
)

test('overhevelen en afsluiten verhuizen geld en maken het nooit: per bron blijft alles samen gelijk', async () => {
  const databank = await versePglite()
  await fc.assert(
    fc.asyncProperty(fc.array(stap, { minLength: 1, maxLength: 10 }), async (stappen) => {
      const { db, boekhouder, adviseur } = await begin(databank)
      const som = async (bron: string): Promise<number> =>
        Object.entries(await saldi(db))
          .filter(([naam]) => new RegExp(`^proef:${bron}:(ruimte|overgang|vrijval)`, 'u').test(naam))
          .reduce((totaal, [, bedrag]) => totaal + bedrag, 0)
      for (const een of stappen) {
        const alle = await db.lees((lezer) => findOverhevelingen(lezer, 'proef'))
        if (een.doe === 'voorstel') {
          const { onderdeel, bron, jaar } = een
          await stelVoor(boekhouder, adviseur, {
            ...(een.voorwaardelijk ? VOORWAARDELIJK : INVOER),
            budget: { programma: 'proef', onderdeel, bron, jaar },
            bedragCent: centen(een.bedrag),
          })
        } else if (een.doe === 'verval') await boekVerval(boekhouder, db, vasteKlok('2026-08-01T12:00:00Z'))
        else if (een.doe === 'jaareinde') await sluitHetJaar(boekhouder, adviseur, 'proef', een.jaar)
        else {
          const id = alle[een.welke]?.id ?? 'x'
          const oordeel =
            een.doe === 'vervallen' ? { stand: een.doe, reden: 'x' } : { stand: een.doe, besluit: NIEUW }
          await beslis(boekhouder, adviseur, id, oordeel)
        }
        assert.equal(await som('rijk'), 3_000_00)
        assert.equal(await som('-'), 7_000_01)
      }
    }),
    { numRuns: 25 },
  )
  await databank.sluit()
})
