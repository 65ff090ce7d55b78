import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { datum } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { besteed, geefMandaat } from '#grootboek/deur.ts'
import { findPrognoses } from '#programma/prognose/prognose.store.ts'
import { TESTKLOK } from '#test/bezoek.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import { ROLLEN, type Rol } from '#toegang/deur.ts'
import { prognosebladen } from '#uitwisseling/lijst/prognoseblad.ts'
import { type Cel, leesWerkboek, schrijfOds } from '#uitwisseling/rekenblad/deur.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const BUDGETHOUDER: Rol[] = ['budgethouder']
const GEHEIM = 'Geheime verwachting'

async function geefUit(app: Proefapp, dag: string, bedrag: number): Promise<void> {
  const jaar = Number(dag.slice(0, 4))
  const uitkomst = await app.kamer.boekhouder.voerUit(app.db, TESTKLOK, {
    werk: (ronde) =>
      ronde.boek({
        soort: 'realisatie',
        geldigOp: datum(dag),
        grondslag: { soort: 'memo', kenmerk: 'proef' },
        regels: besteed({ programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar }, centen(bedrag)),
        door: null,
      }),
  })
  assert.ok(uitkomst.ok)
}

test('wat is over, wat moet er nog, en een prognose die dat verandert', async () => {
  const app = await maakProefapp({ databank })
  await geefUit(app, '2025-03-01', 3_500_00)
  const voor = await app.haal('/mijn-onderdelen', BUDGETHOUDER)
  assert.equal(voor.status, 200)
  for (const zin of [
    /Leg uit waarom er € 500 te weinig is Inloop in het dorp/u,
    /Maak een prognose voor 2025 Inloop in het dorp/u,
    /Inloop in het dorp 3\.000 3\.500 0 −500 maken/u,
    /U heeft nog geen mandaat/u,
  ])
    assert.match(voor.woorden, zin)
  const pad = '/prognoses/inloop/2025'
  const velden = { bedrag: '3.600', peildatum: '1 juni 2026', zekerheid: 'hoog', reden: GEHEIM }
  assert.equal((await app.stuur(pad, velden, BUDGETHOUDER)).naar, pad)
  const na = await app.haal('/mijn-onderdelen', BUDGETHOUDER)
  assert.match(na.woorden, /U verwacht € 600 te weinig: stel een wijziging voor/u)
  assert.ok(!na.woorden.includes('Maak een prognose voor 2025 Inloop'))
  const openbaar = await app.haal(pad)
  assert.match(openbaar.woorden, /3\.600/u)
  assert.ok(!openbaar.tekst.includes(GEHEIM) && !openbaar.tekst.includes('Proef budgethouder'))
  assert.ok((await app.haal(pad, ['college'])).tekst.includes(GEHEIM))
})

test('het tempo en het patroon staan ernaast, en vullen alleen het formulier', async () => {
  const app = await maakProefapp({ databank })
  await geefUit(app, '2024-03-01', 100_00)
  await geefUit(app, '2024-12-01', 100_00)
  await geefUit(app, '2025-03-01', 150_00)
  const pad = '/prognoses/inloop/2025'
  const pagina = await app.haal(pad, BUDGETHOUDER)
  assert.match(pagina.woorden, /Tempo tot nu toe 150 .* Patroon van vorig jaar 150/u)
  const overgenomen = await app.haal(`${pad}?overnemen=tempo`, BUDGETHOUDER)
  assert.ok(
    overgenomen.tekst.includes('value="150,00"') && overgenomen.tekst.includes('name="van" value="tempo"'),
  )
  assert.deepEqual(await app.db.lees((lezer) => findPrognoses(lezer, 'proef')), [])
  const velden = { peildatum: '31 december 2025', zekerheid: 'midden', reden: 'Zo gaat het', van: 'tempo' }
  for (const [bedrag, grond] of [
    ['150,00', 'tempo'],
    ['151,00', 'eigen'],
  ] as const) {
    await app.stuur(pad, { ...velden, bedrag }, BUDGETHOUDER)
    assert.equal((await app.db.lees((lezer) => findPrognoses(lezer, 'proef')))[0]?.grond, grond)
  }
  assert.ok(!(await app.haal(pad)).tekst.includes('overnemen='))
})

test('fouten staan bij hun veld, en wat er niet is geeft geen formulier', async () => {
  const app = await maakProefapp({ databank })
  const fout = await app.stuur(
    '/prognoses/inloop/2025',
    { bedrag: 'veel', peildatum: 'ooit', zekerheid: 'zeker', reden: '' },
    BUDGETHOUDER,
  )
  assert.equal(fout.status, 400)
  for (const zin of [
    'herkennen ‘veel’ niet',
    'Schrijf de dag voluit',
    'Kies hoe zeker',
    'Vul waarom u dit verwacht',
  ])
    assert.ok(fout.woorden.includes(zin), zin)
  const toekomst = { bedrag: '1', peildatum: '16 juni 2026', zekerheid: 'hoog', reden: 'x' }
  assert.match(
    (await app.stuur('/prognoses/inloop/2025', toekomst, BUDGETHOUDER)).woorden,
    /nog niet geweest/u,
  )
  for (const weg of ['/prognoses/weg/2025', '/prognoses/inloop/25', '/prognoses/inloop/x'])
    assert.equal((await app.haal(weg)).status, 404)
})

test('met een mandaat staan alleen die onderdelen er', async () => {
  const app = await maakProefapp({ databank })
  const adviseur = await app.bezoek(['financieel-adviseur'])
  const account = (await app.bezoek(BUDGETHOUDER)).wie?.account ?? null
  const mandaat = {
    account,
    rol: null,
    programma: 'proef',
    onderdeel: 'steun',
    bedragCent: centen(1_000_00),
    van: datum('2026-01-01'),
    tot: null,
  }
  assert.ok((await geefMandaat(adviseur, mandaat)).ok)
  const pagina = await app.haal('/mijn-onderdelen', BUDGETHOUDER)
  assert.match(pagina.woorden, /waarvoor u een mandaat heeft/u)
  assert.ok(pagina.woorden.includes('Steun aan huis') && !pagina.woorden.includes('Inloop in het dorp'))
})

test('het rekenblad gaat heen en weer, en weigert de rij waarvan de cijfers bewogen', async () => {
  const app = await maakProefapp({ databank })
  assert.ok(!(await app.haal('/mijn-onderdelen', BUDGETHOUDER)).woorden.includes('Invullen in een rekenblad'))
  app.kamer.prognoses = prognosebladen
  assert.ok((await app.haal('/mijn-onderdelen', BUDGETHOUDER)).woorden.includes('Invullen in een rekenblad'))
  const ods = await app.haal('/mijn-onderdelen/prognoseblad/prognose.ods?jaar=2025', BUDGETHOUDER)
  assert.equal(ods.status, 200)
  assert.match(ods.koppen.get('content-disposition') ?? '', /prognose-proef-2025-2026-06-15\.ods/u)
  assert.equal((await app.haal('/mijn-onderdelen/prognoseblad/prognose.pdf', BUDGETHOUDER)).status, 404)
  const onzin = new File(['geen blad'], 'x.ods')
  const fout = await app.stuur(
    '/mijn-onderdelen/prognoseblad',
    { jaar: '2025', bestand: onzin },
    BUDGETHOUDER,
  )
  assert.equal(fout.status, 400)
  assert.match(fout.woorden, /Geweigerd/u)
  assert.equal((await app.stuur('/mijn-onderdelen/prognoseblad', { jaar: '2025' }, BUDGETHOUDER)).status, 400)
})

/** Vult van de rij van dit onderdeel de drie lege kolommen in, zoals iemand in een rekenprogramma doet. */
function vulIn(inhoud: Uint8Array, onderdeel: string, cellen: readonly [Cel, Cel, Cel]): File {
  const gelezen = leesWerkboek(inhoud)
  assert.ok(gelezen.ok)
  const bladen = gelezen.waarde.bladen.map((blad) => ({
    ...blad,
    rijen: blad.rijen.map((rij) => {
      const [sleutel] = rij.cellen
      if (sleutel?.soort !== 'tekst' || sleutel.tekst !== onderdeel) return rij
      const leeg: Cel = { soort: 'leeg' }
      const vol = Array.from({ length: 10 }, (_, k): Cel => rij.cellen[k] ?? leeg)
      return { ...rij, cellen: [...vol, ...cellen] }
    }),
  }))
  return new File([new Uint8Array(schrijfOds({ bladen }))], 'blad.ods')
}

test('een ingevuld blad wordt prognoses, en nog eens hetzelfde blad verandert niets', async () => {
  const app = await maakProefapp({ databank })
  let blad: Uint8Array = new Uint8Array()
  app.kamer.prognoses = {
    ...prognosebladen,
    schrijfPrognoseblad: (vel, vorm) => {
      const bestand = prognosebladen.schrijfPrognoseblad(vel, vorm)
      blad = bestand.inhoud
      return bestand
    },
  }
  const haal = () => app.haal('/mijn-onderdelen/prognoseblad/prognose.ods?jaar=2025', BUDGETHOUDER)
  await haal()
  const ingevuld = vulIn(blad, 'inloop', [
    { soort: 'getal', getal: '2950.5' },
    { soort: 'tekst', tekst: 'hoog' },
    { soort: 'tekst', tekst: 'Bijna klaar' },
  ])
  const stuur = () =>
    app.stuur('/mijn-onderdelen/prognoseblad', { jaar: '2025', bestand: ingevuld }, BUDGETHOUDER)
  const gedaan = await stuur()
  assert.equal(gedaan.status, 200, gedaan.woorden)
  assert.match(gedaan.woorden, /1 prognose overgenomen, 0 cellen geweigerd, 1 rij niet ingevuld/u)
  const prognoses = await app.db.lees((lezer) => findPrognoses(lezer, 'proef'))
  assert.deepEqual(
    prognoses.map(({ onderdeel, bedragCent, zekerheid, reden }) => [onderdeel, bedragCent, zekerheid, reden]),
    [['inloop', 2_950_50, 'hoog', 'Bijna klaar']],
  )
  // De prognose zelf is nu een ander cijfer: hetzelfde blad nog eens hoort bij een oude stand.
  const weer = await stuur()
  assert.equal(weer.status, 409)
  assert.match(weer.woorden, /intussen een andere prognose vastgelegd/u)
  await haal()
  await geefUit(app, '2025-03-01', 10_00)
  const oud = vulIn(blad, 'inloop', [
    { soort: 'getal', getal: '1' },
    { soort: 'tekst', tekst: 'hoog' },
    { soort: 'tekst', tekst: 'x' },
  ])
  const bewogen = await app.stuur(
    '/mijn-onderdelen/prognoseblad',
    { jaar: '2025', bestand: oud },
    BUDGETHOUDER,
  )
  assert.match(bewogen.woorden, /gerealiseerd was € 0 en is nu € 10/u)
  assert.equal((await app.db.lees((lezer) => findPrognoses(lezer, 'proef'))).length, 1)
})

test('alleen wie een prognose mag maken, komt hier', async () => {
  const app = await maakProefapp({ databank })
  for (const rol of [undefined, ...ROLLEN]) {
    const als: Rol[] = rol === undefined ? [] : [rol]
    const mag = ['programmamanager', 'budgethouder', 'financieel-adviseur'].includes(rol ?? '')
    assert.equal((await app.haal('/mijn-onderdelen', als)).status === 200, mag, `${rol}`)
    assert.equal((await app.stuur('/prognoses/inloop/2025', {}, als)).status === 400, mag, `${rol}`)
  }
})
