import type { Planbeeld } from '#programma/planbeeld.ts'

/**
 * Rekent iets per versie van een plan maar één keer uit: een versie verandert nooit. `sleutel` noemt alles wat er
 * verder toe doet, ook van `rest`. Het moeten er weinig zijn: alles blijft zolang de versie in het geheugen is.
 */
export function perBeeld<Uitkomst, Rest extends readonly unknown[] = []>(
  reken: (beeld: Planbeeld, sleutel: string, ...rest: Rest) => Uitkomst,
): (beeld: Planbeeld, sleutel: string, ...rest: Rest) => Uitkomst {
  const bewaard = new WeakMap<Planbeeld, Map<string, { uitkomst: Uitkomst }>>()
  return (beeld, sleutel, ...rest) => {
    const hier = bewaard.get(beeld) ?? new Map<string, { uitkomst: Uitkomst }>()
    bewaard.set(beeld, hier)
    const bekend = hier.get(sleutel) ?? { uitkomst: reken(beeld, sleutel, ...rest) }
    hier.set(sleutel, bekend)
    // Wat mislukte, mag de volgende opnieuw proberen.
    if (bekend.uitkomst instanceof Promise) bekend.uitkomst.catch(() => hier.delete(sleutel))
    return bekend.uitkomst
  }
}
