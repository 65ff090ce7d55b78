/**
 * Alles wat de lezer van auditfiles te zeggen heeft. Een `fout` weigert het hele bestand; een `waarschuwing` is een
 * eigenaardigheid van een programma die wij begrijpen. In een zin staat nooit tekst uit het bestand, behalve een
 * rekeningnummer dat door `veiligeCode` kwam en bedragen die wij zelf uitrekenden.
 */
const FOUTEN = {
  leeg: 'Dit bestand is leeg.',
  geen_xaf: 'Dit is geen auditfile (XAF). Maak in het financiële systeem een “XML Auditfile Financieel”.',
  oude_auditfile:
    'Dit is een auditfile van vóór 2008 (CLAIR). Omzien leest XAF 3.1, 3.2 en 4.0. Maak de export opnieuw.',
  codering_onbekend:
    'Dit bestand noemt een tekencodering die wij niet lezen. Sla het op als UTF-8, UTF-16 of windows-1252.',
  doctype:
    'In dit bestand staat een DOCTYPE of een eigen ENTITY. Dat hoort niet in een auditfile en wordt niet gelezen.',
  geen_xml: 'Vanaf hier is dit geen geldige XML meer. Maak de export opnieuw.',
  te_diep: 'Hier zijn meer elementen in elkaar gezet dan in een auditfile voorkomt. Maak de export opnieuw.',
  te_lang: 'Hier staat één tekst van meer dan een miljoen tekens. Dat hoort niet in een auditfile.',
  afgebroken: 'Dit bestand houdt te vroeg op. Maak de export of de kopie opnieuw.',
  valuta_niet_euro: 'Deze administratie wordt niet in euro’s gevoerd. Omzien rekent alleen met euro’s.',
  boekjaar_onleesbaar: 'Het boekjaar of de begin- of einddatum ontbreekt of is niet te lezen.',
  rekeningschema_ontbreekt: 'Vóór de boekingen staat geen rekeningschema (generalLedger).',
  rekening_zonder_nummer: 'Een rekening in het rekeningschema heeft geen nummer.',
  rekeningnummer_onleesbaar: 'Dit rekeningnummer is geen code van letters, cijfers en . _ / -.',
  dubbele_rekening: 'Deze rekening staat twee keer in het rekeningschema.',
  te_veel_rekeningen: 'Er staan meer dan 200.000 rekeningen in het rekeningschema.',
  rekening_onbekend: 'Deze rekening staat niet in het rekeningschema.',
  rekening_ontbreekt: 'Deze regel noemt geen rekening.',
  dagboek_zonder_nummer: 'Een dagboek heeft geen code (jrnID).',
  boekstuk_zonder_nummer: 'Een boekstuk heeft geen nummer (nr).',
  regel_zonder_nummer: 'Een boekingsregel heeft geen nummer (nr).',
  dubbel_boekstuk: 'Dit boekstuknummer komt in dit dagboek al eerder voor.',
  dubbele_regel: 'Dit regelnummer komt in dit boekstuk al eerder voor.',
  te_veel_boekstukken: 'Dit bestand heeft meer dan 12 miljoen boekstukken. Lever het in delen aan.',
  boekstuk_niet_in_evenwicht: 'Debet en credit van dit boekstuk zijn niet gelijk.',
  bedrag_ontbreekt: 'Hier ontbreekt het bedrag.',
  bedrag_onleesbaar: 'Dit bedrag is niet op de cent te lezen.',
  debet_credit_onleesbaar: 'Hier staat niet of het bedrag debet (D) of credit (C) is.',
  datum_ontbreekt: 'Dit boekstuk heeft geen datum (trDt).',
  datum_onleesbaar: 'Deze datum is niet te lezen.',
  totaal_ontbreekt: 'Hier noemt het bestand geen totaal, terwijl dat verplicht is.',
  totaal_regels: 'Het aantal boekingsregels is anders dan het bestand zelf zegt.',
  totaal_debet: 'Het totaal debet van de boekingen is anders dan het bestand zelf zegt.',
  totaal_credit: 'Het totaal credit van de boekingen is anders dan het bestand zelf zegt.',
  bedragen_te_groot: 'De bedragen in dit bestand zijn samen te groot om op de cent op te tellen.',
  beginbalans_debet: 'Het totaal debet van de beginbalans is anders dan het bestand zelf zegt.',
  beginbalans_credit: 'Het totaal credit van de beginbalans is anders dan het bestand zelf zegt.',
  beginbalans_niet_in_evenwicht: 'Debet en credit van de beginbalans zijn niet gelijk.',
} as const

const WAARSCHUWINGEN = {
  naamruimte_onbekend: 'De XML-naamruimte is geen officiële. De vorm is herkend aan de inhoud.',
  naamruimte_wijkt_af: 'De XML-naamruimte noemt een andere versie dan de inhoud. De inhoud telt.',
  vervolgbestand: 'Dit bestand is een deel van een reeks. Lees ook de andere delen in.',
  bom: 'Het bestand begint met een merkteken (BOM). Dat is overgeslagen.',
  codering_windows: 'Het bestand staat in windows-1252 in plaats van UTF-8. Het is goed gelezen.',
  codering_utf16: 'Het bestand staat in UTF-16 in plaats van UTF-8. Het is goed gelezen.',
  tekens_onleesbaar: 'In de naam van een rekening staat een teken dat niet te lezen is.',
  administratie_onbekend: 'Het bestand noemt geen nummer van de administratie.',
  valuta_ontbreekt: 'Het bestand noemt geen valuta. Wij gaan uit van euro’s.',
  boekjaar_afgeleid: 'Het boekjaar of de begin- of einddatum ontbreekt en is uit de rest afgeleid.',
  boekjaar_gebroken: 'Het boekjaar is geen kalenderjaar. De regels krijgen het jaar waarin het begint.',
  rekeningsoort_gemengd:
    'Bij deze rekening staat “gemengd” in plaats van balans of resultaat. De regels gaan mee, zonder naam van de rekening.',
  rekeningsoort_onbekend:
    'Bij deze rekening staat niet of zij balans of resultaat is. De regels gaan mee, zonder naam van de rekening.',
  rekeningsoort_uit_beginbalans: 'Deze rekening staat in de beginbalans en telt daarom als balansrekening.',
  rekeningnaam_weggelaten: 'De naam van deze rekening lijkt persoonlijk en is niet overgenomen.',
  bedrag_zonder_centen: 'Bedragen zonder twee cijfers achter de punt. Zij zijn goed gelezen.',
  bedrag_extra_nullen: 'Bedragen met meer dan twee cijfers achter de punt. Alles na de centen was nul.',
  bedrag_negatief: 'Een negatief bedrag. Negatief debet telt als credit, en andersom.',
  debet_credit_klein: 'Debet of credit met een kleine letter. Dat is goed gelezen.',
  periode_onbekend: 'Een periodenummer dat niet in de lijst met perioden staat. De datum telt.',
  periode_ontbreekt: 'Een boekstuk zonder leesbaar periodenummer. De datum telt.',
  datum_buiten_boekjaar: 'Een boekdatum buiten het boekjaar van het bestand. De regel gaat mee.',
  datum_met_tijd: 'Een datum met een tijd erbij. Alleen de dag telt.',
  factuurdatum_buiten_boekjaar: 'Een factuurdatum buiten het boekjaar. De boekdatum telt.',
  factuurdatum_ontbreekt: 'Een regel zonder factuurdatum (effDate). De boekdatum telt.',
  verwijzing_weggelaten: 'Een verwijzing naar een document die geen nummer is, is niet overgenomen.',
  kostenplaats_weggelaten: 'Een kostenplaats die geen code is, is niet overgenomen.',
  project_weggelaten: 'Een project dat geen code is, is niet overgenomen.',
  nummer_vervangen:
    'Een nummer van een dagboek, boekstuk of regel dat geen code is, is vervangen door een kenmerk.',
  beginbalans_ontbreekt: 'Er staat geen beginbalans in. Die is niet nodig om de boekingen te lezen.',
  beginbalans_regels: 'Het aantal regels van de beginbalans is anders dan het bestand zelf zegt.',
  beginbalans_als_boekstuk: 'Een beginbalans als gewoon boekstuk. Alleen resultaatrekeningen eruit gaan mee.',
  geen_boekingen: 'Er staan geen boekingen in dit bestand.',
} as const

export type Foutcode = keyof typeof FOUTEN
export type Waarschuwingscode = keyof typeof WAARSCHUWINGEN
export type Xafcode = Foutcode | Waarschuwingscode

export const ZINNEN: Readonly<Record<Xafcode, string>> = { ...FOUTEN, ...WAARSCHUWINGEN }

export const isFoutcode = (code: Xafcode): code is Foutcode => code in FOUTEN
