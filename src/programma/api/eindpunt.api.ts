import type { Context } from 'hono'
import { invoerfout } from '#basis/invoerfout.ts'
import { probleemAntwoord } from '#basis/probleem.ts'
import { adresVan } from '#programma/api/adres.ts'
import { leesContext } from '#programma/api/context.api.ts'
import type { Eindpunt, Eindpuntcontext } from '#programma/api/eindpunt.ts'
import { ANDERE_INHOUD, GEEN_JSON, SLEUTEL_NODIG, VRAAG_KLOPT_NIET } from '#programma/api/teksten.ts'
import { API_PAD, type Planvraag } from '#programma/api/vorm.ts'
import { leesVraag } from '#programma/api/vraag.ts'
import type { Programmakamer } from '#programma/planbezoek.tsx'
import type { Omgeving, Routes } from '#toegang/deur.ts'

/** Meldt eindpunten aan; elk vraagt eerst de matrix, keurt dan de invoer, en roept dan pas de flow. */
export function eindpuntRoutes(routes: Routes, kamer: Programmakamer, eindpunten: readonly Eindpunt[]): void {
  for (const punt of eindpunten) {
    const pad = `${API_PAD}${punt.pad}` as const
    if (punt.methode === 'get') routes.get(punt.handeling, pad, (c) => lees(c, kamer, punt))
    else routes.post(punt.handeling, pad, (c) => schrijf(c, kamer, punt))
  }
}

const GEEN_VERZOEK = { sleutel: '', inhoud: null }

async function lees(c: Context<Omgeving>, kamer: Programmakamer, punt: Eindpunt): Promise<Response> {
  const vraag = leesVraag(punt.vraag, new URL(c.req.url).searchParams)
  if (!vraag.ok) return probleemAntwoord(400, 'vraag_klopt_niet', VRAAG_KLOPT_NIET, { fouten: vraag.reden })
  const context = await contextVoor(c, kamer, vraag.waarde as Planvraag)
  if (context instanceof Response) return context
  const id = c.req.param('id') ?? ''
  return antwoord(
    await punt.doe(context, { id, vraag: vraag.waarde, inhoud: undefined, verzoek: GEEN_VERZOEK }),
    200,
  )
}

/** Zichtbare tekens, genoeg om uniek te zijn. */
const SLEUTEL = /^[\x21-\x7e]{8,100}$/u

async function schrijf(c: Context<Omgeving>, kamer: Programmakamer, punt: Eindpunt): Promise<Response> {
  const vraag = leesVraag(punt.vraag, new URL(c.req.url).searchParams)
  if (!vraag.ok) return probleemAntwoord(400, 'vraag_klopt_niet', VRAAG_KLOPT_NIET, { fouten: vraag.reden })
  const sleutel = c.req.header('idempotency-key') ?? ''
  if (!SLEUTEL.test(sleutel)) return probleemAntwoord(400, 'sleutel_ontbreekt', SLEUTEL_NODIG)
  if (!isJson(c.req.header('content-type'))) return probleemAntwoord(415, 'geen_json', ANDERE_INHOUD)
  const gegevens = alsJson(await c.req.text())
  if (gegevens === undefined) return probleemAntwoord(400, 'json_onleesbaar', GEEN_JSON)
  const inhoud = punt.inhoud?.schema.safeParse(gegevens, { reportInput: true })
  if (inhoud?.success !== true) {
    const fouten = (inhoud?.error.issues ?? []).map((fout) => ({
      pad: fout.path.join('.'),
      melding: invoerfout(fout),
    }))
    return probleemAntwoord(400, 'invoer_klopt_niet', VRAAG_KLOPT_NIET, { fouten })
  }
  const context = await contextVoor(c, kamer, vraag.waarde as Planvraag)
  if (context instanceof Response) return context
  const id = c.req.param('id') ?? ''
  // De sleutel is van wie haar koos: twee programma's kunnen dezelfde bedenken.
  const verzoek = {
    sleutel: `api ${context.bezoek.wie?.account ?? ''} ${sleutel}`,
    inhoud: { pad: c.req.path, vraag: vraag.waarde, inhoud: gegevens },
  }
  return antwoord(await punt.doe(context, { id, vraag: vraag.waarde, inhoud: inhoud.data, verzoek }), 201)
}

function antwoord(uitkomst: Awaited<ReturnType<Eindpunt['doe']>>, status: 200 | 201): Response {
  if (uitkomst.ok) return Response.json(uitkomst.waarde, { status })
  const { status: nummer, code, detail } = uitkomst.reden
  return probleemAntwoord(nummer, code, detail)
}

async function contextVoor(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  { plan }: Planvraag,
): Promise<Eindpuntcontext | Response> {
  const context = await leesContext(c, kamer, { plan }, true)
  if (context instanceof Response) return context
  if (context.plan === undefined) throw new Error('eindpunt zonder plan')
  return {
    bezoek: c.get('bezoek'),
    kamer,
    plan: context.plan,
    adres: adresVan({ plan }),
    pagina: context.pagina,
  }
}

const isJson = (soort: string | undefined): boolean =>
  /^application\/(?:[\w.-]+\+)?json$/u.test(soort?.split(';')[0]?.trim().toLowerCase() ?? '')

function alsJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
