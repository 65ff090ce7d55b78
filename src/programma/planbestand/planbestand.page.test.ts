import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { wijzigPlan } from '#programma/plan.flow.ts'
import { findPlankoppen, findStukken } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { planVan } from '#programma/stukken.ts'
import { versePglite } from '#test/databanken.ts'
import { type Antwoord, maakProefapp, type Proefapp } from '#test/programma-app.ts'
import { ROLLEN, type Rol } from '#toegang/matrix.ts'

const MANAGER = ['programmamanager'] as const

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const maak = (): Promise<Proefapp> => maakProefapp({ databank })

const titels = (plan: Plan, nieuw: Readonly<Record<string, string>>): Plan => ({
  ...plan,
  onderdelen: plan.onderdelen.map((onderdeel) => ({
    ...onderdeel,
    titel: nieuw[onderdeel.id] ?? onderdeel.titel,
  })),
})

const bestandVan = (plan: unknown, naam = 'plan.json'): File => new File([JSON.stringify(plan)], naam)

async function nieuwste(app: Proefapp): Promise<{ versie: number; plan: Plan }> {
  const [kop] = await app.db.lees(findPlankoppen)
  const versie = kop?.laatsteVersie ?? 0
  return { versie, plan: planVan(await app.db.lees((lezer) => findStukken(lezer, 'proef', versie))) }
}

async function wijzig(app: Proefapp, verander: (plan: Plan) => Plan): Promise<void> {
  const { versie } = await nieuwste(app)
  const invoer = { plan: 'proef', basis: versie, waarom: 'tussendoor', verander }
  assert.ok((await wijzigPlan(await app.bezoek(MANAGER), invoer)).ok)
}

function verborgen(antwoord: Antwoord): Record<string, string> {
  const velden: Record<string, string> = {}
  for (const [, naam = '', waarde = ''] of antwoord.tekst.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/gu,
  ))
    velden[naam] = waarde
  return velden
}

/** Als de browser: het formulier heeft een bestandsvorm, dus ook zonder bestand multipart. */
const neemOver = (app: Proefapp, velden: Record<string, string>, als: readonly Rol[] = MANAGER) =>
  app.stuur('/plan-bestand/overnemen', velden, als)

const voorbeeld = (app: Proefapp, plan: unknown, velden: Record<string, string> = {}, naam?: string) =>
  app.stuur('/plan-bestand', { bestand: bestandVan(plan, naam), ...velden }, MANAGER)

test('alleen de programmamanager leest een bestand in; ophalen mag iedereen', async () => {
  const app = await maak()
  for (const rol of [undefined, ...ROLLEN]) {
    const als: Rol[] = rol === undefined ? [] : [rol]
    const mag = rol === 'programmamanager'
    assert.equal((await app.haal('/plan-bestand', als)).status === 200, mag, `${rol}`)
    for (const vorm of ['json', 'ods', 'xlsx']) {
      const bestand = await app.haal(`/planbestand.${vorm}`, als)
      assert.equal(bestand.status, 200)
      assert.equal(bestand.koppen.get('content-disposition'), `attachment; filename="proef-versie-1.${vorm}"`)
      assert.deepEqual(JSON.parse(bestand.tekst), app.plan)
    }
    assert.equal((await app.haal('/sjabloon.ods', als)).status, 200)
    if (mag) continue
    const stuur = await app.stuur('/plan-bestand', { bestand: bestandVan(app.plan) }, als)
    assert.ok([401, 403].includes(stuur.status), `${rol}`)
    assert.ok([401, 403].includes((await neemOver(app, { basis: '1', waarom: 'x' }, als)).status), `${rol}`)
  }
})

test('een concept is niet op te halen door wie het niet mag zien', async () => {
  const app = await maak()
  await wijzig(app, (plan) => titels(plan, { inloop: 'Geheim' }))
  assert.equal((await app.haal('/planbestand.json?versie=2')).status, 404)
  assert.ok(!(await app.haal('/planbestand.json')).tekst.includes('Geheim'))
  assert.ok((await app.haal('/planbestand.json?versie=2', MANAGER)).tekst.includes('Geheim'))
})

test('eerst zien wat er verandert, dan in zijn geheel overnemen', async () => {
  const app = await maak()
  const anders: Plan = {
    ...titels(app.plan, { inloop: 'Huis <b>van</b> het dorp' }),
    groepen: [
      ...app.plan.groepen,
      { id: 'tweede', titel: 'Tweede lijn', code: null } as Plan['groepen'][number],
    ],
    raming: app.plan.raming.slice(0, 2),
  }
  const scherm = await voorbeeld(app, anders)
  assert.equal(scherm.status, 200)
  for (const tekst of [
    'Er is nog niets bewaard',
    '1 ding nieuw, 1 gewijzigd en 1 weg.',
    'titel Inloop in het dorp Huis <b>van</b> het dorp',
    'Tweede lijn nieuw',
    'Steun aan huis weg',
    '€\u00a03.000,01'.replace('\u00a0', ' '),
    'bevinding',
  ])
    assert.ok(scherm.woorden.replaceAll('\u00a0', ' ').includes(tekst), tekst)
  assert.ok(!scherm.tekst.includes('<b>van</b>'))
  assert.equal((await nieuwste(app)).versie, 1)

  const zonder = await neemOver(app, { ...verborgen(scherm), waarom: ' ' })
  assert.equal(zonder.status, 400)
  assert.ok(zonder.woorden.includes('Schrijf in één zin waarom'))
  const klaar = await neemOver(app, { ...verborgen(zonder), waarom: 'uit het rekenblad' })
  assert.deepEqual([klaar.status, klaar.naar], [303, '/versies/2'])
  assert.deepEqual((await nieuwste(app)).plan, anders)
})

test('een bestand zonder verschil, of voor een ander plan, is niet over te nemen', async () => {
  const app = await maak()
  const gelijk = await voorbeeld(app, app.plan)
  assert.ok(gelijk.woorden.includes('Dit bestand is gelijk aan versie 1'))
  assert.equal(verborgen(gelijk)['inhoud'], undefined)
  const vreemd = await voorbeeld(app, { ...app.plan, gemeente: { code: 'gm0001', naam: 'Elders' } })
  assert.equal(vreemd.status, 409)
  assert.ok(vreemd.woorden.includes('van een andere gemeente'))
  const kapot = await voorbeeld(app, { ...app.plan, groepen: [] })
  assert.equal(kapot.status, 400)
  assert.ok(kapot.woorden.includes('onderdelen[0].groep'))
  for (const velden of [{}, { bestand: new File([], 'leeg.ods') }])
    assert.equal((await app.stuur('/plan-bestand', { versie: '', ...velden }, MANAGER)).status, 400)
})

test('wat onderweg is vervalst, wordt geweigerd', async () => {
  const app = await maak()
  const scherm = await voorbeeld(app, titels(app.plan, { inloop: 'Anders' }))
  const goed = verborgen(scherm)
  const elders = await voorbeeld(await maak(), app.plan)
  assert.equal(elders.status, 409)
  for (const anders of [{ inhoud: 'x' }, { inhoud: '' }, { basis: '9' }, { basis: '0' }, { basis: 'x' }]) {
    const antwoord = await neemOver(app, { ...goed, ...anders, waarom: 'x' })
    assert.equal(antwoord.status, 400, JSON.stringify(anders).slice(0, 40))
  }
  assert.equal((await nieuwste(app)).versie, 1)
})

test('wijzigt intussen een ander iets anders, dan blijft dat staan', async () => {
  const app = await maak()
  const scherm = await voorbeeld(app, titels(app.plan, { inloop: 'Uit bestand' }))
  await wijzig(app, (plan) => titels(plan, { steun: 'Door een ander' }))
  assert.equal((await neemOver(app, { ...verborgen(scherm), waarom: 'x' })).status, 303)
  assert.deepEqual(
    (await nieuwste(app)).plan,
    titels(app.plan, { inloop: 'Uit bestand', steun: 'Door een ander' }),
  )
})

test('wijzigt intussen een ander hetzelfde, dan ziet u dat eerst en gaat niets verloren', async () => {
  const app = await maak()
  const scherm = await voorbeeld(app, titels(app.plan, { inloop: 'Uit bestand' }))
  await wijzig(app, (plan) => titels(plan, { inloop: 'Door een ander', steun: 'Ook anders' }))
  const botsing = await neemOver(app, { ...verborgen(scherm), waarom: 'mijn reden' })
  assert.equal(botsing.status, 409)
  for (const tekst of [
    'Het plan is intussen veranderd',
    'Dit veranderde een ander ook',
    'titel Door een ander Uit bestand',
    'mijn reden',
  ])
    assert.ok(botsing.woorden.includes(tekst), tekst)
  assert.equal((await nieuwste(app)).versie, 2)
  assert.equal((await neemOver(app, { ...verborgen(botsing), waarom: 'toch' })).status, 303)
  assert.deepEqual(
    (await nieuwste(app)).plan,
    titels(app.plan, { inloop: 'Uit bestand', steun: 'Ook anders' }),
  )
})

test('een bestand van een oudere versie draait het werk van anderen niet terug', async () => {
  const app = await maak()
  await wijzig(app, (plan) => titels(plan, { steun: 'Door een ander' }))
  const oud = titels(app.plan, { inloop: 'Uit bestand' })
  const zonder = await voorbeeld(app, oud)
  assert.ok(zonder.woorden.includes('Door een ander Steun aan huis'))
  for (const [velden, naam] of [
    [{ versie: '1' }, 'plan.json'],
    [{}, 'proef-versie-1.json'],
  ] as const) {
    const scherm = await voorbeeld(app, oud, velden, naam)
    assert.ok(scherm.woorden.includes('Dit bestand is gemaakt van versie 1'))
    assert.ok(scherm.woorden.includes('titel Inloop in het dorp Uit bestand'))
    assert.ok(!scherm.woorden.includes('Door een ander'))
  }
})

test('tekens die de database niet kan bewaren, worden met hun plaats genoemd', async () => {
  const app = await maak()
  for (const teken of ['\u0000', '\ud800']) {
    const scherm = await voorbeeld(app, titels(app.plan, { inloop: `a${teken}b` }))
    assert.equal(scherm.status, 400)
    assert.ok(scherm.woorden.includes('onderdelen[0].titel'), JSON.stringify(teken))
  }
})
