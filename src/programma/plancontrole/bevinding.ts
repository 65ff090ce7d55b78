import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Centen } from '#basis/geld.ts'
import { Ding, Sleutel } from '#programma/plan.ts'

/** `fout`: het kan niet allebei waar zijn. `waarschijnlijk`: vrijwel zeker mis. `aandacht`: kijk er eens naar. */
export const ERNSTEN = ['fout', 'waarschijnlijk', 'aandacht'] as const
export const Ernst = z.enum(ERNSTEN)
export type Ernst = z.infer<typeof Ernst>

/** Eén plek in het document waar de bevinding op rust, met het bedrag of de woorden die daar staan. */
export const Vindplaats = z.strictObject({
  plaats: z.string(),
  regelnummer: z.int().min(1).optional(),
  waarde: z.string().optional(),
  vermelding: Sleutel.optional(),
  over: Ding.optional(),
})
export type Vindplaats = z.infer<typeof Vindplaats>

/** Cijfers naast elkaar bij een bevinding: een verloop, of wat elke plaats zegt. */
export const Cijfertabel = z.strictObject({
  kop: z.array(z.string()).min(2),
  rijen: z.array(z.strictObject({ naam: z.string(), centen: z.array(Centen.nullable()) })),
})
export type Cijfertabel = z.infer<typeof Cijfertabel>

export const Bevinding = z.strictObject({
  /** Blijft gelijk zolang dezelfde regel hetzelfde raakt, wat de bedragen ook worden. */
  sleutel: z.string().min(1),
  regel: z.string().min(1),
  ernst: Ernst,
  titel: z.string().min(1),
  uitleg: z.string().min(1),
  plaatsen: z.array(Vindplaats),
  dingen: z.array(Ding),
  verschilCent: Centen.optional(),
  oorzaak: z.string().optional(),
  tabel: Cijfertabel.optional(),
})
export type Bevinding = z.infer<typeof Bevinding>

/**
 * Wat een regel vindt. `kern`: de dingen die de sleutel maken, als de vondst er ook andere raakt. `kenmerk`
 * onderscheidt twee vondsten van één regel over dezelfde dingen; er staat nooit een bedrag in.
 */
export type Vondst = Omit<Bevinding, 'sleutel' | 'regel'> & {
  kern?: readonly Ding[] | undefined
  kenmerk?: string | undefined
}

export const dingSleutel = (ding: Ding): string => `${ding.soort}:${ding.id}`

const MEER_IS_ONLEESBAAR = 4

/** Regel, geraakte dingen en kenmerk; lange lijsten worden een vingerafdruk. */
export function sleutelVan(regel: string, vondst: Vondst): string {
  const dingen = [...new Set((vondst.kern ?? vondst.dingen).map(dingSleutel))].sort()
  const geraakt =
    dingen.length <= MEER_IS_ONLEESBAAR
      ? dingen.join('+')
      : createHash('sha256').update(dingen.join('+')).digest('hex').slice(0, 16)
  return [regel, geraakt, ...(vondst.kenmerk === undefined ? [] : [vondst.kenmerk])].join('|')
}
