/** De assen waarop een bevolking is ingedeeld, met de namen die een marginalenbestand gebruikt. */
export const ASSEN = {
  soort: ['alleen', 'paar', 'paar_kinderen', 'eenouder'],
  leeftijd: ['18-29', '30-44', '45-64', '65-74', '75-84', '85+'],
  grootte: ['1', '2', '3', '4', '5+'],
  geslacht: ['man', 'vrouw'],
} as const
export type As = keyof typeof ASSEN
export const ASNAMEN = Object.keys(ASSEN) as readonly As[]

export type Huishoudvorm = (typeof ASSEN.soort)[number]
export type Leeftijdklasse = (typeof ASSEN.leeftijd)[number]

export const SOORTNAMEN: Readonly<Record<Huishoudvorm, string>> = {
  alleen: 'alleenstaand',
  paar: 'paar zonder kinderen thuis',
  paar_kinderen: 'paar met kinderen thuis',
  eenouder: 'eenoudergezin',
}

/** Eerste en laatste leeftijd van elke klasse; boven de 95 maakt de leeftijd voor geen enkele regel iets uit. */
export const LEEFTIJDEN: readonly (readonly [number, number])[] = [
  [18, 29],
  [30, 44],
  [45, 64],
  [65, 74],
  [75, 84],
  [85, 95],
]

/** Eén vakje van de indeling: op elke as een plek. */
export type Cel = Readonly<Record<As, number>>

/** Wat niet kan bestaan: een alleenstaande van twee, een paar van een. Bij een paar is de man het hoofd, als bij het CBS. */
function kan({ soort, grootte, geslacht }: Cel): boolean {
  const vorm = ASSEN.soort[soort]
  const personen = grootte + 1
  if (vorm === 'alleen') return personen === 1
  if (vorm === 'eenouder') return personen >= 2
  return geslacht === 0 && (vorm === 'paar' ? personen === 2 : personen >= 3)
}

/** Alle vakjes die kunnen bestaan, in vaste volgorde. */
export const CELLEN: readonly Cel[] = ASSEN.soort.flatMap((_, soort) =>
  ASSEN.leeftijd.flatMap((__, leeftijd) =>
    ASSEN.grootte.flatMap((___, grootte) =>
      ASSEN.geslacht.map((____, geslacht) => ({ soort, leeftijd, grootte, geslacht })).filter(kan),
    ),
  ),
)
