import { Rapportinhoud } from '#verantwoording/rapport.ts'
import { isoDecodeer } from '#verantwoording/toets/lees.ts'
import { type Celverschil, vergelijkRapporten } from '#verantwoording/vergelijk/vergelijk.ts'

/** Wat een aangeboden bestand is, voor zover het zelf dat zegt. Er wordt niets bewaard. */

export type Toetsuitslag =
  | { soort: 'vastgesteld'; kenmerk: string; vorm: string }
  | { soort: 'ouder'; kenmerk: string; vorm: string; door: string }
  | { soort: 'concept'; kenmerk: string }
  | { soort: 'veranderd'; kenmerk: string; verschillen: readonly string[] }
  | { soort: 'onbekend' }
  | { soort: 'onleesbaar' }

export type Gelezen =
  | { soort: 'inhoud'; inhoud: Rapportinhoud }
  /** Een bestand waarvan alleen de bytes te vergelijken zijn, met het kenmerk dat erin staat. */
  | { soort: 'bestand'; kenmerk: string | undefined }
  | { soort: 'onleesbaar' }

/** Zoveel bytes bekijken wij hoogstens om te zien wat het is. */
export const GROOTSTE_TOETS = 12 * 1024 * 1024
const ZOEKRUIMTE = 512 * 1024

const KENMERK = /\b(?:jaar-\d{4}|kwartaal-\d{4}-[1-4]|dossier-\d{4}-[a-z0-9-]{1,80})(?:-v\d{1,3})?\b/u
const kenmerkIn = (tekst: string): string | undefined => KENMERK.exec(tekst)?.[0]
const begint = (bytes: Uint8Array, ...tekens: readonly number[]): boolean =>
  tekens.every((teken, i) => bytes[i] === teken)

/** Leest wat er te lezen valt: onze JSON, of een bestand met een bekende vorm. */
export function leesToetsbestand(bytes: Uint8Array): Gelezen {
  if (bytes.length === 0 || bytes.length > GROOTSTE_TOETS) return { soort: 'onleesbaar' }
  const isZip = begint(bytes, 0x50, 0x4b, 3, 4)
  const isPdf = begint(bytes, 0x25, 0x50, 0x44, 0x46)
  const kop = isoDecodeer(bytes.subarray(0, ZOEKRUIMTE))
  // Een PDF zegt achteraan wat hij is.
  if (isPdf) return { soort: 'bestand', kenmerk: kenmerkIn(isoDecodeer(bytes.subarray(-ZOEKRUIMTE))) }
  if (isZip || /^\s*<!doctype html/iu.test(kop)) return { soort: 'bestand', kenmerk: kenmerkIn(kop) }
  const inhoud = leesJson(bytes)
  return inhoud === undefined ? { soort: 'onleesbaar' } : { soort: 'inhoud', inhoud }
}

function leesJson(bytes: Uint8Array): Rapportinhoud | undefined {
  try {
    const tekst = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const gelezen = Rapportinhoud.safeParse(JSON.parse(tekst))
    return gelezen.success ? gelezen.data : undefined
  } catch {
    return undefined
  }
}

const MEESTE_VERSCHILLEN = 50

/** Waar een aangeboden inhoud afwijkt van de vastgestelde, in zinnen. */
export function verschillenVan(vast: Rapportinhoud, aangeboden: Rapportinhoud): string[] {
  const { cellen, teksten, alleenA, alleenB } = vergelijkRapporten(vast, aangeboden)
  const kop = (['titel', 'ondertitel', 'sjabloon', 'verzonnen'] as const).flatMap((veld) =>
    vast[veld] === aangeboden[veld] ? [] : [`Bovenaan staat bij ‘${veld}’ iets anders.`],
  )
  const tijden =
    JSON.stringify(vast.moment) === JSON.stringify(aangeboden.moment)
      ? []
      : ['De tijden van het rapport zijn anders.']
  const zinnen = [
    ...kop,
    ...tijden,
    ...alleenA.map((titel) => `Het deel ‘${titel}’ ontbreekt.`),
    ...alleenB.slice(0, MEESTE_VERSCHILLEN).map((titel) => `Het deel ‘${titel}’ hoort er niet bij.`),
    ...cellen.slice(0, MEESTE_VERSCHILLEN).map(celzin),
    ...teksten
      .slice(0, MEESTE_VERSCHILLEN)
      .map(({ deel, a, b }) =>
        a === undefined
          ? `In het deel ‘${deel}’ staat een tekst die er niet bij hoort: ‘${kort(b)}’.`
          : b === undefined
            ? `In het deel ‘${deel}’ ontbreekt een tekst: ‘${kort(a)}’.`
            : `In het deel ‘${deel}’ is een tekst anders: ‘${kort(a)}’ werd ‘${kort(b)}’.`,
      ),
  ]
  if (zinnen.length === 0)
    return [
      'Er is iets anders dat geen cijfer en geen zin is, zoals een link of de tekening van een grafiek.',
    ]
  const getoond = zinnen.slice(0, MEESTE_VERSCHILLEN)
  const aantal = kop.length + tijden.length + alleenA.length + alleenB.length + cellen.length + teksten.length
  const rest = aantal - getoond.length
  return rest > 0 ? [...getoond, `Er zijn nog ${rest} verschillen.`] : getoond
}

const kort = (tekst: string | undefined): string => {
  const kaal = tekst ?? ''
  return kaal.length > 90 ? `${kaal.slice(0, 90)}…` : kaal
}

const celzin = ({ tabel, rij, kolom, soort, a, b }: Celverschil): string => {
  const toon = (cel: typeof a): string =>
    cel === undefined
      ? 'niets'
      : cel === null
        ? 'niet bekend'
        : typeof cel === 'number' && soort === 'bedrag'
          ? `${cel} cent`
          : String(cel)
  return `In de tabel ‘${tabel}’, regel ‘${rij}’, kolom ‘${kolom}’ hoort ${toon(a)} te staan; er staat ${toon(b)}.`
}
