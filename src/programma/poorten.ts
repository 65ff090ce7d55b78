import type { Datum } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import type { Centen } from '#basis/geld.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import type { Tijdstip } from '#grootboek/deur.ts'
import type { Plan } from '#programma/plan.ts'
import type { Planfout } from '#programma/plan-lezen.ts'

/** Wat programma van buiten nodig heeft; `uitwisseling` maakt het, `start` geeft het door. */

/** Een tabel zoals een scherm haar toont, los van het bestand waarin zij terechtkomt. */
export type Uitvoertabel = {
  titel: string
  kolommen: readonly { naam: string; kop: string; soort: 'tekst' | 'bedrag' | 'getal' | 'datum' }[]
  rijen: readonly (readonly Uitvoercel[])[]
  /** Waarop de tabel berust: plan, versie, peildatum; komt op het blad Leeswijzer. */
  leeswijzer: readonly (readonly [string, string])[]
  /** Naar welk moment van het grootboek gekeken is: beide tijden en het hoofd van de keten, op het blad Leeswijzer. */
  stand?: Uitvoerstand | undefined
  /** Het totaal dat het systeem zelf heeft, per kolom of `null`; zonder dit veld de som van de rijen. */
  controle?: readonly (Centen | number | null)[] | undefined
}
/** `bekendOp` en `hoofd` horen bij boeking `bekendNr`; een leeg grootboek heeft er geen. */
export type Uitvoerstand = {
  /** `null`: alles wat is vastgelegd, ook wat pas later geldt. */
  geldigTm: Datum | null
  bekendNr: number
  bekendOp: string | null
  hoofd: string | null
}
/** Een bedrag is in centen, een dag is een Datum; de kolomsoort zegt welke van de twee. */
export type Uitvoercel = string | number | Centen | Datum | null

export const BESTANDSVORMEN = ['csv', 'ods', 'xlsx', 'json'] as const
export type Bestandsvorm = (typeof BESTANDSVORMEN)[number]
export const isBestandsvorm = (tekst: string): tekst is Bestandsvorm =>
  (BESTANDSVORMEN as readonly string[]).includes(tekst)

export type Bestand = { naam: string; type: string; inhoud: Uint8Array<ArrayBuffer> }

export const JOURNAALVORMEN = ['json', 'hledger', 'csv', 'ods', 'xlsx', 'fdp'] as const
export type Journaalvorm = (typeof JOURNAALVORMEN)[number]
export const isJournaalvorm = (tekst: string): tekst is Journaalvorm =>
  (JOURNAALVORMEN as readonly string[]).includes(tekst)

/** Welk journaal, tot wanneer, en de namen die een lezer bij de sleutels wil zien. */
export type Journaalbron = {
  db: GemeenteDb
  gemeente: { code: string; naam: string }
  tijdstip: Tijdstip
  /** Het programma waarover het gaat bij `fdp`; de andere vormen bevatten alles. */
  plan: Plan
}
/** Een bestand dat als stroom ontstaat: het journaal past niet altijd in het geheugen. */
export type Stroombestand = { naam: string; type: string; stroom: AsyncIterable<string | Uint8Array> }
export type Journaalweigering = 'alleen_heel' | 'te_groot'

export const DOCUMENTVORMEN = ['pdf', 'odt'] as const
export type Documentvorm = (typeof DOCUMENTVORMEN)[number]

/** De blokken hebben de vorm van een rapport, zodat één opmaak beide kan zetten; deze kamer kent de rapporten niet. */
export type Documentblok =
  | { soort: 'alinea'; id: string; herkomst: 'geschreven'; tekst: string }
  | {
      soort: 'tabel'
      id: string
      titel: string
      kolommen: { naam: string; kop: string; soort: 'tekst' }[]
      rijen: { cellen: string[] }[]
      rond: 'euro'
    }
export type Documentdeel = { id: string; titel: string; blokken: Documentblok[] }
export type Programmadocument = {
  /** Wat het is, zoals "Agenda". */
  soort: string
  titel: string
  ondertitel: string
  gemeente: { code: string; naam: string }
  gemaakt: Datum
  delen: Documentdeel[]
}
export type Documentpoort = {
  /** Een kort stuk om rond te sturen of in verder te werken; dezelfde inhoud geeft dezelfde bytes. */
  schrijfDocument(document: Programmadocument, vorm: Documentvorm): Promise<Omit<Bestand, 'naam'>>
}

export type Bestandspoort = {
  /** Schrijft het journaal. `json` is de keten en kan alleen heel; een rekenblad heeft een grens aan zijn rijen. */
  schrijfJournaal(vorm: Journaalvorm, bron: Journaalbron): Promise<Uitkomst<Stroombestand, Journaalweigering>>
  /** Schrijft een schermtabel; sommen blijven in ODS en XLSX levende formules. */
  schrijfTabel(tabel: Uitvoertabel, vorm: Bestandsvorm): Bestand
  /** Schrijft een heel plan: JSON in formaat programmaplan 1, of hetzelfde als werkboek. */
  schrijfPlan(plan: Plan, vorm: 'json' | 'ods' | 'xlsx'): Bestand
  /** Een leeg werkboek om in te vullen, met een bedragkolom per jaar. */
  schrijfSjabloon(vorm: 'ods' | 'xlsx', jaren: { van: number; tot: number }): Bestand
  /** Leest een planbestand van welke vorm ook; elke fout met haar plaats, nooit half. */
  leesPlanbestand(inhoud: Uint8Array): Uitkomst<{ plan: Plan; waarschuwingen: Planfout[] }, Planfout[]>
}
