import assert from 'node:assert/strict'
import { datum } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { laadPlan, stelGeladenVast } from '#programma/deur.ts'
import type { Onderdeel, Plan } from '#programma/plan.ts'
import { TESTKLOK } from '#test/bezoek.ts'
import { kleinPlan } from '#test/plannen.ts'

/** Een plan in de databank, voor tests die met een bewaard plan beginnen. */

/** Een besluit zoals de programmamanager het invult. */
export const BESLUIT = {
  orgaan: 'raad',
  datum: datum('2024-02-29'),
  nummer: '2024-7',
  onderwerp: 'Vaststelling',
  teBevestigen: false,
} as const

export async function laadKleinPlan(db: GemeenteDb): Promise<Plan> {
  const plan = kleinPlan(db.schema)
  const uitkomst = await laadPlan(db, plan, { door: null, waarom: 'begin', hoofdplan: true })
  assert.deepEqual(uitkomst, { ok: true, waarde: { versie: 1 } })
  return plan
}

/** Laadt een plan zoals de website het bij een eerste start doet: zonder persoon, en meteen vastgesteld. */
export async function laadVastgesteld(
  db: GemeenteDb,
  plan: Plan,
  { hoofdplan = true, vastgesteld = true } = {},
): Promise<void> {
  const geladen = await laadPlan(db, plan, { door: null, waarom: 'Geladen voor een proef', hoofdplan })
  assert.ok(geladen.ok, 'plan niet geladen')
  if (!vastgesteld) return
  const besluit = { ...BESLUIT, datum: null, nummer: null, onderwerp: 'Proef', teBevestigen: true }
  const vast = await stelGeladenVast(maakBoekhouder(), db, TESTKLOK, plan.programma.id, besluit)
  assert.ok(vast.ok, 'plan niet vastgesteld')
}

/** Het plan waarin één onderdeel anders heet. */
export const metTitel =
  (id: string, titel: string) =>
  (plan: Plan): Plan => ({
    ...plan,
    onderdelen: plan.onderdelen.map((o): Onderdeel => (o.id === id ? { ...o, titel } : o)),
  })
