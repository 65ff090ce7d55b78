import { toonEuroCenten } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import type { Jaarweigering } from '#programma/overheveling/jaareinde.flow.ts'
import type { Overhevelingweigering } from '#programma/overheveling/overheveling.flow.ts'
import { STANDWOORD } from '#programma/overheveling/overheveling.ts'

/** Alle zinnen waarmee een overheveling of het jaareinde niet doorgaat. */

export function weigerzin(reden: Overhevelingweigering): string {
  switch (reden.code) {
    case 'mag_niet':
      return 'Uw rol mag dit niet. Er is niets veranderd.'
    case 'overheveling_onbekend':
      return 'Dit voorstel bestaat niet.'
    case 'jaren_kloppen_niet':
      return 'Meenemen kan alleen naar een later jaar. Kies een later jaar.'
    case 'bedrag_niet_positief':
      return 'Vul een bedrag boven nul in.'
    case 'vervaldag_voorbij':
      return 'De laatste dag om te besluiten is al voorbij. Kies een dag die nog komt, of laat hem leeg.'
    case 'voorwaarde_ontbreekt':
      return 'Een voorwaarde en een laatste dag horen bij elkaar. Vul ze allebei in, of laat ze allebei leeg.'
    case 'meer_dan_over':
      return `Er is niet zoveel over: hoogstens ${toonEuroCenten(reden.overCent)}.`
    case 'reden_ontbreekt':
      return 'Schrijf in een paar woorden waarom. Er is niets bewaard.'
    case 'stand_anders':
      return `Dit kan niet meer: het voorstel is al ${STANDWOORD[reden.stand]}. Er is niets veranderd.`
    case 'besluit_onbekend':
      return 'Kies het besluit waarop dit berust. Er is niets veranderd.'
    case 'niet_geboekt':
      return 'De boeking is niet gelukt. Er is niets veranderd.'
  }
}

const BIJ_VELD: Partial<Record<Overhevelingweigering['code'], string>> = {
  jaren_kloppen_niet: 'naarJaar',
  bedrag_niet_positief: 'bedrag',
  meer_dan_over: 'bedrag',
  vervaldag_voorbij: 'vervaltOp',
  voorwaarde_ontbreekt: 'voorwaarde',
  reden_ontbreekt: 'reden',
}
export const weigerveld = (code: Overhevelingweigering['code']): string => BIJ_VELD[code] ?? 'bedrag'

export function weigerstatus(code: Overhevelingweigering['code']): 400 | 403 | 404 | 409 {
  if (code === 'mag_niet') return 403
  if (code === 'overheveling_onbekend') return 404
  return ['stand_anders', 'niet_geboekt', 'meer_dan_over'].includes(code) ? 409 : 400
}

export function jaarzin(reden: Jaarweigering, jaar: number): string {
  switch (reden.code) {
    case 'mag_niet':
      return 'Uw rol mag dit niet. Er is niets veranderd.'
    case 'jaar_loopt_nog':
      return `${jaar} is nog niet voorbij. Afsluiten kan vanaf 1 januari ${jaar + 1}.`
    case 'overheveling_open':
      return `Er ${reden.aantal === 1 ? 'wacht' : 'wachten'} nog ${telwoord(reden.aantal, 'voorstel', 'voorstellen')} op een besluit. Daarna kan het jaar worden afgesloten.`
    case 'niets_over':
      return `Er is in ${jaar} niets meer over om terug te laten vallen.`
    case 'niet_geboekt':
      return 'De boeking is niet gelukt. Er is niets veranderd.'
  }
}
