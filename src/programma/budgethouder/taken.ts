import { type Datum, dagnummer, jaarVan } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import type { Mandaat, Postsaldo } from '#grootboek/deur.ts'
import { mandaatGeldt } from '#grootboek/deur.ts'
import type { Begrotingswijziging } from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import { standVan } from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import type { Onderdeel } from '#programma/plan.ts'
import type { Prognose } from '#programma/prognose/prognose.ts'

/** Welke onderdelen van iemand zijn, hoe het ermee staat, en wat er nog te doen is. */

export type Cijfers = { naWijziging: Centen; verplicht: Centen; gerealiseerd: Centen; vrij: Centen }

/** De cijfers van elk onderdeel in één jaar, alleen wat op het onderdeel zelf staat. */
export function cijfersPerOnderdeel(posten: readonly Postsaldo[], jaar: number): Map<string, Cijfers> {
  const perOnderdeel = new Map<string, { vrij: number; verplicht: number; gerealiseerd: number }>()
  for (const { rekening, bedragCent } of posten) {
    if (!('onderdeel' in rekening) || rekening.onderdeel === null || rekening.jaar !== jaar) continue
    const som = perOnderdeel.get(rekening.onderdeel) ?? { vrij: 0, verplicht: 0, gerealiseerd: 0 }
    perOnderdeel.set(rekening.onderdeel, som)
    if (rekening.soort === 'ruimte') som.vrij += bedragCent
    else if (rekening.soort === 'verplicht') som.verplicht += bedragCent
    else if (rekening.soort === 'realisatie') som.gerealiseerd += bedragCent
  }
  return new Map(
    [...perOnderdeel].map(([onderdeel, { vrij, verplicht, gerealiseerd }]) => [
      onderdeel,
      {
        naWijziging: centen(vrij + verplicht + gerealiseerd),
        verplicht: centen(verplicht),
        gerealiseerd: centen(gerealiseerd),
        vrij: centen(vrij),
      },
    ]),
  )
}

type Metrol = { id: string; eigenaarrol: string | null }
export type Eigenlijst<Ding extends Metrol = Onderdeel> = {
  onderdelen: readonly Ding[]
  waarom: 'mandaat' | 'eigenaar' | 'alle'
}

/** Wie een mandaat heeft, ziet die onderdelen; anders elk onderdeel met een eigenaar, en als die er niet zijn alle. */
export function eigenOnderdelen<Ding extends Metrol>(
  plan: { onderdelen: readonly Ding[] },
  mandaten: readonly Mandaat[],
  wie: { account: string; rollen: readonly string[] },
  dag: Datum,
): Eigenlijst<Ding> {
  const eigen = mandaten.filter(
    (mandaat) =>
      mandaatGeldt(mandaat, dag) &&
      (mandaat.account === null
        ? mandaat.rol !== null && wie.rollen.includes(mandaat.rol)
        : mandaat.account === wie.account),
  )
  if (eigen.some(({ onderdeel }) => onderdeel === null))
    return { onderdelen: plan.onderdelen, waarom: 'mandaat' }
  if (eigen.length > 0) {
    const namen = new Set<string | null>(eigen.map(({ onderdeel }) => onderdeel))
    return { onderdelen: plan.onderdelen.filter(({ id }) => namen.has(id)), waarom: 'mandaat' }
  }
  const metEigenaar = plan.onderdelen.filter(({ eigenaarrol }) => eigenaarrol !== null)
  return metEigenaar.length > 0
    ? { onderdelen: metEigenaar, waarom: 'eigenaar' }
    : { onderdelen: plan.onderdelen, waarom: 'alle' }
}

export type Taak =
  | { soort: 'tekort'; tekortCent: Centen }
  | { soort: 'verwacht_tekort'; tekortCent: Centen }
  | { soort: 'prognose_ontbreekt' }
  | { soort: 'prognose_oud'; peildatum: Datum }
  | { soort: 'wijziging_wacht'; wijziging: Pick<Begrotingswijziging, 'id' | 'nummer'> }
  | { soort: 'verplichting_verlopen'; verplichting: string; openCent: Centen }

/** Ouder dan een kwartaal: dan zegt een prognose te weinig over nu. */
const KWARTAAL_DAGEN = 92
const dagenTussen = (van: Datum, tot: Datum): number => dagnummer(tot) - dagnummer(van)

export type Takenvraag = {
  jaar: number
  vandaag: Datum
  cijfers: ReadonlyMap<string, Cijfers>
  prognoses: readonly Pick<Prognose, 'onderdeel' | 'jaar' | 'bedragCent' | 'peildatum' | 'zekerheid'>[]
  wijzigingen: readonly Begrotingswijziging[]
  /** Verplichtingen met wat er nog openstaat. */
  verplichtingen: readonly { id: string; onderdeel: string | null; tot: Datum | null; openCent: Centen }[]
}

/** Wat er bij dit onderdeel te doen is, het dringendste eerst. */
export function takenVan(onderdeel: string, vraag: Takenvraag): Taak[] {
  const { jaar, vandaag } = vraag
  const cijfers = vraag.cijfers.get(onderdeel)
  const prognose = vraag.prognoses.find((een) => een.onderdeel === onderdeel && een.jaar === jaar)
  const taken: Taak[] = []
  if (cijfers !== undefined && cijfers.vrij < 0)
    taken.push({ soort: 'tekort', tekortCent: centen(-cijfers.vrij) })
  const verwacht = (prognose?.bedragCent ?? 0) - (cijfers?.naWijziging ?? 0)
  if (prognose !== undefined && verwacht > 0)
    taken.push({ soort: 'verwacht_tekort', tekortCent: centen(verwacht) })
  const leeft = cijfers !== undefined && (cijfers.naWijziging !== 0 || cijfers.gerealiseerd !== 0)
  if (prognose === undefined) {
    if (leeft && jaar <= jaarVan(vandaag)) taken.push({ soort: 'prognose_ontbreekt' })
  } else if (jaar >= jaarVan(vandaag) && dagenTussen(prognose.peildatum, vandaag) > KWARTAAL_DAGEN)
    taken.push({ soort: 'prognose_oud', peildatum: prognose.peildatum })
  for (const wijziging of vraag.wijzigingen)
    if (
      ['voorgesteld', 'besloten'].includes(standVan(wijziging)) &&
      wijziging.regels.some((regel) => regel.soort === 'onderdeel' && regel.onderdeel === onderdeel)
    )
      taken.push({ soort: 'wijziging_wacht', wijziging })
  for (const { id, onderdeel: van, tot, openCent } of vraag.verplichtingen)
    if (van === onderdeel && tot !== null && tot < vandaag && openCent > 0)
      taken.push({ soort: 'verplichting_verlopen', verplichting: id, openCent })
  return taken
}
