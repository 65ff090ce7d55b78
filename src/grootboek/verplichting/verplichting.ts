import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import type { Regel } from '#grootboek/boeking.ts'
import { Periode } from '#grootboek/boeking.ts'
import {
  type Budget,
  besteed,
  factureer,
  realisatie,
  verplaats,
  verplicht,
} from '#grootboek/gebeurtenissen.ts'
import type { Bezwaar } from '#grootboek/instelling/instelling.ts'
import { Kenmerk } from '#grootboek/kenmerk.ts'
import { Naam } from '#grootboek/rekening.ts'
import { verdeel } from '#grootboek/verdeling.ts'
import { Betaling, type Deel, Jaarbedrag } from '#grootboek/verplichting/betaling.ts'
import type { Deelstand } from '#grootboek/verplichting/leven.ts'

/** De regels van een verplichting: aangaan, factuur en creditnota, vrijval. */

const Gedeeld = {
  geldigOp: Datum,
  jaren: z.array(Jaarbedrag).min(1).max(30),
  betaling: Betaling,
  kenmerk: Kenmerk.optional(),
  /** Looptijd van het onderdeel volgens het plan, voor de controle. */
  looptijd: z.strictObject({ van: z.string().optional(), tot: z.string().optional() }).optional(),
  uitwijkNaar: Periode.optional(),
}
/** Wat iemand wil aangaan; de omschrijving is vrije tekst en gaat apart mee. */
export const Aangaan = z.strictObject({
  ...Gedeeld,
  programma: Naam,
  onderdeel: Naam.nullable(),
  van: Datum.nullable(),
  tot: Datum.nullable(),
})
export type Aangaan = z.infer<typeof Aangaan>

export const Meerwerk = z.strictObject({ ...Gedeeld, verplichting: Naam })
export type Meerwerk = z.infer<typeof Meerwerk>

export const nummerVan = (jaar: number, volgnummer: number): string =>
  `v${jaar}-${String(volgnummer).padStart(4, '0')}`

/** Factuurnummer zoals het in de grondslag komt te staan: `v2024-0001/F-123`. */
export const factuurkenmerk = (verplichting: string, factuur: string): string => `${verplichting}/${factuur}`

/**
 * Alleen tekens die in een grondslag mogen, en kort genoeg om achter het nummer van een verplichting te passen. Een
 * grondslag is openbaar: zonder cijfer is het een naam of een omschrijving, en een bankrekening hoort er ook niet in.
 */
export const Factuurnummer = z
  .string()
  .regex(/^(?=.*\d)[A-Za-z0-9](?:[A-Za-z0-9 ._:#-]{0,38}[A-Za-z0-9])?$/u)
  .refine((tekst) => !/[A-Z]{2}\d{2}[A-Z]{4}\d{10}/iu.test(tekst.replace(/[^A-Za-z0-9]/gu, '')))

/** Bezwaren als deze delen uit de vrije ruimte komen; `vrij` is wat er nu is, `totaal` over alle bronnen samen. */
export function ruimtebezwaren(
  delen: readonly Deel[],
  vrij: (jaar: number, bron: string | null) => Centen,
  totaal: (jaar: number) => Centen,
): Bezwaar[] {
  const gevraagd = new Map<number, number>()
  for (const { jaar, bedragCent } of delen) gevraagd.set(jaar, (gevraagd.get(jaar) ?? 0) + bedragCent)
  return [...gevraagd].flatMap(([jaar, bedrag]): Bezwaar[] => {
    const tekort = bedrag - totaal(jaar)
    if (bedrag > 0 && tekort > 0) return [{ code: 'boven_ruimte', jaar, tekortCent: centen(tekort) }]
    return delen
      .filter((deel) => deel.jaar === jaar && deel.bedragCent > Math.max(0, vrij(jaar, deel.bron)))
      .map(({ bron, bedragCent }) => ({
        code: 'bron_boven_ruimte',
        jaar,
        bron,
        tekortCent: centen(bedragCent - vrij(jaar, bron)),
      }))
  })
}

const opOpen = ({ openCent }: Deelstand): number => Math.max(0, openCent)

/**
 * Verdeelt een factuur over de budgetten van een verplichting: eerst naar wat er openstaat, het meerdere naar wat er is
 * aangegaan. Een creditnota gaat terug naar waar gefactureerd is.
 */
export function verdeelFactuur(
  bedrag: Centen,
  standen: readonly Deelstand[],
): { stand: Deelstand; bedragCent: Centen }[] {
  const open = standen.reduce((som, stand) => som + opOpen(stand), 0)
  const uitOpen = centen(bedrag > 0 ? Math.min(bedrag, open) : 0)
  const rest = centen(bedrag - uitOpen)
  const naarWat = (gewicht: (stand: Deelstand) => number): ((stand: Deelstand) => number) =>
    standen.some((stand) => gewicht(stand) > 0) ? gewicht : () => 1
  const gefactureerd = (stand: Deelstand): number =>
    Math.max(0, stand.gefactureerdCent) + Math.max(0, stand.bovenCent)
  const sleutel = (i: number): string => String(i).padStart(4, '0')
  const delen = [
    uitOpen === 0 ? undefined : verdeel(uitOpen, new Map(standen.map((s, i) => [sleutel(i), opOpen(s)]))),
    rest === 0
      ? undefined
      : verdeel(
          rest,
          new Map(
            standen.map((stand, i) => [
              sleutel(i),
              naarWat(rest < 0 ? gefactureerd : (s) => Math.max(0, s.aangegaanCent))(stand),
            ]),
          ),
        ),
  ]
  return standen
    .map((stand, i) => ({
      stand,
      bedragCent: centen(delen.reduce((som, deel) => som + (deel?.get(sleutel(i)) ?? 0), 0)),
    }))
    .filter(({ bedragCent }) => bedragCent !== 0)
}

/**
 * De regels van een factuur of creditnota op één budget. Een creditnota haalt eerst terug wat boven de verplichting was
 * betaald; daarna staat dat deel van de verplichting weer open, zolang zij niet is afgesloten.
 */
export function factuurregels(
  { budget, openCent, bovenCent, gefactureerdCent }: Deelstand,
  verplichting: string,
  bedrag: Centen,
  afgesloten: boolean,
  kenmerk?: Kenmerk,
): Regel[] {
  if (bedrag >= 0) return factureer(budget, verplichting, bedrag, openCent, kenmerk)
  const terug = -bedrag
  const weerOpen = afgesloten
    ? 0
    : Math.min(Math.max(0, terug - Math.max(0, bovenCent)), Math.max(0, gefactureerdCent))
  return [
    ...besteed(budget, centen(weerOpen - terug), kenmerk),
    ...verplaats(realisatie(budget), verplicht(budget, verplichting), centen(weerOpen), kenmerk),
  ]
}

/** Wat van een factuur niet uit de verplichting kan. */
export const bovenOpenstaand = (delen: readonly { stand: Deelstand; bedragCent: Centen }[]): Centen =>
  centen(delen.reduce((som, { stand, bedragCent }) => som + Math.max(0, bedragCent - opOpen(stand)), 0))

export const leegDeel = (budget: Budget): Deelstand => ({
  budget,
  aangegaanCent: centen(0),
  gefactureerdCent: centen(0),
  vrijgevallenCent: centen(0),
  verplaatstCent: centen(0),
  openCent: centen(0),
  bovenCent: centen(0),
})
