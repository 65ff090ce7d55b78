import { bevatBurgerservicenummer } from '#uitwisseling/burgerservicenummer.ts'
import { veiligStuk } from '#uitwisseling/veilige-code.ts'

const KORTSTE_KENMERK = 5
/** Een bank breekt een omschrijving af op 140 tekens, soms midden in een kenmerk. Lang genoeg is het dan nog uniek. */
const KORTSTE_AANEEN = 8

const woorden = (tekst: string): string =>
  ` ${tekst
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
const aaneen = (tekst: string): string => tekst.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * Of dit een kenmerk is waarnaar gezocht mag worden. Een naam of een paar letters niet: anders was de omschrijving
 * van een betaling met genoeg vragen alsnog te lezen.
 */
export const isZoekbaar = (kenmerk: string): boolean =>
  aaneen(kenmerk).length >= KORTSTE_KENMERK &&
  veiligStuk(kenmerk) !== null &&
  !bevatBurgerservicenummer(kenmerk)

/** Welke kenmerken in de omschrijving staan: als heel woord, of (lang genoeg) door spaties en regels heen. */
export function zoekKenmerken(omschrijving: readonly string[], kenmerken: readonly string[]): string[] {
  if (omschrijving.length === 0) return []
  const perWoord = woorden(omschrijving.join(' '))
  const dicht = aaneen(omschrijving.join(''))
  return kenmerken.filter((kenmerk) => {
    if (perWoord.includes(woorden(kenmerk))) return true
    const kaal = aaneen(kenmerk)
    return kaal.length >= KORTSTE_AANEEN && dicht.includes(kaal)
  })
}
