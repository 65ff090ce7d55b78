import { toonDatum } from '#basis/datum.ts'
import type { Rekenweigering } from '#regels/motor/binding.ts'
import type { Parameterstatus } from '#regels/motor/parameter.ts'
import { INVOER } from '#regels/wet/invoer.ts'
import type { Rekenkamer } from '#regels/wet/wet.ts'
import { REGELS } from '#regels/wet/wet.ts'

/** Waarom er geen uitkomst is, in een zin die zegt wat er ontbreekt. Het antwoord zelf staat er nooit in. */
export function weigerzin(weigering: Rekenweigering, tabel?: Rekenkamer['tabel']): string {
  switch (weigering.soort) {
    case 'regel_onbekend':
      return 'Deze regel kennen wij niet.'
    case 'parameter_onbekend': {
      const een = tabel?.parameters.get(weigering.parameter)
      const gemis = een?.gemis === undefined ? '' : ` ${een.gemis}`
      return `Wij weten niet wat “${een?.naam ?? weigering.parameter}” was op ${toonDatum(weigering.dag)}. Daarom rekenen wij dit niet uit.${gemis}`
    }
    case 'regel_geldt_niet':
      return `De regel “${REGELS.regels.get(weigering.regel)?.naam ?? weigering.regel}” is op ${toonDatum(weigering.dag)} niet bekend. Daarom rekenen wij dit niet uit.`
    case 'invoer_ontbreekt': {
      const ding = INVOER.find(({ naam }) => naam === weigering.invoer)
      return `Er ontbreekt een antwoord: ${ding?.vraag ?? weigering.invoer}`
    }
    case 'invoer_onjuist':
      return weigering.fouten.map(({ veld, zin }) => `${veld}: ${zin}`).join(' ')
  }
}

/** Wat een status betekent voor wie het bedrag leest. */
export const STATUSUITLEG: Readonly<Record<Parameterstatus, string>> = {
  vastgesteld: 'gezien in de tekst van de regeling of op een website van de overheid',
  secundair: 'gezien bij een ander, niet bij wie het vaststelt',
  raming: 'een schatting van een bedrag dat nog komt',
  voorstel: 'geen geldend recht',
  'te bevestigen': 'nog niet gezien in een bron van de dag zelf',
}
