import { telwoord } from '#basis/tekst.ts'
import { genoemd, inhoudVan, plaatsnaam } from '#programma/document/vermelding.ts'
import { onderdeelindexVan } from '#programma/onderdelen/onderdeel-index.ts'
import { zoekOnderdelen } from '#programma/onderdelen/zoek.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import type { Treffer, ZOEKSOORTEN } from '#programma/zoeken/zoek.store.ts'

/** Zoekresultaten zoals een mens ze leest: per soort bij elkaar, elk met het adres van zijn pagina. */

type Soort = (typeof ZOEKSOORTEN)[number]

/** De volgorde waarin de soorten op het scherm staan. */
const SOORTKOPPEN: Readonly<Record<Soort, string>> = {
  onderdeel: 'Onderdelen',
  groep: 'Groepen',
  doel: 'Doelen',
  bron: 'Bronnen',
  mijlpaal: 'Mijlpalen',
  programma: 'Programma',
  vermelding: 'Plaatsen in het document',
}
const VOLGORDE = Object.keys(SOORTKOPPEN) as Soort[]

export type Resultaat = {
  titel: string
  /** Een stukje tekst met de gevonden woorden gemerkt. */
  delen: readonly Fragmentdeel[]
  adres: string
  bij: string
}
export type Resultatengroep = { soort: Soort; kop: string; resultaten: readonly Resultaat[] }
export type Fragmentdeel = { tekst: string; raak: boolean }

/** De zoeker zet « en » om wat hij vond; de rest van de tekst komt letterlijk uit het plan. */
export function fragmentdelen(fragment: string): Fragmentdeel[] {
  return fragment
    .split(/«([^«»]*)»/u)
    .map((tekst, i) => ({ tekst, raak: i % 2 === 1 }))
    .filter(({ tekst }) => tekst !== '')
}

const HOOGSTENS_ERBIJ = 20

/**
 * Voegt toe wat de lijst van onderdelen vindt en de tekstzoeker niet: nummers en stukken van woorden. Wat niet (meer)
 * in deze versie staat, valt weg.
 */
export function groepeer(beeld: Planbeeld, treffers: readonly Treffer[], vraag: string): Resultatengroep[] {
  const al = new Set(treffers.map(({ soort, sleutel }) => `${soort} ${sleutel}`))
  const gezocht = zoekOnderdelen(beeld, vraag)
  const erbij = (gezocht === undefined || gezocht.bedoeld !== undefined ? [] : [...gezocht.gevonden])
    .filter((sleutel) => !al.has(`onderdeel ${sleutel}`))
    .slice(0, HOOGSTENS_ERBIJ)
    .map((sleutel): Treffer => ({ soort: 'onderdeel', sleutel, titel: '', fragment: '' }))
  const perSoort = Map.groupBy([...treffers, ...erbij], ({ soort }) => soort)
  return VOLGORDE.flatMap((soort) => {
    const resultaten = (perSoort.get(soort) ?? []).flatMap((treffer) => alsResultaat(beeld, treffer) ?? [])
    return resultaten.length === 0 ? [] : [{ soort, kop: SOORTKOPPEN[soort], resultaten }]
  })
}

function alsResultaat(beeld: Planbeeld, { soort, sleutel, titel, fragment }: Treffer): Resultaat | undefined {
  const delen = fragmentdelen(fragment)
  switch (soort) {
    case 'onderdeel': {
      const onderdeel = beeld.onderdeel.get(sleutel)
      if (onderdeel === undefined) return undefined
      return { titel: onderdeel.titel, delen, adres: `/onderdelen/${sleutel}`, bij: onderdeel.code ?? '' }
    }
    case 'mijlpaal': {
      const [id = ''] = sleutel.split('/')
      const onderdeel = beeld.onderdeel.get(id)
      if (onderdeel === undefined) return undefined
      return { titel, delen: [], adres: `/onderdelen/${id}#planning`, bij: onderdeel.titel }
    }
    case 'vermelding': {
      const vermelding = onderdeelindexVan(beeld).vermelding(sleutel)
      if (vermelding === undefined) return undefined
      const plaats = beeld.plaats.get(vermelding.plaats)
      const over = genoemd(beeld, vermelding.over).naam
      const waar = plaats === undefined ? '' : plaatsnaam(plaats)
      const zegt = `${over}: ${inhoudVan(beeld, vermelding)}`
      return { titel: zegt, delen: [], adres: `/vermeldingen/${sleutel}`, bij: waar }
    }
    case 'programma':
      return { titel: beeld.plan.programma.titel, delen, adres: '/', bij: '' }
    case 'groep':
      return beeld.groep.has(sleutel) ? { titel, delen, adres: `/groepen/${sleutel}`, bij: '' } : undefined
    case 'doel':
      return beeld.doel.has(sleutel) ? { titel, delen, adres: `/doelen/${sleutel}`, bij: '' } : undefined
    case 'bron':
      return beeld.bron.has(sleutel) ? { titel, delen, adres: `/bronnen/${sleutel}`, bij: '' } : undefined
  }
}

export function zoekzin(groepen: readonly Resultatengroep[], vraag: string, meer: boolean): string {
  const aantal = groepen.reduce((som, { resultaten }) => som + resultaten.length, 0)
  if (aantal === 0) return `Niets gevonden voor ‘${vraag}’.`
  const zin = `${telwoord(aantal, 'resultaat', 'resultaten')} voor ‘${vraag}’.`
  return meer ? `${zin} Er is meer: maak uw vraag preciezer.` : zin
}
