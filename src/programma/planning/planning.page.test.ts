import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { Onderdeel } from '#programma/plan.ts'
import { versePglite } from '#test/databanken.ts'
import { kleinPlan } from '#test/plannen.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

let databank: Databank
let app: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank, plan: 'midden-drenthe' })
})
after(() => databank.sluit())

describe('/planning', () => {
  test('alle onderdelen staan in de lijst en alle mijlpalen in hun tabel', async () => {
    const { status, tekst } = await app.haal('/planning')
    assert.equal(status, 200)
    const lijst = tekst.split('id="lijst"')[1]?.split('</section>')[0] ?? ''
    for (const { id } of app.plan.onderdelen) assert.ok(lijst.includes(`/onderdelen/${id}"`), id)
    const mijlpalen = tekst.split('id="mijlpalen"')[1]?.split('</section>')[0] ?? ''
    assert.equal(
      mijlpalen.match(/<tr/gu)?.length,
      1 + app.plan.onderdelen.reduce((som, een) => som + een.mijlpalen.length, 0),
    )
  })

  test('verwacht is anders getekend en heeft een woord', async () => {
    const { tekst } = await app.haal('/planning')
    assert.match(tekst, /oz-tijd__punt--verwacht/u)
    assert.match(tekst, /oz-etiket[^>]*>verwacht/u)
  })

  test('wat geen tijd heeft, staat er in woorden', async () => {
    const { tekst } = await app.haal('/planning')
    const zonder = tekst.split('id="zonder-planning"')[1] ?? ''
    assert.match(zonder, /De Thuisblijver/u)
    assert.match(zonder, /verschijnt twee keer per jaar/u)
  })

  test('wat eindigt in 2024', async () => {
    const { woorden, tekst } = await app.haal('/planning?wat=eindigt&jaar=2024')
    assert.match(woorden, /In 2024 eindigen 2 onderdelen/u)
    assert.match(woorden, /In 2024 voor het laatst geld .*Implementatie van de wet Aanpak/u)
    assert.match(tekst, /<option value="2024" selected/u)
  })

  test('niets gevonden zegt wat te doen; onzin in het adres telt niet', async () => {
    assert.match((await app.haal('/planning?wat=begint&jaar=2026')).woorden, /Niets gevonden bij deze keuze/u)
    const onzin = await app.haal(`/planning?jaar=${'9'.repeat(10_000)}&wat=<b>`)
    assert.equal(onzin.status, 200)
    assert.match(onzin.woorden, /Bij 13 van de 32 onderdelen/u)
  })
})

describe('/doelen', () => {
  test('elk doel met wat het dient en wat ontbreekt, en de onderdelen zonder doel', async () => {
    const { status, tekst, woorden } = await app.haal('/doelen')
    assert.equal(status, 200)
    assert.match(woorden, /Geen daarvan heeft een indicator/u)
    for (const { id } of app.plan.doelen) assert.ok(tekst.includes(`href="/doelen/${id}"`), id)
    const zonder = tekst.split('id="zonder-doel"')[1]?.split('</section>')[0] ?? ''
    assert.equal(zonder.match(/href="\/onderdelen\//gu)?.length, 13)
  })

  test('één doel: wat ontbreekt, wat we doen en wat dat kost', async () => {
    const { status, woorden } = await app.haal('/doelen/innovatie')
    assert.equal(status, 200)
    assert.match(woorden, /Er is geen indicator\. Zonder indicator is later niet te meten/u)
    assert.match(woorden, /Ruimte voor innovatie en projecten Nieuw voor 2022-2026 140\.000/u)
    assert.match(woorden, /Samen, elk onderdeel één keer geteld 340\.000/u)
  })

  test('een versie die er niet is', async () => {
    const { status, woorden } = await app.haal('/doelen/innovatie?versie=99')
    assert.equal(status, 404)
    assert.match(woorden, /Deze versie is er niet/u)
  })

  test('een doel dat er niet is', async () => assert.equal((await app.haal('/doelen/weg')).status, 404))
})

test('een plan met duizenden onderdelen toont een begin, en zegt waar de rest staat', async () => {
  const groot = await maakProefapp({
    databank,
    plan: (code) => {
      const [voorbeeld] = kleinPlan(code).onderdelen
      const onderdelen = Array.from({ length: 3_000 }, (_, i) =>
        Onderdeel.parse({
          ...voorbeeld,
          id: `o-${i}`,
          code: null,
          titel: `Deel ${i}`,
          doelen: [],
          planning: {},
        }),
      )
      return kleinPlan(code, { onderdelen, vermeldingen: [], raming: [] })
    },
  })
  for (const pad of ['/planning', '/doelen', '/bronnen/rijk']) {
    const { status, tekst, woorden } = await groot.haal(pad)
    assert.equal(status, 200, pad)
    assert.match(woorden, /Hier staan de eerste 200 van 3\.000\./u, pad)
    assert.ok(tekst.length < 300_000, `${pad}: ${tekst.length}`)
  }
})
