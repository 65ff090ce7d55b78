import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/**
 * Openbare pagina's zonder inlog, kant-en-klaar in het geheugen. Een pagina geldt zolang de stand van haar gemeente
 * dezelfde is (`kop`); daarnaast hoogstens een minuut, voor het geval een melding niet aankwam. Begrensd in bytes:
 * wat het langst niet is gevraagd, gaat eruit.
 */
export type Pagina = {
  gemeente: string
  kop: string
  totMs: number
  lijf: Uint8Array
  type: string
  /** Vingerafdruk van het lijf; elke vorm van persen heeft een eigen, sterke ETag. */
  afdruk: string
  /** Naam, waarde, naam, waarde: alles behalve wat per vorm verschilt. */
  koppen: readonly string[]
  geperst: Partial<Record<Pers, Uint8Array>>
}
export type Pers = 'br' | 'gzip'
export type Vorm = Pers | 'kaal'

export const GELDIG_MS = 60_000
const MEESTE_BYTES = 24 * 1024 * 1024
const GROOTSTE_PAGINA = 4 * 1024 * 1024
const LANGSTE_SLEUTEL = 600
/** Te klein om te persen, of al geperst. */
const PERS_VANAF = 1_000
const PERSBAAR = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)|image\/svg)/u

export type Paginacache = ReturnType<typeof maakPaginacache>

export function maakPaginacache(meesteBytes = MEESTE_BYTES) {
  const paginas = new Map<string, Pagina>()
  let bytes = 0
  let tijdperk = 0
  let [raak, mis] = [0, 0]
  const weg = (sleutel: string): void => {
    const pagina = paginas.get(sleutel)
    if (pagina === undefined) return
    bytes -= gewicht(sleutel, pagina)
    paginas.delete(sleutel)
  }
  const maakRuimte = (): void => {
    for (const sleutel of paginas.keys()) {
      if (bytes <= meesteBytes) return
      weg(sleutel)
    }
  }
  return {
    /** Loopt op bij elke `vergeet`: wie ervoor begon met tekenen, mag zijn pagina niet meer bewaren. */
    tijdperk: (): number => tijdperk,
    vind(sleutel: string, kopNu: (gemeente: string) => string | undefined, nuMs: number): Pagina | undefined {
      const pagina = paginas.get(sleutel)
      if (pagina === undefined) {
        mis++
        return undefined
      }
      if (pagina.totMs <= nuMs || kopNu(pagina.gemeente) !== pagina.kop) {
        weg(sleutel)
        mis++
        return undefined
      }
      paginas.delete(sleutel)
      paginas.set(sleutel, pagina)
      raak++
      return pagina
    },
    bewaar(sleutel: string, pagina: Pagina, begonnenIn: number): void {
      if (begonnenIn !== tijdperk || sleutel.length > LANGSTE_SLEUTEL) return
      if (pagina.lijf.byteLength > GROOTSTE_PAGINA) return
      weg(sleutel)
      paginas.set(sleutel, pagina)
      bytes += gewicht(sleutel, pagina)
      maakRuimte()
    },
    /** Het lijf in de gevraagde vorm; de eerste keer wordt er geperst, daarna ligt het klaar. */
    inVorm(sleutel: string, pagina: Pagina, vorm: Vorm): Uint8Array {
      if (vorm === 'kaal') return pagina.lijf
      const klaar = pagina.geperst[vorm]
      if (klaar !== undefined) return klaar
      const geperst = PERS[vorm](pagina.lijf)
      pagina.geperst[vorm] = geperst
      if (paginas.get(sleutel) === pagina) {
        bytes += geperst.byteLength
        maakRuimte()
      }
      return geperst
    },
    vergeet(gemeente?: string): void {
      tijdperk++
      for (const [sleutel, pagina] of paginas)
        if (gemeente === undefined || pagina.gemeente === gemeente) weg(sleutel)
    },
    stand: () => ({ paginas: paginas.size, bytes, raak, mis }),
  }
}

const VAST_GEWICHT = 1_000

const gewicht = (sleutel: string, { lijf, geperst }: Pagina): number =>
  VAST_GEWICHT +
  sleutel.length * 2 +
  lijf.byteLength +
  (geperst.br?.byteLength ?? 0) +
  (geperst.gzip?.byteLength ?? 0)

/**
 * Niveau 4 perst een pagina in minder dan een milliseconde. Persen op andere draden was gemeten niet sneller, en liet
 * honderd megabyte aan versnipperd geheugen achter. Een pagina is klein: een venster van 256 kB volstaat, en hoeft niet
 * elke keer groots te worden klaargezet.
 */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 } }
const GZIP = { level: 6 }
const PERS: Record<Pers, (lijf: Uint8Array) => Uint8Array> = {
  br: (lijf) => brotliCompressSync(lijf, BROTLI),
  gzip: (lijf) => gzipSync(lijf, GZIP),
}

export const sleutelVan = (host: string, url: string): string => `${host.toLowerCase()} ${url}`

export const afdrukVan = (lijf: Uint8Array): string =>
  createHash('sha256').update(lijf).digest('base64url').slice(0, 22)

export const etagVan = (afdruk: string, vorm: Vorm): string =>
  `"${afdruk}${vorm === 'kaal' ? '' : `.${vorm}`}"`

export function vormVoor(
  acceptEncoding: string | undefined,
  { lijf, type }: Pick<Pagina, 'lijf' | 'type'>,
): Vorm {
  if (acceptEncoding === undefined || lijf.byteLength < PERS_VANAF || !PERSBAAR.test(type)) return 'kaal'
  if (wil(acceptEncoding, 'br')) return 'br'
  return wil(acceptEncoding, 'gzip') ? 'gzip' : 'kaal'
}

function wil(acceptEncoding: string, soort: Pers): boolean {
  for (const deel of acceptEncoding.split(',')) {
    const [naam, ...rest] = deel.split(';')
    if (naam?.trim().toLowerCase() === soort) return !rest.some((r) => /^\s*q=0(?:\.0*)?\s*$/u.test(r))
  }
  return false
}

/** Heeft de vrager deze inhoud al, in welke vorm ook? De gewone vraag noemt er precies één. */
export function heeftAl(ifNoneMatch: string, afdruk: string): boolean {
  if (ifNoneMatch === '*') return true
  return ifNoneMatch.split(',').some((deel) => {
    const kaal = deel.trim().replace(/^W\//u, '')
    return kaal.startsWith(`"${afdruk}"`) || kaal.startsWith(`"${afdruk}.`)
  })
}
