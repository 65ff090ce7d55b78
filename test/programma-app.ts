import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { Databank, GemeenteDb } from '#basis/db.ts'
import { geweigerd } from '#basis/uitkomst.ts'
import {
  type Bestandspoort,
  laadPlan,
  leesPlan,
  maakPlanboek,
  type Plan,
  programmaRoutes,
  stelVoorbeeldVast,
} from '#programma/deur.ts'
import { TESTKLOK, testBezoek } from '#test/bezoek.ts'
import { verseGemeente } from '#test/databanken.ts'
import { kleinPlan } from '#test/plannen.ts'
import type { Omgeving, Rol, Routes } from '#toegang/deur.ts'

/** De schermen van programma op een verse gemeente, zonder de lagen van `start` eromheen. */
export type Programmaapp = {
  db: GemeenteDb
  plan: Plan
  /** Doet een verzoek met deze rollen; een formulier gaat als POST. */
  vraag: (pad: string, opties?: Vraagopties) => Promise<Antwoord>
  /** De Hono-app zelf, voor wie een echte server nodig heeft. */
  hono: Hono<Omgeving>
}
type Vraagopties = { als?: readonly Rol[]; formulier?: Readonly<Record<string, string | File>> }
export type Antwoord = { status: number; tekst: string; naar: string | null; soort: string }

type Opties = {
  plan?: (gemeente: string) => Plan
  bestanden?: Bestandspoort
  /** Routes naast die van het plan, onder `/`. */
  erbij?: readonly Routes[]
  vastgesteld?: boolean
}

/** Het plan zoals het in `voorbeelden` staat, voor een andere gemeente. */
export function voorbeeldplan(naam: string, gemeente: string): Plan {
  const bestand = new URL(`../voorbeelden/midden-drenthe/${naam}.json`, import.meta.url)
  const gegevens = JSON.parse(readFileSync(bestand, 'utf8'))
  const gelezen = leesPlan({ ...gegevens, gemeente: { ...gegevens.gemeente, code: gemeente } })
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.reden.slice(0, 3)))
  return gelezen.waarde
}

const GEEN_BESTANDEN: Bestandspoort = {
  schrijfTabel: (tabel, vorm) => bestand(`tabel.${vorm}`, JSON.stringify(tabel)),
  schrijfPlan: (plan, vorm) => bestand(`plan.${vorm}`, JSON.stringify(plan)),
  schrijfSjabloon: (vorm) => bestand(`sjabloon.${vorm}`, ''),
  leesPlanbestand: (naam) => geweigerd([{ pad: naam, melding: 'hier worden geen bestanden gelezen' }]),
}

const bestand = (naam: string, tekst: string) => ({
  naam,
  type: 'application/octet-stream',
  inhoud: new TextEncoder().encode(tekst),
})

export async function maakProgrammaApp(databank: Databank, opties: Opties = {}): Promise<Programmaapp> {
  const db = await verseGemeente(databank)
  const plan = (opties.plan ?? kleinPlan)(db.schema)
  const geladen = await laadPlan(db, plan, { door: null, waarom: 'begin', hoofdplan: true })
  if (!geladen.ok) throw new Error(geladen.reden.code)
  if (opties.vastgesteld !== false)
    await stelVoorbeeldVast(db, TESTKLOK.nu(), plan.programma.id, {
      orgaan: 'onbekend',
      datum: null,
      nummer: null,
      onderwerp: 'Proefplan',
      teBevestigen: true,
    })
  const planboek = maakPlanboek()
  const kamer = programmaRoutes({ planboek, bestanden: opties.bestanden ?? GEEN_BESTANDEN })
  const bezoeken = new Map<string, ReturnType<typeof testBezoek>>()
  const hono = new Hono<Omgeving>()
  hono.use(async (c, next) => {
    const rollen = (c.req.header('x-rollen') ?? '').split(' ').filter(Boolean) as Rol[]
    const sleutel = rollen.join(' ')
    const bezoek = bezoeken.get(sleutel) ?? testBezoek(db, ...rollen)
    bezoeken.set(sleutel, bezoek)
    c.set('bezoek', await bezoek)
    c.set('verzoek', 'test')
    c.set('schil', () => ({
      gemeente: 'Gemeente Test',
      programma: 'Proef',
      thuis: '/',
      nav: [],
      voet: { links: [] },
    }))
    await next()
    // In het echt vergeet het planboek na een melding van de databank; hier na elk formulier.
    if (c.req.method !== 'GET') planboek.vergeet()
  })
  for (const routes of opties.erbij ?? []) hono.route('/', routes.hono)
  hono.route('/', kamer.hono)
  hono.route('/plannen/:plan', kamer.hono)
  return {
    db,
    plan,
    hono,
    vraag: async (pad, { als = [], formulier } = {}) => {
      const headers = { 'x-rollen': als.join(' ') }
      const antwoord = await hono.request(
        pad,
        formulier === undefined ? { headers } : { method: 'POST', headers, body: alsFormulier(formulier) },
      )
      return {
        status: antwoord.status,
        tekst: await antwoord.text(),
        naar: antwoord.headers.get('location'),
        soort: antwoord.headers.get('content-type') ?? '',
      }
    },
  }
}

function alsFormulier(velden: Readonly<Record<string, string | File>>): FormData | URLSearchParams {
  const lijst = Object.entries(velden)
  const tekst = lijst.filter((veld): veld is [string, string] => typeof veld[1] === 'string')
  if (tekst.length === lijst.length) return new URLSearchParams(tekst)
  const formulier = new FormData()
  for (const [naam, waarde] of lijst) formulier.append(naam, waarde)
  return formulier
}
