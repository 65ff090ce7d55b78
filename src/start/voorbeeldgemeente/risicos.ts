import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { type Risicoinhoud, STANDAARD_RISICOREGELS } from '#programma/risicos/risico.ts'
import { maakRisico, stelRisicoregels, wijzigRisico } from '#programma/risicos/risicos.flow.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { moet } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { type Gebeurtenis, op } from '#start/voorbeeldgemeente/plek.ts'

/** Twaalf risico's van de voorbeeldgemeente, met wat er daarna met elk gebeurde. */

type Begin = {
  dag: string
  onderdeel: string | null
  oorzaak: string
  gebeurtenis: string
  gevolg: string
  kans: Risicoinhoud['kans']
  euro: readonly [laag: number, hoog: number]
  maatregel: string
  rol: string
  later?: readonly Later[]
}
type Later = readonly [
  dag: string,
  reden: string,
  anders: Partial<Pick<Risicoinhoud, 'kans' | 'stand' | 'maatregel'>> & { euro?: readonly [number, number] },
]

const RISICOS: readonly Begin[] = [
  {
    dag: '2022-02-21',
    onderdeel: null,
    oorzaak: 'Er is krapte op de arbeidsmarkt.',
    gebeurtenis: 'Een vacature in het programma blijft langer dan een half jaar open.',
    gevolg: 'Werk blijft liggen of wordt duurder ingehuurd.',
    kans: 4,
    euro: [20_000, 60_000],
    maatregel: 'Vroeg werven, en samen met de regio.',
    rol: 'Afdelingshoofd',
    later: [
      ['2023-09-04', 'Twee vacatures zijn vervuld.', { kans: 3 }],
      ['2025-01-20', 'Er gaan drie mensen met pensioen.', { kans: 4 }],
    ],
  },
  {
    dag: '2022-03-14',
    onderdeel: 'beschermd-wonen',
    oorzaak: 'Het Rijk verdeelt het geld opnieuw.',
    gebeurtenis: 'De gemeente krijgt minder geld dan waar het plan op rekent.',
    gevolg: 'Er is te weinig voor de plaatsen die er nu zijn.',
    kans: 3,
    euro: [50_000, 200_000],
    maatregel: 'Met de regio afspraken maken, en een deel in de reserve houden.',
    rol: 'Beleidsmedewerker Wmo',
    later: [
      ['2024-02-12', 'Het nieuwe model pakt ongunstig uit.', { kans: 4 }],
      ['2026-02-09', 'De uitkomst is bijna zeker.', { kans: 5, euro: [90_000, 160_000] }],
    ],
  },
  {
    dag: '2022-09-05',
    onderdeel: 'inloop-dorp-c',
    oorzaak: 'Het gebouw is oud.',
    gebeurtenis: 'De verbouwing wordt duurder dan begroot.',
    gevolg: 'Het onderdeel komt geld tekort, of de opening schuift op.',
    kans: 3,
    euro: [5_000, 15_000],
    maatregel: 'Eerst de keuken, dan de rest.',
    rol: 'Beleidsmedewerker welzijn',
    later: [['2024-03-04', 'De keuken is klaar, binnen het budget.', { stand: 'gesloten' }]],
  },
  {
    dag: '2022-11-21',
    onderdeel: 'steungezinnen',
    oorzaak: 'Mensen hebben minder tijd voor vrijwilligerswerk.',
    gebeurtenis: 'Er melden zich te weinig steungezinnen.',
    gevolg: 'De jeugdhulp wordt niet goedkoper, zoals bedoeld was.',
    kans: 3,
    euro: [10_000, 40_000],
    maatregel: 'Werven via scholen en verenigingen.',
    rol: 'Beleidsmedewerker jeugd',
    later: [
      ['2023-10-02', 'Het tiende gezin is er.', { kans: 2 }],
      ['2025-12-08', 'Het project stopt eind 2025.', { stand: 'gesloten' }],
    ],
  },
  {
    dag: '2023-02-13',
    onderdeel: 'zorginnovatie',
    oorzaak: 'Zorgaanbieders kiezen zelf met wie zij werken.',
    gebeurtenis: 'Een zorgaanbieder stopt halverwege een proef.',
    gevolg: 'Wat al is betaald, levert niets op.',
    kans: 2,
    euro: [15_000, 45_000],
    maatregel: 'In de afspraak zetten wat er terugbetaald wordt.',
    rol: 'Beleidsmedewerker Wmo',
    later: [['2026-07-13', 'Eén aanbieder schuift zijn planning weer op.', { kans: 4 }]],
  },
  {
    dag: '2023-04-17',
    onderdeel: 'contractbeheer',
    oorzaak: 'De tarieven zijn drie jaar geleden afgesproken.',
    gebeurtenis: 'Aanbieders eisen hogere tarieven.',
    gevolg: 'De hulp wordt structureel duurder.',
    kans: 4,
    euro: [30_000, 90_000],
    maatregel: 'Samen met buurgemeenten onderhandelen.',
    rol: 'Contractmanager',
    later: [
      ['2024-11-25', 'Over het tarief is nog geen akkoord.', { kans: 5 }],
      ['2025-07-07', 'Alle aanbieders hebben getekend.', { stand: 'gesloten' }],
    ],
  },
  {
    dag: '2023-06-05',
    onderdeel: 'meten',
    oorzaak: 'De cijfers komen uit drie systemen.',
    gebeurtenis: 'Een leverancier zet een systeem uit voordat er een ander is.',
    gevolg: 'Een jaar lang zijn er geen cijfers over het hele programma.',
    kans: 2,
    euro: [5_000, 20_000],
    maatregel: 'Elke maand een kopie van de cijfers bewaren.',
    rol: 'Data-analist',
    later: [['2024-06-10', 'Alle wijkteams staan in één systeem.', { kans: 1 }]],
  },
  {
    dag: '2024-01-22',
    onderdeel: 'wijkteams',
    oorzaak: 'Eén ingang maakt hulp makkelijker te vinden.',
    gebeurtenis: 'Er komen veel meer hulpvragen dan verwacht.',
    gevolg: 'Wachttijden lopen op, of er is extra inzet nodig.',
    kans: 3,
    euro: [25_000, 75_000],
    maatregel: 'Elke maand tellen, en bij twintig procent meer bijsturen.',
    rol: 'Teamleider toegang',
    later: [
      ['2024-05-27', 'Het aantal vragen stijgt met een kwart.', { kans: 4 }],
      ['2025-03-10', 'De stijging is gestopt.', { kans: 2, euro: [10_000, 35_000] }],
    ],
  },
  {
    dag: '2024-04-22',
    onderdeel: 'jeugdhulp-op-school',
    oorzaak: 'De proef is tijdelijk betaald.',
    gebeurtenis: 'Scholen rekenen op hulp waar na 2026 geen geld voor is.',
    gevolg: 'De gemeente moet stoppen met iets wat werkt, of nieuw geld vinden.',
    kans: 4,
    euro: [40_000, 80_000],
    maatregel: 'In 2026 een besluit van de raad vragen.',
    rol: 'Beleidsmedewerker jeugd',
  },
  {
    dag: '2024-09-16',
    onderdeel: null,
    oorzaak: 'Prijzen stijgen harder dan waar het plan mee rekent.',
    gebeurtenis: 'De kosten van huur en inhuur komen boven de raming uit.',
    gevolg: 'Alle onderdelen samen komen geld tekort.',
    kans: 3,
    euro: [35_000, 70_000],
    maatregel: 'Elk kwartaal prognoses maken en op tijd bijstellen.',
    rol: 'Financieel adviseur',
    later: [['2026-01-26', 'De inflatie is gedaald.', { kans: 2 }]],
  },
  {
    dag: '2025-02-10',
    onderdeel: 'inloop-dorp-e',
    oorzaak: 'Omwonenden vrezen drukte.',
    gebeurtenis: 'Een bezwaar houdt de opening tegen.',
    gevolg: 'De huur loopt door terwijl er niemand komt.',
    kans: 3,
    euro: [3_000, 9_000],
    maatregel: 'Met de buurt in gesprek, en een proef met andere tijden.',
    rol: 'Beleidsmedewerker welzijn',
    later: [['2025-05-12', 'De inloop is open.', { stand: 'gesloten' }]],
  },
  {
    dag: '2026-03-16',
    onderdeel: 'clientondersteuning',
    oorzaak: 'De organisatie die het doet, fuseert.',
    gebeurtenis: 'De ondersteuning ligt een paar maanden stil.',
    gevolg: 'Inwoners krijgen geen hulp bij hun aanvraag.',
    kans: 2,
    euro: [8_000, 12_500],
    maatregel: 'Vooraf afspreken wie het overneemt.',
    rol: 'Teamleider toegang',
  },
]

const inCenten = ([laag, hoog]: readonly [number, number]) => ({
  laagCent: centen(laag * 100),
  hoogCent: centen(hoog * 100),
})

function gebeurtenissenVan(begin: Begin): Gebeurtenis[] {
  const { dag, euro, rol, later = [], ...rest } = begin
  let inhoud: Risicoinhoud = {
    ...rest,
    ...inCenten(euro),
    eigenaarrol: rol,
    stand: 'open',
    reden: 'Besproken in de stuurgroep.',
  }
  let nummer = 0
  return [
    op(datum(dag), 13, async ({ als }) => {
      nummer = (await moet('risico', maakRisico(als('programmamanager'), PROGRAMMA, inhoud))).nummer
    }),
    ...later.map(([wanneer, reden, { euro: bedragen, ...anders }], i) =>
      op(datum(wanneer), 13, ({ als }) => {
        inhoud = { ...inhoud, ...anders, ...(bedragen === undefined ? {} : inCenten(bedragen)), reden }
        const wie = als(inhoud.onderdeel === null || i % 2 === 0 ? 'programmamanager' : 'budgethouder')
        return moet('risico bijwerken', wijzigRisico(wie, PROGRAMMA, { nummer, gezien: i + 1 }, inhoud))
      }),
    ),
  ]
}

export const risicogebeurtenissen = (): Gebeurtenis[] => [
  ...RISICOS.flatMap(gebeurtenissenVan),
  // Pas na het eerste jaar bevestigde de gemeente haar indeling; tot dan stond die op "te bevestigen".
  op(datum('2023-03-06'), 14, ({ als }) =>
    moet('indeling', stelRisicoregels(als('financieel-adviseur'), PROGRAMMA, STANDAARD_RISICOREGELS, 0)),
  ),
]
