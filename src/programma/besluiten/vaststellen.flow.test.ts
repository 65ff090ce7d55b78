import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { legBesluitVast, stelVast, wijzigPlan } from '#programma/plan.flow.ts'
import { findBesluiten, findVaststellingen, findVersies } from '#programma/plan.store.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { BESLUIT, laadKleinPlan, metTitel } from '#test/geladen.ts'

opBeideDatabanken('vaststellen', (databank) => {
  test('vaststellen kan bij een besluit dat al in het register staat, en laat anders niets achter', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'programmamanager')
    const onbekend = await stelVast(maakBoekhouder(), bezoek, 'proef', 1, {
      bestaand: '018f3a3e-0000-7000-8000-000000000000',
    })
    assert.deepEqual(onbekend, { ok: false, reden: { code: 'besluit_onbekend' } })
    assert.deepEqual(await db.lees(findVaststellingen), [])
    const vastgelegd = await legBesluitVast(bezoek, BESLUIT)
    assert.ok(vastgelegd.ok)
    assert.ok((await stelVast(maakBoekhouder(), bezoek, 'proef', 1, { bestaand: vastgelegd.waarde.id })).ok)
    assert.deepEqual(await db.lees(findVaststellingen), [
      { plan: 'proef', versie: 1, besluit: vastgelegd.waarde.id },
    ])
    assert.equal((await db.lees(findBesluiten)).length, 1)
  })

  test('wie alleen vastgestelde versies vraagt, krijgt geen concept', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'programmamanager')
    for (const titel of ['Twee', 'Drie'])
      await wijzigPlan(bezoek, {
        plan: 'proef',
        basis: titel === 'Twee' ? 1 : 2,
        waarom: 'x',
        verander: metTitel('inloop', titel),
      })
    await stelVast(maakBoekhouder(), bezoek, 'proef', 2, BESLUIT)
    const nummers = async (alleen: boolean): Promise<number[]> =>
      (await db.lees((lezer) => findVersies(lezer, 'proef', 9, null, alleen))).map(({ nummer }) => nummer)
    assert.deepEqual(await nummers(false), [3, 2, 1])
    assert.deepEqual(await nummers(true), [2])
  })
})
