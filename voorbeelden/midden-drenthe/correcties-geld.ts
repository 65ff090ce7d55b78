import {
  bedrag,
  type Correctie,
  dekking,
  jaarbedrag,
  looptijd,
  nieuwJaarbedrag,
  onderdeel,
  vermelding,
  vervalt,
  zonderJaarbedrag,
} from './correctie.ts'

const VIER_JAREN = { van: '2023', tot: '2026' }
const POK_BRONNEN = ['bijdrage-rijk-pok', 'saldo-bw-2021']
const ALLE_POK_BRONNEN = [...POK_BRONNEN, 'invoering-bw']
const GRIP_BRONNEN = ['rest-programma-2019-2021']

/** Verbeteringen aan bedragen en aan waar zij vandaan komen. */
export const CORRECTIES_GELD: readonly Correctie[] = [
  {
    wat: 'Cliëntondersteuning kost in de bijlage evenveel als in de paragraaf',
    waarom: 'De paragraaf en de tabel van 5.3.11 noemen allebei € 18.500, met € 2.500 in 2022.',
    wijzigingen: [bedrag('bijlage-oco-2022', 3_000, 2_500), bedrag('bijlage-oco-totaal', 19_000, 18_500)],
  },
  {
    wat: 'De laatste € 68 van POK - Beschermd Wonen krijgt een bestemming',
    waarom: 'Wat er binnenkomt en wat het kost, is dan in de hele groep gelijk.',
    wijzigingen: [
      bedrag('p539-bedrag', 125_000, 125_068),
      ...jaarbedrag('leervermogen', 2026, 30_000, 30_068, ['t5311']),
      bedrag('t5311-leervermogen-totaal', 125_000, 125_068),
      bedrag('bijlage-leervermogen-totaal', 125_000, 125_068),
      bedrag('t5311-totaal', 1_449_000, 1_449_068),
    ],
  },
  {
    wat: 'De rij Onvoorzien vervalt en de bijlage sluit op hoofdstuk 4',
    waarom: 'Geen paragraaf vraagt om dit geld en hoofdstuk 4 heeft er geen ruimte voor.',
    wijzigingen: [
      vervalt('onderdelen', 'onvoorzien'),
      vervalt('vermeldingen', 'bijlage-onvoorzien-naam'),
      vervalt('vermeldingen', 'bijlage-onvoorzien-totaal'),
      bedrag('bijlage-totaal', 2_979_068, 2_972_068),
    ],
  },
  {
    wat: 'De projectleiders van Grip op de Kosten staan helemaal in 2023',
    waarom: 'De paragraaf geeft het geld voor 2023 en Grip stopt daarna.',
    wijzigingen: [
      ...jaarbedrag('projectleider-jeugd', 2023, 35_000, 70_000),
      ...zonderJaarbedrag('projectleider-jeugd', 2024),
      ...zonderJaarbedrag('projectleider-wmo', 2022),
      ...jaarbedrag('projectleider-wmo', 2023, 25_000, 50_000),
    ],
  },
  {
    wat: 'Hoofdstuk 1 noemt voor POK - Beschermd Wonen hetzelfde bedrag als hoofdstuk 4',
    waarom: 'Eén programma heeft één begroting en vijf jaar is zestig maanden.',
    wijzigingen: [
      vermelding(
        'h1-pok-bedrag',
        { bedragCent: 200_000_000, benadering: 'ruim' },
        { bedragCent: 144_906_800, benadering: undefined, letterlijk: undefined },
      ),
      looptijd('h1-pok-duur', { maanden: 48 }, { maanden: 60, letterlijk: undefined }),
    ],
  },
  {
    wat: 'De bijdrage over 2021 staat bij het jaar waarin zij beschikbaar komt',
    waarom: 'Het programma begint in 2022, dus vóór dat jaar kan er niets binnenkomen.',
    wijzigingen: [
      vervalt('vermeldingen', 't5311-baten-pok-2021'),
      bedrag('t5311-baten-pok-2022', 117_415, 268_823),
      {
        bij: 'bronnen',
        id: 'bijdrage-rijk-pok',
        van: {},
        naar: {
          ontvangsten: [
            [2022, 26_882_300],
            [2023, 11_478_000],
            [2024, 11_785_100],
            [2025, 11_597_200],
            [2026, 12_853_500],
          ].map(([jaar, bedragCent]) => ({ naam: `Bijdrage POK ${jaar}`, jaar, bedragCent })),
        },
      },
    ],
  },
  {
    wat: 'Het plan zegt waar geld bewaard wordt dat later nodig is',
    waarom: 'Vanaf 2023 gaat er meer uit dan er binnenkomt, en dat kan alleen met geld van eerdere jaren.',
    wijzigingen: [
      {
        bij: 'bronnen',
        id: 'saldo-bw-2021',
        van: { voorwaarden: undefined },
        naar: {
          voorwaarden:
            'Wat in een jaar overblijft, gaat via de Reserve Sociaal Domein mee naar het volgende jaar.',
        },
      },
    ],
  },
  {
    wat: 'Elke plaats noemt dezelfde bronnen voor dezelfde groep',
    waarom: 'De tabellen laten zien waaruit het geld komt en de tekst moet dat volgen.',
    wijzigingen: [
      dekking('p51-dekking', ['begroting-2023-ev'], ['reserve-sociaal-domein', 'begroting-2023-ev']),
      dekking('h1-pok-dekking', POK_BRONNEN, ALLE_POK_BRONNEN),
      dekking('h4-pok-dekking', POK_BRONNEN, ALLE_POK_BRONNEN),
      dekking('p5311-dekking', POK_BRONNEN, ALLE_POK_BRONNEN),
      dekking('h1-grip-dekking', ['rest-programma-2019-2021', 'middelen-2021'], GRIP_BRONNEN),
      dekking('h4-grip-dekking', ['rest-programma-2019-2021', 'begroting-md-2022'], GRIP_BRONNEN),
      dekking('grip-dekking', [], GRIP_BRONNEN),
      ...['projectleider-jeugd', 'projectleider-wmo'].map((id) =>
        onderdeel(
          id,
          { bronnen: ['rest-programma-2019-2021', 'begroting-md-2022'] },
          { bronnen: GRIP_BRONNEN },
        ),
      ),
      vervalt('bronnen', 'middelen-2021'),
      vervalt('bronnen', 'begroting-md-2022'),
    ],
  },
  {
    wat: 'Het restant van het vorige programma is het deel dat voor Grip op de Kosten is',
    waarom: 'Alleen wat dit programma krijgt, telt hier als inbreng.',
    wijzigingen: [
      bedrag('h1-restant-1', 158_000, 120_000),
      bedrag('h1-restant-2', 158_000, 120_000),
      {
        bij: 'bronnen',
        id: 'rest-programma-2019-2021',
        van: { ontvangsten: [] },
        naar: {
          ontvangsten: [{ naam: 'Deel voor 2023', jaar: 2023, bedragCent: 12_000_000 }],
          twijfel: undefined,
        },
      },
      ...['projectleider-jeugd', 'projectleider-wmo'].map((id) => ({
        bij: 'raming' as const,
        id: `${id} 2023`,
        van: { bron: null },
        naar: { bron: 'rest-programma-2019-2021' },
      })),
    ],
  },
  {
    wat: 'De jaarbedragen van 5.1 gelden voor de jaren 2023 tot en met 2026',
    waarom: 'Vier keer het jaarbedrag is het totaal, dus de programmaperiode van vijf jaar past hier niet.',
    wijzigingen: ['p513', 'p514', 'p515', 'p516', 'p517', 'p518'].map((plek) =>
      vermelding(`${plek}-per-jaar`, { periode: 'geheel' }, { periode: VIER_JAREN }),
    ),
  },
  {
    wat: 'Zorginnovatie begint met een derde van een jaarbedrag',
    waarom:
      'De projectleider begint pas na de zomer van 2023, dus een vol jaarbedrag is dan niet op te maken.',
    wijzigingen: [
      ...jaarbedrag('innovaties-zorg', 2023, 75_000, 25_000),
      ...jaarbedrag('innovaties-zorg', 2025, 50_000, 75_000),
      ...nieuwJaarbedrag('innovaties-zorg', 2026, 25_000),
    ],
  },
  {
    wat: 'De data-analist kost in 2022 een kwart jaar',
    waarom: 'De aanstelling is per 1 oktober 2022 verlengd, tegen € 30.000 per jaar.',
    wijzigingen: [
      ...jaarbedrag('monitoring', 2022, 12_500, 7_500, ['t5311']),
      ...jaarbedrag('monitoring', 2023, 30_000, 35_000, ['t5311']),
    ],
  },
  {
    wat: 'De raming van cliëntondersteuning wijst naar de bijlage, net als de rest',
    waarom: 'Beide plaatsen zeggen nu hetzelfde.',
    wijzigingen: [
      {
        bij: 'raming',
        id: 'oco 2022',
        van: { vermelding: 't5311-oco-2022' },
        naar: { vermelding: 'bijlage-oco-2022' },
      },
    ],
  },
]
