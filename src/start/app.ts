import type { RequestListener } from 'node:http'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'
import { API_VERSIE } from '#programma/deur.ts'
import { keurAdres } from '#start/web/adres.ts'
import { bewaarPaginas } from '#start/web/bewaarlaag.ts'
import { begrensDuur } from '#start/web/geduld.ts'
import { eigenHerkomst } from '#start/web/herkomst.ts'
import { begrensInhoud } from '#start/web/inhoud.ts'
import { herkenSessie, kiesBijHost, vergeetNaSchrijven } from '#start/web/kies.ts'
import { beveiligingskoppen, type Koppen } from '#start/web/koppen.ts'
import { logOngeluk, omlijst } from '#start/web/log.ts'
import { maakLuisteraar } from '#start/web/luisteraar.ts'
import type { AppOpties } from '#start/web/opties.ts'
import { maakPaginacache, type Paginacache } from '#start/web/paginacache.ts'
import { begrensTempo, EMMERS } from '#start/web/tempo.ts'
import { bestandRoutes, gezondRoutes } from '#start/web/vast.ts'
import {
  accountadresRoutes,
  accountRoutes,
  alleRoutes,
  apisleutelRoutes,
  berichtRoutes,
  FOUTEN,
  type Foutcode,
  foutAntwoord,
  inlogRoutes,
  logboekRoutes,
  type Omgeving,
  onbewaakteRoutes,
  type Route,
  type Routes,
  routeVan,
  routeVoor,
  sessieRoutes,
} from '#toegang/deur.ts'

export type WebApp = {
  hono: Hono<Omgeving>
  cache: Paginacache
  /** Voor `node:http`: de paginacache, met Hono erachter. */
  luisteraar: RequestListener
  routes: Route[]
  tussenlagen: ReadonlySet<object>
}

const OPEN_API = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'OPTIONS'],
  exposeHeaders: ['ETag', 'Link', 'API-Version', 'X-Request-Id'],
  maxAge: 3_600,
})

/** De volledige versie van de api op elk antwoord, ook op een fout en op wat uit de cache komt. */
const toonApiVersie: MiddlewareHandler<Omgeving> = (c, next) => {
  c.res.headers.set('api-version', API_VERSIE)
  return next()
}

/** Zet de web-app in elkaar. De volgorde van de lagen is de volgorde waarin een verzoek wordt gekeurd. */
export function maakApp(opties: AppOpties): WebApp {
  const { log, veilig, proxy } = opties
  const hono = new Hono<Omgeving>()
  const cache = maakPaginacache()
  const koppenVoor = koppenPerGemeente(opties)
  const lagen: [pad: string, laag: MiddlewareHandler<Omgeving>][] = [
    ['*', omlijst(log, koppenVoor)],
    ['*', zetSchil(opties)],
    ['*', kiesBijHost(opties)],
    ['/api/*', OPEN_API],
    ['/api/*', toonApiVersie],
    ['*', keurAdres()],
    ['*', eigenHerkomst(veilig)],
    ['*', begrensTempo({ ...EMMERS, ...opties.emmers }, proxy)],
    ['*', bewaarPaginas(opties, cache, koppenVoor)],
    ['*', begrensDuur(opties.geduldMs)],
    ['*', vergeetNaSchrijven(opties)],
    ['*', herkenSessie(veilig)],
    ['*', begrensInhoud(opties.invoer)],
  ]
  for (const [pad, laag] of lagen) hono.use(pad, laag)
  const tussenlagen = new Set(hono.routes.map(({ handler }) => handler))
  hono.onError((fout, c) => vangOp(opties, fout, c))
  hono.notFound((c) => nietGevonden(hono, c))

  hono.route('/', gezondRoutes(opties).hono)
  hono.route('/', bestandRoutes().hono)
  for (const routes of toegangRoutes(opties)) hono.route('/', routes.hono)
  for (const { prefix, routes } of opties.kamers) hono.route(prefix, routes.hono)

  const lek = onbewaakteRoutes(hono, tussenlagen)
  if (lek.length > 0) throw new Error(`routes buiten de rechtenmatrix om: ${lek.join(', ')}`)
  const luisteraar = maakLuisteraar({ app: hono, cache, opties, koppen: koppenVoor(undefined) })
  return { hono, cache, luisteraar, routes: alleRoutes(hono), tussenlagen }
}

const toegangRoutes = (opties: AppOpties): Routes[] => [
  inlogRoutes({
    veilig: opties.veilig,
    demo: opties.demo,
    geheim: opties.geheim,
    dienst: opties.inlogdienst,
    beleid: opties.inlogbeleid ?? (() => ({ onbekend: 'toelaten' })),
  }),
  sessieRoutes(opties.veilig),
  accountRoutes((gemeente) => opties.inlogdienst(gemeente)?.uitgever),
  logboekRoutes(),
  apisleutelRoutes(),
  accountadresRoutes(),
  berichtRoutes(opties.post ?? { bezorger: undefined, bewaarDagen: 0 }),
]

const zetSchil =
  ({ schil }: AppOpties): MiddlewareHandler<Omgeving> =>
  (c, next) => {
    c.set('schil', () => schil({ bezoek: c.get('bezoek'), pad: c.req.path }))
    return next()
  }

/** Het formulier om uit te loggen mag alleen naar de inlogdienst van de eigen gemeente. */
function koppenPerGemeente({ veilig, inlogdienst }: AppOpties): (gemeente: string | undefined) => Koppen {
  const gemaakt = new Map<string | undefined, Koppen>()
  return (gemeente) => {
    const naar = gemeente === undefined ? undefined : inlogdienst(gemeente)?.oorsprong
    const koppen = gemaakt.get(naar) ?? beveiligingskoppen(veilig, naar)
    gemaakt.set(naar, koppen)
    return koppen
  }
}

const UITZONDERING: Record<number, Foutcode> = {
  400: 'verzoek_onleesbaar',
  413: 'te_groot',
  503: 'duurt_te_lang',
}

/** Een ongeluk: de mens krijgt een zin en het kenmerk, de beheerder vindt daarmee de plek in de log. */
async function vangOp({ log }: AppOpties, fout: unknown, c: Context<Omgeving>): Promise<Response> {
  const code = fout instanceof HTTPException ? UITZONDERING[fout.status] : undefined
  if (code === undefined) logOngeluk(log, fout, c.get('verzoek'), routeVoor(c)?.pad ?? 'geen')
  try {
    return await foutAntwoord(c, code ?? 'storing')
  } catch (tweede) {
    // Ook de foutpagina kan stuk zijn; dan is een kale zin beter dan een leeg antwoord.
    logOngeluk(log, tweede, c.get('verzoek'), 'foutpagina')
    const { titel, zin, status } = FOUTEN.storing
    return new Response(`${titel}\n\n${zin}\n\n${c.get('verzoek')}\n`, { status })
  }
}

/** Kent dit pad een andere methode, dan is dat het antwoord; anders is de pagina er niet. */
async function nietGevonden(hono: Hono<Omgeving>, c: Context<Omgeving>): Promise<Response> {
  if (routeVoor(c) !== undefined) return foutAntwoord(c, 'niet_gevonden')
  const wel = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((methode) =>
    hono.router.match(methode, c.req.path)[0].some(([[handler]]) => routeVan(handler) !== undefined),
  )
  if (wel.length === 0) return foutAntwoord(c, 'niet_gevonden')
  const antwoord = await foutAntwoord(c, 'methode_kan_niet')
  antwoord.headers.set('allow', wel.join(', '))
  return antwoord
}
