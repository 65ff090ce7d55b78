import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Id, nieuwId } from '#basis/id.ts'

test('een sleutel is een geldige UUID versie 7 die op tijd sorteert', () => {
  const eerder = nieuwId(new Date('2026-01-01T00:00:00.000Z'))
  const later = nieuwId(new Date('2026-01-01T00:00:00.001Z'))
  assert.ok(Id.safeParse(eerder).success)
  assert.match(eerder, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
  assert.ok(eerder < later)
  assert.notEqual(nieuwId(new Date(0)), nieuwId(new Date(0)))
})
