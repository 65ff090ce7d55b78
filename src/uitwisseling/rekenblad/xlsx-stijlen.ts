import { ACCENT, CELSOORTEN, GRIJS, INKT, PAPIER, RIJSTIJLEN } from '#uitwisseling/rekenblad/ods-stijlen.ts'
import type { Celsoort, Rijstijl } from '#uitwisseling/rekenblad/rekenblad.ts'
import { XML_KOP } from '#uitwisseling/rekenblad/tekens.ts'

/** Nummer van de celstijl in styles.xml; 0 is de stijl van een cel waar niets over is gezegd. */
export const celstijlnummer = ({ rij, soort }: { rij: Rijstijl; soort: Celsoort }): number =>
  1 + RIJSTIJLEN.indexOf(rij) * CELSOORTEN.length + CELSOORTEN.indexOf(soort)

/** 49 is tekst, 0 is algemeen; 165 en 166 zijn onze eigen datum en ons eigen bedrag, in het Nederlands (413). */
const NOTATIE: Record<Celsoort, number> = { tekst: 49, bedrag: 166, getal: 0, datum: 165 }

const kleur = (hex: string): string => `<color rgb="FF${hex.slice(1).toUpperCase()}"/>`
const letter = (maat: number, hex: string, extra = ''): string =>
  `<font>${extra}<sz val="${maat}"/>${kleur(hex)}<name val="Calibri"/><family val="2"/></font>`

const LETTERS: Record<Rijstijl, string> = {
  gewoon: letter(11, INKT),
  titel: letter(16, INKT, '<b/>'),
  inleiding: letter(11, GRIJS),
  uitleg: letter(9, GRIJS, '<i/>'),
  kop: letter(11, INKT, '<b/>'),
  totaal: letter(11, INKT, '<b/>'),
}

const VULLING: Record<Rijstijl, number> = { gewoon: 0, titel: 0, inleiding: 0, uitleg: 0, kop: 2, totaal: 0 }
const RAND: Record<Rijstijl, number> = { gewoon: 0, titel: 0, inleiding: 0, uitleg: 0, kop: 1, totaal: 2 }

function celvorm(rij: Rijstijl, soort: Celsoort): string {
  const kant = soort === 'tekst' ? 'horizontal="left"' : 'horizontal="right" indent="1"'
  const notatie = NOTATIE[rij === 'kop' ? 'tekst' : soort]
  const hoogte = rij === 'kop' ? 'bottom' : 'top'
  const omloop = rij === 'titel' || rij === 'inleiding' ? '' : ' wrapText="1"'
  return `<xf numFmtId="${notatie}" fontId="${RIJSTIJLEN.indexOf(rij)}" fillId="${VULLING[rij]}" borderId="${RAND[rij]}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${kant} vertical="${hoogte}"${omloop}/></xf>`
}

export function stijlenXml(): string {
  const vormen = RIJSTIJLEN.flatMap((rij) => CELSOORTEN.map((soort) => celvorm(rij, soort)))
  return `${XML_KOP}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="165" formatCode="[$-413]dd\\-mm\\-yyyy"/><numFmt numFmtId="166" formatCode="[$-413]#,##0.00"/></numFmts><fonts count="${RIJSTIJLEN.length}">${RIJSTIJLEN.map((rij) => LETTERS[rij]).join('')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF${PAPIER.slice(1).toUpperCase()}"/></patternFill></fill></fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="medium">${kleur(ACCENT)}</bottom><diagonal/></border><border><left/><right/><top style="thin">${kleur(INKT)}</top><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${vormen.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${vormen.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}
