import { laatsteMaand, type Tijdvak, tijdvak } from '#basis/datum.ts'
import {
  type Breuk,
  breukVan,
  type Decimaaltekst,
  maal,
  negatief,
  telBreukenOp,
  vergelijkBreuken,
} from '#metingen/decimaal.ts'
import type { Meting } from '#metingen/meting.ts'

/**
 * Wat een meting zegt over waar het heen moest, met haar marge. Een verschil dat binnen de marge valt, is geen
 * duidelijk verschil: dan volgt er geen oordeel, hoe graag iemand dat ook wil.
 */

export const RICHTINGEN = ['hoger', 'lager', 'binnen'] as const
export type Richting = (typeof RICHTINGEN)[number]

/** Waaraan gemeten wordt; wat het plan niet zegt, ontbreekt. Bij `binnen` loopt het bereik van streefwaarde tot streefTot. */
export type Maatstaf = {
  richting?: Richting | undefined
  nulwaarde?: Decimaaltekst | undefined
  nuljaar?: number | undefined
  streefwaarde?: Decimaaltekst | undefined
  streefTot?: Decimaaltekst | undefined
  streefjaar?: number | undefined
}

export const OORDEELCODES = [
  'geen-meting',
  'geen-streefwaarde',
  'geen-richting',
  'gehaald',
  'op-koers',
  'geen-verschil',
  'achter',
  'slechter-dan-begin',
  'buiten-bereik',
] as const
export type Oordeelcode = (typeof OORDEELCODES)[number]
/** Woorden die de schermen als status tonen; `geen-verschil` is geen oordeel maar het ontbreken ervan. */
export type Oordeelstatus = 'op-koers' | 'let-op' | 'bijsturen' | 'geen-gegevens' | 'geen-verschil'

const STATUS: Readonly<Record<Oordeelcode, Oordeelstatus>> = {
  'geen-meting': 'geen-gegevens',
  'geen-streefwaarde': 'geen-gegevens',
  'geen-richting': 'geen-gegevens',
  gehaald: 'op-koers',
  'op-koers': 'op-koers',
  'geen-verschil': 'geen-verschil',
  achter: 'let-op',
  'slechter-dan-begin': 'bijsturen',
  'buiten-bereik': 'let-op',
}

export type Meetoordeel = {
  code: Oordeelcode
  status: Oordeelstatus
  /** Waarmee vergeleken is: het pad naar de streefwaarde, of de streefwaarde zelf. */
  tegen: 'pad' | 'streefwaarde' | null
  /** Zonder marge rust het oordeel op één getal; wie het leest, hoort dat te weten. Wie iedereen telde, heeft er geen. */
  marge: 'bekend' | 'hele-groep' | 'onbekend'
}

type Gemeten = Pick<Meting, 'tijdvak' | 'waarde' | 'ondergrens' | 'bovengrens' | 'methode'>

const margeVan = (meting: Gemeten | undefined): Meetoordeel['marge'] => {
  if (meting === undefined || meting.ondergrens === null) return 'onbekend'
  return meting.methode === 'hele-groep' ? 'hele-groep' : 'bekend'
}

/** Zegt het plan geen richting, dan wijst de streefwaarde haar aan: omhoog of omlaag vanaf het begin. */
export function richtingVan({ richting, nulwaarde, streefwaarde }: Maatstaf): Richting | undefined {
  if (richting !== undefined) return richting
  if (nulwaarde === undefined || streefwaarde === undefined) return undefined
  const kant = vergelijkBreuken(breukVan(streefwaarde), breukVan(nulwaarde))
  return kant === 0 ? undefined : kant > 0 ? 'hoger' : 'lager'
}

export function beoordeelMeting(meting: Gemeten | undefined, maatstaf: Maatstaf): Meetoordeel {
  const maak = (code: Oordeelcode, tegen: Meetoordeel['tegen'] = null): Meetoordeel => ({
    code,
    status: STATUS[code],
    tegen,
    marge: margeVan(meting),
  })
  if (meting === undefined || meting.waarde === null) return maak('geen-meting')
  const { streefwaarde, streefTot } = maatstaf
  if (streefwaarde === undefined) return maak('geen-streefwaarde')
  const richting = richtingVan(maatstaf)
  if (richting === undefined) return maak('geen-richting')
  const band = bandVan(meting, meting.waarde)
  if (richting === 'binnen')
    return streefTot === undefined
      ? maak('geen-streefwaarde')
      : maak(binnenBereik(band, breukVan(streefwaarde), breukVan(streefTot)), 'streefwaarde')
  const doel = breukVan(streefwaarde)
  if (isMinstens(band, doel, richting)) return maak('gehaald', 'streefwaarde')
  const pad = padwaarde(maatstaf, meting.tijdvak)
  const lat = pad ?? doel
  const tegen = pad === undefined ? 'streefwaarde' : 'pad'
  if (isMinstens(band, lat, richting)) return maak('op-koers', tegen)
  if (!isSlechter(band, lat, richting)) return maak('geen-verschil', tegen)
  const begin = maatstaf.nulwaarde && breukVan(maatstaf.nulwaarde)
  return maak(
    begin !== undefined && isSlechter(band, begin, richting) ? 'slechter-dan-begin' : 'achter',
    tegen,
  )
}

type Band = { laag: Breuk; hoog: Breuk }

/** Zonder marge is de band één punt. */
const bandVan = ({ ondergrens, bovengrens }: Gemeten, waarde: Decimaaltekst): Band => ({
  laag: breukVan(ondergrens ?? waarde),
  hoog: breukVan(bovengrens ?? waarde),
})

/** De hele marge aan de goede kant van de lat, of erop. */
const isMinstens = ({ laag, hoog }: Band, lat: Breuk, richting: 'hoger' | 'lager'): boolean =>
  richting === 'hoger' ? vergelijkBreuken(laag, lat) >= 0 : vergelijkBreuken(hoog, lat) <= 0
/** De hele marge aan de verkeerde kant. */
const isSlechter = ({ laag, hoog }: Band, lat: Breuk, richting: 'hoger' | 'lager'): boolean =>
  richting === 'hoger' ? vergelijkBreuken(hoog, lat) < 0 : vergelijkBreuken(laag, lat) > 0

function binnenBereik({ laag, hoog }: Band, van: Breuk, tot: Breuk): Oordeelcode {
  if (vergelijkBreuken(laag, van) >= 0 && vergelijkBreuken(hoog, tot) <= 0) return 'gehaald'
  if (vergelijkBreuken(hoog, van) < 0 || vergelijkBreuken(laag, tot) > 0) return 'buiten-bereik'
  return 'geen-verschil'
}

/**
 * Waar het aan het eind van dit tijdvak zou staan als het in een rechte lijn van nulwaarde naar streefwaarde gaat;
 * `undefined` als het plan een van de vier getallen niet noemt, of het streefjaar al om is.
 */
export function padwaarde(maatstaf: Maatstaf, vak: Tijdvak): Breuk | undefined {
  const { nulwaarde, nuljaar, streefwaarde, streefjaar } = maatstaf
  if (nulwaarde === undefined || nuljaar === undefined || streefwaarde === undefined) return undefined
  if (streefjaar === undefined || streefjaar <= nuljaar) return undefined
  const [begin, eind] = [maandVan(nuljaar), maandVan(streefjaar)]
  const nu = laatsteMaand(vak)
  if (nu >= eind) return undefined
  const [van, tot] = [breukVan(nulwaarde), breukVan(streefwaarde)]
  if (nu <= begin) return van
  const deel: Breuk = { teller: BigInt(nu - begin), noemer: BigInt(eind - begin) }
  return telBreukenOp(van, maal(deel, telBreukenOp(tot, negatief(van))))
}

const maandVan = (jaar: number): number => laatsteMaand(tijdvak(String(jaar)))

/** Hoe een meting zich verhoudt tot een eerdere van dezelfde reeks. */
export function verschilTussen(
  eerder: Gemeten,
  later: Gemeten,
): 'hoger' | 'lager' | 'geen-verschil' | undefined {
  if (eerder.waarde === null || later.waarde === null) return undefined
  const [a, b] = [bandVan(eerder, eerder.waarde), bandVan(later, later.waarde)]
  if (vergelijkBreuken(b.laag, a.hoog) > 0) return 'hoger'
  return vergelijkBreuken(b.hoog, a.laag) < 0 ? 'lager' : 'geen-verschil'
}
