/** De deur van grootboek: wat andere kamers mogen gebruiken. */

// Boeken: wat er met geld kan gebeuren, en de enige weg naar het journaal.

export {
  type Boekhouder,
  boekSamen,
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
  leesInhoud,
  Periode,
  periodeVan,
  type Regel,
} from '#grootboek/boeking.ts'
export {
  type Budget,
  besteed,
  dekking,
  factureer,
  gaAan,
  hevelOver,
  kenToe,
  laatOverhevelingVervallen,
  laatVrijvallen,
  ontvang,
  overgang,
  realisatie,
  ruimte,
  sluitJaar,
  spiegel,
  stelOverhevelingVoor,
  verplaats,
  verplicht,
  zegToe,
} from '#grootboek/gebeurtenissen.ts'
export { isDicht } from '#grootboek/journaal.ts'
export { Kenmerk, kenmerktekst, leesKenmerk, TAAKVELDSCHEMAS } from '#grootboek/kenmerk.ts'
export { BEGIN, schakel } from '#grootboek/keten.ts'
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
export type { Ronde, Verzoek } from '#grootboek/ronde.flow.ts'
export { verdeel } from '#grootboek/verdeling.ts'

// Lezen: boekingen en standen op elk tijdstip.

export { type Besluitsom, findBesluitsommen } from '#grootboek/besluitsommen.store.ts'
export { type Boekingfilter, findBoekingenVan } from '#grootboek/boekingen.store.ts'
export {
  findBoeking,
  findBoekingen,
  findCorrectieOp,
  findKop,
  findPeriodestanden,
  findRekeningsaldi,
  type Kop,
  type Periodestand,
  type Vastgelegd,
} from '#grootboek/journaal.store.ts'
export { findMaandsommen, type Maandsom } from '#grootboek/maand/maand.store.ts'
export { findPostsaldi, findTijdstip, type Postfilter } from '#grootboek/stand.store.ts'
export type { Postsaldo, Standvraag, Tijdstip } from '#grootboek/stand.ts'
export { findToelichting } from '#grootboek/tekst/tekst.store.ts'
export { wisToelichting } from '#grootboek/toelichting/toelichting.flow.ts'

// Nazien: is het journaal wat het zegt te zijn, hier en bij een ander?

export { type Controleverslag, controleerJournaal } from '#grootboek/controle.flow.ts'
export { type Breuksoort, breukzin } from '#grootboek/controle.ts'
export { leesJournaal, schrijfJournaal } from '#grootboek/journaalbestand.flow.ts'

// Met de hand: verplichtingen, uitgaven en correcties, met mandaat en tweede persoon.

export {
  type Correctieweigering,
  corrigeer,
  nietLos,
  type Opnieuw,
} from '#grootboek/correctie/correctie.flow.ts'
export { boekMetDeHand, type Handweigering } from '#grootboek/handboeking/handboeking.flow.ts'
export { alsHandinvoer, type Handinvoer } from '#grootboek/handboeking/handboeking.ts'
export { stelIn } from '#grootboek/instelling/instelling.flow.ts'
export { findInstellingen, findInstellingregels } from '#grootboek/instelling/instelling.store.ts'
export {
  type Bezwaar,
  CONTROLES,
  CONTROLESTANDEN,
  type Controle,
  type Controlestand,
  type Instellingen,
  STANDAARD,
} from '#grootboek/instelling/instelling.ts'
export { geefMandaat, type Mandaatweigering, trekMandaatIn } from '#grootboek/mandaat/mandaat.flow.ts'
export { findGemandateerden, findMandaten, type Mandaatregel } from '#grootboek/mandaat/mandaat.store.ts'
export { MANDAATROLLEN, type Mandaat, type Mandaatrol, mandaatGeldt } from '#grootboek/mandaat/mandaat.ts'
export { gaVerplichtingAan, voegMeerwerkToe } from '#grootboek/verplichting/aangaan.flow.ts'
export { Betaling, bronnenVan, Jaarbedrag } from '#grootboek/verplichting/betaling.ts'
export type { Verplichtingweigering } from '#grootboek/verplichting/boeken.flow.ts'
export {
  boekFactuur,
  type Factuurweigering,
  laatVerplichtingVrijvallen,
} from '#grootboek/verplichting/factuur.flow.ts'
export {
  type Deelstand,
  deelstanden,
  levensloop,
  type Registerregel,
  register,
  type Stap,
  type Stapsoort,
} from '#grootboek/verplichting/leven.ts'
export {
  findLevenVan,
  findOmschrijvingen,
  findVerplichtingkop,
  findVerplichtingkoppen,
  isAfgesloten,
  type Verplichtingkop,
} from '#grootboek/verplichting/verplichting.store.ts'
export { beoordeelVoorstel, type Oordeelweigering } from '#grootboek/voorstel/voorstel.flow.ts'
export { findVoorstel, findVoorstellen, type Voorstel } from '#grootboek/voorstel/voorstel.store.ts'
export type { Voorsteloordeel } from '#grootboek/voorstel/voorstel.ts'

// De begroting en het jaar: wijzigen, vooruitkijken, afsluiten.

export { type Periodeweigering, sluitPeriode, vraagHeropening } from '#grootboek/periode/periode.flow.ts'
export {
  findJarenMetBoekingen,
  findPeriodegebeurtenissen,
  findSluitpunten,
  type Periodegebeurtenis,
} from '#grootboek/periode/periode.store.ts'
export { isInOrde, keurSluiten, type Sluitpunten } from '#grootboek/periode/periode.ts'
export { openDag } from '#grootboek/periode/uitwijken.ts'
export { jaarEerder, patroon, peildagIn, tempo } from '#grootboek/prognose/prognose.ts'
export {
  boekregels,
  keurRegels,
  type Onverdeeld,
  type Regelweigering,
  type Spreiding,
  verschilPerBron,
  voegSamen,
  Wijzigingsregel,
  zetOpBronnen,
} from '#grootboek/wijziging/wijziging.ts'

// Wat van buiten komt: bestanden, bankafschriften, en waar het bij hoort.

export type { Doeleffect, Onbekend, Verandering, Verschilbeeld } from '#grootboek/inlezen/beeld.ts'
export {
  type Bronregel,
  findCombinaties,
  findGeldPerRegel,
  findRegelsBijBoeking,
  findRegelsVan,
  findSysteemstanden,
} from '#grootboek/inlezen/bronregel.store.ts'
export {
  bekijkInlezing,
  bekijkOngedaan,
  findAlIngelezen,
  type Inleesweigering,
  type Inlezer,
  laadKoppeling,
  leesIn,
  leesInAls,
  maakOngedaan,
  type Ongedaanweigering,
} from '#grootboek/inlezen/inlezen.flow.ts'
export {
  findAdministraties,
  findBijlagen,
  findInlezing,
  findInlezingen,
  INLEZINGSOORTEN,
  type Inlezing,
} from '#grootboek/inlezen/inlezing.store.ts'
export { type Codetotaal, type Gelezen, type Leesweigering, leesInvoer } from '#grootboek/inlezen/lezen.ts'
export {
  type Bevestiging,
  bevestigOntvangsten,
  zetOntvangstkenmerken,
} from '#grootboek/inlezen/ontvangst.flow.ts'
export { findBevestigd, findOntvangstkenmerken, findVerwacht } from '#grootboek/inlezen/ontvangst.store.ts'
export {
  type Bijschrijving,
  type Ontvangstkenmerk,
  sleutelVanBijschrijving,
  stelOntvangstVoor,
  type Verwacht,
} from '#grootboek/inlezen/ontvangst.ts'
export { findProfielen, insertProfiel } from '#grootboek/inlezen/profiel.store.ts'
export {
  findKlaarliggend,
  type Klaarliggend,
  leesAfschriftKlaar,
  leesKlaar,
  legAfschriftKlaar,
  legKlaar,
  ruimKlaarliggendeOp,
  type Voorbereid,
} from '#grootboek/inlezen/voorbereiding.flow.ts'
export {
  INVOERSOORTEN,
  type Invoerbevinding,
  type Invoerlezer,
  type Invoerplaats,
  type Invoerregel,
  type Invoersoort,
  type Invoerverslag,
} from '#grootboek/invoer.ts'
export {
  bekijkKoppeling,
  type Koppeleffect,
  type Koppelweigering,
  type Koppelwijziging,
  type NieuweRegel,
  wijzigKoppeling,
} from '#grootboek/koppeling/koppeling.flow.ts'
export {
  findFinancieringen,
  findKoppelregel,
  findKoppelregels,
} from '#grootboek/koppeling/koppeling.store.ts'
export type { Financiering } from '#grootboek/koppeling/koppeling.ts'
export {
  Bronverdeling as Koppelverdeling,
  Codepatroon,
  Doel as Koppeldoel,
  type Koppelregel,
  ONTVANGST,
  type Voorwaarden,
} from '#grootboek/koppeling/koppelregel.ts'
export {
  type Herkenbaar,
  type Koppelvoorstel,
  stelBateVoor,
  stelVoor,
} from '#grootboek/koppeling/voorstel.ts'

// Taakvelden en kostensoorten.

export { vergelijkCodes, zetOm, zoekTaakveld } from '#grootboek/taakveld/taakveld.ts'
