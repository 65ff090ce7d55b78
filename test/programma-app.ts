import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { Databank, GemeenteDb } from '#basis/db.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { maakPlanboek, type Programmakamer, programmaRoutes } from '#programma/deur.ts'
import type { Plan } from '#programma/plan.ts'
import { leesPlan } from '#programma/plan-lezen.ts'
import type { Bestandspoort } from '#programma/poorten.ts'
import { beleidRoutes } from '#regels/deur.ts'
import { testBezoek } from '#test/bezoek.ts'
import { verseGemeente, versePglite } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'
import { PROEFINVOER, PROEFPLEK } from '#test/proefinvoer.ts'
import { proefwerk } from '#test/werk.ts'
import { type Bezoek, foutAntwoord, type Omgeving, type Rol } from '#toegang/deur.ts'
import type { Schil } from '#ui/pagina.tsx'
import { rekenbladen } from '#uitwisseling/regelsboek.ts'
import { verantwoordingRoutes } from '#verantwoording/deur.ts'

/** De schermen van programma op een eigen gemeente, zonder de lagen van `start`: voor tests van pagina's. */
export type Proefapp = {
  db: GemeenteDb
  kamer: Programmakamer
  plan: Plan
  /** Een GET; `als` zijn de rollen, zonder is het een bezoeker zonder inlog. Volgt geen doorverwijzing. */
  haal(pad: string, als?: readonly Rol[]): Promise<Antwoord>
  /** Een ingevuld formulier; een `File` maakt er een formulier met bestand van. */
  stuur(pad: string, velden: Readonly<Record<string, string | File>>, als?: readonly Rol[]): Promise<Antwoord>
  bezoek(als?: readonly Rol[]): Promise<Bezoek>
  sluit(): Promise<void>
}

export type Antwoord = {
  status: number
  koppen: Headers
  /** De hele inhoud als tekst. */
  tekst: string
  /** De woorden op het scherm: zonder opmaak, met enkele spaties. */
  woorden: string
  /** Waar het antwoord naartoe verwijst, bij 303. */
  naar: string | null
}

export type Proefplan = 'klein' | 'midden-drenthe' | ((gemeente: string) => Plan)

const VOORBEELD = new URL('../voorbeelden/midden-drenthe/programmaplan-2022-2026.json', import.meta.url)

/** Het meegeleverde plan van Midden-Drenthe, onder de code van een andere gemeente. */
export function voorbeeldplan(gemeente: string): Plan {
  const inhoud = JSON.parse(readFileSync(VOORBEELD, 'utf8'))
  const gelezen = leesPlan({ ...inhoud, gemeente: { ...inhoud.gemeente, code: gemeente } })
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.reden.slice(0, 3)))
  return gelezen.waarde
}

function kiesPlan(keuze: Proefplan, gemeente: string): Plan {
  if (keuze === 'klein') return kleinPlan(gemeente)
  return keuze === 'midden-drenthe' ? voorbeeldplan(gemeente) : keuze(gemeente)
}

export type ProefOpties = {
  plan?: Proefplan
  /** Plannen naast het hoofdplan, te zien onder `/plannen/:plan`. */
  naast?: readonly Proefplan[]
  /** `false`: het hoofdplan blijft concept. */
  vastgesteld?: boolean
  /** Een databank die al open is; anders komt er een verse, die `sluit` weer dichtdoet. */
  databank?: Databank
  bestanden?: Bestandspoort
}

export async function maakProefapp(opties: ProefOpties = {}): Promise<Proefapp> {
  const databank = opties.databank ?? (await versePglite())
  const db = await verseGemeente(databank)
  const plan = kiesPlan(opties.plan ?? 'klein', db.schema)
  await laadVastgesteld(db, plan, { vastgesteld: opties.vastgesteld !== false })
  for (const ander of opties.naast ?? [])
    await laadVastgesteld(db, kiesPlan(ander, db.schema), { hoofdplan: false })
  const kamer = {
    planboek: maakPlanboek(),
    bestanden: opties.bestanden ?? PROEFBESTANDEN,
    boekhouder: maakBoekhouder(),
    werk: proefwerk(),
    invoer: PROEFINVOER,
    documenten: PROEFDOCUMENTEN,
  }
  const bezoeken = new Map<string, Promise<Bezoek>>()
  const bezoek = (als: readonly Rol[] = []): Promise<Bezoek> => {
    const sleutel = als.join(' ')
    const bekend = bezoeken.get(sleutel) ?? testBezoek(db, ...als)
    bezoeken.set(sleutel, bekend)
    return bekend
  }
  const hono = maakHono(kamer, bezoek)
  const doe = async (pad: string, verzoek: RequestInit, als: readonly Rol[]): Promise<Antwoord> => {
    // Wat `start` doet bij een melding van de database.
    kamer.planboek.vergeet(db.schema)
    const koppen = { 'x-rollen': als.join(' ') }
    return alsAntwoord(await hono.request(`http://proef.test${pad}`, { ...verzoek, headers: koppen }))
  }
  return {
    db,
    kamer,
    plan,
    bezoek,
    haal: (pad, als = []) => doe(pad, {}, als),
    stuur: (pad, velden, als = []) => doe(pad, { method: 'POST', body: formulierVan(velden) }, als),
    sluit: async () => {
      if (opties.databank === undefined) await databank.sluit()
    },
  }
}

function maakHono(kamer: Programmakamer, bezoek: (als: readonly Rol[]) => Promise<Bezoek>): Hono<Omgeving> {
  const hono = new Hono<Omgeving>()
  hono.use('*', async (c, next) => {
    const als = (c.req.header('x-rollen') ?? '').split(' ').filter((rol) => rol !== '') as Rol[]
    c.set('verzoek', 'proef')
    c.set('invoer', PROEFPLEK)
    c.set('bezoek', await bezoek(als))
    c.set('schil', () => PROEFSCHIL)
    await next()
  })
  hono.onError((fout) => {
    throw fout
  })
  hono.notFound((c) => foutAntwoord(c, 'niet_gevonden'))
  hono.route('/', beleidRoutes({ werk: kamer.werk, bladen: rekenbladen, documenten: PROEFDOCUMENTEN }).hono)
  hono.route('/', programmaRoutes(kamer).hono)
  hono.route('/plannen/:plan', programmaRoutes(kamer).hono)
  hono.route('/', verantwoordingRoutes(kamer).hono)
  hono.route('/plannen/:plan', verantwoordingRoutes(kamer).hono)
  return hono
}

const PROEFSCHIL: Schil = {
  gemeente: 'Gemeente Test',
  programma: 'Proef',
  thuis: '/',
  nav: [],
  voet: { links: [] },
}

function formulierVan(velden: Readonly<Record<string, string | File>>): URLSearchParams | FormData {
  const metBestand = Object.values(velden).some((waarde) => waarde instanceof File)
  const formulier = metBestand ? new FormData() : new URLSearchParams()
  for (const [naam, waarde] of Object.entries(velden)) {
    if (formulier instanceof FormData) formulier.append(naam, waarde)
    else formulier.append(naam, String(waarde))
  }
  return formulier
}

const TEKENS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

async function alsAntwoord(antwoord: Response): Promise<Antwoord> {
  const tekst = await antwoord.text()
  const woorden = tekst
    .replace(/<(head|script)\b.*?<\/\1>/gsu, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/gu, (_, naam: string) => TEKENS[naam] ?? '')
    .replace(/\s+/gu, ' ')
  return {
    status: antwoord.status,
    koppen: antwoord.headers,
    tekst,
    woorden,
    naar: antwoord.headers.get('location'),
  }
}

const PROEFDOCUMENTEN = {
  schrijfDocument: async (document: object, vorm: string) => ({
    type: `application/x-${vorm}`,
    inhoud: new TextEncoder().encode(JSON.stringify(document)),
  }),
}

/** Schrijft wat het krijgt als JSON, in welke vorm ook; het echte werk heeft zijn eigen tests. */
const PROEFBESTANDEN: Bestandspoort = {
  schrijfJournaal: async (vorm, { tijdstip }) => ({
    ok: true,
    waarde: {
      naam: `journaal.${vorm}`,
      type: 'text/plain',
      stroom: (async function* () {
        yield JSON.stringify({ vorm, tijdstip })
      })(),
    },
  }),
  schrijfTabel: (tabel, vorm) => ({
    naam: `${tabel.titel}.${vorm}`,
    type: vorm === 'json' ? 'application/json' : `application/x-${vorm}`,
    inhoud: new TextEncoder().encode(JSON.stringify(tabel)),
  }),
  schrijfPlan: (plan, vorm) => ({
    naam: `${plan.programma.id}.${vorm}`,
    type: 'application/json',
    inhoud: new TextEncoder().encode(JSON.stringify(plan)),
  }),
  schrijfSjabloon: (vorm) => ({
    naam: `sjabloon.${vorm}`,
    type: 'application/octet-stream',
    inhoud: new TextEncoder().encode('sjabloon'),
  }),
  leesPlanbestand: (inhoud) => {
    const tekst = new TextDecoder().decode(inhoud)
    const gelezen = leesPlan(JSON.parse(tekst))
    return gelezen.ok ? { ok: true, waarde: { plan: gelezen.waarde, waarschuwingen: [] } } : gelezen
  },
}
