import { createHash } from 'node:crypto'
import type { Datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { bevatBurgerservicenummer } from '#uitwisseling/burgerservicenummer.ts'
import { leesDecimaal } from '#uitwisseling/decimaal.ts'
import { kopie } from '#uitwisseling/kopie.ts'
import { veiligeCode, veiligStuk } from '#uitwisseling/veilige-code.ts'
import type { Waarschuwingscode, Xafcode } from '#uitwisseling/xaf/teksten.ts'
import { leesXmlDag } from '#uitwisseling/xmldag.ts'

/** Meldt iets op de plaats waar het lezen nu is. */
export type Melder = (code: Xafcode, aanvulling?: string) => void

const MEESTE_ONTHOUDEN = 20_000
const KAAL_NUMMER = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,10}[A-Za-z0-9])?$/u

/** Onthoudt wat een tekst opleverde: dezelfde datum of kostenplaats staat vaak op duizenden regels. */
function onthoud<Waarde>(lees: (tekst: string) => Waarde): (tekst: string) => Waarde {
  const bekend = new Map<string, Waarde>()
  return (tekst) => {
    const eerder = bekend.get(tekst)
    if (eerder !== undefined || bekend.has(tekst)) return eerder as Waarde
    if (bekend.size >= MEESTE_ONTHOUDEN) bekend.clear()
    const eigen = kopie(tekst)
    const waarde = lees(eigen)
    bekend.set(eigen, waarde)
    return waarde
  }
}

/** `undefined` als er niets staat of als het niet te lezen is; dat laatste is gemeld. */
export function leesDag(tekst: string | undefined, meld: Melder): Datum | undefined {
  if (tekst === undefined) return undefined
  const gelezen = leesXmlDag(tekst)
  if (gelezen === undefined) meld('datum_onleesbaar')
  if (gelezen?.metTijd === true) meld('datum_met_tijd')
  return gelezen?.dag
}

/** Een bedrag van één kant: zoals het geschreven is, en met het teken van debet (plus) of credit (min). */
export type Kantbedrag = { kant: 'D' | 'C'; geschreven: Centen; bedrag: Centen }

export function leesKantbedrag(
  tekst: string | undefined,
  kant: string | undefined,
  meld: Melder,
): Kantbedrag | undefined {
  const hoofdletter = kant === 'D' || kant === 'C' ? kant : kant?.toUpperCase()
  if (hoofdletter !== 'D' && hoofdletter !== 'C') meld('debet_credit_onleesbaar')
  else if (hoofdletter !== kant) meld('debet_credit_klein')
  const geschreven = leesGeschreven(tekst, meld)
  if (geschreven === undefined || (hoofdletter !== 'D' && hoofdletter !== 'C')) return undefined
  if (geschreven < 0) meld('bedrag_negatief')
  return { kant: hoofdletter, geschreven, bedrag: centen(hoofdletter === 'D' ? geschreven : -geschreven) }
}

/** Een bedrag zonder kant, zoals een totaal. */
export function leesGeschreven(tekst: string | undefined, meld: Melder): Centen | undefined {
  if (tekst === undefined) {
    meld('bedrag_ontbreekt')
    return undefined
  }
  const gelezen = leesDecimaal(tekst)
  if (gelezen === undefined) meld('bedrag_onleesbaar')
  else if (gelezen.decimalen < 2) meld('bedrag_zonder_centen')
  else if (gelezen.decimalen > 2) meld('bedrag_extra_nullen')
  return gelezen?.centen
}

/** Onthoudt alleen het laatste: een verwijzing staat op alle regels van een boekstuk, en daarna nooit meer. */
function onthoudLaatste<Waarde>(lees: (tekst: string) => Waarde): (tekst: string) => Waarde {
  let laatste: { tekst: string; waarde: Waarde } | undefined
  return (tekst) => {
    if (laatste?.tekst === tekst) return laatste.waarde
    const eigen = kopie(tekst)
    laatste = { tekst: eigen, waarde: lees(eigen) }
    return laatste.waarde
  }
}

/** Een kostenplaats, project of verwijzing: een code, of niets met een waarschuwing. */
function maakCodelezer(
  bekend: (tekst: string) => string | null,
  code: Waarschuwingscode,
): (tekst: string | undefined, meld: Melder) => string | null {
  return (tekst, meld) => {
    if (tekst === undefined) return null
    const veilig = bekend(tekst)
    if (veilig === null) meld(code)
    return veilig
  }
}

const zonderPersoon =
  (lees: (tekst: string) => string | null) =>
  (tekst: string): string | null => {
    const veilig = lees(tekst)
    return veilig === null || bevatBurgerservicenummer(veilig) ? null : veilig
  }

export const maakCodelezers = () => ({
  kostenplaats: maakCodelezer(onthoud(zonderPersoon(veiligeCode)), 'kostenplaats_weggelaten'),
  project: maakCodelezer(onthoud(zonderPersoon(veiligeCode)), 'project_weggelaten'),
  stuk: maakCodelezer(onthoudLaatste(zonderPersoon(veiligStuk)), 'verwijzing_weggelaten'),
})

const vingerafdruk = (tekst: string): string =>
  `~${createHash('sha256').update(tekst.normalize('NFC')).digest('hex').slice(0, 16)}`

/**
 * Een nummer van een dagboek, boekstuk of regel wordt deel van de sleutel. Wat geen code is (een naam, een
 * bankrekening) komt er als vingerafdruk in: blijvend gelijk, en niet te lezen. Een schuine streep wordt `~`, want
 * die scheidt in de sleutel de delen.
 */
export function leesNummer(tekst: string, meld: Melder): string {
  if (KAAL_NUMMER.test(tekst)) return tekst
  const veilig = veiligeCode(tekst)
  if (veilig !== null) return kopie(veilig.replaceAll('/', '~'))
  meld('nummer_vervangen')
  return vingerafdruk(tekst)
}
