import type { Rapportinhoud } from '#verantwoording/rapport.ts'

/** Wat verantwoording van buiten nodig heeft; `uitwisseling` maakt het, `start` geeft het door. */

/** Vormen die een ander programma opent. HTML en JSON maakt de kamer zelf. */
export const RAPPORTVORMEN = ['pdf', 'odt', 'ods', 'xlsx'] as const
export type Rapportvorm = (typeof RAPPORTVORMEN)[number]
export const isRapportvorm = (tekst: string): tekst is Rapportvorm =>
  (RAPPORTVORMEN as readonly string[]).includes(tekst)

export type Rapportbestand = { naam: string; type: string; inhoud: Uint8Array<ArrayBuffer> }

export type Rapportpoort = {
  /** Dezelfde inhoud geeft altijd dezelfde bytes: geen klok, geen toeval, tijdstempels uit `moment`. */
  schrijfRapport(inhoud: Rapportinhoud, vorm: Rapportvorm): Promise<Rapportbestand>
  /** Eén grafiek als los SVG-bestand, met haar eigen opmaak erin. */
  tekenGrafiek(inhoud: Rapportinhoud, blok: string): Rapportbestand | undefined
}
