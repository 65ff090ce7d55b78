import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { decimaalBedrag } from '#basis/geld.ts'
import {
  BOEKINGSOORTEN,
  bekijkInlezing,
  controleerJournaal,
  findBoekingenVan,
  findInlezingen,
  findPeriodegebeurtenissen,
  findPostsaldi,
  findTijdstip,
  findVoorstellen,
  kring,
  laadKoppeling,
  leesInvoer,
  naamVan,
  type Postsaldo,
  type Vastgelegd,
  zetOm,
} from '#grootboek/deur.ts'
import { findWijzigingen } from '#programma/begrotingswijzigingen/begrotingswijzigingen.store.ts'
import { standVan as wijzigingstand } from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import { begrotingVan, leesPlan } from '#programma/deur.ts'
import { findGeldbeeld } from '#programma/geldbevindingen/geldbevindingen.store.ts'
import { GELDREGELS, geldbevindingen } from '#programma/geldbevindingen/geldbevindingen.ts'
import { findOverhevelingen } from '#programma/overheveling/overheveling.store.ts'
import { standVan as overhevelingstand } from '#programma/overheveling/overheveling.ts'
import { findStukken } from '#programma/plan.store.ts'
import { planVan } from '#programma/stukken.ts'
import { leesConfig } from '#start/config.ts'
import { findGemeenten } from '#start/gemeenten.ts'
import { maakWebsite } from '#start/server.ts'
import { laadVoorbeelden } from '#start/voorbeelden.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { EIND } from '#start/voorbeeldgemeente/maanden.ts'
import { opBeideDatabanken } from '#test/databanken.ts'
import { inDelen } from '#test/journalen.ts'
import { keurVoorbeeldrapporten } from '#test/voorbeeldrapporten.ts'
import { schrijfHledger } from '#uitwisseling/journaal/hledger.ts'
import { leesXaf } from '#uitwisseling/xaf/lezen.ts'
import { AUDITBESTAND, novemberfile } from '../../../voorbeelden/voorbeeldgemeente/maak-auditfile.ts'
import { maakPlan, PLANBESTANDEN, schrijfPlan } from '../../../voorbeelden/voorbeeldgemeente/maak-plan.ts'

const MAP = new URL('../../../voorbeelden/voorbeeldgemeente/', import.meta.url)
const ALLES = 5_000
const HLEDGER = spawnSync('hledger', ['--version']).status === 0

for (const versie of [1, 2] as const)
  test(`${PLANBESTANDEN[versie]} is geldig, en precies wat het script maakt`, () => {
    const tekst = readFileSync(new URL(PLANBESTANDEN[versie], MAP), 'utf8')
    assert.equal(tekst, schrijfPlan(maakPlan(versie)))
    assert.ok(leesPlan(JSON.parse(tekst)).ok)
  })

/** De saldi van elke databank, om ze na afloop naast elkaar te leggen. */
const geladen: Map<string, number>[] = []
const rapporten: Map<string, string>[] = []

opBeideDatabanken('voorbeeldgemeente', (databank) => {
  let boekingen: Vastgelegd[] = []
  let posten: Postsaldo[] = []
  const db = () => databank().gemeente('gm0000')

  before(async () => {
    const halverwege = laadVoorbeelden(databank(), systeemklok, {
      zeg: (zin) => {
        if (zin.includes('2023')) throw new Error('de stroom valt uit')
      },
    })
    await assert.rejects(halverwege, /de stroom valt uit/)
    assert.deepEqual(await databank().beheer(findGemeenten), [], 'half geladen is niet geladen')
    const gemeenten = await laadVoorbeelden(databank(), systeemklok)
    assert.deepEqual(
      gemeenten.map(({ code }) => code),
      ['gm1731', 'gm0000'],
    )
    boekingen = await db().lees((lezer) => findBoekingenVan(lezer, {}, ALLES))
    posten = await db().lees(async (lezer) => findPostsaldi(lezer, await findTijdstip(lezer, {})))
  })

  test('nog eens laden doet niets', async () => {
    assert.deepEqual(await laadVoorbeelden(databank(), systeemklok), [])
  })

  test('de keten en elk saldo kloppen, en alles ligt vast in de tijd van het verhaal', async () => {
    const verslag = await controleerJournaal(db())
    assert.ok(verslag.goed, JSON.stringify(verslag.eerste))
    assert.ok(verslag.geteld.boekingen > 1_000)
    const eerste = boekingen.at(-1)
    assert.equal(eerste?.vastgelegdOp.slice(0, 10), '2022-01-28')
    assert.ok(boekingen.every(({ vastgelegdOp }) => vastgelegdOp.slice(0, 10) <= EIND))
  })

  test('elke soort boeking komt voor, ook gecorrigeerd', () => {
    const soorten = new Set(boekingen.map(({ soort }) => soort))
    assert.deepEqual(
      BOEKINGSOORTEN.filter((soort) => !soorten.has(soort)),
      [],
    )
    const gecorrigeerd = boekingen.filter(({ corrigeert }) => corrigeert !== null)
    assert.deepEqual([...new Set(gecorrigeerd.map(({ soort }) => soort))].toSorted(), [
      'factuur',
      'realisatie',
    ])
  })

  test('elke weg komt voor: afgewezen, wachtend, vervallen, heropend, opnieuw ingelezen', async () => {
    const { wijzigingen, overhevelingen, voorstellen, perioden, inlezingen } = await db().lees(
      async (lezer) => ({
        wijzigingen: await findWijzigingen(lezer, PROGRAMMA),
        overhevelingen: await findOverhevelingen(lezer, PROGRAMMA),
        voorstellen: [
          ...(await findVoorstellen(lezer, PROGRAMMA, 'open', ALLES)),
          ...(await findVoorstellen(lezer, PROGRAMMA, 'klaar', ALLES)),
        ],
        perioden: await findPeriodegebeurtenissen(lezer),
        inlezingen: await findInlezingen(lezer, ALLES),
      }),
    )
    const wijzigingstanden = new Set(wijzigingen.map(wijzigingstand))
    for (const stand of ['geboekt', 'afgewezen', 'voorgesteld'] as const)
      assert.ok(wijzigingstanden.has(stand), stand)
    const overgehevelden = new Set(overhevelingen.map(overhevelingstand))
    for (const stand of ['vastgesteld', 'vervallen'] as const) assert.ok(overgehevelden.has(stand), stand)
    const oordelen = new Set(voorstellen.map(({ oordeel }) => oordeel))
    for (const oordeel of ['goedgekeurd', 'afgewezen', null] as const)
      assert.ok(oordelen.has(oordeel), String(oordeel))
    assert.ok(perioden.some(({ stand, tweede }) => stand === 'open' && tweede !== null))
    assert.ok(inlezingen.some(({ telling }) => telling.veranderd > 0))
    assert.ok(inlezingen.some(({ soort }) => soort === 'koppeling'))
  })

  test('elke soort bevinding over geld is te zien', async () => {
    const bevindingen = await db().lees(async (lezer) => {
      const plan = planVan(await findStukken(lezer, PROGRAMMA, 2))
      const tijd = { vandaag: EIND, bekendNr: boekingen.length }
      return geldbevindingen(await findGeldbeeld(lezer, plan, posten, tijd))
    })
    const gevonden = new Set(bevindingen.map(({ regel }) => regel))
    assert.deepEqual(
      GELDREGELS.filter((regel) => !gevonden.has(regel)),
      [],
    )
  })

  test('per jaar sluit de begroting, en elke bron komt op nul uit', async () => {
    const plan = await db().lees(async (lezer) => planVan(await findStukken(lezer, PROGRAMMA, 2)))
    const perBron = new Map<string, number>()
    for (const { rekening, bedragCent } of posten)
      perBron.set(kring(rekening), (perBron.get(kring(rekening)) ?? 0) + bedragCent)
    assert.deepEqual([...new Set(perBron.values())], [0])
    const { rijen } = begrotingVan(plan, posten, 'jaar')
    assert.deepEqual(
      rijen.map(({ sleutel }) => sleutel),
      ['2022', '2023', '2024', '2025', '2026'],
    )
    for (const { bedragen } of rijen) {
      const { primitief, wijzigingen, naWijziging, vrij, verplicht, gerealiseerd } = bedragen
      assert.equal(primitief + wijzigingen, naWijziging)
      assert.equal(vrij + verplicht + gerealiseerd, naWijziging)
    }
  })

  test('taakvelden uit twee indelingen: soms een op een, soms niet te vergelijken', () => {
    const oude = new Set(
      posten.flatMap(({ kenmerk }) =>
        kenmerk.taakveldschema === '2022' && kenmerk.taakveld !== undefined ? [kenmerk.taakveld] : [],
      ),
    )
    const omgezet = [...oude].map((code) => zetOm(code, '2022', '2025'))
    assert.ok(omgezet.some((een) => een.soort === 'een-op-een'))
    assert.ok(omgezet.some((een) => een.soort === 'niet-vergelijkbaar'))
    assert.ok(posten.some(({ kenmerk }) => kenmerk.taakveldschema === '2025'))
  })

  test('hledger komt op elke rekening op hetzelfde uit', {
    skip: HLEDGER ? false : 'hledger is hier niet geïnstalleerd (Debian: apt install hledger)',
  }, async () => {
    const kader = { gemeente: 'gm0000', kop: { nr: boekingen.length, hash: boekingen[0]?.hash ?? '' } }
    const delen = await Array.fromAsync(schrijfHledger(inDelen(boekingen.toReversed()), kader))
    const argumenten = ['-f', '-', 'balance', '--flat', '--no-total', '-O', 'csv']
    const { status, stdout, stderr } = spawnSync('hledger', argumenten, {
      input: delen.join(''),
      encoding: 'utf8',
    })
    assert.equal(status, 0, stderr)
    const volgensHledger = stdout
      .trim()
      .split('\n')
      .slice(1)
      .map((rij) => rij.split('","').map((deel) => deel.replaceAll('"', '')))
      .map(([naam = '', bedrag = '']) => [naam, bedrag.replace('EUR ', '').replaceAll(',', '')])
    const onze = [...saldiVan(posten)].map(([naam, cent]) => [
      naam,
      decimaalBedrag(cent as Postsaldo['bedragCent']),
    ])
    assert.deepEqual(volgensHledger.toSorted(opNaam), onze.toSorted(opNaam))
  })

  test('de auditfile om zelf te proberen: alleen november is nieuw, en één project kent nog niemand', async () => {
    const tekst = readFileSync(new URL(AUDITBESTAND, MAP), 'utf8')
    assert.equal(tekst, novemberfile())
    const { koppeling, stand } = await db().lees(laadKoppeling)
    const opties = { uitbreiding: 'xaf', meesteRegels: ALLES }
    const gelezen = await leesInvoer(leesXaf, inStukken(tekst), koppeling, stand, opties)
    assert.ok(gelezen.ok)
    assert.deepEqual(gelezen.waarde.verslag.bevindingen, [])
    const beeld = await db().lees((lezer) =>
      bekijkInlezing(lezer, { gelezen: gelezen.waarde, programma: PROGRAMMA }),
    )
    assert.ok(beeld.ok)
    const { telling, onbekend } = beeld.waarde
    assert.deepEqual([telling.veranderd, telling.weg], [0, 0])
    assert.ok(telling.nieuw > 5)
    assert.deepEqual(
      onbekend.map(({ project }) => project),
      ['P5313'],
    )
  })

  test('elke pagina draagt de banner, ook een fout; Midden-Drenthe nergens', async () => {
    const pagina = await maakBezoeker(databank())
    after(pagina.sluit)
    const paden = [...pagina.paden, '/bestaat-niet', '/onderdelen/zorginnovatie', '/onderdelen/bestaat-niet']
    let aantal = 0
    for (const pad of paden) {
      const { status, html } = await pagina.lees('voorbeeld.localhost', pad)
      if (html === undefined) continue
      aantal++
      assert.equal(html.match(/class="oz-banner"/gu)?.length, 1, `${pad} (${status})`)
      assert.match(html, /cijfers, besluiten en dorpen zijn verzonnen/u, pad)
    }
    assert.ok(aantal > 20, `maar ${aantal} pagina's bekeken`)
    for (const pad of ['/', '/begroting', '/boekingen', '/over', '/bestaat-niet'])
      assert.doesNotMatch((await pagina.lees('localhost', pad)).html ?? '', /oz-banner|zorginnovatie/u, pad)
  })

  test('de rapporten zijn vastgesteld op de cijfers van toen, en opnieuw gemaakt dezelfde bytes', async () => {
    rapporten.push(await keurVoorbeeldrapporten(db(), boekingen))
  })

  after(() => {
    geladen.push(saldiVan(posten))
  })
})

test('twee keer laden geeft op de cent dezelfde standen', () => {
  const [een, ander] = geladen
  assert.ok(een !== undefined && ander !== undefined && een.size > 100)
  assert.deepEqual([...een].toSorted(opNaam), [...ander].toSorted(opNaam))
  assert.deepEqual(rapporten[0], rapporten[1])
})

async function* inStukken(tekst: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(tekst, 'utf8')
}

const opNaam = ([een = '']: readonly unknown[], [ander = '']: readonly unknown[]): number =>
  String(een) < String(ander) ? -1 : 1

function saldiVan(posten: readonly Postsaldo[]): Map<string, number> {
  const som = new Map<string, number>()
  for (const { rekening, bedragCent } of posten) {
    const naam = naamVan(rekening)
    som.set(naam, (som.get(naam) ?? 0) + bedragCent)
  }
  return new Map([...som].filter(([, cent]) => cent !== 0))
}

/** De website zonder netwerk: elk openbaar adres zonder sleutel erin. */
async function maakBezoeker(databank: Databank) {
  const config = leesConfig({ OMZIEN_LOG: 'silent', OMZIEN_PROXY: 'ja' })
  assert.ok(config.ok)
  const ruim = { inhoud: 100_000, perSeconde: 100_000 }
  const { app, sluit } = await maakWebsite(config.waarde, databank, systeemklok, {
    emmers: { inlog: ruim, duur: ruim },
  })
  const paden = app.routes
    .filter(({ methode, pad }) => methode === 'GET' && !/[:*]|\/api\//u.test(pad))
    .map(({ pad }) => pad)
  return {
    paden: [...new Set(paden)],
    sluit,
    async lees(host: string, pad: string): Promise<{ status: number; html: string | undefined }> {
      const antwoord = await app.hono.request(`http://${host}${pad}`, {
        headers: { 'x-forwarded-for': '203.0.113.7' },
      })
      const isHtml = antwoord.headers.get('content-type')?.startsWith('text/html') ?? false
      return { status: antwoord.status, html: isHtml ? await antwoord.text() : undefined }
    },
  }
}
