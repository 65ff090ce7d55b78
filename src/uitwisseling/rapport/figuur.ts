import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { rondAfVanNul } from '#basis/geld.ts'
import { type Losvorm, losBullet, losStanden, losWaterval } from '#ui/los/rijen.tsx'
import { losLijn, losSankey } from '#ui/los/vlak.tsx'
import type { SankeyData } from '#ui/sankey.ts'
import type { BlokVan, Figuur } from '#verantwoording/deur.ts'

/** De breedte waarop een figuur getekend wordt; op papier krimpt zij tot de breedte van de tekst. */
export const FIGUURBREED = 760

type Stroom = Extract<Figuur, { vorm: 'stroom' }>

/** Een naam kan links en rechts voorkomen; dat zijn twee knopen. */
function stroomdata({ stromen }: Stroom): SankeyData {
  const knopen = (kant: 'van' | 'naar', kolom: number) =>
    [...new Set(stromen.map((stroom) => stroom[kant]))].map((naam) => ({
      id: `${kant}:${naam}`,
      naam,
      kolom,
    }))
  return {
    knopen: [...knopen('van', 0), ...knopen('naar', 1)],
    stromen: stromen.map(({ van, naar, bedragCent }) => ({
      van: `van:${van}`,
      naar: `naar:${naar}`,
      bedrag: bedragCent,
    })),
  }
}

/** De tekening in zo veel stukken als er met deze hoogte nodig zijn; zonder figuurcijfers komt er niets. */
export function tekenFiguur(figuur: Figuur, vorm: Losvorm): string[] {
  switch (figuur.vorm) {
    case 'bullet':
      return losBullet(
        figuur.rijen.map((rij) => ({
          naam: rij.naam,
          begroot: rondAfVanNul(rij.begroot),
          gerealiseerd: rondAfVanNul(rij.gerealiseerd),
          verplicht: rondAfVanNul(rij.verplicht),
          prognose: rij.prognose === null ? undefined : rondAfVanNul(rij.prognose),
        })),
        vorm,
      )
    case 'waterval':
      return tekenWatervalfiguur(figuur, vorm)
    case 'lijn':
      return [losLijn(figuur.reeksen, figuur.eenheid, vorm)]
    case 'standen':
      return losStanden(figuur.rijen, vorm)
    case 'stroom':
      return figuur.stromen.some(({ bedragCent }) => bedragCent > 0)
        ? [losSankey(stroomdata(figuur), vorm)]
        : []
  }
}

/** De eerste stand is het begin, de laatste het eind; het eindbedrag volgt uit de stappen. */
function tekenWatervalfiguur(figuur: Extract<Figuur, { vorm: 'waterval' }>, vorm: Losvorm): string[] {
  const [begin, ...rest] = figuur.stappen
  if (begin === undefined) return []
  const laatste = rest.at(-1)
  const eind = laatste?.soort === 'stand' ? laatste : undefined
  const stappen = rest.filter(({ soort }) => soort === 'stap')
  const alsStap = ({ naam, bedragCent }: typeof begin) => ({ naam, bedrag: bedragCent })
  return losWaterval(
    { begin: alsStap(begin), stappen: stappen.map(alsStap), eind: { naam: eind?.naam ?? 'Nu' } },
    vorm,
  )
}

/** Eén grafiek als één tekening, zo lang als zij is. */
export const tekenBlok = (blok: BlokVan<'grafiek'>): string | undefined =>
  tekenFiguur(blok.figuur, { breedte: FIGUURBREED, naam: figuurzin(blok) })[0]

/** Wat er onder een figuur staat; een waterval noemt in haar tekening geen eenheid, dus dan hier. */
export const figuurtekst = ({ beschrijving, figuur }: BlokVan<'grafiek'>): string =>
  figuur.vorm === 'waterval' ? `${beschrijving} Bedragen in euro.` : beschrijving

/** De id van een blok als deel van een bestandsnaam. */
export const figuurbestand = (blok: string): string => blok.replace(/[^a-z0-9-]+/giu, '-').slice(0, 60)

/** Voor wie de tekening niet ziet: de boodschap en wat er te zien is, als twee zinnen. */
export const figuurzin = ({ boodschap, beschrijving }: BlokVan<'grafiek'>): string =>
  `${boodschap}${/[.!?]$/u.test(boodschap) ? '' : '.'} ${beschrijving}`

let letter: string | undefined

/** Een tekening die iemand meeneemt, heeft haar letter bij zich: met een andere lopen woorden over elkaar. */
export function metLetter(svg: string): string {
  letter ??= readFileSync(
    createRequire(import.meta.url).resolve(
      '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
    ),
  ).toString('base64')
  const stijl = `<style>@font-face{font-family:'Source Sans 3';font-weight:200 900;src:url(data:font/woff2;base64,${letter}) format('woff2')}</style>`
  return svg.replace(/^(<svg[^>]*>)/u, `$1${stijl}`)
}
