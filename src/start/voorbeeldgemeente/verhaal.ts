import { readFileSync } from 'node:fs'
import type { GemeenteDb } from '#basis/db.ts'
import type { Plan } from '#programma/plan.ts'
import { leesPlan } from '#programma/plan-lezen.ts'
import { KOPPELING, mandaten, PLAN } from '#start/voorbeeldgemeente/begin.ts'
import { contractgebeurtenissen } from '#start/voorbeeldgemeente/contracten.ts'
import { jaargebeurtenissen } from '#start/voorbeeldgemeente/jaren.ts'
import {
  alsStuk,
  bijzonderheden,
  EIND,
  inlezen,
  ontvangsten,
  sluitingen,
} from '#start/voorbeeldgemeente/maanden.ts'
import { metinggebeurtenissen } from '#start/voorbeeldgemeente/metingen.ts'
import { mijlpaalgebeurtenissen } from '#start/voorbeeldgemeente/mijlpalen.ts'
import { overleggebeurtenissen } from '#start/voorbeeldgemeente/overleggen.ts'
import { type Gebeurtenis, maakPlek } from '#start/voorbeeldgemeente/plek.ts'
import { prognosegebeurtenissen } from '#start/voorbeeldgemeente/prognoses.ts'
import { rapportgebeurtenissen } from '#start/voorbeeldgemeente/rapporten.ts'
import { risicogebeurtenissen } from '#start/voorbeeldgemeente/risicos.ts'
import { type Budgetten, stukkenVan } from '#start/voorbeeldgemeente/stukken.ts'
import { CONTRACTEN, facturenVan } from '#start/voorbeeldgemeente/verplichtingen.ts'
import { voortganggebeurtenissen } from '#start/voorbeeldgemeente/voortgang.ts'
import type { Rapportpoort } from '#verantwoording/poorten.ts'

/**
 * Het verhaal van gemeente Voorbeeld, van januari 2022 tot eind oktober 2026: alles langs de gewone wegen, op de dag
 * waarop het zou zijn gebeurd. Elke keer precies hetzelfde.
 */

const MAP = new URL('../../../voorbeelden/voorbeeldgemeente/', import.meta.url)

function leesVersie(bestand: string): Plan {
  const plan = leesPlan(JSON.parse(readFileSync(new URL(bestand, MAP), 'utf8')))
  if (!plan.ok) throw new Error(`voorbeeld ${bestand} klopt niet: ${JSON.stringify(plan.reden.slice(0, 3))}`)
  return plan.waarde
}

function budgettenVan(plan: Plan): Budgetten {
  const budgetten = new Map<string, Map<number, number>>()
  for (const { onderdeel, jaar, bedragCent } of plan.raming) {
    const perJaar = budgetten.get(onderdeel) ?? new Map<number, number>()
    budgetten.set(onderdeel, perJaar.set(jaar, (perJaar.get(jaar) ?? 0) + bedragCent))
  }
  return budgetten
}

const inVolgorde = (een: Gebeurtenis, ander: Gebeurtenis): number =>
  een.dag < ander.dag ? -1 : een.dag > ander.dag ? 1 : een.uur - ander.uur

/** Wat er in vijf jaar te betalen was, ook wat na het eind van het verhaal nog komt. */
export function alleKosten() {
  const plannen = {
    1: leesVersie('programmaplan-2022-2026.json'),
    2: leesVersie('programmaplan-2022-2026-bijgesteld.json'),
  }
  const budgetten = budgettenVan(plannen[2])
  const stukken = stukkenVan(budgetten)
  const facturen = facturenVan(CONTRACTEN)
  return { plannen, budgetten, stukken, facturen, auditstukken: [...stukken, ...facturen.map(alsStuk)] }
}

/** Speelt het verhaal na in een lege gemeente. `meld` hoort elk jaar dat begint. */
export async function speelVerhaal(
  db: GemeenteDb,
  rapporten: Rapportpoort,
  meld: (jaar: number) => void = () => undefined,
): Promise<void> {
  const { plannen, budgetten, stukken, facturen, auditstukken } = alleKosten()
  const gebeurtenissen: Gebeurtenis[] = [
    ...PLAN,
    ...mandaten(),
    ...KOPPELING,
    ...contractgebeurtenissen(facturen.filter(({ datum }) => datum <= EIND)),
    ...inlezen(auditstukken),
    ...sluitingen(),
    ...ontvangsten(),
    ...bijzonderheden(),
    ...jaargebeurtenissen(),
    ...prognosegebeurtenissen(stukken, facturen, budgetten),
    ...metinggebeurtenissen(),
    ...voortganggebeurtenissen(),
    ...mijlpaalgebeurtenissen(),
    ...risicogebeurtenissen(),
    ...overleggebeurtenissen(),
    ...rapportgebeurtenissen(),
  ]
  const plek = await maakPlek(db, plannen, rapporten)
  let jaar = 0
  for (const { dag, uur, doe } of gebeurtenissen.toSorted(inVolgorde)) {
    if (dag > EIND) continue
    if (Number(dag.slice(0, 4)) > jaar) {
      jaar = Number(dag.slice(0, 4))
      meld(jaar)
    }
    plek.klok.zet(dag, uur)
    await doe(plek)
  }
}
