import type { Datum } from '#basis/datum.ts'
import type { Notitiedeel } from '#regels/beleid/notitie.ts'

/** Wat regels van buiten nodig heeft; `uitwisseling` maakt het, `start` geeft het door. */

/** Een plek op een blad: rij en kolom van de gegevens, vanaf nul, zonder de kop. */
export type Bladplek = readonly [rij: number, kolom: number]

/** Een optelling die in het rekenblad blijft leven; `waarde` is wat er nu uitkomt. */
export type Bladsom = { erbij: readonly Bladplek[]; eraf: readonly Bladplek[]; waarde: number }

/** Een bedrag is in hele centen; `null` blijft leeg. */
export type Bladcel = string | number | null | Bladsom

export type Regelsblad = {
  titel: string
  kolommen: readonly { kop: string; soort: 'tekst' | 'bedrag' | 'getal'; breedteMm: number }[]
  rijen: readonly (readonly Bladcel[])[]
  /** Rijen die optellen; zij vallen op. */
  somrijen?: readonly number[] | undefined
}

export type Regelsboek = {
  titel: string
  /** Waar de cijfers op berusten; het eerste blad. */
  leeswijzer: readonly (readonly [string, string])[]
  bladen: readonly Regelsblad[]
}

export const BOEKVORMEN = ['ods', 'xlsx'] as const
export type Boekvorm = (typeof BOEKVORMEN)[number]

export type Regelsbestand = { type: string; inhoud: Uint8Array<ArrayBuffer> }

export type Rekenbladpoort = { schrijfBoek: (boek: Regelsboek, vorm: Boekvorm) => Regelsbestand }

export const DOCUMENTVORMEN = ['pdf', 'odt'] as const
export type Documentvorm = (typeof DOCUMENTVORMEN)[number]

export type Notitiedocument = {
  /** Wat het is, zoals "Notitie". */
  soort: string
  titel: string
  ondertitel: string
  gemeente: { code: string; naam: string }
  gemaakt: Datum
  /** Op hoeveel bladzijden het moet passen. */
  bladen: number
  delen: Notitiedeel[]
}
export type Documentpoort = {
  /** Een kort stuk om rond te sturen of in verder te werken; dezelfde inhoud geeft dezelfde bytes. */
  schrijfDocument(document: Notitiedocument, vorm: Documentvorm): Promise<Regelsbestand>
}
