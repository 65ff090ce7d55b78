import { z } from 'zod'

/** Hele centen als veilig geheel getal: nooit een breuk, ook niet onderweg. */
export const Centen = z.int().brand('Centen')
export type Centen = z.infer<typeof Centen>

/** Honderd miljard euro: daarboven is het een tikfout, en tellen wij niet meer precies op. */
export const GROOTSTE_BEDRAG = 10_000_000_000_000

/** Van getal naar Centen; gooit bij een breuk of een getal buiten het veilige bereik. */
export function centen(aantal: number): Centen {
  if (!Number.isSafeInteger(aantal)) throw new RangeError(`geen heel aantal centen: ${aantal}`)
  return (Object.is(aantal, -0) ? 0 : aantal) as Centen
}

export const telOp = (...bedragen: readonly Centen[]): Centen =>
  centen(bedragen.reduce<number>((som, bedrag) => som + bedrag, 0))

export const trekAf = (van: Centen, af: Centen): Centen => centen(van - af)

const GEDRUKT_BEDRAG =
  /^(?<haak>\()?(?<voor>[-+−])?(?:€|EUR)?(?<na>[-+−])?(?<cijfers>\d[\d.,]*)(?<achter>[-−])?(?<dicht>\))?$/u

/** Waar de centen beginnen: bij het laatste leesteken, als daar niet precies drie cijfers achter staan. */
function splitsDecimalen(cijfers: string): { heel: string; breuk: string } | undefined {
  const laatste = Math.max(cijfers.lastIndexOf(','), cijfers.lastIndexOf('.'))
  if (laatste === -1) return { heel: cijfers, breuk: '' }
  const staart = cijfers.slice(laatste + 1)
  const teken = cijfers[laatste] ?? ''
  const andere = teken === ',' ? '.' : ','
  const keren = cijfers.split(teken).length - 1
  const isGroep = staart.length === 3 && !(keren === 1 && cijfers.includes(andere))
  const heel = isGroep ? cijfers : cijfers.slice(0, laatste)
  const groepsteken = isGroep ? teken : andere
  if (heel.includes(groepsteken === ',' ? '.' : ',')) return undefined
  const groepen = heel.split(groepsteken)
  const goedGegroepeerd =
    groepen.slice(1).every((groep) => groep.length === 3) && (groepen[0]?.length ?? 0) <= 3
  if (groepen.length > 1 && !goedGegroepeerd) return undefined
  if (!isGroep && (staart.length === 0 || staart.length > 2)) return undefined
  return { heel: groepen.join(''), breuk: isGroep ? '' : staart }
}

/**
 * Leest een bedrag zoals mensen het schrijven, in euro: `1.403.000`, `€ 12.500`, `12500`, `1.234,56`,
 * `1,234.56`, `(12,00)` en `12,00-` (negatief), `€ 35.000,-`. Een enkel leesteken met precies drie cijfers
 * erachter is een duizendtal (`1.403` is veertienhonderddrie). `undefined` wanneer het geen bedrag is.
 */
export function leesBedrag(tekst: string): Centen | undefined {
  const kaal = tekst.replace(/[\s\u00a0\u202f]/gu, '').replace(/,[-–—]+$/u, '')
  const delen = GEDRUKT_BEDRAG.exec(kaal)?.groups
  if (delen === undefined) return undefined
  if ((delen['haak'] === undefined) !== (delen['dicht'] === undefined)) return undefined
  const tekens = [delen['haak'], delen['voor'], delen['na'], delen['achter']].filter((t) => t !== undefined)
  if (tekens.length > 1) return undefined
  const gesplitst = splitsDecimalen(delen['cijfers'] ?? '')
  if (gesplitst === undefined) return undefined
  const waarde = Number(gesplitst.heel + gesplitst.breuk.padEnd(2, '0'))
  if (!Number.isSafeInteger(waarde)) return undefined
  return centen(tekens.length === 1 && tekens[0] !== '+' ? -waarde : waarde)
}

/** Naar hele euro's, een halve euro van nul af: voor een overzicht dat zegt dat het is afgerond. */
export const rondAfVanNul = (bedrag: Centen): Centen =>
  centen(Math.sign(bedrag) * Math.floor((Math.abs(bedrag) + 50) / 100) * 100)

/** Naar hele duizenden euro's, een halve duizend van nul af: voor een tabel die zegt dat zij in duizenden is. */
export const rondAfOpDuizendVanNul = (bedrag: Centen): Centen =>
  centen(Math.sign(bedrag) * Math.floor((Math.abs(bedrag) + 50_000) / 100_000) * 100_000)

/** `bedrag × teller ÷ noemer`, op de cent, een halve cent van nul af. */
export function evenredigVanNul(bedrag: Centen, teller: number, noemer: number): Centen {
  if (!Number.isSafeInteger(teller) || !Number.isSafeInteger(noemer) || noemer <= 0)
    throw new RangeError('een verhouding is een heel getal gedeeld door een heel getal boven nul')
  const product = BigInt(bedrag) * BigInt(teller)
  const absoluut = product < 0n ? -product : product
  const cent = Number((absoluut * 2n + BigInt(noemer)) / (BigInt(noemer) * 2n))
  return centen(product < 0n ? -cent : cent)
}

/** De som van elk `bedrag × teller`, gedeeld door één noemer: pas het totaal wordt afgerond, een halve cent van nul af. */
export function somEvenredigVanNul(
  delen: readonly { bedrag: Centen; teller: number }[],
  noemer: number,
): Centen {
  if (!Number.isSafeInteger(noemer) || noemer <= 0)
    throw new RangeError('een noemer is een heel getal boven nul')
  const som = delen.reduce((tot, { bedrag, teller }) => tot + BigInt(bedrag) * BigInt(teller), 0n)
  const absoluut = som < 0n ? -som : som
  const cent = Number((absoluut * 2n + BigInt(noemer)) / (BigInt(noemer) * 2n))
  return centen(som < 0n ? -cent : cent)
}

/** `bedrag × teller ÷ noemer` voor een bedrag van nul of meer, op de cent, naar beneden: voor een grens. */
export function evenredigNaarBeneden(bedrag: Centen, teller: number, noemer: number): Centen {
  if (
    bedrag < 0 ||
    !Number.isSafeInteger(teller) ||
    teller < 0 ||
    !Number.isSafeInteger(noemer) ||
    noemer <= 0
  )
    throw new RangeError('naar beneden rekent alleen met getallen van nul of meer')
  return centen(Number((BigInt(bedrag) * BigInt(teller)) / BigInt(noemer)))
}

const VAST_STREEPJE = '\u2212'

function cijfersMetPunten(heleEuros: number): string {
  return String(heleEuros).replace(/\B(?=(\d{3})+$)/gu, '.')
}

/** `€ 1.403.000,05`: met centen, voor boekingen en bevindingen op de cent. */
export function toonEuroCenten(bedrag: Centen): string {
  return `€\u00a0${toonCenten(bedrag)}`
}

/** `1.403.000,05` zonder euroteken: voor een kolom met de eenheid in de kop. */
export function toonCenten(bedrag: Centen): string {
  const teken = bedrag < 0 ? VAST_STREEPJE : ''
  const absoluut = Math.abs(bedrag)
  const rest = String(absoluut % 100).padStart(2, '0')
  return `${teken}${cijfersMetPunten(Math.floor(absoluut / 100))},${rest}`
}

/** `1.403.000`: hele euro's als het bedrag heel is, anders met centen; nooit stil afgerond. */
export function toonBedrag(bedrag: Centen): string {
  const tekst = toonCenten(bedrag)
  return bedrag % 100 === 0 ? tekst.slice(0, -3) : tekst
}

/** `€ 1.403.000`, of `€ 12,50` als er centen zijn. */
export function toonEuro(bedrag: Centen): string {
  return `€\u00a0${toonBedrag(bedrag)}`
}

/** `1403000,05`: voor CSV en invoervelden; `leesBedrag(schrijfBedrag(x)) === x`. */
export function schrijfBedrag(bedrag: Centen): string {
  const absoluut = Math.abs(bedrag)
  return `${bedrag < 0 ? '-' : ''}${Math.floor(absoluut / 100)},${String(absoluut % 100).padStart(2, '0')}`
}

/** `1403000.05`: met een punt en altijd twee decimalen, voor andere programma's. */
export function decimaalBedrag(bedrag: Centen): string {
  const absoluut = Math.abs(bedrag)
  return `${bedrag < 0 ? '-' : ''}${Math.floor(absoluut / 100)}.${String(absoluut % 100).padStart(2, '0')}`
}
