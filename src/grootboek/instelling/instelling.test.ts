import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centen } from '#basis/geld.ts'
import { stelIn } from '#grootboek/instelling/instelling.flow.ts'
import { findInstellingen, findInstellingregels } from '#grootboek/instelling/instelling.store.ts'
import { type Bezwaar, buitenLooptijd, STANDAARD, weeg } from '#grootboek/instelling/instelling.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'

const TEKORT: Bezwaar = { code: 'boven_ruimte', jaar: 2024, tekortCent: centen(1) }
const BRON: Bezwaar = { code: 'bron_boven_ruimte', jaar: 2024, bron: 'rijk', tekortCent: centen(1) }
const LOOPTIJD: Bezwaar = { code: 'buiten_looptijd' }

for (const [naam, instellingen, bezwaren, weigering, waarschuwingen] of [
  ['weigeren gaat voor', STANDAARD, [LOOPTIJD, TEKORT], TEKORT, [LOOPTIJD]],
  [
    'geen zegt niets',
    { ...STANDAARD, verplichting_boven_ruimte: 'geen', boeking_buiten_looptijd: 'geen' },
    [TEKORT, LOOPTIJD],
    undefined,
    [],
  ],
  ['een tekort bij één bron wordt nooit geweigerd', STANDAARD, [BRON], undefined, [BRON]],
] as const)
  test(`weeg: ${naam}`, () =>
    assert.deepEqual(weeg(instellingen, bezwaren), { weigering, waarschuwingen: [...waarschuwingen] }))

for (const [dag, looptijd, telt] of [
  ['2024-01-01', { van: '2024-01-01', tot: '2024-12-31' }, 0],
  ['2024-12-31', { van: '2024-01-01', tot: '2024-12-31' }, 0],
  ['2023-12-31', { van: '2024-01-01' }, 1],
  ['2025-01-01', { tot: '2024-12-31' }, 1],
  ['2025-01-01', {}, 0],
  ['2025-01-01', undefined, 0],
] as const)
  test(`buitenLooptijd: ${dag} bij ${JSON.stringify(looptijd)}`, () =>
    assert.equal(buitenLooptijd(dag, looptijd).length, telt))

opBeideDatabanken('instellingen', (databank) => {
  test('zonder keuze geldt de standaard; daarna de laatste keuze, en gelijk is geen wijziging', async () => {
    const db = await verseGemeente(databank())
    assert.deepEqual(await db.lees(findInstellingen), STANDAARD)
    const bezoek = await testBezoek(db, 'financieel-adviseur')
    assert.deepEqual(await stelIn(bezoek, { ...STANDAARD }), { ok: true, waarde: { veranderd: [] } })
    assert.deepEqual(await stelIn(bezoek, { boeking_buiten_looptijd: 'weigeren' }), {
      ok: true,
      waarde: { veranderd: ['boeking_buiten_looptijd'] },
    })
    await stelIn(bezoek, { boeking_buiten_looptijd: 'geen' })
    assert.deepEqual(await db.lees(findInstellingen), { ...STANDAARD, boeking_buiten_looptijd: 'geen' })
    const regels = await db.lees(findInstellingregels)
    assert.deepEqual(
      regels.map(({ stand, door }) => [stand, door]),
      [
        ['geen', 'Proef financieel-adviseur'],
        ['weigeren', 'Proef financieel-adviseur'],
      ],
    )
  })

  test('wie de regels niet beheert, verandert niets', async () => {
    const db = await verseGemeente(databank())
    const bezoek = await testBezoek(db, 'budgethouder')
    const uitkomst = await stelIn(bezoek, { factuur_boven_openstaand: 'geen' })
    assert.deepEqual(uitkomst, { ok: false, reden: { code: 'mag_niet' } })
    assert.deepEqual(await db.lees(findInstellingen), STANDAARD)
  })
})
