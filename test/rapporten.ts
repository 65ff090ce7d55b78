import { datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { Moment } from '#basis/moment.ts'
import {
  begroot,
  figuren,
  groepVan,
  naamVan,
  reeks,
  standVan,
  uit,
  type Vraag,
} from '#test/rapportfiguren.ts'
import {
  type Blok,
  type Deel,
  type Rapportinhoud,
  Rapportkenmerk,
  type Rapporttabel,
} from '#verantwoording/deur.ts'

/** Een verzonnen rapport, zo groot als gevraagd: dezelfde vraag geeft altijd hetzelfde rapport. */

const som = (bedragen: readonly number[]): Centen => centen(bedragen.reduce((tot, bedrag) => tot + bedrag, 0))

function geldtabel({ onderdelen }: Vraag): Rapporttabel {
  const rijen = reeks(onderdelen).map((nr) => {
    const [b, u] = [begroot(nr, 2024), uit(nr, 2024)]
    return { cellen: [naamVan(nr), groepVan(nr), b, u, b - u, standVan(nr)], naar: `/onderdelen/o${nr}` }
  })
  const kolom = (k: number): Centen => som(rijen.map(({ cellen }) => Number(cellen[k])))
  return {
    soort: 'tabel',
    id: 'geld-per-onderdeel',
    titel: 'Begroot en uitgegeven per onderdeel in 2024',
    toelichting: 'Bedragen zonder btw. Een onderdeel zonder uitgaven staat er ook.',
    kolommen: [
      { naam: 'onderdeel', kop: 'Onderdeel', soort: 'tekst' },
      { naam: 'groep', kop: 'Groep', soort: 'tekst' },
      { naam: 'begroot', kop: 'Begroot', soort: 'bedrag', som: true },
      { naam: 'uitgegeven', kop: 'Uitgegeven', soort: 'bedrag', som: true },
      { naam: 'verschil', kop: 'Verschil', soort: 'bedrag', som: true },
      { naam: 'stand', kop: 'Stand', soort: 'status' },
    ],
    rijen,
    totaal: ['Totaal', null, kolom(2), kolom(3), kolom(4), null],
    rond: 'euro',
  }
}

function jarentabel({ onderdelen, jaren }: Vraag): Rapporttabel {
  const lijst = reeks(jaren).map((j) => 2022 + j)
  const rijen = reeks(onderdelen).map((nr) => {
    const cellen = lijst.map((jaar) => uit(nr, jaar))
    return { cellen: [naamVan(nr), ...cellen, som(cellen)] }
  })
  return {
    soort: 'tabel',
    id: 'jaren',
    titel: 'Uitgegeven per onderdeel en jaar',
    kolommen: [
      { naam: 'onderdeel', kop: 'Onderdeel', soort: 'tekst' },
      ...lijst.map((jaar) => ({ naam: `j${jaar}`, kop: String(jaar), soort: 'bedrag', som: true }) as const),
      { naam: 'samen', kop: 'Samen', soort: 'bedrag', som: true },
    ],
    rijen,
    totaal: ['Totaal', ...[...lijst, 0].map((_, k) => som(rijen.map(({ cellen }) => Number(cellen[k + 1]))))],
    rond: 'duizend',
  }
}

const ZIN =
  'Het onderdeel liep in 2024 grotendeels zoals gepland. In het voorjaar begonnen de gesprekken met de dorpen, en ' +
  'na de zomer gingen de deuren open. De kosten bleven binnen de begroting, al was de huur hoger dan verwacht.'

const alinea = (id: string, tekst: string, toon?: 'inleiding' | 'let-op'): Blok => ({
  soort: 'alinea',
  id,
  herkomst: 'geschreven',
  tekst,
  ...(toon === undefined ? {} : { toon }),
})

const onderdeelBlokken = (nr: number): Blok[] => [
  { soort: 'kop', id: `o${nr}`, niveau: 2, tekst: naamVan(nr) },
  alinea(`o${nr}-gedaan`, `${ZIN}\n\nIn 2025 komt er een tweede plek bij.`),
  {
    soort: 'feiten',
    id: `o${nr}-feiten`,
    titel: 'In het kort',
    rijen: [
      ['Groep', groepVan(nr)],
      ['Duur', 'tot en met 2026'],
      ['Stand', 'op koers voor inhoud en tijd, let op voor geld'],
    ],
  },
  { soort: 'kop', id: `o${nr}-komt`, niveau: 3, tekst: 'Wat er komt' },
  {
    soort: 'lijst',
    id: `o${nr}-lijst`,
    punten: ['Evaluatie met de bezoekers', 'Nieuwe afspraken over de huur'],
  },
]

export function proefrapport(vraag: Vraag = { onderdelen: 28, jaren: 5 }): Rapportinhoud {
  const delen: Deel[] = [
    {
      id: 'samenvatting',
      titel: 'Samenvatting',
      blokken: [
        alinea('kern', `Van elke tien onderdelen zijn er zeven op koers. ${ZIN}`, 'inleiding'),
        alinea(
          'let-op',
          'Bij drie onderdelen is de begroting op. De raad besluit daarover in mei.',
          'let-op',
        ),
        ...figuren(vraag),
        geldtabel(vraag),
      ],
    },
    {
      id: 'onderdelen',
      titel: 'Wat er per onderdeel gebeurde',
      blokken: reeks(vraag.onderdelen).flatMap(onderdeelBlokken),
    },
    { id: 'geld', titel: 'Het geld over de jaren', blokken: [jarentabel(vraag)] },
  ]
  return {
    formaat: 'omzien-rapport',
    versie: 1,
    kenmerk: Rapportkenmerk.parse('jaar-2024'),
    soort: 'jaar',
    titel: 'Jaarverantwoording sociaal domein 2024',
    ondertitel: 'Wat er in 2024 gebeurde, wat het kostte en wat er komt',
    gemeente: { code: 'gm0000', naam: 'Voorbeeld' },
    programma: { id: 'sociaal-domein', titel: 'Programma sociaal domein 2022-2026', planversie: 3 },
    moment: {
      geldigTm: datum('2024-12-31'),
      bekendOp: Moment.parse('2025-02-14T09:30:15.123456Z'),
      bekendNr: 4211,
      hoofd: '3f1c'.repeat(16),
    },
    sjabloon: 'jaar/1',
    verzonnen: true,
    delen,
  }
}

/** Hetzelfde rapport met één alinea en één cel vervangen: voor vijandige tekst. */
export function rapportMet(tekst: string): Rapportinhoud {
  const rapport = proefrapport({ onderdelen: 2, jaren: 2 })
  const tabel = geldtabel({ onderdelen: 2, jaren: 2 })
  const [eerste] = tabel.rijen
  const rijen = [{ cellen: [tekst, ...(eerste?.cellen.slice(1) ?? [])] }, ...tabel.rijen.slice(1)]
  const blokken: Blok[] = [
    { soort: 'kop', id: 'k', niveau: 3, tekst },
    alinea('a', tekst),
    { soort: 'lijst', id: 'l', punten: [tekst] },
    { soort: 'feiten', id: 'f', titel: tekst, rijen: [[tekst, tekst]] },
    { ...tabel, titel: tekst, rijen },
  ]
  const grafieken = figuren({ onderdelen: 2, jaren: 2 }).map((blok) =>
    blok.soort === 'grafiek' ? { ...blok, boodschap: tekst, beschrijving: tekst } : blok,
  )
  return {
    ...rapport,
    titel: tekst === '' ? rapport.titel : tekst,
    gemeente: { ...rapport.gemeente, naam: tekst },
    delen: [{ id: 'd', titel: tekst, blokken: [...blokken, ...grafieken] }],
  }
}
