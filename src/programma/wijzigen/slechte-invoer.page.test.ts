import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { wijzigPlan } from '#programma/plan.flow.ts'
import type { Plan } from '#programma/plan.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import { MANAGER, nieuwstePlan, open, SCHERMEN } from '#test/wijzigschermen.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const maak = (): Promise<Proefapp> => maakProefapp({ databank })

const GIF = `<script>alert(1)</script>"'; drop table programma_plan; -- ' or 1=1 {{7*7}} \${x} &amp; %00 \u202e\u0000\ud800`

test('opmaak en SQL blijven tekst, in elk veld', async () => {
  const app = await maak()
  for (const pad of SCHERMEN) {
    const velden = await open(app, pad)
    const giftig = Object.fromEntries(
      Object.keys(velden).map((naam) => [naam, naam === 'basis' ? (velden[naam] ?? '') : GIF]),
    )
    const antwoord = await app.stuur(pad, giftig, MANAGER)
    assert.ok([303, 400].includes(antwoord.status), `${pad}: ${antwoord.status}`)
    assert.ok(!antwoord.tekst.includes('<script>alert'), pad)
  }
  const pad = '/wijzigen/onderdelen/steun'
  const velden = await open(app, pad)
  const vrij = {
    titel: GIF,
    doel: GIF,
    aliassen: GIF,
    partners: GIF,
    eigenaarrol: GIF,
    planningtekst: GIF,
    waarom: GIF,
  }
  assert.equal((await app.stuur(pad, { ...velden, ...vrij, code: '<b>' }, MANAGER)).status, 303)
  const { plan } = await nieuwstePlan(app)
  const steun = plan.onderdelen.find(({ id }) => id === 'steun')
  const verwacht = GIF.replace('\u0000', '').replace('\ud800', '\ufffd').trim()
  assert.deepEqual([steun?.titel, steun?.doel, steun?.partners], [verwacht, verwacht, [verwacht]])
  for (const plek of [pad, '/wijzigen', '/onderdelen/steun?versie=2']) {
    const scherm = await app.haal(plek, MANAGER)
    assert.ok(!scherm.tekst.includes('<script>alert'), plek)
  }
  assert.equal((await open(app, pad))['titel'], verwacht)
})

test('een groot plan is te doorzoeken en te bladeren', async () => {
  const app = await maak()
  const bezoek = await app.bezoek(MANAGER)
  const veel = (plan: Plan): unknown => ({
    ...plan,
    onderdelen: Array.from({ length: 250 }, (_, i) => ({
      ...plan.onderdelen[i % 2],
      id: i < 2 ? plan.onderdelen[i]?.id : `extra-${i}`,
      titel: `Onderdeel nummer ${i}`,
    })),
  })
  assert.ok((await wijzigPlan(bezoek, { plan: 'proef', basis: 1, waarom: 'x', verander: veel })).ok)
  const rijen = (html: string): number => (html.match(/\/raming"/gu) ?? []).length
  const eerste = await app.haal('/wijzigen', MANAGER)
  assert.equal(rijen(eerste.tekst), 100)
  assert.equal(rijen((await app.haal('/wijzigen?pagina=3', MANAGER)).tekst), 50)
  assert.equal(rijen((await app.haal('/wijzigen?pagina=99', MANAGER)).tekst), 50)
  assert.equal(rijen((await app.haal('/wijzigen?zoek=NUMMER%20249', MANAGER)).tekst), 1)
  const giftig = await app.haal(
    `/wijzigen?zoek=${encodeURIComponent('"><script>alert(1)</script>')}&pagina=-1`,
    MANAGER,
  )
  assert.equal(giftig.status, 200)
  assert.ok(!giftig.tekst.includes('<script>alert'))
  assert.ok(giftig.woorden.includes('Geen onderdeel gevonden'))
})

test('een onbruikbaar formulier of een onbekend ding geeft een gewone fout', async () => {
  const app = await maak()
  assert.equal((await app.haal('/wijzigen/onderdelen/weg', MANAGER)).status, 404)
  const pad = '/wijzigen/onderdelen/inloop'
  const velden = await open(app, pad)
  for (const basis of ['', '0', '9', '-1', '1; drop table x', '999999999999'])
    assert.equal(
      (await app.stuur(pad, { ...velden, basis, titel: 'X', waarom: 'x' }, MANAGER)).status,
      400,
      basis,
    )
  const weg = await app.stuur('/wijzigen/onderdelen/weg', { ...velden, waarom: 'x' }, MANAGER)
  assert.equal(weg.status, 400)
  assert.ok(weg.woorden.includes('Dit onderdeel is er niet meer.'))
  const lang = await app.stuur(
    pad,
    { ...velden, titel: 'a'.repeat(501), doel: 'b'.repeat(10_001), waarom: 'c'.repeat(501) },
    MANAGER,
  )
  assert.equal(lang.status, 400)
  assert.ok(lang.woorden.includes('er mogen 500 tekens in en het zijn er 501'))
  assert.equal((await nieuwstePlan(app)).versie, 1)
})
