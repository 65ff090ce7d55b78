import { gelukt, type Uitkomst } from '#basis/uitkomst.ts'
import { AANNAMELIJST, AANNAMENAMEN, type Aannamenaam } from '#regels/bevolking/marginalen.ts'
import {
  type Loopregels,
  type Simulatievraag,
  type Simulatieweigering,
  simuleer,
} from '#regels/simulatie/simuleer.ts'

/** Wat een aanname uitmaakt: het saldo van de gemeente met de laagste en de hoogste waarde, één voor één. */
export type Gevoeligheidsrij = {
  aanname: Aannamenaam
  naam: string
  waarom: string
  laag: { waarde: number; verschil: number }
  hoog: { waarde: number; verschil: number }
  /** Hoe ver de twee uit elkaar liggen, in centen per jaar. */
  spreiding: number
}
export type Gevoeligheid = { variant: string; verschil: number; rijen: readonly Gevoeligheidsrij[] }

/** Het gedrag staat apart in de uitkomst; de andere aannamen maken de bevolking. */
const TE_WIJZIGEN = AANNAMELIJST.filter((naam) => naam !== 'gedrag')
const STANDAARD_REEKSEN = 5

/** Draait aan elke aanname apart. Dezelfde reeksen, dus wat verschilt komt door de aanname. */
export async function gevoeligheid(
  vraag: Simulatievraag,
  { voortgang, signaal }: Loopregels = {},
): Promise<Uitkomst<Gevoeligheid[], Simulatieweigering>> {
  const reeksen = vraag.reeksen ?? STANDAARD_REEKSEN
  const basis = await simuleer({ ...vraag, reeksen }, { signaal })
  if (!basis.ok) return basis
  const uit = basis.waarde.varianten.map(({ variant, kosten }) => ({
    variant: variant.id,
    verschil: kosten.verschil.midden,
    rijen: [] as Gevoeligheidsrij[],
  }))
  for (const [gedaan, aanname] of TE_WIJZIGEN.entries()) {
    const { laag, hoog, waarom } = vraag.marginalen.aannamen[aanname]
    const [met, zonder] = [await metWaarde(laag), await metWaarde(hoog)]
    if (!met.ok) return met
    if (!zonder.ok) return zonder
    for (const [plek, een] of uit.entries()) {
      const [bijLaag, bijHoog] = [met, zonder].map(
        ({ waarde }) => waarde.varianten[plek]?.kosten.verschil.midden ?? 0,
      )
      een.rijen.push({
        aanname,
        naam: AANNAMENAMEN[aanname],
        waarom,
        laag: { waarde: laag, verschil: bijLaag ?? 0 },
        hoog: { waarde: hoog, verschil: bijHoog ?? 0 },
        spreiding: Math.abs((bijHoog ?? 0) - (bijLaag ?? 0)),
      })
    }
    voortgang?.({ gedaan: gedaan + 1, totaal: TE_WIJZIGEN.length })
    async function metWaarde(waarde: number) {
      return simuleer({ ...vraag, reeksen, aannamen: { ...vraag.aannamen, [aanname]: waarde } }, { signaal })
    }
  }
  return gelukt(
    uit.map((een) => ({ ...een, rijen: een.rijen.toSorted((a, b) => b.spreiding - a.spreiding) })),
  )
}
