import { createHash } from 'node:crypto'
import { toonEuro } from '#basis/geld.ts'
import { opsomming, telwoord } from '#basis/tekst.ts'
import type { Afdoening } from '#programma/plan.store.ts'
import { DINGSOORTEN } from '#programma/plan.ts'
import { dingSleutel } from '#programma/plancontrole/bevinding.ts'
import {
  type Bevinding,
  ERNSTEN,
  type Ernst,
  REGELS,
  samenvatting,
} from '#programma/plancontrole/plancontrole.ts'

/** Bevindingen zoals het scherm ze toont: met het oordeel dat geldt, gefilterd en geteld. */

export const ERNSTWOORDEN: Record<Ernst, { een: string; kop: string; uitleg: string }> = {
  fout: { een: 'fout', kop: 'Fouten', uitleg: 'Dit kan niet allebei waar zijn.' },
  waarschijnlijk: {
    een: 'waarschijnlijk mis',
    kop: 'Waarschijnlijk mis',
    uitleg: 'Dit klopt bijna zeker niet.',
  },
  aandacht: { een: 'aandacht', kop: 'Aandacht', uitleg: 'Dit kan goed zijn, maar kijk er eens naar.' },
}

export type Beoordeeld = {
  bevinding: Bevinding
  /** Het oordeel dat geldt; zonder is de bevinding open. */
  oordeel: Afdoening | undefined
  /** Er was een oordeel, maar de bevinding is sindsdien veranderd: zij is weer open. */
  vervallen: Afdoening | undefined
  /** Als opgelost gemeld, maar een latere versie van het plan heeft haar nog. */
  nogInPlan: boolean
  /** Alles wat er over gezegd is, oudste eerst. */
  eerder: readonly Afdoening[]
}

/** Wat er op het spel staat: verandert dit, dan gaat een eerder oordeel er niet meer over. */
const kernVan = ({ verschilCent, plaatsen }: Bevinding): string =>
  JSON.stringify([verschilCent, plaatsen.map(({ waarde }) => waarde ?? '').sort()])

/**
 * Legt de oordelen naast de bevindingen van versie `versie`. `toen` geeft de bevindingen van een eerdere versie:
 * een oordeel over € 500 geldt niet voor een verschil van € 50.000 dat er later kwam.
 */
export function beoordeel(
  bevindingen: readonly Bevinding[],
  afdoeningen: readonly Afdoening[],
  versie: number,
  toen: (versie: number) => readonly Bevinding[] | undefined,
): Beoordeeld[] {
  const perBevinding = Map.groupBy(afdoeningen, ({ bevinding }) => bevinding)
  return bevindingen.map((bevinding) => {
    const eerder = perBevinding.get(bevinding.sleutel) ?? []
    const laatste = eerder.at(-1)
    const gezegd = laatste === undefined || laatste.oordeel === 'heropend' ? undefined : laatste
    const destijds =
      gezegd === undefined || gezegd.versie === versie
        ? undefined
        : toen(gezegd.versie)?.find(({ sleutel }) => sleutel === bevinding.sleutel)
    const veranderd = destijds !== undefined && kernVan(destijds) !== kernVan(bevinding)
    const geldt = veranderd ? undefined : gezegd
    return {
      bevinding,
      oordeel: geldt,
      vervallen: veranderd ? gezegd : undefined,
      nogInPlan: geldt?.oordeel === 'opgelost' && versie > geldt.versie,
      eerder,
    }
  })
}

export const STATUSSEN = { open: 'Open', afgedaan: 'Afgedaan' } as const
export type Bevindingstatus = keyof typeof STATUSSEN

export type Bevindingfilter = {
  ernst?: Ernst | undefined
  regel?: string | undefined
  /** Een ding, als `onderdeel:oco`. */
  over?: string | undefined
  status?: Bevindingstatus | undefined
}

/** Wat in het adres staat en niet bestaat, telt niet mee. */
export function leesBevindingfilter(vraag: Readonly<Record<string, string | undefined>>): Bevindingfilter {
  const { ernst, regel, over, status } = vraag
  return {
    ernst: ERNSTEN.find((kandidaat) => kandidaat === ernst),
    regel: REGELS.find(({ id }) => id === regel)?.id,
    over: over !== undefined && isDingsleutel(over) ? over : undefined,
    status: status === 'open' || status === 'afgedaan' ? status : undefined,
  }
}

const isDingsleutel = (tekst: string): boolean =>
  DINGSOORTEN.some((soort) => tekst.startsWith(`${soort}:`)) && /^[a-z]+:[a-z0-9-]{1,100}$/u.test(tekst)

export const raakt = (bevinding: Bevinding, over: string): boolean =>
  bevinding.dingen.some((ding) => dingSleutel(ding) === over) ||
  bevinding.plaatsen.some((plaats) => plaats.over !== undefined && dingSleutel(plaats.over) === over)

export const filterBevindingen = (
  alle: readonly Beoordeeld[],
  { ernst, regel, over, status }: Bevindingfilter,
): Beoordeeld[] =>
  alle.filter(
    ({ bevinding, oordeel }) =>
      (ernst === undefined || bevinding.ernst === ernst) &&
      (regel === undefined || bevinding.regel === regel) &&
      (over === undefined || raakt(bevinding, over)) &&
      (status === undefined || (status === 'open') === (oordeel === undefined)),
  )

export const isOpen = ({ oordeel }: Beoordeeld): boolean => oordeel === undefined

/** De regels die iets vonden, met hoeveel; voor de keuzelijst. */
export function familiesVan(alle: readonly Beoordeeld[]): { id: string; titel: string; aantal: number }[] {
  const perRegel = Map.groupBy(alle, ({ bevinding }) => bevinding.regel)
  return REGELS.flatMap(({ id, titel }) => {
    const aantal = perRegel.get(id)?.length ?? 0
    return aantal === 0 ? [] : [{ id, titel, aantal }]
  })
}

/** De zin bovenaan: hoeveel er open staat en hoeveel er is afgedaan. */
export function samenvattingszin(alle: readonly Beoordeeld[]): string {
  if (alle.length === 0) return 'De controle vond niets dat elkaar tegenspreekt.'
  const open = alle.filter(isOpen)
  const afgedaan = alle.length - open.length
  const staart =
    afgedaan === 0
      ? ''
      : ` ${telwoord(afgedaan, 'bevinding is', 'bevindingen zijn')} afgedaan en ${afgedaan === 1 ? 'telt' : 'tellen'} niet meer mee.`
  if (open.length === 0) return `Er staat niets meer open.${staart}`
  const { fout, waarschijnlijk, aandacht } = samenvatting(open.map(({ bevinding }) => bevinding))
  const delen = [
    fout > 0 && telwoord(fout, 'fout', 'fouten'),
    waarschijnlijk > 0 &&
      telwoord(waarschijnlijk, 'plek die bijna zeker niet klopt', 'plekken die bijna zeker niet kloppen'),
    aandacht > 0 && telwoord(aandacht, 'plek die aandacht vraagt', 'plekken die aandacht vragen'),
  ].filter((deel) => deel !== false)
  return `De controle vond ${opsomming(delen)}.${staart}`
}

/** Naam van een bevinding in een adres: kort, en gelijk zolang haar sleutel gelijk blijft. */
export const ankerVan = (sleutel: string): string =>
  `bevinding-${createHash('sha256').update(sleutel).digest('hex').slice(0, 10)}`

/** Het verschil in woorden, als er een is dat iets zegt. */
export const verschilVan = ({ verschilCent }: Bevinding): string | undefined =>
  verschilCent === undefined || verschilCent === 0 ? undefined : toonEuro(verschilCent)
