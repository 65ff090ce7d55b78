/** De deur van metingen: wat andere kamers mogen gebruiken. */

export {
  alsGetal,
  type Breuk,
  breukVan,
  Decimaaltekst,
  decimaal,
  decimaalNaarBeneden,
  leesDecimaal,
  schrijfDecimaal,
  toonDecimaal,
  vergelijkDecimalen,
} from '#metingen/decimaal.ts'
export { METHODEN, margeVanPercentage } from '#metingen/marge.ts'
export {
  AFGESCHERMD,
  DREMPEL,
  geldendeMetingen,
  isBijgesteld,
  MATEN,
  type Maat,
  METINGSOORTEN,
  type Meting,
  type Metingsoort,
  ONTBREEKREDENEN,
  type Ontbreekreden,
  opTijdvak,
} from '#metingen/meting.ts'
export {
  bewaarMetingen,
  keurMetingen,
  type Metingvastweigering,
} from '#metingen/metingen.flow.ts'
export { findMetingen, findVintages, lockMetingen, type Metingopties } from '#metingen/metingen.store.ts'
export {
  beoordeelMeting,
  type Maatstaf,
  type Meetoordeel,
  OORDEELCODES,
  type Oordeelstatus,
  padwaarde,
  RICHTINGEN,
  type Richting,
  richtingVan,
  verschilTussen,
} from '#metingen/oordeel.ts'
export * from '#metingen/teksten.ts'
export type { Jaargang, Metingcode, Metinginvoer, Metingweigering } from '#metingen/vastleggen.ts'
