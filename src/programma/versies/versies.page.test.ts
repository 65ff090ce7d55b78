import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { stelVast, wijzigPlan } from '#programma/plan.flow.ts'
import { findBesluiten, findPlankoppen, findVaststellingen, findVersies } from '#programma/plan.store.ts'
import { versePglite } from '#test/databanken.ts'
import { metTitel } from '#test/geladen.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import { MATRIX, ROLLEN, type Rol } from '#toegang/matrix.ts'

const MANAGER = ['programmamanager'] as const
const CONCEPTLEZERS: readonly string[] = MATRIX['plan.concept.lezen']

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

async function wijzig(app: Proefapp, titel: string, waarom: string): Promise<void> {
  const bezoek = await app.bezoek(MANAGER)
  const [kop] = await app.db.lees(findPlankoppen)
  const invoer = {
    plan: 'proef',
    basis: kop?.laatsteVersie ?? 0,
    waarom,
    verander: metTitel('inloop', titel),
  }
  assert.ok((await wijzigPlan(bezoek, invoer)).ok)
}

const BESLUIT = { orgaan: 'raad', datum: '29-02-2024', nummer: '2024-7', onderwerp: 'Bijstelling' }

/** Versie 1 geldt, 2 is een concept dat niemand vaststelde, 3 geldt nu, 4 is concept. */
async function metGeschiedenis(): Promise<Proefapp> {
  const app = await maakProefapp({ databank })
  await wijzig(app, 'Tussennaam', 'geheime tussenstap')
  await wijzig(app, 'Derde naam', 'naam gekozen')
  const vast = await app.stuur('/vaststellen', { ...BESLUIT, versie: '3' }, MANAGER)
  assert.deepEqual([vast.status, vast.naar], [303, '/versies/3'])
  await wijzig(app, 'Vierde naam', 'geheim concept')
  return app
}

test('de geschiedenis: wie alles mag zien ziet alles, de rest alleen wat is vastgesteld', async () => {
  const app = await metGeschiedenis()
  for (const rol of [undefined, ...ROLLEN]) {
    const als: Rol[] = rol === undefined ? [] : [rol]
    const mag = rol !== undefined && CONCEPTLEZERS.includes(rol)
    const lijst = await app.haal('/versies', als)
    assert.equal(lijst.status, 200)
    for (const geheim of [
      'geheime tussenstap',
      'geheim concept',
      'Proef programmamanager',
      'Versie 2',
      'Versie 4',
    ])
      assert.equal(lijst.woorden.includes(geheim), mag, `${rol} ziet ${geheim}`)
    assert.ok(lijst.woorden.includes('naam gekozen'))
    assert.ok(lijst.woorden.includes('gemeenteraad, 29 februari 2024, nummer 2024-7'))
    for (const pad of ['/versies/2', '/versies/4', '/versies/1/2', '/versies/3/4', '/versies/2/3'])
      assert.equal((await app.haal(pad, als)).status, mag ? 200 : 404, `${rol} ${pad}`)
  }
})

test('een versie toont wat zij veranderde sinds de vorige die de lezer mag zien', async () => {
  const app = await metGeschiedenis()
  const openbaar = await app.haal('/versies/3')
  assert.match(openbaar.woorden, /Wat er anders is dan in versie 1\..*titel Inloop in het dorp Derde naam/u)
  assert.ok(!openbaar.woorden.includes('Tussennaam'))
  assert.ok(!openbaar.woorden.includes('Proef programmamanager'))
  const manager = await app.haal('/versies/3', MANAGER)
  assert.match(manager.woorden, /dan in versie 2\..*titel Tussennaam Derde naam/u)
  assert.ok(manager.woorden.includes('Proef programmamanager'))
  assert.match((await app.haal('/versies/1/4', MANAGER)).woorden, /titel Inloop in het dorp Vierde naam/u)
  assert.match((await app.haal('/versies/4/1', MANAGER)).woorden, /titel Vierde naam Inloop in het dorp/u)
  assert.ok((await app.haal('/versies/1')).woorden.includes('de eerste versie'))
})

test('twee versies kiezen werkt zonder script', async () => {
  const app = await metGeschiedenis()
  const lijst = await app.haal('/versies')
  assert.match(lijst.tekst, /<form[^>]*action="\/versies\/vergelijk"[^>]*method="get"/u)
  assert.equal((lijst.tekst.match(/<select/gu) ?? []).length, 2)
  assert.ok(!/<script[^>]*>[^<]/u.test(lijst.tekst))
  assert.equal((await app.haal('/versies/vergelijk?van=1&tot=3')).naar, '/versies/1/3')
  for (const vraag of ['van=1&tot=4', 'van=1&tot=1', 'van=x&tot=3', '', "van=1'--&tot=<b>"])
    assert.equal((await app.haal(`/versies/vergelijk?${encodeURI(vraag)}`)).naar, '/versies', vraag)
})

test('een adres dat niet klopt bestaat niet', async () => {
  const app = await metGeschiedenis()
  for (const pad of [
    '/versies/0',
    '/versies/5',
    '/versies/x',
    '/versies/1/99',
    '/versies/-1',
    '/versies/stuk/onderdeel/weg',
    '/versies/stuk/onzin/inloop',
    '/versies/stuk/constructor/inloop',
    `/versies/stuk/onderdeel/${encodeURIComponent("inloop'; drop table programma_stuk; --")}`,
  ])
    assert.equal((await app.haal(pad, MANAGER)).status, 404, pad)
})

test('de geschiedenis van een ding verraadt geen concepten', async () => {
  const app = await metGeschiedenis()
  const openbaar = await app.haal('/versies/stuk/onderdeel/inloop')
  assert.equal(openbaar.status, 200)
  assert.match(openbaar.woorden, /titel Inloop in het dorp Derde naam/u)
  for (const geheim of ['Tussennaam', 'Vierde naam', 'geheim', 'Proef programmamanager'])
    assert.ok(!openbaar.woorden.includes(geheim), geheim)
  const manager = await app.haal('/versies/stuk/onderdeel/inloop', MANAGER)
  for (const tekst of ['Tussennaam', 'Vierde naam', 'geheime tussenstap', 'Proef programmamanager', 'Geld'])
    assert.ok(manager.woorden.includes(tekst), tekst)
})

test('bladeren door veel versies', async () => {
  const app = await maakProefapp({ databank })
  for (let i = 0; i < 52; i++) await wijzig(app, `Naam ${i}`, `stap ${i}`)
  const eerste = await app.haal('/versies', MANAGER)
  assert.match(eerste.tekst, /href="\/versies\?voor=4"/u)
  const tweede = await app.haal('/versies?voor=4', MANAGER)
  assert.ok(tweede.woorden.includes('stap 1') && !tweede.woorden.includes('stap 9'))
  const vast = await app.db.lees((lezer) => findVersies(lezer, 'proef', 10, null, true))
  assert.deepEqual(
    vast.map(({ nummer }) => nummer),
    [1],
  )
})

test('vaststellen toont eerst wat het verandert, en kan met een nieuw of een bestaand besluit', async () => {
  const app = await maakProefapp({ databank })
  const niets = await app.haal('/vaststellen', MANAGER)
  assert.ok(niets.woorden.includes('De nieuwste versie is al vastgesteld'))
  await wijzig(app, 'Nieuwe naam', 'x')
  const scherm = await app.haal('/vaststellen', MANAGER)
  assert.match(scherm.woorden, /Versie 2 nu geldt versie 1/u)
  assert.match(scherm.woorden, /titel Inloop in het dorp Nieuwe naam/u)
  const leeg = await app.stuur(
    '/vaststellen',
    { versie: '2', onderwerp: '<b>x</b>', datum: '1-1-2999' },
    MANAGER,
  )
  assert.equal(leeg.status, 400)
  for (const zin of ['Kies het orgaan dat besloot uit de lijst.', 'Deze dag is nog niet geweest.'])
    assert.ok(leeg.woorden.includes(zin), zin)
  assert.ok(leeg.tekst.includes('value="&lt;b&gt;x&lt;/b&gt;"'))
  const [besluit] = await app.db.lees(findBesluiten)
  const gekozen = { versie: '2', besluit: besluit?.id ?? '' }
  assert.equal((await app.stuur('/vaststellen', { ...gekozen, besluit: 'x' }, MANAGER)).status, 409)
  assert.equal((await app.stuur('/vaststellen', gekozen, MANAGER)).status, 303)
  assert.deepEqual((await app.db.lees(findPlankoppen))[0]?.vastgesteldeVersies, [1, 2])
  assert.equal((await app.db.lees(findBesluiten)).length, 1)
  assert.deepEqual(
    (await app.db.lees(findVaststellingen)).map(({ versie, besluit: id }) => [versie, id === besluit?.id]),
    [
      [2, true],
      [1, true],
    ],
  )
  const weer = await app.stuur('/vaststellen', gekozen, MANAGER)
  assert.equal(weer.status, 409)
  assert.ok(weer.woorden.includes('al vastgesteld'))
})

test('wie niet mag vaststellen of vastleggen, kan dat langs geen weg', async () => {
  const app = await maakProefapp({ databank })
  await wijzig(app, 'Nieuwe naam', 'x')
  for (const rol of [undefined, ...ROLLEN]) {
    if (rol === 'programmamanager') continue
    const als: Rol[] = rol === undefined ? [] : [rol]
    assert.notEqual((await app.haal('/vaststellen', als)).status, 200, `${rol}`)
    assert.ok([401, 403].includes((await app.stuur('/vaststellen', { ...BESLUIT, versie: '2' }, als)).status))
    assert.ok([401, 403].includes((await app.stuur('/besluiten', BESLUIT, als)).status), `${rol}`)
    const register = await app.haal('/besluiten', als)
    assert.equal(register.status, 200)
    assert.ok(!register.tekst.includes('<form class="oz-formulier"'), `${rol}`)
    const uitkomst = await stelVast(app.kamer.boekhouder, await app.bezoek(als), 'proef', 2, {
      bestaand: 'x',
    })
    assert.deepEqual(uitkomst, { ok: false, reden: { code: 'mag_niet' } })
  }
  assert.deepEqual((await app.db.lees(findPlankoppen))[0]?.vastgesteldeVersies, [1])
})

test('het register: openbaar, met wat een besluit vaststelde en wat nog te bevestigen is', async () => {
  const app = await maakProefapp({ databank })
  const gif = `<script>alert(1)</script>"'; drop table programma_besluit; --`
  const fout = await app.stuur(
    '/besluiten',
    { orgaan: "raad'--", datum: 'zomer 2024', nummer: 'n'.repeat(101) },
    MANAGER,
  )
  assert.equal(fout.status, 400)
  for (const zin of [
    'Kies het orgaan',
    'Schrijf de dag van het besluit',
    'Maak het nummer korter',
    'Vul waarover het besluit gaat in',
  ])
    assert.ok(fout.woorden.includes(zin), zin)
  const goed = { ...BESLUIT, orgaan: 'college', nummer: gif.slice(0, 90), onderwerp: gif, teBevestigen: 'ja' }
  assert.equal((await app.stuur('/besluiten', goed, MANAGER)).naar, '/besluiten')
  const register = await app.haal('/besluiten')
  assert.ok(!register.tekst.includes('<script>alert'))
  for (const tekst of [
    gif,
    'college van burgemeester en wethouders',
    '29 februari 2024',
    'te bevestigen',
    'Proefprogramma, versie 1',
  ])
    assert.ok(register.woorden.includes(tekst), tekst)
  assert.equal((await app.db.lees(findBesluiten)).length, 2)
})
