import { z } from 'zod'
import { Centen, centen } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Regel } from '#grootboek/boeking.ts'
import { dekking, ruimte, toegezegd } from '#grootboek/gebeurtenissen.ts'
import { kenmerktekst } from '#grootboek/kenmerk.ts'
import { Boekjaar, Naam, naamVan } from '#grootboek/rekening.ts'
import { verdeel, waterval } from '#grootboek/verdeling.ts'

/** Een begrotingswijziging als regels: wie krijgt of geeft, uit welke bron, en wat een bron meer of minder inbrengt. */

const Bedrag = { jaar: Boekjaar, bedragCent: Centen }
export const Wijzigingsregel = z.discriminatedUnion('soort', [
  /** Een onderdeel krijgt budget (plus) of staat het af (min). */
  z.strictObject({
    soort: z.literal('onderdeel'),
    onderdeel: Naam,
    /** `null`: nog te verdelen over de bronnen. */
    bron: Naam.nullable(),
    ...Bedrag,
    aard: z.enum(['incidenteel', 'structureel']).optional(),
  }),
  /** Gaat terug naar wat een bron nog te verdelen heeft (plus), of komt daaruit (min). */
  z.strictObject({ soort: z.literal('bron'), bron: Naam.nullable(), ...Bedrag }),
  /** Een bron brengt meer in dan eerst (plus), of minder (min). */
  z.strictObject({ soort: z.literal('inbreng'), bron: Naam, ...Bedrag }),
])
export type Wijzigingsregel = z.infer<typeof Wijzigingsregel>

export const MEESTE_WIJZIGINGSREGELS = 400

export type Regelweigering =
  | { code: 'geen_regels' }
  | { code: 'te_veel_regels'; hoogstens: number }
  | { code: 'bedrag_nul'; regel: number }
  /** Per bron moet er evenveel bij als af; `verschilCent` boven nul is te veel toebedeeld. */
  | { code: 'niet_in_evenwicht'; bron: string | null; verschilCent: Centen }

export function keurRegels(regels: readonly Wijzigingsregel[]): Regelweigering | undefined {
  if (regels.length === 0) return { code: 'geen_regels' }
  if (regels.length > MEESTE_WIJZIGINGSREGELS)
    return { code: 'te_veel_regels', hoogstens: MEESTE_WIJZIGINGSREGELS }
  const nul = regels.findIndex(({ bedragCent }) => bedragCent === 0)
  if (nul !== -1) return { code: 'bedrag_nul', regel: nul + 1 }
  for (const [bron, verschil] of verschilPerBron(regels))
    if (verschil !== 0) return { code: 'niet_in_evenwicht', bron, verschilCent: centen(verschil) }
  return undefined
}

/** Hoeveel er per bron meer wordt toebedeeld dan er vandaan komt. */
export function verschilPerBron(regels: readonly Wijzigingsregel[]): Map<string | null, number> {
  const som = new Map<string | null, number>()
  for (const { soort, bron, bedragCent } of regels)
    som.set(bron, (som.get(bron) ?? 0) + (soort === 'inbreng' ? -bedragCent : bedragCent))
  return som
}

/** Regels op dezelfde rekening met dezelfde kenmerken worden er één; wat op nul uitkomt, valt weg. */
export function voegSamen(regels: readonly Regel[]): Regel[] {
  const samen = new Map<string, Regel>()
  for (const regel of regels) {
    const sleutel = `${naamVan(regel.rekening)} ${kenmerktekst(regel.kenmerk)}`
    const eerder = samen.get(sleutel)
    samen.set(sleutel, { ...regel, bedragCent: centen((eerder?.bedragCent ?? 0) + regel.bedragCent) })
  }
  return [...samen.values()].filter(({ bedragCent }) => bedragCent !== 0)
}

/**
 * De wijziging als regels van een boeking. Een bron die in het plan geen bedrag noemt (`zonderInbreng`), zegt precies
 * toe wat eruit betaald wordt: bij haar verandert niet wat nog te verdelen is, maar wat zij inbrengt.
 */
export function boekregels(
  programma: string,
  regels: readonly Wijzigingsregel[],
  zonderInbreng: ReadonlySet<string>,
): Regel[] {
  return voegSamen(regels.map((regel) => boekregel(programma, regel, zonderInbreng)))
}

function boekregel(programma: string, regel: Wijzigingsregel, zonderInbreng: ReadonlySet<string>): Regel {
  const { bron, jaar, bedragCent } = regel
  const wie = { programma, bron }
  if (regel.soort === 'onderdeel') {
    const kenmerk = regel.aard === undefined ? {} : { aard: regel.aard }
    return { rekening: ruimte({ ...wie, onderdeel: regel.onderdeel, jaar }), bedragCent, kenmerk }
  }
  if (regel.soort === 'inbreng')
    return { rekening: toegezegd(wie, jaar), bedragCent: centen(-bedragCent), kenmerk: {} }
  const isInbreng = bron !== null && zonderInbreng.has(bron)
  return { rekening: isInbreng ? toegezegd(wie, jaar) : dekking(wie), bedragCent, kenmerk: {} }
}

/** Wat nog over de bronnen te verdelen is, per onderdeel en jaar. */
export type Onverdeeld = { onderdeel: string; jaar: number; bedragCent: Centen }

export type Spreiding =
  /** Alles uit één bron. */
  | { soort: 'genoemd'; bron: string }
  /** Vaste verhouding; de centen tellen altijd op (grootste rest). */
  | { soort: 'aandelen'; aandelen: ReadonlyMap<string, number> }
  /** Eerst de ene bron leeg, dan de volgende; wat nergens past, blijft nog te verdelen. */
  | { soort: 'waterval'; potten: readonly (readonly [string, Centen])[] }

/** De wijziging die onverdeeld geld op bronnen zet. Geen cent erbij of eraf: alleen de bron verandert. */
export function zetOpBronnen(
  budgetten: readonly Onverdeeld[],
  wijze: Spreiding,
): Uitkomst<Wijzigingsregel[], { code: 'niets_te_verdelen' | 'verhouding_onjuist' }> {
  const positief = budgetten.filter(({ bedragCent }) => bedragCent > 0)
  if (positief.length === 0) return geweigerd({ code: 'niets_te_verdelen' })
  if (wijze.soort === 'aandelen') {
    const gewichten = [...wijze.aandelen.values()]
    const som = gewichten.reduce((totaal, gewicht) => totaal + gewicht, 0)
    if (gewichten.some((gewicht) => !Number.isSafeInteger(gewicht) || gewicht < 0) || som === 0)
      return geweigerd({ code: 'verhouding_onjuist' })
  }
  const over = new Map(wijze.soort === 'waterval' ? wijze.potten : [])
  const regels: Wijzigingsregel[] = []
  for (const { onderdeel, jaar, bedragCent } of positief) {
    const delen = delenVan(bedragCent, wijze, over)
    for (const [bron, deel] of delen) {
      if (deel === 0) continue
      over.set(bron, centen((over.get(bron) ?? 0) - deel))
      regels.push(
        { soort: 'onderdeel', onderdeel, jaar, bron, bedragCent: deel },
        { soort: 'bron', bron, jaar, bedragCent: centen(-deel) },
        { soort: 'onderdeel', onderdeel, jaar, bron: null, bedragCent: centen(-deel) },
        { soort: 'bron', bron: null, jaar, bedragCent: deel },
      )
    }
  }
  return regels.length === 0 ? geweigerd({ code: 'niets_te_verdelen' }) : gelukt(vatSamen(regels))
}

function delenVan(
  bedrag: Centen,
  wijze: Spreiding,
  over: ReadonlyMap<string, Centen>,
): ReadonlyMap<string, Centen> {
  if (wijze.soort === 'genoemd') return new Map([[wijze.bron, bedrag]])
  if (wijze.soort === 'aandelen') return verdeel(bedrag, wijze.aandelen)
  return waterval(
    bedrag,
    wijze.potten.map(([bron]) => [bron, over.get(bron) ?? centen(0)] as const),
  ).delen
}

/** Gelijke regels bij elkaar, in volgorde van wie eerst kwam. */
function vatSamen(regels: readonly Wijzigingsregel[]): Wijzigingsregel[] {
  const samen = new Map<string, Wijzigingsregel>()
  for (const regel of regels) {
    const sleutel = JSON.stringify({ ...regel, bedragCent: 0 })
    const eerder = samen.get(sleutel)
    samen.set(sleutel, { ...regel, bedragCent: centen((eerder?.bedragCent ?? 0) + regel.bedragCent) })
  }
  return [...samen.values()].filter(({ bedragCent }) => bedragCent !== 0)
}
