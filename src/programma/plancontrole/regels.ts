import { beschikbaarEnLasten } from '#programma/plancontrole/beschikbaar.ts'
import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import { dekking } from '#programma/plancontrole/dekking.ts'
import type { Feiten } from '#programma/plancontrole/feiten.ts'
import { looptijd, onmogelijkeTijd } from '#programma/plancontrole/looptijd.ts'
import { andereNamen, tikfouten } from '#programma/plancontrole/namen.ts'
import { nummers, volgorde } from '#programma/plancontrole/nummers.ts'
import { aantal, leden, nietGesplitst } from '#programma/plancontrole/opsommingen.ts'
import { perJaarMaalJaren } from '#programma/plancontrole/per-jaar.ts'
import {
  deelVanEenJaar,
  geldBuitenLooptijd,
  looptijdZonderGeld,
} from '#programma/plancontrole/planning-en-geld.ts'
import { ramingEnTekst } from '#programma/plancontrole/raming.ts'
import { sluitposten } from '#programma/plancontrole/sluitpost.ts'
import { somVanBronnen, somVanJaren, somVanLeden } from '#programma/plancontrole/sommen.ts'
import { somOverPlaatsen } from '#programma/plancontrole/totalen.ts'
import { ontvangstBuitenPeriode, verloop } from '#programma/plancontrole/verloop.ts'
import { verwijzingen } from '#programma/plancontrole/verwijzingen.ts'
import { verwisselbareNamen } from '#programma/plancontrole/verwisselbaar.ts'
import {
  bedragen,
  bronnen,
  doelen,
  indicatoren,
  structureelUitIncidenteel,
} from '#programma/plancontrole/volledigheid.ts'
import { zelfdeBedrag } from '#programma/plancontrole/zelfde-bedrag.ts'

export type Regel = {
  id: string
  titel: string
  /** Waarom deze regel bestaat, voor wie de bevinding leest. */
  waarom: string
  vind: (feiten: Feiten) => Iterable<Vondst>
}

/** De volgorde is die waarin bevindingen van dezelfde ernst getoond worden. */
export const REGELS: readonly Regel[] = [
  {
    id: 'beschikbaar-en-lasten',
    titel: 'Wat er is en wat het kost',
    waarom: 'Wat een plan uitgeeft, moet gelijk zijn aan wat er voor beschikbaar is.',
    vind: beschikbaarEnLasten,
  },
  {
    id: 'sluitpost',
    titel: 'Sluitposten',
    waarom: 'Een post die het totaal precies rond maakt, kan een fout verbergen.',
    vind: sluitposten,
  },
  {
    id: 'zelfde-bedrag',
    titel: 'Hetzelfde bedrag overal',
    waarom: 'Een bedrag dat op meer plaatsen staat, moet overal hetzelfde zijn.',
    vind: zelfdeBedrag,
  },
  {
    id: 'som-over-plaatsen',
    titel: 'Totalen op verschillende plaatsen',
    waarom: 'Een totaal op de ene plaats moet passen bij de losse bedragen op een andere plaats.',
    vind: somOverPlaatsen,
  },
  {
    id: 'som-van-leden',
    titel: 'Rijen en totalen',
    waarom: 'De rijen van een tabel tellen op tot het totaal eronder.',
    vind: somVanLeden,
  },
  {
    id: 'som-van-jaren',
    titel: 'Jaren en totalen',
    waarom: 'De jaren van een rij tellen op tot het totaal van die rij.',
    vind: somVanJaren,
  },
  {
    id: 'som-van-bronnen',
    titel: 'Bronnen en totalen',
    waarom: 'Wat de bronnen samen inbrengen, is wat er beschikbaar is.',
    vind: somVanBronnen,
  },
  {
    id: 'per-jaar',
    titel: 'Bedrag per jaar',
    waarom: 'Een bedrag per jaar keer het aantal jaren is het totaal.',
    vind: perJaarMaalJaren,
  },
  {
    id: 'verloop',
    titel: 'Verloop van het geld',
    waarom: 'Wat er per jaar uitgaat, moet er dan ook zijn; wat overblijft, moet ergens bewaard worden.',
    vind: verloop,
  },
  {
    id: 'raming',
    titel: 'Raming en tekst',
    waarom: 'Een bedrag dat geldt, moet gelijk zijn aan de plek waar het vandaan komt.',
    vind: ramingEnTekst,
  },
  {
    id: 'dekking',
    titel: 'Dekking',
    waarom: 'Het plan moet overal dezelfde bronnen noemen voor hetzelfde geld.',
    vind: dekking,
  },
  {
    id: 'structureel-uit-incidenteel',
    titel: 'Blijvend werk, tijdelijk geld',
    waarom: 'Structurele kosten horen een structurele dekking te hebben.',
    vind: structureelUitIncidenteel,
  },
  {
    id: 'ontvangst-buiten-periode',
    titel: 'Geld van buiten de periode',
    waarom: 'Geld van voor of na het programma vraagt om uitleg.',
    vind: ontvangstBuitenPeriode,
  },
  {
    id: 'looptijd',
    titel: 'Looptijd',
    waarom: 'Begin, eind en duur moeten overal hetzelfde zijn.',
    vind: looptijd,
  },
  {
    id: 'jaartal',
    titel: 'Onmogelijke jaartallen',
    waarom: 'Een tikfout in een jaartal maakt een hele zin onbruikbaar.',
    vind: onmogelijkeTijd,
  },
  {
    id: 'geld-buiten-looptijd',
    titel: 'Geld buiten de looptijd',
    waarom: 'Wie niet bezig is, geeft geen geld uit.',
    vind: geldBuitenLooptijd,
  },
  {
    id: 'looptijd-zonder-geld',
    titel: 'Looptijd zonder geld',
    waarom: 'Een jaar zonder bedrag is vergeten, of hoort niet bij de looptijd.',
    vind: looptijdZonderGeld,
  },
  {
    id: 'deel-van-een-jaar',
    titel: 'Deel van een jaar',
    waarom: 'Wie later begint, geeft in het eerste jaar meestal minder uit.',
    vind: deelVanEenJaar,
  },
  {
    id: 'verwijzing',
    titel: 'Verwijzingen',
    waarom: 'Een verwijzing moet uitkomen bij wat bedoeld is.',
    vind: verwijzingen,
  },
  {
    id: 'opsomming',
    titel: 'Opsommingen',
    waarom: 'Wat opgesomd wordt, moet gelijk zijn aan wat eronder valt.',
    vind: leden,
  },
  {
    id: 'aantal',
    titel: 'Aantallen',
    waarom: 'Een genoemd aantal moet kloppen met wat er staat.',
    vind: aantal,
  },
  {
    id: 'niet-gesplitst',
    titel: 'Eén bedrag voor meer onderdelen',
    waarom: 'Wie de tekst leest, wil zien wie welk deel krijgt.',
    vind: nietGesplitst,
  },
  {
    id: 'schrijfwijze',
    titel: 'Schrijfwijze',
    waarom: 'Eén ding hoort één schrijfwijze te hebben.',
    vind: tikfouten,
  },
  {
    id: 'andere-naam',
    titel: 'Verschillende namen',
    waarom: 'Eén ding hoort overal dezelfde naam te hebben.',
    vind: andereNamen,
  },
  {
    id: 'verwisselbaar',
    titel: 'Namen die op elkaar lijken',
    waarom: 'Wie twee onderdelen verwisselt, verwisselt ook hun geld.',
    vind: verwisselbareNamen,
  },
  {
    id: 'nummer',
    titel: 'Nummers',
    waarom: 'Elk onderdeel hoort een eigen nummer te hebben.',
    vind: nummers,
  },
  {
    id: 'volgorde',
    titel: 'Volgorde',
    waarom: 'Een tabel in de volgorde van de tekst is makkelijker na te lopen.',
    vind: volgorde,
  },
  {
    id: 'doel-en-activiteit',
    titel: 'Doelen en activiteiten',
    waarom: 'Elk doel heeft werk nodig, en elk werk een doel.',
    vind: doelen,
  },
  {
    id: 'indicator',
    titel: 'Indicatoren',
    waarom: 'Zonder indicator valt er later niets te verantwoorden.',
    vind: indicatoren,
  },
  {
    id: 'bedrag',
    titel: 'Onderdelen en bedragen',
    waarom: 'Bij elk onderdeel hoort een bedrag, en elk bedrag telt ergens mee.',
    vind: bedragen,
  },
  {
    id: 'bron',
    titel: 'Bronnen en bedragen',
    waarom: 'Van elke euro hoort bekend te zijn waar hij vandaan komt.',
    vind: bronnen,
  },
]
