import { type Datum, dagVan } from '#basis/datum.ts'
import type { Plankop, Versiekop } from '#programma/plan.store.ts'
import { eersteZichtbare } from '#programma/versies/zicht.ts'

/** De versies waarin dit onderdeel veranderde, zoals deze lezer ze mag zien. */
export type Geschiedenisregel = {
  versie: number
  dag: Datum
  waarom: string
  /** De versie ervoor die deze lezer kan openen; zonder is dit de eerste. */
  vorige: number | undefined
}

type Regel = Pick<Versiekop, 'nummer' | 'gemaaktOp' | 'waarom'>

const VASTGESTELD = 'Vastgesteld met wijzigingen'

/**
 * Nieuwste eerst. Wie geen concepten mag zien, ziet een wijziging bij de vastgestelde versie waarmee zij kwam, en
 * niet de woorden die er in een concept bij stonden.
 */
export function geschiedenisVan(
  kop: Pick<Plankop, 'vastgesteldeVersies'>,
  regels: readonly Regel[],
  magConcept: boolean,
): Geschiedenisregel[] {
  const perVersie = new Map<number, Geschiedenisregel>()
  for (const { nummer, gemaaktOp, waarom } of regels) {
    const versie = eersteZichtbare(kop, nummer, magConcept)
    if (versie === undefined || perVersie.has(versie)) continue
    perVersie.set(versie, {
      versie,
      dag: dagVan(gemaaktOp),
      waarom: versie === nummer ? waarom : VASTGESTELD,
      vorige: vorigeVan(kop, versie, magConcept),
    })
  }
  return [...perVersie.values()].sort((a, b) => b.versie - a.versie)
}

function vorigeVan(
  { vastgesteldeVersies }: Pick<Plankop, 'vastgesteldeVersies'>,
  versie: number,
  magConcept: boolean,
): number | undefined {
  if (magConcept) return versie > 1 ? versie - 1 : undefined
  return vastgesteldeVersies.findLast((eerder) => eerder < versie)
}
