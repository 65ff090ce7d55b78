import { laatsteMaand, precisieVan, type Tijdvak, toonTijdvak, wanneer } from '#basis/datum.ts'
import {
  AFGESCHERMD,
  AFSCHERMZIN,
  alsGetal,
  leesDecimaal,
  type Meting,
  ONTBREEKNAAM,
  SOORTNAAM,
  toonDecimaal,
} from '#metingen/deur.ts'
import type { Indicatorbeeld } from '#programma/doelen/indicatorbeeld.ts'
import { maatstafVan } from '#programma/doelen/maatstaf.ts'
import type { Indicator } from '#programma/plan.ts'
import type { TrendDoel, TrendPunt } from '#ui/trend.ts'

/** Hoe een cijfer er voor een mens uitziet: altijd met zijn tijdvak, zijn marge of de reden waarom het er niet is. */

/** `79,5 procent`; zonder waarde de reden. */
export function toonCijfer(
  { waarde, ontbreekt }: Pick<Meting, 'waarde' | 'ontbreekt'>,
  { eenheid }: Pick<Indicator, 'eenheid'>,
): string {
  if (waarde !== null)
    return eenheid === 'aantal' ? toonDecimaal(waarde) : `${toonDecimaal(waarde)} ${eenheid}`
  return ontbreekt === null ? 'onbekend' : ONTBREEKNAAM[ontbreekt]
}

/** `72 tot 84,6`, of waarom er geen marge is. */
export function toonMarge({
  waarde,
  ondergrens,
  bovengrens,
  methode,
}: Pick<Meting, 'waarde' | 'ondergrens' | 'bovengrens' | 'methode'>): string {
  if (waarde === null) return ''
  if (methode === 'hele-groep') return 'geen, iedereen is geteld'
  if (ondergrens === null || bovengrens === null) return 'niet bekend'
  return `${toonDecimaal(ondergrens)} tot ${toonDecimaal(bovengrens)}`
}

/** Een waarde uit het plan: als getal in Nederlandse schrijfwijze, of de woorden die er staan. */
export function toonPlanwaarde(tekst: string | undefined): string {
  const getal = tekst === undefined ? undefined : leesDecimaal(tekst)
  return getal === undefined ? (tekst ?? 'niet genoemd') : toonDecimaal(getal)
}

export function toonStreef({ streefwaarde, streefTot, streefjaar, richting }: Indicator): string {
  const bereik =
    richting === 'binnen' && streefTot !== undefined
      ? `${toonPlanwaarde(streefwaarde)} tot ${toonPlanwaarde(streefTot)}`
      : toonPlanwaarde(streefwaarde)
  return streefjaar === undefined ? bereik : `${bereik} in ${streefjaar}`
}

export const toonBegin = ({ nulwaarde, nuljaar }: Indicator): string =>
  nuljaar === undefined ? toonPlanwaarde(nulwaarde) : `${toonPlanwaarde(nulwaarde)} in ${nuljaar}`

export const toonSoort = (
  { waarde, soort }: Pick<Meting, 'waarde' | 'soort'>,
  bijgesteld: boolean,
): string => (waarde === null ? '' : bijgesteld ? `${SOORTNAAM[soort]}, bijgesteld` : SOORTNAAM[soort])

/** Eén zin die zegt wat er te zien is; zij staat boven de grafiek. */
export function trendzin({ indicator, laatste, daarna, oordeel }: Indicatorbeeld): string {
  const { naam } = indicator
  if (laatste === undefined) {
    const gat = daarna.at(-1)
    if (gat?.ontbreekt === AFGESCHERMD) return `${naam}: te weinig mensen om een cijfer te tonen`
    return gat === undefined
      ? `${naam}: er is nog niet gemeten`
      : `${naam}: er is nog geen cijfer, ${toonCijfer(gat, indicator)}`
  }
  const begin = `${naam}: ${toonCijfer(laatste, indicator)} ${wanneer(laatste.tijdvak)}`
  const streef = `${toonStreef(indicator)}`
  switch (oordeel.code) {
    case 'gehaald':
      return `${begin}, de streefwaarde is gehaald`
    case 'op-koers':
      return `${begin}, op koers naar ${streef}`
    case 'geen-verschil':
      return `${begin}, geen duidelijk verschil met wat nodig is voor ${streef}`
    case 'achter':
      return `${begin}, dat blijft achter bij ${streef}`
    case 'slechter-dan-begin':
      return `${begin}, slechter dan bij het begin`
    case 'buiten-bereik':
      return `${begin}, buiten het bereik van ${streef}`
    default:
      return begin
  }
}

const kort = (vak: Tijdvak): string => {
  const precisie = precisieVan(vak)
  if (precisie === 'jaar') return vak
  if (precisie === 'kwartaal' || precisie === 'halfjaar') return `${vak.slice(5)} ${vak.slice(0, 4)}`
  return precisie === 'maand' ? `${vak.slice(5, 7)}-${vak.slice(0, 4)}` : vak
}

export const trendpunten = ({ metingen }: Indicatorbeeld): TrendPunt[] =>
  metingen.map((meting) => {
    const { tijdvak, waarde, ondergrens, bovengrens, ontbreekt } = meting
    return {
      naam: toonTijdvak(tijdvak),
      kort: kort(tijdvak),
      maand: laatsteMaand(tijdvak),
      tekst: waarde === null ? '' : toonDecimaal(waarde),
      ...(waarde !== null && { waarde: alsGetal(waarde), margetekst: toonMarge(meting) }),
      ...(ondergrens !== null && bovengrens !== null && ondergrens !== bovengrens
        ? { laag: alsGetal(ondergrens), hoog: alsGetal(bovengrens) }
        : {}),
      voorlopig: waarde !== null && meting.soort === 'voorlopig',
      ...(ontbreekt !== null && { ontbreekt: ONTBREEKNAAM[ontbreekt] }),
    }
  })

export function trenddoel({ indicator }: Indicatorbeeld): TrendDoel | undefined {
  const { streefwaarde, streefTot, streefjaar, nulwaarde, nuljaar, richting } = maatstafVan(indicator)
  if (streefwaarde === undefined) return undefined
  const bereik = richting === 'binnen'
  return {
    waarde: alsGetal(streefwaarde),
    tekst: `${bereik ? 'bereik' : 'streefwaarde'} ${toonStreef(indicator)}`,
    tot: bereik && streefTot !== undefined ? alsGetal(streefTot) : undefined,
    maand: streefjaar === undefined ? undefined : streefjaar * 12 + 11,
    begin:
      bereik || nulwaarde === undefined || nuljaar === undefined
        ? undefined
        : { maand: nuljaar * 12 + 11, waarde: alsGetal(nulwaarde) },
  }
}

/** Legt uit waarom er geen getal staat, waar dat niet vanzelf spreekt. */
export const afschermzin = ({ metingen }: Indicatorbeeld): string | undefined =>
  metingen.some(({ ontbreekt }) => ontbreekt === AFGESCHERMD) ? AFSCHERMZIN : undefined
