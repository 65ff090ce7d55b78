import type { Invulregel } from '#programma/voortgang/invulbeeld.store.ts'
import { type Kwartaal, kwartaalsleutel } from '#programma/voortgang/kwartaal.ts'
import type { Standwoord } from '#programma/voortgang/standen.ts'
import {
  type Invulling,
  type Keuze,
  LEGE_VERKLARING,
  moetVerklaren,
  type Verklaring,
  type Voorstellen,
} from '#programma/voortgang/voortgang.ts'
import { maakToeval, type Toeval } from '#start/voorbeeldgemeente/hulpmiddelen.ts'

/** Wat een eigenaar over zijn onderdeel schrijft: uit een paar zinnen per soort werk, elk kwartaal anders. */

type Werk = 'inloop' | 'hulp' | 'geld' | 'jeugd' | 'wonen' | 'proef' | 'organisatie'

const WERK: Readonly<Record<string, Werk>> = {
  steungezinnen: 'jeugd',
  'jeugdhulp-op-school': 'jeugd',
  'projectleider-jeugd': 'jeugd',
  zorginnovatie: 'proef',
  'langer-thuis': 'proef',
  'ruimte-voor-ideeen': 'proef',
  'proef-dorp-a': 'proef',
  'proef-dorp-b': 'proef',
  'proef-dorp-c': 'proef',
  bemiddeling: 'hulp',
  raadsvrouw: 'hulp',
  clientondersteuning: 'hulp',
  'meervoudige-problemen': 'hulp',
  wijkteams: 'hulp',
  'zonder-geldzorgen': 'geld',
  'beschermd-wonen': 'wonen',
}
const werkVan = (id: string): Werk => (id.startsWith('inloop-') ? 'inloop' : (WERK[id] ?? 'organisatie'))

const GEDAAN: Readonly<Record<Werk, readonly string[]>> = {
  inloop: [
    'De inloop was {n} dagdelen open. Gemiddeld kwamen er {k} mensen per keer.',
    'Er kwamen {k} nieuwe bezoekers. Twee van hen helpen nu zelf mee.',
    'Samen met het dorpsbelang hielden wij {n} keer een open tafel.',
    'De huur is opnieuw geregeld en de keuken is opgeknapt.',
  ],
  hulp: [
    '{k} inwoners kregen hulp. De wachttijd was gemiddeld {n} dagen.',
    'Het team sprak met {k} inwoners en verwees er {n} door naar lichtere hulp.',
    'Er was een training voor het team. Daarna zijn {n} lastige situaties samen besproken.',
    'De afspraken met de huisartsen zijn vernieuwd.',
  ],
  geld: [
    '{k} huishoudens vroegen een regeling aan; de meeste kregen binnen {n} dagen antwoord.',
    'De regeling is uitgelegd op {n} plekken in de gemeente.',
    'Wij schreven inwoners aan die recht hadden op hulp en die niet kregen. {k} reageerden.',
  ],
  jeugd: [
    '{k} kinderen en hun ouders deden mee. {n} gezinnen zijn nieuw.',
    'Op {n} scholen is nu een vast gezicht voor vragen van ouders.',
    'Met de scholen is besproken wie wat doet. {k} vragen zijn op school opgelost.',
  ],
  wonen: [
    'Er zijn {n} plekken dichter bij huis geregeld. {k} inwoners staan nog op de lijst.',
    'Met de corporatie en de regio is overlegd over de plekken na 2026.',
    '{n} mensen verhuisden naar een eigen woning met begeleiding.',
  ],
  proef: [
    'De proef loopt op {n} plekken. {k} mensen deden mee.',
    'Wij namen met de deelnemers door wat werkte en wat niet. {n} dingen passen wij aan.',
    'Er kwamen {n} nieuwe ideeën binnen; {m} daarvan kregen geld.',
  ],
  organisatie: [
    'Het werk ging door zoals gepland. Er waren {n} overleggen met de teams.',
    'De werkwijze is opgeschreven en met {k} collega’s besproken.',
    'Wij leverden de cijfers op tijd en losten {n} vragen van de teams op.',
    'De inkoop van het nieuwe jaar is voorbereid met {n} aanbieders.',
  ],
}

const KOMT: Readonly<Record<Werk, readonly string[]>> = {
  inloop: [
    'Een dagdeel erbij als er genoeg vrijwilligers zijn.',
    'Een middag voor mantelzorgers.',
    'Samen eten, één keer per maand.',
  ],
  hulp: [
    'Een spreekuur in de bibliotheek.',
    'De wachttijd verder omlaag.',
    'Een gesprek met inwoners over wat beter kan.',
  ],
  geld: ['Een eenvoudiger formulier.', 'Een spreekuur in de dorpen.', 'De brieven worden herschreven.'],
  jeugd: ['Een avond voor ouders.', 'Een school erbij.', 'Nagaan wat de gezinnen ervan vonden.'],
  wonen: [
    'Afspraken met de regio op papier.',
    'Een plan voor de begeleiding thuis.',
    'Een bezoek van de raad.',
  ],
  proef: [
    'Kiezen wat blijft en wat stopt.',
    'De uitkomsten naar de stuurgroep.',
    'Een tweede groep deelnemers.',
  ],
  organisatie: [
    'De planning van het volgende kwartaal.',
    'Een korte evaluatie met de teams.',
    'De werkwijze aanpassen waar dat nodig is.',
  ],
}

const OORZAAK = {
  over: [
    'Het begon later dan gepland, omdat de vacature lang open stond.',
    'Er waren minder aanvragen dan wij verwachtten.',
    'Een deel is betaald uit ander geld.',
  ],
  tekort: [
    'Er is meer hulp gevraagd dan begroot.',
    'De tarieven zijn hoger dan waarmee gerekend was.',
    'Er is ingehuurd, omdat een collega langere tijd ziek was.',
  ],
  tijd: [
    'De partners hadden meer tijd nodig om het eens te worden.',
    'De voorbereiding duurde langer dan gepland.',
  ],
} as const
const MAATREGEL = {
  over: [
    'Wij stellen voor wat over is mee te nemen naar het volgende jaar.',
    'Het geld dat over is, valt terug.',
  ],
  tekort: [
    'Wij spreken met de aanbieder over de kosten.',
    'Wij stellen een begrotingswijziging voor.',
    'Inhuur stopt zodra de vacature vervuld is.',
  ],
  tijd: [
    'De planning is aangepast, en elke maand kijken wij hoe ver het is.',
    'Wij beginnen vast met wat wel klaar is.',
  ],
} as const
const RISICO = [
  'Als de vraag verder groeit, is dit niet genoeg.',
  'Het hangt af van één aanbieder.',
  'Zonder nieuwe vrijwilligers blijft het bij wat er nu is.',
  'Het risico is klein; wij volgen het elke maand.',
] as const
const PROGNOSE = {
  over: 'Aan het eind van het jaar blijft er ongeveer zoveel over als nu verwacht.',
  tekort: 'Aan het eind van het jaar komen wij iets boven de begroting uit.',
  tijd: 'Een kwartaal later dan gepland is het klaar.',
} as const

const kies = <Keuze>(toeval: Toeval, uit: readonly [Keuze, ...Keuze[]] | readonly Keuze[]): Keuze => {
  const keuze = uit[toeval.geheel(0, uit.length - 1)]
  if (keuze === undefined) throw new Error('niets om uit te kiezen')
  return keuze
}

const vul = (toeval: Toeval, zin: string): string =>
  zin
    .replace('{n}', String(toeval.geheel(3, 19)))
    .replace('{k}', String(toeval.geheel(12, 64)))
    .replace('{m}', String(toeval.geheel(1, 3)))

/** Meestal gaat het goed, soms niet; wie de afgelopen tijd moest bijsturen, komt daar in de loop van een jaar uit. */
function inhoudstand(onderdeel: string, { jaar, kwartaal }: Kwartaal): Standwoord {
  const jaarkans = maakToeval(`inhoud ${onderdeel} ${jaar}`).geheel(1, 10)
  if (jaarkans === 1) return kwartaal < 3 ? 'bijsturen' : 'let-op'
  if (jaarkans <= 3) return kwartaal === 2 || kwartaal === 3 ? 'let-op' : 'op-koers'
  return 'op-koers'
}

function verklaringVan(toeval: Toeval, voorstellen: Voorstellen): Verklaring {
  if (!moetVerklaren(voorstellen)) return LEGE_VERKLARING
  const soort = !voorstellen.geld.afwijkt
    ? 'tijd'
    : voorstellen.geld.stand === 'bijsturen'
      ? 'tekort'
      : 'over'
  return {
    oorzaak: kies(toeval, OORZAAK[soort]),
    maatregel: kies(toeval, MAATREGEL[soort]),
    risico: kies(toeval, RISICO),
    prognose: PROGNOSE[soort],
  }
}

const volgKeuze: Keuze = { stand: null, reden: '' }
const VERTRAAGD = [
  'Een collega is langere tijd weg; het schuift een paar weken.',
  'De vergunning liet op zich wachten.',
  'De partner begint een maand later.',
] as const

const EIGEN_OORDEEL = {
  beter: 'Het cijfer gaat over het hele doel; dit onderdeel zelf doet wat het moest doen.',
  slechter: 'Het cijfer van het doel is goed, maar wij haalden minder dan wij ons voornamen.',
} as const

/** Een cijfer van een doel zegt niet alles over één onderdeel: soms oordeelt de eigenaar anders, en zegt waarom. */
function inhoudkeuze(toeval: Toeval, voorstel: Standwoord, eigen: Standwoord): Keuze {
  if (voorstel === 'geen-gegevens') return { stand: eigen, reden: '' }
  if (eigen === voorstel || toeval.geheel(1, 3) === 1) return volgKeuze
  return { stand: eigen, reden: eigen === 'op-koers' ? EIGEN_OORDEEL.beter : EIGEN_OORDEEL.slechter }
}

/** Soms weet de eigenaar meer dan de planning, en waar de planning niets weet zegt hij het zelf. */
function tijdkeuze(toeval: Toeval, voorstel: Standwoord): Keuze {
  const isLaat = toeval.geheel(1, 14) === 1
  if (isLaat && (voorstel === 'op-koers' || voorstel === 'geen-gegevens'))
    return { stand: 'let-op', reden: kies(toeval, VERTRAAGD) }
  return voorstel === 'geen-gegevens'
    ? { stand: 'op-koers', reden: 'Dit is volgens planning gegaan.' }
    : volgKeuze
}

/** Wat de eigenaar invult, gegeven wat de regels voorstellen. */
export function schrijfInvulling(
  { onderdeel, voorstellen }: Invulregel,
  kwartaal: Kwartaal,
  isTeruggestuurd: boolean,
): Invulling {
  const toeval = maakToeval(`voortgang ${onderdeel.id} ${kwartaalsleutel(kwartaal)}`)
  const werk = werkVan(onderdeel.id)
  const eerste = toeval.geheel(0, GEDAAN[werk].length - 1)
  const zinnen = [GEDAAN[werk][eerste], GEDAAN[werk][(eerste + 1) % GEDAAN[werk].length]]
  const gedaan = zinnen.flatMap((zin) => (zin === undefined ? [] : [vul(toeval, zin)])).join(' ')
  const stand = inhoudstand(onderdeel.id, kwartaal)
  // Alleen wie terugkreeg wat hij schreef, schrijft er iets bij.
  const aanvulling = isTeruggestuurd ? ' Volgens planning is dit in het volgende kwartaal klaar.' : ''
  return {
    keuzes: {
      inhoud: inhoudkeuze(toeval, voorstellen.inhoud.stand, stand),
      tijd: tijdkeuze(toeval, voorstellen.tijd.stand),
      geld: volgKeuze,
    },
    gedaan: `${gedaan}${aanvulling}`,
    komt: kies(toeval, KOMT[werk]),
    verklaring: verklaringVan(toeval, voorstellen),
  }
}
