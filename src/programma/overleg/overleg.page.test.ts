import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { findBesluiten } from '#programma/plan.store.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const MANAGER = ['programmamanager'] as const
const PUNT = {
  over: 'onderdeel:inloop',
  titel: 'Openingstijden',
  toelichting: 'Geheime uitleg',
  gevraagd: 'besluit',
  vervolg: 'directie',
}
const BESLUIT = { orgaan: 'stuurgroep', datum: '10 juni 2026', onderwerp: 'De inloop gaat twee dagen open' }

async function metPunt(): Promise<Proefapp> {
  const app = await maakProefapp({ databank })
  const gepland = await app.stuur('/overleg', { orgaan: 'stuurgroep', datum: '10 juni 2026' }, MANAGER)
  assert.deepEqual([gepland.status, gepland.naar], [303, '/overleg/1'])
  const punt = await app.stuur('/overleg/1/punten', PUNT, MANAGER)
  assert.equal(punt.status, 303, punt.woorden)
  return app
}

test('van plannen tot directiebesluit achteraf, met actie, besluitenlijst en register', async () => {
  const app = await metPunt()
  const stuur = async (pad: string, velden: Record<string, string>) => {
    const uit = await app.stuur(pad, velden, MANAGER)
    assert.equal(uit.status, 303, `${pad}: ${uit.woorden.slice(0, 600)}`)
  }
  const punt = '/overleg/1/punten/1'
  await stuur('/overleg/1/stand', { gezien: '1', stand: 'gehouden', datum: '10-06-2026' })
  await stuur(`${punt}/uitkomst`, { gezien: '1', uitkomst: 'besloten', conclusie: 'Akkoord', ...BESLUIT })
  await stuur(`${punt}/acties`, { wat: 'Rooster maken', rol: 'Teamleider', uiterlijk: '12 juni 2026' })
  assert.match(
    (await app.haal('/overleg', MANAGER)).woorden,
    /Nog vast te leggen.*Openingstijden.*de directie, achteraf/u,
  )
  assert.match((await app.haal('/overleg', MANAGER)).woorden, /waarvan 1 over tijd/u)
  await stuur(`${punt}/vervolg`, { gezien: '2', ...BESLUIT, orgaan: 'directie', datum: '12-06-2026' })
  assert.doesNotMatch((await app.haal('/overleg', MANAGER)).woorden, /Nog vast te leggen/u)
  await stuur('/acties/1', {
    gezien: '1',
    wat: 'Rooster maken',
    rol: 'Teamleider',
    uiterlijk: '12-06-2026',
    stand: 'klaar',
  })
  const lijst = await app.haal('/overleg/1/besluitenlijst', MANAGER)
  assert.match(
    lijst.woorden,
    /1\. Openingstijden .*Besloten: Akkoord In het register: De inloop gaat twee dagen open .*Daarna vastgelegd: .*\(directie, 12 juni 2026\).*A1 Rooster maken Teamleider/u,
  )
  assert.doesNotMatch((await app.haal('/overleg/1/agenda', MANAGER)).woorden, /Akkoord/u)
  const besluiten = await app.db.lees(findBesluiten)
  assert.deepEqual(besluiten.map(({ orgaan }) => orgaan).slice(0, 2), ['directie', 'stuurgroep'])
  const register = await app.haal('/besluiten?orgaan=directie', MANAGER)
  assert.match(
    register.woorden,
    /De inloop gaat twee dagen open directie 12 juni 2026 .*na Stuurgroep 10 juni 2026/u,
  )
  assert.doesNotMatch((await app.haal('/besluiten')).woorden, /Stuurgroep 10 juni 2026|Geheime uitleg/u)
  assert.match((await app.haal('/besluiten')).woorden, /€ 10\.000,01 erbij, bij 2 onderdelen/u)
  for (const vorm of ['pdf', 'odt']) {
    const pad = `/overleg/1/besluitenlijst/${vorm}`
    assert.ok(lijst.tekst.includes(`href="${pad}"`), pad)
    const document = await app.haal(pad, ['college'])
    assert.deepEqual([document.status, document.koppen.get('content-type')], [200, `application/x-${vorm}`])
    assert.match(
      document.koppen.get('content-disposition') ?? '',
      /^attachment; filename="besluitenlijst-stuurgroep-2026-06-10-[a-z0-9-]+\.(?:pdf|odt)"$/u,
    )
    assert.match(document.tekst, /Besloten: Akkoord.*Daarna vastgelegd.*A1 Rooster maken/u)
    const agenda = await app.haal(`/overleg/1/agenda/${vorm}`, ['college'])
    assert.match(agenda.tekst, /Openingstijden/u)
    assert.doesNotMatch(agenda.tekst, /Akkoord/u)
  }
  for (const pad of ['/overleg/1/besluitenlijst/csv', '/overleg/1/agenda/json', '/acties/bestand/json'])
    assert.equal((await app.haal(pad, ['college'])).status, 200, pad)
})

test('een besluit zonder besluit, een botsing en een uitkomst vooraf worden gezegd; niets blijft half', async () => {
  const app = await metPunt()
  const vooraf = (await app.db.lees(findBesluiten)).length
  const uitkomst = (velden: Record<string, string>) =>
    app.stuur('/overleg/1/punten/1/uitkomst', { gezien: '1', uitkomst: 'besloten', ...velden }, MANAGER)
  const zonder = await uitkomst({})
  assert.equal(zonder.status, 400)
  assert.match(zonder.woorden, /Kies een besluit uit het register, of vul een nieuw besluit in/u)
  assert.equal((await uitkomst({ ...BESLUIT, gezien: '7' })).status, 409)
  assert.equal((await app.db.lees(findBesluiten)).length, vooraf)
  await app.stuur('/overleg', { orgaan: 'projectoverleg', datum: '2026-07-01' }, MANAGER)
  const project = await app.stuur('/overleg/2/punten', PUNT, MANAGER)
  assert.equal(project.status, 409)
  assert.match(project.woorden, /neemt geen besluiten voor het register/u)
  const vreemd = await app.stuur('/overleg/1/punten', { ...PUNT, over: 'onderdeel:bestaat-niet' }, MANAGER)
  assert.match(vreemd.woorden, /Kies waar het over gaat uit de lijst/u)
})

test('overleg en acties zijn alleen voor wie aan het programma werkt', async () => {
  const app = await metPunt()
  const paden = [
    '/overleg',
    '/overleg/1',
    '/overleg/1/punten/1',
    '/overleg/1/agenda',
    '/overleg/1/agenda/csv',
    '/overleg/1/agenda/pdf',
    '/overleg/1/besluitenlijst/odt',
    '/acties',
  ]
  for (const als of [[], ['raadslid']] as const)
    for (const pad of paden) {
      const antwoord = await app.haal(pad, als)
      assert.notEqual(antwoord.status, 200, pad)
      assert.doesNotMatch(antwoord.tekst, /Openingstijden/u)
    }
  assert.equal((await app.stuur('/overleg/1/punten', PUNT, ['budgethouder'])).status, 403)
  for (const pad of [
    '/overleg/9',
    '/overleg/1/punten/9',
    '/overleg/9/agenda',
    '/overleg/9/agenda/pdf',
    '/acties/9',
  ])
    assert.equal((await app.haal(pad, MANAGER)).status, 404, pad)
})
