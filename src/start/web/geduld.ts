import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { timeout } from 'hono/timeout'
import { type Omgeving, routeVoor } from '#toegang/deur.ts'

/** Wat langer duurt, krijgt een zin; de database stopt zelf al eerder. */
const GEDULD_MS = 25_000
/** Een bestand van 12 MB over een trage verbinding. */
const GEDULD_BESTAND_MS = 100_000

export function begrensDuur(geduldMs = GEDULD_MS): MiddlewareHandler<Omgeving> {
  const gewoon = timeout(geduldMs, new HTTPException(503))
  const bestand = timeout(Math.max(geduldMs, GEDULD_BESTAND_MS), new HTTPException(503))
  return (c, next) => (routeVoor(c)?.inhoud === 'bestand' ? bestand : gewoon)(c, next)
}
