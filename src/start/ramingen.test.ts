import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#basis/db.ts'
import { findKop } from '#grootboek/deur.ts'
import { migreerAlles } from '#start/migreer.ts'
import { boekRamingenBij } from '#start/ramingen.ts'
import { laadVoorbeelden } from '#start/voorbeelden.ts'
import { TESTKLOK } from '#test/bezoek.ts'
import { versePglite } from '#test/databanken.ts'

test('een databank van voor het grootboek krijgt bij het openen één keer haar ramingen', async () => {
  const databank = await versePglite()
  await laadVoorbeelden(databank, TESTKLOK, { welke: ['gm1731'] })
  const db = databank.gemeente('gm1731')
  assert.deepEqual(await boekRamingenBij(databank, TESTKLOK), [])
  // Zo zag een gemeente eruit die al plannen had vastgesteld toen er nog geen journaal was.
  await databank.beheer(async (tx) => {
    await sql`truncate gm1731.programma_geboekteraming, gm1731.grootboek_saldo, gm1731.grootboek_regel,
                       gm1731.grootboek_tekst, gm1731.grootboek_boeking, gm1731.grootboek_post cascade`.execute(
      tx,
    )
    await sql`update gm1731.grootboek_kop set nr = 0, hash = repeat('0', 64), op = null`.execute(tx)
  })
  await migreerAlles(databank)
  const geboekt = await boekRamingenBij(databank, TESTKLOK)
  assert.ok(geboekt.includes('gm1731 sociaal-domein-2022-2026 versie 1'))
  const { nr } = await db.lees(findKop)
  assert.equal(nr, 1)
  assert.deepEqual(await boekRamingenBij(databank, TESTKLOK), [])
  assert.equal((await db.lees(findKop)).nr, nr)
  await databank.sluit()
})
