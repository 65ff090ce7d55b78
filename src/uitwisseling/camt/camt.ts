import type { Datum } from '#basis/datum.ts'
import type { Centen } from '#basis/geld.ts'
import type { Invoerbevinding, Invoerplaats } from '#grootboek/deur.ts'

/** Eén bij- of afschrijving. Van wie of aan wie, en met welke omschrijving, komt er niet in. */
export type Bankregel = {
  /** Bijgeschreven is positief. */
  bedragCent: Centen
  boekdatum: Datum
  valutadatum: Datum | null
  /** Kenmerk van de bank (AcctSvcrRef), als het een nummer is. */
  kenmerk: string | null
  /** De bank draait een eerdere regel terug. */
  teruggedraaid: boolean
  /** Welke van de gezochte kenmerken in de omschrijving stonden; de omschrijving zelf blijft buiten. */
  gevonden: readonly string[]
  plaats: Invoerplaats
}

export type Bankafschrift = {
  /** De laatste vier tekens van de eigen rekening. */
  rekeningeinde: string | null
  /** De dag waarop het eindsaldo geldt, anders de laatste boekdatum. */
  datum: Datum | null
  beginsaldoCent: Centen
  eindsaldoCent: Centen
  regels: readonly Bankregel[]
}

export type Camtverslag = {
  /** `CAMT.053.02`, `CAMT.053.08`, …, zoals herkend aan de inhoud. */
  vorm: string
  afschriften: readonly Bankafschrift[]
  bevindingen: readonly Invoerbevinding[]
}
