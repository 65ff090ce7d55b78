import { begrotingPagina } from '#programma/begroting/begroting.page.tsx'
import { begrotingswijzigingenPagina } from '#programma/begrotingswijzigingen/begrotingswijzigingen.page.tsx'
import { geldregelsPagina } from '#programma/begrotingswijzigingen/geldregels.page.tsx'
import { nieuweWijzigingPagina } from '#programma/begrotingswijzigingen/nieuw.page.tsx'
import { verdelenPagina } from '#programma/begrotingswijzigingen/verdelen.page.tsx'
import { wijzigingPagina } from '#programma/begrotingswijzigingen/wijziging.page.tsx'
import { besluitPagina } from '#programma/besluiten/besluit.page.tsx'
import { besluitenPagina } from '#programma/besluiten/besluiten.page.tsx'
import { vaststellenPagina } from '#programma/besluiten/vaststellen.page.tsx'
import { bestandscontrolePagina } from '#programma/bevindingen/bestand.page.tsx'
import { plancontrolePagina } from '#programma/bevindingen/plancontrole.page.tsx'
import { boekingPagina } from '#programma/boekingen/boeking.page.tsx'
import { boekingenPagina } from '#programma/boekingen/boekingen.page.tsx'
import { correctiePagina } from '#programma/boekingen/correctie.page.tsx'
import { nieuweBoekingPagina } from '#programma/boekingen/nieuw.page.tsx'
import { mijnOnderdelenPagina } from '#programma/budgethouder/mijn-onderdelen.page.tsx'
import { prognosebladPagina } from '#programma/budgethouder/prognoseblad.page.tsx'
import { documentPagina } from '#programma/document/document.page.tsx'
import { vermeldingPagina } from '#programma/document/vermelding.page.tsx'
import { doelPagina } from '#programma/doelen/doel.page.tsx'
import { doelenPagina } from '#programma/doelen/doelen.page.tsx'
import { voorstellenPagina as indicatorvoorstellenPagina } from '#programma/doelen/voorstellen.page.tsx'
import { bronPagina } from '#programma/geld/bron.page.tsx'
import { geldPagina } from '#programma/geld/geld.page.tsx'
import { geldbevindingenPagina } from '#programma/geldbevindingen/geldbevindingen.page.tsx'
import { inlezenPagina } from '#programma/inlezen/inlezen.page.tsx'
import { journaalPagina } from '#programma/journaal/journaal.page.tsx'
import { koppelingPagina } from '#programma/koppeling/koppeling.page.tsx'
import { boekregelsPagina } from '#programma/mandaten/boekregels.page.tsx'
import { mandatenPagina } from '#programma/mandaten/mandaten.page.tsx'
import { metingPagina } from '#programma/meten/meting.page.tsx'
import { metingenPagina } from '#programma/meten/metingen.page.tsx'
import { mijlpaalPagina } from '#programma/mijlpalen/mijlpaal.page.tsx'
import { mijlpalenPagina } from '#programma/mijlpalen/mijlpalen.page.tsx'
import { groepPagina } from '#programma/onderdelen/groep.page.tsx'
import { onderdeelPagina } from '#programma/onderdelen/onderdeel.page.tsx'
import { onderdelenPagina } from '#programma/onderdelen/onderdelen.page.tsx'
import { jaareindePagina } from '#programma/overheveling/jaareinde.page.tsx'
import { overhevelenPagina } from '#programma/overheveling/overhevelen.page.tsx'
import { overhevelingPagina } from '#programma/overheveling/overheveling.page.tsx'
import { actiesPagina } from '#programma/overleg/acties.page.tsx'
import { overlegPagina } from '#programma/overleg/overleg.page.tsx'
import { overleggenPagina } from '#programma/overleg/overleggen.page.tsx'
import { agendapuntPagina } from '#programma/overleg/punt.page.tsx'
import { overlegstukPagina } from '#programma/overleg/stuk.page.tsx'
import { overzichtPagina } from '#programma/overzicht/overzicht.page.tsx'
import { periodenPagina } from '#programma/perioden/perioden.page.tsx'
import { planbestandPagina } from '#programma/planbestand/planbestand.page.tsx'
import type { Programmakamer } from '#programma/planbezoek.tsx'
import { planningPagina } from '#programma/planning/planning.page.tsx'
import { prognosePagina } from '#programma/prognose/prognose.page.tsx'
import { risicoindelingPagina } from '#programma/risicos/indeling.page.tsx'
import { risicoPagina } from '#programma/risicos/risico.page.tsx'
import { risicosPagina } from '#programma/risicos/risicos.page.tsx'
import { sindsPagina } from '#programma/sinds/sinds.page.tsx'
import { tabellenPagina } from '#programma/tabellen/tabellen.page.tsx'
import { eigenarenPagina } from '#programma/uitvraag/eigenaren.page.tsx'
import { uitvraagPagina } from '#programma/uitvraag/uitvraag.page.tsx'
import { uitvragenPagina } from '#programma/uitvraag/uitvragen.page.tsx'
import { verplichtingactiesPagina } from '#programma/verplichtingen/acties.page.tsx'
import { nieuweVerplichtingPagina } from '#programma/verplichtingen/nieuw.page.tsx'
import { verplichtingPagina } from '#programma/verplichtingen/verplichting.page.tsx'
import { verplichtingenPagina } from '#programma/verplichtingen/verplichtingen.page.tsx'
import { versiesPagina } from '#programma/versies/versies.page.tsx'
import { voorstellenPagina } from '#programma/voorstellen/voorstellen.page.tsx'
import { drempelPagina } from '#programma/voortgang/drempel.page.tsx'
import { mijnVoortgangPagina } from '#programma/voortgang/mijn-voortgang.page.tsx'
import { onderdeelvoortgangPagina } from '#programma/voortgang/onderdeel.page.tsx'
import { voortgangPagina } from '#programma/voortgang/voortgang.page.tsx'
import { werkPagina } from '#programma/werk/werk.page.tsx'
import { wijzigenPagina } from '#programma/wijzigen/wijzigen.page.tsx'
import { zoekenPagina } from '#programma/zoeken/zoeken.page.tsx'
import { maakRoutes, type Routes } from '#toegang/deur.ts'

/** Elke pagina van programma meldt hier haar routes aan; specifieke paden voor paden met een sleutel. */
const PAGINAS: readonly ((routes: Routes, kamer: Programmakamer) => void)[] = [
  overzichtPagina,
  onderdelenPagina,
  onderdeelPagina,
  groepPagina,
  tabellenPagina,
  zoekenPagina,
  bestandscontrolePagina,
  plancontrolePagina,
  documentPagina,
  vermeldingPagina,
  geldPagina,
  bronPagina,
  doelenPagina,
  doelPagina,
  indicatorvoorstellenPagina,
  metingPagina,
  metingenPagina,
  planningPagina,
  wijzigenPagina,
  versiesPagina,
  besluitenPagina,
  besluitPagina,
  vaststellenPagina,
  planbestandPagina,
  begrotingswijzigingenPagina,
  nieuweWijzigingPagina,
  verdelenPagina,
  geldregelsPagina,
  wijzigingPagina,
  jaareindePagina,
  geldbevindingenPagina,
  prognosePagina,
  mijnOnderdelenPagina,
  prognosebladPagina,
  overhevelenPagina,
  overhevelingPagina,
  werkPagina,
  begrotingPagina,
  boekingenPagina,
  sindsPagina,
  journaalPagina,
  nieuweBoekingPagina,
  boekingPagina,
  correctiePagina,
  verplichtingenPagina,
  nieuweVerplichtingPagina,
  verplichtingPagina,
  verplichtingactiesPagina,
  voorstellenPagina,
  periodenPagina,
  mandatenPagina,
  boekregelsPagina,
  inlezenPagina,
  koppelingPagina,
  // Vaste adressen eerst: daarna komt wat een kwartaal of onderdeel in zijn adres heeft.
  uitvragenPagina,
  uitvraagPagina,
  eigenarenPagina,
  drempelPagina,
  mijnVoortgangPagina,
  voortgangPagina,
  onderdeelvoortgangPagina,
  mijlpalenPagina,
  mijlpaalPagina,
  risicosPagina,
  risicoindelingPagina,
  risicoPagina,
  overleggenPagina,
  overlegPagina,
  agendapuntPagina,
  overlegstukPagina,
  actiesPagina,
]

/** De schermen van één plan; `start` hangt ze onder `/` (het hoofdplan) en onder `/plannen/:plan`. */
export function programmaRoutes(kamer: Programmakamer): Routes {
  const routes = maakRoutes()
  for (const meldAan of PAGINAS) meldAan(routes, kamer)
  return routes
}
