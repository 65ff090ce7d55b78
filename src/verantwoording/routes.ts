import { maakRoutes, type Routes } from '#toegang/deur.ts'
import { rapportbestanden } from '#verantwoording/schermen/bestanden.page.tsx'
import { bewerkPagina } from '#verantwoording/schermen/bewerken.page.tsx'
import { rapportenlijst } from '#verantwoording/schermen/lijst.page.tsx'
import { nieuwRapport } from '#verantwoording/schermen/nieuw.page.tsx'
import { rapportPagina } from '#verantwoording/schermen/rapport.page.tsx'
import type { Rapportagekamer } from '#verantwoording/schermen/rapportbezoek.tsx'
import { vergelijkPagina } from '#verantwoording/schermen/vergelijk.page.tsx'
import { toetsPagina } from '#verantwoording/toets/toets.page.tsx'

/** De schermen van rapporten; `start` hangt ze onder `/` en onder `/plannen/:plan`. */
export function verantwoordingRoutes(kamer: Rapportagekamer): Routes {
  const routes = maakRoutes()
  // Vaste paden voor paden met een kenmerk.
  for (const meldAan of [
    rapportenlijst,
    nieuwRapport,
    vergelijkPagina,
    toetsPagina,
    rapportbestanden,
    bewerkPagina,
    rapportPagina,
  ])
    meldAan(routes, kamer)
  return routes
}
