import { type Datum, dagenLater, datum, eersteDag, laatsteDag, tijdvak } from '#basis/datum.ts'
import type { Moment } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { Rapportkenmerk, type Rapportsoort } from '#verantwoording/rapport.ts'

/** Waarover iemand een rapport wil: de soort, het jaar, en bij een kwartaal of dossier welk. */
export type Rapportvraag =
  | { soort: 'jaar'; jaar: number }
  | { soort: 'kwartaal'; jaar: number; kwartaal: number }
  | { soort: 'dossier'; jaar: number; onderdeel: string }

export const SOORTNAAM: Readonly<Record<Rapportsoort, string>> = {
  kwartaal: 'Kwartaalrapportage',
  jaar: 'Jaarverantwoording',
  dossier: 'Dossier',
}
/** Voor wie de soort gemaakt wordt: wie haar aan het eind vaststelt. */
export const SOORTVOOR: Readonly<Record<Rapportsoort, string>> = {
  kwartaal: 'voor de stuurgroep en het college',
  jaar: 'voor de raad',
  dossier: 'over één onderdeel',
}

const RANG = ['eerste', 'tweede', 'derde', 'vierde'] as const

export const periodeVan = (vraag: Rapportvraag): { van: Datum; tm: Datum } => {
  const vak = tijdvak(vraag.soort === 'kwartaal' ? `${vraag.jaar}-Q${vraag.kwartaal}` : String(vraag.jaar))
  return { van: eersteDag(vak), tm: laatsteDag(vak) }
}

/** `het tweede kwartaal van 2024`, of `2024`. */
export const periodewoord = (vraag: Rapportvraag): string =>
  vraag.soort === 'kwartaal'
    ? `het ${RANG[vraag.kwartaal - 1] ?? ''} kwartaal van ${vraag.jaar}`
    : String(vraag.jaar)

export function kenmerkVan(vraag: Rapportvraag, versie = 1): Rapportkenmerk {
  const kaal =
    vraag.soort === 'jaar'
      ? `jaar-${vraag.jaar}`
      : vraag.soort === 'kwartaal'
        ? `kwartaal-${vraag.jaar}-${vraag.kwartaal}`
        : `dossier-${vraag.jaar}-${vraag.onderdeel}`
  return Rapportkenmerk.parse(versie === 1 ? kaal : `${kaal}-v${versie}`)
}

export function titelVan(vraag: Rapportvraag, onderdeeltitel = ''): string {
  if (vraag.soort === 'jaar') return `Jaarverantwoording ${vraag.jaar}`
  if (vraag.soort === 'dossier') return `Dossier ${onderdeeltitel}, ${vraag.jaar}`
  return `Kwartaalrapportage, ${RANG[vraag.kwartaal - 1] ?? ''} kwartaal ${vraag.jaar}`
}

/** Tot en met welke dag een rapport telt als niemand iets anders kiest: het eind van de periode, of tot vandaag. */
export const geldigTmVan = (vraag: Rapportvraag, vandaag: Datum): Datum => {
  const { tm } = periodeVan(vraag)
  return tm < vandaag ? tm : vandaag
}

/** De dag waarop dit rapport terugkijkt: na het eind van de periode is die voorbij. */
export const kijkdag = (geldigTm: Datum): Datum => dagenLater(geldigTm, 1)

type Bekend = { nr: number; op: Moment }

/**
 * ‘Zoals bekend op vandaag’ is zoals bekend op dit ogenblik. Een later moment of een latere boeking zou feiten laten
 * meetellen die nog vastgelegd moeten worden, en dan verandert een rapport dat al is vastgesteld.
 */
export const nietLaterDan = (bekend: Bekend, nu: Bekend): Bekend => ({
  nr: Math.min(bekend.nr, nu.nr),
  op: bekend.op > nu.op ? nu.op : bekend.op,
})

type Velden = Readonly<Record<string, string | undefined>>
export type Vraagveld = 'soort' | 'jaar' | 'kwartaal' | 'onderdeel' | 'geldig-tm' | 'bekend-op'
export type Vraagfout = { veld: Vraagveld; tekst: string }

/** Leest een vraag uit een formulier, adres of opdrachtregel. */
export function leesRapportvraag(velden: Velden): Uitkomst<Rapportvraag, Vraagfout> {
  const fout = (veld: Vraagveld, tekst: string) => geweigerd<Vraagfout>({ veld, tekst })
  const soort = velden['soort'] ?? ''
  const jaartekst = (velden['jaar'] ?? '').trim()
  if (soort !== 'jaar' && soort !== 'kwartaal' && soort !== 'dossier')
    return fout('soort', 'Kies wat voor rapport u wilt maken: jaar, kwartaal of dossier.')
  if (!/^20\d\d$/u.test(jaartekst))
    return fout('jaar', 'Vul een jaar in met vier cijfers, bijvoorbeeld 2024.')
  const jaar = Number(jaartekst)
  if (soort === 'jaar') return gelukt({ soort, jaar })
  if (soort === 'kwartaal') {
    const kwartaal = Number(velden['kwartaal'] ?? '')
    if (![1, 2, 3, 4].includes(kwartaal)) return fout('kwartaal', 'Kies een kwartaal: 1, 2, 3 of 4.')
    return gelukt({ soort, jaar, kwartaal })
  }
  const onderdeel = velden['onderdeel'] ?? ''
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(onderdeel) || onderdeel.length > 100)
    return fout('onderdeel', 'Kies het onderdeel waarover het dossier gaat.')
  return gelukt({ soort, jaar, onderdeel })
}

/** De periode van deze soort die hieraan voorafging, voor wat er sindsdien veranderde. */
export function vorigeVraag(vraag: Rapportvraag): Rapportvraag {
  if (vraag.soort !== 'kwartaal') return { ...vraag, jaar: vraag.jaar - 1 }
  return vraag.kwartaal === 1
    ? { soort: 'kwartaal', jaar: vraag.jaar - 1, kwartaal: 4 }
    : { ...vraag, kwartaal: vraag.kwartaal - 1 }
}

/** Is de periode nog niet begonnen? Dan valt er niets te verantwoorden. */
export const isToekomst = (vraag: Rapportvraag, vandaag: Datum): boolean => periodeVan(vraag).van > vandaag

/** Is de periode nog bezig? */
export const isBezig = (vraag: Rapportvraag, geldigTm: Datum): boolean => geldigTm < periodeVan(vraag).tm

export const eindVanJaar = (jaar: number): Datum => datum(`${jaar}-12-31`)
