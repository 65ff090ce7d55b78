import type { IncomingMessage } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { timeout } from 'hono/timeout'
import { LANGSTE_INVOER_MS, type Omgeving, routeVoor } from '#toegang/deur.ts'

/** Wat langer duurt, krijgt een zin; de database stopt zelf al eerder. */
const GEDULD_MS = 25_000
/** Een bestand van 12 MB over een trage verbinding. */
const GEDULD_BESTAND_MS = 100_000

export function begrensDuur(geduldMs = GEDULD_MS): MiddlewareHandler<Omgeving> {
  const gewoon = timeout(geduldMs, new HTTPException(503))
  const bestand = timeout(Math.max(geduldMs, GEDULD_BESTAND_MS), new HTTPException(503))
  const groot = timeout(LANGSTE_INVOER_MS + GEDULD_BESTAND_MS, new HTTPException(503))
  const per = { formulier: gewoon, bestand, groot }
  return (c, next) => per[routeVoor(c)?.inhoud ?? 'formulier'](c, next)
}

/** Zo lang mag een verzoek erover doen om binnen te komen; wie dan nog stuurt, houdt een verbinding bezet. */
const BINNEN_MS = 120_000
/** Node kent maar één grens voor alle verzoeken: die van de grootste. De kleinere bewaken wij hier. */
export const LANGST_BINNEN_MS = LANGSTE_INVOER_MS + GEDULD_BESTAND_MS

const LANG = new WeakSet<IncomingMessage>()

/** Alleen voor wie mag insturen wat zo groot is. */
export const magLangDuren = (vraag: IncomingMessage): void => void LANG.add(vraag)

/** Verbreekt de verbinding met wie na twee minuten nog niet alles stuurde. */
export function bewaakBinnenkomst(vraag: IncomingMessage, binnenMs = BINNEN_MS): void {
  const { 'content-length': lengte, 'transfer-encoding': vorm } = vraag.headers
  if (vorm === undefined && (lengte === undefined || lengte === '0')) return
  const wekker = setTimeout(() => {
    if (!vraag.complete && !LANG.has(vraag)) vraag.socket.destroy()
  }, binnenMs)
  wekker.unref()
  vraag.once('close', () => clearTimeout(wekker))
}
