import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum, tijdvak, vasteKlok } from '#basis/datum.ts'
import { Moment } from '#basis/moment.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { mijlpaalstanden } from '#programma/mijlpalen/mijlpaal.ts'
import { meldMijlpaal, meldMijlpaalEenKeer, type NieuweMelding } from '#programma/mijlpalen/mijlpalen.flow.ts'
import {
  findMijlpaalgeschiedenis,
  findMijlpaalmeldingen,
  findMijlpaalnamen,
} from '#programma/mijlpalen/mijlpalen.store.ts'
import { wijzigPlan } from '#programma/plan.flow.ts'
import { testBezoek } from '#test/bezoek.ts'
import { geefRolMandaat } from '#test/boekproef.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { laadKleinPlan } from '#test/geladen.ts'

const MELDING: NieuweMelding = {
  onderdeel: 'inloop',
  mijlpaal: 'open',
  gezien: 0,
  fase: 'verwacht',
  verwacht: tijdvak('2026-Q3'),
  letterlijk: null,
  bereiktOp: null,
  reden: 'De verbouwing duurt langer',
}

opBeideDatabanken('mijlpalen', (databank) => {
  async function begin() {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    return { db, manager: await testBezoek(db, 'programmamanager') }
  }

  test('verschoven, bereikt en ingetrokken blijft allemaal staan, en zoals toen bekend is van toen', async () => {
    const { db, manager } = await begin()
    const later = { ...manager, klok: vasteKlok('2026-07-20T10:00:00Z') }
    const bereikt = {
      ...MELDING,
      gezien: 1,
      fase: 'bereikt',
      verwacht: null,
      bereiktOp: datum('2024-02-29'),
    } as const
    assert.deepEqual(await meldMijlpaal(manager, 'proef', MELDING), {
      ok: true,
      waarde: { nieuw: true, volgnr: 1 },
    })
    assert.ok((await meldMijlpaal(later, 'proef', bereikt)).ok)
    const terug = { ...MELDING, gezien: 2, letterlijk: 'zomer 2027', verwacht: null, reden: 'Toch niet open' }
    assert.ok((await meldMijlpaal(later, 'proef', terug)).ok)
    const fasen = async (tot?: string) =>
      (
        await db.lees((lezer) =>
          findMijlpaalmeldingen(lezer, 'proef', {
            bekendTot: tot === undefined ? undefined : Moment.parse(tot),
          }),
        )
      ).map(({ fase, volgnr }) => [fase, volgnr])
    assert.deepEqual(await fasen(), [['verwacht', 3]])
    assert.deepEqual(await fasen('2026-07-20T10:00:00.000000Z'), [['bereikt', 2]])
    assert.deepEqual(await fasen('2026-07-01T00:00:00.000000Z'), [['verwacht', 1]])
    assert.deepEqual(await fasen('2026-06-15T09:59:59.999999Z'), [])
    const alle = await db.lees((lezer) => findMijlpaalgeschiedenis(lezer, 'proef'))
    assert.deepEqual(
      alle.map(({ fase, bereiktOp, letterlijk, door }) => [fase, bereiktOp, letterlijk, door]),
      [
        ['verwacht', null, null, 'Proef programmamanager'],
        ['bereikt', '2024-02-29', null, 'Proef programmamanager'],
        ['verwacht', null, 'zomer 2027', 'Proef programmamanager'],
      ],
    )
    assert.ok((alle[1]?.op ?? '') < (alle[2]?.op ?? ''), 'de tijd loopt door, ook binnen dezelfde tel')
  })

  test('twee keer op de knop geeft één melding; wie een oudere stand zag, hoort dat', async () => {
    const { db, manager } = await begin()
    const uitkomsten = await Promise.all([1, 2, 3].map(() => meldMijlpaal(manager, 'proef', MELDING)))
    assert.deepEqual(
      uitkomsten.map((uit) => uit.ok && uit.waarde.nieuw),
      [true, false, false],
    )
    const ander = await meldMijlpaal(manager, 'proef', { ...MELDING, reden: 'Iets anders' })
    assert.deepEqual(ander, { ok: false, reden: { code: 'intussen_gewijzigd', volgnr: 1 } })
    assert.equal((await db.lees((lezer) => findMijlpaalgeschiedenis(lezer, 'proef'))).length, 1)
    const boekhouder = maakBoekhouder()
    const eens = (sleutel: string, melding: NieuweMelding) =>
      meldMijlpaalEenKeer(boekhouder, manager, 'proef', melding, { sleutel, inhoud: melding.reden })
    const [eerste, botsing] = await Promise.all([
      eens('api a', { ...MELDING, gezien: 1, reden: 'Via de api' }),
      eens('api b', { ...MELDING, gezien: 1, reden: 'Ook via de api' }),
    ])
    assert.ok(eerste?.ok)
    assert.deepEqual(botsing, { ok: false, reden: { code: 'intussen_gewijzigd', volgnr: 2 } })
    assert.deepEqual(await eens('api a', { ...MELDING, gezien: 1, reden: 'Via de api' }), eerste)
  })

  test('elke weigering heeft een reden, en laat niets achter', async () => {
    const { db, manager } = await begin()
    for (const [fout, code] of [
      [{ mijlpaal: 'bestaat-niet' }, 'mijlpaal_onbekend'],
      [{ onderdeel: 'bestaat-niet' }, 'mijlpaal_onbekend'],
      [{ reden: ' ' }, 'reden_ontbreekt'],
      [{ verwacht: null }, 'verwacht_ontbreekt'],
      [{ fase: 'bereikt' }, 'bereikt_ontbreekt'],
      [{ fase: 'bereikt', bereiktOp: datum('2026-06-16') }, 'bereikt_in_de_toekomst'],
      [{ gezien: 1 }, 'intussen_gewijzigd'],
    ] as const) {
      const uit = await meldMijlpaal(manager, 'proef', { ...MELDING, ...fout })
      assert.equal(uit.ok ? 'gelukt' : uit.reden.code, code, JSON.stringify(fout))
    }
    for (const wie of [
      await testBezoek(db),
      await testBezoek(db, 'raadslid', 'college', 'financieel-adviseur'),
    ])
      assert.deepEqual(await meldMijlpaal(wie, 'proef', MELDING), { ok: false, reden: { code: 'mag_niet' } })
    assert.deepEqual(await db.lees((lezer) => findMijlpaalgeschiedenis(lezer, 'proef')), [])
    const vandaag = { ...MELDING, fase: 'bereikt', verwacht: null, bereiktOp: datum('2026-06-15') } as const
    assert.ok((await meldMijlpaal(manager, 'proef', vandaag)).ok, 'vandaag mag')
  })

  test('een budgethouder meldt alleen over eigen onderdelen', async () => {
    const { db } = await begin()
    const houder = await testBezoek(db, 'budgethouder')
    assert.ok(
      (await meldMijlpaal(houder, 'proef', MELDING)).ok,
      'zonder mandaten gaat hij over elk onderdeel',
    )
    await geefRolMandaat(db, 'budgethouder', 100, 'steun')
    const anders = { ...MELDING, gezien: 1, reden: 'Nog eens' }
    assert.deepEqual(await meldMijlpaal(houder, 'proef', anders), { ok: false, reden: { code: 'mag_niet' } })
    assert.ok((await meldMijlpaal(houder, 'proef', { ...MELDING, onderdeel: 'steun' })).ok)
  })

  test('een mijlpaal die uit het plan gaat, houdt naam en geschiedenis, en is nog te melden', async () => {
    const { db, manager } = await begin()
    await meldMijlpaal(manager, 'proef', MELDING)
    const zonder = await wijzigPlan(manager, {
      plan: 'proef',
      basis: 1,
      waarom: 'Mijlpaal vervalt',
      verander: (plan) => ({
        ...plan,
        onderdelen: plan.onderdelen.map((een) => ({ ...een, mijlpalen: [] })),
      }),
    })
    assert.ok(zonder.ok)
    const { meldingen, namen } = await db.lees(async (lezer) => ({
      meldingen: await findMijlpaalmeldingen(lezer, 'proef'),
      namen: await findMijlpaalnamen(lezer, 'proef', { concept: true }),
    }))
    const [stand, ...rest] = mijlpaalstanden([], meldingen, namen)
    assert.deepEqual(rest, [])
    assert.deepEqual(
      [stand?.wat, stand?.gepland, stand?.inPlan, stand?.laatste?.volgnr],
      ['Deur open', '2024-03-01', false, 1],
    )
    const vervalt = {
      ...MELDING,
      gezien: 1,
      fase: 'vervallen',
      verwacht: null,
      reden: 'Uit het plan',
    } as const
    assert.ok((await meldMijlpaal(manager, 'proef', vervalt)).ok)
  })
})
