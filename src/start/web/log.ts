import type { MiddlewareHandler } from 'hono'
import pino, { type Logger } from 'pino'
import type { Koppen } from '#start/web/koppen.ts'
import { verzoekKenmerk } from '#start/web/verzoek.ts'
import { type Omgeving, routeVoor } from '#toegang/deur.ts'

/** Logs als JSON-regels op de foutuitvoer. Nooit namen, adressen, cookies, paden of zoekvragen: alleen het patroon. */
export const maakLog = (niveau: string): Logger =>
  pino({ level: niveau, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))

/** De buitenste laag: kenmerk van het verzoek, beveiligingskoppen op elk antwoord, één logregel. */
export const omlijst =
  (log: Logger, koppenVoor: (gemeente: string | undefined) => Koppen): MiddlewareHandler<Omgeving> =>
  async (c, next) => {
    const begin = performance.now()
    const verzoek = verzoekKenmerk(c.req.header('x-request-id'))
    c.set('verzoek', verzoek)
    await next()
    const gemeente = c.get('bezoek')?.gemeente.code
    for (const [naam, waarde] of koppenVoor(gemeente)) c.res.headers.set(naam, waarde)
    c.res.headers.set('x-request-id', verzoek)
    log.info({
      verzoek,
      methode: c.req.method,
      route: routeVoor(c)?.pad ?? 'geen',
      status: c.res.status,
      ms: Math.round(performance.now() - begin),
      gemeente,
    })
  }

/** Van een ongeluk alleen soort en plek: de tekst van een fout kan invoer van mensen bevatten. */
export function logOngeluk(log: Logger, fout: unknown, verzoek: string, route: string): void {
  const isFout = fout instanceof Error
  log.error({
    verzoek,
    route,
    fout: isFout ? fout.name : typeof fout,
    code: codeVan(fout),
    plek: isFout
      ? fout.stack
          ?.split('\n')
          .filter((regel) => regel.startsWith('    at '))
          .slice(0, 12)
      : undefined,
  })
}

function codeVan(fout: unknown): string | undefined {
  const code = typeof fout === 'object' && fout !== null && 'code' in fout ? fout.code : undefined
  return typeof code === 'string' && /^\w{1,40}$/u.test(code) ? code : undefined
}
