import { jaarVan } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import {
  type Budget,
  type Kenmerk,
  kenmerktekst,
  kenToe,
  type Regel,
  voegSamen,
  zegToe,
} from '#grootboek/deur.ts'
import type { Bron, Onderdeel, Plan } from '#programma/plan.ts'

/**
 * Wat een vastgesteld plan aan geld zegt, als regels van een boeking. Alleen de rijen van de raming tellen. Een bron
 * die zegt wat zij inbrengt, zegt dat bedrag toe; een bron zonder bedrag precies wat eruit betaald wordt. Waar het plan
 * de bron niet noemt, is niemand die iets toezegt: daar staat de dekking negatief, en dat is wat nog over de bronnen
 * te verdelen is.
 */

type Beweging = { regels: (bedrag: Centen) => Regel[]; bedrag: number }
type Bewegingen = Map<string, Beweging>

/** Meer regels mag een boeking niet hebben; elke beweging heeft er twee. */
const BEWEGINGEN_PER_BOEKING = 450

export const noemtInbreng = (bron: Pick<Bron, 'ontvangsten'>): boolean => bron.ontvangsten.length > 0

/** Incidenteel of structureel, als het plan dat zegt. */
export const kenmerkVan = (onderdeel: Pick<Onderdeel, 'aard'> | undefined): Kenmerk =>
  onderdeel === undefined || onderdeel.aard === 'onbekend' ? {} : { aard: onderdeel.aard }

function bewegingenVan(plan: Plan): Bewegingen {
  const bewegingen: Bewegingen = new Map()
  const tel = (naam: string, bedrag: number, regels: Beweging['regels']): void => {
    bewegingen.set(naam, { regels, bedrag: (bewegingen.get(naam)?.bedrag ?? 0) + bedrag })
  }
  const programma = plan.programma.id
  const zeg = (bron: string, jaar: number, bedrag: number): void =>
    tel(`toe ${bron} ${jaar}`, bedrag, (cent) => zegToe({ programma, bron }, jaar, cent))
  const begin = jaarVan(plan.programma.van)
  const noemt = new Map<string, boolean>(plan.bronnen.map((bron) => [bron.id, noemtInbreng(bron)]))
  const onderdelen = new Map<string, Onderdeel>(plan.onderdelen.map((onderdeel) => [onderdeel.id, onderdeel]))
  for (const { id, ontvangsten } of plan.bronnen)
    for (const { jaar, bedragCent } of ontvangsten) zeg(id, jaar ?? begin, bedragCent)
  for (const { onderdeel, jaar, bron, bedragCent } of plan.raming) {
    const budget: Budget = { programma, bron, onderdeel, jaar }
    const kenmerk = kenmerkVan(onderdelen.get(onderdeel))
    const naam = `${bron ?? '-'} ${onderdeel} ${jaar} ${kenmerktekst(kenmerk)}`
    tel(naam, bedragCent, (cent) => kenToe(budget, cent, kenmerk))
    if (bron !== null && noemt.get(bron) === false) zeg(bron, jaar, bedragCent)
  }
  return bewegingen
}

/**
 * De regels die het journaal van de ene vastgestelde versie naar de andere brengen, per boeking; zonder `van` de hele
 * raming. Wat langs een andere weg is gewijzigd, blijft daarbij zoals het is.
 */
export function ramingsboekingen(van: Plan | undefined, naar: Plan): Regel[][] {
  const oud: Bewegingen = van === undefined ? new Map() : bewegingenVan(van)
  const nieuw = bewegingenVan(naar)
  const regels = [...new Set([...oud.keys(), ...nieuw.keys()])].flatMap((naam) => {
    const beweging = nieuw.get(naam) ?? oud.get(naam)
    const verschil = centen((nieuw.get(naam)?.bedrag ?? 0) - (oud.get(naam)?.bedrag ?? 0))
    return beweging === undefined || verschil === 0 ? [] : [beweging.regels(verschil)]
  })
  return Array.from({ length: Math.ceil(regels.length / BEWEGINGEN_PER_BOEKING) }, (_, i) =>
    voegSamen(regels.slice(i * BEWEGINGEN_PER_BOEKING, (i + 1) * BEWEGINGEN_PER_BOEKING).flat()),
  ).filter((boeking) => boeking.length > 0)
}
