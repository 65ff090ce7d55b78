import { z } from 'zod'
import { Datum } from '#basis/datum.ts'

/**
 * Een rekening van het grootboek. Per programma en bron sluit alles op nul: wat een bron inbrengt (toegezegd,
 * ontvangen: credit) is gelijk aan wat nog te verdelen is, vrij is, vastligt, besteed is, op overheveling wacht of
 * is vrijgevallen (debet).
 */

/** Blijvende naam van een programma, bron, onderdeel of verplichting; hetzelfde voorschrift als in het plan. */
export const Naam = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)

export const Boekjaar = z.int().min(1900).max(2999)

const Bron = { programma: Naam, /** `null`: nog te verdelen over de bronnen. */ bron: Naam.nullable() }
const Onderdeel = {
  /** `null`: nog onbekend bij welk onderdeel dit hoort. */ onderdeel: Naam.nullable(),
  jaar: Boekjaar,
}

export const Rekening = z.discriminatedUnion('soort', [
  /** Wat een bron nog moet inbrengen (credit). */
  z.strictObject({ ...Bron, soort: z.literal('toegezegd'), jaar: Boekjaar }),
  /** Wat een bron heeft ingebracht (credit). */
  z.strictObject({ ...Bron, soort: z.literal('ontvangen'), jaar: Boekjaar }),
  /** Wat van een bron nog over onderdelen te verdelen is. */
  z.strictObject({ ...Bron, soort: z.literal('dekking') }),
  /** Wat een onderdeel nog vrij kan besteden. */
  z.strictObject({ ...Bron, soort: z.literal('ruimte'), ...Onderdeel }),
  /** Wat vastligt in een verplichting en nog niet is gefactureerd. */
  z.strictObject({ ...Bron, soort: z.literal('verplicht'), ...Onderdeel, verplichting: Naam }),
  z.strictObject({ ...Bron, soort: z.literal('realisatie'), ...Onderdeel }),
  /** Voorgesteld om mee te nemen naar een volgend jaar; `jaar` is waar het vandaan komt. */
  z.strictObject({ ...Bron, soort: z.literal('overgang'), ...Onderdeel, vervaltOp: Datum.nullable() }),
  /** Teruggevallen aan de bron. */
  z.strictObject({ ...Bron, soort: z.literal('vrijval') }),
])
export type Rekening = z.infer<typeof Rekening>
export type Rekeningsoort = Rekening['soort']
export const REKENINGSOORTEN = [
  'toegezegd',
  'ontvangen',
  'dekking',
  'ruimte',
  'verplicht',
  'realisatie',
  'overgang',
  'vrijval',
] as const satisfies readonly Rekeningsoort[]

const GEEN = '-'

/**
 * De naam van een rekening: `programma:bron:soort[:jaar | :onderdeel:jaar[:verplichting of vervaldag]]`. Zo staat zij
 * in de hash, in de export en als rekening in hledger; `-` is leeg.
 */
export function naamVan(rekening: Rekening): string {
  const { programma, bron, soort } = rekening
  const begin = `${programma}:${bron ?? GEEN}:${soort}`
  switch (rekening.soort) {
    case 'dekking':
    case 'vrijval':
      return begin
    case 'toegezegd':
    case 'ontvangen':
      return `${begin}:${rekening.jaar}`
    case 'ruimte':
    case 'realisatie':
      return `${begin}:${rekening.onderdeel ?? GEEN}:${rekening.jaar}`
    case 'verplicht':
      return `${begin}:${rekening.onderdeel ?? GEEN}:${rekening.jaar}:${rekening.verplichting}`
    case 'overgang':
      return `${begin}:${rekening.onderdeel ?? GEEN}:${rekening.jaar}:${rekening.vervaltOp ?? GEEN}`
  }
}

const leegOf = (deel: string | undefined): string | null =>
  deel === undefined || deel === GEEN ? null : deel

/** Leest een naam terug; `undefined` als dit geen naam van een rekening is. */
export function leesRekening(naam: string): Rekening | undefined {
  const [programma, bron, soort, een, twee, drie, ...rest] = naam.split(':')
  const begin = { programma, bron: leegOf(bron), soort }
  const bijOnderdeel = { ...begin, onderdeel: leegOf(een), jaar: Number(twee) }
  const kandidaat =
    soort === 'dekking' || soort === 'vrijval'
      ? begin
      : soort === 'toegezegd' || soort === 'ontvangen'
        ? { ...begin, jaar: Number(een) }
        : soort === 'verplicht'
          ? { ...bijOnderdeel, verplichting: drie }
          : soort === 'overgang'
            ? { ...bijOnderdeel, vervaltOp: leegOf(drie) }
            : bijOnderdeel
  const gelezen = Rekening.safeParse(kandidaat)
  return rest.length === 0 && gelezen.success && naamVan(gelezen.data) === naam ? gelezen.data : undefined
}

/** De bron waarvan deze rekening deel is; daarbinnen telt elke boeking op tot nul. */
export const kring = ({ programma, bron }: Pick<Rekening, 'programma' | 'bron'>): string =>
  `${programma}:${bron ?? GEEN}`
