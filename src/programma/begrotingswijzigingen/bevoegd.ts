import { z } from 'zod'
import { Centen, centen } from '#basis/geld.ts'
import type { Wijzigingsregel } from '#grootboek/deur.ts'
import type { Plan } from '#programma/plan.ts'

/**
 * Wie over een begrotingswijziging hoort te besluiten. De uitgangsstand is de vuistregel die gemeenten gebruiken: de
 * raad bij ander beleid, een hoger totaal of een greep in een reserve, anders het college; wat klein is en binnen één
 * groep blijft, doet de budgethouder zelf. Elke gemeente stelt dit anders in.
 */

export const BESLISSERS = ['budgethouder', 'college', 'raad'] as const
export type Beslisser = (typeof BESLISSERS)[number]

export const ORGAANREGELS = ['beleid', 'hoger-totaal', 'reserve', 'binnen-groep', 'anders'] as const
export type Orgaanregel = (typeof ORGAANREGELS)[number]

export const Geldregels = z.strictObject({
  'orgaan-beleid': z.enum(BESLISSERS),
  'orgaan-hoger-totaal': z.enum(BESLISSERS),
  'orgaan-reserve': z.enum(BESLISSERS),
  'orgaan-binnen-groep': z.enum(BESLISSERS),
  'orgaan-anders': z.enum(BESLISSERS),
  /** Tot en met dit bedrag geldt `binnen-groep`. */
  'grens-binnen-groep': Centen,
  /** Onrechtmatigheid telt in de verantwoording vanaf dit deel van de lasten, in duizendsten. */
  'grens-rechtmatigheid': z.int().min(0).max(1000),
})
export type Geldregels = z.infer<typeof Geldregels>
export type Geldregelnaam = keyof Geldregels
export const GELDREGELNAMEN = Object.keys(Geldregels.shape) as Geldregelnaam[]

/** Niet nagekeken in de verordeningen van de gemeente; zolang niemand iets koos, staat er "te bevestigen" bij. */
export const STANDAARDREGELS: Geldregels = {
  'orgaan-beleid': 'raad',
  'orgaan-hoger-totaal': 'raad',
  'orgaan-reserve': 'raad',
  'orgaan-binnen-groep': 'budgethouder',
  'orgaan-anders': 'college',
  'grens-binnen-groep': centen(10_000_00),
  'grens-rechtmatigheid': 10,
}

export type Voorstel = { regels: readonly Wijzigingsregel[]; beleid: boolean }
export type Bevoegdheid = { orgaan: Beslisser; redenen: Orgaanregel[] }

const hoogste = (een: Beslisser, ander: Beslisser): Beslisser =>
  BESLISSERS.indexOf(een) >= BESLISSERS.indexOf(ander) ? een : ander

/** Het hoogste orgaan dat een van de regels noemt, met de regels die daartoe leiden. */
export function bevoegdOrgaan(
  voorstel: Voorstel,
  plan: Pick<Plan, 'onderdelen' | 'bronnen'>,
  regels: Geldregels,
): Bevoegdheid {
  const geldt: Orgaanregel[] = []
  if (voorstel.beleid) geldt.push('beleid')
  if (wordtHoger(voorstel.regels)) geldt.push('hoger-totaal')
  if (grijptInReserve(voorstel.regels, plan)) geldt.push('reserve')
  if (geldt.length === 0)
    geldt.push(binnenGroep(voorstel.regels, plan, regels['grens-binnen-groep']) ? 'binnen-groep' : 'anders')
  const orgaan = geldt.map((naam) => regels[`orgaan-${naam}`]).reduce(hoogste)
  return { orgaan, redenen: geldt.filter((naam) => regels[`orgaan-${naam}`] === orgaan) }
}

const alleenOnderdelen = (regels: readonly Wijzigingsregel[]) =>
  regels.filter((regel) => regel.soort === 'onderdeel')

/** Mag het programma in een jaar meer kosten dan eerst? Elk jaar staat op zichzelf. */
function wordtHoger(regels: readonly Wijzigingsregel[]): boolean {
  const perJaar = new Map<number, number>()
  for (const { jaar, bedragCent } of alleenOnderdelen(regels))
    perJaar.set(jaar, (perJaar.get(jaar) ?? 0) + bedragCent)
  return [...perJaar.values()].some((som) => som > 0)
}

function grijptInReserve(regels: readonly Wijzigingsregel[], plan: Pick<Plan, 'bronnen'>): boolean {
  const reserves = new Set<string>(
    plan.bronnen.filter(({ soort }) => soort === 'reserve').map(({ id }) => id),
  )
  const perBron = new Map<string, number>()
  for (const { bron, bedragCent } of alleenOnderdelen(regels))
    if (bron !== null && reserves.has(bron)) perBron.set(bron, (perBron.get(bron) ?? 0) + bedragCent)
  return [...perBron.values()].some((som) => som > 0)
}

/** Schuift er alleen iets binnen één groep, uit dezelfde bronnen en in dezelfde jaren, en is het niet te groot? */
function binnenGroep(
  regels: readonly Wijzigingsregel[],
  plan: Pick<Plan, 'onderdelen'>,
  grens: Centen,
): boolean {
  if (regels.some(({ soort }) => soort !== 'onderdeel')) return false
  const groepVan = new Map<string, string | null>(plan.onderdelen.map(({ id, groep }) => [id, groep]))
  const groepen = new Set(alleenOnderdelen(regels).map(({ onderdeel }) => groepVan.get(onderdeel)))
  if (groepen.size !== 1 || groepen.has(undefined) || groepen.has(null)) return false
  const perJaar = new Map<number, number>()
  for (const { jaar, bedragCent } of regels) perJaar.set(jaar, (perJaar.get(jaar) ?? 0) + bedragCent)
  return [...perJaar.values()].every((som) => som === 0) && omvang(regels) <= grens
}

/** Hoeveel er bij onderdelen bij komt: de maat van een wijziging. */
export const omvang = (regels: readonly Wijzigingsregel[]): Centen =>
  centen(alleenOnderdelen(regels).reduce((som, { bedragCent }) => som + Math.max(0, bedragCent), 0))

export const BESLISSERNAAM = {
  budgethouder: 'budgethouder',
  college: 'college van burgemeester en wethouders',
  raad: 'gemeenteraad',
} as const satisfies Record<Beslisser, string>

export const ORGAANREDEN = {
  beleid: 'het beleid verandert',
  'hoger-totaal': 'het programma mag in een jaar meer kosten dan eerst',
  reserve: 'er gaat meer geld uit een reserve',
  'binnen-groep': 'het blijft binnen één groep en onder de grens',
  anders: 'het totaal en het beleid veranderen niet',
} as const satisfies Record<Orgaanregel, string>
