import { type Datum, jaarVan } from '#basis/datum.ts'
import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import type { Plan } from '#programma/plan.ts'
import { verloopVan } from '#programma/plancontrole/verloop.ts'

/**
 * Wat een stel bronnen aan het eind van elk jaar nog heeft: zoals het plan het wilde, en zoals het grootboek het weet.
 * Jaren die voorbij zijn tellen wat echt is uitgegeven; het lopende jaar en later wat er mag worden uitgegeven.
 */

export type Uitloopjaar = {
  jaar: number
  inCent: Centen
  uitCent: Centen
  saldoCent: Centen
  /** Wat er volgens het plan nog zou zijn; leeg als het plan van een bron geen bedrag noemt. */
  planCent: Centen | undefined
  /** Het jaar is nog niet voorbij. */
  verwacht: boolean
}

const BUDGET = ['ruimte', 'verplicht', 'realisatie']

/** `undefined` zolang er van dit stel niets in het grootboek staat. */
export function uitloopVan(
  plan: Plan,
  posten: readonly Postsaldo[],
  bronnen: readonly string[],
  vandaag: Datum,
): Uitloopjaar[] | undefined {
  const stel = new Set(bronnen)
  const hoortErbij = bijStel(plan, stel)
  const nu = jaarVan(vandaag)
  const begin = jaarVan(plan.programma.van)
  const erin = new Map<number, number>()
  const eruit = new Map<number, number>()
  const tel = (bij: Map<number, number>, jaar: number, cent: number): void =>
    void bij.set(jaar, (bij.get(jaar) ?? 0) + cent)
  for (const { rekening, soort, bedragCent } of posten) {
    if (rekening.soort === 'toegezegd' || rekening.soort === 'ontvangen') {
      if (rekening.bron !== null && stel.has(rekening.bron))
        tel(erin, Math.max(rekening.jaar, begin), -bedragCent)
    } else if (BUDGET.includes(rekening.soort) && 'onderdeel' in rekening && hoortErbij(rekening)) {
      const voorbij = rekening.jaar < nu
      // Wat bij het afsluiten terugviel, is niet uitgegeven: het zit nog in de bron.
      const teltMee = voorbij ? rekening.soort === 'realisatie' : soort !== 'jaareinde'
      if (teltMee) tel(eruit, rekening.jaar, bedragCent)
    }
  }
  if (erin.size === 0) return undefined
  const volgensPlan = new Map(verloopVan(plan, bronnen)?.map(({ jaar, saldoCent }) => [jaar, saldoCent]))
  const jaren = [...new Set([...volgensPlan.keys(), ...erin.keys(), ...eruit.keys()])].sort((a, b) => a - b)
  let saldo = 0
  return jaren.map((jaar) => {
    const [inCent, uitCent] = [centen(erin.get(jaar) ?? 0), centen(eruit.get(jaar) ?? 0)]
    saldo += inCent - uitCent
    return {
      jaar,
      inCent,
      uitCent,
      saldoCent: centen(saldo),
      planCent: volgensPlan.get(jaar),
      verwacht: jaar >= nu,
    }
  })
}

/** Geld uit een bron van het stel, of zonder bron bij een onderdeel dat alleen uit dit stel betaald wordt. */
function bijStel(
  plan: Plan,
  stel: ReadonlySet<string>,
): (rekening: { bron: string | null; onderdeel: string | null }) => boolean {
  const alleenHieruit = new Set<string>(
    plan.onderdelen
      .filter(({ bronnen }) => bronnen.length > 0 && bronnen.every((bron) => stel.has(bron)))
      .map(({ id }) => id),
  )
  return ({ bron, onderdeel }) =>
    bron === null ? onderdeel !== null && alleenHieruit.has(onderdeel) : stel.has(bron)
}

/** Het eerste jaar waarin er niets meer over is, na een jaar waarin er nog wat was. */
export function leegIn(
  rijen: readonly Uitloopjaar[],
  stand: (rij: Uitloopjaar) => Centen | undefined,
): number | undefined {
  return rijen.find((rij, i) => {
    const vorige = rijen[i - 1]
    return (stand(rij) ?? 1) <= 0 && vorige !== undefined && (stand(vorige) ?? 0) > 0
  })?.jaar
}

/** Wanneer het geld op is, in één zin. */
export function uitloopzin(rijen: readonly Uitloopjaar[]): string {
  const laatste = rijen.at(-1)
  if (laatste === undefined) return 'Er is nog niets geboekt'
  const tekort = rijen.find(({ saldoCent }) => saldoCent < 0)
  if (tekort !== undefined) {
    const bedrag = toonEuro(centen(-tekort.saldoCent))
    return tekort.verwacht
      ? `Naar verwachting is er eind ${tekort.jaar} ${bedrag} te weinig`
      : `Eind ${tekort.jaar} was er ${bedrag} te weinig`
  }
  const op = leegIn(rijen, ({ saldoCent }) => saldoCent)
  const wanneer = laatste.verwacht ? 'naar verwachting ' : ''
  return op === undefined
    ? `Eind ${laatste.jaar} is er ${wanneer}${toonEuro(laatste.saldoCent)} over`
    : `Het geld is ${wanneer}op in ${op}`
}
