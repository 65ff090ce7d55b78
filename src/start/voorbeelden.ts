import { readFileSync } from 'node:fs'
import type { Klok } from '#basis/datum.ts'
import { type Databank, inEenTransactie } from '#basis/db.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { laadPlan, leesPlan, stelGeladenVast } from '#programma/deur.ts'
import { findGemeenten, type Gemeente, maakGemeente } from '#start/gemeenten.ts'
import { GEMEENTE as VOORBEELD } from '#start/voorbeeldgemeente/plek.ts'
import { speelVerhaal } from '#start/voorbeeldgemeente/verhaal.ts'
import { maakRapportpoort, maakZetterij } from '#uitwisseling/deur.ts'

/**
 * De voorbeelden die een lege installatie laadt: het echte plan van Midden-Drenthe met het oudere hoofdstuk Wmo, en een
 * verzonnen gemeente met vijf jaar geld. Het document van Midden-Drenthe noemt zijn besluit niet; dat staat er daarom
 * als "te bevestigen" bij.
 */
const MAP = new URL('../../voorbeelden/midden-drenthe/', import.meta.url)

const PLANNEN = [
  {
    bestand: 'programmaplan-2022-2026.json',
    hoofdplan: true,
    onderwerp: 'Programmaplan Sociaal Domein 2022-2026',
  },
  { bestand: 'wmo-2017-2018.json', hoofdplan: false, onderwerp: 'Hoofdstuk Wmo uit de programmabegroting' },
] as const

export const MIDDEN_DRENTHE: Gemeente = {
  code: 'gm1731',
  naam: 'Midden-Drenthe',
  hosts: ['localhost', '127.0.0.1', 'midden-drenthe.localhost'],
}

async function laadMiddenDrenthe(databank: Databank, klok: Klok): Promise<void> {
  const db = databank.gemeente(MIDDEN_DRENTHE.code)
  const boekhouder = maakBoekhouder()
  for (const { bestand, hoofdplan, onderwerp } of PLANNEN) {
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
  }
}

/** Het proces dat PDF's zet hoort alleen bij het laden: na afloop is zijn geheugen weer vrij. */
async function laadVoorbeeldgemeente(databank: Databank, zeg: (zin: string) => void): Promise<void> {
  const zetterij = maakZetterij()
  try {
    await speelVerhaal(databank.gemeente(VOORBEELD.code), maakRapportpoort(zetterij), (jaar) =>
      zeg(`Voorbeeldgemeente: ${jaar} wordt geboekt …`),
    )
  } finally {
    await zetterij.sluit()
  }
}

export const VOORBEELDEN = {
  gm1731: MIDDEN_DRENTHE,
  gm0000: VOORBEELD,
} as const satisfies Record<string, Gemeente>
export type Voorbeeldcode = keyof typeof VOORBEELDEN

export type Laadopties = {
  /** Zonder keuze allebei. */
  welke?: readonly Voorbeeldcode[] | undefined
  zeg?: ((zin: string) => void) | undefined
}

/**
 * Laadt de voorbeelden als er nog geen enkele gemeente is, in één transactie: wie het onderbreekt, begint de volgende
 * keer weer met niets. Geeft de gemeenten die geladen zijn.
 */
export function laadVoorbeelden(
  databank: Databank,
  klok: Klok,
  { welke = ['gm1731', 'gm0000'], zeg = () => undefined }: Laadopties = {},
): Promise<Gemeente[]> {
  return inEenTransactie(databank, async (binnen) => {
    if ((await binnen.beheer(findGemeenten)).length > 0) return []
    const geladen: Gemeente[] = []
    for (const code of welke) {
      const gemaakt = await maakGemeente(binnen, VOORBEELDEN[code])
      // Een ander proces op dezelfde server was eerder: dan is er niets te doen.
      if (!gemaakt.ok) return []
      if (code === 'gm1731') await laadMiddenDrenthe(binnen, klok)
      else await laadVoorbeeldgemeente(binnen, zeg)
      geladen.push(gemaakt.waarde)
    }
    return geladen
  })
}
