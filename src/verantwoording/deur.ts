/** De deur van verantwoording: wat andere kamers mogen gebruiken. */
export {
  meldNieuwRapport,
  ruimAbonnementenOp,
} from '#verantwoording/abonnement/abonnement.flow.ts'
export { type Abonnementopties, abonnementRoutes } from '#verantwoording/abonnement/abonnement.page.tsx'
export {
  type Openbaarheidopties,
  openbaarheidRoutes,
} from '#verantwoording/openbaarheid/openbaarheid.api.ts'
export type { Openbaarrapport, Rapportenbron } from '#verantwoording/openbaarheid/rapporten.ts'
export { uitgeverRoutes } from '#verantwoording/openbaarheid/uitgever.page.tsx'
export * from '#verantwoording/poorten.ts'
export * from '#verantwoording/rapport.ts'
