import {
  artikel,
  CAK,
  cent,
  maakParameter,
  pct,
  tel,
  UITVOERINGSBESLUIT,
  UITVOERINGSREGELING,
} from '#regels/wet/bronnen.ts'

/** Beschermd wonen, zo ver als de bedragen in een bron zijn gezien. */
const LAAG = artikel(UITVOERINGSBESLUIT, '3.12', '1')
const HOOG = artikel(UITVOERINGSBESLUIT, '3.11', '2')
const GAT = 'Van de jaren ertussen is geen bron gezien.'
const CAK_DEELT = {
  wijktAf: 'De tekst van 2015 zegt "per maand 12,5%" zonder "een twaalfde"; het CAK deelt door 12.',
} as const

export const BW_DEEL = maakParameter(
  'BWBR0035733-3.12-percentage',
  'Lage bijdrage: deel van het inkomen',
  'het percentage van de lage bijdrage',
  'deel',
  LAAG,
  [pct('2015', '2016', 12.5, LAAG, CAK_DEELT), pct('2018', '2019', 10, LAAG), pct('2025', '2026', 10, LAAG)],
  GAT,
)
export const BW_LAAGSTE = maakParameter(
  'BWBR0035733-3.12-minimum',
  'Lage bijdrage: minste per maand',
  'het minimum',
  'per maand',
  LAAG,
  [
    cent('2015', '2015', 15_860, LAAG),
    cent('2016', '2016', 15_980, CAK),
    cent('2019', '2019', 16_420, LAAG),
    cent('2025', '2025', 20_500, LAAG),
    cent('2026', '2026', 21_260, LAAG),
  ],
  GAT,
)
export const BW_MEESTE = maakParameter(
  'BWBR0035733-3.12-maximum',
  'Lage bijdrage: meeste per maand',
  'het maximum',
  'per maand',
  LAAG,
  [
    cent('2015', '2015', 83_260, LAAG),
    cent('2016', '2016', 83_860, CAK),
    cent('2019', '2019', 86_180, LAAG),
    cent('2025', '2025', 107_660, LAAG),
    cent('2026', '2026', 111_580, LAAG),
  ],
  GAT,
)
export const BW_HOOGSTE = maakParameter(
  'BWBR0035733-3.11-maximum',
  'Hoge bijdrage: meeste per maand',
  'het maximum',
  'per maand',
  HOOG,
  [
    cent('2015', '2015', 228_460, HOOG),
    cent('2018', '2018', 233_260, HOOG),
    cent('2019', '2019', 236_480, HOOG),
    cent('2025', '2025', 295_440, HOOG),
    cent('2026', '2026', 306_180, HOOG),
  ],
  GAT,
)
export const BW_MAANDEN = maakParameter(
  'BWBR0035733-3.12-maanden',
  'Hoeveel maanden de lage bijdrage geldt',
  'het aantal maanden met de lage bijdrage',
  'aantal',
  LAAG,
  [tel('2015', '2018', 6, LAAG), tel('2019', '2019', 4, LAAG), tel('2025', '2026', 4, LAAG)],
  GAT,
)

const UB313 = artikel(UITVOERINGSBESLUIT, '3.13')
export const BW_ARBEID = maakParameter(
  'BWBR0035733-3.13-arbeidskorting',
  'Deel van het netto inkomen uit werk dat niet meetelt',
  'het vrije deel van werk',
  'deel',
  UB313,
  [pct('2015', '2026', 15, UB313)],
)
const zak = (soort: string, wie: string, bedrag: number) =>
  maakParameter(
    `BWBR0036096-zakgeld-${soort}`,
    `Zak- en kleedgeld per jaar, ${wie}`,
    'het zak- en kleedgeld',
    'per jaar',
    UITVOERINGSREGELING,
    [cent('2022', '2022', bedrag, UITVOERINGSREGELING)],
    'Alleen het bedrag van 2022 is gezien.',
  )
export const ZAKGELD = {
  een: zak('een', 'alleenstaand', 401_100),
  paar: zak('paar', 'paar', 623_900),
} as const
