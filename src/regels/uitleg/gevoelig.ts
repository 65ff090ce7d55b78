import { type Breuk, type Eenheid, isGeld } from '#regels/motor/eenheid.ts'
import { eenheidVan, type Invoerding, invoernoemer } from '#regels/motor/invoer.ts'
import { type Berekening, type Machine, type Waarden, waardeIn } from '#regels/motor/rekenen.ts'
import { toonKort, toonWaarde } from '#regels/uitleg/getal.ts'
import { type Vergeleken, verklaar } from '#regels/uitleg/verklaar.ts'

/** Een ander antwoord dat een andere uitkomst geeft. */
export type Verandering = {
  invoer: Invoerding
  /** Het antwoord dat de uitkomst verandert, als heel getal van de motor. */
  naar: number
  richting: 'anders' | 'hoogstens' | 'minstens'
  uitkomst: Breuk
}

const MEESTE_KEUZES = 3

const metAntwoord = (waarden: Waarden, plek: number, naar: number): Waarden => ({
  ...waarden,
  invoer: waarden.invoer.with(plek, naar),
})

/** Welk antwoord zou de uitkomst veranderen? Elk gegeven antwoord wordt los van de andere verzet. */
export function gevoelig(machine: Machine, berekening: Berekening): Verandering[] {
  const { vergeleken } = verklaar(berekening)
  const uitkomst = (waarden: Waarden): Breuk | undefined => {
    const anders = machine.rekenMet(berekening.doel.regel.id, waarden)
    return anders.ok ? anders.waarde.waarde : undefined
  }
  return [...berekening.waarden.zelf].flatMap((plek) => {
    const ding = machine.set.invoer[plek]
    const nu = berekening.waarden.invoer[plek]
    if (ding === undefined || nu === undefined) return []
    const kandidaten = isGeld(eenheidVan(ding))
      ? grenzen(machine, berekening, plek, vergeleken)
      : andereKeuzes(ding).filter((naar) => naar !== nu)
    return kandidaten.flatMap((naar): Verandering[] => {
      const waarden = metAntwoord(berekening.waarden, plek, naar)
      const nieuw = machine.past(waarden) ? uitkomst(waarden) : undefined
      if (nieuw === undefined || nieuw.teller === berekening.waarde.teller) return []
      const richting = !isGeld(eenheidVan(ding)) ? 'anders' : naar < nu ? 'hoogstens' : 'minstens'
      return [{ invoer: ding, naar, richting, uitkomst: nieuw }]
    })
  })
}

function andereKeuzes(ding: Invoerding): number[] {
  if (ding.soort === 'janee') return [0, 1]
  if (ding.soort === 'aantal' && ding.meest - ding.minst < MEESTE_KEUZES)
    return Array.from({ length: ding.meest - ding.minst + 1 }, (_, i) => ding.minst + i)
  return []
}

/**
 * Bij welk bedrag slaat een vergelijking om? Beide kanten zijn een rechte lijn in dit bedrag, dus twee punten wijzen de
 * grens aan; de cent ernaast wordt nagerekend.
 */
function grenzen(
  machine: Machine,
  berekening: Berekening,
  plek: number,
  vergeleken: readonly Vergeleken[],
): number[] {
  const STAP = 100
  const nu = berekening.waarden.invoer[plek] ?? 0
  const verder = machine.rekenMet(berekening.doel.regel.id, metAntwoord(berekening.waarden, plek, nu + STAP))
  if (!verder.ok) return []
  const gevonden = vergeleken.flatMap(({ a, b }) => {
    const hier = waardeIn(a, berekening.loop) - waardeIn(b, berekening.loop)
    const daar = waardeIn(a, verder.waarde.loop) - waardeIn(b, verder.waarde.loop)
    const helling = (daar - hier) / STAP
    if (helling === 0 || Number.isNaN(helling)) return []
    const grens = nu - hier / helling
    const richting =
      grens < nu || (grens === nu && hier === 0)
        ? [Math.floor(grens), Math.ceil(grens) + 1]
        : [Math.ceil(grens), Math.floor(grens) + 1]
    return richting.filter((naar) => naar >= 0 && naar !== nu).slice(0, 2)
  })
  return [...new Set(gevonden)].slice(0, 4)
}

/** De verandering als zin: bij welk antwoord wordt het een ander bedrag? */
export function veranderzin({ invoer, naar, richting, uitkomst }: Verandering, eenheid: Eenheid): string {
  const dan = `dan wordt het ${toonWaarde(uitkomst, eenheid)}`
  if (invoer.soort === 'janee')
    return `Bij “${naar === 1 ? invoer.ja : invoer.nee}” wordt het ${toonWaarde(uitkomst, eenheid)}.`
  const antwoord = toonKort({ teller: naar, noemer: invoernoemer(invoer) }, eenheidVan(invoer))
  if (richting === 'anders') return `Is ${invoer.zin} ${antwoord}, ${dan}.`
  return `Is ${invoer.zin} ${antwoord} of ${richting === 'hoogstens' ? 'lager' : 'hoger'}, ${dan}.`
}
