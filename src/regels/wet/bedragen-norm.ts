import type { Bron, Parameterwaarde } from '#regels/motor/parameter.ts'
import {
  artikel,
  cent,
  maakParameter,
  PARTICIPATIEWET,
  pct,
  website,
  ZORGKOSTENREGELING,
} from '#regels/wet/bronnen.ts'

/** De bijstandsnorm per maand vanaf 21 jaar: met vakantietoeslag zoals in de wet, of zonder waar alleen dat bekend is. */
const WESTLAND = website(
  'gemeente Westland, normenoverzicht',
  'https://www.gemeentewestland.nl/aanvragen-en-regelen/toeslagen-vergoedingen-en-bijdragen/normenoverzicht-minimuminkomen-voor-de-bijzondere-bijstand',
)
const METRO = website('metronieuws.nl', 'https://www.metronieuws.nl')
const VENRAY = website('gemeente Venray, teruggerekend uit 110%', 'https://www.venray.nl')
const STAB = website('St-AB, tabel zonder datum', 'https://st-ab.nl/bijstandsnorm.htm')
const HEERENVEEN = website('gemeente Heerenveen', 'https://www.heerenveen.nl')
const KEMPEN = website('Kempengemeenten', 'https://www.kempengemeenten.nl/normen-en-bedragen-minimabeleid')

type Viertal = readonly [alleen: number, gehuwd: number, alleenAow: number, gehuwdAow: number]
type Rij = { van: string; tot: string; norm: Viertal; bron: Bron; onzeker?: true }
const PW = artikel(PARTICIPATIEWET, '20')

const INCL: readonly Rij[] = [
  { van: '2018-01-01', tot: '2018-06-30', norm: [99_212, 141_732, 111_548, 152_544], bron: PW },
  {
    van: '2021-01-01',
    tot: '2021-06-30',
    norm: [107_544, 153_634, 119_567, 162_074],
    bron: VENRAY,
    onzeker: true,
  },
  {
    van: '2021-07-01',
    tot: '2021-12-31',
    norm: [107_870, 154_100, 119_998, 162_708],
    bron: STAB,
    onzeker: true,
  },
  { van: '2024-01-01', tot: '2024-06-30', norm: [128_383, 183_404, 142_576, 193_398], bron: WESTLAND },
  { van: '2024-07-01', tot: '2024-12-31', norm: [130_845, 186_921, 145_685, 197_664], bron: METRO },
  { van: '2025-01-01', tot: '2025-06-30', norm: [134_545, 192_207, 150_107, 205_348], bron: WESTLAND },
  { van: '2025-07-01', tot: '2025-12-31', norm: [136_906, 195_580, 153_021, 209_498], bron: PW },
  { van: '2026-01-01', tot: '2026-06-30', norm: [140_150, 200_213, 156_469, 214_416], bron: PW },
  { van: '2026-07-01', tot: '2026-12-31', norm: [141_946, 202_779, 158_734, 217_610], bron: PW },
]
const EXCL: readonly Rij[] = [
  { van: '2017-01-01', tot: '2017-06-30', norm: [93_365, 133_378, 104_893, 143_266], bron: HEERENVEEN },
  { van: '2017-07-01', tot: '2017-12-31', norm: [93_719, 133_884, 105_306, 143_900], bron: HEERENVEEN },
  { van: '2019-01-01', tot: '2019-06-30', norm: [97_427, 139_182, 109_041, 148_529], bron: KEMPEN },
  {
    van: '2023-01-01',
    tot: '2023-06-30',
    norm: [113_588, 162_268, 126_414, 171_684],
    bron: ZORGKOSTENREGELING,
  },
]
/** Van 2022 is alleen de norm onder de AOW-leeftijd gezien, in een tekst van 15 maart. */
const IN_2022: readonly (number | undefined)[] = [109_171, 155_958, undefined, undefined]

const rijen = (lijst: readonly Rij[], plek: number): Parameterwaarde[] =>
  lijst.map(({ van, tot, norm, bron, onzeker }) =>
    cent(van, tot, norm[plek] ?? 0, bron, onzeker ? { status: 'te bevestigen' } : {}),
  )
const van2022 = (plek: number): Parameterwaarde[] =>
  IN_2022[plek] === undefined
    ? []
    : [cent('2022-01-01', '2022-06-30', IN_2022[plek], PW, { status: 'te bevestigen' })]
const GAT = 'Van 2015, 2016, 2020 en enkele halve jaren is geen bron gezien.'

const norm = (plek: number, soort: string, wie: string) => ({
  incl: maakParameter(
    `BWBR0015703-norm-${soort}`,
    `Bijstandsnorm met vakantietoeslag, ${wie}`,
    'de norm met vakantietoeslag',
    'per maand',
    plek > 1 ? artikel(PARTICIPATIEWET, '22') : artikel(PARTICIPATIEWET, '21'),
    [...rijen(INCL, plek), ...van2022(plek)],
    GAT,
  ),
  excl: maakParameter(
    `BWBR0015703-norm-zonder-vt-${soort}`,
    `Bijstandsnorm zonder vakantietoeslag, ${wie}`,
    'de norm zonder vakantietoeslag',
    'per maand',
    artikel(PARTICIPATIEWET, '19', '3'),
    rijen(EXCL, plek),
    'Waar deze ontbreekt, volgt zij uit de norm met vakantietoeslag.',
  ),
})

export const NORM = {
  alleen: norm(0, 'alleen', 'alleenstaand'),
  gehuwd: norm(1, 'gehuwd', 'paar'),
  alleen_aow: norm(2, 'alleen-aow', 'alleenstaand met AOW-leeftijd'),
  gehuwd_aow: norm(3, 'gehuwd-aow', 'paar, minstens één met AOW-leeftijd'),
} as const

const PW19 = artikel(PARTICIPATIEWET, '19', '3')
export const ZONDER_VT = maakParameter(
  'BWBR0015703-19-deel-zonder-vt',
  'Deel van de norm zonder vakantietoeslag',
  'het deel zonder vakantietoeslag',
  'deel',
  PW19,
  [
    pct('2015', '2026', 95, PW19, {
      wijktAf: 'Artikel 19 lid 3 zegt 4,8% vakantietoeslag; alle gepubliceerde tabellen rekenen met 5%.',
    }),
  ],
)
