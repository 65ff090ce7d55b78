import { type Datum, datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { maakToeval, werkdag } from '#start/voorbeeldgemeente/hulpmiddelen.ts'

/** De contracten en opdrachten van de voorbeeldgemeente, met hun facturen. */

export type Persoon = 'programmamanager' | 'budgethouder'

export type Contract = {
  sleutel: string
  onderdeel: string
  tekst: string
  door: Persoon
  op: Datum
  van: Datum
  tot: Datum
  /** Hele euro's per jaar. */
  jaren: Readonly<Record<number, number>>
  meerwerk?: { op: Datum; jaar: number; euro: number; tekst: string }
  /** Hoeveel facturen per jaar, en welk deel van het bedrag zij samen zijn. */
  stuks: number
  gefactureerd: number
  /** Blijft na afloop openstaan: niemand sloot het af. */
  blijftOpen?: true
}

type Rest = Partial<Pick<Contract, 'meerwerk' | 'stuks' | 'gefactureerd' | 'blijftOpen' | 'van' | 'tot'>>

function contract(
  sleutel: string,
  onderdeel: string,
  tekst: string,
  door: Persoon,
  op: string,
  jaren: Contract['jaren'],
  rest: Rest = {},
): Contract {
  const alle = Object.keys(jaren).map(Number)
  const eerste = Math.min(...alle)
  const van = Number(op.slice(0, 4)) < eerste ? datum(`${eerste}-01-01`) : datum(op)
  const tot = datum(`${Math.max(...alle)}-12-31`)
  return {
    sleutel,
    onderdeel,
    tekst,
    door,
    op: datum(op),
    van,
    tot,
    jaren,
    stuks: 5,
    gefactureerd: 0.985,
    ...rest,
  }
}

const PM = 'programmamanager'
const BH = 'budgethouder'

export const CONTRACTEN: readonly Contract[] = [
  contract('wijkteams-2022', 'wijkteams', 'Inhuur van een ervaren wijkwerker', PM, '2022-03-07', {
    2022: 27_500,
  }),
  contract(
    'projectleider',
    'projectleider-jeugd',
    'Projectleider jeugd, inhuur',
    PM,
    '2022-06-20',
    { 2022: 33_800, 2023: 66_300 },
    { stuks: 8, gefactureerd: 0.86 },
  ),
  contract(
    'school-2022',
    'jeugdhulp-op-school',
    'Jeugdhulp op zes scholen, schooljaar 2022',
    PM,
    '2022-07-04',
    { 2022: 37_600 },
    { stuks: 3, gefactureerd: 1 },
  ),
  contract(
    'beschermd-2022',
    'beschermd-wonen',
    'Verkenning van plaatsen voor beschermd wonen',
    BH,
    '2022-09-19',
    { 2022: 5_200 },
    { stuks: 2 },
  ),
  contract(
    'meten-2022',
    'meten',
    'Licentie en inrichting van het gegevensportaal',
    PM,
    '2022-10-10',
    { 2022: 5_400, 2023: 22_300, 2024: 19_700, 2025: 20_100 },
    { stuks: 4, gefactureerd: 0.97, blijftOpen: true },
  ),
  contract(
    'school-2023',
    'jeugdhulp-op-school',
    'Jeugdhulp op alle scholen, 2023',
    PM,
    '2022-12-12',
    { 2023: 77_200 },
    { stuks: 4, gefactureerd: 1 },
  ),
  contract(
    'wijkteams-2023',
    'wijkteams',
    'Inhuur van wijkwerkers, 2023',
    PM,
    '2023-01-23',
    { 2023: 43_200 },
    { stuks: 9 },
  ),
  contract(
    'bemiddeling-2023',
    'bemiddeling',
    'Bemiddelaar op afroep',
    BH,
    '2023-01-30',
    { 2023: 8_750 },
    { gefactureerd: 0.83 },
  ),
  contract(
    'steungezinnen',
    'steungezinnen',
    'Begeleiding van steungezinnen',
    PM,
    '2023-02-06',
    { 2023: 46_400, 2024: 38_500 },
    {
      stuks: 6,
      meerwerk: {
        op: datum('2024-12-09'),
        jaar: 2025,
        euro: 19_200,
        tekst: 'Een jaar langer, na de evaluatie',
      },
    },
  ),
  contract(
    'huiskamer',
    'proef-dorp-b',
    'Huur van de huiskamer',
    BH,
    '2023-02-13',
    { 2023: 10_500, 2024: 9_600 },
    { stuks: 10, gefactureerd: 0.96, blijftOpen: true, tot: datum('2024-12-31') },
  ),
  contract(
    'leren-2023',
    'leren',
    'Training gespreksvoering',
    BH,
    '2023-02-20',
    { 2023: 8_100 },
    { stuks: 3 },
  ),
  contract(
    'slimmer-2023',
    'slimmer-werken',
    'Doorlichting van de werkprocessen',
    BH,
    '2023-03-06',
    { 2023: 24_600 },
    { gefactureerd: 0.94 },
  ),
  contract(
    'geldzorgen-2023',
    'zonder-geldzorgen',
    'Fonds voor sport en muziek',
    BH,
    '2023-03-20',
    { 2023: 10_400 },
    { stuks: 4, gefactureerd: 1 },
  ),
  contract(
    'meervoudig',
    'meervoudige-problemen',
    'Aanpassen van de werkwijze',
    BH,
    '2023-03-27',
    { 2023: 8_400, 2024: 10_200 },
    { stuks: 3, gefactureerd: 0.95 },
  ),
  contract(
    'zorg-2023',
    'zorginnovatie',
    'Proef met slimme hulpmiddelen',
    BH,
    '2023-09-11',
    { 2023: 17_800 },
    { stuks: 2 },
  ),
  contract(
    'school-2024',
    'jeugdhulp-op-school',
    'Jeugdhulp op alle scholen, 2024',
    PM,
    '2023-12-11',
    { 2024: 79_800 },
    {
      stuks: 4,
      gefactureerd: 1,
      meerwerk: {
        op: datum('2024-04-22'),
        jaar: 2024,
        euro: 10_900,
        tekst: 'Ook op de school voor speciaal onderwijs',
      },
    },
  ),
  contract(
    'bemiddeling-2024',
    'bemiddeling',
    'Bemiddelaar op afroep, 2024 en 2025',
    BH,
    '2024-01-15',
    { 2024: 8_900, 2025: 9_100 },
    { gefactureerd: 0.93 },
  ),
  contract('zorg-2024', 'zorginnovatie', 'Drie proeven met zorg op afstand', PM, '2024-01-22', {
    2024: 49_500,
  }),
  contract(
    'wijkteams-2024',
    'wijkteams',
    'Inhuur van wijkwerkers, 2024',
    PM,
    '2024-01-22',
    { 2024: 46_800 },
    { stuks: 9, gefactureerd: 1 },
  ),
  contract(
    'client',
    'clientondersteuning',
    'Onafhankelijke cliëntondersteuning',
    BH,
    '2024-01-29',
    { 2024: 2_700, 2025: 2_750, 2026: 2_800 },
    { stuks: 2 },
  ),
  contract('slimmer-2024', 'slimmer-werken', 'Invoeren van één dossier', BH, '2024-02-12', { 2024: 22_750 }),
  contract(
    'beschermd-2024',
    'beschermd-wonen',
    'Begeleiding bij de overgang',
    BH,
    '2024-02-19',
    { 2024: 4_800, 2025: 4_950, 2026: 5_100 },
    { stuks: 4 },
  ),
  contract(
    'leren-2024',
    'leren',
    'Intervisie voor de wijkteams',
    BH,
    '2024-02-26',
    { 2024: 7_450 },
    { stuks: 3, gefactureerd: 1.041 },
  ),
  contract(
    'thuis-2024',
    'langer-thuis',
    'Woonadviezen aan huis',
    BH,
    '2024-03-11',
    { 2024: 7_900 },
    { stuks: 4 },
  ),
  contract(
    'website',
    'communicatie',
    'Nieuwe website over hulp',
    BH,
    '2024-04-15',
    { 2024: 6_400 },
    { stuks: 3, gefactureerd: 1 },
  ),
  contract(
    'school-2025',
    'jeugdhulp-op-school',
    'Jeugdhulp op alle scholen, 2025',
    PM,
    '2024-12-16',
    { 2025: 94_600 },
    { stuks: 4, gefactureerd: 1 },
  ),
  contract(
    'zorg-2025',
    'zorginnovatie',
    'Zorg op afstand, tweede ronde',
    PM,
    '2025-01-20',
    { 2025: 58_000 },
    { stuks: 6 },
  ),
  contract(
    'wijkteams-2025',
    'wijkteams',
    'Inhuur van een wijkwerker, 2025',
    PM,
    '2025-01-27',
    { 2025: 27_300 },
    { stuks: 7 },
  ),
  contract('slimmer-2025', 'slimmer-werken', 'Scholing in het nieuwe dossier', BH, '2025-02-10', {
    2025: 21_800,
  }),
  contract(
    'leren-2025',
    'leren',
    'Leergang samen beslissen',
    BH,
    '2025-02-24',
    { 2025: 9_900 },
    { stuks: 3 },
  ),
  contract(
    'geldzorgen-2025',
    'zonder-geldzorgen',
    'Fonds voor sport en muziek, 2025',
    BH,
    '2025-03-17',
    { 2025: 9_800 },
    { stuks: 4, gefactureerd: 1 },
  ),
  contract(
    'zorg-2025-b',
    'zorginnovatie',
    'Slimme hulpmiddelen in dorp A en B',
    BH,
    '2025-06-16',
    { 2025: 22_500 },
    { stuks: 3, gefactureerd: 0.93 },
  ),
  contract(
    'meten-2026',
    'meten',
    'Gegevensportaal, verlenging',
    BH,
    '2025-11-24',
    { 2026: 21_500 },
    { stuks: 4 },
  ),
  contract(
    'school-2026',
    'jeugdhulp-op-school',
    'Jeugdhulp op alle scholen, 2026',
    PM,
    '2025-12-15',
    { 2026: 94_900 },
    { stuks: 4, gefactureerd: 1 },
  ),
  contract('bemiddeling-2026', 'bemiddeling', 'Bemiddelaar op afroep, 2026', BH, '2026-01-19', {
    2026: 9_300,
  }),
  contract(
    'thuis-2026',
    'langer-thuis',
    'Woonadviezen aan huis, 2026',
    BH,
    '2026-01-26',
    { 2026: 9_200 },
    { stuks: 4 },
  ),
  contract(
    'wijkteams-2026',
    'wijkteams',
    'Inhuur van een wijkwerker, 2026',
    PM,
    '2026-01-26',
    { 2026: 25_400 },
    { stuks: 7 },
  ),
  contract(
    'zorg-2026',
    'zorginnovatie',
    'Zorg op afstand, overdracht aan aanbieders',
    PM,
    '2026-02-02',
    { 2026: 33_000 },
    { stuks: 6 },
  ),
  contract('slimmer-2026', 'slimmer-werken', 'Afronding van het project', BH, '2026-02-09', { 2026: 24_300 }),
  contract(
    'leren-2026',
    'leren',
    'Leergang samen beslissen, 2026',
    BH,
    '2026-02-23',
    { 2026: 10_300 },
    { stuks: 3 },
  ),
  contract(
    'folder',
    'communicatie',
    'Huis-aan-huisfolder',
    BH,
    '2026-03-09',
    { 2026: 5_850 },
    { stuks: 2, gefactureerd: 1 },
  ),
]

export type Factuur = {
  contract: string
  onderdeel: string
  nummer: string
  datum: Datum
  jaar: number
  bedragCent: Centen
  /** Zo werd zij eerst geboekt: de cijfers waren omgewisseld. */
  eerstCent?: Centen
}

/** Bij deze factuur stond eerst 5.240 in plaats van 4.520. */
export const FOUTE_FACTUUR = {
  contract: 'slimmer-2025',
  volgorde: 1,
  goed: 4_520_00,
  fout: 5_240_00,
} as const

/** Een creditnota over te veel gerekende uren. */
const CREDITNOTA: Factuur = {
  contract: 'thuis-2024',
  onderdeel: 'langer-thuis',
  nummer: 'C24-0093',
  datum: datum('2024-11-21'),
  jaar: 2024,
  bedragCent: centen(-420_00),
}

function facturenVanJaar(een: Contract, jaar: number, totaalCent: number): Factuur[] {
  const toeval = maakToeval(`factuur ${een.sleutel} ${jaar}`)
  // De eerste factuur komt op zijn vroegst een maand na het aangaan.
  const begin =
    Number(een.van.slice(0, 4)) < jaar
      ? 1
      : Math.min(12, Number(een.van.slice(5, 7)) + (een.van === een.op ? 1 : 0))
  const eind = Number(een.tot.slice(0, 4)) === jaar ? Number(een.tot.slice(5, 7)) : 12
  const gewichten = Array.from({ length: een.stuks }, () => 0.8 + toeval.deel() * 0.5)
  const som = gewichten.reduce((opgeteld, gewicht) => opgeteld + gewicht, 0)
  let over = Math.round(totaalCent)
  return gewichten.map((gewicht, i) => {
    const laatste = i === gewichten.length - 1
    const fout = een.sleutel === FOUTE_FACTUUR.contract && i === FOUTE_FACTUUR.volgorde
    const bedrag = laatste ? over : fout ? FOUTE_FACTUUR.goed : Math.round((totaalCent * gewicht) / som)
    over -= bedrag
    const maand = Math.min(eind, begin + Math.floor(((i + 0.75) / gewichten.length) * (eind - begin + 1)))
    return {
      contract: een.sleutel,
      onderdeel: een.onderdeel,
      nummer: `F${String(jaar).slice(2)}-${String(toeval.geheel(100, 9_899)).padStart(4, '0')}`,
      datum: werkdag(jaar, maand, toeval.geheel(3, 26)),
      jaar,
      bedragCent: centen(bedrag),
      ...(fout ? { eerstCent: centen(FOUTE_FACTUUR.fout) } : {}),
    }
  })
}

export const facturenVan = (contracten: readonly Contract[]): Factuur[] =>
  [
    ...contracten.flatMap((een) => {
      const jaren = new Map(Object.entries(een.jaren).map(([jaar, euro]) => [Number(jaar), euro]))
      if (een.meerwerk !== undefined)
        jaren.set(een.meerwerk.jaar, (jaren.get(een.meerwerk.jaar) ?? 0) + een.meerwerk.euro)
      const tot = een.meerwerk !== undefined && een.meerwerk.jaar > Number(een.tot.slice(0, 4))
      const loopt = tot ? { ...een, tot: datum(`${een.meerwerk?.jaar}-12-31`) } : een
      return [...jaren].flatMap(([jaar, euro]) => facturenVanJaar(loopt, jaar, euro * 100 * een.gefactureerd))
    }),
    CREDITNOTA,
  ].toSorted((een, ander) => (een.datum < ander.datum ? -1 : een.datum > ander.datum ? 1 : 0))
