/** Tekens die XML 1.0 niet kent, halve emoji's, en de regelterugloop die XML stil zou vervangen. */
const ONSCHRIJFBAAR = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

const code = (teken: string): string =>
  `_x${teken.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** `_x000D_` is de schrijfwijze van Excel voor tekens die niet in XML passen; wie dat letterlijk typt, houdt zijn tekst. */
export const codeer = (tekst: string): string =>
  tekst.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(ONSCHRIJFBAAR, code)

/** LibreOffice laat een tab in een cel van een ODS stil vallen; zo blijft hij bewaard. */
export const codeerVoorOds = (tekst: string): string => codeer(tekst).replaceAll('\t', '_x0009_')

/**
 * Keert `codeer` om. ODS kent de schrijfwijze niet van zichzelf: daar lezen wij alleen terug wat wij zelf coderen,
 * zodat een letterlijk getypte `_x0041_` blijft wat hij is.
 */
export function decodeer(tekst: string, alleenEigen: boolean): string {
  return tekst.replace(/_x([0-9A-Fa-f]{4})_/g, (geheel, hex: string) => {
    const teken = String.fromCharCode(Number.parseInt(hex, 16))
    if (!alleenEigen || hex.toUpperCase() === '005F') return teken
    return codeerVoorOds(teken) === teken ? geheel : teken
  })
}

export const xmlTekst = (tekst: string): string =>
  tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const xmlAttribuut = (tekst: string): string =>
  xmlTekst(codeer(tekst)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')

export const XML_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
