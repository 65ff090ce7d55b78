import { type Centen, centen } from '#basis/geld.ts'
import { naamVan, type Onverdeeld, type Postsaldo, type Rekening } from '#grootboek/deur.ts'

/** Saldi per rekening, over alle kenmerken en soorten boekingen. */
export function saldiVan(posten: readonly Postsaldo[]): (rekening: Rekening) => Centen {
  const som = new Map<string, number>()
  for (const { rekening, bedragCent } of posten) {
    const naam = naamVan(rekening)
    som.set(naam, (som.get(naam) ?? 0) + bedragCent)
  }
  return (rekening) => centen(som.get(naamVan(rekening)) ?? 0)
}

/** Vrij budget zonder bron, per onderdeel en jaar; alleen waar er iets over is. */
export function onverdeeldVan(posten: readonly Postsaldo[]): Onverdeeld[] {
  const perBudget = new Map<string, Onverdeeld>()
  for (const { rekening, bedragCent } of posten) {
    if (rekening.soort !== 'ruimte' || rekening.bron !== null || rekening.onderdeel === null) continue
    const { onderdeel, jaar } = rekening
    const sleutel = `${jaar} ${onderdeel}`
    const eerder = perBudget.get(sleutel)?.bedragCent ?? 0
    perBudget.set(sleutel, { onderdeel, jaar, bedragCent: centen(eerder + bedragCent) })
  }
  return [...perBudget.values()]
    .filter(({ bedragCent }) => bedragCent > 0)
    .toSorted((a, b) => a.jaar - b.jaar || (a.onderdeel < b.onderdeel ? -1 : 1))
}
