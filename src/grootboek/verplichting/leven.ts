import type { Datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import type { Moment } from '#basis/moment.ts'
import type { Boeking } from '#grootboek/boeking.ts'
import { type Budget, ruimte } from '#grootboek/gebeurtenissen.ts'
import { naamVan } from '#grootboek/rekening.ts'
import type { Postsaldo } from '#grootboek/stand.ts'

/**
 * Het leven van een verplichting, afgeleid uit haar boekingen. Altijd geldt: aangegaan met meerwerk = gefactureerd +
 * vrijgevallen + open. Een factuur boven het openstaande deel komt uit de vrije ruimte en staat apart bij `boven`.
 */

export type Verplichtingbedragen = {
  /** Met meerwerk. */
  aangegaanCent: Centen
  /** Uit de verplichting betaald. */
  gefactureerdCent: Centen
  vrijgevallenCent: Centen
  /** Verplaatst door een andere soort boeking, zoals het aansluiten van ingelezen geld. */
  verplaatstCent: Centen
  openCent: Centen
}
/** Hoe een verplichting ervoor staat op één budget: een onderdeel, jaar en bron. */
export type Deelstand = Verplichtingbedragen & { budget: Budget; bovenCent: Centen }

type Teller = { budget: Budget; aan: number; fact: number; vrij: number; anders: number; besteed: number }

const NUL = { aan: 0, fact: 0, vrij: 0, anders: 0, besteed: 0 }

/** Hoort de hele boeking bij deze verplichting, dan zijn haar bestedingen dat ook. */
const isEigen = ({ regels }: Pick<Boeking, 'regels'>, verplichting: string): boolean =>
  regels.every(({ rekening }) => rekening.soort !== 'verplicht' || rekening.verplichting === verplichting)

export function deelstanden(
  boekingen: readonly Pick<Boeking, 'soort' | 'regels'>[],
  verplichting: string,
): Deelstand[] {
  const tellers = new Map<string, Teller>()
  for (const boeking of boekingen)
    for (const { rekening, bedragCent } of boeking.regels) {
      if (rekening.soort !== 'verplicht' && rekening.soort !== 'realisatie') continue
      if (rekening.soort === 'verplicht' && rekening.verplichting !== verplichting) continue
      if (rekening.soort === 'realisatie' && !(boeking.soort === 'factuur' && isEigen(boeking, verplichting)))
        continue
      const { programma, bron, onderdeel, jaar } = rekening
      const budget = { programma, bron, onderdeel, jaar }
      const naam = naamVan(ruimte(budget))
      const teller = tellers.get(naam) ?? { budget, ...NUL }
      tellers.set(naam, teller)
      if (rekening.soort === 'realisatie') teller.besteed += bedragCent
      else if (boeking.soort === 'verplichting') teller.aan += bedragCent
      else if (boeking.soort === 'factuur') teller.fact -= bedragCent
      else if (boeking.soort === 'vrijval') teller.vrij -= bedragCent
      else teller.anders += bedragCent
    }
  return [...tellers.values()].map(({ budget, besteed, ...teller }) => ({
    budget,
    ...bedragenVan(teller),
    bovenCent: centen(besteed - teller.fact),
  }))
}

const bedragenVan = (teller: Omit<Teller, 'budget' | 'besteed'>): Verplichtingbedragen => ({
  aangegaanCent: centen(teller.aan),
  gefactureerdCent: centen(teller.fact),
  vrijgevallenCent: centen(teller.vrij),
  verplaatstCent: centen(teller.anders),
  openCent: centen(teller.aan + teller.anders - teller.fact - teller.vrij),
})

/** Alle verplichtingen met een bedrag in deze saldi: een regel van het register. */
export type Registerregel = Verplichtingbedragen & {
  verplichting: string
  onderdelen: (string | null)[]
  jaren: number[]
  bronnen: (string | null)[]
}

export function register(saldi: readonly Postsaldo[]): Registerregel[] {
  const perVerplichting = Map.groupBy(saldi, ({ rekening }) =>
    rekening.soort === 'verplicht' ? rekening.verplichting : undefined,
  )
  return [...perVerplichting].flatMap(([verplichting, posten]) => {
    if (verplichting === undefined) return []
    const teller = { ...NUL }
    for (const { soort, bedragCent } of posten) {
      if (soort === 'verplichting') teller.aan += bedragCent
      else if (soort === 'factuur') teller.fact -= bedragCent
      else if (soort === 'vrijval') teller.vrij -= bedragCent
      else teller.anders += bedragCent
    }
    const rekeningen = posten.flatMap(({ rekening }) => (rekening.soort === 'verplicht' ? [rekening] : []))
    return [
      {
        verplichting,
        ...bedragenVan(teller),
        onderdelen: [...new Set(rekeningen.map(({ onderdeel }) => onderdeel))],
        jaren: [...new Set(rekeningen.map(({ jaar }) => jaar))].sort((a, b) => a - b),
        bronnen: [...new Set(rekeningen.map(({ bron }) => bron))],
      },
    ]
  })
}

export type Stapsoort =
  | 'aangegaan'
  | 'meerwerk'
  | 'factuur'
  | 'creditnota'
  | 'vrijval'
  | 'correctie'
  | 'verplaatst'

/** Eén stap in het leven; `openCent` is wat er daarna openstaat. */
export type Stap = {
  nr: number
  geldigOp: Datum
  vastgelegdOp: Moment
  wat: Stapsoort
  bedragCent: Centen
  bovenCent: Centen
  openCent: Centen
}

export function levensloop(boekingen: readonly Boeking[], verplichting: string): Stap[] {
  let open = 0
  let begonnen = false
  return boekingen.map((boeking) => {
    const verplicht = boeking.regels.reduce(
      (som, { rekening, bedragCent }) =>
        rekening.soort === 'verplicht' && rekening.verplichting === verplichting ? som + bedragCent : som,
      0,
    )
    const besteed = isEigen(boeking, verplichting)
      ? boeking.regels.reduce(
          (som, { rekening, bedragCent }) => (rekening.soort === 'realisatie' ? som + bedragCent : som),
          0,
        )
      : -verplicht
    open += verplicht
    const isFactuur = boeking.soort === 'factuur'
    const wat = stapsoort(boeking, begonnen, besteed)
    if (boeking.soort === 'verplichting') begonnen = true
    return {
      nr: boeking.nr,
      geldigOp: boeking.geldigOp,
      vastgelegdOp: boeking.vastgelegdOp,
      wat,
      bedragCent: centen(isFactuur ? besteed : boeking.soort === 'vrijval' ? -verplicht : verplicht),
      bovenCent: centen(isFactuur ? besteed + verplicht : 0),
      openCent: centen(open),
    }
  })
}

function stapsoort({ soort, corrigeert }: Boeking, begonnen: boolean, besteed: number): Stapsoort {
  if (corrigeert !== null) return 'correctie'
  if (soort === 'verplichting') return begonnen ? 'meerwerk' : 'aangegaan'
  if (soort === 'factuur') return besteed < 0 ? 'creditnota' : 'factuur'
  return soort === 'vrijval' ? 'vrijval' : 'verplaatst'
}
