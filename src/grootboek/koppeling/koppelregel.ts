import { z } from 'zod'
import type { Datum } from '#basis/datum.ts'
import { Kenmerk, kenmerktekst } from '#grootboek/kenmerk.ts'
import { Naam } from '#grootboek/rekening.ts'

/**
 * Een koppelregel zegt bij welk onderdeel en welke bron geld uit het financiële systeem hoort. Zij geldt voor wat aan
 * al haar voorwaarden voldoet, van en tot en met een dag.
 */

/** Een code, of het begin ervan met een sterretje: `7.621` of `7.6*`. */
export const Codepatroon = z
  .string()
  .max(41)
  .regex(/^[^*\s](?:[^*]*[^*\s])?\*?$/u, 'Schrijf een code, of het begin ervan met een sterretje: 7.6*')

export const VOORWAARDEN = ['project', 'kostenplaats', 'rekening', 'administratie'] as const
export type Voorwaardeveld = (typeof VOORWAARDEN)[number]

export const Voorwaarden = z.strictObject({
  administratie: z.string().min(1).max(100).nullable(),
  rekening: Codepatroon.nullable(),
  kostenplaats: Codepatroon.nullable(),
  project: Codepatroon.nullable(),
})
export type Voorwaarden = z.infer<typeof Voorwaarden>

/** Hoe een bedrag over de bronnen van een onderdeel gaat. */
export const Bronverdeling = z.discriminatedUnion('soort', [
  /** Uit één bron; `null` is nog te verdelen. */
  z.strictObject({ soort: z.literal('bron'), bron: Naam.nullable() }),
  /** Vaste aandelen, als hele getallen. */
  z.strictObject({
    soort: z.literal('aandelen'),
    delen: z
      .array(z.strictObject({ bron: Naam, gewicht: z.int().min(1).max(1_000_000) }))
      .min(1)
      .max(20),
  }),
  /** Eerst de ene bron tot haar ruimte op is, dan de volgende; wat niet past, komt bij de laatste. */
  z.strictObject({ soort: z.literal('waterval'), bronnen: z.array(Naam).min(1).max(20) }),
])
export type Bronverdeling = z.infer<typeof Bronverdeling>

export const ONVERDEELD: Bronverdeling = { soort: 'bron', bron: null }

export const Doel = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('hoort_niet') }),
  /** Een bate die een bron inbrengt, zoals een bijdrage van het Rijk. */
  z.strictObject({ soort: z.literal('ontvangst'), programma: Naam, bron: Naam }),
  z.strictObject({
    soort: z.literal('onderdeel'),
    programma: Naam,
    onderdeel: Naam,
    /** `volgorde`: zoals bij het onderdeel is afgesproken. */
    bron: z.union([z.strictObject({ soort: z.literal('volgorde') }), Bronverdeling]),
    kenmerk: Kenmerk,
  }),
])
export type Doel = z.infer<typeof Doel>

export type Koppelregel = Voorwaarden & {
  regel: string
  versie: number
  van: Datum | null
  tot: Datum | null
  doel: Doel
}

/** Waar een regel uit het financiële systeem op geboekt is. */
export type Vindplaats = {
  administratie: string
  rekening: string
  kostenplaats: string | null
  project: string | null
}

const past = (patroon: string | null, code: string | null): boolean => {
  if (patroon === null) return true
  if (code === null) return false
  return patroon.endsWith('*') ? code.startsWith(patroon.slice(0, -1)) : code === patroon
}

export const pastOp = (voorwaarden: Voorwaarden, plaats: Vindplaats): boolean =>
  VOORWAARDEN.every((veld) => past(voorwaarden[veld], plaats[veld]))

export const geldtOp = ({ van, tot }: Pick<Koppelregel, 'van' | 'tot'>, dag: Datum): boolean =>
  (van === null || van <= dag) && (tot === null || dag <= tot)

const EXACT = 1_000
const gewicht = (patroon: string | null): number =>
  patroon === null ? 0 : patroon.endsWith('*') ? patroon.length : EXACT

/**
 * Hoe bepaald een regel is: eerst het aantal voorwaarden, dan hoeveel daarvan een hele code noemen, dan project voor
 * kostenplaats voor rekening. Twee regels met dezelfde rang die op dezelfde plek passen, hebben dezelfde voorwaarden.
 */
const rangVan = (regel: Voorwaarden): number[] => {
  const gewichten = VOORWAARDEN.map((veld) => gewicht(regel[veld]))
  return [
    gewichten.filter((een) => een > 0).length,
    gewichten.filter((een) => een === EXACT).length,
    ...gewichten,
  ]
}

export function bepaaldsteEerst(een: Voorwaarden, ander: Voorwaarden): number {
  const [a, b] = [rangVan(een), rangVan(ander)]
  for (const [i, waarde] of a.entries()) {
    const verschil = (b[i] ?? 0) - waarde
    if (verschil !== 0) return verschil
  }
  return 0
}

const gelijkeVoorwaarden = (een: Voorwaarden, ander: Voorwaarden): boolean =>
  VOORWAARDEN.every((veld) => een[veld] === ander[veld])

/** Zeggen deze twee regels op dezelfde dag iets over precies hetzelfde? Dan kan er niet gekozen worden. */
export const botst = (een: Koppelregel, ander: Koppelregel): boolean =>
  een.regel !== ander.regel &&
  gelijkeVoorwaarden(een, ander) &&
  (een.tot === null || ander.van === null || ander.van <= een.tot) &&
  (ander.tot === null || een.van === null || een.van <= ander.tot)

/** Waarmee in de tekst van een doel een bron begint; de naam van een onderdeel kan zo niet beginnen. */
export const ONTVANGST = '+'

/** Een vaste schrijfwijze, om te zien of er iets verandert. */
export function verdeeltekst(wijze: Bronverdeling): string {
  if (wijze.soort === 'bron') return wijze.bron ?? '-'
  if (wijze.soort === 'waterval') return `waterval(${wijze.bronnen.join(',')})`
  return `aandelen(${wijze.delen.map(({ bron, gewicht: deel }) => `${bron}=${deel}`).join(',')})`
}

/** Waar geld op geboekt wordt; `onderdeel` is `null` zolang niemand weet waar het bij hoort. */
export type Boekdoel = {
  programma: string
  onderdeel: string | null
  /** De bron die dit inbrengt, als het een bate van een bron is en geen uitgave van een onderdeel. */
  ontvangst: string | null
  verdeling: Bronverdeling
  kenmerk: Kenmerk
}

export const doeltekst = ({ programma, onderdeel, ontvangst, verdeling, kenmerk }: Boekdoel): string =>
  ontvangst !== null
    ? `${programma}:${ONTVANGST}${ontvangst}::`
    : `${programma}:${onderdeel ?? '-'}:${verdeeltekst(verdeling)}:${kenmerktekst(kenmerk)}`
