import type { Context } from 'hono'
import { jaarVan } from '#basis/datum.ts'
import { bestandsantwoord } from '#programma/bestandsantwoord.ts'
import type { Plan } from '#programma/plan.ts'
import type { Planfout } from '#programma/plan-lezen.ts'
import { leesPlan } from '#programma/plan-lezen.ts'
import { neemBestandOver } from '#programma/planbestand/planbestand.flow.ts'
import {
  beidenVeranderd,
  bestandsnaamVan,
  keurBestand,
  pakUit,
  versieUitNaam,
  voegSamen,
} from '#programma/planbestand/planbestand.ts'
import { Uploadpagina, Voorbeeldpagina } from '#programma/planbestand/schermen.tsx'
import { leesPlanbezoek, maakPad, type Planbezoek, type Programmakamer } from '#programma/planbezoek.tsx'
import { leesVersienummer } from '#programma/versies/versies.ts'
import { WEIGERING, weigerstatus } from '#programma/wijzigen/teksten.ts'
import type { VeldFout } from '#programma/wijzigen/velden.ts'
import {
  BESTANDFOUTEN,
  foutAntwoord,
  leesBestand,
  leesFormulier,
  type Omgeving,
  type Routes,
} from '#toegang/deur.ts'

/** Het plan als bestand: downloaden, en een gewijzigd bestand bekijken en dan in zijn geheel overnemen. */
export function planbestandPagina(routes: Routes, kamer: Programmakamer): void {
  for (const vorm of ['json', 'ods', 'xlsx'] as const)
    routes.get(
      'plan.lezen',
      `/planbestand.${vorm}`,
      async (c) => {
        const van = await leesPlanbezoek(c, kamer)
        if (van instanceof Response) return van
        const bestand = kamer.bestanden.schrijfPlan(van.beeld.plan, vorm)
        return bestandsantwoord(bestand, bestandsnaamVan(bestand.naam, van.versie.versie))
      },
      { tempo: 'duur' },
    )
  for (const vorm of ['ods', 'xlsx'] as const)
    routes.get(
      'plan.lezen',
      `/sjabloon.${vorm}`,
      async (c) => {
        const van = await leesPlanbezoek(c, kamer)
        if (van instanceof Response) return van
        const { van: begin, tot } = van.beeld.plan.programma
        const jaren = { van: jaarVan(begin), tot: jaarVan(tot) }
        const bestand = kamer.bestanden.schrijfSjabloon(vorm, jaren)
        return bestandsantwoord(bestand, bestand.naam)
      },
      { tempo: 'duur' },
    )
  routes
    .get('plan.wijzigen', '/plan-bestand', async (c) => {
      const van = await leesPlanbezoek(c, kamer, { nieuwste: true })
      return van instanceof Response ? van : c.html(<Uploadpagina van={van} />)
    })
    .post('plan.wijzigen', '/plan-bestand', (c) => toonVoorbeeld(c, kamer), {
      inhoud: 'bestand',
      tempo: 'duur',
    })
    .post('plan.wijzigen', '/plan-bestand/overnemen', (c) => neemOver(c, kamer), {
      inhoud: 'bestand',
      tempo: 'duur',
    })
}

async function toonVoorbeeld(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer, { nieuwste: true })
  if (van instanceof Response) return van
  const bestand = await leesBestand(c, 'bestand')
  if (!bestand.ok) return c.html(<Uploadpagina van={van} fout={BESTANDFOUTEN[bestand.reden]} />, 400)
  const { naam, inhoud } = bestand.waarde
  const gelezen = kamer.bestanden.leesPlanbestand(inhoud)
  if (!gelezen.ok) return c.html(<Uploadpagina van={van} planfouten={gelezen.reden} />, 400)
  const past = keurBestand(van.beeld.plan, gelezen.waarde.plan)
  if (!past.ok) return c.html(<Uploadpagina van={van} fout={WEIGERING[past.reden]} />, 409)
  const gekozen = leesVersienummer((await leesFormulier(c))['versie']) || versieUitNaam(naam)
  const { waarschuwingen, plan } = gelezen.waarde
  return vergelijk(c, kamer, van, { bestand: plan, basis: gekozen ?? van.versie.versie, waarschuwingen })
}

type Vergelijking = {
  bestand: Plan
  basis: number
  waarschuwingen: readonly Planfout[]
  waarom?: string
  fouten?: readonly VeldFout[]
  /** Het plan is sinds het vorige voorbeeld veranderd. */
  ingehaald?: boolean
}

/** Legt het bestand naast de nieuwste versie; er wordt niets bewaard. */
async function vergelijk(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  van: Planbezoek,
  vergelijking: Vergelijking,
): Promise<Response> {
  const { bestand, waarschuwingen } = vergelijking
  const nieuwste = van.beeld.plan
  const gevonden = await kamer.planboek.lees(van.bezoek.db, van.kop.id, vergelijking.basis)
  const basis = gevonden?.beeld.plan ?? nieuwste
  const samen = leesPlan(voegSamen(basis, nieuwste, bestand))
  if (!samen.ok) return c.html(<Uploadpagina van={van} planfouten={samen.reden} />, 409)
  const scherm = {
    van,
    samen: samen.waarde,
    basis: gevonden?.versie ?? van.versie.versie,
    botsingen: beidenVeranderd(basis, nieuwste, bestand),
    waarschuwingen,
    waarom: vergelijking.waarom ?? '',
    fouten: vergelijking.fouten ?? [],
    ingehaald: vergelijking.ingehaald ?? false,
  }
  const status = scherm.ingehaald ? 409 : scherm.fouten.length > 0 ? 400 : 200
  return c.html(<Voorbeeldpagina {...scherm} />, status)
}

async function neemOver(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer, { nieuwste: true })
  if (van instanceof Response) return van
  const velden = await leesFormulier(c)
  const bestand = pakUit(velden['inhoud'] ?? '')
  if (!bestand.ok) return c.html(<Uploadpagina van={van} planfouten={bestand.reden} />, 400)
  const basis = leesVersienummer(velden['basis'])
  const waarom = velden['waarom'] ?? ''
  const invoer = { plan: van.kop.id, basis, waarom, bestand: bestand.waarde }
  const uitkomst = await neemBestandOver(van.bezoek, invoer)
  kamer.planboek.vergeet(van.bezoek.db.schema)
  if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)(`/versies/${uitkomst.waarde.versie}`), 303)
  const { reden } = uitkomst
  if (reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  const nu = await leesPlanbezoek(c, kamer, { nieuwste: true })
  if (nu instanceof Response) return nu
  const opnieuw = { bestand: bestand.waarde, basis, waarschuwingen: [], waarom }
  if (reden.code === 'invoer_onjuist') return vergelijk(c, kamer, nu, { ...opnieuw, fouten: reden.fouten })
  if (reden.code === 'intussen_gewijzigd') return vergelijk(c, kamer, nu, { ...opnieuw, ingehaald: true })
  if (reden.code === 'plan_klopt_niet')
    return c.html(<Uploadpagina van={nu} planfouten={reden.fouten} />, 400)
  return c.html(<Uploadpagina van={nu} fout={WEIGERING[reden.code]} />, weigerstatus(reden.code))
}
