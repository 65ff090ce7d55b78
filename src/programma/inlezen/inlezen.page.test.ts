import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { datum } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { ontvang, zegToe } from '#grootboek/deur.ts'
import { versePglite } from '#test/databanken.ts'
import { alsBytes, type Proefbestand, proefregel, standen } from '#test/inlezing.ts'
import { PROEFPLEK } from '#test/proefinvoer.ts'
import { type Antwoord, maakProefapp, type Proefapp } from '#test/programma-app.ts'
import type { Rol } from '#toegang/deur.ts'

const ALS: Rol[] = ['financieel-adviseur']
const A = proefregel({ sleutel: 'a', project: 'inloop' })
const B = proefregel({ sleutel: 'b', project: 'P9', rekeningnaam: 'Onderzoek', bedragCent: centen(50_00) })

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const bestand = (inhoud: Uint8Array, naam = 'Kanarie Jansen 2024.xaf'): File =>
  new File([new Uint8Array(inhoud)], naam)

/** Stuurt een bestand op en wacht tot het gelezen is; geeft het adres van wat er klaarligt. */
async function stuurOp(
  app: Proefapp,
  wat: Proefbestand,
  velden: Record<string, string> = {},
): Promise<string> {
  const antwoord = await app.stuur('/inlezen', { bestand: bestand(alsBytes(wat)), ...velden }, ALS)
  assert.equal(antwoord.status, 303, antwoord.woorden)
  return wachtOp(app, antwoord)
}

async function wachtOp(app: Proefapp, antwoord: Antwoord): Promise<string> {
  const id = antwoord.naar?.split('/').at(-1) ?? ''
  const { gemeente, wie } = await app.bezoek(ALS)
  for (let keer = 0; keer < 200; keer++) {
    const werk = app.kamer.werk.vind(gemeente.code, wie?.account ?? '', id)
    if (werk?.uitslag !== undefined) return werk.uitslag.naar?.href ?? ''
    await sleep(10)
  }
  throw new Error('het werk kwam niet klaar')
}

const verwachtIn = ({ tekst }: Antwoord): string =>
  /name="verwacht" value="([0-9a-f]{64})"/u.exec(tekst)?.[1] ?? ''

test('van bestand naar boeking: lezen, bekijken, vastleggen, terugvinden en ongedaan maken', async () => {
  const app = await maakProefapp({ databank })
  assert.match((await app.haal('/inlezen', ALS)).woorden, /Er is nog niets ingelezen/u)
  const klaar = await stuurOp(app, { regels: [A, B] })
  const beeld = await app.haal(klaar, ALS)
  assert.match(beeld.woorden, /€ 150 hoort nog nergens bij/u)
  assert.match(beeld.woorden, /project P9, kostenplaats 6210, rekening 43210 Onderzoek/u)
  assert.match((await app.haal('/inlezen', ALS)).woorden, /Gelezen en nog niet vastgelegd/u)
  const vast = await app.stuur(klaar, { verwacht: verwachtIn(beeld) }, ALS)
  assert.equal(vast.naar, '/inlezen/1')
  assert.deepEqual((await standen(app.db))['proef:-:realisatie:-:2024'], 150_00)
  assert.equal((await app.haal(klaar, ALS)).status, 404)
  const regels = await app.haal('/inlezen/1', ALS)
  assert.match(regels.woorden, /boekstuk a/u)
  assert.match(regels.tekst, /href="\/boekingen\/\d+"/u)
  const lijst = await app.haal('/inlezen', ALS)
  assert.ok(!lijst.tekst.includes('Kanarie'), 'de bestandsnaam hoort nergens te staan')
  const nogEens = await stuurOp(app, { regels: [A, B] })
  assert.equal(nogEens, '/inlezen/1')
  const terug = await app.haal('/inlezen/1/ongedaan', ALS)
  const ongedaan = await app.stuur('/inlezen/1/ongedaan', { verwacht: verwachtIn(terug) }, ALS)
  assert.equal(ongedaan.naar, '/inlezen/2')
  assert.equal((await standen(app.db))['proef:-:realisatie:-:2024'], undefined)
  assert.equal((await app.haal('/inlezen/1/ongedaan', ALS)).status, 409)
  assert.deepEqual(await readdir(PROEFPLEK.map), [])
})

test('veranderde er intussen iets, dan is er niets vastgelegd en staat er wat er nu verandert', async () => {
  const app = await maakProefapp({ databank })
  const klaar = await stuurOp(app, { regels: [A] })
  const oud = verwachtIn(await app.haal(klaar, ALS))
  const ander = await stuurOp(app, { regels: [{ ...A, bedragCent: centen(1) }] })
  await app.stuur(ander, { verwacht: verwachtIn(await app.haal(ander, ALS)) }, ALS)
  const botst = await app.stuur(klaar, { verwacht: oud }, ALS)
  assert.equal(botst.status, 409)
  assert.match(botst.woorden, /Er is intussen iets veranderd/u)
  assert.equal((await app.stuur(klaar, { verwacht: verwachtIn(botst) }, ALS)).naar, '/inlezen/2')
  const weg = await stuurOp(app, { regels: [B] })
  assert.equal((await app.stuur(`${weg}/weg`, {}, ALS)).naar, '/inlezen')
  assert.equal((await app.haal(weg, ALS)).status, 404)
})

test('een bestand met fouten zegt elke plaats; te veel regels geeft een lijst om af te vinken', async () => {
  const app = await maakProefapp({ databank })
  const fout = {
    ernst: 'fout',
    code: 'x',
    zin: 'Debet en credit verschillen 3 cent.',
    plaats: { regel: 1204, boekstuk: 'INK-7' },
    keren: 1,
  } as const
  const klaar = await stuurOp(app, { regels: [A], bevindingen: [fout] })
  assert.match((await app.haal(klaar, ALS)).woorden, /regel 1.204, boekstuk INK-7.*verschillen 3 cent/u)
  const veel = [1, 2, 3, 4, 5, 6].map((n) => proefregel({ sleutel: `r${n}`, kostenplaats: `k${n}` }))
  const teVeel = await app.haal(await stuurOp(app, { regels: veel }), ALS)
  assert.match(teVeel.woorden, /er mogen er 5 zijn/u)
  assert.match(teVeel.tekst, /name="wat.0" value="\{&quot;kostenplaats&quot;:&quot;k1&quot;\}"/u)
})

test('een lijst: kolommen bevestigen, onder een naam bewaren, en de volgende keer herkend', async () => {
  const app = await maakProefapp({ databank })
  const lijst = bestand(new TextEncoder().encode(`lijst${JSON.stringify({ regels: [A] })}`), 'lijst.csv')
  const opgestuurd = await app.stuur('/inlezen', { bestand: lijst }, ALS)
  const adres = opgestuurd.naar ?? ''
  const keuze = await app.haal(adres, ALS)
  assert.match(
    keuze.woorden,
    /Kolom B: Bedrag Wij zijn niet zeker\. Er staan bedragen\. Bijvoorbeeld: 100,00/u,
  )
  const zonder = await app.stuur(adres, { 'kolom.0': 'genegeerd' }, ALS)
  assert.equal(zonder.status, 400)
  assert.match(zonder.woorden, /Kies de kolom met de rekening\..*Vul in uit welke administratie/u)
  const gekozen = await app.stuur(adres, { administratie: 'Key2', bewaar: 'Onze lijst' }, ALS)
  const klaar = await wachtOp(app, gekozen)
  assert.match((await app.haal(klaar, ALS)).woorden, /administratie Key2/u)
  assert.equal((await app.haal(adres, ALS)).status, 404)
  const nogEens = await app.stuur('/inlezen', { bestand: lijst }, ALS)
  assert.match((await app.haal(nogEens.naar ?? '', ALS)).woorden, /Herkend als ‘Onze lijst’/u)
  const [eigen] = [await app.bezoek(ALS)]
  assert.ok(eigen.wie)
  assert.equal((await app.haal(nogEens.naar ?? '', ['financieel-adviseur', 'beheerder'])).status, 404)
})

test('wat ontbreekt of onleesbaar is, staat bij het veld', async () => {
  const app = await maakProefapp({ databank })
  const leeg = await app.stuur('/inlezen', { administratie: 'x' }, ALS)
  assert.equal(leeg.status, 400)
  assert.match(leeg.woorden, /Kies eerst een bestand/u)
  const dag = await app.stuur(
    '/inlezen',
    { bestand: bestand(alsBytes({ regels: [A] })), peildatum: 'gisteren' },
    ALS,
  )
  assert.match(dag.woorden, /Schrijf de peildatum als 2026-06-30/u)
  assert.equal((await app.haal('/inlezen/999', ALS)).status, 404)
  assert.equal((await app.haal('/inlezen/klaar/onzin', ALS)).status, 404)
})

test('aansluiting: het systeem naast wat hier geboekt is', async () => {
  const app = await maakProefapp({ databank })
  const begroot = proefregel({
    sleutel: 'c',
    soort: 'begroting',
    project: 'inloop',
    bedragCent: centen(70_00),
  })
  const klaar = await stuurOp(app, { regels: [A, begroot] })
  await app.stuur(klaar, { verwacht: verwachtIn(await app.haal(klaar, ALS)) }, ALS)
  const { woorden } = await app.haal('/inlezen/aansluiting', ALS)
  assert.match(woorden, /2 van 3 bedragen verschillen/u)
  assert.match(woorden, /Begroot \(primitief\) 70 0 −70/u)
  assert.match(woorden, /Uitgegeven 100 100 sluit aan/u)
})

test('een afschrift: herkend aan het kenmerk, bevestigd, en nooit twee keer', async () => {
  const app = await maakProefapp({ databank })
  const { klok } = await app.bezoek(ALS)
  const bron = { programma: 'proef', bron: 'rijk' }
  const toegezegd = await app.kamer.boekhouder.voerUit(app.db, klok, {
    werk: (ronde) =>
      ronde.boek({
        soort: 'raming',
        geldigOp: datum('2024-01-01'),
        grondslag: { soort: 'memo', kenmerk: 'proef' },
        regels: [...zegToe(bron, 2024, centen(900)), ...ontvang(bron, 2024, centen(100))],
        door: null,
      }),
  })
  assert.ok(toegezegd.ok)
  const fout = await app.stuur('/inlezen/kenmerken', { 'kenmerk.rijk': 'Jan' }, ALS)
  assert.equal(fout.status, 400)
  assert.equal(
    (await app.stuur('/inlezen/kenmerken', { 'kenmerk.rijk': '2024-77, POK-1234' }, ALS)).status,
    303,
  )
  const afschrift = () => bestand(new TextEncoder().encode('camt POK-1234=500 onbekend=700'), 'bank.xml')
  const adres = (await app.stuur('/inlezen', { bestand: afschrift() }, ALS)).naar ?? ''
  const scherm = await app.haal(adres, ALS)
  assert.match(scherm.woorden, /15 juni 2024: € 5,00 Voorstel: het kenmerk staat erin/u)
  assert.equal((await app.stuur(adres, {}, ALS)).status, 409)
  assert.equal((await app.stuur(adres, { kies: '0', 'bron.0': 'weg', 'jaar.0': '2024' }, ALS)).status, 409)
  const voor = await standen(app.db)
  const keuze = { kies: '0', 'bron.0': 'rijk', 'jaar.0': '2024' }
  assert.equal((await app.stuur(adres, keuze, ALS)).status, 303)
  const na = await standen(app.db)
  assert.equal(na['proef:rijk:ontvangen:2024'], -600)
  assert.equal((na['proef:rijk:toegezegd:2024'] ?? 0) - (voor['proef:rijk:toegezegd:2024'] ?? 0), 500)
  const dubbel = await app.stuur(adres, keuze, ALS)
  assert.match(dubbel.woorden, /al bevestigd\. Er is niets geboekt/u)
  const weer = (await app.stuur('/inlezen', { bestand: afschrift() }, ALS)).naar ?? ''
  assert.match((await app.haal(weer, ALS)).woorden, /1 bijschrijving was al bevestigd/u)
})
