import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { geefRolMandaat, sluit } from '#test/boekproef.ts'
import { versePglite } from '#test/databanken.ts'
import { vormenUit } from '#test/formulieren.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import type { Rol } from '#toegang/deur.ts'

const HOUDER = ['budgethouder'] as const
const ADVISEUR = ['financieel-adviseur'] as const
const NIEUW = {
  onderdeel: 'Inloop in het dorp',
  omschrijving: 'Huur van de zaal',
  geldigOp: '15 maart 2025',
  'jaar.R1': '2025',
  'bedrag.R1': '600,00',
  betaling: 'bron:rijk',
  tot: '31-12-2025',
}

let databank: Databank
let app: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
  await geefRolMandaat(app.db, 'budgethouder', 1_000_00)
})
after(() => databank.sluit())

/** De velden van het formulier zoals het op het scherm staat, met wat iemand erin typt. */
async function vulIn(pad: string, velden: Record<string, string>, als: readonly Rol[]) {
  const { tekst } = await app.haal(pad, als)
  const vorm = vormenUit(pad, tekst).find(({ methode }) => methode === 'post')
  assert.ok(vorm !== undefined, 'geen formulier')
  return app.stuur(pad, { ...vorm.velden, ...velden }, als)
}

describe('verplichtingen', () => {
  test('zonder verplichtingen zegt het register wie ze daar zet', async () => {
    const { status, woorden } = await app.haal('/verplichtingen')
    assert.equal(status, 200)
    assert.match(woorden, /Er is nog geen verplichting.*budgethouder/u)
  })

  test('aangaan, zien en openbaar zonder omschrijving', async () => {
    const { status, naar } = await vulIn('/verplichtingen/nieuw', NIEUW, HOUDER)
    assert.equal(status, 303)
    assert.match(naar ?? '', /^\/verplichtingen\/v2025-0001\?gedaan=aangegaan/u)
    const binnen = await app.haal(naar ?? '', HOUDER)
    assert.match(binnen.woorden, /De verplichting is aangegaan/u)
    assert.match(binnen.woorden, /Huur van de zaal/u)
    const buiten = await app.haal('/verplichtingen/v2025-0001')
    assert.equal(buiten.status, 200)
    assert.doesNotMatch(buiten.tekst, /Huur van de zaal|Proef budgethouder/u)
    assert.match(buiten.woorden.replaceAll('\u00a0', ' '), /Open € 600,00/u)
    const lijst = await app.haal('/verplichtingen')
    assert.doesNotMatch(lijst.tekst, /Huur van de zaal/u)
    assert.match(lijst.woorden, /v2025-0001 Inloop in het dorp 31 december 2025.*voorbij.*600/u)
    assert.match(lijst.tekst, /href="\/boekingen\?verplichting=v2025-0001&amp;kolom=verplicht"/u)
    assert.match((await app.haal('/verplichtingen', HOUDER)).tekst, /Huur van de zaal/u)
  })

  test('hetzelfde formulier nog eens sturen geeft dezelfde verplichting', async () => {
    const { tekst } = await app.haal('/verplichtingen/nieuw', HOUDER)
    const velden = { ...vormenUit('/', tekst).find(({ methode }) => methode === 'post')?.velden, ...NIEUW }
    const een = await app.stuur('/verplichtingen/nieuw', velden, HOUDER)
    const twee = await app.stuur('/verplichtingen/nieuw', velden, HOUDER)
    assert.equal(een.naar, twee.naar)
    const anders = await app.stuur('/verplichtingen/nieuw', { ...velden, 'bedrag.R1': '1' }, HOUDER)
    assert.equal(anders.status, 409)
    assert.match(anders.woorden, /Dit formulier is al verwerkt/u)
  })

  test('wat fout is ingevuld staat bij zijn veld, en wat getypt is blijft staan', async () => {
    const fout = { ...NIEUW, onderdeel: 'maanlanding', geldigOp: 'morgen', betaling: '', 'bedrag.R1': 'veel' }
    const { status, tekst, woorden } = await vulIn('/verplichtingen/nieuw', fout, HOUDER)
    assert.equal(status, 400)
    for (const zin of ['staat niet in het plan', 'Schrijf een dag', 'Kies waaruit', 'niet als bedrag'])
      assert.ok(woorden.includes(zin), zin)
    for (const waarde of ['maanlanding', 'morgen', 'veel'])
      assert.ok(tekst.includes(`value="${waarde}"`), waarde)
    const delen = await vulIn('/verplichtingen/nieuw', { ...NIEUW, 'bedrag.R1': '' }, HOUDER)
    assert.match(delen.woorden, /Vul minstens één bedrag in/u)
  })

  test('boven de ruimte wordt geweigerd met de weg naar een begrotingswijziging', async () => {
    const { status, woorden, tekst } = await vulIn(
      '/verplichtingen/nieuw',
      { ...NIEUW, 'bedrag.R1': '9.000' },
      HOUDER,
    )
    assert.equal(status, 409)
    assert.match(woorden.replaceAll('\u00a0', ' '), /te weinig vrij.*Begrotingswijziging voorstellen/u)
    assert.ok(tekst.includes('value="9.000"'))
  })

  test('boven het mandaat wordt het een voorstel, en dat staat er', async () => {
    const { naar } = await vulIn('/verplichtingen/nieuw', { ...NIEUW, 'bedrag.R1': '1.000,01' }, HOUDER)
    assert.match(naar ?? '', /^\/verplichtingen\?voorstel=/u)
    assert.match((await app.haal(naar ?? '', HOUDER)).woorden, /Dit wacht op een tweede persoon/u)
    // Wie niet is ingelogd, krijgt met hetzelfde adres niets te zien over een voorstel.
    assert.doesNotMatch((await app.haal(naar ?? '')).woorden, /tweede persoon/u)
  })

  test('factuur, boven het openstaande, creditnota, meerwerk, vrijval en afsluiten', async () => {
    const pad = '/verplichtingen/v2025-0001'
    const factuur = { factuur: 'F-1', geldigOp: '01-04-2025', bedrag: '700' }
    const gedaan = await vulIn(`${pad}/factuur`, factuur, ADVISEUR)
    assert.match(gedaan.naar ?? '', /gedaan=factuur&gemeld=boven_openstaand/u)
    const na = await app.haal(gedaan.naar ?? '', ADVISEUR)
    assert.match(na.woorden, /De factuur was hoger dan wat openstond/u)
    assert.match(na.woorden, /Er is 100,00 euro meer gefactureerd/u)
    await vulIn(`${pad}/factuur`, { factuur: 'C-1', geldigOp: '02-04-2025', bedrag: '-300' }, ADVISEUR)
    const meer = {
      omschrijving: 'Langer open',
      geldigOp: '03-04-2025',
      'bedrag.R1': '50',
      betaling: 'bron:rijk',
    }
    assert.match((await vulIn(`${pad}/meerwerk`, meer, HOUDER)).naar ?? '', /gedaan=meerwerk/u)
    const vrij = { 'vrij.2025.rijk': '1.000', reden: 'Minder nodig', geldigOp: '04-04-2025' }
    const teVeel = await vulIn(`${pad}/vrijval`, vrij, HOUDER)
    assert.equal(teVeel.status, 409)
    assert.match(teVeel.woorden.replaceAll('\u00a0', ' '), /Er staat € 250,00 open/u)
    assert.match(
      (await vulIn(`${pad}/vrijval`, { ...vrij, 'vrij.2025.rijk': '50' }, HOUDER)).naar ?? '',
      /vrijval/u,
    )
    const einde = { reden: 'Klaar', geldigOp: '05-04-2025' }
    assert.match((await vulIn(`${pad}/einde`, einde, HOUDER)).naar ?? '', /gedaan=einde/u)
    const klaar = await app.haal(pad)
    assert.match(klaar.woorden, /Aangegaan.*Factuur.*Creditnota.*Meerwerk.*Vrijval.*Vrijval/u)
    assert.match((await app.haal(`${pad}/meerwerk`, HOUDER)).woorden, /Deze verplichting is afgesloten/u)
    assert.match((await app.haal('/verplichtingen?toon=afgesloten')).woorden, /v2025-0001 afgesloten/u)
  })

  test('terugkijken laat zien wat toen bekend was', async () => {
    const { tekst } = await app.haal('/verplichtingen/v2025-0001')
    const begin = Number(/href="\/boekingen\/(\d+)"/u.exec(tekst)?.[1])
    const toen = (nr: number) => app.haal(`/verplichtingen/v2025-0001?bekend-op=${nr}`)
    const { woorden } = await toen(begin)
    assert.match(woorden.replaceAll('\u00a0', ' '), /Open € 600,00/u)
    assert.doesNotMatch(woorden, /Creditnota/u)
    assert.match((await toen(begin - 1)).woorden, /nog niets geboekt/u)
  })

  test('een gesloten maand biedt de eerste open maand aan, met alles wat getypt is', async () => {
    await sluit(app.kamer.boekhouder, await app.bezoek(ADVISEUR), '2025-03')
    const dicht = await vulIn('/verplichtingen/nieuw', { ...NIEUW, omschrijving: 'Nog een zaal' }, HOUDER)
    assert.equal(dicht.status, 409)
    assert.match(dicht.woorden, /Boek in april 2025, over maart 2025/u)
    const vorm = vormenUit('/verplichtingen/nieuw', dicht.tekst).find(({ methode }) => methode === 'post')
    assert.equal(vorm?.velden['omschrijving'], 'Nog een zaal')
    assert.equal(vorm?.velden['uitwijkNaar'], '2025-04')
    const goed = await app.stuur('/verplichtingen/nieuw', vorm?.velden ?? {}, HOUDER)
    assert.equal(goed.status, 303)
    assert.match((await app.haal(goed.naar ?? '', HOUDER)).woorden, /1 april 2025 Aangegaan/u)
  })

  test('wat er niet is of niet mag', async () => {
    for (const pad of [
      '/verplichtingen/v2025-9999',
      '/verplichtingen/A!',
      '/verplichtingen/v2025-9999/factuur',
    ])
      assert.equal((await app.haal(pad, ADVISEUR)).status, 404, pad)
    assert.equal((await app.haal('/verplichtingen/nieuw')).status, 303)
    assert.equal((await app.haal('/verplichtingen/nieuw', ['raadslid'])).status, 403)
    assert.equal((await app.haal('/verplichtingen/v2025-0001/factuur', HOUDER)).status, 403)
  })
})
