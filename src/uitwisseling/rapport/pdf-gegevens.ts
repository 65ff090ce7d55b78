import { alsDate } from '#basis/moment.ts'
import { STATUS } from '#ui/status.tsx'
import type { Document } from '#uitwisseling/rapport/document.ts'
import { FIGUURBREED, figuurtekst, figuurzin, tekenFiguur } from '#uitwisseling/rapport/figuur.ts'
import { meetTabel, rijhoogte, STAAND } from '#uitwisseling/rapport/kolombreedte.ts'
import { metEigenNamen, toonbaar, zetbaar } from '#uitwisseling/rapport/letters.ts'
import { WOORDEN } from '#uitwisseling/rapport/teksten.ts'
import {
  type Blok,
  type BlokVan,
  type Cel,
  type Rapporttabel,
  STANDWOORDEN,
  toontabelVan,
} from '#verantwoording/deur.ts'

/** Een document zoals de opmaak (`rapport.typ`) het leest: alleen tekst, maten en tekeningen. */

/** Zo hoog mag één tekening zijn, in de eenheid van de tekening: dan past zij met haar kop op een bladzijde. */
const HOOGST = 960

/** Een rij die hoger is, mag over twee bladzijden; een tabel die hoger is ook (in punten). */
const HOOGSTE_RIJ = 300
const HEEL_TABEL = 340
/** Zo veel letters passen zeker bij elkaar op een bladzijde. */
const HEEL_TEKST = 1_500

/** Lettermaten van een kort stuk dat op een paar bladen moet, in punten; kleiner leest niemand van papier. */
const KORTE_LETTERS = ['10', '9.5', '9', '8.5']

const regels = (tekst: string): string[] => zetbaar(tekst).split('\n')

/** PDF/UA weigert een kop zonder woorden. */
const kop = (tekst: string): string => (tekst.trim() === '' ? WOORDEN.zonderTitel : zetbaar(tekst))

/** Een lege regel begint een nieuwe alinea. */
export const alineas = (tekst: string): string[][] =>
  tekst
    .split(/\n[^\S\n]*\n/u)
    .map((deel) => deel.trim())
    .filter((deel) => deel !== '')
    .map(regels)

function feitenGegevens(titel: string, rijen: readonly (readonly [string, string])[]) {
  const letters = rijen.reduce((tot, [naam, waarde]) => tot + naam.length + waarde.length, 0)
  return {
    titel: kop(titel),
    rijen: rijen.map(([naam, waarde]) => [zetbaar(naam), regels(waarde)]),
    /** Te veel om bij elkaar op een bladzijde te houden. */
    breekt: rijen.length > 9 || letters > HEEL_TEKST,
  }
}

type Rijcel = string | { toon: string; tekst: string }

const toonVan = (cel: Cel): string | undefined => {
  const stand = STANDWOORDEN.find((woord) => woord === cel)
  return stand === undefined ? undefined : STATUS[stand].toon
}

/** Rijen met een stand krijgen vorm en kleur bij hun woord. */
function cellenVan(tabel: Rapporttabel, cellen: readonly string[], bron: readonly Cel[]): Rijcel[] {
  return cellen.map((tekst, k) => {
    const toon = tabel.kolommen[k]?.soort === 'status' ? toonVan(bron[k] ?? null) : undefined
    return toon === undefined ? zetbaar(tekst) : { toon, tekst: zetbaar(tekst) }
  })
}

function tabelGegevens(tabel: Rapporttabel, id: string) {
  const toon = toontabelVan(tabel)
  // De eenheid in een kop blijft bij elkaar: `× € 1.000`.
  const koppen = toon.koppen.map((tekst) => tekst.replace('× €', '×\u00a0€'))
  const vast = tabel.kolommen.map(({ soort }, k) => soort !== 'tekst' || toon.rechts[k] === true)
  const statusruimte = tabel.kolommen.map(({ soort }) => (soort === 'status' ? 'MM' : ''))
  const maat = meetTabel({
    koppen,
    rijen: toon.rijen.map(({ cellen }) => cellen.map((cel, k) => `${statusruimte[k] ?? ''}${toonbaar(cel)}`)),
    vast,
  })
  // De afrondings- en totaalrijen staan tussen en na de rijen van de tabel zelf.
  let bron = 0
  const rijen = toon.rijen.map(({ rol, cellen }) => {
    const eigen = rol === 'afronding' || rol === 'totaal' ? [] : (tabel.rijen[bron++]?.cellen ?? [])
    const hoog = rijhoogte(cellen, maat)
    return { rol, cellen: cellenVan(tabel, cellen, eigen), hoog, breekt: hoog > HOOGSTE_RIJ }
  })
  const hoogte = rijen.reduce((som, { hoog }) => som + hoog, 0)
  const onder = [tabel.toelichting, toon.bijAfronding].flatMap((zin) =>
    zin === undefined ? [] : [zetbaar(zin)],
  )
  return {
    soort: 'tabel' as const,
    id,
    titel: kop(tabel.titel),
    koppen: koppen.map(zetbaar),
    rechts: toon.rechts,
    rijen,
    onder,
    breekt: hoogte > HEEL_TABEL,
    ...maat,
  }
}

/** De maat van een SVG staat in zijn eerste regel. */
function maatVan(svg: string): { breed: number; hoog: number } {
  const [, breed = '1', hoog = '1'] = /viewBox="0 0 (\d+) (\d+)"/u.exec(svg) ?? []
  return { breed: Number(breed), hoog: Number(hoog) }
}

function grafiekGegevens(blok: BlokVan<'grafiek'>, id: string) {
  const bladen = tekenFiguur(blok.figuur, { breedte: FIGUURBREED, hoogte: HOOGST, naam: '' })
  return {
    soort: 'grafiek' as const,
    id,
    boodschap: kop(blok.boodschap),
    beschrijving: zetbaar(figuurtekst(blok)),
    bladen: bladen.map((svg, nr) => {
      const { breed, hoog } = maatVan(svg)
      const breedte = Math.floor((Math.min(1, HOOGST / hoog) * breed * STAAND) / FIGUURBREED)
      const alt = toonbaar(figuurzin(blok))
      return {
        svg: toonbaar(metEigenNamen(svg)),
        breedte,
        alt: nr === 0 ? alt : `Vervolg van de figuur: ${alt}`,
      }
    }),
    tabel: { id: `${id}-cijfers` },
    breekt: bladen.length > 1 || blok.boodschap.length > 300,
  }
}

/** Een kop slaat nooit een niveau over, ook als het sjabloon dat doet: een schermlezer raakt dan de weg kwijt. */
function maakKoppen(): (blok: BlokVan<'kop'>) => number {
  let vorige = 1
  return (blok) => {
    vorige = Math.min(blok.niveau, vorige + 1)
    return vorige
  }
}

function blokGegevens(blok: Blok, id: string, niveau: (blok: BlokVan<'kop'>) => number) {
  switch (blok.soort) {
    case 'kop':
      return { soort: blok.soort, id, niveau: niveau(blok), tekst: kop(blok.tekst) }
    case 'alinea':
      return {
        soort: blok.soort,
        toon: blok.toon ?? 'gewoon',
        herkomst: blok.herkomst,
        alineas: alineas(blok.tekst),
      }
    case 'lijst':
      return {
        soort: blok.soort,
        punten: blok.punten.map(regels),
        breekt: blok.punten.length > 5 || blok.punten.join('').length > HEEL_TEKST,
      }
    case 'feiten':
      return { soort: blok.soort, ...feitenGegevens(blok.titel, blok.rijen) }
    case 'tabel':
      return tabelGegevens(blok, id)
    case 'grafiek':
      return grafiekGegevens(blok, id)
  }
}

export function pdfGegevens(document: Document) {
  const { eigenschappen, opening } = document
  const isKort = opening.soort === 'kop'
  const bijlage: (ReturnType<typeof tabelGegevens> & { figuur: string })[] = []
  // Eigen namen voor de verwijzingen: een id uit het rapport kan dubbel zijn of rare tekens hebben.
  const delen = document.delen.map((deel, d) => {
    const niveau = maakKoppen()
    return {
      id: `deel-${d}`,
      titel: kop(deel.titel),
      blokken: deel.blokken.flatMap((blok, b) => {
        const id = `blok-${d}-${b}`
        const gegevens = blokGegevens(blok, id, niveau)
        if (blok.soort !== 'grafiek') return [gegevens]
        const cijfers = tabelGegevens(blok.tabel, `${id}-cijfers`)
        // Een kort stuk heeft geen bijlage: de cijfers staan onder hun figuur.
        if (isKort) return [gegevens, cijfers]
        bijlage.push({ ...cijfers, figuur: id })
        return [gegevens]
      }),
    }
  })
  const op = alsDate(eigenschappen.op)
  return {
    titel: toonbaar(document.titel).trim() || WOORDEN.zonderTitel,
    ondertitel: zetbaar(document.ondertitel),
    gemeente: `Gemeente ${toonbaar(document.gemeente)}`,
    omschrijving: toonbaar(eigenschappen.omschrijving),
    trefwoorden: [toonbaar(eigenschappen.onderwerp), toonbaar(eigenschappen.trefwoord)],
    kopregel: toonbaar(document.kopregel),
    voetregel: toonbaar(document.voetregel),
    /** Leeg als de cijfers echt zijn. */
    melding: document.melding ?? '',
    opening:
      opening.soort === 'kop'
        ? { soort: opening.soort, regel: toonbaar(opening.regel) }
        : { soort: opening.soort, stand: feitenGegevens(WOORDEN.berust, opening.feiten) },
    passend:
      isKort && opening.bladen !== undefined ? { bladen: opening.bladen, letters: KORTE_LETTERS } : null,
    datum: [
      op.getUTCFullYear(),
      op.getUTCMonth() + 1,
      op.getUTCDate(),
      op.getUTCHours(),
      op.getUTCMinutes(),
      op.getUTCSeconds(),
    ],
    woorden: WOORDEN,
    delen,
    bijlage,
  }
}
