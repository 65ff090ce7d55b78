/** Wanneer er een bevestigingsmail gaat. Een ander kan uw adres invullen: daarom gaat er niet bij elke aanvraag een mail. */

const UUR_MS = 3_600_000
export const GELDIG_UREN = 48
const MEESTE_KEREN = 3

export type Aanvraag = { gevraagdOp: Date; keren: number; verlooptOp: Date | null }

/** Hoogstens één mail per uur en drie per aanvraag; wie al een abonnement heeft, hoort dat hoogstens eens per dag. */
export function gaatErMail(eerder: Aanvraag, nu: Date): boolean {
  const geleden = nu.getTime() - eerder.gevraagdOp.getTime()
  if (eerder.verlooptOp === null) return geleden >= 24 * UUR_MS
  return nu >= eerder.verlooptOp || (geleden >= UUR_MS && eerder.keren < MEESTE_KEREN)
}

export const verlooptOp = (nu: Date): Date => new Date(nu.getTime() + GELDIG_UREN * UUR_MS)
