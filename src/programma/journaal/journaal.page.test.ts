import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { findTijdstip } from '#grootboek/deur.ts'
import { versePglite } from '#test/databanken.ts'
import { boekVerhaal } from '#test/geldverhaal.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

let databank: Databank
let app: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
  await boekVerhaal(app)
})
after(() => databank.sluit())

describe('/journaal', () => {
  test('de kop, het aantal en wat het bewijst', async () => {
    const { woorden } = await app.haal('/journaal')
    const { hash } = await app.db.lees((lezer) => findTijdstip(lezer, {}))
    assert.ok(woorden.includes(hash))
    assert.match(woorden, /Wat dit bewijst, en wat niet/u)
    assert.match(woorden, /controleer_journaal\.py/u)
  })

  test('elke vorm is te halen, ook zonder inlog, en een vreemde vorm niet', async () => {
    for (const vorm of ['json', 'hledger', 'csv', 'ods', 'xlsx', 'fdp']) {
      const { status, tekst, koppen } = await app.haal(`/journaal/bestand/${vorm}`)
      assert.equal(status, 200, vorm)
      assert.equal(JSON.parse(tekst).vorm, vorm)
      assert.match(koppen.get('content-disposition') ?? '', /attachment/u)
    }
    assert.equal((await app.haal('/journaal/bestand/pdf')).status, 404)
  })
})
