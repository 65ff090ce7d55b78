import type { Context } from 'hono'
import { leesPlanbezoek, type Planbezoek, type Programmakamer } from '#programma/deur.ts'
import { foutAntwoord, type Omgeving } from '#toegang/deur.ts'
import type { Feitenbron } from '#verantwoording/feiten/feiten.flow.ts'
import type { Rapportpoort } from '#verantwoording/poorten.ts'
import { findRapport, type Rapportkop } from '#verantwoording/rapport/rapport.store.ts'

/** Een bezoek aan één rapport: een concept is er alleen voor wie aan het programma werkt. */

export type Rapportagekamer = Programmakamer & {
  /** Schrijft rapporten als PDF, ODT, ODS en XLSX; zonder zijn alleen HTML en JSON er. */
  rapporten?: Rapportpoort | undefined
}

export type Rapportbezoek = { van: Planbezoek; kop: Rapportkop; bron: Feitenbron }

export const bronVan = (van: Planbezoek, kamer: Rapportagekamer): Feitenbron => ({
  db: van.bezoek.db,
  planboek: kamer.planboek,
  plan: van.kop.id,
  gemeente: van.bezoek.gemeente,
})

export const magZien = (van: Planbezoek, kop: Pick<Rapportkop, 'stand'>): boolean =>
  kop.stand === 'vastgesteld' || van.mag('rapport.concept.lezen')

export async function leesRapportbezoek(
  c: Context<Omgeving>,
  kamer: Rapportagekamer,
): Promise<Rapportbezoek | Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const kenmerk = c.req.param('kenmerk') ?? ''
  const kop = await van.bezoek.db.lees((lezer) => findRapport(lezer, van.kop.id, kenmerk))
  if (kop === undefined || !magZien(van, kop)) return foutAntwoord(c, 'niet_gevonden', GEEN_RAPPORT)
  return { van, kop, bron: bronVan(van, kamer) }
}

const GEEN_RAPPORT = {
  titel: 'Dit rapport is er niet',
  zin: 'Dit rapport bestaat niet, of het is nog niet vastgesteld.',
}

/** Maakt van een adres in een rapport een adres op deze website. */
export const naarVan =
  (van: Planbezoek) =>
  (adres: string): string => {
    const [pad = '', vraag = ''] = adres.split('?')
    return van.pad(pad, Object.fromEntries(new URLSearchParams(vraag)))
  }
