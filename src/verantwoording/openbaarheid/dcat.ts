import {
  type Openbaarrapport,
  rapportbestandpad,
  rapportpad,
} from '#verantwoording/openbaarheid/rapporten.ts'

/** De catalogus van open data in DCAT-AP-NL 3.0, als JSON-LD: elke dataset met wat verplicht is, en waar zij te halen is. */

const EU = 'http://publications.europa.eu/resource/authority'
const VORM = {
  csv: { type: `${EU}/file-type/CSV`, media: 'text/csv' },
  json: { type: `${EU}/file-type/JSON`, media: 'application/json' },
  ods: { type: `${EU}/file-type/ODS`, media: 'application/vnd.oasis.opendocument.spreadsheet' },
  xlsx: {
    type: `${EU}/file-type/XLSX`,
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const
type Bestandsvorm = keyof typeof VORM

const CC0 = 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl'
const OPENBAAR = `${EU}/access-right/PUBLIC`
const NEDERLANDS = `${EU}/language/NLD`
const OVERHEID = `${EU}/data-theme/GOVE`
const ECONOMIE = `${EU}/data-theme/ECON`
const SAMENLEVING = `${EU}/data-theme/SOCI`

type Dataset = {
  sleutel: string
  titel: string
  zin: string
  themas: readonly string[]
  /** Waar een mens haar bekijkt. */
  pagina: string
  bestanden: readonly { pad: string; vorm: Bestandsvorm }[]
  /** Het adres in de api, als zij daar ook te vragen is. */
  api?: string | undefined
}

const drieVormen = (pad: string): Dataset['bestanden'] =>
  (['csv', 'ods', 'xlsx'] as const).map((vorm) => ({ pad: `${pad}.${vorm}`, vorm }))

/** Wat elke gemeente aanbiedt; rapporten komen erbij zodra er een is vastgesteld. */
export const DATASETS: readonly Dataset[] = [
  {
    sleutel: 'plan',
    titel: 'Programmaplan',
    zin: 'Het hele programmaplan: onderdelen, doelen, bronnen en wat elk onderdeel per jaar mag kosten.',
    themas: [OVERHEID, SAMENLEVING],
    pagina: '/onderdelen',
    bestanden: (['json', 'ods', 'xlsx'] as const).map((vorm) => ({ pad: `/planbestand.${vorm}`, vorm })),
    api: '/api/v1/programmas',
  },
  {
    sleutel: 'begroting',
    titel: 'Begroting en besteding',
    zin: 'Per onderdeel wat begroot, vastgelegd en uitgegeven is, en wat er over is.',
    themas: [OVERHEID, ECONOMIE],
    pagina: '/begroting',
    bestanden: drieVormen('/begroting/begroting'),
    api: '/api/v1/standen',
  },
  {
    sleutel: 'boekingen',
    titel: 'Boekingen',
    zin: 'Elke boeking van het programma, zonder namen en zonder omschrijvingen.',
    themas: [OVERHEID, ECONOMIE],
    pagina: '/boekingen',
    bestanden: drieVormen('/boekingen/boekingen'),
    api: '/api/v1/boekingen',
  },
  {
    sleutel: 'parameters',
    titel: 'Regels en bedragen',
    zin: 'De bedragen waarmee de eigen bijdrage wordt berekend, met hun datum en hun bron in de wet.',
    themas: [OVERHEID, SAMENLEVING],
    pagina: '/regels',
    bestanden: [{ pad: '/api/v1/parameters', vorm: 'json' }],
    api: '/api/v1/parameters',
  },
]

export type Catalogusbron = {
  site: string
  gemeente: { code: string; naam: string }
  /** Ontbreekt zolang de beheerder het niet bevestigde. */
  uitgever: { tooi: string; contact: string } | undefined
  rapporten: readonly Openbaarrapport[]
  /** De voorbeeldgemeente: wie deze gegevens oogst, moet zien dat zij niet echt zijn. */
  verzonnen: boolean
}

const ref = (id: string) => ({ '@id': id })
const nl = (tekst: string) => ({ '@language': 'nl', '@value': tekst })

export function catalogus(bron: Catalogusbron): Record<string, unknown> {
  const { site, gemeente } = bron
  const datasets = [...DATASETS.map((een) => dataset(bron, een)), ...rapportset(bron)]
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      spdx: 'http://spdx.org/rdf/terms#',
    },
    '@id': `${site}/dcat.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': nl(`Open data van het programma sociaal domein, gemeente ${gemeente.naam}`),
    'dct:description': zin(
      bron,
      'Alles wat op de website van het programma staat, om mee te nemen en na te rekenen. Zonder gegevens over personen.',
    ),
    'dct:publisher': uitgeverVan(bron),
    'dct:language': ref(NEDERLANDS),
    'dct:license': ref(CC0),
    'foaf:homepage': ref(`${site}/open-data`),
    'dcat:contactPoint': contact(bron),
    'dcat:dataset': datasets,
  }
}

const zin = ({ verzonnen }: Catalogusbron, tekst: string) =>
  nl(verzonnen ? `Voorbeeld met verzonnen gegevens. ${tekst}` : tekst)

const uitgeverVan = ({ site, gemeente, uitgever }: Catalogusbron) => ({
  '@id': uitgever?.tooi ?? `${site}/over`,
  '@type': 'foaf:Agent',
  'foaf:name': nl(`Gemeente ${gemeente.naam}`),
})

const contact = ({ site, gemeente, uitgever }: Catalogusbron) => ({
  '@type': 'vcard:Organization',
  'vcard:fn': nl(`Gemeente ${gemeente.naam}`),
  ...(uitgever === undefined
    ? { 'vcard:hasURL': ref(`${site}/over`) }
    : { 'vcard:hasEmail': ref(`mailto:${uitgever.contact}`) }),
})

/** Wat DCAT-AP-NL van elke dataset vraagt. */
function verplicht(
  bron: Catalogusbron,
  een: Pick<Dataset, 'sleutel' | 'titel' | 'zin' | 'themas' | 'pagina'>,
) {
  const id = `${bron.site}/open-data#${een.sleutel}`
  return {
    '@id': id,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': nl(`${een.titel}, gemeente ${bron.gemeente.naam}`),
    'dct:description': zin(bron, een.zin),
    'dct:accessRights': ref(OPENBAAR),
    'dcat:contactPoint': contact(bron),
    'dct:creator': uitgeverVan(bron),
    'dct:publisher': uitgeverVan(bron),
    'dcat:theme': een.themas.map(ref),
    'dct:language': ref(NEDERLANDS),
    'dcat:landingPage': ref(bron.site + een.pagina),
  }
}

function dataset(bron: Catalogusbron, een: Dataset) {
  return {
    ...verplicht(bron, een),
    'dcat:distribution': [
      ...een.bestanden.map(({ pad, vorm }) => ({
        '@id': bron.site + pad,
        '@type': 'dcat:Distribution',
        'dct:title': nl(`${een.titel} (${vorm.toUpperCase()})`),
        'dcat:accessURL': ref(bron.site + pad),
        'dcat:downloadURL': ref(bron.site + pad),
        'dct:format': ref(VORM[vorm].type),
        'dcat:mediaType': ref(`https://www.iana.org/assignments/media-types/${VORM[vorm].media}`),
        'dct:license': ref(CC0),
      })),
      ...(een.api === undefined ? [] : [apidistributie(bron, een.titel, een.api)]),
    ],
  }
}

const apidistributie = ({ site }: Catalogusbron, titel: string, pad: string) => ({
  '@id': `${site}${pad}#api`,
  '@type': 'dcat:Distribution',
  'dct:title': nl(`${titel} (API)`),
  'dcat:accessURL': ref(site + pad),
  'dct:format': ref(VORM.json.type),
  'dct:license': ref(CC0),
  'dcat:accessService': {
    '@id': `${site}/api/v1`,
    '@type': 'dcat:DataService',
    'dct:title': nl('API van het programma'),
    'dcat:endpointURL': ref(`${site}/api/v1`),
    'dcat:endpointDescription': ref(`${site}/api/v1/openapi.json`),
  },
})

function rapportset(bron: Catalogusbron) {
  if (bron.rapporten.length === 0) return []
  const kop = {
    sleutel: 'rapporten',
    titel: 'Vastgestelde rapporten',
    zin: 'De vastgestelde rapporten over het programma, met hun cijfers.',
    themas: [OVERHEID, SAMENLEVING],
    pagina: '/rapporten',
  }
  return [
    {
      ...verplicht(bron, kop),
      'dcat:distribution': bron.rapporten.flatMap((rapport) =>
        rapport.vormen.map(({ vorm, type, bytes, hash }) => ({
          '@id': bron.site + rapportbestandpad(rapport, vorm),
          '@type': 'dcat:Distribution',
          'dct:title': nl(`${rapport.titel} (${vorm.toUpperCase()})`),
          'dcat:accessURL': ref(bron.site + rapportpad(rapport)),
          'dcat:downloadURL': ref(bron.site + rapportbestandpad(rapport, vorm)),
          'dcat:mediaType': ref(`https://www.iana.org/assignments/media-types/${type.split(';')[0]}`),
          'dcat:byteSize': bytes,
          'dct:issued': { '@type': 'xsd:dateTime', '@value': rapport.vastgesteldOp },
          'dct:license': ref(CC0),
          'spdx:checksum': {
            '@type': 'spdx:Checksum',
            'spdx:algorithm': ref('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
            'spdx:checksumValue': hash,
          },
        })),
      ),
    },
  ]
}
