import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Invoerbevinding, Invoerplaats } from '#grootboek/deur.ts'
import { fout } from '#uitwisseling/lijst/verzamelaar.ts'
import { leesCsv } from '#uitwisseling/rekenblad/csv-lezen.ts'
import { isRekenblad, leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import { type Blad, celnaam } from '#uitwisseling/rekenblad/rekenblad.ts'

export type Lijstbestand = { vorm: 'csv' | 'rekenblad'; bladen: readonly Blad[] }

/** Opent een lijst van welke vorm ook; wat het is, blijkt uit de inhoud en niet uit de naam. */
export function openLijst(bytes: Uint8Array): Uitkomst<Lijstbestand, Invoerbevinding[]> {
  const rekenblad = isRekenblad(bytes)
  const gelezen = rekenblad ? leesWerkboek(bytes) : leesCsv(bytes)
  if (!gelezen.ok) {
    const { reden, melding, plaats } = gelezen.reden
    const waar = plaats === undefined ? '' : ` (${plaats})`
    return geweigerd([fout(`bestand_${reden}`, `${melding}${waar}`, {})])
  }
  const bladen = 'bladen' in gelezen.waarde ? gelezen.waarde.bladen : [gelezen.waarde.blad]
  return gelukt({ vorm: rekenblad ? 'rekenblad' : 'csv', bladen })
}

/** De plaats van een cel; een CSV heeft geen bladen, maar wel regels. */
export function celplaats(blad: Blad, r: number, k: number): Invoerplaats {
  const cel = celnaam(r, k)
  return blad.naam === '' ? { cel, regel: r + 1 } : { blad: blad.naam, cel, regel: r + 1 }
}

export const rijplaats = (blad: Blad, r: number): Invoerplaats =>
  blad.naam === '' ? { regel: r + 1 } : { blad: blad.naam, regel: r + 1 }

export const bladplaats = (blad: Blad): Invoerplaats => (blad.naam === '' ? {} : { blad: blad.naam })
