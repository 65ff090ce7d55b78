import { besluitenPagina } from '#programma/besluiten.page.tsx'
import { planbestandPagina } from '#programma/bevindingen-bestand.page.tsx'
import { bronPagina } from '#programma/bron.page.tsx'
import { documentPagina } from '#programma/document.page.tsx'
import { doelenPagina } from '#programma/doelen.page.tsx'
import { geldPagina } from '#programma/geld.page.tsx'
import { groepPagina } from '#programma/groep.page.tsx'
import { onderdeelPagina } from '#programma/onderdeel.page.tsx'
import { onderdelenPagina } from '#programma/onderdelen.page.tsx'
import { overzichtPagina } from '#programma/overzicht.page.tsx'
import { planuploadPagina } from '#programma/planbestand.page.tsx'
import type { Programmakamer } from '#programma/planbezoek.tsx'
import { plancontrolePagina } from '#programma/plancontrole.page.tsx'
import { planningPagina } from '#programma/planning.page.tsx'
import { tabellenPagina } from '#programma/tabellen.page.tsx'
import { vaststellenPagina } from '#programma/vaststellen.page.tsx'
import { vermeldingPagina } from '#programma/vermelding.page.tsx'
import { versiesPagina } from '#programma/versies.page.tsx'
import { wijzigenPagina } from '#programma/wijzigen.page.tsx'
import { zoekenPagina } from '#programma/zoeken.page.tsx'
import { maakRoutes, type Routes } from '#toegang/deur.ts'

/** Elke pagina van programma meldt hier haar routes aan; specifieke paden voor paden met een sleutel. */
const PAGINAS: readonly ((routes: Routes, kamer: Programmakamer) => void)[] = [
  overzichtPagina,
  onderdelenPagina,
  onderdeelPagina,
  groepPagina,
  tabellenPagina,
  zoekenPagina,
  planbestandPagina,
  plancontrolePagina,
  documentPagina,
  vermeldingPagina,
  geldPagina,
  bronPagina,
  doelenPagina,
  planningPagina,
  wijzigenPagina,
  versiesPagina,
  besluitenPagina,
  vaststellenPagina,
  planuploadPagina,
]

/** De schermen van één plan; `start` hangt ze onder `/` (het hoofdplan) en onder `/plannen/:plan`. */
export function programmaRoutes(kamer: Programmakamer): Routes {
  const routes = maakRoutes()
  for (const meldAan of PAGINAS) meldAan(routes, kamer)
  return routes
}
