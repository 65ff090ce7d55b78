import type { Methode } from '#metingen/marge.ts'
import { AFGESCHERMD, DREMPEL, type Maat, type Meting, type Metingsoort } from '#metingen/meting.ts'
import type { Meetoordeel, Oordeelcode, Richting } from '#metingen/oordeel.ts'
import type { Metingcode } from '#metingen/vastleggen.ts'

/** Elke zin over metingen die een mens te lezen krijgt. */

export const ONTBREEKNAAM: Readonly<Record<NonNullable<Meting['ontbreekt']>, string>> = {
  'niet-geleverd': 'niet geleverd',
  'nog-niet': 'nog niet bekend',
  onbekend: 'onbekend',
  geheim: 'geheim bij de bron',
  'niet-van-toepassing': 'niet van toepassing',
  [AFGESCHERMD]: 'te weinig mensen om te tonen',
}

export const AFSCHERMZIN = `Een cijfer over minder dan ${DREMPEL} mensen tonen wij niet: dan zou te zien kunnen zijn om wie het gaat.`

export const SOORTNAAM: Readonly<Record<Metingsoort, string>> = {
  voorlopig: 'voorlopig',
  definitief: 'definitief',
}
export const MAATNAAM: Readonly<Record<Maat, string>> = {
  percentage: 'percentage van een groep mensen',
  mensen: 'aantal mensen',
  getal: 'ander getal',
}
export const METHODENAAM: Readonly<Record<Methode, string>> = {
  wilson: '95 %, volgens Wilson',
  'wilson-eindig': '95 %, volgens Wilson voor een kleine groep',
  'hele-groep': 'iedereen is geteld',
  opgegeven: 'zoals de bron haar geeft',
}
export const RICHTINGNAAM: Readonly<Record<Richting, string>> = {
  hoger: 'hoger is beter',
  lager: 'lager is beter',
  binnen: 'binnen een bereik is goed',
}

/** Het woord bij de vorm en de kleur van een status. */
export const OORDEELWOORD: Readonly<Record<Oordeelcode, string>> = {
  'geen-meting': 'Geen meting',
  'geen-streefwaarde': 'Geen streefwaarde',
  'geen-richting': 'Geen richting',
  gehaald: 'Streefwaarde gehaald',
  'op-koers': 'Op koers',
  'geen-verschil': 'Geen duidelijk verschil',
  achter: 'Blijft achter',
  'slechter-dan-begin': 'Slechter dan bij het begin',
  'buiten-bereik': 'Buiten het bereik',
}

const OORDEELZIN: Readonly<Record<Oordeelcode, string>> = {
  'geen-meting': 'Er is geen cijfer om te beoordelen.',
  'geen-streefwaarde': 'Het plan noemt geen streefwaarde als getal. Daarom is er geen oordeel.',
  'geen-richting': 'Het plan zegt niet of hoger of lager beter is. Daarom is er geen oordeel.',
  gehaald: 'De streefwaarde is gehaald, ook met de marge meegeteld.',
  'op-koers': 'Het cijfer ligt op of voorbij het pad naar de streefwaarde, ook met de marge meegeteld.',
  'geen-verschil': 'Het verschil valt binnen de marge. Het is dus niet te zeggen of het goed gaat.',
  achter: 'Het cijfer blijft achter, ook met de marge meegeteld.',
  'slechter-dan-begin': 'Het staat er slechter voor dan bij het begin, ook met de marge meegeteld.',
  'buiten-bereik': 'Het cijfer ligt buiten het bereik, ook met de marge meegeteld.',
}

const MARGEZIN: Readonly<Record<Meetoordeel['marge'], string>> = {
  bekend: '',
  'hele-groep': ' Iedereen is geteld, dus er is geen steekproefmarge.',
  onbekend: ' De marge is niet bekend.',
}

/** Wat het oordeel betekent, en waarop het rust. */
export function oordeelzin({ code, marge, tegen }: Meetoordeel): string {
  const zin = OORDEELZIN[code]
  if (tegen === null || marge === 'bekend') return zin
  return `${zin.replace(', ook met de marge meegeteld', '')}${MARGEZIN[marge]}`
}

/** Bij elke weigering wat er mis is en wat te doen. */
export const METINGWEIGERING: Readonly<Record<Metingcode | 'mag_niet' | 'reeks_onbekend', string>> = {
  mag_niet: 'Uw rol mag geen metingen vastleggen.',
  reeks_onbekend: 'Deze indicator staat niet in het plan.',
  waarde_of_reden: 'Vul een waarde in, of kies waarom zij ontbreekt. Een van de twee, niet allebei.',
  percentage_buiten: 'Een percentage ligt tussen 0 en 100.',
  mensen_niet_heel: 'Een aantal mensen is een heel getal van nul of meer.',
  aantal_onmogelijk: 'Er kunnen niet meer antwoorden zijn dan er mensen in de groep zijn. Nul kan ook niet.',
  grens_ontbreekt: 'Vul de ondergrens en de bovengrens allebei in, of geen van beide.',
  grenzen_omgekeerd: 'De waarde ligt niet tussen de ondergrens en de bovengrens.',
  bron_ontbreekt: 'Vul in waar het cijfer vandaan komt.',
  tijdvak_toekomst: 'Dit tijdvak moet nog beginnen. Daarover kan er nog geen cijfer zijn.',
  andere_precisie:
    'Deze reeks heeft tijdvakken van een andere lengte. Cijfers per jaar en per kwartaal zijn niet te vergelijken.',
  dubbel: 'Dit tijdvak staat twee keer in het bestand. Laat er één staan.',
  intussen_gewijzigd:
    'Iemand anders legde intussen een cijfer vast voor dit tijdvak. Kijk het na en probeer het opnieuw.',
  al_definitief: 'Er is al een definitief cijfer. Leg een verbetering ook als definitief vast.',
  reden_ontbreekt: 'Er staat al een cijfer voor dit tijdvak. Schrijf waarom het verandert.',
}
