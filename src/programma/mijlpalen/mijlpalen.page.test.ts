import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { wijzigPlan } from '#programma/plan.flow.ts'
import { findStand } from '#programma/plan.store.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp } from '#test/programma-app.ts'
import { veldenUit } from '#test/wijzigschermen.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const PAD = '/mijlpalen/inloop/open'
const MANAGER = ['programmamanager'] as const

test('een melding doen, en haar overal terugzien; waarom en door wie alleen binnen', async () => {
  const app = await maakProefapp({ databank })
  const voor = await app.db.lees(findStand)
  const open = await app.haal(PAD, MANAGER)
  assert.match(open.woorden, /Er is nog niets gemeld/u)
  const velden = {
    ...veldenUit(open.tekst),
    fase: 'verwacht',
    verwacht: 'derde kwartaal 2026',
    reden: 'Geheime reden',
  }
  const gedaan = await app.stuur(PAD, velden, MANAGER)
  assert.deepEqual([gedaan.status, gedaan.naar], [303, PAD])
  assert.notEqual(await app.db.lees(findStand), voor, 'anders blijft een bewaarde pagina oud')
  for (const pad of [PAD, '/mijlpalen', '/planning', '/onderdelen/inloop']) {
    const openbaar = await app.haal(pad)
    assert.equal(openbaar.status, 200, pad)
    assert.match(
      openbaar.woorden,
      /1 maart 2024 .*derde kwartaal 2026 ongeveer 31 maanden later dan gepland/u,
      pad,
    )
    assert.doesNotMatch(openbaar.tekst, /Geheime reden|Proef programmamanager/u, pad)
  }
  assert.match((await app.haal(PAD, MANAGER)).woorden, /Geheime reden Proef programmamanager/u)
  const json = await app.haal('/mijlpalen/bestand/json')
  assert.equal(json.status, 200)
  assert.match((await app.haal('/mijlpalen?welke=bereikt')).woorden, /Geen enkele mijlpaal past/u)
})

test('fout ingevuld blijft staan; wie een oude stand zag, ziet eerst de nieuwe', async () => {
  const app = await maakProefapp({ databank })
  const velden = { gezien: '0', fase: 'verwacht', verwacht: 'zomer 2026', reden: 'Mijn reden' }
  const fout = await app.stuur(PAD, velden, MANAGER)
  assert.equal(fout.status, 400)
  assert.match(fout.woorden, /herkennen ‘zomer 2026’ niet als tijd/u)
  assert.match(fout.tekst, /Mijn reden/u)
  const goed = { ...velden, verwacht: '2026-Q3' }
  assert.equal((await app.stuur(PAD, goed, MANAGER)).status, 303)
  const botst = await app.stuur(PAD, { ...goed, verwacht: '2027', reden: 'Van iemand anders' }, MANAGER)
  assert.equal(botst.status, 409)
  assert.match(botst.woorden, /Iemand anders deed net een melding/u)
  const { gezien } = veldenUit(botst.tekst)
  assert.equal(gezien, '1')
  const opnieuw = { ...veldenUit(botst.tekst), fase: 'verwacht' }
  assert.equal((await app.stuur(PAD, opnieuw, MANAGER)).status, 303)
  assert.match((await app.haal(PAD)).woorden, /schoof 2 keer naar achteren/u)
})

test('wie niet mag, ziet geen formulier; een mijlpaal die er niet is, is er niet', async () => {
  const app = await maakProefapp({ databank })
  assert.doesNotMatch((await app.haal(PAD, ['college'])).tekst, /Melding bewaren/u)
  const weigering = await app.stuur(PAD, { fase: 'vervallen', reden: 'x' }, ['college'])
  assert.equal(weigering.status, 403)
  assert.equal((await app.haal('/mijlpalen/inloop/bestaat-niet')).status, 404)
  const nergens = await app.stuur(
    '/mijlpalen/inloop/bestaat-niet',
    { fase: 'vervallen', reden: 'x' },
    MANAGER,
  )
  assert.equal(nergens.status, 404)
})

test('een mijlpaal die alleen in een concept staat, is er voor niemand van buiten, ook niet na een melding', async () => {
  const app = await maakProefapp({ databank })
  const bezoek = await app.bezoek(MANAGER)
  const metConcept = await wijzigPlan(bezoek, {
    plan: 'proef',
    basis: 1,
    waarom: 'Nog niet besloten',
    verander: (plan) => ({
      ...plan,
      onderdelen: plan.onderdelen.map((een) => ({
        ...een,
        mijlpalen: [...een.mijlpalen, { id: 'sluiting', wat: 'Geheime sluiting', wanneer: '2026-12' }],
      })),
    }),
  })
  assert.ok(metConcept.ok)
  const pad = '/mijlpalen/inloop/sluiting'
  const velden = { gezien: '0', fase: 'verwacht', verwacht: '2027', reden: 'Later' }
  assert.equal((await app.stuur(pad, velden, MANAGER)).status, 303)
  assert.match((await app.haal('/mijlpalen', MANAGER)).woorden, /Geheime sluiting/u)
  assert.equal((await app.haal(pad, MANAGER)).status, 200)
  for (const rollen of [[], ['raadslid']] as const) {
    assert.equal((await app.haal(pad, rollen)).status, 404)
    for (const ander of ['/mijlpalen', '/mijlpalen/bestand/json', '/planning', '/onderdelen/inloop'])
      assert.doesNotMatch((await app.haal(ander, rollen)).tekst, /Geheime sluiting|sluiting/u, ander)
  }
})
