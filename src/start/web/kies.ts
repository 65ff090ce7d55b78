import type { MiddlewareHandler } from 'hono'
import { kiesGemeente } from '#start/gemeenten.ts'
import { isProgramma } from '#start/web/herkomst.ts'
import type { AppOpties } from '#start/web/opties.ts'
import {
  findIngelogd,
  findProgramma,
  foutAntwoord,
  leesApisleutel,
  leesSessiekoekje,
  type Omgeving,
  routeVoor,
} from '#toegang/deur.ts'

/** De naam uit een Host-kop, zonder poort en in kleine letters. */
const hostnaam = (url: string): string => new URL(url).hostname.toLowerCase()

/** Kiest de gemeente bij de hostnaam. Een onbekende host hoort niet welke gemeenten er wel zijn. */
export const kiesBijHost =
  ({ gemeenten, databank, klok }: AppOpties): MiddlewareHandler<Omgeving> =>
  async (c, next) => {
    const gemeente = kiesGemeente(gemeenten(), hostnaam(c.req.url))
    if (gemeente === undefined)
      return routeVoor(c)?.zonderGemeente === true ? next() : foutAntwoord(c, 'host_onbekend')
    c.set('bezoek', {
      gemeente: { code: gemeente.code, naam: gemeente.naam },
      db: databank.gemeente(gemeente.code),
      wie: undefined,
      verzoek: c.get('verzoek'),
      klok,
    })
    return next()
  }

/** Wat de eigen schrijver net veranderde, mag hij niet oud terugzien terwijl de melding nog onderweg is. */
export const vergeetNaSchrijven =
  ({ naSchrijven }: Pick<AppOpties, 'naSchrijven'>): MiddlewareHandler<Omgeving> =>
  async (c, next) => {
    await next()
    const gemeente = c.get('bezoek')?.gemeente.code
    const leest = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || routeVoor(c)?.leest === true
    if (gemeente !== undefined && !leest) naSchrijven(gemeente)
  }

/** Zoekt bij de cookie de sessie, in het schema van deze gemeente: die van een andere bestaat hier niet. */
export const herkenSessie =
  (veilig: boolean): MiddlewareHandler<Omgeving> =>
  async (c, next) => {
    const bezoek = c.get('bezoek')
    if (bezoek !== undefined && isProgramma(c)) {
      const wie = await findProgramma(bezoek, leesApisleutel(c.req.header('authorization')) ?? '')
      if (wie === undefined) return foutAntwoord(c, 'niet_ingelogd')
      c.set('bezoek', { ...bezoek, wie })
      return next()
    }
    const sleutel = leesSessiekoekje(c, veilig)
    if (bezoek !== undefined && sleutel !== undefined && routeVoor(c)?.zonderGemeente !== true)
      c.set('bezoek', { ...bezoek, wie: await findIngelogd(bezoek, sleutel) })
    return next()
  }
