import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { boekVerhaal } from '#test/geldverhaal.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

let databank: Databank
let app: Proefapp
let kaal: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
  kaal = await maakProefapp({ databank })
  await boekVerhaal(app)
})
after(() => databank.sluit())

const spaties = (tekst: string) => tekst.replaceAll('\u00a0', ' ')

describe('geld op overzicht, lijst en groep', () => {
  test('de eerste pagina zegt wat er besteed en vrij is, en wat er laatst geboekt is', async () => {
    const { woorden, tekst } = await app.haal('/')
    assert.match(
      spaties(woorden),
      /Van de begroting van € 11\.000 is € 1\.750 besteed; € 750 ligt vast; € 8\.500 is nog vrij/u,
    )
    assert.match(woorden, /Besteed, €.*Nog vrij, €.*Geld op koers/u)
    assert.match(tekst, /href="\/boekingen\?onderdeel=inloop&amp;kolom=vrij"/u)
    assert.match(woorden, /Wat er laatst veranderde Besteding/u)
  })

  test('zoals toen bekend, en zonder boekingen staat er alleen het plan', async () => {
    assert.doesNotMatch((await app.haal('/?bekend-op=1')).woorden, /Nog vrij/u)
    for (const pad of ['/', '/onderdelen', '/groepen/lijn']) {
      const { status, woorden } = await kaal.haal(pad)
      assert.equal(status, 200)
      assert.doesNotMatch(woorden, /Nog vrij|Geld op koers/u, pad)
    }
  })

  test('de lijst en de groep tonen het naast het plan', async () => {
    for (const pad of ['/onderdelen', '/groepen/lijn'])
      assert.match((await app.haal(pad)).woorden, /5\.600.*Geen prognose/u, pad)
    assert.doesNotMatch((await app.haal('/onderdelen?jaar=2024')).woorden, /Nog vrij/u)
    assert.match((await app.haal('/groepen/lijn')).woorden, /Wat ermee gebeurde, per jaar/u)
  })

  test('een raadslid vindt in drie stappen hoeveel er over is, uit welk geld en of het op koers ligt', async () => {
    const eerste = await app.haal('/')
    assert.match(eerste.tekst, /href="\/onderdelen\/inloop"/u)
    const { tekst, woorden } = await app.haal('/onderdelen/inloop')
    assert.match(woorden, /Nog vrij/u)
    assert.match(woorden, /Geld op koers/u)
    assert.match(tekst, /href="#uit-welk-geld"/u)
  })
})
