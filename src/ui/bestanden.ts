import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { klein } from '#ui/stijl-klein.ts'

/** Een bestand dat nooit verandert zolang zijn naam gelijk blijft: de naam bevat de vingerafdruk. */
export type Bestand = {
  pad: string
  body: Buffer
  type: string
  etag: string
  /** Voorgeperst, voor wie dat kan lezen; ontbreekt bij wat al geperst is. */
  gzip?: Buffer | undefined
  brotli?: Buffer | undefined
}

const UTRECHT = [
  'heading-1',
  'heading-2',
  'heading-3',
  'link',
  'paragraph',
  'button',
  'table',
  'textbox',
  'textarea',
  'select',
  'checkbox',
  'radio-button',
  'form-field',
  'form-label',
  'form-field-description',
  'form-field-error-message',
  'alert',
  'breadcrumb-nav',
  'skip-link',
  'page-header',
  'page-footer',
  'data-list',
  'pagination',
] as const

const EIGEN = [
  'thema',
  'utrecht',
  'basis',
  'kop',
  'subnav',
  'voet',
  'signalen',
  'delen',
  'formulier',
  'wachtrij',
  'tabel',
  'tabel-breed',
  'grafiek',
  'grafiek-staaf',
  'grafiek-tijd',
  'grafiek-mijlpaaltrend',
  'grafiek-trend',
  'grafiek-warmte',
  'grafiek-geld',
  'grafiek-curve',
  'grafiek-uitvoer',
  'rapport',
] as const

const laadPakket = createRequire(import.meta.url)
const hier = (naam: string): URL => new URL(naam, import.meta.url)
const leesPakket = (naam: string): Buffer => readFileSync(laadPakket.resolve(naam))

function bestand(naam: string, eind: string, type: string, body: Buffer): Bestand {
  const afdruk = createHash('sha256').update(body).digest('hex').slice(0, 12)
  const pad = `/_ui/${naam}.${afdruk}.${eind}`
  const kaal = { pad, body, type, etag: `"${afdruk}"` }
  if (eind === 'woff2') return kaal
  // Pas persen als er om gevraagd wordt: wie alleen de opdrachtregel gebruikt, wacht er niet op.
  let geperst: { gzip: Buffer; brotli: Buffer } | undefined
  const pers = () => {
    geperst ??= {
      gzip: gzipSync(body, { level: 9 }),
      brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    }
    return geperst
  }
  return {
    ...kaal,
    get gzip() {
      return pers().gzip
    },
    get brotli() {
      return pers().brotli
    },
  }
}

const LETTER = '@fontsource-variable/source-sans-3/files/source-sans-3'

const letterLatijn = bestand(
  'source-sans-3-latin',
  'woff2',
  'font/woff2',
  leesPakket(`${LETTER}-latin-wght-normal.woff2`),
)
const letterRest = bestand(
  'source-sans-3-latin-ext',
  'woff2',
  'font/woff2',
  leesPakket(`${LETTER}-latin-ext-wght-normal.woff2`),
)

/** De terugval is even breed als Source Sans 3, zodat de pagina niet verspringt als de letter er is. */
const LETTERS = `
@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;font-display:swap;src:url(${letterLatijn.pad}) format("woff2");unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD}
@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;font-display:swap;src:url(${letterRest.pad}) format("woff2");unicode-range:U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF}
@font-face{font-family:"Source Sans terugval";src:local("Arial"),local("Liberation Sans");size-adjust:93.7%;ascent-override:109%;descent-override:43%;line-gap-override:0%}`

/** Een gemeente geeft haar eigen tokens mee; die komen na de onze en winnen dus. */
export function maakStijl(naam: string, eigenTokens = ''): Bestand {
  const utrecht = UTRECHT.map((deel) => leesPakket(`@utrecht/${deel}-css/dist/index.css`).toString())
  const eigen = EIGEN.map((deel) => readFileSync(hier(`stijl/${deel}.css`), 'utf8'))
  const css = [
    LETTERS,
    klein(utrecht.join('\n'), gebruikteKlassen()),
    klein(eigen.join('\n')),
    klein(eigenTokens),
  ]
  return bestand(naam, 'css', 'text/css; charset=utf-8', Buffer.from(css.join('\n')))
}

/** Node noemt het wegstrepen van types nog een proef en meldt dat bij elke start; de lezer heeft daar niets aan. */
function zonderTypes(bron: string): string {
  const meld = process.emitWarning
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(bron)
  } finally {
    process.emitWarning = meld
  }
}

function maakScript(naam: string): Bestand {
  const kaal = zonderTypes(readFileSync(hier(`browser/${naam}.ts`), 'utf8'))
  const klein = kaal.replace(/^\s*\/\*\*.*\*\/\n/gmu, '').replace(/^export \{\}\n?/gmu, '')
  return bestand(naam, 'js', 'text/javascript; charset=utf-8', Buffer.from(klein))
}

const ICOON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5a5e"/><path d="M16 7a9 9 0 1 1-8.5 6" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="16" cy="16" r="3.5" fill="#fff"/></svg>`

const stijl = maakStijl('stijl')
const script = maakScript('verfijning')
const icoon = bestand('omzien', 'svg', 'image/svg+xml', Buffer.from(ICOON))

/** Dezelfde opmaak voor een bestand dat zonder website te lezen is: zonder letters die ergens opgehaald moeten worden. */
export const STIJL = stijl.body.toString('utf8').replace(/@font-face\s*\{[^}]*\}/gu, '')

/** Waar de pagina haar bestanden vindt. */
export const ADRES = {
  stijl: stijl.pad,
  letter: letterLatijn.pad,
  script: script.pad,
  icoon: icoon.pad,
} as const

const ALLE: ReadonlyMap<string, Bestand> = new Map(
  [stijl, letterLatijn, letterRest, script, icoon].map((deel) => [deel.pad, deel]),
)

/** Alle vaste bestanden op hun pad; `start` geeft ze uit met `cache-control: immutable`. */
export const bestanden = (): ReadonlyMap<string, Bestand> => ALLE

/** Welke klassen van Utrecht de kit gebruikt, staat in de kit zelf; een lijst ernaast zou gaan achterlopen. */
function gebruikteKlassen(): ReadonlySet<string> {
  const bronnen = readdirSync(hier('.')).filter((naam) => naam.endsWith('.tsx') && !naam.startsWith('kit'))
  return new Set(
    bronnen.flatMap((naam) => readFileSync(hier(naam), 'utf8').match(/utrecht-[a-z][a-z0-9_-]*/gu) ?? []),
  )
}
