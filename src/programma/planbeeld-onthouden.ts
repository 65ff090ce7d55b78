import type { Planbeeld } from '#programma/planbeeld.ts'

/**
 * Rekent iets per versie van een plan maar één keer uit: een versie verandert nooit. `sleutel` noemt alles wat er
 * verder toe doet, ook van `rest`. Per versie blijven de laatste `hoogstens` uitkomsten bewaard.
 */
export function perBeeld<Uitkomst, Rest extends readonly unknown[] = []>(
  hoogstens: number,
  reken: (beeld: Planbeeld, sleutel: string, ...rest: Rest) => Uitkomst,
): (beeld: Planbeeld, sleutel: string, ...rest: Rest) => Uitkomst {
  const bewaard = new WeakMap<Planbeeld, Map<string, { uitkomst: Uitkomst }>>()
  return (beeld, sleutel, ...rest) => {
    const hier = bewaard.get(beeld) ?? new Map<string, { uitkomst: Uitkomst }>()
    bewaard.set(beeld, hier)
    const bekend = hier.get(sleutel)
    if (bekend !== undefined) return bekend.uitkomst
    const uitkomst = reken(beeld, sleutel, ...rest)
    hier.set(sleutel, { uitkomst })
    // Wat mislukte, mag de volgende opnieuw proberen.
    if (uitkomst instanceof Promise) uitkomst.catch(() => hier.delete(sleutel))
    const oudste = hier.keys().next()
    if (hier.size > hoogstens && !oudste.done) hier.delete(oudste.value)
    return uitkomst
  }
}
