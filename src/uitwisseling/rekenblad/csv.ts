import { schrijfBedrag } from '#basis/geld.ts'
import { type Blad, type Cel, waardeVan } from '#uitwisseling/rekenblad/rekenblad.ts'

const BOM = '\ufeff'
const GETAL = /^[-+]?\d+(?:[.,]\d+)*$/u

/** Tekst die een rekenprogramma als formule zou uitvoeren, krijgt een `'`; een negatief getal blijft een getal. */
const beschermd = (tekst: string): string =>
  /^[=+\-@\t\r]/u.test(tekst) && !GETAL.test(tekst) ? `'${tekst}` : tekst

const aangehaald = (tekst: string): string =>
  /[;"\r\n]/u.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst

function celTekst(cel: Cel): string {
  const waarde = waardeVan(cel)
  switch (waarde.soort) {
    case 'leeg':
      return ''
    case 'tekst':
      return beschermd(waarde.tekst)
    case 'fout':
      return waarde.code
    case 'bedrag':
      return schrijfBedrag(waarde.bedrag)
    case 'getal':
      return waarde.getal.replace('.', ',')
    case 'datum':
      return waarde.datum
  }
}

/** CSV voor Excel in het Nederlands: puntkomma, UTF-8 met BOM, decimale komma, regels met CRLF. */
export function schrijfCsv(blad: Blad): string {
  return (
    BOM +
    blad.rijen.map(({ cellen }) => `${cellen.map((cel) => aangehaald(celTekst(cel))).join(';')}\r\n`).join('')
  )
}
