import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { findRekeningsaldi } from '#grootboek/deur.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import { ROLLEN, type Rol } from '#toegang/deur.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const MANAGER: Rol[] = ['programmamanager']
const BUDGETHOUDER: Rol[] = ['budgethouder']
const GEHEIM = 'Geheime reden van het voorstel'
const REGELS = {
  'wat.R1': 'onderdeel',
  'onderdeel.R1': 'Steun aan huis',
  'bron.R1': 'rijk',
  'jaar.R1': '2025',
  'bedrag.R1': '1.000',
  'aard.R1': 'structureel',
  sluit: 'ja',
  toelichting: GEHEIM,
}
const BESLUIT = { orgaan: 'raad', datum: '1 april 2025', nummer: '25-4', onderwerp: 'Meer steun' }

const stelVoor = async (app: Proefapp, velden: Record<string, string> = {}): Promise<string> => {
  const gedaan = await app.stuur('/begrotingswijzigingen/nieuw', { ...REGELS, ...velden }, BUDGETHOUDER)
  assert.equal(gedaan.status, 303, gedaan.woorden)
  return gedaan.naar ?? ''
}

test('van formulier tot boeking, en pas dan openbaar, zonder reden en zonder naam', async () => {
  const app = await maakProefapp({ databank })
  assert.match((await app.haal('/begrotingswijzigingen')).woorden, /nog geen begrotingswijzigingen/u)
  const pad = await stelVoor(app)
  assert.equal((await app.haal(pad)).status, 404)
  assert.equal((await app.haal(pad, ['raadslid'])).status, 404)
  const voorstel = await app.haal(pad, MANAGER)
  for (const tekst of [GEHEIM, 'Gemeenteraad', 'Het programma mag in een jaar meer kosten', 'eenmalig'])
    assert.ok(voorstel.woorden.includes(tekst), tekst)
  const zonder = await app.stuur(`${pad}/besluit`, {}, MANAGER)
  assert.equal(zonder.status, 400)
  assert.match(zonder.woorden, /Kies het besluit/u)
  assert.equal((await app.stuur(`${pad}/besluit`, BESLUIT, MANAGER)).status, 303)
  assert.equal((await app.stuur(`${pad}/boeken`, {}, MANAGER)).status, 303)
  const openbaar = await app.haal(pad)
  assert.equal(openbaar.status, 200)
  assert.ok(!openbaar.tekst.includes(GEHEIM))
  assert.ok(!openbaar.tekst.includes('Proef budgethouder'))
  assert.ok(!openbaar.tekst.includes('<form class="oz-formulier"'))
  assert.match(openbaar.tekst, /href="\/boekingen\/2"/u)
  const lijst = await app.haal('/begrotingswijzigingen')
  assert.match(lijst.woorden, /Begrotingswijziging 1 2025 geboekt gemeenteraad, 1 april 2025/u)
  assert.match(lijst.woorden, /1\.000/u)
  const saldi = await app.db.lees((lezer) => findRekeningsaldi(lezer, ['proef:rijk:ruimte:steun:2025']))
  assert.deepEqual([...saldi.values()], [1_000_00])
})

test('fouten staan bij hun veld en wat getypt is blijft staan; meer regels verliest niets', async () => {
  const app = await maakProefapp({ databank })
  const fout = await app.stuur(
    '/begrotingswijzigingen/nieuw',
    {
      ...REGELS,
      'onderdeel.R1': 'Bestaat niet',
      'bedrag.R1': 'veel',
      'jaar.R1': '25',
      'bron.R1': 'x',
      toelichting: '',
    },
    BUDGETHOUDER,
  )
  assert.equal(fout.status, 400)
  for (const zin of [
    'Noem het onderdeel',
    'herkennen ‘veel’ niet',
    'Schrijf het jaar met vier cijfers',
    'Kies een bron',
    'Vul waarom dit nodig is in',
  ])
    assert.ok(fout.woorden.includes(zin), zin)
  assert.ok(fout.tekst.includes('value="Bestaat niet"'))
  const scheef = await app.stuur('/begrotingswijzigingen/nieuw', { ...REGELS, sluit: '' }, BUDGETHOUDER)
  assert.equal(scheef.status, 400)
  assert.match(scheef.woorden, /Bijdrage van het Rijk wordt € 1.000,00 meer toebedeeld/u)
  const meer = await app.stuur('/begrotingswijzigingen/nieuw', { ...REGELS, meer: 'ja' }, BUDGETHOUDER)
  assert.equal(meer.status, 200)
  assert.ok(meer.tekst.includes('name="bedrag.R5"') && meer.tekst.includes(GEHEIM))
})

test('verdelen over bronnen: een voorstel dat alles verplaatst en niets maakt', async () => {
  const app = await maakProefapp({ databank })
  const pagina = await app.haal('/begrotingswijzigingen/verdelen', BUDGETHOUDER)
  assert.match(pagina.woorden, /Heeft € 7\.000 te verdelen/u)
  assert.match(pagina.woorden, /Steun aan huis 2025 3\.000,01/u)
  const leeg = await app.stuur(
    '/begrotingswijzigingen/verdelen',
    { wijze: 'aandelen', toelichting: 'x' },
    BUDGETHOUDER,
  )
  assert.equal(leeg.status, 400)
  assert.match(leeg.woorden, /minstens één bron/u)
  const velden = { wijze: 'waterval', 'aandeel.rijk': '1', toelichting: 'Het Rijk betaalt', jaar: '2025' }
  const gedaan = await app.stuur('/begrotingswijzigingen/verdelen', velden, BUDGETHOUDER)
  assert.equal(gedaan.status, 303, gedaan.woorden)
  const pad = gedaan.naar ?? ''
  await app.stuur(`${pad}/besluit`, { ...BESLUIT, orgaan: 'college' }, MANAGER)
  assert.equal((await app.stuur(`${pad}/boeken`, {}, MANAGER)).status, 303)
  const saldi = await app.db.lees((lezer) =>
    findRekeningsaldi(lezer, [
      'proef:rijk:ruimte:steun:2025',
      'proef:-:ruimte:steun:2025',
      'proef:rijk:dekking',
      'proef:-:dekking',
    ]),
  )
  assert.deepEqual(Object.fromEntries(saldi), {
    'proef:rijk:ruimte:steun:2025': 3_000_01,
    'proef:-:ruimte:steun:2025': 0,
    'proef:rijk:dekking': 3_999_99,
    'proef:-:dekking': -4_000_00,
  })
})

test('afwijzen en intrekken vragen een reden, en de regels van de gemeente hebben hun eigen pagina', async () => {
  const app = await maakProefapp({ databank })
  const pad = await stelVoor(app)
  assert.equal((await app.stuur(`${pad}/afwijzen`, {}, MANAGER)).status, 400)
  assert.equal((await app.stuur(`${pad}/intrekken`, { reden: 'Niet nodig' }, BUDGETHOUDER)).status, 303)
  assert.equal((await app.stuur(`${pad}/afwijzen`, { reden: 'x' }, MANAGER)).status, 409)
  assert.match((await app.haal(pad, MANAGER)).woorden, /Ingetrokken/u)
  const regels = await app.haal('/begrotingswijzigingen/regels', ['beheerder'])
  assert.equal(regels.tekst.split('te bevestigen').length - 1, 7)
  const velden = {
    'orgaan-beleid': 'raad',
    'orgaan-hoger-totaal': 'college',
    'orgaan-reserve': 'raad',
    'orgaan-binnen-groep': 'budgethouder',
    'orgaan-anders': 'college',
    'grens-binnen-groep': '25.000',
    'grens-rechtmatigheid': '2,5',
  }
  const fout = await app.stuur(
    '/begrotingswijzigingen/regels',
    { ...velden, 'orgaan-beleid': 'koning', 'grens-rechtmatigheid': '300', 'grens-binnen-groep': '-1' },
    ['beheerder'],
  )
  assert.equal(fout.status, 400)
  for (const zin of ['Kies wie besluit', 'Vul een percentage in', 'nul of meer'])
    assert.ok(fout.woorden.includes(zin), zin)
  assert.equal((await app.stuur('/begrotingswijzigingen/regels', velden, ['beheerder'])).status, 303)
  const na = await app.haal('/begrotingswijzigingen/regels', ['beheerder'])
  assert.ok(!na.tekst.includes('te bevestigen') && na.tekst.includes('value="2,5"'))
})

test('geen andere rol komt bij een formulier of een stap', async () => {
  const app = await maakProefapp({ databank })
  const pad = await stelVoor(app)
  for (const rol of [undefined, ...ROLLEN]) {
    const als: Rol[] = rol === undefined ? [] : [rol]
    const stelt = ['programmamanager', 'budgethouder', 'financieel-adviseur'].includes(rol ?? '')
    const boekt = ['programmamanager', 'financieel-adviseur'].includes(rol ?? '')
    for (const formulier of ['/begrotingswijzigingen/nieuw', '/begrotingswijzigingen/verdelen'])
      assert.equal((await app.haal(formulier, als)).status === 200, stelt, `${rol} ${formulier}`)
    const afgewezen = await app.stuur(`${pad}/afwijzen`, { reden: ' ' }, als)
    assert.equal(afgewezen.status === 400, boekt, `${rol}`)
    assert.equal((await app.stuur(`${pad}/boeken`, {}, als)).status === 409, boekt, `${rol}`)
  }
})
