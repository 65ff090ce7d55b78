import type { Eindpunt } from '#programma/api/eindpunt.ts'
import { EINDPUNTEN } from '#programma/api/eindpunten.api.ts'
import {
  goed,
  NAAR,
  ONVERANDERD,
  type Openapi,
  type Operatie,
  parametersVan,
  verwijs,
} from '#programma/api/openapi-delen.ts'

/** De beschrijving van eindpunten, uit dezelfde definities als hun routes. */

const SLEUTELKOP = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: true,
  description:
    'Kies zelf, per verzoek een andere. Hetzelfde verzoek met dezelfde sleutel geeft hetzelfde antwoord en doet niets dubbel; met een andere inhoud is het antwoord 409.',
  schema: { type: 'string', minLength: 8, maxLength: 100 },
}

/** Voor wie dit geldt staat in de matrix; schrijven kan met een sessie van de website of met een api-sleutel. */
const INGELOGD: Record<string, string[]>[] = [{ sessie: [] }, { apisleutel: [] }]

const PROBLEMEN_BIJ_SCHRIJVEN = {
  '401': verwijs('responses', 'NietIngelogd'),
  '403': verwijs('responses', 'MagNiet'),
  '409': verwijs('responses', 'KanNuNiet'),
  '413': verwijs('responses', 'TeGroot'),
}

function operatieVan(punt: Eindpunt): Operatie {
  const { operatie, tag, titel, uitleg, id, vraag, inhoud, antwoord } = punt
  const schrijft = inhoud !== undefined
  const openbaar = !schrijft && punt.openbaar
  const gelukt = goed(titel, verwijs('schemas', antwoord.naam), antwoord.voorbeeld)
  return {
    operationId: operatie,
    tags: [tag],
    summary: titel,
    description: uitleg,
    security: openbaar ? [] : INGELOGD,
    parameters: [
      ...(id === undefined
        ? []
        : [
            {
              name: 'id',
              in: 'path' as const,
              required: true,
              description: id.uitleg,
              schema: { type: 'string', examples: [id.voorbeeld] },
            },
          ]),
      ...parametersVan(vraag),
      ...(schrijft ? [SLEUTELKOP] : []),
    ],
    ...(schrijft && {
      requestBody: {
        required: true as const,
        content: {
          'application/json': { schema: verwijs('schemas', inhoud.naam), example: inhoud.voorbeeld },
        },
      },
    }),
    responses: {
      ...(schrijft ? { '201': gelukt } : { '200': gelukt }),
      ...(openbaar ? { '304': ONVERANDERD } : {}),
      ...NAAR,
      ...(openbaar ? {} : PROBLEMEN_BIJ_SCHRIJVEN),
    },
  }
}

/** `meer`: eindpunten van een kamer boven deze; `start` geeft ze door. */
export function eindpuntpaden(meer: readonly Eindpunt[] = []): Openapi['paths'] {
  const paden: Openapi['paths'] = {}
  for (const punt of [...EINDPUNTEN, ...meer]) {
    const pad = punt.pad.replace(/:(\w+)/gu, '{$1}')
    paden[pad] = { ...paden[pad], [punt.methode]: operatieVan(punt) }
  }
  return paden
}

const TAGS: Record<string, string> = {
  standen: 'Wat er is begroot, gewijzigd, vastgelegd en uitgegeven, op elk tijdstip.',
  voortgang: 'Hoe onderdelen ervoor staan, per kwartaal: inhoud, tijd en geld.',
  prognoses: 'Wat er verwacht wordt; geen boeking, en elke nieuwe is een versie.',
  verplichtingen: 'Wat is aangegaan en nog openstaat.',
  begrotingswijzigingen: 'Wat er aan de begroting veranderde, en wie daarover besloot.',
  geldbevindingen: 'Wat er aan het geld opvalt.',
  inlezingen: 'Wat er uit het financiële systeem is ingelezen.',
  mijlpaalstanden: 'Wat er van mijlpalen verwacht wordt en wat is bereikt, naast wat het plan zegt.',
  risicos: 'Wat er mis kan gaan en wat dat naar verwachting kost; alleen voor wie aan het programma werkt.',
  acties: 'Wat in overleggen is afgesproken, door welke rol en wanneer.',
  boekingen: 'Het journaal: elke boeking, voor altijd.',
  rapporten: 'Vastgestelde verantwoordingen, met elke tabel in hele centen.',
  metingen: 'Waaraan de doelen gemeten worden, en elk cijfer zoals het bekend was.',
}

export const eindpunttags = (meer: readonly Eindpunt[] = []): Openapi['tags'] =>
  [...new Set([...EINDPUNTEN, ...meer].map(({ tag }) => tag))].map((name) => ({
    name,
    description: TAGS[name] ?? name,
  }))
