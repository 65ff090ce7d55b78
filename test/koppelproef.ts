import assert from 'node:assert/strict'
import type { Databank } from '#basis/db.ts'
import { maakBoekhouder } from '#grootboek/boekhouder.flow.ts'
import { leesIn } from '#grootboek/inlezen/inlezen.flow.ts'
import {
  type Koppelwijziging,
  type NieuweRegel,
  wijzigKoppeling,
} from '#grootboek/koppeling/koppeling.flow.ts'
import type { Doel } from '#grootboek/koppeling/koppelregel.ts'
import { testBezoek } from '#test/bezoek.ts'
import { verseGemeente } from '#test/databanken.ts'
import { gelezenProef, type Proefbestand } from '#test/inlezing.ts'

/** Een verse gemeente om op in te lezen en te koppelen; elke stap moet lukken. */

export const regelNaar = (
  voorwaarden: Partial<NieuweRegel>,
  onderdeel: string | null,
  bron: Extract<Doel, { soort: 'onderdeel' }>['bron'] = { soort: 'bron', bron: null },
): NieuweRegel => ({
  administratie: null,
  rekening: null,
  kostenplaats: null,
  project: null,
  van: null,
  tot: null,
  doel:
    onderdeel === null
      ? { soort: 'hoort_niet' }
      : { soort: 'onderdeel', programma: 'p', onderdeel, bron, kenmerk: {} },
  ...voorwaarden,
})

export const begin = async (databank: Databank) => {
  const db = await verseGemeente(databank)
  return { db, boekhouder: maakBoekhouder(), bezoek: await testBezoek(db, 'financieel-adviseur') }
}

export type Plek = Awaited<ReturnType<typeof begin>>

export const lees = async ({ db, boekhouder, bezoek }: Plek, bestand: Proefbestand) => {
  const gelezen = await gelezenProef(db, bestand)
  const uitkomst = await leesIn(boekhouder, bezoek, { gelezen, programma: 'p' })
  assert.ok(uitkomst.ok, JSON.stringify(uitkomst))
}

export const wijzig = async ({ boekhouder, bezoek }: Plek, wijziging: Koppelwijziging) => {
  const uitkomst = await wijzigKoppeling(boekhouder, bezoek, wijziging)
  assert.ok(uitkomst.ok, JSON.stringify(uitkomst))
  return uitkomst.waarde
}
