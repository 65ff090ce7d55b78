import { type Centen, centen } from '#basis/geld.ts'
import { type Invoersoort, ONTVANGST, type Postsaldo } from '#grootboek/deur.ts'

/** Per onderdeel, jaar en soort: het bedrag in het financiële systeem, en wat hier geboekt is. */
export type Aansluitrij = {
  onderdeel: string | null
  jaar: number
  soort: Invoersoort
  systeemCent: Centen
  hierCent: Centen
}

type Systeemstand = { onderdeel: string | null; jaar: number; soort: Invoersoort; bedragCent: Centen }

/** Bij welke soort invoer een saldo hoort; `undefined` als het systeem er niets over zegt. */
function soortVan({ rekening, soort }: Postsaldo): Invoersoort | undefined {
  if (rekening.soort === 'realisatie') return 'realisatie'
  if (rekening.soort === 'verplicht') return 'verplichting'
  if (rekening.soort !== 'ruimte') return undefined
  if (soort === 'raming') return 'begroting'
  return soort === 'wijziging' || soort === 'overheveling' || soort === 'jaareinde' ? 'wijziging' : undefined
}

/** Alleen wat het systeem ook noemt is te vergelijken: een jaar zonder ingelezen begroting geeft geen rij. */
export function aansluiting(
  systeem: readonly Systeemstand[],
  saldi: readonly Postsaldo[],
): readonly Aansluitrij[] {
  const genoemd = new Set(systeem.map(({ jaar, soort }) => `${jaar}:${soort}`))
  const bronnen = new Set(systeem.map(({ jaar, onderdeel }) => `${jaar}:${onderdeel}`))
  const rijen = new Map<string, Aansluitrij>()
  const tel = (
    wat: Pick<Aansluitrij, 'onderdeel' | 'jaar' | 'soort'>,
    kant: 'systeemCent' | 'hierCent',
    bedrag: number,
  ): void => {
    const sleutel = `${wat.onderdeel ?? '-'}:${wat.jaar}:${wat.soort}`
    const rij = rijen.get(sleutel) ?? { ...wat, systeemCent: centen(0), hierCent: centen(0) }
    rij[kant] = centen(rij[kant] + bedrag)
    rijen.set(sleutel, rij)
  }
  for (const { onderdeel, jaar, soort, bedragCent } of systeem)
    tel({ onderdeel, jaar, soort }, 'systeemCent', bedragCent)
  for (const saldo of saldi) {
    const soort = soortVan(saldo)
    const { rekening, bedragCent } = saldo
    if (rekening.soort === 'ontvangen' && rekening.bron !== null) {
      const onderdeel = `${ONTVANGST}${rekening.bron}`
      if (bronnen.has(`${rekening.jaar}:${onderdeel}`))
        tel({ onderdeel, jaar: rekening.jaar, soort: 'realisatie' }, 'hierCent', bedragCent)
      continue
    }
    if (soort === undefined || !('onderdeel' in rekening) || !genoemd.has(`${rekening.jaar}:${soort}`))
      continue
    tel({ onderdeel: rekening.onderdeel, jaar: rekening.jaar, soort }, 'hierCent', bedragCent)
  }
  return [...rijen.values()]
    .filter(({ systeemCent, hierCent }) => systeemCent !== 0 || hierCent !== 0)
    .toSorted(
      (a, b) =>
        Number(a.onderdeel === null) - Number(b.onderdeel === null) ||
        (a.onderdeel ?? '').localeCompare(b.onderdeel ?? '') ||
        a.jaar - b.jaar ||
        a.soort.localeCompare(b.soort),
    )
}
