import { gelijkeTekst, type Veld, type Veldgroep, type Waarden } from '#programma/wijzigen/velden.ts'

/** Twee mensen veranderden hetzelfde: wat er was, wat er nu staat en wat de tweede typte, naast elkaar. */
export type Botsingsregel = {
  veld: string
  was: string
  nu: string
  /** Leeg als de tweede dit veld niet aanraakte. */
  getypt: string
  aard: 'ander' | 'zelf' | 'beiden'
}

const namenVan = (...lagen: readonly (Waarden | undefined)[]): string[] => [
  ...new Set(lagen.flatMap((laag) => Object.keys(laag ?? {}))),
]

export const zelfdeWaarden = (een: Waarden | undefined, ander: Waarden | undefined): boolean =>
  (een === undefined) === (ander === undefined) &&
  namenVan(een, ander).every((naam) => gelijkeTekst(een?.[naam], ander?.[naam]))

/**
 * Wat er in het formulier komt na een botsing: overal wat de tweede zelf typte, en waar die niets aanraakte wat er nu
 * staat. Zo gaat niets verloren, en draait opnieuw bewaren het werk van de ander niet ongemerkt terug.
 */
export function legSamen(was: Waarden, nu: Waarden, getypt: Waarden): Waarden {
  const samen: Record<string, string> = {}
  for (const naam of namenVan(nu, getypt, was)) {
    const waarde = gelijkeTekst(getypt[naam], was[naam]) ? nu[naam] : (getypt[naam] ?? '')
    if (waarde !== undefined) samen[naam] = waarde
  }
  return samen
}

/** De velden die een van beiden veranderde, in woorden. */
export function botsingsregels(
  was: Waarden,
  nu: Waarden,
  getypt: Waarden,
  groepen: readonly Veldgroep[],
): Botsingsregel[] {
  const regels: Botsingsregel[] = []
  for (const groep of groepen)
    for (const veld of groep.velden) {
      const [oud, staand, nieuw] = [was[veld.naam], nu[veld.naam], getypt[veld.naam]]
      const ander = !gelijkeTekst(oud, staand)
      const zelf = !gelijkeTekst(oud, nieuw)
      if (!ander && !zelf) continue
      regels.push({
        veld: groep.kop === undefined ? veld.label : `${groep.kop}: ${veld.label}`,
        was: toonWaarde(veld, oud),
        nu: toonWaarde(veld, staand),
        getypt: zelf ? toonWaarde(veld, nieuw) : '',
        aard: ander && zelf ? 'beiden' : ander ? 'ander' : 'zelf',
      })
    }
  return regels
}

function toonWaarde(veld: Veld, waarde: string | undefined): string {
  if (veld.soort === 'vinkje') return waarde ? 'aangevinkt' : 'niet aangevinkt'
  if (waarde === undefined || waarde === '') return '(leeg)'
  if (veld.soort !== 'keuze') return waarde
  return veld.keuzes.find((keuze) => keuze.waarde === waarde)?.tekst ?? waarde
}
