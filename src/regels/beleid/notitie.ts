import { toonDatum } from '#basis/datum.ts'
import { centen, toonEuro, toonEuroCenten } from '#basis/geld.ts'
import { hoofdletter, toonGetal } from '#basis/tekst.ts'
import { curvezin, klifmerken, lijnenVan, metKliffen } from '#regels/beleid/curvelezen.ts'
import { inwonersBetalen } from '#regels/beleid/kostenrijen.ts'
import { NIET_MEEGENOMEN, REKENWIJZE } from '#regels/beleid/rekenwijze.ts'
import type { Vergelijking } from '#regels/beleid/vergelijking.ts'
import { antwoord, gevoeligzin, kortAantal, rond, variantzin, watVerandert } from '#regels/beleid/zinnen.ts'
import type { Groepuitkomst } from '#regels/simulatie/telling.ts'

/**
 * De notitie voor de raad als gegevens. De vorm van de blokken is die van `omzien-rapport` 1, zodat dezelfde inhoud door
 * de rapporten heen naar PDF en ODT kan; deze kamer kent die niet, en een toets bewaakt dat het past.
 */
export type Notitiecel = string | number | null
export type Notitietabel = {
  soort: 'tabel'
  id: string
  titel: string
  toelichting?: string
  kolommen: { naam: string; kop: string; soort: 'tekst' | 'bedrag' | 'getal' | 'procent' }[]
  rijen: { cellen: Notitiecel[] }[]
  rond: 'cent' | 'euro' | 'duizend'
}
export type Notitiegrafiek = {
  soort: 'grafiek'
  id: string
  boodschap: string
  beschrijving: string
  figuur: {
    vorm: 'lijn'
    eenheid: string
    reeksen: { naam: string; aard: 'feit' | 'verwachting'; punten: { x: string; waarde: number | null }[] }[]
  }
  tabel: Notitietabel
}
export type Notitieblok =
  | {
      soort: 'alinea'
      id: string
      herkomst: 'cijfers'
      toon?: 'gewoon' | 'inleiding' | 'let-op'
      tekst: string
    }
  | { soort: 'lijst'; id: string; punten: string[] }
  | { soort: 'feiten'; id: string; titel: string; rijen: [string, string][] }
  | Notitietabel
  | Notitiegrafiek
export type Notitiedeel = { id: string; titel: string; blokken: Notitieblok[] }
export type Notitie = { titel: string; ondertitel: string; synthetisch: true; delen: Notitiedeel[] }

type Toon = 'gewoon' | 'inleiding' | 'let-op'
const alinea = (id: string, tekst: string, toon: Toon = 'gewoon'): Notitieblok => ({
  soort: 'alinea',
  id,
  herkomst: 'cijfers',
  toon,
  tekst,
})

/** Twee bladen: het antwoord, de cijfers naast elkaar, wie het raakt, hoe zeker het is, en waar het op berust. */
export function notitieVan(vergelijking: Vergelijking): Notitie {
  const { simulatie, gemeente } = vergelijking
  const { doorgetrokken } = simulatie
  return {
    titel: 'Beleidsvarianten voor de eigen bijdrage',
    ondertitel: `Gemeente ${gemeente.naam}. Regels van ${toonDatum(simulatie.datum)}. Nagemaakte bevolking, geen gegevens van inwoners.`,
    synthetisch: true,
    delen: [
      {
        id: 'antwoord',
        titel: 'Het antwoord',
        blokken: [
          alinea('antwoord-zin', antwoord(vergelijking), 'inleiding'),
          ...(simulatie.varianten.length > 1
            ? [{ soort: 'lijst' as const, id: 'antwoord-per', punten: simulatie.varianten.map(variantzin) }]
            : []),
          kortetabel(vergelijking),
        ],
      },
      {
        id: 'varianten',
        titel: 'Wat er in elke variant anders is',
        blokken: [
          {
            soort: 'lijst',
            id: 'varianten-lijst',
            punten: simulatie.varianten.map((een) => {
              const anders = watVerandert(een)
              const rijk = een.besluiter === 'rijk' ? ' Hierover besluit het Rijk.' : ''
              return `${een.variant.naam}. ${anders.length > 0 && anders.length < 4 ? anders.join(' ') : een.variant.uitleg}${rijk}`
            }),
          },
        ],
      },
      { id: 'mensen', titel: 'Wie het raakt', blokken: mensen(vergelijking) },
      { id: 'klif', titel: 'Waar één cent meer inkomen geld kost', blokken: [curvegrafiek(vergelijking)] },
      {
        id: 'zeker',
        titel: 'Hoe zeker dit is',
        blokken: [
          alinea(
            'zeker-zin',
            `${gevoeligzin(vergelijking)} De band is waar negentig van de honderd nagemaakte bevolkingen tussen vallen. Hij zegt niets over aannamen die niet kloppen.`.trim(),
          ),
        ],
      },
      {
        id: 'hoe',
        titel: 'Waar dit op berust',
        blokken: [
          { soort: 'lijst', id: 'hoe-lijst', punten: REKENWIJZE.slice(0, 2) },
          herkomst(vergelijking),
          ...(doorgetrokken.length === 0
            ? []
            : [
                alinea(
                  'hoe-door',
                  doorgetrokken
                    .map(
                      (een) =>
                        `${een.naam} is op deze dag niet bekend; het bedrag tot en met ${toonDatum(een.tot)} is doorgetrokken.`,
                    )
                    .join(' '),
                  'let-op',
                ),
              ]),
          alinea(
            'hoe-niet',
            `Niet meegenomen: ${NIET_MEEGENOMEN.map((een) => kleineLetter(een)).join('; ')}.`,
          ),
        ],
      },
    ],
  }
}

const kleineLetter = (zin: string): string => zin.charAt(0).toLowerCase() + zin.slice(1).replace(/\.$/u, '')

function herkomst({ simulatie, bevolking, passing }: Vergelijking): Notitieblok {
  const [ergste] = passing.rijen.filter(({ rol }) => rol === 'toets').toSorted((a, b) => b.srmse - a.srmse)
  return {
    soort: 'feiten',
    id: 'hoe-feiten',
    titel: 'De nagemaakte bevolking',
    rijen: [
      ['Bevolking', `${bevolking.naam}, stand ${toonDatum(bevolking.peildatum)}; ${bevolking.herkomst.bron}`],
      ['Nagemaakt', `${simulatie.reeksen} keer ${toonGetal(simulatie.huishoudens)} huishoudens`],
      ...(ergste === undefined
        ? []
        : [
            [
              'Grootste afwijking',
              `${(ergste.srmse * 100).toFixed(1).replace('.', ',')}% van een telling die niet is gebruikt (${ergste.naam})`,
            ] satisfies [string, string],
          ]),
    ],
  }
}

/** De schatting zoals zij ook in de zinnen staat; de exacte cijfers staan in het rekenblad. */
function kortetabel({ simulatie }: Vergelijking): Notitietabel {
  return {
    soort: 'tabel',
    id: 'kort',
    titel: 'De varianten naast elkaar',
    toelichting: 'Verschil met nu, per jaar, afgerond. Boven nul kost het meer.',
    kolommen: [
      { naam: 'variant', kop: 'Variant', soort: 'tekst' },
      { naam: 'gemeente', kop: 'Gemeente', soort: 'bedrag' },
      { naam: 'laag', kop: 'Laagst', soort: 'bedrag' },
      { naam: 'hoog', kop: 'Hoogst', soort: 'bedrag' },
      { naam: 'inwoners', kop: 'Inwoners', soort: 'bedrag' },
      { naam: 'gedragLaag', kop: 'Beetje ander gedrag', soort: 'bedrag' },
      { naam: 'gedragHoog', kop: 'Sterk ander gedrag', soort: 'bedrag' },
      { naam: 'minder', kop: 'Betalen minder', soort: 'tekst' },
      { naam: 'meer', kop: 'Betalen meer', soort: 'tekst' },
    ],
    rijen: simulatie.varianten.map(({ variant, kosten, gedrag, vooruit, achteruit }) => ({
      cellen: [
        variant.naam,
        rond(kosten.verschil.midden),
        rond(kosten.verschil.laag),
        rond(kosten.verschil.hoog),
        rond(inwonersBetalen({ kosten })),
        rond(gedrag[0]?.verschil ?? 0),
        rond(gedrag[1]?.verschil ?? 0),
        kortAantal(vooruit),
        kortAantal(achteruit),
      ],
    })),
    rond: 'euro',
  }
}

/** De groepen die per variant het meest winnen en verliezen; kleine groepen doen niet mee. */
function mensen({ simulatie }: Vergelijking): Notitieblok[] {
  const punten = simulatie.varianten.flatMap(({ variant, groepen }) => {
    const rijen = groepen.perAs.flatMap(({ rijen: groep }) => groep)
    const zichtbaar = rijen.filter((rij) => rij.aantal !== null && rij.aantal > 0 && rij.gemiddeld !== null)
    const op = zichtbaar.toSorted((a, b) => (a.gemiddeld ?? 0) - (b.gemiddeld ?? 0))
    const [winst, verlies] = [op[0], op.at(-1)]
    return [
      ...(winst !== undefined && (winst.gemiddeld ?? 0) < 0 ? [groepzin(variant.naam, winst, 'minder')] : []),
      ...(verlies !== undefined && (verlies.gemiddeld ?? 0) > 0
        ? [groepzin(variant.naam, verlies, 'meer')]
        : []),
    ]
  })
  return [
    punten.length === 0
      ? alinea('mensen-geen', 'Geen enkele groep van tien of meer huishoudens betaalt iets anders dan nu.')
      : { soort: 'lijst', id: 'mensen-lijst', punten },
  ]
}

function groepzin(variant: string, rij: Groepuitkomst, richting: 'meer' | 'minder'): string {
  const groep = hoofdletter(Object.values(rij.groep).join(', '))
  const deel =
    rij.deelMerkbaar === null || rij.deelMerkbaar === 0
      ? ''
      : ` ${Math.round(rij.deelMerkbaar * 100)} van de 100 gaan er meer dan €\u00a010 per maand op achteruit.`
  return `“${variant}”: de groep “${groep}” (${toonGetal(rij.aantal ?? 0)} huishoudens) betaalt gemiddeld ${toonEuroCenten(centen(Math.abs(rij.gemiddeld ?? 0)))} per maand ${richting}.${deel}`
}

const TYPE = { type: 'alleen-aow', czm: true } as const

function curvegrafiek(vergelijking: Vergelijking): Notitiegrafiek {
  const lijnen = lijnenVan(vergelijking, TYPE)
  const bruto = (lijnen[0]?.curve.punten ?? []).filter((punt) => punt.bruto % 1_000_000 === 0)
  return {
    soort: 'grafiek',
    id: 'curve',
    boodschap: curvezin(lijnen),
    beschrijving: [
      'Wat een alleenstaande met AOW-leeftijd en CZM per maand zelf betaalt bij elk netto inkomen.',
      ...klifmerken(lijnen, 'betaalt').map((een) => een.tekst),
    ].join(' '),
    figuur: {
      vorm: 'lijn',
      eenheid: '€',
      reeksen: lijnen.map(({ naam, curve }, i) => ({
        naam,
        aard: i === 0 ? ('feit' as const) : ('verwachting' as const),
        // Een rapport tekent elk punt met een naam eronder; de hele euro's tussendoor zeggen daar niets bij.
        punten: metKliffen(
          { ...curve, punten: curve.punten.filter((punt) => punt.bruto % 500_000 === 0) },
          ({ bijdrage, vergoeding }) => bijdrage - vergoeding,
          1,
        ).map(({ x, y }) => ({ x: toonEuro(centen(x)), waarde: y })),
      })),
    },
    tabel: {
      soort: 'tabel',
      id: 'curve-tabel',
      titel: 'Wat een alleenstaande met AOW-leeftijd en CZM per maand zelf betaalt',
      kolommen: [
        { naam: 'inkomen', kop: 'Inkomen per jaar', soort: 'bedrag' },
        ...lijnen.map(({ naam }, i) => ({ naam: `v${i}`, kop: naam, soort: 'bedrag' as const })),
      ],
      rijen: bruto.map((punt) => ({
        cellen: [
          punt.bruto,
          ...lijnen.map(({ curve }) => {
            const gevonden = curve.punten.find((een) => een.bruto === punt.bruto)
            return gevonden === undefined ? null : gevonden.bijdrage - gevonden.vergoeding
          }),
        ],
      })),
      rond: 'cent',
    },
  }
}
