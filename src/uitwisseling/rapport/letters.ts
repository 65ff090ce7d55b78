import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * De letters van een rapport gaan met Omzien mee: wat er op een machine staat, mag de bytes niet veranderen. Source
 * Sans 3 is de letter van Omzien; wat zij niet kent (Arabisch, Hebreeuws, veel tekens) komt uit DejaVu Sans. Een
 * teken dat geen van beide kent, zou PDF/UA weigeren: dat wordt een leeg vakje.
 */

const vind = createRequire(import.meta.url)
const GEWICHTEN = ['Regular', 'Semibold', 'It', 'SemiboldIt'] as const

export const letterpad = (gewicht: 'Regular' | 'Semibold' | 'Bold' | 'It' | 'SemiboldIt'): string =>
  vind.resolve(`source-sans/TTF/SourceSans3-${gewicht}.ttf`)

export const LETTERPADEN: readonly string[] = [
  ...GEWICHTEN.map(letterpad),
  vind.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
]

/**
 * Typst kijkt ook naar de letters van de machine, en die van dezelfde naam wint soms van de onze. Daarom krijgen de onze
 * tijdens het zetten een eigen naam, even lang als de echte, zodat er niets verschuift.
 */
const EIGEN_NAMEN = [
  ['Source Sans 3', 'Omzien Sans 3'],
  ['DejaVu Sans', 'Omzien Rest'],
] as const

/** De letters voor Typst, onder hun eigen naam. */
export const leesLetters = (): Buffer[] =>
  LETTERPADEN.map((pad) => {
    const bytes = readFileSync(pad)
    const beeld = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { begin, lengte } = tabelplek(beeld, 'name')
    const namen = bytes.subarray(begin, begin + lengte)
    for (const [echt, eigen] of EIGEN_NAMEN) {
      vervangBytes(namen, Buffer.from(echt, 'latin1'), Buffer.from(eigen, 'latin1'))
      vervangBytes(namen, Buffer.from(echt, 'utf16le').swap16(), Buffer.from(eigen, 'utf16le').swap16())
    }
    return bytes
  })

function vervangBytes(bytes: Buffer, van: Buffer, naar: Buffer): void {
  for (let plek = bytes.indexOf(van); plek !== -1; plek = bytes.indexOf(van, plek + 1)) naar.copy(bytes, plek)
}

/** Een tekening die Typst zet, noemt de letters zoals zij daar heten. */
export const metEigenNamen = (svg: string): string =>
  svg.replace(/^<svg[^>]*>/u, (kop) =>
    EIGEN_NAMEN.reduce((tekst, [echt, eigen]) => tekst.replaceAll(`'${echt}'`, `'${eigen}'`), kop),
  )

const VAKJE = '\u25a1'

/** De tekens van een TrueType-letter, uit haar tabel `cmap` (vormen 4 en 12). */
export function tekensVan(bytes: Uint8Array): Set<number> {
  const beeld = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const cmap = tabelplek(beeld, 'cmap').begin
  const tekens = new Set<number>()
  for (let i = 0; i < beeld.getUint16(cmap + 2); i++) {
    const plek = cmap + beeld.getUint32(cmap + 4 + i * 8 + 4)
    const vorm = beeld.getUint16(plek)
    if (vorm === 4) leesVorm4(beeld, plek, tekens)
    if (vorm === 12) leesVorm12(beeld, plek, tekens)
  }
  return tekens
}

function tabelplek(beeld: DataView, naam: string): { begin: number; lengte: number } {
  for (let i = 0; i < beeld.getUint16(4); i++) {
    const ingang = 12 + i * 16
    const letters = String.fromCharCode(...[0, 1, 2, 3].map((k) => beeld.getUint8(ingang + k)))
    if (letters === naam) return { begin: beeld.getUint32(ingang + 8), lengte: beeld.getUint32(ingang + 12) }
  }
  throw new Error(`de letter heeft geen tabel ${naam}`)
}

function leesVorm4(beeld: DataView, plek: number, tekens: Set<number>): void {
  const dubbel = beeld.getUint16(plek + 6)
  for (let i = 0; i < dubbel; i += 2) {
    const eind = beeld.getUint16(plek + 14 + i)
    const begin = beeld.getUint16(plek + 16 + dubbel + i)
    const verschil = beeld.getInt16(plek + 16 + dubbel * 2 + i)
    const bereikplek = plek + 16 + dubbel * 3 + i
    const bereik = beeld.getUint16(bereikplek)
    for (let code = begin; code <= eind && code < 0xffff; code++) {
      const teken =
        bereik === 0 ? (code + verschil) & 0xffff : beeld.getUint16(bereikplek + bereik + (code - begin) * 2)
      if (teken !== 0) tekens.add(code)
    }
  }
}

function leesVorm12(beeld: DataView, plek: number, tekens: Set<number>): void {
  for (let i = 0; i < beeld.getUint32(plek + 12); i++) {
    const groep = plek + 16 + i * 12
    const eind = beeld.getUint32(groep + 4)
    for (let code = beeld.getUint32(groep); code <= eind; code++) tekens.add(code)
  }
}

let bekend: ReadonlySet<number> | undefined

/** Wat in elk gewicht van Source Sans staat of anders in DejaVu. */
function leesbareTekens(): ReadonlySet<number> {
  if (bekend !== undefined) return bekend
  const sets = LETTERPADEN.map((pad) => tekensVan(readFileSync(pad)))
  const terugval = sets.pop() ?? new Set<number>()
  const [eerste = new Set<number>(), ...andere] = sets
  bekend = terugval.union(andere.reduce((samen, set) => samen.intersection(set), eerste))
  return bekend
}

/** Onzichtbare stuurtekens: zij tekenen niets, en sommige keren stil de leesrichting om. */
const ONZICHTBAAR = /[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Variation_Selector}/gu
const LANG_WOORD = 24

/** Een woord dat breder is dan een kolom, krijgt plaatsen waar het mag breken. */
const breekbaar = (tekst: string): string =>
  tekst.replace(/\S{25,}/gu, (woord) => {
    const los = /\p{Nd}|\p{P}/u.test(woord) ? '\u200b' : '\u00ad'
    return [...woord].map((teken, i) => (i > 0 && i % (LANG_WOORD / 2) === 0 ? los + teken : teken)).join('')
  })

/** Tekst zoals de letters van het rapport haar kunnen tonen. */
export function toonbaar(tekst: string): string {
  const tekens = leesbareTekens()
  return tekst
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(/[\t\v\f\u0085]/gu, ' ')
    .replace(ONZICHTBAAR, '')
    .replace(/[^\n]/gu, (teken) => (tekens.has(teken.codePointAt(0) ?? 0) ? teken : vervang(teken)))
}

const vervang = (teken: string): string => (/\p{Cc}|\p{Cf}/u.test(teken) ? '' : VAKJE)

/** Voor lopende tekst en cellen: toonbaar, en nergens breder dan zijn kolom. */
export const zetbaar = (tekst: string): string => breekbaar(toonbaar(tekst))
