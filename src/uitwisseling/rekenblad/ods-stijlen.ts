import type { Blad, Celsoort, Rijstijl } from '#uitwisseling/rekenblad/rekenblad.ts'

export const RIJSTIJLEN: readonly Rijstijl[] = ['gewoon', 'titel', 'inleiding', 'uitleg', 'kop', 'totaal']
export const CELSOORTEN: readonly Celsoort[] = ['tekst', 'bedrag', 'getal', 'datum']

export const INKT = '#16282d'
export const PAPIER = '#f7f5f0'
export const ACCENT = '#0b5a5e'
export const GRIJS = '#5b6b70'

export const NAAMRUIMTEN = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  'office:version="1.3"',
].join(' ')

export const celstijl = ({ rij, soort }: { rij: Rijstijl; soort: Celsoort }): string => `${rij}-${soort}`
export const kolomstijl = (blad: number, kolom: number): string => `kolom-${blad}-${kolom}`

const GETALSTIJLEN = `
<number:text-style style:name="n-tekst"><number:text-content/></number:text-style>
<number:number-style style:name="n-bedrag" number:language="nl" number:country="NL"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:number-style style:name="n-getal"><number:number number:min-integer-digits="1"/></number:number-style>
<number:date-style style:name="n-datum" number:language="nl" number:country="NL"><number:day number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style>`

const TEKST_PER_RIJ: Record<Rijstijl, string> = {
  gewoon: '',
  titel: `fo:font-weight="bold" fo:font-size="16pt" fo:color="${INKT}"`,
  inleiding: `fo:color="${GRIJS}"`,
  uitleg: `fo:font-style="italic" fo:font-size="9pt" fo:color="${GRIJS}"`,
  kop: `fo:font-weight="bold" fo:color="${INKT}"`,
  totaal: 'fo:font-weight="bold"',
}

const CEL_PER_RIJ: Record<Rijstijl, string> = {
  gewoon: 'fo:wrap-option="wrap" style:vertical-align="top"',
  titel: 'fo:wrap-option="no-wrap" style:vertical-align="middle"',
  inleiding: 'fo:wrap-option="no-wrap" style:vertical-align="middle"',
  uitleg: 'fo:wrap-option="wrap" style:vertical-align="top"',
  kop: `fo:wrap-option="wrap" style:vertical-align="bottom" fo:background-color="${PAPIER}" fo:border-bottom="0.06cm solid ${ACCENT}"`,
  totaal: `fo:wrap-option="wrap" style:vertical-align="top" fo:border-top="0.03cm solid ${INKT}"`,
}

const uitlijning = (soort: Celsoort): string =>
  soort === 'tekst'
    ? '<style:paragraph-properties fo:text-align="start"/>'
    : '<style:paragraph-properties fo:text-align="end"/>'

function celstijlXml(rij: Rijstijl, soort: Celsoort): string {
  return (
    `<style:style style:name="${celstijl({ rij, soort })}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="n-${rij === 'kop' ? 'tekst' : soort}">` +
    `<style:table-cell-properties ${CEL_PER_RIJ[rij]} fo:padding="0.08cm"/>${uitlijning(soort)}<style:text-properties ${TEKST_PER_RIJ[rij]}/></style:style>`
  )
}

function kolomstijlen(bladen: readonly Blad[]): string {
  return bladen
    .flatMap((blad, b) =>
      (blad.kolommen ?? []).map(
        ({ breedteMm }, k) =>
          `<style:style style:name="${kolomstijl(b, k)}" style:family="table-column"><style:table-column-properties style:column-width="${breedteMm}mm"/></style:style>`,
      ),
    )
    .join('')
}

/** De automatische stijlen van content.xml. */
export function automatischeStijlen(bladen: readonly Blad[]): string {
  const cellen = RIJSTIJLEN.flatMap((rij) => CELSOORTEN.map((soort) => celstijlXml(rij, soort))).join('')
  return (
    `<office:automatic-styles>${GETALSTIJLEN}${kolomstijlen(bladen)}${cellen}` +
    '<style:style style:name="rij" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>' +
    '<style:style style:name="blad" style:family="table" style:master-page-name="Liggend"><style:table-properties table:display="true"/></style:style>' +
    '<style:style style:name="blad-verborgen" style:family="table" style:master-page-name="Liggend"><style:table-properties table:display="false"/></style:style>' +
    '</office:automatic-styles>'
  )
}

/** styles.xml: lettertype, taal en liggend papier dat op de breedte past. */
export const STIJLBLAD = `<office:document-styles ${NAAMRUIMTEN}>
<office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="'Source Sans 3', 'Liberation Sans', Calibri, Arial" fo:font-size="11pt" fo:language="nl" fo:country="NL"/></style:default-style>
<style:style style:name="Default" style:family="table-cell"/></office:styles>
<office:automatic-styles><style:page-layout style:name="liggend"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="1.5cm" fo:margin-right="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Liggend" style:page-layout-name="liggend"/></office:master-styles>
</office:document-styles>`
