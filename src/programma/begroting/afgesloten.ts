import { centen } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import type { Prognosepost } from '#programma/begroting/geldbeeld.ts'

/**
 * Van een afgesloten jaar valt niets meer te verwachten: wat er besteed is en vastligt, is dan de verwachting. Anders
 * waarschuwt een oude prognose nog voor een tekort dat er niet kwam.
 */
export function metAfgesloten(
  posten: readonly Postsaldo[],
  prognoses: readonly Prognosepost[],
): readonly Prognosepost[] {
  const dicht = new Set(
    posten.flatMap(({ rekening, soort, bedragCent }) =>
      soort === 'jaareinde' && bedragCent !== 0 && 'jaar' in rekening ? [rekening.jaar] : [],
    ),
  )
  if (dicht.size === 0 || prognoses.length === 0) return prognoses
  const bleek = new Map<string, Prognosepost>()
  for (const { rekening, bedragCent } of posten) {
    if (rekening.soort !== 'realisatie' && rekening.soort !== 'verplicht') continue
    const { onderdeel, jaar } = rekening
    if (onderdeel === null || !dicht.has(jaar)) continue
    const sleutel = `${onderdeel} ${jaar}`
    const eerder = bleek.get(sleutel)?.bedragCent ?? 0
    bleek.set(sleutel, { onderdeel, jaar, bedragCent: centen(eerder + bedragCent) })
  }
  return [...prognoses.filter(({ jaar }) => !dicht.has(jaar)), ...bleek.values()]
}
