import type { z } from 'zod'
import { bladeren } from '#programma/api/bladeren.ts'
import {
  antwoordschemas,
  parameterschema,
  programmaplan,
  type Schema,
} from '#programma/api/openapi-schemas.ts'
import { API_UITLEG, LIJST_UITLEG, zonderLidwoord } from '#programma/api/teksten.ts'
import type { Verzameling } from '#programma/api/verzameling.ts'
import { VERZAMELINGEN } from '#programma/api/verzamelingen.ts'
import { VOORBEELDPLAN, voorbeeldcontext } from '#programma/api/voorbeeld.ts'
import { API_PAD, API_VERSIE } from '#programma/api/vorm.ts'
import { leesPlan } from '#programma/plan-lezen.ts'
import { alsUitvoer, controleer } from '#programma/plancontrole/plancontrole.ts'

/**
 * De OpenAPI-beschrijving, gemaakt uit dezelfde schema's die de vragen keuren en de antwoorden typeren. Er is geen
 * tweede, met de hand bijgehouden beschrijving.
 */

export type Parameter = {
  name: string
  in: 'query' | 'path'
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

const verwijs = (soort: 'schemas' | 'headers' | 'responses', naam: string) => ({
  $ref: `#/components/${soort}/${naam}`,
})

let bewaard: Promise<Openapi> | undefined

/** De beschrijving zelf; zij hangt van geen gemeente en geen dag af. */
export function openapi(): Promise<Openapi> {
  bewaard ??= maakOpenapi()
  return bewaard
}

async function maakOpenapi(): Promise<Openapi> {
  const perVerzameling = await Promise.all(VERZAMELINGEN.map(padenVan))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Omzien: programma sociaal domein',
      version: API_VERSIE,
      description: API_UITLEG,
      contact: { name: 'De gemeente van deze website' },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: API_PAD, description: 'De website van de gemeente' }],
    tags: [
      ...VERZAMELINGEN.map(({ naam, uitleg }) => ({ name: naam, description: uitleg })),
      { name: 'plancontrole', description: 'Een planbestand laten nakijken zonder het te laden.' },
      { name: 'beschrijving', description: 'Deze api zelf.' },
    ],
    paths: Object.assign({}, ...perVerzameling, vastePaden()),
    components: {
      schemas: { ...antwoordschemas(), Programmaplan: programmaplan() },
      headers: KOPPEN,
      responses: PROBLEMEN,
      securitySchemes: {
        sessie: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-omzien',
          description:
            'De sessie van wie op de website is ingelogd; een verzoek moet van de website zelf komen.',
        },
      },
    },
  }
}

const KOPPEN: Record<string, Schema> = {
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

const PROBLEMEN: Record<string, Antwoord> = {
  VraagKloptNiet: probleem(400, 'De invoer klopt niet', 'vraag_klopt_niet', 'De vraag klopt niet.', {
    fouten: [{ pad: 'jaar', melding: 'Verwacht een heel getal van 1900 tot en met 2999.' }],
  }),
  NietIngelogd: probleem(401, 'Niet ingelogd', 'niet_ingelogd', 'Log in en probeer het opnieuw.'),
  MagNiet: probleem(403, 'Dit mag niet', 'vreemde_herkomst', 'Het verzoek komt niet van deze website.'),
  NietGevonden: probleem(404, 'Niet gevonden', 'niet_gevonden', 'Er is geen onderdeel met deze sleutel.'),
  TeGroot: probleem(413, 'Te groot', 'te_groot', 'Een bestand mag 12 MB groot zijn.'),
  AnderSoort: probleem(415, 'Dit soort inhoud kan hier niet', 'geen_json', 'Stuur het plan als JSON.'),
  TeVaak: probleem(429, 'Te veel verzoeken', 'te_vaak', 'Wacht even en probeer het dan opnieuw.'),
}

const goed = (uitleg: string, schema: Schema, example: unknown): Antwoord => ({
  description: uitleg,
  headers: { 'API-Version': verwijs('headers', 'API-Version'), ETag: verwijs('headers', 'ETag') },
  content: { 'application/json': { schema, ...(example !== undefined && { example }) } },
})

const ONVERANDERD: Antwoord = {
  description: 'Er is niets veranderd sinds de ETag in If-None-Match.',
  headers: { 'API-Version': verwijs('headers', 'API-Version'), ETag: verwijs('headers', 'ETag') },
}

const NAAR = {
  '400': verwijs('responses', 'VraagKloptNiet'),
  '404': verwijs('responses', 'NietGevonden'),
}

async function padenVan(soort: Verzameling): Promise<Openapi['paths']> {
  const { naam, schema, een } = soort
  const context = voorbeeldcontext()
  const [ding] = await soort.zoek(context, {})
  const vraag = { pagina: 1, paginaGrootte: 50 }
  const voorbeeldlijst = (items: unknown[], rest: string) =>
    bladeren(items, vraag, (pagina) => context.adres(rest, { ...vraag, pagina }))
  const zelf = `/${naam}/${ding?.id ?? ''}`
  const regels = ding === undefined ? [] : await soort.geschiedenis(context, ding.id)
  const lees = (
    deel: 'Lijst' | 'Een' | 'Geschiedenis',
    tekst: { summary: string; description: string },
    parameters: Parameter[],
    schemanaam: string,
    voorbeeld: unknown,
  ): { get: Operatie } => ({
    get: {
      operationId: `${naam}${deel}`,
      tags: [naam],
      ...tekst,
      security: [],
      parameters,
      responses: {
        '200': goed(tekst.summary, verwijs('schemas', schemanaam), voorbeeld),
        '304': ONVERANDERD,
        ...NAAR,
      },
    },
  })
  return {
    [`/${naam}`]: lees(
      'Lijst',
      { summary: `Alle ${naam}`, description: LIJST_UITLEG },
      parametersVan(soort.vraag.lijst),
      `${schema}Lijst`,
      voorbeeldlijst(ding === undefined ? [] : [ding], `/${naam}`),
    ),
    [`/${naam}/{id}`]: lees(
      'Een',
      { summary: `Eén ${zonderLidwoord(een)}`, description: `Geeft ${een} met deze sleutel.` },
      [sleutelparameter(een), ...parametersVan(soort.vraag.een)],
      schema,
      ding,
    ),
    [`/${naam}/{id}/geschiedenis`]: lees(
      'Geschiedenis',
      {
        summary: `De geschiedenis van een ${zonderLidwoord(een)}`,
        description: `Zegt hoe ${een} door de tijd heen was, nieuwste eerst. Alleen openbare versies komen erin voor.`,
      },
      [sleutelparameter(een), ...parametersVan(soort.vraag.geschiedenis)],
      `${schema}Geschiedenis`,
      voorbeeldlijst(regels, `${zelf}/geschiedenis`),
    ),
  }
}

const sleutelparameter = (een: string): Parameter => ({
  name: 'id',
  in: 'path',
  required: true,
  description: `Sleutel van ${een}.`,
  schema: { type: 'string' },
})

/** De parameters van een vraag zoals een lezer ze mag sturen: allemaal vrij, met hun grenzen en standaardwaarde. */
function parametersVan(vraag: z.ZodObject): Parameter[] {
  return Object.entries(vraag.shape).map(([name, veld]) => {
    const { uitleg, schema } = parameterschema(veld as z.ZodType)
    return { name, in: 'query', required: false, description: uitleg ?? `Kies op ${name}.`, schema }
  })
}

function vastePaden(): Openapi['paths'] {
  const gelezen = leesPlan(VOORBEELDPLAN)
  const uitslag = gelezen.ok ? alsUitvoer(gelezen.waarde, controleer(gelezen.waarde)) : undefined
  return {
    '/plancontrole': {
      post: {
        operationId: 'plancontroleMaken',
        tags: ['plancontrole'],
        summary: 'Een plan laten nakijken',
        description:
          'Stuur een plan als JSON en krijg alle bevindingen terug. Er wordt niets bewaard. Alleen voor wie is ingelogd. Dezelfde uitkomst als `omzien plan controleer --json`.',
        security: [{ sessie: [] }],
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: verwijs('schemas', 'Programmaplan'), example: VOORBEELDPLAN },
          },
        },
        responses: {
          '200': {
            description: 'De bevindingen',
            headers: { 'API-Version': verwijs('headers', 'API-Version') },
            content: {
              'application/json': { schema: verwijs('schemas', 'Plancontrole'), example: uitslag },
            },
          },
          '400': verwijs('responses', 'VraagKloptNiet'),
          '401': verwijs('responses', 'NietIngelogd'),
          '403': verwijs('responses', 'MagNiet'),
          '413': verwijs('responses', 'TeGroot'),
          '415': verwijs('responses', 'AnderSoort'),
          '429': verwijs('responses', 'TeVaak'),
        },
      },
    },
    '/openapi.json': {
      get: {
        operationId: 'openapiBeschrijving',
        tags: ['beschrijving'],
        summary: 'Deze beschrijving',
        description: 'De api in OpenAPI 3.1, gemaakt uit dezelfde schema’s die de antwoorden maken.',
        security: [],
        responses: {
          '200': goed('De beschrijving in OpenAPI 3.1', { type: 'object' }, undefined),
          '304': ONVERANDERD,
          '404': verwijs('responses', 'NietGevonden'),
        },
      },
    },
  }
}
