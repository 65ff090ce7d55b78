import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp } from '#test/programma-app.ts'
import { veldenUit } from '#test/wijzigschermen.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const MANAGER = ['programmamanager'] as const
const VELDEN = {
  onderdeel: 'inloop',
  oorzaak: 'Te weinig vrijwilligers',
  gebeurtenis: 'De inloop gaat dicht',
  gevolg: 'Inhuur',
  kans: '3',
  laag: '5.000',
  hoog: '15.000,01',
  maatregel: 'Werven',
  eigenaarrol: 'Teamleider',
  reden: 'Besproken',
}

test('een risico toevoegen, bijwerken en sluiten; de som en de matrix volgen', async () => {
  const app = await maakProefapp({ databank })
  const nieuw = await app.stuur('/risicos/nieuw', VELDEN, MANAGER)
  assert.deepEqual([nieuw.status, nieuw.naar], [303, '/risicos/1'])
  const lijst = await app.haal('/risicos', MANAGER)
  assert.match(lijst.woorden, /indeling te bevestigen/u)
  assert.match(
    lijst.woorden,
    /De inloop gaat dicht Inloop in het dorp midden, 50 % € 5\.000 tot € 15\.000,01 5\.000,00 Teamleider/u,
  )
  assert.match(lijst.woorden, /Samen 5\.000,00/u)
  assert.match((await app.haal('/onderdelen/inloop', MANAGER)).woorden, /De inloop gaat dicht/u)
  const een = await app.haal('/risicos/1', MANAGER)
  const dicht = { ...veldenUit(een.tekst), stand: 'gesloten', reden: 'Er is een rooster' }
  assert.equal((await app.stuur('/risicos/1', dicht, MANAGER)).status, 303)
  assert.match((await app.haal('/risicos/1', MANAGER)).woorden, /Waarom het gesloten is Er is een rooster/u)
  assert.match((await app.haal('/risicos', MANAGER)).woorden, /Geen enkel risico past/u)
  const botst = await app.stuur('/risicos/1', { ...dicht, reden: 'Van een ander' }, MANAGER)
  assert.equal(botst.status, 409)
  assert.match(botst.woorden, /Iemand anders veranderde dit risico net/u)
})

test('elke fout staat bij haar veld, en wat getypt was blijft staan', async () => {
  const app = await maakProefapp({ databank })
  const fout = await app.stuur(
    '/risicos/nieuw',
    { ...VELDEN, laag: 'veel', hoog: '-5', kans: '9', reden: '' },
    MANAGER,
  )
  assert.equal(fout.status, 400)
  for (const zin of [
    /herkennen ‘veel’ niet als bedrag/u,
    /van nul of meer/u,
    /Kies hoe groot de kans is/u,
    /Vul waarom in/u,
  ])
    assert.match(fout.woorden, zin)
  assert.match(fout.tekst, /Te weinig vrijwilligers/u)
  const om = await app.stuur('/risicos/nieuw', { ...VELDEN, laag: '2', hoog: '1' }, MANAGER)
  assert.match(om.woorden, /Draai ze om/u)
  assert.equal((await app.haal('/risicos/9', MANAGER)).status, 404)
})

test('risico’s zijn niet openbaar: geen lijst, geen bestand, geen woord op het onderdeel', async () => {
  const app = await maakProefapp({ databank })
  await app.stuur('/risicos/nieuw', VELDEN, MANAGER)
  for (const als of [[], ['raadslid']] as const) {
    for (const pad of ['/risicos', '/risicos/1', '/risicos/bestand/csv'])
      assert.notEqual((await app.haal(pad, als)).status, 200, pad)
    assert.doesNotMatch((await app.haal('/onderdelen/inloop', als)).tekst, /De inloop gaat dicht/u)
  }
  assert.equal((await app.haal('/risicos/bestand/csv', ['college'])).status, 200)
  assert.equal((await app.stuur('/risicos/nieuw', VELDEN, ['college'])).status, 403)
})

test('de indeling kiezen bevestigt haar, en een verkeerde volgorde wordt gezegd', async () => {
  const app = await maakProefapp({ databank })
  const velden = veldenUit((await app.haal('/risicos/indeling', MANAGER)).tekst)
  const fout = await app.stuur('/risicos/indeling', { ...velden, 'kans.2': '5' }, MANAGER)
  assert.equal(fout.status, 400)
  assert.match(fout.woorden, /groter zijn dan die ervoor/u)
  assert.equal((await app.stuur('/risicos/indeling', velden, MANAGER)).status, 303)
  await app.stuur('/risicos/nieuw', VELDEN, MANAGER)
  assert.doesNotMatch((await app.haal('/risicos', MANAGER)).woorden, /te bevestigen/u)
})
