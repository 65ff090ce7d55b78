import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import { type Boekingsoort, type Grondslag, kring, type Regel, type Rekening } from '#grootboek/deur.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** Een boeking in gewone woorden: wat ging waarvandaan waarheen. */

export type Beweging = { bedragCent: Centen; van: Rekening; naar: Rekening }

/** Per bron: elke min hoort bij een plus, in de volgorde waarin zij geboekt zijn. */
export function bewegingenVan(regels: readonly Pick<Regel, 'rekening' | 'bedragCent'>[]): Beweging[] {
  return [...Map.groupBy(regels, ({ rekening }) => kring(rekening)).values()].flatMap((groep) => {
    const open = (teken: 1 | -1) =>
      groep
        .filter(({ bedragCent }) => Math.sign(bedragCent) === teken)
        .map(({ rekening, bedragCent }) => ({ rekening, rest: Math.abs(bedragCent) }))
    const [erbij, eraf] = [open(1), open(-1)]
    const bewegingen: Beweging[] = []
    for (const naar of erbij)
      for (const van of eraf) {
        const bedrag = Math.min(naar.rest, van.rest)
        if (bedrag === 0) continue
        naar.rest -= bedrag
        van.rest -= bedrag
        bewegingen.push({ bedragCent: centen(bedrag), van: van.rekening, naar: naar.rekening })
      }
    return bewegingen
  })
}

export const SOORTNAAM = {
  raming: 'Vaststelling van de raming',
  wijziging: 'Begrotingswijziging',
  ontvangst: 'Ontvangst',
  verplichting: 'Verplichting',
  factuur: 'Factuur op een verplichting',
  realisatie: 'Besteding',
  vrijval: 'Vrijval van een verplichting',
  overheveling: 'Overheveling',
  jaareinde: 'Afsluiten van een jaar',
} as const satisfies Record<Boekingsoort, string>

export const GRONDSLAGNAAM = {
  besluit: 'Besluit',
  plan: 'Versie van het plan',
  verplichting: 'Verplichting',
  factuur: 'Factuur',
  inlezing: 'Ingelezen bestand',
  afschrift: 'Bankafschrift',
  memo: 'Memo',
} as const satisfies Record<Grondslag['soort'], string>

function plekvan(rekening: Rekening): string {
  switch (rekening.soort) {
    case 'toegezegd':
      return `toegezegd voor ${rekening.jaar}`
    case 'ontvangen':
      return `ontvangen in ${rekening.jaar}`
    case 'dekking':
      return 'nog te verdelen'
    case 'ruimte':
      return 'vrije ruimte'
    case 'verplicht':
      return `vastgelegd in ${rekening.verplichting}`
    case 'realisatie':
      return 'besteed'
    case 'overgang':
      return rekening.vervaltOp === null
        ? 'wacht op overheveling'
        : `wacht op overheveling tot ${rekening.vervaltOp}`
    case 'vrijval':
      return 'teruggevallen aan de bron'
  }
}

export const onderdeelnaam = (beeld: Pick<Planbeeld, 'onderdeel'>, onderdeel: string | null): string =>
  onderdeel === null ? 'een nog onbekend onderdeel' : (beeld.onderdeel.get(onderdeel)?.titel ?? onderdeel)

export const bronnaam = (beeld: Pick<Planbeeld, 'bron'>, bron: string | null): string =>
  bron === null ? 'nog te verdelen' : (beeld.bron.get(bron)?.naam ?? bron)

const budgetVan = (rekening: Rekening): { onderdeel: string | null; jaar: number } | undefined =>
  'onderdeel' in rekening ? { onderdeel: rekening.onderdeel, jaar: rekening.jaar } : undefined

/** `€ 9.250 van vrije ruimte naar besteed bij Inloop Westerbork, 2023, uit POK`. */
export function bewegingzin(
  beeld: Pick<Planbeeld, 'onderdeel' | 'bron'>,
  { bedragCent, van, naar }: Beweging,
): string {
  const [begin, eind] = [budgetVan(van), budgetVan(naar)]
  const bij = (budget: typeof begin): string =>
    budget === undefined ? '' : ` bij ${onderdeelnaam(beeld, budget.onderdeel)}, ${budget.jaar}`
  const uit = van.bron === null ? 'bron nog te verdelen' : `uit ${bronnaam(beeld, van.bron)}`
  const zelfde =
    begin !== undefined &&
    eind !== undefined &&
    begin.onderdeel === eind.onderdeel &&
    begin.jaar === eind.jaar
  const waar = zelfde
    ? `van ${plekvan(van)} naar ${plekvan(naar)}${bij(begin)}`
    : `van ${plekvan(van)}${bij(begin)} naar ${plekvan(naar)}${bij(eind)}`
  return `${toonEuro(bedragCent)} ${waar}, ${uit}`
}

/** De eerste beweging, en hoeveel er nog meer zijn; met `raakt` eerst wat daarover gaat. */
export function korteZin(
  beeld: Pick<Planbeeld, 'onderdeel' | 'bron'>,
  regels: readonly Regel[],
  raakt: (rekening: Rekening) => boolean = () => true,
): string {
  const alle = bewegingenVan(regels)
  const eerste = alle.find(({ van, naar }) => raakt(van) || raakt(naar)) ?? alle[0]
  if (eerste === undefined) return 'Er is niets verplaatst'
  const rest = alle.length - 1
  const meer = rest === 0 ? '' : `, en nog ${rest} ${rest === 1 ? 'verplaatsing' : 'verplaatsingen'}`
  return `${bewegingzin(beeld, eerste)}${meer}`
}

/** `vrije ruimte, Inloop Westerbork, 2023`. */
export function rekeningnaam(beeld: Pick<Planbeeld, 'onderdeel'>, rekening: Rekening): string {
  const budget = budgetVan(rekening)
  const plek = plekvan(rekening)
  return budget === undefined ? plek : `${plek}, ${onderdeelnaam(beeld, budget.onderdeel)}, ${budget.jaar}`
}
