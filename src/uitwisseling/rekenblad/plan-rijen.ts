import { vergelijkbaar } from '#basis/tekst.ts'
import { type Gelezen, leesCel } from '#uitwisseling/rekenblad/plan-cel.ts'
import type { Bladvorm } from '#uitwisseling/rekenblad/plan-vorm.ts'
import type { Rij } from '#uitwisseling/rekenblad/rekenblad.ts'
import { celTekst, celVanVeld, isLeeg, plaatsVan, type Tabel } from '#uitwisseling/rekenblad/tabel-zoeken.ts'
import type { Verslag } from '#uitwisseling/rekenblad/verslag.ts'

/** Eén ingelezen rij van een blad; verwijzingen staan er nog zoals zij getypt zijn. */
export type Planrij = {
  tabel: Tabel
  r: number
  rij: Rij
  waarden: Readonly<Record<string, Gelezen>>
  plaats: (veld: string) => string
}

const TOTAALWOORD = /^(?:sub ?)?totaal\b|^totalen\b|^samen\b|^som\b/u

export const noemtTotaal = (rij: Rij): boolean =>
  rij.cellen.some((cel) => TOTAALWOORD.test(vergelijkbaar(celTekst(cel).slice(0, 80))))

/** De rijen onder de koppen waar iets in staat dat bij een bekende kolom hoort. */
export function rijenOnderKop(tabel: Tabel, vorm: Bladvorm): { rij: Rij; r: number }[] {
  const gebruikt = vorm.kolommen
    .filter(({ inhoud }) => inhoud.soort !== 'ter-informatie')
    .flatMap(({ veld }) => tabel.velden.get(veld) ?? [])
    .concat([...tabel.jaren.values()], [...tabel.vermeldingen.values()])
  const rijen: { rij: Rij; r: number }[] = []
  tabel.blad.rijen.forEach((rij, r) => {
    if (r > tabel.kopRij && gebruikt.some((k) => !isLeeg(rij.cellen[k]))) rijen.push({ rij, r })
  })
  return rijen
}

/** Leest één rij cel voor cel; elke cel die niet klopt, komt met haar plaats in het verslag. */
export function leesRij(tabel: Tabel, vorm: Bladvorm, rij: Rij, r: number, verslag: Verslag): Planrij {
  const waarden: Record<string, Gelezen> = {}
  const plaats = (veld: string): string => plaatsVan(tabel, r, veld)
  for (const kolom of vorm.kolommen) {
    const gelezen = leesCel(kolom.inhoud, celVanVeld(tabel, rij, kolom.veld))
    if (!gelezen.ok) {
      verslag.fout(plaats(kolom.veld), gelezen.reden)
      continue
    }
    waarden[kolom.veld] = gelezen.waarde
    if (kolom.verplicht === true && gelezen.waarde === undefined)
      verslag.fout(plaats(kolom.veld), `Deze cel is leeg. Vul in: ${kolom.kop}. ${kolom.uitleg}`)
  }
  return { tabel, r, rij, waarden, plaats }
}
