/** Wat de lezer van bankafschriften te zeggen heeft; nooit met tekst uit het bestand. */
const FOUTEN = {
  leeg: 'Dit bestand is leeg.',
  te_groot: 'Dit bestand is groter dan 64 MB. Vraag de bank om een afschrift per maand of per week.',
  geen_camt: 'Dit is geen bankafschrift in CAMT.053. Vraag de bank om dat formaat.',
  ander_camt:
    'Dit is een bericht van de bank, maar geen dagafschrift. Vraag om CAMT.053 in plaats van CAMT.052 of CAMT.054.',
  codering_onbekend: 'Dit bestand noemt een tekencodering die wij niet lezen. Vraag de bank om UTF-8.',
  doctype: 'In dit bestand staat een DOCTYPE of een eigen ENTITY. Dat hoort niet in een bankafschrift.',
  geen_xml: 'Vanaf hier is dit geen geldige XML meer. Haal het bestand opnieuw op bij de bank.',
  te_diep: 'Hier zijn meer elementen in elkaar gezet dan in een bankafschrift voorkomt.',
  te_lang: 'Hier staat één tekst van meer dan een miljoen tekens. Dat hoort niet in een bankafschrift.',
  afgebroken: 'Dit bestand houdt te vroeg op. Haal het opnieuw op bij de bank.',
  geen_afschrift: 'Er staat geen afschrift in dit bestand.',
  beginsaldo_ontbreekt: 'Dit afschrift heeft geen leesbaar beginsaldo (OPBD of PRCD).',
  eindsaldo_ontbreekt: 'Dit afschrift heeft geen leesbaar eindsaldo (CLBD).',
  saldo_sluit_niet: 'Beginsaldo en bij- en afschrijvingen zijn samen niet het eindsaldo.',
  valuta_niet_euro: 'Dit bedrag is niet in euro’s. Omzien rekent alleen met euro’s.',
  bedrag_onleesbaar: 'Dit bedrag ontbreekt of is niet op de cent te lezen.',
  bij_of_af_onleesbaar: 'Hier staat niet of het bedrag is bijgeschreven (CRDT) of afgeschreven (DBIT).',
  datum_onleesbaar: 'De boekdatum van deze regel ontbreekt of is niet te lezen.',
  bedragen_te_groot: 'De bedragen in dit afschrift zijn samen te groot om op de cent op te tellen.',
} as const

const WAARSCHUWINGEN = {
  naamruimte_onbekend: 'De XML-naamruimte is niet die van CAMT.053. De vorm is herkend aan de inhoud.',
  bom: 'Het bestand begint met een merkteken (BOM). Dat is overgeslagen.',
  valutadatum_onleesbaar: 'Een valutadatum ontbreekt of is niet te lezen. De boekdatum telt.',
  nog_niet_geboekt: 'Een regel die de bank nog niet geboekt heeft, is overgeslagen.',
  kenmerk_weggelaten: 'Een kenmerk van de bank dat geen nummer is, is niet overgenomen.',
  zoekterm_ongeldig:
    'Er is niet gezocht naar wat geen kenmerk is: minstens vijf letters en cijfers, met een cijfer, en geen naam, rekening of burgerservicenummer.',
} as const

export type Camtfout = keyof typeof FOUTEN
export type Camtcode = Camtfout | keyof typeof WAARSCHUWINGEN

export const ZINNEN: Readonly<Record<Camtcode, string>> = { ...FOUTEN, ...WAARSCHUWINGEN }

export const isFoutcode = (code: Camtcode): boolean => code in FOUTEN
