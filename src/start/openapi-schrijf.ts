import { writeFileSync } from 'node:fs'
import { openapi } from '#programma/deur.ts'
import { RAPPORTEINDPUNTEN } from '#verantwoording/deur.ts'

/**
 * Schrijft `docs/openapi.json` opnieuw. Een test zegt wanneer dat nodig is:
 * `node --import tsx src/start/openapi-schrijf.ts`.
 */
export const OPENAPI_BESTAND = new URL('../../docs/openapi.json', import.meta.url)

export const openapiTekst = async (): Promise<string> =>
  `${JSON.stringify(await openapi(RAPPORTEINDPUNTEN), null, 2)}\n`

if (import.meta.main) writeFileSync(OPENAPI_BESTAND, await openapiTekst())
