import type { Geldernst, Geldregelcode } from '#programma/geldbevindingen/geldbevindingen.ts'

/** Wat elke regel zegt, en waarom het een bevinding is. */
export const REGELTEKST: Readonly<Record<Geldregelcode, { titel: string; reden: string }>> = {
  overschrijding: {
    titel: 'Meer uitgegeven of vastgelegd dan begroot',
    reden:
      'De raad stelt vast wat iets in een jaar mag kosten. Wat daarboven komt, is onrechtmatig tot de raad het alsnog goedkeurt.',
  },
  reserve_zonder_raad: {
    titel: 'Reserve gebruikt zonder besluit van de raad',
    reden: 'Alleen de raad besluit wat er in of uit een reserve gaat.',
  },
  niet_tijdig_bijgesteld: {
    titel: 'Begroting niet op tijd bijgesteld',
    reden:
      'Blijft er geld over of komt er meer binnen, dan hoort de begroting nog in het jaar zelf te worden aangepast, of het geld gaat met een besluit mee.',
  },
  buiten_looptijd: {
    titel: 'Uitgaven buiten de looptijd',
    reden: 'Volgens het plan loopt het onderdeel in dat jaar niet.',
  },
  niet_gekoppeld: {
    titel: 'Nog niet gekoppeld aan een onderdeel',
    reden: 'Het geld is uitgegeven, maar niemand heeft gezegd waarvoor. Het telt mee in het totaal.',
  },
  bron_tekort: {
    titel: 'Meer verdeeld dan de bron inbrengt',
    reden: 'Uit een bron kan niet meer betaald worden dan zij inbrengt.',
  },
  nog_te_verdelen: {
    titel: 'Nog niet bekend uit welke bron',
    reden:
      'Het plan zegt niet uit welke bron dit budget komt. Met een begrotingswijziging krijgt het een bron.',
  },
  structureel_incidenteel: {
    titel: 'Vaste kosten uit eenmalig geld',
    reden: 'Wat elk jaar terugkomt, heeft ook elk jaar geld nodig. Een eenmalige bron raakt op.',
  },
  niet_ontvangen: {
    titel: 'Toegezegd, maar niet ontvangen',
    reden: 'Het jaar is voorbij en het geld is er nog niet, of nog niet ingelezen.',
  },
  verplichting_verlopen: {
    titel: 'Verplichting voorbij, maar nog niet leeg',
    reden: 'De laatste dag is geweest. Komt er nog een factuur, of kan het geld vrijvallen?',
  },
}

export const GELDERNSTNAAM: Readonly<Record<Geldernst, string>> = {
  fout: 'fout',
  waarschijnlijk: 'waarschijnlijk fout',
  aandacht: 'aandacht',
}
