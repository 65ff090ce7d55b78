import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum, vasteKlok } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { Moment } from '#basis/moment.ts'
import { bekendTot } from '#programma/begroting/tijdkeuze.ts'
import { maakPrognoses } from '#programma/prognose/prognose.flow.ts'
import { findPrognoses, findPrognoseversies } from '#programma/prognose/prognose.store.ts'
import type { NieuwePrognose } from '#programma/prognose/prognose.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { laadKleinPlan } from '#test/geladen.ts'

const PROGNOSE: NieuwePrognose = {
  onderdeel: 'inloop',
  jaar: 2025,
  bedragCent: centen(2_500_00),
  peildatum: datum('2026-06-01'),
  zekerheid: 'midden',
  grond: 'eigen',
  reden: 'Het loopt iets trager',
}

opBeideDatabanken('prognoses', (databank) => {
  test('elke prognose blijft staan; de laatste geldt, en zoals toen bekend de laatste van toen', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'budgethouder')
    const later = { ...bezoek, klok: vasteKlok('2026-07-20T10:00:00Z') }
    assert.deepEqual(await maakPrognoses(bezoek, 'proef', [PROGNOSE]), { ok: true, waarde: { nieuw: 1 } })
    const meer = { ...PROGNOSE, bedragCent: centen(2_900_00) }
    assert.ok((await maakPrognoses(later, 'proef', [meer, { ...meer, onderdeel: 'steun' }])).ok)
    const bedragen = async (tot?: string): Promise<unknown[]> =>
      (
        await db.lees((lezer) =>
          findPrognoses(lezer, 'proef', {
            jaar: 2025,
            bekendTot: tot === undefined ? undefined : Moment.parse(tot),
          }),
        )
      ).map(({ onderdeel, bedragCent }) => [onderdeel, bedragCent])
    assert.deepEqual(await bedragen(), [
      ['inloop', 2_900_00],
      ['steun', 2_900_00],
    ])
    assert.deepEqual(await bedragen('2026-07-01T00:00:00.000000Z'), [['inloop', 2_500_00]])
    assert.deepEqual(await bedragen('2026-06-01T00:00:00.000000Z'), [])
    const versies = await db.lees((lezer) => findPrognoseversies(lezer, 'proef', 'inloop', 2025))
    assert.deepEqual(
      versies.map(({ bedragCent, door }) => [bedragCent, door]),
      [
        [2_900_00, 'Proef budgethouder'],
        [2_500_00, 'Proef budgethouder'],
      ],
    )
  })

  test('twee keer op de knop geeft één prognose; heen en terug blijft zichtbaar, in volgorde', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'budgethouder')
    await Promise.all([1, 2, 3].map(() => maakPrognoses(bezoek, 'proef', [PROGNOSE])))
    for (const bedrag of [1, 2, 1])
      await maakPrognoses(bezoek, 'proef', [{ ...PROGNOSE, bedragCent: centen(bedrag) }])
    const versies = await db.lees((lezer) => findPrognoseversies(lezer, 'proef', 'inloop', 2025))
    assert.deepEqual(
      versies.map(({ bedragCent }) => bedragCent),
      [1, 2, 1, 2_500_00],
    )
  })

  test('alles of niets, en elke weigering heeft een reden', async () => {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const bezoek = await testBezoek(db, 'budgethouder')
    for (const [fout, code] of [
      [{ onderdeel: 'bestaat-niet' }, 'onderdeel_onbekend'],
      [{ peildatum: datum('2026-06-16') }, 'peildatum_toekomst'],
      [{ reden: '  ' }, 'reden_ontbreekt'],
    ] as const) {
      const uitkomst = await maakPrognoses(bezoek, 'proef', [PROGNOSE, { ...PROGNOSE, ...fout }])
      assert.equal(uitkomst.ok ? 'gelukt' : uitkomst.reden.code, code)
    }
    for (const wie of [await testBezoek(db), await testBezoek(db, 'raadslid', 'college', 'beheerder')])
      assert.deepEqual(await maakPrognoses(wie, 'proef', [PROGNOSE]), {
        ok: false,
        reden: { code: 'mag_niet' },
      })
    assert.deepEqual(await db.lees((lezer) => findPrognoses(lezer, 'proef')), [])
  })
})

test('bekend tot: een dag telt tot zijn einde, een boeking tot haar moment', () => {
  const op = Moment.parse('2026-05-05T10:00:00.000001Z')
  assert.equal(bekendTot({}, { bekendOp: op }), undefined)
  assert.equal(bekendTot({ bekendOp: datum('2026-07-01') }, { bekendOp: op }), '2026-07-01T21:59:59.999999Z')
  assert.equal(bekendTot({ bekendOp: { nr: 3 } }, { bekendOp: op }), op)
  assert.ok((bekendTot({ bekendOp: { nr: 0 } }, { bekendOp: null }) ?? '') < op)
  assert.equal(bekendTot({ bekendOp: op }, { bekendOp: null }), op)
})
