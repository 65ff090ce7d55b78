import { toonEuroCenten } from '#basis/geld.ts'
import type { Voorstel, Voorsteloordeel } from '#grootboek/deur.ts'
import { onderdeelnaam } from '#programma/namen.ts'
import { toonPeriode } from '#programma/periodenaam.ts'
import type { Plan } from '#programma/plan.ts'

/** Een voorstel in één regel: wat er gebeurt als iemand het goedkeurt. */
export function voorsteltitel({ inhoud, bedragCent }: Voorstel, plan: Pick<Plan, 'onderdelen'>): string {
  const bedrag = bedragCent === null ? '' : toonEuroCenten(bedragCent)
  switch (inhoud.soort) {
    case 'verplichting':
      return `Verplichting van ${bedrag} op ${onderdeelnaam(plan)(inhoud.wat.onderdeel)}`
    case 'meerwerk':
      return `Meerwerk op ${inhoud.wat.verplichting}, die daarmee op ${bedrag} komt`
    case 'heropening':
      return `${toonPeriode(inhoud.wat.periode)} heropenen`
  }
}

export const OORDEELWOORD = {
  goedgekeurd: 'goedgekeurd',
  afgewezen: 'afgewezen',
  ingetrokken: 'ingetrokken',
} as const satisfies Record<Voorsteloordeel, string>

/** Waarom er een tweede persoon nodig is. */
export const waarom = ({ inhoud }: Voorstel): string =>
  inhoud.soort === 'heropening'
    ? 'Een gesloten periode gaat alleen open als een tweede persoon het daarmee eens is.'
    : 'Het bedrag is hoger dan het mandaat van wie dit voorstelde.'
