/** Waarom een bestand niet als werkboek te lezen is. De volgorde is de rangorde. */
export type Rekenbladreden =
  | 'leeg'
  | 'te_groot'
  | 'oud_of_beveiligd'
  | 'versleuteld'
  | 'geen_rekenblad'
  | 'beschadigd'
  | 'zipbom'
  | 'macro'
  | 'doctype'
  | 'geen_xml'
  | 'te_veel_bladen'
  | 'te_veel_rijen'
  | 'te_veel_kolommen'
  | 'te_veel_cellen'
  | 'dubbel_blad'
  | 'aanhaling'

export type Rekenbladfout = { reden: Rekenbladreden; plaats?: string | undefined; melding: string }

export const GRENZEN = {
  /** Even groot als wat het scherm om te uploaden aanneemt. */
  bestand: 12 * 1024 * 1024,
  uitgepakt: 100 * 1024 * 1024,
  perDeel: 64 * 1024 * 1024,
  /** Pas boven deze omvang telt de verhouding: kleine lege bladen pakken zich van nature heel klein in. */
  verhoudingVanaf: 8 * 1024 * 1024,
  verhouding: 250,
  delen: 2000,
  bladen: 60,
  rijen: 100_000,
  kolommen: 1000,
  cellen: 1_000_000,
  /** Alleen koppen kijken naar samengevoegde cellen; die staan vooraan. */
  samengevoegd: 2000,
  diepte: 200,
  tekens: 100_000,
} as const

const OPNIEUW = 'Sla het bestand opnieuw op als ODS of XLSX en probeer het nog eens.'

export const UITLEG: Record<Rekenbladreden, string> = {
  leeg: 'Dit bestand is leeg.',
  te_groot:
    'Dit bestand is groter dan 12 MB. Een programmaplan is veel kleiner; haal plaatjes en bijlagen eruit.',
  oud_of_beveiligd:
    'Dit is een oud Excel-bestand (.xls) of een bestand met een wachtwoord. Sla het zonder wachtwoord op als ODS of XLSX.',
  versleuteld: 'Dit bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord.',
  geen_rekenblad: 'Dit is geen rekenblad. Omzien leest ODS (LibreOffice) en XLSX (Excel).',
  beschadigd: `Dit bestand is beschadigd en kan niet worden uitgepakt. ${OPNIEUW}`,
  zipbom: 'Dit bestand wordt bij het uitpakken veel te groot. Daarom is het niet verder gelezen.',
  macro:
    'In dit bestand zitten macro’s. Omzien voert die nooit uit en neemt het bestand niet aan. Sla het op zonder macro’s.',
  doctype:
    'In dit bestand staat een DOCTYPE of een eigen ENTITY. Dat hoort niet in een rekenblad en wordt niet gelezen.',
  geen_xml: `De inhoud van dit bestand is niet te lezen. ${OPNIEUW}`,
  te_veel_bladen: `Dit bestand heeft meer dan ${GRENZEN.bladen} bladen.`,
  te_veel_rijen: 'Dit blad heeft gegevens onder rij 100.000. Verwijder wat daar staat.',
  te_veel_kolommen: 'Dit blad heeft gegevens rechts van kolom 1.000. Verwijder wat daar staat.',
  te_veel_cellen: 'Dit bestand heeft meer dan een miljoen cellen. Maak het kleiner.',
  dubbel_blad: 'Er zijn twee bladen met dezelfde naam.',
  aanhaling:
    'Op deze regel begint een aanhalingsteken dat nergens sluit. Sla het bestand opnieuw op als CSV.',
}

/** Wordt alleen binnen het lezen gegooid; `leesWerkboek` maakt er een uitkomst van. */
export class Onleesbaar extends Error {
  readonly fout: Rekenbladfout
  constructor(reden: Rekenbladreden, plaats?: string) {
    super(reden)
    this.fout = { reden, plaats, melding: UITLEG[reden] }
  }
}

export const plek = (blad: string, cel: string): string => `blad ${blad}, cel ${cel}`
