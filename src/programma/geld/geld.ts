import { type Centen, centen, telOp, toonEuro, trekAf } from '#basis/geld.ts'
import { opsomming, telwoord } from '#basis/tekst.ts'
import type { Bron, Groep, Onderdeel } from '#programma/plan.ts'
import { dekkingVanGroep, type Planbeeld } from '#programma/planbeeld.ts'
import { bronstellen, type Verloopjaar, verloopVan } from '#programma/plancontrole/verloop.ts'

/** Wat er binnenkomt tegen wat het kost, per groep, per jaar en per stel bronnen. Verdelen doet deze kamer nooit. */

/** Een groep met haar geld; `groep` leeg: onderdelen die in geen groep staan. */
export type Groepgeld = {
  groep: Groep | undefined
  titel: string
  kost: Centen
  perJaar: ReadonlyMap<number, Centen>
  bronnen: readonly Bron[]
  /** Wat de bronnen samen inbrengen; leeg als niet elke bron een bedrag noemt. */
  komtBinnen: Centen | undefined
  /** Wat er overblijft of te kort komt, als het bedrag van elke bron bekend is. */
  blijftOver: Centen | undefined
}

export const ZONDER_GROEP = 'Zonder groep'

export function groepenMetGeld(beeld: Planbeeld): Groepgeld[] {
  const los = beeld.plan.onderdelen.some(({ groep }) => groep === null)
  return [...beeld.plan.groepen, ...(los ? [undefined] : [])].map((groep) => {
    const id = groep?.id ?? null
    const { totaal, perJaar } = beeld.geldVanGroep(id)
    const { bronnen, ontvangstCent } = dekkingVanGroep(beeld, id)
    return {
      groep,
      titel: groep?.titel ?? ZONDER_GROEP,
      kost: totaal,
      perJaar,
      bronnen,
      komtBinnen: ontvangstCent,
      blijftOver: ontvangstCent === undefined ? undefined : trekAf(ontvangstCent, totaal),
    }
  })
}

export type Geldrij = {
  onderdeel: Onderdeel
  /** Alleen wat op dit onderdeel zelf geraamd is; kinderen hebben hun eigen rij. */
  perJaar: ReadonlyMap<number, Centen>
}
export type Geldgroep = { groep: Groep | undefined; titel: string; rijen: readonly Geldrij[] }

/**
 * De rijen van de warmtekaart: elk onderdeel waar geld op staat, en elk onderdeel zonder kinderen ook als er geen geld
 * op staat. Zo telt de kaart precies op tot het totaal.
 */
export function geldrijen(beeld: Planbeeld, groep?: string | undefined): Geldgroep[] {
  const eigen = new Map<string, Map<number, Centen>>()
  for (const { onderdeel, jaar, bedragCent } of beeld.plan.raming) {
    const perJaar = eigen.get(onderdeel) ?? new Map<number, Centen>()
    perJaar.set(jaar, telOp(perJaar.get(jaar) ?? centen(0), bedragCent))
    eigen.set(onderdeel, perJaar)
  }
  const groepen = groepenMetGeld(beeld).filter((een) => groep === undefined || een.groep?.id === groep)
  return groepen.flatMap(({ groep: hier, titel }) => {
    const rijen = beeld.plan.onderdelen
      .filter((onderdeel) => onderdeel.groep === (hier?.id ?? null))
      .filter(({ id }) => eigen.has(id) || !beeld.kinderen.has(id))
      .map((onderdeel) => ({ onderdeel, perJaar: eigen.get(onderdeel.id) ?? new Map() }))
    return rijen.length === 0 ? [] : [{ groep: hier, titel, rijen }]
  })
}

/** Een stel bronnen dat samen dezelfde onderdelen betaalt, met het verloop als elk bedrag bekend is. */
export type Stel = {
  /** Naam van het stel in een adres: de eerste bron. */
  id: string
  bronnen: readonly Bron[]
  naam: string
  verloop: readonly Verloopjaar[] | undefined
  /** Bronnen waarvan het plan geen bedrag noemt. */
  zonderBedrag: readonly Bron[]
  /** Wat er volgens de raming uit dit stel betaald wordt. */
  kost: Centen
}

export function stellenVan(beeld: Planbeeld): Stel[] {
  return bronstellen(beeld.plan).map(({ bronnen, uit }) => {
    const ids = bronnen.map(({ id }): string => id)
    return {
      id: ids[0] ?? '',
      bronnen,
      naam: opsomming(bronnen.map(({ naam }) => naam)),
      verloop: verloopVan(beeld.plan, ids),
      zonderBedrag: bronnen.filter(({ ontvangsten }) => ontvangsten.length === 0),
      kost: telOp(...uit.map(({ bedragCent }) => bedragCent)),
    }
  })
}

/** De zin boven het verloop: sluit het, en zo ja alleen door geld mee te nemen? */
export function verloopzin(verloop: readonly Verloopjaar[]): string {
  const laatste = verloop.at(-1)
  if (laatste === undefined || verloop.every(({ uitCent, inCent }) => uitCent === 0 && inCent === 0))
    return 'Er komt niets binnen en er gaat niets uit'
  const tekort = verloop.find(({ saldoCent }) => saldoCent < 0)
  if (tekort !== undefined)
    return `In ${tekort.jaar} is het geld op: er is dan ${toonEuro(centen(-tekort.saldoCent))} te weinig`
  const eind = `eind ${laatste.jaar} is er ${laatste.saldoCent === 0 ? 'niets' : toonEuro(laatste.saldoCent)} over`
  if (!neemtMee(verloop)) return `Elk jaar komt er genoeg binnen; ${eind}`
  const top = verloop.reduce((hoogste, rij) => (rij.saldoCent > hoogste.saldoCent ? rij : hoogste))
  return `Dit sluit alleen als ${toonEuro(top.saldoCent)} van ${top.jaar} meegaat naar later; ${eind}`
}

/** Gaat er in een jaar meer uit dan er dan binnenkomt? Dan is er geld van eerder nodig. */
export const neemtMee = (verloop: readonly Verloopjaar[]): boolean =>
  verloop.some(({ inCent, uitCent }) => uitCent > inCent)

/** De som van wat een bron inbrengt; leeg als het plan geen bedrag noemt. */
export const inbreng = ({ ontvangsten }: Bron): Centen | undefined =>
  ontvangsten.length === 0 ? undefined : telOp(...ontvangsten.map(({ bedragCent }) => bedragCent))

/** De bovenste onderdelen die uit een bron betaald kunnen worden; kinderen van zo'n onderdeel tellen daarin mee. */
export function betaaldUit(beeld: Planbeeld, bron: string): Onderdeel[] {
  const noemt = (id: string | null): boolean =>
    beeld.onderdeel.get(id ?? '')?.bronnen.some((genoemd) => genoemd === bron) ?? false
  return beeld.plan.onderdelen.filter(({ id, ouder }) => noemt(id) && !noemt(ouder))
}

export const AARDWOORDEN: Record<Bron['aard'], string> = {
  incidenteel: 'eenmalig (incidenteel)',
  structureel: 'elk jaar (structureel)',
  onbekend: 'niet genoemd',
}

export const VERANTWOORDINGSWOORDEN: Record<Bron['verantwoording'], string> = {
  sisa: 'aan het Rijk, via SiSa',
  geen: 'geen aparte verantwoording',
  provincie: 'aan de provincie',
  eigen: 'aan de eigen gemeenteraad',
  onbekend: 'niet bekend',
}

/** De zin boven de warmtekaart: het duurste jaar, en wat dat van het geheel is. */
export function jaarzin(beeld: Planbeeld): string {
  const jaren = [...beeld.totaal.perJaar].filter(([, bedrag]) => bedrag > 0)
  const [eerste, ...rest] = jaren
  if (eerste === undefined) return 'Dit plan noemt geen bedragen per jaar'
  const [jaar, hoogste] = rest.reduce((top, een) => (een[1] > top[1] ? een : top), eerste)
  return `Het meeste geld staat in ${jaar}: ${toonEuro(hoogste)} van ${toonEuro(beeld.totaal.totaal)}`
}

/** De zin bovenaan de pagina. */
export function geldzin(beeld: Planbeeld): string {
  const { plan, totaal } = beeld
  if (plan.raming.length === 0) return 'Dit plan noemt geen bedragen.'
  const zonder = plan.bronnen.filter(({ ontvangsten }) => ontvangsten.length === 0).length
  const bronnen = telwoord(plan.bronnen.length, 'bron', 'bronnen')
  const niet =
    zonder === 0
      ? ''
      : ` Van ${zonder === plan.bronnen.length ? 'geen enkele bron' : `${zonder} daarvan`} ${zonder === plan.bronnen.length ? 'noemt het plan een bedrag' : 'noemt het plan geen bedrag'}.`
  return `Het programma kost ${toonEuro(totaal.totaal)} en noemt ${bronnen}.${niet}`
}

/** Het deel waarvan niet bekend is uit welke bron het komt. */
export const onverdeeld = (beeld: Planbeeld): Centen => beeld.totaal.perBron.get(null) ?? centen(0)
