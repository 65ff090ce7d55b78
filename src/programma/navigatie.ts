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
  { tekst: 'Voortgang', pad: '/voortgang' },
  { tekst: 'Plancontrole', pad: '/plancontrole' },
  { tekst: 'Rapporten', pad: '/rapporten' },
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

export const VOORTGANGPAGINAS: readonly Navpagina[] = [
  { tekst: 'Hoe het staat', pad: '/voortgang' },
  { tekst: 'Mijn voortgang', pad: '/mijn-voortgang', voor: ['voortgang.invullen'] },
  { tekst: 'Opvragen', pad: '/voortgang/uitvraag', voor: ['voortgang.beheren'] },
  { tekst: 'Eigenaren', pad: '/voortgang/eigenaren', voor: ['voortgang.beheren'] },
  { tekst: 'Grens voor uitleg', pad: '/voortgang/grens', voor: ['voortgang.drempel'] },
  { tekst: 'Mijlpalen', pad: '/mijlpalen' },
  { tekst: "Risico's", pad: '/risicos', voor: ['risico.lezen'] },
  { tekst: 'Overleg', pad: '/overleg', voor: ['overleg.lezen'] },
  { tekst: 'Acties', pad: '/acties', voor: ['overleg.lezen'] },
  { tekst: 'Besluiten', pad: '/besluiten' },
]

export const WERKPAGINAS: readonly Navpagina[] = [
  {
    tekst: 'Mijn onderdelen',
    pad: '/mijn-onderdelen',
    bij: 'Wat is er over, wat verwacht u, en wat moet u nog doen.',
    voor: ['prognose.maken'],
  },
  {
    tekst: 'Metingen',
    pad: '/metingen',
    bij: 'De cijfers bij de doelen vastleggen en verbeteren.',
    voor: ['meting.vastleggen'],
  },
  {
    tekst: 'Mijn voortgang',
    pad: '/mijn-voortgang',
    bij: 'Hoe staan uw onderdelen ervoor dit kwartaal.',
    voor: ['voortgang.invullen'],
  },
  {
    tekst: 'Voortgang opvragen',
    pad: '/voortgang/uitvraag',
    bij: 'Een kwartaal openen, zien wie klaar is, beoordelen en sluiten.',
    voor: ['voortgang.beheren'],
  },
  {
    tekst: 'Mijlpalen',
    pad: '/mijlpalen',
    bij: 'Melden wanneer een mijlpaal wordt verwacht, en dat zij is bereikt.',
    voor: ['mijlpaal.bijwerken'],
  },
  {
    tekst: "Risico's",
    pad: '/risicos',
    bij: 'Wat er mis kan gaan, wat dat kost en wat u eraan doet.',
    voor: ['risico.beheren'],
  },
  {
    tekst: 'Overleg',
    pad: '/overleg',
    bij: 'De agenda van stuurgroep en college, en wat er is besloten.',
    voor: ['overleg.beheren'],
  },
  {
    tekst: 'Acties',
    pad: '/acties',
    bij: 'Zeggen hoe ver een afgesproken actie is.',
    voor: ['actie.bijwerken'],
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
  { naam: 'Voortgang', menu: '/voortgang', paginas: VOORTGANGPAGINAS, ook: [] },
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

/** De pagina uit een rij waar men nu is: `/voortgang/uitvraag` hoort bij zichzelf, niet ook bij `/voortgang`. */
export const paginaVan = (paginas: readonly Navpagina[], hier: string): Navpagina | undefined =>
  paginas
    .filter(({ pad }) => isOnder(hier, pad))
    .toSorted((een, ander) => ander.pad.length - een.pad.length)[0]
