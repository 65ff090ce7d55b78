import { Datum, datum, eersteDag, jaarVan, laatsteDag, Tijdvak } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { vergelijkbaar } from '#basis/tekst.ts'
import { leesTijdvak } from '#basis/tijdvak-invoer.ts'
import { geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Datumstijl, Getalstijl } from '#uitwisseling/lijst/profiel.ts'
import { leesGeheel } from '#uitwisseling/rekenblad/getal.ts'
import { leesBedragcel } from '#uitwisseling/rekenblad/plan-cel.ts'
import type { Waarde } from '#uitwisseling/rekenblad/rekenblad.ts'
import { dagVanSerie } from '#uitwisseling/rekenblad/tijd.ts'
import { veiligeCode } from '#uitwisseling/veilige-code.ts'

const HEEL_GETAL: Record<Getalstijl, RegExp> = {
  nl: /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,2})?$/u,
  en: /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?$/u,
}
const STIJLNAAM: Record<Getalstijl, string> = {
  nl: 'Nederlandse getallen, zoals 1.234,56',
  en: 'Engelse getallen, zoals 1,234.56',
}

/** De cijfers van een bedrag, zonder teken, haakjes, spaties en euro. */
const kaleCijfers = (tekst: string): string =>
  tekst
    .replace(/[\s\u00a0\u202f]/gu, '')
    .replace(/,[-–—]+$/u, '')
    .replace(/^[(+\-−]*(?:€|EUR)?[+\-−]?|[)\-−]+$/gu, '')

export const pastBijStijl = (tekst: string, stijl: Getalstijl): boolean =>
  HEEL_GETAL[stijl].test(kaleCijfers(tekst))

/** `1234,5000` heeft vier decimalen waarvan er twee niets zeggen. */
const zonderNullen = (tekst: string): string => tekst.replace(/([.,]\d\d)00+(?=[)\-−]?\s*$)/u, '$1')

/** Een bedrag in de getalstijl van zijn kolom; een leesteken dat daar niet bij past, is een fout en geen gok. */
export function leesBedragInStijl(waarde: Waarde, stijl: Getalstijl): Uitkomst<Centen | undefined, string> {
  if (waarde.soort === 'fout') return geweigerd(`In deze cel staat de fout ${waarde.code}.`)
  if (waarde.soort !== 'tekst') return leesBedragcel(waarde)
  const tekst = zonderNullen(waarde.tekst)
  const gelezen = leesBedragcel({ soort: 'tekst', tekst })
  if (!gelezen.ok || gelezen.waarde === undefined || pastBijStijl(tekst, stijl)) return gelezen
  return geweigerd(`Dit past niet bij ${STIJLNAAM[stijl]}. Kies de andere getalstijl of verbeter de cel.`)
}

const EERSTE_SERIE = 10_000
const LAATSTE_SERIE = 80_000
const DELEN = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[ T]\d{1,2}:\d{2}.*)?$/u
const VOLGORDE: Record<Datumstijl, readonly ['dag' | 'maand' | 'jaar', string, string]> = {
  'dag-maand-jaar': ['dag', 'maand', 'jaar'],
  'maand-dag-jaar': ['maand', 'dag', 'jaar'],
  'jaar-maand-dag': ['jaar', 'maand', 'dag'],
}

/** Een boeking uit een ander tijdperk is een typefout. */
const geldig = (jaar: number, maand: number, dag: number): Datum | undefined =>
  jaar < 1950 || jaar > 2100
    ? undefined
    : Datum.safeParse(`${jaar}-${String(maand).padStart(2, '0')}-${String(dag).padStart(2, '0')}`).data

const binnenTijd = (dag: Datum | undefined): Datum | undefined =>
  dag === undefined ? undefined : geldig(jaarVan(dag), Number(dag.slice(5, 7)), Number(dag.slice(8)))

/** Een dag: een echte datum, een volgnummer van het rekenprogramma, `20240331`, of tekst in de stijl van de lijst. */
export function leesDag(waarde: Waarde, stijl: Datumstijl): Datum | undefined {
  if (waarde.soort === 'datum') return binnenTijd(waarde.datum)
  const tekst = waarde.soort === 'tekst' ? waarde.tekst.trim() : waarde.soort === 'getal' ? waarde.getal : ''
  if (/^(?:19|20)\d{6}$/u.test(tekst))
    return geldig(Number(tekst.slice(0, 4)), Number(tekst.slice(4, 6)), Number(tekst.slice(6)))
  const serie = /^\d{5}(?:\.\d+)?$/u.test(tekst) ? Number(tekst) : 0
  if (serie >= EERSTE_SERIE && serie <= LAATSTE_SERIE) return binnenTijd(dagVanSerie(serie))
  const delen = DELEN.exec(tekst)
  if (delen === null) {
    const vak = leesTijdvak(tekst)
    return vak?.length === 10 ? binnenTijd(datum(vak)) : undefined
  }
  // Begint het met vier cijfers, dan staat het jaar voorop, wat de lijst verder ook doet.
  const volgorde = VOLGORDE[delen[1]?.length === 4 ? 'jaar-maand-dag' : stijl]
  const deel = (naam: string): number => Number(delen[volgorde.indexOf(naam) + 1])
  const jaar = deel('jaar')
  return geldig(jaar < 100 ? 2000 + jaar : jaar, deel('maand'), deel('dag'))
}

export type Periode = { van: Datum; tot: Datum; jaar: number; buitenMaanden: boolean }

/** `202403`, `2024-03`, `03-2024`, `P03`, `3` (met het jaar ernaast); 0 en 13 en hoger zijn begin en eind van het jaar. */
export function leesPeriode(waarde: Waarde, jaarErnaast: number | undefined): Periode | undefined {
  if (waarde.soort === 'datum') return maandperiode(jaarVan(waarde.datum), Number(waarde.datum.slice(5, 7)))
  const tekst =
    waarde.soort === 'tekst' ? waarde.tekst.trim() : waarde.soort === 'getal' ? heleTekst(waarde.getal) : ''
  const vol = /^((?:19|20)\d\d)[-/. ]?P?(\d{1,3})$/iu.exec(tekst) ?? omgekeerd(tekst)
  if (vol !== null) return maandperiode(Number(vol[1]), Number(vol[2]))
  const los = /^(?:P|periode )?(\d{1,2})$/iu.exec(tekst)
  if (los !== null) return jaarErnaast === undefined ? undefined : maandperiode(jaarErnaast, Number(los[1]))
  const vak = leesTijdvak(
    jaarErnaast === undefined || /\d{4}/u.test(tekst) ? tekst : `${tekst} ${jaarErnaast}`,
  )
  if (vak === undefined) return undefined
  return { van: eersteDag(vak), tot: laatsteDag(vak), jaar: jaarVan(vak), buitenMaanden: false }
}

const heleTekst = (getal: string): string => String(leesGeheel(getal) ?? getal)

function omgekeerd(tekst: string): [string, string, string] | null {
  const delen = /^(\d{1,2})[-/.]((?:19|20)\d\d)$/u.exec(tekst)
  return delen === null ? null : [tekst, delen[2] ?? '', delen[1] ?? '']
}

function maandperiode(jaar: number, maand: number): Periode | undefined {
  if (maand > 16 || geldig(jaar, 1, 1) === undefined) return undefined
  const binnen = Math.min(Math.max(maand, 1), 12)
  const vak = Tijdvak.parse(`${jaar}-${String(binnen).padStart(2, '0')}`)
  if (maand === 0) return { van: eersteDag(vak), tot: eersteDag(vak), jaar, buitenMaanden: true }
  const tot = laatsteDag(vak)
  return { van: maand > 12 ? tot : eersteDag(vak), tot, jaar, buitenMaanden: maand > 12 }
}

export function leesJaar(waarde: Waarde): number | undefined {
  const tekst = waarde.soort === 'tekst' ? waarde.tekst.trim() : waarde.soort === 'getal' ? waarde.getal : ''
  const jaar = /^\d{4}(?:\.0+)?$/u.test(tekst) ? Number(tekst) : leesGeheel(tekst)
  return jaar !== undefined && jaar >= 1990 && jaar <= 2100 ? jaar : undefined
}

const DEBET = new Set(['d', 'db', 'debet', 'debit', 's', 'l', 'last', 'lasten'])
const CREDIT = new Set(['c', 'cr', 'credit', 'h', 'b', 'baat', 'baten'])

/** 1 voor debet, −1 voor credit. */
export function leesKant(waarde: Waarde): 1 | -1 | undefined {
  const tekst = waarde.soort === 'tekst' ? vergelijkbaar(waarde.tekst) : ''
  return DEBET.has(tekst) ? 1 : CREDIT.has(tekst) ? -1 : undefined
}

/** De tekst van een code; een geheel getal zonder de staart die een rekenprogramma eraan geeft. */
export function codetekst(waarde: Waarde): string {
  if (waarde.soort === 'tekst') return waarde.tekst.trim()
  if (waarde.soort !== 'getal') return ''
  return /^\d+$/u.test(waarde.getal) ? waarde.getal : heleTekst(waarde.getal)
}

/** `6010 Jeugdhulp` en `6010 - Jeugdhulp`: het eerste woord, als daar een cijfer in staat. */
const eersteWoord = (tekst: string): string =>
  /^[\p{L}\p{N}._/-]*\p{N}[\p{L}\p{N}._/-]*/u.exec(tekst)?.[0] ?? tekst

export const leesCode = (waarde: Waarde, alleenEerste: boolean): string | null => {
  const tekst = codetekst(waarde)
  return veiligeCode(alleenEerste ? eersteWoord(tekst).replace(/[._/-]+$/u, '') : tekst)
}

/** De dag binnen het boekjaar die er het dichtst bij ligt. */
export function binnenJaar(dag: Datum, jaar: number): Datum {
  const begin = datum(`${jaar}-01-01`)
  const eind = datum(`${jaar}-12-31`)
  return dag < begin ? begin : dag > eind ? eind : dag
}

export const alsCenten = (som: number): Centen | undefined =>
  Number.isSafeInteger(som) ? centen(som) : undefined
