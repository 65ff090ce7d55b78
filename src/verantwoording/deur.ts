/** De deur van verantwoording: wat andere kamers mogen gebruiken. */

export {
  meldNieuwRapport,
  ruimAbonnementenOp,
} from '#verantwoording/abonnement/abonnement.flow.ts'
export { type Abonnementopties, abonnementRoutes } from '#verantwoording/abonnement/abonnement.page.tsx'
export { RAPPORTEINDPUNTEN } from '#verantwoording/api/rapporten.api.ts'
export { canoniek, sha256 } from '#verantwoording/canoniek.ts'
export { leesRapportvraag, type Rapportvraag } from '#verantwoording/feiten/vraag.ts'
export {
  type Openbaarheidopties,
  openbaarheidRoutes,
} from '#verantwoording/openbaarheid/openbaarheid.api.ts'
export { findVastgesteldeRapporten } from '#verantwoording/openbaarheid/rapporten.store.ts'
export type { Openbaarrapport, Rapportenbron } from '#verantwoording/openbaarheid/rapporten.ts'
export { uitgeverRoutes } from '#verantwoording/openbaarheid/uitgever.page.tsx'
export * from '#verantwoording/poorten.ts'
export { maakBestand } from '#verantwoording/rapport/bestanden.ts'
export { leesInhoud, maakOpnieuw } from '#verantwoording/rapport/inhoud.flow.ts'
export { type Loswens, maakLosRapport } from '#verantwoording/rapport/los.flow.ts'
export { maakRapport, merkOp, schrijfTekst } from '#verantwoording/rapport/rapport.flow.ts'
export { findRapport, findRapporten, type Rapportkop } from '#verantwoording/rapport/rapport.store.ts'
export { zetStap } from '#verantwoording/rapport/stap.flow.ts'
export {
  findRapportstand,
  findUitgave,
  findUitgaven,
  findVaststelling as findRapportvaststelling,
  UITGAVEVORMEN,
} from '#verantwoording/rapport/uitgave.store.ts'
export * from '#verantwoording/rapport.ts'
export { verantwoordingRoutes } from '#verantwoording/routes.ts'
export type { Rapportagekamer } from '#verantwoording/schermen/rapportbezoek.tsx'
export { toetstekst } from '#verantwoording/toets/teksten.ts'
export { toetsBestand } from '#verantwoording/toets/toets.flow.ts'
export * from '#verantwoording/toontabel.ts'
