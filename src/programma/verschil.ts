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

/** Hoe een verwijzing voor mensen heet; `undefined` als zij naar niets wijst. */
type Noemer = (soort: Stuksoort, sleutel: string) => string | undefined

/** Wat er anders is tussen twee verzamelingen stukken, leesbaar en in vaste volgorde. */
export function verschilVan(voor: readonly Stuk[], na: readonly Stuk[]): Wijziging[] {
  const naam = (stuk: Stuk): string => `${stuk.soort} ${stuk.sleutel}`
  const oud = new Map(voor.map((stuk) => [naam(stuk), stuk]))
  const nieuw = new Map(na.map((stuk) => [naam(stuk), stuk]))
  const noem = noemerVan(na, voor)
  const titel = ({ soort, sleutel }: Stuk): string =>
    noem(soort === 'raming' ? 'onderdeel' : soort, sleutel) ?? sleutel
  const wijzigingen: Wijziging[] = []
  for (const stuk of na) {
    const eerder = oud.get(naam(stuk))
    if (eerder !== undefined && gelijk(eerder.inhoud, stuk.inhoud)) continue
    const velden = veldenAnders(eerder?.inhoud, stuk.inhoud, noem)
    const aard = eerder === undefined ? 'nieuw' : 'gewijzigd'
    wijzigingen.push({ soort: stuk.soort, sleutel: stuk.sleutel, titel: titel(stuk), aard, velden })
  }
  for (const stuk of voor) {
    if (nieuw.has(naam(stuk))) continue
    const velden = veldenAnders(stuk.inhoud, undefined, noem)
    wijzigingen.push({ soort: stuk.soort, sleutel: stuk.sleutel, titel: titel(stuk), aard: 'weg', velden })
  }
  const rang = (wijziging: Wijziging): number => STUKSOORTEN.indexOf(wijziging.soort)
  return wijzigingen.sort((a, b) => rang(a) - rang(b) || (a.sleutel < b.sleutel ? -1 : 1))
}

/** Titels van dingen; de eerste laag die een ding kent, bepaalt zijn naam. */
export function noemerVan(...lagen: (readonly Stuk[])[]): Noemer {
  const titels = new Map<string, string>()
  for (const laag of lagen)
    for (const stuk of laag) {
      const titel = eigenTitel(stuk)
      const sleutel = `${stuk.soort} ${stuk.sleutel}`
      if (titel !== undefined && !titels.has(sleutel)) titels.set(sleutel, titel)
    }
  return (soort, sleutel) => titels.get(`${soort} ${sleutel}`)
}

function eigenTitel({ soort, inhoud }: Stuk): string | undefined {
  const velden = inhoud as Record<string, unknown>
  if (soort === 'programma') return (velden['programma'] as { titel: string }).titel
  const titel = velden['titel'] ?? velden['naam'] ?? velden['letterlijk']
  return typeof titel === 'string' ? titel : undefined
}

const ZONDER_NAMEN: Noemer = () => undefined

/** De velden die verschillen, met geneste velden als `planning: begin`. */
export function veldenAnders(voor: unknown, na: unknown, noem: Noemer = ZONDER_NAMEN): Veldwijziging[] {
  const oud = platteVelden(voor, noem)
  const nieuw = platteVelden(na, noem)
  const namen = [...new Set([...oud.keys(), ...nieuw.keys()])]
  return namen
    .map((veld) => ({ veld, voor: oud.get(veld) ?? '', na: nieuw.get(veld) ?? '' }))
    .filter((wijziging) => wijziging.voor !== wijziging.na)
    .sort((a, b) => rangVan(a.veld) - rangVan(b.veld))
}

/** De database bewaart de volgorde van velden niet; mensen lezen eerst de naam. */
const VOOROP = [
  'titel',
  'naam',
  'nummer',
  'soort',
  'groep',
  'valt onder',
  'wat het wil',
  'draagt bij',
  'planning',
]

function rangVan(veld: string): number {
  const rang = VOOROP.findIndex((begin) => veld.startsWith(begin))
  return rang === -1 ? VOOROP.length : rang
}

/** Hoe een veld van het formaat voor mensen heet; wat er niet in staat, heet zoals het heet. */
const VELDNAMEN: Readonly<Record<string, string>> = {
  code: 'nummer',
  aliassen: 'andere namen',
  ouder: 'valt onder',
  doel: 'wat het wil bereiken',
  doelen: 'draagt bij aan',
  eigenaarrol: 'rol van de eigenaar',
  relaties: 'hangt samen met',
  naar: 'onderdeel',
  aard: 'soort geld',
  beeindigd: 'beëindigd',
  van: 'begin',
  tot: 'eind',
  mijlpalen: 'mijlpaal',
  indicatoren: 'indicator',
  ontvangsten: 'ontvangst',
  bedragCent: 'bedrag',
  letterlijk: 'woorden van het document',
  regel: 'regelnummer',
  regels: 'regelnummers',
  nulwaarde: 'waarde bij het begin',
  nuljaar: 'jaar van het begin',
  streefTot: 'streefwaarde tot en met',
  meetrol: 'wie meet (rol)',
}

const veldnaam = (naam: string): string => VELDNAMEN[naam] ?? naam

function platteVelden(inhoud: unknown, noem: Noemer, voorvoegsel = ''): Map<string, string> {
  const velden = new Map<string, string>()
  const neemOver = (deel: unknown, voor: string): void => {
    for (const [veld, tekst] of platteVelden(deel, noem, voor)) velden.set(veld, tekst)
  }
  for (const [naam, waarde] of Object.entries((inhoud ?? {}) as Record<string, unknown>)) {
    if (naam === 'id') continue
    // De raming van een onderdeel is een lijst regels; jaar en bron zeggen genoeg.
    const isRaminglijst = naam === 'regels' && isLijstVanDingen(waarde)
    const veld = voorvoegsel + (isRaminglijst ? '' : veldnaam(naam))
    if (isLijstVanDingen(waarde)) {
      const gezien = new Map<string, number>()
      for (const ding of waarde) {
        const kop = dingkop(ding, noem)
        const keer = (gezien.get(kop) ?? 0) + 1
        gezien.set(kop, keer)
        neemOver(zonderKop(ding), `${`${veld} ${kop}`.trim()}${keer === 1 ? '' : ` (${keer})`}: `)
      }
    } else if (typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde))
      // Het stuk `programma` bestaat uit het programma zelf; zijn velden heten zonder voorvoegsel.
      neemOver(waarde, naam === 'programma' ? voorvoegsel : `${veld}: `)
    else velden.set(veld, inWoorden(naam, waarde, noem))
  }
  return velden
}

const isLijstVanDingen = (waarde: unknown): waarde is Record<string, unknown>[] =>
  Array.isArray(waarde) && waarde.some((deel) => typeof deel === 'object' && deel !== null)

const isRaming = (ding: Record<string, unknown>): boolean => 'bedragCent' in ding && 'bron' in ding

/** Waaraan een regel uit een lijst te herkennen is, ook als er iets in verandert. */
function dingkop(ding: Record<string, unknown>, noem: Noemer): string {
  if (isRaming(ding)) {
    const bron = ding['bron']
    const waaruit = typeof bron === 'string' ? (noem('bron', bron) ?? bron) : 'verdeling onbekend'
    return `${ding['jaar']}, ${waaruit}`
  }
  const naar = ding['naar'] ?? (typeof ding['soort'] === 'string' ? ding['id'] : undefined)
  const soort = ding['naar'] === undefined ? (ding['soort'] as Stuksoort) : 'onderdeel'
  if (typeof naar === 'string') return `‘${noem(soort, naar) ?? naar}’`
  return String(ding['id'] ?? ding['naam'] ?? ding['jaar'] ?? '')
}

const zonderKop = (ding: Record<string, unknown>): Record<string, unknown> => {
  if (!isRaming(ding)) return ding
  const { jaar: _jaar, bron: _bron, ...rest } = ding
  return rest
}

/** Velden die naar een ander ding wijzen; bij een indicator is `bron` gewone tekst en blijft zij dat. */
const VERWIJZINGEN: Readonly<Record<string, Stuksoort>> = {
  groep: 'groep',
  ouder: 'onderdeel',
  naar: 'onderdeel',
  onderdeel: 'onderdeel',
  doelen: 'doel',
  bronnen: 'bron',
  plaats: 'plaats',
  vermelding: 'vermelding',
}

function inWoorden(naam: string, waarde: unknown, noem: Noemer): string {
  if (waarde === null || waarde === undefined) return ''
  if (typeof waarde === 'number' && naam.endsWith('Cent')) return toonEuro(waarde as Centen)
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  const soort = VERWIJZINGEN[naam]
  const noemEen = (deel: unknown): string =>
    soort === undefined ? String(deel) : (noem(soort, String(deel)) ?? String(deel))
  if (Array.isArray(waarde)) return waarde.map(noemEen).join('; ')
  const vak = ['van', 'tot', 'wanneer', 'op'].includes(naam) ? Tijdvak.safeParse(waarde) : undefined
  return vak?.success ? toonTijdvak(vak.data) : noemEen(waarde)
}
