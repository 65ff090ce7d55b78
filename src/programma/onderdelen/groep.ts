import { toonEuro, trekAf } from '#basis/geld.ts'
import { opsomming } from '#basis/tekst.ts'
import type { Groep } from '#programma/plan.ts'
import { dekkingVanGroep, type Planbeeld } from '#programma/planbeeld.ts'

/** Waaruit een groep betaald wordt, en of dat genoeg is: alleen wat het plan zegt. */
export function dekkingszin(beeld: Planbeeld, groep: Groep): string {
  const geld = beeld.geldVanGroep(groep.id)
  const { bronnen, ontvangstCent } = dekkingVanGroep(beeld, groep.id)
  if (bronnen.length === 0) return 'Het plan noemt geen bron bij deze onderdelen.'
  const namen = opsomming(bronnen.map(({ naam }) => naam))
  const uit = `Kan betaald worden uit ${namen}.`
  if (ontvangstCent === undefined) {
    const zonder = bronnen.filter(({ ontvangsten }) => ontvangsten.length === 0).map(({ naam }) => naam)
    return `${uit} Van ${opsomming(zonder)} noemt het plan geen bedrag.`
  }
  const rest = trekAf(ontvangstCent, geld.totaal)
  const samen = `${uit} ${bronnen.length === 1 ? 'Die brengt' : 'Samen brengen die'} ${toonEuro(ontvangstCent)} in`
  if (rest === 0) return `${samen}: precies genoeg.`
  if (rest > 0) return `${samen}: ${toonEuro(rest)} meer dan er geraamd is.`
  return `${samen}: ${toonEuro(trekAf(geld.totaal, ontvangstCent))} minder dan er geraamd is.`
}
