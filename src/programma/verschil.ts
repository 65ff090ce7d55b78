import { Tijdvak, toonTijdvak } from '#basis/datum.ts'
import { type Centen, toonEuro } from '#basis/geld.ts'
import { gelijk, STUKSOORTEN, type Stuk, type Stuksoort } from '#programma/stukken.ts'

/** Eén veld dat anders is, in woorden voor het scherm. Leeg is `''`. */
export type Veldwijziging = { veld: string; voor: string; na: string }

export type Wijziging = {
  soort: Stuksoort
  sleutel: string
  titel: string
  aard: 'nieuw' | 'weg' | 'gewijzigd'
  velden: Veldwijziging[]
}

/** Wat er anders is tussen twee verzamelingen stukken, leesbaar en in vaste volgorde. */
export function verschilVan(voor: readonly Stuk[], na: readonly Stuk[]): Wijziging[] {
  const naam = (stuk: Stuk): string => `${stuk.soort} ${stuk.sleutel}`
  const oud = new Map(voor.map((stuk) => [naam(stuk), stuk]))
  const nieuw = new Map(na.map((stuk) => [naam(stuk), stuk]))
  const titel = titelzoeker(na, voor)
  const wijzigingen: Wijziging[] = []
  for (const stuk of na) {
    const eerder = oud.get(naam(stuk))
    if (eerder !== undefined && gelijk(eerder.inhoud, stuk.inhoud)) continue
    const velden = veldenAnders(eerder?.inhoud, stuk.inhoud)
    const aard = eerder === undefined ? 'nieuw' : 'gewijzigd'
    wijzigingen.push({ soort: stuk.soort, sleutel: stuk.sleutel, titel: titel(stuk), aard, velden })
  }
  for (const stuk of voor) {
    if (nieuw.has(naam(stuk))) continue
    const velden = veldenAnders(stuk.inhoud, undefined)
    wijzigingen.push({ soort: stuk.soort, sleutel: stuk.sleutel, titel: titel(stuk), aard: 'weg', velden })
  }
  const rang = (wijziging: Wijziging): number => STUKSOORTEN.indexOf(wijziging.soort)
  return wijzigingen.sort((a, b) => rang(a) - rang(b) || (a.sleutel < b.sleutel ? -1 : 1))
}

function titelzoeker(...lagen: (readonly Stuk[])[]): (stuk: Stuk) => string {
  const titels = new Map<string, string>()
  for (const laag of lagen)
    for (const stuk of laag) {
      const titel = eigenTitel(stuk)
      const sleutel = `${stuk.soort} ${stuk.sleutel}`
      if (titel !== undefined && !titels.has(sleutel)) titels.set(sleutel, titel)
    }
  return (stuk) => {
    const soort = stuk.soort === 'raming' ? 'onderdeel' : stuk.soort
    return titels.get(`${soort} ${stuk.sleutel}`) ?? stuk.sleutel
  }
}

function eigenTitel({ soort, inhoud }: Stuk): string | undefined {
  const velden = inhoud as Record<string, unknown>
  if (soort === 'programma') return (velden['programma'] as { titel: string }).titel
  const titel = velden['titel'] ?? velden['naam'] ?? velden['letterlijk']
  return typeof titel === 'string' ? titel : undefined
}

/** De velden die verschillen, met geneste velden als `planning: van`. */
export function veldenAnders(voor: unknown, na: unknown): Veldwijziging[] {
  const oud = platteVelden(voor)
  const nieuw = platteVelden(na)
  const namen = [...new Set([...oud.keys(), ...nieuw.keys()])].filter((naam) => naam !== 'id')
  return namen
    .map((veld) => ({ veld, voor: oud.get(veld) ?? '', na: nieuw.get(veld) ?? '' }))
    .filter((wijziging) => wijziging.voor !== wijziging.na)
}

function platteVelden(inhoud: unknown, voorvoegsel = ''): Map<string, string> {
  const velden = new Map<string, string>()
  for (const [naam, waarde] of Object.entries((inhoud ?? {}) as Record<string, unknown>)) {
    const veld = voorvoegsel + leesbaar(naam)
    if (isLijstVanDingen(waarde))
      waarde.forEach((ding, i) => {
        const sleutel = ding['id'] ?? ding['jaar'] ?? ding['naar'] ?? ding['naam'] ?? i + 1
        for (const [deel, tekst] of platteVelden(ding, `${veld} ${sleutel}: `)) velden.set(deel, tekst)
      })
    else if (typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde))
      for (const [deel, tekst] of platteVelden(waarde, `${veld}: `)) velden.set(deel, tekst)
    else if (naam !== 'id') velden.set(veld, inWoorden(naam, waarde))
  }
  return velden
}

const isLijstVanDingen = (waarde: unknown): waarde is Record<string, unknown>[] =>
  Array.isArray(waarde) && waarde.some((deel) => typeof deel === 'object' && deel !== null)

/** `bedragCent` wordt `bedrag`: de lezer ziet euro's. */
const leesbaar = (naam: string): string => naam.replace(/Cent$/u, '')

function inWoorden(naam: string, waarde: unknown): string {
  if (waarde === null || waarde === undefined) return ''
  if (typeof waarde === 'number' && naam.endsWith('Cent')) return toonEuro(waarde as Centen)
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  if (Array.isArray(waarde)) return waarde.join('; ')
  const vak = ['van', 'tot', 'wanneer', 'op'].includes(naam) ? Tijdvak.safeParse(waarde) : undefined
  return vak?.success ? toonTijdvak(vak.data) : String(waarde)
}
