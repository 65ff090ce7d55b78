import assert from 'node:assert/strict'
import { findPlankoppen, findStukken } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { planVan } from '#programma/stukken.ts'
import type { Proefapp } from '#test/programma-app.ts'

/** Wijzigschermen bedienen zoals een browser zonder script dat doet. */

export const MANAGER = ['programmamanager'] as const

export async function nieuwstePlan(app: Proefapp): Promise<{ versie: number; plan: Plan }> {
  const [kop] = await app.db.lees(findPlankoppen)
  const versie = kop?.laatsteVersie ?? 0
  return { versie, plan: planVan(await app.db.lees((lezer) => findStukken(lezer, 'proef', versie))) }
}

/** De velden die een browser zonder script zou versturen als niemand iets aanraakt. */
export function veldenUit(html: string): Record<string, string> {
  const velden: Record<string, string> = {}
  const vorm = /<form class="oz-formulier"(.*?)<\/form>/su.exec(html)?.[1] ?? ''
  const tekst = (kaal: string): string =>
    kaal.replace(
      /&(amp|lt|gt|quot|#39);/gu,
      (_, t: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[t] ?? "'",
    )
  for (const [merk] of vorm.matchAll(/<input\b[^>]*>/gu)) {
    const naam = / name="([^"]*)"/u.exec(merk)?.[1]
    if (naam === undefined) continue
    if (merk.includes('type="checkbox"') && !/ checked(?:=|\s|\/|>)/u.test(merk)) continue
    velden[naam] = tekst(/ value="([^"]*)"/u.exec(merk)?.[1] ?? '')
  }
  for (const [, naam = '', inhoud = ''] of vorm.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>\n?(.*?)<\/textarea>/gsu,
  ))
    velden[naam] = tekst(inhoud)
  for (const [, naam = '', keuzes = ''] of vorm.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gsu,
  ))
    velden[naam] =
      /<option value="([^"]*)" selected/u.exec(keuzes)?.[1] ??
      /<option value="([^"]*)"/u.exec(keuzes)?.[1] ??
      ''
  return velden
}

export const open = async (app: Proefapp, pad: string): Promise<Record<string, string>> => {
  const scherm = await app.haal(pad, MANAGER)
  assert.equal(scherm.status, 200, pad)
  return veldenUit(scherm.tekst)
}

export const SCHERMEN = [
  '/wijzigen/programma',
  '/wijzigen/nieuw/onderdeel',
  '/wijzigen/nieuw/doel',
  '/wijzigen/nieuw/bron',
  '/wijzigen/nieuw/groep',
  '/wijzigen/onderdelen/inloop',
  '/wijzigen/onderdelen/inloop/mijlpalen',
  '/wijzigen/onderdelen/inloop/raming',
  '/wijzigen/onderdelen/inloop/beeindigen',
  '/wijzigen/doelen/samen',
  '/wijzigen/bronnen/rijk',
  '/wijzigen/groepen/lijn',
]
