import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { z } from 'zod'
import { findRows, type GemeenteDb, sql } from '#basis/db.ts'
import { controleerJournaal, wisToelichting } from '#grootboek/deur.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken } from '#test/databanken.ts'
import { gevuldeGemeente } from '#test/grootboek-geschiedenis.ts'

opBeideDatabanken('rechten op het journaal', (databank) => {
  let db: GemeenteDb
  before(async () => {
    db = await gevuldeGemeente(databank(), 60)
  })

  test('de rol van de gemeente kan het journaal niet wijzigen en niet wissen', async () => {
    const vast = ['boeking', 'post', 'regel', 'foto', 'verzoek', 'periodestand']
    for (const tabel of vast) {
      const naam = sql.table(`grootboek_${tabel}`)
      const kolom =
        tabel === 'verzoek'
          ? 'sleutel'
          : tabel === 'periodestand'
            ? 'periode'
            : tabel === 'post'
              ? 'soort'
              : tabel === 'boeking'
                ? 'soort'
                : 'bedrag'
      for (const opdracht of [
        sql`delete from ${naam}`,
        sql`update ${naam} set ${sql.ref(kolom)} = ${sql.ref(kolom)}`,
        sql`truncate ${naam}`,
      ])
        await assert.rejects(
          db.schrijf((tx) => opdracht.execute(tx)),
          /permission denied/u,
          tabel,
        )
    }
    for (const opdracht of [
      sql`delete from grootboek_kop`,
      sql`delete from grootboek_saldo`,
      sql`update grootboek_tekst set tekst = ''`,
    ])
      await assert.rejects(
        db.schrijf((tx) => opdracht.execute(tx)),
        /permission denied/u,
      )
  })

  test('een toelichting wissen laat de keten heel, en mag alleen de beheerder', async () => {
    const [met] = await db.lees((lezer) =>
      findRows(lezer, z.object({ nr: z.int() }), sql`select min(boeking) as nr from grootboek_tekst`),
    )
    assert.ok(met)
    const beheerder = await testBezoek(db, 'beheerder')
    const adviseur = await testBezoek(db, 'financieel-adviseur')
    const bezoeker = await testBezoek(db)
    for (const bezoek of [adviseur, bezoeker])
      assert.deepEqual(await wisToelichting(bezoek, met.nr), { ok: false, reden: { code: 'mag_niet' } })
    assert.ok((await wisToelichting(beheerder, met.nr)).ok)
    assert.deepEqual(await wisToelichting(beheerder, met.nr), {
      ok: false,
      reden: { code: 'geen_toelichting' },
    })
    const { goed, geteld } = await controleerJournaal(db)
    assert.deepEqual([goed, geteld.gewist], [true, 1])
    const [regel] = await db.lees((lezer) =>
      findRows(
        lezer,
        z.object({ handeling: z.string(), over: z.string() }),
        sql`select handeling, over from toegang_logboek order by nummer desc limit 1`,
      ),
    )
    assert.deepEqual(regel, { handeling: 'grootboek.toelichting.wissen', over: `boeking ${met.nr}` })
  })
})
