import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Datum, datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { Naam } from '#grootboek/deur.ts'
import { maakToeval, werkdag } from '#start/voorbeeldgemeente/hulpmiddelen.ts'

/** De contracten en opdrachten van de voorbeeldgemeente, met hun facturen. */

const MAP = new URL('../../../voorbeelden/voorbeeldgemeente/', import.meta.url)

const Contract = z.strictObject({
  sleutel: Naam,
  onderdeel: Naam,
  tekst: z.string(),
  door: z.enum(['programmamanager', 'budgethouder']),
  op: Datum,
  van: Datum,
  tot: Datum,
  /** Hele euro's per jaar. */
  jaren: z.record(z.string().regex(/^\d{4}$/u), z.int()),
  /** Hoeveel facturen per jaar, en welk deel van het bedrag zij samen zijn. */
  stuks: z.int(),
  gefactureerd: z.number(),
  /** Blijft na afloop openstaan: niemand sloot het af. */
  blijftOpen: z.literal(true).optional(),
  meerwerk: z.strictObject({ op: Datum, jaar: z.int(), euro: z.int(), tekst: z.string() }).optional(),
})
export type Contract = z.infer<typeof Contract>
export type Persoon = Contract['door']

export const CONTRACTEN: readonly Contract[] = z
  .array(Contract)
  .parse(JSON.parse(readFileSync(new URL('contracten.json', MAP), 'utf8')))

export type Factuur = {
  contract: string
  onderdeel: string
  nummer: string
  datum: Datum
  jaar: number
  bedragCent: Centen
  /** Zo werd zij eerst geboekt: de cijfers waren omgewisseld. */
  eerstCent?: Centen
}

/** Bij deze factuur stond eerst 5.240 in plaats van 4.520. */
export const FOUTE_FACTUUR = {
  contract: 'slimmer-2025',
  volgorde: 1,
  goed: 4_520_00,
  fout: 5_240_00,
} as const

/** Een creditnota over te veel gerekende uren. */
const CREDITNOTA: Factuur = {
  contract: 'thuis-2024',
  onderdeel: 'langer-thuis',
  nummer: 'C24-0093',
  datum: datum('2024-11-21'),
  jaar: 2024,
  bedragCent: centen(-420_00),
}

function facturenVanJaar(een: Contract, jaar: number, totaalCent: number): Factuur[] {
  const toeval = maakToeval(`factuur ${een.sleutel} ${jaar}`)
  // De eerste factuur komt op zijn vroegst een maand na het aangaan.
  const begin =
    Number(een.van.slice(0, 4)) < jaar
      ? 1
      : Math.min(12, Number(een.van.slice(5, 7)) + (een.van === een.op ? 1 : 0))
  const eind = Number(een.tot.slice(0, 4)) === jaar ? Number(een.tot.slice(5, 7)) : 12
  const gewichten = Array.from({ length: een.stuks }, () => 0.8 + toeval.deel() * 0.5)
  const som = gewichten.reduce((opgeteld, gewicht) => opgeteld + gewicht, 0)
  let over = Math.round(totaalCent)
  return gewichten.map((gewicht, i) => {
    const laatste = i === gewichten.length - 1
    const fout = een.sleutel === FOUTE_FACTUUR.contract && i === FOUTE_FACTUUR.volgorde
    const bedrag = laatste ? over : fout ? FOUTE_FACTUUR.goed : Math.round((totaalCent * gewicht) / som)
    over -= bedrag
    const maand = Math.min(eind, begin + Math.floor(((i + 0.75) / gewichten.length) * (eind - begin + 1)))
    return {
      contract: een.sleutel,
      onderdeel: een.onderdeel,
      nummer: `F${String(jaar).slice(2)}-${String(toeval.geheel(100, 9_899)).padStart(4, '0')}`,
      datum: werkdag(jaar, maand, toeval.geheel(3, 26)),
      jaar,
      bedragCent: centen(bedrag),
      ...(fout ? { eerstCent: centen(FOUTE_FACTUUR.fout) } : {}),
    }
  })
}

export const facturenVan = (contracten: readonly Contract[]): Factuur[] =>
  [
    ...contracten.flatMap((een) => {
      const jaren = new Map(Object.entries(een.jaren).map(([jaar, euro]) => [Number(jaar), euro]))
      if (een.meerwerk !== undefined)
        jaren.set(een.meerwerk.jaar, (jaren.get(een.meerwerk.jaar) ?? 0) + een.meerwerk.euro)
      const tot = een.meerwerk !== undefined && een.meerwerk.jaar > Number(een.tot.slice(0, 4))
      const loopt = tot ? { ...een, tot: datum(`${een.meerwerk?.jaar}-12-31`) } : een
      return [...jaren].flatMap(([jaar, euro]) => facturenVanJaar(loopt, jaar, euro * 100 * een.gefactureerd))
    }),
    CREDITNOTA,
  ].toSorted((een, ander) => (een.datum < ander.datum ? -1 : een.datum > ander.datum ? 1 : 0))
