import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { BlankInput } from 'hono/types'
import { magBezoeker, type Omgeving } from '#toegang/bezoek.ts'
import { weiger } from '#toegang/fout.page.tsx'
import { type Handeling, MATRIX } from '#toegang/matrix.ts'

/**
 * De enige weg waarlangs een kamer een pagina of api-pad aanmeldt: zonder handeling uit de matrix geen route. Zo is
 * "mag niet" de uitgangsstand, en kan een test alle routes met alle rollen aflopen.
 */

const METHODEN = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Methode = (typeof METHODEN)[number]

export type RouteOpties = {
  /** Hoe groot het verzoek mag zijn: een formulier (1 MB, de uitgangsstand), een bestand (12 MB), of `groot`. */
  inhoud?: 'formulier' | 'bestand' | 'groot'
  /** Welke emmer het aantal verzoeken per bezoeker begrenst; zonder opgave geen. */
  tempo?: Tempo
  /** `false`: deze openbare pagina verschilt per bezoek en mag niet worden bewaard. */
  bewaar?: boolean
  /** Deze POST verandert niets: hij rekent alleen, mag dus van overal komen en maakt geen bewaarde pagina oud. */
  leest?: boolean
  /** Deze POST mag van elke site en elk programma komen: het bewijs zit in het adres zelf, niet in een sessie. */
  overal?: boolean
  /** Antwoordt ook op een onbekende hostnaam; de handler heeft dan geen `bezoek`. */
  zonderGemeente?: boolean
}
export type Tempo = 'inlog' | 'duur'

export type Route = { methode: Methode; pad: string; handeling: Handeling } & Required<
  Omit<RouteOpties, 'tempo'>
> & { tempo: Tempo | undefined }

type Handelaar<Pad extends string> = (c: Context<Omgeving, Pad, BlankInput>) => Response | Promise<Response>

type Aanmelden = <const Pad extends string>(
  handeling: Handeling,
  pad: Pad,
  handelaar: Handelaar<Pad>,
  opties?: RouteOpties,
) => Routes

export type Routes = {
  readonly hono: Hono<Omgeving>
  get: Aanmelden
  post: Aanmelden
  put: Aanmelden
  patch: Aanmelden
  delete: Aanmelden
}

const AANGEMELD = new WeakMap<object, Route>()

/** De gegevens van een route, als deze handler langs `maakRoutes` is aangemeld. */
export const routeVan = (handler: object): Route | undefined => AANGEMELD.get(handler)

/** De route die dit verzoek gaat beantwoorden, met haar volledige pad; `undefined` als er geen is. */
export function routeVoor(c: Context): Route | undefined {
  for (const { handler, path } of matchedRoutes(c)) {
    const route = AANGEMELD.get(handler)
    if (route !== undefined) return { ...route, pad: path }
  }
  return undefined
}

/** Een verzameling routes van één kamer; `start` hangt haar onder een voorvoegsel. */
export function maakRoutes(): Routes {
  const hono = new Hono<Omgeving>()
  const aanmelden =
    (methode: Methode): Aanmelden =>
    (handeling, pad, handelaar, opties = {}) => {
      const bewaakt: MiddlewareHandler<Omgeving> = async (c) =>
        magBezoeker(c.get('bezoek') ?? ZONDER_BEZOEK, handeling)
          ? handelaar(c as unknown as Parameters<typeof handelaar>[0])
          : weiger(c)
      AANGEMELD.set(bewaakt, maakRoute(methode, pad, handeling, opties))
      hono.on(methode, pad, bewaakt)
      return routes
    }
  const routes: Routes = {
    hono,
    get: aanmelden('GET'),
    post: aanmelden('POST'),
    put: aanmelden('PUT'),
    patch: aanmelden('PATCH'),
    delete: aanmelden('DELETE'),
  }
  return routes
}

const ZONDER_BEZOEK = { wie: undefined }

function maakRoute(methode: Methode, pad: string, handeling: Handeling, opties: RouteOpties): Route {
  const openbaar = (MATRIX[handeling] as readonly string[]).includes('inwoner')
  return {
    methode,
    pad,
    handeling,
    inhoud: opties.inhoud ?? 'formulier',
    tempo: opties.tempo,
    bewaar: methode === 'GET' && openbaar && opties.bewaar !== false,
    leest: opties.leest ?? false,
    overal: opties.overal ?? false,
    zonderGemeente: opties.zonderGemeente ?? false,
  }
}

type AlleRoutes = { routes: readonly { method: string; path: string; handler: object }[] }

/** Alle aangemelde routes van een samengestelde app, met hun volledige pad: voor de rondgang door de rechten. */
export const alleRoutes = (app: AlleRoutes): Route[] =>
  app.routes.flatMap(({ handler, path }) => {
    const route = routeVan(handler)
    return route === undefined ? [] : [{ ...route, pad: path }]
  })

/** Wat wel kan antwoorden maar niet langs de matrix gaat, behalve de genoemde tussenlagen. Hoort leeg te zijn. */
export const onbewaakteRoutes = (app: AlleRoutes, tussenlagen: ReadonlySet<object>): string[] =>
  app.routes
    .filter(({ handler }) => routeVan(handler) === undefined && !tussenlagen.has(handler))
    .map(({ method, path }) => `${method} ${path}`)
