import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { saldiVan, sluit } from '#test/boekproef.ts'
import { versePglite } from '#test/databanken.ts'
import { vormenUit } from '#test/formulieren.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

const ADVISEUR = ['financieel-adviseur'] as const
const UITGAVE = {
  onderdeel: 'inloop',
  geldigOp: '15-03-2025',
  bedrag: '2.000',
  jaar: '2025',
  betaling: 'bron:rijk',
  stuk: 'F-1',
}

let databank: Databank
let app: Proefapp
/** Nummer van de eerste besteding; de vaststelling van het plan boekte al. */
let eerste = 0
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
})
after(() => databank.sluit())

const gedaanVan = (naar: string | null) => new URLSearchParams(naar?.split('?')[1]).get('gedaan')
const vorm = (tekst: string) => vormenUit('/', tekst).find(({ methode }) => methode === 'post')

describe('/boekingen/nieuw', () => {
  test('een besteding: geboekt, en te weinig ruimte wordt gemeld en niet geweigerd', async () => {
    const een = await app.stuur('/boekingen/nieuw', UITGAVE, ADVISEUR)
    assert.match(een.naar ?? '', /^\/boekingen\/nieuw\?soort=realisatie&gedaan=\d+$/u)
    eerste = Number(gedaanVan(een.naar))
    const twee = await app.stuur('/boekingen/nieuw', UITGAVE, ADVISEUR)
    const { woorden } = await app.haal(twee.naar ?? '', ADVISEUR)
    assert.match(woorden, /De boeking is gedaan.*minder dan niets vrij/u)
    assert.equal((await saldiVan(app.db)).get('proef:rijk:ruimte:inloop:2025'), -1_000_00)
  })

  test('een ontvangst, en een besteding waarvan het onderdeel nog niet bekend is', async () => {
    const ontvangst = { geldigOp: '01-02-2025', bedrag: '1.234,56', jaar: '2025', bron: 'rijk', stuk: 'A-9' }
    assert.equal((await app.stuur('/boekingen/nieuw?soort=ontvangst', ontvangst, ADVISEUR)).status, 303)
    const onbekend = { ...UITGAVE, onderdeel: '', onbekend: 'ja', betaling: 'open' }
    assert.equal((await app.stuur('/boekingen/nieuw', onbekend, ADVISEUR)).status, 303)
    const saldi = await saldiVan(app.db)
    assert.equal(saldi.get('proef:rijk:ontvangen:2025'), -1_234_56)
    assert.equal(saldi.get('proef:-:realisatie:-:2025'), 2_000_00)
  })

  test('een gesloten maand: één knop naar de eerste open maand, en niets is verloren', async () => {
    await sluit(app.kamer.boekhouder, await app.bezoek(ADVISEUR), '2025-04')
    const dicht = await app.stuur(
      '/boekingen/nieuw',
      { ...UITGAVE, geldigOp: '02-04-2025', tekst: 'Vergeten' },
      ADVISEUR,
    )
    assert.equal(dicht.status, 409)
    const velden = vorm(dicht.tekst)?.velden ?? {}
    assert.deepEqual([velden['tekst'], velden['uitwijkNaar']], ['Vergeten', '2025-05'])
    const goed = await app.stuur('/boekingen/nieuw', velden, ADVISEUR)
    const nr = gedaanVan(goed.naar)
    assert.match((await app.haal(`/boekingen/${nr}`)).woorden, /Gaat over april 2025/u)
  })

  test('wat niet klopt staat bij zijn veld; wie niet boekt, komt er niet', async () => {
    const fout = await app.stuur(
      '/boekingen/nieuw',
      { ...UITGAVE, onderdeel: '', stuk: '', jaar: '25' },
      ADVISEUR,
    )
    assert.equal(fout.status, 400)
    assert.match(fout.woorden, /3 antwoorden kloppen nog niet/u)
    const stuk = await app.stuur('/boekingen/nieuw', { ...UITGAVE, stuk: 'a/b' }, ADVISEUR)
    assert.match(stuk.woorden, /Een stuknummer bestaat uit letters/u)
    const groot = await app.stuur('/boekingen/nieuw', { ...UITGAVE, bedrag: '90.000.000.000.000' }, ADVISEUR)
    assert.match(groot.woorden, /Dit bedrag is te groot/u)
    const raar = { ...UITGAVE, sleutel: 'a\u0000b', tekst: 'x\u0000y', bedrag: '1' }
    assert.equal((await app.stuur('/boekingen/nieuw', raar, ADVISEUR)).status, 303)
    assert.equal((await app.haal('/boekingen/nieuw', ['budgethouder'])).status, 403)
  })
})

describe('/boekingen/:nr/corrigeren', () => {
  test('vooraf ingevuld, ongedaan gemaakt en goed opnieuw geboekt', async () => {
    const { tekst, woorden } = await app.haal(`/boekingen/${eerste}/corrigeren`, ADVISEUR)
    assert.match(woorden, /Boeking \d+ corrigeren.*Dit staat er nu/u)
    const velden = vorm(tekst)?.velden ?? {}
    assert.deepEqual(
      [velden['bedrag'], velden['stuk'], velden['betaling'], velden['geldigOp']],
      ['2000,00', 'F-1', 'bron:rijk', '15 maart 2025'],
    )
    const anders = { ...velden, wat: 'opnieuw', bedrag: '60', reden: 'Verkeerd bedrag' }
    const { naar } = await app.stuur(`/boekingen/${eerste}/corrigeren`, anders, ADVISEUR)
    const na = await app.haal(naar ?? '', ADVISEUR)
    assert.match(na.woorden, /De boeking is gecorrigeerd.*opnieuw geboekt als boeking \d+/u)
    assert.match(na.woorden, /Deze boeking is al gecorrigeerd/u)
    assert.equal(vorm(na.tekst), undefined)
    assert.equal((await saldiVan(app.db)).get('proef:rijk:realisatie:inloop:2025'), 4_061_00)
  })

  test('alleen ongedaan maken; een correctie corrigeert niemand', async () => {
    const terug = { wat: 'terug', geldigOp: '15-03-2025', reden: 'Dubbel' }
    const { naar } = await app.stuur(`/boekingen/${eerste + 1}/corrigeren`, terug, ADVISEUR)
    const spiegel = gedaanVan(naar)
    assert.match(
      (await app.haal(`/boekingen/${spiegel}/corrigeren`, ADVISEUR)).woorden,
      /Dit is zelf een correctie, van boeking \d+/u,
    )
    const nogEens = await app.stuur(
      `/boekingen/${eerste + 1}/corrigeren`,
      { ...terug, reden: 'Weer' },
      ADVISEUR,
    )
    assert.equal(nogEens.status, 409)
    const zonder = await app.stuur(`/boekingen/${eerste + 2}/corrigeren`, { ...terug, reden: '' }, ADVISEUR)
    assert.equal(zonder.status, 400)
    for (const pad of ['/boekingen/9999/corrigeren', '/boekingen/x/corrigeren'])
      assert.equal((await app.haal(pad, ADVISEUR)).status, 404)
  })
})
