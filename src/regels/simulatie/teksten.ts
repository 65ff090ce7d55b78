import type { Simulatieweigering } from '#regels/simulatie/simuleer.ts'
import { weigerzin } from '#regels/teksten.ts'
import { maakRekenkamer } from '#regels/wet/wet.ts'

/** Waarom een simulatie niet kan, in zinnen. */
export function weigerzinnen(weigering: Simulatieweigering, gemeente?: string): string[] {
  switch (weigering.soort) {
    case 'gestopt':
      return ['De berekening is gestopt. Er is geen uitkomst.']
    case 'bevolking_past_niet':
      return [`Van deze tellingen is geen bevolking te maken. ${weigering.passing.zin}`]
    case 'rekent_niet':
      return [
        `“${weigering.variant}” is niet uit te rekenen. ${weigerzin(weigering.weigering, maakRekenkamer(gemeente).tabel)}`,
      ]
    case 'variant_klopt_niet':
      return weigering.fouten.map(({ zin }) => `“${weigering.variant}”: ${zin}`)
  }
}
