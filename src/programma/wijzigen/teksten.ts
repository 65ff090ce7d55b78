import type { Wijzigweigering } from '#programma/wijzigen/wijzigen.flow.ts'

/** Waarom een wijziging niet is bewaard, voor wie haar deed. */
export const WEIGERING = {
  mag_niet: 'Uw rol mag dit plan niet veranderen. Er is niets bewaard.',
  plan_onbekend: 'Dit plan is er niet meer. Er is niets bewaard.',
  plan_bestaat: 'Er is al een plan met deze sleutel. Er is niets bewaard.',
  hoofdplan_bestaat: 'Deze gemeente heeft al een plan op de eerste pagina. Er is niets bewaard.',
  versie_onbekend:
    'De versie waarop u verder werkte, bestaat niet. Open de pagina opnieuw. Er is niets bewaard.',
  al_vastgesteld: 'Deze versie of een latere is al vastgesteld. Er is niets veranderd.',
  andere_gemeente: 'Dit bestand is van een andere gemeente. Er is niets bewaard.',
  ander_programma: 'Dit bestand is van een ander programma. Er is niets bewaard.',
  niets_veranderd: 'Alles staat al zo in het plan. Er is geen nieuwe versie gemaakt.',
  reden_ontbreekt: 'Schrijf in één zin waarom u dit verandert.',
  plan_klopt_niet: 'Zo klopt het plan niet meer. Er is niets bewaard.',
  intussen_gewijzigd: 'Iemand anders heeft intussen hetzelfde veranderd. Er is niets verloren.',
  raming_niet_geboekt: 'De bedragen van deze versie konden niet worden geboekt. Er is niets veranderd.',
  besluit_onbekend: 'Dit besluit staat niet in het register. Er is niets veranderd.',
  invoer_onjuist: 'Niet alles is goed ingevuld. Er is niets verloren.',
} as const satisfies Record<Wijzigweigering['code'], string>

/** 400: het ingevulde klopt niet; 409: het plan staat het nu niet toe; de andere staan op zichzelf. */
export function weigerstatus(code: Wijzigweigering['code']): 400 | 403 | 404 | 409 {
  if (code === 'mag_niet') return 403
  if (code === 'plan_onbekend') return 404
  if (code === 'invoer_onjuist' || code === 'reden_ontbreekt' || code === 'plan_klopt_niet') return 400
  return code === 'versie_onbekend' ? 400 : 409
}
