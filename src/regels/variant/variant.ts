import { z } from 'zod'

/**
 * Een variant is een wens op papier: welke bedragen en grenzen anders worden. Zij is een laag boven op de wet en het
 * beleid van de gemeente, en nooit geldend recht.
 */
export const FORMULES = {
  abonnement: 'het vaste bedrag per maand van nu',
  'wetsvoorstel-36713': 'de bijdrage naar inkomen en vermogen uit wetsvoorstel 36713',
  'plan-2022': 'het plan van 2022, dat niet doorging',
  'regels-2018': 'de formule van 2018, naar inkomen en vermogen',
} as const
export type Formule = keyof typeof FORMULES

export const NIHILSOORTEN = {
  alleen: 'alleenstaand, onder de AOW-leeftijd',
  alleen_aow: 'alleenstaand, met AOW-leeftijd',
  paar_aow: 'paar, beiden met AOW-leeftijd',
} as const
export type Nihilsoort = keyof typeof NIHILSOORTEN
export const NIHILLIJST = ['alleen', 'alleen_aow', 'paar_aow'] as const satisfies readonly Nihilsoort[]

/** Honderdduizend euro: meer is een tikfout. */
const Cent = z.int().min(0).max(10_000_000)
const Procent = z.number().min(0).max(300).multipleOf(0.01)

/** Een grens als bedrag per jaar, of als percentage van de norm met vakantietoeslag. Precies een van de twee. */
export const Nihilgrens = z.strictObject({ procent: Procent.optional(), centPerJaar: Cent.optional() })
export type Nihilgrens = z.infer<typeof Nihilgrens>

export const Variant = z.strictObject({
  formaat: z.literal(1).default(1),
  id: z.string().regex(/^[a-z0-9-]{1,60}$/u, 'alleen kleine letters, cijfers en streepjes'),
  naam: z.string().trim().min(1).max(120),
  uitleg: z.string().trim().max(1000).default(''),
  status: z.enum(['geldend', 'voorstel']).default('voorstel'),
  formule: z.enum(['abonnement', 'wetsvoorstel-36713', 'plan-2022', 'regels-2018']).default('abonnement'),
  /** Een ander vast bedrag per maand, in centen. */
  abonnementCent: Cent.optional(),
  /** Onder deze grens vraagt de gemeente niets. */
  nihil: z
    .strictObject({
      alleen: Nihilgrens.optional(),
      alleen_aow: Nihilgrens.optional(),
      paar_aow: Nihilgrens.optional(),
    })
    .default({}),
  czm: z.enum(['blijft', 'stopt']).default('blijft'),
  /** De hoogste vergoeding uit de Regeling per maand, in centen. */
  regelingCent: z.strictObject({ een: Cent, paar: Cent }).optional(),
  /** De inkomensgrens van het minimabeleid, als percentage van de norm zonder vakantietoeslag. */
  minimagrensProcent: Procent.optional(),
  pgbTariefCent: Cent.optional(),
  /** Elk ander bedrag of percentage dat Omzien kent, bij de naam van de parameter. */
  parameters: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(100),
        cent: Cent.optional(),
        procent: Procent.optional(),
        aantal: z.int().min(0).max(1000).optional(),
      }),
    )
    .max(50)
    .default([]),
})
export type Variant = z.infer<typeof Variant>
export type Variantinvoer = z.input<typeof Variant>

/** Wie hierover besluit. Een andere formule kan alleen het Rijk invoeren. */
export const besluiter = ({ formule }: Pick<Variant, 'formule'>): 'gemeente' | 'rijk' =>
  formule === 'abonnement' ? 'gemeente' : 'rijk'
