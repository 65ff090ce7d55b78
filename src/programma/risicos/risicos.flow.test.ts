import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vasteKlok } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { Moment } from '#basis/moment.ts'
import { type Risicoinhoud, STANDAARD_RISICOREGELS } from '#programma/risicos/risico.ts'
import { maakRisico, stelRisicoregels, wijzigRisico } from '#programma/risicos/risicos.flow.ts'
import { findRisicoregels, findRisicos, findRisicoversies } from '#programma/risicos/risicos.store.ts'
import { testBezoek } from '#test/bezoek.ts'
import { geefRolMandaat } from '#test/boekproef.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { laadKleinPlan } from '#test/geladen.ts'

const RISICO: Risicoinhoud = {
  onderdeel: 'inloop',
  oorzaak: 'Te weinig vrijwilligers',
  gebeurtenis: 'De inloop kan twee dagen niet open',
  gevolg: 'Inhuur is nodig',
  kans: 3,
  laagCent: centen(5_000_00),
  hoogCent: centen(15_000_01),
  maatregel: 'Werven met het dorpsbelang',
  eigenaarrol: 'Teamleider',
  stand: 'open',
  reden: 'Besproken met de uitvoerder',
}

opBeideDatabanken("risico's", (databank) => {
  async function begin() {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    return { db, manager: await testBezoek(db, 'programmamanager') }
  }

  test('versies blijven staan; sluiten en heropenen ook, en zoals toen bekend is van toen', async () => {
    const { db, manager } = await begin()
    const later = { ...manager, klok: vasteKlok('2026-07-20T10:00:00Z') }
    assert.deepEqual(await maakRisico(manager, 'proef', RISICO), {
      ok: true,
      waarde: { nummer: 1, volgnr: 1, nieuw: true },
    })
    const dicht = { ...RISICO, stand: 'gesloten', reden: 'Er is een rooster' } as const
    assert.ok((await wijzigRisico(later, 'proef', { nummer: 1, gezien: 1 }, dicht)).ok)
    assert.ok((await wijzigRisico(later, 'proef', { nummer: 1, gezien: 2 }, { ...RISICO, kans: 5 })).ok)
    const toen = async (tot?: string) =>
      (
        await db.lees((lezer) =>
          findRisicos(lezer, 'proef', { bekendTot: tot === undefined ? undefined : Moment.parse(tot) }),
        )
      ).map(({ stand, kans, hoogCent }) => [stand, kans, hoogCent])
    assert.deepEqual(await toen(), [['open', 5, 15_000_01]])
    assert.deepEqual(await toen('2026-07-20T10:00:00.000000Z'), [['gesloten', 3, 15_000_01]])
    assert.deepEqual(await toen('2026-07-01T00:00:00.000000Z'), [['open', 3, 15_000_01]])
    assert.deepEqual(await toen('2026-01-01T00:00:00.000000Z'), [])
    const versies = await db.lees((lezer) => findRisicoversies(lezer, 'proef', 1))
    assert.deepEqual(
      versies.map(({ volgnr, stand, sinds }) => [volgnr, stand, sinds]),
      [
        [3, 'open', '2026-06-15T10:00:00.000000Z'],
        [2, 'gesloten', '2026-06-15T10:00:00.000000Z'],
        [1, 'open', '2026-06-15T10:00:00.000000Z'],
      ],
    )
  })

  test('twee keer op de knop geeft één risico en één versie; wie iets ouds zag, hoort dat', async () => {
    const { db, manager } = await begin()
    const gemaakt = await Promise.all([1, 2, 3].map(() => maakRisico(manager, 'proef', RISICO)))
    assert.deepEqual(
      gemaakt.map((uit) => uit.ok && [uit.waarde.nummer, uit.waarde.nieuw]),
      [
        [1, true],
        [1, false],
        [1, false],
      ],
    )
    const kans4 = { ...RISICO, kans: 4 } as const
    const plek = { nummer: 1, gezien: 1 }
    await Promise.all([1, 2].map(() => wijzigRisico(manager, 'proef', plek, kans4)))
    assert.equal((await db.lees((lezer) => findRisicoversies(lezer, 'proef', 1))).length, 2)
    assert.deepEqual(await wijzigRisico(manager, 'proef', plek, { ...RISICO, kans: 2 }), {
      ok: false,
      reden: { code: 'intussen_gewijzigd', volgnr: 2 },
    })
  })

  test('elke weigering heeft een reden, en laat niets achter', async () => {
    const { db, manager } = await begin()
    for (const [fout, code] of [
      [{ onderdeel: 'bestaat-niet' }, 'onderdeel_onbekend'],
      [{ gebeurtenis: ' ' }, 'tekst_ontbreekt'],
      [{ reden: '' }, 'tekst_ontbreekt'],
      [{ hoogCent: centen(4_999_99) }, 'bereik_omgekeerd'],
      [{ laagCent: centen(-1) }, 'bereik_omgekeerd'],
      [{ hoogCent: centen(10_000_000_000_001) }, 'bedrag_te_groot'],
    ] as const) {
      const uit = await maakRisico(manager, 'proef', { ...RISICO, ...fout })
      assert.equal(uit.ok ? 'gelukt' : uit.reden.code, code, JSON.stringify(fout))
    }
    assert.deepEqual(await wijzigRisico(manager, 'proef', { nummer: 9, gezien: 1 }, RISICO), {
      ok: false,
      reden: { code: 'risico_onbekend' },
    })
    for (const wie of [await testBezoek(db), await testBezoek(db, 'raadslid', 'college', 'beheerder')])
      assert.deepEqual(await maakRisico(wie, 'proef', RISICO), { ok: false, reden: { code: 'mag_niet' } })
    assert.deepEqual(await db.lees((lezer) => findRisicos(lezer, 'proef')), [])
  })

  test('een budgethouder: alleen eigen onderdelen, nooit het hele programma, en niets van een ander overnemen', async () => {
    const { db, manager } = await begin()
    await geefRolMandaat(db, 'budgethouder', 100, 'steun')
    const houder = await testBezoek(db, 'budgethouder')
    const mag = async (onderdeel: string | null) =>
      (await maakRisico(houder, 'proef', { ...RISICO, onderdeel })).ok
    assert.deepEqual([await mag('inloop'), await mag(null), await mag('steun')], [false, false, true])
    assert.ok((await maakRisico(manager, 'proef', RISICO)).ok)
    const overnemen = await wijzigRisico(
      houder,
      'proef',
      { nummer: 2, gezien: 1 },
      { ...RISICO, onderdeel: 'steun' },
    )
    assert.deepEqual(overnemen, { ok: false, reden: { code: 'mag_niet' } })
  })

  test('de indeling van kans en gevolg: te bevestigen tot de gemeente kiest, en zoals toen bekend', async () => {
    const { db, manager } = await begin()
    const lees = (tot?: string) =>
      db.lees((lezer) =>
        findRisicoregels(lezer, 'proef', { bekendTot: tot === undefined ? undefined : Moment.parse(tot) }),
      )
    assert.deepEqual(await lees(), { regels: STANDAARD_RISICOREGELS, bevestigd: false, volgnr: 0 })
    const eigen = { ...STANDAARD_RISICOREGELS, kansen: [5, 25, 50, 75, 100] } as const
    assert.ok((await stelRisicoregels(manager, 'proef', STANDAARD_RISICOREGELS, 0)).ok)
    assert.ok((await stelRisicoregels(manager, 'proef', eigen, 1)).ok)
    assert.deepEqual(await lees(), { regels: eigen, bevestigd: true, volgnr: 2 })
    assert.equal((await lees('2026-06-15T10:00:00.000000Z')).volgnr, 1)
    const fout = async (regels: Parameters<typeof stelRisicoregels>[2], gezien = 2) => {
      const uit = await stelRisicoregels(manager, 'proef', regels, gezien)
      return uit.ok ? 'gelukt' : uit.reden.code
    }
    assert.equal(await fout({ ...eigen, kansen: [5, 5, 50, 75, 100] }), 'kansen_niet_oplopend')
    assert.equal(await fout({ ...eigen, kansen: [5, 25, 50, 75, 101] }), 'kansen_niet_oplopend')
    const [a, b, c] = eigen.grenzenCent
    assert.equal(await fout({ ...eigen, grenzenCent: [a, b, c, c] }), 'grenzen_niet_oplopend')
    assert.equal(await fout({ ...eigen, kansen: [1, 2, 3, 4, 5] }, 1), 'intussen_gewijzigd')
  })
})
