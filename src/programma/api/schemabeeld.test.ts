import assert from 'node:assert/strict'
import { test } from 'node:test'
import { grenzenVan, soortVan, vormenVan } from '#programma/api/schemabeeld.ts'

for (const [schema, woorden] of [
  [{ type: 'string' }, 'tekst'],
  [{ type: ['string', 'null'], format: 'date' }, 'dag (JJJJ-MM-DD) of null'],
  [{ type: 'string', enum: ['a', 'b'] }, 'a | b'],
  [{ const: 1 }, 'altijd 1'],
  [{ $ref: '#/components/schemas/Geld' }, 'Geld'],
  [{ type: 'array', items: { $ref: '#/components/schemas/Geld' } }, 'lijst van Geld'],
  [{ type: 'array', items: { type: 'integer' } }, 'lijst van heel getal'],
  [{ anyOf: [{ const: 'geheel' }, { type: 'object' }] }, 'altijd "geheel" of object'],
] as const)
  test(`soortVan ${JSON.stringify(schema)}`, () => assert.equal(soortVan(schema), woorden))

test('velden van binnen staan er met hun pad bij, tot aan een verwijzing', () => {
  const [vorm] = vormenVan({
    type: 'object',
    required: ['planning'],
    properties: {
      planning: { type: 'object', properties: { van: { type: 'string' } } },
      mijlpalen: { type: 'array', items: { type: 'object', properties: { wat: { type: 'string' } } } },
      geld: { $ref: '#/components/schemas/Geld', description: 'Som' },
    },
    additionalProperties: { $ref: '#/components/schemas/Koppeling' },
  })
  assert.deepEqual(
    vorm?.rijen.map(({ pad, naar, altijd }) => [pad, naar, altijd]),
    [
      ['planning', undefined, true],
      ['planning.van', undefined, false],
      ['mijlpalen', undefined, false],
      ['mijlpalen[].wat', undefined, false],
      ['geld', 'Geld', false],
      ['…', 'Koppeling', false],
    ],
  )
})

test('een keuze uit vormen geeft er één tabel per vorm', () => {
  const keuze = (soort: string) => ({ properties: { soort: { const: soort } } })
  assert.deepEqual(
    vormenVan({ oneOf: [keuze('bedrag'), keuze('naam'), {}] }).map(({ naam }) => naam),
    ['soort bedrag', 'soort naam', 'vorm 3'],
  )
})

test('grenzen in woorden', () => {
  assert.equal(grenzenVan({ minimum: 1, maximum: 500, default: 50 }), '1 tot en met 500; anders 50')
  assert.equal(grenzenVan({ maxLength: 200 }), 'hoogstens 200 tekens')
  assert.equal(grenzenVan({ minimum: 0, maximum: 0 }), '0 tot en met 0')
  assert.equal(grenzenVan({}), '')
})
