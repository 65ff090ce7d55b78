import type { Datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import type { Boeking, Regel } from '#grootboek/boeking.ts'
import { GEEN_KENMERK, type Kenmerk } from '#grootboek/kenmerk.ts'
import type { Rekening } from '#grootboek/rekening.ts'

/**
 * Wat er met geld kan gebeuren, als regels van een boeking. Elke functie geeft regels die per bron op nul uitkomen;
 * bedragen zijn positief in de richting van de gebeurtenis, en mogen negatief zijn waar een feit dat is (een creditnota).
 */

type Bron = { programma: string; bron: string | null }
/** Het budget van een onderdeel in een jaar, uit één bron. */
export type Budget = Bron & { onderdeel: string | null; jaar: number }

export const dekking = ({ programma, bron }: Bron): Rekening => ({ programma, bron, soort: 'dekking' })
export const vrijval = ({ programma, bron }: Bron): Rekening => ({ programma, bron, soort: 'vrijval' })
export const toegezegd = ({ programma, bron }: Bron, jaar: number): Rekening => ({
  programma,
  bron,
  soort: 'toegezegd',
  jaar,
})
export const ontvangen = ({ programma, bron }: Bron, jaar: number): Rekening => ({
  programma,
  bron,
  soort: 'ontvangen',
  jaar,
})
export const ruimte = ({ programma, bron, onderdeel, jaar }: Budget): Rekening => ({
  programma,
  bron,
  soort: 'ruimte',
  onderdeel,
  jaar,
})
export const realisatie = ({ programma, bron, onderdeel, jaar }: Budget): Rekening => ({
  programma,
  bron,
  soort: 'realisatie',
  onderdeel,
  jaar,
})
export const verplicht = ({ programma, bron, onderdeel, jaar }: Budget, verplichting: string): Rekening => ({
  programma,
  bron,
  soort: 'verplicht',
  onderdeel,
  jaar,
  verplichting,
})
export const overgang = (
  { programma, bron, onderdeel, jaar }: Budget,
  vervaltOp: Datum | null,
): Rekening => ({ programma, bron, soort: 'overgang', onderdeel, jaar, vervaltOp })

/** Verplaatst een bedrag van de ene rekening naar de andere; nul geeft geen regels. */
export const verplaats = (
  van: Rekening,
  naar: Rekening,
  bedragCent: Centen,
  kenmerk: Kenmerk = GEEN_KENMERK,
): Regel[] =>
  bedragCent === 0
    ? []
    : [
        { rekening: naar, bedragCent, kenmerk },
        { rekening: van, bedragCent: centen(-bedragCent), kenmerk },
      ]

/** Een bron zegt een bedrag toe: het is te verdelen. */
export const zegToe = (bron: Bron, jaar: number, bedrag: Centen): Regel[] =>
  verplaats(toegezegd(bron, jaar), dekking(bron), bedrag)

/** Een onderdeel krijgt budget uit een bron (of staat het af, bij een negatief bedrag). */
export const kenToe = (budget: Budget, bedrag: Centen, kenmerk?: Kenmerk): Regel[] =>
  verplaats(dekking(budget), ruimte(budget), bedrag, kenmerk)

/** Geld van een bron is binnengekomen. */
export const ontvang = (bron: Bron, jaar: number, bedrag: Centen): Regel[] =>
  verplaats(ontvangen(bron, jaar), toegezegd(bron, jaar), bedrag)

export const gaAan = (budget: Budget, verplichting: string, bedrag: Centen, kenmerk?: Kenmerk): Regel[] =>
  verplaats(ruimte(budget), verplicht(budget, verplichting), bedrag, kenmerk)

export const laatVrijvallen = (
  budget: Budget,
  verplichting: string,
  bedrag: Centen,
  kenmerk?: Kenmerk,
): Regel[] => verplaats(verplicht(budget, verplichting), ruimte(budget), bedrag, kenmerk)

/** Een factuur op een verplichting: tot wat er nog openstaat daaruit, het meerdere uit de vrije ruimte. */
export function factureer(
  budget: Budget,
  verplichting: string,
  bedrag: Centen,
  open: Centen,
  kenmerk?: Kenmerk,
): Regel[] {
  const uitVerplichting = centen(Math.min(bedrag, Math.max(0, open)))
  return [
    ...verplaats(verplicht(budget, verplichting), realisatie(budget), uitVerplichting, kenmerk),
    ...verplaats(ruimte(budget), realisatie(budget), centen(bedrag - uitVerplichting), kenmerk),
  ]
}

export const besteed = (budget: Budget, bedrag: Centen, kenmerk?: Kenmerk): Regel[] =>
  verplaats(ruimte(budget), realisatie(budget), bedrag, kenmerk)

/** Voorstel om geld mee te nemen: het is niet meer vrij, en nog niet van het volgende jaar. */
export const stelOverhevelingVoor = (budget: Budget, vervaltOp: Datum | null, bedrag: Centen): Regel[] =>
  verplaats(ruimte(budget), overgang(budget, vervaltOp), bedrag)

/** Besluit: het geld komt in het volgende jaar (of een later). */
export const hevelOver = (van: Budget, vervaltOp: Datum | null, naarJaar: number, bedrag: Centen): Regel[] =>
  verplaats(overgang(van, vervaltOp), ruimte({ ...van, jaar: naarJaar }), bedrag)

/** De overheveling gaat niet door: het geld valt terug aan de bron. */
export const laatOverhevelingVervallen = (van: Budget, vervaltOp: Datum | null, bedrag: Centen): Regel[] =>
  verplaats(overgang(van, vervaltOp), vrijval(van), bedrag)

/** Afsluiten van het jaar: wat over is valt terug aan de bron, een tekort wordt door de bron aangevuld. */
export const sluitJaar = (budget: Budget, rest: Centen): Regel[] =>
  verplaats(ruimte(budget), vrijval(budget), rest)

/** De regels die een boeking precies ongedaan maken. */
export const spiegel = ({ regels }: Pick<Boeking, 'regels'>): Regel[] =>
  regels.map((regel) => ({ ...regel, bedragCent: centen(-regel.bedragCent) }))
