/** De deur van programma: wat andere kamers mogen gebruiken. */

export { openapi } from '#programma/api/openapi.ts'
export type { Openapi } from '#programma/api/openapi-delen.ts'
export { programmaApi } from '#programma/api/programma.api.ts'
export { API_PAD, API_VERSIE } from '#programma/api/vorm.ts'
export { type Begrotingsrij, begrotingVan } from '#programma/begroting/begroting.ts'
export { DEELKEUZES, type Deelkeuze, isDeelkeuze } from '#programma/begroting/delers.ts'
export * from '#programma/begroting/prognose-poort.ts'
export * from '#programma/begroting/prognose-vergelijken.ts'
export { bekendTot, keurTijdstip, leesBekend, leesTijd } from '#programma/begroting/tijdkeuze.ts'
export * from '#programma/doelen/cijfer.ts'
export {
  type Doelmeting,
  doelmetingenVan,
  findDoelmetingen,
  GEEN_INDICATOR,
  type Indicatorbeeld,
} from '#programma/doelen/indicatorbeeld.ts'
export { maatstafVan, maatVan, reeksenVan, reeksVan } from '#programma/doelen/maatstaf.ts'
export { bekendeProfielen } from '#programma/inlezen/profielen.flow.ts'
export { leeszin, plaatszin } from '#programma/inlezen/teksten.ts'
export * from '#programma/invoer-poort.ts'
export type { Bladrij, Metingenpoort, Metingkolom } from '#programma/meten/blad.ts'
export { METINGKOPPEN, VERPLICHTE_KOPPEN } from '#programma/meten/blad.ts'
export * from '#programma/mijlpalen/mijlpaal.ts'
export {
  findMijlpaalgeschiedenis,
  findMijlpaalmeldingen,
  findMijlpaalstanden,
} from '#programma/mijlpalen/mijlpalen.store.ts'
export { findNieuws, type Nieuws } from '#programma/nieuws/nieuws.store.ts'
export { statischeRoutes } from '#programma/over/over.page.tsx'
export { boekVerval } from '#programma/overheveling/overheveling.flow.ts'
export { findActies, findOverleggen } from '#programma/overleg/overleg.store.ts'
export * from '#programma/overleg/overleg.ts'
export { findOverlegstuk } from '#programma/overleg/overlegstuk.store.ts'
export * from '#programma/overleg/overlegstuk.ts'
export { laadPlan, stelGeladenVast } from '#programma/plan.flow.ts'
export { findPlankoppen, findStand, findStukken, type Plankop } from '#programma/plan.store.ts'
export * from '#programma/plan.ts'
export { leesPlan, type Planfout } from '#programma/plan-lezen.ts'
export { type Programmakamer, planvoorvoegsel } from '#programma/planbezoek.tsx'
export { maakPlanboek, type Planboek } from '#programma/planboek.ts'
export { alsUitvoer, controleer, samenvatting } from '#programma/plancontrole/plancontrole.ts'
export { planschema } from '#programma/planschema.ts'
export type {
  Bestand,
  Bestandspoort,
  Bestandsvorm,
  Journaalbron,
  Journaalvorm,
  Journaalweigering,
  Stroombestand,
  Uitvoercel,
  Uitvoerstand,
  Uitvoertabel,
} from '#programma/poorten.ts'
export { isJournaalvorm, JOURNAALVORMEN } from '#programma/poorten.ts'
export { ZEKERHEDEN, ZEKERHEIDSNAAM } from '#programma/prognose/prognose.ts'
export { boekOntbrekendeRamingen } from '#programma/raming-boeken/raming-boeken.flow.ts'
export * from '#programma/risicos/risico.ts'
export { findRisicoregels, findRisicos, type GeldendeRisicoregels } from '#programma/risicos/risicos.store.ts'
export { programmaRoutes } from '#programma/routes.ts'
export { planVan } from '#programma/stukken.ts'

// Voor rapporten: de cijfers en feiten waaruit een verantwoording bestaat, en het scherm eromheen.

export { type Eindpunt, eindpunt } from '#programma/api/eindpunt.ts'
export { PROGRAMMAVRAAG } from '#programma/api/geld/vormen.ts'
export { noem } from '#programma/api/vorm.ts'
export { alleRijen, type Geldrij, geldtabelVan, type Prognosepost } from '#programma/begroting/geldbeeld.ts'
export { alsVelden, type Geldfilter } from '#programma/begroting/geldfilter.ts'
export { Besluitkeuze, leesBesluitkeuze } from '#programma/besluiten/besluitkeuze.tsx'
export { bewogenDoor, bijOnderdelen } from '#programma/besluiten/bewogen.ts'
export { bereidBesluitVoor, type Gekozenbesluit } from '#programma/besluiten/kies-besluit.flow.ts'
export { bestandsantwoord } from '#programma/bestandsantwoord.ts'
export { type Beoordeeld, beoordeel, isOpen } from '#programma/bevindingen/bevindingen.ts'
export { stellenVan, ZONDER_GROEP } from '#programma/geld/geld.ts'
export { findGeldbeeld } from '#programma/geldbevindingen/geldbevindingen.store.ts'
export { type Geldbevinding, geldbevindingen } from '#programma/geldbevindingen/geldbevindingen.ts'
export { ernstzin, type Regelsom, regelsommen } from '#programma/geldbevindingen/samenvatting.ts'
export { GELDERNSTNAAM, REGELTEKST } from '#programma/geldbevindingen/teksten.ts'
export {
  type Afdoening,
  type Besluit,
  findAfdoeningen,
  findBesluit,
  findBesluiten,
  findVaststellingenVan,
  lockBesluiten,
  lockPlan,
  type Vaststelling,
} from '#programma/plan.store.ts'
export { type Planbeeld, planbeeldVan } from '#programma/planbeeld.ts'
export { leesPlanbezoek, maakPad, type Planbezoek, Planpagina } from '#programma/planbezoek.tsx'
export type { Planversie } from '#programma/planboek.ts'
export type { Bevinding } from '#programma/plancontrole/plancontrole.ts'
export { findPrognoses, lockPrognoses } from '#programma/prognose/prognose.store.ts'
export { ramingsboekingen } from '#programma/raming-boeken/raming-boeken.ts'
export { verschilVan } from '#programma/sinds/sinds.ts'
export { type Uitloopjaar, uitloopVan, uitloopzin } from '#programma/uitloop/uitloop.ts'
export { herinner } from '#programma/uitvraag/herinner.flow.ts'
export { findOpenbareVoortgang, findUitvragen } from '#programma/uitvraag/uitvraag.store.ts'
export { laatstePerOnderdeel, openbaarVan, type Uitvraag } from '#programma/uitvraag/uitvraag.ts'
export { lockVastlegging } from '#programma/vastleggen/vastleggen.store.ts'
export { ORGAANNAAM, toonBesluit } from '#programma/versies/versies.ts'
export { findDrempel, lockDrempel } from '#programma/voortgang/drempel.store.ts'
export { type Drempel, toonDrempel } from '#programma/voortgang/drempel.ts'
export * from '#programma/voortgang/kwartaal.ts'
export {
  // `ASPECTEN` van het plan gaat over bedragen.
  ASPECTEN as VOORTGANGASPECTEN,
  ASPECTNAAM,
  type Aspect,
  ergsteStand,
  STANDNAAM,
  STANDWOORDEN,
  type Standwoord,
} from '#programma/voortgang/standen.ts'
export { findVoortgang, lockVoortgang } from '#programma/voortgang/voortgang.store.ts'
export {
  type Oordeel,
  standVan as voortgangstand,
  VERKLARINGEN,
  VERKLARINGVRAAG,
  type Verklaring,
  type Voortgang,
} from '#programma/voortgang/voortgang.ts'
export { jaartal, type VeldFout, type Waarden } from '#programma/wijzigen/velden.ts'
