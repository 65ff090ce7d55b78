import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Databank } from '#basis/db.ts'
import type { Plan } from '#programma/plan.ts'
import { versePglite } from '#test/databanken.ts'
import { kleinPlan } from '#test/plannen.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import { MANAGER, nieuwstePlan, open, SCHERMEN, veldenUit } from '#test/wijzigschermen.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const maak = (): Promise<Proefapp> => maakProefapp({ databank })

test('de tweede ziet wat er veranderde, en niets wat is getypt gaat verloren', async () => {
  const app = await maak()
  const pad = '/wijzigen/onderdelen/inloop'
  const velden = await open(app, pad)
  const eerst = { ...velden, titel: 'Naam van de eerste', doel: 'Doel van de eerste', waarom: 'ik was eerst' }
  assert.equal((await app.stuur(pad, eerst, MANAGER)).status, 303)
  const daarna = { ...velden, titel: 'Naam van de tweede', partners: 'school\nkerk', waarom: 'ik was later' }
  const botsing = await app.stuur(pad, daarna, MANAGER)
  assert.equal(botsing.status, 409)
  for (const tekst of [
    'Iemand anders was u voor',
    'Proef programmamanager',
    'ik was eerst',
    'Inloop in het dorp',
    'Naam van de eerste',
    'beiden veranderd',
  ])
    assert.ok(botsing.woorden.includes(tekst), tekst)
  const terug = veldenUit(botsing.tekst)
  assert.deepEqual(
    [terug['titel'], terug['partners'], terug['doel'], terug['waarom'], terug['basis']],
    ['Naam van de tweede', 'school\nkerk', 'Doel van de eerste', 'ik was later', '2'],
  )
  assert.equal((await nieuwstePlan(app)).versie, 2)
  assert.equal((await app.stuur(pad, terug, MANAGER)).status, 303)
  const [inloop] = (await nieuwstePlan(app)).plan.onderdelen
  assert.deepEqual(
    [inloop?.titel, inloop?.doel, inloop?.partners],
    ['Naam van de tweede', 'Doel van de eerste', ['school', 'kerk']],
  )
})

test('ook de pagina met fouten en die met een botsing zijn geldige HTML', async () => {
  const keur = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] })
  const app = await maak()
  for (const pad of SCHERMEN.filter((adres) => !adres.includes('nieuw'))) {
    const velden = await open(app, pad)
    const fout = await app.stuur(pad, { ...velden, titel: '', van: 'x', 'wanneer.open': 'x' }, MANAGER)
    assert.equal(fout.status, 400)
    const eerst = await app.stuur(pad, { ...velden, ...ANDERS, reden: 'eerst', waarom: 'eerst' }, MANAGER)
    assert.equal(eerst.status, 303, `${pad} ${eerst.woorden.slice(0, 500)}`)
    const botsing = await app.stuur(
      pad,
      { ...velden, ...ANDERS, reden: 'b', titel: 'B', naam: 'B', waarom: 'b' },
      MANAGER,
    )
    assert.ok([303, 409].includes(botsing.status), pad)
    for (const { tekst } of [fout, botsing].filter(({ status }) => status !== 303)) {
      const { results } = await keur.validateString(tekst)
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        [],
        pad,
      )
    }
  }
})

const ANDERS = {
  titel: 'A',
  naam: 'A',
  op: '2025',
  'wat.open': 'A',
  'bedrag.2024.rijk': '7',
  'naam.N1': 'A',
  'eenheid.N1': 'A',
}

test('een ander plan dan het hoofdplan is langs zijn eigen adres te wijzigen', async () => {
  const tweede = (gemeente: string): Plan => {
    const plan = kleinPlan(gemeente)
    return { ...plan, programma: { ...plan.programma, id: 'tweede' as Plan['programma']['id'] } }
  }
  const app = await maakProefapp({ databank, naast: [tweede] })
  const overzicht = await app.haal('/plannen/tweede/wijzigen', MANAGER)
  assert.match(overzicht.tekst, /href="\/plannen\/tweede\/wijzigen\/onderdelen\/inloop"/u)
  const pad = '/plannen/tweede/wijzigen/onderdelen/inloop'
  const antwoord = await app.stuur(pad, { ...(await open(app, pad)), titel: 'Tweede', waarom: 'x' }, MANAGER)
  assert.equal(antwoord.naar, '/plannen/tweede/onderdelen/inloop?versie=2')
  assert.equal((await nieuwstePlan(app)).versie, 1, 'het hoofdplan blijft zoals het was')
})

test('wie iets anders verandert, botst niet: een ander onderdeel, de mijlpalen of het geld', async () => {
  const app = await maak()
  const basis = '1'
  const paden = [
    '/wijzigen/onderdelen/inloop',
    '/wijzigen/onderdelen/inloop/mijlpalen',
    '/wijzigen/onderdelen/inloop/raming',
    '/wijzigen/onderdelen/steun',
  ]
  const formulieren = await Promise.all(paden.map((pad) => open(app, pad)))
  const anders = [{ titel: 'A' }, { 'wat.N1': 'B' }, { 'bedrag.2024.rijk': '1' }, { titel: 'C' }]
  for (const [i, pad] of paden.entries()) {
    const antwoord = await app.stuur(pad, { ...formulieren[i], ...anders[i], basis, waarom: 'x' }, MANAGER)
    assert.equal(antwoord.status, 303, `${pad}: ${antwoord.woorden.slice(0, 300)}`)
  }
  const { plan, versie } = await nieuwstePlan(app)
  assert.equal(versie, 5)
  assert.deepEqual(
    [plan.onderdelen[0]?.titel, plan.onderdelen[0]?.mijlpalen.length, plan.onderdelen[1]?.titel],
    ['A', 2, 'C'],
  )
})

test('van tweehonderd gelijktijdige formulieren voor één onderdeel lukt er één, en de rest hoort waarom', {
  timeout: 60_000,
}, async () => {
  const app = await maak()
  const pad = '/wijzigen/onderdelen/inloop'
  const velden = await open(app, pad)
  const antwoorden = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      app.stuur(pad, { ...velden, titel: `Titel ${i}`, waarom: `poging ${i}` }, MANAGER),
    ),
  )
  const met = (status: number) => antwoorden.filter((antwoord) => antwoord.status === status)
  assert.deepEqual([met(303).length, met(409).length], [1, 199])
  for (const [i, antwoord] of antwoorden.entries())
    if (antwoord.status === 409) assert.equal(veldenUit(antwoord.tekst)['titel'], `Titel ${i}`)
  assert.equal((await nieuwstePlan(app)).versie, 2)
})
