import { z } from 'zod'
import { Centen } from '#basis/geld.ts'
import { Probleem } from '#basis/probleem.ts'
import { Sleutel } from '#programma/plan.ts'

/** De vormen die elk antwoord van de api deelt. Uit dezelfde schema's komt de OpenAPI-beschrijving. */

/** Semantische versie van de api; het eerste getal staat in het pad. Een wijziging hoort in CHANGELOG. */
export const API_VERSIE = '1.0.0'
export const API_PAD = '/api/v1'

/** De namen waaronder schema's in de beschrijving staan. */
export const REGISTER = z.registry<{ id: string }>()

export function noem<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  REGISTER.add(schema, { id })
  return schema
}

const Koppeling = noem(
  'Koppeling',
  z.strictObject({ href: z.string().meta({ description: 'Pad op dezelfde website.' }) }),
)

/** `self` en `geschiedenis` heeft alles; wat erbij hoort, staat er onder zijn eigen naam naast. */
export const Koppelingen = noem(
  'Koppelingen',
  z
    .object({ self: Koppeling, geschiedenis: Koppeling })
    .catchall(Koppeling)
    .meta({ description: 'Adressen van wat hierbij hoort. `pagina` is het scherm voor mensen.' }),
)
export type Koppelingen = z.infer<typeof Koppelingen>

export const Bladerkoppelingen = noem(
  'Bladerkoppelingen',
  z
    .strictObject({
      self: Koppeling,
      first: Koppeling,
      prev: Koppeling.optional(),
      next: Koppeling.optional(),
      last: Koppeling,
    })
    .meta({ description: 'Deze, de eerste, vorige, volgende en laatste pagina, met dezelfde filters.' }),
)
export type Bladerkoppelingen = z.infer<typeof Bladerkoppelingen>

const Bron = Sleutel.nullable().meta({
  description: 'Sleutel van de bron; `null`: het plan zegt niet hoe dit over de bronnen is verdeeld.',
})

export const Geld = noem(
  'Geld',
  z
    .strictObject({
      totaalCent: Centen,
      perJaar: z.array(z.strictObject({ jaar: z.int(), bedragCent: Centen })),
      perBron: z.array(z.strictObject({ bron: Bron, bedragCent: Centen })),
    })
    .meta({ description: 'Geldende raming in hele centen, met alles wat eronder valt.' }),
)
export type Geld = z.infer<typeof Geld>

noem(
  'Probleem',
  Probleem.meta({ description: 'Een fout volgens RFC 9457. `fouten` noemt elke parameter die niet klopt.' }),
)

const geheelGetal = (laagste: number, hoogste: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u, { error: `Verwacht een heel getal van ${laagste} tot en met ${hoogste}.` })
    .transform(Number)
    .pipe(z.int().min(laagste).max(hoogste))

const GROOTSTE_PAGINA = 500

/** Elke lijst is te bladeren. */
export const BLADERVRAAG = {
  pagina: geheelGetal(1, 1_000_000).default(1).meta({ description: 'Welke pagina, vanaf 1.' }),
  paginaGrootte: geheelGetal(1, GROOTSTE_PAGINA)
    .default(50)
    .meta({ description: `Hoeveel per pagina, hoogstens ${GROOTSTE_PAGINA}.` }),
}
export type Bladervraag = { pagina: number; paginaGrootte: number }

/** Wat van een plan komt, komt van één versie van één plan. */
export const PLANVRAAG = {
  plan: Sleutel.optional().meta({
    description: 'Sleutel van het plan, uit `/programmas`; zonder is het het hoofdplan.',
  }),
  versie: geheelGetal(1, 999_999)
    .optional()
    .meta({ description: 'Een eerder vastgestelde versie; zonder is het de versie die geldt.' }),
}
export type Planvraag = { plan?: string | undefined; versie?: number | undefined }

export const Zoekterm = z.string().trim().min(1).max(200).meta({
  description: 'Woorden (of delen daarvan) die er allemaal in staan; hoofdletters en accenten tellen niet.',
})

export const Jaarvraag = geheelGetal(1900, 2999)
export const Kwartaalvraag = geheelGetal(1, 4)

/** Een lijst: een pagina uit alles wat aan de filters voldoet. */
export const lijstVan = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    _links: Bladerkoppelingen,
    pagina: z.int(),
    paginaGrootte: z.int(),
    aantal: z.int().meta({ description: 'Hoeveel er zijn op alle pagina’s samen.' }),
    aantalPaginas: z.int(),
    items: z.array(item),
  })
