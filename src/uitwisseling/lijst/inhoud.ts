import {
  codetekst,
  leesBedragInStijl,
  leesCode,
  leesDag,
  leesJaar,
  leesKant,
  leesPeriode,
} from '#uitwisseling/lijst/cellen.ts'
import type { Datumstijl, Getalstijl } from '#uitwisseling/lijst/profiel.ts'
import type { Veldsoort } from '#uitwisseling/lijst/velden.ts'
import type { Waarde } from '#uitwisseling/rekenblad/rekenblad.ts'

/** Wat er in een kolom staat, los van wat haar kop belooft. */
export type Inhoud = {
  gevuld: number
  leeg: number
  /** Waar bijna alle cellen bij passen; leeg betekent vrije tekst. */
  past: ReadonlySet<Veldsoort>
  /** Losse woorden zonder spatie, zoals de namen van dagboeken. */
  woorden: boolean
  /** `onbeslist`: er staan wel leestekens in, maar `1.403` kan in beide stijlen. */
  getalstijl: Getalstijl | 'tegenstrijdig' | 'onbeslist' | undefined
  datumstijl: Datumstijl | 'onbeslist' | undefined
  /** `6010 Jeugdhulp`: een code met een omschrijving erachter. */
  metOmschrijving: boolean
}

const BIJNA_ALLE = 0.9

export function beoordeel(waarden: readonly Waarde[]): Inhoud {
  const gevuld = waarden.filter((waarde) => !isLeeg(waarde))
  const stijl = raadGetalstijl(gevuld)
  const deel = (past: (waarde: Waarde) => boolean): boolean =>
    gevuld.length > 0 && gevuld.filter(past).length >= gevuld.length * BIJNA_ALLE
  const gelezenAls = stijl === 'en' ? 'en' : 'nl'
  // Een enkele cel met tekst achter de code is genoeg: van alle cellen geldt dan het eerste woord.
  const metOmschrijving = gevuld.filter(heeftOmschrijving).length > gevuld.length * (1 - BIJNA_ALLE)
  const past = new Set<Veldsoort>()
  if (deel((waarde) => leesBedragInStijl(waarde, gelezenAls).ok)) past.add('bedrag')
  if (deel(isDag)) past.add('datum')
  if (deel((waarde) => leesPeriode(waarde, 2000) !== undefined)) past.add('periode')
  if (deel((waarde) => leesJaar(waarde) !== undefined)) past.add('jaar')
  if (deel((waarde) => leesKant(waarde) !== undefined)) past.add('kant')
  if (deel((waarde) => isCode(waarde, metOmschrijving))) past.add('code')
  return {
    gevuld: gevuld.length,
    leeg: waarden.length - gevuld.length,
    past,
    woorden: deel(
      (waarde) =>
        waarde.soort === 'tekst' && leesCode(waarde, false) !== null && !/\s/u.test(waarde.tekst.trim()),
    ),
    getalstijl: stijl,
    datumstijl: past.has('datum') ? raadDatumstijl(gevuld) : undefined,
    metOmschrijving,
  }
}

const isLeeg = (waarde: Waarde): boolean =>
  waarde.soort === 'leeg' || (waarde.soort === 'tekst' && waarde.tekst.trim() === '')

/** Een getal in een cel kan van alles zijn; alleen met een datumopmaak of als volgnummer van nu is het een dag. */
const isDag = (waarde: Waarde): boolean =>
  leesDag(waarde, 'dag-maand-jaar') !== undefined || leesDag(waarde, 'maand-dag-jaar') !== undefined

function isCode(waarde: Waarde, metOmschrijving: boolean): boolean {
  if (waarde.soort === 'getal' && /\.\d{2,}/u.test(waarde.getal)) return false
  return leesCode(waarde, metOmschrijving) !== null && /\p{N}/u.test(codetekst(waarde))
}

const heeftOmschrijving = (waarde: Waarde): boolean =>
  waarde.soort === 'tekst' &&
  /^\s*[\p{L}._/-]{0,4}\p{N}[\p{L}\p{N}._/-]*\s+\P{L}*\p{L}{3}/u.test(waarde.tekst)

/** Alleen getallen waarvan de centen zichtbaar zijn, stemmen mee: `1.403` kan van alles zijn. */
function raadGetalstijl(waarden: readonly Waarde[]): Inhoud['getalstijl'] {
  let nl = 0
  let en = 0
  let leestekens = false
  for (const waarde of waarden) {
    if (waarde.soort !== 'tekst') continue
    const cijfers = waarde.tekst.replace(/[^\d.,]/gu, '')
    const alsNl = /^[\d.]*,\d{1,2}$/u.test(cijfers) || /^\d{1,3}(?:\.\d{3}){2,}$/u.test(cijfers)
    const alsEn = /^[\d,]*\.\d{1,2}$/u.test(cijfers) || /^\d{1,3}(?:,\d{3}){2,}$/u.test(cijfers)
    leestekens ||= /\d[.,]\d/u.test(cijfers)
    if (alsNl && !alsEn) nl++
    if (alsEn && !alsNl) en++
  }
  if (nl > 0 && en > 0) return 'tegenstrijdig'
  if (nl + en === 0) return leestekens ? 'onbeslist' : undefined
  return nl > 0 ? 'nl' : 'en'
}

function raadDatumstijl(waarden: readonly Waarde[]): Inhoud['datumstijl'] {
  let beslist: Inhoud['datumstijl']
  let tekst = false
  for (const waarde of waarden) {
    if (waarde.soort !== 'tekst') continue
    const delen = /^(\d{1,4})[-/. ](\d{1,2})[-/. ]\d{1,4}/u.exec(waarde.tekst.trim())
    if (delen === null) continue
    if (delen[1]?.length === 4) beslist ??= 'jaar-maand-dag'
    else if (Number(delen[1]) > 12) return 'dag-maand-jaar'
    else if (Number(delen[2]) > 12) return 'maand-dag-jaar'
    else tekst = true
  }
  return beslist ?? (tekst ? 'onbeslist' : 'dag-maand-jaar')
}

/** De vorm van een waarde zonder de waarde: `KP-12` wordt `AA-99`. */
export const patroon = (waarde: Waarde): string =>
  codetekst(waarde).slice(0, 20).replace(/\p{L}/gu, 'A').replace(/\p{N}/gu, '9')
