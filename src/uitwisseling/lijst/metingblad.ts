import { opsomming, vergelijkbaar } from '#basis/tekst.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import type { Bladrij, Metingenpoort, Metingkolom } from '#programma/deur.ts'
import { openLijst } from '#uitwisseling/lijst/bestand.ts'
import { type Kop, zoekKop } from '#uitwisseling/lijst/koprij.ts'
import { type Blad, type Cel, waardeVan } from '#uitwisseling/rekenblad/deur.ts'

/** Een lijst met metingen openen: CSV, ODS of XLSX, met de kop waar dan ook bovenaan. */

export const metingbladen: Metingenpoort = {
  leesMetingblad(inhoud, koppen, verplicht) {
    const bestand = openLijst(inhoud)
    if (!bestand.ok) return geweigerd(bestand.reden.map(({ zin }) => ({ plaats: 'het bestand', zin })))
    const namen = new Map(
      Object.entries(koppen).map(([kolom, kop]) => [vergelijkbaar(kop), kolom as Metingkolom]),
    )
    const kandidaten = bestand.waarde.bladen.flatMap((blad) => {
      const gevonden = zoekKop(blad, (kop) => kolommenVan(kop, namen).size, [1])
      return gevonden === undefined
        ? []
        : [{ blad, kolommen: kolommenVan(gevonden.kop, namen), kop: gevonden.kop }]
    })
    const beste = kandidaten.toSorted((een, ander) => ander.kolommen.size - een.kolommen.size)[0]
    const mist = verplicht.filter((kolom) => beste?.kolommen.has(kolom) !== true)
    if (beste === undefined || mist.length > 0) {
      const kolommen = opsomming(mist.map((kolom) => `‘${koppen[kolom]}’`))
      const zin = `De ${mist.length === 1 ? 'kolom' : 'kolommen'} ${kolommen} ontbreken. Haal de tabel met metingen op en vul die in.`
      return geweigerd([
        { plaats: 'het bestand', zin: mist.length === 1 ? zin.replace('ontbreken', 'ontbreekt') : zin },
      ])
    }
    return gelukt(rijenVan(beste.blad, beste.kop, beste.kolommen))
  },
}

function kolommenVan(kop: Kop, namen: ReadonlyMap<string, Metingkolom>): Map<Metingkolom, number> {
  const kolommen = new Map<Metingkolom, number>()
  for (const [k, titels] of kop.titels.entries()) {
    const kolom = titels.map((titel) => namen.get(vergelijkbaar(titel))).find((een) => een !== undefined)
    if (kolom !== undefined && !kolommen.has(kolom)) kolommen.set(kolom, k)
  }
  return kolommen
}

function rijenVan(blad: Blad, kop: Kop, kolommen: ReadonlyMap<Metingkolom, number>): Bladrij[] {
  return blad.rijen.slice(kop.rij + 1).flatMap(({ cellen }, i) => {
    const gevuld = [...kolommen].map(([kolom, k]) => [kolom, celtekst(cellen[k])] as const)
    if (gevuld.every(([, tekst]) => tekst.trim() === '')) return []
    const plaats = `${blad.naam === '' ? '' : `blad ${blad.naam}, `}rij ${kop.rij + 2 + i}`
    return [{ plaats, cellen: Object.fromEntries(gevuld) }]
  })
}

/** Een getal gaat als decimale tekst met een komma mee: zo is `1.234` uit een cel nooit een duizendtal. */
function celtekst(cel: Cel | undefined): string {
  const waarde = waardeVan(cel)
  switch (waarde.soort) {
    case 'tekst':
      return waarde.tekst
    case 'getal':
      return waarde.getal.replace('.', ',')
    case 'datum':
      return waarde.datum
    case 'fout':
      return waarde.code
    default:
      return ''
  }
}
