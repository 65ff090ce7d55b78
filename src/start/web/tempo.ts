import { isIPv6 } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { foutAntwoord, type Omgeving, type Route, routeVoor } from '#toegang/deur.ts'

/** Een emmer met verzoeken: `inhoud` tegelijk, en daarna `perSeconde` erbij. */
export type Emmer = { inhoud: number; perSeconde: number }
export type Emmers = Record<NonNullable<Route['tempo']>, Emmer>

/** Een heel gemeentehuis kan één adres delen; raden van een inlog of leegtrekken van zoeken past hier niet in. */
export const EMMERS: Emmers = {
  inlog: { inhoud: 20, perSeconde: 1 / 3 },
  duur: { inhoud: 30, perSeconde: 2 },
}

const MEESTE_BEZOEKERS = 10_000

type Stand = { over: number; op: number }

/** Telt per bezoeker; vergeet wie het langst niets vroeg, zodat het geheugen begrensd is. */
export function maakTeller(emmer: Emmer, meeste = MEESTE_BEZOEKERS) {
  const standen = new Map<string, Stand>()
  return {
    /** Nul: ga je gang. Anders hoeveel seconden wachten. */
    neem(wie: string, nuMs: number): number {
      const eerder = standen.get(wie)
      const verstreken = eerder === undefined ? 0 : Math.max(0, nuMs - eerder.op) / 1_000
      const over = Math.min(emmer.inhoud, (eerder?.over ?? emmer.inhoud) + verstreken * emmer.perSeconde)
      standen.delete(wie)
      standen.set(wie, { over: over >= 1 ? over - 1 : over, op: nuMs })
      if (standen.size > meeste) standen.delete(standen.keys().next().value ?? '')
      return over >= 1 ? 0 : Math.ceil((1 - over) / emmer.perSeconde)
    },
    get aantal(): number {
      return standen.size
    },
  }
}

/** Het adres dat telt: één computer bij IPv4, één aansluiting (/64) bij IPv6. Alleen voor tellen, nooit voor logs. */
export function bezoekersAdres(c: Context, proxy: boolean): string {
  const doorgegeven = proxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const adres = doorgegeven ?? socketAdres(c) ?? 'onbekend'
  if (adres.startsWith('::ffff:')) return adres.slice(7)
  return isIPv6(adres) ? volledig(adres).slice(0, 4).join(':') : adres
}

function socketAdres(c: Context): string | undefined {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return env?.incoming?.socket?.remoteAddress
}

function volledig(adres: string): string[] {
  const [kop = '', staart] = adres.split('::')
  const voor = kop === '' ? [] : kop.split(':')
  const na = staart === undefined || staart === '' ? [] : staart.split(':')
  return [...voor, ...Array.from({ length: Math.max(0, 8 - voor.length - na.length) }, () => '0'), ...na]
}

export function begrensTempo(emmers: Emmers, proxy: boolean): MiddlewareHandler<Omgeving> {
  const tellers = { inlog: maakTeller(emmers.inlog), duur: maakTeller(emmers.duur) }
  return async (c, next) => {
    const tempo = routeVoor(c)?.tempo
    if (tempo === undefined) return next()
    const wachten = tellers[tempo].neem(bezoekersAdres(c, proxy), performance.now())
    if (wachten === 0) return next()
    const antwoord = await foutAntwoord(c, 'te_vaak')
    antwoord.headers.set('retry-after', String(wachten))
    return antwoord
  }
}
