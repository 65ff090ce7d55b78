import { bladeren } from '#programma/api/bladeren.ts'
import type { Eindpunt } from '#programma/api/eindpunt.ts'
import {
  goed,
  KOPPEN,
  NAAR,
  ONVERANDERD,
  type Openapi,
  type Operatie,
  type Parameter,
  PROBLEMEN,
  parametersVan,
  verwijs,
} from '#programma/api/openapi-delen.ts'
import { eindpuntpaden, eindpunttags } from '#programma/api/openapi-eindpunten.ts'
import { REGELTAG, regelpaden, regelvraagschemas } from '#programma/api/openapi-regels.ts'
import { antwoordschemas, programmaplan } from '#programma/api/openapi-schemas.ts'
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

const bewaard = new Map<readonly Eindpunt[], Promise<Openapi>>()
const GEEN: readonly Eindpunt[] = []

/**
 * De beschrijving zelf; zij hangt van geen gemeente en geen dag af. `meer` zijn de eindpunten van kamers boven deze:
 * steeds dezelfde lijst.
 */
export function openapi(meer: readonly Eindpunt[] = GEEN): Promise<Openapi> {
  const gemaakt = bewaard.get(meer) ?? maakOpenapi(meer)
  bewaard.set(meer, gemaakt)
  return gemaakt
}

async function maakOpenapi(meer: readonly Eindpunt[]): Promise<Openapi> {
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
      ...eindpunttags(meer),
      REGELTAG,
      { name: 'plancontrole', description: 'Een planbestand laten nakijken zonder het te laden.' },
      { name: 'beschrijving', description: 'Deze api zelf.' },
    ],
    paths: Object.assign({}, ...perVerzameling, eindpuntpaden(meer), await regelpaden(), vastePaden()),
    components: {
      schemas: { ...antwoordschemas(), Programmaplan: programmaplan(), ...regelvraagschemas() },
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
        apisleutel: {
          type: 'http',
          scheme: 'bearer',
          description: 'Een sleutel die de beheerder van de gemeente maakte, met de rechten van één rol.',
        },
      },
    },
  }
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
