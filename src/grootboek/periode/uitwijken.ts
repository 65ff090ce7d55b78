import { type Datum, eersteDag, tijdvak } from '#basis/datum.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import { type Boeking, type Boekopdracht, type Periode, periodeVan } from '#grootboek/boeking.ts'
import { type Boekweigering, eersteOpen } from '#grootboek/journaal.ts'
import type { Ronde } from '#grootboek/ronde.flow.ts'

const eersteDagVan = (periode: Periode): Datum => eersteDag(tijdvak(periode))

/**
 * Een dag die in een gesloten periode valt, schuift naar de eerste open periode; de boeking noemt dan de periode
 * waarover zij gaat. Voor wat hoe dan ook geboekt wordt: een feit uit een bestand, of wat een besluit voorschrijft.
 */
export function openDag(
  ronde: Pick<Ronde, 'perioden'>,
  dag: Datum,
  inVoorlopig = false,
): Pick<Boekopdracht, 'geldigOp' | 'betreft' | 'inVoorlopig'> {
  const periode = periodeVan(dag)
  const open = eersteOpen(ronde.perioden, periode, inVoorlopig)
  return open === periode
    ? { geldigOp: dag, inVoorlopig }
    : { geldigOp: eersteDagVan(open), betreft: periode, inVoorlopig }
}

/**
 * Boekt op de dag zelf, of als die dag in een gesloten periode valt en de boeker daarmee instemde: op de eerste dag van
 * de open periode die haar werd aangeboden, met de periode waarover het gaat erbij. Is die intussen ook dicht, dan volgt
 * weer de weigering met een nieuw aanbod.
 */
export function boekInOpen(
  ronde: Pick<Ronde, 'boek'>,
  opdracht: Boekopdracht,
  uitwijkNaar: Periode | undefined,
): Uitkomst<Boeking, Boekweigering> {
  const geboekt = ronde.boek(opdracht)
  if (geboekt.ok || geboekt.reden.code !== 'periode_dicht') return geboekt
  const { eersteOpen, periode } = geboekt.reden
  if (uitwijkNaar === undefined || uitwijkNaar < eersteOpen) return geboekt
  return ronde.boek({
    ...opdracht,
    geldigOp: eersteDagVan(uitwijkNaar),
    betreft: opdracht.betreft ?? periode,
  })
}
