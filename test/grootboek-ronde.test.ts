import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { datum, vasteKlok } from '#basis/datum.ts'
import { type GemeenteDb, getRow, type Lezer, sql } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import {
  type Boekhouder,
  type Boekopdracht,
  besteed,
  boekSamen,
  controleerJournaal,
  findKop,
  kenToe,
  maakBoekhouder,
  Periode,
  type Ronde,
  ruimte,
} from '#grootboek/deur.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'

const KLOK = vasteKlok('2026-11-22T08:00:00.000Z')
const BUDGET = { programma: 'sociaal', bron: 'rijk', onderdeel: 'inloop', jaar: 2026 }

const uitgave = (bedrag: number): Boekopdracht => ({
  soort: 'realisatie',
  geldigOp: datum('2026-03-01'),
  grondslag: { soort: 'memo', kenmerk: `M-${bedrag}` },
  regels: besteed(BUDGET, centen(bedrag)),
  door: null,
})
const boekEen = (bedrag: number) => (ronde: Ronde) => {
  const geboekt = ronde.boek(uitgave(bedrag))
  return geboekt.ok ? gelukt({ nr: geboekt.waarde.nr }) : geboekt
}
const telBoekingen = (lezer: Lezer) =>
  getRow(lezer, z.object({ n: z.int() }), sql`select count(*) as n from grootboek_boeking`).then(({ n }) => n)

async function isHeel(db: GemeenteDb, boekingen: number): Promise<void> {
  const { goed, eerste, geteld, kop } = await controleerJournaal(db, { perStuk: 7 })
  assert.ok(goed, JSON.stringify(eerste))
  assert.deepEqual([geteld.boekingen, kop.nr], [boekingen, boekingen])
}

opBeideDatabanken('een ronde', (databank) => {
  const begin = async (): Promise<[GemeenteDb, Boekhouder]> => [
    await verseGemeente(databank()),
    maakBoekhouder(),
  ]

  test('wat tegelijk komt, krijgt nummers zonder gaten op volgorde van aanleveren', async () => {
    const [db, boekhouder] = await begin()
    const gedaan = await Promise.all(
      Array.from({ length: 120 }, (_, i) => boekhouder.voerUit(db, KLOK, { werk: boekEen(i + 1) })),
    )
    assert.deepEqual(
      gedaan.map((uitkomst) => (uitkomst.ok ? uitkomst.waarde.nr : uitkomst.reden)),
      Array.from({ length: 120 }, (_, i) => i + 1),
    )
    await isHeel(db, 120)
  })

  test('werk dat geweigerd wordt laat niets achter, ook niet wat het al boekte of wilde bewaren', async () => {
    const [db, boekhouder] = await begin()
    let bewaard = 0
    const uitkomsten = await Promise.all([
      boekhouder.voerUit(db, KLOK, { werk: boekEen(1) }),
      boekhouder.voerUit(db, KLOK, {
        werk: (ronde) => {
          ronde.boek(uitgave(2))
          ronde.zetPeriode(Periode.parse('2026-03'), 'vast')
          ronde.daarna(async () => void bewaard++)
          return geweigerd({ code: 'toch_niet' })
        },
      }),
      boekhouder.voerUit(db, KLOK, { werk: boekEen(3) }),
    ])
    assert.deepEqual(
      uitkomsten.map(({ ok }) => ok),
      [true, false, true],
    )
    assert.equal(bewaard, 0)
    await isHeel(db, 2)
  })

  test('werk dat gooit krijgt zelf de fout; de buren gaan door', async () => {
    const [db, boekhouder] = await begin()
    const uitkomsten = await Promise.allSettled([
      boekhouder.voerUit(db, KLOK, { werk: boekEen(1) }),
      boekhouder.voerUit(db, KLOK, {
        werk: () => {
          throw new Error('kapot werk')
        },
      }),
      boekhouder.voerUit(db, KLOK, {
        werk: async (ronde) => {
          await sql`select 1 / 0`.execute(ronde.tx)
          return gelukt(null)
        },
      }),
      boekhouder.voerUit(db, KLOK, { werk: boekEen(2) }),
    ])
    assert.deepEqual(
      uitkomsten.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
    )
    await isHeel(db, 2)
  })

  test('wie leest ziet wat eerder werk in dezelfde ronde deed, en niets van zichzelf', async () => {
    const [db, boekhouder] = await begin()
    const gezien: number[][] = []
    const werk = async (ronde: Ronde) => {
      await ronde.laadSaldi([ruimte(BUDGET)])
      const voor = ronde.saldo(ruimte(BUDGET))
      ronde.boek(uitgave(100))
      ronde.daarna(async (tx) => {
        await sql`insert into toegang_logboek (handeling, over) values ('proef', 'x')`.execute(tx)
      })
      const { n } = await getRow(
        ronde.tx,
        z.object({ n: z.int() }),
        sql`select count(*) as n from toegang_logboek`,
      )
      gezien.push([voor, await telBoekingen(ronde.tx), n, ronde.saldo(ruimte(BUDGET))])
      return gelukt(null)
    }
    await Promise.all([1, 2, 3].map(() => boekhouder.voerUit(db, KLOK, { werk })))
    assert.deepEqual(gezien, [
      [0, 0, 0, -100],
      [-100, 1, 1, -200],
      [-200, 2, 2, -300],
    ])
    await isHeel(db, 3)
  })

  test('een periode die in de ronde dichtgaat, is dat voor het volgende werk al', async () => {
    const [db, boekhouder] = await begin()
    const [, , daarna] = await Promise.all([
      boekhouder.voerUit(db, KLOK, { werk: boekEen(1) }),
      boekhouder.voerUit(db, KLOK, {
        werk: (ronde) => {
          ronde.zetPeriode(Periode.parse('2026-03'), 'vast')
          return gelukt(null)
        },
      }),
      boekhouder.voerUit(db, KLOK, { werk: boekEen(2) }),
    ])
    assert.ok(daarna !== undefined && !daarna.ok)
    assert.equal(daarna.reden.code, 'periode_dicht')
    await isHeel(db, 1)
  })

  test('dezelfde sleutel: zelfde antwoord zonder dubbel, andere inhoud: geweigerd, in en na de ronde', async () => {
    const [db, boekhouder] = await begin()
    const doe = (sleutel: string, bedrag: number) =>
      boekhouder.voerUit(db, KLOK, { verzoek: { sleutel, inhoud: { bedrag } }, werk: boekEen(bedrag) })
    const [een, weer, anders] = await Promise.all([doe('s', 5), doe('s', 5), doe('s', 6)])
    assert.deepEqual([een, weer], [gelukt({ nr: 1 }), gelukt({ nr: 1 })])
    assert.deepEqual(anders, geweigerd({ code: 'sleutel_hergebruikt' }))
    // Een ander proces heeft een eigen boekhouder en kent alleen de database.
    const ander = maakBoekhouder()
    const later = await ander.voerUit(db, KLOK, {
      verzoek: { sleutel: 's', inhoud: { bedrag: 5 } },
      werk: boekEen(5),
    })
    assert.deepEqual(later, gelukt({ nr: 1 }))
    assert.deepEqual(await doe('s', 7), geweigerd({ code: 'sleutel_hergebruikt' }))
    await isHeel(db, 1)
  })

  test('een geweigerd verzoek is niet uitgevoerd: met dezelfde sleutel mag het later alsnog', async () => {
    const [db, boekhouder] = await begin()
    let mag = false
    const doe = () =>
      boekhouder.voerUit(db, KLOK, {
        verzoek: { sleutel: 's', inhoud: 1 },
        werk: (ronde) => (mag ? boekEen(1)(ronde) : geweigerd({ code: 'nog_niet' })),
      })
    assert.deepEqual(await doe(), geweigerd({ code: 'nog_niet' }))
    mag = true
    assert.deepEqual(await doe(), gelukt({ nr: 1 }))
  })

  test('valt de verbinding weg bij het vastleggen, dan wordt er niet nog eens geboekt', async () => {
    const [db, boekhouder] = await begin()
    const weg: GemeenteDb = {
      ...db,
      schrijf: async (werk) => {
        await db.schrijf(werk)
        throw new Error('verbinding weg')
      },
    }
    const uitkomsten = await Promise.allSettled([
      boekhouder.voerUit(weg, KLOK, { werk: boekEen(1) }),
      boekhouder.voerUit(weg, KLOK, { werk: boekEen(2) }),
    ])
    assert.deepEqual(
      uitkomsten.map(({ status }) => status),
      ['rejected', 'rejected'],
    )
    assert.deepEqual(await boekhouder.voerUit(db, KLOK, { werk: boekEen(3) }), gelukt({ nr: 3 }))
    await isHeel(db, 3)
  })

  test('alle opdrachten samen, of geen', async () => {
    const [db, boekhouder] = await begin()
    const scheef = { ...uitgave(2), regels: kenToe(BUDGET, centen(2)).slice(1) }
    const uitkomst = await boekhouder.voerUit(db, KLOK, {
      werk: (ronde) => boekSamen(ronde, [uitgave(1), scheef]),
    })
    assert.ok(!uitkomst.ok && uitkomst.reden.code === 'geen_regels')
    assert.equal((await db.lees(findKop)).nr, 0)
  })

  test('een transactie die wordt afgebroken laat geen gat en geen slot achter', async (t) => {
    if (databank().soort === 'pglite')
      return t.skip('de ingebedde database heeft geen verbinding die weg kan vallen')
    const [db, boekhouder] = await begin()
    await boekhouder.voerUit(db, KLOK, { werk: boekEen(1) })
    const afgebroken = boekhouder.voerUit(db, KLOK, {
      werk: async (ronde) => {
        ronde.boek(uitgave(2))
        const { pid } = await getRow(
          ronde.tx,
          z.object({ pid: z.int() }),
          sql`select pg_backend_pid() as pid`,
        )
        await databank().beheer((tx) => sql`select pg_terminate_backend(${pid})`.execute(tx))
        return gelukt(null)
      },
    })
    await assert.rejects(afgebroken)
    assert.deepEqual(await boekhouder.voerUit(db, KLOK, { werk: boekEen(3) }), gelukt({ nr: 2 }))
    await isHeel(db, 2)
  })
})
