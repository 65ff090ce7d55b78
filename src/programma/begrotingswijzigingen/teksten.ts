import { toonEuroCenten } from '#basis/geld.ts'
import type { Wijzigingsweigering } from '#programma/begrotingswijzigingen/begrotingswijzigingen.flow.ts'
import { regelzin, STANDWOORD } from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import { bronnaam, onderdeelnaam } from '#programma/namen.ts'
import { toonPeriode } from '#programma/periodenaam.ts'
import type { Plan } from '#programma/plan.ts'

/** Alle zinnen waarmee een begrotingswijziging niet doorgaat. */

export function weigerzin(reden: Wijzigingsweigering, plan: Plan): string {
  switch (reden.code) {
    case 'mag_niet':
      return 'Uw rol mag dit niet. Er is niets veranderd.'
    case 'plan_onbekend':
      return 'Dit plan is er niet meer. Er is niets bewaard.'
    case 'wijziging_onbekend':
      return 'Deze begrotingswijziging bestaat niet.'
    case 'onderdeel_onbekend':
      return `Het onderdeel ‘${reden.onderdeel}’ staat niet in de versie van het plan die geldt.`
    case 'bron_onbekend':
      return `De bron ‘${reden.bron}’ staat niet in de versie van het plan die geldt.`
    case 'reden_ontbreekt':
      return 'Schrijf in een paar woorden waarom. Er is niets bewaard.'
    case 'stand_anders':
      return `Dit kan niet meer: de wijziging is al ${STANDWOORD[reden.stand]}. Er is niets veranderd.`
    case 'besluit_onbekend':
      return 'Kies het besluit waarop dit berust, of leg het hier vast. Er is niets veranderd.'
    case 'ruimte_te_klein':
      return `Dit kan niet worden geboekt: ${onderdeelnaam(plan)(reden.onderdeel)} houdt in ${reden.jaar} dan ${toonEuroCenten(reden.tekortCent)} te weinig over. Uw gemeente weigert dat.`
    case 'periode_dicht':
      return `De maand van het besluit (${toonPeriode(reden.periode)}) is gesloten. U kunt boeken in de eerste open maand: ${toonPeriode(reden.eersteOpen)}.`
    case 'niet_geboekt':
      return 'De boeking is niet gelukt. Er is niets veranderd.'
    default:
      return regelzin(reden, bronnaam(plan))
  }
}

export function weigerstatus(code: Wijzigingsweigering['code']): 400 | 403 | 404 | 409 {
  if (code === 'mag_niet') return 403
  if (code === 'plan_onbekend' || code === 'wijziging_onbekend') return 404
  const stand = ['stand_anders', 'ruimte_te_klein', 'periode_dicht', 'niet_geboekt']
  return stand.includes(code) ? 409 : 400
}
