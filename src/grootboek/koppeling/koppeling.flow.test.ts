import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { kenToe } from '#grootboek/gebeurtenissen.ts'
import { findCombinaties, findGeldPerRegel } from '#grootboek/inlezen/bronregel.store.ts'
import { findAdministraties } from '#grootboek/inlezen/inlezing.store.ts'
import {
  bekijkKoppeling,
  type Koppelwijziging,
  wijzigKoppeling,
} from '#grootboek/koppeling/koppeling.flow.ts'
import {
  findFinancieringen,
  findKoppelregel,
  findKoppelregels,
} from '#grootboek/koppeling/koppeling.store.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken } from '#test/databanken.ts'
import { proefregel, standen } from '#test/inlezing.ts'
import { begin, lees, regelNaar, wijzig } from '#test/koppelproef.ts'

opBeideDatabanken('koppeling', (databank) => {
  const maart = proefregel({ sleutel: 'a', project: 'P1' })
  const mei = proefregel({
    sleutel: 'b',
    project: 'P1',
    datum: datum('2024-05-02'),
    bedragCent: centen(7_01),
  })
  const los = proefregel({ sleutel: 'c', project: 'P2', bedragCent: centen(50_00) })

  test('een nieuwe regel verboekt precies wat eronder valt, en laat dat vooraf zien', async () => {
    const plek = await begin(databank())
    await lees(plek, { regels: [maart, mei, los] })
    const wijziging = { erbij: [regelNaar({ project: 'P1', tot: datum('2024-03-31') }, 'inloop')] }
    const effect = await plek.db.lees((lezer) => bekijkKoppeling(lezer, wijziging, new Date()))
    assert.ok(effect.ok)
    assert.deepEqual(
      effect.waarde.beelden[0]?.beeld.effecten.map(({ onderdeel, erbijCent, erafCent }) => [
        onderdeel,
        erbijCent,
        erafCent,
      ]),
      [
        ['inloop', 100_00, 0],
        [null, 0, 100_00],
      ],
    )
    const uitkomst = await wijzigKoppeling(plek.boekhouder, plek.bezoek, wijziging, effect.waarde.afdruk)
    assert.ok(uitkomst.ok)
    assert.deepEqual(
      [uitkomst.waarde.inlezingen[0]?.spiegels, uitkomst.waarde.inlezingen[0]?.boekingen],
      [1, 2],
    )
    assert.deepEqual(await standen(plek.db), {
      'p:-:realisatie:-:2024': 57_01,
      'p:-:realisatie:inloop:2024': 100_00,
      'p:-:ruimte:-:2024': -57_01,
      'p:-:ruimte:inloop:2024': -100_00,
    })
    const wachtrij = await plek.db.lees((lezer) => findCombinaties(lezer, true))
    assert.deepEqual(
      wachtrij.map(({ project, bedragCent, aantal }) => [project, bedragCent, aantal]),
      [
        ['P2', 50_00, 1],
        ['P1', 7_01, 1],
      ],
    )
    const perRegel = await plek.db.lees(findGeldPerRegel)
    assert.deepEqual(
      perRegel.map(({ aantal, bedragCent }) => [aantal, bedragCent]),
      [[1, 100_00]],
    )
  })

  test('wat er niet bij hoort gaat uit de boeken, en een regel beëindigen brengt geld terug bij onbekend', async () => {
    const plek = await begin(databank())
    await lees(plek, { regels: [maart, los] })
    await wijzig(plek, {
      erbij: [regelNaar({ project: 'P2' }, null), regelNaar({ project: 'P1' }, 'inloop')],
    })
    assert.deepEqual(await standen(plek.db), {
      'p:-:realisatie:inloop:2024': 100_00,
      'p:-:ruimte:inloop:2024': -100_00,
    })
    const regel = (await plek.db.lees(findKoppelregels)).find(({ project }) => project === 'P1')
    assert.ok(regel)
    await wijzig(plek, { einde: [{ regel: regel.regel, tot: null }] })
    assert.equal(await plek.db.lees((lezer) => findKoppelregel(lezer, regel.regel)), undefined)
    assert.deepEqual((await standen(plek.db))['p:-:realisatie:-:2024'], 100_00)
    await lees(plek, { regels: [maart, los] })
    assert.deepEqual((await standen(plek.db))['p:-:realisatie:-:2024'], 100_00)
  })

  test('twee regels over hetzelfde worden geweigerd, met de regel die er al is', async () => {
    const plek = await begin(databank())
    await wijzig(plek, { erbij: [regelNaar({ project: 'P1' }, 'inloop')] })
    const weigering = async (wijziging: Koppelwijziging) => {
      const uitkomst = await wijzigKoppeling(plek.boekhouder, plek.bezoek, wijziging)
      assert.ok(!uitkomst.ok)
      return uitkomst.reden.code
    }
    assert.equal(await weigering({ erbij: [regelNaar({ project: 'P1' }, 'steun')] }), 'botst')
    assert.equal(
      await weigering({ erbij: [regelNaar({ project: 'P3' }, 'a'), regelNaar({ project: 'P3' }, 'b')] }),
      'botst',
    )
    assert.equal(await weigering({ erbij: [regelNaar({ administratie: 'x' }, 'a')] }), 'geen_voorwaarde')
    const dagen = { van: datum('2024-02-01'), tot: datum('2024-01-01') }
    assert.equal(await weigering({ erbij: [regelNaar({ project: 'Q', ...dagen }, 'a')] }), 'van_na_tot')
    assert.equal(await weigering({}), 'niets_gekozen')
    assert.equal((await plek.db.lees(findKoppelregels)).length, 1)
  })

  test('een andere volgorde van bronnen verdeelt opnieuw, tot op de cent', async () => {
    const plek = await begin(databank())
    await wijzig(plek, { erbij: [regelNaar({ project: 'P1' }, 'inloop', { soort: 'volgorde' })] })
    await lees(plek, { regels: [maart, mei] })
    assert.deepEqual((await standen(plek.db))['p:-:realisatie:inloop:2024'], 107_01)
    const delen = [
      { bron: 'rijk', gewicht: 2 },
      { bron: 'eigen', gewicht: 1 },
    ]
    await wijzig(plek, {
      financiering: [{ programma: 'p', onderdeel: 'inloop', volgorde: { soort: 'aandelen', delen } }],
    })
    const na = await standen(plek.db)
    assert.deepEqual(
      [
        na['p:rijk:realisatie:inloop:2024'],
        na['p:eigen:realisatie:inloop:2024'],
        na['p:-:realisatie:inloop:2024'],
      ],
      [71_34, 35_67, undefined],
    )
    const budget = { programma: 'p', bron: 'rijk', onderdeel: 'inloop', jaar: 2024 }
    await plek.boekhouder.voerUit(plek.db, plek.bezoek.klok, {
      werk: (ronde) =>
        ronde.boek({
          soort: 'raming',
          geldigOp: datum('2024-01-01'),
          grondslag: { soort: 'memo', kenmerk: 'proef' },
          regels: kenToe(budget, centen(60_00)),
          door: null,
        }),
    })
    await wijzig(plek, {
      financiering: [
        {
          programma: 'p',
          onderdeel: 'inloop',
          volgorde: { soort: 'waterval', bronnen: ['rijk', 'eigen'] },
        },
      ],
    })
    const waterval = await standen(plek.db)
    assert.deepEqual(
      [waterval['p:rijk:realisatie:inloop:2024'], waterval['p:eigen:realisatie:inloop:2024']],
      [60_00, 47_01],
    )
    assert.deepEqual(
      (await plek.db.lees(findFinancieringen)).map(({ versie }) => versie),
      [2],
    )
  })

  test('twee administraties krijgen elk hun eigen nummer', async () => {
    const plek = await begin(databank())
    await lees(plek, { regels: [maart], administratie: 'een' })
    await lees(plek, { regels: [maart], administratie: 'twee' })
    const { inlezingen } = await wijzig(plek, { erbij: [regelNaar({ project: 'P1' }, 'inloop')] })
    assert.deepEqual(
      inlezingen.map(({ nummer }) => nummer),
      [3, 4],
    )
    assert.deepEqual(await plek.db.lees(findAdministraties), ['een', 'twee'])
    assert.deepEqual((await standen(plek.db))['p:-:realisatie:inloop:2024'], 200_00)
  })

  test('alleen wie mag koppelen', async () => {
    const { db, boekhouder } = await begin(databank())
    const wijziging = { erbij: [regelNaar({ project: 'P1' }, 'inloop')] }
    const uitkomst = await wijzigKoppeling(boekhouder, await testBezoek(db, 'budgethouder'), wijziging)
    assert.deepEqual(uitkomst, { ok: false, reden: { code: 'mag_niet' } })
  })

  test('een bate van een bron is een ontvangst, en geen negatieve uitgave', async () => {
    const plek = await begin(databank())
    const bate = proefregel({ sleutel: 'r', project: 'POK', bedragCent: centen(-300_00) })
    await lees(plek, { regels: [bate, maart] })
    const doel = { soort: 'ontvangst', programma: 'p', bron: 'rijk' } as const
    await wijzig(plek, { erbij: [{ ...regelNaar({ project: 'POK' }, null), doel }] })
    assert.deepEqual(await standen(plek.db), {
      'p:-:realisatie:-:2024': 100_00,
      'p:-:ruimte:-:2024': -100_00,
      'p:rijk:ontvangen:2024': -300_00,
      'p:rijk:toegezegd:2024': 300_00,
    })
    assert.equal((await plek.db.lees((lezer) => findCombinaties(lezer, true))).length, 1)
  })
})
