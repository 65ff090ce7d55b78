/** De deur van verantwoording: wat andere kamers mogen gebruiken. */
export {
  meldNieuwRapport,
  ruimAbonnementenOp,
} from '#verantwoording/abonnement/abonnement.flow.ts'
export { type Abonnementopties, abonnementRoutes } from '#verantwoording/abonnement/abonnement.page.tsx'
export * from '#verantwoording/poorten.ts'
export * from '#verantwoording/rapport.ts'
export * from '#verantwoording/toontabel.ts'
