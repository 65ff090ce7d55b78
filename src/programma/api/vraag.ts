import type { z } from 'zod'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { BESTAAT_NIET, DUBBEL } from '#programma/api/teksten.ts'

export type Vraagfout = { pad: string; melding: string }

/** Keurt de parameters van een vraag; elke fout noemt haar parameter. Wat er niet hoort, wordt niet stil genegeerd. */
export function leesVraag<Schema extends z.ZodType>(
  schema: Schema,
  parameters: URLSearchParams,
): Uitkomst<z.output<Schema>, Vraagfout[]> {
  const namen = [...new Set(parameters.keys())]
  const dubbel = namen.filter((naam) => parameters.getAll(naam).length > 1)
  const gelezen = schema.safeParse(Object.fromEntries(namen.map((naam) => [naam, parameters.get(naam)])))
  const fouten = [
    ...dubbel.map((pad) => ({ pad, melding: DUBBEL })),
    ...(gelezen.success ? [] : gelezen.error.issues.flatMap(foutenVan)),
  ]
  return gelezen.success && fouten.length === 0 ? gelukt(gelezen.data) : geweigerd(fouten)
}

const LANGSTE_NAAM = 100

function foutenVan(fout: z.core.$ZodIssue): Vraagfout[] {
  if (fout.code === 'unrecognized_keys')
    return fout.keys.slice(0, 20).map((naam) => ({ pad: naam.slice(0, LANGSTE_NAAM), melding: BESTAAT_NIET }))
  return [{ pad: fout.path.join('.'), melding: fout.message }]
}
