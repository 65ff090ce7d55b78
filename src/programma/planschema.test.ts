import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { PLANSCHEMA_ID, planschema } from '#programma/planschema.ts'

test('het gepubliceerde schema is dat van de code (bijwerken: omzien plan schema > docs/programmaplan-1.schema.json)', () => {
  assert.deepEqual(JSON.parse(readFileSync('docs/programmaplan-1.schema.json', 'utf8')), planschema())
})

test('het schema noemt zichzelf en laat geen onbekende velden toe', () => {
  const schema = planschema()
  assert.equal(schema['$id'], PLANSCHEMA_ID)
  assert.equal(schema['additionalProperties'], false)
  assert.ok((schema['required'] as string[]).includes('vermeldingen'))
})
