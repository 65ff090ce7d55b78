import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { sql } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { maakBoekhouder } from '#grootboek/boekhouder.flow.ts'
import { spiegel } from '#grootboek/gebeurtenissen.ts'
import { bekijkInlezing, bekijkOngedaan, leesIn, maakOngedaan } from '#grootboek/inlezen/inlezen.flow.ts'
import { findInlezing, findInlezingen } from '#grootboek/inlezen/inlezing.store.ts'
import { findBoeking, findKop } from '#grootboek/journaal.store.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import {
  beginInlezen,
  boekProef,
  gelezenProef,
  koppelZonderMeer,
  leesProef,
  proefregel,
  standen,
} from '#test/inlezing.ts'

const A = proefregel({ sleutel: '2024/INK/1/1', project: 'P1' })
const B = proefregel({ sleutel: '2024/INK/2/1', project: 'P2', bedragCent: centen(50_00) })

opBeideDatabanken('inlezen aan de randen', (databank) => {
  const begin = async () => beginInlezen(await verseGemeente(databank()))

  test('een feit in een gesloten periode staat in de eerste open periode', async () => {
    const plek = await begin()
    await boekProef(plek, [A])
    await plek.db.schrijf((tx) =>
      sql`insert into grootboek_periodestand (id, periode, stand, op)
          values (gen_random_uuid(), '2024-03', 'vast', now()), (gen_random_uuid(), '2024-04', 'voorlopig', now())`.execute(
        tx,
      ),
    )
    const voor = await standen(plek.db, datum('2024-03-31'))
    await boekProef(plek, [{ ...A, bedragCent: centen(7_00) }])
    assert.deepEqual(await standen(plek.db, datum('2024-03-31')), voor)
    const boekingen = await plek.db.lees(async (lezer) => [
      await findBoeking(lezer, 2),
      await findBoeking(lezer, 3),
    ])
    assert.deepEqual(
      boekingen.map((een) => [een?.geldigOp, een?.betreft, een?.corrigeert]),
      [
        ['2024-04-01', '2024-03', 1],
        ['2024-04-01', '2024-03', null],
      ],
    )
  })

  test('wie bevestigt krijgt precies wat hij zag, of hoort dat het veranderd is', async () => {
    const plek = await begin()
    const gelezen = await gelezenProef(plek.db, { regels: [A] })
    const gezien = await plek.db.lees((lezer) => bekijkInlezing(lezer, { gelezen, programma: 'p' }))
    assert.ok(gezien.ok)
    await boekProef(plek, [{ ...A, bedragCent: centen(1) }])
    const kop = await plek.db.lees(findKop)
    const opdracht = { gelezen, programma: 'p', verwacht: gezien.waarde.afdruk }
    const te_laat = await leesIn(plek.boekhouder, plek.bezoek, opdracht)
    assert.ok(!te_laat.ok && te_laat.reden.code === 'intussen_veranderd')
    assert.deepEqual(te_laat.reden.beeld.telling.veranderd, 1)
    assert.deepEqual(await plek.db.lees(findKop), kop)
    const nu = await leesIn(plek.boekhouder, plek.bezoek, {
      ...opdracht,
      verwacht: te_laat.reden.beeld.afdruk,
    })
    assert.ok(nu.ok)
  })

  test('ongedaan maken zet alles terug zoals het stond', async () => {
    const plek = await begin()
    await boekProef(plek, [A, B])
    const voor = await standen(plek.db)
    await boekProef(plek, [{ ...A, bedragCent: centen(1) }])
    const eerst = await maakOngedaan(plek.boekhouder, plek.bezoek, { nummer: 1 })
    assert.deepEqual(eerst, { ok: false, reden: { code: 'later_ingelezen', later: 2 } })
    const gezien = await plek.db.lees((lezer) => bekijkOngedaan(lezer, 2))
    assert.ok(gezien.ok)
    const terug = await maakOngedaan(plek.boekhouder, plek.bezoek, {
      nummer: 2,
      verwacht: gezien.waarde.afdruk,
    })
    assert.ok(terug.ok)
    assert.deepEqual(await standen(plek.db), voor)
    const nog = await maakOngedaan(plek.boekhouder, plek.bezoek, { nummer: 2 })
    assert.deepEqual(nog, { ok: false, reden: { code: 'al_ongedaan', door: 3 } })
    assert.ok((await maakOngedaan(plek.boekhouder, plek.bezoek, { nummer: 1 })).ok)
    assert.deepEqual(await standen(plek.db), {})
    assert.deepEqual(
      (await plek.db.lees((lezer) => findInlezingen(lezer, 9))).map((een) => [
        een.nummer,
        een.soort,
        een.ongedaan,
      ]),
      [
        [4, 'ongedaan', 1],
        [3, 'ongedaan', 2],
        [2, 'bestand', null],
        [1, 'bestand', null],
      ],
    )
    assert.equal((await plek.db.lees((lezer) => findInlezing(lezer, 1)))?.teruggedraaid, 4)
    assert.equal((await boekProef(plek, [A, B])).beeld.telling.nieuw, 2)
    assert.deepEqual(await standen(plek.db), voor)
  })

  test('wat iemand met de hand al terugdraaide, draait een beter bestand niet nog eens terug', async () => {
    const plek = await begin()
    await boekProef(plek, [A])
    const hand = await plek.boekhouder.voerUit(plek.db, plek.bezoek.klok, {
      werk: async (ronde) => {
        const was = await findBoeking(ronde.tx, 1)
        assert.ok(was)
        return ronde.boek({
          soort: was.soort,
          geldigOp: was.geldigOp,
          grondslag: { soort: 'memo', kenmerk: 'hand' },
          regels: spiegel(was),
          corrigeert: 1,
          door: null,
        })
      },
    })
    assert.ok(hand.ok)
    const { doorgevoerd } = await boekProef(plek, [{ ...A, bedragCent: centen(30_00) }])
    assert.deepEqual([doorgevoerd.spiegels, doorgevoerd.boekingen], [0, 1])
    assert.equal((await standen(plek.db))['p:rijk:realisatie:inloop:2024'], 30_00)
  })

  test('te veel regels: gezegd met de grens, en met waar ze op staan', async () => {
    const { db } = await begin()
    const regels = [1, 2, 3].map((n) =>
      proefregel({ sleutel: `r${n}`, kostenplaats: `k${n % 2}`, project: null }),
    )
    const gelezen = await leesProef(db, { regels }, 2)
    assert.ok(!gelezen.ok && gelezen.reden.code === 'te_veel_regels')
    const { aantal, grens, kostenplaatsen } = gelezen.reden
    assert.deepEqual([aantal, grens, kostenplaatsen.map(({ code }) => code)], [3, 2, ['k1', 'k0']])
    await koppelZonderMeer(db, { kostenplaats: 'k1' }, { soort: 'hoort_niet' })
    const minder = await leesProef(db, { regels }, 2)
    assert.ok(minder.ok)
    assert.deepEqual([minder.waarde.regels.length, minder.waarde.rekeningen[0]?.nietCent], [1, 200_00])
  })

  test('een bestand met fouten of met twee gelijke regels wordt in zijn geheel geweigerd', async () => {
    const { db } = await begin()
    const fout = { ernst: 'fout', code: 'x', zin: 'Het klopt niet.', plaats: { regel: 3 }, keren: 1 } as const
    const gelezen = await leesProef(db, { regels: [A], bevindingen: [fout] })
    assert.ok(!gelezen.ok && gelezen.reden.code === 'bestand_onjuist')
    const dubbel = await leesProef(db, { regels: [A, A] })
    assert.ok(!dubbel.ok && dubbel.reden.code === 'bestand_onjuist')
    assert.deepEqual(
      dubbel.reden.verslag.bevindingen.map(({ code }) => code),
      ['regel_dubbel'],
    )
    const leeg = await leesProef(db, { regels: [] })
    assert.ok(!leeg.ok && leeg.reden.code === 'geen_regels')
  })

  test('alleen wie mag inlezen', async () => {
    const { db, boekhouder } = await begin()
    const gelezen = await gelezenProef(db, { regels: [A] })
    for (const bezoek of [await testBezoek(db), await testBezoek(db, 'budgethouder')]) {
      const mag = await leesIn(boekhouder, bezoek, { gelezen, programma: 'p' })
      assert.deepEqual(mag, { ok: false, reden: { code: 'mag_niet' } })
      const weg = await maakOngedaan(boekhouder, bezoek, { nummer: 1 })
      assert.deepEqual(weg, { ok: false, reden: { code: 'mag_niet' } })
    }
  })

  test('twee bestanden tegelijk: de ene na de andere, en niets dubbel', async () => {
    const plek = await begin()
    const ander = maakBoekhouder()
    const [een, twee] = await Promise.all([
      gelezenProef(plek.db, { regels: [A, B] }),
      gelezenProef(plek.db, { regels: [{ ...A, bedragCent: centen(3_00) }, B] }),
    ])
    const uitkomsten = await Promise.all([
      leesIn(plek.boekhouder, plek.bezoek, { gelezen: een, programma: 'p' }),
      leesIn(ander, plek.bezoek, { gelezen: twee, programma: 'p' }),
      leesIn(ander, plek.bezoek, { gelezen: twee, programma: 'p' }),
    ])
    assert.ok(uitkomsten.every(({ ok }) => ok))
    const { 'p:rijk:realisatie:inloop:2024': inloop, 'p:-:realisatie:-:2024': onbekend } = await standen(
      plek.db,
    )
    assert.ok(inloop === 100_00 || inloop === 3_00, String(inloop))
    assert.equal(onbekend, 50_00)
  })
})
