/**
 * Waarin een getal van een regel is uitgedrukt. De compiler houdt ze uit elkaar: wie een bedrag per jaar bij een
 * bedrag per maand optelt, krijgt een fout bij het bouwen en niet een fout bij een inwoner.
 */
export const GELDEENHEDEN = ['euro', 'per uur', 'per week', 'per 4 weken', 'per maand', 'per jaar'] as const
export type Geldeenheid = (typeof GELDEENHEDEN)[number]

/** `deel`: een percentage als breuk; `aantal`: een telling; `waar`: klopt het of niet; `soort`: een keuze uit namen. */
export type Eenheid = Geldeenheid | 'deel' | 'aantal' | 'waar' | 'soort'
export type Getaleenheid = Exclude<Eenheid, 'waar' | 'soort'>

export const isGeld = (eenheid: Eenheid): eenheid is Geldeenheid =>
  (GELDEENHEDEN as readonly Eenheid[]).includes(eenheid)

/** Een getal zonder afronding: teller ÷ noemer, beide geheel. Bedragen zijn in centen. */
export type Breuk = { readonly teller: number; readonly noemer: number }

export const ggd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : ggd(b, a % b))
export const kgv = (a: number, b: number): number => (a / ggd(a, b)) * b

export function breuk(teller: number, noemer = 1): Breuk {
  if (!Number.isSafeInteger(teller) || !Number.isSafeInteger(noemer) || noemer <= 0)
    throw new RangeError(`geen breuk van hele getallen: ${teller}/${noemer}`)
  const deler = ggd(teller, noemer) || 1
  return { teller: teller / deler, noemer: noemer / deler }
}

/** `8,5` procent wordt 17/200. Hoogstens vier cijfers achter de komma; zo komt er nooit een benadering in. */
export function procent(getal: number): Breuk {
  const tekst = String(getal)
  const decimalen = tekst.split('.')[1]?.length ?? 0
  if (decimalen > 4 || !/^-?\d+(?:\.\d+)?$/u.test(tekst)) throw new RangeError(`geen percentage: ${getal}`)
  return breuk(Number(tekst.replace('.', '')), 100 * 10 ** decimalen)
}

/** Een geheel getal dat te groot wordt om precies te zijn, is een fout en nooit een benadering. */
export function precies(getal: number): number {
  if (!Number.isSafeInteger(getal)) throw new RangeError('een bedrag werd te groot om precies te blijven')
  return getal
}
