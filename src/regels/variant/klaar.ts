import { Variant, type Variantinvoer } from '#regels/variant/variant.ts'

/** Varianten die klaarliggen. Behalve het huidige beleid is alles een voorstel. */
const overal = (procent: number) => ({ alleen: { procent }, alleen_aow: { procent }, paar_aow: { procent } })
const nihil = (procent: number): Variantinvoer => ({
  id: `nihil-${procent}`,
  naam: `Niets betalen tot ${procent}% van het minimum`,
  uitleg: `De raad stelt een grens: met een inkomen tot en met ${procent}% van de bijstandsnorm (met vakantietoeslag) betaalt iemand niets. Het CAK kijkt daarvoor naar het inkomen van twee jaar geleden, met een deel van het vermogen.`,
  nihil: overal(procent),
})

const LIJST: readonly Variantinvoer[] = [
  {
    id: 'huidig',
    naam: 'Huidig beleid',
    uitleg: 'De wet en het beleid van de gemeente zoals ze op deze dag gelden.',
    status: 'geldend',
  },
  {
    id: 'lager-bedrag',
    naam: 'Lager vast bedrag',
    uitleg: 'Iedereen betaalt € 10 per maand.',
    abonnementCent: 1000,
  },
  {
    id: 'maximale-ruimte',
    naam: 'Geen eigen bijdrage (meeste wat de wet toelaat)',
    uitleg: 'De gemeente gebruikt alle ruimte van de wet en vraagt van niemand een bijdrage.',
    abonnementCent: 0,
  },
  ...[110, 120, 130, 150].map(nihil),
  {
    id: 'czm-stopt',
    naam: 'De CZM stopt',
    uitleg: 'De collectieve verzekering stopt. Wie onder de grens zit, kan alleen nog de Regeling aanvragen.',
    czm: 'stopt',
  },
  {
    id: 'regeling-hoger',
    naam: 'Hogere vergoeding uit de Regeling',
    uitleg: 'De Regeling vergoedt hoogstens € 15 per maand, voor één persoon en voor een paar.',
    regelingCent: { een: 1500, paar: 1500 },
  },
  {
    id: 'wetsvoorstel-36713',
    naam: 'Wetsvoorstel 36713',
    uitleg:
      'De bijdrage naar inkomen en vermogen zoals het wetsvoorstel haar noemt. Geen geldend recht; de raad besluit hier niet over.',
    formule: 'wetsvoorstel-36713',
  },
  {
    id: 'plan-2022',
    naam: 'Plan van 2022',
    uitleg: 'Het plan van 2022, dat niet doorging. De raad besluit hier niet over.',
    formule: 'plan-2022',
  },
  {
    id: 'regels-2018',
    naam: 'De formule van 2018',
    uitleg:
      'De formule en bedragen van 2018, toegepast op het inkomen van nu. De raad besluit hier niet over.',
    formule: 'regels-2018',
  },
]

export const KLARE_VARIANTEN: readonly Variant[] = LIJST.map((een) => Variant.parse(een))
export const HUIDIG: Variant = Variant.parse(LIJST[0])
export const vindVariant = (id: string): Variant | undefined => KLARE_VARIANTEN.find((een) => een.id === id)
