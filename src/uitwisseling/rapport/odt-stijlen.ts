import { readFileSync } from 'node:fs'
import { letterpad } from '#uitwisseling/rapport/letters.ts'
import { ACCENT, GRIJS, INKT, NAAMRUIMTEN, PAPIER } from '#uitwisseling/rekenblad/ods-stijlen.ts'
import { xmlTekst } from '#uitwisseling/rekenblad/tekens.ts'

/** De opmaak van een rapport als tekst: stijlen met namen die iemand in zijn tekstverwerker kan aanpassen. */

export const ODT_NAAMRUIMTEN = [
  NAAMRUIMTEN,
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
].join(' ')

/** De letter gaat mee, zodat tekst en tekeningen er overal zo uitzien; de OFL staat dat toe. */
export const ODT_LETTERS = (['Regular', 'Bold', 'It'] as const).map((gewicht) => ({
  gewicht,
  deel: `Fonts/SourceSans3-${gewicht}.ttf`,
  lees: () => readFileSync(letterpad(gewicht)),
}))

const BRONNEN = ODT_LETTERS.map(
  ({ gewicht, deel }) =>
    `<svg:font-face-uri xlink:href="${deel}" xlink:type="simple" loext:font-style="${gewicht === 'It' ? 'italic' : 'normal'}" loext:font-weight="${gewicht === 'Bold' ? 'bold' : 'normal'}"><svg:font-face-format svg:string="truetype"/></svg:font-face-uri>`,
).join('')

export const ODT_LETTERSTIJL = `<office:font-face-decls><style:font-face style:name="Source Sans 3" svg:font-family="'Source Sans 3', 'Liberation Sans', Calibri, Arial" style:font-family-generic="swiss" style:font-pitch="variable"><svg:font-face-src>${BRONNEN}</svg:font-face-src></style:font-face></office:font-face-decls>`

const LET_OP = '#8a4b00'
const LIJN = '#d9d6cc'

type Alineastijl = {
  naam: string
  toon?: string
  ouder?: string
  alinea?: string
  tekst?: string
  kop?: number
}

const kopstijl = (niveau: number, maat: string, boven: string, kleur: string): Alineastijl => ({
  naam: `Kop${niveau}`,
  toon: `Kop ${niveau}`,
  kop: niveau,
  alinea: `fo:margin-top="${boven}" fo:margin-bottom="0.25cm" fo:keep-with-next="always"`,
  tekst: `fo:font-size="${maat}" fo:font-weight="bold" fo:color="${kleur}"`,
})

const STIJLEN: readonly Alineastijl[] = [
  {
    naam: 'Titel',
    alinea: 'fo:margin-top="4cm" fo:margin-bottom="0.4cm"',
    tekst: `fo:font-size="30pt" fo:font-weight="bold" fo:color="${ACCENT}"`,
  },
  { naam: 'Ondertitel', alinea: 'fo:margin-bottom="1cm"', tekst: 'fo:font-size="14pt"' },
  kopstijl(1, '19pt', '0.9cm', ACCENT),
  { naam: 'Kop1Blad', ouder: 'Kop1', alinea: 'fo:break-before="page"', kop: 1 },
  kopstijl(2, '13.5pt', '0.7cm', INKT),
  kopstijl(3, '11pt', '0.5cm', INKT),
  { naam: 'Tekst', alinea: 'fo:margin-bottom="0.25cm"' },
  { naam: 'Inleiding', alinea: 'fo:margin-bottom="0.3cm"', tekst: 'fo:font-size="12.5pt"' },
  {
    naam: 'LetOp',
    toon: 'Let op',
    alinea: `fo:margin-top="0.3cm" fo:margin-bottom="0.3cm" fo:padding="0.25cm" fo:background-color="#fdf3e3" fo:border-left="0.09cm solid ${LET_OP}"`,
  },
  {
    naam: 'UitPlan',
    toon: 'Uit het plan',
    alinea: `fo:margin-bottom="0.25cm" fo:padding-left="0.35cm" fo:border-left="0.05cm solid ${LIJN}"`,
  },
  {
    naam: 'Bijschrift',
    alinea: 'fo:margin-top="0.5cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
    tekst: 'fo:font-weight="bold"',
  },
  {
    naam: 'BijschriftLiggend',
    ouder: 'Bijschrift',
    alinea: 'fo:keep-with-next="always" fo:margin-bottom="0.15cm"',
  },
  { naam: 'Figuur', alinea: 'fo:margin-bottom="0.1cm"' },
  { naam: 'Noot', alinea: 'fo:margin-bottom="0.3cm"', tekst: `fo:font-size="8.5pt" fo:color="${GRIJS}"` },
  { naam: 'Terug', alinea: '', tekst: 'fo:font-size="2pt"' },
  {
    naam: 'Feit',
    alinea: 'fo:margin-left="4.8cm" fo:text-indent="-4.8cm" fo:margin-bottom="0.12cm"',
  },
  { naam: 'Lijstpunt', alinea: 'fo:margin-bottom="0.12cm"' },
  { naam: 'Cel', alinea: '', tekst: 'fo:font-size="9pt"' },
  { naam: 'CelRechts', ouder: 'Cel', alinea: 'fo:text-align="end"', tekst: 'fo:font-size="9pt"' },
  { naam: 'CelKop', ouder: 'Cel', tekst: 'fo:font-size="9pt" fo:font-weight="bold"' },
  {
    naam: 'CelKopRechts',
    ouder: 'Cel',
    alinea: 'fo:text-align="end"',
    tekst: 'fo:font-size="9pt" fo:font-weight="bold"',
  },
  { naam: 'Inhoudsregel', alinea: 'fo:margin-bottom="0.1cm"' },
  {
    naam: 'InhoudsregelOnder',
    ouder: 'Inhoudsregel',
    alinea: 'fo:margin-left="0.6cm" fo:margin-bottom="0.06cm"',
  },
  { naam: 'KopVoet', tekst: `fo:font-size="8.5pt" fo:color="${GRIJS}"` },
]

/** Een kort stuk begint bovenaan het blad en heeft kleinere koppen; een rapport krijgt deze stijlen niet mee. */
const KORTE_STIJLEN: readonly Alineastijl[] = [
  {
    naam: 'TitelKort',
    toon: 'Titel',
    alinea: 'fo:margin-bottom="0.25cm"',
    tekst: `fo:font-size="20pt" fo:font-weight="bold" fo:color="${ACCENT}"`,
  },
  kopstijl(1, '13.5pt', '0.6cm', ACCENT),
  kopstijl(2, '11.5pt', '0.5cm', INKT),
]

/** Elke stijl één keer; een korte gaat voor. */
function stijlenVoor(kort: boolean): readonly Alineastijl[] {
  const eigen = kort ? KORTE_STIJLEN : []
  return [...STIJLEN.filter(({ naam }) => !eigen.some((een) => een.naam === naam)), ...eigen]
}

const LIGGENDE: ReadonlyMap<string, string> = new Map([
  ['BijschriftLiggend', 'Liggend'],
  ['Terug', 'Staand'],
])

function stijlXml({ naam, toon, ouder, alinea, tekst, kop }: Alineastijl): string {
  const blad = LIGGENDE.get(naam)
  const tabs =
    naam === 'Feit' ? '<style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops>' : ''
  return `<style:style style:name="${naam}" style:display-name="${toon ?? naam}" style:family="paragraph" style:parent-style-name="${ouder ?? 'Standard'}"${kop === undefined ? '' : ` style:default-outline-level="${kop}" style:class="text"`}${blad === undefined ? '' : ` style:master-page-name="${blad}"`}><style:paragraph-properties ${alinea ?? ''}>${tabs}</style:paragraph-properties><style:text-properties ${tekst ?? ''}/></style:style>`
}

const bladvorm = (naam: string, breed: string, hoog: string, stand: string): string =>
  `<style:page-layout style:name="${naam}"><style:page-layout-properties fo:page-width="${breed}" fo:page-height="${hoog}" style:print-orientation="${stand}" fo:margin-top="1.4cm" fo:margin-bottom="1.3cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>`

type Randen = { kop: string; melding: string; voet: string; bladzijde: string; van: string }
type Stijlvraag = Randen & { kort: boolean }

function randen({ kop, melding, voet, bladzijde, van }: Randen): string {
  const boven = xmlTekst(melding === '' ? kop : `${kop} · ${melding}`)
  return `<style:header><text:p text:style-name="KopVoet">${boven}</text:p></style:header><style:footer><text:p text:style-name="KopVoet">${xmlTekst(voet)} · ${bladzijde} <text:page-number text:select-page="current">1</text:page-number> ${van} <text:page-count>1</text:page-count></text:p></style:footer>`
}

/** styles.xml: lettertype, taal, stijlen met naam, en staand en liggend papier met kop en voet. */
export const odtStijlblad = ({ kort, ...rand }: Stijlvraag): string =>
  `<office:document-styles ${ODT_NAAMRUIMTEN}>${ODT_LETTERSTIJL}<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" fo:line-height="125%" style:tab-stop-distance="1cm"/><style:text-properties style:font-name="Source Sans 3" fo:font-size="10.5pt" fo:language="nl" fo:country="NL" fo:color="${INKT}"/></style:default-style><style:style style:name="Standard" style:family="paragraph" style:class="text"/>${stijlenVoor(kort).map(stijlXml).join('')}<style:style style:name="Nadruk" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="Stil" style:family="text"><style:text-properties fo:color="${GRIJS}"/></style:style><text:list-style style:name="Lijst"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="0.6cm" fo:text-indent="-0.4cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style></office:styles><office:automatic-styles>${bladvorm('staand', '21cm', '29.7cm', 'portrait')}${bladvorm('liggend', '29.7cm', '21cm', 'landscape')}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="staand">${randen(rand)}</style:master-page><style:master-page style:name="Staand" style:page-layout-name="staand">${randen(rand)}</style:master-page><style:master-page style:name="Liggend" style:page-layout-name="liggend">${randen(rand)}</style:master-page></office:master-styles></office:document-styles>`

const rand = (boven: string, onder: string, tint = ''): string =>
  `<style:table-cell-properties fo:padding="0.1cm" fo:border-left="none" fo:border-right="none" fo:border-top="${boven}" fo:border-bottom="${onder}"${tint}/>`

/** De stijlen van cellen en beelden in content.xml. */
export const ODT_CELSTIJLEN = [
  `<style:style style:name="cel-kop" style:family="table-cell">${rand('none', `0.05cm solid ${INKT}`, ` fo:background-color="${PAPIER}" style:vertical-align="bottom"`)}</style:style>`,
  `<style:style style:name="cel-gewoon" style:family="table-cell">${rand('none', `0.02cm solid ${LIJN}`)}</style:style>`,
  `<style:style style:name="cel-som" style:family="table-cell">${rand(`0.03cm solid ${INKT}`, `0.02cm solid ${LIJN}`)}</style:style>`,
  '<style:style style:name="rij" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
  '<style:style style:name="beeld" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline" fo:border="none"/></style:style>',
].join('')
