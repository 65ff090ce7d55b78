import { type Centen, centen } from '#basis/geld.ts'
import { type Boeking, naamVan, type Rekening } from '#grootboek/deur.ts'

/** Wat boekingen samen verplaatsten, per rekening en zonder wat tegen elkaar wegvalt. */

export type Bewogen = { rekening: Rekening; bedragCent: Centen }

export function bewogenDoor(boekingen: readonly Pick<Boeking, 'regels'>[], programma: string): Bewogen[] {
  const som = new Map<string, Bewogen>()
  for (const { regels } of boekingen)
    for (const { rekening, bedragCent } of regels) {
      if (rekening.programma !== programma) continue
      const naam = naamVan(rekening)
      som.set(naam, { rekening, bedragCent: centen((som.get(naam)?.bedragCent ?? 0) + bedragCent) })
    }
  return [...som.values()].filter(({ bedragCent }) => bedragCent !== 0)
}

/** Wat er bij onderdelen bij kwam of af ging: de kant die een lezer zoekt. */
export const bijOnderdelen = (bewogen: readonly Bewogen[]) =>
  bewogen.flatMap(({ rekening, bedragCent }) =>
    rekening.soort === 'ruimte' ? [{ ...rekening, bedragCent }] : [],
  )

/** De andere kant: waar het vandaan kwam of heen ging. */
export function bijBronnen(
  bewogen: readonly Bewogen[],
): { soort: Rekening['soort']; bron: string | null; bedragCent: Centen }[] {
  const som = new Map<string, { soort: Rekening['soort']; bron: string | null; bedragCent: Centen }>()
  for (const { rekening, bedragCent } of bewogen) {
    if (rekening.soort === 'ruimte') continue
    const { soort, bron } = rekening
    const sleutel = `${soort} ${bron ?? '-'}`
    som.set(sleutel, { soort, bron, bedragCent: centen((som.get(sleutel)?.bedragCent ?? 0) + bedragCent) })
  }
  return [...som.values()].filter(({ bedragCent }) => bedragCent !== 0)
}
