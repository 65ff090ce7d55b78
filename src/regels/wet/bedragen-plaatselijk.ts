import type { Laag, Parameter } from '#regels/motor/parameter.ts'
import * as bijdrage from '#regels/wet/bedragen-bijdrage.ts'
import { NORM, ZONDER_VT } from '#regels/wet/bedragen-norm.ts'
import * as voorstel from '#regels/wet/bedragen-voorstel.ts'
import * as wonen from '#regels/wet/bedragen-wonen.ts'
import {
  artikel,
  cent,
  HARDENBERG,
  maakParameter,
  pct,
  tel,
  WMO,
  ZORGKOSTENREGELING,
} from '#regels/wet/bronnen.ts'

/** Wat een gemeente zelf bepaalt. De namen staan hier een keer; elke gemeente heeft haar eigen waarden. */
const R = ZORGKOSTENREGELING
const JAAR_2023 = ['2023', '2023'] as const
const ANDER_JAAR = 'Alleen de bedragen van 2023 zijn gezien.'

export const GRENS_DEEL = maakParameter(
  'minimabeleid-grens-percentage',
  'Inkomensgrens van het minimabeleid, als deel van de norm',
  'het percentage van de gemeente',
  'deel',
  R,
  [pct('2023', '2026', 130, R)],
)

/** De tabel van 2023 staat zonder einddatum op de website; na de nieuwe normen van juli is zij niet nagezien. */
const grens = (soort: string, wie: string, bedrag: number) =>
  maakParameter(
    `zorgkostenregeling-grens-${soort}`,
    `Grens van de Zorgkostenregeling, ${wie}`,
    'de grens',
    'per maand',
    R,
    [
      cent('2023-01-01', '2023-06-30', bedrag, R),
      cent('2023-07-01', '2023-12-31', bedrag, R, { status: 'te bevestigen' }),
    ],
    ANDER_JAAR,
  )
export const GRENS = {
  alleen: grens('alleen', 'alleenstaand', 147_664),
  gehuwd: grens('gehuwd', 'paar', 210_948),
  alleen_aow: grens('alleen-aow', 'alleenstaand met AOW-leeftijd', 164_338),
  gehuwd_aow: grens('gehuwd-aow', 'paar, minstens één met AOW-leeftijd', 223_189),
  inrichting: grens('inrichting', 'alleenstaand in een inrichting', 49_611),
} as const

const regeling = (id: string, naam: string, zin: string, bedrag: number) =>
  maakParameter(
    `zorgkostenregeling-${id}`,
    naam,
    zin,
    'per jaar',
    R,
    [cent(...JAAR_2023, bedrag, R)],
    ANDER_JAAR,
  )
const perMaand = (id: string, naam: string, bedrag: number) =>
  maakParameter(
    `zorgkostenregeling-${id}`,
    naam,
    'de hoogste vergoeding',
    'per maand',
    R,
    [cent(...JAAR_2023, bedrag, R)],
    ANDER_JAAR,
  )
export const REGELING_MAAND = {
  een: perMaand('bijdrage-een', 'Hoogste vergoeding van de eigen bijdrage, één persoon', 700),
  paar: perMaand('bijdrage-paar', 'Hoogste vergoeding van de eigen bijdrage, paar', 800),
} as const
export const RISICO_VANAF = regeling(
  'eigen-risico-vanaf',
  'Eigen risico dat u zelf betaalt',
  'wat u zelf betaalt',
  20_000,
)
export const RISICO_HOOGSTE = regeling(
  'eigen-risico-hoogste',
  'Hoogste vergoeding van het eigen risico',
  'de hoogste vergoeding',
  10_000,
)
export const KOSTEN_MINST = regeling(
  'zorgkosten-minst',
  'Zorgkosten waaronder niets wordt vergoed',
  'de laagste zorgkosten',
  7_500,
)
export const KOSTEN_HOOGSTE = regeling(
  'zorgkosten-hoogste',
  'Hoogste vergoeding van zorgkosten',
  'de hoogste vergoeding',
  25_000,
)
export const KAART_HOOGSTE = regeling(
  'parkeerkaart-hoogste',
  'Hoogste vergoeding van de parkeerkaart',
  'de hoogste vergoeding',
  9_080,
)
export const VOLWASSEN = maakParameter(
  'zorgkostenregeling-leeftijd',
  'Leeftijd vanaf welke de regeling geldt',
  'de leeftijd van de regeling',
  'aantal',
  R,
  [tel('2023', '2026', 18, R)],
)

const PGB_BRON = artikel(WMO, '2.1.3', '2')
export const PGB_TARIEF = maakParameter(
  'verordening-pgb-tarief',
  'Tarief van het pgb per uur',
  'het tarief van de gemeente',
  'per uur',
  PGB_BRON,
  [],
  'De tarieven staan in de verordening van 2024; die is niet gezien: te bevestigen.',
)

const trede = (soort: string, nr: number, euro: number) =>
  maakParameter(
    `gm0160-staffel-${soort}-${nr}`,
    `Hardenberg 2018, ${soort.replace('-', ' ')}, trede ${nr}`,
    'de grens van deze trede',
    'per jaar',
    HARDENBERG,
    [
      cent('2018', '2018', euro * 100, HARDENBERG, {
        wijktAf:
          nr === 1 ? undefined : 'De bron noemt deze grens in twee treden; hier hoort hij bij de lagere.',
      }),
    ],
  )
/** De eerste trede loopt "tot" een bedrag; in hele euro's is dat tot en met een euro minder. */
const treden = (soort: string, een: number, twee: number, drie: number) =>
  [trede(soort, 1, een - 1), trede(soort, 2, twee), trede(soort, 3, drie)] as const
export const STAFFEL = {
  alleen: treden('alleen', 16_305, 17_787, 19_269),
  alleen_aow: treden('alleen-aow', 18_332, 19_998, 21_665),
  paar: treden('paar', 23_292, 25_410, 27_527),
  paar_aow: treden('paar-aow', 25_069, 27_348, 29_627),
} as const
export const STAFFEL_BEDRAG = [1, 2, 3, 4].map((nr) =>
  maakParameter(
    `gm0160-staffel-bedrag-${nr}`,
    `Hardenberg 2018, bedrag van trede ${nr}`,
    `het bedrag van trede ${nr}`,
    'per maand',
    HARDENBERG,
    [cent('2018', '2018', nr * 2700, HARDENBERG)],
  ),
)

const lijst = (bedragen: object): Parameter[] =>
  Object.values(bedragen).flatMap((een: unknown) =>
    isParameter(een) ? [een] : typeof een === 'object' && een !== null ? lijst(een) : [],
  )
const isParameter = (een: unknown): een is Parameter =>
  typeof een === 'object' && een !== null && 'id' in een && 'waarden' in een

export const RIJK: Laag = {
  soort: 'rijk',
  naam: 'Rijk',
  parameters: lijst({ ...bijdrage, ...voorstel, ...wonen, NORM, ZONDER_VT }),
}
const PLAATSELIJK = lijst({
  GRENS_DEEL,
  GRENS,
  REGELING_MAAND,
  RISICO_VANAF,
  RISICO_HOOGSTE,
  KOSTEN_MINST,
  KOSTEN_HOOGSTE,
  KAART_HOOGSTE,
  VOLWASSEN,
  PGB_TARIEF,
})

const VERZONNEN = { naam: 'verzonnen voorbeeld' } as const
/** De voorbeeldgemeente rekent met verzonnen bedragen, die dat ook zeggen. */
const VOORBEELD: readonly Parameter[] = [
  {
    ...GRENS_DEEL,
    bron: VERZONNEN,
    waarden: [pct('2023', '2026', 120, VERZONNEN, { status: 'te bevestigen' })],
  },
  ...Object.values(REGELING_MAAND).map((een) => ({
    ...een,
    bron: VERZONNEN,
    waarden: [cent('2023', '2026', 1000, VERZONNEN, { status: 'te bevestigen' })],
  })),
  {
    ...PGB_TARIEF,
    bron: VERZONNEN,
    waarden: [cent('2023', '2026', 2_500, VERZONNEN, { status: 'te bevestigen' })],
  },
]

/** Van een gemeente die niets invoerde, zijn alleen de namen bekend: haar bedragen bestaan niet. */
const LEEG: readonly Parameter[] = PLAATSELIJK.map((een) => ({
  ...een,
  waarden: [],
  gemis: 'De gemeente heeft dit nog niet ingevoerd.',
}))

const GEMEENTEN: Readonly<Record<string, Laag>> = {
  gm0000: { soort: 'gemeente', naam: 'voorbeeldgemeente', parameters: VOORBEELD },
  gm1731: { soort: 'gemeente', naam: 'Midden-Drenthe', parameters: PLAATSELIJK },
}
const NAMEN: Laag = { soort: 'gemeente', naam: 'gemeente', parameters: LEEG }
/** Een voorbeeld van wat een gemeente zelf mag kiezen; de namen zijn eigen, dus het kan altijd meedoen. */
const STAFFELLAAG: Laag = {
  soort: 'gemeente',
  naam: 'Hardenberg',
  parameters: lijst({ STAFFEL, STAFFEL_BEDRAG }),
}

/** De lagen die bij een gemeente gelden, van onder naar boven. */
export const lagenVan = (gemeente: string | undefined): readonly Laag[] => [
  RIJK,
  STAFFELLAAG,
  NAMEN,
  ...(gemeente !== undefined && GEMEENTEN[gemeente] !== undefined ? [GEMEENTEN[gemeente]] : []),
]
