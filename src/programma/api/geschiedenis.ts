import { z } from 'zod'
import { gelijk } from '#programma/stukken.ts'

/** Een versie van een plan, zonder wie haar maakte: namen van mensen verlaten de api niet. */
export type Versie = { nummer: number; op: Date; waarom: string; besluit: string | null }

/** Een stuk zoals het vanaf een versie luidt; `null`: in die versie weggehaald. */
export type Stukregel = { nummer: number; inhoud: unknown }

const VERSIEVELDEN = {
  versie: z.int(),
  op: z.iso.datetime().meta({ description: 'Wanneer deze versie is gemaakt.' }),
  waarom: z.string().meta({ description: 'De reden die erbij is opgeschreven.' }),
  vastgesteld: z.boolean(),
}

export const Versieregel = z.strictObject({ ...VERSIEVELDEN, besluit: z.uuid().nullable() })

/** Hoe een ding luidde vanaf een versie; `inhoud: null` betekent dat het daar is weggehaald. */
export const regelVan = <Inhoud extends z.ZodType>(inhoud: Inhoud) =>
  z.strictObject({ ...VERSIEVELDEN, inhoud: inhoud.nullable() })

export const versieregel = ({ nummer, op, waarom, besluit }: Versie) => ({
  versie: nummer,
  op: op.toISOString(),
  waarom,
  vastgesteld: besluit !== null,
})

/**
 * De geschiedenis van één ding zoals een lezer haar mag zien: per versie die zij mag zien (nieuwste eerst) hoe het
 * ding toen luidde, maar alleen waar dat anders is dan in haar vorige versie. Zo lekt geen concept dat tussen twee
 * vastgestelde versies lag. `regels` is nieuwste eerst; `lees` haalt het ding uit zijn stuk.
 */
export function geschiedenisVan<Inhoud>(
  regels: readonly Stukregel[],
  versies: readonly Versie[],
  lees: (inhoud: unknown) => Inhoud | null,
): (ReturnType<typeof versieregel> & { inhoud: Inhoud | null })[] {
  const uit: (ReturnType<typeof versieregel> & { inhoud: Inhoud | null })[] = []
  let vorige: Inhoud | null = null
  for (const versie of versies.toReversed()) {
    const regel = regels.find(({ nummer }) => nummer <= versie.nummer)
    const inhoud = regel === undefined || regel.inhoud === null ? null : lees(regel.inhoud)
    if (gelijk(inhoud, vorige)) continue
    uit.push({ ...versieregel(versie), inhoud })
    vorige = inhoud
  }
  return uit.reverse()
}
