import { type Datum, jaarVan } from '#basis/datum.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Laag, type Parametertabel, toonBron } from '#regels/motor/parameter.ts'
import {
  ABONNEMENT,
  BASISBEDRAG,
  DREMPEL,
  MARGINAAL,
  NIHILGRENS,
  VAST_4_WEKEN,
} from '#regels/wet/bedragen-bijdrage.ts'

/** Binnen de wet mag een gemeente afwijken, maar niet hoger en niet voor de een wel en de ander niet. */
export type Ruimteweigering = { parameter: string; artikel: string; zin: string }

const LAGER: ReadonlySet<string> = new Set([
  ...Object.values(BASISBEDRAG).map(({ id }) => id),
  MARGINAAL.id,
  VAST_4_WEKEN.id,
  ABONNEMENT.id,
])
const HOGER: ReadonlySet<string> = new Set(Object.values(DREMPEL).map(({ id }) => id))
const NIHIL: ReadonlySet<string> = new Set(Object.values(NIHILGRENS).map(({ id }) => id))
const GELIJK = [BASISBEDRAG, DREMPEL].map((soorten) => Object.values(soorten).map(({ id }) => id))
const EERSTE_NIHIL = 2019

/** Past deze laag van een gemeente of variant binnen wat de wet op die dag toelaat? */
export function keurLaag(rijk: Parametertabel, laag: Laag, dag: Datum): Uitkomst<Laag, Ruimteweigering> {
  const verschil = new Map<string, number>()
  for (const { id, waarden } of laag.parameters) {
    const nieuw = waarden.find(({ vanaf, tot }) => vanaf <= dag && dag <= tot)?.waarde
    const oud = rijk.zoek(id, dag)?.waarde.waarde
    if (nieuw === undefined) continue
    if (NIHIL.has(id) && jaarVan(dag) < EERSTE_NIHIL)
      return geweigerd({
        parameter: id,
        artikel: 'Uitvoeringsbesluit Wmo 2015, artikel 3.8 lid 2',
        zin: 'Vóór 2019 mag de gemeente geen inkomensgrens per soort huishouden stellen.',
      })
    // Ook als het bedrag van die dag niet bekend is: wie het vaststelt, verandert daar niet door.
    const rijksparameter = rijk.parameters.get(id)
    if (rijksparameter !== undefined && !LAGER.has(id) && !HOGER.has(id) && !NIHIL.has(id))
      return geweigerd({
        parameter: id,
        artikel: toonBron(rijksparameter.bron),
        zin: `“${rijksparameter.naam}” stelt het Rijk vast; de gemeente mag dit niet veranderen.`,
      })
    if (oud === undefined) continue
    const stap = nieuw.teller * oud.noemer - oud.teller * nieuw.noemer
    verschil.set(id, stap / (oud.noemer * nieuw.noemer))
    if (LAGER.has(id) && stap > 0)
      return geweigerd({
        parameter: id,
        artikel: artikelVan(dag),
        zin: 'De gemeente mag minder vragen dan de wet, maar niet meer.',
      })
    if (HOGER.has(id) && stap < 0)
      return geweigerd({
        parameter: id,
        artikel: artikelVan(dag),
        zin: 'De gemeente mag de drempel hoger maken, maar niet lager.',
      })
  }
  for (const groep of GELIJK) {
    const stappen = groep.map((id) => verschil.get(id) ?? 0)
    const [eerste] = groep
    if (jaarVan(dag) < EERSTE_NIHIL && new Set(stappen).size > 1 && eerste !== undefined)
      return geweigerd({
        parameter: eerste,
        artikel: 'Uitvoeringsbesluit Wmo 2015, artikel 3.8 lid 2',
        zin: 'Een verlaging moet voor alle soorten huishoudens gelijk zijn.',
      })
  }
  return gelukt(laag)
}

/** Wat de gemeente bij een parameter mag kiezen, in een zin met het artikel; van het Rijk of van haarzelf. */
export function ruimtezin(id: string, isRijk: boolean): { zin: string; artikel: string | undefined }[] {
  const tot2019 = 'Uitvoeringsbesluit Wmo 2015, artikel 3.8 lid 2'
  const nu = 'Wmo 2015, artikel 2.1.4a lid 5'
  if (id === ABONNEMENT.id || id === VAST_4_WEKEN.id)
    return [{ zin: 'De gemeente mag een lager bedrag kiezen, maar geen hoger.', artikel: nu }]
  if (NIHIL.has(id))
    return [
      {
        zin: 'Vanaf 2019 kiest de gemeenteraad deze grens zelf, voor elk soort huishouden apart.',
        artikel: nu,
      },
      { zin: 'Vóór 2019 mocht zo’n grens per soort huishouden niet.', artikel: tot2019 },
    ]
  if (LAGER.has(id) || HOGER.has(id))
    return [
      {
        zin: `Tot en met 2018 mocht de gemeente dit ${LAGER.has(id) ? 'lager' : 'hoger'} maken, als zij dat voor alle soorten huishoudens gelijk deed.`,
        artikel: tot2019,
      },
    ]
  return [
    isRijk
      ? { zin: 'Het Rijk stelt dit vast. De gemeente kan er niet van afwijken.', artikel: undefined }
      : { zin: 'De gemeente kiest dit zelf.', artikel: undefined },
  ]
}

const artikelVan = (dag: Datum): string =>
  jaarVan(dag) < EERSTE_NIHIL
    ? 'Uitvoeringsbesluit Wmo 2015, artikel 3.8 lid 2'
    : 'Wmo 2015, artikel 2.1.4a lid 5'
