import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { findRekeningsaldi } from '#grootboek/deur.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp } from '#test/programma-app.ts'
import { ROLLEN, type Rol } from '#toegang/deur.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const ADVISEUR: Rol[] = ['financieel-adviseur', 'programmamanager']
const ADRES = '/jaareinde/overhevelen?jaar=2025&onderdeel=inloop&bron=rijk'
const VOORSTEL = { bedrag: '1.000', naarJaar: '2026', reden: 'Verbouwing loopt door' }
const BESLUIT = { orgaan: 'raad', datum: '1 juni 2026', nummer: '26-6', onderwerp: 'Overheveling' }

test('van wat over is naar het volgende jaar, en dan het jaar afsluiten', async () => {
  const app = await maakProefapp({ databank })
  const over = await app.haal('/jaareinde?jaar=2025', ADVISEUR)
  assert.match(over.woorden, /Inloop in het dorp Bijdrage van het Rijk Voorstellen 3\.000/u)
  assert.match(over.woorden, /Totaal 6\.000,01/u)
  const gedaan = await app.stuur(ADRES, VOORSTEL, ['budgethouder'])
  assert.equal(gedaan.status, 303, gedaan.woorden)
  const pad = gedaan.naar ?? ''
  const open = await app.stuur('/jaareinde/sluiten', { jaar: '2025' }, ADVISEUR)
  assert.equal(open.status, 409)
  assert.match(open.woorden, /Er wacht nog 1 voorstel op een besluit/u)
  assert.equal((await app.stuur(`${pad}/besluit`, { stand: 'vastgesteld' }, ADVISEUR)).status, 400)
  assert.equal(
    (await app.stuur(`${pad}/besluit`, { stand: 'gemachtigd', ...BESLUIT, orgaan: 'college' }, ADVISEUR))
      .status,
    303,
  )
  assert.match((await app.haal(pad, ADVISEUR)).woorden, /Voorlopig gemachtigd/u)
  assert.equal(
    (await app.stuur(`${pad}/besluit`, { stand: 'vastgesteld', ...BESLUIT }, ADVISEUR)).status,
    303,
  )
  const klaar = await app.haal(pad, ADVISEUR)
  assert.match(klaar.woorden, /Vastgesteld/u)
  assert.ok(!klaar.tekst.includes('name="besluit"'))
  assert.equal(
    (await app.stuur('/jaareinde/sluiten', { jaar: '2025' }, ADVISEUR)).naar,
    '/jaareinde?jaar=2025',
  )
  assert.match((await app.haal('/jaareinde?jaar=2025', ADVISEUR)).woorden, /Er is niets over/u)
  assert.match(
    (await app.stuur('/jaareinde/sluiten', { jaar: '2025' }, ADVISEUR)).woorden,
    /niets meer over/u,
  )
  const saldi = await app.db.lees((lezer) =>
    findRekeningsaldi(lezer, ['proef:rijk:ruimte:inloop:2026', 'proef:rijk:vrijval']),
  )
  assert.deepEqual(Object.fromEntries(saldi), {
    'proef:rijk:ruimte:inloop:2026': 1_000_00,
    'proef:rijk:vrijval': 2_000_00,
  })
})

test('elke fout staat bij haar veld, en een budget dat er niet is geeft een pagina die dat zegt', async () => {
  const app = await maakProefapp({ databank })
  for (const [anders, zin] of [
    [{ bedrag: 'x' }, /herkennen ‘x’ niet als bedrag/u],
    [{ bedrag: '0' }, /boven nul/u],
    [{ bedrag: '3.000,01' }, /hoogstens € 3\.000,00/u],
    [{ naarJaar: '2025' }, /Kies een later jaar/u],
    [{ vervaltOp: 'straks' }, /laatste dag voluit/u],
    [{ vervaltOp: '1 januari 2026', voorwaarde: 'x' }, /al voorbij/u],
    [{ voorwaarde: 'vergunning' }, /horen bij elkaar/u],
    [{ reden: ' ' }, /waarom/u],
  ] as const) {
    const fout = await app.stuur(ADRES, { ...VOORSTEL, ...anders }, ADVISEUR)
    assert.ok([400, 409].includes(fout.status), `${JSON.stringify(anders)} ${fout.status}`)
    assert.match(fout.woorden, zin)
    assert.match(fout.tekst, /aria-invalid/u)
  }
  for (const weg of ['onderdeel=weg', 'onderdeel=inloop&bron=weg', 'onderdeel=inloop&jaar=x'])
    assert.equal((await app.haal(`/jaareinde/overhevelen?${weg}`, ADVISEUR)).status, 404)
  assert.equal((await app.haal('/jaareinde/overhevelingen/x', ADVISEUR)).status, 404)
})

test('een voorstel met voorwaarde laten vervallen, en de knop die niets te doen heeft', async () => {
  const app = await maakProefapp({ databank })
  const velden = { ...VOORSTEL, voorwaarde: 'vergunning', vervaltOp: '15 juni 2026' }
  const pad = (await app.stuur(ADRES, velden, ADVISEUR)).naar ?? ''
  assert.match((await app.haal(pad, ADVISEUR)).woorden, /besluiten kan tot en met 15 juni 2026/u)
  assert.match(
    (await app.stuur('/jaareinde/verval', { jaar: '2025' }, ADVISEUR)).woorden,
    /niets dat vervalt/u,
  )
  assert.equal((await app.stuur(`${pad}/vervallen`, { reden: '' }, ADVISEUR)).status, 400)
  assert.equal((await app.stuur(`${pad}/vervallen`, { reden: 'Geen vergunning' }, ADVISEUR)).status, 303)
  const na = await app.haal(pad, ADVISEUR)
  assert.match(na.woorden, /Vervallen .*Geen vergunning/u)
})

test('alleen wie het mag, ziet en doet dit', async () => {
  const app = await maakProefapp({ databank })
  const pad = (await app.stuur(ADRES, VOORSTEL, ADVISEUR)).naar ?? ''
  for (const rol of [undefined, ...ROLLEN]) {
    const als: Rol[] = rol === undefined ? [] : [rol]
    const binnen = !['inwoner', 'raadslid', undefined].includes(rol)
    for (const adres of ['/jaareinde', pad])
      assert.equal((await app.haal(adres, als)).status === 200, binnen, `${rol} ${adres}`)
    const boekt = rol === 'financieel-adviseur'
    assert.equal(
      [400, 409].includes((await app.stuur(`${pad}/vervallen`, { reden: '' }, als)).status),
      boekt,
      `${rol}`,
    )
    assert.equal(
      [200, 409].includes((await app.stuur('/jaareinde/sluiten', { jaar: '2025' }, als)).status),
      boekt,
      `${rol}`,
    )
  }
})
