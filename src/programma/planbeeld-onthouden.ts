import type { Planbeeld } from '#programma/planbeeld.ts'

/**
 * Rekent iets per versie van een plan maar één keer uit: een versie verandert nooit. `sleutel` is wat er verder nog
 * toe doet, zoals een jaar; het moeten er weinig zijn, want alles blijft bewaard zolang de versie in het geheugen is.
 */
export function perBeeld<Uitkomst>(
  reken: (beeld: Planbeeld, sleutel: string) => Uitkomst,
): (beeld: Planbeeld, sleutel?: string) => Uitkomst {
  const bewaard = new WeakMap<Planbeeld, Map<string, { uitkomst: Uitkomst }>>()
  return (beeld, sleutel = '') => {
    const hier = bewaard.get(beeld) ?? new Map<string, { uitkomst: Uitkomst }>()
    bewaard.set(beeld, hier)
    const bekend = hier.get(sleutel) ?? { uitkomst: reken(beeld, sleutel) }
    hier.set(sleutel, bekend)
    return bekend.uitkomst
  }
}
