import { toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import type { Aanwijsweigering } from '#programma/uitvraag/eigenaar.flow.ts'
import type { Eigenaar } from '#programma/uitvraag/eigenaar.ts'
import type { Herinnerweigering } from '#programma/uitvraag/herinner.flow.ts'
import type { Beoordeelweigering } from '#programma/uitvraag/oordeel.flow.ts'
import type { Uitvraagweigering } from '#programma/uitvraag/uitvraag.flow.ts'
import type { Uitvraag } from '#programma/uitvraag/uitvraag.ts'
import { toonKwartaal } from '#programma/voortgang/kwartaal.ts'
import type { Invulweigering, Regelweigering } from '#programma/voortgang/voortgang.flow.ts'

/** De zinnen bij elke weigering: wat er gebeurde, dat er niets weg is, en wat te doen. */

export const GEEN_NAMEN = 'Schrijf geen namen van inwoners op.'

/** Op welke dag, en door wie als dat bekend is. */
const gesloten = ({ laatste }: Uitvraag): string => {
  const dag = toonDatum(dagVanMoment(laatste.op))
  return laatste.naam === null
    ? `Deze uitvraag is op ${dag}`
    : `${laatste.naam} heeft deze uitvraag op ${dag}`
}

export function invulzin(reden: Invulweigering): string {
  switch (reden.code) {
    case 'mag_niet':
      return 'Uw rol mag geen voortgang invullen.'
    case 'uitvraag_onbekend':
      return 'Over dit kwartaal is geen voortgang gevraagd. Vraag de programmamanager om een uitvraag te openen.'
    case 'uitvraag_gesloten':
      return `${gesloten(reden.uitvraag)} gesloten. Wat u typte is niet bewaard, maar staat hieronder nog. Vraag de programmamanager om de uitvraag te heropenen.`
  }
}

export function regelzin(reden: Regelweigering): string {
  switch (reden.code) {
    case 'onderdeel_onbekend':
      return 'Dit onderdeel staat niet in het plan, of bestaat uit delen die elk hun eigen voortgang hebben.'
    case 'niet_van_u':
      return 'Dit onderdeel is niet van u. De programmamanager kan u als eigenaar aanwijzen.'
    case 'al_akkoord':
      return 'De programmamanager is al akkoord. Vraag om het terug te sturen als er iets moet veranderen.'
    case 'veranderd':
      return `${reden.versie.naam ?? 'Iemand anders'} heeft dit intussen bewaard. Wat u typte staat er nog. Kijk het na en bewaar of dien opnieuw in; dan geldt wat u schreef.`
    case 'onvolledig':
      return 'Dit is nog niet af. Uw tekst is bewaard als concept.'
  }
}

export function uitvraagzin(
  reden: Uitvraagweigering | Herinnerweigering,
  titel: (id: string) => string,
): string {
  switch (reden.code) {
    case 'mag_niet':
      return 'Uw rol mag dit niet.'
    case 'kwartaal_toekomst':
      return 'Dit kwartaal is nog niet begonnen. Kies een kwartaal dat loopt of voorbij is.'
    case 'deadline_voorbij':
      return 'De laatste dag is al geweest. Kies vandaag of een latere dag.'
    case 'al_open':
      return `Deze uitvraag is al open, tot en met ${toonDatum(reden.uitvraag.deadline)}. Er is niets veranderd.`
    case 'al_gesloten':
      return `${gesloten(reden.uitvraag)} al gesloten. Alles wat was ingediend, is bewaard. Heropenen kan, met een reden.`
    case 'uitvraag_onbekend':
      return 'Over dit kwartaal is geen uitvraag geopend.'
    case 'nog_niet_klaar': {
      const [een, twee, drie, ...rest] = reden.onderdelen.map(titel)
      const namen = [een, twee, drie].filter((naam) => naam !== undefined).join(', ')
      return `Nog niet alles is ingediend: ${namen}${rest.length === 0 ? '' : ` en nog ${rest.length}`}. Vink aan dat u toch wilt sluiten.`
    }
    case 'reden_ontbreekt':
      return 'Vul in waarom u heropent.'
  }
}

export function beoordeelzin(reden: Beoordeelweigering, titel: (id: string) => string): string {
  switch (reden.code) {
    case 'mag_niet':
      return 'Uw rol mag dit niet.'
    case 'uitvraag_onbekend':
      return 'Over dit kwartaal is geen uitvraag geopend.'
    case 'uitvraag_gesloten':
      return `${gesloten(reden.uitvraag)} al gesloten. Er is niets veranderd. Heropenen kan, met een reden.`
    case 'niet_ingediend':
      return `${titel(reden.onderdeel)} is niet ingediend. Er valt nog niets te beoordelen.`
    case 'veranderd':
      return `${titel(reden.onderdeel)} is intussen veranderd. Er is niets beoordeeld; kijk eerst wat er nu staat.`
    case 'opmerking_ontbreekt':
      return `Schrijf bij ${titel(reden.onderdeel)} wat er anders moet.`
  }
}

export function aanwijszin(reden: Aanwijsweigering): string {
  switch (reden.code) {
    case 'mag_niet':
      return 'Uw rol mag dit niet.'
    case 'onderdeel_onbekend':
      return 'Dit onderdeel staat niet in het plan, of bestaat uit delen.'
    case 'persoon_onbekend':
      return 'Kies iemand uit de lijst. Wie er niet in staat, heeft nog niet ingelogd met een rol waarmee men kan invullen.'
    case 'veranderd':
      return 'Een ander wees intussen iemand aan. Kijk wie er nu staat, en kies zo nodig opnieuw.'
  }
}

/** Waarom dit op iemands lijst staat. */
export function eigenaarzin(eigenaar: Eigenaar): string {
  switch (eigenaar.soort) {
    case 'persoon':
      return eigenaar.waarom === 'aangewezen'
        ? 'aangewezen als eigenaar'
        : 'heeft een mandaat op dit onderdeel'
    case 'rol':
      return eigenaar.waarom === 'mandaat'
        ? 'deze rol heeft een mandaat op dit onderdeel'
        : 'niemand is aangewezen; iedereen met deze rol kan dit invullen'
    case 'regie':
      return eigenaar.waarom === 'vertrokken'
        ? 'de vorige eigenaar is weg en er is nog niemand anders aangewezen'
        : 'de eigenaar heeft geen rol meer waarmee men kan invullen'
  }
}

export const kwartaalzin = (uitvraag: Uitvraag): string =>
  `Voortgang over het ${toonKwartaal(uitvraag)}, in te dienen tot en met ${toonDatum(uitvraag.deadline)}.`
