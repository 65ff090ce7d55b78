import type { Handeling } from '#toegang/deur.ts'

/** Welke pagina's er zijn en voor wie: het hoofdmenu, en de regel eronder bij wat bij elkaar hoort. */

export type Navpagina = {
  tekst: string
  pad: string
  /** Wat er te doen is, voor de pagina Werk. */
  bij?: string | undefined
  /** Alleen voor wie een van deze dingen mag; zonder is zij voor iedereen. */
  voor?: readonly Handeling[] | undefined
}

export const HOOFDMENU: readonly Navpagina[] = [
  { tekst: 'Overzicht', pad: '/' },
  { tekst: 'Onderdelen', pad: '/onderdelen' },
  { tekst: 'Geld', pad: '/geld' },
  { tekst: 'Doelen', pad: '/doelen' },
  { tekst: 'Planning', pad: '/planning' },
  { tekst: 'Plancontrole', pad: '/plancontrole' },
  { tekst: 'Bijhouden', pad: '/wijzigen', voor: ['plan.wijzigen'] },
  { tekst: 'Werk', pad: '/werk', voor: ['invoer.lezen'] },
]

export const GELDPAGINAS: readonly Navpagina[] = [
  { tekst: 'Plan en bronnen', pad: '/geld' },
  { tekst: 'Begroting', pad: '/begroting' },
  { tekst: 'Boekingen', pad: '/boekingen' },
  { tekst: 'Verplichtingen', pad: '/verplichtingen' },
  { tekst: 'Begrotingswijzigingen', pad: '/begrotingswijzigingen' },
  { tekst: 'Bevindingen', pad: '/geldbevindingen' },
  { tekst: 'Wat veranderde', pad: '/sinds' },
  { tekst: 'Journaal', pad: '/journaal' },
]

export const WERKPAGINAS: readonly Navpagina[] = [
  {
    tekst: 'Mijn onderdelen',
    pad: '/mijn-onderdelen',
    bij: 'Wat is er over, wat verwacht u, en wat moet u nog doen.',
    voor: ['prognose.maken'],
  },
  {
    tekst: 'Voorstellen',
    pad: '/voorstellen',
    bij: 'Wat op een tweede persoon wacht.',
    voor: ['voorstel.beoordelen'],
  },
  {
    tekst: 'Inlezen',
    pad: '/inlezen',
    bij: 'Bestanden uit het financiële systeem, met hun geschiedenis.',
    voor: ['invoer.lezen'],
  },
  {
    tekst: 'Koppeling',
    pad: '/koppeling',
    bij: 'Welke rekening, kostenplaats en welk project bij welk onderdeel horen.',
    voor: ['invoer.lezen'],
  },
  {
    tekst: 'Beleidsvarianten',
    pad: '/beleidsvarianten',
    bij: 'Wat kost een andere eigen bijdrage, en wie betaalt dan meer of minder?',
    voor: ['variant.lezen'],
  },
  {
    tekst: 'Perioden',
    pad: '/perioden',
    bij: 'Maanden sluiten en heropenen.',
    voor: ['periode.sluiten', 'periode.heropenen'],
  },
  {
    tekst: 'Jaareinde',
    pad: '/jaareinde',
    bij: 'Overhevelen, en laten terugvallen wat over is.',
    voor: ['jaareinde.boeken', 'overheveling.voorstellen'],
  },
  {
    tekst: 'Mandaten',
    pad: '/mandaten',
    bij: 'Wie waarvoor hoeveel mag vastleggen.',
    voor: ['mandaat.beheren'],
  },
  {
    tekst: 'Boekregels',
    pad: '/boekregels',
    bij: 'Wat een boeking tegenhoudt, en waar alleen een waarschuwing bij komt.',
    voor: ['mandaat.beheren'],
  },
]

export const magZien = (pagina: Navpagina, mag: (handeling: Handeling) => boolean): boolean =>
  pagina.voor === undefined || pagina.voor.some(mag)

/** Bij welke rij pagina's dit pad hoort, met de naam van die rij en haar plek in het hoofdmenu. */
export const NAVGROEPEN = [
  { naam: 'Geld', menu: '/geld', paginas: GELDPAGINAS, ook: ['/bronnen'] },
  { naam: 'Werk', menu: '/werk', paginas: WERKPAGINAS, ook: ['/werk'] },
] as const satisfies readonly {
  naam: string
  menu: string
  paginas: readonly Navpagina[]
  ook: readonly string[]
}[]

export const isOnder = (hier: string, pad: string): boolean =>
  pad === '/' ? hier === '/' : hier === pad || hier.startsWith(`${pad}/`)

export const navgroepVan = (hier: string): (typeof NAVGROEPEN)[number] | undefined =>
  NAVGROEPEN.find(
    ({ paginas, ook }) =>
      paginas.some(({ pad }) => isOnder(hier, pad)) || ook.some((pad) => isOnder(hier, pad)),
  )
