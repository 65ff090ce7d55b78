import { BEGROTING, type Planversie, PROVINCIE, RESERVE, REST, RIJK, SALDO } from './planvorm.ts'

/** Waar het programma heen wil, wie het betaalt en hoe het is ingedeeld. */
export const HERKOMST =
  'Verzonnen. Gemeente Voorbeeld bestaat niet; dorpen, bedragen, besluiten en boekingen zijn bedacht om te laten zien wat Omzien kan.'
export const TOELICHTING =
  'Alle cijfers van deze gemeente zijn verzonnen. Het programma loopt van 2022 tot en met 2026 en is in 2024 bijgesteld.'

const VAN_TOT = { nuljaar: 2021, streefjaar: 2026 }
const PANEL = 'Inwonerspanel van gemeente Voorbeeld, verzonnen'
const REGISTRATIE = 'Registratie van de dorpsteams, verzonnen'

const OP_TIJD = {
  id: 'op-tijd',
  naam: 'Hulpvragen waar binnen twee weken iemand mee aan de slag is',
  eenheid: 'procent',
  bron: REGISTRATIE,
  nulwaarde: '68',
  streefwaarde: '85',
  definitie:
    'Deel van de hulpvragen in een jaar waarbij binnen veertien dagen na de melding het eerste gesprek was.',
  maat: 'percentage',
  richting: 'hoger',
  ...VAN_TOT,
  meetrol: 'Coördinator dorpsteams',
}
const WEINIG_CONTACT = {
  id: 'weinig-contact',
  naam: 'Inwoners met weinig contacten',
  eenheid: 'procent',
  bron: PANEL,
  nulwaarde: '12',
  streefwaarde: '9',
  definitie:
    'Deel van de inwoners van 18 jaar of ouder dat minder dan eens per week iemand spreekt buiten het eigen huishouden.',
  maat: 'percentage',
  richting: 'lager',
  nuljaar: 2022,
  streefjaar: 2026,
  meetrol: 'Beleidsmedewerker sociaal domein',
}
const WAARDERING = {
  id: 'waardering',
  naam: 'Inwoners die de hulp goed vinden',
  eenheid: 'procent',
  bron: 'Vragenlijst onder inwoners met hulp, verzonnen',
  nulwaarde: '71',
  streefwaarde: '80',
  definitie:
    'Deel van wie de vragenlijst invulde en de hulp een 7 of hoger gaf. Een kleine steekproef: let op de marge.',
  maat: 'percentage',
  richting: 'hoger',
  ...VAN_TOT,
  meetrol: 'Beleidsmedewerker sociaal domein',
}
const BLIJVERS = {
  id: 'blijvers',
  naam: 'Proeven die blijvend zijn geworden',
  eenheid: 'aantal',
  bron: 'Besluiten van het college, verzonnen',
  nulwaarde: '0',
  streefwaarde: '4',
  definitie:
    'Aantal proeven uit dit programma dat met een besluit blijvend is geworden, opgeteld vanaf 2022.',
  maat: 'getal',
  richting: 'hoger',
  ...VAN_TOT,
  meetrol: 'Programmamanager',
}
const STEUNGEZINNEN = {
  id: 'steungezinnen',
  naam: 'Gezinnen met een steunouder',
  eenheid: 'gezinnen',
  bron: REGISTRATIE,
  nulwaarde: '0',
  streefwaarde: '25',
  definitie: 'Aantal gezinnen dat op 31 december een vaste steunouder heeft.',
  maat: 'mensen',
  richting: 'hoger',
  ...VAN_TOT,
  meetrol: 'Coördinator steunouders',
}
const GROEI = {
  id: 'groei',
  naam: 'Groei van de kosten per inwoner',
  eenheid: 'procent per jaar',
  bron: 'Jaarrekening, verzonnen',
  nulwaarde: '6',
  streefwaarde: '3',
  definitie: 'Stijging van de lasten van het programma per inwoner ten opzichte van het jaar ervoor.',
  maat: 'getal',
  richting: 'lager',
  ...VAN_TOT,
  meetrol: 'Financieel adviseur',
}

const doel = (id: string, titel: string, ...indicatoren: object[]) => ({ id, titel, indicatoren })

/** De bijstelling van 2024 voegt een indicator toe: eenzaamheid stond in geen enkel cijfer. */
export const doelenIn = (versie: Planversie) => [
  doel('dichtbij', 'Hulp is dichtbij en op tijd', OP_TIJD, ...(versie === 2 ? [WEINIG_CONTACT] : [])),
  doel('kwaliteit', 'De hulp wordt beter', WAARDERING),
  doel('vernieuwen', 'We proberen nieuwe dingen uit', BLIJVERS, STEUNGEZINNEN),
  doel('kosten', 'De kosten blijven beheersbaar', GROEI),
]

export const GROEPEN = [
  { id: 'nieuw', titel: 'Nieuw voor 2022-2026', code: '5.1' },
  { id: 'dorpen', titel: 'Proeven in de dorpen', code: '5.2' },
  { id: 'hulp', titel: 'Hulp dichtbij', code: '5.3' },
  { id: 'grip', titel: 'Grip op de kosten', code: '5.4' },
]

const ontvangst = (naam: string, jaar: number, euro: number) => ({ naam, jaar, bedragCent: euro * 100 })

export const BRONNEN = [
  {
    id: RESERVE,
    naam: 'Reserve Sociaal Domein',
    soort: 'reserve',
    ontvangsten: [ontvangst('Inzet van de reserve', 2022, 530_000)],
    aard: 'incidenteel',
    verantwoording: 'eigen',
  },
  {
    id: BEGROTING,
    naam: 'Begroting 2022 en verder',
    soort: 'begroting',
    ontvangsten: [],
    aard: 'structureel',
    verantwoording: 'eigen',
  },
  {
    id: RIJK,
    naam: 'Bijdrage van het Rijk voor hulp dichtbij',
    soort: 'rijk',
    ontvangsten: [
      ontvangst('Bijdrage 2022', 2022, 88_400),
      ontvangst('Bijdrage 2023', 2023, 121_750),
      ontvangst('Bijdrage 2024', 2024, 124_200),
      ontvangst('Bijdrage 2025', 2025, 112_900),
      ontvangst('Bijdrage 2026', 2026, 111_350),
    ],
    aard: 'structureel',
    verantwoording: 'sisa',
    voorwaarden: 'Wordt elk jaar verantwoord aan het Rijk. Wat niet besteed is, kan worden teruggevraagd.',
  },
  {
    id: SALDO,
    naam: 'Positief saldo beschermd wonen 2021',
    soort: 'saldo',
    ontvangsten: [ontvangst('Saldo 2021', 2022, 935_000)],
    aard: 'incidenteel',
    verantwoording: 'eigen',
    voorwaarden: 'Wat in een jaar overblijft, blijft beschikbaar voor het programma.',
  },
  {
    id: REST,
    naam: 'Rest van het programma 2019-2021',
    soort: 'vorig-programma',
    ontvangsten: [ontvangst('Rest 2019-2021', 2022, 440_000)],
    aard: 'incidenteel',
    verantwoording: 'eigen',
  },
  {
    id: PROVINCIE,
    naam: 'Provincie: leefbare dorpen',
    soort: 'provincie',
    ontvangsten: [
      ontvangst('Eerste helft', 2023, 32_000),
      ontvangst('Tweede helft, na de tussenrapportage', 2025, 30_000),
    ],
    aard: 'incidenteel',
    verantwoording: 'provincie',
    voorwaarden: 'De tweede helft komt pas na een tussenrapportage.',
  },
]
