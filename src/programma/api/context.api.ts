import type { Context } from 'hono'
import { probleemAntwoord } from '#basis/probleem.ts'
import { findBesluitsommen } from '#grootboek/deur.ts'
import { adresVan } from '#programma/api/adres.ts'
import type { Versie } from '#programma/api/geschiedenis.ts'
import { NIET_GEVONDEN } from '#programma/api/teksten.ts'
import { findVaststellingen } from '#programma/api/vaststelling.store.ts'
import type { Apicontext, Plandeel } from '#programma/api/verzameling.ts'
import type { Planvraag } from '#programma/api/vorm.ts'
import {
  findAfdoeningen,
  findBesluiten,
  findStukgeschiedenis,
  findVersies,
  type Plankop,
} from '#programma/plan.store.ts'
import { gekozenVersie, maakPad, type Programmakamer } from '#programma/planbezoek.tsx'
import type { Planversie } from '#programma/planboek.ts'
import { type Bezoek, magBezoeker, type Omgeving } from '#toegang/deur.ts'

/** Meer versies dan een plan ooit krijgt: de geschiedenis is pas waar als zij heel is. */
const ALLE_VERSIES = 100_000

/**
 * Zoekt bij een vraag het plan en de versie die deze lezer mag zien. Een versie die zij niet mag zien, bestaat
 * voor haar niet.
 */
export async function leesContext(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  vraag: Planvraag,
  metPlan: boolean,
): Promise<Apicontext | Response> {
  const bezoek = c.get('bezoek')
  const koppen = await kamer.planboek.koppen(bezoek.db)
  const magConcept = magBezoeker(bezoek, 'plan.concept.lezen')
  const lees = async (kop: Plankop, gevraagd?: number): Promise<Planversie | undefined> => {
    const nummer = gekozenVersie(kop, gevraagd?.toString(), magConcept)
    return nummer === undefined ? undefined : kamer.planboek.lees(bezoek.db, kop.id, nummer)
  }
  const programmas = async (): Promise<Planversie[]> =>
    (await Promise.all(koppen.map((kop) => lees(kop)))).filter((versie) => versie !== undefined)
  const versies = (kop: Plankop): Promise<Versie[]> => leesVersies(bezoek, kop.id, magConcept)
  const gemeente = {
    vandaag: bezoek.klok.vandaag(),
    programmas,
    versies,
    besluiten: () => bezoek.db.lees(findBesluiten),
    vaststellingen: () => bezoek.db.lees(findVaststellingen),
    besluitsommen: () => bezoek.db.lees((lezer) => findBesluitsommen(lezer)),
  }
  if (!metPlan)
    return { ...gemeente, plan: undefined, adres: adresVan({}), pagina: (rest: string): string => rest }
  const kop =
    vraag.plan === undefined
      ? koppen.find((een) => een.hoofdplan)
      : koppen.find(({ id }) => id === vraag.plan)
  if (kop === undefined) return probleemAntwoord(404, 'plan_onbekend', NIET_GEVONDEN.plan)
  const versie = await lees(kop, vraag.versie)
  if (versie === undefined) return probleemAntwoord(404, 'versie_onbekend', NIET_GEVONDEN.versie)
  return {
    ...gemeente,
    plan: plandeelVan(bezoek, versie, magConcept),
    adres: adresVan(vraag),
    pagina: maakPad(kop, versie.versie === kop.vastgesteldeVersie ? undefined : versie.versie),
  }
}

function plandeelVan(bezoek: Bezoek, versie: Planversie, magConcept: boolean): Plandeel {
  const plan = versie.kop.id
  const tm = versie.versie
  return {
    ...versie,
    afdoeningen: async () => {
      const alles = await bezoek.db.lees((lezer) => findAfdoeningen(lezer, plan))
      return alles.filter((afdoening) => afdoening.versie <= tm)
    },
    stukregels: async (soort, sleutel) => {
      const regels = await bezoek.db.lees((lezer) => findStukgeschiedenis(lezer, plan, soort, sleutel, tm))
      return regels.map(({ nummer, inhoud }) => ({ nummer, inhoud: inhoud?.inhoud ?? null }))
    },
    versies: async () => (await leesVersies(bezoek, plan, magConcept)).filter(({ nummer }) => nummer <= tm),
  }
}

async function leesVersies(bezoek: Bezoek, plan: string, magConcept: boolean): Promise<Versie[]> {
  const regels = await bezoek.db.lees((lezer) => findVersies(lezer, plan, ALLE_VERSIES))
  return regels
    .map(({ nummer, gemaaktOp, waarom, besluit }) => ({ nummer, op: gemaaktOp, waarom, besluit }))
    .filter(({ besluit }) => magConcept || besluit !== null)
}
