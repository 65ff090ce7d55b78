import type { IncomingMessage } from 'node:http'
import type { Context, MiddlewareHandler, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { magLangDuren } from '#start/web/geduld.ts'
import {
  foutAntwoord,
  type Invoerplek,
  magBezoeker,
  type Omgeving,
  RAND_BYTES,
  routeVoor,
} from '#toegang/deur.ts'

const MB = 1024 * 1024
const GROOTSTE_FORMULIER = 1 * MB
const GROOTSTE_BESTAND = 12 * MB

/**
 * Weigert te grote inhoud voordat zij in het geheugen staat. Wie hier niets mag, wordt niet eens gelezen: die krijgt
 * zo zijn weigering van de route zelf.
 */
export function begrensInhoud(invoer?: Invoerplek): MiddlewareHandler<Omgeving> {
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
    if (route.inhoud === 'groot') return laatStromen(c, next, invoer)
    return route.inhoud === 'bestand' ? bestand(c, next) : formulier(c, next)
  }
}

/** Een groot bestand telt de route zelf mee terwijl het binnenstroomt; wie vooraf al te veel meldt, hoort het meteen. */
async function laatStromen(
  c: Context<Omgeving>,
  next: Next,
  invoer: Invoerplek | undefined,
): Promise<Response | undefined> {
  if (invoer === undefined) throw new Error('een route voor grote bestanden zonder plek om ze te laten')
  if (Number(c.req.header('content-length') ?? 0) > invoer.grootste + RAND_BYTES)
    return foutAntwoord(c, 'te_groot', {
      zin: `Dit bestand mag hoogstens ${Math.floor(invoer.grootste / MB)} MB groot zijn. Er is niets bewaard. Maak het kleiner en probeer het opnieuw.`,
    })
  c.set('invoer', invoer)
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  if (incoming !== undefined) magLangDuren(incoming)
  await next()
  return undefined
}
