/** De deur van programma: wat andere kamers mogen gebruiken. */

export { openapi } from '#programma/api/openapi.ts'
export type { Openapi } from '#programma/api/openapi-delen.ts'
export { programmaApi } from '#programma/api/programma.api.ts'
export { API_PAD, API_VERSIE } from '#programma/api/vorm.ts'
export { type Begrotingsrij, begrotingVan } from '#programma/begroting/begroting.ts'
export { DEELKEUZES, type Deelkeuze, isDeelkeuze } from '#programma/begroting/delers.ts'
export * from '#programma/begroting/prognose-poort.ts'
export * from '#programma/begroting/prognose-vergelijken.ts'
export { leesTijd } from '#programma/begroting/tijdkeuze.ts'
export { bekendeProfielen } from '#programma/inlezen/profielen.flow.ts'
export { leeszin, plaatszin } from '#programma/inlezen/teksten.ts'
export * from '#programma/invoer-poort.ts'
export { findNieuws, type Nieuws } from '#programma/nieuws/nieuws.store.ts'
export { statischeRoutes } from '#programma/over/over.page.tsx'
export { boekVerval } from '#programma/overheveling/overheveling.flow.ts'
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
export { programmaRoutes } from '#programma/routes.ts'
export { planVan } from '#programma/stukken.ts'
