import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { OPENAPI_BESTAND, openapiTekst } from '#start/openapi-schrijf.ts'

test('docs/openapi.json is bij; anders: node --import tsx src/start/openapi-schrijf.ts', async () => {
  assert.ok(
    readFileSync(OPENAPI_BESTAND, 'utf8') === (await openapiTekst()),
    'docs/openapi.json loopt achter: node --import tsx src/start/openapi-schrijf.ts',
  )
})
