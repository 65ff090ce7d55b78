import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { datum } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { maakPrognoses } from '#programma/prognose/prognose.flow.ts'
import { findVersies } from '#programma/voortgang/voortgang.store.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import { KWARTAAL, VERKLARING, zetRollen } from '#test/voortgang.ts'
import type { Rol } from '#toegang/deur.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const HOUDER: Rol[] = ['budgethouder']
const MANAGER: Rol[] = ['programmamanager']
const SLEUTEL = '2025-Q2'
const VELDEN = {
  'gezien.inloop': '0',
  'inhoud-stand.inloop': 'op-koers',
  'gedaan.inloop': 'De deur ging open.',
  'komt.inloop': 'Een tweede middag.',
}

async function begin(): Promise<Proefapp> {
  const app = await maakProefapp({ databank })
  const open = { kwartaal: SLEUTEL, deadline: '20 juni 2026' }
  const naar = await app.stuur('/voortgang/uitvraag', open, MANAGER)
  assert.equal(naar.naar, `/voortgang/uitvraag/${SLEUTEL}`)
  return app
}
const fasen = async (app: Proefapp): Promise<string[]> =>
  (await app.db.lees((lezer) => findVersies(lezer, 'proef', KWARTAAL))).map(
    ({ onderdeel, fase }) => `${onderdeel} ${fase}`,
  )

test('van opvragen tot openbaar, langs de schermen', async () => {
  const app = await begin()
  assert.match((await app.haal('/voortgang')).woorden, /Er is nog geen voortgang gemeld/u)
  const leeg = await app.haal('/mijn-voortgang', HOUDER)
  for (const zin of [
    /0 van 2 onderdelen ingediend/u,
    /nog 5 dagen/u,
    /Begroot in 2025 €\s3\.000/u,
    /Voorstel: geen gegevens/u,
  ])
    assert.match(leeg.woorden, zin)
  const concept = await app.stuur(`/mijn-voortgang/${SLEUTEL}`, { ...VELDEN, doe: 'bewaar' }, HOUDER)
  assert.equal(concept.naar, `/mijn-voortgang?kwartaal=${SLEUTEL}&ingediend=0#gedaan`)
  assert.match((await app.haal('/mijn-voortgang', HOUDER)).tekst, /De deur ging open\./u)
  const ingediend = await app.stuur(
    `/mijn-voortgang/${SLEUTEL}`,
    { ...VELDEN, 'gezien.inloop': '1', doe: 'indienen:inloop' },
    HOUDER,
  )
  assert.match(ingediend.naar ?? '', /ingediend=1/u)
  const scherm = await app.haal(`/voortgang/uitvraag/${SLEUTEL}`, MANAGER)
  for (const zin of [
    /1 van 2 onderdelen ingediend/u,
    /iedere budgethouder/u,
    /1 onderdeel wacht op uw oordeel/u,
  ])
    assert.match(scherm.woorden, zin)
  const terug = await app.stuur(
    `/voortgang/uitvraag/${SLEUTEL}/oordeel`,
    { 'gezien.inloop': '2', 'opmerking.inloop': 'Noem de dag.', oordeel: 'terug:inloop' },
    MANAGER,
  )
  assert.equal(terug.status, 303)
  assert.match((await app.haal('/mijn-voortgang', HOUDER)).woorden, /stuurde dit terug Noem de dag\./u)
  await app.stuur(
    `/mijn-voortgang/${SLEUTEL}`,
    { ...VELDEN, 'gezien.inloop': '3', 'gedaan.inloop': 'Op 3 mei ging de deur open.', doe: 'indienen' },
    HOUDER,
  )
  await app.stuur(
    `/voortgang/uitvraag/${SLEUTEL}/oordeel`,
    { 'gezien.inloop': '4', oordeel: 'akkoord' },
    MANAGER,
  )
  assert.deepEqual(await fasen(app), [
    'inloop concept',
    'inloop ingediend',
    'inloop teruggestuurd',
    'inloop ingediend',
    'inloop akkoord',
  ])
  const openbaar = await app.haal('/voortgang')
  for (const zin of [
    /van 2 onderdelen 1 op koers en 1 geen gegevens/u,
    /Inloop in het dorp 1\.1 Op koers/u,
    /Op 3 mei/u,
  ])
    assert.match(openbaar.woorden, zin)
  assert.ok(!openbaar.tekst.includes('Noem de dag') && !openbaar.tekst.includes('Proef budgethouder'))
  assert.match(
    (await app.haal('/onderdelen/inloop')).woorden,
    /Hoe het staat Gemeld over het tweede kwartaal 2025/u,
  )
  assert.match((await app.haal('/voortgang/onderdelen/inloop')).woorden, /Gemeld over 1 kwartaal/u)
  assert.match((await app.haal('/')).tekst, /\/voortgang\/onderdelen\/inloop/u)
  const tabel = JSON.parse((await app.haal(`/tabellen/voortgang.json?kwartaal=${SLEUTEL}`)).tekst)
  assert.equal(tabel.rijen.length, 2)
  assert.equal(
    tabel.rijen[0][tabel.kolommen.findIndex((een: { naam: string }) => een.naam === 'inhoud')],
    'Op koers',
  )
})

test('te ver afgeweken: de vier vragen staan er, en zonder antwoord blijft het een concept', async () => {
  const app = await begin()
  await maakPrognoses(await app.bezoek(HOUDER), 'proef', [
    {
      onderdeel: 'inloop',
      jaar: 2025,
      bedragCent: centen(9_000_00),
      peildatum: datum('2025-06-01'),
      zekerheid: 'hoog',
      grond: 'eigen',
      reden: 'De huur.',
    },
  ])
  assert.match((await app.haal('/mijn-voortgang', HOUDER)).woorden, /Beantwoord daarom ook deze vier vragen/u)
  const pad = `/mijn-voortgang/${SLEUTEL}`
  const fout = await app.stuur(pad, { ...VELDEN, doe: 'indienen' }, HOUDER)
  assert.equal(fout.status, 400)
  assert.match(fout.woorden, /4 antwoorden kloppen nog niet/u)
  for (const veld of ['oorzaak', 'maatregel', 'risico', 'prognose'])
    assert.ok(fout.tekst.includes(`href="#veld-${veld}_inloop"`), veld)
  assert.deepEqual(await fasen(app), ['inloop concept'])
  const uitleg = Object.fromEntries(
    Object.entries(VERKLARING).map(([deel, tekst]) => [`${deel}.inloop`, tekst]),
  )
  const goed = await app.stuur(pad, { ...VELDEN, ...uitleg, 'gezien.inloop': '1', doe: 'indienen' }, HOUDER)
  assert.equal(goed.status, 303)
})

test('een ander bewaarde intussen: wat u typte staat er nog, en een tweede keer gaat het door', async () => {
  const app = await begin()
  const pad = `/mijn-voortgang/${SLEUTEL}`
  await app.stuur(pad, { ...VELDEN, doe: 'bewaar' }, HOUDER)
  const botst = await app.stuur(pad, { ...VELDEN, 'gedaan.inloop': 'Mijn tekst.', doe: 'indienen' }, HOUDER)
  assert.equal(botst.status, 400)
  assert.match(botst.woorden, /heeft dit intussen bewaard/u)
  assert.match(botst.tekst, /Mijn tekst\./u)
  assert.match(botst.tekst, /name="gezien\.inloop" value="1"/u)
  const nog = { ...VELDEN, 'gedaan.inloop': 'Mijn tekst.', 'gezien.inloop': '1', doe: 'indienen' }
  assert.equal((await app.stuur(pad, nog, HOUDER)).status, 303)
})

test('sluiten: eerst wat ontbreekt, dan toch; de tweede die sluit hoort wie het al deed', async () => {
  const app = await begin()
  const pad = `/voortgang/uitvraag/${SLEUTEL}`
  await app.stuur(`/mijn-voortgang/${SLEUTEL}`, { ...VELDEN, doe: 'indienen' }, HOUDER)
  const niet = await app.stuur(`${pad}/sluiten`, {}, MANAGER)
  assert.equal(niet.status, 409)
  assert.match(niet.woorden, /Nog niet alles is ingediend: Steun aan huis/u)
  assert.equal((await app.stuur(`${pad}/sluiten`, { toch: 'ja' }, MANAGER)).status, 303)
  const nogeens = await app.stuur(`${pad}/sluiten`, { toch: 'ja' }, MANAGER)
  assert.equal(nogeens.status, 409)
  assert.match(nogeens.woorden, /Proef programmamanager heeft deze uitvraag op 15 juni 2026 al gesloten/u)
  const laat = await app.stuur(
    `/mijn-voortgang/${SLEUTEL}`,
    { ...VELDEN, 'gezien.inloop': '1', 'gedaan.inloop': 'Te laat getypt.', doe: 'indienen' },
    HOUDER,
  )
  assert.equal(laat.status, 409)
  assert.match(laat.woorden, /gesloten\. Wat u typte is niet bewaard, maar staat hieronder nog/u)
  assert.match(laat.tekst, /Te laat getypt\./u)
  const zonder = await app.stuur(`${pad}/heropenen`, { deadline: '1 juli 2026', reden: '' }, MANAGER)
  assert.equal(zonder.status, 400)
  const open = { deadline: '1 juli 2026', reden: 'Er kwam nog een factuur.' }
  assert.equal((await app.stuur(`${pad}/heropenen`, open, MANAGER)).status, 303)
  assert.match(
    (await app.haal(pad, MANAGER)).woorden,
    /Heropend door Proef programmamanager: Er kwam nog een factuur/u,
  )
})

test('eigenaar weg: de taak staat met een zin bij de programmamanager', async () => {
  const app = await begin()
  const houder = await app.bezoek(HOUDER)
  await zetRollen(app.db, houder, HOUDER)
  await zetRollen(app.db, await app.bezoek(MANAGER), MANAGER)
  const aan = { onderdeel: 'inloop', account: houder.wie?.account ?? '' }
  assert.equal((await app.stuur('/voortgang/eigenaren', aan, MANAGER)).status, 303)
  assert.match((await app.haal('/mijn-voortgang', HOUDER)).woorden, /aangewezen als eigenaar/u)
  const weg = { onderdeel: 'inloop', account: 'weg', 'gezien.inloop': '1' }
  assert.equal((await app.stuur('/voortgang/eigenaren', weg, MANAGER)).status, 303)
  const scherm = await app.haal(`/voortgang/uitvraag/${SLEUTEL}`, MANAGER)
  assert.match(
    scherm.woorden,
    /Hiervan is de eigenaar weg Inloop in het dorp\. Deze taak staat nu op uw lijst/u,
  )
  assert.match((await app.haal('/mijn-voortgang', MANAGER)).woorden, /de vorige eigenaar is weg/u)
  assert.ok(!(await app.haal('/mijn-voortgang', HOUDER)).woorden.includes('Inloop in het dorp'))
  const botst = { onderdeel: 'inloop', account: houder.wie?.account ?? '', 'gezien.inloop': '1' }
  assert.equal((await app.stuur('/voortgang/eigenaren', botst, MANAGER)).status, 409)
})

test('de grens: slechte invoer staat er nog, en een goede geldt', async () => {
  const app = await begin()
  const fout = await app.stuur('/voortgang/grens', { procent: '5000', bedrag: 'veel', dagen: '-1' }, MANAGER)
  assert.equal(fout.status, 400)
  assert.match(fout.woorden, /3 antwoorden kloppen nog niet/u)
  assert.ok(fout.tekst.includes('value="veel"'))
  assert.match((await app.haal('/voortgang/grens', MANAGER)).woorden, /te bevestigen/u)
  const goed = { procent: '2,5', bedrag: '10.000', dagen: '14' }
  assert.equal((await app.stuur('/voortgang/grens', goed, MANAGER)).status, 303)
  assert.match((await app.haal('/voortgang/grens', MANAGER)).woorden, /2,5 % of € 10\.000, of 14 dagen/u)
})

test('slechte invoer: kwartaal, dag en adres', async () => {
  const app = await begin()
  for (const [velden, status] of [
    [{ kwartaal: '2025-Q9', deadline: '20 juni 2026' }, 400],
    [{ kwartaal: '2025-Q1', deadline: 'ooit' }, 400],
    [{ kwartaal: '2025-Q1', deadline: '1 juni 2026' }, 400],
    [{ kwartaal: '2099-Q1', deadline: '20 juni 2026' }, 400],
    [{ kwartaal: SLEUTEL, deadline: '20 juni 2026' }, 409],
  ] as const)
    assert.equal(
      (await app.stuur('/voortgang/uitvraag', velden, MANAGER)).status,
      status,
      JSON.stringify(velden),
    )
  for (const pad of ['/voortgang/uitvraag/2025-Q4', '/voortgang/uitvraag/onzin'])
    assert.equal((await app.haal(pad, MANAGER)).status, 404)
  assert.equal((await app.haal('/voortgang/onderdelen/onzin')).status, 404)
  const lang = { ...VELDEN, 'gedaan.inloop': 'x'.repeat(10_001), doe: 'indienen' }
  assert.equal((await app.stuur(`/mijn-voortgang/${SLEUTEL}`, lang, HOUDER)).status, 400)
  assert.deepEqual(await fasen(app), [])
})
