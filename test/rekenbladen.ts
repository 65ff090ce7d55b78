import { strToU8, type Zippable, zipSync } from 'fflate'

/** Een zip zoals een ander programma hem zou maken. */
export function zipVan(delen: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const inhoud: Zippable = {}
  for (const [naam, deel] of Object.entries(delen))
    inhoud[naam] = [typeof deel === 'string' ? strToU8(deel) : deel, { level: 6 }]
  return zipSync(inhoud)
}

const HOOFD = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Xlsxdelen = {
  blad: string
  gedeeld?: string
  stijlen?: string
  werkboekPr?: string
  extra?: Record<string, string>
}

/** Een XLSX met één blad, met de hand geschreven. */
export function xlsxVan({ blad, gedeeld, stijlen, werkboekPr = '', extra = {} }: Xlsxdelen): Uint8Array {
  return zipVan({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${RELATIES}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${HOOFD}" xmlns:r="${RELATIES}">${werkboekPr}<sheets><sheet name="Blad" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIES}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIES}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIES}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${HOOFD}">${blad}</worksheet>`,
    ...(gedeeld === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${HOOFD}">${gedeeld}</sst>` }),
    ...(stijlen === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${HOOFD}">${stijlen}</styleSheet>` }),
    ...extra,
  })
}

export const ODS_SOORT = 'application/vnd.oasis.opendocument.spreadsheet'

/** Een ODS met wat er tussen `office:spreadsheet` hoort te staan. */
export function odsVan(inhoud: string, extra: Record<string, string> = {}, voor = ''): Uint8Array {
  return zipVan({
    mimetype: ODS_SOORT,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?>${voor}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c"><office:body><office:spreadsheet>${inhoud}</office:spreadsheet></office:body></office:document-content>`,
    ...extra,
  })
}
