import { decimaalBedrag } from '#basis/geld.ts'
import { bladnaam } from '#uitwisseling/rekenblad/formule.ts'
import {
  type Bereik,
  type Blad,
  bereiknaam,
  type Cel,
  celnaam,
  celopmaak,
  type Keuzelijst,
  type Kolomvorm,
  kolomletters,
  type Rij,
  type Waarde,
  type Werkboek,
} from '#uitwisseling/rekenblad/rekenblad.ts'
import { codeer, XML_KOP, xmlAttribuut, xmlTekst } from '#uitwisseling/rekenblad/tekens.ts'
import { serieVan } from '#uitwisseling/rekenblad/tijd.ts'
import { celstijlnummer, stijlenXml } from '#uitwisseling/rekenblad/xlsx-stijlen.ts'
import { maakArchief } from '#uitwisseling/rekenblad/zip.ts'

const HOOFD = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PAKKET = 'http://schemas.openxmlformats.org/package/2006'
const SOORT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function schrijfXlsx(werkboek: Werkboek): Uint8Array {
  const delen: Record<string, string> = {
    '[Content_Types].xml': soorten(werkboek.bladen.length),
    '_rels/.rels': `${XML_KOP}<Relationships xmlns="${PAKKET}/relationships"><Relationship Id="rId1" Type="${RELATIES}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PAKKET}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${XML_KOP}<cp:coreProperties xmlns:cp="${PAKKET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlTekst(codeer(werkboek.titel ?? 'Omzien'))}</dc:title><dc:creator>Omzien</dc:creator><dc:language>nl-NL</dc:language></cp:coreProperties>`,
    'xl/workbook.xml': werkboekXml(werkboek.bladen),
    'xl/_rels/workbook.xml.rels': relaties(werkboek.bladen.length),
    'xl/styles.xml': stijlenXml(),
  }
  werkboek.bladen.forEach((blad, i) => {
    delen[`xl/worksheets/sheet${i + 1}.xml`] = bladXml(blad, i === 0)
  })
  return maakArchief(delen)
}

const nummers = (aantal: number): number[] => Array.from({ length: aantal }, (_, i) => i + 1)

const soorten = (bladen: number): string =>
  `${XML_KOP}<Types xmlns="${PAKKET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SOORT}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SOORT}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${nummers(
    bladen,
  )
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SOORT}.worksheet+xml"/>`)
    .join('')}</Types>`

const relaties = (bladen: number): string =>
  `${XML_KOP}<Relationships xmlns="${PAKKET}/relationships">${nummers(bladen)
    .map((n) => `<Relationship Id="rId${n}" Type="${RELATIES}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join(
      '',
    )}<Relationship Id="rId${bladen + 1}" Type="${RELATIES}/styles" Target="styles.xml"/></Relationships>`

function werkboekXml(bladen: readonly Blad[]): string {
  const rijen = bladen.map(({ naam, verborgen }, i) => {
    const stand = verborgen === true ? ' state="hidden"' : ''
    return `<sheet name="${xmlAttribuut(naam)}" sheetId="${i + 1}"${stand} r:id="rId${i + 1}"/>`
  })
  const titels = bladen.flatMap(({ naam, kopRij }, i) =>
    kopRij === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlTekst(codeer(bladnaam(naam)))}!$${kopRij + 1}:$${kopRij + 1}</definedName>`,
        ],
  )
  const namen = titels.length === 0 ? '' : `<definedNames>${titels.join('')}</definedNames>`
  return `${XML_KOP}<workbook xmlns="${HOOFD}" xmlns:r="${RELATIES}"><sheets>${rijen.join('')}</sheets>${namen}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
}

function bladXml(blad: Blad, eerste: boolean): string {
  const rijen = blad.rijen.map((rij, r) => rijXml(rij, r, blad.kolommen ?? [])).join('')
  const samen = blad.samengevoegd ?? []
  const delen = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0"${eerste ? ' tabSelected="1"' : ''}>${bevriezing(blad)}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="${REGELHOOGTE_PT + 2}"/>`,
    kolommenXml(blad),
    `<sheetData>${rijen}</sheetData>`,
    samen.length === 0
      ? ''
      : `<mergeCells count="${samen.length}">${samen.map((bereik) => `<mergeCell ref="${bereiknaam(bereik)}"/>`).join('')}</mergeCells>`,
    keuzes(blad.keuzelijsten ?? []),
    '<pageMargins left="0.6" right="0.6" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
  ]
  return `${XML_KOP}<worksheet xmlns="${HOOFD}" xmlns:r="${RELATIES}">${delen.join('')}</worksheet>`
}

function bevriezing({ bevroren }: Blad): string {
  if (bevroren === undefined || (bevroren.rijen === 0 && bevroren.kolommen === 0)) return ''
  const { rijen, kolommen } = bevroren
  const x = kolommen === 0 ? '' : ` xSplit="${kolommen}"`
  const y = rijen === 0 ? '' : ` ySplit="${rijen}"`
  const ruit = rijen === 0 ? 'topRight' : kolommen === 0 ? 'bottomLeft' : 'bottomRight'
  return `<pane${x}${y} topLeftCell="${celnaam(rijen, kolommen)}" activePane="${ruit}" state="frozen"/>`
}

const TEKENS_PER_MM = 0.51

function kolommenXml({ kolommen, verborgenKolommen }: Blad): string {
  if (kolommen === undefined || kolommen.length === 0) return ''
  return `<cols>${kolommen
    .map(({ breedteMm, soort }, k) => {
      const dicht = verborgenKolommen?.includes(k) === true ? ' hidden="1"' : ''
      return `<col min="${k + 1}" max="${k + 1}" width="${(breedteMm * TEKENS_PER_MM).toFixed(1)}" style="${celstijlnummer({ rij: 'gewoon', soort })}" customWidth="1"${dicht}/>`
    })
    .join('')}</cols>`
}

function keuzes(lijsten: readonly Keuzelijst[]): string {
  if (lijsten.length === 0) return ''
  const regels = lijsten.map(({ bereik, keuze }) => {
    const vast = 'waarden' in keuze
    const bron = vast ? `"${keuze.waarden.join(',')}"` : `${bladnaam(keuze.blad)}!${vastBereik(keuze.bereik)}`
    const fout = vast
      ? ' showErrorMessage="1" errorTitle="Kies uit de lijst" error="Kies een woord uit de lijst bij deze cel."'
      : ''
    return `<dataValidation type="list" allowBlank="1"${fout} sqref="${bereiknaam(bereik)}"><formula1>${xmlTekst(codeer(bron))}</formula1></dataValidation>`
  })
  return `<dataValidations count="${regels.length}">${regels.join('')}</dataValidations>`
}

function vastBereik(bereik: Bereik): string {
  const vast = (rij: number, kolom: number): string => `$${kolomletters(kolom)}$${rij + 1}`
  return `${vast(bereik.vanRij, bereik.vanKolom)}:${vast(bereik.totRij, bereik.totKolom)}`
}

function rijXml(rij: Rij, r: number, kolommen: readonly Kolomvorm[]): string {
  const cellen = rij.cellen.map((cel, k) => celXml(cel, rij, r, k, kolommen)).join('')
  const dicht = rij.verborgen === true ? ' hidden="1"' : ''
  return `<row r="${r + 1}"${hoogte(rij, kolommen)}${dicht}>${cellen}</row>`
}

const REGELHOOGTE_PT = 15
/** Ruim gerekend: niet elke machine heeft het lettertype waar de breedte van een teken op slaat. */
const LETTERS_PER_MM = 0.44
const MEESTE_REGELS = 12

/** Niet elk programma meet omgeslagen tekst bij het openen: daarom staat er een geschatte hoogte bij. */
function hoogte(rij: Rij, kolommen: readonly Kolomvorm[]): string {
  if (rij.stijl === 'titel') return ' ht="24"'
  if (rij.stijl === 'inleiding') return ` ht="${REGELHOOGTE_PT + 2}"`
  const regels = rij.cellen.map((cel, k) => {
    const past = (kolommen[k]?.breedteMm ?? Number.POSITIVE_INFINITY) * LETTERS_PER_MM
    if (cel.soort !== 'tekst') return 1
    return cel.tekst.split('\n').reduce((som, regel) => som + Math.max(1, Math.ceil(regel.length / past)), 0)
  })
  const meeste = Math.min(MEESTE_REGELS, Math.max(1, ...regels))
  return ` ht="${meeste * REGELHOOGTE_PT + 2}"`
}

function celXml(cel: Cel, rij: Rij, r: number, k: number, kolommen: readonly Kolomvorm[]): string {
  if (cel.soort === 'leeg' && rij.stijl !== 'kop') return ''
  const kop = `r="${celnaam(r, k)}" s="${celstijlnummer(celopmaak(cel, rij, kolommen[k]))}"`
  if (cel.soort !== 'formule') return waardeXml(cel, kop, '')
  const f = `<f>${xmlTekst(codeer(cel.formule))}</f>`
  return cel.waarde === undefined ? `<c ${kop}>${f}</c>` : waardeXml(cel.waarde, kop, f)
}

function waardeXml(waarde: Waarde, kop: string, f: string): string {
  switch (waarde.soort) {
    case 'leeg':
      return `<c ${kop}>${f}</c>`
    case 'tekst': {
      const inhoud = xmlTekst(codeer(waarde.tekst))
      if (f !== '') return `<c ${kop} t="str">${f}<v>${inhoud}</v></c>`
      return `<c ${kop} t="inlineStr"><is><t xml:space="preserve">${inhoud}</t></is></c>`
    }
    case 'fout':
      return `<c ${kop} t="e">${f}<v>${xmlTekst(codeer(waarde.code))}</v></c>`
    case 'bedrag':
      return `<c ${kop}>${f}<v>${decimaalBedrag(waarde.bedrag)}</v></c>`
    case 'getal':
      return `<c ${kop}>${f}<v>${waarde.getal}</v></c>`
    case 'datum':
      return `<c ${kop}>${f}<v>${serieVan(waarde.datum)}</v></c>`
  }
}
