import { centen } from '#basis/geld.ts'
import type { Apicontext } from '#programma/api/verzameling.ts'
import type { Geld as Geldvorm, Koppelingen } from '#programma/api/vorm.ts'
import type { Geld } from '#programma/planbeeld.ts'

/** De adressen die elk ding heeft. */
export function links(
  adres: Apicontext['adres'],
  verzameling: string,
  id: string,
): Pick<Koppelingen, 'self' | 'geschiedenis'> {
  const zelf = `/${verzameling}/${encodeURIComponent(id)}`
  return { self: { href: adres(zelf) }, geschiedenis: { href: adres(`${zelf}/geschiedenis`) } }
}

/** Een som zoals de api haar toont: jaren oplopend, bronnen op volgorde van sleutel, onbekend achteraan. */
export const geldVan = ({ totaal, perJaar, perBron }: Geld): Geldvorm => ({
  totaalCent: totaal,
  perJaar: [...perJaar].sort(([a], [b]) => a - b).map(([jaar, bedragCent]) => ({ jaar, bedragCent })),
  perBron: [...perBron]
    .sort(([a], [b]) => ((a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1))
    .map(([bron, bedragCent]) => ({
      bron: bron as Geldvorm['perBron'][number]['bron'],
      bedragCent: centen(bedragCent),
    })),
})
