import type { Schema } from '#programma/api/openapi-schemas.ts'

/** Een schema als rijen om te lezen: elk veld met zijn pad, wat het is en of het er altijd staat. */
export type Veldrij = {
  pad: string
  soort: string
  naar: string | undefined
  altijd: boolean
  uitleg: string
}

const schemaOf = (waarde: unknown): Schema =>
  typeof waarde === 'object' && waarde !== null ? { ...waarde } : {}
const lijstOf = (waarde: unknown): readonly unknown[] => (Array.isArray(waarde) ? waarde : [])
const tekstOf = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : '')

/** De vormen waaruit een schema kiest, elk met zijn rijen; meestal is er maar één. */
export function vormenVan(schema: Schema): { naam: string; rijen: Veldrij[] }[] {
  const keuzes = lijstOf(schema['oneOf'] ?? schema['anyOf']).map(schemaOf)
  if (keuzes.length === 0) return [{ naam: '', rijen: rijenVan(schema, '') }]
  return keuzes.map((keuze, i) => ({
    naam: vasteWaarde(keuze) ?? `vorm ${i + 1}`,
    rijen: rijenVan(keuze, ''),
  }))
}

const vasteWaarde = (keuze: Schema): string | undefined => {
  const soort = schemaOf(schemaOf(keuze['properties'])['soort'])['const']
  return soort === undefined ? undefined : `soort ${String(soort)}`
}

function rijenVan(schema: Schema, voor: string): Veldrij[] {
  const altijd = new Set(lijstOf(schema['required']))
  const eigen = Object.entries(schemaOf(schema['properties'])).flatMap(([naam, waarde]) => {
    const veld = schemaOf(waarde)
    const pad = `${voor}${naam}`
    const rij = {
      pad,
      soort: soortVan(veld),
      naar: verwijzingVan(veld),
      altijd: altijd.has(naam),
      uitleg: tekstOf(veld['description']),
    }
    return [rij, ...rijenVan(veld, `${pad}.`), ...rijenVan(schemaOf(veld['items']), `${pad}[].`)]
  })
  const rest = schemaOf(schema['additionalProperties'])
  const naar = verwijzingVan(rest)
  return naar === undefined
    ? eigen
    : [...eigen, { pad: `${voor}…`, soort: naar, naar, altijd: false, uitleg: 'Andere namen.' }]
}

const WOORDEN: Readonly<Record<string, string>> = {
  string: 'tekst',
  integer: 'heel getal',
  number: 'getal',
  boolean: 'waar of onwaar',
  object: 'object',
  array: 'lijst',
  null: 'null',
  date: 'dag (JJJJ-MM-DD)',
  'date-time': 'moment (UTC)',
  uuid: 'UUID',
}

/** In woorden wat er in een veld staat. */
export function soortVan(schema: Schema): string {
  const naar = verwijzingVan({ ...schema, items: undefined })
  if (naar !== undefined) return naar
  if (schema['const'] !== undefined) return `altijd ${JSON.stringify(schema['const'])}`
  const keuzes = lijstOf(schema['enum'])
  if (keuzes.length > 0) return keuzes.map((keuze) => String(keuze)).join(' | ')
  const vormen = lijstOf(schema['anyOf'] ?? schema['oneOf'])
  if (vormen.length > 0) return vormen.map((vorm) => soortVan(schemaOf(vorm))).join(' of ')
  if (schema['items'] !== undefined) return `lijst van ${soortVan(schemaOf(schema['items']))}`
  const soorten = [schema['type']].flat().map(tekstOf)
  const formaat = WOORDEN[tekstOf(schema['format'])]
  return soorten.map((soort) => (soort === 'string' && formaat) || (WOORDEN[soort] ?? soort)).join(' of ')
}

/** De naam van het schema waar dit veld, of elk ding in deze lijst, naar verwijst. */
function verwijzingVan(schema: Schema): string | undefined {
  const doel = tekstOf(schema['$ref']) || tekstOf(schemaOf(schema['items'])['$ref'])
  return doel.startsWith('#/components/schemas/') ? doel.slice('#/components/schemas/'.length) : undefined
}

/** De grenzen en standaardwaarde van een parameter, als korte aanvulling op zijn soort. */
export function grenzenVan(schema: Schema): string {
  const van = schema['minimum']
  const tot = schema['maximum']
  return [
    van !== undefined && tot !== undefined && `${van} tot en met ${tot}`,
    schema['maxLength'] !== undefined && `hoogstens ${schema['maxLength']} tekens`,
    schema['default'] !== undefined && `anders ${schema['default']}`,
  ]
    .filter((deel) => deel !== false)
    .join('; ')
}
