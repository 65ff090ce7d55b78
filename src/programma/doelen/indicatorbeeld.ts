import { type Datum, laatsteDag } from '#basis/datum.ts'
import type { Lezer } from '#basis/db.ts'
import {
  beoordeelMeting,
  findMetingen,
  type Meetoordeel,
  type Meting,
  type Metingopties,
} from '#metingen/deur.ts'
import { maatstafVan, reeksenVan, reeksVan } from '#programma/doelen/maatstaf.ts'
import type { Doel, Indicator, Plan } from '#programma/plan.ts'

/** Per doel zijn indicatoren, met het laatste cijfer en wat dat zegt; zo staat het op het scherm en in een rapport. */

export type Indicatorbeeld = {
  doel: Doel
  indicator: Indicator
  reeks: string
  /** Per tijdvak de jaargang die gold, de oudste eerst. */
  metingen: readonly Meting[]
  /** Het laatste tijdvak met een waarde. */
  laatste: Meting | undefined
  /** Wat daarna nog had moeten komen, met de reden waarom het er niet is. */
  daarna: readonly Meting[]
  oordeel: Meetoordeel
}

export type Doelmeting = { doel: Doel; indicatoren: readonly Indicatorbeeld[] }

/** Elk doel staat erin, ook een doel zonder indicator. */
export function doelmetingenVan(plan: Plan, metingen: readonly Meting[]): Doelmeting[] {
  const perReeks = Map.groupBy(metingen, ({ reeks }) => reeks)
  return plan.doelen.map((doel) => ({
    doel,
    indicatoren: doel.indicatoren.map((indicator) => {
      const reeks = reeksVan(plan.programma.id, doel.id, indicator.id)
      return indicatorbeeldVan(doel, indicator, reeks, perReeks.get(reeks) ?? [])
    }),
  }))
}

function indicatorbeeldVan(
  doel: Doel,
  indicator: Indicator,
  reeks: string,
  metingen: readonly Meting[],
): Indicatorbeeld {
  const plek = metingen.findLastIndex(({ waarde }) => waarde !== null)
  const laatste = metingen[plek]
  return {
    doel,
    indicator,
    reeks,
    metingen,
    laatste,
    daarna: metingen.slice(plek + 1),
    oordeel: beoordeelMeting(laatste, maatstafVan(indicator)),
  }
}

/**
 * Zoals bekend op een moment, over tijdvakken die op een dag om waren; zonder beide zoals nu. Het plan bepaalt de
 * streefwaarden, dus geef de versie van toen.
 */
export async function findDoelmetingen(
  lezer: Lezer,
  plan: Plan,
  { geldigTm, ...opties }: Metingopties & { geldigTm?: Datum | undefined } = {},
): Promise<Doelmeting[]> {
  const metingen = await findMetingen(lezer, reeksenVan(plan), opties)
  return doelmetingenVan(
    plan,
    metingen.filter(({ tijdvak }) => geldigTm === undefined || laatsteDag(tijdvak) <= geldigTm),
  )
}

/** De zin die een doel zonder indicator overal krijgt. */
export const GEEN_INDICATOR = 'Bij dit doel staat geen indicator in het plan.'
