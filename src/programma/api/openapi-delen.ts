import type { z } from 'zod'
import { parameterschema, type Schema } from '#programma/api/openapi-schemas.ts'
import { API_VERSIE } from '#programma/api/vorm.ts'

/** De vormen en vaste delen waaruit de OpenAPI-beschrijving bestaat. */

export type Parameter = {
  name: string
  in: 'query' | 'path' | 'header'
  required: boolean
  description: string
  schema: Schema
}
type Inhoud = Record<string, { schema: Schema; example?: unknown }>
export type Antwoord = { description: string; headers?: Schema; content?: Inhoud }
export type Operatie = {
  operationId: string
  tags: string[]
  summary: string
  description: string
  security: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required: true; content: Inhoud }
  responses: Record<string, Antwoord | { $ref: string }>
}
export type Openapi = {
  openapi: '3.1.0'
  info: Schema & { title: string; version: string; description: string }
  servers: { url: string; description: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, { get?: Operatie; post?: Operatie }>
  components: {
    schemas: Record<string, Schema>
    headers: Record<string, Schema>
    responses: Record<string, Antwoord>
    securitySchemes: Record<string, Schema>
  }
}

export const verwijs = (soort: 'schemas' | 'headers' | 'responses', naam: string) => ({
  $ref: `#/components/${soort}/${naam}`,
})

export const KOPPEN: Record<string, Schema> = {
  'API-Version': {
    description: 'De volledige versie van de api.',
    schema: { type: 'string', examples: [API_VERSIE] },
  },
  ETag: {
    description: 'Kenmerk van deze inhoud, voor If-None-Match.',
    schema: { type: 'string', examples: ['"q9Z3m1vXw0pT5sYd2kLb7A"'] },
  },
}

const probleem = (status: number, uitleg: string, code: string, detail: string, meer = {}): Antwoord => ({
  description: uitleg,
  headers: { 'API-Version': verwijs('headers', 'API-Version') },
  content: {
    'application/problem+json': {
      schema: verwijs('schemas', 'Probleem'),
      example: { title: uitleg, status, detail, code, ...meer },
    },
  },
})

export const PROBLEMEN: Record<string, Antwoord> = {
  VraagKloptNiet: probleem(400, 'De invoer klopt niet', 'vraag_klopt_niet', 'De vraag klopt niet.', {
    fouten: [{ pad: 'jaar', melding: 'Verwacht een heel getal van 1900 tot en met 2999.' }],
  }),
  NietIngelogd: probleem(401, 'Niet ingelogd', 'niet_ingelogd', 'Log in en probeer het opnieuw.'),
  MagNiet: probleem(403, 'Dit mag niet', 'vreemde_herkomst', 'Het verzoek komt niet van deze website.'),
  NietGevonden: probleem(404, 'Niet gevonden', 'niet_gevonden', 'Er is geen onderdeel met deze sleutel.'),
  KanNuNiet: probleem(
    409,
    'Dit kan nu niet',
    'sleutel_hergebruikt',
    'Met deze sleutel is al een ander verzoek gedaan.',
  ),
  TeGroot: probleem(413, 'Te groot', 'te_groot', 'Een bestand mag 12 MB groot zijn.'),
  AnderSoort: probleem(415, 'Dit soort inhoud kan hier niet', 'geen_json', 'Stuur het plan als JSON.'),
  TeVaak: probleem(429, 'Te veel verzoeken', 'te_vaak', 'Wacht even en probeer het dan opnieuw.'),
}

export const goed = (uitleg: string, schema: Schema, example: unknown): Antwoord => ({
  description: uitleg,
  headers: { 'API-Version': verwijs('headers', 'API-Version'), ETag: verwijs('headers', 'ETag') },
  content: { 'application/json': { schema, ...(example !== undefined && { example }) } },
})

export const ONVERANDERD: Antwoord = {
  description: 'Er is niets veranderd sinds de ETag in If-None-Match.',
  headers: { 'API-Version': verwijs('headers', 'API-Version'), ETag: verwijs('headers', 'ETag') },
}

export const NAAR = {
  '400': verwijs('responses', 'VraagKloptNiet'),
  '404': verwijs('responses', 'NietGevonden'),
}

/** De parameters van een vraag zoals een lezer ze mag sturen: allemaal vrij, met hun grenzen en standaardwaarde. */
export function parametersVan(vraag: z.ZodObject): Parameter[] {
  return Object.entries(vraag.shape).map(([name, veld]) => {
    const { uitleg, schema } = parameterschema(veld as z.ZodType)
    return { name, in: 'query', required: false, description: uitleg ?? `Kies op ${name}.`, schema }
  })
}
