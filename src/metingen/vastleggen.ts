import { type Datum, eersteDag, precisieVan, type Tijdvak } from '#basis/datum.ts'
import { schoon } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { decimaal, vergelijkDecimalen } from '#metingen/decimaal.ts'
import { margeVanPercentage } from '#metingen/marge.ts'
import { type NieuweMeting, type Vastgelegd, zelfdeMeting } from '#metingen/meting.ts'

/** Of een meting vastgelegd mag worden, gegeven wat er al staat. */

/** Wat iemand aanlevert; `basis` is de jaargang die hij zag, zodat twee mensen elkaar niet stil overschrijven. */
export type Metinginvoer = Omit<NieuweMeting, 'methode'> & { basis?: number | undefined }

export type Metingweigering = { reeks: string; tijdvak: Tijdvak; code: Metingcode }
export type Metingcode =
  | 'waarde_of_reden'
  | 'percentage_buiten'
  | 'mensen_niet_heel'
  | 'aantal_onmogelijk'
  | 'grens_ontbreekt'
  | 'grenzen_omgekeerd'
  | 'bron_ontbreekt'
  | 'tijdvak_toekomst'
  | 'andere_precisie'
  | 'dubbel'
  | 'intussen_gewijzigd'
  | 'al_definitief'
  | 'reden_ontbreekt'

type Stand = {
  vandaag: Datum
  laatste: ReadonlyMap<string, Vastgelegd>
  reeksvakken: ReadonlyMap<string, Tijdvak>
}

export const metingplek = ({ reeks, tijdvak }: Pick<NieuweMeting, 'reeks' | 'tijdvak'>): string =>
  `${reeks} ${tijdvak}`

export type Jaargang = NieuweMeting & { volgnr: number }

/** De jaargangen die erbij komen, of van elke meting die niet kan de reden. Wat precies zo al staat, valt weg. */
export function beslisMetingen(
  invoer: readonly Metinginvoer[],
  stand: Stand,
): Uitkomst<Jaargang[], Metingweigering[]> {
  const keren = Map.groupBy(invoer, metingplek)
  const precisie = new Map([...stand.reeksvakken].map(([reeks, vak]) => [reeks, precisieVan(vak)]))
  const erbij: Jaargang[] = []
  const weigeringen: Metingweigering[] = []
  for (const een of invoer) {
    const meting = metMarge(een)
    const vorige = stand.laatste.get(metingplek(een))
    const vast = precisie.get(een.reeks) ?? precisieVan(een.tijdvak)
    precisie.set(een.reeks, vast)
    const code = weigering(een, meting, vorige, {
      dubbel: (keren.get(metingplek(een))?.length ?? 0) > 1,
      anderePrecisie: precisieVan(een.tijdvak) !== vast,
      vandaag: stand.vandaag,
    })
    if (code !== undefined) weigeringen.push({ reeks: een.reeks, tijdvak: een.tijdvak, code })
    else if (vorige === undefined || !zelfdeMeting(vorige, meting)) {
      const reden = vorige === undefined ? null : meting.reden
      erbij.push({ ...meting, reden, volgnr: (vorige?.volgnr ?? 0) + 1 })
    }
  }
  return weigeringen.length > 0 ? geweigerd(weigeringen) : gelukt(erbij)
}

/** De zwaarste reden eerst: wat niet te lezen is, dan wat niet past, dan wat iemand anders deed. */
function weigering(
  { basis }: Metinginvoer,
  meting: NieuweMeting,
  vorige: Vastgelegd | undefined,
  om: { dubbel: boolean; anderePrecisie: boolean; vandaag: Datum },
): Metingcode | undefined {
  const fout = fouteInvoer(meting, om.vandaag)
  if (fout !== undefined) return fout
  if (om.dubbel) return 'dubbel'
  if (om.anderePrecisie) return 'andere_precisie'
  if (vorige !== undefined && zelfdeMeting(vorige, meting)) return undefined
  if (basis !== undefined && basis !== (vorige?.volgnr ?? 0)) return 'intussen_gewijzigd'
  return vorige && nieuweJaargang(vorige, meting)
}

/** Wat een eerdere jaargang vervangt, zegt waarom; alleen van voorlopig naar definitief spreekt vanzelf. */
function nieuweJaargang(vorige: Vastgelegd, meting: NieuweMeting): Metingcode | undefined {
  if (vorige.soort === 'definitief' && meting.soort === 'voorlopig') return 'al_definitief'
  const spreektVanzelf = vorige.soort === 'voorlopig' && meting.soort === 'definitief'
  return spreektVanzelf || (meting.reden ?? '') !== '' ? undefined : 'reden_ontbreekt'
}

function metMarge({ basis: _, ...invoer }: Metinginvoer): NieuweMeting {
  const tekst = (waarde: string | null): string | null => schoon(waarde ?? '') || null
  const meting = {
    ...invoer,
    bron: schoon(invoer.bron),
    toelichting: tekst(invoer.toelichting),
    reden: tekst(invoer.reden),
  }
  const { maat, waarde, aantal, populatie, ondergrens, bovengrens } = meting
  if (ondergrens !== null || bovengrens !== null) return { ...meting, methode: 'opgegeven' }
  if (maat !== 'percentage' || waarde === null || aantal === null || buitenPercentage(waarde))
    return { ...meting, methode: null }
  if (aantal < 1 || (populatie !== null && populatie < aantal)) return { ...meting, methode: null }
  return { ...meting, ...margeVanPercentage(waarde, aantal, populatie) }
}

const [NUL, HONDERD] = [decimaal('0'), decimaal('100')]
const buitenPercentage = (waarde: ReturnType<typeof decimaal>): boolean =>
  vergelijkDecimalen(waarde, NUL) < 0 || vergelijkDecimalen(waarde, HONDERD) > 0

function fouteInvoer(meting: NieuweMeting, vandaag: Datum): Metingcode | undefined {
  const { waarde, ontbreekt, maat, aantal, populatie, ondergrens, bovengrens } = meting
  if ((waarde === null) === (ontbreekt === null)) return 'waarde_of_reden'
  if (meting.bron === '') return 'bron_ontbreekt'
  if (eersteDag(meting.tijdvak) > vandaag) return 'tijdvak_toekomst'
  if (waarde === null) return ondergrens !== null || bovengrens !== null ? 'grenzen_omgekeerd' : undefined
  if (maat === 'percentage' && buitenPercentage(waarde)) return 'percentage_buiten'
  if (maat === 'mensen' && (!/^\d+(?:\.0+)?$/u.test(waarde) || waarde.startsWith('-')))
    return 'mensen_niet_heel'
  if (aantal !== null && (aantal < 1 || (populatie !== null && populatie < aantal)))
    return 'aantal_onmogelijk'
  if ((ondergrens === null) !== (bovengrens === null)) return 'grens_ontbreekt'
  if (ondergrens === null || bovengrens === null) return undefined
  return vergelijkDecimalen(ondergrens, waarde) > 0 || vergelijkDecimalen(waarde, bovengrens) > 0
    ? 'grenzen_omgekeerd'
    : undefined
}
