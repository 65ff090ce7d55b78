import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { ankerVan } from '#programma/bevindingen/bevindingen.ts'
import { wijzigPlan } from '#programma/plan.flow.ts'
import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { versePglite } from '#test/databanken.ts'
import { kleinPlan } from '#test/plannen.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

const MANAGER = ['programmamanager'] as const
const RAADSLID = ['raadslid'] as const

let databank: Databank
let app: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank, plan: 'midden-drenthe' })
})
after(() => databank.sluit())

/** Het stuk van de pagina over één bevinding. */
const blok = (tekst: string, sleutel: string): string =>
  tekst.split(`id="${ankerVan(sleutel)}"`)[1]?.split('</section>')[0] ?? ''

const aantalBlokken = (tekst: string): number => tekst.match(/<section[^>]* id="bevinding-/gu)?.length ?? 0

describe('de plancontrole van het echte plan', () => {
  test('beide totalen staan er, met de reden van de € 7.000 ertussen', async () => {
    const { status, woorden } = await app.haal('/plancontrole')
    assert.equal(status, 200)
    const kaal = woorden.replaceAll('\u00a0', ' ')
    for (const tekst of ['€ 2.972.068', '€ 2.979.068', 'verschil € 7.000'])
      assert.ok(kaal.includes(tekst), `${tekst} ontbreekt`)
    assert.match(
      kaal,
      /Mogelijke oorzaak\. De bedragen schelen één cijfer[^.]*\..*‘Onvoorzien’ van € 6\.568 is precies de sluitpost/u,
    )
  })

  test('elke bevinding staat er één keer, en elk bedrag leidt naar zijn plaats in het document', async () => {
    const { tekst } = await app.haal('/plancontrole')
    const bevindingen = controleer(app.plan)
    assert.equal(aantalBlokken(tekst), bevindingen.length)
    for (const { sleutel, plaatsen } of bevindingen)
      for (const { vermelding } of plaatsen)
        if (vermelding !== undefined)
          assert.ok(
            blok(tekst, sleutel).includes(`href="/vermeldingen/${vermelding}"`),
            `${sleutel}: ${vermelding}`,
          )
  })

  for (const [vraag, past] of [
    ['ernst=fout', (een) => een.ernst === 'fout'],
    ['regel=verloop', (een) => een.regel === 'verloop'],
    ['ernst=onzin', () => true],
    ['status=afgedaan', () => false],
  ] as [string, (een: ReturnType<typeof controleer>[number]) => boolean][])
    test(`filter ${vraag}`, async () => {
      const { tekst } = await app.haal(`/plancontrole?${vraag}`)
      assert.equal(aantalBlokken(tekst), controleer(app.plan).filter(past).length)
    })

  test('alles over één onderdeel, met de naam erbij en een weg terug', async () => {
    const { tekst, woorden } = await app.haal('/plancontrole?over=onderdeel:oco')
    assert.match(woorden, /alleen wat gaat over Versterken inzet onafhankelijke cliëntondersteuning/u)
    assert.ok(aantalBlokken(tekst) > 0 && aantalBlokken(tekst) < 20)
  })

  test('een onbekende keuze laat leeg en zegt wat te doen', async () => {
    const { status, woorden } = await app.haal('/plancontrole?over=bron:bestaat-niet')
    assert.equal(status, 200)
    assert.match(woorden, /Geen bevindingen bij deze keuze/u)
  })

  test('zonder inlog geen formulier en geen weg naar het nakijken van een bestand', async () => {
    const { tekst } = await app.haal('/plancontrole')
    assert.doesNotMatch(tekst, /name="toelichting"|plancontrole\/bestand/u)
    assert.match((await app.haal('/plancontrole', RAADSLID)).tekst, /plancontrole\/bestand/u)
  })
})

describe('oordelen', () => {
  const fouten = (tekst: string): number =>
    Number(/href="[^"]*ernst=fout[^"]*"[^>]*>(\d+)</u.exec(tekst)?.[1])

  test('een oordeel haalt de bevinding uit de telling, met reden voor iedereen en naam alleen voor wie inlogt', async () => {
    const eigen = await maakProefapp({ databank, plan: 'midden-drenthe' })
    const [bevinding] = controleer(eigen.plan)
    assert.ok(bevinding)
    const voor = fouten((await eigen.haal('/plancontrole')).tekst)
    const velden = {
      bevinding: bevinding.sleutel,
      versie: '1',
      oordeel: 'bewust',
      toelichting: 'de raad koos <hoofdstuk 4>',
    }
    const antwoord = await eigen.stuur('/plancontrole', velden, MANAGER)
    assert.equal(antwoord.status, 303)
    assert.equal(antwoord.naar, `/plancontrole#${ankerVan(bevinding.sleutel)}`)
    const openbaar = await eigen.haal('/plancontrole')
    assert.equal(fouten(openbaar.tekst), voor - 1)
    assert.match(openbaar.woorden, /1 bevinding is afgedaan en telt niet meer mee/u)
    assert.match(openbaar.tekst, /Bewust zo: de raad koos &lt;hoofdstuk 4&gt;/u)
    assert.doesNotMatch(openbaar.tekst, /Proef programmamanager/u)
    assert.match((await eigen.haal('/plancontrole', RAADSLID)).tekst, /Proef programmamanager/u)
    assert.equal(aantalBlokken((await eigen.haal('/plancontrole?status=afgedaan')).tekst), 1)

    const terug = { ...velden, oordeel: 'heropend', toelichting: 'toch niet' }
    assert.equal((await eigen.stuur('/plancontrole', terug, MANAGER)).status, 303)
    const weer = await eigen.haal('/plancontrole')
    assert.equal(fouten(weer.tekst), voor)
    assert.match(weer.woorden, /Eerdere oordelen.*Bewust zo: de raad koos/u)
  })

  test('zonder toelichting komt het formulier terug met de fout erbij, open', async () => {
    const [bevinding] = controleer(app.plan)
    const velden = { bevinding: bevinding?.sleutel ?? '', versie: '1', oordeel: 'opgelost', toelichting: ' ' }
    const { status, tekst } = await app.stuur('/plancontrole', velden, MANAGER)
    assert.equal(status, 400)
    assert.match(blok(tekst, velden.bevinding), /<details class="oz-meer" open/u)
    assert.match(tekst, /Vul in waardoor dit is opgelost/u)
  })

  test('te lang wordt geweigerd en wat getypt was staat er nog', async () => {
    const [bevinding] = controleer(app.plan)
    const velden = {
      bevinding: bevinding?.sleutel ?? '',
      versie: '1',
      oordeel: 'bewust',
      toelichting: 'x'.repeat(2_001),
    }
    const { status, tekst } = await app.stuur('/plancontrole', velden, MANAGER)
    assert.equal(status, 400)
    assert.ok(tekst.includes('x'.repeat(2_001)))
  })

  for (const [naam, anders] of [
    ['een onbekende bevinding', { bevinding: "'; drop table programma_plan; --" }],
    ['een onbekend oordeel', { oordeel: 'weg ermee' }],
    ['een versie die geen getal is', { versie: 'x' }],
  ] as [string, Record<string, string>][])
    test(`${naam} is geen leesbaar verzoek`, async () => {
      const [bevinding] = controleer(app.plan)
      const velden = {
        bevinding: bevinding?.sleutel ?? '',
        versie: '1',
        oordeel: 'bewust',
        toelichting: 'x',
        ...anders,
      }
      assert.equal((await app.stuur('/plancontrole', velden, MANAGER)).status, 400)
    })

  test('een versie die er niet is, wordt geweigerd', async () => {
    const [bevinding] = controleer(app.plan)
    const velden = { bevinding: bevinding?.sleutel ?? '', versie: '99', oordeel: 'bewust', toelichting: 'x' }
    assert.equal((await app.stuur('/plancontrole', velden, MANAGER)).status, 409)
  })

  for (const [naam, als, status] of [
    ['zonder inlog', [], 401],
    ['als raadslid', ['raadslid'], 403],
    ['als college', ['college'], 403],
  ] as const)
    test(`${naam} kan niemand afdoen`, async () => {
      assert.equal((await app.stuur('/plancontrole', {}, als)).status, status)
    })

  test('wat het plan niet meer zegt, is weg; wat er anders staat, is weer open', async () => {
    const eigen = await maakProefapp({ databank, plan: (code) => tegenspraak(code, 5_000_00) })
    const [bevinding] = controleer(eigen.plan).filter(({ regel }) => regel === 'zelfde-bedrag')
    assert.ok(bevinding)
    const velden = {
      bevinding: bevinding.sleutel,
      versie: '1',
      oordeel: 'opgelost',
      toelichting: 'in de begroting',
    }
    assert.equal((await eigen.stuur('/plancontrole', velden, MANAGER)).status, 303)
    const bezoek = await eigen.bezoek(MANAGER)
    const verander = (basis: number, bedrag: number) =>
      wijzigPlan(bezoek, {
        plan: 'proef',
        basis,
        waarom: 'x',
        verander: () => tegenspraak(eigen.db.schema, bedrag),
      })
    assert.ok((await verander(1, 9_000_00)).ok)
    const anders = await eigen.haal('/plancontrole?versie=2', MANAGER)
    assert.match(blok(anders.tekst, bevinding.sleutel), /Een eerder oordeel geldt niet meer/u)
    assert.ok((await verander(2, 4_000_00)).ok)
    const weg = await eigen.haal('/plancontrole?versie=3', MANAGER)
    assert.equal(blok(weg.tekst, bevinding.sleutel), '')
    assert.match((await eigen.haal('/plancontrole?versie=1', MANAGER)).tekst, /Opgelost: in de begroting/u)
  })
})

/** Een plan dat op twee plaatsen iets over hetzelfde bedrag zegt. */
function tegenspraak(code: string, elders: number) {
  const bedrag = (id: string, plaats: string, bedragCent: number) => ({
    soort: 'bedrag',
    id,
    plaats,
    over: { soort: 'onderdeel', id: 'inloop' },
    aspect: 'lasten',
    bedragCent,
    periode: { van: '2024', tot: '2024' },
  })
  const plaats = (id: string, code: string) => ({
    id,
    soort: 'hoofdstuk',
    code,
    titel: `H ${code}`,
    over: [],
  })
  return kleinPlan(code, {
    plaatsen: [plaats('h1', '1'), plaats('h2', '2')],
    vermeldingen: [bedrag('v1', 'h1', 4_000_00), bedrag('v2', 'h2', elders)],
  } as never)
}
