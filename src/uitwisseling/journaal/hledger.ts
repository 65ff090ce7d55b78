import { type Datum, datum } from '#basis/datum.ts'
import { centen, decimaalBedrag } from '#basis/geld.ts'
import { kenmerktekst, naamVan, type Vastgelegd } from '#grootboek/deur.ts'

/**
 * Het journaal als platte tekst voor hledger. Rekeningen heten zoals in het journaal, dus `hledger balance --flat`
 * geeft onze saldi; de laatste transactie boekt niets en stelt elk saldo vast, zodat `hledger check` ze zelf narekent.
 */

const EERSTE_DAG = datum('1900-01-01')

function transactie(boeking: Vastgelegd): string {
  const { nr, geldigOp, soort, grondslag, corrigeert, betreft } = boeking
  const merken = [
    `vastgelegdOp:${boeking.vastgelegdOp}`,
    ...(corrigeert === null ? [] : [`corrigeert:${corrigeert}`]),
    ...(betreft === null ? [] : [`betreft:${betreft}`]),
    `hash:${boeking.hash}`,
  ]
  const regels = boeking.regels.map(({ rekening, bedragCent, kenmerk }) => {
    const tekst = kenmerktekst(kenmerk)
    return `    ${naamVan(rekening)}  EUR ${decimaalBedrag(bedragCent)}${tekst === '' ? '' : `  ; kenmerk:${tekst}`}\n`
  })
  return `${geldigOp} (${nr}) ${soort} ${grondslag.soort} ${grondslag.kenmerk}  ; ${merken.join(', ')}\n${regels.join('')}\n`
}

export type Journaalkader = {
  gemeente: string
  kop: { nr: number; hash: string }
  geldigTm?: Datum | undefined
}

/** Schrijft de boekingen in brokken tekst, in de volgorde van het journaal. */
export async function* schrijfHledger(
  boekingen: AsyncIterable<readonly Vastgelegd[]>,
  kader: Journaalkader,
): AsyncGenerator<string> {
  yield `; Omzien: journaal van ${kader.gemeente}\n; kop ${kader.kop.nr} ${kader.kop.hash}\n`
  if (kader.geldigTm !== undefined) yield `; geldig tot en met ${kader.geldigTm}\n`
  yield 'commodity EUR 1000.00\n\n'
  const saldi = new Map<string, number>()
  let laatsteDag = EERSTE_DAG
  for await (const deel of boekingen) {
    let tekst = ''
    for (const boeking of deel) {
      tekst += transactie(boeking)
      if (boeking.geldigOp > laatsteDag) laatsteDag = boeking.geldigOp
      for (const { rekening, bedragCent } of boeking.regels) {
        const naam = naamVan(rekening)
        saldi.set(naam, (saldi.get(naam) ?? 0) + bedragCent)
      }
    }
    yield tekst
  }
  if (saldi.size === 0) return
  yield `${laatsteDag} Vaststelling van alle saldi\n`
  const namen = [...saldi.keys()].toSorted()
  for (const naam of namen)
    yield `    ${naam}  EUR 0.00 = EUR ${decimaalBedrag(centen(saldi.get(naam) ?? 0))}\n`
}
