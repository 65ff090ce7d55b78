import type { Context } from 'hono'
import { z } from 'zod'
import { invoerfout } from '#basis/invoerfout.ts'
import { probleemAntwoord } from '#basis/probleem.ts'
import { Marginalen } from '#regels/bevolking/marginalen.ts'
import type { Rekenweigering } from '#regels/motor/binding.ts'
import { maakKamers } from '#regels/schermen/kamers.ts'
import { maakSimulatieApi } from '#regels/simulatie/simulatie.api.ts'
import { weigerzin } from '#regels/teksten.ts'
import { berekeningUit, parameterlijstUit, regellijstUit } from '#regels/uitvoer.ts'
import { Variant } from '#regels/variant/variant.ts'
import { Berekeningvraag } from '#regels/vormen.ts'
import type { Rekenkamer } from '#regels/wet/wet.ts'
import { maakRoutes, type Omgeving, type Routes } from '#toegang/deur.ts'

const API = '/api/v1'

/** De api van de regels: rekenen zonder iets te bewaren, en de bedragen als open data. */
export function regelsApi(): Routes {
  const kamer = maakKamers()
  const simuleer = maakSimulatieApi()
  const van = (c: Context<Omgeving>): Rekenkamer => kamer(c.get('bezoek').gemeente.code)
  return maakRoutes()
    .post('regels.lezen', `${API}/berekeningen`, (c) => bereken(c, van(c)), { leest: true })
    .post('regels.lezen', `${API}/simulaties`, (c) => (isJson(c) ? simuleer(c) : geenJson()), {
      leest: true,
      tempo: 'duur',
    })
    .get('regels.lezen', '/schema/berekening-1.json', (c) => schema(c, Berekeningvraag))
    .get('regels.lezen', '/schema/variant-1.json', (c) => schema(c, Variant))
    .get('regels.lezen', '/schema/bevolking-1.json', (c) => schema(c, Marginalen))
    .get('regels.lezen', `${API}/parameters`, (c) =>
      Response.json({ parameters: [...van(c).tabel.parameters.values()].map(parameterlijstUit) }),
    )
    .get('regels.lezen', `${API}/parameters/:id`, (c) => {
      const een = van(c).tabel.parameters.get(c.req.param('id'))
      return een === undefined
        ? probleemAntwoord(404, 'niet_gevonden', 'Deze parameter is er niet.')
        : Response.json(parameterlijstUit(een))
    })
    .get('regels.lezen', `${API}/regels`, () => Response.json(regellijstUit()))
}

const schema = (c: Context<Omgeving>, vorm: z.ZodType): Response =>
  c.body(JSON.stringify(z.toJSONSchema(vorm, { io: 'input' }), undefined, 2), 200, {
    'content-type': 'application/schema+json; charset=utf-8',
  })
const isJson = (c: Context<Omgeving>): boolean =>
  c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() === 'application/json'
const geenJson = (): Response => probleemAntwoord(415, 'geen_json', 'Stuur de vraag als application/json.')

async function bereken(c: Context<Omgeving>, kamer: Rekenkamer): Promise<Response> {
  if (!isJson(c)) return geenJson()
  const gelezen = Berekeningvraag.safeParse(leesJson(await c.req.text()), { reportInput: true })
  if (!gelezen.success)
    return probleemAntwoord(400, 'vraag_klopt_niet', 'De vraag is niet te lezen. Er is niets uitgerekend.', {
      fouten: gelezen.error.issues.map((fout) => ({ pad: fout.path.join('.'), melding: invoerfout(fout) })),
    })
  const { regel, datum, bekendOp, invoer } = gelezen.data
  const machine = kamer.op(datum, bekendOp)
  const uitkomst = machine.reken(regel, invoer)
  if (uitkomst.ok)
    return Response.json(berekeningUit(machine, uitkomst.waarde, c.get('bezoek').gemeente.code))
  return weigering(uitkomst.reden, kamer)
}

/** Wat de vrager kan verbeteren is 400, een onbekende regel 404, en wat wij niet weten 409. */
const STATUS: Readonly<Record<Rekenweigering['soort'], number>> = {
  regel_onbekend: 404,
  invoer_ontbreekt: 400,
  invoer_onjuist: 400,
  parameter_onbekend: 409,
  regel_geldt_niet: 409,
}

function weigering(reden: Rekenweigering, { tabel }: Rekenkamer): Response {
  const zin = weigerzin(reden, tabel)
  const fouten =
    reden.soort === 'invoer_onjuist'
      ? reden.fouten.map((fout) => ({ pad: `invoer.${fout.veld}`, melding: fout.zin }))
      : reden.soort === 'invoer_ontbreekt'
        ? [{ pad: `invoer.${reden.invoer}`, melding: zin }]
        : reden.soort === 'parameter_onbekend'
          ? [{ pad: `parameter ${reden.parameter} op ${reden.dag}`, melding: zin }]
          : undefined
  return probleemAntwoord(STATUS[reden.soort], reden.soort, zin, fouten === undefined ? {} : { fouten })
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
