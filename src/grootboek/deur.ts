/** De deur van grootboek: wat andere kamers mogen gebruiken. */

export {
  type Boekhouder,
  boekSamen,
  FOTO_ELKE,
  maakBoekhouder,
  type Verzoekweigering,
} from '#grootboek/boekhouder.flow.ts'
export {
  BOEKINGSOORTEN,
  type Boeking,
  type Boekingsoort,
  type Boekopdracht,
  GRONDSLAGSOORTEN,
  type Grondslag,
  Grondslagkenmerk,
  Inhoud,
  leesInhoud,
  Periode,
  periodeVan,
  type Regel,
  schrijfInhoud,
} from '#grootboek/boeking.ts'
export { type Boekingfilter, findBoekingenVan } from '#grootboek/boekingen.store.ts'
export {
  type Controleopties,
  type Controleverslag,
  controleerJournaal,
} from '#grootboek/controle.flow.ts'
export { BREUKSOORTEN, type Breuk, type Breuksoort, breukzin } from '#grootboek/controle.ts'
export {
  type Correctieinvoer,
  type Correctieweigering,
  corrigeer,
  type Opnieuw,
} from '#grootboek/correctie/correctie.flow.ts'
export * from '#grootboek/gebeurtenissen.ts'
export { boekMetDeHand, type Handweigering } from '#grootboek/handboeking/handboeking.flow.ts'
export { alsHandinvoer, type Handinvoer } from '#grootboek/handboeking/handboeking.ts'
export {
  beeldVan,
  type Doeleffect,
  type Onbekend,
  telOnbekend,
  type Verandering,
  type Verschilbeeld,
} from '#grootboek/inlezen/beeld.ts'
export {
  type Bronregel,
  type Combinatie,
  findCombinaties,
  findGeldPerRegel,
  findRegelsBijBoeking,
  findRegelsVan,
  findSysteemstanden,
} from '#grootboek/inlezen/bronregel.store.ts'
export type { Doorgevoerd } from '#grootboek/inlezen/doorvoeren.flow.ts'
export * from '#grootboek/inlezen/inlezen.flow.ts'
export {
  findAdministraties,
  findBijlagen,
  findInlezing,
  findInlezingen,
  INLEZINGSOORTEN,
  type Inlezing,
} from '#grootboek/inlezen/inlezing.store.ts'
export {
  type Codetotaal,
  type Gelezen,
  type Leesopties,
  type Leesweigering,
  leesInvoer,
} from '#grootboek/inlezen/lezen.ts'
export * from '#grootboek/inlezen/ontvangst.flow.ts'
export {
  findBevestigd,
  findOntvangstkenmerken,
  findVerwacht,
} from '#grootboek/inlezen/ontvangst.store.ts'
export * from '#grootboek/inlezen/ontvangst.ts'
export { findProfielen, insertProfiel } from '#grootboek/inlezen/profiel.store.ts'
export * from '#grootboek/inlezen/voorbereiding.flow.ts'
export { stelIn } from '#grootboek/instelling/instelling.flow.ts'
export { findInstellingen, findInstellingregels } from '#grootboek/instelling/instelling.store.ts'
export {
  type Bezwaar,
  buitenLooptijd,
  CONTROLES,
  CONTROLESTANDEN,
  type Controle,
  type Controlestand,
  type Instellingen,
  type Looptijd,
  STANDAARD,
  weeg,
} from '#grootboek/instelling/instelling.ts'
export * from '#grootboek/invoer.ts'
export {
  findBoeking,
  findBoekingen,
  findCorrectieOp,
  findKop,
  findPeriodestanden,
  findRekeningsaldi,
  type Kop,
  PERIODESTANDEN,
  type Periodestand,
  type Vastgelegd,
} from '#grootboek/journaal.store.ts'
export { type Boekweigering, eersteOpen, isDicht, volgendePeriode } from '#grootboek/journaal.ts'
export { JOURNAALFORMAAT, leesJournaal, schrijfJournaal } from '#grootboek/journaalbestand.flow.ts'
export {
  Categoriecode,
  GEEN_KENMERK,
  Kenmerk,
  kenmerktekst,
  leesKenmerk,
  TAAKVELDSCHEMAS,
  Taakveldcode,
} from '#grootboek/kenmerk.ts'
export { BEGIN, schakel, tekstafdruk } from '#grootboek/keten.ts'
export * from '#grootboek/koppeling/koppeling.flow.ts'
export {
  findFinancieringen,
  findKoppelregel,
  findKoppelregels,
} from '#grootboek/koppeling/koppeling.store.ts'
export type { Duiding, Financiering, Koppeling } from '#grootboek/koppeling/koppeling.ts'
export {
  Bronverdeling as Koppelverdeling,
  Codepatroon,
  Doel as Koppeldoel,
  geldtOp,
  type Koppelregel,
  ONTVANGST,
  type Vindplaats,
  type Voorwaarden,
} from '#grootboek/koppeling/koppelregel.ts'
export {
  type Herkenbaar,
  type Koppelvoorstel,
  stelBateVoor,
  stelVoor,
} from '#grootboek/koppeling/voorstel.ts'
export { findMaandsommen, type Maandsom } from '#grootboek/maand/maand.store.ts'
export { geefMandaat, type Mandaatweigering, trekMandaatIn } from '#grootboek/mandaat/mandaat.flow.ts'
export { findGemandateerden, findMandaten, type Mandaatregel } from '#grootboek/mandaat/mandaat.store.ts'
export {
  MANDAATROLLEN,
  type Mandaat,
  type Mandaatrol,
  mandaatGeldt,
  mandaatVan,
} from '#grootboek/mandaat/mandaat.ts'
export { type Periodeweigering, sluitPeriode, vraagHeropening } from '#grootboek/periode/periode.flow.ts'
export {
  findJarenMetBoekingen,
  findPeriodegebeurtenissen,
  findSluitpunten,
  type Periodegebeurtenis,
} from '#grootboek/periode/periode.store.ts'
export { isInOrde, keurSluiten, type Sluitpunten } from '#grootboek/periode/periode.ts'
export { boekInOpen } from '#grootboek/periode/uitwijken.ts'
export * from '#grootboek/prognose/prognose.ts'
export {
  Boekjaar,
  kring,
  leesRekening,
  Naam,
  naamVan,
  REKENINGSOORTEN,
  type Rekening,
  type Rekeningsoort,
} from '#grootboek/rekening.ts'
export type { Boekwerk, Ronde, Verzoek } from '#grootboek/ronde.flow.ts'
export {
  findPostsaldi,
  findTijdstip,
  type Postfilter,
} from '#grootboek/stand.store.ts'
export type { Postsaldo, Standvraag, Tijdstip } from '#grootboek/stand.ts'
export { GELDIG, TAAKVELDEN, type Taakveldschema } from '#grootboek/taakveld/lijst.ts'
export {
  type Omzetting,
  schemaVanJaar,
  type Taakveld,
  taakveldenVan,
  type Veldbedrag,
  vergelijkCodes,
  zetAllesOm,
  zetOm,
  zoekCategorie,
  zoekTaakveld,
} from '#grootboek/taakveld/taakveld.ts'
export { findToelichting } from '#grootboek/tekst/tekst.store.ts'
export { type Wisweigering, wisToelichting } from '#grootboek/toelichting/toelichting.flow.ts'
export { verdeel, waterval } from '#grootboek/verdeling.ts'
export { type Aangegaan, gaVerplichtingAan, voegMeerwerkToe } from '#grootboek/verplichting/aangaan.flow.ts'
export {
  Betaling,
  bronnenVan,
  type Deel,
  Jaarbedrag,
  somVan,
  verdeelOverBronnen,
} from '#grootboek/verplichting/betaling.ts'
export type { Verplichtingweigering } from '#grootboek/verplichting/boeken.flow.ts'
export {
  boekFactuur,
  type Factuurinvoer,
  type Factuurweigering,
  laatVerplichtingVrijvallen,
  type Vrijvalinvoer,
} from '#grootboek/verplichting/factuur.flow.ts'
export {
  type Deelstand,
  deelstanden,
  levensloop,
  type Registerregel,
  register,
  type Stap,
  type Stapsoort,
  type Verplichtingbedragen,
} from '#grootboek/verplichting/leven.ts'
export {
  findLevenVan,
  findOmschrijvingen,
  findVerplichtingkop,
  findVerplichtingkoppen,
  isAfgesloten,
  type Verplichtingkop,
} from '#grootboek/verplichting/verplichting.store.ts'
export { Aangaan, Factuurnummer, Meerwerk } from '#grootboek/verplichting/verplichting.ts'
export { beoordeelVoorstel, type Oordeelweigering } from '#grootboek/voorstel/voorstel.flow.ts'
export {
  findAantalOpenVoorstellen,
  findVoorstel,
  findVoorstellen,
  type Voorstel,
} from '#grootboek/voorstel/voorstel.store.ts'
export { VOORSTELSOORTEN, type Voorsteloordeel, type Voorstelsoort } from '#grootboek/voorstel/voorstel.ts'
export * from '#grootboek/wijziging/wijziging.ts'
