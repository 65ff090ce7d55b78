import { cent, GEMEENTE_NU, maakParameter, pct, VOORSTEL_36713 } from '#regels/wet/bronnen.ts'

/** Wat geen wet is: een wetsvoorstel en een plan dat niet doorging. Alleen om mee te vergelijken. */
const voorstel = { status: 'voorstel' } as const
const IVB = 'Het wetsvoorstel is geen geldend recht; de grenzen staan in de bron met "ongeveer".'
const ivb = (id: string, naam: string, zin: string, bedrag: number) =>
  maakParameter(
    `kst-36713-${id}`,
    naam,
    zin,
    'per jaar',
    VOORSTEL_36713,
    [cent('2027', '2027', bedrag, GEMEENTE_NU, voorstel)],
    IVB,
  )
export const IVB_LAAGSTE = maakParameter(
  'kst-36713-minimum',
  'Laagste bijdrage in het voorstel',
  'de laagste bijdrage',
  'per maand',
  VOORSTEL_36713,
  [cent('2027', '2027', 2360, GEMEENTE_NU, voorstel)],
  IVB,
)
export const IVB_HOOGSTE = maakParameter(
  'kst-36713-maximum',
  'Hoogste bijdrage in het voorstel',
  'de hoogste bijdrage',
  'per maand',
  VOORSTEL_36713,
  [cent('2027', '2027', 32_800, GEMEENTE_NU, voorstel)],
  IVB,
)
export const IVB_DEEL = maakParameter(
  'kst-36713-percentage',
  'Deel van het extra inkomen in het voorstel',
  'het percentage van het voorstel',
  'deel',
  VOORSTEL_36713,
  [pct('2027', '2027', 10, GEMEENTE_NU, voorstel)],
  IVB,
)
export const IVB_DREMPEL = {
  een: ivb(
    'drempel-een',
    'Inkomen waarboven u in het voorstel meer betaalt, één persoon',
    'de drempel in het voorstel',
    2_450_000,
  ),
  meer: ivb(
    'drempel-meer',
    'Inkomen waarboven u in het voorstel meer betaalt, meer personen',
    'de drempel in het voorstel',
    3_400_000,
  ),
} as const

const PLAN = { naam: 'gemeente.nu, november 2022' } as const
const plan = (id: string, naam: string, zin: string, w: ReturnType<typeof cent>) =>
  maakParameter(`plan-2022-${id}`, naam, zin, 'per maand', PLAN, [w], 'Dit plan is niet doorgegaan.')
export const PLAN_HOOGSTE = plan(
  'maximum',
  'Hoogste bijdrage in het plan van 2022',
  'de hoogste bijdrage',
  cent('2023', '2026', 25_500, PLAN, voorstel),
)
export const PLAN_GRENS = maakParameter(
  'plan-2022-grens',
  'Deel van het minimum waarboven het plan van 2022 meer vroeg',
  'de grens van het plan',
  'deel',
  PLAN,
  [pct('2023', '2026', 185, PLAN, voorstel)],
  'Dit plan is niet doorgegaan.',
)
export const PLAN_DEEL = maakParameter(
  'plan-2022-percentage',
  'Deel van het inkomen erboven, per maand',
  'het percentage van het plan',
  'deel',
  PLAN,
  [pct('2023', '2026', 8.04, PLAN, voorstel)],
  'De bron noemt € 6,70 per maand voor elke € 1.000 per jaar; dat is 8,04% van het inkomen per maand.',
)
