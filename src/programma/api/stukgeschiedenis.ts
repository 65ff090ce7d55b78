import type { z } from 'zod'
import { geschiedenisVan, regelVan } from '#programma/api/geschiedenis.ts'
import type { Plandeel } from '#programma/api/verzameling.ts'
import type { Stuksoort } from '#programma/stukken.ts'

/** De geschiedenis van iets dat in een stuk bewaard wordt; `kies` haalt het ding eruit, `sleutel` vindt het stuk. */
export function stukgeschiedenis<Inhoud extends z.ZodType>(
  soort: Stuksoort,
  inhoud: Inhoud,
  kies: (stuk: unknown, id: string) => z.output<Inhoud> | null = (stuk) => inhoud.parse(stuk),
  sleutel: (id: string) => string = (id) => id,
) {
  return {
    regel: regelVan(inhoud),
    geschiedenis: async (plan: Plandeel, id: string) =>
      geschiedenisVan(await plan.stukregels(soort, sleutel(id)), await plan.versies(), (stuk) =>
        kies(stuk, id),
      ),
  }
}
