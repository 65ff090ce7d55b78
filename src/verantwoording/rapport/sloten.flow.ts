import type { Tx } from '#basis/db.ts'
import { lockMetingen } from '#metingen/deur.ts'
import {
  lockBesluiten,
  lockDrempel,
  lockPlan,
  lockPrognoses,
  lockVastlegging,
  lockVoortgang,
} from '#programma/deur.ts'

/**
 * Neemt elk slot waaronder iemand het moment kiest van een feit dat in een rapport staat. Wie daarna zelf een moment
 * kiest, weet dat alles van daarvoor er ligt: er kan niets meer onderweg zijn dat later alsnog meetelt.
 */
export async function neemSloten(tx: Tx, plan: string): Promise<void> {
  await lockPlan(tx, plan)
  await lockPrognoses(tx, plan)
  await lockVoortgang(tx, plan)
  for (const soort of ['mijlpaal', 'risico'] as const) await lockVastlegging(tx, soort, plan)
  await lockMetingen(tx)
  await lockDrempel(tx)
  await lockBesluiten(tx)
}
