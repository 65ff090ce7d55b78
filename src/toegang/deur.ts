/** De deur van toegang: wat andere kamers mogen gebruiken. */
export { accountadresRoutes } from '#toegang/accountadres.page.tsx'
export { accountRoutes } from '#toegang/accounts.page.tsx'
export { findProgramma, leesApisleutel, maakApisleutel } from '#toegang/apisleutel.flow.ts'
export { apisleutelRoutes } from '#toegang/apisleutels.page.tsx'
export {
  type Bericht,
  bezorgRonde,
  legBerichtKlaar,
  ruimBerichtenOp,
  trekBerichtenIn,
} from '#toegang/bericht.flow.ts'
export { Adres, alsRegel } from '#toegang/bericht.ts'
export { berichtRoutes, type Postopties } from '#toegang/berichten.page.tsx'
export { type Bezoek, type Ingelogd, magBezoeker, type Omgeving } from '#toegang/bezoek.ts'
export type { Bezorger, Bezorgfout, Poststuk } from '#toegang/bezorger.ts'
export {
  type Bestand,
  leesBestand,
  leesFormulier,
  leesWaarden,
} from '#toegang/formulier.ts'
export { foutAntwoord, weiger, wilGegevens } from '#toegang/fout.page.tsx'
export {
  type GrootBestand,
  type GrootWeigering,
  type Invoerplek,
  LANGSTE_INVOER_MS,
  leesGrootBestand,
  RAND_BYTES,
} from '#toegang/grootbestand.ts'
export type { Dienstweigering, Inlogdienst, Onthouden } from '#toegang/inlogdienst.ts'
export { type InlogOpties, inlogRoutes } from '#toegang/inloggen.page.tsx'
export { maakInvoerplek, ruimInvoerOp, sluitInvoerplek } from '#toegang/invoerplek.ts'
export { leesSessiekoekje, sessieNaam } from '#toegang/koekjes.ts'
export { logboekRoutes } from '#toegang/logboek.page.tsx'
export { type Dader, type Loghandeling, schrijfLogboek } from '#toegang/logboek.store.ts'
export { eisLoopback } from '#toegang/loopback.ts'
export { type Handeling, isRol, MATRIX, mag, ROLLEN, type Rol } from '#toegang/matrix.ts'
export {
  alleRoutes,
  maakRoutes,
  onbewaakteRoutes,
  type Route,
  type RouteOpties,
  type Routes,
  routeVan,
  routeVoor,
} from '#toegang/routes.ts'
export { findAccountsMetRol } from '#toegang/sessie.store.ts'
export { isSleutel, lokaalPad, sleutelHash } from '#toegang/sessie.ts'
export { sessieRoutes } from '#toegang/sessies.page.tsx'
export { BESTANDFOUTEN, FOUTEN, type Foutcode, ROLNAAM, toonMoment } from '#toegang/teksten.ts'
export {
  findIngelogd,
  type Identiteit,
  type Inlogbeleid,
} from '#toegang/toegang.flow.ts'
export { werkPad, werkRoutes } from '#toegang/werk.page.tsx'
export {
  maakWerkvoorraad,
  type Taak,
  type Voortgangstand,
  type Werk,
  type Werkuitslag,
  type Werkvoorraad,
} from '#toegang/werk.ts'
