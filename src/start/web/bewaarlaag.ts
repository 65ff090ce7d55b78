import type { Context, MiddlewareHandler } from 'hono'
import type { Koppen } from '#start/web/koppen.ts'
import type { AppOpties } from '#start/web/opties.ts'
import {
  afdrukVan,
  etagVan,
  GELDIG_MS,
  heeftAl,
  type Pagina,
  type Paginacache,
  sleutelVan,
  vormVoor,
} from '#start/web/paginacache.ts'
import { leesSessiekoekje, type Omgeving, type Route, routeVoor, sessieNaam } from '#toegang/deur.ts'

/** Wat het antwoord van een openbare pagina verder draagt; `no-cache`: bewaren mag, maar vraag het eerst na. */
const GEWOON = 'no-cache'
const VARY = 'Accept-Encoding, Authorization, Cookie'

export const heeftSessie = (cookie: string | undefined, veilig: boolean): boolean =>
  cookie?.includes(`${sessieNaam(veilig)}=`) === true

/**
 * Vult de paginacache met wat een openbare route voor een anonieme bezoeker tekende, en geeft elk ander antwoord
 * `no-store` mee als de route zelf niets zei.
 */
export function bewaarPaginas(
  { kop, veilig }: Pick<AppOpties, 'kop' | 'veilig'>,
  cache: Paginacache,
  koppenVoor: (gemeente: string) => Koppen,
): MiddlewareHandler<Omgeving> {
  return async (c, next) => {
    const begonnenIn = cache.tijdperk()
    const gemeente = c.get('bezoek')?.gemeente.code
    const kopVooraf = gemeente === undefined ? undefined : kop(gemeente)
    await next()
    const route = routeVoor(c)
    if (gemeente === undefined || !isTeBewaren(c, route, veilig)) {
      if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
      return
    }
    const lijf = new Uint8Array(await c.res.arrayBuffer())
    const pagina = maakPagina(c.res, lijf, gemeente, kopVooraf ?? '', koppenVoor(gemeente))
    const sleutel = sleutelUit(c.req.url)
    const vorm = vormVoor(c.req.header('accept-encoding'), pagina)
    if (kopVooraf !== undefined) cache.bewaar(sleutel, pagina, begonnenIn)
    const koppen = new Headers(paren(pagina.koppen))
    koppen.set('etag', etagVan(pagina.afdruk, vorm))
    if (vorm !== 'kaal') koppen.set('content-encoding', vorm)
    const gevraagd = c.req.header('if-none-match')
    c.res = undefined
    if (gevraagd !== undefined && heeftAl(gevraagd, pagina.afdruk)) {
      koppen.delete('content-type')
      koppen.delete('content-encoding')
      c.res = new Response(null, { status: 304, headers: koppen })
    } else c.res = new Response(Buffer.from(cache.inVorm(sleutel, pagina, vorm)), { headers: koppen })
  }
}

/**
 * Uit hetzelfde adres waarmee de gemeente is gekozen, en niet uit de Host-kop: wie in de eerste regel van het verzoek
 * een andere host noemt dan in die kop, zou anders de pagina van de ene gemeente onder de andere bewaren.
 */
function sleutelUit(adres: string): string {
  const begin = adres.indexOf('//') + 2
  const pad = adres.indexOf('/', begin)
  return sleutelVan(adres.slice(begin, pad), adres.slice(pad))
}

function isTeBewaren(c: Context<Omgeving>, route: Route | undefined, veilig: boolean): boolean {
  if (route?.bewaar !== true || c.res.status !== 200) return false
  if (c.req.header('authorization') !== undefined) return false
  if (heeftSessie(c.req.header('cookie'), veilig) || leesSessiekoekje(c, veilig) !== undefined) return false
  const { headers } = c.res
  return (
    !headers.has('set-cookie') &&
    !headers.has('content-encoding') &&
    !/no-store|private/u.test(headers.get('cache-control') ?? '')
  )
}

const PER_VORM: readonly string[] = ['etag', 'content-length', 'content-encoding', 'x-request-id']

function maakPagina(
  antwoord: Response,
  lijf: Uint8Array,
  gemeente: string,
  kop: string,
  beveiliging: Koppen,
): Pagina {
  const koppen = new Headers(antwoord.headers)
  for (const naam of PER_VORM) koppen.delete(naam)
  if (!koppen.has('cache-control')) koppen.set('cache-control', GEWOON)
  koppen.set('vary', VARY)
  for (const [naam, waarde] of beveiliging) koppen.set(naam, waarde)
  return {
    gemeente,
    kop,
    totMs: Date.now() + GELDIG_MS,
    lijf,
    type: koppen.get('content-type') ?? '',
    afdruk: afdrukVan(lijf),
    koppen: [...koppen].flat(),
    geperst: {},
  }
}

const paren = (plat: readonly string[]): [string, string][] =>
  plat.flatMap((naam, i) => (i % 2 === 0 ? [[naam, plat[i + 1] ?? '']] : []))
