import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { boekVerhaal } from '#test/geldverhaal.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

let databank: Databank
let app: Proefapp
let kaal: Proefapp
let nrs: Awaited<ReturnType<typeof boekVerhaal>>
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
  kaal = await maakProefapp({ databank })
  nrs = await boekVerhaal(app)
})
after(() => databank.sluit())

const spaties = (tekst: string) => tekst.replaceAll('\u00a0', ' ')

describe('geld op de pagina van een onderdeel', () => {
  test('hoeveel is er over, uit welk geld, en ligt het op koers', async () => {
    const { status, tekst, woorden } = await app.haal('/onderdelen/inloop')
    assert.equal(status, 200)
    assert.match(spaties(woorden), /Nog vrij € 5\.600 € 1\.650,50 besteed, € 749,50 ligt vast/u)
    assert.match(woorden, /Geld op koers Geen prognose/u)
    assert.match(tekst, /id="uit-welk-geld"/u)
    assert.match(
      tekst,
      /id="besteding-bron"[\s\S]*Bijdrage van het Rijk[\s\S]*Nog te verdelen over de bronnen/u,
    )
    assert.match(spaties(woorden), /v-1 : nog € 749,50/u)
    assert.match(tekst, new RegExp(`href="/boekingen/${nrs.laatste}"`, 'u'))
  })

  test('de kolommen worden één keer uitgelegd', async () => {
    const { woorden } = await app.haal('/onderdelen/inloop')
    assert.equal(woorden.match(/Wat de kolommen betekenen/gu)?.length, 1)
    assert.match(woorden, /Primitief: de begroting zoals de raad haar aan het begin vaststelde/u)
  })

  test('besteding in de tijd telt per maand op', async () => {
    const { woorden } = await app.haal('/onderdelen/inloop?geldig-tm=2024-05-31')
    assert.match(
      spaties(woorden),
      /In 2024 is € 1\.250,50 besteed van € 5\.000; € 749,50 ligt vast en € 3\.000 is nog vrij/u,
    )
  })

  test('zoals het toen bekend was', async () => {
    const { woorden } = await app.haal(`/onderdelen/inloop?bekend-op=${nrs.eerste + 2}`)
    assert.match(spaties(woorden), /Nog vrij € 6\.000 € 0 besteed, € 2\.000 ligt vast/u)
  })

  test('zonder iets anders dan een plan staan er geen nullen', async () => {
    const { woorden } = await kaal.haal('/onderdelen/inloop')
    assert.match(woorden, /Behalve het plan is er in dit programma nog niets geboekt/u)
    assert.doesNotMatch(woorden, /Nog vrij/u)
  })

  test('een onderdeel zonder boekingen, en een tijd die niet te lezen is', async () => {
    assert.equal((await app.haal('/onderdelen/steun')).status, 200)
    assert.equal((await app.haal('/onderdelen/inloop?geldig-tm=x')).status, 400)
  })
})
