import { tijdvak } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import type { SankeyKnoop, SankeyStroom } from '#ui/sankey.ts'
import type { TijdlijnRij } from '#ui/tijdlijn.ts'

/** Verzonnen cijfers in de maat van een echt programma, om de kit mee te laten zien. */
export const euro = (bedrag: number) => centen(bedrag * 100)

export const JAREN = ['2022', '2023', '2024', '2025', '2026'] as const

export type KitOnderdeel = { code: string; naam: string; groep: string; jaren: readonly number[] }

export const ONDERDELEN: readonly KitOnderdeel[] = [
  { code: '5.1.1', naam: 'Steunouders', groep: 'nieuw', jaren: [0, 58000, 45000, 0, 0] },
  { code: '5.1.2', naam: 'Innovaties in de zorg', groep: 'nieuw', jaren: [0, 75000, 75000, 50000, 0] },
  {
    code: '5.1.3',
    naam: 'Efficiënt werken en dubbelingen voorkomen',
    groep: 'nieuw',
    jaren: [0, 30000, 30000, 30000, 30000],
  },
  { code: '5.1.5', naam: 'De Thuisblijver', groep: 'nieuw', jaren: [0, 25000, 25000, 25000, 25000] },
  { code: '5.1.6', naam: 'Programmamanagement', groep: 'nieuw', jaren: [0, 107000, 107000, 107000, 107000] },
  { code: '5.1.7', naam: 'Beleidsondersteuning', groep: 'nieuw', jaren: [0, 60000, 60000, 60000, 60000] },
  { code: '5.1.8', naam: 'Communicatie', groep: 'nieuw', jaren: [0, 18000, 18000, 18000, 18000] },
  { code: '5.3.1', naam: 'Invoeren mediation', groep: 'pok', jaren: [0, 12500, 12500, 12500, 12500] },
  { code: '5.3.3', naam: 'Meedoen tegen armoede', groep: 'pok', jaren: [0, 30000, 30000, 30000, 30000] },
  {
    code: '5.3.4',
    naam: 'Versterken onafhankelijke cliëntondersteuning',
    groep: 'pok',
    jaren: [2500, 4000, 4000, 4000, 4000],
  },
  { code: '5.3.6', naam: 'Inloopvoorzieningen', groep: 'pok', jaren: [0, 61000, 77000, 92000, 98000] },
  {
    code: '5.3.7',
    naam: 'Wijkteams en ontwikkelingen in het Sociaal Domein',
    groep: 'pok',
    jaren: [35000, 50000, 50000, 35000, 30000],
  },
  {
    code: '5.3.8',
    naam: 'Verbeteren van de interne samenwerking binnen het sociaal domein',
    groep: 'pok',
    jaren: [60000, 70000, 70000, 70000, 70000],
  },
  {
    code: '5.3.10',
    naam: 'Monitoren door middel van data',
    groep: 'pok',
    jaren: [12500, 30000, 30000, 30000, 30000],
  },
  { code: '5.4.1', naam: 'Projectleider Jeugd', groep: 'grip', jaren: [0, 35000, 35000, 0, 0] },
  { code: '5.4.2', naam: 'Projectleider Wmo', groep: 'grip', jaren: [25000, 25000, 0, 0, 0] },
]

export const GROEPEN = [
  { id: 'nieuw', naam: 'Nieuw voor 2022–2026' },
  { id: 'pok', naam: 'POK en Beschermd Wonen' },
  { id: 'grip', naam: 'Grip op de kosten' },
] as const

const som = (getallen: readonly number[]): number => getallen.reduce((a, b) => a + b, 0)
const vanGroep = (groep: string): number =>
  som(ONDERDELEN.filter((o) => o.groep === groep).map((o) => som(o.jaren)))

export const KNOPEN: readonly SankeyKnoop[] = [
  { id: 'reserve', naam: 'Reserve Sociaal Domein en begroting 2023 en verder', kolom: 0, href: '#reserve' },
  { id: 'bw', naam: 'Saldo Beschermd Wonen 2021', kolom: 0, href: '#bw' },
  { id: 'rijk', naam: 'Rijksbijdrage POK', kolom: 0, href: '#rijk' },
  { id: 'rest', naam: 'Rest programma 2019–2021', kolom: 0, href: '#rest' },
  ...GROEPEN.map((groep) => ({ ...groep, kolom: 1 })),
  ...ONDERDELEN.map((o) => ({ id: o.code, naam: o.naam, kolom: 2, href: `#${o.code}` })),
]

export const STROMEN: readonly SankeyStroom[] = [
  { van: 'reserve', naar: 'nieuw', bedrag: euro(vanGroep('nieuw')) },
  { van: 'bw', naar: 'pok', bedrag: euro(600000) },
  { van: 'rijk', naar: 'pok', bedrag: euro(vanGroep('pok') - 600000) },
  { van: 'rest', naar: 'grip', bedrag: euro(vanGroep('grip')) },
  ...ONDERDELEN.map((o) => ({ van: o.groep, naar: o.code, bedrag: euro(som(o.jaren)) })),
]

export const PLANNING: readonly TijdlijnRij[] = [
  {
    naam: 'Steunouders',
    href: '#5.1.1',
    balken: [{ van: tijdvak('2023'), tot: tijdvak('2024') }],
    mijlpalen: [
      { op: tijdvak('2023-Q1'), tekst: 'Eerste gezinnen gekoppeld' },
      { op: tijdvak('2024-Q4'), tekst: 'Besluit over vervolg', verwacht: true },
    ],
  },
  {
    naam: 'Onafhankelijke cliëntondersteuning',
    href: '#5.3.4',
    nadruk: true,
    balken: [{ van: tijdvak('2022-Q2'), tot: tijdvak('2026') }],
    mijlpalen: [
      { op: tijdvak('2022-09-15'), tekst: 'Onderzoek afgerond' },
      { op: tijdvak('2023-11'), tekst: 'Campagne gestart' },
      { op: tijdvak('2026'), tekst: 'Evaluatie', verwacht: true },
    ],
  },
  {
    naam: 'Verbeteren van de interne samenwerking binnen het sociaal domein',
    href: '#5.3.8',
    balken: [
      { van: tijdvak('2022-H2'), tot: tijdvak('2024-H1') },
      { van: tijdvak('2024-H2'), tot: tijdvak('2026'), verwacht: true },
    ],
    mijlpalen: [],
  },
  {
    naam: 'Inloop dorp Z',
    balken: [{ van: tijdvak('2025'), tot: tijdvak('2026'), verwacht: true }],
    mijlpalen: [{ op: tijdvak('2025-H1'), tekst: 'Plek gevonden', verwacht: true }],
  },
]
