/** De deur van de kamer: wat anderen van de regels mogen gebruiken. */

export { type Beleidskamer, beleidRoutes } from '#regels/beleid/beleid.page.tsx'
export {
  type Notitie,
  type Notitieblok,
  type Notitiedeel,
  type Notitietabel,
  notitieVan,
} from '#regels/beleid/notitie.ts'
export { findMarginalen, leesMarginalen } from '#regels/bevolking/ingebouwd.store.ts'
export type { Marginalen } from '#regels/bevolking/marginalen.ts'
export type { Rekenweigering } from '#regels/motor/binding.ts'
export type {
  Bladcel,
  Bladplek,
  Boekvorm,
  Regelsbestand,
  Regelsblad,
  Regelsboek,
  Rekenbladpoort,
} from '#regels/poorten.ts'
export { regelsApi } from '#regels/regels.api.ts'
export { regelsRoutes } from '#regels/schermen/regels.page.tsx'
export { gevoeligheid } from '#regels/simulatie/gevoeligheid.ts'
export type { Band } from '#regels/simulatie/kosten.ts'
export { laatsteRekendag } from '#regels/simulatie/rekendag.ts'
export {
  MEESTE_INWONERS,
  MEESTE_REEKSEN,
  MEESTE_VARIANTEN,
  type Simulatieweigering,
  simuleer,
} from '#regels/simulatie/simuleer.ts'
export { weigerzinnen } from '#regels/simulatie/teksten.ts'
export { HUISHOUDTYPEN } from '#regels/simulatie/typen.ts'
export { type Simulatieuitvoer, simulatieUit } from '#regels/simulatie/uitvoer.ts'
export { weigerzin } from '#regels/teksten.ts'
export { STANDAARDGEMEENTE, Toetsbestand, toets, type Uitslag } from '#regels/toets.ts'
export { berekeningUit } from '#regels/uitvoer.ts'
export { KLARE_VARIANTEN, vindVariant } from '#regels/variant/klaar.ts'
export { Variant } from '#regels/variant/variant.ts'
export { apivoorbeelden, regelvormen, vraagvormen } from '#regels/voorbeelden.ts'
export { maakRekenkamer, REGELS } from '#regels/wet/wet.ts'
