import type { Context, MiddlewareHandler } from 'hono'
import { foutAntwoord, leesApisleutel, type Omgeving, routeVoor } from '#toegang/deur.ts'

const VEILIGE_METHODEN: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/**
 * Een wijziging moet aantoonbaar van een pagina van deze site komen. De browser zegt dat zelf (`Sec-Fetch-Site`, of
 * ouder: `Origin`); wie geen van beide zegt, wordt geweigerd. Dit geldt voor elke soort inhoud, ook voor JSON. Alleen
 * een programma met een apisleutel is vrij: die sleutel stuurt geen browser uit zichzelf mee.
 */
export const eigenHerkomst =
  (veilig: boolean): MiddlewareHandler<Omgeving> =>
  async (c, next) => {
    const route = routeVoor(c)
    const vrij = VEILIGE_METHODEN.includes(c.req.method) || route?.leest === true || route?.overal === true
    if (!vrij && !isEigen(c, veilig)) return foutAntwoord(c, 'vreemde_herkomst')
    return next()
  }

function isEigen(c: Context, veilig: boolean): boolean {
  if (isProgramma(c)) return true
  const soort = c.req.header('sec-fetch-site')
  if (soort !== undefined) return soort === 'same-origin'
  return c.req.header('origin') === `${veilig ? 'https' : 'http'}://${new URL(c.req.url).host}`
}

/** Een apisleutel telt alleen bij de api; daar kijken wij dan niet naar de cookie. */
export const isProgramma = (c: Context): boolean =>
  c.req.path.startsWith('/api/') && leesApisleutel(c.req.header('authorization')) !== undefined
