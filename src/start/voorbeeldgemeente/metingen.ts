import { type Datum, tijdvak } from '#basis/datum.ts'
import { decimaal, type Metingsoort, type Ontbreekreden } from '#metingen/deur.ts'
import { legMetingenVast, type Planmeting } from '#programma/meten/vastleggen.flow.ts'
import { moet, werkdag } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { type Gebeurtenis, op, type Speler } from '#start/voorbeeldgemeente/plek.ts'

/**
 * Vijf jaar meten: cijfers die eerst voorlopig zijn en later definitief, één die daarna nog is verbeterd, een jaar dat
 * niet is geleverd, en een aantal gezinnen dat te klein was om te tonen.
 */

type Cijfer = {
  indicator: readonly [doel: string, indicator: string]
  jaar: number
  waarde?: string
  ontbreekt?: Ontbreekreden
  toelichting?: string
  aantal?: number
  populatie?: number
  soort?: Metingsoort
  bron: string
  reden?: string
}

const OP_TIJD = ['dichtbij', 'op-tijd'] as const
const CONTACT = ['dichtbij', 'weinig-contact'] as const
const WAARDERING = ['kwaliteit', 'waardering'] as const
const BLIJVERS = ['vernieuwen', 'blijvers'] as const
const GEZINNEN = ['vernieuwen', 'steungezinnen'] as const
const GROEI = ['kosten', 'groei'] as const
const TEAMS = 'Registratie van de dorpsteams, verzonnen'
const LIJST = 'Vragenlijst onder inwoners met hulp, verzonnen'
const PANEL = 'Inwonerspanel van gemeente Voorbeeld, verzonnen'

const geteld = (jaar: number, waarde: string, aantal: number, anders: Partial<Cijfer> = {}): Cijfer => ({
  indicator: OP_TIJD,
  jaar,
  waarde,
  aantal,
  populatie: aantal,
  bron: TEAMS,
  ...anders,
})
const gevraagd = (jaar: number, waarde: string, aantal: number, anders: Partial<Cijfer> = {}): Cijfer => ({
  indicator: WAARDERING,
  jaar,
  waarde,
  aantal,
  bron: LIJST,
  ...anders,
})
const panel = (jaar: number, waarde: string, aantal: number, anders: Partial<Cijfer> = {}): Cijfer => ({
  indicator: CONTACT,
  jaar,
  waarde,
  aantal,
  bron: PANEL,
  ...anders,
})
const proeven = (jaar: number, waarde: string): Cijfer => ({
  indicator: BLIJVERS,
  jaar,
  waarde,
  bron: 'Besluiten van het college, verzonnen',
})
const gezinnen = (jaar: number, waarde: string): Cijfer => ({
  indicator: GEZINNEN,
  jaar,
  waarde,
  bron: TEAMS,
})
const groei = (jaar: number, waarde: string, soort: Metingsoort = 'definitief'): Cijfer => ({
  indicator: GROEI,
  jaar,
  waarde,
  soort,
  bron: soort === 'voorlopig' ? 'Tussenstand van de jaarrekening, verzonnen' : 'Jaarrekening, verzonnen',
})

const VOORLOPIG = { soort: 'voorlopig' } as const

/** Per dag wat er bekend werd; de jaarrekening is in juni vast, de registratie in februari voorlopig. */
const VERHAAL: readonly (readonly [dag: Datum, wie: Speler, cijfers: readonly Cijfer[]])[] = [
  [
    werkdag(2022, 2, 15),
    'programmamanager',
    [geteld(2021, '67.9', 140), gevraagd(2021, '71.0', 62), proeven(2021, '0'), groei(2021, '6.0')],
  ],
  [
    werkdag(2023, 2, 14),
    'budgethouder',
    [
      geteld(2022, '70.5', 139, VOORLOPIG),
      gevraagd(2022, '72.4', 58, VOORLOPIG),
      proeven(2022, '1'),
      gezinnen(2022, '7'),
    ],
  ],
  [
    werkdag(2023, 6, 20),
    'programmamanager',
    [geteld(2022, '71.1', 142), gevraagd(2022, '72.4', 58), groei(2022, '5.8')],
  ],
  [
    werkdag(2024, 2, 13),
    'budgethouder',
    [
      {
        indicator: OP_TIJD,
        jaar: 2023,
        ontbreekt: 'niet-geleverd',
        toelichting:
          'Het systeem van de dorpsteams werd dat jaar vervangen; de meldingen zijn niet mee overgegaan.',
        bron: TEAMS,
      },
      gevraagd(2023, '74.2', 66),
      proeven(2023, '1'),
      gezinnen(2023, '14'),
    ],
  ],
  [werkdag(2024, 4, 16), 'programmamanager', [panel(2022, '12.1', 404), panel(2023, '11.9', 412)]],
  [werkdag(2024, 6, 18), 'programmamanager', [groei(2023, '5.1')]],
  [
    werkdag(2025, 2, 11),
    'budgethouder',
    [
      geteld(2024, '78.1', 151, VOORLOPIG),
      gevraagd(2024, '76.5', 81),
      proeven(2024, '2'),
      gezinnen(2024, '19'),
      panel(2024, '11.1', 405),
    ],
  ],
  [werkdag(2025, 6, 17), 'programmamanager', [geteld(2024, '77.6', 156), groei(2024, '4.9')]],
  [
    werkdag(2025, 9, 16),
    'programmamanager',
    [geteld(2024, '77.0', 152, { reden: 'Twee teams hadden vier hulpvragen allebei geteld.' })],
  ],
  [
    werkdag(2026, 2, 17),
    'budgethouder',
    [
      geteld(2025, '80.5', 159, VOORLOPIG),
      gevraagd(2025, '78.1', 96, VOORLOPIG),
      proeven(2025, '3'),
      gezinnen(2025, '27'),
      panel(2025, '9.8', 418, VOORLOPIG),
      groei(2025, '3.5', 'voorlopig'),
    ],
  ],
]

const alsMeting = ({ indicator: [doel, indicator], jaar, ...cijfer }: Cijfer): Planmeting => ({
  doel,
  indicator,
  tijdvak: tijdvak(String(jaar)),
  waarde: cijfer.waarde === undefined ? null : decimaal(cijfer.waarde),
  ontbreekt: cijfer.ontbreekt ?? null,
  toelichting: cijfer.toelichting ?? null,
  aantal: cijfer.aantal ?? null,
  populatie: cijfer.populatie ?? null,
  ondergrens: null,
  bovengrens: null,
  soort: cijfer.soort ?? 'definitief',
  bron: cijfer.bron,
  reden: cijfer.reden ?? null,
})

/** Gemeten wordt aan het plan dat die dag gold: in april 2024 kwam er een indicator bij. */
const BIJGESTELD: Datum = werkdag(2024, 4, 1)

export const metinggebeurtenissen = (): Gebeurtenis[] =>
  VERHAAL.map(([dag, wie, cijfers]) =>
    op(dag, 15, ({ als, plannen }) =>
      moet(
        `metingen van ${dag}`,
        legMetingenVast(als(wie), plannen[dag < BIJGESTELD ? 1 : 2], cijfers.map(alsMeting)),
      ),
    ),
  )
