import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { foutAntwoord, magBezoeker, type Omgeving, routeVoor } from '#toegang/deur.ts'

const MB = 1024 * 1024
const GROOTSTE_FORMULIER = 1 * MB
const GROOTSTE_BESTAND = 12 * MB

/**
 * Weigert te grote inhoud voordat zij in het geheugen staat. Wie hier niets mag, wordt niet eens gelezen: die krijgt
 * zo zijn weigering van de route zelf.
 */
export function begrensInhoud(): MiddlewareHandler<Omgeving> {
  const grens = (maxSize: number): MiddlewareHandler<Omgeving> =>
    bodyLimit({
      maxSize,
      // De verbinding blijft even open: de server leest de rest weg zonder te bewaren. Wie meteen ophangt terwijl een
      // browser nog stuurt, laat die een kapotte verbinding zien in plaats van deze zin.
      onError: (c) => foutAntwoord(c, 'te_groot'),
    })
  const [formulier, bestand] = [grens(GROOTSTE_FORMULIER), grens(GROOTSTE_BESTAND)]
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const route = routeVoor(c)
    if (route === undefined || !magBezoeker(c.get('bezoek') ?? { wie: undefined }, route.handeling))
      return next()
    return route.inhoud === 'bestand' ? bestand(c, next) : formulier(c, next)
  }
}
