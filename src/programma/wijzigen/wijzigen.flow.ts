import { schoon } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Planweigering, wijzigPlan } from '#programma/plan.flow.ts'
import { findStukken } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { planVan } from '#programma/stukken.ts'
import { zelfdeWaarden } from '#programma/wijzigen/botsing.ts'
import {
  type Gewijzigd,
  type VeldFout,
  type Waarden,
  type Wijzigvorm,
  ZIN_MAX,
} from '#programma/wijzigen/velden.ts'
import type { Bezoek } from '#toegang/deur.ts'

/** Wat iemand in een wijzigscherm invulde, en op welke versie. */
export type Wijziginvoer = { plan: string; basis: number; sleutel: string; waarom: string; getypt: Waarden }

export type Wijzigweigering = Planweigering | { code: 'invoer_onjuist'; fouten: VeldFout[] }

const HOOGSTENS_OPNIEUW = 5

/**
 * Bewaart een ingevuld wijzigscherm. Veranderde een ander intussen wel het stuk maar niets van dit scherm, dan gaat
 * het bewaren verder op die nieuwere versie: wie iets anders doet, zit elkaar niet in de weg.
 */
export async function bewaarWijziging(
  bezoek: Bezoek,
  vorm: Wijzigvorm,
  invoer: Wijziginvoer,
): Promise<Uitkomst<{ versie: number; sleutel: string }, Wijzigweigering>> {
  const begin = invoer.basis
  let uitkomst = await probeer(bezoek, vorm, invoer, begin)
  for (let keer = 0; keer < HOOGSTENS_OPNIEUW; keer++) {
    if (uitkomst.ok || uitkomst.reden.code !== 'intussen_gewijzigd') break
    const { versie } = uitkomst.reden
    const [was, nu] = await Promise.all(
      [begin, versie].map((nummer) => leesVersie(bezoek, invoer.plan, nummer)),
    )
    if (was === undefined || nu === undefined) break
    if (!zelfdeWaarden(vorm.waarden(was, invoer.sleutel), vorm.waarden(nu, invoer.sleutel))) break
    uitkomst = await probeer(bezoek, vorm, invoer, versie)
  }
  return uitkomst
}

const leesVersie = async (bezoek: Bezoek, plan: string, versie: number): Promise<Plan> =>
  planVan(await bezoek.db.lees((lezer) => findStukken(lezer, plan, versie)))

async function probeer(
  bezoek: Bezoek,
  vorm: Wijzigvorm,
  invoer: Wijziginvoer,
  basis: number,
): Promise<Uitkomst<{ versie: number; sleutel: string }, Wijzigweigering>> {
  const waarom = schoon(invoer.waarom)
  const gedaan: { uitkomst?: Uitkomst<Gewijzigd, VeldFout[]> } = {}
  const bewaard = await wijzigPlan(bezoek, {
    plan: invoer.plan,
    basis,
    waarom,
    verander: (nieuwste) => {
      const nieuw = vorm.pasToe(nieuwste, invoer.sleutel, invoer.getypt)
      const fouten = [...(nieuw.ok ? [] : nieuw.reden), ...keurWaarom(waarom)]
      gedaan.uitkomst = fouten.length > 0 ? geweigerd(fouten) : nieuw
      return gedaan.uitkomst.ok ? gedaan.uitkomst.waarde.plan : nieuwste
    },
  })
  if (!bewaard.ok && bewaard.reden.code === 'reden_ontbreekt') return alleFouten(bezoek, vorm, invoer)
  if (gedaan.uitkomst?.ok === false)
    return geweigerd({ code: 'invoer_onjuist', fouten: gedaan.uitkomst.reden })
  if (!bewaard.ok) return bewaard
  const sleutel = gedaan.uitkomst?.waarde.sleutel ?? invoer.sleutel
  return gelukt({ versie: bewaard.waarde.versie, sleutel })
}

/** Zonder reden komt het plan er niet aan te pas; wie haar vergat, hoort toch meteen wat er nog meer niet klopt. */
async function alleFouten(
  bezoek: Bezoek,
  vorm: Wijzigvorm,
  invoer: Wijziginvoer,
): Promise<Uitkomst<never, Wijzigweigering>> {
  const stukken = await bezoek.db.lees((lezer) => findStukken(lezer, invoer.plan, invoer.basis))
  if (stukken.length === 0) return geweigerd({ code: 'versie_onbekend' })
  const nieuw = vorm.pasToe(planVan(stukken), invoer.sleutel, invoer.getypt)
  return geweigerd({ code: 'invoer_onjuist', fouten: [...(nieuw.ok ? [] : nieuw.reden), ...keurWaarom('')] })
}

export function keurWaarom(waarom: string): VeldFout[] {
  if (waarom === '')
    return [
      { veld: 'waarom', tekst: 'Schrijf in één zin waarom u dit verandert. Dat komt in de geschiedenis.' },
    ]
  if (waarom.length <= ZIN_MAX) return []
  return [{ veld: 'waarom', tekst: `Maak de reden korter: er mogen ${ZIN_MAX} tekens in.` }]
}
