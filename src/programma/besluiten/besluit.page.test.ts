import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { findBesluiten } from '#programma/plan.store.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp } from '#test/programma-app.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

test('een besluit toont wat het verplaatste: onderdelen, bronnen en boekingen, voor iedereen', async () => {
  const app = await maakProefapp({ databank })
  const [besluit] = await app.db.lees(findBesluiten)
  const pagina = await app.haal(`/besluiten/${besluit?.id}`)
  assert.equal(pagina.status, 200)
  for (const zin of [
    /Stelde vast Proefprogramma, versie 1/u,
    /Inloop in het dorp 2024 nog te verdelen over de bronnen 4\.000/u,
    /Totaal 10\.000,01/u,
    /Bijdrage van het Rijk Brengt de bron in −10\.000/u,
    /nog te verdelen over de bronnen Nog te verdelen −7\.000,01/u,
  ])
    assert.match(pagina.woorden, zin)
  assert.match(pagina.tekst, /href="\/boekingen\/1"/u)
  assert.match((await app.haal('/besluiten')).tekst, new RegExp(`href="/besluiten/${besluit?.id}"`, 'u'))
})

test('een besluit zonder geld zegt dat, en een onbekend besluit is er niet', async () => {
  const app = await maakProefapp({ databank })
  const velden = { orgaan: 'raad', datum: '1 mei 2026', nummer: '1', onderwerp: 'Alleen praten' }
  await app.stuur('/besluiten', velden, ['programmamanager'])
  const los = (await app.db.lees(findBesluiten)).find(({ onderwerp }) => onderwerp === 'Alleen praten')
  assert.match((await app.haal(`/besluiten/${los?.id}`)).woorden, /verplaatste geen geld/u)
  for (const id of ['x', '018f3a3e-0000-7000-8000-000000000000'])
    assert.equal((await app.haal(`/besluiten/${id}`)).status, 404)
})
