import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { Datum } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { antwoordschemas } from '#programma/api/openapi-schemas.ts'
import { maakPlanboek, programmaApi } from '#programma/deur.ts'
import type { Plan } from '#programma/plan.ts'
import { versePglite } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'
import { PROEFINVOER } from '#test/proefinvoer.ts'
import { voorbeeldplan } from '#test/programma-app.ts'
import { maakProefsite, type Proefsite } from '#test/webapp.tsx'
import { proefwerk } from '#test/werk.ts'
import { bestanden } from '#uitwisseling/deur.ts'

/** De api achter alle lagen van de website: twee gemeenten, elk met haar eigen vastgestelde plan. */
export type Apiproef = {
  databank: Databank
  app: Proefsite
  plan: Plan
  haal(pad: string, vraag?: RequestInit, gemeente?: string): Promise<Response>
  lees<Vorm = Lijst>(pad: string, gemeente?: string): Promise<Vorm>
}

export type Lijst = {
  _links: Record<'self' | 'first' | 'last' | 'prev' | 'next', { href: string } | undefined>
  aantal: number
  aantalPaginas: number
  items: Record<string, unknown>[]
}

export type Fout = {
  status: number
  code: string
  title: string
  detail: string
  fouten?: { pad: string; melding: string }[]
}

export async function maakApiproef(): Promise<Apiproef> {
  const databank = await versePglite()
  const routes = programmaApi({
    planboek: maakPlanboek(),
    bestanden,
    boekhouder: maakBoekhouder(),
    werk: proefwerk(),
    invoer: PROEFINVOER,
  })
  const app = await maakProefsite(databank, { kamers: [{ prefix: '/', routes }] })
  const plan = voorbeeldplan(app.een.code)
  await laadVastgesteld(databank.gemeente(app.een.code), plan)
  await laadVastgesteld(databank.gemeente(app.ander.code), kleinPlan(app.ander.code))
  const haal: Apiproef['haal'] = async (pad, vraag = {}, gemeente = app.een.code) =>
    app.hono.request(`http://${gemeente}.localhost/api/v1${pad}`, vraag)
  return {
    databank,
    app,
    plan,
    haal,
    lees: async <Vorm>(pad: string, gemeente?: string) =>
      (await (await haal(pad, {}, gemeente)).json()) as Vorm,
  }
}

const ajv = new Ajv2020({
  strict: false,
  formats: {
    date: (tekst: string) => Datum.safeParse(tekst).success,
    'date-time': (tekst: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(tekst),
    uuid: (tekst: string) => /^[0-9a-f-]{36}$/u.test(tekst),
  },
})
ajv.addSchema({ $id: 'urn:omzien:api', components: { schemas: antwoordschemas({ streng: true }) } })

/** Keurt gegevens met een schema uit de beschrijving, en weigert ook velden die er niet in staan. */
export function keur(naam: string, gegevens: unknown): void {
  const schema = ajv.getSchema(`urn:omzien:api#/components/schemas/${naam}`)
  assert.ok(schema, naam)
  assert.ok(schema(gegevens), `${naam}: ${JSON.stringify(schema.errors?.slice(0, 3))}`)
}
