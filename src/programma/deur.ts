/** De deur van programma: wat andere kamers mogen gebruiken. */

export { laadPlan, stelVoorbeeldVast } from '#programma/plan.flow.ts'
export { findPlankoppen, findStand, findStukken, type Plankop } from '#programma/plan.store.ts'
export * from '#programma/plan.ts'
export { leesPlan, type Planfout } from '#programma/plan-lezen.ts'
export type { Programmakamer } from '#programma/planbezoek.tsx'
export { maakPlanboek, type Planboek } from '#programma/planboek.ts'
export { alsUitvoer, controleer, samenvatting } from '#programma/plancontrole/plancontrole.ts'
export { planschema } from '#programma/planschema.ts'
export type { Bestand, Bestandspoort, Bestandsvorm, Uitvoercel, Uitvoertabel } from '#programma/poorten.ts'
export { programmaRoutes } from '#programma/routes.ts'
export { planVan } from '#programma/stukken.ts'
