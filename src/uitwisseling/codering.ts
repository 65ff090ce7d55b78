/** In welke codering een XML-bestand staat: eerst het merkteken vooraan (BOM), dan wat de XML-declaratie zegt. */
export type Codering = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type Gevondencodering = { codering: Codering; bom: boolean }

/** Zoveel bytes zijn genoeg om het merkteken en de declaratie te zien. */
export const KOPLENGTE = 1024

const VERKLAARD: Readonly<Record<string, Codering>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  // Een programma dat UTF-16 verklaart en toch in losse bytes schrijft, schreef UTF-8 (.NET doet dat).
  'utf-16': 'utf-8',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  // Zoals elke browser: wie ISO 8859-1 zegt, schrijft in de praktijk windows-1252.
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
}

const begintMet = (bytes: Uint8Array, ...merk: readonly number[]): boolean =>
  merk.every((byte, plaats) => bytes[plaats] === byte)

/** `undefined` wanneer het bestand een codering noemt die wij niet lezen. */
export function vindCodering(kop: Uint8Array): Gevondencodering | undefined {
  if (begintMet(kop, 0xef, 0xbb, 0xbf)) return { codering: 'utf-8', bom: true }
  if (begintMet(kop, 0xff, 0xfe)) return { codering: 'utf-16le', bom: true }
  if (begintMet(kop, 0xfe, 0xff)) return { codering: 'utf-16be', bom: true }
  if (begintMet(kop, 0x3c, 0, 0x3f, 0)) return { codering: 'utf-16le', bom: false }
  if (begintMet(kop, 0, 0x3c, 0, 0x3f)) return { codering: 'utf-16be', bom: false }
  const begin = Buffer.from(kop.buffer, kop.byteOffset, Math.min(kop.length, KOPLENGTE)).toString('latin1')
  const [, naam] = /^<\?xml[^>]*?encoding\s*=\s*["']([^"'>]*)["']/u.exec(begin) ?? []
  const codering = naam === undefined ? 'utf-8' : VERKLAARD[naam.toLowerCase()]
  return codering === undefined ? undefined : { codering, bom: false }
}

/** Alles is te ontcijferen: een byte die niet klopt wordt U+FFFD, waar nodig merkt de lezer dat op. */
export const maakDecoder = (codering: Codering): TextDecoder => new TextDecoder(codering)
