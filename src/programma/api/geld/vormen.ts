import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { Centen, GROOTSTE_BEDRAG } from '#basis/geld.ts'
import { momentUitIso } from '#basis/moment.ts'
import { schoon } from '#basis/tekst.ts'
import {
  BOEKINGSOORTEN,
  Boekjaar,
  GRONDSLAGSOORTEN,
  Kenmerk,
  Naam,
  naamVan,
  Periode,
  REKENINGSOORTEN,
  type Standvraag,
  type Tijdstip,
  type Vastgelegd,
} from '#grootboek/deur.ts'
import type { Eindpuntcontext } from '#programma/api/eindpunt.ts'
import { noem, PLANVRAAG } from '#programma/api/vorm.ts'
import { leesBekend } from '#programma/begroting/tijdkeuze.ts'

/** De vormen van het grootboek zoals de api ze toont: zonder toelichting, en zonder wie het deed. */

/** Welk plan; een versie doet er niet toe, het journaal hoort bij het programma. */
export const PROGRAMMAVRAAG = { plan: PLANVRAAG.plan }

/** Wat een ander programma mag sturen. Daarbuiten is het een typefout, en geen dag, jaar of bedrag om op te tellen. */
export const Bedraginvoer = Centen.min(Centen.parse(-GROOTSTE_BEDRAG)).max(Centen.parse(GROOTSTE_BEDRAG))
export const Daginvoer = Datum.refine((dag) => dag >= '1950-01-01' && dag <= '2100-12-31', {
  error: 'Hier hoort een dag van 1950 tot en met 2100.',
})
export const Jaarinvoer = Boekjaar.min(1950).max(2100)
export const tekstinvoer = (meeste: number) =>
  z
    .string()
    .trim()
    .max(meeste)
    .refine((tekst) => schoon(tekst) === tekst.replace(/\r\n?/gu, '\n').trim(), {
      error: 'Hier staat een teken dat geen leesbare tekst is. Typ de tekst opnieuw.',
    })

const BEKEND = 'Een dag (JJJJ-MM-DD), een moment in UTC, of een boekingsnummer.'

const Bekendvraag = z
  .string()
  .max(40)
  .refine((tekst) => bekendVan(tekst) !== null, { error: BEKEND })

const bekendVan = (tekst: string): NonNullable<Standvraag['bekendOp']> | null =>
  leesBekend(momentUitIso(tekst) ?? tekst)

/** De twee tijden waarop elke stand te vragen is. */
export const TIJDVRAAG = {
  geldigTm: Datum.optional().meta({ description: 'Gebeurd tot en met deze dag; zonder is het alles.' }),
  bekendOp: Bekendvraag.optional().meta({
    description: `Zoals toen bekend. ${BEKEND} Zonder is het zoals nu bekend.`,
  }),
}

/** De gekeurde tijden als vraag aan het grootboek. */
export const standvraagVan = ({
  geldigTm,
  bekendOp,
}: {
  geldigTm?: Datum | undefined
  bekendOp?: string | undefined
}): Standvraag => ({
  geldigTm,
  bekendOp: bekendOp === undefined ? undefined : (bekendVan(bekendOp) ?? undefined),
})

const Koppeling = z.strictObject({ href: z.string() })
const Moment = z.iso.datetime()

export const Tijdstipvorm = noem(
  'Tijdstip',
  z
    .strictObject({
      geldigTm: Datum.nullable(),
      bekendNr: z.int().meta({ description: 'Tot en met deze boeking.' }),
      bekendOp: Moment.nullable(),
      hash: z.string(),
    })
    .meta({
      description:
        'Het precieze moment van dit antwoord; dezelfde vraag met bekendOp=bekendNr geeft later hetzelfde.',
    }),
)

export const tijdstipVan = ({
  geldigTm,
  bekendNr,
  bekendOp,
  hash,
}: Tijdstip): z.infer<typeof Tijdstipvorm> => ({
  geldigTm: geldigTm ?? null,
  bekendNr,
  bekendOp,
  hash,
})

const Regelvorm = noem(
  'Boekingsregel',
  z.strictObject({
    rekening: z.string().meta({ description: 'Volledige naam, zoals in de keten en in hledger.' }),
    soort: z.enum(REKENINGSOORTEN),
    bron: Naam.nullable().meta({ description: '`null`: nog te verdelen over de bronnen.' }),
    onderdeel: Naam.nullable(),
    jaar: z.int().nullable(),
    verplichting: Naam.nullable(),
    kenmerk: Kenmerk,
    bedragCent: Centen.meta({ description: 'Debet is positief.' }),
  }),
)

export const Boekingvorm = z
  .strictObject({
    nr: z.int(),
    vastgelegdOp: Moment,
    geldigDatum: Datum.meta({ description: 'De dag waarop het gebeurde.' }),
    soort: z.enum(BOEKINGSOORTEN),
    grondslag: z.strictObject({ soort: z.enum(GRONDSLAGSOORTEN), kenmerk: z.string() }),
    corrigeert: z.int().nullable(),
    betreft: Periode.nullable(),
    regels: z.array(Regelvorm),
    hash: z.string(),
    _links: z.object({ self: Koppeling, pagina: Koppeling, corrigeert: Koppeling.optional() }),
  })
  .meta({ description: 'Een boeking verplaatst hele centen tussen rekeningen en telt per bron op tot nul.' })

export function boekingVan(
  boeking: Vastgelegd,
  { adres, pagina }: Pick<Eindpuntcontext, 'adres' | 'pagina'>,
): z.infer<typeof Boekingvorm> {
  const { nr, vastgelegdOp, geldigOp, soort, grondslag, corrigeert, betreft, hash } = boeking
  return {
    nr,
    vastgelegdOp,
    geldigDatum: geldigOp,
    soort,
    grondslag,
    corrigeert,
    betreft,
    regels: boeking.regels.map(({ rekening, kenmerk, bedragCent }) => ({
      rekening: naamVan(rekening),
      soort: rekening.soort,
      bron: rekening.bron,
      onderdeel: 'onderdeel' in rekening ? rekening.onderdeel : null,
      jaar: 'jaar' in rekening ? rekening.jaar : null,
      verplichting: 'verplichting' in rekening ? rekening.verplichting : null,
      kenmerk,
      bedragCent,
    })),
    hash,
    _links: {
      self: { href: adres(`/boekingen/${nr}`) },
      pagina: { href: pagina(`/boekingen/${nr}`) },
      ...(corrigeert !== null && { corrigeert: { href: adres(`/boekingen/${corrigeert}`) } }),
    },
  }
}
