import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { TAAKVELDSCHEMAS, Taakveldcode } from '#grootboek/kenmerk.ts'
import {
  schemaVanJaar,
  taakveldenVan,
  vergelijkCodes,
  zetOm,
  zoekCategorie,
  zoekTaakveld,
} from '#grootboek/taakveld/taakveld.ts'

const GEGEVENS = '../shared/gegevens/taakvelden-iv3-sociaal-domein.json'

describe('taakvelden', () => {
  test('de indeling hoort bij het jaar, ook op de grens', () => {
    const verwacht = [
      [2016, undefined],
      [2017, '2017'],
      [2021, '2017'],
      [2022, '2022'],
      [2024, '2022'],
      [2025, '2025'],
      [2026, '2025'],
      [2027, undefined],
    ] as const
    for (const [jaar, schema] of verwacht) assert.equal(schemaVanJaar(jaar), schema, String(jaar))
  })

  test('elke code past in een kenmerk en komt per indeling één keer voor', () => {
    for (const schema of TAAKVELDSCHEMAS) {
      const codes = taakveldenVan(schema).map(({ code }) => code)
      assert.equal(new Set(codes).size, codes.length)
      for (const code of codes) assert.ok(Taakveldcode.safeParse(code).success, code)
    }
  })

  test('een naam uit herinnering heet te bevestigen, een geziene niet', () => {
    assert.equal(zoekTaakveld('2022', '6.71c')?.teBevestigen, true)
    assert.equal(zoekTaakveld('2025', '6.713')?.teBevestigen, false)
    assert.equal(zoekCategorie('3.5.1')?.naam, 'Ingeleend personeel')
  })

  test('codes staan op volgorde van hun delen', () => {
    const door = ['6.60', '0.10', '6.71b', '6.1', '0.4', '6.71a', '0.11', '6.711', '7.1', '6.21']
    assert.deepEqual(door.toSorted(vergelijkCodes), [
      '0.4',
      '0.10',
      '0.11',
      '6.1',
      '6.21',
      '6.60',
      '6.71a',
      '6.71b',
      '6.711',
      '7.1',
    ])
  })

  test('omzetten: een op een heen en terug, gesplitst is niet vergelijkbaar, onbekend ook', () => {
    assert.deepEqual(zetOm('6.71a', '2022', '2025'), { soort: 'een-op-een', code: '6.711' })
    assert.deepEqual(zetOm('6.711', '2025', '2022'), { soort: 'een-op-een', code: '6.71a' })
    assert.deepEqual(zetOm('6.21', '2022', '2025'), { soort: 'een-op-een', code: '6.21' })
    for (const [code, van, naar] of [
      ['6.72a', '2022', '2025'],
      ['6.71d', '2022', '2025'],
      ['6.751', '2025', '2022'],
      ['6.2', '2017', '2022'],
      // Zelfde code, andere betekenis.
      ['6.4', '2017', '2022'],
      ['6.99', '2022', '2025'],
    ] as const)
      assert.equal(zetOm(code, van, naar).soort, 'niet-vergelijkbaar', code)
  })

  test('de lijst is die van het onderzoek', (t) => {
    if (!existsSync(GEGEVENS)) return t.skip(`${GEGEVENS} is er niet`)
    const { schemas } = JSON.parse(readFileSync(GEGEVENS, 'utf8')) as {
      schemas: { id: string; velden: [string, string, string][] }[]
    }
    for (const { id, velden } of schemas) {
      const schema = TAAKVELDSCHEMAS.find((een) => id.startsWith(een))
      assert.ok(schema)
      for (const [code, naam, status] of velden)
        assert.deepEqual(zoekTaakveld(schema, code), { schema, code, naam, teBevestigen: status === 'R' })
    }
  })
})
