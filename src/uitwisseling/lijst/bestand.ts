import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Invoerbevinding, Invoerplaats } from '#grootboek/deur.ts'
import { fout } from '#uitwisseling/lijst/verzamelaar.ts'
import { leesCsv } from '#uitwisseling/rekenblad/csv-lezen.ts'
import { isRekenblad, leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import { type Blad, celnaam } from '#uitwisseling/rekenblad/rekenblad.ts'
import type { Rekenbladreden } from '#uitwisseling/rekenblad/teksten.ts'

export type Lijstbestand = { vorm: 'csv' | 'rekenblad'; bladen: readonly Blad[] }

/** Bij een lijst helpt iets anders dan bij een plan. */
const ZINNEN: Partial<Record<Rekenbladreden, string>> = {
  te_groot: 'Dit bestand is groter dan 12 MB. Vraag de lijst per kwartaal op, of gebruik een auditfile.',
  te_veel_rijen:
    'Deze lijst heeft meer dan 100.000 rijen. Vraag haar per kwartaal op, of gebruik een auditfile.',
  te_veel_cellen:
    'Deze lijst heeft meer dan een miljoen cellen. Vraag haar per kwartaal op, of gebruik een auditfile.',
  geen_rekenblad: 'Dit is geen lijst. Omzien leest CSV, ODS (LibreOffice) en XLSX (Excel).',
}

/** Opent een lijst van welke vorm ook; wat het is, blijkt uit de inhoud en niet uit de naam. */
export function openLijst(bytes: Uint8Array): Uitkomst<Lijstbestand, Invoerbevinding[]> {
  const rekenblad = isRekenblad(bytes)
  const gelezen = rekenblad ? leesWerkboek(bytes) : leesCsv(bytes)
  if (!gelezen.ok) {
    const { reden, melding, plaats } = gelezen.reden
    const waar = plaats === undefined ? '' : ` (${plaats})`
    return geweigerd([fout(`bestand_${reden}`, `${ZINNEN[reden] ?? melding}${waar}`, {})])
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
