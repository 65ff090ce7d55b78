import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { boekVerhaal } from '#test/geldverhaal.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import type { Rol } from '#toegang/deur.ts'

let databank: Databank
let app: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
  await boekVerhaal(app)
})
after(() => databank.sluit())

const MAKER: readonly Rol[] = ['programmamanager']
const stap = (naar: string, nr: number, meer: Record<string, string> = {}) =>
  app.stuur('/rapporten/jaar-2025/stap', { naar, stap: String(nr), ...meer }, MAKER)
const besluit = (orgaan: string) => ({
  orgaan,
  datum: '14-06-2026',
  nummer: '1',
  onderwerp: 'Jaarverantwoording',
})

describe('rapporten op het scherm', () => {
  test('een nieuw rapport: fouten bij hun veld, en een leeg jaar wordt vooraf gezegd', async () => {
    assert.equal((await app.haal('/rapporten/nieuw', ['raadslid'])).status, 403)
    assert.match((await app.haal('/rapporten')).woorden, /Er is nog geen rapport vastgesteld/u)
    const fout = await app.stuur('/rapporten/nieuw', { soort: 'jaar', jaar: 'vorig' }, MAKER)
    assert.equal(fout.status, 400)
    assert.match(fout.woorden, /jaar in met vier cijfers/u)
    assert.match(fout.tekst, /value="vorig"/u)
    const leeg = await app.stuur('/rapporten/nieuw', { soort: 'jaar', jaar: '2022' }, MAKER)
    assert.match(leeg.woorden, /Over 2022 is niets bekend/u)
    const toekomst = await app.stuur('/rapporten/nieuw', { soort: 'jaar', jaar: '2031' }, MAKER)
    assert.match(toekomst.woorden, /nog niet begonnen/u)
    const goed = await app.stuur('/rapporten/nieuw', { soort: 'jaar', jaar: '2025' }, MAKER)
    assert.equal(goed.naar, '/rapporten/jaar-2025/bewerken')
    const weer = await app.stuur('/rapporten/nieuw', { soort: 'jaar', jaar: '2025' }, MAKER)
    assert.equal(weer.status, 409)
    assert.match(weer.tekst, /href="\/rapporten\/jaar-2025"/u)
  })

  test('een concept is er alleen voor wie eraan werkt; schrijven geeft advies en gaat niet verloren', async () => {
    for (const pad of ['', '/tabellen/samenvatting-geld.csv', '/bestanden/json'])
      assert.equal((await app.haal(`/rapporten/jaar-2025${pad}`)).status, 404, pad)
    assert.match((await app.haal('/rapporten/jaar-2025/bewerken', MAKER)).woorden, /Wat er nog ontbreekt/u)
    const bewaard = await app.stuur(
      '/rapporten/jaar-2025/tekst',
      { alinea: 'samenvatting.inleiding', tekst: 'Tevens een <b>goed</b> jaar.', gezien: '0' },
      MAKER,
    )
    assert.equal(bewaard.status, 303)
    const scherm = await app.haal('/rapporten/jaar-2025/bewerken', MAKER)
    assert.match(scherm.woorden, /Schrijf liever ‘ook’/u)
    assert.doesNotMatch(scherm.tekst, /<b>goed/u)
    const botsing = await app.stuur(
      '/rapporten/jaar-2025/tekst',
      { alinea: 'samenvatting.inleiding', tekst: 'Iets anders', gezien: '0' },
      MAKER,
    )
    assert.equal(botsing.status, 409)
    assert.match(botsing.tekst, /Iets anders/u)
    const leeg = await app.stuur(
      '/rapporten/jaar-2025/opmerking',
      { alinea: 'samenvatting.geld', opmerking: ' ' },
      ['college'],
    )
    assert.equal(leeg.status, 400)
  })

  test('langs stuurgroep en college naar de raad; daarna is het van iedereen', async () => {
    assert.equal((await stap('stuurgroep', 1)).status, 303)
    assert.equal((await stap('stuurgroep', 1)).status, 409)
    const zonder = await stap('concept', 2)
    assert.equal(zonder.status, 400)
    assert.match(zonder.woorden, /Schrijf waarom u het rapport teruggeeft/u)
    assert.equal((await stap('college', 2)).status, 303)
    assert.match((await stap('raad', 3)).woorden, /Zonder besluit van het college/u)
    assert.equal((await stap('raad', 3, besluit('college'))).status, 303)
    assert.equal((await stap('vastgesteld', 4, besluit('raad'))).status, 303)
    const { status, woorden, tekst } = await app.haal('/rapporten/jaar-2025')
    assert.equal(status, 200)
    assert.match(woorden, /Jaarverantwoording 2025/u)
    assert.match(woorden, /Tevens een <b>goed<\/b> jaar|Tevens een &lt;b&gt;goed/u)
    assert.doesNotMatch(tekst, /Hoe verder|Proef programmamanager/u)
    assert.match((await app.haal('/rapporten')).tekst, /href="\/rapporten\/jaar-2025"/u)
  })

  test('bestanden, tabellen, toets en vergelijken', async () => {
    const json = await app.haal('/rapporten/jaar-2025/bestanden/json')
    assert.equal(json.status, 200)
    assert.equal((await app.haal('/rapporten/jaar-2025/bestanden/exe')).status, 404)
    const csv = await app.haal('/rapporten/jaar-2025/tabellen/samenvatting-geld.csv')
    assert.match(csv.koppen.get('content-disposition') ?? '', /jaar-2025-samenvatting-geld\.csv/u)
    assert.equal((await app.haal('/rapporten/jaar-2025/tabellen/weg.csv')).status, 404)
    const toets = (inhoud: string) =>
      app.stuur('/rapporten/toets', { bestand: new File([inhoud], 'rapport.json') })
    assert.match((await toets(json.tekst)).woorden, /Dit is het vastgestelde rapport/u)
    assert.match(
      (await toets(json.tekst.replace('Samenvatting', 'Sprookje'))).woorden,
      /niet het vastgestelde/u,
    )
    assert.match((await toets('onzin')).woorden, /niet te lezen/u)
    assert.equal((await app.stuur('/rapporten/toets', {})).status, 400)
    await app.stuur('/rapporten/nieuw', { soort: 'jaar', jaar: '2024' }, MAKER)
    const beide = await app.haal('/rapporten/vergelijk?a=jaar-2024&b=jaar-2025', MAKER)
    assert.match(beide.woorden, /cijfers zijn anders/u)
    assert.equal((await app.haal('/rapporten/vergelijk?a=jaar-2024&b=jaar-2025')).status, 404)
  })
})
