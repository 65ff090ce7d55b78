import type { Context } from 'hono'
import { type Probleem, probleemAntwoord } from '#basis/probleem.ts'
import { bladeren } from '#programma/api/bladeren.ts'
import { leesContext } from '#programma/api/context.api.ts'
import { eindpuntRoutes } from '#programma/api/eindpunt.api.ts'
import type { Eindpunt } from '#programma/api/eindpunt.ts'
import { EINDPUNTEN } from '#programma/api/eindpunten.api.ts'
import { openapi } from '#programma/api/openapi.ts'
import {
  ANDER_SOORT,
  GEEN_JSON,
  NIET_GEVONDEN,
  PLAN_KLOPT_NIET,
  VRAAG_KLOPT_NIET,
} from '#programma/api/teksten.ts'
import type { Verzameling } from '#programma/api/verzameling.ts'
import { VERZAMELINGEN } from '#programma/api/verzamelingen.ts'
import { API_PAD, type Bladervraag, type Planvraag } from '#programma/api/vorm.ts'
import { leesVraag } from '#programma/api/vraag.ts'
import { apiPagina } from '#programma/api/wegwijzer.page.tsx'
import { leesPlan } from '#programma/plan-lezen.ts'
import type { Programmakamer } from '#programma/planbezoek.tsx'
import { alsUitvoer, controleer } from '#programma/plancontrole/plancontrole.ts'
import { maakRoutes, type Omgeving, type Routes } from '#toegang/deur.ts'

/**
 * De api van programma. Zij leest dezelfde versies als de schermen en beslist niets. `meer` zijn de eindpunten van kamers
 * boven deze, in dezelfde vorm.
 */
export function programmaApi(kamer: Programmakamer, meer?: readonly Eindpunt[]): Routes {
  const routes = maakRoutes()
  apiPagina(routes)
  eindpuntRoutes(routes, kamer, [...EINDPUNTEN, ...(meer ?? [])])
  routes.get('plan.lezen', `${API_PAD}/openapi.json`, (c) => beschrijving(c, meer))
  for (const verzameling of VERZAMELINGEN) {
    const pad = `${API_PAD}/${verzameling.naam}` as const
    routes.get('plan.lezen', pad, (c) => lijst(c, kamer, verzameling))
    routes.get('plan.lezen', `${pad}/:id`, (c) => een(c, kamer, verzameling))
    routes.get('plan.lezen', `${pad}/:id/geschiedenis`, (c) => geschiedenis(c, kamer, verzameling))
  }
  return routes.post('plan.bestand.controleren', `${API_PAD}/plancontrole`, controleerPlan, {
    inhoud: 'bestand',
    tempo: 'duur',
  })
}

const antwoord = (inhoud: unknown): Response => Response.json(inhoud)

const probleem = (status: number, code: string, detail: string, fouten?: Probleem['fouten']): Response =>
  probleemAntwoord(status, code, detail, fouten === undefined ? {} : { fouten })

/** De beschrijving, met de gemeente van deze website als wie er meer van weet. */
async function beschrijving(c: Context<Omgeving>, meer?: readonly Eindpunt[]): Promise<Response> {
  const { info, ...rest } = await openapi(meer)
  const contact = { name: `Gemeente ${c.get('bezoek').gemeente.naam}`, url: new URL('/over', c.req.url).href }
  return antwoord({ ...rest, info: { ...info, contact } })
}

const parametersVan = (c: Context): URLSearchParams => new URL(c.req.url).searchParams

async function lijst(c: Context<Omgeving>, kamer: Programmakamer, soort: Verzameling): Promise<Response> {
  const vraag = leesVraag(soort.vraag.lijst, parametersVan(c))
  if (!vraag.ok) return probleem(400, 'vraag_klopt_niet', VRAAG_KLOPT_NIET, vraag.reden)
  const velden = vraag.waarde as Record<string, unknown> & Bladervraag & Planvraag
  const context = await leesContext(c, kamer, velden, soort.metPlan)
  if (context instanceof Response) return context
  const { pagina: _, plan: __, versie: ___, ...filters } = velden
  const adres = (pagina: number): string => context.adres(`/${soort.naam}`, { ...filters, pagina })
  return antwoord(bladeren(await soort.zoek(context, velden), velden, adres))
}

async function een(c: Context<Omgeving>, kamer: Programmakamer, soort: Verzameling): Promise<Response> {
  const vraag = leesVraag(soort.vraag.een, parametersVan(c))
  if (!vraag.ok) return probleem(400, 'vraag_klopt_niet', VRAAG_KLOPT_NIET, vraag.reden)
  const context = await leesContext(c, kamer, vraag.waarde as Planvraag, soort.metPlan)
  if (context instanceof Response) return context
  const ding = await soort.vind(context, c.req.param('id') ?? '')
  return ding === undefined ? nietGevonden(soort) : antwoord(ding)
}

async function geschiedenis(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  soort: Verzameling,
): Promise<Response> {
  const vraag = leesVraag(soort.vraag.geschiedenis, parametersVan(c))
  if (!vraag.ok) return probleem(400, 'vraag_klopt_niet', VRAAG_KLOPT_NIET, vraag.reden)
  const velden = vraag.waarde as Bladervraag & Planvraag
  const context = await leesContext(c, kamer, velden, soort.metPlan)
  if (context instanceof Response) return context
  const id = c.req.param('id') ?? ''
  const regels = await soort.geschiedenis(context, id)
  if (regels.length === 0 && (await soort.vind(context, id)) === undefined) return nietGevonden(soort)
  const zelf = `/${soort.naam}/${encodeURIComponent(id)}/geschiedenis`
  const { paginaGrootte } = velden
  return antwoord(bladeren(regels, velden, (pagina) => context.adres(zelf, { paginaGrootte, pagina })))
}

const nietGevonden = (soort: Verzameling): Response =>
  probleem(404, 'niet_gevonden', NIET_GEVONDEN.ding(soort.een))

/** Kijkt een planbestand na zonder het te bewaren: hetzelfde antwoord als `plan controleer --json`. */
async function controleerPlan(c: Context<Omgeving>): Promise<Response> {
  const soort = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (soort !== 'application/json') return probleem(415, 'geen_json', ANDER_SOORT)
  const gegevens = alsJson(await c.req.text())
  if (gegevens === undefined) return probleem(400, 'json_onleesbaar', GEEN_JSON)
  const plan = leesPlan(gegevens)
  if (!plan.ok) return probleem(400, 'plan_klopt_niet', PLAN_KLOPT_NIET, plan.reden)
  return antwoord(alsUitvoer(plan.waarde, controleer(plan.waarde)))
}

function alsJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
