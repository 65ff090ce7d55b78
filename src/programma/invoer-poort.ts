import type { Datum } from '#basis/datum.ts'
import type { Centen } from '#basis/geld.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import type { Invoerbevinding, Invoerlezer, Invoerplaats } from '#grootboek/deur.ts'

/** Wat het inlezen van buiten nodig heeft: lezers van bestanden. `uitwisseling` maakt het, `start` geeft het door. */

export type Invoervorm = 'xaf' | 'camt' | 'lijst'

/** Hoe een lijst gelezen wordt. Alleen de lezer kent alle velden; het scherm laat er een paar kiezen. */
export type Lijstprofiel = {
  readonly naam: string
  readonly soort: string
  /** Nog niet aan een echt bestand getoetst. */
  readonly aanname: boolean
  readonly uitleg: string
  readonly teken: string
  readonly getalstijl: string
  readonly datumstijl: string
  readonly kolommen: readonly { readonly veld: string; readonly titels: readonly string[] }[]
}

export type Kolomvoorstel = {
  kolom: number
  letter: string
  titel: string
  veld: string | null
  zekerheid: string | null
  waarom: string
  voorbeelden: readonly string[]
}

export type Profielvoorstel = {
  soort: string
  bladen: readonly { naam: string; kopRij: number; rijen: number; kolommen: readonly Kolomvoorstel[] }[]
  profiel: Lijstprofiel
  ontbreekt: readonly string[]
  vragen: readonly { code: string; zin: string; kolom?: number | undefined }[]
}

export type Lijstkader = {
  administratie: string
  peildatum?: Datum | undefined
  jaar?: number | undefined
}

/** Een bij- of afschrijving zonder namen; `gevonden` zijn de gezochte kenmerken die erin stonden. */
export type Bankregel = {
  bedragCent: Centen
  boekdatum: Datum
  kenmerk: string | null
  teruggedraaid: boolean
  gevonden: readonly string[]
  plaats: Invoerplaats
}

export type Bankverslag = {
  vorm: string
  afschriften: readonly { rekeningeinde: string | null; datum: Datum | null; regels: readonly Bankregel[] }[]
  bevindingen: readonly Invoerbevinding[]
}

export type Invoerpoort = {
  /** Wat voor bestand dit is, aan zijn eerste bytes te zien. */
  herken(begin: Uint8Array): Invoervorm
  leesXaf: Invoerlezer
  /** Zo groot mag een lijst of afschrift hoogstens zijn, in bytes. */
  readonly grootsteLijst: number
  /** Hoeveel regels er hoogstens bij een programma horen of nog onbekend zijn. */
  readonly meesteRegels: number
  stelProfielVoor(bytes: Uint8Array): Uitkomst<Profielvoorstel, Invoerbevinding[]>
  /** De profielen die op dit bestand passen, het beste eerst. */
  herkenProfielen(profielen: readonly Lijstprofiel[], bytes: Uint8Array): readonly Lijstprofiel[]
  ingebouwdeProfielen(): readonly Lijstprofiel[]
  leesProfiel(json: unknown): Uitkomst<Lijstprofiel, string[]>
  maakLijstlezer(profiel: Lijstprofiel, kader: Lijstkader): Invoerlezer
  leesCamt(bytes: Uint8Array, opties: { zoek: readonly string[] }): Uitkomst<Bankverslag, Bankverslag>
  /** Of naar dit kenmerk in een afschrift gezocht mag worden. */
  isZoekbaar(kenmerk: string): boolean
  /** Wat een kolom kan betekenen, met hoe het heet. */
  readonly velden: readonly { veld: string; naam: string }[]
  readonly lijstsoorten: readonly string[]
}
