import { type Centen, centen, telOp, toonEuro } from '#basis/geld.ts'
import { opsomming, telwoord } from '#basis/tekst.ts'
import {
  type Boekingsoort,
  type Grondslag,
  kring,
  naamVan,
  type Regel,
  type Rekening,
} from '#grootboek/deur.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** Een boeking in gewone woorden: wat ging waarvandaan waarheen. */

export type Beweging = { bedragCent: Centen; van: Rekening; naar: Rekening }

const viaDekking = (van: Rekening, naar: Rekening): boolean =>
  (van.soort === 'dekking') !== (naar.soort === 'dekking')
const isAnders = (van: Rekening, naar: Rekening): boolean => naamVan(van) !== naamVan(naar)

/**
 * Per bron: elke min hoort bij een plus, in de volgorde waarin zij geboekt zijn. Wat een bron inbrengt, gaat eerst naar
 * wat nog te verdelen is en pas daarna naar een budget. Wat op dezelfde rekening tegen elkaar wegvalt, is geen verplaatsing.
 */
export function bewegingenVan(regels: readonly Pick<Regel, 'rekening' | 'bedragCent'>[]): Beweging[] {
  return [...Map.groupBy(regels, ({ rekening }) => kring(rekening)).values()].flatMap((groep) => {
    const open = (teken: 1 | -1) =>
      groep
        .filter(({ bedragCent }) => Math.sign(bedragCent) === teken)
        .map(({ rekening, bedragCent }) => ({ rekening, rest: Math.abs(bedragCent) }))
    const [erbij, eraf] = [open(1), open(-1)]
    const bewegingen: Beweging[] = []
    for (const past of [viaDekking, isAnders])
      for (const naar of erbij)
        for (const van of eraf) {
          const bedrag = past(van.rekening, naar.rekening) ? Math.min(naar.rest, van.rest) : 0
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

/** Hetzelfde zonder plek en jaar: `van nog te verdelen naar vrije ruimte`. Zo zijn verplaatsingen op te tellen. */
export function soortzin({ van, naar }: Pick<Beweging, 'van' | 'naar'>): string {
  return `van ${SOORTPLEK[van.soort]} naar ${SOORTPLEK[naar.soort]}`
}

const SOORTPLEK = {
  toegezegd: 'toegezegd',
  ontvangen: 'ontvangen',
  dekking: 'nog te verdelen',
  ruimte: 'vrije ruimte',
  verplicht: 'vastgelegd',
  realisatie: 'besteed',
  overgang: 'wacht op overheveling',
  vrijval: 'teruggevallen aan de bron',
} as const satisfies Record<Rekening['soort'], string>

/** Hoe dit in een gesprek heet; wat hier niet staat, heet van … naar …. */
const GEZEGD: Readonly<Record<string, { voor: string; plek: 'aan' | 'voor' | 'bij' }>> = {
  'ruimte>realisatie': { voor: 'besteed', plek: 'aan' },
  'verplicht>realisatie': { voor: 'gefactureerd op een verplichting', plek: 'voor' },
  'ruimte>verplicht': { voor: 'vastgelegd in een verplichting', plek: 'voor' },
  'verplicht>ruimte': { voor: 'weer vrij uit een verplichting', plek: 'bij' },
  'dekking>ruimte': { voor: 'begroot', plek: 'voor' },
}

const jarenzin = (jaren: readonly number[]): string => {
  const eerste = Math.min(...jaren)
  const laatste = Math.max(...jaren)
  return eerste === laatste ? String(eerste) : `${eerste}-${laatste}`
}

/** `Inloop Westerbork, 2023`, of bij veel tegelijk `5 onderdelen, 2022-2026`. */
function plekkenzin(beeld: Pick<Planbeeld, 'onderdeel'>, rekeningen: readonly Rekening[]): string {
  const plekken = rekeningen.flatMap((rekening) => budgetVan(rekening) ?? [])
  const onderdelen = [...new Set(plekken.map(({ onderdeel }) => onderdeel))]
  if (onderdelen.length === 0) return ''
  const namen =
    onderdelen.length > 2
      ? `${onderdelen.length} onderdelen`
      : opsomming(onderdelen.map((onderdeel) => onderdeelnaam(beeld, onderdeel)))
  return `${namen}, ${jarenzin(plekken.map(({ jaar }) => jaar))}`
}

function bronnenzin(beeld: Pick<Planbeeld, 'bron'>, bewegingen: readonly Beweging[]): string {
  const bronnen = [...new Set(bewegingen.map(({ van }) => van.bron))]
  if (bronnen.length > 2) return `uit ${bronnen.length} bronnen`
  if (bronnen.length === 1 && bronnen[0] === null) return 'bron nog te verdelen'
  return `uit ${opsomming(bronnen.map((bron) => (bron === null ? 'een nog te verdelen bron' : bronnaam(beeld, bron))))}`
}

/** Verplaatsingen van dezelfde soort als één zin: `€ 9.250 besteed aan Inloop Westerbork, 2023, uit POK`. */
function bundelzin(beeld: Pick<Planbeeld, 'onderdeel' | 'bron'>, bundel: readonly Beweging[]): string {
  const [eerste] = bundel
  if (eerste === undefined) return ''
  const gezegd = GEZEGD[`${eerste.van.soort}>${eerste.naar.soort}`]
  if (gezegd === undefined && bundel.length === 1) return bewegingzin(beeld, eerste)
  const bedrag = toonEuro(telOp(...bundel.map(({ bedragCent }) => bedragCent)))
  const plek = plekkenzin(
    beeld,
    bundel.flatMap(({ van, naar }) => [naar, van]),
  )
  const wat = gezegd?.voor ?? soortzin(eerste)
  const waar = plek === '' ? '' : ` ${gezegd?.plek ?? 'bij'} ${plek}`
  return `${bedrag} ${wat}${waar}, ${bronnenzin(beeld, bundel)}`
}

/**
 * De boeking in één zin: verplaatsingen van dezelfde soort zijn opgeteld, een budget gaat voor een bron. Met `raakt`
 * gaat de zin alleen over wat daarbij hoort.
 */
export function korteZin(
  beeld: Pick<Planbeeld, 'onderdeel' | 'bron'>,
  regels: readonly Regel[],
  raakt: (rekening: Rekening) => boolean = () => true,
): string {
  const alle = bewegingenVan(regels)
  const hiervan = alle.filter(({ van, naar }) => raakt(van) || raakt(naar))
  const bundels = [...Map.groupBy(hiervan.length === 0 ? alle : hiervan, soortzin).values()]
  const eerste =
    bundels.find((bundel) => bundel.some(({ naar }) => budgetVan(naar) !== undefined)) ?? bundels[0]
  if (eerste === undefined) return 'Er is niets verplaatst'
  const rest = bundels.filter((bundel) => bundel !== eerste).flat().length
  const meer = rest === 0 ? '' : `, en nog ${telwoord(rest, 'verplaatsing', 'verplaatsingen')}`
  return `${bundelzin(beeld, eerste)}${meer}`
}

/** `vrije ruimte, Inloop Westerbork, 2023`. */
export function rekeningnaam(beeld: Pick<Planbeeld, 'onderdeel'>, rekening: Rekening): string {
  const budget = budgetVan(rekening)
  const plek = plekvan(rekening)
  return budget === undefined ? plek : `${plek}, ${onderdeelnaam(beeld, budget.onderdeel)}, ${budget.jaar}`
}
