import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { ASNAMEN, ASSEN, type As } from '#regels/bevolking/assen.ts'

/**
 * Het bestand waaruit een gemeente een nagemaakte bevolking maakt: tellingen die gepubliceerd zijn, en voor alles wat
 * niet gepubliceerd is een aanname die haar eigen onzekerheid noemt. Er staan geen gegevens van mensen in.
 */
export const Herkomst = z.strictObject({
  soort: z.enum(['gepubliceerd', 'aanname']),
  bron: z.string().min(1).max(400),
})

const Aantal = z.number().min(0).max(50_000_000)
export const Marge = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/u),
  naam: z.string().min(1).max(200),
  /** `passing`: de bevolking wordt ernaar gemaakt. `toets`: achtergehouden, om te zien of het klopt. */
  rol: z.enum(['passing', 'toets']),
  eenheid: z.enum(['huishoudens', 'personen']).default('huishoudens'),
  assen: z.array(z.enum(ASNAMEN)).max(3),
  /** Per vakje het aantal; de sleutel noemt elke as, zoals `alleen/65-74`. Zonder assen heet het vakje `totaal`. */
  cellen: z.record(z.string().max(80), Aantal),
  herkomst: Herkomst,
})
export type Marge = z.infer<typeof Marge>

/** Een verdeling als punten [deel van de huishoudens, bedrag in euro]; daartussen een rechte lijn. */
const Punt = z.tuple([z.number().min(0).max(1), z.number().min(0).max(100_000_000)])
const Verdeling = z.array(Punt).min(2).max(40)

const AANNAMEN = {
  clienten_per_1000: 'Wmo-cliënten per 1.000 inwoners',
  clienten_per_huishouden: 'Wmo-cliënten per huishouden met hulp',
  czm_deelname: 'Deel van wie mag, dat de CZM heeft',
  regeling_deelname: 'Deel van wie mag, dat de Regeling aanvraagt',
  inkomensgroei: 'Groei van het inkomen in twee jaar',
  samenhang_vermogen: 'Samenhang tussen inkomen en vermogen',
  gewicht_inkomen: 'Hoeveel vaker een laag inkomen hulp heeft',
  gewicht_alleen: 'Hoeveel vaker een alleenstaande hulp heeft',
  bijdrage_elders: 'Deel dat al betaalt voor beschermd wonen of de Wlz',
  pgb_deel: 'Deel met een persoonsgebonden budget',
  pgb_uren: 'Uren per week met een persoonsgebonden budget',
  gedrag: 'Huishoudens die stoppen, per 1.000, bij € 10 per maand meer',
} as const
export const AANNAMENAMEN: Readonly<Record<Aannamenaam, string>> = AANNAMEN
export type Aannamenaam = keyof typeof AANNAMEN
export const AANNAMELIJST = Object.keys(AANNAMEN) as readonly Aannamenaam[]

export const Aanname = z
  .strictObject({
    waarde: z.number(),
    laag: z.number(),
    hoog: z.number(),
    waarom: z.string().min(1).max(400),
  })
  .refine(({ laag, waarde, hoog }) => laag <= waarde && waarde <= hoog, {
    message: 'de waarde ligt niet tussen laag en hoog',
  })
export type Aanname = z.infer<typeof Aanname>

const bovenNul = (getal: number): boolean => getal >= 0
const ALLEEN_POSITIEF: readonly Aannamenaam[] = [
  'clienten_per_1000',
  'clienten_per_huishouden',
  'pgb_uren',
  'gedrag',
]
const DELEN: readonly Aannamenaam[] = ['czm_deelname', 'regeling_deelname', 'bijdrage_elders', 'pgb_deel']

const Aannamen = z.strictObject(
  Object.fromEntries(AANNAMELIJST.map((naam) => [naam, Aanname])) as Record<Aannamenaam, typeof Aanname>,
)

const SOORT = z.enum(ASSEN.soort)
export const Marginalen = z
  .strictObject({
    formaat: z.literal(1),
    gemeente: z.string().regex(/^gm\d{4}$/u),
    naam: z.string().min(1).max(100),
    peildatum: Datum,
    inwoners: z.int().min(100).max(20_000_000),
    herkomst: Herkomst,
    marges: z.array(Marge).min(1).max(20),
    /** De leeftijd waarop AOW begint, in hele jaren. */
    aowLeeftijd: z.int().min(60).max(75),
    inkomen: z.strictObject({
      herkomst: Herkomst,
      /** Het jaar waarin dit het inkomen van twee jaar geleden is; voor een later jaar groeien de bedragen mee. */
      jaar: z.int().min(2015).max(2040),
      groepen: z
        .array(
          z.strictObject({
            soort: SOORT,
            aow: z.boolean(),
            punten: Verdeling,
            staart: z.number().min(1.2).max(10),
          }),
        )
        .min(1),
    }),
    /** Van verzamelinkomen per jaar naar netto per maand, als punten [bruto per jaar, netto per maand]. */
    netto: z.strictObject({
      herkomst: Herkomst,
      groepen: z
        .array(
          z.strictObject({
            paar: z.boolean(),
            aow: z.boolean(),
            punten: z
              .array(z.tuple([z.number().min(0), z.number().min(0)]))
              .min(2)
              .max(40),
          }),
        )
        .length(4),
    }),
    vermogen: z.strictObject({
      herkomst: Herkomst,
      groepen: z.array(z.strictObject({ aow: z.boolean(), punten: Verdeling })).length(2),
    }),
    wmo: z.strictObject({
      herkomst: Herkomst,
      /** Log-odds per leeftijdsklasse; de hoogte wordt aan het aantal cliënten aangepast. */
      leeftijd: z.array(z.number().min(-10).max(10)).length(ASSEN.leeftijd.length),
      voorzieningen: z
        .array(
          z.strictObject({
            soort: z.string().max(60),
            deel: z.number().min(0).max(1),
            kostenPer4WekenEuro: z.number().min(0).max(20_000),
          }),
        )
        .min(1),
    }),
    aannamen: Aannamen,
  })
  .superRefine(({ marges, aannamen, wmo }, context) => {
    for (const [plek, marge] of marges.entries()) {
      const fout = cellenfout(marge)
      if (fout !== undefined)
        context.addIssue({
          code: 'custom',
          path: ['marges', plek, 'cellen'],
          message: fout,
          input: marge.cellen,
        })
    }
    if (!marges.some(({ rol, eenheid }) => rol === 'passing' && eenheid === 'huishoudens'))
      context.addIssue({
        code: 'custom',
        path: ['marges'],
        message: 'er is geen telling van huishoudens om naar te maken',
        input: null,
      })
    for (const naam of [...ALLEEN_POSITIEF, ...DELEN]) {
      const { laag, hoog } = aannamen[naam]
      if (!bovenNul(laag) || (DELEN.includes(naam) && hoog > 1))
        context.addIssue({
          code: 'custom',
          path: ['aannamen', naam],
          message: DELEN.includes(naam) ? 'een deel ligt tussen 0 en 1' : 'kan niet onder nul zijn',
          input: laag,
        })
    }
    const som = wmo.voorzieningen.reduce((tot, { deel }) => tot + deel, 0)
    if (Math.abs(som - 1) > 0.001)
      context.addIssue({
        code: 'custom',
        path: ['wmo', 'voorzieningen'],
        message: `de delen zijn samen ${som.toFixed(3)} en horen 1 te zijn`,
        input: som,
      })
  })
export type Marginalen = z.infer<typeof Marginalen>

/** De plekken op de assen waar een sleutel naar wijst. */
export function leesSleutel(assen: readonly As[], sleutel: string): readonly number[] | undefined {
  if (assen.length === 0) return sleutel === 'totaal' ? [] : undefined
  const namen = sleutel.split('/')
  const plekken = assen.map((as, i) => (ASSEN[as] as readonly string[]).indexOf(namen[i] ?? ''))
  return namen.length === assen.length && !plekken.includes(-1) ? plekken : undefined
}

function cellenfout({ naam, rol, eenheid, assen, cellen }: Marge): string | undefined {
  if (new Set(assen).size !== assen.length) return `“${naam}” noemt een as twee keer`
  if (rol === 'passing' && eenheid === 'personen')
    return `“${naam}” telt personen; ernaar passen kan alleen met huishoudens`
  if (eenheid === 'personen' && assen.some((as) => as === 'soort' || as === 'grootte'))
    return `“${naam}” telt personen; dat kan alleen naar leeftijd en geslacht`
  const fout = Object.keys(cellen).find(
    (sleutel) =>
      leesSleutel(assen, sleutel) === undefined &&
      !(eenheid === 'personen' && sleutel.split('/').includes('0-17')),
  )
  return fout === undefined ? undefined : `“${naam}” heeft een vakje dat niet bestaat: ${fout}`
}
