import {
  artikel,
  cent,
  DRIMMELEN,
  EINDHOVEN,
  ENSCHEDE,
  maakParameter,
  pct,
  tel,
  UITVOERINGSBESLUIT,
  WMO,
  WOERDEN,
} from '#regels/wet/bronnen.ts'

/** De bedragen van de eigen bijdrage voor maatwerk: per 4 weken tot en met 2019, per maand vanaf 2020. */
const UB38 = artikel(UITVOERINGSBESLUIT, '3.8', '1')
const UB39 = artikel(UITVOERINGSBESLUIT, '3.9', '1')
const LATER = 'De geldende tekst van 1 januari 2017 noemde nog de bedragen van 2016.'
/** Uit het hoofd opgetekend en nog niet in een bron gezien. */
const TE_BEVESTIGEN = { status: 'te bevestigen', bekendVanaf: undefined } as const
const in2017 = { wijktAf: LATER } as const

const basis = (soort: string, wie: string, b: readonly [number, number, number, number]) =>
  maakParameter(
    `BWBR0035733-3.8-basisbedrag-${soort}`,
    `Basisbedrag per 4 weken, ${wie}`,
    'het basisbedrag',
    'per 4 weken',
    UB38,
    [
      cent('2015', '2015', b[0], UB38),
      cent('2016', '2016', b[1], soort === 'alleen' ? UB38 : EINDHOVEN),
      cent('2017', '2017', b[2], ENSCHEDE, in2017),
      cent('2018', '2018', b[3], UB38),
    ],
  )

export const BASISBEDRAG = {
  alleen: basis('alleen', 'alleenstaand onder de AOW-leeftijd', [1940, 1940, 1750, 1760]),
  alleen_aow: basis('alleen-aow', 'alleenstaand met AOW-leeftijd', [1940, 1940, 1750, 1760]),
  paar: basis('paar', 'paar, niet beiden met AOW-leeftijd', [2760, 2780, 0, 0]),
  paar_aow: basis('paar-aow', 'paar, beiden met AOW-leeftijd', [2760, 2780, 1750, 1760]),
} as const

type Drempel = {
  soort: string
  wie: string
  euro: readonly [number, number, number, number]
  zeker2017: boolean
}

const drempel = ({ soort, wie, euro, zeker2017 }: Drempel) =>
  maakParameter(
    `BWBR0035733-3.8-drempel-${soort}`,
    `Inkomen waarboven u meer betaalt, ${wie}`,
    'het drempelinkomen',
    'per jaar',
    UB38,
    [
      cent('2015', '2015', euro[0] * 100, UB38),
      cent('2016', '2016', euro[1] * 100, soort === 'alleen' ? UB38 : EINDHOVEN),
      cent('2017', '2017', euro[2] * 100, EINDHOVEN, zeker2017 ? in2017 : { ...in2017, ...TE_BEVESTIGEN }),
      cent('2018', '2018', euro[3] * 100, UB38),
    ],
    zeker2017 ? undefined : 'Het bedrag van 2017 is niet in een bron van dat jaar gezien.',
  )

export const DREMPEL = {
  alleen: drempel({
    soort: 'alleen',
    wie: 'alleenstaand onder de AOW-leeftijd',
    euro: [22331, 22486, 22632, 22873],
    zeker2017: false,
  }),
  alleen_aow: drempel({
    soort: 'alleen-aow',
    wie: 'alleenstaand met AOW-leeftijd',
    euro: [16634, 16887, 17033, 17474],
    zeker2017: false,
  }),
  paar: drempel({
    soort: 'paar',
    wie: 'paar, niet beiden met AOW-leeftijd',
    euro: [27917, 28177, 35000, 35175],
    zeker2017: true,
  }),
  paar_aow: drempel({
    soort: 'paar-aow',
    wie: 'paar, beiden met AOW-leeftijd',
    euro: [23046, 23374, 23525, 24128],
    zeker2017: false,
  }),
} as const

export const MARGINAAL = maakParameter(
  'BWBR0035733-3.8-percentage',
  'Deel van het inkomen boven de drempel',
  'het percentage boven de drempel',
  'deel',
  UB38,
  [
    pct('2015', '2016', 15, UB38),
    pct('2017', '2017', 12.5, ENSCHEDE, in2017),
    pct('2018', '2018', 12.5, UB38),
  ],
)

export const VAST_4_WEKEN = maakParameter(
  'BWBR0035733-3.8-abonnementstarief-4-weken',
  'Abonnementstarief per 4 weken',
  'het abonnementstarief',
  'per 4 weken',
  UB38,
  [cent('2019', '2019', 1750, UB38)],
)

const NIET_IN_WET = { wijktAf: 'Artikel 2.1.4a lid 4 van de wet noemt nog € 19.' } as const
export const ABONNEMENT = maakParameter(
  'BWBR0035362-2.1.4a-abonnementstarief',
  'Abonnementstarief per maand',
  'het abonnementstarief',
  'per maand',
  artikel(WMO, '2.1.4a', '4'),
  [
    cent('2020', '2023', 1900, DRIMMELEN),
    cent('2024', '2024', 2060, DRIMMELEN, NIET_IN_WET),
    cent('2025', '2025', 2100, WOERDEN, NIET_IN_WET),
    cent(
      '2026',
      '2026',
      2180,
      { naam: 'twee openbare codebestanden, een noemt het CAK' },
      { ...NIET_IN_WET, status: 'secundair' },
    ),
  ],
  'Het bedrag van 2027 is nog niet bekendgemaakt.',
)

/** Nihil onder deze grens, als de raad die heeft gesteld. Zonder waarde is er geen grens. */
export const NIHILGRENS = Object.fromEntries(
  (['alleen', 'alleen_aow', 'paar_aow'] as const).map((soort) => [
    soort,
    maakParameter(
      `verordening-nihilgrens-${soort.replace('_', '-')}`,
      `Inkomen waaronder de gemeente niets vraagt (${soort.replace('_', ' ')})`,
      'de inkomensgrens van de gemeente',
      'per jaar',
      artikel(WMO, '2.1.4a', '5'),
      [],
      'De gemeente heeft hier geen grens ingevoerd. De verordening van 2024 is niet gezien: te bevestigen.',
    ),
  ]),
) as Record<'alleen' | 'alleen_aow' | 'paar_aow', ReturnType<typeof maakParameter<'per jaar'>>>

export const BIJTELLING = maakParameter(
  'BWBR0035733-3.9-bijtelling-vermogen',
  'Deel van het vermogen dat als inkomen telt',
  'het deel van uw vermogen dat meetelt',
  'deel',
  UB39,
  [pct('2015', '2018', 8, UB39), pct('2019', '2026', 4, artikel(UITVOERINGSBESLUIT, '3.2a', '4'))],
)

const UB39A = artikel(UITVOERINGSBESLUIT, '3.9a')
export const AFTREK_TOETS = maakParameter(
  'BWBR0035733-3.9a-toetspercentage',
  'Deel van het vermogen dat de toets aftrekt',
  'het toetsdeel',
  'deel',
  UB39A,
  [pct('2018', '2018', 4, UB39A)],
)
export const AFTREK_GRENS = maakParameter(
  'BWBR0035733-3.9a-inkomensgrens',
  'Inkomensgrens voor de aftrek van 2018',
  'de inkomensgrens van de aftrek',
  'per jaar',
  UB39A,
  [cent('2018', '2018', 2_007_500, UB39A)],
)
export const AFTREK_DEEL = maakParameter(
  'BWBR0035733-3.9a-percentage',
  'Deel van het vermogen dat aftrekbaar is',
  'het aftrekbare deel',
  'deel',
  UB39A,
  [pct('2018', '2018', 12, UB39A)],
)
export const AFTREK_HOOGSTE = maakParameter(
  'BWBR0035733-3.9a-maximum',
  'Hoogste aftrek per persoon',
  'de hoogste aftrek per persoon',
  'per jaar',
  UB39A,
  [cent('2018', '2018', 270_000, UB39A)],
)

const UB392 = artikel(UITVOERINGSBESLUIT, '3.9', '2')
export const VERLEGGING = maakParameter(
  'BWBR0035733-3.9-verlegging',
  'Hoeveel het inkomen gedaald moet zijn om dit jaar te laten tellen',
  'de vereiste daling',
  'per jaar',
  UB392,
  [
    cent('2015', '2015', 254_000, UB392),
    cent('2017', '2017', 257_100, UB392),
    cent('2018', '2018', 259_300, UB392),
    cent('2019', '2019', 260_000, UB392),
    cent('2025', '2025', 317_780, UB392),
    cent('2026', '2026', 329_360, UB392),
  ],
)

export const VOLJARIG = maakParameter(
  'BWBR0035733-3.8-meerderjarig',
  'Leeftijd vanaf welke u zelf betaalt',
  'de leeftijd waarop u zelf betaalt',
  'aantal',
  artikel(UITVOERINGSBESLUIT, '3.8'),
  [tel('2015', '2026', 18, artikel(UITVOERINGSBESLUIT, '3.8'))],
)
