import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { leesOds } from '#uitwisseling/rekenblad/ods-lezen.ts'
import type { Werkboek } from '#uitwisseling/rekenblad/rekenblad.ts'
import { GRENZEN, Onleesbaar, type Rekenbladfout } from '#uitwisseling/rekenblad/teksten.ts'
import { leesXlsx } from '#uitwisseling/rekenblad/xlsx-lezen.ts'
import { openArchief } from '#uitwisseling/rekenblad/zip.ts'

const ZIP = [0x50, 0x4b]
const SAMENGESTELD = [0xd0, 0xcf, 0x11, 0xe0]

const begintMet = (bytes: Uint8Array, begin: readonly number[]): boolean =>
  begin.every((byte, i) => bytes[i] === byte)

/** Lijkt dit op een zip, en dus misschien op een rekenblad? Aan de inhoud gezien, niet aan de naam. */
export const isRekenblad = (bytes: Uint8Array): boolean =>
  begintMet(bytes, ZIP) || begintMet(bytes, SAMENGESTELD)

/** Leest ODS of XLSX; welke van de twee blijkt uit de inhoud. Formules worden nooit uitgevoerd. */
export function leesWerkboek(bytes: Uint8Array): Uitkomst<Werkboek, Rekenbladfout> {
  try {
    return gelukt(lees(bytes))
  } catch (oorzaak) {
    if (oorzaak instanceof Onleesbaar) return geweigerd(oorzaak.fout)
    throw oorzaak
  }
}

function lees(bytes: Uint8Array): Werkboek {
  if (bytes.length === 0) throw new Onleesbaar('leeg')
  if (bytes.length > GRENZEN.bestand) throw new Onleesbaar('te_groot')
  if (begintMet(bytes, SAMENGESTELD)) throw new Onleesbaar('oud_of_beveiligd')
  if (!begintMet(bytes, ZIP)) throw new Onleesbaar('geen_rekenblad')
  const archief = openArchief(bytes)
  if (archief.namen.has('[Content_Types].xml')) return leesXlsx(archief)
  if (archief.namen.has('content.xml')) return leesOds(archief)
  throw new Onleesbaar('geen_rekenblad')
}
