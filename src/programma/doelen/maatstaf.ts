import { leesDecimaal, type Maat, type Maatstaf } from '#metingen/deur.ts'
import type { Indicator, Plan } from '#programma/plan.ts'

/** Hoe een indicator uit het plan gemeten wordt: haar reeks, wat er geteld wordt, en waaraan het oordeel hangt. */

/** De sleutel van de reeks; zij verandert niet als de indicator een andere naam krijgt. */
export const reeksVan = (plan: string, doel: string, indicator: string): string =>
  `${plan}/${doel}/${indicator}`

/** Van alle indicatoren van een plan. */
export const reeksenVan = ({ programma, doelen }: Plan): string[] =>
  doelen.flatMap(({ id, indicatoren }) => indicatoren.map((een) => reeksVan(programma.id, id, een.id)))

const PROCENT = /^(?:%|procent|percentage)$/iu
const MENSEN =
  /^(?:aantal )?(?:mensen|personen|inwoners|cliënten|clienten|jongeren|jeugdigen|kinderen|ouderen|vrijwilligers|deelnemers|bezoekers|huishoudens|gezinnen|mantelzorgers)\b/iu

/** Wat er geteld wordt. Zegt het plan het niet, dan zegt de eenheid het: bij mensen liever te voorzichtig. */
export function maatVan({ maat, eenheid }: Pick<Indicator, 'maat' | 'eenheid'>): Maat {
  if (maat !== undefined) return maat
  if (PROCENT.test(eenheid.trim())) return 'percentage'
  return MENSEN.test(eenheid.trim()) ? 'mensen' : 'getal'
}

/** De getallen waaraan gemeten wordt; een waarde in woorden (`meer dan nu`) telt niet mee. */
export function maatstafVan(indicator: Indicator): Maatstaf {
  const getal = (tekst: string | undefined) => (tekst === undefined ? undefined : leesDecimaal(tekst))
  return {
    richting: indicator.richting,
    nulwaarde: getal(indicator.nulwaarde),
    nuljaar: indicator.nuljaar,
    streefwaarde: getal(indicator.streefwaarde),
    streefTot: getal(indicator.streefTot),
    streefjaar: indicator.streefjaar,
  }
}
