/** Dingen in het plan waar een cel naar kan wijzen. */
export type Verwijsbaar =
  | 'programma'
  | 'doel'
  | 'groep'
  | 'onderdeel'
  | 'bron'
  | 'voorganger'
  | 'plaats'
  | 'vermelding'

/** Wat er in een cel van deze kolom hoort en hoe het in het plan heet. */
export type Inhoud =
  | { soort: 'tekst' | 'tekst-of-niets' | 'sleutel' | 'lijst' | 'ding' | 'dingen' }
  | { soort: 'tijdvak' | 'vinkje' | 'getal' | 'bedrag' }
  | { soort: 'keuze'; waarden: readonly string[]; standaard?: string }
  | { soort: 'verwijzing' | 'verwijzingen'; naar: Verwijsbaar }
  /** Staat er voor de lezer van het blad en wordt niet ingelezen. */
  | { soort: 'ter-informatie' }

export type Kolom = {
  /** Pad binnen het ding in het plan, zoals `planning.van` of `regels.0`. */
  veld: string
  kop: string
  uitleg: string
  breedteMm: number
  inhoud: Inhoud
  verplicht?: true
  /** Een lege cel is `null` in het plan, in plaats van niets. */
  leegIsNull?: true
}

export type Bladvorm = { naam: string; uitleg: string; verplicht: boolean; kolommen: readonly Kolom[] }
