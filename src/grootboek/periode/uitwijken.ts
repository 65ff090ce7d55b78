import { eersteDag, tijdvak } from '#basis/datum.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import type { Boeking, Boekopdracht, Periode } from '#grootboek/boeking.ts'
import type { Boekweigering } from '#grootboek/journaal.ts'
import type { Ronde } from '#grootboek/ronde.flow.ts'

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
    geldigOp: eersteDag(tijdvak(uitwijkNaar)),
    betreft: opdracht.betreft ?? periode,
  })
}
