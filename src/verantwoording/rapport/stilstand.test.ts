import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum, tijdvak, vasteKlok } from '#basis/datum.ts'
import { type GemeenteDb, sql } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { eindVanDag, type Moment } from '#basis/moment.ts'
import { besteed, maakBoekhouder } from '#grootboek/deur.ts'
import { decimaal } from '#metingen/deur.ts'
import { maakPlanboek } from '#programma/deur.ts'
import { legMetingenVast } from '#programma/meten/vastleggen.flow.ts'
import { meldMijlpaal } from '#programma/mijlpalen/mijlpalen.flow.ts'
import { doeBevindingAf, legBesluitVast, stelVast, wijzigPlan } from '#programma/plan.flow.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { maakPrognoses } from '#programma/prognose/prognose.flow.ts'
import { maakRisico } from '#programma/risicos/risicos.flow.ts'
import { openUitvraag, sluitUitvraag } from '#programma/uitvraag/uitvraag.flow.ts'
import { stelDrempelIn } from '#programma/voortgang/drempel.flow.ts'
import { vulVoortgangIn } from '#programma/voortgang/voortgang.flow.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { BESLUIT, laadVastgesteld, metTitel } from '#test/geladen.ts'
import { meetplan } from '#test/meetplan.ts'
import { invulling, metRol } from '#test/voortgang.ts'
import { canoniek } from '#verantwoording/canoniek.ts'
import { maakOpnieuw } from '#verantwoording/rapport/inhoud.flow.ts'
import { type Maakwens, maakRapport } from '#verantwoording/rapport/rapport.flow.ts'
import { findRapport } from '#verantwoording/rapport/rapport.store.ts'
import { zetStap } from '#verantwoording/rapport/stap.flow.ts'
import { findVaststelling } from '#verantwoording/rapport/uitgave.store.ts'

/** Wat na het aanbieden wordt vastgelegd, in welke kamer ook, verandert een vastgesteld rapport niet. */

const KWARTAAL = { jaar: 2025, kwartaal: 4 } as const
const besluit = (orgaan: 'raad' | 'college') => ({
  nieuw: { ...BESLUIT, orgaan, datum: datum('2025-06-14'), nummer: `${orgaan}-1`, onderwerp: 'Rapport' },
})

async function maakVast(db: GemeenteDb, op: string, bekend?: Moment) {
  const plan = meetplan(db.schema)
  await laadVastgesteld(db, plan)
  const bezoek = { ...(await metRol(db, 'programmamanager', 'budgethouder')), klok: vasteKlok(op) }
  const planboek = maakPlanboek()
  const wens: Maakwens = {
    vraag: { soort: 'jaar', jaar: 2025 },
    ...(bekend === undefined ? {} : { bekend: { nr: 3, op: bekend } }),
  }
  assert.ok((await maakRapport(bezoek, planboek, 'proef', wens)).ok)
  const kop = async () => {
    const gevonden = await db.lees((lezer) => findRapport(lezer, 'proef', 'jaar-2025'))
    assert.ok(gevonden)
    return gevonden
  }
  for (const [naar, meer] of [
    ['stuurgroep', {}],
    ['college', {}],
    ['raad', { besluit: besluit('college') }],
    ['vastgesteld', { besluit: besluit('raad') }],
  ] as const) {
    const gezien = (await kop()).stap
    const gezet = await zetStap(bezoek, { planboek }, 'proef', 'jaar-2025', { naar, gezien, ...meer })
    assert.ok(gezet.ok, naar)
  }
  const { id } = await kop()
  const vast = await db.lees((lezer) => findVaststelling(lezer, id))
  assert.ok(vast)
  const opnieuw = async (): Promise<string> => {
    const bron = { db, planboek: maakPlanboek(), plan: 'proef', gemeente: bezoek.gemeente }
    const gemaakt = await maakOpnieuw(bron, await kop(), vasteKlok('2031-01-01T10:00:00Z'))
    assert.ok(gemaakt.ok)
    return canoniek(gemaakt.waarde.inhoud)
  }
  return { bezoek, plan, vast, opnieuw }
}

/** Elk soort feit, later vastgelegd en over de periode van het rapport. */
async function legVanAllesVast(
  db: GemeenteDb,
  { bezoek: toen, plan }: Awaited<ReturnType<typeof maakVast>>,
  op: string,
  na: (wat: string) => Promise<void>,
): Promise<void> {
  const bezoek = { ...toen, klok: vasteKlok(op) }
  const boekhouder = maakBoekhouder()
  const beeld = planbeeldVan(plan)
  const doe = async (wat: string, werk: Promise<{ ok: boolean }>): Promise<void> => {
    const uitkomst = await werk
    assert.ok(uitkomst.ok, `${wat}: ${JSON.stringify(uitkomst)}`)
    await na(wat)
  }
  await doe(
    'bevinding',
    doeBevindingAf(bezoek, 'proef', {
      bevinding: await eersteBevinding(db),
      oordeel: 'bewust',
      toelichting: 'Zo bedoeld',
      versie: 1,
    }),
  )
  await doe(
    'mijlpaal',
    meldMijlpaal(bezoek, 'proef', {
      onderdeel: 'inloop',
      mijlpaal: 'open',
      gezien: 0,
      fase: 'bereikt',
      verwacht: null,
      letterlijk: null,
      bereiktOp: datum('2025-03-01'),
      reden: 'Klaar',
    }),
  )
  await doe(
    'risico',
    maakRisico(bezoek, 'proef', {
      onderdeel: 'inloop',
      oorzaak: 'Te weinig vrijwilligers',
      gebeurtenis: 'Dicht',
      gevolg: 'Inhuur',
      kans: 3,
      laagCent: centen(1_00),
      hoogCent: centen(2_00),
      maatregel: 'Werven',
      eigenaarrol: 'Teamleider',
      stand: 'open',
      reden: 'Besproken',
    }),
  )
  await doe(
    'meting',
    legMetingenVast(bezoek, plan, [
      {
        doel: 'samen',
        indicator: 'tevreden',
        tijdvak: tijdvak('2024'),
        waarde: decimaal('70.0'),
        ontbreekt: null,
        toelichting: null,
        aantal: 100,
        populatie: null,
        ondergrens: null,
        bovengrens: null,
        soort: 'definitief',
        bron: 'Panel',
        reden: null,
      },
    ]),
  )
  await doe('uitvraag', openUitvraag(bezoek, beeld, KWARTAAL, datum('2031-12-31')))
  await doe(
    'voortgang',
    vulVoortgangIn(bezoek, {
      beeld,
      kwartaal: KWARTAAL,
      regels: [{ onderdeel: 'inloop', gezien: 0, invulling: invulling(), indienen: true }],
    }),
  )
  await doe('uitvraag dicht', sluitUitvraag(bezoek, beeld, KWARTAAL, true))
  await doe(
    'prognose',
    maakPrognoses(bezoek, 'proef', [
      {
        onderdeel: 'inloop',
        jaar: 2025,
        bedragCent: centen(9_999_00),
        peildatum: datum('2025-12-31'),
        zekerheid: 'hoog',
        grond: 'eigen',
        reden: 'Duurder',
      },
    ]),
  )
  await doe('drempel', stelDrempelIn(bezoek, { promille: 1, bedragCent: centen(1), dagen: 1 }))
  await doe('besluit', legBesluitVast(bezoek, { ...BESLUIT, datum: datum('2025-02-02'), nummer: 'later' }))
  await doe(
    'planversie',
    wijzigPlan(bezoek, {
      plan: 'proef',
      basis: 1,
      waarom: 'Andere naam',
      verander: metTitel('inloop', 'Heel anders'),
    }),
  )
  const vast = { ...BESLUIT, datum: datum('2025-01-02'), nummer: 'terug' }
  await doe('vaststelling', stelVast(boekhouder, bezoek, 'proef', 2, vast))
  await doe(
    'boeking',
    boekhouder.voerUit(db, bezoek.klok, {
      werk: (ronde) =>
        ronde.boek({
          soort: 'realisatie',
          geldigOp: datum('2025-05-01'),
          grondslag: { soort: 'memo', kenmerk: 'proef' },
          regels: besteed(
            { programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar: 2025 },
            centen(7_00),
          ),
          door: null,
        }),
    }),
  )
  await db.schrijf((tx) => sql`update toegang_account set naam = 'Anders'`.execute(tx))
  await na('naam van een account')
}

/** Een bevinding van de plancontrole die in het rapport als open staat. */
async function eersteBevinding(db: GemeenteDb): Promise<string> {
  const [eerste] = (await maakPlanboek().lees(db, 'proef', 1))?.bevindingen() ?? []
  assert.ok(eerste, 'zonder bevinding valt er niets af te doen')
  return eerste.sleutel
}

opBeideDatabanken('een vastgesteld rapport staat stil', (databank) => {
  // De klok van de database zelf ligt hiertussen: die mag er nergens toe doen.
  for (const [op, later] of [
    ['2026-06-15T10:00:00Z', '2026-06-15T10:00:01Z'],
    ['2030-06-15T10:00:00Z', '2030-06-15T10:00:01Z'],
  ] as const)
    test(`aangeboden op ${op}: geen later feit van welke soort ook verandert het`, async () => {
      const db = await verseGemeente(databank())
      const rapport = await maakVast(db, op)
      assert.equal(await rapport.opnieuw(), rapport.vast.inhoud)
      await legVanAllesVast(db, rapport, later, async (wat) =>
        assert.equal(await rapport.opnieuw(), rapport.vast.inhoud, wat),
      )
    })

  for (const [naam, bekend] of [
    ['vandaag', eindVanDag(datum('2026-06-15'))],
    ['een dag die nog komt', eindVanDag(datum('2099-12-31'))],
  ] as const)
    test(`‘zoals bekend op’ ${naam} is zoals bekend op dat ogenblik`, async () => {
      const db = await verseGemeente(databank())
      const rapport = await maakVast(db, '2026-06-15T10:00:00Z', bekend)
      assert.equal(rapport.vast.bekendOp, '2026-06-15T10:00:00.000000Z')
      await legVanAllesVast(db, rapport, '2026-06-15T10:00:01Z', async (wat) =>
        assert.equal(await rapport.opnieuw(), rapport.vast.inhoud, wat),
      )
    })
})
