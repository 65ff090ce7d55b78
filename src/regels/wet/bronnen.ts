import { type Datum, datum } from '#basis/datum.ts'
import { type Breuk, breuk, type Getaleenheid, procent } from '#regels/motor/eenheid.ts'
import type { Bron, Parameter, Parameterstatus, Parameterwaarde } from '#regels/motor/parameter.ts'

/** De regelingen waaruit de bedragen komen. */
export const UITVOERINGSBESLUIT = { naam: 'Uitvoeringsbesluit Wmo 2015', regeling: 'BWBR0035733' } as const
export const WMO = { naam: 'Wmo 2015', regeling: 'BWBR0035362' } as const
export const PARTICIPATIEWET = { naam: 'Participatiewet', regeling: 'BWBR0015703' } as const
export const UITVOERINGSREGELING = { naam: 'Uitvoeringsregeling Wmo 2015', regeling: 'BWBR0036096' } as const
export const VOORSTEL_36713 = { naam: 'Wetsvoorstel 36713' } as const

export const artikel = (regeling: Bron, nummer: string, lid?: string): Bron => ({
  ...regeling,
  artikel: nummer,
  ...(lid === undefined ? {} : { lid }),
})

export const website = (naam: string, url: string): Bron => ({ naam, url })

export const DRIMMELEN = website('gemeente Drimmelen', 'https://drimmelen.nl/abonnementstarief-wmo')
export const WOERDEN = website(
  'WoerdenWijzer',
  'https://www.woerdenwijzer.nl/Onderwerpen/Geld_en_recht/Wet_en_regelgeving/Abonnementstarief_Wmo',
)
export const ENSCHEDE = website(
  'gemeente Enschede',
  'https://www.enschede.nl/eigen-bijdrage-verlaagd-per-1-januari-2017',
)
export const EINDHOVEN = website('OVO Eindhoven', 'https://www.ovoeindhoven.nl/678-2/')
export const CAK = website(
  'CAK, lage eigen bijdrage 2015 en 2016',
  'http://www.hetcak.nl/portalserver/portals/cak-portal/pages/k1-1-4-2-berekening-van-de-lage-eigen-bijdrage',
)
export const HARDENBERG = website(
  'gemeente Hardenberg',
  'https://www.hardenberg.nl/inwoners/zorg/huishoudelijke-hulp/eigen-bijdrage-huishoudelijk-hulp.html',
)
export const ZORGKOSTENREGELING = website(
  'gemeente Midden-Drenthe, Zorgkostenregeling',
  'https://www.middendrenthe.nl/werk-bijstand-en-hulp-bij-geldzorgen/extra-vergoedingen-bij-weinig-geld/zorgkostenregeling',
)
/** Elke gemeente heeft haar eigen beleid; waar een bedrag vandaan komt, staat bij het bedrag. */
export const MINIMABELEID = { naam: 'minimabeleid van de gemeente' } as const
export const GEMEENTE_NU = website(
  'gemeente.nu, maart 2025',
  'https://www.gemeente.nu/sociaal/wmo/abonnementstarief-wmo-verdwijnt-in-2027/',
)

/** Het begin van de Wmo 2015, en de laatste dag waarover bronnen zijn nagezien. */
export const BEGIN = datum('2015-01-01')
export const EINDE = datum('2026-12-31')
export const jaarBegin = (jaar: number): Datum => datum(`${jaar}-01-01`)
export const jaarEinde = (jaar: number): Datum => datum(`${jaar}-12-31`)

type Extra = Partial<Pick<Parameterwaarde, 'bekendVanaf' | 'status' | 'wijktAf'>>

/** Eén waarde met haar tijd en bron; bedragen in hele centen. */
export const cent = (
  van: string,
  tot: string,
  bedrag: number,
  bron: Bron,
  extra: Extra = {},
): Parameterwaarde => waarde(van, tot, breuk(bedrag), bron, extra)

export const pct = (
  van: string,
  tot: string,
  getal: number,
  bron: Bron,
  extra: Extra = {},
): Parameterwaarde => waarde(van, tot, procent(getal), bron, extra)

export const tel = (
  van: string,
  tot: string,
  aantal: number,
  bron: Bron,
  extra: Extra = {},
): Parameterwaarde => waarde(van, tot, breuk(aantal), bron, extra)

function waarde(van: string, tot: string, getal: Breuk, bron: Bron, extra: Extra): Parameterwaarde {
  const status: Parameterstatus = extra.status ?? 'vastgesteld'
  const dag = (tekst: string, eind: string): Datum => datum(tekst.length === 4 ? `${tekst}-${eind}` : tekst)
  return { vanaf: dag(van, '01-01'), tot: dag(tot, '12-31'), waarde: getal, bron, ...extra, status }
}

export type Vast<E extends Getaleenheid> = Parameter & { eenheid: E }

/** Een parameter; `zin` is de naam zoals hij midden in een zin staat. */
export const maakParameter = <const E extends Getaleenheid>(
  id: string,
  naam: string,
  zin: string,
  eenheid: E,
  bron: Bron,
  waarden: readonly Parameterwaarde[],
  gemis?: string,
): Vast<E> => ({ id, naam, zin, eenheid, bron, waarden, ...(gemis === undefined ? {} : { gemis }) })
