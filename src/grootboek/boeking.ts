import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { Moment } from '#basis/moment.ts'
import { type Kenmerk, kenmerktekst, leesKenmerk } from '#grootboek/kenmerk.ts'
import { leesRekening, naamVan, type Rekening } from '#grootboek/rekening.ts'

/**
 * Een boeking verplaatst hele centen tussen rekeningen en telt op tot nul. Wat hier staat, staat voor altijd: een fout
 * wordt gecorrigeerd met een spiegelboeking van dezelfde soort, zodat elke kolom weer klopt.
 */

export const BOEKINGSOORTEN = [
  /** Eerste vaststelling van het plan: de begroting zoals zij begon. */
  'raming',
  /** Begrotingswijziging, verschuiving of verdeling over bronnen. */
  'wijziging',
  'ontvangst',
  /** Aangaan van een verplichting, of meerwerk. */
  'verplichting',
  'factuur',
  'realisatie',
  /** Vrijval van een verplichting. */
  'vrijval',
  'overheveling',
  'jaareinde',
] as const
export type Boekingsoort = (typeof BOEKINGSOORTEN)[number]

export const GRONDSLAGSOORTEN = [
  'besluit',
  'plan',
  'verplichting',
  'factuur',
  'inlezing',
  'afschrift',
  'memo',
] as const
/** Waarop de boeking berust. Het kenmerk is een sleutel of nummer, nooit een omschrijving. */
export type Grondslag = { soort: (typeof GRONDSLAGSOORTEN)[number]; kenmerk: string }
/** Alleen zichtbare ASCII: zo is de vastgelegde tekst op elke machine byte voor byte gelijk. */
export const Grondslagkenmerk = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9 ./_:#-]{0,118}[A-Za-z0-9])?$/u)

/** Een maand, `2024-03`: de periode die open of dicht is. */
export const Periode = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
  .brand('Periode')
export type Periode = z.infer<typeof Periode>

export const periodeVan = (dag: Datum): Periode => dag.slice(0, 7) as Periode

export type Regel = { rekening: Rekening; bedragCent: Centen; kenmerk: Kenmerk }

/** Wat iemand wil boeken; nummer, moment en hash komen van het grootboek. */
export type Boekopdracht = {
  soort: Boekingsoort
  geldigOp: Datum
  grondslag: Grondslag
  regels: readonly Regel[]
  /** Account van wie boekt; `null` op de opdrachtregel en bij een voorbeeld. */
  door: string | null
  /** Mandaat waarop zij dat doet, en wie als tweede goedkeurde. */
  mandaat?: string | null | undefined
  tweede?: string | null | undefined
  corrigeert?: number | null | undefined
  /** De gesloten periode waarover dit eigenlijk gaat. */
  betreft?: Periode | null | undefined
  /** Toelichting in vrije tekst; staat buiten de hash en is te wissen. */
  tekst?: string | null | undefined
  /** Mag nog in een voorlopig gesloten periode. */
  inVoorlopig?: boolean | undefined
}

export type Boeking = {
  nr: number
  vastgelegdOp: Moment
  geldigOp: Datum
  soort: Boekingsoort
  grondslag: Grondslag
  regels: readonly Regel[]
  door: string | null
  mandaat: string | null
  tweede: string | null
  corrigeert: number | null
  betreft: Periode | null
  /** SHA-256 van zout en toelichting; `null` zonder toelichting. */
  tekstafdruk: string | null
}

/** Versie van de schrijfwijze hieronder; zie `docs/grootboek-keten.md`. Een nieuwe schrijfwijze is een nieuw nummer. */
const VORM = 1

/**
 * De vastgelegde tekst van een boeking: JSON zonder spaties, namen op alfabet, getallen als tekst. Over precies deze
 * bytes loopt de hash.
 */
export function schrijfInhoud(boeking: Boeking): string {
  return JSON.stringify({
    betreft: boeking.betreft,
    corrigeert: boeking.corrigeert === null ? null : String(boeking.corrigeert),
    door: boeking.door,
    geldigOp: boeking.geldigOp,
    grondslag: [boeking.grondslag.soort, boeking.grondslag.kenmerk],
    mandaat: boeking.mandaat,
    nr: String(boeking.nr),
    regels: boeking.regels.map(({ rekening, bedragCent, kenmerk }) => [
      naamVan(rekening),
      String(bedragCent),
      kenmerktekst(kenmerk),
    ]),
    soort: boeking.soort,
    tekst: boeking.tekstafdruk,
    tweede: boeking.tweede,
    v: VORM,
    vastgelegdOp: boeking.vastgelegdOp,
  })
}

const Nummer = z.string().regex(/^[1-9]\d{0,15}$/u)
/** De vastgelegde tekst, nog met rekeningen als naam. */
export const Inhoud = z.strictObject({
  betreft: Periode.nullable(),
  corrigeert: Nummer.nullable(),
  door: z.uuid().nullable(),
  geldigOp: Datum,
  grondslag: z.tuple([z.enum(GRONDSLAGSOORTEN), Grondslagkenmerk]),
  mandaat: z.uuid().nullable(),
  nr: Nummer,
  regels: z.array(z.tuple([z.string(), z.string().regex(/^(?:0|-?[1-9]\d{0,15})$/u), z.string()])),
  soort: z.enum(BOEKINGSOORTEN),
  tekst: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .nullable(),
  tweede: z.uuid().nullable(),
  v: z.literal(VORM),
  vastgelegdOp: Moment,
})

/** Leest een vastgelegde tekst terug; gooit als zij niet klopt, want dan is er aan de gegevens gezeten. */
export function leesInhoud(tekst: string): Boeking {
  const inhoud = Inhoud.parse(JSON.parse(tekst))
  return {
    nr: Number(inhoud.nr),
    vastgelegdOp: inhoud.vastgelegdOp,
    geldigOp: inhoud.geldigOp,
    soort: inhoud.soort,
    grondslag: { soort: inhoud.grondslag[0], kenmerk: inhoud.grondslag[1] },
    regels: inhoud.regels.map(([naam, bedrag, kenmerk]) => {
      const rekening = leesRekening(naam)
      if (rekening === undefined) throw new Error(`onbekende rekening in boeking ${inhoud.nr}`)
      return { rekening, bedragCent: centen(Number(bedrag)), kenmerk: leesKenmerk(kenmerk) }
    }),
    door: inhoud.door,
    mandaat: inhoud.mandaat,
    tweede: inhoud.tweede,
    corrigeert: inhoud.corrigeert === null ? null : Number(inhoud.corrigeert),
    betreft: inhoud.betreft,
    tekstafdruk: inhoud.tekst,
  }
}
