import { type Centen, centen } from '#basis/geld.ts'
import { type Blok, type Rapporttabel, STANDWOORDEN } from '#verantwoording/deur.ts'

/** De verzonnen cijfers van een proefrapport, en een figuur van elke vorm. */

export type Vraag = { onderdelen: number; jaren: number }

const NAMEN = [
  'Inloop in het dorpshuis',
  'Ontmoeten en meedoen',
  'Mantelzorg en respijt',
  'Praktijkondersteuning jeugd',
  'Schuldhulp in de wijk',
  'Doorstroom beschermd wonen',
  'Vroegsignalering',
  'Onderwijs en jeugdhulp samen',
  'Vervoer naar dagbesteding',
  'Welzijn op recept',
] as const
const BRONNEN = ['Algemene middelen', 'Rijksbijdrage', 'Bestemmingsreserve'] as const
const GROEPEN = ['Meedoen', 'Zorg dichtbij', 'Jeugd en gezin', 'Wonen'] as const

export const naamVan = (nr: number): string =>
  `${NAMEN[nr % NAMEN.length]}${nr < NAMEN.length ? '' : ` ${nr + 1}`}`
export const groepVan = (nr: number): string => GROEPEN[nr % GROEPEN.length] ?? ''
export const standVan = (nr: number) => STANDWOORDEN[nr % 5] ?? 'op-koers'
/** Een bedrag met centen, verschillend per onderdeel en jaar. */
export const begroot = (nr: number, jaar: number): Centen =>
  centen(2_500_000 + ((nr * 7919 + jaar * 104729) % 9_000_037))
export const uit = (nr: number, jaar: number): Centen =>
  centen(Math.floor(begroot(nr, jaar) * (0.7 + (nr % 7) / 16)))

export const reeks = (aantal: number): number[] => Array.from({ length: aantal }, (_, i) => i)

const kleineTabel = (
  id: string,
  titel: string,
  rijen: readonly (readonly [string, number])[],
): Rapporttabel => ({
  soort: 'tabel',
  id,
  titel,
  kolommen: [
    { naam: 'naam', kop: 'Wat', soort: 'tekst' },
    { naam: 'bedrag', kop: 'Bedrag', soort: 'bedrag' },
  ],
  rijen: rijen.map((cellen) => ({ cellen: [...cellen] })),
  rond: 'euro',
})

function stroom(): Blok {
  const stromen = BRONNEN.flatMap((van, v) =>
    GROEPEN.map((naar, g) => ({ van, naar, bedragCent: centen(12_000_000 * (v + 1) + 4_000_000 * g) })),
  )
  return {
    soort: 'grafiek',
    id: 'stroom',
    boodschap: 'Het meeste geld komt uit de bestemmingsreserve',
    beschrijving: 'Drie bronnen stromen naar vier groepen.',
    figuur: { vorm: 'stroom', stromen },
    tabel: kleineTabel(
      'stroom-cijfers',
      'Van bron naar groep',
      stromen.map(({ van, naar, bedragCent }) => [`${van} naar ${naar}`, bedragCent] as const),
    ),
  }
}

function bullet({ onderdelen }: Vraag): Blok {
  const eerste = reeks(Math.min(onderdelen, 6))
  return {
    soort: 'grafiek',
    id: 'bullet',
    boodschap: 'Bij twee van de zes grootste onderdelen is de begroting op',
    beschrijving: 'Per onderdeel wat is begroot, uitgegeven, vastgelegd en verwacht.',
    figuur: {
      vorm: 'bullet',
      rijen: eerste.map((nr) => ({
        naam: naamVan(nr),
        begroot: begroot(nr, 2024),
        gerealiseerd: uit(nr, 2024),
        verplicht: centen(500_000),
        prognose: nr % 2 === 0 ? centen(begroot(nr, 2024) + 250_000) : null,
      })),
    },
    tabel: kleineTabel(
      'bullet-cijfers',
      'Begroot per onderdeel',
      eerste.map((nr) => [naamVan(nr), begroot(nr, 2024)] as const),
    ),
  }
}

function waterval(): Blok {
  return {
    soort: 'grafiek',
    id: 'waterval',
    boodschap: 'De begroting groeide door twee besluiten en kromp door één',
    beschrijving: 'Van de primitieve begroting naar de begroting na wijziging.',
    figuur: {
      vorm: 'waterval',
      stappen: [
        { naam: 'Primitieve begroting', soort: 'stand', bedragCent: centen(79_300_000) },
        { naam: 'Voorjaarsnota', soort: 'stap', bedragCent: centen(4_250_000) },
        { naam: 'Raadsbesluit inloop', soort: 'stap', bedragCent: centen(1_200_050) },
        { naam: 'Najaarsnota', soort: 'stap', bedragCent: centen(-2_300_000) },
        { naam: 'Begroting na wijziging', soort: 'stand', bedragCent: centen(82_450_050) },
      ],
    },
    tabel: kleineTabel('waterval-cijfers', 'De stappen', [
      ['Primitieve begroting', 79_300_000],
      ['Begroting na wijziging', 82_450_050],
    ]),
  }
}

function lijn({ jaren }: Vraag): Blok {
  const jaarlijst = reeks(jaren).map((j) => String(2022 + j))
  return {
    soort: 'grafiek',
    id: 'lijn',
    boodschap: 'De reserve is in 2026 naar verwachting op',
    beschrijving: 'De stand van de reserve aan het eind van elk jaar, en wat het plan verwachtte.',
    figuur: {
      vorm: 'lijn',
      eenheid: '€',
      reeksen: [
        {
          naam: 'Bestemmingsreserve',
          aard: 'feit',
          punten: jaarlijst.map((x, i) => ({ x, waarde: i === 1 ? null : 85_400_000 - i * 21_000_000 })),
        },
        {
          naam: 'Bestemmingsreserve',
          aard: 'plan',
          punten: jaarlijst.map((x, i) => ({ x, waarde: 85_400_000 - i * 17_000_000 })),
        },
      ],
    },
    tabel: kleineTabel(
      'lijn-cijfers',
      'Stand van de reserve',
      jaarlijst.map((x, i) => [x, 85_400_000 - i * 21_000_000] as const),
    ),
  }
}

function standen(): Blok {
  return {
    soort: 'grafiek',
    id: 'standen',
    boodschap: 'Het geld vraagt vaker aandacht dan de inhoud',
    beschrijving: 'Hoeveel onderdelen op koers zijn, per aspect.',
    figuur: {
      vorm: 'standen',
      rijen: ['Inhoud', 'Tijd', 'Geld'].map((naam, i) => ({
        naam,
        aantallen: {
          'op-koers': 14 - i * 3,
          'let-op': 6 + i,
          bijsturen: 2 + i,
          gestopt: 1,
          afgerond: 3,
          'geen-gegevens': i,
        },
      })),
    },
    tabel: kleineTabel('standen-cijfers', 'Standen', [['Inhoud', 1_400]]),
  }
}

export const figuren = (vraag: Vraag): Blok[] => [stroom(), bullet(vraag), waterval(), lijn(vraag), standen()]
