import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { findMetingen } from '#metingen/deur.ts'
import { reeksenVan } from '#programma/doelen/maatstaf.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { maakTabel } from '#programma/tabellen/tabellen.ts'
import { meetplan } from '#test/meetplan.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import { nieuwstePlan, veldenUit } from '#test/wijzigschermen.ts'
import type { Rol } from '#toegang/deur.ts'
import { bestanden } from '#uitwisseling/deur.ts'
import { metingbladen } from '#uitwisseling/lijst/metingblad.ts'

const METER: readonly Rol[] = ['budgethouder']
const VELDEN = {
  tijdvak: '2024',
  waarde: '70,5',
  ontbreekt: '',
  soort: 'definitief',
  bron: 'Panel',
  aantal: '200',
  populatie: '',
  ondergrens: '',
  bovengrens: '',
  toelichting: '',
  reden: '',
}
const PAD = '/doelen/samen/meten/tevreden'

let app: Proefapp
before(async () => {
  app = await maakProefapp({ plan: meetplan, bestanden })
  app.kamer.metingen = metingbladen
})
after(() => app.sluit())

test('het doel zegt eerst dat er niet gemeten is, en daarna het cijfer met marge en oordeel', async () => {
  const leeg = await app.haal('/doelen/samen')
  assert.match(leeg.woorden, /Inwoners die tevreden zijn: er is nog niet gemeten/u)
  assert.doesNotMatch(leeg.woorden, /Cijfer vastleggen/u)
  assert.equal((await app.stuur(PAD, VELDEN, METER)).status, 303)
  const doel = await app.haal('/doelen/samen')
  assert.match(
    doel.woorden,
    /70,5 procent in 2024, geen duidelijk verschil met wat nodig is voor 80 in 2026/u,
  )
  assert.match(doel.woorden, /63,8 tot 76,4/u)
  assert.match(
    (await app.haal('/doelen')).woorden,
    /70,5 procent \(2024\) 63,8 tot 76,4 80 in 2026 Geen duidelijk verschil/u,
  )
})

test('wat er misging staat bij het veld, en wat getypt was staat er nog', async () => {
  const antwoord = await app.stuur(PAD, { ...VELDEN, tijdvak: 'ooit', waarde: 'veel', bron: '' }, METER)
  assert.equal(antwoord.status, 400)
  for (const zin of [/niet als tijd/u, /de waarde niet als getal/u, /Vul waar het cijfer vandaan komt in/u])
    assert.match(antwoord.woorden, zin)
  assert.match(antwoord.tekst, /value="veel"/u)
  const leeg = await app.stuur(PAD, {}, METER)
  assert.equal(leeg.status, 400)
  assert.match((await app.stuur(PAD, { ...VELDEN, waarde: '101' }, METER)).woorden, /tussen 0 en 100/u)
})

test('verbeteren vraagt een reden, laat het oude staan, en botst als een ander eerder was', async () => {
  const zonder = await app.stuur(PAD, { ...VELDEN, waarde: '71' }, METER)
  assert.match(zonder.woorden, /Schrijf waarom het verandert/u)
  const scherm = await app.haal(`${PAD}?tijdvak=2024`, METER)
  assert.match(scherm.woorden, /Nu staat er voor 2024/u)
  const basis = /name="basis" value="([^"]+)"/u.exec(scherm.tekst)?.[1]
  assert.equal(basis, '2024 1')
  const beter = { ...VELDEN, waarde: '71', reden: 'Een wijk was vergeten', basis }
  assert.equal((await app.stuur(PAD, beter, METER)).status, 303)
  const teLaat = await app.stuur(PAD, { ...beter, waarde: '72' }, ['programmamanager'])
  assert.equal(teLaat.status, 409)
  assert.match(teLaat.tekst, /name="basis" value="2024 2"/u)
  const doel = await app.haal('/doelen/samen')
  assert.match(doel.woorden, /Een wijk was vergeten/u)
  assert.match(doel.woorden, /definitief, bijgesteld/u)
})

test('terugkijken: zoals bekend op een dag, en een dag die niet bestaat', async () => {
  assert.match((await app.haal('/doelen/samen?bekend-op=2026-06-14')).woorden, /er is nog niet gemeten/u)
  assert.match((await app.haal('/doelen?bekend-op=2026-06-15')).woorden, /71 procent/u)
  assert.equal((await app.haal('/doelen?bekend-op=gisteren')).status, 400)
})

for (const vorm of ['csv', 'ods', 'xlsx'] as const)
  test(`${vorm}: de eigen tabel terugsturen verandert niets`, async () => {
    const tabel = await app.haal(`/tabellen/metingen.${vorm}`)
    assert.equal(tabel.status, 200)
    const bestand = new File([await tabelbestand(vorm)], `m.${vorm}`)
    const antwoord = await app.stuur('/metingen', { bestand }, METER)
    assert.equal(antwoord.status, 200, antwoord.woorden)
    assert.match(antwoord.woorden, /Er verandert niets\. 1 rij stond er al zo/u)
  })

/** De bytes zelf: een rekenblad is geen tekst. */
async function tabelbestand(vorm: 'csv' | 'ods' | 'xlsx'): Promise<Uint8Array<ArrayBuffer>> {
  const plan = meetplan(app.db.schema)
  const metingen = await app.db.lees((lezer) => findMetingen(lezer, reeksenVan(plan)))
  const vandaag = datum('2026-06-15')
  const vraag = { beeld: planbeeldVan(plan), vandaag, velden: {}, beoordeeld: [], voortgang: [], metingen }
  return bestanden.schrijfTabel(maakTabel('metingen', vraag, 1), vorm).inhoud
}

const CSV =
  'Doel (sleutel);Indicator (sleutel);Tijdvak;Waarde;Ontbreekt;Toelichting;Aantal;Stand;Bron;Reden van wijziging'

test('een bestand: eerst een voorbeeld, dan vastleggen, en nog eens sturen verandert niets', async () => {
  const rijen = [
    CSV,
    'samen;tevreden;2022;64,5;;;120;definitief;Panel;',
    'samen;tevreden;2023;;niet geleverd;Systeem vervangen;;definitief;Panel;',
  ].join('\r\n')
  const bestand = () => ({ bestand: new File([rijen], 'm.csv') })
  const voorbeeld = await app.stuur('/metingen', bestand(), METER)
  assert.equal(voorbeeld.status, 200, voorbeeld.woorden)
  assert.match(voorbeeld.woorden, /Er komen 2 cijfers bij/u)
  assert.match(voorbeeld.woorden, /64,5 procent/u)
  assert.doesNotMatch((await app.haal('/doelen/samen')).woorden, /64,5/u)
  const inhoud = ontsnap(/name="metingen" value="([^"]+)"/u.exec(voorbeeld.tekst)?.[1] ?? '')
  const vast = await app.stuur('/metingen/vastleggen', { metingen: inhoud }, METER)
  assert.deepEqual([vast.status, vast.naar], [303, '/metingen?nieuw=2'])
  assert.equal(
    (await app.stuur('/metingen/vastleggen', { metingen: inhoud }, METER)).naar,
    '/metingen?nieuw=0',
  )
  assert.match(
    (await app.stuur('/metingen', bestand(), METER)).woorden,
    /Er verandert niets\. 2 rijen stonden er al zo/u,
  )
  assert.match((await app.haal('/doelen/samen')).woorden, /2023 ontbreekt: niet geleverd/u)
})

const ontsnap = (tekst: string): string => tekst.replaceAll('&quot;', '"').replaceAll('&amp;', '&')

for (const [wat, inhoud, zin] of [
  ['leeg', '', /leeg/u],
  ['geen lijst', '\u0000\u0001\u0002', /geen lijst|niet/u],
  ['kolommen weg', 'Doel;Waarde\r\nsamen;1', /kolommen ‘Doel \(sleutel\)’.*ontbreken/u],
  [
    'een woord als getal',
    `${CSV}\r\nsamen;tevreden;2020;veel;;;;definitief;Panel;`,
    /rij 2: Waarde: ‘veel’ is geen getal/u,
  ],
  [
    'een vreemde indicator',
    `${CSV}\r\nsamen;weg;2020;1;;;;definitief;Panel;`,
    /rij 2: Deze indicator staat niet in het plan/u,
  ],
  [
    'twee fouten, elk met haar rij',
    `${CSV}\r\nsamen;tevreden;2020;101;;;;definitief;Panel;\r\nsamen;tevreden;2019;1;;;;definitief;;`,
    /rij 2: 2020: Een percentage.*rij 3: 2019: Vul in waar/u,
  ],
] as const)
  test(`een bestand dat niet kan (${wat}): niets vastgelegd, met de plaats`, async () => {
    const antwoord = await app.stuur('/metingen', { bestand: new File([inhoud], 'm.csv') }, METER)
    assert.equal(antwoord.status, 400)
    assert.match(antwoord.woorden, zin)
    assert.match(antwoord.woorden, /Er is niets vastgelegd/u)
  })

test('een bevestiging die niet te lezen is, en wie het niet mag', async () => {
  for (const metingen of ['', 'geen json', '[{"doel":1}]', '{}'])
    assert.equal((await app.stuur('/metingen/vastleggen', { metingen }, METER)).status, 400)
  for (const rol of [[], ['raadslid'], ['college']] as Rol[][]) {
    assert.notEqual((await app.haal('/metingen', rol)).status, 200)
    assert.notEqual((await app.stuur(PAD, VELDEN, rol)).status, 303)
  }
  assert.equal((await app.haal('/doelen/samen/meten/weg', METER)).status, 404)
})

test('een voorstel kiezen vult het wijzigscherm, en komt in een concept', async () => {
  const kiezen = await app.haal('/doelen/samen/voorstellen', ['programmamanager'])
  assert.match(kiezen.tekst, /\/wijzigen\/doelen\/samen\?voorstel=tevreden-leven/u)
  const scherm = await app.haal('/wijzigen/doelen/samen?voorstel=tevreden-leven', ['programmamanager'])
  assert.match(scherm.tekst, /value="Inwoners die tevreden zijn met hun leven"/u)
  assert.match(scherm.tekst, /84994NED/u)
  const velden = {
    ...veldenUit(scherm.tekst),
    'nulwaarde.N1': '84',
    'streefwaarde.N1': 'veel',
    waarom: 'kiezen',
  }
  const fout = await app.stuur('/wijzigen/doelen/samen', velden, ['programmamanager'])
  assert.match(fout.woorden, /de streefwaarde niet als getal/u)
  const goed = { ...velden, 'streefwaarde.N1': '88', 'streefjaar.N1': '2026' }
  assert.equal((await app.stuur('/wijzigen/doelen/samen', goed, ['programmamanager'])).status, 303)
  const { plan, versie } = await nieuwstePlan(app)
  assert.equal(versie, 2)
  const { id, maat, streefjaar } = plan.doelen[0]?.indicatoren[1] ?? assert.fail('geen indicator')
  assert.deepEqual([id, maat, streefjaar], ['inwoners-die-tevreden-zijn-met-hun-leven', 'percentage', 2026])
  assert.doesNotMatch((await app.haal('/doelen/samen')).woorden, /met hun leven/u)
  assert.match((await app.haal('/doelen/samen?versie=2', ['programmamanager'])).woorden, /met hun leven/u)
  assert.equal(
    (await app.haal('/wijzigen/doelen/samen?voorstel=bestaat-niet', ['programmamanager'])).status,
    200,
  )
  assert.notEqual((await app.haal('/doelen/samen/voorstellen', METER)).status, 200)
})
