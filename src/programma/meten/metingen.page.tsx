import type { Context } from 'hono'
import { z } from 'zod'
import { Tijdvak, toonTijdvak } from '#basis/datum.ts'
import {
  Decimaaltekst,
  findMetingen,
  type Jaargang,
  METINGSOORTEN,
  METINGWEIGERING,
  type Meting,
  ONTBREEKREDENEN,
} from '#metingen/deur.ts'
import { toonCijfer, toonMarge } from '#programma/doelen/cijfer.ts'
import { findDoelmetingen } from '#programma/doelen/indicatorbeeld.ts'
import { reeksenVan, reeksVan } from '#programma/doelen/maatstaf.ts'
import {
  type Gelezenblad,
  leesMetingrijen,
  METINGKOPPEN,
  type Rijfout,
  VERPLICHTE_KOPPEN,
} from '#programma/meten/blad.ts'
import { Metingenwerk, type Voorbeeldrij, Voorbeeldtabel } from '#programma/meten/metingen.tsx'
import {
  bekijkMetingen,
  legMetingenVast,
  type Planmeting,
  type Vastweigering,
} from '#programma/meten/vastleggen.flow.ts'
import type { Plan } from '#programma/plan.ts'
import { leesPlanbezoek, type Planbezoek, type Programmakamer } from '#programma/planbezoek.tsx'
import {
  BESTANDFOUTEN,
  foutAntwoord,
  leesBestand,
  leesFormulier,
  type Omgeving,
  type Routes,
} from '#toegang/deur.ts'

/** Alle cijfers bij elkaar: wat er ontbreekt, en veel tegelijk vastleggen uit een bestand, met een voorbeeld vooraf. */

export function metingenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('meting.vastleggen', '/metingen', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : toon(c, van, {}, 200)
  })
  routes.post('meting.vastleggen', '/metingen', (c) => bekijk(c, kamer), { inhoud: 'bestand', tempo: 'duur' })
  routes.post('meting.vastleggen', '/metingen/vastleggen', (c) => bevestig(c, kamer))
}

export type Metingenverslag = { nieuw?: number; fouten?: readonly Rijfout[] }

async function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  verslag: Metingenverslag,
  status: 200 | 400 | 409,
): Promise<Response> {
  const doelen = await van.bezoek.db.lees((lezer) => findDoelmetingen(lezer, van.beeld.plan))
  const gelukt = c.req.query('nieuw')
  const nieuw = gelukt !== undefined && /^\d{1,4}$/u.test(gelukt) ? Number(gelukt) : undefined
  return c.html(
    <Metingenwerk van={van} doelen={doelen} verslag={{ ...verslag, nieuw }} status={status} />,
    status,
  )
}

async function bekijk(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  if (kamer.metingen === undefined) return c.notFound()
  const fout = (fouten: readonly Rijfout[], status: 400 | 409 = 400) => toon(c, van, { fouten }, status)
  const bestand = await leesBestand(c, 'bestand')
  if (!bestand.ok) return fout([{ plaats: 'het bestand', zin: BESTANDFOUTEN[bestand.reden] }])
  const rijen = kamer.metingen.leesMetingblad(bestand.waarde.inhoud, METINGKOPPEN, VERPLICHTE_KOPPEN)
  if (!rijen.ok) return fout(rijen.reden)
  const gelezen = leesMetingrijen(rijen.waarde)
  if (!gelezen.ok) return fout(gelezen.reden)
  const { plan } = van.beeld
  const bekend = new Set(reeksenVan(plan))
  const vreemd = gelezen.waarde.metingen.filter((een) => !bekend.has(reeksBij(plan, een)))
  if (vreemd.length > 0)
    return fout(vreemd.map(({ plaats }) => ({ plaats, zin: METINGWEIGERING.reeks_onbekend })))
  const erbij = await bekijkMetingen(van.bezoek, plan, gelezen.waarde.metingen.map(zonderPlaats))
  if (!erbij.ok) {
    if (erbij.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    return fout(rijfouten(plan, gelezen.waarde, erbij.reden), 400)
  }
  const nu = await van.bezoek.db.lees((lezer) => findMetingen(lezer, reeksenVan(plan)))
  const voorbeeld = erbij.waarde.map((jaargang) => voorbeeldrij(plan, jaargang, nu))
  return c.html(
    <Voorbeeldtabel
      van={van}
      rijen={voorbeeld}
      gelijk={gelezen.waarde.metingen.length - voorbeeld.length}
      overgeslagen={gelezen.waarde.overgeslagen}
      inhoud={JSON.stringify(erbij.waarde.map((jaargang) => alsInvoer(plan, jaargang)))}
    />,
  )
}

const reeksBij = (plan: Plan, { doel, indicator }: Pick<Planmeting, 'doel' | 'indicator'>): string =>
  reeksVan(plan.programma.id, doel, indicator)

const zonderPlaats = ({ plaats: _, ...meting }: Gelezenblad['metingen'][number]): Planmeting => meting

/** Zoekt bij elke weigering de rij waar zij over gaat. */
function rijfouten(plan: Plan, blad: Gelezenblad, reden: Vastweigering): Rijfout[] {
  if (reden.code !== 'metingen_geweigerd')
    return [{ plaats: 'het bestand', zin: METINGWEIGERING[reden.code] }]
  return reden.weigeringen.map(({ reeks, tijdvak, code }) => ({
    plaats:
      blad.metingen.find((een) => een.tijdvak === tijdvak && reeksBij(plan, een) === reeks)?.plaats ??
      'het bestand',
    zin: `${toonTijdvak(tijdvak)}: ${METINGWEIGERING[code]}`,
  }))
}

function vindIndicator(plan: Plan, reeks: string) {
  for (const doel of plan.doelen)
    for (const indicator of doel.indicatoren)
      if (reeksVan(plan.programma.id, doel.id, indicator.id) === reeks) return { doel, indicator }
  throw new Error(`reeks ${reeks} hoort bij geen indicator`)
}

function voorbeeldrij(plan: Plan, jaargang: Jaargang, nu: readonly Meting[]): Voorbeeldrij {
  const { indicator } = vindIndicator(plan, jaargang.reeks)
  const was = nu.find(({ reeks, tijdvak }) => reeks === jaargang.reeks && tijdvak === jaargang.tijdvak)
  return {
    naam: indicator.naam,
    tijdvak: jaargang.tijdvak,
    was: was === undefined ? '' : toonCijfer(was, indicator),
    wordt: toonCijfer(jaargang, indicator),
    marge: toonMarge(jaargang),
    soort: jaargang.soort,
    reden: jaargang.reden ?? '',
  }
}

/** Wat het formulier van de bevestiging meestuurt: precies wat er in het voorbeeld stond, met de jaargang van toen. */
const Bevestigd = z
  .array(
    z.strictObject({
      doel: z.string().max(100),
      indicator: z.string().max(100),
      tijdvak: Tijdvak,
      waarde: Decimaaltekst.nullable(),
      ontbreekt: z.enum(ONTBREEKREDENEN).nullable(),
      toelichting: z.string().max(10_000).nullable(),
      aantal: z.int().nullable(),
      populatie: z.int().nullable(),
      ondergrens: Decimaaltekst.nullable(),
      bovengrens: Decimaaltekst.nullable(),
      soort: z.enum(METINGSOORTEN),
      bron: z.string().max(500),
      reden: z.string().max(500).nullable(),
      basis: z.int(),
    }),
  )
  .max(1_000)

function alsInvoer(plan: Plan, jaargang: Jaargang): z.input<typeof Bevestigd>[number] {
  const { doel, indicator } = vindIndicator(plan, jaargang.reeks)
  const { reeks: _, maat: __, methode, volgnr, ...rest } = jaargang
  // Een marge die Omzien uitrekende, wordt bij het vastleggen opnieuw uitgerekend, met haar methode erbij.
  const eigen = methode === 'opgegeven' ? {} : { ondergrens: null, bovengrens: null }
  return { ...rest, ...eigen, doel: doel.id, indicator: indicator.id, basis: volgnr - 1 }
}

async function bevestig(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const { metingen = '' } = await leesFormulier(c)
  const gelezen = Bevestigd.safeParse(alsJson(metingen))
  if (!gelezen.success) return toon(c, van, { fouten: [ONLEESBAAR] }, 400)
  const uitkomst = await legMetingenVast(van.bezoek, van.beeld.plan, gelezen.data)
  if (uitkomst.ok) return c.redirect(van.pad('/metingen', { nieuw: uitkomst.waarde.nieuw }), 303)
  if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  const blad = { metingen: gelezen.data.map((een) => ({ ...een, plaats: 'het bestand' })), overgeslagen: [] }
  return toon(c, van, { fouten: rijfouten(van.beeld.plan, blad, uitkomst.reden) }, 409)
}

const ONLEESBAAR = {
  plaats: 'het formulier',
  zin: 'Wij konden dit niet lezen. Stuur het bestand opnieuw op.',
}

function alsJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
