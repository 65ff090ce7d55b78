import { z } from 'zod'

/** Kenmerken van een regel die geen rekening zijn: waarvoor (taakveld), wat voor kosten (categorie) en hoe blijvend. */

export const TAAKVELDSCHEMAS = ['2017', '2022', '2025'] as const
/** Code van een taakveld zoals gedrukt; sorteer haar als delen tekst, nooit als breuk (6.60 is geen 6.6). */
export const Taakveldcode = z.string().regex(/^\d{1,2}\.\d{1,3}[a-z]?$/u)
export const Categoriecode = z.string().regex(/^\d(?:\.\d{1,2}){1,2}$/u)

export const Kenmerk = z
  .strictObject({
    taakveld: Taakveldcode.optional(),
    taakveldschema: z.enum(TAAKVELDSCHEMAS).optional(),
    categorie: Categoriecode.optional(),
    aard: z.enum(['incidenteel', 'structureel']).optional(),
  })
  .refine(({ taakveld, taakveldschema }) => (taakveld === undefined) === (taakveldschema === undefined), {
    error: 'een taakveld hoort bij een schema',
    path: ['taakveldschema'],
  })
export type Kenmerk = z.infer<typeof Kenmerk>

export const GEEN_KENMERK: Kenmerk = {}

/** `6.1@2022;3.8;incidenteel`; lege delen blijven leeg, en zonder enig kenmerk is het de lege tekst. */
export function kenmerktekst({ taakveld, taakveldschema, categorie, aard }: Kenmerk): string {
  if (taakveld === undefined && categorie === undefined && aard === undefined) return ''
  return `${taakveld === undefined ? '' : `${taakveld}@${taakveldschema}`};${categorie ?? ''};${aard ?? ''}`
}

/** Leest de tekst terug; gooit als zij anders geschreven is dan `kenmerktekst` doet. */
export function leesKenmerk(tekst: string): Kenmerk {
  if (tekst === '') return GEEN_KENMERK
  const [veld = '', categorie = '', aard = ''] = tekst.split(';')
  const [taakveld = '', taakveldschema = ''] = veld.split('@')
  const kenmerk = Kenmerk.parse({
    ...(taakveld === '' ? {} : { taakveld, taakveldschema }),
    ...(categorie === '' ? {} : { categorie }),
    ...(aard === '' ? {} : { aard }),
  })
  if (kenmerktekst(kenmerk) !== tekst) throw new Error('kenmerk heeft niet de vaste vorm')
  return kenmerk
}
