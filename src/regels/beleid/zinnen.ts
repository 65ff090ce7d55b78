import { centen, toonEuro } from '#basis/geld.ts'
import { hoofdletter, opsomming, toonGetal } from '#basis/tekst.ts'
import type { Vergelijking } from '#regels/beleid/vergelijking.ts'
import type { Band } from '#regels/simulatie/kosten.ts'
import type { Variantuitkomst } from '#regels/simulatie/simuleer.ts'
import { MINSTE_GROEP } from '#regels/simulatie/verberg.ts'

/** De uitkomst in gewone woorden. Een schatting krijgt geen centen: die zouden zekerheid beloven die er niet is. */

const STAPPEN = [
  [1_000_000, 100_000],
  [100_000, 10_000],
  [0, 1_000],
] as const

/** Op duizendtallen, honderdtallen of tientallen euro, naar de grootte van het bedrag. */
export function rond(cent: number): number {
  const absoluut = Math.abs(cent)
  const stap = STAPPEN.find(([vanaf]) => absoluut >= vanaf)?.[1] ?? 1_000
  return Math.sign(cent) * Math.round(absoluut / stap) * stap
}

export const schatting = (cent: number): string => toonEuro(centen(rond(cent)))
/** Zonder euroteken en zonder min: `tussen € 31.000 en € 41.000`. */
const tussen = ([een, ander]: readonly [number, number]): string => {
  const [laag, hoog] = [Math.abs(een), Math.abs(ander)].toSorted((a, b) => a - b)
  return `tussen ${schatting(laag ?? 0)} en ${schatting(hoog ?? 0)}`
}

/** Is niet te zeggen of het meer of minder wordt? */
export const isOnbeslist = ({ midden, laag, hoog }: Band): boolean =>
  rond(midden) === 0 || (laag < 0 && hoog > 0)

/** Wat een variant de gemeente kost, als zinsdeel. */
export function kostenzin(verschil: Band): string {
  if (verschil.laag === 0 && verschil.hoog === 0) return 'kost de gemeente precies evenveel als nu'
  if (isOnbeslist(verschil))
    return `kost de gemeente ongeveer evenveel als nu (het kan ${schatting(Math.abs(verschil.laag))} minder en ${schatting(Math.abs(verschil.hoog))} meer zijn)`
  const bedrag = schatting(Math.abs(verschil.midden))
  const band = tussen([verschil.laag, verschil.hoog])
  return verschil.midden > 0
    ? `kost de gemeente ongeveer ${bedrag} per jaar meer dan nu (${band})`
    : `kost de gemeente ongeveer ${bedrag} per jaar minder dan nu (${band})`
}

/** `null` is een groep die te klein is om te laten zien. */
export function huishoudens(band: Band | null): string {
  if (band === null) return `minder dan ${MINSTE_GROEP} huishoudens`
  if (band.hoog === 0) return 'geen huishouden'
  return `ongeveer ${toonGetal(band.midden)} huishoudens`
}

/** Hetzelfde aantal voor in een tabel. */
export const kortAantal = (band: Band | null): string =>
  band === null ? `minder dan ${MINSTE_GROEP}` : toonGetal(band.midden)

export function mensenzin({ vooruit, achteruit, merkbaar }: Variantuitkomst): string {
  const [goed, slecht] = [huishoudens(vooruit), huishoudens(achteruit)]
  const meer = achteruit === null || achteruit.hoog > 0
  const erger =
    meer && merkbaar !== null && merkbaar.hoog > 0
      ? ` Van hen betalen ${huishoudens(merkbaar)} meer dan €\u00a010 per maand extra.`
      : ''
  return `${hoofdletter(goed)} ${werkwoord(vooruit)} minder betalen, en ${slecht} ${werkwoord(achteruit)} meer betalen.${erger}`
}

const werkwoord = (band: Band | null): string => (band !== null && band.hoog === 0 ? 'gaat' : 'gaan')

export const variantzin = (een: Variantuitkomst): string =>
  `“${een.variant.naam}” ${kostenzin(een.kosten.verschil)}. ${mensenzin(een)}`

/** De eerste zin van de uitkomst. */
export function antwoord({ simulatie }: Vergelijking): string {
  const [een, ...rest] = simulatie.varianten
  if (een === undefined) return ''
  if (rest.length === 0) return variantzin(een)
  const op = simulatie.varianten.toSorted((a, b) => a.kosten.verschil.midden - b.kosten.verschil.midden)
  const [laagste, hoogste] = [op[0] ?? een, op.at(-1) ?? een]
  const meeste = simulatie.varianten.toSorted(
    (a, b) => (b.achteruit?.midden ?? 0) - (a.achteruit?.midden ?? 0),
  )[0]
  const verlies =
    meeste?.achteruit === null || meeste === undefined || meeste.achteruit.midden === 0
      ? 'Bij geen van de varianten gaan tien of meer huishoudens meer betalen.'
      : `De meeste huishoudens gaan meer betalen bij “${meeste.variant.naam}”: ${huishoudens(meeste.achteruit)}.`
  return `“${hoogste.variant.naam}” ${kostenzin(hoogste.kosten.verschil)}; “${laagste.variant.naam}” ${kostenzin(laagste.kosten.verschil)}. ${verlies}`
}

/** Wat er in de variant anders is dan nu, kort. */
export const watVerandert = ({ wijzigingen }: Variantuitkomst): string[] =>
  wijzigingen.map(({ naam, nu, straks }) =>
    nu === undefined ? `${naam}: wordt ${straks}.` : `${naam}: van ${nu} naar ${straks}.`,
  )

/** Wat een gemiddelde niet zegt: van welke aanname het antwoord het meest afhangt. */
export function gevoeligzin({ gevoeligheid, simulatie }: Vergelijking): string {
  const zinnen = gevoeligheid.flatMap(({ variant, rijen }) => {
    const naam = simulatie.varianten.find((een) => een.variant.id === variant)?.variant.naam
    const [eerste] = rijen
    return naam === undefined || eerste === undefined || eerste.spreiding === 0
      ? []
      : [`bij “${naam}” het meest van “${eerste.naam}”`]
  })
  return zinnen.length === 0 ? '' : `De uitkomst hangt ${opsomming(zinnen)} af.`
}

/** Draait het teken om als mensen op de prijs letten? Dan is dat het eerste wat een lezer moet weten. */
export function gedragzin(een: Variantuitkomst): string {
  const [laag, hoog] = een.gedrag
  if (laag === undefined || hoog === undefined) return ''
  const bedrag = (cent: number): string =>
    cent === 0 ? 'niets' : `${schatting(Math.abs(cent))} ${cent > 0 ? 'meer' : 'minder'}`
  return `Letten mensen een beetje op de prijs, dan is het verschil ${bedrag(laag.verschil)} per jaar; letten zij sterk op de prijs, dan ${bedrag(hoog.verschil)}.`
}
