import { crc32, inflateRawSync } from 'node:zlib'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { GRENZEN, Onleesbaar } from '#uitwisseling/rekenblad/teksten.ts'

type Ingang = {
  naam: string
  methode: number
  crc: number
  ingepakt: number
  uitgepakt: number
  begin: number
}

/** De inhoudsopgave van een zip; een deel wordt pas uitgepakt als iemand het leest. */
export type Archief = { namen: ReadonlySet<string>; lees: (naam: string) => Uint8Array | undefined }

const EINDE = 0x06054b50
const INGANG = 0x02014b50
const PLAATSELIJK = 0x04034b50
const GROOTSTE_NASCHRIFT = 65_557

/**
 * Opent een zip langs de inhoudsopgave achterin. Uitpakken stopt zodra een deel, het geheel of de verhouding boven de
 * grens komt: de omvang die het bestand zelf opgeeft, wordt daarbij niet geloofd.
 */
export function openArchief(bytes: Uint8Array): Archief {
  const ingangen = leesIngangen(bytes)
  let totaal = 0
  return {
    namen: new Set(ingangen.keys()),
    lees: (naam) => {
      const ingang = ingangen.get(naam)
      if (ingang === undefined) return undefined
      const uit = pakUit(bytes, ingang, GRENZEN.uitgepakt - totaal)
      totaal += uit.length
      return uit
    },
  }
}

function leesIngangen(bytes: Uint8Array): Map<string, Ingang> {
  const beeld = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const einde = zoekEinde(beeld)
  if (einde === undefined) throw new Onleesbaar('beschadigd')
  const aantal = beeld.getUint16(einde + 10, true)
  if (aantal > GRENZEN.delen) throw new Onleesbaar('zipbom')
  const ingangen = new Map<string, Ingang>()
  let plaats = beeld.getUint32(einde + 16, true)
  for (let i = 0; i < aantal; i++) {
    if (plaats + 46 > bytes.length || beeld.getUint32(plaats, true) !== INGANG)
      throw new Onleesbaar('beschadigd')
    const naamlengte = beeld.getUint16(plaats + 28, true)
    if ((beeld.getUint16(plaats + 8, true) & 1) === 1) throw new Onleesbaar('versleuteld')
    const naam = new TextDecoder()
      .decode(bytes.subarray(plaats + 46, plaats + 46 + naamlengte))
      .replaceAll('\\', '/')
    if (ingangen.has(naam)) throw new Onleesbaar('beschadigd', naam)
    ingangen.set(naam, {
      naam,
      methode: beeld.getUint16(plaats + 10, true),
      crc: beeld.getUint32(plaats + 16, true),
      ingepakt: beeld.getUint32(plaats + 20, true),
      uitgepakt: beeld.getUint32(plaats + 24, true),
      begin: beeld.getUint32(plaats + 42, true),
    })
    plaats += 46 + naamlengte + beeld.getUint16(plaats + 30, true) + beeld.getUint16(plaats + 32, true)
  }
  return ingangen
}

function zoekEinde(beeld: DataView): number | undefined {
  const ondergrens = Math.max(0, beeld.byteLength - GROOTSTE_NASCHRIFT)
  for (let plaats = beeld.byteLength - 22; plaats >= ondergrens; plaats--)
    if (beeld.getUint32(plaats, true) === EINDE) return plaats
  return undefined
}

function pakUit(bytes: Uint8Array, ingang: Ingang, ruimte: number): Uint8Array {
  const beeld = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { begin, naam } = ingang
  if (begin + 30 > bytes.length || beeld.getUint32(begin, true) !== PLAATSELIJK)
    throw new Onleesbaar('beschadigd', naam)
  const van = begin + 30 + beeld.getUint16(begin + 26, true) + beeld.getUint16(begin + 28, true)
  const ingepakt = bytes.subarray(van, van + ingang.ingepakt)
  if (ingepakt.length !== ingang.ingepakt) throw new Onleesbaar('beschadigd', naam)
  const naarVerhouding = Math.max(GRENZEN.verhoudingVanaf, ingepakt.length * GRENZEN.verhouding)
  const grens = Math.min(GRENZEN.perDeel, naarVerhouding, Math.max(ruimte, 0))
  const uit = ontvouw(ingepakt, ingang, grens)
  if (uit.length > grens) throw new Onleesbaar('zipbom', naam)
  if (uit.length !== ingang.uitgepakt || crc32(uit) !== ingang.crc) throw new Onleesbaar('beschadigd', naam)
  return uit
}

function ontvouw(ingepakt: Uint8Array, ingang: Ingang, grens: number): Uint8Array {
  if (ingang.methode === 0) return ingepakt
  if (ingang.methode !== 8) throw new Onleesbaar('beschadigd', ingang.naam)
  try {
    return inflateRawSync(ingepakt, { maxOutputLength: Math.max(grens, 1) })
  } catch (oorzaak) {
    const teGroot =
      oorzaak instanceof RangeError && 'code' in oorzaak && oorzaak.code === 'ERR_BUFFER_TOO_LARGE'
    throw new Onleesbaar(teGroot ? 'zipbom' : 'beschadigd', ingang.naam)
  }
}

/** Vaste tijd in elk bestand, zodat dezelfde inhoud altijd dezelfde bytes geeft. */
const VASTE_TIJD = new Date(1980, 0, 1)

/** `eerst` komt ongecomprimeerd vooraan: ODF eist dat van `mimetype`. */
export function maakArchief(
  delen: Readonly<Record<string, string | Uint8Array>>,
  eerst?: string,
): Uint8Array {
  const inhoud: Zippable = {}
  for (const [naam, deel] of Object.entries(delen)) {
    const bytes = typeof deel === 'string' ? strToU8(deel) : deel
    inhoud[naam] = [bytes, { level: naam === eerst ? 0 : 6, mtime: VASTE_TIJD }]
  }
  return zipSync(inhoud)
}
