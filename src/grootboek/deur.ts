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
export * from '#grootboek/gebeurtenissen.ts'
export { stelIn } from '#grootboek/instelling/instelling.flow.ts'
export { findInstellingen, findInstellingregels } from '#grootboek/instelling/instelling.store.ts'
export * from '#grootboek/instelling/instelling.ts'
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
export { geefMandaat, type Mandaatweigering, trekMandaatIn } from '#grootboek/mandaat/mandaat.flow.ts'
export { findGemandateerden, findMandaten, type Mandaatregel } from '#grootboek/mandaat/mandaat.store.ts'
export * from '#grootboek/mandaat/mandaat.ts'
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
  type Boekingfilter,
  findBoekingenVan,
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
export { verdeel, waterval } from '#grootboek/verdeling.ts'
