import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { Onderdeel, Raming } from '#programma/plan.ts'
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

/** De rij van een tabel die met deze naam begint, als tekst. */
function rij(tekst: string, naam: string): string {
  const gevonden = tekst.split('<tr').find((deel) => deel.replace(/<[^>]*>/gu, '').includes(naam)) ?? ''
  return gevonden.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ')
}

describe('/geld', () => {
  test('elke groep met wat binnenkomt, wat het kost en wat overblijft', async () => {
    const { status, tekst } = await app.haal('/geld')
    assert.equal(status, 200)
    assert.match(rij(tekst, 'POK - Beschermd Wonen'), /1\.449\.068.*1\.449\.000.*68/u)
    assert.match(rij(tekst, 'Nieuw voor 2022-2026'), /niet genoemd.*1\.403\.000.*niet genoemd/u)
    assert.doesNotMatch(rij(tekst, 'Pilots in de dorpen'), /\b0\b/u)
  })

  test('de warmtekaart telt op tot het totaal, per jaar en in het geheel', async () => {
    const { tekst } = await app.haal('/geld')
    const som =
      tekst
        .split('<tfoot>')
        .at(2)
        ?.split('</tfoot>')[0]
        ?.replace(/<[^>]*>/gu, ' ') ?? ''
    assert.match(som.replace(/\s+/gu, ' '), /Totaal 142\.500 793\.000 .*2\.972\.000/u)
  })

  test('?groep laat alleen die groep zien, en een onbekende groep alles', async () => {
    const een = (await app.haal('/geld?groep=grip-op-de-kosten')).tekst
    assert.match(een, /oz-warmte[\s\S]*Projectleider Jeugd/u)
    assert.doesNotMatch(een, /De Thuisblijver/u)
    assert.match((await app.haal('/geld?groep=weg')).tekst, /De Thuisblijver/u)
  })

  test('elke bron staat er, ook die waaruit niets betaald wordt, met verantwoording', async () => {
    const { tekst, woorden } = await app.haal('/geld')
    for (const { id } of app.plan.bronnen) assert.ok(tekst.includes(`href="/bronnen/${id}"`), id)
    assert.match(rij(tekst, 'Incidentele en structurele middelen 2021'), / 0 niet genoemd/u)
    assert.match(
      woorden,
      /Hier is geen verloop te tekenen: van Reserve Sociaal Domein en Begroting 2023 en verder/u,
    )
  })

  test('het verloop zegt dat het alleen sluit door geld mee te nemen', async () => {
    const { woorden } = await app.haal('/geld')
    assert.match(
      woorden.replaceAll('\u00a0', ' '),
      /Dit sluit alleen als € 854\.430 van 2022 meegaat naar later; eind 2026 is er € 68 over/u,
    )
  })

  test('wat niet over bronnen verdeeld is, blijft onverdeeld', async () => {
    const { woorden } = await app.haal('/geld')
    assert.match(
      woorden.replaceAll('\u00a0', ' '),
      /Van € 2\.972\.000 is niet bekend uit welke bron het komt/u,
    )
  })

  test('een plan zonder geld zegt wat hier hoort', async () => {
    const kaal = await maakProefapp({
      databank,
      plan: (code) =>
        kleinPlan(code, {
          raming: [],
          bronnen: [],
          onderdelen: kleinPlan(code).onderdelen.map((een) => Onderdeel.parse({ ...een, bronnen: [] })),
        }),
    })
    const { status, woorden } = await kaal.haal('/geld')
    assert.equal(status, 200)
    assert.match(woorden, /In dit plan staan geen bedragen/u)
  })

  test('een groot plan toont eerst de groepen', async () => {
    const groot = await maakProefapp({ databank, plan: (code) => grootPlan(code, 151) })
    const { tekst } = await groot.haal('/geld')
    assert.doesNotMatch(tekst.split('Bronnen</h2>')[0] ?? '', /onderdelen\/o-7"/u)
    assert.match((await groot.haal('/geld?groep=lijn')).tekst, /onderdelen\/o-7"/u)
  })
})

function grootPlan(code: string, aantal: number) {
  const [voorbeeld] = kleinPlan(code).onderdelen
  const ids = Array.from({ length: aantal }, (_, i) => `o-${i}`)
  return kleinPlan(code, {
    onderdelen: ids.map((id) => Onderdeel.parse({ ...voorbeeld, id, titel: `Deel ${id}`, code: null })),
    vermeldingen: [],
    raming: ids.map((onderdeel) => Raming.parse({ onderdeel, jaar: 2024, bron: 'rijk', bedragCent: 100 })),
  })
}

describe('/bronnen', () => {
  test('een bron met bedragen: ontvangsten met regel en twijfel, verloop van het stel, wat ervan betaald wordt', async () => {
    const { status, tekst, woorden } = await app.haal('/bronnen/bijdrage-rijk-pok')
    assert.equal(status, 200)
    assert.match(rij(tekst, 'Bijdrage POK 2021'), /519.*151\.408/u)
    assert.match(tekst, /oz-twijfel/u)
    assert.match(woorden, /samen: het plan zegt niet hoeveel elke bron betaalt/u)
    assert.match(rij(tekst, 'Doorontwikkeling inloopvoorzieningen'), /328\.000/u)
    assert.match(tekst, /href="\/bronnen\/saldo-bw-2021"/u)
    assert.match(tekst, /href="\/plancontrole#bevinding-[0-9a-f]{10}"/u)
  })

  test('een bron zonder bedrag zegt dat, zonder er een te verzinnen', async () => {
    const { woorden } = await app.haal('/bronnen/reserve-sociaal-domein')
    assert.match(woorden, /Het plan noemt geen bedrag/u)
    assert.match(woorden, /Dat is niet te zeggen/u)
  })

  test('een bron die niemand noemt', async () => {
    assert.match((await app.haal('/bronnen/middelen-2021')).woorden, /Geen enkel onderdeel noemt deze bron/u)
  })

  test('wat wel per bron geraamd is, heeft zijn eigen kolom', async () => {
    const klein = await maakProefapp({ databank })
    assert.match(rij((await klein.haal('/bronnen/rijk')).tekst, 'Inloop in het dorp'), /3\.000 7\.000/u)
  })

  test('een bron die er niet is, en de lijst zonder sleutel', async () => {
    assert.equal((await app.haal('/bronnen/weg')).status, 404)
    assert.equal((await app.haal('/bronnen')).naar, '/geld#bronnen')
  })
})
