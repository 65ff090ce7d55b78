import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { wijzigPlan } from '#programma/plan.flow.ts'
import type { Plan } from '#programma/plan.ts'
import { leesPlan } from '#programma/plan-lezen.ts'
import { TABELNAMEN } from '#programma/tabellen/links.ts'
import { kleinPlan } from '#test/plannen.ts'
import { boomplan } from '#test/proefboekingen.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

const OPMAAK = `<script>alert(1)</script>"'><img src=x onerror=y>&amp;`

/** Zet in elk tekstveld van een plan opmaak en code: geen enkele daarvan mag op een scherm iets doen. */
function besmet(gemeente: string): Plan {
  const basis = kleinPlan(gemeente)
  const kaal = JSON.parse(JSON.stringify(basis)) as Plan
  const vuil = {
    ...kaal,
    programma: { ...kaal.programma, titel: OPMAAK, hoofddoel: OPMAAK, toelichting: OPMAAK, herkomst: OPMAAK },
    doelen: kaal.doelen.map((doel) => ({ ...doel, titel: OPMAAK, twijfel: OPMAAK })),
    groepen: kaal.groepen.map((groep) => ({
      ...groep,
      titel: OPMAAK,
      code: OPMAAK.slice(0, 40),
      toelichting: OPMAAK,
    })),
    bronnen: kaal.bronnen.map((bron) => ({ ...bron, naam: OPMAAK, voorwaarden: OPMAAK, twijfel: OPMAAK })),
    plaatsen: kaal.plaatsen.map((plaats) => ({ ...plaats, titel: OPMAAK, code: OPMAAK.slice(0, 40) })),
    vermeldingen: kaal.vermeldingen.map((een) => ({ ...een, letterlijk: OPMAAK, twijfel: OPMAAK })),
    onderdelen: kaal.onderdelen.map((onderdeel, i) => ({
      ...onderdeel,
      titel: OPMAAK,
      code: OPMAAK.slice(0, 40),
      aliassen: [OPMAAK],
      doel: OPMAAK,
      partners: [OPMAAK],
      eigenaarrol: OPMAAK,
      twijfel: OPMAAK,
      planning: { ...onderdeel.planning, tekst: OPMAAK },
      mijlpalen: onderdeel.mijlpalen.map((mijlpaal) => ({
        ...mijlpaal,
        wat: OPMAAK,
        letterlijk: OPMAAK,
        twijfel: OPMAAK,
      })),
      relaties: [{ naar: i === 0 ? 'steun' : 'inloop', toelichting: OPMAAK }],
      beeindigd: { op: '2025', reden: OPMAAK },
    })),
  }
  const gelezen = leesPlan(vuil)
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  return gelezen.waarde
}

describe('opmaak en code in elk veld', () => {
  let app: Proefapp
  before(async () => {
    app = await maakProefapp({ plan: besmet })
  })
  after(() => app.sluit())

  const PADEN = [
    '/',
    '/?jaar=2025',
    '/onderdelen',
    '/onderdelen/inloop',
    '/groepen/lijn',
    '/zoeken?zoek=alert',
  ]
  for (const pad of [
    ...PADEN,
    `/onderdelen?zoek=${encodeURIComponent(OPMAAK)}`,
    `/zoeken?zoek=${encodeURIComponent(OPMAAK)}`,
  ])
    test(`blijft tekst op ${pad.slice(0, 40)}`, async () => {
      const { status, tekst } = await app.haal(pad)
      assert.equal(status, 200)
      assert.ok(!tekst.includes('<script>alert'), 'een script')
      assert.ok(!tekst.includes('<img src=x'), 'een plaatje')
      assert.ok(tekst.includes('alert(1)'), 'de woorden zelf staan er wel')
    })
})

describe('concept en vastgesteld', () => {
  let app: Proefapp
  before(async () => {
    app = await maakProefapp()
    const door = await app.bezoek(['programmamanager'])
    const gewijzigd = await wijzigPlan(door, {
      plan: 'proef',
      basis: 1,
      waarom: 'Geheime reden',
      verander: (plan) => ({
        ...plan,
        onderdelen: plan.onderdelen.map((een) =>
          een.id === 'inloop' ? { ...een, titel: 'Inloop nieuw' } : een,
        ),
      }),
    })
    assert.ok(gewijzigd.ok)
  })
  after(() => app.sluit())

  test('een bezoeker ziet van een concept niets: niet de titel, niet de reden, niet de versie', async () => {
    for (const pad of [
      '/',
      '/onderdelen',
      '/onderdelen/inloop',
      '/zoeken?zoek=inloop',
      '/zoeken?zoek=nieuw',
      '/tabellen/onderdelen.json',
    ]) {
      const { tekst } = await app.haal(pad)
      assert.ok(!tekst.includes('Inloop nieuw'), pad)
      assert.ok(!tekst.includes('Geheime reden'), pad)
    }
    assert.equal((await app.haal('/onderdelen/inloop?versie=2')).status, 404)
    assert.equal((await app.haal('/tabellen/onderdelen.json?versie=2')).status, 404)
  })

  test('wie concepten mag lezen, ziet ze met de reden, en elke link blijft in die versie', async () => {
    const { woorden, tekst } = await app.haal('/onderdelen/inloop?versie=2', ['programmamanager'])
    assert.match(woorden, /Inloop nieuw/u)
    assert.match(woorden, /Geheime reden/u)
    assert.ok(tekst.includes('href="/onderdelen?versie=2"'))
    assert.match(
      (await app.haal('/zoeken?zoek=nieuw&versie=2', ['programmamanager'])).woorden,
      /Inloop nieuw/u,
    )
    assert.match((await app.haal('/?versie=2', ['programmamanager'])).woorden, /Geheime reden/u)
  })
})

describe('een plan zonder iets', () => {
  let app: Proefapp
  before(async () => {
    app = await maakProefapp({
      plan: (gemeente) =>
        kleinPlan(gemeente, {
          doelen: [],
          groepen: [],
          onderdelen: [],
          bronnen: [],
          plaatsen: [],
          vermeldingen: [],
          raming: [],
        }),
      vastgesteld: false,
    })
  })
  after(() => app.sluit())

  test('een concept is voor een bezoeker een pagina die er niet is', async () => {
    assert.equal((await app.haal('/')).status, 404)
  })

  test('lege schermen zeggen wat er hoort te staan', async () => {
    const als = ['programmamanager'] as const
    assert.match((await app.haal('/', als)).woorden, /Dit plan noemt geen bedragen/u)
    assert.match((await app.haal('/onderdelen', als)).woorden, /Hier komen de onderdelen/u)
    for (const naam of TABELNAMEN) assert.equal((await app.haal(`/tabellen/${naam}.csv`, als)).status, 200)
  })
})

describe('een onderdeel dat uit delen bestaat', () => {
  let app: Proefapp
  before(async () => {
    app = await maakProefapp({
      plan: (gemeente) => {
        const plan = boomplan(gemeente)
        return {
          ...plan,
          onderdelen: plan.onderdelen.map((een) => (een.id === 'dorpen' ? { ...een, bronnen: [] } : een)),
        }
      },
    })
  })
  after(() => app.sluit())

  test('noemt de bronnen van zijn delen, elk één keer', async () => {
    const { woorden } = await app.haal('/onderdelen/dorpen')
    assert.match(woorden, /Kan betaald worden uit Bijdrage van het Rijk Rijk/u)
    assert.equal(woorden.match(/Bijdrage van het Rijk Rijk/gu)?.length, 1)
    assert.doesNotMatch(woorden, /noemt geen bron bij dit onderdeel/u)
  })
})
