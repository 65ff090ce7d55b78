import { z } from 'zod'
import { noem, REGISTER } from '#programma/api/vorm.ts'
import { Uitvoer } from '#programma/plancontrole/plancontrole.ts'
import { planschema } from '#programma/planschema.ts'

/** Van zod naar JSON Schema, zoals OpenAPI 3.1 het leest. */
export type Schema = { readonly [naam: string]: unknown }

noem('Plancontrole', Uitvoer)

/** De benoemde schema's van antwoorden. Een lezer moet extra velden verdragen: die mogen er binnen v1 bij komen. */
export function antwoordschemas(opties: { streng?: boolean } = {}): Record<string, Schema> {
  const { schemas: alle } = z.toJSONSchema(REGISTER, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'output',
    override: ({ jsonSchema }) => {
      if (opties.streng !== true && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties
      vereenvoudig(jsonSchema)
    },
  })
  return Object.fromEntries(
    Object.entries(alle)
      .map(([naam, { $schema: _, $id: __, ...schema }]) => [naam, schema] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Een formaat zegt al wat het patroon zegt, en `type: [x, null]` leest beter dan een keuze uit twee. */
function vereenvoudig(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.format !== undefined) delete schema.pattern
  const [een, niets, ...meer] = schema.anyOf ?? []
  if (een?.type === undefined || niets?.type !== 'null' || meer.length > 0 || een.enum !== undefined) return
  const { type, ...rest } = een
  delete schema.anyOf
  Object.assign(schema, rest, { type: [type, 'null'] })
}

/** Wat iemand mag opsturen: hier horen extra velden juist niet. */
export function programmaplan(): Schema {
  const { $schema: _, $id: __, ...schema } = planschema()
  return { ...schema, description: 'Een plan in formaat programmaplan 1.' }
}

/** Het schema van één parameter, met zijn uitleg los. */
export function parameterschema(veld: z.ZodType): { uitleg: string | undefined; schema: Schema } {
  const { $schema: _, description, ...schema } = z.toJSONSchema(veld, { io: 'output' })
  return { uitleg: description, schema }
}
