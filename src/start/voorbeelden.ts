import { readFileSync } from 'node:fs'
import type { Klok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { laadPlan, leesPlan, stelGeladenVast } from '#programma/deur.ts'
import { findGemeenten, maakGemeente } from '#start/gemeenten.ts'

/**
 * De voorbeelden die een lege installatie laadt: het echte plan van Midden-Drenthe, en het oudere hoofdstuk Wmo.
 * Het document noemt zijn besluit niet; dat staat er daarom als "te bevestigen" bij.
 */
const MAP = new URL('../../voorbeelden/midden-drenthe/', import.meta.url)

const VOORBEELDEN = [
  {
    bestand: 'programmaplan-2022-2026.json',
    hoofdplan: true,
    onderwerp: 'Programmaplan Sociaal Domein 2022-2026',
  },
  { bestand: 'wmo-2017-2018.json', hoofdplan: false, onderwerp: 'Hoofdstuk Wmo uit de programmabegroting' },
] as const

/** Laadt de voorbeelden als er nog geen enkele gemeente is. Geeft de namen van wat geladen is. */
export async function laadVoorbeelden(databank: Databank, klok: Klok): Promise<string[]> {
  if ((await databank.beheer(findGemeenten)).length > 0) return []
  const gemaakt = await maakGemeente(databank, {
    code: 'gm1731',
    naam: 'Midden-Drenthe',
    hosts: ['localhost', '127.0.0.1', 'midden-drenthe.localhost'],
  })
  // Een ander proces op dezelfde server was eerder: dan is er niets te doen.
  if (!gemaakt.ok) return []
  const db = databank.gemeente('gm1731')
  const boekhouder = maakBoekhouder()
  const geladen: string[] = []
  for (const { bestand, hoofdplan, onderwerp } of VOORBEELDEN) {
    const plan = leesPlan(JSON.parse(readFileSync(new URL(bestand, MAP), 'utf8')))
    if (!plan.ok)
      throw new Error(`voorbeeld ${bestand} klopt niet: ${JSON.stringify(plan.reden.slice(0, 3))}`)
    const waarom = 'Overgenomen uit het openbare document, zonder iets te verbeteren.'
    const gelukt = await laadPlan(db, plan.waarde, { door: null, waarom, hoofdplan })
    if (!gelukt.ok) throw new Error(`voorbeeld ${bestand}: ${gelukt.reden.code}`)
    const vast = await stelGeladenVast(boekhouder, db, klok, plan.waarde.programma.id, {
      orgaan: 'onbekend',
      datum: null,
      nummer: null,
      onderwerp,
      teBevestigen: true,
    })
    if (!vast.ok) throw new Error(`voorbeeld ${bestand}: ${vast.reden.code}`)
    geladen.push(bestand)
  }
  return geladen
}
