import type { Actieweigering } from '#programma/overleg/acties.flow.ts'
import type { Overlegweigering } from '#programma/overleg/overleg.flow.ts'

/** Wat iemand hoort als een stap niet doorgaat. */

export const OVERLEGZIN = {
  mag_niet: 'Uw rol mag dit niet.',
  overleg_onbekend: 'Dit overleg is er niet.',
  punt_onbekend: 'Dit agendapunt is er niet.',
  overleg_vervallen: 'Dit overleg gaat niet door. Zet het punt op de agenda van een ander overleg.',
  nog_niet_gehouden: 'Dit overleg is nog niet geweest. Wat eruit kwam, kunt u pas daarna vastleggen.',
  houden_in_de_toekomst: 'Deze dag is nog niet geweest. Zeg pas daarna dat het overleg is gehouden.',
  reden_ontbreekt: 'Vul in waarom het overleg wordt verzet of niet doorgaat.',
  titel_ontbreekt: 'Vul in wat er op de agenda staat.',
  uitkomst_ligt_vast:
    'Hierover is al besloten, en een besluit in het register kan niet meer veranderen. Zet een nieuw punt op de agenda.',
  besluit_onbekend: 'Kies een besluit uit het register, of vul een nieuw besluit in.',
  geen_besluitorgaan:
    'Een projectoverleg neemt geen besluiten voor het register. Kies bespreking of informatie, of leg het voor aan de stuurgroep.',
  geen_vervolg: 'Bij dit punt hoort niemand anders meer een besluit vast te leggen.',
  intussen_gewijzigd:
    'Iemand anders veranderde dit net. Wat er nu staat, ziet u hieronder. Klopt uw invoer nog, bewaar haar dan opnieuw.',
} as const satisfies Record<Overlegweigering['code'], string>

export const ACTIEZIN = {
  mag_niet: 'Uw rol mag dit niet.',
  actie_onbekend: 'Deze actie is er niet.',
  overleg_onbekend: 'Dit overleg of agendapunt is er niet.',
  tekst_ontbreekt: 'Vul in wat er moet gebeuren en welke rol het doet.',
  reden_ontbreekt: 'Vul in waarom u de actie verzet, heropent of laat vervallen.',
  intussen_gewijzigd:
    'Iemand anders veranderde deze actie net. Wat er nu staat, ziet u hierboven. Klopt uw invoer nog, bewaar haar dan opnieuw.',
} as const satisfies Record<Actieweigering['code'], string>

export const overlegstatus = (code: Overlegweigering['code']): 400 | 403 | 404 | 409 => {
  if (code === 'mag_niet') return 403
  if (code === 'overleg_onbekend' || code === 'punt_onbekend') return 404
  return ['reden_ontbreekt', 'titel_ontbreekt', 'besluit_onbekend', 'houden_in_de_toekomst'].includes(code)
    ? 400
    : 409
}
