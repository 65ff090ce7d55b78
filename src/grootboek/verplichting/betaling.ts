import { z } from 'zod'
import { Centen, centen } from '#basis/geld.ts'
import { Boekjaar, Naam } from '#grootboek/rekening.ts'
import { verdeelNaarAandeel, waterval } from '#grootboek/verdeling.ts'

/** Uit welke bronnen een uitgave komt. Zegt het plan dat niet, dan kiest wie boekt, of blijft het zichtbaar open. */
export const Betaling = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('bron'), bron: Naam }),
  /** Vaste aandelen; de gewichten hoeven niet op honderd uit te komen. */
  z.strictObject({
    soort: z.literal('aandelen'),
    aandelen: z.array(z.strictObject({ bron: Naam, gewicht: z.int().min(1).max(1_000_000) })).min(1),
  }),
  /** Eerst de bron die vooraan staat, zolang die vrij geld heeft; wat nergens past, is nog te verdelen. */
  z.strictObject({ soort: z.literal('waterval'), bronnen: z.array(Naam).min(1) }),
  z.strictObject({ soort: z.literal('nog-te-verdelen') }),
])
export type Betaling = z.infer<typeof Betaling>

export const Jaarbedrag = z.strictObject({ jaar: Boekjaar, bedragCent: Centen })
export type Jaarbedrag = z.infer<typeof Jaarbedrag>

/** Een deel van een bedrag: uit één bron, in één jaar. */
export type Deel = { jaar: number; bron: string | null; bedragCent: Centen }

/** Verdeelt elk jaar over de bronnen; samen is het altijd precies het bedrag. `vrij` telt alleen bij een waterval. */
export const verdeelOverBronnen = (
  jaren: readonly Jaarbedrag[],
  betaling: Betaling,
  vrij: (jaar: number, bron: string) => Centen,
): Deel[] =>
  jaren.flatMap(({ jaar, bedragCent }) =>
    perBron(bedragCent, betaling, (bron) => vrij(jaar, bron))
      .filter(([, bedrag]) => bedrag !== 0)
      .map(([bron, bedrag]) => ({ jaar, bron, bedragCent: bedrag })),
  )

function perBron(
  bedrag: Centen,
  betaling: Betaling,
  vrij: (bron: string) => Centen,
): (readonly [string | null, Centen])[] {
  switch (betaling.soort) {
    case 'bron':
      return [[betaling.bron, bedrag]]
    case 'nog-te-verdelen':
      return [[null, bedrag]]
    case 'aandelen':
      return [...verdeelNaarAandeel(bedrag, betaling.aandelen)]
    case 'waterval': {
      // Geld dat terugkomt, vult eerst de bron die het eerst was aangesproken.
      if (bedrag < 0) return [[betaling.bronnen[0] ?? null, bedrag]]
      const potten = [...new Set(betaling.bronnen)].map((bron) => [bron, vrij(bron)] as const)
      const { delen, rest } = waterval(bedrag, potten)
      return [...delen, [null, rest]]
    }
  }
}

export const bronnenVan = (betaling: Betaling): string[] => {
  if (betaling.soort === 'bron') return [betaling.bron]
  if (betaling.soort === 'aandelen') return betaling.aandelen.map(({ bron }) => bron)
  return betaling.soort === 'waterval' ? betaling.bronnen : []
}

export const somVan = (bedragen: readonly { bedragCent: Centen }[]): Centen =>
  centen(bedragen.reduce((som, { bedragCent }) => som + bedragCent, 0))
