import { z } from 'zod'
import { Plan } from '#programma/plan.ts'

/** Adres waaronder het schema van het formaat bekend is; dezelfde inhoud staat op `/schema/programmaplan-1.json`. */
export const PLANSCHEMA_ID = 'urn:omzien:programmaplan:1'

/** Het gepubliceerde JSON Schema (2020-12) van `programmaplan` 1, uit dezelfde bron als de controle zelf. */
export function planschema(): Record<string, unknown> {
  const schema = z.toJSONSchema(Plan, { target: 'draft-2020-12', io: 'input' })
  return { ...schema, $id: PLANSCHEMA_ID, title: 'programmaplan 1' }
}
