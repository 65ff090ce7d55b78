import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { leesPlan } from '#programma/plan-lezen.ts'
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

describe('het document', () => {
  test('elke plaats staat er, in de volgorde van het document', async () => {
    const { status, tekst } = await app.haal('/document')
    assert.equal(status, 200)
    const gevonden = [...tekst.matchAll(/href="\/document\/([a-z0-9-]+)"/gu)].map(([, id]) => id)
    assert.deepEqual(
      gevonden,
      app.plan.plaatsen.map(({ id }) => id),
    )
  })

  test('een plaats toont al haar vermeldingen, met regels, letterlijke woorden en twijfel', async () => {
    const { status, tekst, woorden } = await app.haal('/document/hoofdstuk-1')
    assert.equal(status, 200)
    for (const { id } of app.plan.vermeldingen.filter(({ plaats }) => plaats === 'hoofdstuk-1'))
      assert.ok(tekst.includes(`href="/vermeldingen/${id}"`), id)
    assert.match(woorden, /“eind 2021 een positief saldo van € 158\.000”/u)
    assert.match(woorden, /regels 21–22/u)
    assert.match((await app.haal('/document/tabel-5-3-11-baten')).tekst, /oz-twijfel/u)
  })

  test('een plaats zonder vermeldingen, en een die er niet is', async () => {
    const zonder = app.plan.plaatsen.find(
      ({ id }) => !app.plan.vermeldingen.some(({ plaats }) => plaats === id),
    )
    assert.ok(zonder)
    assert.match((await app.haal(`/document/${zonder.id}`)).woorden, /Geen vermeldingen op deze plaats/u)
    assert.equal((await app.haal('/document/weg')).status, 404)
  })

  test('alles wat slecht te lezen is, bij elkaar', async () => {
    const { woorden } = await app.haal('/document?twijfel=ja')
    assert.match(woorden, /Bij \d{2,3} gegevens weten wij niet zeker/u)
  })
})

describe('een vermelding', () => {
  test('zegt waar het staat, wat er staat en waarmee het te vergelijken is', async () => {
    const { status, tekst, woorden } = await app.haal('/vermeldingen/bijlage-totaal')
    assert.equal(status, 200)
    const kaal = woorden.replaceAll('\u00a0', ' ')
    assert.match(kaal, /Kost: € 2\.979\.068, hele looptijd/u)
    assert.match(kaal, /regel 924/u)
    assert.match(kaal, /beschikbaar: € 2\.972\.068, hele looptijd .*€ 7\.000 minder/u)
    assert.match(tekst, /href="\/plancontrole#bevinding-/u)
    assert.match(tekst, /href="\/document\/bijlage"/u)
  })

  test('zegt of het bedrag meetelt', async () => {
    assert.match((await app.haal('/vermeldingen/bijlage-steunouders-2023')).woorden, /Telt mee ja/u)
    assert.match((await app.haal('/vermeldingen/bijlage-totaal')).woorden, /Telt mee nee/u)
  })

  test('een vermelding die er niet is', async () => {
    assert.equal((await app.haal('/vermeldingen/weg')).status, 404)
    assert.equal((await app.haal(`/vermeldingen/${encodeURIComponent("' or 1=1 --")}`)).status, 404)
  })
})

const BOOS = '<img src=x onerror=alert(1)>'

/** Zet opmaak in elke vrije tekst van een plan. */
function boosPlan(code: string) {
  const plan = kleinPlan(code)
  const gelezen = leesPlan({
    ...plan,
    programma: { ...plan.programma, titel: BOOS, hoofddoel: BOOS, herkomst: BOOS, toelichting: BOOS },
    doelen: [
      {
        id: 'samen',
        titel: BOOS,
        toelichting: BOOS,
        twijfel: BOOS,
        indicatoren: [
          { id: 'i', naam: BOOS, eenheid: BOOS, bron: BOOS, nulwaarde: BOOS, streefwaarde: BOOS },
        ],
      },
    ],
    groepen: [{ id: 'lijn', titel: BOOS, code: BOOS, toelichting: BOOS }],
    onderdelen: plan.onderdelen.map((een) => ({
      ...een,
      titel: BOOS,
      code: BOOS,
      doel: BOOS,
      planning: { ...een.planning, tekst: BOOS },
      mijlpalen: [{ id: 'm', wat: BOOS, wanneer: '2024', letterlijk: BOOS, twijfel: BOOS }],
      partners: [BOOS],
      eigenaarrol: BOOS,
    })),
    bronnen: plan.bronnen.map((een) => ({
      ...een,
      naam: BOOS,
      voorwaarden: BOOS,
      twijfel: BOOS,
      ontvangsten: [{ naam: BOOS, jaar: 2024, bedragCent: 100, twijfel: BOOS }],
    })),
    plaatsen: [{ id: 'h1', soort: 'bijlage', code: BOOS, titel: BOOS, over: [], twijfel: BOOS }],
    vermeldingen: [
      ...plan.vermeldingen.map((een) => ({ ...een, letterlijk: BOOS, twijfel: BOOS })),
      { soort: 'naam', id: 'naam', plaats: 'h1', over: { soort: 'onderdeel', id: 'inloop' }, naam: BOOS },
    ],
  })
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.reden))
  return gelezen.waarde
}

test('opmaak in elk veld blijft tekst, op elke pagina', async () => {
  const boos = await maakProefapp({ databank, plan: boosPlan })
  for (const pad of [
    '/geld',
    '/bronnen/rijk',
    '/doelen',
    '/doelen/samen',
    '/planning',
    '/plancontrole',
    '/document',
    '/document?twijfel=ja',
    '/document/h1',
    '/vermeldingen/v1',
    '/vermeldingen/naam',
  ]) {
    const { status, tekst } = await boos.haal(pad, ['programmamanager'])
    assert.equal(status, 200, pad)
    assert.doesNotMatch(tekst, /<img/u, pad)
    assert.match(tekst, /&lt;img src=x/u, pad)
  }
})

test('een plan naast het hoofdplan houdt zijn eigen adres, in elke link', async () => {
  const naast = await maakProefapp({ databank, plan: 'midden-drenthe', naast: ['klein'] })
  for (const pad of [
    '/geld',
    '/bronnen/rijk',
    '/doelen',
    '/planning',
    '/plancontrole',
    '/document',
    '/vermeldingen/v1',
  ]) {
    const { status, tekst } = await naast.haal(`/plannen/proef${pad}`)
    assert.equal(status, 200, pad)
    const links = [
      ...(tekst.split('<main')[1]?.split('</main>')[0] ?? '').matchAll(/(?:href|action)="(\/[^"]*)"/gu),
    ]
    assert.ok(links.length > 0, pad)
    for (const [, adres = ''] of links)
      assert.match(adres, /^\/plannen\/proef(?:[/?]|$)/u, `${pad}: ${adres}`)
  }
})

test('een oudere of nieuwere versie blijft in de links staan', async () => {
  const concept = await maakProefapp({ databank, vastgesteld: false })
  for (const pad of ['/geld', '/doelen', '/planning', '/plancontrole', '/document']) {
    assert.equal((await concept.haal(pad)).status, 404, `${pad} is niet openbaar`)
    const { status, tekst } = await concept.haal(pad, ['programmamanager'])
    assert.equal(status, 200, pad)
    const links = [...(tekst.split('<main')[1] ?? '').matchAll(/<a [^>]*href="(\/[^"#]*)/gu)]
    for (const [, adres = ''] of links) assert.match(adres, /versie=1/u, `${pad}: ${adres}`)
    const keuzes = (tekst.split('<main')[1] ?? '')
      .split('<form')
      .filter((deel) => deel.includes('method="get"'))
    for (const keuze of keuzes) assert.match(keuze, /name="versie" value="1"/u, pad)
  }
})
