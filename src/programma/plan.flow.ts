import type { Klok } from '#basis/datum.ts'
import { type GemeenteDb, meld, type Tx } from '#basis/db.ts'
import { Id, nieuwId } from '#basis/id.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder } from '#grootboek/deur.ts'
import type { OORDELEN } from '#programma/besluit.ts'
import {
  findBesluit,
  findBesluiten,
  findGewijzigdSinds,
  findPlankoppen,
  findStukken,
  insertAfdoening,
  insertBesluit,
  insertPlan,
  insertStukken,
  insertVaststelling,
  insertVersie,
  lockBesluiten,
  lockPlan,
  type NieuwBesluit,
} from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { leesPlan, type Planfout } from '#programma/plan-lezen.ts'
import { boekRaming } from '#programma/raming-boeken/raming-boeken.flow.ts'
import { findVastgesteld } from '#programma/raming-boeken/raming-boeken.store.ts'
import { planVan, type Stuk, type Stuksoort, stukkenVan, teBewaren } from '#programma/stukken.ts'
import { replaceZoekregels } from '#programma/zoeken/zoek.store.ts'
import { zoekregelsVan } from '#programma/zoeken/zoek.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** De enige wegen waarlangs een plan verandert. Elke weg: slot, lezen, beslissen, bewaren, melden. */

export type Planweigering =
  | { code: 'mag_niet' }
  | { code: 'plan_onbekend' }
  | { code: 'plan_bestaat' }
  | { code: 'hoofdplan_bestaat' }
  | { code: 'versie_onbekend' }
  | { code: 'al_vastgesteld' }
  | { code: 'andere_gemeente' }
  | { code: 'ander_programma' }
  | { code: 'niets_veranderd' }
  | { code: 'reden_ontbreekt' }
  | { code: 'besluit_onbekend' }
  | { code: 'raming_niet_geboekt' }
  | { code: 'plan_klopt_niet'; fouten: Planfout[] }
  /** Iemand anders was eerder: sinds `basis` zijn deze stukken veranderd. */
  | { code: 'intussen_gewijzigd'; stukken: { soort: Stuksoort; sleutel: string }[]; versie: number }

type Reden = Planweigering

/** Legt een geheel nieuw plan vast als versie 1. `door` is leeg bij het laden van een voorbeeld. */
export function laadPlan(
  db: GemeenteDb,
  plan: Plan,
  opties: { door: string | null; waarom: string; hoofdplan: boolean; op?: Date | undefined },
): Promise<Uitkomst<{ versie: number }, Reden>> {
  return db.schrijf(async (tx) => {
    if (plan.gemeente.code !== db.schema) return geweigerd({ code: 'andere_gemeente' })
    const id = plan.programma.id
    if (opties.hoofdplan && (await findPlankoppen(tx)).some((kop) => kop.hoofdplan))
      return geweigerd({ code: 'hoofdplan_bestaat' })
    if (!(await insertPlan(tx, id, opties.hoofdplan))) return geweigerd({ code: 'plan_bestaat' })
    const { door, waarom, op } = opties
    await insertVersie(tx, { plan: id, nummer: 1, door, waarom, op })
    await insertStukken(tx, id, 1, stukkenVan(plan))
    await replaceZoekregels(tx, id, false, zoekregelsVan(plan))
    await meld(tx, db.schema)
    return gelukt({ versie: 1 })
  })
}

/**
 * Wat iemand aan een plan verandert. `basis` is de versie die zij voor zich had; `verander` krijgt de nieuwste
 * versie en geeft het plan zoals het moet worden.
 */
export type Planwijziging = {
  plan: string
  basis: number
  waarom: string
  verander: (nieuwste: Plan) => unknown
}

/** Bewaart een wijziging als nieuwe versie, of zegt wat er intussen veranderde. */
export function wijzigPlan(
  bezoek: Bezoek,
  wijziging: Planwijziging,
): Promise<Uitkomst<{ versie: number }, Reden>> {
  return bezoek.db.schrijf(async (tx): Promise<Uitkomst<{ versie: number }, Reden>> => {
    if (!magBezoeker(bezoek, 'plan.wijzigen')) return geweigerd({ code: 'mag_niet' })
    if (wijziging.waarom.trim() === '') return geweigerd({ code: 'reden_ontbreekt' })
    const nieuwste = await lockPlan(tx, wijziging.plan)
    if (nieuwste === undefined) return geweigerd({ code: 'plan_onbekend' })
    if (wijziging.basis < 1 || wijziging.basis > nieuwste) return geweigerd({ code: 'versie_onbekend' })
    const oud = await findStukken(tx, wijziging.plan, nieuwste)
    const nieuw = leesPlan(wijziging.verander(planVan(oud)))
    if (!nieuw.ok) return geweigerd({ code: 'plan_klopt_niet', fouten: nieuw.reden })
    if (nieuw.waarde.gemeente.code !== bezoek.db.schema) return geweigerd({ code: 'andere_gemeente' })
    if (nieuw.waarde.programma.id !== wijziging.plan) return geweigerd({ code: 'ander_programma' })
    const bewaren = teBewaren(oud, stukkenVan(nieuw.waarde))
    if (bewaren.length === 0) return geweigerd({ code: 'niets_veranderd' })
    const botsingen = await findBotsingen(tx, wijziging.plan, wijziging.basis, bewaren)
    if (botsingen.length > 0)
      return geweigerd({ code: 'intussen_gewijzigd', stukken: botsingen, versie: nieuwste })
    const versie = nieuwste + 1
    await insertVersie(tx, {
      plan: wijziging.plan,
      nummer: versie,
      door: bezoek.wie?.account ?? null,
      waarom: wijziging.waarom.trim(),
      op: bezoek.klok.nu(),
    })
    await insertStukken(tx, wijziging.plan, versie, bewaren)
    await replaceZoekregels(tx, wijziging.plan, false, zoekregelsVan(nieuw.waarde))
    await schrijfLogboek(tx, bezoek, 'plan.wijzigen', `plan ${wijziging.plan} versie ${versie}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ versie })
  })
}

/** Welke van de te bewaren stukken iemand anders sinds `basis` al veranderde. */
async function findBotsingen(
  tx: Tx,
  plan: string,
  basis: number,
  bewaren: readonly Pick<Stuk, 'soort' | 'sleutel'>[],
): Promise<{ soort: Stuksoort; sleutel: string }[]> {
  const nieuw = new Set(bewaren.map(({ soort, sleutel }) => `${soort} ${sleutel}`))
  const gewijzigd = await findGewijzigdSinds(tx, plan, basis)
  return gewijzigd.filter(({ soort, sleutel }) => nieuw.has(`${soort} ${sleutel}`))
}

/** Het besluit bij een vaststelling: een nieuw, of een dat al in het register staat. */
export type Vaststelbesluit = Omit<NieuwBesluit, 'id'> | { bestaand: string }

/**
 * Verklaart een versie vastgesteld bij een besluit; vanaf dan is dit de versie die iedereen ziet, en staat haar raming
 * in het journaal.
 */
export async function stelVast(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  plan: string,
  versie: number,
  besluit: Vaststelbesluit,
): Promise<Uitkomst<{ versie: number }, Reden>> {
  if (!magBezoeker(bezoek, 'plan.vaststellen')) return geweigerd({ code: 'mag_niet' })
  return legVaststellingVast(boekhouder, bezoek, { plan, versie, besluit }, (tx) =>
    schrijfLogboek(tx, bezoek, 'plan.vaststellen', `plan ${plan} versie ${versie}`),
  )
}

/** Stelt een zojuist geladen plan vast, zonder ingelogde gebruiker: op de opdrachtregel of bij een voorbeeld. */
export const stelGeladenVast = (
  boekhouder: Boekhouder,
  db: GemeenteDb,
  klok: Klok,
  plan: string,
  besluit: Omit<NieuwBesluit, 'id'>,
): Promise<Uitkomst<{ versie: number }, Reden>> =>
  legVaststellingVast(boekhouder, { db, wie: undefined, klok }, { plan, versie: 1, besluit })

type Vaststelling = { plan: string; versie: number; besluit: Vaststelbesluit }

/** In één ronde van de boekhouder: zo is een versie nooit vastgesteld zonder dat haar raming geboekt is. */
async function legVaststellingVast(
  boekhouder: Boekhouder,
  van: Pick<Bezoek, 'db' | 'wie' | 'klok'>,
  { plan, versie, besluit }: Vaststelling,
  schrijfOp: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<Uitkomst<{ versie: number }, Reden>> {
  const door = van.wie?.account ?? null
  const nieuw = nieuwId(van.klok.nu())
  return boekhouder.voerUit<{ versie: number }, Reden>(van.db, van.klok, {
    werk: async (ronde) => {
      const nieuwste = await lockPlan(ronde.tx, plan)
      if (nieuwste === undefined) return geweigerd({ code: 'plan_onbekend' })
      if (versie < 1 || versie > nieuwste) return geweigerd({ code: 'versie_onbekend' })
      const eerder = await findVastgesteld(ronde.tx, plan)
      if (eerder.some((een) => een.versie >= versie)) return geweigerd({ code: 'al_vastgesteld' })
      const bekend = 'bestaand' in besluit ? await findBesluit(ronde.tx, besluit.bestaand) : undefined
      if ('bestaand' in besluit && bekend === undefined) return geweigerd({ code: 'besluit_onbekend' })
      const wordt = planVan(await findStukken(ronde.tx, plan, versie))
      const id = bekend?.id ?? nieuw
      const dag = bekend?.datum ?? ('bestaand' in besluit ? null : besluit.datum)
      ronde.daarna(async (tx) => {
        // Ander werk in deze ronde kan hetzelfde plan net hebben vastgesteld: dan ieder opnieuw, na elkaar.
        if ((await findVastgesteld(tx, plan)).length !== eerder.length)
          throw new Error('plan intussen vastgesteld')
        const op = van.klok.nu()
        if (!('bestaand' in besluit)) await insertBesluit(tx, { ...besluit, id: nieuw }, door, op)
        await insertVaststelling(tx, plan, versie, id, door, op)
        await replaceZoekregels(tx, plan, true, zoekregelsVan(wordt))
        await schrijfOp(tx)
      })
      const vorige = eerder.findLast(({ geboekt }) => geboekt)?.versie
      const geboekt = await boekRaming(
        ronde,
        { plan, versie, besluit: id, datum: dag },
        vorige,
        wordt,
        van.klok,
        door,
      )
      return geboekt.ok ? gelukt({ versie }) : geboekt
    },
  })
}

/** Legt een los besluit vast in het register, zonder een versie vast te stellen. */
export function legBesluitVast(
  bezoek: Bezoek,
  besluit: Omit<NieuwBesluit, 'id'>,
): Promise<Uitkomst<{ id: Id }, Reden>> {
  return bezoek.db.schrijf(async (tx): Promise<Uitkomst<{ id: Id }, Reden>> => {
    if (!magBezoeker(bezoek, 'besluit.vastleggen')) return geweigerd({ code: 'mag_niet' })
    // Wat in het register staat, kan er niet meer uit: twee keer op de knop mag geen twee besluiten geven.
    await lockBesluiten(tx)
    const eerder = (await findBesluiten(tx)).find((bestaand) => zelfdeBesluit(bestaand, besluit))
    if (eerder !== undefined) return gelukt({ id: Id.parse(eerder.id) })
    const id = nieuwId(bezoek.klok.nu())
    await insertBesluit(tx, { ...besluit, id }, bezoek.wie?.account ?? null, bezoek.klok.nu())
    await schrijfLogboek(tx, bezoek, 'besluit.vastleggen', `besluit ${id}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ id })
  })
}

type Besluitkern = Pick<NieuwBesluit, 'orgaan' | 'datum' | 'nummer' | 'onderwerp'>

const zelfdeBesluit = (een: Besluitkern, ander: Besluitkern): boolean =>
  een.orgaan === ander.orgaan &&
  een.datum === ander.datum &&
  een.nummer === ander.nummer &&
  een.onderwerp === ander.onderwerp

/** Legt vast wat er met een bevinding gebeurt; het laatste oordeel geldt. */
export function doeBevindingAf(
  bezoek: Bezoek,
  plan: string,
  oordeel: { bevinding: string; oordeel: (typeof OORDELEN)[number]; toelichting: string; versie: number },
): Promise<Uitkomst<{ versie: number }, Reden>> {
  return bezoek.db.schrijf(async (tx): Promise<Uitkomst<{ versie: number }, Reden>> => {
    if (!magBezoeker(bezoek, 'bevinding.afdoen')) return geweigerd({ code: 'mag_niet' })
    const nieuwste = await lockPlan(tx, plan)
    if (nieuwste === undefined) return geweigerd({ code: 'plan_onbekend' })
    if (oordeel.versie < 1 || oordeel.versie > nieuwste) return geweigerd({ code: 'versie_onbekend' })
    if (oordeel.toelichting.trim() === '') return geweigerd({ code: 'reden_ontbreekt' })
    await insertAfdoening(tx, plan, {
      ...oordeel,
      toelichting: oordeel.toelichting.trim(),
      id: nieuwId(bezoek.klok.nu()),
      op: bezoek.klok.nu(),
      door: bezoek.wie?.account ?? null,
    })
    await schrijfLogboek(tx, bezoek, 'bevinding.afdoen', `bevinding ${oordeel.bevinding}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ versie: oordeel.versie })
  })
}
