import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { momentVan } from '#basis/moment.ts'
import { kenToe, maakBoekhouder } from '#grootboek/deur.ts'
import { maakPlanboek } from '#programma/deur.ts'
import { legBesluitVast } from '#programma/plan.flow.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { BESLUIT, laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'
import { findBekend, leesFeiten } from '#verantwoording/feiten/feiten.flow.ts'

const KEREN = 601

opBeideDatabanken('het geld bij een besluit', (databank) => {
  test('telt elke boeking die op het besluit berust, hoeveel het er ook zijn', async () => {
    const db = await verseGemeente(databank())
    await laadVastgesteld(db, kleinPlan(db.schema))
    const bezoek = await testBezoek(db, 'programmamanager')
    const besluit = await legBesluitVast(bezoek, { ...BESLUIT, datum: datum('2025-03-01'), nummer: 'veel' })
    assert.ok(besluit.ok)
    const { id } = besluit.waarde
    const plek = { programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar: 2025 }
    const geboekt = await maakBoekhouder().voerUit(db, bezoek.klok, {
      werk: (ronde) => {
        const boek = () =>
          ronde.boek({
            soort: 'wijziging',
            geldigOp: datum('2025-03-02'),
            grondslag: { soort: 'besluit', kenmerk: id },
            regels: kenToe(plek, centen(1_00)),
            door: null,
          })
        for (let keer = 1; keer < KEREN; keer++) assert.ok(boek().ok)
        return boek()
      },
    })
    assert.ok(geboekt.ok, JSON.stringify(geboekt))
    const bron = { db, planboek: maakPlanboek(), plan: 'proef', gemeente: bezoek.gemeente }
    const bekend = await db.lees((lezer) => findBekend(lezer, momentVan(bezoek.klok.nu())))
    const feiten = await leesFeiten(bron, {
      vraag: { soort: 'jaar', jaar: 2025 },
      geldigTm: datum('2025-12-31'),
      bekend,
    })
    assert.ok('besluiten' in feiten)
    assert.equal(feiten.besluiten.find((een) => een.id === id)?.budgetCent, KEREN * 1_00)
  })
})
