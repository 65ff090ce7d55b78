import { centen } from '#basis/geld.ts'
import type { Tabelblad } from '#uitwisseling/rapport/werkboek.ts'
import { type Blad, type Cel, celnaam, formule, rij, tekst } from '#uitwisseling/rekenblad/deur.ts'
import { bladnaam } from '#uitwisseling/rekenblad/formule.ts'

/** Waar hetzelfde totaal op twee bladen staat, met een levend oordeel of zij nog gelijk zijn. */

type Plek = { blad: string; kop: string; cel: string; waarde: number }

/** Elk totaal van een somkolom, onder de naam van die kolom en zijn bedrag. */
function totalen(bladen: readonly Tabelblad[]): Map<string, Plek[]> {
  const perTotaal = new Map<string, Plek[]>()
  for (const { tabel, naam, totaalRij } of bladen) {
    if (totaalRij === undefined) continue
    for (const [k, kolom] of tabel.kolommen.entries()) {
      const waarde = tabel.totaal?.[k]
      // Nul en nul zijn zelden hetzelfde totaal.
      if (kolom.som !== true || kolom.soort !== 'bedrag' || typeof waarde !== 'number' || waarde === 0)
        continue
      const sleutel = `${kolom.naam} ${waarde}`
      const plekken = perTotaal.get(sleutel) ?? []
      perTotaal.set(sleutel, plekken)
      plekken.push({ blad: naam, kop: kolom.kop, cel: `${bladnaam(naam)}!${celnaam(totaalRij, k)}`, waarde })
    }
  }
  return perTotaal
}

export function aansluitblad(bladen: readonly Tabelblad[]): Blad {
  const paren = [...totalen(bladen).values()].flatMap(([eerste, ...andere]) =>
    eerste === undefined ? [] : andere.map((plek) => [eerste, plek] as const),
  )
  const kop = ['Wat', 'Blad', 'Totaal, €', 'Ander blad', 'Totaal daar, €', 'Sluit aan']
  const verwijs = ({ cel, waarde }: Plek): Cel => formule(cel, { soort: 'bedrag', bedrag: centen(waarde) })
  const rijen = paren.map(([een, ander], i) => {
    const hier = i + 1
    const gelijk = `IF(ROUND(${celnaam(hier, 2)}-${celnaam(hier, 4)},2)=0,"ja","nee")`
    return rij(
      'gewoon',
      tekst(een.kop),
      tekst(een.blad),
      verwijs(een),
      tekst(ander.blad),
      verwijs(ander),
      formule(gelijk, { soort: 'tekst', tekst: 'ja' }),
    )
  })
  return {
    naam: 'Aansluiting',
    kolommen: [
      { soort: 'tekst', breedteMm: 50 },
      { soort: 'tekst', breedteMm: 50 },
      { soort: 'bedrag', breedteMm: 36 },
      { soort: 'tekst', breedteMm: 50 },
      { soort: 'bedrag', breedteMm: 36 },
      { soort: 'tekst', breedteMm: 25 },
    ],
    rijen: [
      rij('kop', ...kop.map(tekst)),
      ...(rijen.length > 0
        ? rijen
        : [rij('gewoon', tekst('In dit rapport staat geen totaal op twee bladen.'))]),
    ],
    kopRij: 0,
    bevroren: { rijen: 1, kolommen: 1 },
  }
}
