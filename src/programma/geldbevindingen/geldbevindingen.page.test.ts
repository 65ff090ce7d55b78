import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { datum } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { besteed } from '#grootboek/deur.ts'
import { TESTKLOK } from '#test/bezoek.ts'
import { versePglite } from '#test/databanken.ts'
import { kleinPlan } from '#test/plannen.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

async function geefUit(app: Proefapp, onderdeel: string | null, jaar: number, bedrag: number): Promise<void> {
  const uitkomst = await app.kamer.boekhouder.voerUit(app.db, TESTKLOK, {
    werk: (ronde) =>
      ronde.boek({
        soort: 'realisatie',
        geldigOp: datum(`${jaar}-05-01`),
        grondslag: { soort: 'memo', kenmerk: 'proef' },
        regels: besteed({ programma: 'proef', bron: 'rijk', onderdeel, jaar }, centen(bedrag)),
        door: null,
        tekst: 'Geheime toelichting',
      }),
  })
  assert.ok(uitkomst.ok)
}

test('een overschrijding is geboekt en staat er als bevinding, met haar reden en haar boekingen', async () => {
  const app = await maakProefapp({ databank })
  const voor = await app.haal('/geldbevindingen')
  assert.match(voor.woorden, /nog geen uitgaven of ontvangsten vastgelegd/u)
  assert.match(voor.woorden, /Nog niet bekend uit welke bron/u)
  await geefUit(app, 'inloop', 2025, 3_500_00)
  await geefUit(app, null, 2025, 12_34)
  const na = await app.haal('/geldbevindingen')
  assert.equal(na.status, 200)
  for (const zin of [
    /Meer uitgegeven of vastgelegd dan begroot/u,
    /Inloop in het dorp 2025 waarschijnlijk fout Het programma als geheel blijft dit jaar binnen zijn budget\. 500/u,
    /Nog niet gekoppeld aan een onderdeel .* nog onbekend onderdeel/u,
    /grens te bevestigen/u,
    /2025 onder de grens 3\.512,34 35,12 0/u,
  ])
    assert.match(na.woorden, zin)
  assert.ok(na.tekst.includes('/boekingen?onderdeel=inloop&amp;jaar=2025&amp;kolom=vrij'))
  assert.ok(!na.tekst.includes('Geheime toelichting'))
  const toen = await app.haal('/geldbevindingen?bekend-op=1')
  assert.ok(!toen.woorden.includes('Meer uitgegeven'))
})

test('een reserve zonder raadsbesluit wordt gevonden via de boeking', async () => {
  const app = await maakProefapp({
    databank,
    plan: (gemeente) => {
      const plan = kleinPlan(gemeente)
      return { ...plan, bronnen: plan.bronnen.map((bron) => ({ ...bron, soort: 'reserve' as const })) }
    },
  })
  assert.ok(!(await app.haal('/geldbevindingen')).woorden.includes('Reserve gebruikt'))
  const regels = {
    'wat.R1': 'onderdeel',
    'onderdeel.R1': 'Steun aan huis',
    'bron.R1': 'rijk',
    'jaar.R1': '2025',
  }
  const pad =
    (
      await app.stuur(
        '/begrotingswijzigingen/nieuw',
        { ...regels, 'bedrag.R1': '100', sluit: 'ja', toelichting: 'x' },
        ['programmamanager'],
      )
    ).naar ?? ''
  const besluit = { orgaan: 'college', datum: '1 april 2025', nummer: '1', onderwerp: 'Greep' }
  await app.stuur(`${pad}/besluit`, besluit, ['programmamanager'])
  await app.stuur(`${pad}/boeken`, {}, ['programmamanager'])
  const na = await app.haal('/geldbevindingen')
  assert.match(
    na.woorden,
    /Reserve gebruikt zonder besluit van de raad .* Boeking 2, Bijdrage van het Rijk 2025 fout 100/u,
  )
})

test('het plan van Midden-Drenthe: alleen wat het plan zelf zegt', async () => {
  const app = await maakProefapp({ databank, plan: 'midden-drenthe' })
  const pagina = await app.haal('/geldbevindingen')
  assert.match(pagina.woorden, /Er valt 1 ding op/u)
  assert.match(pagina.woorden, /2\.972\.000/u)
})
