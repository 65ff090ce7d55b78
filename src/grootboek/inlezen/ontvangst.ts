import { createHash } from 'node:crypto'
import type { Datum } from '#basis/datum.ts'
import type { Centen } from '#basis/geld.ts'

/** Bijschrijvingen van een bankafschrift naast wat bronnen nog moeten inbrengen. */

export type Bijschrijving = {
  bedragCent: Centen
  datum: Datum
  /** Kenmerk van de bank. */
  kenmerk: string | null
  /** Gezochte kenmerken die erin stonden. */
  gevonden: readonly string[]
  rekeningeinde: string | null
  /** De hoeveelste bijschrijving met precies deze gegevens in het afschrift. */
  keer: number
}

/** Wat een bron in een jaar toezegde en nog niet inbracht. */
export type Verwacht = { programma: string; bron: string; jaar: number; bedragCent: Centen }
export type Ontvangstkenmerk = { programma: string; bron: string; kenmerken: readonly string[] }

/** Waaraan dezelfde bijschrijving in een volgend afschrift te herkennen is, zonder haar te bewaren. */
export const sleutelVanBijschrijving = (een: Bijschrijving): string =>
  createHash('sha256')
    .update(JSON.stringify([een.rekeningeinde, een.datum, een.bedragCent, een.kenmerk, een.keer]))
    .digest('hex')

/** `nogVerwacht`: er staat nog minstens zoveel open; anders is zij misschien al geboekt. */
export type Ontvangstvoorstel = {
  bron: string
  jaar: number
  reden: 'kenmerk' | 'bedrag'
  nogVerwacht: boolean
}

/**
 * Stelt voor bij welke bron en welk jaar een bijschrijving hoort: eerst aan een kenmerk, dan aan een bedrag dat maar
 * één bron nog precies verwacht.
 */
export function stelOntvangstVoor(
  een: Bijschrijving,
  verwacht: readonly Verwacht[],
  kenmerken: readonly Ontvangstkenmerk[],
): Ontvangstvoorstel | undefined {
  const bronnen = new Set(
    kenmerken
      .filter(({ kenmerken: codes }) => codes.some((code) => een.gevonden.includes(code)))
      .map(({ bron }) => bron),
  )
  const [bron] = bronnen
  if (bronnen.size === 1 && bron !== undefined) {
    const open = verwacht.filter((een_) => een_.bron === bron && een_.bedragCent > 0)
    const precies = open.filter(({ bedragCent }) => bedragCent === een.bedragCent)
    const jaar = Number(een.datum.slice(0, 4))
    const gekozen = precies[0] ?? open.find((een_) => een_.jaar === jaar) ?? open[0]
    const nogVerwacht = gekozen !== undefined && gekozen.bedragCent >= een.bedragCent
    return { bron, jaar: gekozen?.jaar ?? jaar, reden: 'kenmerk', nogVerwacht }
  }
  const precies = verwacht.filter(({ bedragCent }) => bedragCent === een.bedragCent)
  const [enige] = precies
  return precies.length === 1 && enige !== undefined
    ? { bron: enige.bron, jaar: enige.jaar, reden: 'bedrag', nogVerwacht: true }
    : undefined
}
