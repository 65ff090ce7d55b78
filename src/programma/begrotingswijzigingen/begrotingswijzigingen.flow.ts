import { meld, type Tx } from '#basis/db.ts'
import type { Centen } from '#basis/geld.ts'
import { nieuwId } from '#basis/id.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  type Boekhouder,
  findInstellingen,
  isDicht,
  keurRegels,
  openDag,
  type Periode,
  periodeVan,
  type Regelweigering,
  type Ronde,
  ruimte,
  Wijzigingsregel,
} from '#grootboek/deur.ts'
import {
  findWijziging,
  findWijzigingen,
  insertWijziging,
  insertWijzigingstap,
  lockWijzigingen,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.store.ts'
import {
  type Begrotingswijziging,
  besluitVan,
  eersteTekort,
  kanNaar,
  standVan,
  type Wijzigingstand,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import { bevoegdOrgaan } from '#programma/begrotingswijzigingen/bevoegd.ts'
import { alsBoekregels } from '#programma/begrotingswijzigingen/boekregels.ts'
import { findGeldregels } from '#programma/begrotingswijzigingen/geldregels.store.ts'
import { bereidBesluitVoor, type Gekozenbesluit } from '#programma/besluiten/kies-besluit.flow.ts'
import { findGeldendPlan } from '#programma/geldend-plan.store.ts'
import { findBesluit } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** De weg van een begrotingswijziging: voorstellen, besluiten, boeken. Wat niet doorgaat, blijft staan met zijn reden. */

export type Wijzigingsweigering =
  | { code: 'mag_niet' }
  | { code: 'plan_onbekend' }
  | { code: 'wijziging_onbekend' }
  | { code: 'onderdeel_onbekend'; onderdeel: string }
  | { code: 'bron_onbekend'; bron: string }
  | { code: 'reden_ontbreekt' }
  | { code: 'stand_anders'; stand: Wijzigingstand }
  | { code: 'besluit_onbekend' }
  | { code: 'ruimte_te_klein'; onderdeel: string; jaar: number; tekortCent: Centen }
  | { code: 'periode_dicht'; periode: Periode; eersteOpen: Periode }
  | { code: 'niet_geboekt' }
  | Regelweigering

type Reden = Wijzigingsweigering

export type Wijzigingsinvoer = {
  regels: readonly Wijzigingsregel[]
  toelichting: string
  /** Verandert ook wat het programma wil bereiken? */
  beleid: boolean
}

/** Legt een voorstel vast, met het orgaan dat erover hoort te besluiten. Er verandert nog niets aan de begroting. */
export function stelWijzigingVoor(
  bezoek: Bezoek,
  plan: string,
  invoer: Wijzigingsinvoer,
): Promise<Uitkomst<{ id: string }, Reden>> {
  return bezoek.db.schrijf(async (tx): Promise<Uitkomst<{ id: string }, Reden>> => {
    if (!magBezoeker(bezoek, 'begrotingswijziging.voorstellen')) return geweigerd({ code: 'mag_niet' })
    const geldend = await findGeldendPlan(tx, plan)
    if (geldend === undefined) return geweigerd({ code: 'plan_onbekend' })
    const weigering = keurTegenPlan(invoer.regels, geldend) ?? keurRegels(invoer.regels)
    if (weigering !== undefined) return geweigerd(weigering)
    const toelichting = invoer.toelichting.trim()
    if (toelichting === '') return geweigerd({ code: 'reden_ontbreekt' })
    await lockWijzigingen(tx, plan)
    const door = bezoek.wie?.account ?? null
    const zelfde = (await findWijzigingen(tx, plan)).find(
      (eerder) =>
        standVan(eerder) === 'voorgesteld' &&
        eerder.toelichting === toelichting &&
        inVorm(eerder.regels) === inVorm(invoer.regels),
    )
    if (zelfde !== undefined) return gelukt({ id: zelfde.id })
    const nu = bezoek.klok.nu()
    const id = nieuwId(nu)
    const bevoegd = bevoegdOrgaan(invoer, geldend, (await findGeldregels(tx)).regels)
    await insertWijziging(tx, {
      id,
      plan,
      ...bevoegd,
      toelichting,
      regels: [...invoer.regels],
      gemaaktOp: nu,
      gemaaktDoor: door,
    })
    await schrijfLogboek(tx, bezoek, 'begrotingswijziging.voorstellen', `wijziging ${id}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ id })
  })
}

/** Dezelfde regels geven dezelfde tekst, hoe hun velden ook geordend zijn. */
const inVorm = (regels: readonly Wijzigingsregel[]): string =>
  JSON.stringify(regels.map((regel) => Wijzigingsregel.parse(regel)))

function keurTegenPlan(regels: readonly Wijzigingsregel[], plan: Plan): Reden | undefined {
  const onderdelen = new Set<string>(plan.onderdelen.map(({ id }) => id))
  const bronnen = new Set<string>(plan.bronnen.map(({ id }) => id))
  for (const regel of regels) {
    if (regel.soort === 'onderdeel' && !onderdelen.has(regel.onderdeel))
      return { code: 'onderdeel_onbekend', onderdeel: regel.onderdeel }
    if (regel.bron !== null && !bronnen.has(regel.bron)) return { code: 'bron_onbekend', bron: regel.bron }
  }
  return undefined
}

export type Oordeel =
  | { stand: 'besloten'; besluit: Gekozenbesluit }
  | { stand: 'afgewezen' | 'ingetrokken'; reden: string }

/** Legt vast wat er over een voorstel besloten is. */
export function beslisWijziging(
  bezoek: Bezoek,
  id: string,
  oordeel: Oordeel,
): Promise<Uitkomst<{ stand: Wijzigingstand }, Reden>> {
  return bezoek.db.schrijf(async (tx): Promise<Uitkomst<{ stand: Wijzigingstand }, Reden>> => {
    const handeling =
      oordeel.stand === 'ingetrokken' ? 'begrotingswijziging.voorstellen' : 'begrotingswijziging.boeken'
    if (!magBezoeker(bezoek, handeling)) return geweigerd({ code: 'mag_niet' })
    const wijziging = await lockWijziging(tx, id)
    if (wijziging === undefined) return geweigerd({ code: 'wijziging_onbekend' })
    const stand = standVan(wijziging)
    if (!kanNaar(stand, oordeel.stand)) return geweigerd({ code: 'stand_anders', stand })
    if ('reden' in oordeel && oordeel.reden.trim() === '') return geweigerd({ code: 'reden_ontbreekt' })
    const gekozen = await bereidBesluitVoor(tx, bezoek, 'besluit' in oordeel ? oordeel.besluit : undefined)
    if (!gekozen.ok) return gekozen
    const besluit = gekozen.waarde
    if (oordeel.stand === 'besloten' && besluit.id === null && wijziging.orgaan !== 'budgethouder')
      return geweigerd({ code: 'besluit_onbekend' })
    await besluit.bewaar(tx)
    await insertWijzigingstap(tx, id, {
      stap: wijziging.stappen.length + 1,
      stand: oordeel.stand,
      besluit: besluit.id,
      boeking: null,
      reden: 'reden' in oordeel ? oordeel.reden.trim() : null,
      op: bezoek.klok.nu(),
      door: bezoek.wie?.account ?? null,
    })
    await schrijfLogboek(tx, bezoek, handeling, `wijziging ${id} ${oordeel.stand}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ stand: oordeel.stand })
  })
}

async function lockWijziging(tx: Tx, id: string): Promise<Begrotingswijziging | undefined> {
  const wijziging = await findWijziging(tx, id)
  if (wijziging === undefined) return undefined
  await lockWijzigingen(tx, wijziging.plan)
  return findWijziging(tx, id)
}

export type Boekwijze = { inEersteOpen: boolean }

/** Boekt een wijziging waarover besloten is, op de dag van dat besluit. */
export async function boekWijziging(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  id: string,
  wijze: Boekwijze = { inEersteOpen: false },
): Promise<Uitkomst<{ boeking: number }, Reden>> {
  if (!magBezoeker(bezoek, 'begrotingswijziging.boeken')) return geweigerd({ code: 'mag_niet' })
  const door = bezoek.wie?.account ?? null
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    werk: async (ronde): Promise<Uitkomst<{ boeking: number }, Reden>> => {
      const wijziging = await lockWijziging(ronde.tx, id)
      if (wijziging === undefined) return geweigerd({ code: 'wijziging_onbekend' })
      const stand = standVan(wijziging)
      if (!kanNaar(stand, 'geboekt')) return geweigerd({ code: 'stand_anders', stand })
      const plan = await findGeldendPlan(ronde.tx, wijziging.plan)
      if (plan === undefined) return geweigerd({ code: 'plan_onbekend' })
      const regels = alsBoekregels(wijziging, plan)
      const tekort = await tekortVan(ronde, regels, plan)
      if (tekort !== undefined) return geweigerd({ code: 'ruimte_te_klein', ...tekort })
      const besluit = besluitVan(wijziging)
      const genomen = besluit === undefined ? undefined : await findBesluit(ronde.tx, besluit)
      const dag = genomen?.datum ?? bezoek.klok.vandaag()
      const periode = periodeVan(dag)
      const open = openDag(ronde, dag)
      if (!wijze.inEersteOpen && isDicht(ronde.perioden.get(periode), false))
        return geweigerd({ code: 'periode_dicht', periode, eersteOpen: periodeVan(open.geldigOp) })
      const geboekt = ronde.boek({
        soort: 'wijziging',
        ...open,
        grondslag:
          besluit === undefined
            ? { soort: 'memo', kenmerk: `wijziging/${id}` }
            : { soort: 'besluit', kenmerk: besluit },
        regels,
        door,
        tekst: wijziging.toelichting,
      })
      if (!geboekt.ok) return geweigerd({ code: 'niet_geboekt' })
      const boeking = geboekt.waarde.nr
      ronde.daarna(async (tx) => {
        await insertWijzigingstap(tx, id, {
          stap: wijziging.stappen.length + 1,
          stand: 'geboekt',
          besluit: besluit ?? null,
          boeking,
          reden: null,
          op: bezoek.klok.nu(),
          door,
        })
        await schrijfLogboek(tx, bezoek, 'begrotingswijziging.boeken', `wijziging ${id} boeking ${boeking}`)
      })
      return gelukt({ boeking })
    },
  })
}

/** Alleen als de gemeente dat weigert: een onderdeel dat over alle bronnen samen minder dan niets vrij houdt. */
async function tekortVan(ronde: Ronde, regels: ReturnType<typeof alsBoekregels>, plan: Plan) {
  if ((await findInstellingen(ronde.tx)).wijziging_ruimte_negatief !== 'weigeren') return undefined
  const bronnen = [null, ...plan.bronnen.map(({ id }) => id as string)]
  const rekeningen = regels.flatMap(({ rekening }) =>
    rekening.soort === 'ruimte' ? bronnen.map((bron) => ruimte({ ...rekening, bron })) : [],
  )
  await ronde.laadSaldi(rekeningen)
  return eersteTekort(regels, (rekening) => ronde.saldo(rekening), bronnen)
}
