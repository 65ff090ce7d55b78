import { z } from 'zod'
import {
  goed,
  NAAR,
  ONVERANDERD,
  type Openapi,
  type Operatie,
  verwijs,
} from '#programma/api/openapi-delen.ts'
import type { Schema } from '#programma/api/openapi-schemas.ts'
import { noem } from '#programma/api/vorm.ts'
import { apivoorbeelden, regelvormen, vraagvormen } from '#regels/deur.ts'

/** De beschrijving van de api van de regels; de vormen en voorbeelden komen uit die kamer zelf. */
for (const [naam, vorm] of Object.entries(regelvormen)) noem(naam, vorm)

const lees = (
  operationId: string,
  summary: string,
  description: string,
  schema: string,
  voorbeeld: unknown,
): Operatie => ({
  operationId,
  tags: ['regels'],
  summary,
  description,
  security: [],
  responses: { '200': goed(summary, verwijs('schemas', schema), voorbeeld), '304': ONVERANDERD, ...NAAR },
})

type Vraag = {
  operationId: string
  summary: string
  description: string
  vraag: string
  antwoord: string
  invoer: unknown
  uitkomst: unknown
}

const reken = ({
  operationId,
  summary,
  description,
  vraag,
  antwoord,
  invoer,
  uitkomst,
}: Vraag): Operatie => ({
  operationId,
  tags: ['regels'],
  summary,
  description,
  security: [],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: verwijs('schemas', vraag), example: invoer } },
  },
  responses: {
    '200': {
      description: summary,
      headers: { 'API-Version': verwijs('headers', 'API-Version') },
      content: { 'application/json': { schema: verwijs('schemas', antwoord), example: uitkomst } },
    },
    ...NAAR,
    '409': verwijs('responses', 'KanNuNiet'),
    '413': verwijs('responses', 'TeGroot'),
    '415': verwijs('responses', 'AnderSoort'),
    '429': verwijs('responses', 'TeVaak'),
  },
})

/** Wat iemand opstuurt, met wat hij mag weglaten. */
export const regelvraagschemas = (): Record<string, Schema> =>
  Object.fromEntries(
    Object.entries(vraagvormen).map(([naam, vorm]) => {
      const { $schema: _, ...schema } = z.toJSONSchema(vorm, { io: 'input' })
      return [naam, schema]
    }),
  )

export async function regelpaden(): Promise<Openapi['paths']> {
  const { parameter, regellijst, berekening, simulatie } = await apivoorbeelden()
  return {
    '/parameters': {
      get: lees(
        'parametersLijst',
        'Alle bedragen en percentages',
        'Elk bedrag van wet en gemeente als open data: met waarden in de tijd, sinds wanneer bekend, status en bron. Buiten de genoemde dagen is niets bekend.',
        'Parameterlijst',
        { parameters: [parameter] },
      ),
    },
    '/parameters/{id}': {
      get: {
        ...lees(
          'parametersEen',
          'Eén bedrag of percentage',
          'De waarden van één parameter in de tijd.',
          'Parameter',
          parameter,
        ),
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'Naam van de parameter, met het nummer van de regeling.',
            schema: { type: 'string', examples: [parameter.id] },
          },
        ],
      },
    },
    '/regels': {
      get: lees(
        'regelsLijst',
        'Alle regels en vragen',
        'Welke regels Omzien kent, in welke versies, en wat zij kunnen vragen.',
        'Regellijst',
        regellijst,
      ),
    },
    '/berekeningen': {
      post: reken({
        operationId: 'berekeningenMaken',
        summary: 'Een regel uitrekenen voor één geval',
        description:
          'Geeft de uitkomst met elke stap, bron en wat de uitkomst zou veranderen. Er wordt niets bewaard en niets van de invoer komt in een logboek. Wat op die dag niet bekend is, geeft 409.',
        vraag: 'Berekeningvraag',
        antwoord: 'Berekening',
        ...berekening,
      }),
    },
    '/simulaties': {
      post: reken({
        operationId: 'simulatiesMaken',
        summary: 'Varianten doorrekenen over een nagemaakte bevolking',
        description:
          'Kosten per laag met een band, wie vooruit- en achteruitgaat, curven en aannamen, in hele centen. Alles is synthetisch; groepen onder de tien zijn `null`. Begrensd op twintig reeksen en honderdduizend inwoners; meer kan met `omzien regel simuleer`.',
        vraag: 'Simulatievraag',
        antwoord: 'Simulatie',
        ...simulatie,
      }),
    },
  }
}

export const REGELTAG = {
  name: 'regels',
  description:
    'De regels van wet en gemeente: bedragen als open data, één geval uitrekenen, en beleid simuleren.',
}
