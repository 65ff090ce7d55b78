import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { sql } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { nieuwId } from '#basis/id.ts'
import { geefMandaat, trekMandaatIn } from '#grootboek/mandaat/mandaat.flow.ts'
import { findGemandateerden, findMandaten } from '#grootboek/mandaat/mandaat.store.ts'
import { dektBedrag, type Mandaat, mandaatGeldt, mandaatVan } from '#grootboek/mandaat/mandaat.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'

const MANDAAT: Mandaat = {
  id: 'm1',
  account: null,
  rol: 'budgethouder',
  programma: 'proef',
  onderdeel: 'inloop',
  bedragCent: centen(10_000_00),
  van: datum('2024-01-01'),
  tot: datum('2024-12-31'),
  ingetrokkenPer: null,
}
const WIE = { account: 'a', rollen: ['budgethouder'] }
const VRAAG = { wie: WIE, programma: 'proef', onderdeel: 'inloop', dag: datum('2024-06-01') }

for (const [dag, anders, geldt] of [
  ['2024-01-01', {}, true],
  ['2023-12-31', {}, false],
  ['2024-12-31', {}, true],
  ['2025-01-01', {}, false],
  ['2025-01-01', { tot: null }, true],
  ['2024-05-31', { ingetrokkenPer: datum('2024-06-01') }, true],
  ['2024-06-01', { ingetrokkenPer: datum('2024-06-01') }, false],
] as const)
  test(`mandaatGeldt ${dag} ${JSON.stringify(anders)}`, () =>
    assert.equal(mandaatGeldt({ ...MANDAAT, ...anders }, datum(dag)), geldt))

for (const [naam, mandaten, vraag, verwacht] of [
  ['op het onderdeel', [MANDAAT], VRAAG, 'm1'],
  ['een ander onderdeel', [MANDAAT], { ...VRAAG, onderdeel: 'steun' }, undefined],
  ['het hele programma', [{ ...MANDAAT, onderdeel: null }], { ...VRAAG, onderdeel: 'steun' }, 'm1'],
  ['onbekend onderdeel vraagt een programmamandaat', [MANDAAT], { ...VRAAG, onderdeel: null }, undefined],
  ['een ander programma', [MANDAAT], { ...VRAAG, programma: 'x' }, undefined],
  ['een andere rol', [MANDAAT], { ...VRAAG, wie: { ...WIE, rollen: ['college'] } }, undefined],
  ['een ander account', [{ ...MANDAAT, rol: null, account: 'b' }], VRAAG, undefined],
  [
    'het ruimste telt',
    [MANDAAT, { ...MANDAAT, id: 'm2', rol: null, account: 'a', bedragCent: centen(10_000_01) }],
    VRAAG,
    'm2',
  ],
] as const)
  test(`mandaatVan: ${naam}`, () => assert.equal(mandaatVan(mandaten, vraag)?.id, verwacht))

test('een mandaat dekt tot en met zijn bedrag, en geen cent meer', () => {
  assert.equal(dektBedrag(MANDAAT, centen(10_000_00)), true)
  assert.equal(dektBedrag(MANDAAT, centen(10_000_01)), false)
  assert.equal(dektBedrag(undefined, centen(1)), false)
})

opBeideDatabanken('mandaten', (databank) => {
  test('vastleggen, lezen en één keer intrekken; het mandaat zelf blijft staan', async () => {
    const db = await verseGemeente(databank())
    const bezoek = await testBezoek(db, 'financieel-adviseur')
    const { id: _id, ingetrokkenPer: _per, ...nieuw } = MANDAAT
    const gegeven = await geefMandaat(bezoek, nieuw)
    assert.ok(gegeven.ok)
    const [regel] = await db.lees((lezer) => findMandaten(lezer, 'proef'))
    assert.equal(regel?.id, gegeven.waarde.id)
    assert.equal(regel?.bedragCent, 10_000_00)
    assert.equal(regel?.door, 'Proef financieel-adviseur')
    assert.deepEqual(await trekMandaatIn(bezoek, gegeven.waarde.id), {
      ok: true,
      waarde: { programma: 'proef' },
    })
    assert.deepEqual(await trekMandaatIn(bezoek, gegeven.waarde.id), {
      ok: false,
      reden: { code: 'al_ingetrokken' },
    })
    const [na] = await db.lees((lezer) => findMandaten(lezer, 'proef'))
    assert.equal(na?.ingetrokkenPer, '2026-06-15')
    assert.equal(na?.tot, '2024-12-31')
  })

  test('wat niet kan, wordt geweigerd met zijn reden', async () => {
    const db = await verseGemeente(databank())
    const bezoek = await testBezoek(db, 'beheerder')
    const { id: _id, ingetrokkenPer: _per, ...nieuw } = MANDAAT
    for (const [anders, code] of [
      [{ bedragCent: centen(0) }, 'bedrag_niet_positief'],
      [{ tot: datum('2023-12-31') }, 'tot_voor_van'],
      [{ rol: 'keizer' }, 'wie_onbekend'],
      [{ rol: null }, 'wie_onbekend'],
      [{ rol: null, account: nieuwId(new Date()) }, 'wie_onbekend'],
      [{ account: bezoek.wie?.account ?? '' }, 'wie_onbekend'],
    ] as const)
      assert.deepEqual(await geefMandaat(bezoek, { ...nieuw, ...anders }), { ok: false, reden: { code } })
    assert.deepEqual(await trekMandaatIn(bezoek, 'x'), { ok: false, reden: { code: 'mandaat_onbekend' } })
    const ander = await testBezoek(db, 'budgethouder')
    assert.deepEqual(await geefMandaat(ander, nieuw), { ok: false, reden: { code: 'mag_niet' } })
    assert.deepEqual(await trekMandaatIn(ander, 'x'), { ok: false, reden: { code: 'mag_niet' } })
    assert.deepEqual(await db.lees((lezer) => findMandaten(lezer, 'proef')), [])
  })

  test('te kiezen zijn mensen die een rol hebben waarmee zij kunnen boeken', async () => {
    const db = await verseGemeente(databank())
    const een = await testBezoek(db, 'budgethouder')
    await testBezoek(db, 'raadslid')
    await db.schrijf((tx) =>
      sql`update toegang_account set rollen = '{budgethouder}' where id = ${een.wie?.account}::uuid`.execute(
        tx,
      ),
    )
    const gevonden = await db.lees((lezer) => findGemandateerden(lezer, ['budgethouder', 'college']))
    assert.deepEqual(gevonden, [{ id: een.wie?.account, naam: 'Proef budgethouder' }])
  })
})
