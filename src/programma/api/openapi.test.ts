import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { openapi } from '#programma/api/openapi.ts'
import type { Operatie } from '#programma/api/openapi-delen.ts'
import { API_PAD, API_VERSIE } from '#programma/api/vorm.ts'
import { leesPlan } from '#programma/plan-lezen.ts'

/** De beschrijving langs een linter, en langs de regels uit de NL API Design Rules die een linter niet kent. */

async function lint(doc: unknown): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] })
  const gevonden = await lintFromString({
    source: JSON.stringify(doc),
    absoluteRef: 'openapi.json',
    config,
  })
  return gevonden.map(
    ({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`,
  )
}

const doc = await openapi()
const operaties = Object.entries(doc.paths).flatMap(([pad, { get, post }]) =>
  [get, post].filter((een) => een !== undefined).map((operatie) => ({ pad, operatie })),
)

test('de linter vindt niets op de beschrijving, en wel op een die niet klopt', async () => {
  assert.deepEqual(await lint(doc), [])
  const stuk = structuredClone(doc)
  const lijst = stuk.paths['/onderdelen']?.get?.responses['200']
  assert.ok(lijst && 'content' in lijst && lijst.content?.['application/json'])
  lijst.content['application/json'].example = { items: 'geen lijst' }
  stuk.paths['/onderdelen/'] = stuk.paths['/onderdelen'] ?? {}
  const fouten = (await lint(stuk)).join('\n')
  assert.match(fouten, /no-path-trailing-slash/u)
  assert.match(fouten, /no-invalid-media-type-examples/u)
  assert.match(fouten, /operation-operationId-unique/u)
})

test('elk voorbeeld in de beschrijving is er, en het voorbeeldplan is te lezen', () => {
  for (const { pad, operatie } of operaties) {
    const antwoord = operatie.responses['200'] ?? operatie.responses['201']
    assert.ok(antwoord && 'content' in antwoord, pad)
    const inhoud = antwoord.content?.['application/json']
    if (pad !== '/openapi.json') assert.ok(inhoud?.example !== undefined, pad)
    const items = (inhoud?.example as { items?: unknown[] } | undefined)?.items
    if (items !== undefined) assert.ok(items.length > 0, `${pad} heeft een leeg voorbeeld`)
  }
  const plan = doc.paths['/plancontrole']?.post?.requestBody?.content['application/json']?.example
  assert.ok(leesPlan(plan).ok)
})

const allesIn = (waarde: unknown, pad = ''): [pad: string, waarde: unknown][] =>
  typeof waarde === 'object' && waarde !== null
    ? [[pad, waarde], ...Object.entries(waarde).flatMap(([naam, deel]) => allesIn(deel, `${pad}/${naam}`))]
    : []

/** Elke regel van de NL API Design Rules die uit de beschrijving te toetsen is; de rest toetst `api.test.ts`. */
const REGELS: Record<string, (operatie: Operatie, pad: string) => void> = {
  '/core/no-trailing-slash': (_, pad) => assert.doesNotMatch(pad, /.\/$/u),
  '/core/path-segments-kebab-case': (_, pad) =>
    assert.match(pad, /^(?:\/(?:[a-z0-9-]+|\{[a-z]+\}|openapi\.json))+$/u),
  '/core/query-keys-camel-case': ({ parameters = [] }) => {
    for (const { name } of parameters.filter((een) => een.in === 'query'))
      assert.match(name, /^[a-z][a-z\d]*(?:[A-Z][a-z\d]*)*$/u)
  },
  '/core/version-header': ({ responses }) => {
    for (const antwoord of Object.values(responses).map(opgezocht))
      assert.ok(antwoord.headers?.['API-Version'])
  },
  '/core/error-handling/problem-details': ({ responses }) => {
    for (const [status, antwoord] of Object.entries(responses))
      if (/^[45]/u.test(status)) assert.ok(opgezocht(antwoord).content?.['application/problem+json'])
  },
  '/core/error-handling/invalid-input': ({ parameters = [], requestBody, responses }) => {
    if (parameters.length > 0 || requestBody) assert.ok(responses['400'])
  },
  '/core/naming-resources': ({ summary, description }) => {
    assert.ok(summary.length > 3)
    assert.ok(description.length > 10)
  },
}

function opgezocht(antwoord: Operatie['responses'][string]) {
  if (!('$ref' in antwoord)) return antwoord
  const gevonden = doc.components.responses[antwoord.$ref.split('/').at(-1) ?? '']
  assert.ok(gevonden, antwoord.$ref)
  return gevonden
}

for (const [regel, keur] of Object.entries(REGELS))
  test(`NL API Design Rules: ${regel}`, () => {
    for (const { pad, operatie } of operaties) keur(operatie, pad)
  })

test('NL API Design Rules: uri-version, semver, http-methods en doc-openapi', () => {
  const [hoofd] = API_VERSIE.split('.')
  assert.deepEqual(
    doc.servers.map(({ url }) => url),
    [API_PAD],
  )
  assert.equal(API_PAD, `/api/v${hoofd}`)
  assert.match(doc.info.version, /^\d+\.\d+\.\d+$/u)
  assert.equal(doc.info.version, API_VERSIE)
  assert.match(doc.openapi, /^3\.1\.\d+$/u)
  assert.ok(doc.info['contact'])
  for (const pad of Object.values(doc.paths))
    assert.ok(Object.keys(pad).every((methode) => ['get', 'post'].includes(methode)))
  const ids = operaties.map(({ operatie }) => operatie.operationId)
  assert.equal(new Set(ids).size, ids.length)
})

test('NL API Design Rules: velden in camelCase, dagen en momenten in hun formaat, een probleem met zijn velden', () => {
  const { Probleem, ...schemas } = doc.components.schemas
  for (const [pad, waarde] of allesIn(schemas)) {
    if (!pad.endsWith('/properties')) continue
    for (const [naam, veld] of Object.entries(waarde as Record<string, { format?: string }>)) {
      // De soorten huishouden zijn namen van de wet in de regels, geen velden van de api.
      if (!['_links', '$schema', 'alleen_aow', 'paar_aow'].includes(naam))
        assert.match(naam, /^[a-z][a-zA-Z\d]*$/u, pad)
      if (/^datum$|Datum$/u.test(naam)) assert.equal(veld.format, 'date', `${pad}/${naam}`)
      // Een bedrag is sinds een dag bekend, geen moment.
      if (/^op$|Op$/u.test(naam) && !/beeindigd|Berekeningvraag/u.test(pad))
        assert.equal(veld.format, 'date-time', `${pad}/${naam}`)
      if (/Cent$|^cent$/u.test(naam)) assert.match(JSON.stringify(veld), /"integer"/u, `${pad}/${naam}`)
    }
  }
  const verplicht = new Set(Probleem?.['required'] as string[])
  for (const veld of ['title', 'status', 'detail', 'code']) assert.ok(verplicht.has(veld), veld)
})

test('nergens in de beschrijving staat een veld voor wie iets deed', () => {
  for (const [pad, waarde] of allesIn(doc.components.schemas))
    if (pad.endsWith('/properties'))
      assert.deepEqual(
        Object.keys(waarde as object).filter((naam) => /^(?:door|account|wie)$/u.test(naam)),
        [],
        pad,
      )
})
