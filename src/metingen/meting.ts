import { eersteDag, type Tijdvak } from '#basis/datum.ts'
import type { Moment } from '#basis/moment.ts'
import {
  breukVan,
  type Decimaaltekst,
  heel,
  maal,
  vergelijkBreuken,
  zelfdeWaarde,
} from '#metingen/decimaal.ts'
import type { Methode } from '#metingen/marge.ts'

/**
 * Een meting is een feit dat iemand op een moment kende over een tijdvak. Zij verandert nooit: wat beter bekend wordt,
 * is een volgende jaargang van dezelfde reeks en hetzelfde tijdvak.
 */

export const METINGSOORTEN = ['voorlopig', 'definitief'] as const
export type Metingsoort = (typeof METINGSOORTEN)[number]

/** Wat er geteld wordt; bepaalt hoe een klein aantal mensen wordt beschermd en hoe een marge ontstaat. */
export const MATEN = ['percentage', 'mensen', 'getal'] as const
export type Maat = (typeof MATEN)[number]

/** Waarom een cijfer ontbreekt. Nooit een nul, en nooit een lege plek zonder reden. */
export const ONTBREEKREDENEN = [
  'niet-geleverd',
  'nog-niet',
  'onbekend',
  'geheim',
  'niet-van-toepassing',
] as const
export type Ontbreekreden = (typeof ONTBREEKREDENEN)[number]

/** Wat een lezer ziet waar wel een cijfer is, maar over te weinig mensen. Wordt nooit zo vastgelegd. */
export const AFGESCHERMD = 'te-weinig-mensen'

export type NieuweMeting = {
  reeks: string
  tijdvak: Tijdvak
  maat: Maat
  waarde: Decimaaltekst | null
  ontbreekt: Ontbreekreden | null
  /** Wat er verder over te zeggen is; openbaar, zonder namen. */
  toelichting: string | null
  /** Over hoeveel mensen of antwoorden de waarde gaat. */
  aantal: number | null
  /** Hoe groot de hele groep is waaruit die kwamen. */
  populatie: number | null
  ondergrens: Decimaaltekst | null
  bovengrens: Decimaaltekst | null
  methode: Methode | null
  soort: Metingsoort
  bron: string
  /** Waarom deze jaargang een eerdere vervangt; leeg bij de eerste. */
  reden: string | null
}

/** Zoals vastgelegd, met elk aantal: blijft in deze kamer. */
export type Vastgelegd = NieuweMeting & { volgnr: number; op: Moment; door: string | null }

/** Wat de kamer uit mag: over te weinig mensen staat er alleen dát. */
export type Meting = Omit<Vastgelegd, 'ontbreekt'> & {
  ontbreekt: Ontbreekreden | typeof AFGESCHERMD | null
}

/** Openbaar begint een cel bij tien mensen; lager dan vijf kan niemand het zetten. */
export const DREMPEL = 10
const LAAGSTE_DREMPEL = 5

/**
 * Schermt een meting af die over te weinig mensen gaat. Teller, noemer en wat daartussen overblijft moeten elk de
 * drempel halen: wie weet dat 97 van de 100 tevreden zijn, kent bijna de andere drie.
 */
export function schermAf(meting: Vastgelegd, drempel = DREMPEL): Meting {
  if (!isTeKlein(meting, Math.max(drempel, LAAGSTE_DREMPEL))) return meting
  return {
    ...meting,
    waarde: null,
    ontbreekt: AFGESCHERMD,
    aantal: null,
    populatie: null,
    ondergrens: null,
    bovengrens: null,
    methode: null,
    // Ook woorden kunnen het getal verraden.
    toelichting: null,
    reden: meting.reden === null ? null : 'afgeschermd',
  }
}

function isTeKlein({ maat, waarde, aantal, populatie }: Vastgelegd, drempel: number): boolean {
  if (waarde === null) return false
  // De hele groep is ook een noemer: van een kleine groep is bijna elk cijfer een cijfer over iemand.
  if (populatie !== null && populatie < drempel) return true
  const onder = (getal: ReturnType<typeof breukVan>): boolean => vergelijkBreuken(getal, heel(drempel)) < 0
  const isNul = (getal: ReturnType<typeof breukVan>): boolean => getal.teller === 0n
  if (aantal !== null && aantal < drempel) return true
  const gemeten = breukVan(waarde)
  const over = (geheel: number, deel: typeof gemeten) => ({
    teller: BigInt(geheel) * deel.noemer - deel.teller,
    noemer: deel.noemer,
  })
  if (maat === 'mensen') {
    if (!isNul(gemeten) && onder(gemeten)) return true
    // Wie 97 van de 100 noemt, noemt ook de andere drie.
    return [aantal, populatie].some((geheel) => {
      if (geheel === null) return false
      const rest = over(geheel, gemeten)
      return rest.teller > 0n && onder(rest)
    })
  }
  // Is niet bekend over hoeveel mensen het gaat, dan kan het de hele groep zijn.
  const basis = aantal ?? populatie
  if (maat !== 'percentage' || basis === null) return false
  const teller = maal({ teller: gemeten.teller, noemer: gemeten.noemer * 100n }, heel(basis))
  const rest = over(basis, teller)
  // Ook 0 en 100 %: als iedereen hetzelfde zei, is van ieder bekend wat hij zei.
  return onder(teller) || onder(rest)
}

/** Is dit precies wat er al staat? Dan verandert het bestand voor de tweede keer niets. */
export const zelfdeMeting = (een: NieuweMeting, ander: NieuweMeting): boolean =>
  een.maat === ander.maat &&
  zelfdeWaarde(een.waarde, ander.waarde) &&
  een.ontbreekt === ander.ontbreekt &&
  een.toelichting === ander.toelichting &&
  een.aantal === ander.aantal &&
  een.populatie === ander.populatie &&
  zelfdeWaarde(een.ondergrens, ander.ondergrens) &&
  zelfdeWaarde(een.bovengrens, ander.bovengrens) &&
  een.soort === ander.soort &&
  een.bron === ander.bron

const plekVan = ({ reeks, tijdvak }: { reeks: string; tijdvak: Tijdvak }): string => `${reeks} ${tijdvak}`

/** Per reeks en tijdvak de jaargang die op dat moment bekend was; zonder moment de nieuwste. */
export function geldendeMetingen<Een extends { reeks: string; tijdvak: Tijdvak; volgnr: number; op: Moment }>(
  jaargangen: readonly Een[],
  bekendTot?: Moment,
): Een[] {
  const geldend = new Map<string, Een>()
  for (const meting of jaargangen) {
    if (bekendTot !== undefined && meting.op > bekendTot) continue
    const eerder = geldend.get(plekVan(meting))
    if (eerder === undefined || eerder.volgnr < meting.volgnr) geldend.set(plekVan(meting), meting)
  }
  return [...geldend.values()].toSorted(opTijdvak)
}

/** Op reeks, en daarbinnen in de tijd. */
export function opTijdvak(
  een: { reeks: string; tijdvak: Tijdvak },
  ander: { reeks: string; tijdvak: Tijdvak },
): number {
  if (een.reeks !== ander.reeks) return een.reeks < ander.reeks ? -1 : 1
  const [a, b] = [eersteDag(een.tijdvak), eersteDag(ander.tijdvak)]
  return a < b ? -1 : a > b ? 1 : een.tijdvak.localeCompare(ander.tijdvak)
}

/** Een definitief cijfer dat daarna toch nog veranderde. */
export const isBijgesteld = (jaargangen: readonly { soort: Metingsoort; volgnr: number }[]): boolean => {
  const laatste = Math.max(...jaargangen.map(({ volgnr }) => volgnr))
  return jaargangen.some(({ soort, volgnr }) => soort === 'definitief' && volgnr < laatste)
}
