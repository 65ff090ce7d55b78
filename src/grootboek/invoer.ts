import type { Datum } from '#basis/datum.ts'
import type { Centen } from '#basis/geld.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'

/**
 * Wat een bestand uit een financieel systeem aan het grootboek levert, los van zijn vorm. `uitwisseling` maakt deze
 * regels uit XAF, rekenblad of bankafschrift; namen van relaties, omschrijvingen en bankrekeningen zitten er nooit in.
 */

/** Waar iets in het bestand staat: een blad en cel, of een regel en boekstuk. */
export type Invoerplaats = {
  blad?: string | undefined
  cel?: string | undefined
  regel?: number | undefined
  boekstuk?: string | undefined
}

export const INVOERSOORTEN = ['realisatie', 'verplichting', 'begroting', 'wijziging'] as const
export type Invoersoort = (typeof INVOERSOORTEN)[number]

/** Eén regel met een bedrag. `bedragCent` is positief als het een last is (debet). */
export type Invoerregel = {
  /** Blijvend en uniek binnen de administratie: bij XAF `jaar/dagboek/boekstuk/regel`. */
  sleutel: string
  soort: Invoersoort
  datum: Datum
  /** Boekjaar volgens het bestand. */
  jaar: number
  bedragCent: Centen
  /** Rekening in het financiële systeem (kostensoort). */
  rekening: string
  /** Naam van de kostensoort; alleen van resultaatrekeningen, nooit van relaties. */
  rekeningnaam: string | null
  kostenplaats: string | null
  project: string | null
  /** Verwijzing naar een document of verplichtingnummer: alleen letters, cijfers en `. _ / -`. */
  stuk: string | null
  plaats: Invoerplaats
}

/** Iets wat niet klopt (`fout`: dan wordt niets ingelezen) of opvalt (`waarschuwing`), met zijn plaats. */
export type Invoerbevinding = {
  ernst: 'fout' | 'waarschuwing'
  /** Blijvende naam, zoals `boekstuk_niet_in_evenwicht`. */
  code: string
  zin: string
  plaats: Invoerplaats
  /** Hoe vaak dit voorkwam; `plaats` is dan de eerste. */
  keren: number
}

/** Wat het bestand over zichzelf zegt, nadat het helemaal gelezen is. */
export type Invoerverslag = {
  /** `XAF 3.2`, `XAF 4.0`, `rekenblad`, … zoals herkend aan de inhoud. */
  vorm: string
  /** Welke administratie en welk tijdvak: een nieuw bestand over hetzelfde vervangt het vorige. */
  bereik: { administratie: string; van: Datum; tot: Datum }
  regels: number
  debetCent: Centen
  creditCent: Centen
  bevindingen: readonly Invoerbevinding[]
}

export type Voortgang = (deel: { gelezen: number; totaal: number | undefined; regels: number }) => void

/**
 * Leest een bestand als stroom en geeft elke regel meteen door; het oordeel komt pas aan het eind. Wie het aanroept
 * bewaart niets blijvend voordat dat oordeel goed is.
 */
export type Invoerlezer = (
  bron: AsyncIterable<Uint8Array>,
  ontvang: (regel: Invoerregel) => void,
  opties?: {
    grootte?: number | undefined
    voortgang?: Voortgang | undefined
    stop?: AbortSignal | undefined
  },
) => Promise<Uitkomst<Invoerverslag, Invoerverslag>>
